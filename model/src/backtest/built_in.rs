//! The published tables as `data/` has them. Only programs that name them carry them: the page fetches
//! them as files.

use super::Tables;
use crate::{Date, Error, Start};

/// The weekly table, bank assets, bills.
pub const TABLES: [&str; 3] = [
    include_str!("../../../data/liquidity_weekly_2015_2025.csv"),
    include_str!("../../../data/commercial_banks_weekly_2015_2025.csv"),
    include_str!("../../../data/treasury_debt_monthly_2014_2025.csv"),
];

/// The start of a date: a curated one, or any Wednesday of the weekly table.
///
/// # Errors
/// [`Error::UnknownStart`] or [`Error::StartOutOfRange`].
///
/// ```
/// let start = bathtub_model::backtest::built_in_start("2016-03-30")?;
/// assert_eq!(start.nearest, Some("2015-01-07"));
/// # Ok::<(), bathtub_model::Error>(())
/// ```
pub fn built_in_start(date: &str) -> Result<&'static Start, Error> {
    Start::from_date(date).or_else(|unknown| match Date::parse(date) {
        Some(day) => Tables::from_csv(TABLES)?.published().start(day)?.keep(),
        None => Err(unknown),
    })
}
