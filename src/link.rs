//! Addresses that carry a setting: `?v=2&lang=ru&start=2026-08-19&capex=900&tga=300&week=26`.
//!
//! Pure, so that tests cover every key without a browser. What others have done to a link on its way is
//! undone where it can mean one thing alone ([`pairs`]). Version and start are always written;
//! what else stands at its default is left out, and means the default of the link's own version for
//! ever ([`frozen`]). Keys of others are ignored in silence; a bad value of our own key is clamped
//! or dropped and reported as a [`Notice`]. Numbers have at most nine decimals ([`rounded`]).

mod frozen;
mod pairs;
mod version_1;
// The present version takes its defaults from the model. They are on file for the day when they are
// frozen; a test fails when the model leaves them.
#[cfg(test)]
mod version_2;

use bathtub_model::{
    DEFAULT_START, DEFAULT_WEEK, Date, Error, Group, PARAMETERS, Parameter, ParameterId, Preset, Scenario,
    Start, Unit, WEEKS,
};

use crate::language::Language;
use crate::number::{decimal, read, rounded};
use crate::state::{LessonPlace, Notice, Setting};
use frozen::FrozenDefaults;
use pairs::Pairs;
use version_1::VERSION_1;

/// Version of the keys, their meaning and their defaults. What breaks old links raises it; how, is
/// in `docs/how-to.md`.
pub const VERSION: &str = "2";

/// Versions that are read and not written any more.
const OLDER: [&FrozenDefaults; 1] = [&VERSION_1];

/// Reads the query of an address, without its question mark.
pub fn parse(query: &str) -> (Setting, Vec<Notice>) {
    let pairs = read_pairs(query);
    let mut notices = Vec::new();

    let version = version(&pairs);
    let older = OLDER.into_iter().find(|older| older.version == version);
    if let Some(older) = older {
        notices.push(Notice::OlderModel { model: older.version });
    } else if version != VERSION {
        notices.push(Notice::Version { text: version.to_owned() });
    }
    if let Some(text) = pairs.get("lang").filter(|text| Language::from_tag(text).is_none()) {
        notices.push(unknown(&format!("lang={text}")));
    }
    let setting = setting(&pairs, older, &mut notices);
    let mistyped = pairs.keys().filter(|key| pairs::is_nearly(key, &PARAMETERS.map(|row| row.key)));
    notices.extend(mistyped.map(unknown));
    notices.extend(doubled(&pairs));
    (setting, notices)
}

/// What is said of a key that means nothing here.
fn unknown(key: &str) -> Notice {
    Notice::Dropped(Error::UnknownParameter { key: key.to_owned() })
}

/// A setting after a change that is written as addresses are, `capex=1200&dry=0`: what it does not name
/// stays. Every key has to be ours.
pub fn merged(setting: &Setting, change: &str) -> (Setting, Vec<Notice>) {
    let pairs = Pairs::new(change, |_| true);
    let mut notices = Vec::new();
    let mut setting = *setting;
    for key in pairs.keys() {
        if !matches!(key, "v" | "start" | "week") && ParameterId::from_key(key).is_err() {
            notices.push(unknown(key));
        }
    }
    if let Some(date) = pairs.get("start") {
        match Start::from_date(date) {
            Ok(start) => setting.scenario = setting.scenario.from_start(start),
            Err(error) => notices.push(Notice::Dropped(error)),
        }
    }
    let setting = with_values(setting, &pairs, &|_| None, &mut notices);
    notices.extend(doubled(&pairs));
    (setting, notices)
}

/// Keys that stand in an address more than once, with different values.
fn doubled(pairs: &Pairs) -> Vec<Notice> {
    let mut doubled: Vec<Notice> = Vec::new();
    for key in pairs.keys().filter(|key| is_own(key)) {
        let mut values = pairs.all(key);
        let used = values.next().unwrap_or_default();
        let said = |notice: &Notice| matches!(notice, Notice::Doubled { key: said, .. } if said == key);
        if let Some(other) = values.find(|other| *other != used)
            && !doubled.iter().any(said)
        {
            doubled.push(Notice::Doubled {
                key: key.to_owned(),
                used: used.to_owned(),
                other: other.to_owned(),
            });
        }
    }
    doubled
}

/// Whether an address asks for more than the page in a language.
pub fn sets_anything(query: &str) -> bool {
    read_pairs(query).keys().any(|key| key != "lang" && is_own(key))
}

/// Whether a key of an address is ours.
fn is_own(key: &str) -> bool {
    matches!(
        key,
        "v" | "lang"
            | "start"
            | "week"
            | "scenario"
            | "embed"
            | "pin"
            | "show"
            | "levers"
            | "theme"
            | "lesson"
            | "step"
    ) || ParameterId::from_key(key).is_ok()
        || VERSION_1.keys().any(|old| old == key)
}

fn read_pairs(query: &str) -> Pairs {
    Pairs::new(query, is_own)
}

