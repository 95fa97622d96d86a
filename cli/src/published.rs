//! The published tables, as `data/` has them.

use bathtub_model::backtest::Tables;
use bathtub_model::{Date, Error, Start};

/// The weekly table, bank assets, bills.
pub const TABLES: [&str; 3] = [
    include_str!("../../data/liquidity_weekly_2015_2025.csv"),
    include_str!("../../data/commercial_banks_weekly_2015_2025.csv"),
    include_str!("../../data/treasury_debt_monthly_2014_2025.csv"),
];

/// The start of a date: a curated one, or any Wednesday of the weekly table.
pub fn start(date: &str) -> Result<&'static Start, Error> {
    Start::from_date(date).or_else(|unknown| match Date::parse(date) {
        Some(day) => Tables::from_csv(TABLES)?.published().start(day)?.keep(),
        None => Err(unknown),
    })
}
