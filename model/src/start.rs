//! Dated starts: the balance sheet a run begins from.
//!
//! Fed items are Wednesday levels of the H.4.1 release as in `data/`; a
//! test compares every number with the files. Bank assets are total assets of
//! commercial banks (H.8), seasonally adjusted, which reserves are not. Builders'
//! spending is the last quarter that had ended, at a year's rate, rounded to five
//! (data from 2018 on, their cash flow from the middle of 2022); what is older,
//! market values and dry powder are rough figures (assumption).

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::num::Num;
use crate::parameters::{PARAMETERS, ParameterId};
use crate::{Date, Error, shapes};

/// A published balance sheet with the surroundings the model needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// Wednesday of the balance sheet, ISO 8601.
    pub date: &'static str,
    /// For a Wednesday that was taken from the weekly table, the curated start that lends it what
    /// the table lacks: capital spending, cash flow, the tank, market values, GDP, stablecoins.
    pub nearest: Option<&'static str>,
    /// Total assets of the Fed, $bn.
    pub fed_assets: f64,
    /// Reserve balances, $bn.
    pub reserves: f64,
    /// Overnight reverse repo of domestic counterparties, $bn.
    pub on_rrp: f64,
    /// Treasury General Account, $bn.
    pub tga: f64,
    /// Currency in circulation, $bn.
    pub currency: f64,
    /// Total assets of commercial banks, seasonally adjusted, $bn.
    pub bank_assets: f64,
    /// Interest on reserves, %.
    pub iorb: f64,
    /// Ten-year Treasury yield, %.
    pub ten_year: f64,
    /// SOFR − IORB, bp: median of the four weeks before the date where daily
    /// data exist, else of the date.
    pub spread: f64,
    /// Treasury bills outstanding at the last month-end known, $bn.
    pub bills: f64,
    /// Award rate of reverse repo less interest on reserves, bp: the spread's floor.
    pub floor: f64,
    /// Whether the standing repo facility existed (from July 2021).
    pub standing_repo: bool,
    /// The policy in force: fall of the Fed's assets over the thirteen weeks before, $bn a month,
    /// rounded to whole billions; negative where they grew. In the spring of 2023 loans to banks hid
    /// the runoff: there it is the fall of securities held outright.
    pub runoff: f64,
    /// Part of purchases that were notes and bonds when the policy in force was to buy.
    pub purchase_coupon_share: f64,
    /// Growth of bank assets other than reserves over the 52 weeks before, % a year.
    pub bank_assets_growth: f64,
    /// Stablecoins outstanding, $bn, rounded (assumption).
    pub stablecoins: f64,
    /// Gross domestic product, $bn a year, rounded (assumption).
    pub gdp: f64,
    /// Market value of the assets in the tub, $bn (assumption).
    pub market_assets: f64,
    /// AI capital spending, $bn a year.
    pub capex: f64,
    /// Operating cash flow of the AI builders, $bn a year.
    pub operating_cash_flow: f64,
    /// Dry powder, $bn (assumption).
    pub dry: f64,
}

/// What the newest starts share, to be overwritten.
const RECENT: Start = Start {
    date: "",
    nearest: None,
    fed_assets: 0.0,
    reserves: 0.0,
    on_rrp: 0.0,
    tga: 0.0,
    currency: 0.0,
    bank_assets: 0.0,
    iorb: 0.0,
    ten_year: 0.0,
    spread: 0.0,
    bills: 0.0,
    floor: -15.0,
    standing_repo: true,
    runoff: 0.0,
    purchase_coupon_share: 0.0,
    bank_assets_growth: 0.0,
    stablecoins: 310.0,
    gdp: 32_000.0,
    market_assets: 65_000.0,
    capex: 725.0,
    operating_cash_flow: 745.0,
    dry: 600.0,
};

