//! Units of the numbers in the tables of parameters and series.

use std::fmt;

/// A unit. Programs match on it without a catch-all, so that a new one cannot be forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Billions of dollars: a stock, or a sum over a run.
    Billion,
    /// Billions of dollars a week: a double entry of the accounts.
    BillionAWeek,
    /// Billions of dollars a month: how the Fed states runoff.
    BillionAMonth,
    /// Billions of dollars, moved over thirteen weeks.
    BillionOverAQuarter,
    /// Billions of dollars a year.
    BillionAYear,
    /// Billions of dollars a week for each basis point.
    BillionAWeekPerBp,
    /// Billions of dollars for each basis point.
    BillionPerBp,
    /// Dollars for each dollar.
    DollarPerDollar,
    /// Dollars of market value for each dollar that flows.
    ValuePerFlow,
    /// Basis points: hundredths of a percentage point.
    BasisPoints,
    /// Basis points for each basis point.
    BpPerBp,
    /// Basis points for each percentage point.
    BpPerPoint,
    /// Basis points for each hundred billion dollars.
    BpPerHundredBillion,
    /// Basis points for each hundred billion dollars a year.
    BpPerHundredBillionAYear,
    /// Per cent.
    Percent,
    /// Per cent a year.
    PercentAYear,
    /// Per cent for each basis point.
    PercentPerBp,
    /// Per cent for each percentage point.
    PercentPerPoint,
    /// Per cent a year for each percentage point.
    PercentAYearPerPoint,
    /// Per cent of gross domestic product a year.
    PercentOfGdp,
    /// Per cent for each per cent of gross domestic product.
    PercentPerPercentOfGdp,
    /// Percentage points.
    PercentagePoints,
    /// Percentage points a year.
    PercentagePointsAYear,
    /// Per cent for each per cent.
    Elasticity,
    /// Part of a whole, 0 to 1.
    Share,
    /// One quantity over another of the same unit.
    Ratio,
    /// Difference of natural logarithms.
    Ln,
    /// A factor.
    Times,
    /// 100 where it is measured from.
    Index,
    /// A stage of the shortage: ample, tight, depleted, crisis.
    StageNumber,
    /// Weeks.
    Weeks,
    /// Years.
    Years,
}

impl Unit {
    /// Every unit, in the order of their declaration.
    pub const ALL: [Unit; 32] = [
        Unit::Billion,
        Unit::BillionAWeek,
        Unit::BillionAMonth,
        Unit::BillionOverAQuarter,
        Unit::BillionAYear,
        Unit::BillionAWeekPerBp,
        Unit::BillionPerBp,
        Unit::DollarPerDollar,
        Unit::ValuePerFlow,
        Unit::BasisPoints,
        Unit::BpPerBp,
        Unit::BpPerPoint,
        Unit::BpPerHundredBillion,
        Unit::BpPerHundredBillionAYear,
        Unit::Percent,
        Unit::PercentAYear,
        Unit::PercentPerBp,
        Unit::PercentPerPoint,
        Unit::PercentAYearPerPoint,
        Unit::PercentOfGdp,
        Unit::PercentPerPercentOfGdp,
        Unit::PercentagePoints,
        Unit::PercentagePointsAYear,
        Unit::Elasticity,
        Unit::Share,
        Unit::Ratio,
        Unit::Ln,
        Unit::Times,
        Unit::Index,
        Unit::StageNumber,
        Unit::Weeks,
        Unit::Years,
    ];

    /// The unit as JSON, errors and the documentation write it.
    pub const fn name(self) -> &'static str {
        match self {
            Unit::Billion => "$bn",
            Unit::BillionAWeek => "$bn a week",
            Unit::BillionAMonth => "$bn a month",
            Unit::BillionOverAQuarter => "$bn over a quarter",
            Unit::BillionAYear => "$bn a year",
            Unit::BillionAWeekPerBp => "$bn a week per bp",
            Unit::BillionPerBp => "$bn per bp",
            Unit::DollarPerDollar => "$/$",
            Unit::ValuePerFlow => "$ of value per $ of flow",
            Unit::BasisPoints => "bp",
            Unit::BpPerBp => "bp per bp",
            Unit::BpPerPoint => "bp per percentage point",
            Unit::BpPerHundredBillion => "bp per $100bn",
            Unit::BpPerHundredBillionAYear => "bp per $100bn a year",
            Unit::Percent => "%",
            Unit::PercentAYear => "% a year",
            Unit::PercentPerBp => "% per bp",
            Unit::PercentPerPoint => "% per percentage point",
            Unit::PercentAYearPerPoint => "% a year per percentage point",
            Unit::PercentOfGdp => "% of GDP",
            Unit::PercentPerPercentOfGdp => "% per % of GDP",
            Unit::PercentagePoints => "percentage points",
            Unit::PercentagePointsAYear => "percentage points a year",
            Unit::Elasticity => "elasticity",
            Unit::Share => "share",
            Unit::Ratio => "ratio",
            Unit::Ln => "ln",
            Unit::Times => "×",
            Unit::Index => "index",
            Unit::StageNumber => "0–3",
            Unit::Weeks => "weeks",
            Unit::Years => "years",
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PARAMETERS, SERIES};

    #[test]
    fn every_unit_has_one_name_and_a_row() {
        for (i, unit) in Unit::ALL.into_iter().enumerate() {
            assert_eq!(unit as usize, i, "{unit}");
            assert_eq!(Unit::ALL.iter().filter(|other| other.name() == unit.name()).count(), 1, "{unit}");
            let used = PARAMETERS.iter().map(|row| row.unit).chain(SERIES.iter().map(|row| row.unit));
            assert!(used.into_iter().any(|other| other == unit), "no row is in {unit}");
        }
    }
}
