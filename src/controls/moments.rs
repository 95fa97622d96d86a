//! The weeks of a run in which something begins or ends.

use bathtub_model::{ParameterId, Run, Stage, WEEKS, shapes};

/// How many are offered: more would not find room beside one another.
const MOST: usize = 6;

/// What happens in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A shock, a break of vendor finance, a slowdown or a drop in demand.
    Shock,
    /// The shortage first goes as far as a stage.
    Begins(Stage),
    /// The Fed begins to help.
    Help,
    /// A year is over: read-outs refer to it unless another week is asked for.
    Year,
    /// Runoff or purchases end before the run does.
    FedStops,
    /// What is phased in over a quarter has come.
    Phased,
}

/// A week in which something happens, with all that happens in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The week.
    pub week: usize,
    /// The weightiest first.
    pub happenings: Vec<Happening>,
}

/// The weeks of a run worth going to, in order. Where there are too many, those that every run has
/// give way.
pub fn moments(run: &Run) -> Vec<Moment> {
    use ParameterId as P;
    let scenario = run.scenario();
    let set = |id| scenario.get(id) != 0.0;
    let week_of = |id| scenario.get(id).ceil() as usize;
    let shock = week_of(P::ShockWeek);
    let shocked = [P::Shock, P::CircularBreak, P::EarningsSlowdown, P::DemandDrop].into_iter().any(set);
    let help = (scenario.get(P::ShockWeek) + scenario.get(P::ResponseDelay)).ceil() as usize;
    let begins = Stage::ALL[1..].iter().map(|stage| {
        let began = run.began(*stage, WEEKS).ok().flatten();
        // Where the run begins in a stage, none begins.
        (began.filter(|week| *week > 0), Happening::Begins(*stage))
    });
    let found = [(shocked.then_some(shock), Happening::Shock)].into_iter().chain(begins).chain([
        (set(P::Response).then_some(help), Happening::Help),
        (Some(shapes::YEAR as usize), Happening::Year),
        (set(P::Runoff).then_some(week_of(P::RunoffWeeks)).filter(|week| *week < WEEKS), Happening::FedStops),
        (Some(shapes::QUARTER as usize), Happening::Phased),
    ]);
    let mut all: Vec<Moment> = Vec::new();
    for (week, happening) in found {
        let Some(week) = week.filter(|week| *week <= WEEKS) else { continue };
        match all.iter().position(|moment| moment.week == week) {
            Some(at) => all[at].happenings.push(happening),
            None if all.len() < MOST => all.push(Moment { week, happenings: vec![happening] }),
            None => {}
        }
    }
    all.sort_by_key(|moment| moment.week);
    all
}

#[cfg(test)]
mod tests {
    use bathtub_model::{PRESETS, Scenario, simulate};

    use super::*;

    fn found(levers: &[(ParameterId, f64)]) -> Vec<Moment> {
        moments(&simulate(
            &levers.iter().fold(Scenario::default(), |s, (id, value)| s.with_clamped(*id, *value)),
        ))
    }

    fn week(all: &[Moment], happening: Happening) -> Option<usize> {
        all.iter().find(|moment| moment.happenings.contains(&happening)).map(|moment| moment.week)
    }

    #[test]
    fn a_shock_help_and_the_end_of_runoff_have_their_weeks() {
        use ParameterId as P;
        let none = found(&[(P::ShockWeek, 20.0)]);
        assert_eq!(week(&none, Happening::Shock), None, "no shock is set");
        assert_eq!((week(&none, Happening::Phased), week(&none, Happening::Year)), (Some(13), Some(52)));
        let all =
            found(&[(P::Shock, 20.0), (P::ShockWeek, 20.0), (P::Response, 1000.0), (P::ResponseDelay, 3.0)]);
        assert_eq!((week(&all, Happening::Shock), week(&all, Happening::Help)), (Some(20), Some(23)));
        let stops = found(&[(P::Runoff, 85.0), (P::RunoffWeeks, 30.0)]);
        assert_eq!(week(&stops, Happening::FedStops), Some(30));
        assert_eq!(week(&found(&[(P::Runoff, 85.0)]), Happening::FedStops), None, "it goes on to the end");
    }

    #[test]
    fn a_stage_begins_where_the_run_says() {
        let run = simulate(&Scenario::default().with_clamped(ParameterId::Tga, 700.0));
        let all = moments(&run);
        for stage in &Stage::ALL[1..] {
            let began = run.began(*stage, WEEKS).unwrap().filter(|week| *week > 0);
            assert_eq!(week(&all, Happening::Begins(*stage)), began, "{stage:?}");
        }
    }

    #[test]
    fn there_are_never_too_many_and_each_week_is_there_once() {
        for preset in &PRESETS {
            let all = moments(&simulate(&preset.scenario().unwrap()));
            assert!((2..=MOST).contains(&all.len()), "{}: {all:?}", preset.key);
            assert!(all.windows(2).all(|pair| pair[0].week < pair[1].week), "{}: {all:?}", preset.key);
        }
    }
}
