//! What drives a week from outside: the levers as paths, or published data.

use crate::num::Num;
use crate::parameters::ParameterId as P;
use crate::series::Series;
use crate::shapes;
use crate::state::State;
use crate::steady::Model;

/// The week's official flows in $bn and rates. A run takes them from the levers, a backtest from
/// published data.
#[derive(Clone, Copy, Debug)]
pub struct Drivers<T> {
    /// Bills the Fed buys.
    pub bills: T,
    /// Coupons (with mortgage bonds) that the Fed lets go; negative when it buys.
    pub coupons: T,
    /// Other assets that the Fed takes on, loans to banks above all; none in a run.
    pub loans: T,
    /// Rise of the Treasury's account, which bills fill.
    pub tga: T,
    /// Bills issued beyond those that fill the account and beyond the start's path.
    pub more_bills: T,
    /// Rise of currency in circulation.
    pub currency: T,
    /// The part of it beyond the trend, which alone moves the water.
    pub currency_excess: T,
    /// Rise of bank assets other than reserves.
    pub lending: T,
    /// Policy rate against the start, bp.
    pub policy: T,
    /// Ten-year yield against the start, bp, where it is known.
    pub ten_year: T,
    /// Whether it is, 0 or 1: a backtest takes the published yield, a run works one out.
    pub ten_year_known: T,
}

/// A window of weeks: one from `from` until `until`, zero outside, a part where
/// a limit falls within a week.
pub fn window<T: Num>(t: T, from: T, until: T) -> T {
    (t - from + 1.0).unit() - (t - until + 1.0).unit()
}

/// How far a change that is phased in over `weeks` has come at week `t`.
pub fn phased<T: Num>(t: T, weeks: f64) -> T {
    (t / weeks).min(T::constant(1.0))
}

/// The drivers of week `t` that the levers ask for.
pub fn from_levers<T: Num>(m: &Model<T>, t: T, state: &State<T>) -> Drivers<T> {
    let p = &m.p;
    let zero = T::constant(0.0);
    let weekly = p[P::Runoff] * (shapes::MONTHS / shapes::YEAR) * (p[P::RunoffWeeks] - t).unit();
    let (runoff, purchases) = (weekly.positive(), (-weekly).positive());
    let coupons = runoff * p[P::RunoffCouponShare] - purchases * p[P::PurchaseCouponShare];
    let begins = p[P::ShockWeek] + p[P::ResponseDelay];
    let help = window(t, begins, begins + shapes::RESPONSE_WEEKS);
    let bills = purchases * (-p[P::PurchaseCouponShare] + 1.0) - runoff * (-p[P::RunoffCouponShare] + 1.0)
        + p[P::Response] / shapes::RESPONSE_WEEKS * help;
    let borrowed_in_bills = p[P::Deficit] * p[P::BillShare] - m.o.deficit * m.o.bill_share;
    Drivers {
        bills,
        coupons,
        loans: zero,
        tga: m.tga_change / shapes::QUARTER * (-t + shapes::QUARTER).unit(),
        more_bills: borrowed_in_bills * phased(t, shapes::QUARTER) / shapes::YEAR,
        currency: state[Series::Currency] * p[P::CurrencyGrowth] / (100.0 * shapes::YEAR),
        currency_excess: zero,
        lending: (state[Series::BankAssets] - state[Series::Reserves]) * p[P::BankAssetsGrowth]
            / (100.0 * shapes::YEAR),
        policy: m.rate_change * phased(t, shapes::PHASE),
        ten_year: zero,
        ten_year_known: zero,
    }
}
