//! A lesson with its words, fetched.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use bathtub_lessons::scenario::{DRAW, ORDER};
use bathtub_lessons::{Lesson, Predict, Quantity, Runs};
use bathtub_model::{ParameterId, Preset, Scenario, Series, Unit};
use serde::Deserialize;
use yew::prelude::*;

use crate::language::Language;
use crate::locale::lessons::LessonMessage;
use crate::locale::scene::SceneMessage;
use crate::locale::{Number, Words, units};
use crate::platform::lessons;
use crate::state::LessonPlace;

/// What comes later.
type LocalBoxFuture<T> = Pin<Box<dyn Future<Output = T>>>;

/// A lesson and its words in a language.
#[derive(Debug, PartialEq)]
pub struct Course {
    pub lesson: Lesson,
    texts: BTreeMap<String, String>,
    scenarios: BTreeMap<String, Scenario>,
    /// Whether it is in English for want of the language that was asked for.
    pub is_english: bool,
}

/// How far it has come.
#[derive(Debug, PartialEq)]
pub enum Arrival<T> {
    Coming,
    Here(Rc<T>),
    Missing,
}

impl<T> Clone for Arrival<T> {
    fn clone(&self) -> Self {
        match self {
            Arrival::Coming => Arrival::Coming,
            Arrival::Here(arrived) => Arrival::Here(Rc::clone(arrived)),
            Arrival::Missing => Arrival::Missing,
        }
    }
}

impl Course {
    /// A lesson by its name.
    async fn fetch(id: &str, language: Language) -> Option<Self> {
        let lesson: Lesson = lessons::fetch(&format!("{id}/lesson.json")).await?;
        let texts = |language: Language| async move {
            lessons::fetch::<BTreeMap<String, String>>(&format!("{id}/{}.json", language.tag())).await
        };
        let own = texts(language).await;
        let is_english = own.is_none();
        let texts = match own {
            Some(texts) => texts,
            None => texts(Language::English).await?,
        };
        Self::of(lesson, texts, is_english)
    }

    /// A lesson with its texts; one that names what this model does not have is none.
    pub fn of(lesson: Lesson, texts: BTreeMap<String, String>, is_english: bool) -> Option<Self> {
        let scenarios = lesson.scenarios().ok()?;
        Some(Course { lesson, texts, scenarios, is_english })
    }

    /// The scenario that a lesson of this name predicts.
    pub fn scenario_of(id: &str) -> Option<&'static Preset> {
        Preset::from_key(LessonPlace::scenario(id)?)
    }

    /// The lesson of a prepared scenario, in the words of the page.
    fn of_scenario(preset: &'static Preset, words: &Words) -> Option<Self> {
        let lesson = Lesson::of_scenario(preset).ok()?;
        let scenarios = lesson.scenarios().ok()?;
        let weeks = lesson.steps.iter().find_map(|step| match &step.predict {
            Some(Predict::Path(path)) => Some(path.weeks),
            _ => None,
        })?;
        let set = levers(preset.levers.iter().map(|(id, value)| (*id, *value)), words);
        let draw = words.text(&LessonMessage::GuessDraw { weeks: Number::count(weeks) });
        let order = words.text(&LessonMessage::GuessOrder { week: Number::count(preset.week) });
        let texts = [
            ("title".to_owned(), words.preset(preset, "title").to_string()),
            (DRAW.to_owned(), format!("{set}\n{draw}")),
            (format!("{DRAW}.after"), words.preset(preset, "look").to_string()),
            (ORDER.to_owned(), order.to_string()),
        ];
        Some(Course { lesson, texts: texts.into(), scenarios, is_english: false })
    }

    /// A text with its numbers; nothing where there is none.
    pub fn text(&self, key: &str, words: &Words, runs: &mut Runs) -> Option<String> {
        let mut filled = String::new();
        let mut rest = self.texts.get(key)?.as_str();
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}')?;
            filled.push_str(before);
            filled.push_str(&self.number(name, words, runs)?);
            rest = after;
        }
        filled.push_str(rest);
        Some(filled)
    }

    fn number(&self, name: &str, words: &Words, runs: &mut Runs) -> Option<AttrValue> {
        let quantity = Quantity::read(name).ok()?;
        let value = quantity.value(&self.scenarios, runs)?;
        // Whether something is more or less is said by the words around.
        Some(AttrValue::from(written(value, quantity.unit(), words).replace('+', "")))
    }
}

