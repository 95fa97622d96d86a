//! Units as products of powers, so that engines can check them.

use std::fmt;
use std::ops::{Div, Mul};

use crate::Unit;

/// What every unit is made of. A percentage and a basis point are no plain numbers here: what
/// turns them into one is a constant of the file.
const BASES: [&str; 7] =
    ["billion_usd", "hundred_billion_usd", "basis_point", "percent", "week", "month", "year"];

/// A product of powers of [`BASES`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimension([i8; BASES.len()]);

/// Plain numbers.
pub const NONE: Dimension = Dimension([0; BASES.len()]);

impl Dimension {
    /// Reads `a*b/c/d`; `1` and `dmnl` stand for no unit.
    pub fn of(text: &str) -> Self {
        let mut powers = [0; BASES.len()];
        for (i, part) in text.split('/').enumerate() {
            for name in part.split('*').filter(|name| !["1", "dmnl"].contains(name)) {
                let base = BASES.iter().position(|base| *base == name);
                let base = base.unwrap_or_else(|| panic!("add the unit `{name}` to BASES"));
                powers[base] += if i == 0 { 1 } else { -1 };
            }
        }
        Dimension(powers)
    }

    /// The dimension of a unit of the tables. Yields, interest rates and what is added to them are
    /// rates a year, and so are their basis points: a duration in years times a yield is a plain
    /// number.
    pub fn of_unit(unit: Unit) -> Self {
        Dimension::of(match unit {
            Unit::Billion | Unit::BillionOverAQuarter => "billion_usd",
            Unit::BillionAYear => "billion_usd/year",
            Unit::BillionAMonth => "billion_usd/month",
            Unit::BillionAWeek => "billion_usd/week",
            Unit::BillionAWeekPerBp => "billion_usd*year/week/basis_point",
            Unit::BillionPerBp => "billion_usd*year/basis_point",
            Unit::BasisPoints => "basis_point/year",
            Unit::BpPerPoint => "basis_point/year/percent",
            Unit::BpPerHundredBillion => "basis_point/year/hundred_billion_usd",
            Unit::BpPerHundredBillionAYear => "basis_point/hundred_billion_usd",
            Unit::Percent | Unit::PercentOfGdp | Unit::PercentagePoints | Unit::Index => "percent",
            Unit::PercentAYear | Unit::PercentagePointsAYear => "percent/year",
            Unit::PercentPerBp => "percent*year/basis_point",
            // Percent for each percentage point of a yield or rate a year.
            Unit::PercentPerPoint | Unit::Years => "year",
            Unit::Weeks => "week",
            Unit::DollarPerDollar
            | Unit::ValuePerFlow
            | Unit::BpPerBp
            | Unit::PercentAYearPerPoint
            | Unit::PercentPerPercentOfGdp
            | Unit::Elasticity
            | Unit::Share
            | Unit::Ratio
            | Unit::Ln
            | Unit::Times
            | Unit::StageNumber => "dmnl",
        })
    }

    /// How many units stand in it, above and below the line.
    pub fn length(self) -> u32 {
        self.0.iter().map(|power| u32::from(power.unsigned_abs())).sum()
    }
}

impl Mul for Dimension {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Dimension(std::array::from_fn(|i| self.0[i] + other.0[i]))
    }
}

impl Div for Dimension {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        Dimension(std::array::from_fn(|i| self.0[i] - other.0[i]))
    }
}

/// As [`Dimension::of`] reads it.
impl fmt::Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == NONE {
            return f.write_str("dmnl");
        }
        let part = |sign: i8| {
            let repeated = move |(base, power): (&&'static str, i8)| {
                std::iter::repeat_n(*base, usize::from((power * sign).max(0).unsigned_abs()))
            };
            BASES.iter().zip(self.0).flat_map(repeated).collect::<Vec<_>>()
        };
        let above = part(1);
        f.write_str(if above.is_empty() { "1".into() } else { above.join("*") }.as_str())?;
        part(-1).iter().try_for_each(|base| write!(f, "/{base}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_as_they_are_written() {
        for unit in Unit::ALL {
            let dimension = Dimension::of_unit(unit);
            assert_eq!(Dimension::of(&dimension.to_string()), dimension, "{unit}");
        }
        for text in ["dmnl", "1/year", "billion_usd/year/year", "billion_usd*year/basis_point/week"] {
            assert_eq!(Dimension::of(text).to_string(), text);
        }
    }

    #[test]
    fn units_multiply_and_divide() {
        let rate = Dimension::of("basis_point/year");
        assert_eq!(Dimension::of("year") * rate / Dimension::of("basis_point"), NONE);
        assert_eq!((rate / rate).length(), 0);
        assert_eq!(rate.length(), 2);
    }
}
