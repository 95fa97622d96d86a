//! What a link restores and undo takes back.

use bathtub_model::{DEFAULT_WEEK, ParameterId, Scenario, WEEKS};

use crate::number::rounded;

/// What a link restores: the scenario and the week that is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// What is run.
    pub scenario: Scenario,
    /// The week that read-outs refer to.
    pub week: usize,
}

impl Default for Setting {
    fn default() -> Self {
        Setting { scenario: Scenario::default(), week: DEFAULT_WEEK }
    }
}

impl Setting {
    /// Sets a value as links can carry it: clamped, and to a billionth of its unit.
    #[must_use]
    pub fn with(mut self, id: ParameterId, value: f64) -> Self {
        self.scenario = self.scenario.with_clamped(id, rounded(value));
        self
    }

    /// Looks at a week of the run.
    #[must_use]
    pub fn at_week(mut self, week: usize) -> Self {
        self.week = week.min(WEEKS);
        self
    }
}
