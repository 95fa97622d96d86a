//! Everything heavier than one run, as one job that advances in slices.
//!
//! A worker lets it run to the end; a page without one gives it a few
//! milliseconds between frames. When the scenario changes, the old job is
//! dropped and a new one begun: the latest wins. What is cheap and most asked
//! for comes first, the band is refined last.

use std::ops::Range;

use crate::Error;
use crate::attribution::{Attribution, AttributionJob};
use crate::duck::Duck;
use crate::ensemble::{Band, Ensemble, LANES, REFINEMENTS, Swing, TornadoJob};
use crate::scenario::Scenario;
use crate::series::Series;
use crate::solve::{Equivalents, EquivalentsJob, Marginal, MarginalJob};

/// Series of the picture's instruments whose bands an analysis keeps.
const INSTRUMENTS: [Series; 7] = [
    Series::Level,
    Series::Index,
    Series::Spread,
    Series::Reserves,
    Series::DryPowder,
    Series::Scarcity,
    Series::TenYearChange,
];

/// Series for which an analysis keeps a band: the instruments', then every duck's.
pub const BANDS: [Series; INSTRUMENTS.len() + Duck::COUNT] = {
    let mut bands = [Series::Level; INSTRUMENTS.len() + Duck::COUNT];
    let mut i = 0;
    while i < bands.len() {
        bands[i] = match i.checked_sub(INSTRUMENTS.len()) {
            Some(duck) => Duck::ALL[duck].series(),
            None => INSTRUMENTS[i],
        };
        i += 1;
    }
    bands
};

/// What the attribution explains, in this order.
pub const TARGETS: [Series; 2] = [Series::Level, Series::Index];

/// A series with its band, week 0 first.
pub type SeriesBand = (Series, Vec<Band>);

/// Results as far as they have come; none where still to come.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// What the next $100bn of AI capex does.
    pub marginal: Option<Marginal>,
    /// What moved level and index.
    pub attribution: Option<Attribution>,
    /// The move in runoff and in hikes.
    pub equivalents: Option<Equivalents>,
    /// Which assumption matters most to the level.
    pub tornado: Option<Vec<Swing>>,
    /// Bands of [`BANDS`].
    pub bands: Vec<SeriesBand>,
    /// The level's band with the tank drawn too.
    pub tank_band: Vec<Band>,
    /// Draws behind the bands; the last of [`REFINEMENTS`] when all are in.
    pub draws: usize,
}

impl Findings {
    /// Whether there is an answer to every question, if only a first one.
    pub fn is_complete(&self) -> bool {
        self.tornado.is_some() && self.equivalents.is_some() && self.draws > 0
    }
}

/// The job of one scenario and week.
#[derive(Clone, Debug)]
pub struct Analysis {
    scenario: Scenario,
    week: usize,
    marginal: MarginalJob,
    attribution: AttributionJob,
    equivalents: EquivalentsJob,
    tornado: TornadoJob,
    ensemble: Ensemble,
    with_tank: Ensemble,
    /// Bands of a refinement, as far as they have been drawn.
    drawn: Vec<SeriesBand>,
    findings: Findings,
    /// Whether draws were left to helpers.
    lent: bool,
}

impl Analysis {
    /// A job that has not begun; it takes two runs to set up.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond a run.
    pub fn new(scenario: &Scenario, week: usize) -> Result<Self, Error> {
        Ok(Analysis {
            scenario: *scenario,
            week,
            marginal: MarginalJob::new(scenario),
            attribution: AttributionJob::new(scenario, &TARGETS, week)?,
            equivalents: EquivalentsJob::new(scenario, week)?,
            ensemble: Ensemble::new(scenario, &BANDS, REFINEMENTS[REFINEMENTS.len() - 1]),
            with_tank: Ensemble::with_tank(scenario, &[Series::Level], REFINEMENTS[REFINEMENTS.len() - 1]),
            tornado: TornadoJob::new(scenario, Series::Level, week),
            drawn: Vec::with_capacity(BANDS.len()),
            findings: Findings::default(),
            lent: false,
        })
    }

    /// The scenario that is analysed.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The week that is analysed.
    pub fn week(&self) -> usize {
        self.week
    }

    /// What has been found so far.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// Does a little more, about as much as ten runs; `false` when all is done.
    pub fn advance(&mut self) -> bool {
        let findings = &mut self.findings;
        if findings.marginal.is_none() {
            if !self.marginal.advance() {
                findings.marginal = self.marginal.result();
            }
        } else if findings.attribution.is_none() {
            if !self.attribution.advance() {
                findings.attribution = self.attribution.result();
            }
        } else if findings.draws == 0 || findings.equivalents.is_some() && findings.tornado.is_some() {
            return self.refine();
        } else if findings.equivalents.is_none() {
            if !self.equivalents.advance() {
                findings.equivalents = Some(self.equivalents.result());
            }
        } else if !self.tornado.advance() {
            findings.tornado = Some(self.tornado.result());
        }
        true
    }

