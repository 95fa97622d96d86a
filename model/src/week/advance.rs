//! From a week to the next: double entries, and the stocks that they lead to.

use super::{Recorder, excess_loss, labour, operating_cash_flow, paid_from_cash, shocked, vendor_due};
use crate::drivers::Drivers;
use crate::funding::Spending;
use crate::num::Num;
use crate::parameters::ParameterId as P;
use crate::series::Series;
use crate::spiral::Sellers;
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
    let fiscal = fiscal_flows(m, d, t, r);
    forced_sales(m, t, x, &mut next, r);
    builders_flows(m, t, x, &mut next, r);
    let posted = fed_flows(m, d, &fiscal, x, &mut next, r);
    money_flows(m, d, &fiscal, &posted, t, x, &mut next, r);
    lagged(m, t, &fiscal, x, &mut next, r);
    next
}

/// Federal borrowing beyond the start's.
struct Fiscal<T> {
    /// All of it, $bn a year.
    spent: T,
    /// Coupons that private hands take, $bn a week.
    coupons: T,
    /// Coupons that the Fed takes, $bn a week.
    absorbed: T,
    /// Bills, $bn a week.
    bills: T,
}

fn fiscal_flows<T: Num>(m: &Model<T>, d: &Drivers<T>, t: T, r: &mut impl Recorder<T>) -> Fiscal<T> {
    let p = &m.p;
    let spent = water::deficit_beyond_start(m, t);
    let coupons = spent / shapes::YEAR - d.more_bills;
    let usual_bills = m.o.deficit * m.o.bill_share / shapes::YEAR;
    r.set(Series::DeficitBills, usual_bills + d.more_bills);
    r.set(Series::DeficitCoupons, m.o.deficit / shapes::YEAR - usual_bills + coupons);
    let absorbed = p[P::FedAbsorption] * coupons.positive();
    Fiscal { spent, coupons: coupons - absorbed, absorbed, bills: d.more_bills }
}

/// What the Fed's flows come to for others.
struct Posted<T> {
    /// Part of the bills that come to the market which reverse repo pays.
    rrp_share: T,
    /// Bills that the policy in force would have bought out of deposits, $bn.
    usual_by_deposits: T,
    /// Part of what comes to the market that savers must take out of the tub rather than the tank.
    from_tub: T,
    /// Coupons that private hands take beyond the start's path, $bn a week.
    coupons: T,
}

