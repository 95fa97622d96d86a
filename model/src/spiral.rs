//! Losses, margins and forced sales.

use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};
use crate::shapes;

/// Next week's forced loss for each unit of loss beyond the buffer: the price
/// impact of levered holders selling, stronger with vendor finance and
/// vehicles, weaker with help. Below one a shock dies out, from one it runs away.
pub fn gain<T: Num>(p: &Values<T>, market_assets: T, spent: T) -> T {
    let help = (-(spent / shapes::RESPONSE_SCALE)).exp();
    p[P::MarketMultiplier] * p[P::LeveredDebt] / market_assets
        * p[P::SpiralStrength]
        * (p[P::Circular] + 1.0)
        * (p[P::Spv] * 0.5 + 1.0)
        * help
}

/// The spiral's loss next week.
pub fn next_loss<T: Num>(gain: T, excess: T, loss: T) -> T {
    let fading = loss * (1.0 - 1.0 / shapes::SPIRAL_FADES);
    (gain * excess).max(fading).min(T::constant(shapes::SPIRAL_LIMIT))
}

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