    /// Leaves draws to as many helpers, once the first look has been taken; the ranges to be run by
    /// [`Analysis::portion`], one for each helper, or none when it is too early or done before.
    pub fn lend(&mut self, helpers: usize) -> Vec<Range<usize>> {
        let [first, .., last] = REFINEMENTS;
        if helpers == 0 || self.lent || !self.findings.is_complete() || self.findings.draws != first {
            return Vec::new();
        }
        self.lent = true;
        let batches = (last - first) / LANES;
        let end = |part: usize| first + batches * part / (helpers + 1) * LANES;
        let ranges: Vec<Range<usize>> = (1..=helpers).map(|part| end(part)..end(part + 1)).collect();
        for range in &ranges {
            self.ensemble.lend(range.clone());
            self.with_tank.lend(range.clone());
        }
        ranges
    }

    /// What a helper gives back for a range of draws.
    pub fn portion(scenario: &Scenario, draws: Range<usize>) -> Vec<f32> {
        let run = |mut ensemble: Ensemble| {
            ensemble.finish();
            ensemble.values().to_vec()
        };
        let mut values = run(Ensemble::portion(scenario, &BANDS, draws.clone()));
        values.extend(run(Ensemble::portion(scenario, &[Series::Level], draws).and_tank()));
        values
    }

    /// Takes in what a helper gave; `false` where it is not of these draws.
    pub fn place(&mut self, draws: Range<usize>, values: &[f32]) -> bool {
        let split = values.len() / (BANDS.len() + 1) * BANDS.len();
        let (bands, tank) = values.split_at(split);
        self.ensemble.place(draws.clone(), bands) && self.with_tank.place(draws, tank)
    }

    /// Runs draws here that a helper failed to run.
    pub fn take_back(&mut self, draws: Range<usize>) {
        self.ensemble.take_back(draws.clone());
        self.with_tank.take_back(draws);
    }

    /// Whether there is nothing to do until a helper answers.
    pub fn waits(&self) -> bool {
        let done = self.ensemble.done();
        let refined = !REFINEMENTS.contains(&done) || self.findings.draws == done;
        self.findings.is_complete() && refined && self.ensemble.waits()
    }

    /// Another batch of the ensemble, or at a refinement the band of another series.
    fn refine(&mut self) -> bool {
        let done = self.ensemble.done();
        if !REFINEMENTS.contains(&done) || self.findings.draws == done {
            self.with_tank.advance();
            // While others work the job is not done.
            return self.ensemble.advance() || self.ensemble.waits();
        }
        match BANDS.get(self.drawn.len()) {
            Some(series) => self.drawn.push((*series, self.ensemble.band(*series).unwrap_or_default())),
            None => {
                self.findings.bands = std::mem::take(&mut self.drawn);
                self.findings.tank_band = self.with_tank.band(Series::Level).unwrap_or_default();
                self.findings.draws = done;
                // The last bands are the end: whoever takes them is told so with them.
                return done < self.ensemble.draws();
            }
        }
        true
    }

    /// Advances until `now`, a clock in milliseconds, has moved on by `budget_ms`;
    /// `false` when all is done.
    pub fn advance_for(&mut self, budget_ms: f64, now: impl Fn() -> f64) -> bool {
        let until = now() + budget_ms;
        while self.advance() {
            if now() >= until || self.waits() {
                return true;
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ParameterId;
    use std::cell::Cell;

    #[test]
    fn a_job_in_slices_finds_what_it_finds_at_once() {
        let scenario = Scenario::default().with_clamped(ParameterId::Tga, 500.0);
        let mut at_once = Analysis::new(&scenario, 52).unwrap();
        while at_once.advance() {}
        let (clock, mut slices) = (Cell::new(0.0), 0);
        let mut in_slices = Analysis::new(&scenario, 52).unwrap();
        let tick = || {
            clock.set(clock.get() + 1.0);
            clock.get()
        };
        while in_slices.advance_for(3.0, tick) {
            slices += 1;
        }
        assert!(slices > 50, "{slices}");
        assert_eq!(in_slices.findings(), at_once.findings());
        let found = at_once.findings();
        assert_eq!(found.draws, 1024);
        assert_eq!(found.bands.len(), BANDS.len());
        assert!(found.marginal.is_some() && found.equivalents.is_some());
        assert_eq!(found.attribution.as_ref().unwrap().shares.len(), 1);
        assert!(!found.tornado.as_ref().unwrap().is_empty());
    }

    #[test]
    fn helpers_change_no_bit_and_may_fail() {
        let scenario = Scenario::default().with_clamped(ParameterId::Capex, 900.0);
        let mut alone = Analysis::new(&scenario, 52).unwrap();
        while alone.advance() {}
        for helpers in [1, 2, 3] {
            let mut shared = Analysis::new(&scenario, 52).unwrap();
            let (mut ranges, mut looks) = (Vec::new(), Vec::new());
            while shared.advance() {
                let draws = shared.findings().draws;
                if looks.last() != Some(&draws) {
                    looks.push(draws);
                }
                ranges.extend(shared.lend(helpers));
                if shared.waits() {
                    // The last of several helpers never answers.
                    let range = ranges.remove(0);
                    if helpers > 1 && ranges.is_empty() {
                        shared.take_back(range);
                    } else {
                        assert!(shared.place(range.clone(), &Analysis::portion(&scenario, range)));
                    }
                }
            }
            assert!(ranges.is_empty() && looks.contains(&64), "{looks:?}");
            assert_eq!(shared.findings(), alone.findings(), "{helpers} helpers");
        }
    }

    #[test]
    fn a_week_beyond_the_run_is_refused() {
        assert!(Analysis::new(&Scenario::default(), 105).is_err());
    }
}
