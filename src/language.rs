//! The languages of the page: one table, from which the chooser, links, the page's `hreflang`, the
//! start-up script and the tests are made.

use serde::{Serialize, Serializer};

use crate::number::Marks;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, which is compiled in.
    #[default]
    English,
    /// Chinese as it is written on the mainland and in Singapore.
    SimplifiedChinese,
    /// Chinese as it is written in Taiwan and Hong Kong.
    TraditionalChinese,
    /// Vietnamese.
    Vietnamese,
    /// Russian.
    Russian,
}

/// What the page needs to know of a language.
struct Row {
    language: Language,
    /// Tag for the document, links, number formats and the name of the catalogue.
    tag: &'static str,
    /// What its speakers call it: never translated.
    name: &'static str,
    /// Plural categories of Unicode CLDR that whole numbers have in it, and `other` for the rest.
    plurals: &'static [&'static str],
    /// How its numbers are written.
    marks: Marks,
}

const POINT: Marks = Marks { decimal: '.', group: ',' };
const COMMA: Marks = Marks { decimal: ',', group: '.' };
const COMMA_AND_SPACE: Marks = Marks { decimal: ',', group: ' ' };

/// In the order of the chooser. All but English have a catalogue, `www/words/<tag>.json`.
const TABLE: &[Row] = &[
    Row { language: Language::English, tag: "en", name: "English", plurals: &["one", "other"], marks: POINT },
    Row {
        language: Language::SimplifiedChinese,
        tag: "zh-Hans",
        name: "简体中文",
        plurals: &["other"],
        marks: POINT,
    },
    Row {
        language: Language::TraditionalChinese,
        tag: "zh-Hant",
        name: "繁體中文",
        plurals: &["other"],
        marks: POINT,
    },
    Row {
        language: Language::Vietnamese, tag: "vi", name: "Tiếng Việt", plurals: &["other"], marks: COMMA
    },
    Row {
        language: Language::Russian,
        tag: "ru",
        name: "Русский",
        plurals: &["one", "few", "many", "other"],
        marks: COMMA_AND_SPACE,
    },
];

impl Language {
    /// Every language, in the order of the chooser.
    pub const ALL: [Language; TABLE.len()] = {
        let mut all = [Language::English; TABLE.len()];
        let mut i = 0;
        while i < all.len() {
            all[i] = TABLE[i].language;
            i += 1;
        }
        all
    };

    const fn row(self) -> &'static Row {
        &TABLE[self as usize]
    }

    /// Tag for the document, links, number formats and the name of the catalogue.
    pub const fn tag(self) -> &'static str {
        self.row().tag
    }

    /// What its speakers call it: never translated.
    pub const fn name(self) -> &'static str {
        self.row().name
    }

    /// Plural categories that whole numbers have in it, and `other` for the rest.
    pub const fn plurals(self) -> &'static [&'static str] {
        self.row().plurals
    }

    /// How its numbers are written, and typed.
    pub const fn marks(self) -> Marks {
        self.row().marks
    }

    /// Whether its words are a catalogue that has to be fetched.
    pub fn has_catalogue(self) -> bool {
        self != Language::English
    }

    /// The language of a tag, with or without a region: `zh-TW` is traditional Chinese.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let is = |part: &str, other: &str| part.eq_ignore_ascii_case(other);
        let mut parts = tag.split('-');
        let first = parts.next()?;
        if is(first, "zh") {
            let traditional =
                parts.next().is_some_and(|next| ["Hant", "TW", "HK", "MO"].iter().any(|one| is(next, one)));
            return Some(if traditional {
                Language::TraditionalChinese
            } else {
                Language::SimplifiedChinese
            });
        }
        Language::ALL.into_iter().find(|language| is(first, language.tag()))
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_in_the_order_of_the_variants() {
        for (i, language) in Language::ALL.into_iter().enumerate() {
            assert_eq!(language as usize, i, "{language:?}");
        }
    }

    #[test]
    fn every_catalogue_has_a_row_and_every_row_its_catalogue() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/www/words");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        let with_catalogue = Language::ALL.into_iter().filter(|language| language.has_catalogue());
        let mut expected: Vec<_> =
            with_catalogue.map(|language| format!("{}.json", language.tag())).collect();
        files.sort();
        expected.sort();
        assert_eq!(
            files, expected,
            "a file of www/words/ without a row in the table, or a row without its file"
        );
    }

    #[test]
    fn tags_are_read_with_and_without_a_region() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        for (tag, language) in [
            ("zh-CN", Language::SimplifiedChinese),
            ("zh", Language::SimplifiedChinese),
            ("zh-TW", Language::TraditionalChinese),
            ("zh-hk", Language::TraditionalChinese),
            ("zh-Hant-TW", Language::TraditionalChinese),
            ("ru-RU", Language::Russian),
            ("VI", Language::Vietnamese),
            ("en-GB", Language::English),
        ] {
            assert_eq!(Language::from_tag(tag), Some(language), "{tag}");
        }
        for wrong in ["", "-", "xx", "rus", "zhh", "english"] {
            assert_eq!(Language::from_tag(wrong), None, "{wrong}");
        }
    }
}
