//! The numbers that the picture shows, taken from a run; nothing here knows where they are drawn.

use super::of_week;
use std::ops::Deref;

use bathtub_model::{Run, Series, Snapshot, WEEKS, change_pct};

/// Fall of the market through forced selling from which it is drawn and said, %.
pub const SELLING: f64 = 0.5;

/// Below this much AI funding, $bn a year, there is nothing to share: no pipe carries any, and the
/// headline says so.
pub const NO_FUNDING: f64 = 0.5;
/// Below this much AI spending, $bn a year, which is written as zero, the data centre is dark.
pub const NO_SPENDING: f64 = 0.5;

/// One week of a run beside the same week of the untouched start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SceneView {
    /// The week, as the model has it; funding or spending too small to be written is none.
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
        let shown = written(of_week(run.snapshot(week)));
        let untouched = baseline.rows()[week][Series::Level];
        SceneView { shown, untouched, pinned: false, uncertainty: 0.0 }
    }

    /// The level against the untouched start, %.
    pub fn level_change_pct(&self) -> f64 {
        change_pct(self.readouts.level, self.untouched)
    }
}

/// Sentence, labels and pipes read the same number: what is too small to be written is nothing in
/// all of them.
fn written(mut shown: Snapshot) -> Snapshot {
    if shown.funding_bn < NO_FUNDING {
        shown.flows.from_tank = 0.0;
        shown.flows.from_tub = 0.0;
        (shown.funding_bn, shown.tub_share_pct) = (0.0, 0.0);
    }
    if shown.capex_bn < NO_SPENDING {
        (shown.capex_bn, shown.powered_pct) = (0.0, 0.0);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::scene::SceneMessage;
    use crate::scene::facts::headline;
    use bathtub_model::{PARAMETERS, PRESETS, ParameterId, Scenario, simulate};

    fn seen(levers: &[(ParameterId, f64)], week: usize) -> SceneView {
        let scenario = levers.iter().fold(Scenario::default(), |s, (id, value)| s.with_clamped(*id, *value));
        SceneView::new(&simulate(&scenario), &simulate(&Scenario::default()), week)
    }

    #[test]
    fn a_flow_is_that_of_the_week() {
        let filling = seen(&[(ParameterId::Tga, 700.0)], 13);
        assert!((filling.flows.treasury_takes * 3.0 - 700.0).abs() < 1e-6, "{:?}", filling.flows);
        assert!((filling.tga_bn - 1585.783).abs() < 1e-6);
        assert_eq!(seen(&[(ParameterId::Tga, 700.0)], 52).flows.treasury_takes, 0.0);
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
    fn without_capex_nothing_is_shared_and_no_rack_is_lit() {
        let view = seen(&[(ParameterId::Capex, 0.0)], 104);
        assert_eq!((view.funding_bn, view.capex_bn, view.powered_pct), (0.0, 0.0, 0.0));
        assert_eq!((view.flows.from_tank, view.flows.from_tub, view.tub_share_pct), (0.0, 0.0, 0.0));
    }

    /// At both ends of every lever and in every prepared scenario, in every week.
    #[test]
    fn nothing_flows_to_builders_who_raise_nothing() {
        let levers = PARAMETERS.iter().filter(|row| row.id.is_lever());
        let ends = levers
            .flat_map(|row| [row.min, row.max].map(|end| Scenario::default().with_clamped(row.id, end)));
        let presets = PRESETS.iter().map(|preset| preset.scenario().unwrap());
        let mut found = (0, 0);
        for scenario in ends.chain(presets) {
            let run = simulate(&scenario);
            for week in 0..=WEEKS {
                let view = SceneView::new(&run, &run, week);
                let piped = view.flows.from_tank + view.flows.from_tub;
                // Forced selling is said first.
                let calm = SceneView { shown: Snapshot { forced_fall_pct: 0.0, ..view.shown }, ..view };
                let unfunded = headline::regime(&calm, None) == SceneMessage::NoFunding;
                assert_eq!(unfunded, piped == 0.0, "{scenario:?}, week {week}: {view:?}");
                assert!((piped * 12.0 - view.funding_bn).abs() < 1e-6, "{scenario:?}, week {week}");
                assert!(!unfunded || view.tub_share_pct == 0.0, "{scenario:?}, week {week}");
                let dark = view.capex_bn < NO_SPENDING;
                assert!(!dark || view.powered_pct == 0.0, "{scenario:?}, week {week}");
                found = (found.0 + u32::from(unfunded), found.1 + u32::from(dark));
            }
        }
        assert!(found.0 > 500 && found.1 > 50, "{found:?}");
    }

    #[test]
    fn a_week_beyond_the_run_is_its_last() {
        assert_eq!(seen(&[], 999), seen(&[], WEEKS));
    }
}
