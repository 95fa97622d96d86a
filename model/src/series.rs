//! Every quantity that a run records, with unit and meaning.
//!
//! The first rows are stocks, which the step carries from week to week; the
//! others follow from them. The key is the name in JSON, CSV, exports and docs.

use std::ops::{Index, IndexMut};

use crate::Unit;

/// What a series is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesKind {
    /// Carried from week to week.
    Stock,
    /// A double entry of the week.
    Flow,
    /// Follows from stocks and levers of the same week.
    Auxiliary,
}

/// One row of [`SERIES`].
#[derive(Clone, Copy, Debug)]
pub struct SeriesRow {
    /// Name everywhere outside the code.
    pub key: &'static str,
    /// Stock, flow or auxiliary.
    pub kind: SeriesKind,
    /// Unit of the values.
    pub unit: Unit,
    /// What it is, in a phrase.
    pub meaning: &'static str,
}

macro_rules! series {
    ($($kind:ident $id:ident $key:literal $unit:ident $meaning:literal;)*) => {
        /// Identity of a row in [`SERIES`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "the row itself documents each variant")]
        pub enum Series { $($id),* }

        /// Every series, stocks first.
        pub const SERIES: [SeriesRow; Series::COUNT] = [
            $(SeriesRow { key: $key, kind: SeriesKind::$kind, unit: Unit::$unit, meaning: $meaning }),*
        ];

        impl Series {
            /// Number of series.
            pub const COUNT: usize = [$(stringify!($id)),*].len();
            /// Number of stocks, which come first.
            pub const STOCKS: usize = {
                let (mut n, mut i) = (0, 0);
                while i < Self::COUNT {
                    if matches!(SERIES[i].kind, SeriesKind::Stock) { n += 1; }
                    i += 1;
                }
                n
            };
            /// Every identity in table order.
            pub const ALL: [Series; Self::COUNT] = [$(Series::$id),*];
        }
    };
}

