//! Ample, tight, depleted, crisis: thresholds and reasons.

use crate::num::Num;

/// How far a shortage has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Money lies idle.
    Ample,
    /// 紧缺: the buffers are thin.
    Tight,
    /// 枯竭: the buffers are gone.
    Depleted,
    /// 危机: forced selling or a broken money market.
    Crisis,
}

impl Stage {
    /// Every stage, from ample.
    pub const ALL: [Stage; 4] = [Stage::Ample, Stage::Tight, Stage::Depleted, Stage::Crisis];

    /// The stage of the number that a run records.
    pub fn from_number(number: f64) -> Stage {
        Stage::ALL[number.clamp(0.0, 3.0) as usize]
    }

    /// Key in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Stage::Ample => "ample",
            Stage::Tight => "tight",
            Stage::Depleted => "depleted",
            Stage::Crisis => "crisis",
        }
    }
}

/// Which measure sets the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// No threshold is crossed.
    None,
    /// SOFR − IORB.
    Spread,
    /// Reserves over bank assets.
    Reserves,
    /// Forced selling.
    Spiral,
}

impl Reason {
    /// Every reason, in the order of their declaration.
    pub const ALL: [Reason; 4] = [Reason::None, Reason::Spread, Reason::Reserves, Reason::Spiral];

    /// Key in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Reason::None => "none",
            Reason::Spread => "spread",
            Reason::Reserves => "reserves",
            Reason::Spiral => "spiral",
        }
    }
}

/// Spread from which the stage is tight, depleted, crisis, bp. The 2025 peak on a
/// Wednesday was 22, the daily peak 32.
pub const SPREAD: [f64; 3] = [0.0, 15.0, 33.0];
/// Reserves over bank assets below which it is, %. Tight and depleted: the highest whole per cent
/// around which the Wednesdays of 2018–19, when the curve lay furthest to the left, had the spread of
/// that stage on average (data). Crisis: below anything seen (assumption). A curve that has moved to
/// the right since shows in the spread first.
pub const RESERVES: [f64; 3] = [10.0, 8.0, 6.0];
/// Market fall through forced selling from which it is, logarithm.
pub const SPIRAL: [f64; 3] = [0.005, 0.03, 0.15];

/// A spread this close below a threshold has reached it, bp: a start's own spread comes back from the
/// curve up to rounding.
const ROUNDING: f64 = 1e-9;

/// The stage as a number, 0 to 3: the worst of the three measures.
pub fn number<T: Num>(spread: T, reserve_ratio: T, spiral_loss: T) -> T {
    let (zero, one) = (T::constant(0.0), T::constant(1.0));
    let mut stage = zero;
    for i in 0..3 {
        let by_spread = spread.if_less(T::constant(SPREAD[i] - ROUNDING), zero, one);
        let by_reserves = reserve_ratio.if_less(T::constant(RESERVES[i]), one, zero);
        let by_spiral = spiral_loss.if_less(T::constant(SPIRAL[i]), zero, one);
        stage = stage + by_spread.max(by_reserves).max(by_spiral);
    }
    stage
}

/// The measure that sets the stage; the earlier one where two agree.
pub fn reason(spread: f64, reserve_ratio: f64, spiral_loss: f64) -> Reason {
    let crossed = |limits: [bool; 3]| limits.iter().filter(|&&c| c).count();
    let by_spread = crossed(SPREAD.map(|limit| spread >= limit - ROUNDING));
    let by_reserves = crossed(RESERVES.map(|limit| reserve_ratio < limit));
    let by_spiral = crossed(SPIRAL.map(|limit| spiral_loss >= limit));
    let worst = by_spread.max(by_reserves).max(by_spiral);
    match worst {
        0 => Reason::None,
        _ if worst == by_spread => Reason::Spread,
        _ if worst == by_reserves => Reason::Reserves,
        _ => Reason::Spiral,
    }
}
