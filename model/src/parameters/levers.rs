//! Levers: decisions and shocks that a visitor may set.

use super::{Group, Row, Tag, Unit};

/// Fields every row starts from; the identity is filled in by the table.
const fn lever(group: Group, key: &'static str, label: &'static str, unit: Unit) -> Row {
    Row {
        key,
        label,
        help: "",
        unit,
        min: 0.0,
        max: 1.0,
        step: 0.05,
        default: 0.0,
        tag: Tag::Assumption,
        source: "",
        group,
    }
}

pub const CAPEX: Row = Row {
    help: "Spending of five large technology companies on data centres and chips.",
    min: 0.0,
    max: 1500.0,
    step: 5.0,
    default: 715.0,
    tag: Tag::Data,
    source: "Company guidance for 2026, five firms, 645–750; 416 in 2025 and 251 in 2024 for four firms",
    ..lever(Group::Primary, "capex", "AI capex", Unit::BillionAYear)
};
pub const TGA: Row = Row {
    help: "Change of the Treasury's account at the Fed over the next quarter; the account keeps at least 25.",
    min: -900.0,
    max: 900.0,
    step: 10.0,
    source: "Scenario; the account stood at 936 on 2026-08-19 (H.4.1), cash targets 850–900 (Treasury)",
    ..lever(Group::Primary, "tga", "Treasury account (TGA)", Unit::BillionOverAQuarter)
};
pub const RUNOFF: Row = Row {
    help: "How fast the Fed lets its bonds run off; below zero it buys.",
    min: -120.0,
    max: 120.0,
    step: 5.0,
    source: "Scenario; runoff peaked at 95 a month in 2022–24, reserve-management purchases were about 40 from December 2025 (press)",
    ..lever(Group::Primary, "runoff", "Fed runoff", Unit::BillionAMonth)
};
pub const RATE: Row = Row {
    help: "Change of the policy rate, phased in over four weeks; the rate itself stops at zero.",
    min: -300.0,
    max: 300.0,
    step: 25.0,
    source: "Scenario; interest on reserves was 3.65 % on 2026-08-19 (Federal Reserve Board)",
    ..lever(Group::Primary, "rate", "Policy rate", Unit::BasisPoints)
};
pub const DRY: Row = Row {
    help: "Idle money willing to take long-dated risk: the tank beside the tub.",
    min: 0.0,
    max: 3000.0,
    step: 50.0,
    default: 600.0,
    source: "Judgement. It stands near the value at which the next $100bn of capex changes sign, so the data do not decide that sign",
    ..lever(Group::Primary, "dry", "Dry powder", Unit::Billion)
};

pub const RUNOFF_WEEKS: Row = Row {
    help: "How many weeks runoff or purchases go on.",
    max: 104.0,
    step: 1.0,
    default: 26.0,
    source: "Scenario",
    ..lever(Group::FedAndTreasury, "runoff_weeks", "Length of runoff or purchases", Unit::Weeks)
};
pub const RUNOFF_COUPON_SHARE: Row = Row {
    help: "Part of runoff that is notes and bonds rather than bills.",
    default: 1.0,
    tag: Tag::Data,
    source: "Runoff 2022–25 was almost wholly coupons and mortgage bonds (H.4.1)",
    ..lever(Group::FedAndTreasury, "runoff_coupon_share", "Coupon share of runoff", Unit::Share)
};
pub const PURCHASE_COUPON_SHARE: Row = Row {
    help: "Part of purchases that takes duration out of private hands; reserve-management purchases are bills.",
    tag: Tag::Data,
    source: "Reserve-management purchases since December 2025 are Treasury bills (press); QE bought coupons",
    ..lever(Group::FedAndTreasury, "purchase_coupon_share", "Coupon share of purchases", Unit::Share)
};
pub const ANNOUNCEMENT: Row = Row {
    help: "What the mere prospect of a smaller balance sheet adds at once to yields of a year and more.",
    min: -10.0,
    max: 20.0,
    step: 1.0,
    tag: Tag::Literature,
    source: "Runoff announcements moved yields by 6 bp, 4–8 (Du, Forbes, Luzzetti 2024); zero unless a scenario sets it",
    ..lever(Group::FedAndTreasury, "announcement", "Balance-sheet announcement", Unit::BasisPoints)
};
pub const DEFICIT: Row = Row {
    help: "Federal borrowing from the public that is spent; only the part away from its start value moves the water.",
    min: 500.0,
    max: 4000.0,
    step: 50.0,
    default: 1900.0,
    source: "About the deficit of fiscal years 2024–26; privately held net borrowing was 550–1,058 a quarter in 2025–26 (Treasury)",
    ..lever(Group::FedAndTreasury, "deficit", "Federal deficit", Unit::BillionAYear)
};
pub const BILL_SHARE: Row = Row {
    help: "Part of the deficit financed with bills, which carry no duration.",
    default: 0.2,
    source: "About the share of bills in the debt (Treasury quarterly refunding documents)",
    ..lever(Group::FedAndTreasury, "bill_share", "Bill share of issuance", Unit::Share)
};
pub const FED_ABSORPTION: Row = Row {
    help: "Part of the extra Treasury coupons that the Fed ends up holding.",
    source: "Scenario: the essay's claim that the Fed ends with the duration; 2022–25 saw the opposite",
    ..lever(Group::FedAndTreasury, "fed_absorption", "Absorbed by the Fed", Unit::Share)
};

