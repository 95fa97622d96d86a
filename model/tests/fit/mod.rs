//! The reserve-demand curve fitted anew on the published Wednesdays, in code of its own.

#![allow(dead_code, reason = "each test that includes this file uses a part of it")]
#![allow(clippy::disallowed_methods, reason = "an independent check of the model's own exp and ln")]

use std::fs;

use bathtub_model::backtest::{Amounts, Backtest, Changes, Published, PublishedWeeks, backtest};
use bathtub_model::{Date, ParameterId as P, Scenario};

/// A Wednesday on which both sides of the curve were published and no month ended.
#[derive(Clone, Debug)]
pub struct Point {
    pub date: String,
    /// Reserves over bank assets, %.
    pub ratio: f64,
    /// SOFR − IORB, bp.
    pub spread: f64,
    /// Award rate of reverse repo less interest on reserves, bp: the floor.
    pub floor: f64,
}

pub fn data(name: &str) -> String {
    let path = format!("{}/../data/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

pub fn weeks() -> PublishedWeeks {
    PublishedWeeks::from_csv(&data("liquidity_weekly_2015_2025.csv")).unwrap()
}

pub fn banks() -> Amounts {
    Amounts::bank_assets(&data("commercial_banks_weekly_2015_2025.csv")).unwrap()
}

pub fn bills() -> Amounts {
    Amounts::bills(&data("treasury_debt_monthly_2014_2025.csv")).unwrap()
}

/// The published tables, read once.
pub struct Tables {
    weeks: PublishedWeeks,
    banks: Amounts,
    bills: Amounts,
}

impl Tables {
    pub fn read() -> Self {
        Tables { weeks: weeks(), banks: banks(), bills: bills() }
    }

    pub fn backtest(&self, scenario: &Scenario, start: &str, end: &str) -> Backtest {
        let published = Published { weeks: &self.weeks, banks: &self.banks, bills: &self.bills };
        let day = |text| Date::parse(text).unwrap();
        backtest(&published, scenario, &Changes::default(), day(start), day(end)).unwrap()
    }

    /// A calendar year from the last Wednesday before it.
    pub fn year(&self, scenario: &Scenario, year: &str) -> Backtest {
        let rows = self.weeks.rows();
        let first = rows.iter().position(|row| row.date.to_string().as_str() >= year).unwrap();
        let start = rows[first.saturating_sub(1)].date.to_string();
        self.backtest(scenario, &start, &format!("{year}-12-31"))
    }
}

/// Years on which what money funds do was fitted.
pub const REFILL_FITTED: [&str; 5] = ["2021", "2022", "2023", "2024", "2025"];

/// How far a setting misses the buffers of some years, each against a usual miss.
pub fn buffers_missed(tables: &Tables, scenario: &Scenario, years: &[&str]) -> f64 {
    let missed = |year: &&str| {
        let rmse = tables.year(scenario, year).rmse;
        rmse.reserves_bn.unwrap() / 200.0 + rmse.on_rrp_bn.unwrap() / 150.0
    };
    years.iter().map(missed).sum()
}

/// The refill of reverse repo, in halves, and the curve's width, in tenths, that fit best without a
/// year.
pub fn without(tables: &Tables, points: &[Point], left_out: &str) -> Scenario {
    let others: Vec<&str> = FITTED.into_iter().filter(|year| *year != left_out).collect();
    let width = fit(&of(points, &others), P::CurveSlope.row().default).width;
    let base = Scenario::default().with_clamped(P::CurveWidth, width);
    let others: Vec<&str> = REFILL_FITTED.into_iter().filter(|year| *year != left_out).collect();
    let refills = (4..=16).map(|halves| base.with(P::RrpRefill, f64::from(halves) / 2.0).unwrap());
    let missed = |scenario: &Scenario| buffers_missed(tables, scenario, &others);
    refills.min_by(|a, b| missed(a).total_cmp(&missed(b))).unwrap()
}

/// Award rates of reverse repo, %, by day.
pub fn awards() -> Vec<(String, f64)> {
    let text = data("repo_operations_daily_2015_2025.csv");
    let row = |line: &str| {
        let mut fields = line.split(',');
        Some((fields.next()?.to_string(), fields.next()?.parse().ok()?))
    };
    text.lines().skip(1).filter_map(row).collect()
}

/// Every Wednesday with a spread, with period ends.
pub fn all_points() -> Vec<(Point, bool)> {
    let banks = banks();
    let rows = weeks();
    let awards = awards();
    let award = |day: &str| awards.iter().rfind(|(date, _)| date.as_str() <= day).unwrap().1;
    let point = |row: &bathtub_model::backtest::Observation| {
        let ratio = 100.0 * row.reserves? / banks.at(row.date);
        let date = row.date.to_string();
        let floor = ((award(&date) - row.iorb?) * 100.0).round();
        Some((Point { date, ratio, spread: row.spread()?, floor }, row.date.ends_month()))
    };
    rows.rows().iter().filter_map(point).collect()
}

/// The Wednesdays that no period ends on.
pub fn points() -> Vec<Point> {
    all_points().into_iter().filter(|(_, ends)| !ends).map(|(point, _)| point).collect()
}

/// Those of some years.
pub fn of(points: &[Point], years: &[&str]) -> Vec<Point> {
    points.iter().filter(|point| years.contains(&&point.date[..4])).cloned().collect()
}

/// The curve with a knee at `knee` %: spread in bp at `x` %, not below `floor` bp.
pub fn curve(slope: f64, width: f64, knee: f64, x: f64, floor: f64) -> f64 {
    let height = slope * width;
    let spread = if x < knee { height + slope * (knee - x) } else { height * ((knee - x) / width).exp() };
    (spread - 13.0).max(floor)
}

pub fn rmse(points: &[Point], forecast: impl Fn(&Point) -> f64) -> f64 {
    let square = |point: &Point| (forecast(point) - point.spread) * (forecast(point) - point.spread);
    (points.iter().map(square).sum::<f64>() / points.len() as f64).sqrt()
}

/// Slope of the straight line of least squares, bp a percentage point.
pub fn line(points: &[Point]) -> f64 {
    let n = points.len() as f64;
    let x = points.iter().map(|p| p.ratio).sum::<f64>() / n;
    let y = points.iter().map(|p| p.spread).sum::<f64>() / n;
    let both: f64 = points.iter().map(|p| (p.ratio - x) * (p.spread - y)).sum();
    both / points.iter().map(|p| (p.ratio - x) * (p.ratio - x)).sum::<f64>()
}

/// A fitted curve.
#[derive(Clone, Copy, Debug)]
pub struct Fit {
    pub width: f64,
    pub knee: f64,
    pub rmse: f64,
}

/// The knee of least squares for a slope and a width, to a hundredth.
pub fn knee(points: &[Point], slope: f64, width: f64) -> Fit {
    let at =
        |knee: f64| Fit { width, knee, rmse: rmse(points, |p| curve(slope, width, knee, p.ratio, p.floor)) };
    let best = |fits: &mut dyn Iterator<Item = Fit>| fits.min_by(|a, b| a.rmse.total_cmp(&b.rmse)).unwrap();
    let rough = best(&mut (40..=180).map(|tenths| at(f64::from(tenths) / 10.0)));
    best(&mut (-10..=10).map(|step| at(rough.knee + f64::from(step) / 100.0)))
}

/// Width, from 0.8 to 4 in tenths, and knee of least squares for a slope.
pub fn fit(points: &[Point], slope: f64) -> Fit {
    let fits = (8..=40).map(|tenths| knee(points, slope, f64::from(tenths) / 10.0));
    fits.min_by(|a, b| a.rmse.total_cmp(&b.rmse)).unwrap()
}

/// Where the curve lies by the rule for starts: it meets `spread` at `ratio`, if that spread is far
/// enough above the floor to tell; else it stays at `usual`, or further left.
pub fn placed(slope: f64, width: f64, usual: f64, ratio: f64, spread: f64) -> f64 {
    let height = slope * width;
    let over = spread.max(-12.5) + 13.0;
    let met =
        if over > height { ratio + (over - height) / slope } else { ratio - width * (height / over).ln() };
    let right = if spread < -3.5 { usual } else { usual + 8.0 };
    met.min(right).max(usual - 8.0)
}

/// The last Wednesday before a year with the median spread of the four up to it; of the year's first
/// four where none was published before.
pub fn before(year: &str) -> (f64, f64) {
    let all = all_points();
    let first = all.iter().position(|(point, _)| point.date.as_str() >= year).unwrap();
    let four = if first < 4 { &all[first..first + 4] } else { &all[first - 4..first] };
    let mut spreads: Vec<f64> = four.iter().map(|(point, _)| point.spread).collect();
    spreads.sort_by(f64::total_cmp);
    (four[3].0.ratio, (spreads[1] + spreads[2]) / 2.0)
}

/// What the curve makes of a year that it was not fitted on.
#[derive(Clone, Copy, Debug)]
pub struct Year {
    /// The curve's error where its knee is the year's own, bp.
    pub own: f64,
    /// Its error with the width of the other years of 2023–25 and the knee of the weeks before, bp.
    pub unseen: f64,
    /// Error of the forecast that the spread stays what it was, bp.
    pub no_change: f64,
    /// Error of a spread of zero, bp.
    pub zero: f64,
}

pub const YEARS: [&str; 8] = ["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025"];
pub const FITTED: [&str; 3] = ["2023", "2024", "2025"];

pub fn year(points: &[Point], name: &str, slope: f64, width: f64) -> Year {
    let own = of(points, &[name]);
    let others: Vec<&str> = FITTED.into_iter().filter(|year| *year != name).collect();
    let learned = fit(&of(points, &others), slope);
    let (ratio, spread) = before(name);
    let knee_then = placed(slope, learned.width, learned.knee, ratio, spread);
    Year {
        own: knee(&own, slope, width).rmse,
        unseen: rmse(&own, |p| curve(slope, learned.width, knee_then, p.ratio, p.floor)),
        no_change: rmse(&own, |_| spread),
        zero: rmse(&own, |_| 0.0),
    }
}
