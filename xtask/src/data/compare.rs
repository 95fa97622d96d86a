//! What is published against what is held: every check, and what would change.

use anyhow::{Result, anyhow};
use jiff::ToSpan;
use jiff::civil::Date;

use super::cell::{number, value, written};
use super::checks::{check_days, check_identity, check_unit, missing};
use super::fault::{SOURCES, fault};
use super::held::{Held, Row};
use super::published::Points;
use super::rhythm::is_working_day;
use super::sources::{Column, Table};

/// Rows this far beyond what is held, or in the future, are taken for mistaken dates.
const NEWEST_AFTER_WEEKS: i64 = 60;

/// A table with what is new in it.
pub struct Update {
    pub table: &'static Table,
    pub held: Held,
    pub added: usize,
    pub changes: Vec<Change>,
}

/// A value of a held row.
pub struct Change {
    pub day: Date,
    pub column: &'static str,
    /// As written; empty where there was none.
    pub from: String,
    pub to: String,
}

/// Compares a table with what is published, column by column.
///
/// # Errors
/// A sentence for the first check that fails.
pub fn compare(table: &'static Table, held: Held, published: &[Points], today: Date) -> Result<Update> {
    let mut update = Update { table, held, added: 0, changes: Vec::new() };
    let (first, last) = (update.held.first(), update.held.last());
    for (place, (column, points)) in table.columns.iter().zip(published).enumerate() {
        check_days(table, column, points, first, last)?;
        check_unit(table, column, place, points, &update.held)?;
        compare_held(table, column, place, points, &mut update)?;
    }
    for day in new_days(table, published, last, today)? {
        let cells = table.columns.iter().zip(published);
        let cells =
            cells.map(|(column, points)| new_cell(table, column, points, day)).collect::<Result<_>>()?;
        update.held.rows.push(Row { day, cells });
        update.added += 1;
    }
    check_identity(table, update.new_rows())?;
    Ok(update)
}

impl Change {
    /// How far the value moved; nothing where there was none.
    pub fn moved(&self) -> Option<f64> {
        Some((number(&self.to)? - number(&self.from)?).abs())
    }
}

impl Update {
    pub fn is_empty(&self) -> bool {
        self.added == 0 && self.changes.is_empty()
    }

    pub fn new_rows(&self) -> &[Row] {
        &self.held.rows[self.held.rows.len() - self.added..]
    }
}

/// Held values are as published, but for revisions of what is revised and blanks that are filled.
fn compare_held(
    table: &Table,
    column: &'static Column,
    place: usize,
    points: &Points,
    update: &mut Update,
) -> Result<()> {
    let series = &column.series;
    for row in &mut update.held.rows {
        if series.begins.is_some_and(|begins| row.day < begins) {
            continue;
        }
        let cell = &mut row.cells[place];
        let published = value(table, column, points, row.day, true);
        match (number(cell), published) {
            (Some(held), Some(published)) if (held - published).abs() <= column.digits.rounding() => continue,
            (Some(held), Some(published)) => {
                let moved = (held - published).abs();
                if column.revised_by.is_none_or(|limit| moved > limit) {
                    let what = format!("{published} is published and {} held in {}", held, column.name);
                    let remedy = match column.revised_by {
                        Some(limit) => format!(
                            "look whether its publisher has revised it by more than {limit}, and raise the limit in {SOURCES} if so"
                        ),
                        None => format!(
                            "look whether its publisher has corrected it, and if so write the new value into data/{} and the reason into data/SOURCES.md",
                            table.file
                        ),
                    };
                    return Err(fault(series, Some(row.day), &what, &remedy));
                }
            }
            (Some(held), None) => {
                let what = format!("{held} is held in {} and nothing published any more", column.name);
                let remedy = format!("try again later, or let the series begin later in {SOURCES}");
                return Err(fault(series, Some(row.day), &what, &remedy));
            }
            (None, Some(_)) if column.late => {}
            (None, _) => continue,
        }
        if let Some(published) = published {
            let to = written(column, row.day, published)?;
            let from = std::mem::replace(cell, to.clone());
            update.changes.push(Change { day: row.day, column: column.name, from, to });
        }
    }
    Ok(())
}

/// The days of new rows: those that every series with the rhythm of the table has.
fn new_days(table: &Table, published: &[Points], last: Date, today: Date) -> Result<Vec<Date>> {
    let leading = || {
        let all = table.columns.iter().zip(published);
        all.filter(|(column, _)| column.series.rhythm == table.rhythm && !column.late)
            .filter_map(|(column, points)| Some((column, points, *points.keys().next_back()?)))
    };
    let (Some((ahead, points, newest)), Some((behind, _, end))) =
        (leading().max_by_key(|(.., day)| *day), leading().min_by_key(|(.., day)| *day))
    else {
        return Err(anyhow!("{} has no series of its own rhythm in {SOURCES}", table.file));
    };
    let latest = today.min(last + NEWEST_AFTER_WEEKS.weeks());
    if newest > latest {
        let what = if newest > today {
            format!("it is later than today, {today}")
        } else {
            format!("it is more than {NEWEST_AFTER_WEEKS} weeks after {last}, the last row held")
        };
        let remedy =
            "look at the date, and raise NEWEST_AFTER_WEEKS in xtask/src/data/compare.rs if it is right";
        return Err(fault(&ahead.series, Some(newest), &what, remedy));
    }
    if newest > end + i64::from(table.lag_days).days() {
        let what = format!("it has no value for {}, and {} of {} has", behind.name, ahead.series.id, newest);
        return Err(fault(
            &behind.series,
            Some(table.rhythm.next(end)),
            &what,
            "try again when it is published",
        ));
    }
    Ok(points.range(last + 1.day()..).map(|(day, _)| *day).filter(|day| *day <= end).collect())
}

fn new_cell(table: &Table, column: &Column, points: &Points, day: Date) -> Result<String> {
    match value(table, column, points, day, !is_working_day(day)) {
        Some(value) => written(column, day, value),
        None if column.late => Ok(String::new()),
        None => Err(missing(column, day)),
    }
}
