//! Addresses that carry a setting: `?v=1&lang=ru&start=2026-08-19&capex=900&tga=300&week=26`.
//!
//! Pure, so that tests cover every key without a browser. What stands at its default is left out;
//! keys of others are ignored in silence; a bad value of our own key is clamped or dropped and
//! reported as a [`Notice`]. Numbers have at most nine decimals ([`rounded`]).

use bathtub_model::{DEFAULT_START, DEFAULT_WEEK, Error, PARAMETERS, Parameter, Start, Unit, WEEKS};

use crate::language::Language;
use crate::number::{read, rounded};
use crate::state::{Notice, Setting};

/// Version of the keys and their meaning. A change that breaks old links raises it, and
/// [`parse`] goes on reading the old ones.
pub const VERSION: &str = "1";

/// Reads the query of an address, without its question mark.
pub fn parse(query: &str) -> (Setting, Vec<Notice>) {
    let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
    // The first of several values of one key, as `URLSearchParams.get` has it.
    let value = |key: &str| pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_ref());
    let mut notices = Vec::new();

    if let Some(text) = value("v").filter(|text| *text != VERSION) {
        notices.push(Notice::Version { text: text.to_owned() });
    }
    if let Some(text) = value("lang").filter(|text| Language::from_tag(text).is_none()) {
        let key = format!("lang={text}");
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
    let tag = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "lang")?.1;
    Language::from_tag(&tag)
}

/// Writes the query for a setting in a language; empty where nothing is changed.
pub fn write(setting: &Setting, language: Language) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    if language != Language::English {
        pairs.push(("lang", language.tag().to_owned()));
    }
    let scenario = &setting.scenario;
    if scenario.start() != DEFAULT_START {
        pairs.push(("start", scenario.start().date.to_owned()));
    }
    for id in scenario.changed() {
        pairs.push((id.row().key, scenario.get(id).to_string()));
    }
    if setting.week != DEFAULT_WEEK {
        pairs.push(("week", setting.week.to_string()));
    }
    if pairs.is_empty() {
        return String::new();
    }
    let pairs = pairs.iter().map(|(key, value)| format!("&{key}={value}"));
    format!("v={VERSION}{}", pairs.collect::<String>())
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
    let Some(value) = read(text).map(rounded) else {
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
    let whole = read(text).filter(|value| value.fract() == 0.0);
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

#[cfg(test)]
mod tests;
