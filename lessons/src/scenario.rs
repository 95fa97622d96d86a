//! A prepared scenario as a lesson: its path and its ducks are predicted before they are seen.

use std::collections::BTreeMap;

use bathtub_model::{Error, Preset, Series, Start, WEEKS, simulate};

use crate::lesson::{Lesson, Order, Path, Predict, Step};

/// Steps of such a lesson, by their keys.
pub const DRAW: &str = "draw";
/// The one that asks for an order.
pub const ORDER: &str = "order";

/// The ducks that are put in order: few enough to hold in mind, and of all kinds.
const DUCKS: [&str; 5] = ["sp500", "bitcoin", "treasuries", "memory", "gold"];
/// A drawing reaches to a year at least.
const YEAR: usize = 52;

impl Lesson {
    /// The lesson of a scenario: first the water's path, then the ducks in the week in which it happens.
    /// The scale is even about 100, so that it does not tell the way.
    ///
    /// # Errors
    /// None for those that are prepared.
    pub fn of_scenario(preset: &Preset) -> Result<Self, Error> {
        let scenario = preset.scenario()?;
        let weeks = preset.week.clamp(YEAR, WEEKS);
        let run = simulate(&scenario);
        let reach =
            run.series(Series::Level)[..=weeks].iter().map(|level| (level - 100.0).abs()).fold(0.0, f64::max);
        // Half as far again, in steps of one.
        let half = (reach * 1.5).ceil().max(1.0);
        let start = Start::from_date(preset.start)?;
        let settings = [("rest", format!("start={}", start.date)), ("it", format!("preset={}", preset.key))];
        let (before, after) = ("rest@0".to_owned(), format!("it@{}", preset.week));
        let step = |key: &str, predict: Predict| Step {
            key: key.to_owned(),
            show: before.clone(),
            then: Some(after.clone()),
            predict: Some(predict),
            ..Step::default()
        };
        let path = Path {
            of: "it.level".to_owned(),
            weeks,
            low: 100.0 - half,
            high: 100.0 + half,
            noticed: half / 10.0,
            flow: None,
        };
        let order = Order { of: after.clone(), ducks: DUCKS.map(str::to_owned).to_vec() };
        Ok(Lesson {
            minutes: 3,
            settings: settings
                .into_iter()
                .map(|(name, text)| (name.to_owned(), text))
                .collect::<BTreeMap<_, _>>(),
            steps: vec![step(DRAW, Predict::Path(path)), step(ORDER, Predict::Order(order))],
            tasks: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use bathtub_model::PRESETS;

    use super::*;
    use crate::Runs;

    #[test]
    fn every_scenario_makes_a_lesson_without_faults() {
        for preset in &PRESETS {
            let lesson = Lesson::of_scenario(preset).unwrap();
            let words = lesson.texts().into_iter().map(|key| (key, "said".to_owned())).collect();
            assert_eq!(lesson.faults(&words, |_| false), Vec::<String>::new(), "{}", preset.key);
            assert_eq!(
                lesson.shown(&format!("it@{}", preset.week)).unwrap().scenario,
                preset.scenario().unwrap()
            );
            let Some(Predict::Path(path)) = &lesson.steps[0].predict else { panic!("a path comes first") };
            assert_eq!(path.low + path.high, 200.0, "the scale tells the way");
            let weeks: Vec<usize> = (0..=8).map(|point| path.weeks * point / 8).collect();
            let truth = lesson.path(path, &weeks, &mut Runs::default()).unwrap();
            assert_eq!(path.score(&truth.truth, &truth).points, 100, "the truth is right");
        }
    }
}
