//! An answer to the reverse question, as a document: `bathtub solve --json`.

use serde::Serialize;

use crate::parameters::ParameterId;
use crate::run::simulate;
use crate::scenario::Scenario;
use crate::series::Series;
use crate::solve::{Solution, solve};
use crate::{Error, MODEL_VERSION};

/// The value of a lever or coefficient at which a series meets a target, or comes nearest.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SolutionDocument {
    /// Version of the equations and coefficients.
    pub model_version: &'static str,
    /// Date of the balance sheet that the run begins from, ISO 8601.
    pub start: &'static str,
    /// The week in which the target is to be met.
    pub week: usize,
    /// Key of what is sought.
    pub lever: &'static str,
    /// Key of the series that is to meet the target.
    pub series: &'static str,
    /// The target, in the unit of the series.
    pub target: f64,
    /// Whether any value in range meets it.
    pub in_reach: bool,
    /// The value, or the nearest one, in the unit of the lever.
    pub value: f64,
    /// The series with that value.
    pub reached: f64,
}

impl SolutionDocument {
    /// Searches the range of the lever.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run, [`Error::NotANumber`] for a target that is none.
    pub fn new(
        scenario: &Scenario,
        lever: ParameterId,
        series: Series,
        target: f64,
        week: usize,
    ) -> Result<Self, Error> {
        let (in_reach, value, reached) = match solve(scenario, lever, series, target, week)? {
            Solution::At(value) => {
                (true, value, simulate(&scenario.with_clamped(lever, value)).at(week)?[series])
            }
            Solution::OutOfReach { nearest, reached } => (false, nearest, reached),
        };
        Ok(SolutionDocument {
            model_version: MODEL_VERSION,
            start: scenario.start().date,
            week,
            lever: lever.row().key,
            series: series.row().key,
            target,
            in_reach,
            value,
            reached,
        })
    }
}
