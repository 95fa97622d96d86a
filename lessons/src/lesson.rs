//! A lesson as its file has it: settings with names, and steps that show them, ask, and let the learner
//! act. It holds no words: these are files of their own, one a language.

use std::collections::{BTreeMap, BTreeSet};

use bathtub_model::{Duck, ParameterId, Scenario, Series, WEEKS};
use serde::Deserialize;

use crate::evidence::Gap;
use crate::named::parameter;
use crate::score::{self, Drawn, Score};
use crate::{Evidence, Quantity, Round, Runs, Scale, placeholders};

/// A lesson.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// How long it takes, minutes.
    pub minutes: u32,
    /// Settings by name, as a link writes them.
    #[serde(default)]
    pub settings: BTreeMap<String, String>,
    /// What is told, in this order.
    #[serde(default)]
    pub steps: Vec<Step>,
    /// Tasks about stocks and flows, asked after the steps.
    #[serde(default)]
    pub tasks: Option<Round>,
}

/// One step: a text, what is shown, and at most one thing to do.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Names its texts: `<key>`, and what is said once it is done, `<key>.after`.
    pub key: String,
    /// What is shown, a setting with a week: `spend@52`.
    pub show: String,
    /// What is shown once it is done; the same where nothing is named.
    #[serde(default)]
    pub then: Option<String>,
    /// A part of the picture or a lever that is pointed at.
    #[serde(default)]
    pub point: Option<String>,
    /// What is predicted.
    #[serde(default)]
    pub predict: Option<Predict>,
    /// What is to be reached by hand.
    #[serde(default)]
    pub goal: Option<Goal>,
}

impl Step {
    /// Whether it tells something and asks for nothing.
    pub fn is_told(&self) -> bool {
        self.predict.is_none() && self.goal.is_none()
    }

    /// How long it takes in a class that predicts alone, compares and looks, minutes.
    pub fn minutes_in_class(&self) -> u32 {
        match (&self.predict, &self.goal) {
            (Some(Predict::Path(_)), _) | (None, Some(_)) => 5,
            (Some(Predict::Order(_)), _) => 4,
            (Some(Predict::Value(_)), _) => 3,
            (None, None) => 1,
        }
    }
}

/// What is predicted before it is seen.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Predict {
    /// A series over time, drawn.
    Path(Path),
    /// Ducks, highest first.
    Order(Order),
    /// One number.
    Value(Value),
}

/// A path to be drawn.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Path {
    /// A setting and a series, `spend.level`.
    pub of: String,
    /// How far, weeks.
    pub weeks: usize,
    /// Ends of the scale.
    pub low: f64,
    /// The upper one.
    pub high: f64,
    /// A move that one notices, in the unit of the series.
    pub noticed: f64,
    /// What flows in, whose shape a drawing may copy, `spend.water_ai_bn`.
    #[serde(default)]
    pub flow: Option<String>,
}

/// Ducks to be put in order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// A setting and a week, `spend@52`.
    pub of: String,
    /// Keys of ducks, in the order in which they are offered.
    pub ducks: Vec<String>,
}

/// A number to be placed on a scale.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Value {
    /// What is asked for, `spend.level@52`.
    pub of: String,
    /// What it is now, where the guess begins.
    pub rest: f64,
    /// Ends of the scale.
    pub low: f64,
    /// The upper one.
    pub high: f64,
    /// Step of the scale; within one of the truth a guess is right.
    pub step: f64,
}

/// What is to be reached by moving levers.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Levers that may be moved; all where none is named.
    #[serde(default)]
    pub hands: Vec<String>,
    /// How many of them at most.
    #[serde(default)]
    pub at_most: Option<usize>,
    /// What must hold of the run, as in `tests/claims.csv`: `level@52 > 100`.
    pub holds: String,
    /// A setting that reaches it, by name; the test runs it.
    pub answer: String,
    /// How many hints there are: `<key>.hint.1` and so on.
    #[serde(default)]
    pub hints: usize,
}

/// Why a goal is not reached yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Short {
    /// The run does not do what it should.
    NotYet,
    /// Another lever than those that may be moved was moved.
    OtherLever(ParameterId),
    /// Too many of them were.
    TooMany,
}

impl Short {
    const fn name(&self) -> &'static str {
        match self {
            Short::NotYet => "not yet",
            Short::OtherLever(_) => "another lever is moved",
            Short::TooMany => "too many levers are moved",
        }
    }
}

/// A setting with a week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// The scenario.
    pub scenario: Scenario,
    /// The week.
    pub week: usize,
}

