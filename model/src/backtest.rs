//! The model against history, misses included.
//!
//! A backtest drives the weekly step with the published path of Fed assets, the
//! Treasury's account, currency and the policy rate, and predicts reverse repo,
//! reserves and the funding spread, which it never reads after the start. Other
//! liabilities of the Fed stay at their starting value. Nothing is fitted to the
//! period: the coefficients are those of the parameter table.

mod table;

use crate::drivers::Drivers;
use crate::duck::Duck;
use crate::parameters::ParameterId as P;
use crate::scenario::Scenario;
use crate::series::{Row, Series};
use crate::start::{Opening, STARTS, Start};
use crate::state::opening;
use crate::steady::Model;
use crate::week::week;
use crate::{Date, Error};
pub use table::{BankAssets, Observation, PublishedWeeks};

/// What a period end adds to SOFR − IORB on a Wednesday that is one, bp: the
/// median of July 2024 to September 2025, last business day against the days
/// before it (6.5 at month ends, 13 at quarter ends). Fixed before any episode
/// after that was looked at.
pub const MONTH_END_BP: f64 = 6.5;
/// See [`MONTH_END_BP`].
pub const QUARTER_END_BP: f64 = 13.0;

/// When the standing repo facility was set up.
const STANDING_REPO: Date = Date::new(2021, 7, 28).unwrap();

/// Since when purchases are bills for reserve management rather than QE.
const BILL_PURCHASES: Date = Date::new(2025, 12, 1).unwrap();

/// A prediction beside what happened; the latter where it was published.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// What the model says.
    pub model: f64,
    /// What was published.
    pub actual: Option<f64>,
}

/// One week of a backtest.
#[derive(Clone, Debug, PartialEq)]
pub struct BacktestWeek {
    /// The Wednesday.
    pub date: Date,
    /// Reserve balances, $bn.
    pub reserves_bn: Pair,
    /// Overnight reverse repo, $bn.
    pub on_rrp_bn: Pair,
    /// SOFR − IORB with the period-end effect, bp.
    pub spread_bp: Pair,
    /// Water level.
    pub level: f64,
    /// Price changes of the ducks since the start, per cent.
    pub ducks: [f64; Duck::COUNT],
}

/// Root-mean-square errors over the weeks in which a number was published; none
/// where there is no such week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rmse {
    /// Of reserves, $bn.
    pub reserves_bn: Option<f64>,
    /// Of reverse repo, $bn.
    pub on_rrp_bn: Option<f64>,
    /// Of the spread, bp.
    pub spread_bp: Option<f64>,
}

/// A finished backtest.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// Every week, the start first.
    pub weeks: Vec<BacktestWeek>,
    /// Errors of the model after the start.
    pub rmse: Rmse,
    /// Errors of the forecast that nothing changes.
    pub rmse_no_change: Rmse,
    /// Error of a spread of zero, bp.
    pub rmse_zero_spread: Option<f64>,
}

/// The start of an arbitrary Wednesday: published numbers from the row, the rest
/// from the last of the dated [`STARTS`] before it.
fn start_of(published: &PublishedWeeks, at: usize, bank_assets: f64) -> Result<Start, Error> {
    let row = &published.rows()[at];
    let like = STARTS.iter().rfind(|start| start.day() <= row.date);
    let need = |value: Option<f64>, column: &str| {
        value.ok_or_else(|| Error::BadData {
            line: row.line,
            reason: format!("{column} is blank on the first day, {}", row.date),
        })
    };
    Ok(Start {
        date: "",
        fed_assets: need(row.fed_assets, "walcl_busd")?,
        reserves: need(row.reserves, "wrbwfrbl_busd")?,
        on_rrp: need(row.on_rrp, "rrp_busd")?,
        tga: need(row.tga, "wdtgal_busd")?,
        currency: need(row.currency, "wcurcir_busd")?,
        bank_assets,
        iorb: need(row.iorb, "iorb")?,
        spread: published.recent_spread(at),
        standing_repo: row.date >= STANDING_REPO,
        ..*like.unwrap_or(&STARTS[0])
    })
}

