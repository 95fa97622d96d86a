//! What can be wrong with a request to the model.

use std::fmt;

use crate::Unit;

/// A request the model refuses. Errors are data: the page translates them, the
/// command line prints them.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// No parameter has this key.
    UnknownParameter {
        /// The key as given.
        key: String,
    },
    /// A value is not a finite number or outside its range.
    OutOfRange {
        /// Key of the parameter.
        key: &'static str,
        /// The value as given.
        value: f64,
        /// Smallest value accepted.
        min: f64,
        /// Largest value accepted.
        max: f64,
        /// Unit of value and range.
        unit: Unit,
    },
    /// A value could not be read as a number.
    NotANumber {
        /// Key of the parameter.
        key: String,
        /// The text as given.
        text: String,
    },
    /// There is no balance sheet of this date.
    UnknownStart {
        /// The date as given.
        date: String,
    },
    /// The week of a read-out lies outside the run.
    UnknownWeek {
        /// The week as given.
        week: usize,
    },
    /// A table of published data cannot be used.
    BadData {
        /// Line of the file, counted from one; 0 for the file as a whole.
        line: usize,
        /// What is wrong.
        reason: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::UnknownParameter { key } => {
                write!(f, "{key}: no such parameter; `bathtub parameters` lists them")
            }
            Error::OutOfRange { key, value, min, max, unit } => {
                write!(f, "{key}: {value} is outside the range {min} to {max} ({unit})")
            }
            Error::NotANumber { key, text } => {
                write!(f, "{key}: '{text}' is not a number")?;
                match crate::ParameterId::from_key(key) {
                    Ok(id) => {
                        write!(f, "; the range is {} to {} ({})", id.row().min, id.row().max, id.row().unit)
                    }
                    Err(_) => Ok(()),
                }
            }
            Error::UnknownStart { date } => {
                write!(f, "start: no balance sheet for '{date}'; known dates: ")?;
                for (i, start) in crate::STARTS.iter().enumerate() {
                    let comma = if i == 0 { "" } else { ", " };
                    write!(f, "{comma}{}", start.date)?;
                }
                Ok(())
            }
            Error::UnknownWeek { week } => {
                write!(f, "week: {week} is outside the range 0 to {}", crate::WEEKS)
            }
            Error::BadData { line: 0, reason } => write!(f, "data: {reason}"),
            Error::BadData { line, reason } => write!(f, "data, line {line}: {reason}"),
        }
    }
}

impl std::error::Error for Error {}
