//! The tables of messages hold together: no key twice, no parameter missing or idle, no message
//! that nobody says, none that a file declares and the list of all forgets.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use bathtub_model::ParameterId;

use super::template::{Piece, pieces};
use super::*;

#[path = "../../tests/support/reading.rs"]
mod reading;

/// Every source file of the page.
fn sources() -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

#[test]
fn keys_are_unique_and_well_formed() {
    let mut seen = BTreeSet::new();
    for entry in entries() {
        let key = entry.key;
        assert!(seen.insert(key), "{key} is declared twice");
        assert!(!key.starts_with("parameter."), "{key} belongs to the model's table");
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
        assert!(key.bytes().all(plain), "{key}");
        assert!(!entry.english.trim().is_empty(), "{key} says nothing");
    }
}

#[test]
fn templates_use_exactly_their_parameters() {
    for entry in entries() {
        let mut used = BTreeSet::new();
        for piece in pieces(entry.english) {
            match piece {
                Piece::Text(text) => assert!(!text.contains(['{', '}']), "{}: a lone brace", entry.key),
                Piece::Slot(name) => drop(used.insert(name)),
                Piece::Plural(name, forms) => {
                    used.insert(name);
                    assert!(
                        forms.split('|').any(|form| form.starts_with("other=")),
                        "{}: no other",
                        entry.key
                    );
                }
            }
        }
        let declared: BTreeSet<_> = entry.parameters.iter().copied().collect();
        assert_eq!(used, declared, "{}", entry.key);
    }
}

#[test]
fn every_message_is_said_somewhere() {
    let sources = sources();
    let idle: Vec<_> = entries()
        .filter(|entry| {
            let (name, variant) = entry.variant;
            let said = format!("{name}::{variant}");
            !sources.iter().any(|(_, text)| {
                text.match_indices(&said).any(|(at, _)| {
                    let next = text[at + said.len()..].chars().next();
                    !next.is_some_and(|next| next.is_alphanumeric() || next == '_')
                })
            })
        })
        .map(|entry| entry.key)
        .collect();
    assert!(idle.is_empty(), "messages that nobody says: {idle:?}");
}

#[test]
fn every_enum_of_messages_is_listed() {
    let listed: BTreeSet<_> = entries().map(|entry| entry.variant.0).collect();
    for (path, text) in sources() {
        // The macro's own file holds an example.
        if path.ends_with("locale/mod.rs") {
            continue;
        }
        let mut rest = text.as_str();
        while let Some(at) = rest.find("messages! {") {
            rest = &rest[at + 1..];
            let name = rest.split("pub enum ").nth(1).and_then(|after| after.split_whitespace().next());
            let name = name.unwrap_or_default();
            assert!(
                listed.contains(name) || path.ends_with("locale/tests.rs"),
                "{name} in {}",
                path.display()
            );
        }
    }
}

/// What the simple view shows: the opening, what happened and why, names of the read-outs, and what the
/// four sliders and the tank are.
#[test]
fn the_simple_view_is_plain() {
    /// What a twelve-year-old reads: the sixth year at school, by Flesch and Kincaid.
    const PLAIN: f64 = 6.5;
    let happened = [
        "scene.lower",
        "scene.higher",
        "scene.duck",
        "scene.stage",
        "scene.spread",
        "scene.same",
        "scene.t",
        "scene.called",
        "scene.no-funding",
        "scene.alike",
        "scene.margin",
        "scene.selling",
        "readouts.",
        "story.",
    ];
    let shown = |entry: &&Entry| {
        happened.iter().any(|start| entry.key.starts_with(start))
            && !["readouts.announcement", "scene.tub-"].iter().any(|start| entry.key.starts_with(start))
    };
    let mut texts: Vec<&str> = entries().filter(shown).map(|entry| entry.english).collect();
    let levers =
        [ParameterId::Capex, ParameterId::Tga, ParameterId::Runoff, ParameterId::Rate, ParameterId::Dry];
    texts.extend(levers.map(|id| id.text().help));
    // Labels are no sentences, and would make the rest look easier.
    texts.retain(|text| text.ends_with('.') && text.split_whitespace().count() > 3);
    assert!(texts.len() > 30, "{} texts", texts.len());
    let grade = reading::grade(&texts);
    assert!(grade <= PLAIN, "the simple view reads like school year {grade:.1}");
}
