//! What can be wrong with a request to the model.

use std::fmt;

use crate::{Date, Unit};

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
    /// A value could not be read as a finite number.
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
    /// A Wednesday of the weekly table that no run can begin from.
    StartOutOfRange {
        /// The date.
        date: String,
        /// Key of the parameter that would begin out of range.
        key: &'static str,
        /// Where it stood.
        value: f64,
        /// Smallest value of its row.
        min: f64,
        /// Largest value of its row.
        max: f64,
        /// Unit of these.
        unit: crate::Unit,
    },
    /// What the Fed owes is more than what it holds.
    BalanceSheet {
        /// Total assets of the Fed, $bn.
        assets: f64,
        /// Reserves, reverse repo, the Treasury's account and currency together, $bn.
        liabilities: f64,
    },
    /// The week of a read-out lies outside the run.
    UnknownWeek {
        /// The week as given.
        week: usize,
    },
    /// A day of a backtest lies outside its data.
    OutsideData {
        /// Which of its days, `start` or `end`.
        name: &'static str,
        /// The day as given.
        day: Date,
        /// First day of the data.
        first: Date,
        /// Last day of the data.
        last: Date,
    },
    /// A table of published data cannot be used.
    BadData {
        /// Name of the file, or of several; empty for a table that is built in.
        file: String,
        /// Line of the file, counted from one; 0 for the file as a whole.
        line: usize,
        /// What is wrong.
        reason: String,
        /// What to do about it; said to those who have named a file of their own.
        remedy: String,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::UnknownParameter { key } => {
                let key = if key.is_empty() { "''" } else { key };
                write!(f, "{key}: no such parameter; `bathtub parameters` lists them")
            }
            Error::OutOfRange { key, value, min, max, unit } => {
                let value = brief(*value);
                write!(f, "{key}: {value} is outside the range {min} to {max} ({unit})")
            }
            Error::NotANumber { key, text } => {
                write!(f, "{key}: '{text}' is not a number")?;
                write!(f, "{}", advice(text))?;
                match crate::ParameterId::from_key(key) {
                    Ok(id) => {
                        write!(f, "; the range is {} to {} ({})", id.row().min, id.row().max, id.row().unit)
                    }
                    Err(_) => Ok(()),
                }
            }
            Error::UnknownStart { date } => {
                write!(f, "start: no balance sheet for '{date}'")?;
                match crate::Date::parse(date) {
                    Some(day) if day.is_wednesday() => {}
                    Some(day) => {
                        write!(f, ", which is no Wednesday (the one before is {})", day.wednesday())?
                    }
                    None => write!(f, ", which is no date like 2025-07-30")?,
                }
                write!(f, "; known are the Wednesdays of the weekly table and ")?;
                for (i, start) in crate::STARTS.iter().enumerate() {
                    let comma = if i == 0 { "" } else { ", " };
                    write!(f, "{comma}{}", start.date)?;
                }
                Ok(())
            }
            Error::StartOutOfRange { date, key, value, min, max, unit } => write!(
                f,
                "start: no run can begin on {date}: {key} stood at {value} then, outside the range {min} to {max} ({unit})"
            ),
            Error::BalanceSheet { assets, liabilities } => write!(
                f,
                "balance sheet: fed_assets, {assets:.1}, is less than reserves, on_rrp, account and currency together, {liabilities:.1} ($bn)"
            ),
            Error::UnknownWeek { week } => {
                write!(f, "week: {week} is outside the range 0 to {}", crate::WEEKS)
            }
            Error::OutsideData { name, day, first, last } => {
                write!(f, "{name}: {day} is outside the data, {first} to {last}")
            }
            Error::BadData { file, line, reason, remedy } => {
                write!(f, "{}", if file.is_empty() { "data" } else { file })?;
                if *line > 0 {
                    write!(f, ", line {line}")?;
                }
                write!(f, ": {reason}")?;
                if file.is_empty() || remedy.is_empty() { Ok(()) } else { write!(f, "; {remedy}") }
            }
        }
    }
}

/// A number without hundreds of digits.
fn brief(value: f64) -> String {
    if value.abs() < 1e15 || !value.is_finite() { value.to_string() } else { format!("{value:e}") }
}

/// How to write what was meant for a number.
fn advice(text: &str) -> &'static str {
    match () {
        () if text.contains(',') => "; write decimals with a point, thousands without a comma",
        () if text.contains(['\u{2212}', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}']) => {
            "; write minus as -"
        }
        () => "",
    }
}

impl std::error::Error for Error {}
