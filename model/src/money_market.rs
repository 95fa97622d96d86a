//! The Fed layer and funding stress: reserves, reverse repo and SOFR − IORB.

use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};
use crate::shapes;
use crate::start::Opening;

/// Slope of the reserve-demand curve below its knee, bp for each point of
/// reserves over bank assets: the slope of the convex part where it ends.
pub fn slope<T: Num>(p: &Values<T>) -> T {
    let from_centre = T::constant(shapes::CURVE_CENTRE - shapes::CURVE_KNEE);
    p[P::CurveHeight] / p[P::CurveWidth] * (from_centre / p[P::CurveWidth]).exp()
}

/// The reserve-demand curve in bp at `x`, reserves over bank assets in %:
/// `−13 + h·exp(−(x − 15.5)/w)`, continued as a straight line below 15.
pub fn curve<T: Num>(p: &Values<T>, x: T, slope: T) -> T {
    let convex = x.max(T::constant(shapes::CURVE_KNEE));
    let below = -x + shapes::CURVE_KNEE;
    p[P::CurveHeight] * ((-convex + shapes::CURVE_CENTRE) / p[P::CurveWidth]).exp()
        + shapes::CURVE_BASE
        + slope * below.positive()
}

/// Horizontal shift with which the curve meets the start's spread.
///
/// The shift is not negative: where reserves were abundant the curve is flat
/// and the spread says nothing of where it bends.
pub fn shift<T: Num>(p: &Values<T>, o: &Opening<T>, slope: T) -> T {
    let at_knee = curve(p, T::constant(shapes::CURVE_KNEE), slope);
    let convex = o.spread.min(at_knee).max(T::constant(shapes::CURVE_BASE + 0.5));
    let meets = -(p[P::CurveWidth] * ((convex - shapes::CURVE_BASE) / p[P::CurveHeight]).ln())
        + shapes::CURVE_CENTRE
        - (o.spread - at_knee).positive() / slope;
    let x = o.reserves / o.bank_assets * 100.0;
    (meets - x).positive().min(T::constant(shapes::CURVE_SHIFT_LIMIT))
}

/// SOFR − IORB in bp: what reserves and pressure on bills give, `raw`, limited by the
/// standing repo facility and by the floor.
pub fn spread<T: Num>(p: &Values<T>, o: &Opening<T>, raw: T) -> T {
    let over = (raw - shapes::REPO_RATE).positive();
    let softened = p[P::RepoCap] * (-((-(over / p[P::RepoCap])).exp()) + 1.0);
    let capped = raw.min(T::constant(shapes::REPO_RATE)) + over + (softened - over) * o.standing_repo;
    capped.max(T::constant(shapes::SPREAD_FLOOR))
}

/// Reserves with the repo that the Fed lends once they would fall under 10 % of
/// bank assets: they then fall ever more slowly and stay positive.
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
    curve(&model.p, x, model.curve_slope)
}

/// SOFR − IORB in bp that a run gives at reserves over bank assets of `x` %: the curve moved to
/// its start, limited by the standing repo facility and the floor, without pressure on bills and
/// without forced selling: for a chart.
pub fn funding_spread_bp(model: &crate::Model<f64>, x: f64) -> f64 {
    spread(&model.p, &model.o, reserve_demand_bp(model, x + model.curve_shift))
}
