//! What a link restores and undo takes back.

use bathtub_model::{DEFAULT_WEEK, Error, ParameterId, Preset, Scenario, WEEKS};

use crate::number::rounded;

/// What a link restores: the scenario and the week that is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// What is run.
    pub scenario: Scenario,
    /// The week that read-outs refer to.
    pub week: usize,
    /// Key of the prepared scenario that it began as: a label, the values are the scenario's own.
    pub preset: Option<&'static str>,
    /// What it is compared with; by default the same start with nothing changed.
    pub pinned: Option<Scenario>,
    /// Whether two tubs are shown side by side.
    pub two: bool,
}

impl Default for Setting {
    fn default() -> Self {
        Setting::new(Scenario::default())
    }
}

impl Setting {
    /// A scenario at the usual week.
    pub const fn new(scenario: Scenario) -> Self {
        Setting { scenario, week: DEFAULT_WEEK, preset: None, pinned: None, two: false }
    }

    /// A prepared scenario at the week in which it happens.
    ///
    /// # Errors
    /// None for one of [`bathtub_model::PRESETS`].
    pub fn of(preset: &'static Preset) -> Result<Self, Error> {
        let scenario = preset.scenario()?;
        Ok(Setting { week: preset.week, preset: Some(preset.key), ..Setting::new(scenario) })
    }

    /// The prepared scenario that it began as, and whether it still is that one.
    pub fn began_as(&self) -> Option<(&'static Preset, bool)> {
        let preset = Preset::from_key(self.preset?)?;
        Some((preset, preset.scenario().is_ok_and(|scenario| scenario == self.scenario)))
    }

    /// What it is compared with.
    pub fn baseline(&self) -> Scenario {
        self.pinned.unwrap_or_else(|| Scenario::new(self.scenario.start()))
    }

    /// What the second of two tubs shows: what is pinned or, without a pin, the same spending with the
    /// tank at its other end.
    pub fn beside(&self) -> Scenario {
        self.pinned.unwrap_or_else(|| {
            let row = ParameterId::Dry.row();
            let dry = if self.scenario.get(row.id) > row.min { row.min } else { row.max };
            self.scenario.with_clamped(row.id, dry)
        })
    }

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