/// 1. Fed flows, shared between reverse repo and deposits.
fn fed_flows<T: Num>(
    m: &Model<T>,
    d: &Drivers<T>,
    fiscal: &Fiscal<T>,
    x: &State<T>,
    next: &mut State<T>,
    r: &mut impl Recorder<T>,
) -> Posted<T> {
    let above_floor = money_market::above_floor(&m.o, r.get(Series::CurveSpread));
    let net_bills = r.aside("net_bills_bn", d.tga + fiscal.bills - d.bills);
    let share = money_market::rrp_share(&m.p, x[Series::OnRrp], net_bills, above_floor);
    let share = r.aside("rrp_share", share);
    let usual = money_market::rrp_share(&m.p, x[Series::OnRrp], -m.o.usual_bills, above_floor);
    let usual_by_deposits = r.aside("usual_bills_by_deposits_bn", m.o.usual_bills * (-usual + 1.0));
    let coupons = d.coupons - fiscal.absorbed;
    r.set(Series::BillsByRrp, d.bills * share);
    r.set(Series::BillsByDeposits, d.bills * (-share + 1.0));
    r.set(Series::CouponsByDeposits, coupons);
    r.set(Series::TgaByRrp, d.tga * share);
    r.set(Series::TgaByDeposits, d.tga * (-share + 1.0));
    r.set(Series::CurrencyByDeposits, d.currency);
    r.set(Series::DeficitByRrp, fiscal.bills * share);
    let from_rrp = net_bills * share;
    let from_reserves = d.tga + coupons - d.bills - d.loans + d.currency - from_rrp;
    let after_bills = x[Series::OnRrp] - from_rrp;
    let migration = money_market::migration(&m.p, x[Series::OnRrp], above_floor);
    let migration = r.set(Series::MoneyFundMigration, migration.max(-after_bills));
    let lending = r.set(Series::Lending, d.lending);

    let own = x[Series::Reserves] - x[Series::FedRepo] - from_reserves - migration;
    let own = r.aside("own_reserves_next_bn", own);
    let lent = r.aside("take_up_bn", money_market::take_up(&m.p, &m.o, r.get(Series::Spread)));
    let held = money_market::with_repo(own + lent, x[Series::BankAssets] + lending);
    let repo = r.aside("fed_repo_next_bn", lent + (held - own - lent).positive());
    let repo_flow = r.set(Series::Repo, repo - x[Series::FedRepo]);
    next[Series::FedRepo] = repo;
    next[Series::Reserves] = own + repo;
    next[Series::OnRrp] = after_bills + migration;
    next[Series::Tga] = x[Series::Tga] + d.tga;
    next[Series::Currency] = x[Series::Currency] + d.currency;
    next[Series::FedAssets] = x[Series::FedAssets] + d.bills + d.loans - coupons + repo_flow;
    // A drain that deposits pay shrinks both sides of the banks' sheet, as a loan repaid does.
    let loans = lending + r.get(Series::CapexVehicles) - r.get(Series::MarginCalls) * shapes::MARGIN_AT_BANKS;
    next[Series::BankAssets] = x[Series::BankAssets] + loans + (own + repo - x[Series::Reserves]);
    let coupons = fiscal.coupons + d.coupons - m.o.usual_coupons;
    next[Series::PrivateCoupons] = x[Series::PrivateCoupons] + coupons;
    next[Series::MoreTreasuries] = x[Series::MoreTreasuries] + fiscal.coupons + fiscal.bills;
    Posted { rrp_share: share, usual_by_deposits, from_tub: -r.get(Series::DryShare) + 1.0, coupons }
}

