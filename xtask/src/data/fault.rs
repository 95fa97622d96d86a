//! The sentence that stops the task.

use anyhow::{Error, anyhow};
use jiff::civil::Date;

use super::sources::Series;

/// The file in which the table of sources is.
pub const SOURCES: &str = "xtask/src/data/sources.rs";

/// Names series, source and row, says what is wrong with it and what to do.
pub fn fault(series: &Series, row: Option<Date>, what: &str, remedy: &str) -> Error {
    let row = row.map(|day| format!(", row {day}")).unwrap_or_default();
    anyhow!("{} of {}{row}: {what}; {remedy}", series.id, series.publisher())
}
