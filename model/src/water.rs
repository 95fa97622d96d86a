//! Parts of the equations of water and level that more than one place needs: the weekly step, the
//! channels of the level, and the flows of a picture.

use crate::drivers::phased;
use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};
use crate::shapes;
use crate::steady::Model;

/// What a wider tub takes from the logarithm of the level in week `t`: market value that has to be
/// held up.
pub fn ln_width<T: Num>(p: &Values<T>, t: T) -> T {
    p[P::TubWidening] * (p[P::MarketValue] / 100.0 * phased(t, shapes::PHASE) + 1.0).ln()
}

/// Market value that has to be held up in week `t` against the start, %.
pub fn market_value_pct<T: Num>(p: &Values<T>, t: T) -> T {
    p[P::MarketValue] * phased(t, shapes::PHASE)
}

/// Deficit spending of week `t` beyond the start's, $bn a year; negative below it.
pub fn deficit_beyond_start<T: Num>(m: &Model<T>, t: T) -> T {
    (m.p[P::Deficit] - m.o.deficit) * phased(t, shapes::QUARTER)
}

/// What deficit spending of `spent` $bn a year beyond the start's takes from other uses, $bn a year;
/// negative where a smaller deficit leaves money free.
pub fn displaced<T: Num>(p: &Values<T>, spent: T) -> T {
    spent * p[P::CrowdingOut] * (-p[P::FedAbsorption] + 1.0)
}

/// Part of `recycled` $bn a year of new saving that stays in cash, $bn a year.
pub fn hoarded<T: Num>(p: &Values<T>, recycled: T) -> T {
    recycled.positive() * p[P::Hoarding]
}

/// Water that a policy rate of `policy` bp against the start takes in a week, $bn.
pub fn taken_by_policy<T: Num>(m: &Model<T>, policy: T) -> T {
    policy / 100.0 * m.p[P::RateToWater] / 100.0 * m.water / shapes::YEAR
}

/// Water that a policy rate of `policy` bp against the start adds in a week, $bn, for accounts of
/// what moved it. It rounds otherwise than [`taken_by_policy`], on which every recorded run
/// depends to the last bit; the two differ by that bit alone.
pub fn added_by_policy(m: &Model<f64>, policy: f64) -> f64 {
    let by_point = m.p[P::RateToWater] / 100.0 * m.water / shapes::YEAR;
    -policy / 100.0 * by_point
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Scenario, model};

    #[test]
    fn both_forms_of_the_policy_rate_agree_but_for_rounding() {
        let m = model(&Scenario::default());
        for policy in [-300.0, -25.0, 1.0, 37.5, 300.0] {
            let (taken, added) = (taken_by_policy(&m, policy), added_by_policy(&m, policy));
            assert!((taken + added).abs() <= 1e-15 * taken.abs(), "{policy}: {taken} and {added}");
            assert_eq!(taken > 0.0, policy > 0.0);
        }
    }
}
