//! Every sector's balance sheet, as a document: `bathtub books --json`.

use serde::Serialize;

use super::ByKey;
use crate::accounts::{Instrument, Sector};
use crate::run::simulate;
use crate::scenario::Scenario;
use crate::{Error, MODEL_VERSION};

/// Who holds and who owes what at the end of a week.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BooksDocument {
    /// Version of the equations and coefficients.
    pub model_version: &'static str,
    /// Date of the balance sheet that the run begins from, ISO 8601.
    pub start: &'static str,
    /// The week.
    pub week: usize,
    /// By instrument, then by sector, $bn; what is owed is negative.
    pub positions_bn: ByKey<ByKey<f64>>,
    /// The largest sum of a row, which should be zero but for rounding, $bn.
    pub imbalance: f64,
}

impl BooksDocument {
    /// The books of a scenario at the end of a week.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    pub fn new(scenario: &Scenario, week: usize) -> Result<Self, Error> {
        let sheet = simulate(scenario).books(week)?.closing;
        let row = |instrument: &Instrument| {
            let of = |sector: &Sector| (sector.key(), sheet.position(*sector, *instrument));
            (instrument.key(), Sector::ALL.iter().map(of).collect())
        };
        Ok(BooksDocument {
            model_version: MODEL_VERSION,
            start: scenario.start().date,
            week,
            positions_bn: Instrument::ALL.iter().map(row).collect(),
            imbalance: sheet.imbalance(),
        })
    }
}
