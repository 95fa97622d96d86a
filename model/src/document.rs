//! Results as documents: what the command prints as JSON, what the module gives to JavaScript, and
//! what the page saves.
//!
//! Objects have their keys in the order of the tables of parameters, series and ducks.

mod attribution;
mod backtest;
mod books;
mod run;
mod solution;
mod tables;

use serde::ser::{Serialize, Serializer};

use crate::unit::Unit;

pub use attribution::{
    AttributionDocument, EquivalentsEntry, MarginalEntry, Pair, ShareEntry, SwingEntry, TankBand,
};
pub use backtest::{BacktestDocument, BacktestQuestion};
pub use books::BooksDocument;
pub use run::{Bands, DuckEntry, RUN_SCHEMA, RunDocument, WeekReadouts};
pub use solution::SolutionDocument;
pub use tables::{
    ParameterEntry, ScenarioEntry, SeriesEntry, StartEntry, parameters, scenarios, series, starts,
};

/// Values by key, in a fixed order: an object in JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct ByKey<T>(Vec<(&'static str, T)>);

impl<T> Default for ByKey<T> {
    fn default() -> Self {
        ByKey(Vec::new())
    }
}

impl<T> Extend<(&'static str, T)> for ByKey<T> {
    fn extend<I: IntoIterator<Item = (&'static str, T)>>(&mut self, rows: I) {
        self.0.extend(rows);
    }
}

impl<T> ByKey<T> {
    /// Every key with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &T)> {
        self.0.iter().map(|(key, value)| (*key, value))
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.iter().find(|row| row.0 == key).map(|row| row.1)
    }
}

impl<T> FromIterator<(&'static str, T)> for ByKey<T> {
    fn from_iter<I: IntoIterator<Item = (&'static str, T)>>(rows: I) -> Self {
        ByKey(rows.into_iter().collect())
    }
}

impl<T: Serialize> Serialize for ByKey<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// A zero without a sign: programs differ in how they write the other one.
fn one_zero(value: f64) -> f64 {
    value + 0.0
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