/// A value of an address, by its key.
pub fn value(query: &str, key: &str) -> Option<String> {
    read_pairs(query).get(key).map(str::to_owned)
}

/// The step of a lesson that an address opens.
pub fn lesson(query: &str) -> Option<LessonPlace> {
    let pairs = read_pairs(query);
    let id = pairs.get("lesson")?;
    let is_name = |id: &&str| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let step = pairs.get("step").and_then(|step| step.parse().ok()).unwrap_or(1).max(1);
    Some(LessonPlace {
        id: Some(id).filter(is_name).filter(|id| !id.is_empty()).map(|id| id.to_owned().into()),
        step,
    })
}

/// The address of a step of a lesson, as a query.
pub fn write_lesson(place: &LessonPlace, language: Language) -> String {
    let LessonPlace { id, step } = place;
    let step = if id.is_some() { format!("&step={step}") } else { String::new() };
    format!("lesson={}{step}&lang={}", id.as_deref().unwrap_or_default(), language.tag())
}

/// The language that an address asks for.
pub fn language(query: &str) -> Option<Language> {
    Language::from_tag(read_pairs(query).get("lang")?)
}

/// The Wednesdays that an address and its pin begin from, where they are not known: the weekly table
/// may have them.
pub fn unknown_starts(query: &str) -> Vec<String> {
    let pairs = read_pairs(query);
    let unknown = |pairs: &Pairs| {
        let date = pairs.get("start")?.to_owned();
        let day = Date::parse(&date)?;
        (day.is_wednesday() && Start::from_date(&date).is_err()).then_some(date)
    };
    let pin = pairs.get("pin").and_then(|pin| unknown(&unpacked(pin)));
    unknown(&pairs).into_iter().chain(pin).collect()
}

/// The pin of an address, `start:2026-08-19,capex:900`. What follows a comma and has no name of its own
/// belongs to the value before it: `capex:1,200` is refused as `capex=1,200` is.
fn unpacked(pin: &str) -> Pairs {
    let mut query = String::new();
    for part in pin.split(',').filter(|part| !part.is_empty()) {
        let named = part.split_once([':', '=']);
        query += if query.is_empty() { "" } else { ["&", ","][usize::from(named.is_none())] };
        match named {
            Some((key, value)) => query += &format!("{key}={value}"),
            None => query += part,
        }
    }
    Pairs::new(&query, |_| true)
}

/// The scenario of a pin: a start and values, and nothing else; so a pin has no pin.
fn pinned(pin: &str, notices: &mut Vec<Notice>) -> Scenario {
    let pairs = unpacked(pin);
    let own = |key: &str| key == "start" || ParameterId::from_key(key).is_ok();
    notices.extend(pairs.keys().filter(|key| !own(key)).map(unknown));
    let start = start(&pairs, DEFAULT_START, notices);
    with_values(Setting::new(Scenario::new(start)), &pairs, &|_| None, notices).scenario
}

/// Writes the query for a setting in a language.
pub fn write(setting: &Setting, language: Language) -> String {
    let scenario = &setting.scenario;
    let mut query = format!("v={VERSION}");
    if language != Language::English {
        query += &format!("&lang={}", language.tag());
    }
    // A name for readers: what it holds is written out.
    if let Some(preset) = setting.preset {
        query += &format!("&scenario={preset}");
    }
    query.push('&');
    values(&mut query, scenario, ['=', '&']);
    if setting.week != DEFAULT_WEEK {
        query += &format!("&week={}", setting.week);
    }
    if let Some(pinned) = &setting.pinned {
        query += "&pin=";
        values(&mut query, pinned, [':', ',']);
    }
    if setting.two {
        query += "&show=two";
    }
    query
}

/// Start and values of a scenario, with what stands between a name and its value, and between two.
fn values(query: &mut String, scenario: &Scenario, [is, and]: [char; 2]) {
    *query += &format!("start{is}{}", scenario.start().date);
    for id in scenario.changed() {
        *query += &format!("{and}{}{is}{}", id.row().key, decimal(scenario.get(id)));
    }
}

/// The folder of a prepared scenario's own page, from that of the page. The list of all has no key.
pub fn scenario_folder(key: &str, language: Language) -> String {
    let of = if key.is_empty() { "scenarios/".to_owned() } else { format!("scenarios/{key}/") };
    folder(&of, language)
}

/// The folder of the sheets of a lesson, from that of the page.
pub fn sheets_folder(lesson: &str, language: Language) -> String {
    folder(&format!("lessons/{lesson}/sheets/"), language)
}

/// The folder of a page of plain text: English stands in it, other languages in folders of it.
pub fn folder(of: &str, language: Language) -> String {
    if language == Language::English { of.to_owned() } else { format!("{of}{}/", language.tag()) }
}

