//! One week. The sections are numbered as in `docs/model.md`.

use std::ops::{Index, IndexMut};

use crate::drivers::{Drivers, phased};
use crate::duck::{Channel, Duck};
use crate::num::Num;
use crate::parameters::ParameterId as P;
use crate::prices::{self, Conditions};
use crate::series::{Row, Series};
use crate::steady::Model;
use crate::{capital_cost, funding, money_market, shapes, spiral, stage, water};

/// The stocks that a week hands to the next, indexed by [`Series`].
#[derive(Clone, Copy, Debug)]
pub struct State<T>(pub(crate) [T; Series::STOCKS]);

impl<T> Index<Series> for State<T> {
    type Output = T;
    fn index(&self, stock: Series) -> &T {
        &self.0[stock as usize]
    }
}

impl<T> IndexMut<Series> for State<T> {
    fn index_mut(&mut self, stock: Series) -> &mut T {
        &mut self.0[stock as usize]
    }
}

/// Takes down each quantity under its name and hands it back: a table row for
/// numbers, a named equation for an export.
pub trait Recorder<T> {
    /// Records `value` as `series`.
    fn set(&mut self, series: Series, value: T) -> T;

    /// What has been recorded as `series` this week.
    fn get(&self, series: Series) -> T;

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

/// The stocks of week 0.
pub fn opening<T: Num>(m: &Model<T>) -> State<T> {
    let mut x = State([T::constant(0.0); Series::STOCKS]);
    let half_pool = m.recycled / shapes::YEAR * m.p[P::RecyclingLag] / 2.0;
    x[Series::Reserves] = m.o.reserves;
    x[Series::OnRrp] = m.o.on_rrp;
    x[Series::Tga] = m.o.tga;
    x[Series::Currency] = m.o.currency;
    x[Series::FedAssets] = m.o.fed_assets;
    x[Series::BankAssets] = m.o.bank_assets;
    x[Series::DryPowder] = m.p[P::Dry];
    x[Series::PoolEarly] = half_pool;
    x[Series::PoolLate] = half_pool;
    x[Series::Water] = m.water;
    x[Series::DeepCash] = m.p[P::DeepPocketCash];
    x
}

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
    confidence(m, d, t, r);
}

/// 2. Funding stress and the stage.
fn funding_stress<T: Num>(m: &Model<T>, d: &Drivers<T>, x: &State<T>, r: &mut impl Recorder<T>) {
    let ratio = r.set(Series::ReserveRatio, x[Series::Reserves] / x[Series::BankAssets] * 100.0);
    let by_reserves = money_market::curve(&m.p, ratio + m.curve_shift, m.curve_slope);
    let by_reserves = r.set(Series::CurveSpread, by_reserves);
    let pressure = x[Series::BillStress] + x[Series::SpiralLoss] * shapes::SPIRAL_TO_SPREAD
        - m.p[P::StablecoinRelief] * x[Series::Stablecoins] / 100.0;
    let spread = money_market::spread(&m.p, &m.o, by_reserves + pressure);
    let spread = r.set(Series::Spread, spread);
    r.set(Series::Stage, stage::number(spread, ratio, x[Series::SpiralLoss]));
    r.set(Series::PolicyChange, d.policy);
}

/// Whether the shock week has come, 0 or 1.
fn shocked<T: Num>(m: &Model<T>, t: T) -> T {
    (t - m.p[P::ShockWeek] + 1.0).unit()
}

/// Cash flow of the AI builders, $bn a year.
fn operating_cash_flow<T: Num>(m: &Model<T>, t: T) -> T {
    m.p[P::OperatingCashFlow] + m.o.operating_cash_flow_gap - m.p[P::DemandDrop] * shocked(m, t)
}

/// Part of the builders' need that vendors finance.
fn vendor_share<T: Num>(m: &Model<T>, t: T) -> T {
    m.p[P::Circular] * (-(m.p[P::CircularBreak] * shocked(m, t)) + 1.0)
}

