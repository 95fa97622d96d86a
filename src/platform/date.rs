//! How dates are written.

use bathtub_model::Date;

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// August 19, 2026.
    Long,
    /// Aug 2026.
    Month,
}

/// Milliseconds from 1970-01-01 to a day at noon, where no time zone changes the day.
pub fn noon(date: Date) -> f64 {
    f64::from(date.days()) * 86_400_000.0 + 43_200_000.0
}
