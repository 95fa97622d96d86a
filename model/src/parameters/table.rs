//! The table itself: every lever and coefficient, one row each, by group.
//!
//! Identity, numbers and texts of a row stand together and nowhere else. What is made of them is
//! apart: a program that shows a few rows holds the numbers of all, and the texts of those few.

use super::{Group, Parameter, ParameterText, Tag};
use crate::Unit;

macro_rules! parameters {
    ($($group:ident {
        $($id:ident {
            key: $key:literal, label: $label:literal, unit: $unit:ident,
            min: $min:literal, max: $max:literal, step: $step:literal, default: $default:literal, tag: $tag:ident,
            help: $help:literal,
            source: $source:literal,
        })*
    })*) => {
        /// Identity of a row in [`PARAMETERS`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ParameterId { $($(#[doc = $label] $id,)*)* }

        /// Every lever and coefficient, in the order of the documentation.
        pub const PARAMETERS: [Parameter; ParameterId::COUNT] = [$($(Parameter {
            id: ParameterId::$id,
            key: $key,
            label: $label,
            unit: Unit::$unit,
            min: $min,
            max: $max,
            step: $step,
            default: $default,
            tag: Tag::$tag,
            group: Group::$group,
        },)*)*];

        /// Texts of each row, in the same order.
        pub(super) const TEXTS: [ParameterText; ParameterId::COUNT] =
            [$($(ParameterText { help: $help, source: $source },)*)*];

        impl ParameterId {
            /// Number of rows.
            pub const COUNT: usize = [$($(stringify!($id),)*)*].len();
            /// Every identity in table order.
            pub const ALL: [ParameterId; Self::COUNT] = [$($(ParameterId::$id,)*)*];
        }
    };
}

