//! What the world looks like in a week: everything that follows from its stocks and levers.

use super::{
    Recorder, conditions, excess_loss, operating_cash_flow, paid_from_cash, vendor_due, vendor_share,
};
use crate::drivers::{Drivers, phased};
use crate::duck::Duck;
use crate::num::Num;
use crate::parameters::ParameterId as P;
use crate::series::Series;
use crate::spiral::Fragility;
use crate::state::State;
use crate::steady::Model;
use crate::{capital_cost, funding, money_market, prices, shapes, spiral, stage, stress, water};

/// What the world looks like in week `t`, given its stocks.
pub fn observe<T: Num>(m: &Model<T>, d: &Drivers<T>, t: T, x: &State<T>, r: &mut impl Recorder<T>) {
    for stock in &Series::ALL[..Series::STOCKS] {
        r.set(*stock, x[*stock]);
    }
    funding_stress(m, d, x, r);
    funding_demand(m, t, x, r);
    level(m, t, x, r);
    cost_of_capital(m, d, t, x, r);
    duck_prices(m, t, r);
    confidence(m, d, t, x, r);
}

/// 2. Funding stress and the stage.
fn funding_stress<T: Num>(m: &Model<T>, d: &Drivers<T>, x: &State<T>, r: &mut impl Recorder<T>) {
    let ratio = r.set(Series::ReserveRatio, x[Series::Reserves] / x[Series::BankAssets] * 100.0);
    let net = x[Series::FedAssets] - x[Series::Tga] - x[Series::OnRrp];
    r.set(Series::NetLiquidity, net);
    let by_reserves = money_market::curve(&m.p, ratio - m.curve_shift);
    let by_reserves = r.set(Series::CurveSpread, by_reserves);
    let pressure = money_market::Pressure::new(&m.p, x, -d.ten_year_known + 1.0).sum();
    let spread = money_market::spread(&m.o, by_reserves + pressure);
    let spread = r.set(Series::Spread, spread);
    r.set(Series::Stage, stage::number(spread, ratio, x[Series::SpiralLoss]));
    r.set(Series::PolicyChange, d.policy);
}

/// 3–4. Funding demand, and where it comes from.
fn funding_demand<T: Num>(m: &Model<T>, t: T, x: &State<T>, r: &mut impl Recorder<T>) {
    let p = &m.p;
    let phase = phased(t, shapes::QUARTER);
    let builders = m.o.capex + (p[P::Capex] - m.o.capex) * phase;
    let due = r.set(Series::Commitments, p[P::Commitments] * phase);
    let capex = r.set(Series::Capex, builders + due);
    r.set(Series::Built, capex.min(p[P::PowerLimit]));

    let need = r.aside("funding_need_bn", funding::need(p, &m.o, builders, operating_cash_flow(m, t)));
    let vendor = r.set(Series::VendorFinance, need * vendor_share(m, t));
    let by_banks = (need - vendor) * p[P::Spv] * phase * shapes::VEHICLES_BY_BANKS;
    let by_banks = r.set(Series::VehicleLoans, by_banks);
    let need = r.set(Series::AiFunding, need - vendor - by_banks + vendor_due(m, t, x));
    let dry_share = r.set(Series::DryShare, funding::dry_share(p, x[Series::DryPowder]));
    let to_raise = due - paid_from_cash(due, x);
    r.set(Series::CommitmentSales, to_raise * (-dry_share + 1.0));
    r.set(Series::FromTank, (need + to_raise) * dry_share);
    r.set(Series::CrowdedOut, (need + to_raise) * (-dry_share + 1.0));
}

/// 6. The level: water against its reference, less stress, less a wider tub.
fn level<T: Num>(m: &Model<T>, t: T, x: &State<T>, r: &mut impl Recorder<T>) {
    let p = &m.p;
    let stress = stress::ln_stress(p, r.get(Series::Spread));
    let forced = water::ln_forced(p, x[Series::SpiralLoss]);
    let ln_level = (x[Series::Water] / m.water).ln() - stress - water::ln_width(p, t) - forced;
    r.set(Series::Level, ln_level.exp() * 100.0);
    r.set(Series::LnLevel, ln_level - m.ln_level);
}

