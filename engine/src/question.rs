//! Questions: a setting, and what is asked about it.

use bathtub_model::backtest::{TableFile, Tables};
use bathtub_model::{Date, Error, ParameterId, Scenario, Series, Start};
use serde::{Deserialize, Serialize};

use crate::published;

/// What is asked. Of two questions of one kind the later takes the place of the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// Attribution, the next $100bn, equivalents, swings, bands.
    Analysis,
    /// The value of one lever at which a series meets a target.
    Solve,
    /// Every sector's balance sheet.
    Books,
    /// The model along the published balance sheets.
    Backtest,
    /// The start of a Wednesday of the weekly table.
    Start,
    /// What was published before a start.
    Past,
}

/// A setting, and what is asked about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What is asked.
    pub kind: QuestionKind,
    /// Comes back with the answer; none but the asker reads it.
    #[serde(default)]
    pub id: u32,
    /// Date of the start, `2026-08-19`.
    pub start: String,
    /// Parameters that differ from the start, by key, in the unit of their row.
    #[serde(default)]
    pub settings: Vec<(String, f64)>,
    /// Week that is asked about, 0–104.
    pub week: usize,
    /// The lever to be solved for; empty for other kinds.
    #[serde(default)]
    pub lever: String,
    /// The series that has a target; empty for other kinds.
    #[serde(default)]
    pub series: String,
    /// The target, in the unit of the series.
    #[serde(default)]
    pub target: f64,
    /// The Wednesday from which a backtest runs, `2018-10-17`; empty for the first of the table, and
    /// for other kinds.
    #[serde(default)]
    pub from: String,
    /// What a backtest changes of history, `tga=0` or `runoff=20`; empty for nothing.
    #[serde(default)]
    pub change: String,
    /// Whether the published tables are needed.
    #[serde(default)]
    pub reads_tables: bool,
    /// These tables, put in by whoever runs the engine: the weekly table, then those of bank assets
    /// and of bills, as `data/` has them.
    #[serde(default)]
    pub files: Vec<String>,
    /// Tables of the visitor's own in place of the weekly one; none to read that.
    #[serde(default)]
    pub own: Vec<TableFile>,
}

impl Question {
    /// A question about a scenario in a week.
    pub fn new(kind: QuestionKind, scenario: &Scenario, week: usize) -> Self {
        Question {
            kind,
            id: 0,
            start: scenario.start().date.to_owned(),
            settings: scenario.changed().map(|id| (id.row().key.to_owned(), scenario.get(id))).collect(),
            week,
            lever: String::new(),
            series: String::new(),
            target: 0.0,
            from: String::new(),
            change: String::new(),
            reads_tables: scenario.start().nearest.is_some(),
            files: Vec::new(),
            own: Vec::new(),
        }
    }

    /// The question how the model, with a scenario's coefficients, does along history, and along
    /// the same history with one thing changed.
    pub fn backtest(scenario: &Scenario, from: &str, change: &str) -> Self {
        let question = Question::new(QuestionKind::Backtest, &scenario.coefficients_alone(), 0);
        Question { from: from.to_owned(), change: change.to_owned(), reads_tables: true, ..question }
    }

    /// The question for the start of a Wednesday.
    pub fn start(date: &str) -> Self {
        let question = Question::new(QuestionKind::Start, &Scenario::default(), 0);
        Question { from: date.to_owned(), reads_tables: true, ..question }
    }

    /// The question what was published before a scenario's start.
    pub fn past(scenario: &Scenario) -> Self {
        let question = Question::new(QuestionKind::Past, &scenario.coefficients_alone(), 0);
        Question { from: scenario.start().date.to_owned(), reads_tables: true, ..question }
    }

    /// The question which value of `lever` brings `series` to `target`.
    pub fn solve(scenario: &Scenario, week: usize, lever: ParameterId, series: Series, target: f64) -> Self {
        Question {
            lever: lever.row().key.to_owned(),
            series: series.row().key.to_owned(),
            target,
            ..Question::new(QuestionKind::Solve, scenario, week)
        }
    }

    /// The published tables.
    ///
    /// # Errors
    /// [`Error::BadData`] where they were not put in or are not those that the engine was built with.
    pub fn tables(&self) -> Result<Tables, Error> {
        let missing = |reason: &str| Error::BadData {
            file: String::new(),
            line: 0,
            reason: reason.into(),
            remedy: String::new(),
        };
        let [weekly, banks, bills] = &self.files[..] else {
            return Err(missing("the published tables are missing"));
        };
        let tables = [&weekly[..], banks, bills];
        if !published::are_ours(tables) {
            return Err(missing("the published tables are not those of this version"));
        }
        Tables::from_csv(tables)
    }

    /// The scenario that is asked about.
    ///
    /// # Errors
    /// An unknown date or parameter, a value out of range or not finite.
    pub fn scenario(&self) -> Result<Scenario, Error> {
        let start = Start::from_date(&self.start).or_else(|unknown| match Date::parse(&self.start) {
            Some(day) if self.reads_tables => self.tables()?.published().start(day)?.keep(),
            _ => Err(unknown),
        })?;
        let start = Scenario::new(start);
        let scenario = self
            .settings
            .iter()
            .try_fold(start, |scenario, (key, value)| scenario.with(ParameterId::from_key(key)?, *value))?;
        scenario.check_balance_sheet().map(|()| scenario)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_carries_its_scenario() {
        let scenario = Scenario::default().with(ParameterId::Tga, 312.5).unwrap();
        let question = Question::new(QuestionKind::Analysis, &scenario, 26);
        assert_eq!(question.scenario(), Ok(scenario));
        assert_eq!((question.settings.len(), question.week), (1, 26));
    }

    #[test]
    fn a_backtest_takes_the_coefficients_alone() {
        let scenario = Scenario::default().with(ParameterId::Tga, 300.0).unwrap();
        let scenario = scenario.with(ParameterId::CurveWidth, 3.0).unwrap();
        let question = Question::backtest(&scenario, "2018-10-17", "");
        assert_eq!(question.settings, [("curve_width".to_owned(), 3.0)]);
    }

    #[test]
    fn bad_questions_name_what_is_wrong() {
        let good = Question::new(QuestionKind::Books, &Scenario::default(), 0);
        let with = |key: &str, value| {
            Question { settings: vec![(key.to_owned(), value)], ..good.clone() }.scenario()
        };
        assert!(matches!(with("nonsense", 1.0), Err(Error::UnknownParameter { .. })));
        assert!(matches!(with("tga", 1e9), Err(Error::OutOfRange { key: "tga", .. })));
        assert!(with("tga", f64::NAN).is_err());
        let undated = Question { start: "1999-01-01".into(), ..good };
        assert!(matches!(undated.scenario(), Err(Error::UnknownStart { .. })));
    }
}