pub const COMMITMENTS: Row = Row {
    help: "What sovereign funds and large technology investors have promised and must raise.",
    max: 600.0,
    step: 10.0,
    source: "Scenario; one investor's open commitments were 22.5, a sovereign fund's cash about 60 (press, 2025)",
    ..lever(Group::AiFinance, "commitments", "Deep-pocket commitments", Unit::BillionAYear)
};
pub const CIRCULAR: Row = Row {
    help: "Part of outside funding that vendors lend to their own customers: less draw today, more fragility.",
    max: 0.6,
    source: "Scenario: orders and debts that cross between a few firms are reported, their share is not",
    ..lever(Group::AiFinance, "circular", "Vendor-financed share", Unit::Share)
};
pub const CIRCULAR_BREAK: Row = Row {
    help: "Part of the vendor finance that fails in the shock week and must be raised in the market.",
    source: "Scenario: a listing that slips",
    ..lever(Group::AiFinance, "circular_break", "Vendor finance that breaks", Unit::Share)
};
pub const DEMAND_DROP: Row = Row {
    help: "Operating cash flow that the builders lose from the shock week on.",
    max: 300.0,
    step: 10.0,
    source: "Scenario: demand abroad drops",
    ..lever(Group::AiFinance, "demand_drop", "Lost operating cash flow", Unit::BillionAYear)
};
pub const SPV: Row = Row {
    help: "Part of outside funding raised off balance sheet: more credit supply, wider spreads, losses that come together.",
    max: 0.8,
    source: "Scenario; one vehicle carried 26 of a 30bn project (press, 2025)",
    ..lever(Group::AiFinance, "spv", "Off-balance-sheet share", Unit::Share)
};
pub const POWER_LIMIT: Row = Row {
    help: "The most capex that can be connected to power; funding above it drains without coming back.",
    min: 200.0,
    max: 1500.0,
    step: 20.0,
    default: 1080.0,
    source: "40 GW of new supply a year × 45 % for AI × $60bn a GW; each factor is itself uncertain",
    ..lever(Group::AiFinance, "power_limit", "Power limit", Unit::BillionAYear)
};
pub const CHIP_LIFE: Row = Row {
    help: "Years over which chips are written off: a shorter life takes more from earnings.",
    min: 2.0,
    max: 8.0,
    step: 0.5,
    default: 5.0,
    source: "Company accounts use five to six years; critics say two to three",
    ..lever(Group::AiFinance, "chip_life", "Chip life", Unit::Years)
};
pub const EARNINGS_SLOWDOWN: Row = Row {
    help: "By how much earnings growth of AI companies falls from the shock week on.",
    max: 30.0,
    step: 1.0,
    source: "Scenario: the second derivative of earnings turns negative",
    ..lever(Group::AiFinance, "earnings_slowdown", "Earnings slowdown", Unit::PercentagePointsAYear)
};

pub const LABOUR: Row = Row {
    help: "Part of recycled labour income that automation takes away.",
    max: 0.5,
    source: "Scenario",
    ..lever(Group::Savers, "labour", "Labour substitution", Unit::Share)
};
pub const HOARDING: Row = Row {
    help: "Part of new saving that stays in cash instead of bidding for assets.",
    max: 0.8,
    source: "Scenario",
    ..lever(Group::Savers, "hoarding", "Cash hoarding", Unit::Share)
};
pub const STABLECOIN: Row = Row {
    help: "Growth of Treasury-backed stablecoins: more demand for bills, and a chain from crypto back to bills.",
    min: -200.0,
    max: 500.0,
    step: 10.0,
    source: "Scenario, beyond today's growth",
    ..lever(Group::Savers, "stablecoin", "Stablecoin growth", Unit::BillionAYear)
};
pub const CASH_SHARE: Row = Row {
    help: "Part of the example portfolio held in bills.",
    source: "Your choice",
    ..lever(Group::Savers, "cash_share", "Cash in the portfolio", Unit::Share)
};

pub const MARKET_VALUE: Row = Row {
    help: "Market value that has to be held up, against the start: a bigger tub needs more water.",
    min: -30.0,
    max: 60.0,
    step: 1.0,
    source: "Scenario; modelled prices are not fed back into it",
    ..lever(Group::Markets, "market_value", "Market value", Unit::Percent)
};
pub const CONFIDENCE: Row = Row {
    help: "How readily money circulates: 100 is the start.",
    min: 50.0,
    max: 130.0,
    step: 1.0,
    default: 100.0,
    source: "Scenario",
    ..lever(Group::Markets, "confidence", "Confidence", Unit::Index)
};
pub const SPIRAL_STRENGTH: Row = Row {
    help: "How much of a loss levered holders must sell again: the gain of the spiral is 0.3 at one.",
    max: 5.0,
    step: 0.1,
    default: 1.0,
    source: "Judgement; a runaway needs more than three",
    ..lever(Group::Markets, "spiral_strength", "Spiral strength", Unit::Times)
};
pub const SHOCK: Row = Row {
    help: "A sudden loss on risky assets in the shock week.",
    max: 40.0,
    step: 1.0,
    source: "Scenario",
    ..lever(Group::Markets, "shock", "Price shock", Unit::Percent)
};
pub const SHOCK_WEEK: Row = Row {
    help: "When a shock, a break of vendor finance or an earnings slowdown begins.",
    max: 104.0,
    step: 1.0,
    default: 8.0,
    source: "Scenario",
    ..lever(Group::Markets, "shock_week", "Week of the shock", Unit::Weeks)
};

pub const RESPONSE: Row = Row {
    help: "What the Fed buys in all, over eight weeks, to stop a spiral.",
    max: 3000.0,
    step: 50.0,
    source: "Scenario; March to May 2020 saw about 2,900",
    ..lever(Group::Response, "response", "Official response", Unit::Billion)
};
pub const RESPONSE_DELAY: Row = Row {
    help: "Weeks between the shock and the response.",
    max: 52.0,
    step: 1.0,
    default: 2.0,
    source: "Scenario",
    ..lever(Group::Response, "response_delay", "Delay of the response", Unit::Weeks)
};
