//! Answers.

use bathtub_model::accounts::{Books, Instrument, Sector};
use bathtub_model::analysis::Findings;
use bathtub_model::backtest::{Backtest, BacktestWeek, Observation, Pair, PublishedWeeks};
use bathtub_model::{Date, Duck, Start, solve};

/// Every sector's position in every instrument at the end of a week.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// Positions in $bn, negative for a liability: by [`Instrument::ALL`], then [`Sector::ALL`].
    pub positions: Vec<f64>,
    /// What is held of each instrument less what is owed, $bn: zero but for rounding.
    pub nets: Vec<f64>,
    /// Largest net of any instrument over the gross amount held of it.
    pub imbalance: f64,
}

impl Ledger {
    /// The closing positions of books.
    pub fn new(books: &Books) -> Self {
        let sheet = &books.closing;
        let row = |instrument| Sector::ALL.map(|sector| sheet.position(sector, instrument));
        Ledger {
            positions: Instrument::ALL.into_iter().flat_map(row).collect(),
            nets: Instrument::ALL.map(|instrument| sheet.net(instrument)).to_vec(),
            imbalance: sheet.imbalance(),
        }
    }

    /// Positions of each sector in one instrument, in the order of [`Sector::ALL`].
    pub fn positions_in(&self, instrument: Instrument) -> &[f64] {
        let from = instrument as usize * Sector::COUNT;
        self.positions.get(from..from + Sector::COUNT).unwrap_or_default()
    }
}

/// A prediction beside what happened, week by week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Course {
    /// What the model says.
    pub model: Vec<f64>,
    /// What was published; not a number where nothing was.
    pub actual: Vec<f64>,
    /// Root-mean-square error after the first week; none where nothing was published.
    pub error: Option<f64>,
    /// The same of the forecast that nothing changes.
    pub no_change: Option<f64>,
    /// The same of the strongest simple rule: a spread of zero, and reverse repo paying first.
    pub simple: Option<f64>,
}

/// What the model says beside the two buffers, week by week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paths {
    /// SOFR − IORB with period ends, bp.
    pub spread: Vec<f64>,
    /// Water level.
    pub level: Vec<f64>,
    /// Price changes since the start, %: by week, then by [`Duck::ALL`].
    pub ducks: Vec<f64>,
}

impl Paths {
    fn new(found: &Backtest) -> Self {
        Paths {
            spread: found.weeks.iter().map(|week| week.spread_bp.model).collect(),
            level: found.weeks.iter().map(|week| week.level).collect(),
            ducks: found.weeks.iter().flat_map(|week| week.ducks).collect(),
        }
    }

    /// A duck's price change in a week, %.
    pub fn duck(&self, duck: Duck, week: usize) -> Option<f64> {
        self.ducks.get(week * Duck::COUNT + duck as usize).copied()
    }
}

/// The model along the published balance sheets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replay {
    /// Days from 1970-01-01 to the first and to the last week of the table.
    pub table: [f64; 2],
    /// Days from 1970-01-01 to each Wednesday.
    pub days: Vec<f64>,
    /// Reserve balances, $bn.
    pub reserves: Course,
    /// Overnight reverse repo, $bn.
    pub on_rrp: Course,
    /// SOFR − IORB, bp.
    pub spread: Course,
    /// The model's paths with history as published.
    pub as_published: Paths,
    /// The same with one thing changed, where that was asked for.
    pub changed: Option<Paths>,
}

impl Replay {
    /// What a page shows of a backtest on a table.
    pub fn new(table: &PublishedWeeks, found: &Backtest, changed: Option<&Backtest>) -> Self {
        let (rmse, none, first) = (&found.rmse, &found.rmse_no_change, &found.rmse_rrp_first);
        let course = |pair: fn(&BacktestWeek) -> Pair, error, no_change, simple| Course {
            model: found.weeks.iter().map(|week| pair(week).model).collect(),
            actual: found.weeks.iter().map(|week| pair(week).actual.unwrap_or(f64::NAN)).collect(),
            error,
            no_change,
            simple,
        };
        let end = |week: Option<&Observation>| week.map_or(f64::NAN, |week| f64::from(week.date.days()));
        Replay {
            table: [end(table.rows().first()), end(table.rows().last())],
            days: found.weeks.iter().map(|week| f64::from(week.date.days())).collect(),
            reserves: course(|week| week.reserves_bn, rmse.reserves_bn, none.reserves_bn, first.reserves_bn),
            on_rrp: course(|week| week.on_rrp_bn, rmse.on_rrp_bn, none.on_rrp_bn, first.on_rrp_bn),
            spread: course(|week| week.spread_bp, rmse.spread_bp, none.spread_bp, found.rmse_zero_spread),
            as_published: Paths::new(found),
            changed: changed.map(Paths::new),
        }
    }
}

/// What was published in the year before a start, week by week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Past {
    /// Weeks to the start: negative, zero at the start.
    pub weeks: Vec<f64>,
    /// Reserve balances, $bn; here and below not a number where nothing was published.
    pub reserves: Vec<f64>,
    /// Overnight reverse repo, $bn.
    pub on_rrp: Vec<f64>,
    /// The Treasury's account, $bn.
    pub tga: Vec<f64>,
    /// SOFR − IORB, bp.
    pub spread: Vec<f64>,
    /// Water level of the model along these weeks, 100 at the start; empty where the table does not
    /// reach the start.
    pub level: Vec<f64>,
}

impl Past {
    /// Weeks before a day, and the model's run along them.
    pub fn new(to: Date, rows: &[&Observation], run: Option<&Backtest>) -> Self {
        let values = |value: fn(&Observation) -> Option<f64>| {
            rows.iter().map(|row| value(row).unwrap_or(f64::NAN)).collect()
        };
        let level = run.map_or_else(Vec::new, |run| {
            let last = run.weeks.last().map_or(f64::NAN, |week| week.level);
            run.weeks.iter().map(|week| week.level / last * 100.0).collect()
        });
        Past {
            weeks: rows.iter().map(|row| f64::from((row.date.days() - to.days()) / 7)).collect(),
            reserves: values(|row| row.reserves),
            on_rrp: values(|row| row.on_rrp),
            tga: values(|row| row.tga),
            spread: values(Observation::spread),
            level,
        }
    }
}

/// What a task has found so far.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// To [`crate::QuestionKind::Analysis`].
    Analysis(Findings),
    /// To [`crate::QuestionKind::Solve`].
    Solve(solve::Solution),
    /// To [`crate::QuestionKind::Books`].
    Books(Ledger),
    /// To [`crate::QuestionKind::Backtest`].
    Backtest(Box<Replay>),
    /// To [`crate::QuestionKind::Start`].
    Start(Box<Start>),
    /// To [`crate::QuestionKind::Past`].
    Past(Box<Past>),
    /// To a day that has no start, and to a backtest on tables of the visitor's own that cannot be used: why, and what to do.
    Refused(String),
}
