//! The reverse question, marginal effects and equivalents.

use crate::Error;
use crate::ensemble::each;
use crate::parameters::ParameterId;
use crate::run::{WEEKS, simulate};
use crate::scenario::Scenario;
use crate::series::Series;

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

/// Finds the value of one lever at which a series reaches `target` in a week.
///
/// The range is scanned on an even grid, so that a target met only between two
/// neighbouring points, by a dip narrower than a thirty-second of the range, is
/// missed. The answer meets the target within 1e-9 of the series' size.
///
/// # Errors
/// [`Error::UnknownWeek`] beyond a run; [`Error::NotANumber`] for a target that
/// is not finite.
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
    if week > WEEKS {
        return Err(Error::UnknownWeek { week });
    }
    if !target.is_finite() {
        return Err(Error::NotANumber { key: series.row().key.into(), text: target.to_string() });
    }
    let (row, current) = (lever.row(), scenario.get(lever));
    let point = |i: usize| row.min + (row.max - row.min) * i as f64 / (GRID - 1) as f64;
    let mut points: Vec<f64> = (0..GRID).map(point).collect();
    points.push(current);
    points.sort_by(f64::total_cmp);
    points.dedup();
    let scenarios: Vec<Scenario> = points.iter().map(|at| scenario.with_clamped(lever, *at)).collect();
    let misses: Vec<f64> = each(&scenarios, &[series], week).iter().map(|found| found[0] - target).collect();

    let mut best: Option<f64> = None;
    for i in 0..points.len() {
        let found = if misses[i] == 0.0 {
            points[i]
        } else if i > 0 && misses[i] * misses[i - 1] < 0.0 {
            narrow(scenario, lever, series, target, week, (points[i - 1], points[i]), misses[i - 1])
        } else {
            continue;
        };
        if best.is_none_or(|other| (found - current).abs() < (other - current).abs()) {
            best = Some(found);
        }
    }
    if let Some(value) = best {
        return Ok(Answer::At(value));
    }
    let nearest = (0..points.len()).min_by(|a, b| misses[*a].abs().total_cmp(&misses[*b].abs())).unwrap_or(0);
    Ok(Answer::None { nearest: points[nearest], reached: misses[nearest] + target })
}

/// Halves an interval over whose ends the miss changes sign.
fn narrow(
    scenario: &Scenario,
    lever: ParameterId,
    series: Series,
    target: f64,
    week: usize,
    (mut low, mut high): (f64, f64),
    low_miss: f64,
) -> f64 {
    let sign = low_miss.signum();
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        let miss = simulate(&scenario.with_clamped(lever, middle)).rows()[week][series] - target;
        if miss.abs() < 1e-9 * (1.0 + target.abs()) {
            return middle;
        }
        if miss * sign > 0.0 { low = middle } else { high = middle }
    }
    (low + high) / 2.0
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

/// What the next $100bn a year of AI capex does to the level. At the upper end
/// of the range the last $100bn stand in for the next.
pub fn marginal(scenario: &Scenario) -> Marginal {
    let at_most = ParameterId::Capex.row().max - MARGINAL_STEP;
    let from = scenario.with_clamped(ParameterId::Capex, scenario.get(ParameterId::Capex).min(at_most));
    let more =
        |base: &Scenario| base.with_clamped(ParameterId::Capex, base.get(ParameterId::Capex) + MARGINAL_STEP);
    let effect = |base: Scenario, week: usize| {
        let found = each(&[base, more(&base)], &[Series::Level], week);
        found[1][0] - found[0][0]
    };
    let by_dry = |dry: f64| effect(from.with_clamped(ParameterId::Dry, dry), 52);
    let row = ParameterId::Dry.row();
    let (mut low, mut high) = (row.min, row.max);
    let sign_change_dry = (by_dry(low) < 0.0 && by_dry(high) > 0.0).then(|| {
        for _ in 0..20 {
            let middle = (low + high) / 2.0;
            if by_dry(middle) < 0.0 { low = middle } else { high = middle }
        }
        (low + high) / 2.0
    });
    Marginal { level_52: effect(from, 52), level_104: effect(from, 104), sign_change_dry }
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

/// Works out the equivalents of a scenario in a week, each from the untouched start.
pub fn equivalents(scenario: &Scenario, week: usize) -> Equivalents {
    let week = week.min(WEEKS);
    let untouched = Scenario::new(scenario.start());
    let run = simulate(scenario);
    let (index, sp500) = (run.rows()[week][Series::Index], run.rows()[week][Series::Sp500]);
    let start = simulate(&untouched).rows()[week][Series::Index];
    let pace = untouched
        .with_clamped(ParameterId::RunoffWeeks, 52.0)
        .with_clamped(ParameterId::RunoffCouponShare, 1.0)
        .with_clamped(ParameterId::PurchaseCouponShare, 1.0);
    let found = |base: &Scenario, lever, series, target| match solve(base, lever, series, target, week) {
        Ok(Answer::At(value)) => Some(value),
        _ => None,
    };
    Equivalents {
        index_pct: (index / start - 1.0) * 100.0,
        runoff_bn: found(&pace, ParameterId::Runoff, Series::Index, index).map(|a_month| a_month * 12.0),
        hikes: found(&untouched, ParameterId::Rate, Series::Index, index).map(|bp| bp / 25.0),
        hikes_sp500: found(&untouched, ParameterId::Rate, Series::Sp500, sp500).map(|bp| bp / 25.0),
    }
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
        let top = marginal(&Scenario::default().with(ParameterId::Capex, 1500.0).unwrap());
        assert!(top.level_52 < 0.0);
    }

    #[test]
    fn equivalents_are_the_thing_itself() {
        let hike = Scenario::default().with(ParameterId::Rate, 50.0).unwrap();
        let found = equivalents(&hike, 52);
        assert!((found.hikes.unwrap() - 2.0).abs() < 1e-4);
        assert!((found.hikes_sp500.unwrap() - 2.0).abs() < 1e-4);
        assert!(found.runoff_bn.unwrap() > 0.0);
        let calm = equivalents(&Scenario::default(), 52);
        assert_eq!((calm.hikes, calm.runoff_bn), (Some(0.0), Some(0.0)));
        assert_eq!(calm.index_pct, 0.0);
    }
}