/// 7. Yields, spreads and the premium for scarce capital.
fn cost_of_capital<T: Num>(m: &Model<T>, d: &Drivers<T>, t: T, x: &State<T>, r: &mut impl Recorder<T>) {
    let p = &m.p;
    let scarcity = r.set(Series::Scarcity, capital_cost::scarcity(p, r.get(Series::CrowdedOut)));
    let change = scarcity - m.scarcity;
    // Where the ten-year yield is known, it holds supply and scarcity already.
    let modelled = -d.ten_year_known + 1.0;
    let announced = p[P::Announcement] * t.unit();
    let expected = (d.policy * p[P::PolicyToTenYear] + announced) * modelled;
    let equity = r.set(Series::EquityYieldChange, expected + d.ten_year * d.ten_year_known);
    let supply = x[Series::PrivateCoupons] * p[P::TermPremium] / 100.0 * modelled;
    let supply = r.set(Series::SupplyYieldChange, supply);
    r.set(Series::TenYearChange, equity + supply + change * p[P::ScarcityToYield] * modelled);
    let raised = p[P::Spv] * r.get(Series::AiFunding) / 100.0;
    let vehicles = raised * p[P::SpvToCredit] * phased(t, shapes::QUARTER);
    let ig = r.set(Series::IgSpreadChange, change * p[P::ScarcityToCredit] + vehicles);
    r.set(Series::HySpreadChange, ig * shapes::HY_MULTIPLE);
}

/// 9. Prices, the index over the ducks with a duration, and the portfolio.
fn duck_prices<T: Num>(m: &Model<T>, t: T, r: &mut impl Recorder<T>) {
    let zero = T::constant(0.0);
    let c = conditions(m, t, r);
    let (mut weighted, mut weights) = (zero, zero);
    let (mut value, mut all_value) = (zero, 0.0);
    let mut market = zero;
    for duck in Duck::ALL {
        let e = &m.exposures[duck as usize];
        let change = r.aside(duck.ln_key(), prices::change(duck, e, &m.p, &c));
        // Stablecoins follow bitcoin.
        let asked = duck == Duck::Bitcoin || r.wants(duck.series()) || r.wants(Series::Portfolio);
        let percent = if asked { r.set(duck.series(), change.exp() * 100.0 - 100.0) } else { zero };
        let market_value = duck.traits().market_value;
        let weight = e.duration * market_value;
        weighted = weighted + weight * change;
        weights = weights + weight;
        if duck != Duck::Cash {
            value = value + percent * market_value;
            all_value += market_value;
        }
        if duck == Duck::Sp500 {
            market = change;
        }
    }
    if r.wants(Series::Index) {
        r.set(Series::Index, (weighted / weights).exp() * 100.0);
    }
    if r.wants(Series::Portfolio) {
        let cash = m.p[P::CashShare];
        let portfolio = value / all_value * (-cash + 1.0) + r.get(Series::Cash) * cash;
        r.set(Series::Portfolio, portfolio);
    }
    r.set(Series::MarketLoss, -market);
}

/// 10. The spiral's gain, confidence and the circulation of money.
fn confidence<T: Num>(m: &Model<T>, d: &Drivers<T>, t: T, x: &State<T>, r: &mut impl Recorder<T>) {
    let p = &m.p;
    let begins = p[P::ShockWeek] + p[P::ResponseDelay];
    let spent = p[P::Response] * ((t - begins) / shapes::RESPONSE_WEEKS).unit();
    let fragility = Fragility {
        vendors: x[Series::VendorLent],
        vehicles: p[P::Spv] * (r.get(Series::AiFunding) + r.get(Series::VehicleLoans)),
        debt_left: x[Series::LeveredDebt] / m.levered_debt,
        spent,
    };
    r.set(Series::SpiralGain, spiral::gain(p, &fragility));
    let stress = stress::felt_stress(r.get(Series::Spread));
    let set = (p[P::Confidence] / 100.0 - 1.0) * phased(t, shapes::PHASE) + 1.0;
    let felt = d.policy / 100.0 * p[P::RateToCirculation] / 100.0
        + stress * p[P::StressToCirculation] / 100.0
        + excess_loss(m, r) * p[P::LossToConfidence];
    r.set(Series::Circulation, set * (-felt).exp());
}