/// 4–6. Recycling, the tank and the water.
#[allow(clippy::too_many_arguments, reason = "the week's parts, each once")]
fn money_flows<T: Num>(
    m: &Model<T>,
    d: &Drivers<T>,
    fiscal: &Fiscal<T>,
    posted: &Posted<T>,
    t: T,
    x: &State<T>,
    next: &mut State<T>,
    r: &mut impl Recorder<T>,
) {
    let p = &m.p;
    let half_lag = p[P::RecyclingLag] / 2.0;
    let between = x[Series::PoolEarly] / half_lag;
    let out = x[Series::PoolLate] / half_lag;
    let spending = Spending {
        gdp: m.o.gdp,
        bought: r.get(Series::Capex),
        built: r.get(Series::Built),
        fiscal: fiscal.spent,
    };
    let saving = funding::saving(p, &spending, labour(m, t));
    let circulating = saving.positive() * r.get(Series::Circulation) - (-saving).positive();
    next[Series::PoolEarly] = x[Series::PoolEarly] + circulating / shapes::YEAR - between;
    next[Series::PoolLate] = x[Series::PoolLate] + between - out;
    let recycled = r.set(Series::Recycled, out * shapes::YEAR);
    let hoarded = water::hoarded(p, recycled);
    let beyond_start = recycled - hoarded - m.recycled;
    next[Series::Hoard] = x[Series::Hoard] + hoarded / shapes::YEAR;

    // Treasuries draw on the tank by their risk against that of AI debt.
    let by_risk = shapes::COUPON_RISK / shapes::AI_DEBT_RISK;
    let coupons_drawn = posted.coupons * r.get(Series::DryShare) * by_risk;
    let filled = beyond_start * (-p[P::TubShare] + 1.0) + m.from_tank;
    next[Series::DryPowder] =
        (x[Series::DryPowder] + (filled - r.get(Series::FromTank)) / shapes::YEAR - coupons_drawn).positive();

    let w = &m.weights;
    let sold = r.get(Series::CommitmentSales);
    let ai_debt = r.get(Series::CrowdedOut) - sold;
    // Deep pockets swap what they sell for AI equity, dollar for dollar.
    let ai = (m.crowded_out * w.usual_ai_debt - ai_debt * w.ai_debt - sold) / shapes::YEAR
        + p[P::DepositsToWater] * r.get(Series::CapexVehicles);
    let ai = r.set(Series::WaterAi, ai);
    let income = r.set(Series::WaterIncome, beyond_start * p[P::TubShare] * w.saved / shapes::YEAR);
    let by_deposits = -posted.rrp_share + 1.0;
    let more_bills = d.bills * by_deposits - posted.usual_by_deposits;
    let fewer_coupons = d.coupons - m.o.usual_coupons;
    let removed = fewer_coupons - more_bills - d.loans + d.currency_excess;
    let taken = (fewer_coupons * w.coupons - more_bills * w.bills) * posted.from_tub;
    let fed = r.set(Series::WaterFed, -(removed * p[P::DepositsToWater]) - taken);
    let tga = r.get(Series::TgaByDeposits);
    let treasury = tga * p[P::DepositsToWater] + tga * w.bills * posted.from_tub;
    let treasury = r.set(Series::WaterTreasury, -treasury);
    let taken = (fiscal.coupons * w.coupons + fiscal.bills * by_deposits * w.bills) * posted.from_tub;
    let added = (fiscal.absorbed + r.get(Series::DeficitByRrp)) * p[P::DepositsToWater];
    let deficit = r.set(Series::WaterDeficit, added - taken);
    let rates = r.set(Series::WaterRates, water::added_by_policy(m, d.policy));
    let repaid = r.get(Series::MarginCalls) * shapes::MARGIN_AT_BANKS;
    let crisis = r.set(Series::WaterCrisis, -(repaid * p[P::DepositsToWater]));
    let back = (x[Series::Water] - m.water) / p[P::Reversion];
    let next_water = x[Series::Water] + ai + income + fed + treasury + deficit + rates + crisis - back;
    next[Series::Water] = next_water.max(m.water * shapes::WATER_FLOOR);
}

