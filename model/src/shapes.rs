//! Shapes the equations take for granted: phase-in times, lags and thresholds.
//!
//! They define what a lever means (a change "over a quarter") or keep an
//! extreme finite; all are assumptions, none is varied in the uncertainty band.

/// Weeks over which a change of capex, deficit, commitments or the Treasury's account is phased in.
pub const QUARTER: f64 = 13.0;
/// Weeks over which a change of the policy rate, market value or confidence is phased in.
pub const PHASE: f64 = 4.0;
/// Smallest balance of the Treasury's account, $bn.
pub const TGA_FLOOR: f64 = 20.0;

/// What the reserve-demand curve approaches when reserves are abundant, bp.
pub const CURVE_BASE: f64 = -13.0;
/// Reserves over bank assets below which the curve is a straight line, %: where it lay in 2023–25
/// (least squares on the Wednesdays, data), before it moves to meet a start.
pub const CURVE_KNEE: f64 = 12.9;
/// Spread of a start from which it tells where the curve bends, bp: of twenty Wednesdays since 2021
/// with abundant reserves, above 14 % of bank assets, nineteen lay below it (data).
pub const CURVE_READ_FROM: f64 = -3.5;
/// Largest move of the curve to meet a start's spread, percentage points: more than twice the
/// largest that a dated start asks for at the central slope and width.
pub const CURVE_SHIFT_LIMIT: f64 = 8.0;
/// Rate of the standing repo facility, the top of the target range, over interest on reserves, bp
/// (data: so at every start since it was set up).
pub const REPO_RATE: f64 = 10.0;
/// Reserves over bank assets below which the Fed lends and experience ends, %: the least on a
/// Wednesday since 2015 was 7.94, on 2019-09-18, when the Fed had begun to lend the day before
/// (H.4.1, H.8; data).
pub const BEYOND_EXPERIENCE: f64 = 7.9;
/// Distance of the spread from its floor below which deposits move to money funds and reverse repo,
/// bp. Fitted on 2021–25 (data), as is what comes back.
pub const REFILL_BELOW: f64 = 3.0;
/// Part of reverse repo that leaves each week once the spread stands 10 bp above that.
pub const MIGRATION_BACK: f64 = 0.05;
/// Spread from which stress is felt, bp.
pub const STRESS_FROM: f64 = 5.0;

/// Risk of a dollar of bills in dollars of ten-year Treasuries: three months over eight and a half
/// years of duration. What private hands must take is measured in these ten-year equivalents.
pub const BILL_RISK: f64 = 0.03;
/// Risk of a dollar of Treasury coupons: six years of duration over eight and a half.
pub const COUPON_RISK: f64 = 0.7;
/// Risk of a dollar of AI debt: about ten years of maturity, and credit risk of six tenths of it.
pub const AI_DEBT_RISK: f64 = 1.6;
/// Risk of a dollar of debt off the balance sheet: the same with more credit risk.
pub const VEHICLE_DEBT_RISK: f64 = 2.5;
/// Part of saving that buys bonds.
pub const SAVED_IN_BONDS: f64 = 0.25;
/// Part of debt off the balance sheet that banks lend: new credit, and new deposits.
pub const VEHICLES_BY_BANKS: f64 = 0.3;

/// Part of income that labour earns.
pub const LABOUR_SHARE: f64 = 0.6;
/// Part of the builders' operating cash flow that falls with labour income.
pub const LABOUR_TO_REVENUE: f64 = 0.25;

/// Smallest water, as a share of the reference.
pub const WATER_FLOOR: f64 = 0.05;
/// Largest crowding-out ratio that the scarcity premium takes into account.
pub const SCARCITY_LIMIT: f64 = 4.0;
/// High-yield spreads move this many times as much as investment grade.
pub const HY_MULTIPLE: f64 = 3.0;

/// Curvature of the logarithm of a price in its yield, per squared sensitivity.
pub const CURVATURE: f64 = 0.35;
/// Fall in logarithms beyond which a price follows the tangent of that curve.
pub const CURVATURE_LIMIT: f64 = 2.0;
/// Weeks over which orders become memory makers' earnings.
pub const REVENUE_LAG: f64 = 8.0;
/// Part of the memory boost that fades.
pub const BOOST_FADES: f64 = 0.8;
/// Weeks over which write-offs reach the accounts.
pub const WRITE_OFF_LAG: f64 = 52.0;
/// Part of the write-offs that the S&P 500 feels against megacaps.
pub const WRITE_OFFS_SP500: f64 = 0.3;
/// Weeks over which lost earnings growth is made up.
pub const GROWTH_RECOVERY: f64 = 104.0;
/// Weeks over which deficit spending becomes earnings.
pub const FISCAL_LAG: f64 = 26.0;

/// Weeks over which the market absorbs what was sold.
pub const SALES_RECOVERY: f64 = 52.0;
/// Weeks over which a spiral's loss fades.
pub const SPIRAL_FADES: f64 = 26.0;
/// Largest fall of the market through forced selling, logarithm: 70 %.
pub const SPIRAL_LIMIT: f64 = 1.2;
/// Market value at which levered debt is that of its row, $bn: at other starts it is in proportion.
pub const LEVERED_AT: f64 = 65_000.0;
/// Part of levered debt that is left when the spiral begins to lose its sellers.
pub const SELLERS_LEFT: f64 = 0.25;
/// Vendor finance, and half of what vehicles borrow in a year, that double the spiral's gain, $bn: a
/// usual year's funding.
pub const FRAGILE: f64 = 270.0;
/// Weeks over which a price shock fades.
pub const SHOCK_FADES: f64 = 52.0;
/// Part of the speed of a loss that is left after a week.
pub const LOSS_SPEED_LEFT: f64 = 0.75;
/// Rise of the funding spread for a loss of one within a few weeks, bp: about 20 for 7 % a week, as
/// in March 2020.
pub const LOSS_SPEED_TO_SPREAD: f64 = 100.0;
/// Part of levered debt that banks lend, margin loans; money funds lend the rest as repo (FINRA
/// 1,226, hedge-fund repo about 3,000).
pub const MARGIN_AT_BANKS: f64 = 0.3;
/// Weeks over which the official response is spent.
pub const RESPONSE_WEEKS: f64 = 8.0;
/// Response that cuts the spiral's gain by 63 %, $bn.
pub const RESPONSE_SCALE: f64 = 500.0;

/// Fall of bitcoin below its mean of a quarter, logarithm, from which stablecoins are redeemed.
pub const REDEMPTION_FROM: f64 = 0.2;
/// Part of stablecoins redeemed a week for each unit of fall beyond that.
pub const REDEMPTION_RATE: f64 = 0.05;
/// Largest part of stablecoins that can leave in a week by choice or by redemption.
pub const REDEMPTION_LIMIT: f64 = 0.2;
/// Pressure on bills for each $bn redeemed, bp.
pub const REDEMPTION_BP: f64 = 0.1;
/// Part of that pressure left after a week.
pub const REDEMPTION_LEFT: f64 = 0.75;

/// How often a year a stock that one year's flow fills turns over: a year's chips are written off over
/// their life, and vendors have lent a year's part at the start.
pub const ONCE_A_YEAR: f64 = 1.0;
/// Weeks in a year.
pub const YEAR: f64 = 52.0;
/// Months in a year.
pub const MONTHS: f64 = 12.0;