/// Every dated start, oldest first. The spring of 2020 is left out: the Fed then bought more in a
/// month than the lever holds. In January 2015 no earlier weeks are in the table: the Fed kept its
/// holdings as they were, and bank assets are those of the year after.
pub const STARTS: [Start; 15] = [
    Start {
        date: "2015-01-07",
        fed_assets: 4499.524,
        reserves: 2710.273,
        on_rrp: 143.749,
        tga: 176.363,
        currency: 1341.142,
        bank_assets: 15199.9,
        iorb: 0.25,
        ten_year: 1.96,
        spread: -12.0,
        bills: 1457.885,
        floor: -20.0,
        standing_repo: false,
        runoff: 0.0,
        bank_assets_growth: 6.3,
        stablecoins: 0.0,
        gdp: 18_000.0,
        market_assets: 28_000.0,
        capex: 25.0,
        operating_cash_flow: 120.0,
        dry: 3000.0,
        ..RECENT
    },
    Start {
        date: "2018-12-19",
        fed_assets: 4084.274,
        reserves: 1649.163,
        on_rrp: 5.982,
        tga: 396.293,
        currency: 1705.712,
        bank_assets: 16912.8,
        iorb: 2.20,
        ten_year: 2.77,
        spread: 3.0,
        bills: 2389.100,
        floor: -20.0,
        standing_repo: false,
        runoff: 41.0,
        bank_assets_growth: 5.3,
        stablecoins: 2.0,
        gdp: 21_000.0,
        market_assets: 33_000.0,
        capex: 65.0,
        operating_cash_flow: 210.0,
        dry: 1500.0,
        ..RECENT
    },
    Start {
        date: "2019-09-11",
        fed_assets: 3769.673,
        reserves: 1458.666,
        on_rrp: 3.612,
        tga: 183.581,
        currency: 1766.237,
        bank_assets: 17472.9,
        iorb: 2.10,
        ten_year: 1.75,
        spread: 3.0,
        bills: 2331.915,
        floor: -10.0,
        standing_repo: false,
        runoff: 27.0,
        bank_assets_growth: 8.1,
        stablecoins: 4.0,
        gdp: 21_500.0,
        market_assets: 38_000.0,
        capex: 70.0,
        operating_cash_flow: 230.0,
        dry: 1500.0,
        ..RECENT
    },
    Start {
        date: "2020-12-30",
        fed_assets: 7363.351,
        reserves: 3142.970,
        on_rrp: 0.652,
        tga: 1613.514,
        currency: 2081.471,
        bank_assets: 20537.6,
        iorb: 0.10,
        ten_year: 0.93,
        spread: -2.0,
        bills: 4943.664,
        floor: -10.0,
        standing_repo: false,
        runoff: -102.0,
        purchase_coupon_share: 1.0,
        bank_assets_growth: 7.6,
        stablecoins: 28.0,
        gdp: 22_000.0,
        market_assets: 50_000.0,
        capex: 100.0,
        operating_cash_flow: 300.0,
        dry: 3000.0,
        ..RECENT
    },
    Start {
        date: "2021-12-29",
        fed_assets: 8757.460,
        reserves: 4039.860,
        on_rrp: 1642.506,
        tga: 283.995,
        currency: 2233.464,
        bank_assets: 22624.1,
        iorb: 0.15,
        ten_year: 1.55,
        spread: -10.0,
        bills: 3786.096,
        floor: -10.0,
        runoff: -103.0,
        purchase_coupon_share: 1.0,
        bank_assets_growth: 6.8,
        stablecoins: 160.0,
        gdp: 25_000.0,
        market_assets: 58_000.0,
        capex: 135.0,
        operating_cash_flow: 390.0,
        dry: 3000.0,
        ..RECENT
    },
    Start {
        date: "2022-12-28",
        fed_assets: 8551.169,
        reserves: 2979.738,
        on_rrp: 2293.003,
        tga: 409.809,
        currency: 2303.992,
        bank_assets: 22895.9,
        iorb: 4.40,
        ten_year: 3.88,
        spread: -10.0,
        bills: 3811.905,
        floor: -10.0,
        runoff: 82.0,
        bank_assets_growth: 7.2,
        stablecoins: 140.0,
        gdp: 26_500.0,
        market_assets: 48_000.0,
        capex: 165.0,
        operating_cash_flow: 295.0,
        dry: 2000.0,
        ..RECENT
    },
    Start {
        date: "2023-03-15",
        fed_assets: 8639.300,
        reserves: 3444.208,
        on_rrp: 2055.823,
        tga: 277.643,
        currency: 2308.318,
        bank_assets: 23196.4,
        iorb: 4.65,
        ten_year: 3.51,
        spread: -10.0,
        bills: 4057.779,
        floor: -10.0,
        runoff: 78.0,
        bank_assets_growth: 5.5,
        stablecoins: 135.0,
        gdp: 27_000.0,
        market_assets: 50_000.0,
        capex: 165.0,
        operating_cash_flow: 315.0,
        dry: 1500.0,
        ..RECENT
    },
    Start {
        date: "2023-06-07",
        fed_assets: 8389.325,
        reserves: 3306.154,
        on_rrp: 2161.556,
        tga: 77.500,
        currency: 2343.827,
        bank_assets: 22803.3,
        iorb: 5.15,
        ten_year: 3.79,
        spread: -10.0,
        bills: 3993.421,
        floor: -10.0,
        runoff: 75.0,
        bank_assets_growth: 1.1,
        stablecoins: 130.0,
        gdp: 27_500.0,
        market_assets: 53_000.0,
        capex: 145.0,
        operating_cash_flow: 285.0,
        dry: 1500.0,
        ..RECENT
    },
    Start {
        date: "2025-04-16",
        fed_assets: 6727.113,
        reserves: 3280.845,
        on_rrp: 54.772,
        tga: 638.783,
        currency: 2376.957,
        bank_assets: 24124.5,
        iorb: 4.40,
        ten_year: 4.29,
        spread: -5.0,
        bills: 6155.950,
        runoff: 36.0,
        bank_assets_growth: 4.8,
        stablecoins: 235.0,
        gdp: 30_000.0,
        market_assets: 58_000.0,
        capex: 310.0,
        operating_cash_flow: 480.0,
        dry: 1200.0,
        ..RECENT
    },
    Start {
        date: "2025-07-30",
        fed_assets: 6642.578,
        reserves: 3299.696,
        on_rrp: 155.481,
        tga: 419.446,
        currency: 2399.420,
        bank_assets: 24529.1,
        iorb: 4.40,
        ten_year: 4.38,
        spread: -7.0,
        bills: 5784.061,
        runoff: 22.0,
        bank_assets_growth: 5.0,
        stablecoins: 265.0,
        gdp: 30_500.0,
        capex: 390.0,
        operating_cash_flow: 540.0,
        dry: 1200.0,
        ..RECENT
    },
    Start {
        date: "2025-10-29",
        fed_assets: 6587.034,
        reserves: 2827.909,
        on_rrp: 19.504,
        tga: 983.859,
        currency: 2417.314,
        bank_assets: 24437.7,
        iorb: 4.15,
        ten_year: 4.08,
        spread: 5.0,
        bills: 6397.045,
        runoff: 19.0,
        bank_assets_growth: 5.7,
        stablecoins: 305.0,
        gdp: 31_000.0,
        capex: 425.0,
        operating_cash_flow: 670.0,
        dry: 1200.0,
        ..RECENT
    },
    Start {
        date: "2025-12-31",
        fed_assets: 6640.618,
        reserves: 2853.441,
        on_rrp: 105.993,
        tga: 872.853,
        currency: 2442.232,
        bank_assets: 24683.2,
        iorb: 3.65,
        ten_year: 4.18,
        spread: 3.0,
        bills: 6547.260,
        runoff: -18.0,
        bank_assets_growth: 6.3,
        gdp: 31_000.0,
        capex: 525.0,
        operating_cash_flow: 725.0,
        ..RECENT
    },
    Start {
        date: "2026-02-04",
        fed_assets: 6605.909,
        reserves: 2937.493,
        on_rrp: 2.414,
        tga: 907.737,
        currency: 2430.096,
        bank_assets: 24856.1,
        iorb: 3.65,
        ten_year: 4.29,
        spread: 0.0,
        bills: 6595.660,
        runoff: -11.0,
        bank_assets_growth: 6.9,
        gdp: 31_500.0,
        capex: 525.0,
        operating_cash_flow: 725.0,
        ..RECENT
    },
    Start {
        date: "2026-08-19",
        fed_assets: 6745.699,
        reserves: 2930.817,
        on_rrp: 0.317,
        tga: 936.406,
        currency: 2475.096,
        bank_assets: 25666.5,
        iorb: 3.65,
        ten_year: 4.65,
        spread: -1.0,
        bills: 6758.779,
        runoff: -11.0,
        bank_assets_growth: 7.5,
        ..RECENT
    },
    Start {
        date: "2026-10-07",
        fed_assets: 6747.560,
        reserves: 3022.066,
        on_rrp: 2.338,
        tga: 885.783,
        currency: 2483.821,
        bank_assets: 26009.3,
        iorb: 3.90,
        ten_year: 5.27,
        spread: -3.0,
        bills: 6758.779,
        runoff: -4.0,
        bank_assets_growth: 7.0,
        ..RECENT
    },
];

