//! Draws of the coefficients.

use crate::Error;
use crate::math::between;
use crate::parameters::ParameterId;
use crate::rounds::Rounds;
use crate::run::{Run, simulate};
use crate::scenario::Scenario;
use crate::series::Series;

/// Square roots of primes under which the draws move.
#[derive(Clone, Debug)]
pub(super) struct Roots {
    /// By parameter; levers are not drawn, so that a new one moves no band.
    coefficients: [f64; ParameterId::COUNT],
    residual: f64,
    tank: f64,
}

pub(super) fn roots() -> Roots {
    let is_prime = |n: &u32| (2..).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d));
    let mut primes = (2_u32..).filter(is_prime);
    let mut next = || f64::from(primes.next().expect("there are enough primes")).sqrt();
    let (residual, tank) = (next(), next());
    let coefficients = ParameterId::ALL.map(|id| if id.is_lever() { 0.0 } else { next() });
    Roots { coefficients, residual, tank }
}

/// Where a draw stands between 0 and 1.
fn position(number: usize, root: f64) -> f64 {
    let position = 0.5 + number as f64 * root;
    position - position.floor()
}

/// Root-mean-square error of the reserve-demand curve on the weeks that it was fitted on, bp.
pub const CURVE_RESIDUAL: f64 = 3.4;

/// What a draw adds to the funding spread: the curve's own error, from a triangle around zero.
pub(super) fn residual(number: usize, roots: &Roots) -> f64 {
    let reach = CURVE_RESIDUAL * 6.0_f64.sqrt();
    if number == 0 { 0.0 } else { triangular(-reach, 0.0, reach, position(number, roots.residual)) }
}

/// The same draw with the tank drawn as well, over its range.
pub(super) fn with_tank(drawn: Scenario, number: usize, roots: &Roots) -> Scenario {
    let row = ParameterId::Dry.row();
    if number == 0 {
        return drawn;
    }
    let u = position(number, roots.tank);
    drawn.with_clamped(row.id, triangular(row.min, drawn.get(row.id), row.max, u))
}

/// The inverse of a triangular distribution's cumulative function.
fn triangular(min: f64, mode: f64, max: f64, u: f64) -> f64 {
    let width = max - min;
    let left = (mode - min) / width;
    let value = if u < left {
        min + (u * width * (mode - min)).sqrt()
    } else {
        max - ((1.0 - u) * width * (max - mode)).sqrt()
    };
    between(value, min, max)
}

/// The scenario of a draw; draw 0 is the scenario as it stands.
pub fn draw(scenario: &Scenario, number: usize) -> Scenario {
    draw_with(scenario, number, &roots())
}

pub(super) fn draw_with(scenario: &Scenario, number: usize, roots: &Roots) -> Scenario {
    if number == 0 {
        return *scenario;
    }
    ParameterId::ALL.iter().filter(|id| !id.is_lever()).fold(*scenario, |drawn, id| {
        let row = id.row();
        let u = position(number, roots.coefficients[*id as usize]);
        drawn.with_clamped(*id, triangular(row.min, scenario.get(*id), row.max, u))
    })
}

/// The largest distance in a week between a series of the run and the same series of its draws 1 to
/// `draws`, either way, in the series' unit.
///
/// # Errors
/// [`Error::UnknownWeek`] beyond the run.
pub fn largest_distance(run: &Run, series: Series, week: usize, draws: usize) -> Result<f64, Error> {
    let own = run.at(week)?[series];
    let roots = roots();
    // One by one, so that a program that asks for no more than this need not carry the lanes.
    let drawn =
        (1..=draws).map(|number| simulate(&draw_with(run.scenario(), number, &roots)).rows()[week][series]);
    Ok(farthest(own, drawn))
}

/// The same of a run in rounds.
///
/// # Errors
/// [`Error::UnknownWeek`] beyond the run.
pub fn largest_distance_in_rounds(
    rounds: &Rounds,
    series: Series,
    week: usize,
    draws: usize,
) -> Result<f64, Error> {
    let own = rounds.run().at(week)?[series];
    let roots = roots();
    let drawn = (1..=draws).map(|number| {
        let rounds = rounds.map(|scenario| draw_with(scenario, number, &roots));
        rounds.run().rows()[week][series]
    });
    Ok(farthest(own, drawn))
}

fn farthest(own: f64, drawn: impl Iterator<Item = f64>) -> f64 {
    drawn.fold(0.0, |most, value| (value - own).abs().max(most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::WEEKS;

    #[test]
    fn the_central_draw_is_the_scenario() {
        let scenario = Scenario::default().with_clamped(ParameterId::Tga, 400.0);
        assert_eq!(draw(&scenario, 0), scenario);
        let other = draw(&scenario, 1);
        assert_eq!(other.get(ParameterId::Tga), 400.0, "levers stay where they are");
        assert_ne!(other.get(ParameterId::DryScale), scenario.get(ParameterId::DryScale));
    }

    #[test]
    fn draws_move_away_with_time_and_with_the_levers() {
        let run = |tga| simulate(&Scenario::default().with_clamped(ParameterId::Tga, tga));
        let distance = |run: &Run, week| largest_distance(run, Series::Level, week, 8).unwrap();
        let (near, far) = (run(300.0), run(900.0));
        assert_eq!(distance(&near, 0), 0.0);
        assert!(distance(&near, 26) > 0.0);
        assert!(distance(&far, 26) > distance(&near, 26));
        assert_eq!(largest_distance(&near, Series::Level, 26, 0), Ok(0.0));
        assert!(largest_distance(&near, Series::Level, WEEKS + 1, 8).is_err());
        let draws = (1..=8).map(|n| simulate(&draw(near.scenario(), n)).rows()[52][Series::Level]);
        let own = near.rows()[52][Series::Level];
        assert!(draws.into_iter().all(|level| (level - own).abs() <= distance(&near, 52)));
    }

    #[test]
    fn rounds_are_drawn_as_runs_are() {
        let scenario = Scenario::default().with_clamped(ParameterId::Tga, 300.0);
        let of = |rounds: &Rounds| largest_distance_in_rounds(rounds, Series::Level, 26, 8).unwrap();
        let one = Rounds::new(scenario);
        let run = simulate(&scenario);
        assert_eq!(of(&one), largest_distance(&run, Series::Level, 26, 8).unwrap());
        let more = one.then([(ParameterId::Tga, 900.0)]).unwrap();
        assert!(of(&more) > largest_distance(&run, Series::Level, 26, 8).unwrap());
        assert!(largest_distance_in_rounds(&more, Series::Level, WEEKS + 1, 8).is_err());
    }

    #[test]
    fn residuals_have_the_size_of_the_curve_s_error() {
        let roots = roots();
        let squares = (1..=1024).map(|n| residual(n, &roots) * residual(n, &roots)).sum::<f64>();
        assert!(((squares / 1024.0).sqrt() - CURVE_RESIDUAL).abs() < 0.05, "{squares}");
        assert_eq!(residual(0, &roots), 0.0);
    }

    #[test]
    fn draws_spread_evenly() {
        let id = ParameterId::ExporterRecycling;
        let row = id.row();
        let below = (1..=1024).filter(|n| draw(&Scenario::default(), *n).get(id) < row.default).count();
        let expected = (row.default - row.min) / (row.max - row.min) * 1024.0;
        assert!((below as f64 - expected).abs() < 8.0, "{below} below the mode, {expected} expected");
    }
}
