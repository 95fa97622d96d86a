//! The reverse question, marginal effects and equivalents.

use crate::Error;
use crate::ensemble::{LANES, each};
use crate::parameters::ParameterId;
use crate::run::{DEFAULT_WEEK, WEEKS, simulate};
use crate::scenario::Scenario;
use crate::series::Series;
use crate::snapshot::change_pct;

/// What a search for a setting found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answer {
    /// The lever's value at which the target is met; of several, the nearest to
    /// where the lever stands.
    At(f64),
    /// No value in range meets it.
    None {
        /// The lever's value that comes nearest.
        nearest: f64,
        /// The series there.
        reached: f64,
    },
}

/// Points at which a lever's range is looked at before a crossing is narrowed down.
const GRID: usize = 33;

/// A search for the value of one lever at which a series reaches a target in a
/// week, in slices.
///
/// The range is scanned on an even grid, so that a target met only between two
/// neighbouring points, by a dip narrower than a thirty-second of the range, is
/// missed. The answer meets the target within 1e-9 of the series' size, or as
/// near as the lever's own digits allow.
#[derive(Clone, Debug)]
pub struct Search {
    scenario: Scenario,
    lever: ParameterId,
    series: Series,
    target: f64,
    week: usize,
    points: Vec<f64>,
    misses: Vec<f64>,
    /// Intervals with a change of sign, still to be narrowed down.
    brackets: Vec<Bracket>,
    found: Option<f64>,
}

/// An interval over whose ends the miss changes sign.
#[derive(Clone, Copy, Debug)]
struct Bracket {
    low: f64,
    high: f64,
    low_miss: f64,
}

impl Search {
    /// A search that has not begun.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond a run; [`Error::NotANumber`] for a target that
    /// is not finite.
    pub fn new(
        scenario: &Scenario,
        lever: ParameterId,
        series: Series,
        target: f64,
        week: usize,
    ) -> Result<Self, Error> {
        if week > WEEKS {
            return Err(Error::UnknownWeek { week });
        }
        if !target.is_finite() {
            return Err(Error::NotANumber { key: series.row().key.into(), text: target.to_string() });
        }
        let row = lever.row();
        let point = |i: usize| row.min + (row.max - row.min) * i as f64 / (GRID - 1) as f64;
        let mut points: Vec<f64> = (0..GRID).map(point).collect();
        points.push(scenario.get(lever));
        points.sort_by(f64::total_cmp);
        points.dedup();
        let (misses, brackets) = (Vec::with_capacity(points.len()), Vec::new());
        Ok(Search { scenario: *scenario, lever, series, target, week, points, misses, brackets, found: None })
    }

    fn miss(&self, points: &[f64]) -> Vec<f64> {
        let at: Vec<Scenario> = points.iter().map(|p| self.scenario.with_clamped(self.lever, *p)).collect();
        each(&at, &[self.series], self.week).iter().map(|found| found[0] - self.target).collect()
    }

    /// Runs one batch more; `false` when the answer stands.
    pub fn advance(&mut self) -> bool {
        if self.misses.len() < self.points.len() {
            let from = self.misses.len();
            let until = (from + LANES).min(self.points.len());
            let found = self.miss(&self.points[from..until]);
            self.misses.extend(found);
            if self.misses.len() == self.points.len() {
                self.bracket();
            }
            return true;
        }
        let Some(bracket) = self.brackets.pop() else { return false };
        self.narrow(bracket);
        true
    }

    fn current(&self) -> f64 {
        self.scenario.get(self.lever)
    }

    /// Keeps a value that meets the target if it is nearer to the lever than the last.
    fn keep(&mut self, value: f64) {
        let distance = |v: f64| (v - self.current()).abs();
        if self.found.is_none_or(|other| distance(value) < distance(other)) {
            self.found = Some(value);
        }
    }

    /// The intervals next to the lever, one on each side, hold the nearest answer.
    fn bracket(&mut self) {
        let (mut below, mut above) = (None, None);
        for i in 0..self.points.len() {
            if self.misses[i] == 0.0 {
                self.keep(self.points[i]);
            }
            if i > 0 && self.misses[i - 1] * self.misses[i] < 0.0 {
                let (low, high) = (self.points[i - 1], self.points[i]);
                let bracket = Bracket { low, high, low_miss: self.misses[i - 1] };
                if high <= self.current() {
                    below = Some(bracket);
                } else if above.is_none() {
                    above = Some(bracket);
                }
            }
        }
        self.brackets.extend(below.into_iter().chain(above));
    }