/// The start where none is chosen.
pub const DEFAULT_START: &Start = &STARTS[STARTS.len() - 1];

/// Date of the newest balance sheet.
pub const DATA_DATE: &str = DEFAULT_START.date;

/// Starts of the weekly table that were asked for: few, and kept for good, as a scenario refers to
/// its start.
static KEPT: Mutex<Vec<&'static Start>> = Mutex::new(Vec::new());

fn kept() -> MutexGuard<'static, Vec<&'static Start>> {
    // Nothing can panic while it is held.
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Start {
    /// The start of a date: a curated one, or one that was [kept](Start::keep).
    ///
    /// # Errors
    /// [`Error::UnknownStart`], which lists the curated dates.
    pub fn from_date(date: &str) -> Result<&'static Start, Error> {
        let of_date = |start: &&Start| start.date == date;
        let found =
            STARTS.iter().find(of_date).or_else(|| kept().iter().copied().find(|start| of_date(start)));
        found.ok_or_else(|| Error::UnknownStart { date: date.into() })
    }

    /// Keeps a start of the weekly table, so that scenarios can begin from it; the first of a date
    /// stays.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for a number outside its row of the parameter table.
    pub fn keep(self) -> Result<&'static Start, Error> {
        if let Ok(known) = Start::from_date(self.date) {
            return Ok(known);
        }
        self.check()?;
        let start: &'static Start = Box::leak(Box::new(self));
        kept().push(start);
        Ok(start)
    }

    /// Checks every number that the parameter table has a row for.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] for the first outside its row.
    pub fn check(&self) -> Result<(), Error> {
        PARAMETERS.iter().try_for_each(|row| row.check(self.default_value(row.id)).map(drop))
    }

    /// The date and, for a start out of the weekly table, whose numbers it borrows.
    pub fn name(&self) -> String {
        match self.nearest {
            None => self.date.to_owned(),
            Some(nearest) => format!("{} (capex, tank and market values of {nearest})", self.date),
        }
    }

    /// What the Fed owes besides: capital, the foreign repo pool, clearing deposits, $bn.
    pub const fn other_liabilities(&self) -> f64 {
        self.fed_assets - self.reserves - self.on_rrp - self.tga - self.currency
    }

    /// The Wednesday of the balance sheet; 1970-01-01 where `date` is empty, as in the balance
    /// sheets that a backtest takes from its table.
    pub const fn day(&self) -> Date {
        match Date::parse(self.date) {
            Some(day) => day,
            None => Date::from_days(0),
        }
    }

    /// Where a parameter stands when nobody has touched it, at this start.
    pub fn default_value(&self, id: ParameterId) -> f64 {
        match id {
            ParameterId::Capex => self.capex,
            ParameterId::Dry => self.dry,
            ParameterId::FedAssets => self.fed_assets,
            ParameterId::ReservesAtStart => self.reserves,
            ParameterId::OnRrpAtStart => self.on_rrp,
            ParameterId::Account => self.tga,
            ParameterId::CurrencyAtStart => self.currency,
            ParameterId::BankAssetsAtStart => self.bank_assets,
            ParameterId::Iorb => self.iorb,
            ParameterId::SpreadAtStart => self.spread,
            ParameterId::TenYear => self.ten_year,
            ParameterId::BillsOutstanding => self.bills,
            ParameterId::Runoff => self.runoff,
            ParameterId::PurchaseCouponShare => self.purchase_coupon_share,
            ParameterId::BankAssetsGrowth => self.bank_assets_growth,
            _ => id.row().default,
        }
    }
}