impl Lesson {
    /// The settings by name.
    ///
    /// # Errors
    /// Which of them the model refuses, and why.
    pub fn scenarios(&self) -> Result<BTreeMap<String, Scenario>, String> {
        let read = |(name, text): (&String, &String)| {
            let scenario = crate::setting(text).map_err(|fault| format!("setting `{name}`: {fault}"))?;
            Ok((name.clone(), scenario))
        };
        self.settings.iter().map(read).collect()
    }

    /// What `spend@52` shows.
    ///
    /// # Errors
    /// When there is no such setting or week.
    pub fn shown(&self, text: &str) -> Result<Shown, String> {
        let (name, week) = text.split_once('@').ok_or_else(|| format!("`{text}`: write SETTING@WEEK"))?;
        let setting = self.settings.get(name).ok_or_else(|| format!("`{text}`: no such setting"))?;
        let week = week.parse().ok().filter(|week| *week <= WEEKS);
        let week = week.ok_or_else(|| format!("`{text}`: no week of the run"))?;
        Ok(Shown { scenario: crate::setting(setting)?, week })
    }

    /// The true path that is to be drawn, and what flows in, at evenly spread weeks.
    ///
    /// # Errors
    /// What it names that is not there.
    pub fn path(&self, path: &Path, weeks: &[usize], runs: &mut Runs) -> Result<TruePath, String> {
        let mut at_weeks = |of: &str| -> Result<Vec<f64>, String> {
            let (name, key) = of.split_once('.').ok_or_else(|| format!("`{of}`: write SETTING.SERIES"))?;
            let series = Series::from_key(key).ok_or_else(|| format!("`{key}` is no series"))?;
            let run = runs.of(&self.shown(&format!("{name}@0"))?.scenario).series(series);
            weeks.iter().map(|week| run.get(*week).copied().ok_or("beyond the run".to_owned())).collect()
        };
        let truth = at_weeks(&path.of)?;
        let flow = path.flow.as_deref().map(at_weeks).transpose()?;
        Ok(TruePath { truth, flow })
    }

    /// The true moves of the ducks of an order, per cent.
    ///
    /// # Errors
    /// What it names that is not there.
    pub fn moves(&self, order: &Order, runs: &mut Runs) -> Result<Vec<(Duck, f64)>, String> {
        let Shown { scenario, week } = self.shown(&order.of)?;
        let run = runs.of(&scenario);
        let moved = |key: &String| {
            let duck = Duck::from_key(key).ok_or_else(|| format!("`{key}` is no duck"))?;
            let series =
                Series::from_key(&format!("{key}_pct")).ok_or_else(|| format!("`{key}` has no price"))?;
            Ok((duck, run.series(series)[week]))
        };
        order.ducks.iter().map(moved).collect()
    }

    /// The true value of a number.
    ///
    /// # Errors
    /// What it names that is not there.
    pub fn value(&self, of: &str, runs: &mut Runs) -> Result<f64, String> {
        let quantity = Quantity::read(of)?;
        quantity
            .value(&self.scenarios()?, runs)
            .ok_or_else(|| format!("`{of}` names a setting that is not there"))
    }

    /// What is wrong with it, as sentences that name the step; words are those of one language.
    pub fn faults(&self, words: &BTreeMap<String, String>, is_part: impl Fn(&str) -> bool) -> Vec<String> {
        let mut faults = Vec::new();
        let mut runs = Runs::default();
        faults.extend(self.scenarios().err());
        if self.minutes == 0 {
            faults.push("minutes: how long does it take?".to_owned());
        }
        if self.steps.is_empty() && self.tasks.is_none() {
            faults.push("steps: there are none".to_owned());
        }
        let mut keys = BTreeSet::new();
        for step in &self.steps {
            let mut fault = |text: String| faults.push(format!("step `{}`: {text}", step.key));
            if !keys.insert(&step.key) {
                fault("two steps have this key".to_owned());
            }
            if let Err(text) = self.check_step(step, &mut runs) {
                fault(text);
            }
            if step
                .point
                .as_deref()
                .is_some_and(|point| !is_part(point) && ParameterId::from_key(point).is_err())
            {
                fault(format!("`{}` is neither part nor lever", step.point.as_deref().unwrap_or_default()));
            }
        }
        let expected = self.texts();
        faults.extend(
            expected
                .iter()
                .filter(|key| !words.contains_key(*key))
                .map(|key| format!("words: `{key}` is missing")),
        );
        faults.extend(
            words
                .keys()
                .filter(|key| !expected.contains(*key))
                .map(|key| format!("words: nothing says `{key}`")),
        );
        for (key, text) in words {
            for name in placeholders(text) {
                if let Err(text) = self.value(name, &mut runs) {
                    faults.push(format!("words `{key}`: {text}"));
                }
            }
        }
        faults
    }

