//! The numbers that the picture shows, taken from a run; nothing here knows where they are drawn.

use bathtub_model::{Duck, Reason, Run, Series, Snapshot, Stage, WEEKS, change_pct};

pub use bathtub_model::Flows;

/// One week of a run beside the same week of the untouched start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SceneView {
    /// The week.
    pub week: usize,
    /// Water level, 100 at the reference.
    pub level: f64,
    /// The level that it is compared with: of the untouched start, or of what was pinned.
    pub untouched: f64,
    /// Whether that was pinned.
    pub pinned: bool,
    /// Within how many points of the level the draws lie; zero before they were made.
    pub doubt: f64,
    /// The level at which the stages tight, depleted and crisis began, where they have.
    pub began: [Option<f64>; 3],
    /// How far the shortage has gone, and which measure says so.
    pub stage: Stage,
    /// Which measure sets the stage.
    pub reason: Reason,
    /// SOFR − IORB, bp.
    pub spread_bp: f64,
    /// Dry powder, $bn.
    pub dry_bn: f64,
    /// Overnight reverse repo, $bn.
    pub on_rrp_bn: f64,
    /// The Treasury's account, $bn.
    pub tga_bn: f64,
    /// Reserves of banks, $bn.
    pub reserves_bn: f64,
    /// Flows, $bn a month.
    pub flows: Flows,
    /// Part of the AI funding so far that the tub paid, %; zero where there was none.
    pub tub_share_pct: f64,
    /// Part of the next dollar of AI funding that the tub pays, %.
    pub next_from_tub_pct: f64,
    /// AI funding of the week, $bn a year.
    pub funding_bn: f64,
    /// AI capital spending of the week, $bn a year.
    pub capex_bn: f64,
    /// The part of it that is connected to power, %.
    pub powered_pct: f64,
    /// Market value to be held up against the start, %.
    pub market_value_pct: f64,
    /// Fall of the market through forced selling, %.
    pub forced_fall_pct: f64,
    /// Policy rate against the start, bp.
    pub policy_bp: f64,
    /// Price changes in the order of [`Duck::ALL`], %.
    pub ducks: [f64; Duck::COUNT],
}

impl SceneView {
    /// Looks at a week; one beyond the run is its last.
    pub fn new(run: &Run, baseline: &Run, week: usize) -> Self {
        let week = week.min(WEEKS);
        // A run has every week; `expect` would bring the formats of all errors into the program.
        let Ok(shown) = run.snapshot(week) else { unreachable!() };
        let Snapshot { readouts, .. } = shown;
        SceneView {
            week,
            level: readouts.level,
            untouched: baseline.rows()[week][Series::Level],
            pinned: false,
            doubt: 0.0,
            began: shown.began,
            stage: readouts.stage,
            reason: readouts.reason,
            spread_bp: readouts.spread_bp,
            dry_bn: shown.dry_bn,
            on_rrp_bn: shown.on_rrp_bn,
            tga_bn: shown.tga_bn,
            reserves_bn: shown.reserves_bn,
            flows: shown.flows,
            tub_share_pct: shown.tub_share_pct,
            next_from_tub_pct: shown.next_from_tub_pct,
            funding_bn: shown.funding_bn,
            capex_bn: shown.capex_bn,
            powered_pct: shown.powered_pct,
            market_value_pct: shown.market_value_pct,
            forced_fall_pct: shown.forced_fall_pct,
            policy_bp: shown.policy_bp,
            ducks: shown.ducks,
        }
    }

    /// The level against the untouched start, %.
    pub fn level_change_pct(&self) -> f64 {
        change_pct(self.level, self.untouched)
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
        assert!((view.tga_bn - 1636.406).abs() < 1e-6);
        let view = seen(&[(ParameterId::Runoff, -40.0)], 26);
        assert!((view.flows.purchases - 40.0).abs() < 1e-6, "{:?}", view.flows);
        assert_eq!(view.flows.runoff, 0.0);
    }

    #[test]
    fn an_empty_tank_moves_the_flow_to_the_tub() {
        let full = seen(&[(ParameterId::Capex, 1000.0), (ParameterId::Dry, 3000.0)], 52);
        let empty = seen(&[(ParameterId::Capex, 1000.0), (ParameterId::Dry, 0.0)], 52);
        assert!(full.flows.from_tank > 10.0 * full.flows.from_tub);
        assert!(empty.flows.from_tub > 10.0 * empty.flows.from_tank);
        assert!(empty.next_from_tub_pct > 95.0 && full.next_from_tub_pct < 5.0);
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
