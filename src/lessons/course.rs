//! A lesson with its words, fetched.

use std::collections::BTreeMap;
use std::rc::Rc;

use bathtub_lessons::{Lesson, Quantity, Runs};
use bathtub_model::{Scenario, Unit};
use serde::Deserialize;
use yew::prelude::*;

use crate::language::Language;
use crate::locale::{Words, units};
use crate::platform::lessons;

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
        // A lesson that names what this model does not have is none.
        let scenarios = lesson.scenarios().ok()?;
        Some(Course { lesson, texts, scenarios, is_english })
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

/// A number as a text has it: rounded to what one can read.
pub fn written(value: f64, unit: Unit, words: &Words) -> AttrValue {
    let steps = match unit {
        Unit::Billion | Unit::BillionAYear => 1.0,
        _ => 10.0,
    };
    units::quantity(words, (value * steps).round() / steps, unit)
}

/// A lesson, fetched anew for another language, and what fetches it again.
#[hook]
pub fn use_course(id: &AttrValue, language: Language) -> (Arrival<Course>, Callback<()>) {
    let arrival = use_state_eq(|| Arrival::Coming);
    let fetch = {
        let arrival = arrival.setter();
        use_callback((id.clone(), language), move |(), (id, language)| {
            let (arrival, id, language) = (arrival.clone(), id.clone(), *language);
            yew::platform::spawn_local(async move {
                let course = Course::fetch(&id, language).await;
                arrival.set(course.map_or(Arrival::Missing, |course| Arrival::Here(Rc::new(course))));
            });
        })
    };
    {
        let fetch = fetch.clone();
        use_effect_with((id.clone(), language), move |_| fetch.emit(()));
    }
    ((*arrival).clone(), fetch)
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
    let arrival = use_state_eq(|| Arrival::Coming);
    let fetch = {
        let arrival = arrival.setter();
        use_callback(language, move |(), language| {
            let (arrival, language) = (arrival.clone(), *language);
            yew::platform::spawn_local(async move {
                let rows = lessons::fetch(&format!("list.{}.json", language.tag())).await;
                arrival.set(rows.map_or(Arrival::Missing, |rows| Arrival::Here(Rc::new(rows))));
            });
        })
    };
    {
        let fetch = fetch.clone();
        use_effect_with(language, move |_| fetch.emit(()));
    }
    ((*arrival).clone(), fetch)
}
