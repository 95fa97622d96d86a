//! The glossary, `www/glossary/`: every label of the page leads to a word that is there, in every
//! language, and in words that are easy to read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use bathtub_model::PARAMETERS;
use liquidity_bathtub::language::Language;
use liquidity_bathtub::locale::glossary;
use serde::Deserialize;

#[path = "support/reading.rs"]
mod reading;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Glossary {
    title: String,
    description: String,
    intro: String,
    back: String,
    terms: BTreeMap<String, Term>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Term {
    name: String,
    text: String,
}

fn read(tag: &str) -> Glossary {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/glossary").join(format!("{tag}.json"));
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn every_language_has_every_word() {
    let english: Vec<String> = read("en").terms.into_keys().collect();
    for language in Language::ALL {
        let Glossary { title, description, intro, back, terms } = read(language.tag());
        assert_eq!(terms.keys().cloned().collect::<Vec<_>>(), english, "{}", language.tag());
        let said = terms.values().flat_map(|term| [&term.name, &term.text]);
        for text in said.chain([&title, &description, &intro, &back]) {
            assert!(!text.trim().is_empty() && !text.contains(['<', '{']), "{}: {text:?}", language.tag());
        }
    }
}

#[test]
fn every_label_leads_to_a_word() {
    let terms = read("en").terms;
    let mut reached = BTreeSet::new();
    let mut leads = |label: &str, term: &'static str| {
        assert!(terms.contains_key(term), "{label} leads to {term}, which is not there");
        reached.insert(term);
    };
    for row in PARAMETERS {
        leads(row.key, glossary::of_parameter(row.id));
    }
    for readout in ["level", "index", "stage", "spread"] {
        leads(readout, glossary::of_readout(readout));
    }
    for chart in liquidity_bathtub::charts::CHARTS {
        leads(chart.id, glossary::of_chart(chart.id));
    }
    for word in ["iorb", "spread", "on-rrp", "tga", "runoff", "duration", "dry-powder", "crowding-out"] {
        assert!(reached.contains(word), "no label leads to {word}");
    }
    assert!(terms.contains_key("sofr"));
}

#[test]
fn the_words_are_easy_to_read() {
    let terms = read("en").terms;
    let grade = reading::grade(&terms.values().map(|term| term.text.as_str()).collect::<Vec<_>>());
    assert!(grade <= 7.5, "school year {grade:.1}");
}
