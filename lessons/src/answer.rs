//! What is answered, and what of it is kept: whole steps, so that a code carries it and everyone who
//! reads the code has the same.

use serde::{Deserialize, Serialize};

/// What can be answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// One of what is offered.
    Choice(usize),
    /// A number.
    Number(f64),
    /// A path, one number for each point in time; an empty one was not begun.
    Path(Vec<f64>),
    /// What was offered, by its place there, the highest first.
    Order(Vec<usize>),
}

/// An answer as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Given {
    /// One of what is offered.
    Choice(u8),
    /// Steps above the lower end of the scale.
    Number(u16),
    /// Steps above the lower end of the scale, for each point in time after the first, which is given.
    Path(Vec<u8>),
    /// What was offered, by its place there, the highest first.
    Order(Vec<u8>),
    /// A goal that was reached, with so many hints.
    Goal(u8),
}

/// A scale whose numbers are whole steps above its lower end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
    /// From one number to the next.
    pub step: f64,
}

impl Scale {
    /// That of a drawing: round steps of 1, 2 or 5, a hundred of them at most.
    pub fn of_drawing((low, high): (f64, f64)) -> Self {
        let mut step = 1e-6;
        for factor in [2.0, 2.5, 2.0].into_iter().cycle().take(60) {
            if (high - low) / step <= 100.5 {
                break;
            }
            step *= factor;
        }
        Scale { low, high, step }
    }

    /// How many steps it has.
    pub fn count(&self) -> u16 {
        ((self.high - self.low) / self.step + 0.01) as u16
    }

    /// How many steps above the lower end a number is; what lies outside is at an end.
    pub fn steps(&self, value: f64) -> u16 {
        // A number that is none becomes zero.
        (((value - self.low) / self.step).round() as u16).min(self.count())
    }

    /// The number so many steps above the lower end.
    pub fn value(&self, steps: u16) -> Option<f64> {
        (steps <= self.count()).then(|| self.low + f64::from(steps) * self.step)
    }

    /// The nearest number that it has.
    pub fn snap(&self, value: f64) -> f64 {
        self.low + f64::from(self.steps(value)) * self.step
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_whole_steps_and_ends() {
        let scale = Scale { low: 98.0, high: 102.0, step: 0.2 };
        assert_eq!(scale.count(), 20);
        assert_eq!((scale.steps(98.0), scale.steps(99.07), scale.steps(102.0)), (0, 5, 20));
        assert_eq!((scale.steps(-1e300), scale.steps(1e300), scale.steps(f64::NAN)), (0, 20, 0));
        assert_eq!(scale.value(21), None);
        for steps in 0..=20 {
            assert_eq!(scale.steps(scale.value(steps).unwrap()), steps);
        }
        // Round steps, so that all who look draw on the same numbers.
        for (ends, step, count) in [
            ((97.5, 101.0), 0.05, 70),
            ((-20.0, 20.0), 0.5, 80),
            ((80.0, 110.0), 0.5, 60),
            ((0.0, 4.0), 0.05, 80),
        ] {
            let drawing = Scale::of_drawing(ends);
            assert!((drawing.step - step).abs() < 1e-12, "{ends:?}: {}", drawing.step);
            assert_eq!(drawing.count(), count, "{ends:?}");
        }
        assert_eq!(Scale::of_drawing((-20.0, 20.0)).snap(0.15), 0.0);
    }
}
