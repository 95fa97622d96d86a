//! Coefficients: what the model takes as given, each with its tag, range and source.

use super::{Group, Row, Tag, Unit};

/// Position of a coefficient: group, key, name, unit.
const fn row(group: Group, key: &'static str, label: &'static str, unit: Unit) -> Row {
    Row {
        key,
        label,
        help: "",
        unit,
        min: 0.0,
        max: 0.0,
        step: 0.0,
        default: 0.0,
        tag: Tag::Assumption,
        source: "",
        group,
    }
}

pub const RRP_DRAW: Row = Row {
    help: "Part of a drain that comes out of the overnight reverse-repo facility while it is full; 0 pays wholly from deposits.",
    min: 0.0,
    max: 1.0,
    step: 0.05,
    default: 0.7,
    source: "Judgement; in 2022 the facility rose while reserves fell, so no fixed rule is right",
    ..row(Group::MoneyMarket, "rrp_draw", "Draw on reverse repo", Unit::Share)
};
pub const RRP_HALF: Row = Row {
    help: "Size of the facility at which it takes half of its full share.",
    min: 50.0,
    max: 500.0,
    step: 10.0,
    default: 200.0,
    source: "Judgement",
    ..row(Group::MoneyMarket, "rrp_half", "Reverse-repo half point", Unit::Billion)
};
pub const RRP_REFILL: Row = Row {
    help: "Deposits that move to money funds for each basis point by which the spread is under −8.",
    min: 0.0,
    max: 15.0,
    step: 0.5,
    default: 5.0,
    source: "Judgement",
    ..row(Group::MoneyMarket, "rrp_refill", "Reverse-repo refill", Unit::BillionAWeekPerBp)
};
pub const CURRENCY_GROWTH: Row = Row {
    help: "Growth of currency in circulation, which drains reserves.",
    min: 1.0,
    max: 6.0,
    step: 0.1,
    default: 3.4,
    tag: Tag::Data,
    source: "Currency in circulation 2,430.1 to 2,475.1 between 2026-02-04 and 2026-08-19 (H.4.1), annualised",
    ..row(Group::MoneyMarket, "currency_growth", "Currency growth", Unit::PercentAYear)
};
pub const BANK_ASSETS_GROWTH: Row = Row {
    help: "Growth of bank assets, against which reserves are measured.",
    min: 0.0,
    max: 8.0,
    step: 0.1,
    default: 3.5,
    source: "Total assets of commercial banks grew by 4.5 % a year from 2015 to 2025 and by 2.2 % from the end of 2021 to the end of 2025 (H.8)",
    ..row(Group::MoneyMarket, "bank_assets_growth", "Bank-asset growth", Unit::PercentAYear)
};
pub const CURVE_SLOPE: Row = Row {
    help: "Rise of the spread for each percentage point that reserves over bank assets fall, below the knee of the curve.",
    min: 3.0,
    max: 10.0,
    step: 0.5,
    default: 7.0,
    tag: Tag::Data,
    source: "Straight line through the Wednesdays of a year: 7.2 in 2019, 6.2 in 2025, 2.3 in 2018, 2.0 in 2024 (H.4.1, H.8, New York Fed)",
    ..row(Group::MoneyMarket, "curve_slope", "Reserve-demand curve: slope", Unit::BpPerPoint)
};
pub const CURVE_WIDTH: Row = Row {
    help: "Rise of reserves over bank assets, above the knee, over which the spread covers 63 % of what is left to its lowest.",
    min: 1.2,
    max: 3.5,
    step: 0.1,
    default: 1.7,
    tag: Tag::Data,
    source: "Least squares on the Wednesdays of 2023–25 with a slope of 7, rmse 3.4 bp; 1.3 on 2025 alone, 3.2 on 2019 alone",
    ..row(Group::MoneyMarket, "curve_width", "Reserve-demand curve: width", Unit::PercentagePoints)
};
pub const REPO_CAP: Row = Row {
    help: "How far the spread can rise over 10 bp with the standing repo facility open.",
    min: 10.0,
    max: 50.0,
    step: 1.0,
    default: 25.0,
    source: "Judgement: the facility is not a hard ceiling (take-up 50bn on 2025-10-31, 75bn on 2025-12-31)",
    ..row(Group::MoneyMarket, "repo_cap", "Standing repo: span", Unit::BasisPoints)
};
pub const OPERATING_CASH_FLOW: Row = Row {
    help: "Cash the AI builders earn.",
    min: 620.0,
    max: 760.0,
    step: 5.0,
    default: 716.0,
    tag: Tag::Data,
    source: "603 in 2025 (filings, five firms), trend to 2026",
    ..row(Group::Funding, "operating_cash_flow", "Operating cash flow", Unit::BillionAYear)
};
pub const PAYOUTS: Row = Row {
    help: "What the AI builders pay out before investing.",
    min: 150.0,
    max: 250.0,
    step: 5.0,
    default: 200.0,
    source: "Round figure below the 2024–25 payouts of the same firms",
    ..row(Group::Funding, "payouts", "Dividends and buybacks", Unit::BillionAYear)
};
pub const CASH_CUSHION: Row = Row {
    help: "Capex that earlier years also paid from cash without selling liquid assets.",
    min: 150.0,
    max: 350.0,
    step: 10.0,
    default: 250.0,
    source: "The four firms' 2024 capex, 251",
    ..row(Group::Funding, "cash_cushion", "Capex before liquidity is touched", Unit::BillionAYear)
};
pub const INTERNAL_SHARE: Row = Row {
    help: "Part of internally paid capex that stops bidding for other assets.",
    min: 0.1,
    max: 0.5,
    step: 0.05,
    default: 0.3,
    source: "Judgement",
    ..row(Group::Funding, "internal_share", "Internal funding that is felt", Unit::Share)
};
pub const DRY_SCALE: Row = Row {
    help: "Size of the tank at which 63 % of the next dollar comes from it.",
    min: 350.0,
    max: 1050.0,
    step: 25.0,
    default: 600.0,
    source: "Judgement; sets where the next $100bn changes sign",
    ..row(Group::Funding, "dry_scale", "Dry-powder scale", Unit::Billion)
};
pub const CROWDING_OUT: Row = Row {
    help: "Private investment displaced by a dollar of deficit.",
    min: 0.15,
    max: 0.5,
    step: 0.01,
    default: 0.33,
    tag: Tag::Literature,
    source: "Congressional Budget Office, 0.15–0.5",
    ..row(Group::Funding, "crowding_out", "Crowding out by deficits", Unit::DollarPerDollar)
};
pub const IMPORT_SHARE: Row = Row {
    help: "Part of capex paid to foreign producers.",
    min: 0.4,
    max: 0.65,
    step: 0.01,
    default: 0.6,
    tag: Tag::Data,
    source: "Final-sales against GDP contributions, 2025 (press)",
    ..row(Group::Recycling, "import_share", "Import share of capex", Unit::Share)
};
pub const DOMESTIC_MULTIPLIER: Row = Row {
    help: "Income from a dollar of capex spent at home.",
    min: 0.8,
    max: 1.5,
    step: 0.05,
    default: 1.2,
    source: "Judgement, near fiscal multipliers",
    ..row(Group::Recycling, "domestic_multiplier", "Multiplier on domestic capex", Unit::DollarPerDollar)
};
pub const FISCAL_MULTIPLIER: Row = Row {
    help: "Income from a dollar of deficit spending.",
    min: 0.6,
    max: 1.5,
    step: 0.05,
    default: 1.0,
    tag: Tag::Literature,
    source: "Ramey 2011, 2019: 0.6–1.5",
    ..row(Group::Recycling, "fiscal_multiplier", "Fiscal multiplier", Unit::DollarPerDollar)
};
pub const SAVING_SHARE: Row = Row {
    help: "Part of new income that is saved in financial assets.",
    min: 0.2,
    max: 0.4,
    step: 0.01,
    default: 0.3,
    source: "Judgement: above the personal saving rate because profits and top incomes save more",
    ..row(Group::Recycling, "saving_share", "Saved into financial assets", Unit::Share)
};
pub const EXPORTER_RECYCLING: Row = Row {
    help: "Part of capex paid abroad that comes back into US assets.",
    min: 0.3,
    max: 0.8,
    step: 0.05,
    default: 0.6,
    source: "Judgement: by the balance of payments all of it stays a claim on the US, part of it in deposits",
    ..row(Group::Recycling, "exporter_recycling", "Exporters' dollars recycled", Unit::Share)
};
pub const RECYCLING_LAG: Row = Row {
    help: "Mean time until spending has become new saving, in two stages.",
    min: 4.0,
    max: 26.0,
    step: 1.0,
    default: 8.0,
    source: "Judgement: suppliers and exporters are paid within weeks and invest within a quarter",
    ..row(Group::Recycling, "recycling_lag", "Recycling lag", Unit::Weeks)
};
pub const TUB_SHARE: Row = Row {
    help: "Part of new saving that bids for assets at once; the rest fills the tank.",
    min: 0.5,
    max: 0.95,
    step: 0.05,
    default: 0.8,
    source: "Judgement",
    ..row(Group::Recycling, "tub_share", "New saving straight to the tub", Unit::Share)
};
pub const MARKET_MULTIPLIER: Row = Row {
    help: "How many dollars of value one dollar of flow moves.",
    min: 3.0,
    max: 8.0,
    step: 0.5,
    default: 5.0,
    tag: Tag::Literature,
    source: "Gabaix & Koijen 2021 for US equities; extended to other assets by assumption",
    ..row(Group::Water, "market_multiplier", "Market multiplier", Unit::ValuePerFlow)
};
pub const STRESS_TO_LEVEL: Row = Row {
    help: "Usable level lost for each basis point of funding spread over 5.",
    min: 0.02,
    max: 0.1,
    step: 0.005,
    default: 0.05,
    source: "Judgement",
    ..row(Group::Water, "stress_to_level", "Stress to level", Unit::PercentPerBp)
};
pub const TUB_WIDENING: Row = Row {
    help: "Fall of the level when market value grows by one per cent.",
    min: 0.05,
    max: 0.5,
    step: 0.01,
    default: 0.15,
    source: "Judgement",
    ..row(Group::Water, "tub_widening", "Water a bigger tub needs", Unit::Elasticity)
};
pub const RATE_TO_WATER: Row = Row {
    help: "Water drawn out by each point of higher policy rate.",
    min: 0.0,
    max: 1.0,
    step: 0.05,
    default: 0.5,
    source: "Judgement",
    ..row(Group::Water, "rate_to_water", "Rates to water", Unit::PercentAYearPerPoint)
};
pub const BILLS_TO_WATER: Row = Row {
    help: "Water lost when deposits pay for bills, currency or the Treasury's account.",
    min: 0.0,
    max: 0.3,
    step: 0.01,
    default: 0.1,
    source: "Judgement: bills are close to money",
    ..row(Group::Water, "bills_to_water", "Bills to water", Unit::DollarPerDollar)
};
pub const COUPONS_TO_WATER: Row = Row {
    help: "Water lost when deposits pay for coupons that the Fed lets go.",
    min: 0.0,
    max: 0.5,
    step: 0.01,
    default: 0.15,
    source: "Judgement: the portfolio-balance channel",
    ..row(Group::Water, "coupons_to_water", "Coupons to water", Unit::DollarPerDollar)
};
pub const REVERSION: Row = Row {
    help: "Time in which the water goes 63 % of the way back to its reference.",
    min: 78.0,
    max: 312.0,
    step: 2.0,
    default: 156.0,
    source: "Judgement",
    ..row(Group::Water, "reversion", "Reversion", Unit::Weeks)
};
pub const POLICY_TO_TEN_YEAR: Row = Row {
    help: "Move of the ten-year yield for each basis point of policy rate.",
    min: 0.35,
    max: 0.5,
    step: 0.01,
    default: 0.42,
    tag: Tag::Literature,
    source: "Range of high-frequency and annual estimates, 0.35–0.5",
    ..row(Group::CostOfCapital, "policy_to_ten_year", "Policy rate to ten-year yield", Unit::BpPerBp)
};
pub const TERM_PREMIUM: Row = Row {
    help: "Rise of the ten-year yield for each $100bn of coupons left in private hands.",
    min: 0.3,
    max: 2.4,
    step: 0.1,
    default: 1.0,
    tag: Tag::Literature,
    source: "Ihrig et al. 2012; Bonis, Ihrig, Wei 2017 (2.2); sources differ about eight times",
    ..row(Group::CostOfCapital, "term_premium", "Duration supply to term premium", Unit::BpPerHundredBillion)
};
pub const SCARCITY_PREMIUM: Row = Row {
    help: "Cost of capital added when the flow crowded out equals its scale; it grows with the power 1.5.",
    min: 10.0,
    max: 40.0,
    step: 1.0,
    default: 25.0,
    source: "Judgement; bond spreads of the builders widened by 10–48 bp in autumn 2025 (bank research)",
    ..row(Group::CostOfCapital, "scarcity_premium", "Scarcity premium", Unit::BasisPoints)
};
pub const SCARCITY_SCALE: Row = Row {
    help: "Flow crowded out at which the scarcity premium is reached.",
    min: 350.0,
    max: 700.0,
    step: 10.0,
    default: 500.0,
    source: "Judgement",
    ..row(Group::CostOfCapital, "scarcity_scale", "Scarcity scale", Unit::BillionAYear)
};
pub const SCARCITY_TO_YIELD: Row = Row {
    help: "Part of the scarcity premium that reaches the ten-year yield.",
    min: 0.1,
    max: 0.5,
    step: 0.05,
    default: 0.3,
    source: "Judgement",
    ..row(Group::CostOfCapital, "scarcity_to_yield", "Scarcity to Treasury yield", Unit::Share)
};
pub const SCARCITY_TO_CREDIT: Row = Row {
    help: "Part of the scarcity premium that reaches investment-grade spreads; high yield moves three times as much.",
    min: 0.3,
    max: 1.0,
    step: 0.05,
    default: 0.6,
    source: "Judgement from autumn 2025",
    ..row(Group::CostOfCapital, "scarcity_to_credit", "Scarcity to credit spread", Unit::Share)
};
pub const SPV_TO_CREDIT: Row = Row {
    help: "Widening of investment-grade spreads for debt raised off balance sheet.",
    min: 2.0,
    max: 15.0,
    step: 0.5,
    default: 6.0,
    source: "Judgement from autumn 2025",
    ..row(Group::CostOfCapital, "spv_to_credit", "Vehicles to credit spread", Unit::BpPerHundredBillionAYear)
};
pub const PASS_THROUGH: Row = Row {
    help: "Part of a yield move that reaches the discount rate of equities.",
    min: 0.1,
    max: 0.6,
    step: 0.05,
    default: 0.3,
    source: "The link between rates and equities is weak, even in technology; 0.1–0.6",
    ..row(Group::Prices, "pass_through", "Rates to equities", Unit::Times)
};
pub const GROWTH_PASS: Row = Row {
    help: "How much more of a yield move reaches growth stocks; its square applies to the most speculative.",
    min: 1.0,
    max: 2.5,
    step: 0.1,
    default: 1.6,
    source: "Judgement: long claims carry the discount rate with less cash flow to lean on",
    ..row(Group::Prices, "growth_pass", "Extra pass-through of growth", Unit::Times)
};
pub const DURATION_MOMENTUM: Row = Row {
    help: "Equity duration.",
    min: 40.0,
    max: 60.0,
    step: 1.0,
    default: 50.0,
    source: "Practitioners' range for the longest growth stocks",
    ..row(Group::Prices, "duration_momentum", "Duration: speculative momentum", Unit::Years)
};
pub const DURATION_SAAS: Row = Row {
    help: "Equity duration.",
    min: 25.0,
    max: 40.0,
    step: 1.0,
    default: 35.0,
    source: "Practitioners' range for growth stocks, 30–50, less what has de-rated",
    ..row(Group::Prices, "duration_saas", "Duration: software", Unit::Years)
};
pub const DURATION_SP500: Row = Row {
    help: "Equity duration.",
    min: 19.0,
    max: 45.0,
    step: 1.0,
    default: 25.0,
    tag: Tag::Literature,
    source: "Blitzer et al. (S&P), 19–45",
    ..row(Group::Prices, "duration_sp500", "Duration: S&P 500", Unit::Years)
};
pub const DURATION_MEGACAP: Row = Row {
    help: "Equity duration.",
    min: 22.0,
    max: 35.0,
    step: 1.0,
    default: 28.0,
    source: "Between the market and growth stocks",
    ..row(Group::Prices, "duration_megacap", "Duration: AI megacaps", Unit::Years)
};
pub const DURATION_MEMORY: Row = Row {
    help: "Equity duration.",
    min: 6.0,
    max: 14.0,
    step: 0.5,
    default: 10.0,
    source: "Dechow, Sloan, Soliman 2004: mean 15, cyclical earners below",
    ..row(Group::Prices, "duration_memory", "Duration: memory makers", Unit::Years)
};
pub const DURATION_TREASURIES: Row = Row {
    help: "Duration of Treasuries of 20 years and more.",
    min: 15.2,
    max: 16.2,
    step: 0.1,
    default: 15.7,
    tag: Tag::Data,
    source: "Index factsheets",
    ..row(Group::Prices, "duration_treasuries", "Duration: long Treasuries", Unit::Years)
};
pub const DURATION_IG: Row = Row {
    help: "Duration of investment-grade credit.",
    min: 6.3,
    max: 7.3,
    step: 0.1,
    default: 6.8,
    tag: Tag::Data,
    source: "Index factsheets; 8.4 for the longer liquid index",
    ..row(Group::Prices, "duration_ig", "Duration: investment grade", Unit::Years)
};
pub const DURATION_HY: Row = Row {
    help: "Duration of high yield.",
    min: 2.5,
    max: 3.5,
    step: 0.1,
    default: 3.0,
    tag: Tag::Data,
    source: "Index factsheets",
    ..row(Group::Prices, "duration_hy", "Duration: high yield", Unit::Years)
};
pub const DURATION_CASH: Row = Row {
    help: "Duration of Treasury bills.",
    min: 0.1,
    max: 0.4,
    step: 0.05,
    default: 0.25,
    tag: Tag::Data,
    source: "Arithmetic on three-month bills",
    ..row(Group::Prices, "duration_cash", "Duration: bills", Unit::Years)
};
pub const RATE_BITCOIN: Row = Row {
    help: "Fall of bitcoin for a one-point rise of the ten-year yield; it has no cash flow and so no duration.",
    min: 0.0,
    max: 45.0,
    step: 1.0,
    default: 30.0,
    source: "Judgement, as for the most speculative stocks",
    ..row(Group::Prices, "rate_bitcoin", "Bitcoin's rate sensitivity", Unit::PercentPerPoint)
};
pub const RATE_GOLD: Row = Row {
    help: "Fall of gold for a one-point rise of the ten-year yield.",
    min: 0.0,
    max: 6.0,
    step: 0.5,
    default: 2.0,
    source: "Judgement: the link broke after 2021",
    ..row(Group::Prices, "rate_gold", "Gold's rate sensitivity", Unit::PercentPerPoint)
};
pub const BETA_BITCOIN: Row = Row {
    help: "Per cent for each per cent of level.",
    min: 0.0,
    max: 4.0,
    step: 0.1,
    default: 3.0,
    source: "Judgement; estimates of bitcoin's multiplier run from 2 to 12 (on-chain research)",
    ..row(Group::Prices, "beta_bitcoin", "Beta to the level: bitcoin", Unit::Times)
};
pub const BETA_MOMENTUM: Row = Row {
    help: "Per cent for each per cent of level.",
    min: 1.0,
    max: 3.5,
    step: 0.1,
    default: 2.2,
    source: "Judgement",
    ..row(Group::Prices, "beta_momentum", "Beta to the level: momentum", Unit::Times)
};
pub const BETA_SAAS: Row = Row {
    help: "Per cent for each per cent of level.",
    min: 0.8,
    max: 2.5,
    step: 0.1,
    default: 1.5,
    source: "Judgement",
    ..row(Group::Prices, "beta_saas", "Beta to the level: software", Unit::Times)
};
pub const BETA_SP500: Row = Row {
    help: "Per cent for each per cent of level.",
    min: 0.6,
    max: 1.4,
    step: 0.1,
    default: 1.0,
    source: "By construction of the water, about one",
    ..row(Group::Prices, "beta_sp500", "Beta to the level: S&P 500", Unit::Times)
};
pub const BETA_MEGACAP: Row = Row {
    help: "Per cent for each per cent of level.",
    min: 0.6,
    max: 1.6,
    step: 0.1,
    default: 1.0,
    source: "Judgement",
    ..row(Group::Prices, "beta_megacap", "Beta to the level: megacaps", Unit::Times)
};
pub const BETA_MEMORY: Row = Row {
    help: "Per cent for each per cent of level.",
    min: 0.4,
    max: 1.4,
    step: 0.1,
    default: 0.9,
    source: "Judgement",
    ..row(Group::Prices, "beta_memory", "Beta to the level: memory", Unit::Times)
};
pub const BETA_GOLD: Row = Row {
    help: "Per cent for each per cent of level.",
    min: 0.0,
    max: 1.0,
    step: 0.1,
    default: 0.5,
    source: "Judgement",
    ..row(Group::Prices, "beta_gold", "Beta to the level: gold", Unit::Times)
};
pub const BETA_IG: Row = Row {
    help: "Per cent for each per cent of level.",
    min: 0.0,
    max: 0.3,
    step: 0.05,
    default: 0.1,
    source: "Judgement",
    ..row(Group::Prices, "beta_ig", "Beta to the level: investment grade", Unit::Times)
};
pub const BETA_HY: Row = Row {
    help: "Per cent for each per cent of level.",
    min: 0.1,
    max: 0.8,
    step: 0.05,
    default: 0.4,
    source: "Judgement",
    ..row(Group::Prices, "beta_hy", "Beta to the level: high yield", Unit::Times)
};
pub const LEVEL_LAG: Row = Row {
    help: "How many weeks the other ducks take to follow the level.",
    min: 2.0,
    max: 10.0,
    step: 0.5,
    default: 4.0,
    source: "Judgement: crypto trades all hours and is hit first",
    ..row(Group::Prices, "level_lag", "Lag behind bitcoin", Unit::Weeks)
};
pub const MEMORY_BOOST: Row = Row {
    help: "Rise of memory makers for a doubling of the capex that is built.",
    min: 0.1,
    max: 0.7,
    step: 0.05,
    default: 0.4,
    source: "Judgement: that capex is their revenue is a reading of this page",
    ..row(Group::Prices, "memory_boost", "Capex to memory earnings", Unit::Elasticity)
};
pub const BOOST_FADE: Row = Row {
    help: "Time in which most of the memory boost is competed away.",
    min: 26.0,
    max: 104.0,
    step: 2.0,
    default: 52.0,
    source: "Memory earnings are cyclical",
    ..row(Group::Prices, "boost_fade", "Fading of the memory boost", Unit::Weeks)
};
pub const CAPEX_TO_EARNINGS: Row = Row {
    help: "Rise of the S&P 500's earnings for a doubling of the capex that is built; half of it for high yield.",
    min: 0.01,
    max: 0.06,
    step: 0.005,
    default: 0.03,
    source: "Judgement: investment is income to somebody",
    ..row(Group::Prices, "capex_to_earnings", "Capex to market earnings", Unit::Elasticity)
};
pub const DEPRECIATION_DRAG: Row = Row {
    help: "Fall of megacaps for write-offs beyond the start, as a share of operating cash flow.",
    min: 0.2,
    max: 1.0,
    step: 0.05,
    default: 0.5,
    source: "Judgement",
    ..row(Group::Prices, "depreciation_drag", "Depreciation to price", Unit::Times)
};
pub const DEFICIT_TO_EARNINGS: Row = Row {
    help: "Rise of the S&P 500's earnings for extra deficit spending of one per cent of GDP.",
    min: 0.3,
    max: 1.5,
    step: 0.1,
    default: 1.0,
    source: "Profits identity (Kalecki, Levy): a deficit is somebody's surplus",
    ..row(Group::Prices, "deficit_to_earnings", "Deficits to market earnings", Unit::PercentPerPercentOfGdp)
};
pub const RATE_TO_CIRCULATION: Row = Row {
    help: "Slower circulation of money for each point of higher policy rate.",
    min: 0.0,
    max: 5.0,
    step: 0.5,
    default: 2.0,
    source: "Judgement",
    ..row(Group::Water, "rate_to_circulation", "Rates to circulation", Unit::PercentPerPoint)
};
pub const STRESS_TO_CIRCULATION: Row = Row {
    help: "Slower circulation of money for each basis point of funding spread over 5.",
    min: 0.0,
    max: 0.6,
    step: 0.05,
    default: 0.3,
    source: "Judgement",
    ..row(Group::Water, "stress_to_circulation", "Stress to circulation", Unit::PercentPerBp)
};
pub const STABLECOIN_RELIEF: Row = Row {
    help: "Fall of the funding spread for new demand for bills.",
    min: 0.0,
    max: 2.0,
    step: 0.1,
    default: 0.5,
    source: "Judgement",
    ..row(Group::MoneyMarket, "stablecoin_relief", "Stablecoins to spread", Unit::BpPerHundredBillion)
};
pub const DEEP_POCKET_CASH: Row = Row {
    help: "What deep pockets can pay before they must sell.",
    min: 20.0,
    max: 120.0,
    step: 5.0,
    default: 60.0,
    source: "A sovereign fund's cash of about 60 (press, 2025)",
    ..row(Group::Spiral, "deep_pocket_cash", "Deep pockets' free cash", Unit::Billion)
};
pub const WEAK_BITCOIN: Row = Row {
    help: "Sold first when commitments must be met.",
    min: 20.0,
    max: 150.0,
    step: 5.0,
    default: 60.0,
    source: "Judgement; about 19bn were liquidated on 2025-10-10",
    ..row(Group::Spiral, "weak_bitcoin", "Weakly held bitcoin", Unit::BillionAYear)
};
pub const WEAK_SAAS: Row = Row {
    help: "Sold second.",
    min: 30.0,
    max: 250.0,
    step: 10.0,
    default: 100.0,
    source: "Judgement",
    ..row(Group::Spiral, "weak_saas", "Weakly held software stocks", Unit::BillionAYear)
};
pub const REDEMPTIONS: Row = Row {
    help: "Sold by hedge funds in turn for each dollar that deep pockets raise.",
    min: 0.1,
    max: 1.0,
    step: 0.05,
    default: 0.4,
    source: "Judgement",
    ..row(Group::Spiral, "redemptions", "Hedge-fund redemptions", Unit::DollarPerDollar)
};
pub const LEVERED_DEBT: Row = Row {
    help: "Margin debt and hedge-fund repo, whose holders sell into losses.",
    min: 3000.0,
    max: 5500.0,
    step: 50.0,
    default: 4226.0,
    tag: Tag::Data,
    source: "FINRA 1,226 (December 2025); hedge-fund repo about 3,000 (Financial Stability Report, FSB)",
    ..row(Group::Spiral, "levered_debt", "Levered debt", Unit::Billion)
};
pub const LOSS_BUFFER: Row = Row {
    help: "Fall of the market from the start before margins bite.",
    min: 3.0,
    max: 10.0,
    step: 0.5,
    default: 5.0,
    source: "Judgement",
    ..row(Group::Spiral, "loss_buffer", "Loss borne without selling", Unit::Percent)
};
pub const LOSS_TO_CONFIDENCE: Row = Row {
    help: "Fall of confidence for each per cent of loss beyond the buffer.",
    min: 0.0,
    max: 1.0,
    step: 0.05,
    default: 0.4,
    source: "Judgement",
    ..row(Group::Spiral, "loss_to_confidence", "Losses to confidence", Unit::Times)
};