/// Commitments that deep pockets pay out of free cash, a quarter's worth at most.
fn paid_from_cash<T: Num>(due: T, x: &State<T>) -> T {
    due.min(x[Series::DeepCash] * (shapes::YEAR / shapes::QUARTER))
}

/// 3–4. Funding demand, and where it comes from.
fn funding_demand<T: Num>(m: &Model<T>, t: T, x: &State<T>, r: &mut impl Recorder<T>) {
    let p = &m.p;
    let phase = phased(t, shapes::QUARTER);
    let builders = m.o.capex + (p[P::Capex] - m.o.capex) * phase;
    let due = r.set(Series::Commitments, p[P::Commitments] * phase);
    let capex = r.set(Series::Capex, builders + due);
    r.set(Series::Built, capex.min(p[P::PowerLimit]));

    let need = funding::need(p, builders, operating_cash_flow(m, t));
    let need = r.set(Series::AiFunding, need * (-vendor_share(m, t) + 1.0));
    let dry_share = r.set(Series::DryShare, funding::dry_share(p, x[Series::DryPowder]));
    let to_raise = due - paid_from_cash(due, x);
    r.set(Series::CommitmentSales, to_raise * (-dry_share + 1.0));
    r.set(Series::FromTank, (need + to_raise) * dry_share);
    r.set(Series::CrowdedOut, (need + to_raise) * (-dry_share + 1.0));
}

/// 6. The level: water against its reference, less stress, less a wider tub.
fn level<T: Num>(m: &Model<T>, t: T, x: &State<T>, r: &mut impl Recorder<T>) {
    let p = &m.p;
    let stress = water::ln_stress(p, r.get(Series::Spread));
    let ln_level = (x[Series::Water] / m.water).ln() - stress - water::ln_width(p, t);
    r.set(Series::Level, ln_level.exp() * 100.0);
    r.set(Series::LnLevel, ln_level - m.ln_level);
}

/// 7. Yields, spreads and the premium for scarce capital.
fn cost_of_capital<T: Num>(m: &Model<T>, d: &Drivers<T>, t: T, x: &State<T>, r: &mut impl Recorder<T>) {
    let p = &m.p;
    let scarcity = r.set(Series::Scarcity, capital_cost::scarcity(p, r.get(Series::CrowdedOut)));
    let change = scarcity - m.scarcity;
    let supply = x[Series::PrivateCoupons] * p[P::TermPremium] / 100.0;
    let announced = p[P::Announcement] * t.unit();
    let equity = r.set(Series::EquityYieldChange, d.policy * p[P::PolicyToTenYear] + supply + announced);
    r.set(Series::TenYearChange, equity + change * p[P::ScarcityToYield]);
    let raised = p[P::Spv] * r.get(Series::AiFunding) / 100.0;
    let vehicles = raised * p[P::SpvToCredit] * phased(t, shapes::QUARTER);
    let ig = r.set(Series::IgSpreadChange, change * p[P::ScarcityToCredit] + vehicles);
    r.set(Series::HySpreadChange, ig * shapes::HY_MULTIPLE);
}

/// The conditions that prices depend on, read from a recorded week.
fn conditions<T: Num>(m: &Model<T>, t: T, r: &impl Recorder<T>) -> Conditions<T> {
    Conditions {
        equity_yield: r.get(Series::EquityYieldChange),
        policy: r.get(Series::PolicyChange),
        scarcity_yield: r.get(Series::TenYearChange) - r.get(Series::EquityYieldChange),
        ig_spread: r.get(Series::IgSpreadChange),
        hy_spread: r.get(Series::HySpreadChange),
        level_now: r.get(Series::LnLevel),
        level_followed: r.get(Series::LevelFollowed),
        revenue_fast: r.get(Series::RevenueFast),
        revenue_slow: r.get(Series::RevenueSlow),
        write_offs: r.get(Series::WriteOffs),
        lost_growth: r.get(Series::LostGrowth),
        fiscal_income: r.get(Series::FiscalIncome),
        sold_bitcoin: r.get(Series::SoldBitcoin),
        sold_momentum: r.get(Series::SoldMomentum),
        sold_saas: r.get(Series::SoldSaas),
        sold_broad: r.get(Series::SoldBroad),
        spiral: r.get(Series::SpiralLoss) + m.p[P::Shock] / 100.0 * shocked(m, t),
    }
}

