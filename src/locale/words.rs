//! The handle by which components speak.

use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

use bathtub_model::{Parameter, Preset};
use yew::{AttrValue, hook, use_context};

use super::{Message, template};
use crate::language::Language;
use crate::number::{NumberStyle, Plural, boxed};
use crate::platform::{Catalogue, Date, DateStyle, Platform};

/// Language, its templates, and the platform that writes its numbers. Equal handles are the same.
#[derive(Clone)]
pub struct Words(Rc<Inner>);

struct Inner {
    platform: Platform,
    language: Language,
    /// None in English, which is compiled in.
    catalogue: Option<Catalogue>,
    /// Whether its words were found to be those of another program.
    other: Cell<bool>,
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
        Words(Rc::new(Inner { platform, language, catalogue, other: Cell::new(false) }))
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// A message in the language or, where its words do not fit this program, in English.
    pub fn text(&self, message: &dyn Message) -> AttrValue {
        let own = self.template(message.key());
        let filled = own.as_deref().and_then(|own| template::fill(own, message, self));
        if own.is_some() && filled.is_none() && !self.0.other.replace(true) {
            self.0.platform.outdated();
        }
        match filled {
            Some(text) => AttrValue::from(text),
            None if !message.english().contains('{') => AttrValue::Static(message.english()),
            None => AttrValue::from(template::fill(message.english(), message, self).unwrap_or_default()),
        }
    }

    /// A number in the language; not a number is a dash.
    pub fn number(&self, value: f64, style: NumberStyle) -> String {
        if !value.is_finite() {
            return "\u{2013}".to_owned();
        }
        self.0.platform.number(self.0.language.tag(), value, style)
    }

    /// A number as it is, as short as that can be.
    pub fn exact(&self, value: f64) -> String {
        let size = match value.abs() {
            size if size.is_infinite() => "\u{221E}".to_owned(),
            size if size >= 1e21 => self.0.platform.exact(size).replace("e+", "e"),
            size => boxed(&self.0.platform.exact(size), self.0.language.marks()),
        };
        if value < 0.0 { format!("\u{2212}{size}") } else { size }
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
    use crate::locale::units;
    use bathtub_model::{ParameterId, Unit};

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
    fn words_of_another_program_are_english_sentence_by_sentence() {
        let rows = [
            ("unit.percent", "{value} {newone}"),
            ("unit.weeks", "{newone|one=#|other=#}"),
            ("unit.years", "{value|other=# лет}"),
        ];
        let get = move |key: &str| Some(rows.iter().find(|row| row.0 == key)?.1.to_owned());
        let words = Words::new(Platform::native(), Language::Russian, Some(Catalogue::new(get)));
        let said = [Unit::Percent, Unit::Weeks, Unit::Years].map(|unit| units::quantity(&words, 5.0, unit));
        assert_eq!(said.map(|said| said.to_string()), ["5%", "5 weeks", "5 лет"]);
    }

    #[test]
    fn what_is_not_a_number_is_a_dash() {
        let words = Words::english(Platform::native());
        assert_eq!(words.number(f64::NAN, NumberStyle::plain(1)), "–");
    }
}
