//! How hard an English text is to read.

/// School grade of texts one after another. What stands in braces becomes a number or a name: a word of
/// one syllable; a text without a full stop is a sentence too.
pub fn grade(texts: &[&str]) -> f64 {
    let sentences = texts.iter().map(|text| {
        let parts: Vec<&str> =
            text.split('{').map(|part| part.rsplit('}').next().unwrap_or_default()).collect();
        let text = parts.join("ten");
        if text.ends_with(['.', '?', '!']) { text } else { text + "." }
    });
    of_text(&sentences.collect::<Vec<_>>().join(" "))
}

/// School grade by Flesch and Kincaid (1975): 0.39 words a sentence + 11.8 syllables a word − 15.59.
fn of_text(text: &str) -> f64 {
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
    assert!(of_text("The cat sat on the mat. The dog ran.") < 1.0);
    let hard = "Institutional intermediation necessitates considerable collateral, notwithstanding regulatory accommodation.";
    assert!(of_text(hard) > 18.0);
}