/// 9. Prices, the index over the ducks with a duration, and the portfolio.
fn duck_prices<T: Num>(m: &Model<T>, t: T, r: &mut impl Recorder<T>) {
    let zero = T::constant(0.0);
    let c = conditions(m, t, r);
    let (mut weighted, mut weights) = (zero, zero);
    let (mut value, mut held) = (zero, 0.0);
    let mut market = zero;
    for duck in Duck::ALL {
        let e = &m.exposures[duck as usize];
        let change = r.aside(duck.ln_key(), prices::change(duck, e, &m.p, &c));
        let percent = r.set(duck.series(), change.exp() * 100.0 - 100.0);
        let market_value = duck.traits().market_value;
        let weight = e.duration * market_value;
        weighted = weighted + weight * change;
        weights = weights + weight;
        if duck != Duck::Cash {
            value = value + percent * market_value;
            held += market_value;
        }
        if duck == Duck::Sp500 {
            market = change;
        }
    }
    r.set(Series::Index, (weighted / weights).exp() * 100.0);
    let cash = m.p[P::CashShare];
    let portfolio = value / held * (-cash + 1.0) + r.get(Series::Cash) * cash;
    r.set(Series::Portfolio, portfolio);
    r.set(Series::MarketLoss, -market);
}

/// 10. The spiral's gain, confidence and the circulation of money.
fn confidence<T: Num>(m: &Model<T>, d: &Drivers<T>, t: T, r: &mut impl Recorder<T>) {
    let p = &m.p;
    let begins = p[P::ShockWeek] + p[P::ResponseDelay];
    let spent = p[P::Response] * ((t - begins) / shapes::RESPONSE_WEEKS).unit();
    r.set(Series::SpiralGain, spiral::gain(p, m.o.market_assets, spent));
    let stress = water::felt_stress(r.get(Series::Spread));
    let set = (p[P::Confidence] / 100.0 - 1.0) * phased(t, shapes::PHASE) + 1.0;
    let felt = d.policy / 100.0 * p[P::RateToCirculation] / 100.0
        + stress * p[P::StressToCirculation] / 100.0
        + excess_loss(m, r) * p[P::LossToConfidence];
    r.set(Series::Circulation, set * (-felt).exp());
}

/// Loss of the market beyond what is borne without selling.
fn excess_loss<T: Num>(m: &Model<T>, r: &impl Recorder<T>) -> T {
    (r.get(Series::MarketLoss) - m.p[P::LossBuffer] / 100.0).positive()
}

/// The week's double entries and the stocks of the next week, from a week that
/// [`observe`] has recorded.
pub fn advance<T: Num>(
    m: &Model<T>,
    d: &Drivers<T>,
    t: T,
    x: &State<T>,
    r: &mut impl Recorder<T>,
) -> State<T> {
    let mut next = *x;
    let fiscal = fiscal_flows(m, t, r);
    fed_flows(m, d, &fiscal, x, &mut next, r);
    money_flows(m, d, &fiscal, x, &mut next, r);
    builders_flows(m, t, r);
    lagged(m, t, &fiscal, x, &mut next, r);
    forced_sales(m, t, x, &mut next, r);
    next
}

/// Federal borrowing beyond the start's, $bn a year.
struct Fiscal<T> {
    spent: T,
    coupons: T,
    /// Coupons that the Fed takes.
    absorbed: T,
}

