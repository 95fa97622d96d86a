//! The lessons that come with the page, `www/lessons/`: what each step shows, points at, asks for and
//! says is there, in every language, and the first ones are in words that a twelve-year-old reads.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bathtub_lessons::{Lesson, placeholders};
use liquidity_bathtub::language::Language;
use liquidity_bathtub::scene::facts::Part;

type Texts = BTreeMap<String, String>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/lessons")
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The lessons in their order.
fn order() -> Vec<String> {
    read(&folder().join("order.json"))
}

fn lesson(id: &str) -> Lesson {
    read(&folder().join(id).join("lesson.json"))
}

fn words(id: &str, tag: &str) -> Texts {
    read(&folder().join(id).join(tag).with_extension("json"))
}

#[test]
fn the_order_names_every_lesson() {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    let mut order = order();
    found.sort();
    order.sort();
    assert_eq!(order, found);
}

#[test]
fn whatever_a_lesson_names_is_there() {
    let mut faults = Vec::new();
    for id in order() {
        let said = lesson(&id).faults(&words(&id, "en"), |part| Part::from_key(part).is_some());
        faults.extend(said.into_iter().map(|fault| format!("{id}: {fault}")));
    }
    assert!(faults.is_empty(), "www/lessons:\n{}", faults.join("\n"));
}

#[test]
fn every_language_says_the_same() {
    let mut faults = Vec::new();
    for id in order() {
        let english = words(&id, "en");
        for language in Language::ALL.iter().filter(|language| **language != Language::English) {
            let tag = language.tag();
            let texts = words(&id, tag);
            if !english.keys().eq(texts.keys()) {
                faults.push(format!("{id}/{tag}: other keys than in English"));
                continue;
            }
            for (key, text) in &texts {
                let (mut theirs, mut ours): (Vec<_>, Vec<_>) =
                    (placeholders(text).collect(), placeholders(&english[key]).collect());
                theirs.sort_unstable();
                ours.sort_unstable();
                if theirs != ours {
                    faults.push(format!("{id}/{tag}: {key:?} has other numbers than in English"));
                }
                if *text == english[key] {
                    faults.push(format!("{id}/{tag}: {key:?} is still English"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "www/lessons:\n{}", faults.join("\n"));
}

/// School grade by Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word − 15.59.
fn grade(text: &str) -> f64 {
    let sentences =
        text.split(['.', '?', '!', ':', ';']).filter(|one| one.chars().any(char::is_alphabetic)).count();
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let count = words.len() as f64;
    0.39 * count / sentences as f64 + 11.8 * syllables as f64 / count - 15.59
}

/// Groups of vowels; an e at the end is silent but after l.
fn syllables(word: &str) -> usize {
    let word: String = word.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let is_vowel = |letter: char| "aeiouy".contains(letter);
    let mut groups = 0;
    let mut before = false;
    for letter in word.chars() {
        groups += usize::from(is_vowel(letter) && !before);
        before = is_vowel(letter);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

#[test]
fn grades_are_those_of_known_texts() {
    assert_eq!(["cat", "water", "table", "made", "liquidity", "banana"].map(syllables), [1, 2, 2, 1, 4, 3]);
    assert!(grade("The cat sat on the mat. The dog ran.") < 1.0);
    let hard = "Institutional intermediation necessitates considerable collateral, notwithstanding regulatory accommodation.";
    assert!(grade(hard) > 18.0);
}

#[test]
fn the_first_lessons_are_plain() {
    /// What a twelve-year-old reads: the sixth year at school.
    const PLAIN: f64 = 6.5;
    let told = order().into_iter().filter(|id| lesson(id).tasks.is_none());
    for id in told.take(3) {
        let texts = words(&id, "en");
        // A number is a word of one syllable.
        let all: Vec<String> = texts
            .values()
            .map(|text| {
                text.split('{')
                    .map(|part| part.rsplit('}').next().unwrap_or_default())
                    .collect::<Vec<_>>()
                    .join("ten")
            })
            .map(|text| if text.ends_with(['.', '?', '!']) { text } else { text + "." })
            .collect();
        let grade = grade(&all.join(" "));
        assert!(grade <= PLAIN, "{id} reads like school year {grade:.1}");
    }
}
