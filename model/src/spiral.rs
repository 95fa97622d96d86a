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
