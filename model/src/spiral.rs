//! Losses, margins and forced sales.

use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};
use crate::shapes;

/// What makes a spiral steeper or lets it end.
#[derive(Clone, Copy, Debug)]
pub struct Fragility<T> {
    /// What vendors have lent, $bn.
    pub vendors: T,
    /// What vehicles off the balance sheet borrow, $bn a year.
    pub vehicles: T,
    /// Part of the levered debt that is left, 0 to 1.
    pub debt_left: T,
    /// What the official response has spent, $bn.
    pub spent: T,
}

/// Next week's forced loss for each unit of loss beyond the buffer: the price impact of levered
/// holders selling. Below one a shock dies out, from one it runs away, until little is left to call.
pub fn gain<T: Num>(p: &Values<T>, fragility: &Fragility<T>) -> T {
    let Fragility { vendors, vehicles, debt_left, spent } = *fragility;
    let help = (-(spent / shapes::RESPONSE_SCALE)).exp();
    p[P::MarketMultiplier] * p[P::LeveredDebt] / shapes::LEVERED_AT
        * p[P::SpiralStrength]
        * (vendors / shapes::FRAGILE + 1.0)
        * (vehicles * 0.5 / shapes::FRAGILE + 1.0)
        * sellers_left(debt_left)
        * help
}

/// Part of the sellers that is left when this part of the levered debt is, 0 to 1.
fn sellers_left<T: Num>(debt_left: T) -> T {
    (debt_left / shapes::SELLERS_LEFT).min(T::constant(1.0))
}

/// Who can still be made to sell.
#[derive(Clone, Copy, Debug)]
pub struct Sellers<T> {
    /// Levered debt not yet repaid, $bn.
    pub debt: T,
    /// Levered debt of the start, $bn.
    pub debt_at_start: T,
    /// Levered debt repaid for each unit of loss, $bn.
    pub repaid_by_loss: T,
}

/// The spiral's loss next week, with the gain of this week.
///
/// A deeper loss repays debt, and less debt lowers the gain. Once sellers are few, the loss is the
/// one that fits the debt left *after* its sales: with the debt left before them each week would
/// overshoot and the next would stand still.
pub fn next_loss<T: Num>(gain: T, excess: T, loss: T, sellers: &Sellers<T>) -> T {
    let Sellers { debt, debt_at_start, repaid_by_loss } = *sellers;
    let fading = loss * (1.0 - 1.0 / shapes::SPIRAL_FADES);
    let called = gain * excess.positive();
    let few = debt_at_start * shapes::SELLERS_LEFT;
    let with_all_sellers = called / sellers_left(debt / debt_at_start).max(T::constant(FEWEST_SELLERS));
    let after_sales =
        with_all_sellers * (debt + loss * repaid_by_loss) / (few + with_all_sellers * repaid_by_loss);
    called.min(after_sales).max(fading).min(T::constant(shapes::SPIRAL_LIMIT))
}

/// Below this part of the sellers their number no longer counts.
const FEWEST_SELLERS: f64 = 1e-6;

/// What is sold to raise a sum, $bn a year.
#[derive(Clone, Copy, Debug)]
pub struct Waterfall<T> {
    pub bitcoin: T,
    pub software: T,
    pub broad: T,
    pub momentum: T,
}

/// Sells in the order of conviction, the weakest first: bitcoin, software, the
/// rest; hedge funds meet redemptions in turn.
pub fn waterfall<T: Num>(p: &Values<T>, to_sell: T) -> Waterfall<T> {
    let bitcoin = to_sell.min(p[P::WeakBitcoin]);
    let software = (to_sell - bitcoin).min(p[P::WeakSaas]);
    Waterfall {
        bitcoin,
        software,
        broad: to_sell - bitcoin - software,
        momentum: to_sell * p[P::Redemptions],
    }
}