series! {
    Stock Reserves "reserves_bn" Billion "reserve balances of banks";
    Stock OnRrp "on_rrp_bn" Billion "overnight reverse repo";
    Stock Tga "tga_bn" Billion "Treasury General Account";
    Stock Currency "currency_bn" Billion "currency in circulation";
    Stock FedAssets "fed_assets_bn" Billion "total assets of the Fed";
    Stock FedRepo "fed_repo_bn" Billion "repo lent by the Fed: the standing facility, and loans while reserves are scarcer than has been seen";
    Stock BankAssets "bank_assets_bn" Billion "assets of commercial banks";
    Stock DryPowder "dry_powder_bn" Billion "idle money willing to take duration: the tank";
    Stock Hoard "hoard_bn" Billion "new saving kept in cash since the start";
    Stock PoolEarly "pool_early_bn" Billion "spending on its way to becoming saving, first half";
    Stock PoolLate "pool_late_bn" Billion "spending on its way to becoming saving, second half";
    Stock Water "water_bn" Billion "money at work, bidding for financial assets";
    Stock PrivateCoupons "private_coupons_bn" Billion "Treasury coupons in private hands beyond the start's path";
    Stock MoreTreasuries "more_treasuries_bn" Billion "Treasuries of a larger deficit in private hands, money funds included";
    Stock VendorLent "vendor_lent_bn" Billion "what vendors have lent to their customers";
    Stock DeepCash "deep_pocket_cash_bn" Billion "free cash of deep pockets";
    Stock RevenueFast "revenue_fast" Ratio "capex bought against the start, smoothed over eight weeks";
    Stock RevenueSlow "revenue_slow" Ratio "capex bought against the start, smoothed over the fading time";
    Stock BuiltSmoothed "built_smoothed" Ratio "capex connected to power against the start, smoothed over eight weeks";
    Stock WriteOffs "write_offs" Ratio "depreciation beyond the start over operating cash flow or capex, whichever is larger";
    Stock LostGrowth "lost_growth" Ln "earnings lost to the slowdown";
    Stock FiscalIncome "fiscal_income" Ratio "extra deficit spending over GDP, smoothed over half a year";
    Stock LevelFollowed "level_followed" Ln "the level as ducks other than bitcoin have followed it";
    Stock SoldBitcoin "sold_bitcoin_bn" Billion "bitcoin sold to meet commitments, not yet absorbed";
    Stock SoldSaas "sold_saas_bn" Billion "software stocks sold to meet commitments, not yet absorbed";
    Stock SoldBroad "sold_broad_bn" Billion "other stocks sold to meet commitments, not yet absorbed";
    Stock SoldMomentum "sold_momentum_bn" Billion "momentum stocks sold for redemptions, not yet absorbed";
    Stock SpiralLoss "spiral_loss" Ln "fall of the market through forced selling";
    Stock LossSpeed "loss_speed" Ln "fall of the market through forced selling within the last weeks";
    Stock LeveredDebt "levered_debt_left_bn" Billion "levered debt not yet repaid";
    Stock BitcoinFollowed "bitcoin_followed" Ln "price of bitcoin against the start, smoothed over a quarter";
    Stock Stablecoins "stablecoins_bn" Billion "stablecoins beyond the start";
    Stock BillStress "bill_stress_bp" BasisPoints "pressure on bills from stablecoin redemptions";

    Auxiliary Level "level" Index "water level, 100 at the reference";
    Auxiliary LnLevel "level_change_ln" Ln "logarithm of the level against week 0";
    Auxiliary Spread "spread_bp" BasisPoints "SOFR − IORB without period ends";
    Auxiliary CurveSpread "curve_spread_bp" BasisPoints "spread that reserves alone would give, without floor and facility";
    Auxiliary ReserveRatio "reserve_ratio_pct" Percent "reserves over bank assets";
    Auxiliary NetLiquidity "net_liquidity_bn" Billion "what dashboards call net liquidity: Fed assets less the Treasury's account and reverse repo; it leaves out currency, the Fed's other liabilities and all that banks do with reserves";
    Auxiliary Stage "stage" StageNumber "ample, tight, depleted, crisis";
    Auxiliary PolicyChange "policy_change_bp" BasisPoints "policy rate against the start";
    Auxiliary TenYearChange "ten_year_change_bp" BasisPoints "ten-year yield against the start";
    Auxiliary EquityYieldChange "equity_yield_change_bp" BasisPoints "yield change that discounts equities: expected rates, without supply and scarcity";
    Auxiliary SupplyYieldChange "supply_yield_change_bp" BasisPoints "ten-year yield change through Treasuries in private hands";
    Auxiliary Scarcity "scarcity_bp" BasisPoints "premium for scarce capital";
    Auxiliary IgSpreadChange "ig_spread_change_bp" BasisPoints "investment-grade spread against the start";
    Auxiliary HySpreadChange "hy_spread_change_bp" BasisPoints "high-yield spread against the start";
    Auxiliary Capex "capex_bn" BillionAYear "AI capital spending with deep pockets' commitments";
    Auxiliary Built "built_bn" BillionAYear "capex that is connected to power";
    Auxiliary AiFunding "ai_funding_bn" BillionAYear "outside and liquid funds that AI builders raise in the market";
    Auxiliary VendorFinance "vendor_finance_bn" BillionAYear "capex that vendors lend to their customers";
    Auxiliary VehicleLoans "vehicle_loans_bn" BillionAYear "capex that banks lend to vehicles off the balance sheet";
    Auxiliary DryShare "dry_share" Share "part of the next dollar that the tank pays";
    Auxiliary FromTank "from_tank_bn" BillionAYear "AI funding out of dry powder";
    Auxiliary CrowdedOut "crowded_out_bn" BillionAYear "AI funding pulled out of the tub";
    Auxiliary Circulation "circulation" Times "circulation multiplier, one at the start";
    Auxiliary Recycled "recycled_bn" BillionAYear "income that comes back as saving";
    Auxiliary Commitments "commitments_bn" BillionAYear "deep pockets' commitments falling due";
    Auxiliary CommitmentSales "commitment_sales_bn" BillionAYear "holdings sold to meet commitments";
    Auxiliary SpiralGain "spiral_gain" Times "next week's forced loss for each unit of loss beyond the buffer";
    Auxiliary MarketLoss "market_loss" Ln "fall of the market, the S&P 500, from the start";
    Auxiliary Index "index" Index "duration-weighted price index, 100 at the start";
    Auxiliary Portfolio "portfolio_pct" Percent "example portfolio with its cash share";

    Auxiliary WaterAi "water_ai_bn" BillionAWeek "water that AI funding leaves beyond the start's; negative where it takes more";
    Auxiliary WaterIncome "water_income_bn" BillionAWeek "water that saving brings beyond the start's";
    Auxiliary WaterFed "water_fed_bn" BillionAWeek "water that the Fed adds beyond the policy in force";
    Auxiliary WaterTreasury "water_treasury_bn" BillionAWeek "water that the Treasury's account adds";
    Auxiliary WaterDeficit "water_deficit_bn" BillionAWeek "water that borrowing beyond the start's takes, negative";
    Auxiliary WaterRates "water_rates_bn" BillionAWeek "water that cheaper credit adds";
    Auxiliary WaterCrisis "water_crisis_bn" BillionAWeek "water that repaid loans take, negative";

    Auxiliary Bitcoin "bitcoin_pct" Percent "price change of bitcoin";
    Auxiliary Momentum "momentum_pct" Percent "price change of speculative momentum";
    Auxiliary Saas "saas_pct" Percent "price change of software";
    Auxiliary Sp500 "sp500_pct" Percent "price change of the S&P 500";
    Auxiliary Megacap "megacap_pct" Percent "price change of AI megacaps";
    Auxiliary Memory "memory_pct" Percent "price change of memory makers";
    Auxiliary Gold "gold_pct" Percent "price change of gold";
    Auxiliary Treasuries "treasuries_pct" Percent "price change of long Treasuries";
    Auxiliary Ig "ig_pct" Percent "price change of investment-grade credit";
    Auxiliary Hy "hy_pct" Percent "price change of high yield";
    Auxiliary Cash "cash_pct" Percent "price change of bills";

    Flow BillsByRrp "flow_bills_rrp" BillionAWeek "Fed buys bills, paid into reverse repo";
    Flow BillsByDeposits "flow_bills_deposits" BillionAWeek "Fed buys bills, paid into deposits";
    Flow CouponsByDeposits "flow_coupons_deposits" BillionAWeek "coupon runoff, paid out of deposits";
    Flow TgaByRrp "flow_tga_rrp" BillionAWeek "Treasury account built out of reverse repo";
    Flow TgaByDeposits "flow_tga_deposits" BillionAWeek "Treasury account built out of deposits";
    Flow CurrencyByDeposits "flow_currency_deposits" BillionAWeek "currency, drawn out of deposits";
    Flow MoneyFundMigration "flow_money_funds" BillionAWeek "deposits that move to money funds and reverse repo";
    Flow Repo "flow_fed_repo" BillionAWeek "repo lent by the Fed";
    Flow Lending "flow_bank_lending" BillionAWeek "new bank loans";
    Flow DeficitBills "flow_deficit_bills" BillionAWeek "deficit financed with bills";
    Flow DeficitCoupons "flow_deficit_coupons" BillionAWeek "deficit financed with coupons";
    Flow DeficitByRrp "flow_deficit_rrp" BillionAWeek "bills beyond the start's path that money funds buy out of reverse repo";
    Flow CashFlow "flow_operating_cash" BillionAWeek "operating cash flow of AI builders";
    Flow PaidOut "flow_payouts" BillionAWeek "dividends and buybacks of AI builders";
    Flow CapexOwn "flow_capex_own" BillionAWeek "capex out of own cash";
    Flow CapexTank "flow_capex_tank" BillionAWeek "capex out of dry powder";
    Flow CapexCrowded "flow_capex_crowded" BillionAWeek "capex out of the tub";
    Flow CapexVehicles "flow_capex_vehicles" BillionAWeek "capex lent by banks to vehicles off the balance sheet";
    Flow CommitmentTank "flow_commitment_tank" BillionAWeek "commitments met out of deep pockets' cash and dry powder";
    Flow CommitmentSold "flow_commitment_sales" BillionAWeek "commitments met by selling";
    Flow Exporters "flow_exporters" BillionAWeek "exporters buy coupons with their dollars";
    Flow MarginCalls "flow_margin_calls" BillionAWeek "assets sold to repay loans";
    Flow StablecoinIssue "flow_stablecoins" BillionAWeek "stablecoins issued against bills";
}

impl Series {
    /// The row of this series.
    pub const fn row(self) -> &'static SeriesRow {
        &SERIES[self as usize]
    }

    /// The series of a key.
    pub fn from_key(key: &str) -> Option<Series> {
        Series::ALL.into_iter().find(|series| series.row().key == key)
    }
}

/// All series of one week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row<T>(pub(crate) [T; Series::COUNT]);

impl<T> Index<Series> for Row<T> {
    type Output = T;
    fn index(&self, series: Series) -> &T {
        &self.0[series as usize]
    }
}

impl<T> IndexMut<Series> for Row<T> {
    fn index_mut(&mut self, series: Series) -> &mut T {
        &mut self.0[series as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stocks_come_first_and_keys_are_unique() {
        for (i, row) in SERIES.iter().enumerate() {
            assert_eq!(row.kind == SeriesKind::Stock, i < Series::STOCKS, "{}", row.key);
            assert_eq!(SERIES.iter().filter(|other| other.key == row.key).count(), 1, "{}", row.key);
        }
    }
}
