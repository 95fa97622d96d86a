//! Addresses that carry a setting: `?v=1&lang=ru&start=2026-08-19&capex=900&tga=300&week=26`.
//!
//! Pure, so that tests cover every key without a browser. What stands at its default is left out;
//! keys of others are ignored in silence; a bad value of our own key is clamped or dropped and
//! told in a [`Notice`]. Numbers have at most nine decimals ([`rounded`]), written and read here:
//! that keeps the formatting of floating-point numbers out of the program.

use std::borrow::Cow;

use bathtub_model::{
    DEFAULT_START, DEFAULT_WEEK, Error, PARAMETERS, Parameter, ParameterId, Start, Unit, WEEKS,
};

use crate::decimal::{self, rounded};
use crate::locale::Language;
use crate::state::Setting;

/// Version of the keys and their meaning. A change that breaks old links raises it, and
/// [`parse`] goes on reading the old ones.
pub const VERSION: &str = "1";

/// Something in a link that could not be used as it stood.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The value was left out.
    Dropped(Error),
    /// The nearest allowed value was taken instead.
    Clamped {
        /// What was wrong.
        error: Error,
        /// What was taken.
        used: f64,
    },
    /// The link is of a version that this page does not know.
    Version {
        /// The version as given.
        text: String,
    },
    /// The words of a language could not be loaded.
    Words {
        /// The language.
        language: Language,
    },
}

/// Reads the query of an address, without its question mark.
pub fn parse(query: &str) -> (Setting, Vec<Notice>) {
    let pairs: Vec<_> = pairs(query).collect();
    // The first of several values of one key, as `URLSearchParams.get` has it.
    let value = |key: &str| pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_ref());
    let mut notices = Vec::new();

    if let Some(text) = value("v").filter(|text| *text != VERSION) {
        notices.push(Notice::Version { text: text.to_owned() });
    }
    if let Some(text) = value("lang").filter(|text| Language::from_tag(text).is_none()) {
        let key = ["lang=", text].concat();
        notices.push(Notice::Dropped(Error::UnknownParameter { key }));
    }
    let start = value("start").map_or(Ok(DEFAULT_START), Start::from_date);
    let start = start.unwrap_or_else(|error| {
        notices.push(Notice::Dropped(error));
        DEFAULT_START
    });
    let mut setting = Setting { scenario: bathtub_model::Scenario::new(start), week: DEFAULT_WEEK };
    for row in &PARAMETERS {
        if let Some(text) = value(row.key) {
            setting = with_text(setting, row, text, &mut notices);
        }
    }
    if let Some(text) = value("week") {
        setting.week = week(text, &mut notices);
    }
    (setting, notices)
}

/// The language that an address asks for.
pub fn language(query: &str) -> Option<Language> {
    let tag = pairs(query).find(|(name, _)| name == "lang")?.1;
    Language::from_tag(&tag)
}

/// Writes the query for a setting in a language; empty where nothing is changed.
pub fn write(setting: &Setting, language: Language) -> String {
    let mut query = String::new();
    let mut add = |key: &str, value: &str| {
        for part in [if query.is_empty() { "v=1&" } else { "&" }, key, "=", value] {
            query.push_str(part);
        }
    };
    if language != Language::English {
        add("lang", language.tag());
    }
    let scenario = &setting.scenario;
    if scenario.start() != DEFAULT_START {
        add("start", scenario.start().date);
    }
    for id in scenario.changed() {
        add(id.row().key, &decimal::write(scenario.get(id)));
    }
    if setting.week != DEFAULT_WEEK {
        add("week", &setting.week.to_string());
    }
    query
}

/// What is left in an address when `written` takes the place of `query`: keys that are not of the
/// setting and belong to whoever made the address stay in it.
pub fn replaced(query: &str, mut written: String) -> String {
    for part in query.split('&') {
        let key = part.split('=').next().unwrap_or(part);
        if matches!(key, "embed" | "m") {
            if !written.is_empty() {
                written.push('&');
            }
            written.push_str(part);
        }
    }
    written
}

fn with_text(setting: Setting, row: &'static Parameter, text: &str, notices: &mut Vec<Notice>) -> Setting {
    let Some(value) = decimal::read(text).map(rounded) else {
        notices.push(Notice::Dropped(Error::NotANumber { key: row.key.into(), text: text.to_owned() }));
        return setting;
    };
    let clamped = setting.with(row.id, value);
    if let Err(error) = row.check(value) {
        notices.push(Notice::Clamped { error, used: clamped.scenario.get(row.id) });
    }
    clamped
}

fn week(text: &str, notices: &mut Vec<Notice>) -> usize {
    let whole = decimal::read(text).filter(|value| value.fract() == 0.0);
    let Some(value) = whole else {
        notices.push(Notice::Dropped(Error::NotANumber { key: "week".into(), text: text.to_owned() }));
        return DEFAULT_WEEK;
    };
    let used = value.clamp(0.0, WEEKS as f64);
    if used != value {
        let (key, unit) = ("week", Unit::Weeks);
        let error = Error::OutOfRange { key, value, min: 0.0, max: WEEKS as f64, unit };
        notices.push(Notice::Clamped { error, used });
    }
    used as usize
}

/// The parameter that a notice is about, where it is about one.
pub fn subject(notice: &Notice) -> Option<ParameterId> {
    let key = match notice {
        Notice::Dropped(Error::NotANumber { key, .. }) => key,
        Notice::Clamped { error: Error::OutOfRange { key, .. }, .. } => *key,
        _ => return None,
    };
    ParameterId::from_key(key).ok()
}

fn pairs(query: &str) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    query.split('&').filter(|part| !part.is_empty()).map(|part| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (decoded(key), decoded(value))
    })
}

/// Undoes `%2D` and `+`; what is not valid stays visible as it is.
fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains(['%', '+']) {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = |at: usize| after.get(at).and_then(|byte| (*byte as char).to_digit(16));
        rest = after;
        bytes.push(match (first, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                rest = &after[2..];
                (high * 16 + low) as u8
            }
            (b'+', ..) => b' ',
            (other, ..) => other,
        });
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests;
