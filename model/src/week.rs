//! One week. The sections are numbered as in `docs/model.md`.

mod advance;
mod observe;

use crate::drivers::{Drivers, phased};
use crate::duck::{Channel, Duck};
use crate::num::Num;
use crate::parameters::ParameterId as P;
use crate::prices::{self, Conditions};
use crate::series::{Row, Series};
use crate::shapes;
use crate::state::State;
use crate::steady::Model;
pub use advance::advance;
pub use observe::observe;

/// Takes down each quantity under its name and hands it back: a table row for
/// numbers, a named equation for an export.
pub trait Recorder<T> {
    /// Records `value` as `series`.
    fn set(&mut self, series: Series, value: T) -> T;

    /// What has been recorded as `series` this week.
    fn get(&self, series: Series) -> T;

    /// Whether anybody asks for `series`. What nothing else follows from, a price in per cent or the
    /// portfolio, is worked out for those who do.
    #[inline(always)]
    fn wants(&self, _series: Series) -> bool {
        true
    }

    /// Hands a part of an equation back; an export gives it a name, so that it is
    /// written once.
    #[inline(always)]
    fn aside(&mut self, _key: &'static str, value: T) -> T {
        value
    }
}

impl<T: Copy> Recorder<T> for Row<T> {
    #[inline(always)]
    fn set(&mut self, series: Series, value: T) -> T {
        self[series] = value;
        value
    }

    #[inline(always)]
    fn get(&self, series: Series) -> T {
        self[series]
    }
}

/// Everything that a week records, in numbers: [`observe`], then [`advance`].
pub fn week<T: Num>(m: &Model<T>, d: &Drivers<T>, t: T, x: &State<T>, r: &mut impl Recorder<T>) -> State<T> {
    observe(m, d, t, x, r);
    advance(m, d, t, x, r)
}

/// A duck's move by channel in logarithms, from a recorded week.
pub fn channels<T: Num>(m: &Model<T>, t: T, duck: Duck, r: &impl Recorder<T>) -> [T; Channel::COUNT] {
    let c = conditions(m, t, r);
    let e = &m.exposures[duck as usize];
    Channel::ALL.map(|channel| prices::channel(duck, channel, e, &m.p, &c))
}

/// The conditions that prices depend on, read from a recorded week.
fn conditions<T: Num>(m: &Model<T>, t: T, r: &impl Recorder<T>) -> Conditions<T> {
    Conditions {
        equity_yield: r.get(Series::EquityYieldChange),
        policy: r.get(Series::PolicyChange),
        supply_yield: r.get(Series::SupplyYieldChange),
        scarcity_yield: r.get(Series::TenYearChange)
            - r.get(Series::EquityYieldChange)
            - r.get(Series::SupplyYieldChange),
        ig_spread: r.get(Series::IgSpreadChange),
        hy_spread: r.get(Series::HySpreadChange),
        level_now: r.get(Series::LnLevel),
        level_followed: r.get(Series::LevelFollowed),
        revenue_fast: r.get(Series::RevenueFast),
        revenue_slow: r.get(Series::RevenueSlow),
        built: r.get(Series::BuiltSmoothed),
        write_offs: r.get(Series::WriteOffs),
        lost_growth: r.get(Series::LostGrowth),
        fiscal_income: r.get(Series::FiscalIncome),
        sold_bitcoin: r.get(Series::SoldBitcoin),
        sold_momentum: r.get(Series::SoldMomentum),
        sold_saas: r.get(Series::SoldSaas),
        sold_broad: r.get(Series::SoldBroad),
        spiral: r.get(Series::SpiralLoss),
        shock: m.p[P::Shock] / 100.0 * shock_left(m, t),
    }
}

/// Whether the shock week has come, 0 or 1.
fn shocked<T: Num>(m: &Model<T>, t: T) -> T {
    (t - m.p[P::ShockWeek] + 1.0).unit()
}

/// What is left of a price shock, 0 to 1: nothing before its week, then ever less.
fn shock_left<T: Num>(m: &Model<T>, t: T) -> T {
    let since = (t - m.p[P::ShockWeek]).positive();
    shocked(m, t) * (-since / shapes::SHOCK_FADES).exp()
}

/// Part of labour income that automation takes, phased in over a quarter.
fn labour<T: Num>(m: &Model<T>, t: T) -> T {
    m.p[P::Labour] * phased(t, shapes::QUARTER)
}

/// Cash flow of the AI builders, $bn a year.
fn operating_cash_flow<T: Num>(m: &Model<T>, t: T) -> T {
    let usual = m.p[P::OperatingCashFlow] + m.o.operating_cash_flow_gap;
    let sold = usual * (-labour(m, t) * shapes::LABOUR_TO_REVENUE + 1.0);
    (sold - m.p[P::DemandDrop] * shocked(m, t)).positive()
}

/// Vendor finance that broke and has to be raised in the market, $bn a year: what is left of it
/// within a quarter.
fn vendor_due<T: Num>(m: &Model<T>, t: T, x: &State<T>) -> T {
    m.p[P::CircularBreak] * shocked(m, t) * x[Series::VendorLent] * (shapes::YEAR / shapes::QUARTER)
}

/// Part of the builders' need that vendors finance.
fn vendor_share<T: Num>(m: &Model<T>, t: T) -> T {
    m.p[P::Circular] * (-(m.p[P::CircularBreak] * shocked(m, t)) + 1.0)
}

/// Commitments that deep pockets pay out of free cash, a quarter's worth at most.
fn paid_from_cash<T: Num>(due: T, x: &State<T>) -> T {
    due.min(x[Series::DeepCash] * (shapes::YEAR / shapes::QUARTER))
}

/// Loss of the market beyond what is borne without selling.
fn excess_loss<T: Num>(m: &Model<T>, r: &impl Recorder<T>) -> T {
    (r.get(Series::MarketLoss) - m.p[P::LossBuffer] / 100.0).positive()
}
