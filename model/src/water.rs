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

/// Part of `recycled` $bn a year of new saving that stays in cash, $bn a year.
pub fn hoarded<T: Num>(p: &Values<T>, recycled: T) -> T {
    recycled.positive() * p[P::Hoarding]
}

/// Water that a policy rate of `policy` bp against the start adds in a week, $bn.
pub fn added_by_policy<T: Num>(m: &Model<T>, policy: T) -> T {
    -(policy / 100.0 * m.p[P::RateToWater] / 100.0 * m.water / shapes::YEAR)
}

/// What forced selling takes from the logarithm of the level: who must sell no longer bids.
pub fn ln_forced<T: Num>(p: &Values<T>, spiral_loss: T) -> T {
    p[P::SpiralToLevel] * spiral_loss
}