parameters! {
    Primary {
        Capex {
            key: "capex", label: "AI capex", unit: BillionAYear,
            min: 0.0, max: 1500.0, step: 5.0, default: 725.0, tag: Data,
            help: "Spending of five large technology companies on data centres and chips.",
            source: "Cash purchases of five firms in the last quarter known: 181.5 in the second quarter of 2026, which is 726 a year (SEC filings, finance leases not included); guidance for 2026 lies near it",
        }
        Tga {
            key: "tga", label: "Treasury account (TGA)", unit: BillionOverAQuarter,
            min: -900.0, max: 900.0, step: 10.0, default: 0.0, tag: Assumption,
            help: "Change of the Treasury's account at the Fed over the next quarter; the account keeps at least $20bn.",
            source: "Scenario; the account stood at 886 on 2026-10-07 (H.4.1), cash targets 850–900 (Treasury)",
        }
        Runoff {
            key: "runoff", label: "Fed runoff", unit: BillionAMonth,
            min: -120.0, max: 120.0, step: 1.0, default: -4.0, tag: Data,
            help: "How fast the Fed lets its bonds run off; below zero it buys. It begins at the pace of the start; at zero the Fed stands still.",
            source: "Fall of the Fed's assets over the thirteen weeks before the start (H.4.1); runoff peaked at 95 a month in 2022–24, reserve-management purchases were about 40 from December 2025 (press)",
        }
        Rate {
            key: "rate", label: "Policy-rate surprise", unit: BasisPoints,
            min: -300.0, max: 300.0, step: 25.0, default: 0.0, tag: Assumption,
            help: "Change of the policy rate that markets did not expect, phased in over four weeks; the rate itself stops at zero.",
            source: "Scenario; interest on reserves was 3.90% on 2026-10-07 (Federal Reserve Board). What markets expect is in their prices already",
        }
        Dry {
            key: "dry", label: "Dry powder", unit: Billion,
            min: 0.0, max: 3000.0, step: 50.0, default: 600.0, tag: Assumption,
            help: "Idle money willing to take long-dated risk: the tank beside the tub.",
            source: "Judgement. The data do not decide on which side it stands of the value at which the next $100bn of capex changes sign",
        }
    }

    BalanceSheet {
        FedAssets {
            key: "fed_assets", label: "Total assets of the Fed", unit: Billion,
            min: 3500.0, max: 12000.0, step: 0.001, default: 6747.56, tag: Data,
            help: "Everything the Fed holds: securities, repo, loans.",
            source: "H.4.1, table 5, \"Total assets\", Wednesday level; 6,747.6 on 2026-10-07",
        }
        ReservesAtStart {
            key: "reserves", label: "Reserve balances", unit: Billion,
            min: 500.0, max: 6000.0, step: 0.001, default: 3022.066, tag: Data,
            help: "What banks keep at the Fed. Not more than its assets.",
            source: "H.4.1, table 5, \"Other deposits held by depository institutions\", Wednesday level",
        }
        OnRrpAtStart {
            key: "on_rrp", label: "Overnight reverse repo", unit: Billion,
            min: 0.0, max: 3000.0, step: 0.001, default: 2.338, tag: Data,
            help: "What money funds park at the Fed overnight, domestic counterparties only.",
            source: "New York Fed, reverse repo operations, total accepted on the day",
        }
        Account {
            key: "account", label: "Treasury's account at the start", unit: Billion,
            min: 20.0, max: 2000.0, step: 0.001, default: 885.783, tag: Data,
            help: "The Treasury General Account before the lever moves it.",
            source: "H.4.1, table 5, \"U.S. Treasury, General Account\", Wednesday level, not the week average; Daily Treasury Statement",
        }
        CurrencyAtStart {
            key: "currency", label: "Currency in circulation", unit: Billion,
            min: 1000.0, max: 4000.0, step: 0.001, default: 2483.821, tag: Data,
            help: "Notes and coins; they grow on their own.",
            source: "H.4.1, table 1, \"Currency in circulation\", Wednesday level",
        }
        BankAssetsAtStart {
            key: "bank_assets", label: "Total assets of commercial banks", unit: Billion,
            min: 12000.0, max: 40000.0, step: 0.001, default: 26009.3, tag: Data,
            help: "What reserves are measured against; seasonally adjusted, which reserves are not.",
            source: "H.8, page 2, \"Total assets\", all commercial banks, seasonally adjusted",
        }
        Iorb {
            key: "iorb", label: "Interest on reserves", unit: Percent,
            min: 0.0, max: 10.0, step: 0.01, default: 3.9, tag: Data,
            help: "The rate that the Fed pays on reserves; the policy rate cannot fall by more.",
            source: "Federal Reserve Board, interest rate on reserve balances",
        }
        SpreadAtStart {
            key: "spread", label: "SOFR − IORB at the start", unit: BasisPoints,
            min: -25.0, max: 60.0, step: 0.5, default: -3.0, tag: Data,
            help: "Median of the last four weeks, without period ends: it says where the reserve-demand curve lies.",
            source: "New York Fed, SOFR, less the interest on reserves",
        }
        TenYear {
            key: "ten_year", label: "Ten-year Treasury yield", unit: Percent,
            min: 0.0, max: 10.0, step: 0.01, default: 5.27, tag: Data,
            help: "Where yields begin; the model shows changes from it.",
            source: "H.15, Treasury constant maturities, ten years",
        }
        BillsOutstanding {
            key: "bills", label: "Treasury bills outstanding", unit: Billion,
            min: 1000.0, max: 12000.0, step: 0.001, default: 6758.779, tag: Data,
            help: "Bills in all hands, for the sectors' sheets.",
            source: "Treasury, Monthly Statement of the Public Debt, marketable bills; 6,758.8 at the end of May 2026, the last month known",
        }
    }

    FedAndTreasury {
        RunoffWeeks {
            key: "runoff_weeks", label: "Length of runoff or purchases", unit: Weeks,
            min: 0.0, max: 104.0, step: 1.0, default: 104.0, tag: Assumption,
            help: "How many weeks runoff or purchases go on; then the Fed stands still.",
            source: "Scenario",
        }
        RunoffCouponShare {
            key: "runoff_coupon_share", label: "Coupon share of runoff", unit: Share,
            min: 0.0, max: 1.0, step: 0.05, default: 1.0, tag: Data,
            help: "Part of runoff that is notes and bonds rather than bills.",
            source: "Runoff 2022–25 was almost wholly coupons and mortgage bonds (H.4.1)",
        }
        PurchaseCouponShare {
            key: "purchase_coupon_share", label: "Coupon share of purchases", unit: Share,
            min: 0.0, max: 1.0, step: 0.05, default: 0.0, tag: Data,
            help: "Part of purchases that takes duration out of private hands. Reserve-management purchases are bills.",
            source: "Reserve-management purchases since December 2025 are Treasury bills (press); QE bought coupons",
        }
        Announcement {
            key: "announcement", label: "Balance-sheet announcement", unit: BasisPoints,
            min: -10.0, max: 20.0, step: 1.0, default: 0.0, tag: Literature,
            help: "What the mere prospect of a smaller balance sheet adds at once to yields of a year and more.",
            source: "Runoff announcements moved yields by 6 bp, 4–8 (Du, Forbes, Luzzetti 2024); zero unless a scenario sets it",
        }
        Deficit {
            key: "deficit", label: "Federal deficit", unit: BillionAYear,
            min: 500.0, max: 4000.0, step: 50.0, default: 1900.0, tag: Assumption,
            help: "Federal borrowing from the public that is spent; only the part away from its start value moves the water.",
            source: "About the deficit of fiscal years 2024–26; privately held net borrowing was 550–1,058 a quarter in 2025–26 (Treasury)",
        }
        BillShare {
            key: "bill_share", label: "Bill share of issuance", unit: Share,
            min: 0.0, max: 1.0, step: 0.05, default: 0.2, tag: Assumption,
            help: "Part of the deficit financed with bills, which carry hardly any duration.",
            source: "About the share of bills in the debt (Treasury quarterly refunding documents)",
        }
        FedAbsorption {
            key: "fed_absorption", label: "Absorbed by the Fed", unit: Share,
            min: 0.0, max: 1.0, step: 0.05, default: 0.0, tag: Assumption,
            help: "Part of the extra Treasury coupons that the Fed ends up holding.",
            source: "Scenario: the essay's claim that the Fed ends with the duration; 2022–25 saw the opposite",
        }
    }

    AiFinance {
        Commitments {
            key: "commitments", label: "Deep-pocket commitments", unit: BillionAYear,
            min: 0.0, max: 600.0, step: 10.0, default: 0.0, tag: Assumption,
            help: "What sovereign funds and large technology investors have promised and must raise.",
            source: "Scenario; one investor's open commitments were 22.5, a sovereign fund's cash about 60 (press, 2025)",
        }
        Circular {
            key: "circular", label: "Vendor-financed share", unit: Share,
            min: 0.0, max: 0.6, step: 0.05, default: 0.0, tag: Assumption,
            help: "Part of outside funding that vendors lend to their own customers: less draw today, more fragility.",
            source: "Scenario: orders and debts that cross between a few firms are reported, their share is not",
        }
        CircularBreak {
            key: "circular_break", label: "Vendor finance that breaks", unit: Share,
            min: 0.0, max: 1.0, step: 0.05, default: 0.0, tag: Assumption,
            help: "Part of the vendor finance that fails in the shock week: what was lent before must then be raised in the market, two thirds of it within a quarter, and so must what would have been lent.",
            source: "Scenario: a listing that slips",
        }
        DemandDrop {
            key: "demand_drop", label: "Lost operating cash flow", unit: BillionAYear,
            min: 0.0, max: 300.0, step: 10.0, default: 0.0, tag: Assumption,
            help: "Operating cash flow that the builders lose from the shock week on.",
            source: "Scenario: demand abroad drops",
        }
        Spv {
            key: "spv", label: "Off-balance-sheet share", unit: Share,
            min: 0.0, max: 0.8, step: 0.05, default: 0.0, tag: Assumption,
            help: "Part of outside funding raised off balance sheet. Banks lend three tenths of it, which is new credit; spreads widen, and losses come together.",
            source: "Scenario; one vehicle carried 26 of a 30bn project (press, 2025)",
        }
        PowerLimit {
            key: "power_limit", label: "Power limit", unit: BillionAYear,
            min: 200.0, max: 1500.0, step: 20.0, default: 1080.0, tag: Assumption,
            help: "The most capex that can be connected to power. What is bought beyond it pays its suppliers, but earns nothing and has no multiplier.",
            source: "40 GW of new supply a year × 45% for AI × $60bn a GW; each factor is itself uncertain",
        }
        ChipLife {
            key: "chip_life", label: "Chip life", unit: Years,
            min: 2.0, max: 8.0, step: 0.5, default: 5.0, tag: Assumption,
            help: "Years over which chips are written off: a shorter life takes more from earnings.",
            source: "Company accounts use five to six years; critics say two to three",
        }
        EarningsSlowdown {
            key: "earnings_slowdown", label: "Earnings slowdown", unit: PercentagePointsAYear,
            min: 0.0, max: 30.0, step: 1.0, default: 0.0, tag: Assumption,
            help: "By how much earnings growth of the market falls from the shock week on; that of AI megacaps and momentum falls twice as much.",
            source: "Scenario: the second derivative of earnings turns negative",
        }
    }

    Savers {
        Labour {
            key: "labour", label: "Labour substitution", unit: Share,
            min: 0.0, max: 0.5, step: 0.05, default: 0.0, tag: Assumption,
            help: "Part of labour income that automation takes away: households save less, and the builders sell less to them.",
            source: "Scenario",
        }
        Hoarding {
            key: "hoarding", label: "Cash hoarding", unit: Share,
            min: 0.0, max: 0.8, step: 0.05, default: 0.0, tag: Assumption,
            help: "Part of all saving that stays in cash instead of bidding for assets.",
            source: "Scenario",
        }
        Stablecoin {
            key: "stablecoin", label: "Stablecoin growth", unit: BillionAYear,
            min: -200.0, max: 500.0, step: 10.0, default: 0.0, tag: Assumption,
            help: "Growth of Treasury-backed stablecoins: more demand for bills, and a chain from crypto back to bills.",
            source: "Scenario, beyond today's growth",
        }
        CashShare {
            key: "cash_share", label: "Cash in the portfolio", unit: Share,
            min: 0.0, max: 1.0, step: 0.05, default: 0.0, tag: Assumption,
            help: "Part of the example portfolio held in bills.",
            source: "Your choice",
        }
    }

    Markets {
        MarketValue {
            key: "market_value", label: "Market value", unit: Percent,
            min: -30.0, max: 60.0, step: 1.0, default: 0.0, tag: Assumption,
            help: "Market value that has to be held up, against the start: a bigger tub needs more water.",
            source: "Scenario; modelled prices are not fed back into it",
        }
        Confidence {
            key: "confidence", label: "Confidence", unit: Index,
            min: 50.0, max: 130.0, step: 1.0, default: 100.0, tag: Assumption,
            help: "How readily money circulates: 100 is the start.",
            source: "Scenario",
        }
        SpiralStrength {
            key: "spiral_strength", label: "Spiral strength", unit: Times,
            min: 0.0, max: 5.0, step: 0.1, default: 1.0, tag: Assumption,
            help: "How much of a loss levered holders must sell again: the gain of the spiral is in proportion to it.",
            source: "Judgement; a runaway needs more than three",
        }
        Shock {
            key: "shock", label: "Price shock", unit: Percent,
            min: 0.0, max: 40.0, step: 1.0, default: 0.0, tag: Assumption,
            help: "A sudden loss on risky assets in the shock week.",
            source: "Scenario",
        }
        ShockWeek {
            key: "shock_week", label: "Week of the shock", unit: Weeks,
            min: 0.0, max: 104.0, step: 1.0, default: 8.0, tag: Assumption,
            help: "When a shock, a break of vendor finance or an earnings slowdown begins.",
            source: "Scenario",
        }
    }

    Response {
        Response {
            key: "response", label: "Official response", unit: Billion,
            min: 0.0, max: 3000.0, step: 50.0, default: 0.0, tag: Assumption,
            help: "What the Fed buys in all, over eight weeks, to stop a spiral.",
            source: "Scenario; March to May 2020 saw about 2,900",
        }
        ResponseDelay {
            key: "response_delay", label: "Delay of the response", unit: Weeks,
            min: 0.0, max: 52.0, step: 1.0, default: 2.0, tag: Assumption,
            help: "Weeks between the shock and the response.",
            source: "Scenario",
        }
    }

    MoneyMarket {
        RrpDraw {
            key: "rrp_draw", label: "Bills paid out of reverse repo", unit: Share,
            min: 0.0, max: 1.0, step: 0.05, default: 1.0, tag: Data,
            help: "Part of newly issued bills that money funds buy with what they hold in reverse repo, while it is full; 0 pays wholly from deposits.",
            source: "Fitted on 2021–25 with each year left out in turn: 0.9 to 1 (H.4.1, New York Fed, Monthly Statement of the Public Debt)",
        }
        RrpHalf {
            key: "rrp_half", label: "Reverse-repo half point", unit: Billion,
            min: 10.0, max: 200.0, step: 10.0, default: 50.0, tag: Data,
            help: "Size of the facility at which it pays half of its full share.",
            source: "The same fit: 10 to 150 where a year is left out, flat near its best",
        }
        RrpRefill {
            key: "rrp_refill", label: "Reverse-repo refill", unit: BillionAWeekPerBp,
            min: 2.0, max: 8.0, step: 0.5, default: 4.0, tag: Data,
            help: "Deposits that move to money funds for each bp by which the spread is less than 3 bp above its floor.",
            source: "The same fit: 3 to 5 where a year is left out",
        }
        CurrencyGrowth {
            key: "currency_growth", label: "Currency growth", unit: PercentAYear,
            min: 1.0, max: 6.0, step: 0.1, default: 3.4, tag: Data,
            help: "Growth of currency in circulation, which drains reserves.",
            source: "Currency in circulation 2,430.1 to 2,475.1 between 2026-02-04 and 2026-08-19 (H.4.1), annualised",
        }
        BankAssetsGrowth {
            key: "bank_assets_growth", label: "Bank lending", unit: PercentAYear,
            min: 0.0, max: 10.0, step: 0.1, default: 7.0, tag: Data,
            help: "Growth of bank assets other than reserves: loans and securities. Reserves are measured against all bank assets.",
            source: "Over the 52 weeks before the start (H.8, H.4.1): 7.0% at 2026-10-07, between 1.1 and 8.1 at the other starts",
        }
        CurveSlope {
            key: "curve_slope", label: "Reserve-demand curve: slope", unit: BpPerPoint,
            min: 3.0, max: 10.0, step: 0.5, default: 7.0, tag: Data,
            help: "Rise of the spread for each percentage point that reserves over bank assets fall, below the knee of the curve.",
            source: "Straight line through the Wednesdays of a year: 7.2 in 2019, 6.2 in 2025, 2.3 in 2018, 2.0 in 2024 (H.4.1, H.8, New York Fed)",
        }
        CurveWidth {
            key: "curve_width", label: "Reserve-demand curve: width", unit: PercentagePoints,
            min: 0.8, max: 3.5, step: 0.1, default: 1.4, tag: Data,
            help: "Rise of reserves over bank assets, above the knee, over which the spread covers 63% of what is left to its lowest.",
            source: "Least squares on the Wednesdays of 2023–25 with a slope of 7, rmse 3.4 bp",
        }
        RepoTakeUp {
            key: "repo_take_up", label: "Standing repo: take-up", unit: BillionPerBp,
            min: 1.0, max: 6.0, step: 0.5, default: 2.0, tag: Assumption,
            help: "What the standing repo facility lends for each bp by which the spread stands above its rate, 10 bp over the rate on reserves.",
            source: "Judgement from 2025: 1.2 for each bp on the 19 days above it, against Treasuries alone (New York Fed); 2.3 and 6.3 of all collateral on 2025-10-31 and 2025-12-31",
        }
        SupplyToSpread {
            key: "supply_to_spread", label: "Treasury supply to spread", unit: BpPerHundredBillion,
            min: 0.0, max: 0.6, step: 0.05, default: 0.2, tag: Assumption,
            help: "Rise of the funding spread for Treasuries of a larger deficit in private hands: dealers and funds that hold them borrow in repo.",
            source: "Judgement: small beside the effect of reserves",
        }
        StablecoinRelief {
            key: "stablecoin_relief", label: "Stablecoins to spread", unit: BpPerHundredBillion,
            min: 0.0, max: 2.0, step: 0.1, default: 0.5, tag: Assumption,
            help: "Fall of the funding spread for new demand for bills.",
            source: "Judgement",
        }
    }

    Funding {
        OperatingCashFlow {
            key: "operating_cash_flow", label: "Operating cash flow", unit: BillionAYear,
            min: 650.0, max: 840.0, step: 5.0, default: 745.0, tag: Data,
            help: "Cash the AI builders earn.",
            source: "186.4 in the second quarter of 2026, which is 746 a year (SEC filings, five firms); 603 in 2025",
        }
        Payouts {
            key: "payouts", label: "Dividends and buybacks", unit: BillionAYear,
            min: 150.0, max: 250.0, step: 5.0, default: 200.0, tag: Assumption,
            help: "What the AI builders pay out before investing, at the newest start; at others in proportion to their cash flow.",
            source: "Round figure below the 2024–25 payouts of the same firms",
        }
        CashCushion {
            key: "cash_cushion", label: "Capex before liquidity is touched", unit: BillionAYear,
            min: 150.0, max: 350.0, step: 10.0, default: 250.0, tag: Assumption,
            help: "Capex that earlier years also paid from cash without selling liquid assets.",
            source: "The four firms' 2024 capex, 251",
        }
        InternalShare {
            key: "internal_share", label: "Internal funding that is felt", unit: Share,
            min: 0.1, max: 0.5, step: 0.05, default: 0.3, tag: Assumption,
            help: "Part of internally paid capex that stops bidding for other assets.",
            source: "Judgement",
        }
        DryScale {
            key: "dry_scale", label: "Dry-powder scale", unit: Billion,
            min: 350.0, max: 1050.0, step: 25.0, default: 600.0, tag: Assumption,
            help: "Size of the tank at which 63% of the next dollar comes from it.",
            source: "Judgement; sets where the next $100bn changes sign",
        }
        AiPremium {
            key: "ai_premium", label: "AI premium", unit: DollarPerDollar,
            min: 0.0, max: 1.0, step: 0.05, default: 0.5, tag: Assumption,
            help: "What a dollar of AI debt takes from other assets beyond what its duration and credit risk take, in dollars of shares: 0 is a bond like others, 1 is more than a share.",
            source: "Judgement, in the middle of its range. At 0.04 a dollar of AI debt drains as much as a dollar of runoff, at 0.5 as four; whether capex drains at all hangs on it",
        }
    }

    Recycling {
        ImportShare {
            key: "import_share", label: "Import share of capex", unit: Share,
            min: 0.4, max: 0.65, step: 0.01, default: 0.6, tag: Data,
            help: "Part of capex paid to foreign producers.",
            source: "Final-sales against GDP contributions, 2025 (press)",
        }
        DomesticMultiplier {
            key: "domestic_multiplier", label: "Multiplier on domestic capex", unit: DollarPerDollar,
            min: 0.8, max: 1.5, step: 0.05, default: 1.2, tag: Assumption,
            help: "Income from a dollar of capex spent at home.",
            source: "Judgement, near fiscal multipliers",
        }
        FiscalMultiplier {
            key: "fiscal_multiplier", label: "Fiscal multiplier", unit: DollarPerDollar,
            min: 0.6, max: 1.5, step: 0.05, default: 1.0, tag: Literature,
            help: "Income from a dollar of deficit spending.",
            source: "Ramey 2011, 2019: 0.6–1.5",
        }
        SavingShare {
            key: "saving_share", label: "Saved into financial assets", unit: Share,
            min: 0.2, max: 0.4, step: 0.01, default: 0.3, tag: Assumption,
            help: "Part of new income that is saved in financial assets.",
            source: "Judgement: above the personal saving rate because profits and top incomes save more",
        }
        SavingOfGdp {
            key: "saving_of_gdp", label: "Saving of the rest of the economy", unit: PercentOfGdp,
            min: 2.0, max: 6.0, step: 0.5, default: 4.0, tag: Assumption,
            help: "Saving into financial assets beside what AI capex brings; circulation, automation and hoarding act on it too.",
            source: "Judgement: personal saving was 3 to 5% of gross domestic product in 2023–25 (Bureau of Economic Analysis)",
        }
        SavedInShares {
            key: "saved_in_shares", label: "Saved in shares", unit: Share,
            min: 0.3, max: 0.6, step: 0.05, default: 0.45, tag: Assumption,
            help: "Part of saving that buys shares; a quarter buys bonds, the rest stays in deposits and funds.",
            source: "Judgement: near the part of shares in households' financial assets (Financial Accounts)",
        }
        ExporterRecycling {
            key: "exporter_recycling", label: "Exporters' dollars recycled", unit: Share,
            min: 0.3, max: 0.8, step: 0.05, default: 0.6, tag: Assumption,
            help: "Part of capex paid abroad that comes back into US assets.",
            source: "Judgement: by the balance of payments all of it stays a claim on the US, part of it in deposits",
        }
        RecyclingLag {
            key: "recycling_lag", label: "Recycling lag", unit: Weeks,
            min: 4.0, max: 26.0, step: 1.0, default: 8.0, tag: Assumption,
            help: "Mean time until spending has become new saving, in two stages.",
            source: "Judgement: suppliers and exporters are paid within weeks and invest within a quarter",
        }
        TubShare {
            key: "tub_share", label: "New saving straight to the tub", unit: Share,
            min: 0.5, max: 0.95, step: 0.05, default: 0.8, tag: Assumption,
            help: "Part of new saving that bids for assets at once; the rest fills the tank.",
            source: "Judgement",
        }
    }

    Water {
        RateToCirculation {
            key: "rate_to_circulation", label: "Rates to circulation", unit: PercentPerPoint,
            min: 0.0, max: 5.0, step: 0.5, default: 2.0, tag: Assumption,
            help: "Slower circulation of money for each point of higher policy rate.",
            source: "Judgement",
        }
        StressToCirculation {
            key: "stress_to_circulation", label: "Stress to circulation", unit: PercentPerBp,
            min: 0.0, max: 0.6, step: 0.05, default: 0.3, tag: Assumption,
            help: "Slower circulation of money for each bp of funding spread over 5 bp.",
            source: "Judgement",
        }
        MarketMultiplier {
            key: "market_multiplier", label: "Market multiplier", unit: ValuePerFlow,
            min: 3.0, max: 8.0, step: 0.5, default: 5.0, tag: Literature,
            help: "How many dollars of value one dollar of flow moves.",
            source: "Gabaix & Koijen 2021 for US equities; extended to other assets by assumption",
        }
        StressToLevel {
            key: "stress_to_level", label: "Stress to level", unit: PercentPerBp,
            min: 0.02, max: 0.1, step: 0.005, default: 0.05, tag: Assumption,
            help: "Usable level lost for each bp of funding spread over 5 bp.",
            source: "Judgement",
        }
        TubWidening {
            key: "tub_widening", label: "Water a bigger tub needs", unit: Elasticity,
            min: 0.05, max: 0.5, step: 0.01, default: 0.15, tag: Assumption,
            help: "Fall of the level when market value grows by one per cent.",
            source: "Judgement",
        }
        RateToWater {
            key: "rate_to_water", label: "Rates to water", unit: PercentAYearPerPoint,
            min: 0.0, max: 1.0, step: 0.05, default: 0.5, tag: Assumption,
            help: "Water drawn out by each point of higher policy rate.",
            source: "Judgement",
        }
        DepositsToWater {
            key: "deposits_to_water", label: "Deposits to water", unit: DollarPerDollar,
            min: 0.0, max: 0.3, step: 0.01, default: 0.1, tag: Assumption,
            help: "Water lost for each dollar of deposits that the Treasury's account, runoff or loan repayment removes, whoever pays.",
            source: "Judgement: deposits are close to the bills and bonds that replace them",
        }
        ShareRisk {
            key: "share_risk", label: "Risk of a share in ten-year bonds", unit: Times,
            min: 8.0, max: 30.0, step: 1.0, default: 14.0, tag: Literature,
            help: "How many dollars of ten-year Treasuries ask as much of savers as a dollar of shares. Water is counted in dollars of shares.",
            source: "Multiplier of 5 for shares (Gabaix & Koijen 2021) over 0.17–0.37 for Treasuries, from 1.0–2.2 bp per $100bn (Bonis, Ihrig, Wei 2017; Ihrig et al. 2012): 13 to 30",
        }
        Reversion {
            key: "reversion", label: "Reversion", unit: Weeks,
            min: 78.0, max: 312.0, step: 2.0, default: 156.0, tag: Assumption,
            help: "Time in which the water goes 63% of the way back to its reference.",
            source: "Judgement",
        }
    }

    CostOfCapital {
        PolicyToTenYear {
            key: "policy_to_ten_year", label: "Policy rate to ten-year yield", unit: BpPerBp,
            min: 0.35, max: 0.5, step: 0.01, default: 0.42, tag: Literature,
            help: "Move of the ten-year yield for each bp of policy rate.",
            source: "Range of high-frequency and annual estimates, 0.35–0.5",
        }
        TermPremium {
            key: "term_premium", label: "Duration supply to term premium", unit: BpPerHundredBillion,
            min: 0.3, max: 2.4, step: 0.1, default: 1.0, tag: Literature,
            help: "Rise of the ten-year yield for each $100bn of coupons left in private hands.",
            source: "Ihrig et al. 2012; Bonis, Ihrig, Wei 2017 (2.2); sources differ about eight times",
        }
        ScarcityPremium {
            key: "scarcity_premium", label: "Scarcity premium", unit: BasisPoints,
            min: 10.0, max: 40.0, step: 1.0, default: 25.0, tag: Assumption,
            help: "Cost of capital added when the flow crowded out equals its scale; it grows with the power 1.5.",
            source: "Judgement; bond spreads of the builders widened by 10–48 bp in autumn 2025 (bank research)",
        }
        ScarcityScale {
            key: "scarcity_scale", label: "Scarcity scale", unit: BillionAYear,
            min: 350.0, max: 700.0, step: 10.0, default: 500.0, tag: Assumption,
            help: "Flow crowded out at which the scarcity premium is reached.",
            source: "Judgement",
        }
        ScarcityToYield {
            key: "scarcity_to_yield", label: "Scarcity to Treasury yield", unit: Share,
            min: 0.1, max: 0.5, step: 0.05, default: 0.3, tag: Assumption,
            help: "Part of the scarcity premium that reaches the ten-year yield.",
            source: "Judgement",
        }
        ScarcityToCredit {
            key: "scarcity_to_credit", label: "Scarcity to credit spread", unit: Share,
            min: 0.3, max: 1.0, step: 0.05, default: 0.6, tag: Assumption,
            help: "Part of the scarcity premium that reaches investment-grade spreads; high yield moves three times as much.",
            source: "Judgement from autumn 2025",
        }
        SpvToCredit {
            key: "spv_to_credit", label: "Vehicles to credit spread", unit: BpPerHundredBillionAYear,
            min: 2.0, max: 15.0, step: 0.5, default: 6.0, tag: Assumption,
            help: "Widening of investment-grade spreads for debt raised off balance sheet.",
            source: "Judgement from autumn 2025",
        }
    }

    Prices {
        PassThrough {
            key: "pass_through", label: "Rates to equities", unit: Times,
            min: 0.1, max: 0.6, step: 0.05, default: 0.3, tag: Assumption,
            help: "Part of a yield move through expected rates that reaches the discount rate of equities.",
            source: "The link between rates and equities is weak, even in technology; 0.1–0.6",
        }
        GrowthPass {
            key: "growth_pass", label: "Extra pass-through of growth", unit: Times,
            min: 1.0, max: 2.5, step: 0.1, default: 1.6, tag: Assumption,
            help: "How much more of a yield move reaches growth stocks; its square applies to the most speculative.",
            source: "Judgement: long claims carry the discount rate with less cash flow to lean on",
        }
        DurationMomentum {
            key: "duration_momentum", label: "Duration: speculative momentum", unit: Years,
            min: 40.0, max: 60.0, step: 1.0, default: 50.0, tag: Assumption,
            help: "Equity duration: the years one waits for its cash.",
            source: "Practitioners' range for the longest growth stocks",
        }
        DurationSaas {
            key: "duration_saas", label: "Duration: software", unit: Years,
            min: 25.0, max: 40.0, step: 1.0, default: 35.0, tag: Assumption,
            help: "Equity duration: the years one waits for its cash.",
            source: "Practitioners' range for growth stocks, 30–50, less what has de-rated",
        }
        DurationSp500 {
            key: "duration_sp500", label: "Duration: S&P 500", unit: Years,
            min: 19.0, max: 45.0, step: 1.0, default: 25.0, tag: Literature,
            help: "Equity duration: the years one waits for its cash.",
            source: "Blitzer et al. (S&P), 19–45",
        }
        DurationMegacap {
            key: "duration_megacap", label: "Duration: AI megacaps", unit: Years,
            min: 22.0, max: 35.0, step: 1.0, default: 28.0, tag: Assumption,
            help: "Equity duration: the years one waits for its cash.",
            source: "Between the market and growth stocks",
        }
        DurationMemory {
            key: "duration_memory", label: "Duration: memory makers", unit: Years,
            min: 6.0, max: 14.0, step: 0.5, default: 10.0, tag: Assumption,
            help: "Equity duration: the years one waits for its cash.",
            source: "Dechow, Sloan, Soliman 2004: mean 15, cyclical earners below",
        }
        DurationTreasuries {
            key: "duration_treasuries", label: "Duration: long Treasuries", unit: Years,
            min: 15.2, max: 16.2, step: 0.1, default: 15.7, tag: Data,
            help: "Duration of Treasuries of 20 years and more.",
            source: "Index factsheets",
        }
        DurationIg {
            key: "duration_ig", label: "Duration: investment grade", unit: Years,
            min: 6.3, max: 7.3, step: 0.1, default: 6.8, tag: Data,
            help: "Duration of investment-grade credit.",
            source: "Index factsheets; 8.4 for the longer liquid index",
        }
        DurationHy {
            key: "duration_hy", label: "Duration: high yield", unit: Years,
            min: 2.5, max: 3.5, step: 0.1, default: 3.0, tag: Data,
            help: "Duration of high yield.",
            source: "Index factsheets",
        }
        DurationCash {
            key: "duration_cash", label: "Duration: bills", unit: Years,
            min: 0.1, max: 0.4, step: 0.05, default: 0.25, tag: Data,
            help: "Duration of Treasury bills.",
            source: "Arithmetic on three-month bills",
        }
        RateBitcoin {
            key: "rate_bitcoin", label: "Bitcoin's rate sensitivity", unit: PercentPerPoint,
            min: 0.0, max: 60.0, step: 1.0, default: 42.0, tag: Assumption,
            help: "Fall of bitcoin when expected rates lift the ten-year yield by one point; it has no cash flow and so no duration.",
            source: "Judgement: a little more than the most speculative stocks, 38",
        }
        RateGold {
            key: "rate_gold", label: "Gold's rate sensitivity", unit: PercentPerPoint,
            min: 0.0, max: 6.0, step: 0.5, default: 2.0, tag: Assumption,
            help: "Fall of gold when expected rates lift the ten-year yield by one point.",
            source: "Judgement: the link broke after 2021",
        }
        BetaBitcoin {
            key: "beta_bitcoin", label: "Beta to the level: bitcoin", unit: Times,
            min: 0.0, max: 4.0, step: 0.1, default: 3.0, tag: Assumption,
            help: "Per cent for each per cent of level.",
            source: "Judgement; estimates of bitcoin's multiplier run from 2 to 12 (on-chain research)",
        }
        BetaMomentum {
            key: "beta_momentum", label: "Beta to the level: momentum", unit: Times,
            min: 1.0, max: 3.5, step: 0.1, default: 2.2, tag: Assumption,
            help: "Per cent for each per cent of level.",
            source: "Judgement",
        }
        BetaSaas {
            key: "beta_saas", label: "Beta to the level: software", unit: Times,
            min: 0.8, max: 2.5, step: 0.1, default: 1.5, tag: Assumption,
            help: "Per cent for each per cent of level.",
            source: "Judgement",
        }
        BetaSp500 {
            key: "beta_sp500", label: "Beta to the level: S&P 500", unit: Times,
            min: 0.6, max: 1.4, step: 0.1, default: 1.0, tag: Assumption,
            help: "Per cent for each per cent of level.",
            source: "By construction of the water, about one",
        }
        BetaMegacap {
            key: "beta_megacap", label: "Beta to the level: megacaps", unit: Times,
            min: 0.6, max: 1.6, step: 0.1, default: 1.0, tag: Assumption,
            help: "Per cent for each per cent of level.",
            source: "Judgement",
        }
        BetaMemory {
            key: "beta_memory", label: "Beta to the level: memory", unit: Times,
            min: 0.4, max: 1.4, step: 0.1, default: 0.9, tag: Assumption,
            help: "Per cent for each per cent of level.",
            source: "Judgement",
        }
        BetaGold {
            key: "beta_gold", label: "Beta to the level: gold", unit: Times,
            min: 0.0, max: 1.0, step: 0.1, default: 0.5, tag: Assumption,
            help: "Per cent for each per cent of level.",
            source: "Judgement",
        }
        BetaIg {
            key: "beta_ig", label: "Beta to the level: investment grade", unit: Times,
            min: 0.0, max: 0.3, step: 0.05, default: 0.1, tag: Assumption,
            help: "Per cent for each per cent of level.",
            source: "Judgement",
        }
        BetaHy {
            key: "beta_hy", label: "Beta to the level: high yield", unit: Times,
            min: 0.1, max: 0.8, step: 0.05, default: 0.4, tag: Assumption,
            help: "Per cent for each per cent of level.",
            source: "Judgement",
        }
        LevelLag {
            key: "level_lag", label: "Lag behind bitcoin", unit: Weeks,
            min: 2.0, max: 10.0, step: 0.5, default: 4.0, tag: Assumption,
            help: "How many weeks the other ducks take to follow the level.",
            source: "Judgement: crypto trades all hours and is hit first",
        }
        MemoryBoost {
            key: "memory_boost", label: "Capex to memory earnings", unit: Elasticity,
            min: 0.1, max: 0.7, step: 0.05, default: 0.4, tag: Assumption,
            help: "Rise of memory makers for each per cent of additional capex, with power or without, before the boost fades.",
            source: "Judgement: that capex is their revenue is a reading of this page",
        }
        BoostFade {
            key: "boost_fade", label: "Fading of the memory boost", unit: Weeks,
            min: 26.0, max: 104.0, step: 2.0, default: 52.0, tag: Assumption,
            help: "Time in which most of the memory boost is competed away.",
            source: "Memory earnings are cyclical",
        }
        CapexToEarnings {
            key: "capex_to_earnings", label: "Capex to market earnings", unit: Elasticity,
            min: 0.01, max: 0.06, step: 0.005, default: 0.03, tag: Assumption,
            help: "Rise of the S&P 500's earnings for each per cent of additional capex that is connected to power; half of it for high yield.",
            source: "Judgement: investment is income to somebody",
        }
        DepreciationDrag {
            key: "depreciation_drag", label: "Depreciation to price", unit: Times,
            min: 0.2, max: 1.0, step: 0.05, default: 0.5, tag: Assumption,
            help: "Fall of megacaps for write-offs beyond the start, as a share of operating cash flow or of capex, whichever is larger.",
            source: "Judgement",
        }
        DeficitToEarnings {
            key: "deficit_to_earnings", label: "Deficits to market earnings", unit: PercentPerPercentOfGdp,
            min: 0.3, max: 1.5, step: 0.1, default: 1.0, tag: Assumption,
            help: "Rise of the S&P 500's earnings for extra deficit spending of one per cent of GDP.",
            source: "Profits identity (Kalecki, Levy): a deficit is somebody's surplus",
        }
    }

    Spiral {
        DeepPocketCash {
            key: "deep_pocket_cash", label: "Deep pockets' free cash", unit: Billion,
            min: 20.0, max: 120.0, step: 5.0, default: 60.0, tag: Assumption,
            help: "Cash that deep pockets pay with first; what it does not cover they must raise.",
            source: "A sovereign fund's cash of about 60 (press, 2025)",
        }
        WeakBitcoin {
            key: "weak_bitcoin", label: "Weakly held bitcoin", unit: BillionAYear,
            min: 20.0, max: 150.0, step: 5.0, default: 60.0, tag: Assumption,
            help: "Sold first when commitments must be met.",
            source: "Judgement; about 19bn were liquidated on 2025-10-10",
        }
        WeakSaas {
            key: "weak_saas", label: "Weakly held software stocks", unit: BillionAYear,
            min: 30.0, max: 250.0, step: 10.0, default: 100.0, tag: Assumption,
            help: "Sold second.",
            source: "Judgement",
        }
        Redemptions {
            key: "redemptions", label: "Hedge-fund redemptions", unit: DollarPerDollar,
            min: 0.1, max: 1.0, step: 0.05, default: 0.4, tag: Assumption,
            help: "Sold by hedge funds in turn for each dollar that deep pockets raise.",
            source: "Judgement",
        }
        LeveredDebt {
            key: "levered_debt", label: "Levered debt", unit: Billion,
            min: 3000.0, max: 5500.0, step: 50.0, default: 4226.0, tag: Data,
            help: "Margin debt and hedge-fund repo, whose holders sell into losses.",
            source: "FINRA 1,226 (December 2025); hedge-fund repo about 3,000 (Financial Stability Report, FSB)",
        }
        LossBuffer {
            key: "loss_buffer", label: "Loss borne without selling", unit: Percent,
            min: 3.0, max: 10.0, step: 0.5, default: 5.0, tag: Assumption,
            help: "Fall of the market from the start before margins bite.",
            source: "Judgement",
        }
        LossToConfidence {
            key: "loss_to_confidence", label: "Losses to confidence", unit: Times,
            min: 0.0, max: 1.0, step: 0.05, default: 0.4, tag: Assumption,
            help: "Fall of confidence for each per cent of loss beyond the buffer.",
            source: "Judgement",
        }
        SpiralToLevel {
            key: "spiral_to_level", label: "Forced selling to level", unit: Elasticity,
            min: 0.1, max: 0.5, step: 0.05, default: 0.3, tag: Assumption,
            help: "Part of a fall through forced selling that drains the tub, because who must sell no longer bids; the rest is met by buyers at lower prices.",
            source: "Judgement",
        }
    }
}
