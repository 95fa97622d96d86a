//! The files of `www/words` hold together: every key, nothing else, and templates that can be
//! filled with what English is filled with.

use std::collections::{BTreeMap, BTreeSet};

use bathtub_model::{PARAMETERS, PRESETS, ParameterText};

use super::template::{Piece, pieces};
use super::*;
use crate::language::Language;
use crate::platform::{Catalogue, Platform};

/// Every language that has a file.
pub fn languages() -> impl Iterator<Item = Language> {
    Language::ALL.into_iter().filter(|language| language.has_catalogue())
}

fn rows(language: Language) -> BTreeMap<String, String> {
    let path = format!("{}/www/words/{}.json", env!("CARGO_MANIFEST_DIR"), language.tag());
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The words of a language as a browser loads them.
pub fn words(language: Language, platform: &Platform) -> Words {
    let catalogue = (language != Language::English).then(|| {
        let rows = rows(language);
        Catalogue::new(move |key| rows.get(key).cloned())
    });
    Words::new(platform.clone(), language, catalogue)
}

/// Every key with the English that it stands for.
pub(super) fn english() -> BTreeMap<String, &'static str> {
    let mut all: BTreeMap<_, _> = entries().map(|entry| (entry.key.to_owned(), entry.english)).collect();
    for row in &PARAMETERS {
        let ParameterText { help, source } = row.id.text();
        for (part, text) in [("label", row.label), ("help", help), ("source", source)] {
            all.insert(format!("parameter.{}.{part}", row.key), text);
        }
        if !units::NAMED.contains(&row.unit) && has_words(row.unit.name()) {
            all.insert(format!("unit.name.{}", row.unit), row.unit.name());
        }
    }
    // What the page says without the program.
    for element in include_str!("../../index.html").split("data-words=\"").skip(1) {
        let (key, rest) = element.split_once('"').expect("a key in quotes");
        let text = rest.split_once('>').and_then(|(_, rest)| rest.split_once('<')).expect("a text");
        all.insert(key.to_owned(), text.0);
    }
    for preset in &PRESETS {
        let texts = [
            ("title", preset.title),
            ("look", preset.text().look),
            ("data", preset.text().data),
            ("next", preset.text().next),
        ];
        for (part, text) in texts {
            all.insert(format!("preset.{}.{part}", preset.key), text);
        }
    }
    all
}

/// What every language writes as English does.
const SAME: &[&str] = &["S&P 500", "SOFR − IORB", "ON RRP", "Bitcoin", "Fed", "{spread} bp"];

/// Names of a template's parameters; complaints about its shape.
fn read(language: Language, template: &str) -> (BTreeSet<&str>, Vec<String>) {
    let (mut names, mut wrong) = (BTreeSet::new(), Vec::new());
    for piece in pieces(template) {
        match piece {
            Piece::Text(text) if text.contains(['{', '}']) => wrong.push("a lone brace".to_owned()),
            Piece::Text(_) => {}
            Piece::Slot(name) => drop(names.insert(name)),
            Piece::Plural(name, forms) => {
                names.insert(name);
                let found: Vec<_> =
                    forms.split('|').map(|form| form.split_once('=').unwrap_or((form, "")).0).collect();
                let (has, needs): (BTreeSet<_>, BTreeSet<_>) =
                    (found.iter().collect(), language.plurals().iter().collect());
                if has != needs || found.len() != needs.len() {
                    wrong.push(format!("the forms {found:?}"));
                }
            }
        }
    }
    (names, wrong)
}

/// Whether a template says anything besides its parameters.
fn has_words(template: &str) -> bool {
    pieces(template).any(|piece| match piece {
        Piece::Text(text) | Piece::Plural(_, text) => text.contains(char::is_alphabetic),
        Piece::Slot(_) => false,
    })
}

#[test]
fn every_language_has_every_text_and_no_other() {
    let english = english();
    for language in languages() {
        let (tag, rows) = (language.tag(), rows(language));
        let missing: Vec<_> = english.keys().filter(|key| !rows.contains_key(*key)).collect();
        let idle: Vec<_> = rows.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(
            missing.is_empty() && idle.is_empty(),
            "www/words/{tag}.json lacks {missing:#?}; it has keys that no message has: {idle:#?}"
        );
    }
}

#[test]
fn every_text_can_be_filled_like_english() {
    let english = english();
    for language in languages() {
        let mut wrong = Vec::new();
        for (key, text) in rows(language) {
            let (names, mut faults) = read(language, &text);
            let (needed, _) = read(Language::English, english.get(&key).unwrap_or(&""));
            if names != needed {
                faults.push(format!("parameters {names:?} instead of {needed:?}"));
            }
            wrong.extend(faults.into_iter().map(|fault| format!("{key}: {fault} in {text:?}")));
        }
        assert!(wrong.is_empty(), "{}:\n{}", language.tag(), wrong.join("\n"));
    }
}

#[test]
fn every_text_is_in_its_language() {
    let english = english();
    for language in languages() {
        let mut wrong = Vec::new();
        for (key, text) in rows(language) {
            let same = english.get(&key) == Some(&text.as_str());
            if same && has_words(&text) && !SAME.contains(&text.as_str()) {
                wrong.push(format!("{key}: {text:?} is still English"));
            }
            // Accents that stand alone have no width of their own; the languages have own quotation marks.
            let odd = |c: char| c == '"' || ('\u{300}'..'\u{370}').contains(&c) || c.is_control();
            // Numbers are billions, ten times the 亿 of Chinese; an amount is made for it.
            let close = text.replace(' ', "");
            let tenth = close.contains("}亿") || close.contains("}億");
            if tenth
                != (key == "unit.bn"
                    && matches!(language, Language::SimplifiedChinese | Language::TraditionalChinese))
            {
                wrong.push(format!("{key}: {text:?} is not in the unit of its number"));
            }
            if text.contains(odd) || text.trim().is_empty() {
                wrong.push(format!("{key}: {text:?} is no clean text"));
            }
        }
        assert!(wrong.is_empty(), "{}:\n{}", language.tag(), wrong.join("\n"));
    }
}