    /// Cuts an interval into as many parts as there are lanes and one.
    fn narrow(&mut self, bracket: Bracket) {
        let Bracket { low, high, low_miss } = bracket;
        let inner: [f64; LANES] =
            std::array::from_fn(|i| low + (high - low) * (i + 1) as f64 / (LANES + 1) as f64);
        let misses = self.miss(&inner);
        let close = 1e-9 * (1.0 + self.target.abs());
        let best = (0..LANES).min_by(|a, b| misses[*a].abs().total_cmp(&misses[*b].abs())).unwrap_or(0);
        if misses[best].abs() < close || inner[0] <= low || inner[LANES - 1] >= high {
            self.keep(inner[best]);
            return;
        }
        let first = misses.iter().position(|miss| miss * low_miss <= 0.0);
        let next = match first {
            Some(0) => Bracket { low, high: inner[0], low_miss },
            Some(i) => Bracket { low: inner[i - 1], high: inner[i], low_miss },
            None => Bracket { low: inner[LANES - 1], high, low_miss },
        };
        self.brackets.push(next);
    }

    /// The answer, once [`Search::advance`] has returned `false`.
    pub fn answer(&self) -> Answer {
        if let Some(value) = self.found {
            return Answer::At(value);
        }
        let nearest =
            (0..self.misses.len()).min_by(|a, b| self.misses[*a].abs().total_cmp(&self.misses[*b].abs()));
        match nearest {
            Some(i) => Answer::None { nearest: self.points[i], reached: self.misses[i] + self.target },
            None => Answer::None { nearest: self.current(), reached: self.target },
        }
    }
}

/// Finds the value of one lever at which a series reaches `target` in a week, all
/// at once; see [`Search`].
///
/// # Errors
/// Those of [`Search::new`].
///
/// ```
/// use bathtub_model::{ParameterId, Scenario, Series, solve::{Answer, solve}};
/// // How much must the Treasury's account fall for the level to be 100.5?
/// let answer = solve(&Scenario::default(), ParameterId::Tga, Series::Level, 100.5, 52)?;
/// assert!(matches!(answer, Answer::At(tga) if tga < 0.0));
/// # Ok::<(), bathtub_model::Error>(())
/// ```
pub fn solve(
    scenario: &Scenario,
    lever: ParameterId,
    series: Series,
    target: f64,
    week: usize,
) -> Result<Answer, Error> {
    let mut search = Search::new(scenario, lever, series, target, week)?;
    while search.advance() {}
    Ok(search.answer())
}

/// The next $100bn of AI capex, phased in over a quarter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marginal {
    /// Change of the level after 52 weeks.
    pub level_52: f64,
    /// Change of the level after 104 weeks.
    pub level_104: f64,
    /// Dry powder at which the effect after 52 weeks changes sign; none in range.
    pub sign_change_dry: Option<f64>,
}

/// Step of [`marginal`], $bn a year.
pub const MARGINAL_STEP: f64 = 100.0;

/// Works [`Marginal`] out in slices. At the upper end of the range the last
/// $100bn stand in for the next.
#[derive(Clone, Debug)]
pub struct MarginalJob {
    from: Scenario,
    levels: Option<[f64; 2]>,
    /// Interval of dry powder in which the sign changes.
    bracket: Option<(f64, f64)>,
    cuts: usize,
}

/// Cuts by five that bring a tank of 3,000 below 0.1.
const MARGINAL_CUTS: usize = 7;

/// A scenario with room for the next $100bn above its capex.
fn below_the_next(scenario: &Scenario) -> Scenario {
    let at_most = ParameterId::Capex.row().max - MARGINAL_STEP;
    scenario.with_clamped(ParameterId::Capex, scenario.get(ParameterId::Capex).min(at_most))
}

/// The scenario with a tank of `dry`, without and with the next $100bn.
fn without_and_with(from: &Scenario, dry: f64) -> [Scenario; 2] {
    let base = from.with_clamped(ParameterId::Dry, dry);
    [base, base.with_clamped(ParameterId::Capex, from.get(ParameterId::Capex) + MARGINAL_STEP)]
}

