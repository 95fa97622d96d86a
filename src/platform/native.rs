//! A stand-in without a browser: numbers and dates as browsers write them, an address and a storage
//! in memory.

use std::cell::{Cell, RefCell};

use bathtub_engine::{Answer, Question, Task};
use bathtub_model::backtest::TableFile;
use web_sys::File;
use yew::Callback;

use super::{Catalogue, Date, DateStyle, ExportRequest, Host};
use crate::language::Language;
use crate::number::{NumberStyle, Plural, true_minus};
use crate::state::Preferences;

/// What tests may set beforehand and look at afterwards.
pub struct Native {
    /// The query of the address.
    pub query: RefCell<String>,
    /// What was stored.
    pub stored: RefCell<Option<Preferences>>,
    /// Whether movement is to be avoided.
    pub reduced_motion: Cell<bool>,
    /// Whether the page was touched.
    pub touched: Cell<bool>,
}

impl Default for Native {
    fn default() -> Self {
        Native {
            query: RefCell::default(),
            stored: RefCell::default(),
            // The prerendered picture is a still.
            reduced_motion: Cell::new(true),
            // Nothing begins by itself where HTML is printed.
            touched: Cell::new(true),
        }
    }
}

/// In English, and in Russian as they stand in dates.
const MONTHS: [(&str, &str); 12] = [
    ("January", "января"),
    ("February", "февраля"),
    ("March", "марта"),
    ("April", "апреля"),
    ("May", "мая"),
    ("June", "июня"),
    ("July", "июля"),
    ("August", "августа"),
    ("September", "сентября"),
    ("October", "октября"),
    ("November", "ноября"),
    ("December", "декабря"),
];

impl Host for Native {
    fn number(&self, language: &'static str, value: f64, style: NumberStyle) -> String {
        let scale = 10_u64.pow(u32::from(style.decimals));
        // Half away from zero, as browsers do it.
        let scaled = (value.abs() * scale as f64).round() as u64;
        let sign = match (scaled, value < 0.0, style.signed) {
            (0, _, _) | (_, false, false) => "",
            (_, true, _) => "-",
            (_, false, true) => "+",
        };
        let (group, point, percent) = match language {
            "ru" => ('\u{a0}', ',', "\u{a0}%"),
            "vi" => ('.', ',', "%"),
            _ => (',', '.', "%"),
        };
        let mut text = format!("{sign}{}", grouped(scaled / scale, group));
        if style.decimals > 0 {
            text.push_str(&format!("{point}{:0width$}", scaled % scale, width = style.decimals as usize));
        }
        if style.percent {
            text.push_str(percent);
        }
        true_minus(&text)
    }

    fn date(&self, language: &'static str, date: Date, style: DateStyle) -> String {
        let (year, month, day) = date.parts();
        let (english, russian) = MONTHS[month as usize - 1];
        let short: String = russian.chars().take(3).collect();
        match (language, style) {
            ("zh-Hans" | "zh-Hant", DateStyle::Long) => format!("{year}年{month}月{day}日"),
            ("zh-Hans" | "zh-Hant", DateStyle::Month) => format!("{year}年{month}月"),
            ("vi", DateStyle::Long) => format!("{day} tháng {month}, {year}"),
            ("vi", DateStyle::Month) => format!("thg {month} {year}"),
            ("ru", DateStyle::Long) => format!("{day} {russian} {year} г."),
            ("ru", DateStyle::Month) => format!("{short}. {year} г."),
            (_, DateStyle::Long) => format!("{english} {day}, {year}"),
            (_, DateStyle::Month) => format!("{} {year}", &english[..3]),
        }
    }

    fn plural(&self, language: &'static str, count: f64) -> Plural {
        match language {
            "ru" if count.fract() == 0.0 => match (count % 10.0, count % 100.0) {
                (1.0, tens) if tens != 11.0 => Plural::One,
                (2.0..=4.0, tens) if !(12.0..=14.0).contains(&tens) => Plural::Few,
                _ => Plural::Many,
            },
            "en" if count == 1.0 => Plural::One,
            _ => Plural::Other,
        }
    }

    fn exact(&self, value: f64) -> String {
        // As browsers do it.
        if value.abs() < 1e21 { value.to_string() } else { format!("{value:e}").replace('e', "e+") }
    }

    fn query(&self) -> String {
        self.query.borrow().clone()
    }

    fn replace_query(&self, query: &str) -> bool {
        query.clone_into(&mut self.query.borrow_mut());
        true
    }

