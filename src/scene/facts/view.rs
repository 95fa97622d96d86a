//! The numbers that the picture shows, taken from a run; nothing here knows where they are drawn.

use std::ops::Deref;

use bathtub_model::{Run, Series, Snapshot, WEEKS, change_pct};

/// Fall of the market through forced selling from which it is drawn and said, %.
pub const SELLING: f64 = 0.5;

/// One week of a run beside the same week of the untouched start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SceneView {
    /// The week, as the model has it.
    pub shown: Snapshot,
    /// The level that it is compared with: of the untouched start, or of what was pinned.
    pub untouched: f64,
    /// Whether that was pinned.
    pub pinned: bool,
    /// Within how many points of the level the draws lie; zero before they were made.
    pub uncertainty: f64,
}

impl Deref for SceneView {
    type Target = Snapshot;

    fn deref(&self) -> &Snapshot {
        &self.shown
    }
}

impl SceneView {
    /// Looks at a week; one beyond the run is its last.
    pub fn new(run: &Run, baseline: &Run, week: usize) -> Self {
        let week = week.min(WEEKS);
        let shown = run.snapshot(week).expect("a run has every week");
        let untouched = baseline.rows()[week][Series::Level];
        SceneView { shown, untouched, pinned: false, uncertainty: 0.0 }
    }

    /// The level against the untouched start, %.
    pub fn level_change_pct(&self) -> f64 {
        change_pct(self.readouts.level, self.untouched)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bathtub_model::{ParameterId, Scenario, simulate};

    fn seen(levers: &[(ParameterId, f64)], week: usize) -> SceneView {
        let scenario = levers.iter().fold(Scenario::default(), |s, (id, value)| s.with_clamped(*id, *value));
        SceneView::new(&simulate(&scenario), &simulate(&Scenario::default()), week)
    }

    #[test]
    fn a_flow_times_the_months_is_what_has_moved() {
        let view = seen(&[(ParameterId::Tga, 700.0)], 52);
        assert!((view.flows.treasury_takes * 12.0 - 700.0).abs() < 1e-6, "{:?}", view.flows);
        assert!((view.tga_bn - 1585.783).abs() < 1e-6);
        let view = seen(&[(ParameterId::Runoff, -40.0)], 26);
        assert!((view.flows.purchases - 40.0).abs() < 1e-6, "{:?}", view.flows);
        assert_eq!(view.flows.runoff, 0.0);
    }

    #[test]
    fn an_empty_tank_moves_the_flow_to_the_tub() {
        let full = seen(&[(ParameterId::Capex, 1000.0), (ParameterId::Dry, 3000.0)], 52);
        let empty = seen(&[(ParameterId::Capex, 1000.0), (ParameterId::Dry, 0.0)], 52);
        assert!(full.flows.from_tank > 10.0 * full.flows.from_tub);
        // New saving fills an empty tank a little.
        assert!(empty.flows.from_tub > 4.0 * empty.flows.from_tank);
        assert!(empty.next_from_tub_pct > 75.0 && full.next_from_tub_pct < 5.0);
    }

    #[test]
    fn without_capex_nothing_is_shared() {
        let view = seen(&[(ParameterId::Capex, 0.0)], 104);
        assert_eq!((view.funding_bn, view.powered_pct), (0.0, 100.0));
    }

    #[test]
    fn a_week_beyond_the_run_is_its_last() {
        assert_eq!(seen(&[], 999), seen(&[], WEEKS));
    }
}
