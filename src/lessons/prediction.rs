//! Predictions: what is asked, what was guessed, and what that is worth.

use bathtub_lessons::{Answer, Order as OrderStep, Path, Predict, Quantity, Runs, Score, Step, Task, Value};
use bathtub_model::{Duck, Series, Unit};
use yew::prelude::*;

use super::course::{Course, written};
use super::drawing::Drawing;
use super::guess::{Order, Place};
use super::result::result;
use super::tasks::beginning;
use crate::locale::lessons::LessonMessage;
use crate::locale::{Number, Words, terms};
use crate::number::NumberStyle;

/// Stretches of a drawn path.
const STRETCHES: usize = 8;
/// Moves of two ducks that differ by less stand right either way, percentage points.
const ALIKE: f64 = 0.3;

/// What was answered in a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    Path(Vec<f64>),
    Order(Vec<usize>),
    Value(f64),
    Task(Answer),
}

/// A prediction that is asked for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub course: &'a Course,
    /// Whether the truth is seen.
    pub done: bool,
    /// What is asked, in words.
    pub label: &'a str,
    pub onguess: &'a Callback<Given>,
    pub words: &'a Words,
}

impl Asked<'_> {
    /// A prediction, and what it was worth.
    pub fn prediction(&self, predict: &Predict, given: &Given, runs: &mut Runs) -> Html {
        let Asked { course, done, words, .. } = *self;
        let drawing = match (predict, given) {
            (Predict::Path(path), Given::Path(given)) => self.path(path, given, runs),
            (Predict::Order(order), Given::Order(given)) => self.order(order, given, runs),
            (Predict::Value(value), Given::Value(guess)) => self.value(value, *guess, runs),
            _ => None,
        };
        let step = Step { predict: Some(predict.clone()), ..Step::default() };
        let scored = done.then(|| score(course, Some(&step), None, given, runs)).flatten();
        let rule = match predict {
            Predict::Path(_) => LessonMessage::ScorePath,
            Predict::Order(_) => LessonMessage::ScoreOrder,
            Predict::Value(_) => LessonMessage::ScoreValue,
        };
        html! {
            <>
                <div>{ for drawing }</div>
                <div role="status">{ for scored.map(|score| result(score, Some(rule), words)) }</div>
            </>
        }
    }

    fn path(&self, path: &Path, given: &[f64], runs: &mut Runs) -> Option<Html> {
        let Asked { course, done, label, onguess, words } = *self;
        let points = weeks(path);
        let truth = course.lesson.path(path, &points, runs).ok()?.truth;
        let values = drawn(given, &truth);
        let all: Vec<usize> = (0..=path.weeks).collect();
        let line = course.lesson.path(path, &all, runs).ok()?.truth;
        let line = done.then(|| {
            line.into_iter().enumerate().map(|(week, value)| (week as f64, value)).collect::<Vec<_>>()
        });
        let unit = path
            .of
            .split_once('.')
            .and_then(|(_, key)| Series::from_key(key))
            .map_or(Unit::Index, |series| series.row().unit);
        let write = {
            let words = words.clone();
            Callback::from(move |value: f64| written(value, unit, &words))
        };
        let named = {
            let words = words.clone();
            Callback::from(move |week: f64| {
                words.text(&LessonMessage::DrawPoint { week: Number::plain(week, 0) })
            })
        };
        let times: Vec<f64> = points.iter().map(|week| *week as f64).collect();
        Some(html! {
            <>
                <p class="quiet">{ words.text(&LessonMessage::Draw) }</p>
                <Drawing {times} {values} scale={(path.low, path.high)} truth={line} written={write} {named}
                    truth_name={words.text(&LessonMessage::TrueLine)} across={words.text(&LessonMessage::AcrossWeeks)} label={label.to_owned()} ondraw={onguess.reform(Given::Path)} />
            </>
        })
    }

    fn order(&self, order: &OrderStep, given: &[usize], runs: &mut Runs) -> Option<Html> {
        let Asked { course, done, onguess, words, .. } = *self;
        let moves = course.lesson.moves(order, runs).ok()?;
        let name = |duck: &Duck| words.text(&terms::duck(*duck));
        let names: Vec<AttrValue> = moves.iter().map(|(duck, _)| name(duck)).collect();
        let signed = |moved: f64| AttrValue::from(words.number(moved, NumberStyle::signed_percent(1)));
        let truth = done.then(|| moves.iter().map(|(_, moved)| signed(*moved)).collect::<Vec<_>>());
        let right = done.then(|| {
            let mut sorted: Vec<&(Duck, f64)> = moves.iter().collect();
            sorted.sort_by(|one, other| other.1.total_cmp(&one.1));
            let names: Vec<String> = sorted.into_iter().map(|(duck, _)| name(duck).to_string()).collect();
            let text = words.text(&LessonMessage::RightOrder { names: names.join(" > ").into() });
            html! { <p>{ text }</p> }
        });
        Some(html! {
            <>
                <Order order={given.to_vec()} {names} {truth} onorder={onguess.reform(Given::Order)} />
                <div>{ for right }</div>
            </>
        })
    }

    fn value(&self, value: &Value, guess: f64, runs: &mut Runs) -> Option<Html> {
        let Asked { course, done, label, onguess, words } = *self;
        let quantity = Quantity::read(&value.of).ok()?;
        let (unit, is_move) = (quantity.unit(), quantity.is_move());
        let write = {
            let words = words.clone();
            Callback::from(move |value: f64| match is_move {
                true => words.number(value, NumberStyle::signed_percent(1)).into(),
                false => written(value, unit, &words),
            })
        };
        let truth = course.lesson.value(&value.of, runs).ok()?;
        let said = done.then(|| {
            words.text(&LessonMessage::GuessAndTruth { guess: write.emit(guess), truth: write.emit(truth) })
        });
        Some(html! {
            <>
                <Place value={guess} low={value.low} high={value.high} step={value.step} written={write} {done} label={label.to_owned()}
                    onplace={onguess.reform(Given::Value)} />
                <div>{ for said.map(|said| html! { <p>{ said }</p> }) }</div>
            </>
        })
    }
}

