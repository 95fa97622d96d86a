//! The Fed layer and funding stress: reserves, reverse repo and SOFR − IORB.

use std::ops::Index;

use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};
use crate::series::Series;
use crate::shapes;
use crate::start::Opening;

/// How far the reserve-demand curve stands at its knee above the spread that it approaches when
/// reserves are abundant, bp: with this height the convex part has the slope of the straight line
/// where they meet.
fn height<T: Num>(p: &Values<T>) -> T {
    p[P::CurveSlope] * p[P::CurveWidth]
}

/// The reserve-demand curve in bp at `x`, reserves over bank assets in %, where it lay in 2023–25:
/// with slope `m`, width `w` and knee `k` it is `−13 + m·w·exp(−(x − k)/w)` above the knee and the
/// straight line `−13 + m·w + m·(k − x)` below.
pub fn curve<T: Num>(p: &Values<T>, x: T) -> T {
    let above = (x - shapes::CURVE_KNEE).positive();
    let below = (-x + shapes::CURVE_KNEE).positive();
    height(p) * (-(above / p[P::CurveWidth])).exp() + shapes::CURVE_BASE + p[P::CurveSlope] * below
}

/// How far the curve moves to the right to meet the start's spread, percentage points; negative to
/// the left.
///
/// A spread near the floor says that the curve does not bend yet, not where it does: such a start
/// can move the curve to the left only.
pub fn shift<T: Num>(p: &Values<T>, o: &Opening<T>) -> T {
    let at_knee = height(p) + shapes::CURVE_BASE;
    let convex = o.spread.min(at_knee).max(T::constant(shapes::CURVE_BASE + 0.5));
    let meets = -(p[P::CurveWidth] * ((convex - shapes::CURVE_BASE) / height(p)).ln()) + shapes::CURVE_KNEE
        - (o.spread - at_knee).positive() / p[P::CurveSlope];
    let moved = o.reserves / o.bank_assets * 100.0 - meets;
    let read = T::constant(shapes::CURVE_READ_FROM);
    let moved = o.spread.if_less(read, moved.min(T::constant(0.0)), moved);
    moved.max(T::constant(-shapes::CURVE_SHIFT_LIMIT)).min(T::constant(shapes::CURVE_SHIFT_LIMIT))
}

/// What presses on the spread beside reserves, bp.
pub struct Pressure<T> {
    /// Bills sold in runs on stablecoins.
    pub bills: T,
    /// The speed of forced selling.
    pub selling: T,
    /// Treasuries beyond the start's in private hands.
    pub treasuries: T,
    /// What stablecoins take off it by buying bills.
    pub relief: T,
}

impl<T: Num> Pressure<T> {
    /// The pressure of the stocks `x`; `modelled` is zero where the ten-year yield is known, which
    /// holds Treasuries already, and else one.
    pub fn new(p: &Values<T>, x: &impl Index<Series, Output = T>, modelled: T) -> Self {
        Pressure {
            bills: x[Series::BillStress],
            selling: x[Series::LossSpeed] * shapes::LOSS_SPEED_TO_SPREAD,
            treasuries: x[Series::MoreTreasuries] / 100.0 * p[P::SupplyToSpread] * modelled,
            relief: p[P::StablecoinRelief] * x[Series::Stablecoins] / 100.0,
        }
    }

    /// All of it.
    pub fn sum(&self) -> T {
        self.bills + self.selling + self.treasuries - self.relief
    }
}

/// SOFR − IORB in bp: what reserves and pressure on bills give, `raw`, but not below the start's
/// floor. Nothing caps it: the standing repo facility lends instead, see [`take_up`].
pub fn spread<T: Num>(o: &Opening<T>, raw: T) -> T {
    raw.max(o.floor)
}

/// What the standing repo facility lends at a spread in bp, $bn: so much for each basis point above
/// its rate. It lends in the week after, and so adds to reserves.
pub fn take_up<T: Num>(p: &Values<T>, o: &Opening<T>, spread: T) -> T {
    p[P::RepoTakeUp] * (spread - shapes::REPO_RATE).positive() * o.standing_repo
}

/// Reserves with the repo that the Fed lends once they would be scarcer than has been seen: they
/// then fall ever more slowly and stay positive.
pub fn with_repo<T: Num>(own: T, bank_assets: T) -> T {
    let limit = bank_assets * (shapes::BEYOND_EXPERIENCE / 100.0);
    let short = (own / limit - 1.0).min(T::constant(0.0));
    own.if_less(limit, limit * short.exp(), own)
}

/// How far the spread that reserves alone give stands above the start's floor, bp. What money funds
/// do goes by it: a passing fright moves no deposits.
pub fn above_floor<T: Num>(o: &Opening<T>, by_reserves: T) -> T {
    (by_reserves - o.floor).positive()
}

/// Part of the bills that come to the market in a week, `net` in $bn, that reverse repo pays:
/// `draw·U/(U + half)`, with `net` added below so that no week can take more than there is. Where
/// bills are repaid or bought instead, money funds put that part of the money into reverse repo, as
/// long as the spread stands near its floor; else they lend it elsewhere.
pub fn rrp_share<T: Num>(p: &Values<T>, on_rrp: T, net: T, above_floor: T) -> T {
    let drawn = p[P::RrpDraw] * on_rrp / (on_rrp + p[P::RrpHalf] + net.positive());
    let near = (-above_floor / (2.0 * shapes::REFILL_BELOW) + 1.0).positive();
    net.if_less(T::constant(0.0), p[P::RrpDraw] * near, drawn)
}

/// Deposits that move to money funds and reverse repo in a week, $bn; negative
/// when scarcer reserves draw them back.
pub fn migration<T: Num>(p: &Values<T>, on_rrp: T, above_floor: T) -> T {
    let under = -above_floor + shapes::REFILL_BELOW;
    let back = (-under / 10.0).unit() * shapes::MIGRATION_BACK;
    p[P::RrpRefill] * under.positive() - on_rrp * back
}

/// SOFR − IORB in bp that the reserve-demand curve gives at reserves over bank
/// assets of `x` %, without shift, facility or floor: for a chart.
pub fn reserve_demand_bp(model: &crate::Model<f64>, x: f64) -> f64 {
    curve(&model.p, x)
}

/// SOFR − IORB in bp that a run gives at reserves over bank assets of `x` %: the curve moved to
/// its start, not below the floor, without pressure on bills and without forced selling: for a
/// chart. Reserves include what the standing repo facility lends.
pub fn funding_spread_bp(model: &crate::Model<f64>, x: f64) -> f64 {
    spread(&model.o, reserve_demand_bp(model, x - model.curve_shift))
}
