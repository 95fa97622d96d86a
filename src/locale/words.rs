//! The handle by which components speak.

use std::fmt;
use std::rc::Rc;

use bathtub_model::{Parameter, Preset};
use yew::{AttrValue, hook, use_context};

use super::{Message, template};
use crate::language::Language;
use crate::number::{NumberStyle, Plural};
use crate::platform::{Catalogue, Date, DateStyle, Platform};

/// Language, its templates, and the platform that writes its numbers. Equal handles are the same.
#[derive(Clone)]
pub struct Words(Rc<Inner>);

struct Inner {
    platform: Platform,
    language: Language,
    /// None in English, which is compiled in.
    catalogue: Option<Catalogue>,
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.0.language.tag())
    }
}

impl Words {
    /// English.
    pub fn english(platform: Platform) -> Self {
        Words::new(platform, Language::English, None)
    }

    /// A language with the templates that were loaded for it.
    pub fn new(platform: Platform, language: Language, catalogue: Option<Catalogue>) -> Self {
        Words(Rc::new(Inner { platform, language, catalogue }))
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// A message in the language.
    pub fn text(&self, message: &dyn Message) -> AttrValue {
        let own = self.template(message.key());
        if own.is_none() && !message.english().contains('{') {
            return AttrValue::Static(message.english());
        }
        AttrValue::from(template::fill(own.as_deref().unwrap_or(message.english()), message, self))
    }

    /// A number in the language; not a number is a dash.
    pub fn number(&self, value: f64, style: NumberStyle) -> String {
        if !value.is_finite() {
            return "\u{2013}".to_owned();
        }
        self.0.platform.number(self.0.language.tag(), value, style)
    }

    /// A date in the language.
    pub fn date(&self, date: Date, style: DateStyle) -> String {
        self.0.platform.date(self.0.language.tag(), date, style)
    }

    /// The plural category of a count.
    pub fn plural(&self, count: f64) -> Plural {
        self.0.platform.plural(self.0.language.tag(), count)
    }

    /// Name of a parameter, keyed `parameter.capex.label`.
    pub fn label(&self, row: &'static Parameter) -> AttrValue {
        self.parameter(row, "label", row.label)
    }

    /// What moving a parameter means, keyed `parameter.capex.help`.
    pub fn help(&self, row: &'static Parameter, english: &'static str) -> AttrValue {
        self.parameter(row, "help", english)
    }

    /// Where a parameter comes from, keyed `parameter.capex.source`.
    pub fn source(&self, row: &'static Parameter, english: &'static str) -> AttrValue {
        self.parameter(row, "source", english)
    }

    /// A text of a prepared scenario, `title`, `look`, `data` or `next`, keyed `preset.hawk.title`.
    pub fn preset(&self, preset: &'static Preset, part: &str) -> AttrValue {
        let english = match part {
            "title" => preset.title,
            "look" => preset.text().look,
            "next" => preset.text().next,
            _ => preset.text().data,
        };
        self.own(&format!("preset.{}.{part}", preset.key), english)
    }

    /// The words of the model's table are its own in English.
    fn parameter(&self, row: &'static Parameter, part: &str, english: &'static str) -> AttrValue {
        self.own(&format!("parameter.{}.{part}", row.key), english)
    }

    /// A unit of the model's tables that no message writes, keyed `unit.name.points`.
    pub fn unit(&self, unit: &'static str) -> AttrValue {
        self.own(&format!("unit.name.{}", unit), unit)
    }

    /// The catalogue's text of a key, or the model's own.
    fn own(&self, key: &str, english: &'static str) -> AttrValue {
        match self.template(key) {
            Some(text) => AttrValue::from(text),
            None => AttrValue::Static(english),
        }
    }

    fn template(&self, key: &str) -> Option<String> {
        self.0.catalogue.as_ref()?.get(key)
    }
}

/// The words of the page.
#[hook]
pub fn use_words() -> Words {
    use_context().expect("a component stands inside its surroundings")
}

/// The platform of the page.
#[hook]
pub fn use_platform() -> Platform {
    use_context().expect("a component stands inside its surroundings")
}

#[cfg(test)]
mod tests {
    use super::*;
    use bathtub_model::ParameterId;

    #[test]
    fn a_catalogue_replaces_english_row_by_row() {
        let rows = [("parameter.capex.label", "投资"), ("duck.gold", "黄金")];
        let get = move |key: &str| Some(rows.iter().find(|row| row.0 == key)?.1.to_owned());
        let words = Words::new(Platform::native(), Language::SimplifiedChinese, Some(Catalogue::new(get)));
        assert_eq!(words.label(ParameterId::Capex.row()), "投资");
        assert_eq!(words.label(ParameterId::Tga.row()), "Treasury account (TGA)");
        assert_eq!(words.text(&crate::locale::terms::TermMessage::Gold), "黄金");
        assert_eq!(words.text(&crate::locale::terms::TermMessage::Cash), "Cash");
    }

    #[test]
    fn what_is_not_a_number_is_a_dash() {
        let words = Words::english(Platform::native());
        assert_eq!(words.number(f64::NAN, NumberStyle::plain(1)), "–");
    }
}