    fn address(&self, query: &str) -> String {
        format!("?{query}")
    }

    fn stored_preferences(&self) -> Option<Preferences> {
        *self.stored.borrow()
    }

    fn store_preferences(&self, preferences: &Preferences) {
        *self.stored.borrow_mut() = Some(*preferences);
    }

    fn load_words(&self, _: Language, done: Box<dyn FnOnce(Option<Catalogue>)>) {
        done(None);
    }

    fn outdated(&self) {}

    fn apply_language(&self, _: Language, _: &str) {}

    fn apply_preferences(&self, preferences: &Preferences) {
        self.reduced_motion.set(preferences.motion.is_reduced(true));
    }

    fn reduced_motion(&self) -> bool {
        self.reduced_motion.get()
    }

    fn touched(&self) -> bool {
        self.touched.get()
    }

    fn ask(&self, question: Question, answered: Callback<Option<Answer>>) {
        // At once and to the end: no frame waits here.
        let answer = Task::new(&question).ok().and_then(|mut task| {
            while task.advance(f64::INFINITY, || 0.0) {}
            task.news()
        });
        answered.emit(answer);
    }

    fn read(&self, _: Vec<File>, _: Callback<Vec<TableFile>>) {}

    fn export(&self, _: &ExportRequest, done: Callback<String>) {
        done.emit("missing".to_owned());
    }

    fn ready(&self) {}
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: f64, style: NumberStyle) -> String {
        Native::default().number("en", value, style)
    }

    #[test]
    fn numbers_are_written_as_browsers_write_american_english() {
        assert_eq!(written(1234567.0, NumberStyle::plain(0)), "1,234,567");
        assert_eq!(written(-16.64, NumberStyle::plain(1)), "\u{2212}16.6");
        assert_eq!(written(0.05, NumberStyle::plain(2)), "0.05");
        assert_eq!(written(2.5, NumberStyle::plain(0)), "3");
        assert_eq!(written(3.12, NumberStyle::percent(1)), "3.1%");
        assert_eq!(written(3.12, NumberStyle::signed_percent(1)), "+3.1%");
    }

    #[test]
    fn nothing_rounded_to_zero_has_a_sign() {
        assert_eq!(written(-0.04, NumberStyle::signed(1)), "0.0");
        assert_eq!(written(0.04, NumberStyle::signed(1)), "0.0");
        assert_eq!(written(-0.0, NumberStyle::plain(0)), "0");
    }

    #[test]
    fn dates_are_written_in_words() {
        let date = Date::new(2026, 8, 19).unwrap();
        assert_eq!(Native::default().date("en", date, DateStyle::Long), "August 19, 2026");
        assert_eq!(Native::default().date("en", date, DateStyle::Month), "Aug 2026");
        assert_eq!(Native::default().date("ru", date, DateStyle::Long), "19 августа 2026 г.");
        assert_eq!(Native::default().date("zh-Hant", date, DateStyle::Month), "2026年8月");
    }

    #[test]
    fn other_languages_have_signs_and_plurals_of_their_own() {
        let native = Native::default();
        assert_eq!(native.number("ru", 12345.6, NumberStyle::percent(1)), "12\u{a0}345,6\u{a0}%");
        assert_eq!(native.number("vi", -1234.5, NumberStyle::plain(1)), "\u{2212}1.234,5");
        let counts =
            [(1.0, "one"), (3.0, "few"), (11.0, "many"), (12.0, "many"), (21.0, "one"), (2.5, "other")];
        for (count, category) in counts {
            assert_eq!(native.plural("ru", count).name(), category, "{count}");
            assert_eq!(native.plural("zh-Hans", count).name(), "other", "{count}");
        }
    }

    /// A language that nothing here knows would be written as English is.
    #[test]
    fn every_language_is_written_in_its_own_way() {
        let (native, date) = (Native::default(), Date::new(2026, 8, 19).unwrap());
        for language in Language::ALL {
            let tag = language.tag();
            let written = |tag| native.date(tag, date, DateStyle::Long);
            assert_eq!(
                written(tag) == written("en"),
                language == Language::English,
                "{tag}: {}",
                written(tag)
            );
            let counts = (0..=30).map(f64::from).chain([0.5]);
            let met: std::collections::BTreeSet<_> =
                counts.map(|count| native.plural(tag, count).name()).collect();
            let named: std::collections::BTreeSet<_> = language.plurals().iter().copied().collect();
            assert_eq!(met, named, "{tag}: plural categories that counts meet");
        }
    }
}
