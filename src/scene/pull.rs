//! What a lever is to be while something of the picture is pulled. Pure: pixels in, a value out.

use bathtub_model::{ParameterId, Run, Series, simulate};

use super::place::{Frame, Grip, Pull};

/// CSS px over which a valve turns through the whole range of its lever.
const TURN: f64 = 240.0;

/// Into so many parts the range of the tank is cut to see where its water line would stand.
const PARTS: usize = 12;

/// Least that the water line is taken to move for a dollar of the lever, dollars: where the tank is
/// dry by the week shown, the line says nothing, and the pull goes on below the tank.
const LEAST: f64 = 0.25;

/// How a lever follows a pointer.
#[derive(Clone, Debug, PartialEq)]
pub enum Course {
    /// By so much for a CSS px to the right.
    Across { from: f64, per_px: f64 },
    /// The water line follows; stocks are those of the week shown.
    Line {
        /// The stock at which the pull began, $bn.
        from: f64,
        /// $bn for a CSS px downwards: less than zero.
        per_px: f64,
        /// Values of the lever, each with the stock that it leaves, both rising.
        stocks: Vec<(f64, f64)>,
    },
}

impl Course {
    /// The course of a pull that begins now, in a picture with so many CSS px to a unit of its box.
    pub fn new(grip: &Grip, frame: &Frame, px: f64, run: &Run, week: usize) -> Self {
        let row = grip.id.row();
        let (from, range) = (run.scenario().get(grip.id), row.max - row.min);
        match grip.pull {
            Pull::Turn(opens) => Course::Across { from, per_px: opens * range / TURN },
            Pull::Meter => Course::Across { from, per_px: range / (frame.meter().w * px) },
            Pull::Line => {
                let stocks = steepened((0..=PARTS).map(|part| {
                    let value = row.min + range * part as f64 / PARTS as f64;
                    (value, stock(run, value, week))
                }));
                let high = frame.tank.inside.h * px;
                let per_px = -super::place::scale::TANK_MOST / high;
                Course::Line { from: between(&stocks, from, |(value, stock)| (value, stock)), per_px, stocks }
            }
        }
    }

    /// The value after the pointer has moved by so many CSS px to the right and downwards, before it
    /// is rounded and clamped.
    pub fn value(&self, (across, down): (f64, f64)) -> f64 {
        match self {
            Course::Across { from, per_px } => from + per_px * across,
            Course::Line { from, per_px, stocks } => {
                between(stocks, from + per_px * down, |(value, stock)| (stock, value))
            }
        }
    }
}

/// What is in the tank in a week of the run, $bn, had it begun with a value.
fn stock(run: &Run, value: f64, week: usize) -> f64 {
    let other = simulate(&run.scenario().with_clamped(ParameterId::Dry, value));
    stock_now(&other, week)
}

/// What is in the tank in a week of a run, $bn.
pub fn stock_now(run: &Run, week: usize) -> f64 {
    run.rows()[week][Series::DryPowder]
}

/// The same points from the top down, each stock at least a little under the one above.
fn steepened(points: impl DoubleEndedIterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let mut all: Vec<(f64, f64)> = Vec::new();
    for (value, stock) in points.rev() {
        let most = all.last().map_or(f64::MAX, |above| above.1 - LEAST * (above.0 - value));
        all.push((value, stock.min(most)));
    }
    all.reverse();
    all
}

/// The line through points, which goes on straight at both ends; `of` says what is given and what
/// is asked for.
fn between(points: &[(f64, f64)], at: f64, of: fn((f64, f64)) -> (f64, f64)) -> f64 {
    let after = points.iter().position(|point| of(*point).0 >= at).unwrap_or(points.len());
    let after = after.clamp(1, points.len() - 1);
    let ((x, y), (next_x, next_y)) = (of(points[after - 1]), of(points[after]));
    y + (at - x) * (next_y - y) / (next_x - x)
}

#[cfg(test)]
mod tests {
    use bathtub_model::{Scenario, WEEKS};

    use super::super::place::{Layout, frame};
    use super::*;

    fn course(key: &str, own: bool, run: &Run, week: usize) -> Course {
        let frame = frame(Layout::Wide);
        let grips = frame.grips(600.0, 0.5);
        let grip = grips.iter().find(|grip| grip.id.row().key == key && grip.own == own).unwrap();
        Course::new(grip, frame, 0.5, run, week)
    }

    #[test]
    fn to_the_right_opens_a_tap_and_a_drain() {
        let run = simulate(&Scenario::default());
        for (key, range) in [("tga", 1800.0), ("runoff", 240.0), ("rate", 600.0)] {
            let before = run.scenario().get(ParameterId::from_key(key).unwrap());
            assert_eq!(course(key, true, &run, 52).value((60.0, 0.0)) - before, -range / 4.0, "{key}");
            assert_eq!(course(key, false, &run, 52).value((60.0, 0.0)) - before, range / 4.0, "{key}");
        }
        let meter = frame(Layout::Wide).meter().w * 0.5;
        assert!((course("capex", true, &run, 52).value((meter, 0.0)) - 2225.0).abs() < 1e-9);
    }

    /// In every week, from every value, the line stands where it was pulled to.
    #[test]
    fn the_water_line_follows_the_pointer() {
        let per_px = super::super::place::scale::TANK_MOST / (298.0 * 0.5);
        for capex in [400.0, 725.0, 1200.0] {
            for dry in [0.0, 600.0, 2000.0, 3000.0] {
                for week in [0, 26, 52, WEEKS] {
                    let scenario = Scenario::default()
                        .with_clamped(ParameterId::Capex, capex)
                        .with_clamped(ParameterId::Dry, dry);
                    let run = simulate(&scenario);
                    let course = course("dry", true, &run, week);
                    let before = stock(&run, dry, week);
                    assert!((course.value((0.0, 0.0)) - dry).abs() < 1e-6, "it begins where it is");
                    let mut last = f64::MAX;
                    for down in [-60.0, -30.0, -8.0, 8.0, 30.0, 60.0] {
                        let value = course.value((0.0, down));
                        assert!(value < last, "{dry} in week {week}: {value} after {last}");
                        last = value;
                        let (there, wanted) = (stock(&run, value, week), before - per_px * down);
                        if (0.0..=3000.0).contains(&value) && wanted > 30.0 && before > 30.0 {
                            let off = (there - wanted).abs() / per_px;
                            assert!(off < 3.0, "{off} px off: {dry} of {capex} in week {week}, {down} down");
                        }
                    }
                }
            }
        }
    }
}
