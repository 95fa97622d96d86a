//! A backtest as a document: `bathtub backtest --json`. Its weeks are written one by one.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::ByKey;
use crate::backtest::{
    Amounts, Backtest, BacktestWeek, Changes, Pair, Published, PublishedWeeks, Rmse, TABLES, TableFile,
    backtest,
};
use crate::duck::Duck;
use crate::scenario::Scenario;
use crate::{Date, Error, MODEL_VERSION};

/// What is asked of a backtest.
#[derive(Clone, Debug, Default)]
pub struct BacktestQuestion {
    /// The coefficients; published data stand for the levers.
    pub coefficients: Scenario,
    /// What would have been different.
    pub changes: Changes,
    /// First day; none for the first of the data.
    pub start: Option<Date>,
    /// Last day; none for the last of the data.
    pub end: Option<Date>,
    /// Tables in place of the published weekly one; none to take that.
    pub tables: Vec<TableFile>,
}

/// The model along published balance sheets, and along the same with one thing changed.
#[derive(Clone, Debug)]
pub struct BacktestDocument {
    /// As published.
    pub found: Backtest,
    /// With the change, where there is one.
    pub changed: Option<Backtest>,
}

impl BacktestDocument {
    /// Runs the model along the data.
    ///
    /// # Errors
    /// [`Error::BadData`] for tables that cannot be used, [`Error::OutsideData`] for days outside them.
    pub fn new(asked: &BacktestQuestion) -> Result<Self, Error> {
        let [weekly, banks, bills] = TABLES;
        let weeks = match &asked.tables[..] {
            [] => PublishedWeeks::from_csv(weekly)?,
            files => PublishedWeeks::from_files(files)?,
        };
        let rows = weeks.rows();
        let (first, last) = (rows[0].date, rows[rows.len() - 1].date);
        let (start, end) = (asked.start.unwrap_or(first), asked.end.unwrap_or(last));
        for (name, day) in [("start", start), ("end", end)] {
            if day < first || day > last {
                return Err(Error::OutsideData { name, day, first, last });
            }
        }
        let (banks, bills) = (Amounts::bank_assets(banks)?, Amounts::bills(bills)?);
        let published = Published { weeks: &weeks, banks: &banks, bills: &bills };
        let along = |changes: &Changes| backtest(&published, &asked.coefficients, changes, start, end);
        Ok(BacktestDocument {
            found: along(&Changes::default())?,
            changed: (asked.changes != Changes::default()).then(|| along(&asked.changes)).transpose()?,
        })
    }
}

#[derive(Serialize)]
struct PairEntry {
    model: f64,
    actual: Option<f64>,
}

impl From<&Pair> for PairEntry {
    fn from(pair: &Pair) -> Self {
        PairEntry { model: pair.model, actual: pair.actual }
    }
}

#[derive(Serialize)]
struct WeekEntry {
    date: String,
    reserves_bn: PairEntry,
    on_rrp_bn: PairEntry,
    spread_bp: PairEntry,
    level: f64,
    ducks: ByKey<f64>,
}

impl From<&BacktestWeek> for WeekEntry {
    fn from(week: &BacktestWeek) -> Self {
        WeekEntry {
            date: week.date.to_string(),
            reserves_bn: (&week.reserves_bn).into(),
            on_rrp_bn: (&week.on_rrp_bn).into(),
            spread_bp: (&week.spread_bp).into(),
            level: week.level,
            ducks: Duck::ALL.map(Duck::key).into_iter().zip(week.ducks).collect(),
        }
    }
}

#[derive(Serialize)]
struct ErrorsEntry {
    reserves_bn: Option<f64>,
    on_rrp_bn: Option<f64>,
    spread_bp: Option<f64>,
}

impl From<&Rmse> for ErrorsEntry {
    fn from(errors: &Rmse) -> Self {
        ErrorsEntry {
            reserves_bn: errors.reserves_bn,
            on_rrp_bn: errors.on_rrp_bn,
            spread_bp: errors.spread_bp,
        }
    }
}

struct Weeks<'a>(&'a Backtest);

impl Serialize for Weeks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.weeks.iter().map(WeekEntry::from))
    }
}

impl Serialize for BacktestDocument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let BacktestDocument { found, changed } = self;
        let first = &found.rmse_rrp_first;
        let first: ByKey<Option<f64>> =
            [("reserves_bn", first.reserves_bn), ("on_rrp_bn", first.on_rrp_bn)].into_iter().collect();
        let zero: ByKey<Option<f64>> = [("spread_bp", found.rmse_zero_spread)].into_iter().collect();
        let mut fields = serializer.serialize_map(None)?;
        fields.serialize_entry("model_version", MODEL_VERSION)?;
        fields.serialize_entry("weeks", &Weeks(found))?;
        fields.serialize_entry("changed_weeks", &changed.as_ref().map(Weeks))?;
        fields.serialize_entry("rmse", &ErrorsEntry::from(&found.rmse))?;
        fields.serialize_entry("rmse_no_change", &ErrorsEntry::from(&found.rmse_no_change))?;
        fields.serialize_entry("rmse_rrp_first", &first)?;
        fields.serialize_entry("rmse_zero_spread", &zero)?;
        fields.end()
    }
}
