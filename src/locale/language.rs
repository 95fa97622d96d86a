//! The languages of the page.

use serde::{Serialize, Serializer};

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

impl Language {
    /// Every language, in the order of the chooser.
    pub const ALL: [Language; 5] = [
        Language::English,
        Language::SimplifiedChinese,
        Language::TraditionalChinese,
        Language::Vietnamese,
        Language::Russian,
    ];

    /// Tag for the document, links, number formats and the name of the catalogue.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::SimplifiedChinese => "zh-Hans",
            Language::TraditionalChinese => "zh-Hant",
            Language::Vietnamese => "vi",
            Language::Russian => "ru",
        }
    }

    /// What its speakers call it: never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::SimplifiedChinese => "简体中文",
            Language::TraditionalChinese => "繁體中文",
            Language::Vietnamese => "Tiếng Việt",
            Language::Russian => "Русский",
        }
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