/// The start as the equations see it: the fields of [`Start`] and the start
/// values of levers that flows are netted against.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "named and documented as in `Start`")]
pub struct Opening<T> {
    pub fed_assets: T,
    pub reserves: T,
    pub on_rrp: T,
    pub tga: T,
    pub currency: T,
    pub bank_assets: T,
    pub iorb: T,
    pub spread: T,
    pub floor: T,
    pub standing_repo: T,
    /// Bills that the policy in force has the Fed buy, $bn a week.
    pub usual_bills: T,
    /// Coupons that the policy in force has the Fed let go, $bn a week; negative for purchases.
    pub usual_coupons: T,
    pub gdp: T,
    pub stablecoins: T,
    pub market_assets: T,
    pub capex: T,
    pub operating_cash_flow_gap: T,
    /// Cash flow of the start over that of the default start, by which payouts go.
    pub payouts_share: T,
    pub dry: T,
    pub deficit: T,
    pub bill_share: T,
}

impl<T: Num> Opening<T> {
    /// Turns each number into the equations' kind of number; the name is that of
    /// the constant in an exported model.
    pub fn new(start: &Start, mut number: impl FnMut(&'static str, f64) -> T) -> Self {
        let usual_cash_flow = ParameterId::OperatingCashFlow.row().default;
        let gap = start.operating_cash_flow - usual_cash_flow;
        let weekly = start.runoff * (shapes::MONTHS / shapes::YEAR);
        let share = ParameterId::RunoffCouponShare.row().default;
        let (runoff, purchases) = (weekly.max(0.0), (-weekly).max(0.0));
        let usual_coupons = runoff * share - purchases * start.purchase_coupon_share;
        Opening {
            fed_assets: number("start_fed_assets_bn", start.fed_assets),
            reserves: number("start_reserves_bn", start.reserves),
            on_rrp: number("start_on_rrp_bn", start.on_rrp),
            tga: number("start_tga_bn", start.tga),
            currency: number("start_currency_bn", start.currency),
            bank_assets: number("start_bank_assets_bn", start.bank_assets),
            iorb: number("start_iorb_pct", start.iorb),
            spread: number("start_spread_bp", start.spread),
            floor: number("start_floor_bp", start.floor),
            usual_bills: number("start_bill_purchases_bn", usual_coupons - weekly),
            usual_coupons: number("start_coupon_runoff_bn", usual_coupons),
            gdp: number("start_gdp_bn", start.gdp),
            stablecoins: number("start_stablecoins_bn", start.stablecoins),
            standing_repo: number("start_standing_repo", f64::from(u8::from(start.standing_repo))),
            market_assets: number("start_market_assets_bn", start.market_assets),
            capex: number("start_capex_bn", start.capex),
            operating_cash_flow_gap: number("start_cash_flow_gap_bn", gap),
            payouts_share: number("start_payouts_share", start.operating_cash_flow / usual_cash_flow),
            dry: number("start_dry_powder_bn", start.dry),
            deficit: number("start_deficit_bn", ParameterId::Deficit.row().default),
            bill_share: number("start_bill_share", ParameterId::BillShare.row().default),
        }
    }
}
