//! The model against history, misses included.
//!
//! A backtest drives the weekly step with the published path of Fed assets, the
//! Treasury's account, bills outstanding, currency, bank assets, the policy rate and
//! the ten-year yield, and predicts reverse repo, reserves and the funding spread,
//! which it never reads after the start. Other liabilities of the Fed stay at their
//! starting value. The coefficients are those of the parameter table: which years
//! they were fitted on, `docs/model.md` says.
//!
//! With [`Changes`] it replays history with one thing changed, all other paths as
//! published.

mod amounts;
mod built_in;
mod column;
mod file;
mod known;
mod remarks;
mod table;
mod wednesday;

use crate::drivers::Drivers;
use crate::duck::Duck;
use crate::parameters::ParameterId as P;
use crate::scenario::{Scenario, number};
use crate::series::{Row, Series};
use crate::start::{Opening, STARTS, Start};
use crate::state::opening;
use crate::steady::Model;
use crate::week::week;
use crate::{Date, Error, shapes};
pub use amounts::Amounts;
pub use built_in::{TABLES, built_in_start};
pub use file::TableFile;
pub use remarks::remarks;
pub use table::{Observation, PublishedWeeks};

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

/// Between these days purchases were bills too (Board of Governors, October 11, 2019; QE from March
/// 15, 2020).
const EARLIER_BILL_PURCHASES: [Date; 2] = [Date::new(2019, 10, 15).unwrap(), Date::new(2020, 3, 15).unwrap()];

/// Award rate of reverse repo less interest on reserves, bp, and the days from which it held (New
/// York Fed, Federal Reserve Board).
const FLOORS: [(Date, f64); 6] = [
    (Date::new(2015, 1, 1).unwrap(), -20.0),
    (Date::new(2015, 12, 17).unwrap(), -25.0),
    (Date::new(2018, 6, 14).unwrap(), -20.0),
    (Date::new(2018, 12, 20).unwrap(), -15.0),
    (Date::new(2019, 5, 2).unwrap(), -10.0),
    (Date::new(2024, 12, 19).unwrap(), -15.0),
];

/// Award rate less interest on reserves on a day, bp.
pub fn floor_on(date: Date) -> f64 {
    FLOORS.iter().rfind(|(from, _)| *from <= date).map_or(FLOORS[0].1, |(_, floor)| *floor)
}

/// What a replay of history changes; all other paths stay as published.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Changes {
    /// Change of the Treasury's account over the first thirteen weeks, $bn, after which it stays; bills
    /// fill it or are repaid.
    pub tga: Option<f64>,
    /// Runoff in $bn a month all along; purchases where it is negative.
    pub runoff: Option<f64>,
}

impl Changes {
    /// Reads `tga=0` or `runoff=20`, with a number in the range of the lever of that name.
    ///
    /// # Errors
    /// [`Error::UnknownParameter`], [`Error::NotANumber`] or [`Error::OutOfRange`].
    pub fn with_text(mut self, key: &str, text: &str) -> Result<Self, Error> {
        let id = P::from_key(key)?;
        let value = id.row().check(number(key, text)?)?;
        match id {
            P::Tga => self.tga = Some(value),
            P::Runoff => self.runoff = Some(value),
            _ => return Err(Error::UnknownParameter { key: key.into() }),
        }
        Ok(self)
    }
}

/// Published tables that a backtest reads.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    /// The Fed's balance sheet and rates.
    pub weeks: &'a PublishedWeeks,
    /// Total assets of commercial banks, where the weeks have none of their own.
    pub banks: &'a Amounts,
    /// Bills outstanding, where the weeks have none of their own.
    pub bills: &'a Amounts,
}

/// The three published tables, owned.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    weeks: PublishedWeeks,
    banks: Amounts,
    bills: Amounts,
}

impl Tables {
    /// Reads them as `data/` has them: the weeks, bank assets, bills.
    ///
    /// # Errors
    /// [`Error::BadData`], as [`PublishedWeeks::from_csv`] and [`Amounts::bank_assets`].
    pub fn from_csv([weeks, banks, bills]: [&str; 3]) -> Result<Self, Error> {
        Ok(Tables {
            weeks: PublishedWeeks::from_csv(weeks)?,
            banks: Amounts::bank_assets(banks)?,
            bills: Amounts::bills(bills)?,
        })
    }

