//! What the page says, something stands behind: every sentence of scenarios, help, headlines and
//! reasons has a row in `tests/claims.csv`, and what its row has the model run comes out so.
//!
//! How to write a row: `docs/how-to.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use bathtub_lessons::{Evidence, Runs};
use bathtub_model::PRESETS;
use serde::Deserialize;

use super::{catalogues, entries};

/// What stands behind a sentence.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "lowercase")]
enum Kind {
    /// A run of the model, checked here.
    Run,
    /// Another test of the repository: its file and its name.
    Test,
    /// A fact: its source in words.
    History,
    /// It says what a control or a word means.
    Definition,
}

/// A row of `tests/claims.csv`.
#[derive(Clone, Debug, Deserialize)]
struct Claim {
    text: String,
    sentence: String,
    kind: Kind,
    evidence: String,
}

fn path(name: &str) -> String {
    format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn claims() -> Vec<Claim> {
    let mut table = csv::Reader::from_path(path("tests/claims.csv")).unwrap();
    table.deserialize().map(|row| row.unwrap_or_else(|error| panic!("tests/claims.csv: {error}"))).collect()
}

/// The sentences of a text. A full stop within a number or a name is followed by no space.
fn sentences(text: &str) -> Vec<&str> {
    let (mut found, mut rest) = (vec![], text);
    while let Some((sentence, after)) = rest.match_indices(['.', '?', '!']).find_map(|(at, _)| {
        let after = rest[at + 1..].strip_prefix(' ')?;
        (!after.starts_with(char::is_lowercase)).then(|| (&rest[..=at], after))
    }) {
        found.push(sentence);
        rest = after;
    }
    found.push(rest);
    found
}

/// Whether a text of the reasons is made of sentences; the others are labels.
fn is_said(text: &str) -> bool {
    text.ends_with(['.', ':']) || text.contains(". ")
}

/// Every sentence that needs a row, as key of the text and English.
fn said() -> BTreeSet<(String, String)> {
    let headlines = include_str!("../scene/facts/headline.rs");
    let messages = entries().filter(|entry| match entry.variant {
        ("SceneMessage", variant) => {
            let named = format!("SceneMessage::{variant}");
            headlines.match_indices(&named).any(|(at, _)| {
                !headlines[at + named.len()..].starts_with(|next: char| next.is_alphanumeric())
            })
        }
        ("InsightMessage" | "StoryMessage", _) => is_said(entry.english),
        _ => false,
    });
    let messages: BTreeSet<_> = messages.map(|entry| entry.key).collect();
    let needs_rows = |key: &str| {
        messages.contains(key)
            || key.starts_with("preset.") && !key.ends_with(".title")
            || key.starts_with("parameter.") && key.ends_with(".help")
    };
    let texts = catalogues::english().into_iter().filter(|(key, _)| needs_rows(key));
    let texts = texts.map(|(key, text)| (key, text.to_owned()));
    let texts: Vec<_> = texts.chain(articles()).chain(lessons()).chain(glossary()).collect();
    texts
        .iter()
        .flat_map(|(key, text)| {
            sentences(text).into_iter().map(move |sentence| (key.clone(), sentence.to_owned()))
        })
        .collect()
}

/// The paragraphs of the articles that are deployed with the page, under the name of the article.
fn articles() -> Vec<(String, String)> {
    let mut found = vec![];
    for name in ["shutdown-squeeze", "where-the-sign-turns"] {
        let text = fs::read_to_string(path(&format!("www/articles/{name}/article.html"))).unwrap();
        for paragraph in text.split("<p").skip(1) {
            let (_, rest) = paragraph.split_once('>').unwrap();
            let (said, _) = rest.split_once("</p>").unwrap();
            // What stands in a link is said as well; a picture says nothing here.
            let said: String =
                said.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
            if !said.is_empty() {
                found.push((format!("article.{name}"), said));
            }
        }
    }
    found
}

/// What the lessons explain, under the name of the lesson and the key of the text. What they ask and
/// advise is no claim.
fn lessons() -> Vec<(String, String)> {
    use bathtub_lessons::Lesson;
    let read = |name: &str| fs::read_to_string(path(&format!("www/lessons/{name}"))).unwrap();
    let order: Vec<String> = serde_json::from_str(&read("order.json")).unwrap();
    let texts = order.iter().flat_map(|id| {
        let lesson: Lesson = serde_json::from_str(&read(&format!("{id}/lesson.json"))).unwrap();
        let words: BTreeMap<String, String> = serde_json::from_str(&read(&format!("{id}/en.json"))).unwrap();
        let says = move |key: &str| {
            let told = lesson.steps.iter().any(|step| step.key == key && step.is_told());
            // Tasks alone claim nothing.
            told || (key == "about" && lesson.tasks.is_none()) || key.ends_with(".after")
        };
        let said: Vec<_> = words.into_iter().filter(|(key, _)| says(key)).collect();
        said.into_iter().map(move |(key, text)| (format!("lesson.{id}.{key}"), text))
    });
    texts.collect()
}

/// What the glossary says of each word.
fn glossary() -> Vec<(String, String)> {
    let text = fs::read_to_string(path("www/glossary/en.json")).unwrap();
    let words: serde_json::Value = serde_json::from_str(&text).unwrap();
    let terms = words["terms"].as_object().unwrap();
    terms
        .iter()
        .map(|(key, term)| (format!("glossary.{key}"), term["text"].as_str().unwrap().to_owned()))
        .collect()
}

/// Numbers typed in a text, without its parameters and names; thousands have no comma.
fn numbers(text: &str) -> BTreeSet<String> {
    let text = text.replace("S&P 500", "").replace("H.4.1", "");
    let outside = text.split('{').map(|part| part.rsplit('}').next().unwrap_or_default());
    let plain = outside.collect::<String>();
    let digits = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let runs = plain.split(|c| !digits(c)).map(|run| run.trim_matches(['.', ',']).replace(',', ""));
    runs.filter(|run| !run.is_empty()).collect()
}

/// Whether a test of that name stands in that file.
fn is_a_test(evidence: &str) -> bool {
    evidence.split_once(' ').is_some_and(|(file, name)| {
        let text = fs::read_to_string(path(file)).unwrap_or_default();
        text.contains(&format!("#[test]\nfn {name}(")) || text.contains(&format!("#[test]\n    fn {name}("))
    })
}

/// What is wrong with a row, if anything is.
fn fault(claim: &Claim, runs: &mut Runs) -> Option<String> {
    match claim.kind {
        Kind::Run => run_fault(claim, runs).err(),
        Kind::Test => (!is_a_test(&claim.evidence)).then(|| "name a file and a test in it".to_owned()),
        Kind::History => claim.evidence.trim().is_empty().then(|| "name the source".to_owned()),
        Kind::Definition => None,
    }
}

fn run_fault(claim: &Claim, runs: &mut Runs) -> Result<(), String> {
    let evidence = Evidence::read(&claim.evidence)?;
    evidence.check(runs)?;
    // A typed number is a lever's value or is checked: else it would outlive the model's.
    let mut known = numbers(&claim.evidence);
    known.extend(evidence.levers().map(|value| value.abs().to_string()));
    let unknown: Vec<_> = numbers(&claim.sentence).difference(&known).cloned().collect();
    if unknown.is_empty() { Ok(()) } else { Err(format!("{unknown:?} stands in no evidence")) }
}

#[test]
fn every_sentence_has_one_row_and_every_row_a_sentence() {
    let said = said();
    let mut rows: BTreeMap<(String, String), usize> = BTreeMap::new();
    for claim in claims() {
        *rows.entry((claim.text, claim.sentence)).or_default() += 1;
    }
    let missing: Vec<_> = said.iter().filter(|row| !rows.contains_key(*row)).collect();
    let idle: Vec<_> = rows.keys().filter(|row| !said.contains(*row)).collect();
    let twice: Vec<_> = rows.iter().filter(|(_, count)| **count > 1).map(|(row, _)| row).collect();
    assert!(
        missing.is_empty() && idle.is_empty() && twice.is_empty(),
        "tests/claims.csv lacks {missing:#?}; it has rows that no text says: {idle:#?}; it has twice: {twice:#?}"
    );
}

#[test]
fn what_is_said_is_so() {
    let mut runs = Runs::default();
    let faults: Vec<_> = claims()
        .iter()
        .filter_map(|claim| {
            fault(claim, &mut runs).map(|fault| format!("{}: {:?}: {fault}", claim.text, claim.sentence))
        })
        .collect();
    assert!(faults.is_empty(), "tests/claims.csv:\n{}", faults.join("\n"));
}

#[test]
fn texts_of_every_sort_are_bound() {
    let said = said();
    let bound = |key: &str| said.iter().any(|(text, _)| text == key);
    for preset in &PRESETS {
        assert!(
            bound(&format!("preset.{}.look", preset.key)) && bound(&format!("preset.{}.data", preset.key))
        );
    }
    for key in ["parameter.tga.help", "scene.lower", "scene.same", "insight.runaway", "backtest.note"] {
        assert!(bound(key), "{key}");
    }
    for key in ["preset.hawk.title", "parameter.tga.label", "scene.water", "scene.tank", "insight.same.title"]
    {
        assert!(!bound(key), "{key}");
    }
}

#[test]
fn a_text_falls_into_its_sentences() {
    assert_eq!(
        sentences("By 0.5 bp in H.4.1. Then, e.g. now? {lever} moves."),
        ["By 0.5 bp in H.4.1.", "Then, e.g. now?", "{lever} moves."]
    );
    let found = numbers("The S&P 500 fell by 2,900 to {a|one=1} or 0.3, on H.4.1: 4–8 bp.");
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["0.3", "2900", "4", "8"]);
}

#[test]
fn a_row_that_proves_nothing_is_refused() {
    let row = |kind, sentence: &str, evidence: &str| {
        let claim = Claim { text: "t".into(), sentence: sentence.into(), kind, evidence: evidence.into() };
        fault(&claim, &mut Runs::default())
    };
    assert_eq!(row(Kind::Run, "It falls by 5 at 700.", "tga=700; level@52 < 5 + 100"), None);
    assert!(
        row(Kind::Run, "It rises.", "tga=700; level@52 > 100").is_some_and(|fault| fault.contains("it is"))
    );
    assert!(
        row(Kind::Run, "It falls by 6.", "tga=700; level@52 < 100").is_some_and(|fault| fault.contains('6'))
    );
    assert!(row(Kind::History, "It fell.", " ").is_some());
    assert!(row(Kind::Test, "It falls.", "model/tests/books.rs no_such_test").is_some());
    assert!(row(Kind::Test, "It falls.", "model/tests/no_such_file.rs check").is_some());
    assert_eq!(row(Kind::Definition, "What falls.", ""), None);
}