/// What the next $100bn do to the level after 52 weeks when the tank holds `dry` $bn: two runs.
pub fn marginal_effect(scenario: &Scenario, dry: f64) -> f64 {
    let [without, with] = without_and_with(&below_the_next(scenario), dry)
        .map(|scenario| simulate(&scenario).rows()[DEFAULT_WEEK][Series::Level]);
    with - without
}

impl MarginalJob {
    /// A job that has not begun.
    pub fn new(scenario: &Scenario) -> Self {
        MarginalJob { from: below_the_next(scenario), levels: None, bracket: None, cuts: 0 }
    }

    /// Effects on the level in a week from each of some tanks.
    fn effects(&self, tanks: &[f64], week: usize) -> Vec<f64> {
        let pairs: Vec<Scenario> = tanks.iter().flat_map(|dry| without_and_with(&self.from, *dry)).collect();
        each(&pairs, &[Series::Level], week).chunks(2).map(|pair| pair[1][0] - pair[0][0]).collect()
    }

    /// Runs a few batches more; `false` when the result stands.
    pub fn advance(&mut self) -> bool {
        let row = ParameterId::Dry.row();
        if self.levels.is_none() {
            let here = [self.from.get(ParameterId::Dry)];
            self.levels = Some([self.effects(&here, 52)[0], self.effects(&here, 104)[0]]);
            let ends = self.effects(&[row.min, row.max], 52);
            self.bracket = (ends[0] < 0.0 && ends[1] > 0.0).then_some((row.min, row.max));
            return true;
        }
        let Some((low, high)) = self.bracket.filter(|_| self.cuts < MARGINAL_CUTS) else { return false };
        self.cuts += 1;
        let inner: [f64; 4] = std::array::from_fn(|i| low + (high - low) * (i + 1) as f64 / 5.0);
        let effects = self.effects(&inner, 52);
        self.bracket = Some(match effects.iter().position(|effect| *effect >= 0.0) {
            Some(0) => (low, inner[0]),
            Some(i) => (inner[i - 1], inner[i]),
            None => (inner[3], high),
        });
        true
    }

    /// The result, once [`MarginalJob::advance`] has returned `false`; none before
    /// the first call.
    pub fn result(&self) -> Option<Marginal> {
        let [level_52, level_104] = self.levels?;
        Some(Marginal {
            level_52,
            level_104,
            sign_change_dry: self.bracket.map(|(low, high)| (low + high) / 2.0),
        })
    }
}

/// What the next $100bn a year of AI capex does to the level, all at once.
pub fn marginal(scenario: &Scenario) -> Marginal {
    let mut job = MarginalJob::new(scenario);
    while job.advance() {}
    job.result().unwrap_or(Marginal { level_52: 0.0, level_104: 0.0, sign_change_dry: None })
}

/// What else would have moved the duration-weighted price index as far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Equivalents {
    /// The scenario's move of the index, per cent of the start's index.
    pub index_pct: f64,
    /// Coupon runoff over 52 weeks in $bn, negative for purchases of coupons;
    /// none where no pace in range does as much.
    pub runoff_bn: Option<f64>,
    /// Hikes of 25 bp, negative for cuts; none where no change in range does as much.
    pub hikes: Option<f64>,
    /// The same in hikes, measured on the S&P 500.
    pub hikes_sp500: Option<f64>,
}

/// Works [`Equivalents`] out in slices, each from the untouched start.
#[derive(Clone, Debug)]
pub struct EquivalentsJob {
    index_pct: f64,
    searches: [Search; 3],
}

impl EquivalentsJob {
    /// A job that has not begun; it takes two runs to set up.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond a run.
    pub fn new(scenario: &Scenario, week: usize) -> Result<Self, Error> {
        let untouched = Scenario::new(scenario.start());
        let moved = simulate(scenario);
        let moved = moved.at(week)?;
        let calm = simulate(&untouched).at(week)?[Series::Index];
        let pace = untouched
            .with_clamped(ParameterId::RunoffWeeks, 52.0)
            .with_clamped(ParameterId::RunoffCouponShare, 1.0)
            .with_clamped(ParameterId::PurchaseCouponShare, 1.0);
        let search =
            |base: &Scenario, lever, series: Series| Search::new(base, lever, series, moved[series], week);
        Ok(EquivalentsJob {
            index_pct: change_pct(moved[Series::Index], calm),
            searches: [
                search(&pace, ParameterId::Runoff, Series::Index)?,
                search(&untouched, ParameterId::Rate, Series::Index)?,
                search(&untouched, ParameterId::Rate, Series::Sp500)?,
            ],
        })
    }