/// The points of a path, weeks.
fn weeks(path: &Path) -> Vec<usize> {
    (0..=STRETCHES).map(|point| path.weeks * point / STRETCHES).collect()
}

/// The guess that a prediction begins with: nothing moves.
pub fn first_guess(step: Option<&Step>, task: Option<&Task>) -> Option<Given> {
    if let Some(task) = task {
        return beginning(task).map(Given::Task);
    }
    match step?.predict.as_ref()? {
        Predict::Path(_) => Some(Given::Path(Vec::new())),
        Predict::Order(order) => Some(Given::Order((0..order.ducks.len()).collect())),
        Predict::Value(value) => Some(Given::Value(value.rest)),
    }
}

/// A drawing; one that was not begun stays where the truth begins.
fn drawn(given: &[f64], truth: &[f64]) -> Vec<f64> {
    if given.is_empty() { vec![truth[0]; truth.len()] } else { given.to_vec() }
}

/// What an answer is worth.
pub fn score(
    course: &Course,
    step: Option<&Step>,
    task: Option<&Task>,
    given: &Given,
    runs: &mut Runs,
) -> Option<Score> {
    if let (Some(task), Given::Task(answer)) = (task, given) {
        return Some(task.score(answer));
    }
    match (step?.predict.as_ref()?, given) {
        (Predict::Path(path), Given::Path(given)) => {
            let truth = course.lesson.path(path, &weeks(path), runs).ok()?;
            Some(path.score(&drawn(given, &truth.truth), &truth))
        }
        (Predict::Order(order), Given::Order(given)) => {
            let moves = course.lesson.moves(order, runs).ok()?;
            let guessed: Vec<f64> =
                given.iter().filter_map(|at| moves.get(*at)).map(|(_, moved)| *moved).collect();
            Some(bathtub_lessons::score::order(&guessed, ALIKE))
        }
        (Predict::Value(value), Given::Value(guess)) => {
            Some(value.score(*guess, course.lesson.value(&value.of, runs).ok()?))
        }
        _ => None,
    }
}
