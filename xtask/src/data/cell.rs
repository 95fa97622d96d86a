//! One value of a table: where it comes from and how it is written.

use anyhow::Result;
use jiff::civil::Date;
use jiff::{Span, ToSpan};

use super::fault::{SOURCES, fault};
use super::published::Points;
use super::rhythm::Rhythm;
use super::sources::{Column, Digits, Table};

/// A market may be closed this many days in a row.
const LONGEST_CLOSURE: i64 = 5;

const FRIDAY_TO_WEDNESDAY: i64 = 5;

/// The value of a row: the day's own; of a market that was `closed`, that of the day before; of a
/// Friday's series in a Wednesday's row, that of the Friday before.
pub fn value(table: &Table, column: &Column, points: &Points, day: Date, closed: bool) -> Option<f64> {
    let back: Span = match column.series.rhythm {
        rhythm if rhythm == table.rhythm => 0.days(),
        Rhythm::Fridays => FRIDAY_TO_WEDNESDAY.days(),
        Rhythm::WorkingDays if closed => LONGEST_CLOSURE.days(),
        _ => 0.days(),
    };
    points.range(day - back..=day).next_back().map(|(_, value)| *value)
}

/// As it is written into the table.
///
/// # Errors
/// When it is not plausible.
pub fn written(column: &Column, day: Date, value: f64) -> Result<String> {
    let (least, most) = column.range;
    if !(least..=most).contains(&value) {
        let what = format!("{value} is published, and {} lies between {least} and {most}", column.name);
        let remedy =
            format!("look whether unit or value has changed, and mend unit or range in {SOURCES} if so");
        return Err(fault(&column.series, Some(day), &what, &remedy));
    }
    Ok(column.digits.write(value))
}

pub fn number(cell: &str) -> Option<f64> {
    cell.parse().ok()
}

impl Digits {
    pub fn write(self, value: f64) -> String {
        match self {
            Digits::Fixed(digits) => format!("{value:.digits$}"),
            Digits::AtMost(digits) => {
                let text = format!("{value:.digits$}");
                text.trim_end_matches('0').trim_end_matches('.').to_owned()
            }
        }
    }

    /// Half a unit of the last digit, and what binary fractions add to it.
    pub fn rounding(self) -> f64 {
        let (Digits::Fixed(digits) | Digits::AtMost(digits)) = self;
        0.5 * 0.1_f64.powi(i32::try_from(digits).unwrap_or(0)) + 1e-6
    }
}
