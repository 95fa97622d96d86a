//! Checks of one series, and of the balance sheet.

use anyhow::{Error, Result};
use jiff::civil::Date;

use super::cell::{number, value};
use super::fault::{SOURCES, fault};
use super::held::{Held, Row};
use super::published::Points;
use super::rhythm::Rhythm;
use super::sources::{Column, Table};

/// A ratio of published to held from here on, or below its reciprocal, is a change of unit.
const OTHER_UNIT: f64 = 50.0;

/// What the Fed owes beside currency, reserves, the Treasury's account and reverse repo, $bn.
const OTHER_LIABILITIES: std::ops::RangeInclusive<f64> = 50.0..=850.0;

/// Only days that the rhythm of the series allows; after the held ones none left out, where every
/// row has its own.
pub fn check_days(table: &Table, column: &Column, points: &Points, first: Date, last: Date) -> Result<()> {
    let series = &column.series;
    let mut before = last;
    for &day in points.range(first..).map(|(day, _)| day) {
        if !series.rhythm.allows(day) {
            let what = format!("it is a {:?}, not {}", day.weekday(), series.rhythm.expected());
            let remedy = format!("wait until its publisher mends it, or change its rhythm in {SOURCES}");
            return Err(fault(series, Some(day), &what, &remedy));
        }
        if day > last && series.rhythm == table.rhythm {
            let due = series.rhythm.next(before);
            if due < day {
                return Err(missing(column, due));
            }
            before = day;
        }
    }
    Ok(())
}

/// For a day that must have a value and has none.
pub fn missing(column: &Column, day: Date) -> Error {
    let what = format!("it has no value for {}", column.name);
    let remedy = if column.series.rhythm == Rhythm::WorkingDays {
        "try again later, or name the day in CLOSED of xtask/src/data/rhythm.rs if markets were closed"
    } else {
        "try again when it is published"
    };
    fault(&column.series, Some(day), &what, remedy)
}

/// The median ratio of published to held values.
pub fn check_unit(table: &Table, column: &Column, place: usize, points: &Points, held: &Held) -> Result<()> {
    let mut ratios: Vec<(f64, Date, f64, f64)> = Vec::new();
    for row in &held.rows {
        let (Some(held), Some(value)) =
            (number(&row.cells[place]), value(table, column, points, row.day, true))
        else {
            continue;
        };
        if held != 0.0 && value != 0.0 {
            ratios.push((value / held, row.day, held, value));
        }
    }
    ratios.sort_by(|a, b| a.0.total_cmp(&b.0));
    let Some(&(ratio, day, held, value)) = ratios.get(ratios.len() / 2) else { return Ok(()) };
    if ratio < OTHER_UNIT && ratio > 1.0 / OTHER_UNIT {
        return Ok(());
    }
    let series = &column.series;
    let what = format!(
        "{value} is published and {held} held in {}, so that its unit is not {}",
        column.name,
        series.unit.name()
    );
    let remedy = format!("change its unit in {SOURCES} if its publisher has changed it");
    Err(fault(series, Some(day), &what, &remedy))
}

/// In every new week the Fed's assets less the liabilities held leave what is plausible.
pub fn check_identity(table: &Table, rows: &[Row]) -> Result<()> {
    let place = |name: &str| table.columns.iter().position(|column| column.name == name);
    let liabilities = ["wcurcir_busd", "wrbwfrbl_busd", "wdtgal_busd", "rrp_busd"].map(place);
    let (Some(assets), [Some(currency), Some(reserves), Some(treasury), Some(repo)]) =
        (place("walcl_busd"), liabilities)
    else {
        return Ok(());
    };
    for row in rows {
        let amount = |place: usize| number(&row.cells[place]).unwrap_or(f64::NAN);
        let other = amount(assets) - amount(currency) - amount(reserves) - amount(treasury) - amount(repo);
        if !OTHER_LIABILITIES.contains(&other) {
            let (least, most) = (OTHER_LIABILITIES.start(), OTHER_LIABILITIES.end());
            let what = format!(
                "less WCURCIR, WRBWFRBL, WDTGAL and RRPONTSYD it leaves {other:.1}bn of other liabilities, not {least} to {most}"
            );
            let remedy = "look at the five values of that Wednesday in the release H.4.1, and try again when they agree";
            return Err(fault(&table.columns[assets].series, Some(row.day), &what, remedy));
        }
    }
    Ok(())
}