    /// What a backtest reads.
    pub fn published(&self) -> Published<'_> {
        Published { weeks: &self.weeks, banks: &self.banks, bills: &self.bills }
    }
}

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
    /// Errors of the rule that reverse repo pays every drain as long as it lasts, and reserves the
    /// rest; it says nothing of the spread.
    pub rmse_rrp_first: Rmse,
    /// Error of a spread of zero, bp.
    pub rmse_zero_spread: Option<f64>,
}

/// Runs the model along the history from `start` to `end`, both Wednesdays of it
/// (or the first after and the last before).
///
/// # Errors
/// [`Error::BadData`] when fewer than two weeks lie between the dates, when the
/// first row lacks a number the model starts from, or when a number is not
/// possible (assets, reserves or bank assets not above zero).
pub fn backtest(
    published: &Published,
    scenario: &Scenario,
    changes: &Changes,
    start: Date,
    end: Date,
) -> Result<Backtest, Error> {
    let rows = published.weeks.rows();
    let first = rows.partition_point(|row| row.date < start);
    let last = rows.partition_point(|row| row.date <= end);
    if last < first + 2 {
        let reason = format!("fewer than two weeks from {start} to {end}");
        return Err(published.weeks.fault(None, reason, "begin earlier or end later"));
    }
    let bank_assets = |row: &Observation| published.bank_assets(row);
    // The last of the dated starts before it lends what the table lacks.
    let like = STARTS.iter().rfind(|start| start.day() <= rows[first].date).unwrap_or(&STARTS[0]);
    let sheet = wednesday::sheet_of(published.weeks, first, bank_assets(&rows[first]), like)?;
    // Flows count in full: what was in force before is not netted.
    let start = Start { runoff: 0.0, ..sheet };
    let touched = scenario.from_start(scenario.start());
    let mut values = *touched.values();
    values.set(P::Capex, start.capex);
    values.set(P::Dry, start.dry);
    let mut model = Model::new(values, Opening::new(&start, |_, v| v), |_, v| v);
    let mut state = opening(&model);
    let mut row = Row([0.0; Series::COUNT]);
    let mut weeks = Vec::with_capacity(last - first);
    let mut rrp_first = Vec::with_capacity(last - first);
    let mut rule = RrpFirst { reserves: start.reserves, on_rrp: start.on_rrp };
    for (t, pair) in rows[first..last].iter().enumerate() {
        model.o.standing_repo = f64::from(u8::from(pair.date >= STANDING_REPO));
        model.o.floor = floor_on(pair.date);
        let next = rows[first..last].get(t + 1).unwrap_or(pair);
        let drivers = drivers_between(pair, next, &start, &model, published, changes, t);
        rrp_first.push(rule);
        rule = rule.after(drivers.tga + drivers.coupons - drivers.bills - drivers.loans + drivers.currency);
        state = week(&model, &drivers, t as f64, &state, &mut row);
        // Bank assets are published too, reserves' part of them included.
        state[Series::BankAssets] = bank_assets(next);
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
            let reason = format!("the model cannot follow the week of {}", pair.date);
            return Err(published.weeks.fault(
                Some(pair),
                reason,
                "compare its numbers with those beside it",
            ));
        }
    }
    Ok(judge(weeks, &rrp_first, &start))
}