/// Levers and where they stand, in one line.
pub fn levers(set: impl Iterator<Item = (ParameterId, f64)>, words: &Words) -> String {
    let said = set.map(|(id, value)| {
        let (name, value) = (words.label(id.row()), units::quantity(words, value, id.row().unit));
        words.text(&SceneMessage::Labelled { name, value }).to_string()
    });
    said.collect::<Vec<_>>().join("; ")
}

/// A number as a text has it: rounded to what one can read.
pub fn written(value: f64, unit: Unit, words: &Words) -> AttrValue {
    let steps = match unit {
        Unit::Billion | Unit::BillionAYear => 1.0,
        _ => 10.0,
    };
    units::quantity(words, (value * steps).round() / steps, unit)
}

/// The unit of a series of a setting, `spend.level`.
pub fn unit_of(of: &str) -> Unit {
    let series = of.split_once('.').and_then(|(_, key)| Series::from_key(key));
    series.map_or(Unit::Index, |series| series.row().unit)
}

/// What comes for a key, and what fetches it again.
#[hook]
fn use_arrival<K, T>(key: K, fetch: fn(K) -> LocalBoxFuture<Option<T>>) -> (Arrival<T>, Callback<()>)
where
    K: Clone + PartialEq + 'static,
    T: PartialEq + 'static,
{
    let arrival = use_state_eq(|| Arrival::Coming);
    let again = {
        let arrival = arrival.setter();
        use_callback(key.clone(), move |(), key| {
            let (arrival, coming) = (arrival.clone(), fetch(key.clone()));
            yew::platform::spawn_local(async move {
                arrival.set(coming.await.map_or(Arrival::Missing, |came| Arrival::Here(Rc::new(came))));
            });
        })
    };
    {
        let again = again.clone();
        use_effect_with(key, move |_| again.emit(()));
    }
    ((*arrival).clone(), again)
}

/// A lesson, fetched anew for another language, and what fetches it again.
#[hook]
pub fn use_course(id: &AttrValue, words: &Words) -> (Arrival<Course>, Callback<()>) {
    use_arrival((id.clone(), words.clone()), |(id, words)| Box::pin(async move { course(&id, &words).await }))
}

/// The course of a name, whichever kind it is.
async fn course(id: &str, words: &Words) -> Option<Course> {
    match Course::scenario_of(id) {
        Some(preset) => Course::of_scenario(preset, words),
        None => Course::fetch(id, words.language()).await,
    }
}

/// Courses by their names.
pub type Courses = BTreeMap<String, Course>;

/// All lessons of these names that there are.
#[hook]
pub fn use_courses(ids: Vec<String>, words: &Words) -> Arrival<Courses> {
    let (arrival, _) = use_arrival((ids, words.clone()), |(ids, words)| {
        Box::pin(async move {
            let mut courses = Courses::new();
            for id in ids {
                if let Some(course) = course(&id, &words).await {
                    courses.insert(id, course);
                }
            }
            Some(courses)
        })
    });
    arrival
}

/// A row of the list of lessons, as the build writes it (`lessons/list.<tag>.json`).
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Row {
    pub id: String,
    pub minutes: u32,
    pub title: String,
    pub about: String,
}

/// The list of lessons in a language.
#[hook]
pub fn use_rows(language: Language) -> (Arrival<Vec<Row>>, Callback<()>) {
    use_arrival(language, |language| {
        Box::pin(async move { lessons::fetch(&format!("list.{}.json", language.tag())).await })
    })
}