    /// Runs one batch more; `false` when the result stands.
    pub fn advance(&mut self) -> bool {
        self.searches.iter_mut().any(Search::advance)
    }

    /// The result, once [`EquivalentsJob::advance`] has returned `false`.
    pub fn result(&self) -> Equivalents {
        let [runoff_bn, hikes, hikes_sp500] = [0, 1, 2].map(|i| {
            let per_unit: f64 = if i == 0 { 12.0 } else { 1.0 / 25.0 };
            match self.searches[i].answer() {
                Answer::At(value) => Some(value * per_unit),
                Answer::None { .. } => None,
            }
        });
        Equivalents { index_pct: self.index_pct, runoff_bn, hikes, hikes_sp500 }
    }
}

/// Works out the equivalents of a scenario in a week, all at once.
///
/// # Errors
/// [`Error::UnknownWeek`] beyond a run.
pub fn equivalents(scenario: &Scenario, week: usize) -> Result<Equivalents, Error> {
    let mut job = EquivalentsJob::new(scenario, week)?;
    while job.advance() {}
    Ok(job.result())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_meets_its_target() {
        let drained = Scenario::default().with(ParameterId::Tga, 700.0).unwrap();
        for (lever, series, target) in [
            (ParameterId::Runoff, Series::Spread, 10.0),
            (ParameterId::Tga, Series::Level, 99.0),
            (ParameterId::Rate, Series::Bitcoin, 0.0),
        ] {
            let Answer::At(value) = solve(&drained, lever, series, target, 52).unwrap() else {
                panic!("{} has an answer", lever.row().key);
            };
            let reached = simulate(&drained.with(lever, value).unwrap()).rows()[52][series];
            assert!((reached - target).abs() < 1e-6, "{reached} for {target}");
        }
    }

    #[test]
    fn no_answer_says_how_near_one_gets() {
        let answer = solve(&Scenario::default(), ParameterId::Tga, Series::Level, 120.0, 52).unwrap();
        let Answer::None { nearest, reached } = answer else { panic!("a level of 120 is out of reach") };
        assert_eq!(nearest, ParameterId::Tga.row().min);
        assert!(reached > 100.0 && reached < 120.0);
    }

    #[test]
    fn bad_questions_are_refused() {
        let ask = |target, week| solve(&Scenario::default(), ParameterId::Tga, Series::Level, target, week);
        assert_eq!(ask(100.0, 105), Err(Error::UnknownWeek { week: 105 }));
        assert!(matches!(ask(f64::NAN, 52), Err(Error::NotANumber { .. })));
    }

    #[test]
    fn the_sign_of_the_next_100bn_is_the_side_of_the_tank() {
        let here = marginal(&Scenario::default());
        let flip = here.sign_change_dry.unwrap();
        assert_eq!(here.level_52 < 0.0, 600.0 < flip);
        assert!((350.0..1050.0).contains(&flip), "{flip}");
        assert_eq!(here.level_52, marginal_effect(&Scenario::default(), 600.0));
        assert!(marginal_effect(&Scenario::default(), flip).abs() < 1e-4);
        let top = marginal(&Scenario::default().with(ParameterId::Capex, 1500.0).unwrap());
        assert!(top.level_52 < 0.0);
    }

    #[test]
    fn equivalents_are_the_thing_itself() {
        let hike = Scenario::default().with(ParameterId::Rate, 50.0).unwrap();
        let found = equivalents(&hike, 52).unwrap();
        assert!((found.hikes.unwrap() - 2.0).abs() < 1e-4);
        assert!((found.hikes_sp500.unwrap() - 2.0).abs() < 1e-4);
        assert!(found.runoff_bn.unwrap() > 0.0);
        let calm = equivalents(&Scenario::default(), 52).unwrap();
        assert_eq!((calm.hikes, calm.runoff_bn), (Some(0.0), Some(0.0)));
        assert_eq!(calm.index_pct, 0.0);
    }
}
