//! What may be said between a frame and the page around it, as plain values: version 1, for good.
//! `www/schema/messages.json` is the same as a schema, `docs/embedding.md` in words.
//!
//! The page around it may set levers and nothing else. What it sends and is not understood is
//! answered with an error, and never does half of something.

use bathtub_model::{Duck, Error, PARAMETERS, Run};

use crate::language::Language;
use crate::link;
use crate::scene::facts::Part;
use crate::state::{Notice, Setting};

/// The version of the messages, in each of them: `{ bathtub: 1, … }`.
pub const VERSION: f64 = 1.0;

/// Longest change that is read, in characters: all parameters by name are less.
const LONGEST: usize = 8000;

/// A plain value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Number(f64),
    Text(String),
    Flag(bool),
    Fields(Fields),
    List(Vec<Value>),
}

/// Names and values, in their order.
pub type Fields = Vec<(&'static str, Value)>;

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

/// What the page around the frame asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// It is there; whether it makes the frame as high as its content.
    Hello { content: bool },
    /// A setting: a change of what is shown or, `whole`, everything anew.
    Set { change: String, whole: bool },
    /// A step of a text: the setting it tells of, and a part to point at. It is the visitor's from the
    /// first lever on that they move.
    Step { change: String, point: Option<Part> },
}

/// A question, with the number by which its answer is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub id: Option<f64>,
    pub asked: Asked,
}

/// Why a message is not understood.
pub type Misunderstood = &'static str;

/// Reads a message; `field` gives its text or number fields. None when it is not one of ours.
pub fn read(field: &dyn Fn(&str) -> Option<Value>) -> Option<Result<Question, Misunderstood>> {
    if field("bathtub") != Some(Value::Number(VERSION)) {
        return None;
    }
    let id = match field("id") {
        Some(Value::Number(id)) if id.is_finite() => Some(id),
        _ => None,
    };
    Some(asked(field).map(|asked| Question { id, asked }))
}

fn asked(field: &dyn Fn(&str) -> Option<Value>) -> Result<Asked, Misunderstood> {
    let text = |name| match field(name) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    };
    let change = || text("setting").filter(|change| change.len() <= LONGEST).ok_or("setting");
    Ok(match text("type").as_deref() {
        Some("hello") => Asked::Hello { content: text("fit").as_deref() == Some("content") },
        Some("set") => Asked::Set { change: change()?, whole: false },
        Some("open") => Asked::Set { change: change()?, whole: true },
        Some("step") => {
            let point = match text("point") {
                Some(key) => Some(Part::from_key(&key).ok_or("point")?),
                None => None,
            };
            Asked::Step { change: change()?, point }
        }
        _ => return Err("type"),
    })
}

/// The setting that a change asks for.
pub fn wanted(setting: &Setting, change: &str, whole: bool) -> (Setting, Vec<Notice>) {
    let change = change.strip_prefix('?').unwrap_or(change);
    match whole {
        // What is written by hand means what it says today, unless it names its version.
        true if link::value(change, "v").is_none() => link::parse(&format!("v={}&{change}", link::VERSION)),
        true => link::parse(change),
        false => link::merged(setting, change),
    }
}

fn message(kind: &str, id: Option<f64>, fields: Fields) -> Value {
    let id = id.map(|id| ("id", Value::from(id)));
    let head = [("bathtub", Value::from(VERSION)), ("type", Value::from(kind))];
    Value::Fields(head.into_iter().chain(id).chain(fields).collect())
}

/// That a frame is there, before anything else is said: it holds nothing.
pub fn here() -> Value {
    message("here", None, vec![])
}

/// How high the frame would like to be, CSS px.
pub fn height(height: f64) -> Value {
    message("height", None, vec![("height", height.into())])
}

/// What could not be used as it was asked for: the field of the message, or the keys of the setting.
pub fn error(id: Option<f64>, faults: Vec<Value>) -> Value {
    message("error", id, vec![("faults", Value::List(faults))])
}

/// A field of a message that is not understood.
pub fn misunderstood(field: Misunderstood) -> Value {
    Value::Fields(vec![("fault", "message".into()), ("key", field.into())])
}

/// A notice for programs; the frame itself says it in words.
pub fn fault(notice: &Notice) -> Value {
    let of = |fault: &str, key: &str| vec![("fault", Value::from(fault)), ("key", key.into())];
    Value::Fields(match notice {
        Notice::Clamped { error, used } => {
            let mut fields = of("out-of-range", key(error));
            fields.push(("used", (*used).into()));
            fields
        }
        Notice::Dropped(error) => of(why(error), key(error)),
        Notice::Doubled { key, .. } => of("doubled", key),
        Notice::Retired { key, .. } => of("retired", key),
        Notice::Version { text } => of("unknown-version", text),
        Notice::OlderModel { model } => of("older-model", model),
        Notice::Tables { date } => of("no-tables", date),
        Notice::Words { language } => of("no-words", language.tag()),
    })
}

fn why(error: &Error) -> &'static str {
    match error {
        Error::UnknownParameter { .. } => "unknown",
        Error::NotANumber { .. } => "not-a-number",
        Error::OutOfRange { .. } => "out-of-range",
        Error::UnknownStart { .. } => "unknown-start",
        Error::BalanceSheet { .. } => "balance-sheet",
        _ => "other",
    }
}

fn key(error: &Error) -> &str {
    match error {
        Error::UnknownParameter { key } => key,
        Error::NotANumber { key, .. } => key,
        Error::OutOfRange { key, .. } => key,
        Error::UnknownStart { date } => date,
        _ => "",
    }
}

/// What is shown, once it is and whenever it changes.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    pub setting: &'a Setting,
    pub run: &'a Run,
    /// Whether it goes on changing: a slider is held.
    pub moving: bool,
    /// Whether the page around it asked for it.
    pub asked: bool,
}

/// Tells what is shown: `ready` the first time, `change` from then on.
pub fn shown(kind: &str, id: Option<f64>, shown: Shown) -> Value {
    let Shown { setting, run, moving, asked } = shown;
    let scenario = &setting.scenario;
    let values = PARAMETERS.iter().map(|row| (row.key, scenario.get(row.id).into())).collect();
    let mut fields: Fields = vec![
        ("setting", link::write(setting, Language::English).as_str().into()),
        ("by", if asked { "host" } else { "visitor" }.into()),
        ("moving", Value::Flag(moving)),
        ("start", scenario.start().date.into()),
        ("week", (setting.week as f64).into()),
        ("values", Value::Fields(values)),
    ];
    if let Ok(now) = run.readouts(setting.week) {
        let readouts = vec![
            ("level", now.level.into()),
            ("index", now.index.into()),
            ("stage", f64::from(now.stage as u8).into()),
            ("spread_bp", now.spread_bp.into()),
        ];
        fields.push(("readouts", Value::Fields(readouts)));
    }
    let ducks = Duck::ALL
        .iter()
        .filter_map(|duck| Some((duck.key(), Value::from(run.duck(*duck, setting.week).ok()?.change_pct))));
    fields.push(("ducks", Value::Fields(ducks.collect())));
    message(kind, id, fields)
}

#[cfg(test)]
mod tests;