    fn check_step(&self, step: &Step, runs: &mut Runs) -> Result<(), String> {
        self.shown(&step.show)?;
        step.then.as_deref().map(|then| self.shown(then)).transpose()?;
        if step.predict.is_some() && step.goal.is_some() {
            return Err("it asks for a prediction and for a goal: make two of it".to_owned());
        }
        match &step.predict {
            Some(Predict::Path(path)) => {
                let weeks: Vec<usize> = (0..=path.weeks).collect();
                let TruePath { truth, .. } = self.path(path, &weeks, runs)?;
                let inside = |value: &f64| (path.low..=path.high).contains(value);
                if path.noticed <= 0.0 || !truth.iter().all(inside) {
                    return Err("the truth leaves the scale".to_owned());
                }
            }
            Some(Predict::Order(order)) => {
                let count = self.moves(order, runs)?.len();
                (count > 1).then_some(()).ok_or("an order is one of two ducks at least")?;
            }
            Some(Predict::Value(value)) => {
                let truth = self.value(&value.of, runs)?;
                let inside = |number: f64| (value.low..=value.high).contains(&number);
                if value.step <= 0.0 || !inside(truth) || !inside(value.rest) {
                    return Err("the truth leaves the scale".to_owned());
                }
                let scale = value.scale();
                let is_step = |number: f64| (scale.snap(number) - number).abs() < 1e-9;
                if !is_step(value.rest) || !is_step(value.high) {
                    return Err("what it is now, or the upper end, is between two steps".to_owned());
                }
            }
            None => {}
        }
        if let Some(goal) = &step.goal {
            let before = self.shown(&step.show)?.scenario;
            let answer = self.shown(&format!("{}@0", goal.answer))?.scenario;
            for key in &goal.hands {
                parameter(key)?;
            }
            if goal.reached(&before, &before, runs).is_ok() {
                return Err("the goal is reached before anything is moved".to_owned());
            }
            goal.reached(&before, &answer, runs).map_err(|short| format!("the answer: {}", short.name()))?;
        }
        Ok(())
    }

    /// The keys of its texts.
    pub fn texts(&self) -> BTreeSet<String> {
        let mut keys = BTreeSet::from(["title".to_owned(), "about".to_owned()]);
        for step in &self.steps {
            keys.insert(step.key.clone());
            if step.predict.is_some() || step.goal.is_some() {
                keys.insert(format!("{}.after", step.key));
            }
            let hints = step.goal.as_ref().map_or(0, |goal| goal.hints);
            keys.extend((1..=hints).map(|hint| format!("{}.hint.{hint}", step.key)));
        }
        keys
    }
}

/// A path as it comes out.
#[derive(Clone, Debug, PartialEq)]
pub struct TruePath {
    /// The series.
    pub truth: Vec<f64>,
    /// What flows in.
    pub flow: Option<Vec<f64>>,
}

impl Path {
    /// What a drawing is worth.
    pub fn score(&self, drawn: &[f64], TruePath { truth, flow }: &TruePath) -> Score {
        score::path(Drawn { drawn, truth, flow: flow.as_deref(), noticed: self.noticed })
    }
}

impl Value {
    /// The scale on which it is placed.
    pub const fn scale(&self) -> Scale {
        Scale { low: self.low, high: self.high, step: self.step }
    }

    /// What a guess is worth: all points within a step of the truth, none from half the scale on.
    pub fn score(&self, guess: f64, truth: f64) -> Score {
        score::value(guess, truth, Some(self.rest), self.step, (self.high - self.low) / 2.0)
    }
}

impl Goal {
    /// How far a run is from it, where the first thing that does not hold is one number beside a bound.
    pub fn gap(&self, now: &Scenario, runs: &mut Runs) -> Option<Gap> {
        Evidence::of(*now, &self.holds).gap(runs)
    }

