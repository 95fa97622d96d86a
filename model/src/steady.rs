//! What is worked out once a run: the steady state of the start, against which
//! every flow is netted, and each duck's exposures.
//!
//! Netting means: with every lever at its start value the water stands still at
//! its reference, and what moves the page is the visitor or the calendar.

use crate::duck::Duck;
use crate::funding::Spending;
use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};
use crate::prices::Exposure;
use crate::start::Opening;
use crate::{capital_cost, funding, money_market, shapes, stress};

/// Water, in dollars of shares, for each dollar of a claim that somebody must hold: one measure of
/// risk for all of them.
#[derive(Clone, Copy, Debug)]
pub struct Weights<T> {
    /// Treasury bills.
    pub bills: T,
    /// Treasury coupons.
    pub coupons: T,
    /// AI debt as the levers have it raised.
    pub ai_debt: T,
    /// AI debt of the start, all of it on the balance sheet.
    pub usual_ai_debt: T,
    /// What savers buy with what they save: shares, bonds, and cash, which counts nothing.
    pub saved: T,
}

impl<T: Num> Weights<T> {
    fn new(p: &Values<T>, name: &mut impl FnMut(&'static str, T) -> T) -> Self {
        let of = |risk: f64| T::constant(risk) / p[P::ShareRisk];
        let coupons = of(shapes::COUPON_RISK);
        let on_balance = of(shapes::AI_DEBT_RISK);
        let vehicles = p[P::Spv] * (of(shapes::VEHICLE_DEBT_RISK) - on_balance);
        Weights {
            bills: name("weight_bills", of(shapes::BILL_RISK)),
            coupons: name("weight_coupons", coupons),
            ai_debt: name("weight_ai_debt", on_balance + vehicles + p[P::AiPremium]),
            usual_ai_debt: name("weight_usual_ai_debt", on_balance + p[P::AiPremium]),
            saved: name("weight_saved", p[P::SavedInShares] + coupons * shapes::SAVED_IN_BONDS),
        }
    }
}

/// A model ready to run: coefficients, levers, start and steady state.
#[derive(Clone, Copy, Debug)]
pub struct Model<T> {
    /// A value for every row of the parameter table.
    pub p: Values<T>,
    /// The balance sheet of the start.
    pub o: Opening<T>,
    /// Reference water, $bn.
    pub water: T,
    /// How far the reserve-demand curve moves to the right to meet the start, percentage points.
    pub curve_shift: T,
    /// AI funding that the start's capex pulls out of the tub, with the start's tank, $bn a year.
    pub crowded_out: T,
    /// New saving that keeps the tank where the start has it, $bn a year. It does not grow with a
    /// fuller tank, which can be used up.
    pub from_tank: T,
    /// Saving at the start, $bn a year.
    pub recycled: T,
    /// What vendors have lent at the start: a year of the part that they finance, $bn.
    pub vendor_lent: T,
    /// Levered debt of the start, in proportion to its market value, $bn.
    pub levered_debt: T,
    /// What claims take of the water, and what saving brings.
    pub weights: Weights<T>,
    /// Scarcity premium of the start, bp.
    pub scarcity: T,
    /// Logarithm of the start's level over 100.
    pub ln_level: T,
    /// Change of the Treasury's account with its floor, $bn.
    pub tga_change: T,
    /// Change of the policy rate with its floor, bp.
    pub rate_change: T,
    /// Each duck's exposures.
    pub exposures: [Exposure<T>; Duck::COUNT],
}

impl<T: Num> Model<T> {
    /// Works the steady state out. `name` is given each constant, so that an
    /// export can give it a name of its own; plain numbers pass through.
    pub fn new(p: Values<T>, o: Opening<T>, mut name: impl FnMut(&'static str, T) -> T) -> Self {
        let zero = T::constant(0.0);
        let curve_shift = name("steady_curve_shift", money_market::shift(&p, &o));
        let ocf = p[P::OperatingCashFlow] + o.operating_cash_flow_gap;
        let need = name("steady_ai_funding", funding::need(&p, &o, o.capex, ocf));
        let dry_share = name("steady_dry_share", funding::dry_share(&p, o.dry));
        let crowded_out = name("steady_crowded_out", need * (-dry_share + 1.0));
        let from_tank = name("steady_from_tank", need * dry_share);
        let usual = Spending { gdp: o.gdp, bought: o.capex, built: o.capex, fiscal: zero };
        let recycled = name("steady_recycled", funding::saving(&p, &usual, zero));
        let vendor_lent = name("steady_vendor_lent", need * p[P::Circular] / shapes::ONCE_A_YEAR);
        let levered_debt = p[P::LeveredDebt] * o.market_assets / shapes::LEVERED_AT;
        let levered_debt = name("steady_levered_debt", levered_debt);
        let weights = Weights::new(&p, &mut name);
        let scarcity = name("steady_scarcity", capital_cost::scarcity(&p, crowded_out));
        let water = name("steady_water", o.market_assets / p[P::MarketMultiplier]);
        let x = o.reserves / o.bank_assets * 100.0 - curve_shift;
        let by_reserves = money_market::curve(&p, x);
        let spread = name("steady_spread", money_market::spread(&o, by_reserves));
        let ln_level = name("steady_ln_level", -stress::ln_stress(&p, spread));
        let tga_floor = -o.tga + shapes::TGA_FLOOR;
        let tga_change = name("steady_tga_change", p[P::Tga].max(tga_floor));
        let rate_change = name("steady_rate_change", p[P::Rate].max(o.iorb * -100.0));
        let exposures = Duck::ALL.map(|duck| Exposure::new(duck, &p, water));
        Model {
            p,
            o,
            water,
            curve_shift,
            crowded_out,
            from_tank,
            recycled,
            vendor_lent,
            levered_debt,
            weights,
            scarcity,
            ln_level,
            tga_change,
            rate_change,
            exposures,
        }
    }
}
