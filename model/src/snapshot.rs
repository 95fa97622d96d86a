//! One week of a run, as a picture shows it.

use crate::duck::Duck;
use crate::flows::{Flows, per_year};
use crate::run::{Readouts, Run};
use crate::series::Series;
use crate::stage::Stage;
use crate::{Error, math, water};

/// One week of a run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Snapshot {
    /// The week, 0 to [`crate::WEEKS`].
    pub week: usize,
    /// Level, index, stage and spread.
    pub readouts: Readouts,
    /// The level at which the stages tight, depleted and crisis began, where they have.
    pub began: [Option<f64>; 3],
    /// Dry powder, $bn.
    pub dry_bn: f64,
    /// Overnight reverse repo, $bn.
    pub on_rrp_bn: f64,
    /// The Treasury's account, $bn.
    pub tga_bn: f64,
    /// Reserves of banks, $bn.
    pub reserves_bn: f64,
    /// Flows that lead into the week, $bn a month.
    pub flows: Flows,
    /// Part of the AI funding among these flows that the tub pays, %; zero where there is none.
    pub tub_share_pct: f64,
    /// Part of the next dollar of AI funding that the tub pays, %.
    pub next_from_tub_pct: f64,
    /// AI funding among these flows, $bn a year.
    pub funding_bn: f64,
    /// AI capital spending that leads into the week, $bn a year.
    pub capex_bn: f64,
    /// The part of it that is connected to power, %; none of nothing.
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

/// By how much one level (or index) stands above another, %.
pub fn change_pct(now: f64, before: f64) -> f64 {
    (now / before - 1.0) * 100.0
}

/// A part of a whole in per cent; zero of nothing.
fn share_pct(part: f64, whole: f64) -> f64 {
    if whole > 1e-9 { part / whole * 100.0 } else { 0.0 }
}

impl Run {
    /// The first week up to `until` in which the shortage had gone as far as `stage`; none where it
    /// has not.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    pub fn began(&self, stage: Stage, until: usize) -> Result<Option<usize>, Error> {
        self.at(until)?;
        Ok(self.rows()[..=until].iter().position(|row| Stage::from_number(row[Series::Stage]) >= stage))
    }

    /// One week as a picture shows it.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    ///
    /// ```
    /// use bathtub_model::{ParameterId, Scenario, simulate};
    /// let shown = simulate(&Scenario::default().with(ParameterId::Dry, 0.0)?).snapshot(52)?;
    /// assert_eq!(shown.week, 52);
    /// assert!(shown.next_from_tub_pct > 75.0);
    /// # Ok::<(), bathtub_model::Error>(())
    /// ```
    pub fn snapshot(&self, week: usize) -> Result<Snapshot, Error> {
        let row = self.at(week)?;
        let flows = self.flows(week)?;
        let mut began = [None; 3];
        for (level, stage) in began.iter_mut().zip(&Stage::ALL[1..]) {
            *level = self.began(*stage, week)?.map(|first| self.rows()[first][Series::Level]);
        }
        // What is spent goes with what is raised for it.
        let spent = self.leading_into(week)?;
        let capex = spent[Series::Capex];
        Ok(Snapshot {
            week,
            readouts: self.readouts(week)?,
            began,
            dry_bn: row[Series::DryPowder],
            on_rrp_bn: row[Series::OnRrp],
            tga_bn: row[Series::Tga],
            reserves_bn: row[Series::Reserves],
            flows,
            tub_share_pct: share_pct(flows.from_tub, flows.from_tank + flows.from_tub),
            next_from_tub_pct: 100.0 - row[Series::DryShare] * 100.0,
            funding_bn: per_year(flows.from_tank + flows.from_tub),
            capex_bn: capex,
            powered_pct: share_pct(spent[Series::Built], capex),
            market_value_pct: water::market_value_pct(&self.model().p, week as f64),
            forced_fall_pct: 100.0 - math::exp(-row[Series::SpiralLoss]) * 100.0,
            policy_bp: row[Series::PolicyChange],
            ducks: Duck::ALL.map(|duck| row[duck.series()]),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ParameterId, Scenario, WEEKS, simulate};

    fn shown(levers: &[(ParameterId, f64)], week: usize) -> Snapshot {
        let scenario = levers.iter().fold(Scenario::default(), |s, (id, value)| s.with_clamped(*id, *value));
        simulate(&scenario).snapshot(week).unwrap()
    }

    #[test]
    fn without_capex_nothing_is_shared() {
        let shown = shown(&[(ParameterId::Capex, 0.0)], 104);
        assert_eq!((shown.funding_bn, shown.powered_pct, shown.tub_share_pct), (0.0, 0.0, 0.0));
        assert_eq!((share_pct(0.0, 0.0), share_pct(1.0, 4.0)), (0.0, 25.0));
    }

    #[test]
    fn spending_is_that_of_the_week_whose_flows_are_shown() {
        let run = simulate(&Scenario::default().with_clamped(ParameterId::Capex, 1500.0));
        let at = |week: usize| run.snapshot(week).unwrap().capex_bn;
        assert_eq!((at(0), at(13)), (run.rows()[0][Series::Capex], run.rows()[12][Series::Capex]));
        assert!(at(1) < at(13) && at(14) == 1500.0);
    }

    #[test]
    fn power_and_market_value_are_shown_as_they_stand() {
        let levers = [(ParameterId::Capex, 1500.0), (ParameterId::PowerLimit, 750.0)];
        assert_eq!(shown(&levers, 104).powered_pct, 50.0);
        let wider = [(ParameterId::MarketValue, 40.0)];
        assert_eq!([0, 2, 4, 5].map(|week| shown(&wider, week).market_value_pct), [0.0, 20.0, 40.0, 40.0]);
    }

    #[test]
    fn a_stage_has_the_level_at_which_it_began() {
        let run = simulate(&Scenario::default().with_clamped(ParameterId::Tga, 700.0));
        let first = run.began(Stage::Tight, 52).unwrap().expect("a full account drains reserves");
        let shown = run.snapshot(52).unwrap();
        assert_eq!(shown.began[0], Some(run.rows()[first][Series::Level]));
        assert!(run.rows()[..first].iter().all(|row| row[Series::Stage] < 1.0));
        assert_eq!(run.began(Stage::Ample, 52), Ok(Some(0)));
        assert_eq!(run.began(Stage::Crisis, 0), Ok(None));
    }

    #[test]
    fn a_shock_is_a_forced_fall_and_a_change_is_per_cent() {
        let levers = [(ParameterId::Shock, 30.0), (ParameterId::SpiralStrength, 3.0)];
        let shown = shown(&levers, 26);
        assert!(shown.forced_fall_pct > 0.0 && shown.forced_fall_pct < 70.0, "{}", shown.forced_fall_pct);
        assert!((change_pct(101.0, 100.0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_week_beyond_the_run_is_an_error() {
        let run = simulate(&Scenario::default());
        assert_eq!(run.snapshot(WEEKS + 1), Err(Error::UnknownWeek { week: WEEKS + 1 }));
        assert!(run.began(Stage::Tight, WEEKS + 1).is_err());
    }
}
