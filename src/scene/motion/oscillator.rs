//! One spring in time.

/// Semi-implicit Euler with a fixed step, which neither gains energy nor depends on the frame rate.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Oscillator {
    /// Where it is.
    pub at: f64,
    /// How fast it moves, a second.
    pub speed: f64,
}

/// Fixed step, seconds.
pub const STEP: f64 = 1.0 / 120.0;

impl Oscillator {
    /// One step towards a target; true once it has arrived and rests.
    pub fn step(&mut self, target: f64, stiffness: f64, damping: f64) -> bool {
        let friction = 2.0 * damping * stiffness.sqrt();
        self.speed += ((target - self.at) * stiffness - self.speed * friction) * STEP;
        self.at += self.speed * STEP;
        let rests = (target - self.at).abs() < 0.04 && self.speed.abs() < 0.4;
        if rests {
            *self = Oscillator { at: target, speed: 0.0 };
        }
        rests
    }
}

#[cfg(test)]
mod tests {
    use super::super::Spring;
    use super::*;

    #[test]
    fn springs_arrive_from_any_distance_and_rest() {
        for spring in Spring::ALL {
            for from in [-900.0, 0.0, 299.9, 1e4] {
                let mut oscillator = Oscillator { at: from, speed: 0.0 };
                let steps = (0..1200)
                    .take_while(|_| !oscillator.step(300.0, spring.stiffness(), spring.damping()))
                    .count();
                assert!(steps < 600, "{spring:?} from {from}: {steps} steps");
                assert_eq!(oscillator, Oscillator { at: 300.0, speed: 0.0 });
            }
        }
    }
}
