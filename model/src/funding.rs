//! What AI builders must raise, where it comes from, and what comes back.

use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};

/// Funds that capex of `capex` takes from others, $bn a year, at operating cash
/// flow `ocf`: what must be raised outside, and the felt part of what is paid
/// by running down liquid holdings.
pub fn need<T: Num>(p: &Values<T>, capex: T, ocf: T) -> T {
    let outside = (capex + p[P::Payouts] - ocf).positive();
    let inside = (capex - p[P::CashCushion] - outside).positive();
    outside + p[P::InternalShare] * inside
}

/// Part of the next dollar that a tank of `dry` pays: `1 − exp(−D/D_s)`.
pub fn dry_share<T: Num>(p: &Values<T>, dry: T) -> T {
    -((-(dry / p[P::DryScale])).exp()) + 1.0
}

/// Saving that comes of capex `built` and extra deficit spending `fiscal`, both
/// $bn a year, less the part `labour` of it that automation takes: $bn a year.
pub fn income<T: Num>(p: &Values<T>, built: T, fiscal: T, labour: T) -> T {
    let at_home = built * (-p[P::ImportShare] + 1.0) * p[P::DomesticMultiplier];
    let earned = at_home + fiscal * p[P::FiscalMultiplier];
    earned * p[P::SavingShare] * (-labour + 1.0) + built * p[P::ImportShare] * p[P::ExporterRecycling]
}