/// Runs the model along the history from `start` to `end`, both Wednesdays of it
/// (or the first after and the last before).
///
/// # Errors
/// [`Error::BadData`] when fewer than two weeks lie between the dates, when the
/// first row lacks a number the model starts from, or when a number is not
/// possible (assets, reserves or bank assets not above zero).
pub fn backtest(
    published: &PublishedWeeks,
    banks: &BankAssets,
    scenario: &Scenario,
    start: Date,
    end: Date,
) -> Result<Backtest, Error> {
    let rows = published.rows();
    let first = rows.partition_point(|row| row.date < start);
    let last = rows.partition_point(|row| row.date <= end);
    if last < first + 2 {
        return Err(Error::BadData {
            line: 0,
            reason: format!("fewer than two weeks from {start} to {end}"),
        });
    }
    let bank_assets = |row: &Observation| row.bank_assets.unwrap_or_else(|| banks.at(row.date));
    let start = start_of(published, first, bank_assets(&rows[first]))?;
    let touched = scenario.from_start(scenario.start());
    let mut values = *touched.values();
    values.set(P::Capex, start.capex);
    values.set(P::Dry, start.dry);
    let mut model = Model::new(values, Opening::new(&start, |_, v| v), |_, v| v);
    let mut state = opening(&model);
    let mut row = Row([0.0; Series::COUNT]);
    let mut weeks = Vec::with_capacity(last - first);
    for (t, pair) in rows[first..last].iter().enumerate() {
        model.o.standing_repo = f64::from(u8::from(pair.date >= STANDING_REPO));
        let next = rows[first..last].get(t + 1).unwrap_or(pair);
        let drivers = drivers_between(pair, next, &start, &model, bank_assets(next) - bank_assets(pair));
        state = week(&model, &drivers, t as f64, &state, &mut row);
        let actual_spread = pair.spread();
        let period_end = table::period_end(pair.date);
        weeks.push(BacktestWeek {
            date: pair.date,
            reserves_bn: Pair { model: row[Series::Reserves], actual: pair.reserves },
            on_rrp_bn: Pair { model: row[Series::OnRrp], actual: pair.on_rrp },
            spread_bp: Pair { model: row[Series::Spread] + period_end, actual: actual_spread },
            level: row[Series::Level],
            ducks: Duck::ALL.map(|duck| row[duck.series()]),
        });
        if Series::ALL.iter().any(|series| !row[*series].is_finite()) {
            return Err(Error::BadData {
                line: pair.line,
                reason: "the model cannot follow this row".into(),
            });
        }
    }
    Ok(judge(weeks, &start))
}

/// The week's official flows: differences of the published levels.
fn drivers_between(
    now: &Observation,
    next: &Observation,
    start: &Start,
    model: &Model<f64>,
    lending: f64,
) -> Drivers<f64> {
    let change = |from: Option<f64>, to: Option<f64>| match (from, to) {
        (Some(from), Some(to)) => to - from,
        // A blank says nothing: the level stays, and the next one published brings the change.
        _ => 0.0,
    };
    let assets = change(now.fed_assets, next.fed_assets);
    let securities = match (now.securities(), next.securities()) {
        (Some(from), Some(to)) => to - from,
        _ => assets,
    };
    let are_bills = securities > 0.0 && now.date >= BILL_PURCHASES;
    let coupons = if are_bills { 0.0 } else { -securities };
    let currency = change(now.currency, next.currency);
    let trend = now.currency.unwrap_or(start.currency) * model.p[P::CurrencyGrowth] / 5200.0;
    Drivers {
        bills: assets + coupons,
        coupons,
        tga: change(now.tga, next.tga),
        currency,
        currency_excess: currency - trend,
        lending,
        policy: (now.iorb.unwrap_or(start.iorb) - start.iorb) * 100.0,
    }
}

/// Sets the errors beside those of the simplest forecasts.
fn judge(weeks: Vec<BacktestWeek>, start: &Start) -> Backtest {
    type Measure = fn(&BacktestWeek) -> Pair;
    let (reserves, on_rrp, spread): (Measure, Measure, Measure) =
        (|w| w.reserves_bn, |w| w.on_rrp_bn, |w| w.spread_bp);
    let rmse = |measure: Measure, forecast: Option<f64>| {
        let errors: Vec<f64> = weeks[1..]
            .iter()
            .filter_map(|week| {
                let pair = measure(week);
                Some(forecast.unwrap_or(pair.model) - pair.actual?)
            })
            .collect();
        let mean = errors.iter().map(|e| e * e).sum::<f64>() / errors.len() as f64;
        (!errors.is_empty()).then(|| mean.sqrt())
    };
    let errors = |forecasts: [Option<f64>; 3]| Rmse {
        reserves_bn: rmse(reserves, forecasts[0]),
        on_rrp_bn: rmse(on_rrp, forecasts[1]),
        spread_bp: rmse(spread, forecasts[2]),
    };
    Backtest {
        rmse: errors([None; 3]),
        rmse_no_change: errors([Some(start.reserves), Some(start.on_rrp), Some(start.spread)]),
        rmse_zero_spread: rmse(spread, Some(0.0)),
        weeks,
    }
}
