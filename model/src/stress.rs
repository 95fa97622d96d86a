//! Funding stress as water and level feel it.

use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};
use crate::shapes;

/// Funding stress that is felt at a spread in bp: the spread beyond 5 bp, bp.
pub fn felt_stress<T: Num>(spread: T) -> T {
    (spread - shapes::STRESS_FROM).positive()
}

/// What a spread in bp takes from the logarithm of the level.
pub fn ln_stress<T: Num>(p: &Values<T>, spread: T) -> T {
    p[P::StressToLevel] * felt_stress(spread) / 100.0
}