fn fiscal_flows<T: Num>(m: &Model<T>, t: T, r: &mut impl Recorder<T>) -> Fiscal<T> {
    let p = &m.p;
    let phase = phased(t, shapes::QUARTER);
    let spent = water::deficit_beyond_start(m, t);
    let at_start = m.o.deficit * (-m.o.bill_share + 1.0);
    let coupons = (p[P::Deficit] * (-p[P::BillShare] + 1.0) - at_start) * phase;
    r.set(Series::DeficitBills, (m.o.deficit + spent - at_start - coupons) / shapes::YEAR);
    r.set(Series::DeficitCoupons, (at_start + coupons) / shapes::YEAR);
    Fiscal { spent, coupons, absorbed: p[P::FedAbsorption] * coupons.positive() }
}

/// 1. Fed flows, shared between reverse repo and deposits.
fn fed_flows<T: Num>(
    m: &Model<T>,
    d: &Drivers<T>,
    fiscal: &Fiscal<T>,
    x: &State<T>,
    next: &mut State<T>,
    r: &mut impl Recorder<T>,
) {
    let coupons = d.coupons - fiscal.absorbed / shapes::YEAR;
    // What is drawn is shared; what is paid out goes to reserves.
    let drawn = [-d.bills, coupons, d.tga, d.currency].map(T::positive);
    let gross = drawn[0] + drawn[1] + drawn[2] + drawn[3];
    let share = r.aside("rrp_share", money_market::rrp_share(&m.p, x[Series::OnRrp], gross));
    let [bills, coupons_drawn, tga, currency] = drawn.map(|flow| flow * share);
    r.set(Series::BillsByRrp, -bills);
    r.set(Series::BillsByDeposits, d.bills + bills);
    r.set(Series::CouponsByRrp, coupons_drawn);
    r.set(Series::CouponsByDeposits, coupons - coupons_drawn);
    r.set(Series::TgaByRrp, tga);
    r.set(Series::TgaByDeposits, d.tga - tga);
    r.set(Series::CurrencyByRrp, currency);
    r.set(Series::CurrencyByDeposits, d.currency - currency);
    let from_rrp = gross * share;
    let from_reserves = d.tga + coupons - d.bills + d.currency - from_rrp;
    let after_drain = x[Series::OnRrp] - from_rrp;
    let migration = money_market::migration(&m.p, x[Series::OnRrp], r.get(Series::CurveSpread));
    let migration = r.set(Series::MoneyFundMigration, migration.max(-after_drain));
    let lending = r.set(Series::Lending, d.lending);

    let own = x[Series::Reserves] - x[Series::FedRepo] - from_reserves - migration;
    let own = r.aside("own_reserves_next_bn", own);
    let bank_assets = x[Series::BankAssets] + lending;
    let repo = (money_market::with_repo(own, bank_assets) - own).positive();
    let repo = r.aside("fed_repo_next_bn", repo);
    let lent = r.set(Series::Repo, repo - x[Series::FedRepo]);
    next[Series::FedRepo] = repo;
    next[Series::Reserves] = own + repo;
    next[Series::OnRrp] = after_drain + migration;
    next[Series::Tga] = x[Series::Tga] + d.tga;
    next[Series::Currency] = x[Series::Currency] + d.currency;
    next[Series::FedAssets] = x[Series::FedAssets] + d.bills - coupons + lent;
    next[Series::BankAssets] = bank_assets;
    next[Series::PrivateCoupons] = x[Series::PrivateCoupons] + fiscal.coupons / shapes::YEAR + coupons;
}

