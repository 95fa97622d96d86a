//! The reverse question: at which value of a lever does a series meet a target?

use crate::Error;
use crate::ensemble::{LANES, each};
use crate::parameters::ParameterId;
use crate::run::WEEKS;
use crate::scenario::Scenario;
use crate::series::Series;

/// What a search for a setting found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Solution {
    /// The lever's value at which the target is met; of several, the nearest to
    /// where the lever stands.
    At(f64),
    /// No value in range meets it.
    OutOfReach {
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
    /// The series at each of them.
    reached: Vec<f64>,
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
        let (reached, brackets) = (Vec::with_capacity(points.len()), Vec::new());
        Ok(Search {
            scenario: *scenario,
            lever,
            series,
            target,
            week,
            points,
            reached,
            brackets,
            found: None,
        })
    }

    fn reach(&self, points: &[f64]) -> Vec<f64> {
        let at: Vec<Scenario> = points.iter().map(|p| self.scenario.with_clamped(self.lever, *p)).collect();
        each(&at, &[self.series], self.week).iter().map(|found| found[0]).collect()
    }

    /// How far the series is from the target at one of the points.
    fn miss(&self, i: usize) -> f64 {
        self.reached[i] - self.target
    }

    /// Runs one batch more; `false` when the answer stands.
    pub fn advance(&mut self) -> bool {
        if self.reached.len() < self.points.len() {
            let from = self.reached.len();
            let until = (from + LANES).min(self.points.len());
            let found = self.reach(&self.points[from..until]);
            self.reached.extend(found);
            if self.reached.len() == self.points.len() {
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
            if self.miss(i) == 0.0 {
                self.keep(self.points[i]);
            }
            if i > 0 && self.miss(i - 1) * self.miss(i) < 0.0 {
                let (low, high) = (self.points[i - 1], self.points[i]);
                let bracket = Bracket { low, high, low_miss: self.miss(i - 1) };
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
        let misses: Vec<f64> = self.reach(&inner).iter().map(|value| value - self.target).collect();
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
    pub fn solution(&self) -> Solution {
        if let Some(value) = self.found {
            return Solution::At(value);
        }
        // Of a target that is far away every point misses by the same number, rounded.
        let nearest = (0..self.reached.len()).min_by(|a, b| {
            let (x, y) = (self.reached[*a], self.reached[*b]);
            let farther = if self.target > x { y.total_cmp(&x) } else { x.total_cmp(&y) };
            self.miss(*a).abs().total_cmp(&self.miss(*b).abs()).then(farther)
        });
        match nearest {
            Some(i) => Solution::OutOfReach { nearest: self.points[i], reached: self.reached[i] },
            None => Solution::OutOfReach { nearest: self.current(), reached: self.target },
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
/// use bathtub_model::{ParameterId, Scenario, Series, solve::{Solution, solve}};
/// // How much must the Treasury's account fall for the level to be 100.2?
/// let answer = solve(&Scenario::default(), ParameterId::Tga, Series::Level, 100.2, 52)?;
/// assert!(matches!(answer, Solution::At(tga) if tga < 0.0));
/// # Ok::<(), bathtub_model::Error>(())
/// ```
pub fn solve(
    scenario: &Scenario,
    lever: ParameterId,
    series: Series,
    target: f64,
    week: usize,
) -> Result<Solution, Error> {
    let mut search = Search::new(scenario, lever, series, target, week)?;
    while search.advance() {}
    Ok(search.solution())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulate;

    #[test]
    fn an_answer_meets_its_target() {
        let drained = Scenario::default().with(ParameterId::Tga, 700.0).unwrap();
        for (lever, series, target) in [
            (ParameterId::Runoff, Series::Spread, 10.0),
            (ParameterId::Tga, Series::Level, 99.0),
            (ParameterId::Rate, Series::Bitcoin, 0.0),
        ] {
            let Solution::At(value) = solve(&drained, lever, series, target, 52).unwrap() else {
                panic!("{} has an answer", lever.row().key);
            };
            let reached = simulate(&drained.with(lever, value).unwrap()).rows()[52][series];
            assert!((reached - target).abs() < 1e-6, "{reached} for {target}");
        }
    }

    #[test]
    fn no_answer_says_how_near_one_gets() {
        let answer = solve(&Scenario::default(), ParameterId::Tga, Series::Level, 120.0, 52).unwrap();
        let Solution::OutOfReach { nearest, reached } = answer else {
            panic!("a level of 120 is out of reach")
        };
        assert_eq!(nearest, ParameterId::Tga.row().min);
        assert!(reached > 100.0 && reached < 120.0);
    }

    #[test]
    fn bad_questions_are_refused() {
        let ask = |target, week| solve(&Scenario::default(), ParameterId::Tga, Series::Level, target, week);
        assert_eq!(ask(100.0, 105), Err(Error::UnknownWeek { week: 105 }));
        assert!(matches!(ask(f64::NAN, 52), Err(Error::NotANumber { .. })));
    }
}
