//! From a week to the next: double entries, and the stocks that they lead to.

use super::{Recorder, excess_loss, operating_cash_flow, paid_from_cash, shocked, vendor_share};
use crate::drivers::{Drivers, phased};
use crate::num::Num;
use crate::parameters::ParameterId as P;
use crate::series::Series;
use crate::state::State;
use crate::steady::Model;
use crate::{funding, money_market, shapes, spiral, water};

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