/// 4–6. Recycling, the tank and the water.
fn money_flows<T: Num>(
    m: &Model<T>,
    d: &Drivers<T>,
    fiscal: &Fiscal<T>,
    x: &State<T>,
    next: &mut State<T>,
    r: &mut impl Recorder<T>,
) {
    let p = &m.p;
    let half_lag = p[P::RecyclingLag] / 2.0;
    let between = x[Series::PoolEarly] / half_lag;
    let out = x[Series::PoolLate] / half_lag;
    let income = funding::income(p, r.get(Series::Built), fiscal.spent, p[P::Labour]);
    // Circulation multiplies what is earned; income lost to a smaller deficit is lost whole.
    let circulating = income.positive() * r.get(Series::Circulation) - (-income).positive();
    let earned = circulating / shapes::YEAR;
    next[Series::PoolEarly] = x[Series::PoolEarly] + earned - between;
    next[Series::PoolLate] = x[Series::PoolLate] + between - out;
    let recycled = r.set(Series::Recycled, out * shapes::YEAR);

    let hoarded = water::hoarded(p, recycled);
    let beyond_start = recycled - hoarded - m.recycled;
    next[Series::Hoard] = x[Series::Hoard] + hoarded / shapes::YEAR;

    // A deficit crowds others out like capex does; a smaller deficit frees money,
    // which is split as new saving is.
    let displaced = water::displaced(p, fiscal.spent);
    let (wanted, freed) = (displaced.positive(), (-displaced).positive());
    let dry_share = r.get(Series::DryShare);
    let filled = (beyond_start + freed) * (-p[P::TubShare] + 1.0) + m.from_tank;
    let drawn = r.get(Series::FromTank) + wanted * dry_share;
    next[Series::DryPowder] = (x[Series::DryPowder] + (filled - drawn) / shapes::YEAR).positive();

    let added = (beyond_start + freed) * p[P::TubShare];
    let pulled = r.get(Series::CrowdedOut) - m.crowded_out + wanted * (-dry_share + 1.0);
    let near_money = r.get(Series::TgaByDeposits) - r.get(Series::BillsByDeposits) + d.currency_excess;
    let back = (x[Series::Water] - m.water) / p[P::Reversion];
    let next_water = x[Series::Water] + (added - pulled) / shapes::YEAR
        - p[P::BillsToWater] * near_money
        - p[P::CouponsToWater] * r.get(Series::CouponsByDeposits)
        - water::taken_by_policy(m, d.policy)
        - back;
    next[Series::Water] = next_water.max(m.water * shapes::WATER_FLOOR);
}

/// 3, 5. What AI builders, deep pockets and exporters post.
fn builders_flows<T: Num>(m: &Model<T>, t: T, r: &mut impl Recorder<T>) {
    let p = &m.p;
    let dry_share = r.get(Series::DryShare);
    let need = r.get(Series::AiFunding);
    // Vendor finance swaps equipment for claims inside the sector: no deposits move.
    let circular = vendor_share(m, t);
    let vendor = need / (-circular + 1.0) * circular;
    let due = r.get(Series::Commitments);
    let sold = r.get(Series::CommitmentSales);
    r.set(Series::CashFlow, operating_cash_flow(m, t) / shapes::YEAR);
    r.set(Series::PaidOut, p[P::Payouts] / shapes::YEAR);
    r.set(Series::CapexTank, need * dry_share / shapes::YEAR);
    r.set(Series::CapexCrowded, need * (-dry_share + 1.0) / shapes::YEAR);
    r.set(Series::CapexOwn, (r.get(Series::Capex) - due - need - vendor) / shapes::YEAR);
    r.set(Series::CommitmentTank, (due - sold) / shapes::YEAR);
    r.set(Series::CommitmentSold, sold / shapes::YEAR);
    let abroad = r.get(Series::Built) * p[P::ImportShare];
    r.set(Series::Exporters, abroad * p[P::ExporterRecycling] / shapes::YEAR);
}

/// One week of a first-order lag.
fn toward<T: Num>(now: T, target: T, weeks: T) -> T {
    now + (target - now) / weeks
}