/// 3, 5. What AI builders, deep pockets and exporters post.
fn builders_flows<T: Num>(m: &Model<T>, t: T, x: &State<T>, next: &mut State<T>, r: &mut impl Recorder<T>) {
    let p = &m.p;
    let dry_share = r.get(Series::DryShare);
    // Vendor finance swaps equipment for claims inside the sector: no deposits move. What is raised
    // to repay it replaces own cash here.
    let need = r.get(Series::AiFunding);
    let vendor = r.get(Series::VendorFinance);
    let by_banks = r.get(Series::VehicleLoans);
    let due = r.get(Series::Commitments);
    let sold = r.get(Series::CommitmentSales);
    r.set(Series::CashFlow, operating_cash_flow(m, t) / shapes::YEAR);
    r.set(Series::PaidOut, p[P::Payouts] * m.o.payouts_share / shapes::YEAR);
    r.set(Series::CapexTank, need * dry_share / shapes::YEAR);
    r.set(Series::CapexCrowded, need * (-dry_share + 1.0) / shapes::YEAR);
    r.set(Series::CapexVehicles, by_banks / shapes::YEAR);
    r.set(Series::CapexOwn, (r.get(Series::Capex) - due - need - vendor - by_banks) / shapes::YEAR);
    r.set(Series::CommitmentTank, (due - sold) / shapes::YEAR);
    r.set(Series::CommitmentSold, sold / shapes::YEAR);
    let abroad = r.get(Series::Capex) * p[P::ImportShare];
    r.set(Series::Exporters, abroad * p[P::ExporterRecycling] / shapes::YEAR);
    next[Series::VendorLent] = x[Series::VendorLent] + (vendor - vendor_due(m, t, x)) / shapes::YEAR;
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
    // Symmetric and bounded: twice the difference over the sum, −2 to 2.
    let against_start = |capex: T| (capex - m.o.capex) * 2.0 / (capex + m.o.capex);
    let lag = T::constant(shapes::REVENUE_LAG);
    let bought = r.aside("bought_against_start", against_start(r.get(Series::Capex)));
    next[Series::RevenueFast] = toward(x[Series::RevenueFast], bought, lag);
    next[Series::RevenueSlow] = toward(x[Series::RevenueSlow], bought, p[P::BoostFade]);
    let built = against_start(r.get(Series::Built));
    next[Series::BuiltSmoothed] = toward(x[Series::BuiltSmoothed], built, lag);
    let usual_life = P::ChipLife.row().default;
    let written = (r.get(Series::Capex) / p[P::ChipLife] - m.o.capex / usual_life) / shapes::ONCE_A_YEAR;
    let cash_flow = p[P::OperatingCashFlow] + m.o.operating_cash_flow_gap;
    next[Series::WriteOffs] = toward(
        x[Series::WriteOffs],
        written / cash_flow.max(r.get(Series::Capex)),
        T::constant(shapes::WRITE_OFF_LAG),
    );
    next[Series::LostGrowth] = x[Series::LostGrowth] * (1.0 - 1.0 / shapes::GROWTH_RECOVERY)
        + p[P::EarningsSlowdown] / 100.0 * shocked(m, t) / shapes::YEAR;
    let income = fiscal.spent * p[P::FiscalMultiplier] / m.o.gdp;
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

    // Above a strength of one others sell too, who owe nothing.
    let strength = p[P::SpiralStrength].max(T::constant(1.0));
    let repaid_by_loss = r.aside("repaid_by_loss", m.o.market_assets / (p[P::MarketMultiplier] * strength));
    let sellers = Sellers { debt: x[Series::LeveredDebt], debt_at_start: m.levered_debt, repaid_by_loss };
    let loss =
        spiral::next_loss(r.get(Series::SpiralGain), excess_loss(m, r), x[Series::SpiralLoss], &sellers);
    let loss = r.aside("spiral_loss_next", loss);
    next[Series::SpiralLoss] = loss;
    let deeper = r.aside("spiral_deeper", (loss - x[Series::SpiralLoss]).positive());
    next[Series::LossSpeed] = x[Series::LossSpeed] * shapes::LOSS_SPEED_LEFT + deeper;
    let repaid = r.set(Series::MarginCalls, (deeper * repaid_by_loss).min(x[Series::LeveredDebt]));
    next[Series::LeveredDebt] = x[Series::LeveredDebt] - repaid;

    let outstanding = x[Series::Stablecoins] + m.o.stablecoins;
    // A run goes by how far bitcoin has fallen of late: who stayed through a long fall stays.
    let price = r.aside("bitcoin_price_ln", (r.get(Series::Bitcoin) / 100.0 + 1.0).ln());
    let quarter = T::constant(shapes::QUARTER);
    next[Series::BitcoinFollowed] = toward(x[Series::BitcoinFollowed], price, quarter);
    let fall = x[Series::BitcoinFollowed] - price - shapes::REDEMPTION_FROM;
    let limit = T::constant(shapes::REDEMPTION_LIMIT);
    let rate = r.aside("redemption_rate", (fall.positive() * shapes::REDEMPTION_RATE).min(limit));
    let redeemed = outstanding * rate;
    let chosen = (p[P::Stablecoin] / shapes::YEAR).max(-(outstanding * limit));
    let net = r.set(Series::StablecoinIssue, chosen - redeemed);
    next[Series::Stablecoins] = x[Series::Stablecoins] + net;
    // The pressure on bills goes by what was issued, not by what is left: a run
    // that came early must not look like calm later.
    let issued = p[P::Stablecoin].positive() * t / shapes::YEAR + m.o.stablecoins;
    next[Series::BillStress] =
        x[Series::BillStress] * shapes::REDEMPTION_LEFT + issued * rate * shapes::REDEMPTION_BP;
}