    /// Whether a setting reaches it, from the one that was shown.
    ///
    /// # Errors
    /// Why not.
    pub fn reached(&self, from: &Scenario, now: &Scenario, runs: &mut Runs) -> Result<(), Short> {
        let moved = || ParameterId::ALL.into_iter().filter(|id| from.get(*id) != now.get(*id));
        let may =
            |id: &ParameterId| self.hands.is_empty() || self.hands.iter().any(|key| key == id.row().key);
        if let Some(other) = moved().find(|id| !may(id)) {
            return Err(Short::OtherLever(other));
        }
        if self.at_most.is_some_and(|most| moved().count() > most) {
            return Err(Short::TooMany);
        }
        Evidence::of(*now, &self.holds).check(runs).map_err(|_| Short::NotYet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LESSON: &str = r#"{
        "minutes": 3,
        "settings": { "rest": "", "spend": "capex=1000&dry=0", "full": "capex=1000&dry=3000" },
        "steps": [
            { "key": "scene", "show": "rest@0", "point": "water" },
            { "key": "draw", "show": "rest@0", "then": "spend@52",
              "predict": { "path": { "of": "spend.level", "weeks": 52, "low": 80, "high": 110, "noticed": 0.5 } } },
            { "key": "order", "show": "spend@0", "then": "spend@52",
              "predict": { "order": { "of": "spend@52", "ducks": ["bitcoin", "memory"] } } },
            { "key": "place", "show": "spend@0",
              "predict": { "value": { "of": "spend.level@52", "rest": 100, "low": 80, "high": 110, "step": 0.5 } } },
            { "key": "try", "show": "spend@52",
              "goal": { "hands": ["dry"], "holds": "level@52 > 100", "answer": "full", "hints": 1 } }
        ]
    }"#;

    fn words() -> BTreeMap<String, String> {
        let lesson: Lesson = serde_json::from_str(LESSON).unwrap();
        lesson.texts().into_iter().map(|key| (key, "Level {spend.level@52}".to_owned())).collect()
    }

    fn faults(text: &str, words: &BTreeMap<String, String>) -> Vec<String> {
        match serde_json::from_str::<Lesson>(text) {
            Ok(lesson) => lesson.faults(words, |part| part == "water"),
            Err(error) => vec![error.to_string()],
        }
    }

    #[test]
    fn a_lesson_that_is_right_has_no_faults() {
        assert_eq!(faults(LESSON, &words()), Vec::<String>::new());
    }

    #[test]
    fn what_is_wrong_with_a_lesson_is_said() {
        for (from, to, said) in [
            ("capex=1000&dry=0", "capex=9000", "outside the range"),
            ("rest@0\", \"point", "gone@0\", \"point", "no such setting"),
            ("rest@0\", \"point", "rest@105\", \"point", "no week"),
            ("\"point\": \"water\"", "\"point\": \"wader\"", "neither part nor lever"),
            ("\"key\": \"order\"", "\"key\": \"draw\"", "two steps have this key"),
            ("\"spend.level\", \"weeks\"", "\"spend.lewel\", \"weeks\"", "is no series"),
            ("\"weeks\": 52", "\"weeks\": 152", "beyond the run"),
            (
                "\"low\": 80, \"high\": 110, \"noticed\"",
                "\"low\": 99.9, \"high\": 100, \"noticed\"",
                "leaves the scale",
            ),
            ("\"bitcoin\"", "\"bitcorn\"", "is no duck"),
            ("\"rest\": 100", "\"rest\": 70", "leaves the scale"),
            ("\"rest\": 100", "\"rest\": 100.2", "between two steps"),
            ("[\"dry\"]", "[\"dryer\"]", "dryer"),
            ("[\"dry\"]", "[\"tga\"]", "another lever"),
            ("level@52 > 100", "level@52 > 0", "before anything is moved"),
            ("level@52 > 100", "level@52 > 190", "not yet"),
            ("\"minutes\": 3", "\"minutes\": 0", "how long"),
            ("\"hints\"", "\"hunts\"", "hunts"),
        ] {
            assert!(LESSON.contains(from), "{from}");
            let said_now = faults(&LESSON.replace(from, to), &words());
            assert!(said_now.iter().any(|fault| fault.contains(said)), "{to}: {said_now:?}");
        }
        let mut less = words();
        less.remove("draw.after");
        less.insert("more".to_owned(), "{spend.level}".to_owned());
        let said = faults(LESSON, &less);
        assert!(said.iter().any(|fault| fault.contains("`draw.after` is missing")), "{said:?}");
        assert!(said.iter().any(|fault| fault.contains("nothing says `more`")), "{said:?}");
        assert!(said.iter().any(|fault| fault.starts_with("words `more`")), "{said:?}");
    }

    #[test]
    fn predictions_are_scored_by_the_run() {
        let lesson: Lesson = serde_json::from_str(LESSON).unwrap();
        let mut runs = Runs::default();
        let Some(Predict::Path(path)) = &lesson.steps[1].predict else { panic!() };
        let weeks: Vec<usize> = (0..=52).step_by(4).collect();
        let truth = lesson.path(path, &weeks, &mut runs).unwrap();
        assert_eq!(truth.truth.len(), 14);
        assert_eq!(path.score(&truth.truth, &truth).points, 100);
        let Some(Predict::Order(order)) = &lesson.steps[2].predict else { panic!() };
        let moves = lesson.moves(order, &mut runs).unwrap();
        assert_eq!(moves[0].0, Duck::Bitcoin);
        assert!(moves[0].1 < moves[1].1, "memory makers sell to AI");
        let Some(Predict::Value(value)) = &lesson.steps[3].predict else { panic!() };
        let level = lesson.value(&value.of, &mut runs).unwrap();
        assert_eq!(value.score(level, level).points, 100);
        assert!(value.score(108.0, level).points < 50);
    }
}
