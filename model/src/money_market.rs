//! The Fed layer and funding stress: reserves, reverse repo and SOFR − IORB.

use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};
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

/// SOFR − IORB in bp: what reserves and pressure on bills give, `raw`, limited by the
/// standing repo facility and by the floor.
pub fn spread<T: Num>(p: &Values<T>, o: &Opening<T>, raw: T) -> T {
    let over = (raw - shapes::REPO_RATE).positive();
    let softened = p[P::RepoCap] * (-((-(over / p[P::RepoCap])).exp()) + 1.0);
    let capped = raw.min(T::constant(shapes::REPO_RATE)) + over + (softened - over) * o.standing_repo;
    capped.max(T::constant(shapes::SPREAD_FLOOR))
}

/// Reserves with the repo that the Fed lends once they would be scarcer than has been seen: they
/// then fall ever more slowly and stay positive.
pub fn with_repo<T: Num>(own: T, bank_assets: T) -> T {
    let limit = bank_assets * (shapes::BEYOND_EXPERIENCE / 100.0);
    let short = (own / limit - 1.0).min(T::constant(0.0));
    own.if_less(limit, limit * short.exp(), own)
}

/// Part of what is drawn in a week, `drawn` in $bn, that reverse repo pays:
/// `draw·U/(U + half)`, with `drawn` added below so that no week can take more
/// than there is. What the Fed or the Treasury pays out goes to reserves and
/// reaches reverse repo by [`migration`] alone.
pub fn rrp_share<T: Num>(p: &Values<T>, on_rrp: T, drawn: T) -> T {
    p[P::RrpDraw] * on_rrp / (on_rrp + p[P::RrpHalf] + drawn)
}

/// Deposits that move to money funds and reverse repo in a week, $bn; negative
/// when scarcer reserves draw them back. It goes by the spread that reserves alone
/// give, within the floor: a passing fright moves no deposits.
pub fn migration<T: Num>(p: &Values<T>, on_rrp: T, by_reserves: T) -> T {
    let spread = by_reserves.max(T::constant(shapes::SPREAD_FLOOR));
    let under = -spread + shapes::MIGRATION_SPREAD;
    let back = (-under / 10.0).unit() * shapes::MIGRATION_BACK;
    p[P::RrpRefill] * under.positive() - on_rrp * back
}

/// SOFR − IORB in bp that the reserve-demand curve gives at reserves over bank
/// assets of `x` %, without shift, facility or floor: for a chart.
pub fn reserve_demand_bp(model: &crate::Model<f64>, x: f64) -> f64 {
    curve(&model.p, x)
}

/// SOFR − IORB in bp that a run gives at reserves over bank assets of `x` %: the curve moved to
/// its start, limited by the standing repo facility and the floor, without pressure on bills and
/// without forced selling: for a chart.
pub fn funding_spread_bp(model: &crate::Model<f64>, x: f64) -> f64 {
    spread(&model.p, &model.o, reserve_demand_bp(model, x - model.curve_shift))
}
