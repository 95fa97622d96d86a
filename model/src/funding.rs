//! What AI builders must raise, where it comes from, and what comes back.

use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};
use crate::shapes;
use crate::start::Opening;

/// Funds that capex of `capex` takes from others, $bn a year, at operating cash
/// flow `ocf`: what must be raised outside, and the felt part of what is paid
/// by running down liquid holdings. Payouts go with the cash flow of the start.
pub fn need<T: Num>(p: &Values<T>, o: &Opening<T>, capex: T, ocf: T) -> T {
    let outside = (capex + p[P::Payouts] * o.payouts_share - ocf).positive();
    let inside = (capex - p[P::CashCushion] - outside).positive();
    outside + p[P::InternalShare] * inside
}

/// Part of the next dollar that a tank of `dry` pays: `1 − exp(−D/D_s)`.
pub fn dry_share<T: Num>(p: &Values<T>, dry: T) -> T {
    -((-(dry / p[P::DryScale])).exp()) + 1.0
}

/// What saving comes of, $bn a year.
#[derive(Clone, Copy, Debug)]
pub struct Spending<T> {
    /// Gross domestic product.
    pub gdp: T,
    /// Capex that is paid for: income to suppliers, at home and abroad.
    pub bought: T,
    /// The part of it that is connected to power: the multiplier works on it alone.
    pub built: T,
    /// Deficit spending beyond the start's.
    pub fiscal: T,
}

/// Saving into financial assets, $bn a year, less the part `labour` of labour income that automation
/// takes. Exporters' dollars come back apart.
pub fn saving<T: Num>(p: &Values<T>, spending: &Spending<T>, labour: T) -> T {
    let Spending { gdp, bought, built, fiscal } = *spending;
    let at_home =
        (bought + built * (p[P::DomesticMultiplier] - T::constant(1.0))) * (-p[P::ImportShare] + 1.0);
    let earned = at_home + fiscal * p[P::FiscalMultiplier];
    let saved = gdp * p[P::SavingOfGdp] / 100.0 + earned * p[P::SavingShare];
    saved * (-(labour * shapes::LABOUR_SHARE) + 1.0) + bought * p[P::ImportShare] * p[P::ExporterRecycling]
}
