//! Numbers in the equations that carry a unit.
//!
//! The step writes its numbers without units. In a sum, a limit or a comparison a number has the
//! unit of what it stands beside. In a product it has one of those below: the one that leaves the
//! simplest unit, or the one that the sum around the product asks for.

use super::dimension::{Dimension, NONE};
use crate::parameters::ParameterId as P;
use crate::shapes::*;

/// A number that multiplies or divides, in one of its units.
struct Factor {
    /// Behind which signs it may stand; none for the week of a step, which no equation writes.
    signs: &'static str,
    value: f64,
    unit: &'static str,
    /// Its name in the files; empty where value and unit say it all.
    name: &'static str,
}

const fn factor(signs: &'static str, value: f64, unit: &'static str, name: &'static str) -> Factor {
    Factor { signs, value, unit, name }
}

const FACTORS: [Factor; 27] = [
    factor("", 1.0, "week", "one_week"),
    factor("/", ONCE_A_YEAR, "1/year", "once_a_year"),
    factor("*/", YEAR, "week/year", "weeks_in_year"),
    factor("*", MONTHS / YEAR, "month/week", "months_in_week"),
    factor("*", YEAR / QUARTER, "1/year", "quarters_in_year"),
    factor("*/", 100.0, "percent", "percent_in_one"),
    factor("/", 100.0 * YEAR, "percent*week/year", "percent_weeks_in_year"),
    factor("*/", 100.0, "basis_point/percent", "basis_points_in_percent"),
    factor("/", 10_000.0, "basis_point", "basis_points_in_one"),
    factor("/", 100.0, "billion_usd/hundred_billion_usd", "billions_in_hundred_billion"),
    factor("/", QUARTER, "week", ""),
    factor("/", PHASE, "week", ""),
    factor("/", REVENUE_LAG, "week", ""),
    factor("/", WRITE_OFF_LAG, "week", ""),
    factor("/", FISCAL_LAG, "week", ""),
    factor("/", SALES_RECOVERY, "week", ""),
    factor("/", SHOCK_FADES, "week", ""),
    factor("/", RESPONSE_WEEKS, "week", ""),
    factor("/", RESPONSE_SCALE, "billion_usd", ""),
    factor("/", FRAGILE, "billion_usd", ""),
    factor("/", FRAGILE, "billion_usd/year", ""),
    factor("/", P::ChipLife.row().default, "year", ""),
    factor("/", 2.0 * REFILL_BELOW, "basis_point/year", ""),
    // Over which reverse repo comes back to deposits.
    factor("/", 10.0, "basis_point/year", ""),
    factor("*", LOSS_SPEED_TO_SPREAD, "basis_point/year", ""),
    factor("*", REDEMPTION_BP, "basis_point/year/billion_usd", ""),
    // The weights of a duck in a spiral.
    factor("*", 0.1, "dmnl", ""),
];

/// Smallest market value of a duck or of several, $bn; no other number without a row is as large.
const MARKET_VALUE: f64 = 1_000.0;

/// The units that a number of this size may have.
fn units(signs: impl Fn(&str) -> bool, size: f64) -> impl Iterator<Item = Dimension> {
    let mut rows = FACTORS.iter().filter(move |row| row.value == size && signs(row.signs)).peekable();
    let market_value = rows.peek().is_none() && size >= MARKET_VALUE;
    rows.map(|row| row.unit).chain(market_value.then_some("billion_usd")).map(Dimension::of)
}

/// The unit of a number of this size after `sign`, behind something in `left`.
pub fn unit_behind(left: Dimension, sign: char, size: f64) -> Dimension {
    units(|signs| signs.contains(sign), size)
        .min_by_key(|unit| if sign == '*' { left * *unit } else { left / *unit }.length())
        .unwrap_or(NONE)
}

/// Whether a factor of this size may have a unit.
pub fn allowed(size: f64, unit: Dimension) -> bool {
    units(|signs| !signs.is_empty(), size).any(|other| other == unit)
}

/// The name of a number with a unit: `weeks_13` and so on, unless it has one of its own.
pub fn name(value: f64, unit: Dimension) -> String {
    let named = |row: &&Factor| !row.name.is_empty() && row.value == value && Dimension::of(row.unit) == unit;
    if let Some(row) = FACTORS.iter().find(named) {
        return row.name.into();
    }
    let mut unit = unit.to_string().replace("1/", "per_").replace('/', "_per_").replace('*', "_");
    for counted in ["week", "year", "basis_point"] {
        if let Some(rest) = unit.strip_prefix(counted) {
            unit = format!("{counted}s{rest}");
        }
    }
    format!("{unit}_{value}").replace('.', "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_factor_leaves_the_simplest_unit() {
        for (left, sign, size, unit) in [
            ("billion_usd/year", '/', 52.0, "week/year"),
            ("billion_usd", '/', 52.0, "week"),
            ("week", '/', 52.0, "week"),
            ("billion_usd/week", '*', 52.0, "week/year"),
            ("percent", '/', 100.0, "percent"),
            ("dmnl", '*', 100.0, "percent"),
            ("basis_point/year", '/', 100.0, "basis_point/percent"),
            ("billion_usd", '/', 100.0, "billion_usd/hundred_billion_usd"),
            ("week", '/', 8.0, "week"),
            ("basis_point/year", '/', 6.0, "basis_point/year"),
            ("dmnl", '/', 1_700.0, "billion_usd"),
            ("billion_usd", '/', 2.0, "dmnl"),
        ] {
            let found = unit_behind(Dimension::of(left), sign, size);
            assert_eq!(found.to_string(), unit, "{left} {sign} {size}");
        }
    }

    #[test]
    fn names_say_value_and_unit() {
        for (value, unit, expected) in [
            (52.0, "week/year", "weeks_in_year"),
            (13.0, "week", "weeks_13"),
            (12.9, "percent", "percent_12_9"),
            (4.0, "basis_point/year", "basis_points_per_year_4"),
        ] {
            assert_eq!(name(value, Dimension::of(unit)), expected);
        }
    }
}
