//! Axes: round numbers around the data.

use bathtub_chart::Axis;

use crate::locale::Words;
use crate::number::NumberStyle;

/// A stretch of an axis with the numbers that are written at it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    pub low: f64,
    pub high: f64,
    pub ticks: Vec<f64>,
}

impl Scale {
    /// A scale that holds every value, begins and ends at a tick, is never narrower than `least`,
    /// and grows in coarse steps: an axis that follows each move of a slider hides the move.
    pub fn around(values: impl IntoIterator<Item = f64>, least: (f64, f64)) -> Self {
        let (mut low, mut high) = least;
        for value in values.into_iter().filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        let step = step(high - low);
        Scale::stepped((low / step).floor() * step, (high / step).ceil() * step, step)
    }

    /// A scale with a tick at every step.
    pub fn stepped(low: f64, high: f64, step: f64) -> Self {
        let count = ((high - low) / step).round() as i32;
        Scale { low, high, ticks: (0..=count).map(|i| low + f64::from(i) * step).collect() }
    }

    /// The axis, with what is written at each tick.
    pub fn axis(&self, labels: &[String]) -> Axis {
        let ticks = self.ticks.iter().copied().zip(labels.iter().cloned()).collect();
        Axis { low: self.low, high: self.high, ticks }
    }

    /// Decimals that its ticks need: none, one or two.
    fn decimals(&self) -> u8 {
        let need =
            |scale: f64| self.ticks.iter().any(|tick| (tick * scale - (tick * scale).round()).abs() > 1e-6);
        u8::from(need(1.0)) + u8::from(need(10.0))
    }

    /// What is written at each tick, with as many decimals as the ticks need.
    pub fn labels(&self, style: fn(u8) -> NumberStyle, words: &Words) -> Vec<String> {
        let style = style(self.decimals());
        self.ticks.iter().map(|tick| words.number(*tick, style)).collect()
    }
}

/// One, two or five times a power of ten, so that four to eight steps cover the span.
fn step(span: f64) -> f64 {
    let mut unit = 1.0;
    while span / unit > 80.0 {
        unit *= 10.0;
    }
    while span / unit < 8.0 && unit > 1e-3 {
        unit /= 10.0;
    }
    // The span is eight to eighty units now.
    unit * match span / unit {
        n if n <= 8.0 => 1.0,
        n if n <= 16.0 => 2.0,
        n if n <= 40.0 => 5.0,
        _ => 10.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_hold_their_data_and_stay_put_for_small_moves() {
        let least = (96.0, 102.0);
        let calm = Scale::around([99.0, 100.4], least);
        assert_eq!((calm.low, calm.high), (96.0, 102.0));
        assert_eq!(calm, Scale::around([97.2, 101.0], least));
        assert_eq!(calm.ticks, [96.0, 97.0, 98.0, 99.0, 100.0, 101.0, 102.0]);
        let deep = Scale::around([61.3, 100.0], least);
        assert!(deep.low <= 61.3 && deep.high >= 102.0);
        assert!((4..=11).contains(&deep.ticks.len()), "{deep:?}");
    }

    #[test]
    fn what_is_not_finite_is_left_out() {
        let scale = Scale::around([f64::NAN, f64::INFINITY], (-1.0, 1.0));
        assert_eq!((scale.low, scale.high), (-1.0, 1.0));
        assert_eq!(scale.decimals(), 1);
    }
}
