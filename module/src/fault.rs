//! What is wrong with a request, for whoever made it from JavaScript.

use bathtub_model::Error;

/// Which error of JavaScript it becomes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// `RangeError`: a number, but none that is allowed.
    Range,
    /// `TypeError`: not of the type that is asked for.
    Type,
    /// `Error`: anything else.
    Other,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Which error it becomes.
    pub kind: Kind,
    /// One sentence that names parameter, value and range.
    pub message: String,
    /// Key of the parameter, setting or option.
    pub parameter: Option<String>,
    /// The value, where it is a number.
    pub value: Option<f64>,
    /// Smallest and largest value, where there is a range.
    pub range: Option<[f64; 2]>,
}

impl Fault {
    /// A fault of a key, with the rest of the sentence.
    pub fn of(kind: Kind, key: &str, rest: &str) -> Self {
        let message = format!("{key}: {rest}");
        Fault { kind, message, parameter: Some(key.into()), value: None, range: None }
    }

    /// A number outside its range.
    pub fn outside(key: &str, value: f64, range: [f64; 2], of: &str) -> Self {
        let [min, max] = range;
        let of = if of.is_empty() { String::new() } else { format!(" {of}") };
        let rest = format!("{value} is outside the range {min} to {max}{of}");
        Fault { value: Some(value), range: Some(range), ..Fault::of(Kind::Range, key, &rest) }
    }
}

/// A sentence repeats what was given: no more of it than one reads.
fn cut(sentence: &str) -> String {
    const MOST: usize = 400;
    match sentence.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &sentence[..end]),
        None => sentence.to_owned(),
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        let message = cut(&error.to_string());
        let plain = |kind, key: &str| Fault {
            kind,
            message: message.clone(),
            parameter: Some(key.into()),
            value: None,
            range: None,
        };
        match &error {
            Error::UnknownParameter { key } => {
                Fault::of(Kind::Other, key, "no such parameter; parameters() lists them")
            }
            Error::OutOfRange { key, value, min, max, .. } => {
                Fault { value: Some(*value), range: Some([*min, *max]), ..plain(Kind::Range, key) }
            }
            Error::StartOutOfRange { .. } | Error::UnknownStart { .. } => plain(Kind::Range, "start"),
            Error::NotANumber { key, .. } => plain(Kind::Type, key),
            Error::BalanceSheet { .. } => plain(Kind::Range, "fed_assets"),
            Error::UnknownWeek { .. } => plain(Kind::Range, "week"),
            Error::OutsideData { name, .. } => plain(Kind::Range, name),
            Error::BadData { .. } => Fault { parameter: None, ..plain(Kind::Other, "") },
        }
    }
}