/// The week's official flows: differences of the published levels, but for what is changed.
fn drivers_between(
    now: &Observation,
    next: &Observation,
    start: &Start,
    model: &Model<f64>,
    published: &Published,
    changes: &Changes,
    week: usize,
) -> Drivers<f64> {
    let change = |from: Option<f64>, to: Option<f64>| match (from, to) {
        (Some(from), Some(to)) => to - from,
        // A blank says nothing: the level stays, and the next one published brings the change.
        _ => 0.0,
    };
    let last = now.date == next.date;
    let assets = change(now.fed_assets, next.fed_assets);
    let securities = match (now.securities(), next.securities()) {
        (Some(from), Some(to)) => to - from,
        _ => assets,
    };
    let (bills, coupons) = match changes.runoff {
        Some(_) if last => (0.0, 0.0),
        Some(pace) => split(-pace * (shapes::MONTHS / shapes::YEAR), now.date),
        None => split(securities, now.date),
    };
    let published_tga = change(now.tga, next.tga);
    let tga = match changes.tga {
        Some(amount) if (week as f64) < shapes::QUARTER && !last => amount / shapes::QUARTER,
        Some(_) => 0.0,
        None => published_tga,
    };
    let issued = |row: &Observation| row.bills.unwrap_or_else(|| published.bills.at(row.date));
    let currency = change(now.currency, next.currency);
    let trend = now.currency.unwrap_or(start.currency) * model.p[P::CurrencyGrowth] / 5200.0;
    Drivers {
        bills,
        coupons,
        // What is not held outright: loans, repo, premiums.
        loans: assets - securities,
        tga,
        // What did not fill the account as published was issued for other ends, and still is.
        more_bills: issued(next) - issued(now) - published_tga,
        currency,
        currency_excess: currency - trend,
        lending: 0.0,
        policy: (now.iorb.unwrap_or(start.iorb) - start.iorb) * 100.0,
        ten_year: now.ten_year.map_or(0.0, |yield_pct| (yield_pct - start.ten_year) * 100.0),
        ten_year_known: f64::from(u8::from(now.ten_year.is_some())),
    }
}

/// Bills bought and coupons let go, where securities rise by so much: purchases are of bills since
/// they serve reserve management.
fn split(securities: f64, date: Date) -> (f64, f64) {
    if securities > 0.0 && date >= BILL_PURCHASES { (securities, 0.0) } else { (0.0, -securities) }
}

/// The strongest simple rule for the two buffers: reverse repo pays first.
#[derive(Clone, Copy)]
struct RrpFirst {
    reserves: f64,
    on_rrp: f64,
}

impl RrpFirst {
    /// After a drain, or a supply, which goes to reverse repo too.
    fn after(self, drain: f64) -> Self {
        let on_rrp = (self.on_rrp - drain).max(0.0);
        RrpFirst { reserves: self.reserves - drain + (self.on_rrp - on_rrp), on_rrp }
    }
}

/// Sets the errors beside those of the simplest forecasts.
fn judge(weeks: Vec<BacktestWeek>, rrp_first: &[RrpFirst], start: &Start) -> Backtest {
    type Measure = fn(&BacktestWeek) -> Pair;
    let (reserves, on_rrp, spread): (Measure, Measure, Measure) =
        (|w| w.reserves_bn, |w| w.on_rrp_bn, |w| w.spread_bp);
    let rmse = |measure: Measure, forecast: &dyn Fn(usize, Pair) -> f64| {
        let errors: Vec<f64> = weeks
            .iter()
            .enumerate()
            .skip(1)
            .filter_map(|(t, week)| {
                let pair = measure(week);
                Some(forecast(t, pair) - pair.actual?)
            })
            .collect();
        let mean = errors.iter().map(|e| e * e).sum::<f64>() / errors.len() as f64;
        (!errors.is_empty()).then(|| mean.sqrt())
    };
    let model = |_, pair: Pair| pair.model;
    Backtest {
        rmse: Rmse {
            reserves_bn: rmse(reserves, &model),
            on_rrp_bn: rmse(on_rrp, &model),
            spread_bp: rmse(spread, &model),
        },
        rmse_no_change: Rmse {
            reserves_bn: rmse(reserves, &|_, _| start.reserves),
            on_rrp_bn: rmse(on_rrp, &|_, _| start.on_rrp),
            spread_bp: rmse(spread, &|_, _| start.spread),
        },
        rmse_rrp_first: Rmse {
            reserves_bn: rmse(reserves, &|t, _| rrp_first[t].reserves),
            on_rrp_bn: rmse(on_rrp, &|t, _| rrp_first[t].on_rrp),
            spread_bp: None,
        },
        rmse_zero_spread: rmse(spread, &|_, _| 0.0),
        weeks,
    }
}
