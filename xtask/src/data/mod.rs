//! Brings the tables of `data/` up to date from what is published, after every check has passed.

mod cell;
mod checks;
mod compare;
mod difference;
mod fault;
mod fetch;
mod held;
mod published;
mod rhythm;
mod sources;
mod store;
#[cfg(test)]
mod tests;

use std::path::Path;

use anyhow::{Context, Result};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::args::Data;
use crate::project;
use compare::Update;
use fetch::Fetcher;
use held::Held;
use sources::{Series, TABLES};

/// Days before the first row from which to fetch: a row may need the value of a day before.
const DAYS_BEFORE: i64 = 7;

/// Fetches, checks, shows the difference and writes it.
///
/// # Errors
/// A sentence for a source that fails or a check that does not pass; `data/` is then as before.
pub fn run(options: &Data) -> Result<()> {
    let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
    let difference = update(options, &project::root().join("data"), today).context("data/ is as before")?;
    print!("{difference}");
    Ok(())
}

/// Brings the tables in a folder up to date and returns the difference.
fn update(options: &Data, folder: &Path, today: Date) -> Result<String> {
    let held = TABLES.iter().map(|table| Held::read(folder, table)).collect::<Result<Vec<_>>>()?;
    // A series that goes into two tables is fetched once, for the longer one.
    let from = |series: &Series| {
        let tables = TABLES.iter().zip(&held);
        let using = tables.filter(|(table, _)| table.columns.iter().any(|one| one.series.id == series.id));
        using.map(|(_, held)| held.first() - DAYS_BEFORE.days()).min().unwrap_or(today)
    };
    let mut fetcher = Fetcher::new(options.base.as_deref());
    let mut published = Vec::new();
    for table in &TABLES {
        let mut columns = Vec::new();
        for column in table.columns {
            columns
                .push(published::read(&column.series, fetcher.get(&column.series, from(&column.series))?)?);
        }
        published.push(columns);
    }
    let updates = TABLES.iter().zip(held).zip(&published);
    let updates: Vec<Update> = updates
        .map(|((table, held), columns)| compare::compare(table, held, columns, today))
        .collect::<Result<_>>()?;
    if !options.check && updates.iter().any(|update| !update.is_empty()) {
        store::write(folder, &updates, today)?;
    }
    Ok(difference::difference(&updates, today))
}