/// Quantities that follow others with a lag: earnings, prices, deep pockets' cash.
fn lagged<T: Num>(
    m: &Model<T>,
    t: T,
    fiscal: &Fiscal<T>,
    x: &State<T>,
    next: &mut State<T>,
    r: &mut impl Recorder<T>,
) {
    let p = &m.p;
    let built = r.get(Series::Built);
    // Symmetric and bounded: twice the difference over the sum, −2 to 2.
    let ratio = (built - m.o.capex) * 2.0 / (built + m.o.capex);
    next[Series::RevenueFast] = toward(x[Series::RevenueFast], ratio, T::constant(shapes::REVENUE_LAG));
    next[Series::RevenueSlow] = toward(x[Series::RevenueSlow], ratio, p[P::BoostFade]);
    let usual_life = P::ChipLife.row().default;
    let written = r.get(Series::Capex) / p[P::ChipLife] - m.o.capex / usual_life;
    let cash_flow = p[P::OperatingCashFlow] + m.o.operating_cash_flow_gap;
    next[Series::WriteOffs] = toward(
        x[Series::WriteOffs],
        written / cash_flow.max(r.get(Series::Capex)),
        T::constant(shapes::WRITE_OFF_LAG),
    );
    next[Series::LostGrowth] = x[Series::LostGrowth] * (1.0 - 1.0 / shapes::GROWTH_RECOVERY)
        + p[P::EarningsSlowdown] / 100.0 * shocked(m, t) / shapes::YEAR;
    let income = fiscal.spent * p[P::FiscalMultiplier] / shapes::GDP;
    next[Series::FiscalIncome] = toward(x[Series::FiscalIncome], income, T::constant(shapes::FISCAL_LAG));
    next[Series::LevelFollowed] = toward(x[Series::LevelFollowed], r.get(Series::LnLevel), p[P::LevelLag]);
    next[Series::DeepCash] =
        x[Series::DeepCash] - paid_from_cash(r.get(Series::Commitments), x) / shapes::YEAR;
}

/// 8, 10. Commitments met by selling in order of conviction, the spiral, stablecoins.
fn forced_sales<T: Num>(m: &Model<T>, t: T, x: &State<T>, next: &mut State<T>, r: &mut impl Recorder<T>) {
    let p = &m.p;
    let sold = spiral::waterfall(p, r.get(Series::CommitmentSales));
    let sold = [
        (Series::SoldBitcoin, sold.bitcoin),
        (Series::SoldSaas, sold.software),
        (Series::SoldBroad, sold.broad),
        (Series::SoldMomentum, sold.momentum),
    ];
    for (stock, sold) in sold {
        next[stock] = x[stock] + sold / shapes::YEAR - x[stock] / shapes::SALES_RECOVERY;
    }

    let loss = spiral::next_loss(r.get(Series::SpiralGain), excess_loss(m, r), x[Series::SpiralLoss]);
    let loss = r.aside("spiral_loss_next", loss);
    next[Series::SpiralLoss] = loss;
    let deeper = (loss - x[Series::SpiralLoss]).positive();
    r.set(Series::MarginCalls, deeper * m.o.market_assets / p[P::MarketMultiplier]);

    let outstanding = x[Series::Stablecoins] + shapes::STABLECOINS;
    let fall = -((r.get(Series::Bitcoin) / 100.0 + 1.0).ln()) - shapes::REDEMPTION_FROM;
    let limit = T::constant(shapes::REDEMPTION_LIMIT);
    let rate = r.aside("redemption_rate", (fall.positive() * shapes::REDEMPTION_RATE).min(limit));
    let redeemed = outstanding * rate;
    let chosen = (p[P::Stablecoin] / shapes::YEAR).max(-(outstanding * limit));
    let net = r.set(Series::StablecoinIssue, chosen - redeemed);
    next[Series::Stablecoins] = x[Series::Stablecoins] + net;
    // The pressure on bills goes by what was issued, not by what is left: a run
    // that came early must not look like calm later.
    let issued = p[P::Stablecoin].positive() * t / shapes::YEAR + shapes::STABLECOINS;
    next[Series::BillStress] =
        x[Series::BillStress] * shapes::REDEMPTION_LEFT + issued * rate * shapes::REDEMPTION_BP;
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
