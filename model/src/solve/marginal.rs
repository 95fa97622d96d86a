//! What the next $100bn of AI capex do to the level, and at which tank that changes sign.

use crate::ensemble::each;
use crate::parameters::ParameterId;
use crate::run::{DEFAULT_WEEK, simulate};
use crate::scenario::Scenario;
use crate::series::Series;

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
            self.bracket = changes_sign(ends[0], ends[1]).then_some((row.min, row.max));
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

/// Tanks at which [`marginal_curve`] works the effect out, $bn: the whole range of dry powder, closer
/// where the curve bends.
pub const TANKS: [f64; 13] =
    [0.0, 100.0, 200.0, 300.0, 450.0, 600.0, 750.0, 900.0, 1200.0, 1500.0, 2000.0, 2500.0, 3000.0];

/// What the next $100bn do to the level after 52 weeks, against the tank that pays for them.
#[derive(Clone, Debug, PartialEq)]
pub struct MarginalCurve {
    /// Tank in $bn and change of the level in points, at each of [`TANKS`].
    pub curve: Vec<(f64, f64)>,
    /// The same with the tank as the scenario has it.
    pub here: (f64, f64),
    /// The tank in $bn at which the effect changes from minus to plus; none in range.
    pub sign_change: Option<f64>,
}

/// Steps that narrow the change of sign down to less than $1bn.
const NARROWINGS: usize = 3;

/// Works [`MarginalCurve`] out: some thirty runs.
///
/// The change of sign comes from the curve's own points, by straight lines, as a drawing needs it:
/// it stands on the curve. [`MarginalJob`] has no curve and cuts the range in five, four pairs of
/// runs at a time. The two are less than $0.5bn apart.
pub fn marginal_curve(scenario: &Scenario) -> MarginalCurve {
    let at = |tank: f64| (tank, marginal_effect(scenario, tank));
    let curve = TANKS.map(at).to_vec();
    let crosses = changes_sign(curve[0].1, curve[curve.len() - 1].1);
    let above = curve.iter().position(|point| point.1 >= 0.0).filter(|_| crosses);
    let sign_change = above.map(|above| narrowed(curve[above - 1], curve[above], at));
    MarginalCurve { curve, here: at(scenario.get(ParameterId::Dry)), sign_change }
}

/// Where a straight line between a point below zero and one above it meets zero, again and again.
fn narrowed(mut below: (f64, f64), mut above: (f64, f64), at: impl Fn(f64) -> (f64, f64)) -> f64 {
    let meets =
        |below: (f64, f64), above: (f64, f64)| below.0 - below.1 * (above.0 - below.0) / (above.1 - below.1);
    for _ in 0..NARROWINGS {
        let middle = at(meets(below, above));
        if middle.1 < 0.0 {
            below = middle;
        } else {
            above = middle;
        }
    }
    meets(below, above)
}

/// Whether the effect is a minus with the smallest tank and a plus with the largest: only then has
/// a change of sign a meaning.
fn changes_sign(smallest: f64, largest: f64) -> bool {
    smallest < 0.0 && largest > 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn the_curve_says_what_the_job_says() {
        let row = ParameterId::Dry.row();
        assert_eq!((row.min, row.max), (TANKS[0], TANKS[TANKS.len() - 1]));
        let mut crossed = 0;
        for capex in [0.0, 725.0, 1000.0, 1500.0] {
            let scenario = Scenario::default().with(ParameterId::Capex, capex).unwrap();
            let (drawn, found) = (marginal_curve(&scenario), marginal(&scenario));
            assert_eq!(drawn.here, (600.0, found.level_52));
            match (drawn.sign_change, found.sign_change_dry) {
                (Some(drawn), Some(found)) => {
                    crossed += 1;
                    assert!((drawn - found).abs() < 0.5, "{drawn} and {found}");
                }
                (drawn, found) => assert_eq!(drawn, found, "capex of {capex}"),
            }
        }
        assert!(crossed > 0);
    }

    #[test]
    fn a_fuller_tank_helps() {
        let found = marginal_curve(&Scenario::default());
        assert!(found.curve.windows(2).all(|pair| pair[0].1 < pair[1].1), "{found:?}");
    }
}
