//! How far somebody is, kept on this device alone.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use bathtub_lessons::Given;
use bathtub_lessons::class::Answers;
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
    /// What was answered first in each of them.
    given: BTreeMap<String, BTreeMap<String, Given>>,
    /// Lessons that were gone through to the end.
    ended: Vec<String>,
    /// The code of the role-play that goes on.
    pub game: Option<String>,
    /// Who sits at this device, by place among the roles; none where all do.
    pub sits: Option<u8>,
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

    /// A step was done; the first answer and its score stay.
    pub fn scored(&mut self, lesson: &str, step: &str, points: u8, given: Given) {
        let steps = self.points.entry(lesson.to_owned()).or_default();
        if let Entry::Vacant(place) = steps.entry(step.to_owned()) {
            place.insert(points);
            self.given.entry(lesson.to_owned()).or_default().insert(step.to_owned(), given);
            lessons::keep(self);
        }
    }

    /// What a code carries; nothing where nothing was answered.
    pub fn answers(&mut self) -> Option<Answers> {
        let given = Some(self.given.clone()).filter(|given| !given.is_empty())?;
        Some(Answers { learner: self.seed(), given })
    }

    /// The role-play stands otherwise.
    pub fn seat(&mut self, game: Option<String>, sits: Option<u8>) {
        (self.game, self.sits) = (game, sits);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_score_stays() {
        let mut progress = Progress::default();
        assert!(progress.is_empty() && progress.answers().is_none());
        progress.scored("taps", "guess", 40, Given::Number(3));
        progress.scored("taps", "guess", 100, Given::Number(5));
        progress.scored("taps", "order", 60, Given::Order(vec![1, 0]));
        assert_eq!(progress.answers().unwrap().given["taps"]["guess"], Given::Number(3));
        assert_eq!(progress.average("taps"), Some(50.0));
        assert!(progress.has_begun("taps") && !progress.has_ended("taps") && !progress.is_empty());
        progress.end("taps");
        progress.end("taps");
        assert!(progress.has_ended("taps"));
        assert_eq!(progress.average("money"), None);
    }
}