/// What is left in an address when `written` takes the place of `query`: keys that are not of the
/// setting and belong to whoever made the address stay in it.
pub fn replaced(query: &str, mut written: String) -> String {
    for part in query.split('&') {
        let key = part.split('=').next().unwrap_or(part);
        if matches!(key, "embed" | "m") {
            written.push('&');
            written.push_str(part);
        }
    }
    written
}

/// The version of a link.
///
/// The page has written `v` into every link that it ever wrote. An address without it was typed by
/// hand. If it sets anything, it was typed while there was version 1 alone, where omitting `v` made
/// no difference, and goes on meaning what it meant then. If it sets nothing, as `?lang=ru` or an
/// address with keys of others alone, it asks for the page as it is today.
fn version(pairs: &Pairs) -> &str {
    let given = |key: &str| pairs.get(key).is_some();
    // Nobody embedded version 1.
    let sets = !given("embed") && (given("start") || given("week") || VERSION_1.keys().any(given));
    pairs.get("v").unwrap_or(if sets { VERSION_1.version } else { VERSION })
}

/// The setting of a link. Without `older` its version is the present one, and omitted keys are the
/// start's.
fn setting(pairs: &Pairs, older: Option<&FrozenDefaults>, notices: &mut Vec<Notice>) -> Setting {
    let usual = older.and_then(|older| Start::from_date(older.start).ok()).unwrap_or(DEFAULT_START);
    let start = start(pairs, usual, notices);
    let week = older.map_or(DEFAULT_WEEK, |older| older.week);
    let preset = pairs.get("scenario").and_then(|key| {
        let known = Preset::from_key(&key.to_ascii_lowercase()).map(|preset| preset.key);
        if known.is_none() {
            notices.push(unknown(&format!("scenario={key}")));
        }
        known
    });
    let setting = Setting { week, preset, ..Setting::new(Scenario::new(start)) };
    let restored = |row: &Parameter| older?.restored(row.id, start);
    let mut setting = with_values(setting, pairs, &restored, notices);
    for key in older.into_iter().flat_map(FrozenDefaults::keys) {
        if let (Some(text), Err(_)) = (pairs.get(key), ParameterId::from_key(key)) {
            notices.push(Notice::Retired { key, text: text.to_owned() });
        }
    }
    setting.pinned = pairs.get("pin").map(|pin| pinned(pin, notices));
    setting.two = pairs.get("show").is_some_and(|show| show.eq_ignore_ascii_case("two"));
    setting
}

/// The start that is named, or the usual one.
fn start(pairs: &Pairs, usual: &'static Start, notices: &mut Vec<Notice>) -> &'static Start {
    pairs.get("start").map_or(Ok(usual), Start::from_date).unwrap_or_else(|error| {
        notices.push(Notice::Dropped(error));
        usual
    })
}

/// A setting with the values and the week of an address, and with those that an older version had where
/// the address names none.
fn with_values(
    mut setting: Setting,
    pairs: &Pairs,
    restored: &dyn Fn(&Parameter) -> Option<f64>,
    notices: &mut Vec<Notice>,
) -> Setting {
    for row in &PARAMETERS {
        let given = pairs.get(row.key).and_then(|text| number(row, text, notices));
        if let Some(value) = given.or_else(|| restored(row)) {
            setting = with_value(setting, row, value, notices);
        }
    }
    if let Err(error) = setting.scenario.check_balance_sheet() {
        // What was said of its numbers one by one is beside the point.
        let of_sheet =
            |key: &str| ParameterId::from_key(key).is_ok_and(|id| id.row().group == Group::BalanceSheet);
        notices.retain(|notice| {
            !matches!(notice, Notice::Clamped { error: Error::OutOfRange { key, .. }, .. } if of_sheet(key))
        });
        notices.push(Notice::Dropped(error));
        let sheet = PARAMETERS.iter().filter(|row| row.group == Group::BalanceSheet);
        let published = |s: Scenario, row: &Parameter| s.with_default(row.id);
        setting.scenario = sheet.fold(setting.scenario, published);
    }
    if let Some(text) = pairs.get("week") {
        setting.week = self::week(text, setting.week, notices);
    }
    setting
}

fn number(row: &Parameter, text: &str, notices: &mut Vec<Notice>) -> Option<f64> {
    let value = read(text).map(rounded);
    if value.is_none() {
        notices.push(Notice::Dropped(Error::NotANumber { key: row.key.into(), text: text.to_owned() }));
    }
    value
}

fn with_value(setting: Setting, row: &Parameter, value: f64, notices: &mut Vec<Notice>) -> Setting {
    let clamped = setting.with(row.id, value);
    if let Err(error) = row.check(value) {
        notices.push(Notice::Clamped { error, used: clamped.scenario.get(row.id) });
    }
    clamped
}

fn week(text: &str, usual: usize, notices: &mut Vec<Notice>) -> usize {
    let whole = read(text).filter(|value| value.fract() == 0.0);
    let Some(value) = whole else {
        notices.push(Notice::Dropped(Error::NotANumber { key: "week".into(), text: text.to_owned() }));
        return usual;
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
