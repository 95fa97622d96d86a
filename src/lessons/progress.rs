//! How far somebody is, kept on this device alone.

use std::collections::BTreeMap;

use bathtub_lessons::Round;
use serde::{Deserialize, Serialize};

use crate::platform::lessons;

/// Points by lesson and step.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// Seed of the tasks: both rounds ask by it.
    seed: Option<u32>,
    /// Points of each step that was done, by lesson.
    points: BTreeMap<String, BTreeMap<String, u8>>,
    /// Lessons that were gone through to the end.
    ended: Vec<String>,
}

impl Progress {
    /// What is known of this device's learner.
    pub fn kept() -> Self {
        lessons::kept().unwrap_or_default()
    }

    /// The seed of the tasks, made at the first asking.
    pub fn seed(&mut self) -> u32 {
        if let Some(seed) = self.seed {
            return seed;
        }
        let seed = lessons::seed();
        self.seed = Some(seed);
        lessons::keep(self);
        seed
    }

    /// A step was done; the first score stays.
    pub fn scored(&mut self, lesson: &str, step: &str, points: u8) {
        let steps = self.points.entry(lesson.to_owned()).or_default();
        steps.entry(step.to_owned()).or_insert(points);
        lessons::keep(self);
    }

    /// A lesson was gone through to its end.
    pub fn end(&mut self, lesson: &str) {
        if !self.has_ended(lesson) {
            self.ended.push(lesson.to_owned());
            lessons::keep(self);
        }
    }

    /// Whether it was.
    pub fn has_ended(&self, lesson: &str) -> bool {
        self.ended.iter().any(|ended| ended == lesson)
    }

    /// Whether anything of it was done.
    pub fn has_begun(&self, lesson: &str) -> bool {
        self.points.contains_key(lesson)
    }

    /// Points on average.
    pub fn average(&self, lesson: &str) -> Option<f64> {
        let steps = self.points.get(lesson).filter(|steps| !steps.is_empty())?;
        Some(steps.values().map(|points| f64::from(*points)).sum::<f64>() / steps.len() as f64)
    }

    /// Whether there is anything to forget.
    pub fn is_empty(&self) -> bool {
        *self == Progress::default()
    }
}

/// The name of a round of tasks, beside those of lessons.
pub const fn name(round: Round) -> &'static str {
    match round {
        Round::Before => "before",
        Round::After => "after",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_score_stays() {
        let mut progress = Progress::default();
        assert!(progress.is_empty());
        progress.scored("taps", "guess", 40);
        progress.scored("taps", "guess", 100);
        progress.scored("taps", "order", 60);
        assert_eq!(progress.average("taps"), Some(50.0));
        assert!(progress.has_begun("taps") && !progress.has_ended("taps") && !progress.is_empty());
        progress.end("taps");
        progress.end("taps");
        assert!(progress.has_ended("taps"));
        assert_eq!(progress.average("money"), None);
    }
}
