//! The premium for scarce capital, convex in what is crowded out.

use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};
use crate::shapes;

/// Premium in bp when `crowded_out` $bn a year is pulled from other uses:
/// `premium · min(ν, 4)^1.5` with `ν = crowded_out / scale`.
pub fn scarcity<T: Num>(p: &Values<T>, crowded_out: T) -> T {
    let ratio = (crowded_out / p[P::ScarcityScale]).positive();
    let ratio = ratio.min(T::constant(shapes::SCARCITY_LIMIT));
    p[P::ScarcityPremium] * ratio * ratio.sqrt()
}

/// [`scarcity`] in bp at a run's coefficients, `crowded_out` in $bn a year: for a chart.
pub fn scarcity_bp(model: &crate::Model<f64>, crowded_out: f64) -> f64 {
    scarcity(&model.p, crowded_out)
}
