//! Answers.

use bathtub_model::accounts::{Books, Instrument, Sector};
use bathtub_model::analysis::Findings;
use bathtub_model::backtest::{Backtest, BacktestWeek, Pair};
use bathtub_model::solve;

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
}

/// The model along the published balance sheets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replay {
    /// Days from 1970-01-01 to each Wednesday.
    pub days: Vec<f64>,
    /// Reserve balances, $bn.
    pub reserves: Course,
    /// Overnight reverse repo, $bn.
    pub on_rrp: Course,
    /// SOFR − IORB, bp.
    pub spread: Course,
    /// Error of a spread of zero, bp.
    pub zero_spread: Option<f64>,
}

impl Replay {
    /// What a page shows of a backtest.
    pub fn new(found: &Backtest) -> Self {
        let (rmse, none) = (&found.rmse, &found.rmse_no_change);
        let course = |pair: fn(&BacktestWeek) -> Pair, error, no_change| Course {
            model: found.weeks.iter().map(|week| pair(week).model).collect(),
            actual: found.weeks.iter().map(|week| pair(week).actual.unwrap_or(f64::NAN)).collect(),
            error,
            no_change,
        };
        Replay {
            days: found.weeks.iter().map(|week| f64::from(week.date.days())).collect(),
            reserves: course(|week| week.reserves_bn, rmse.reserves_bn, none.reserves_bn),
            on_rrp: course(|week| week.on_rrp_bn, rmse.on_rrp_bn, none.on_rrp_bn),
            spread: course(|week| week.spread_bp, rmse.spread_bp, none.spread_bp),
            zero_spread: found.rmse_zero_spread,
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
    Backtest(Replay),
}
