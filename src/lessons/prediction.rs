//! Predictions: what is asked, what was guessed, and what that is worth.

use bathtub_lessons::{Answer, Order as OrderStep, Path, Predict, Quantity, Question, Runs, Scale, Value};
use bathtub_model::Duck;
use yew::prelude::*;

use super::course::{Course, unit_of, written};
use super::drawing::Drawing;
use super::guess::{Order, Place};
use super::result::result;
use crate::locale::lessons::LessonMessage;
use crate::locale::{Number, Words, terms};
use crate::number::NumberStyle;

/// A prediction that is asked for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub course: &'a Course,
    /// Whether the truth is seen.
    pub done: bool,
    /// What is asked, in words.
    pub label: &'a str,
    pub onguess: &'a Callback<Answer>,
    pub words: &'a Words,
}

impl Asked<'_> {
    /// A prediction, and what it was worth.
    pub fn prediction(&self, predict: &Predict, given: &Answer, runs: &mut Runs) -> Html {
        let Asked { course, done, words, .. } = *self;
        let drawing = match (predict, given) {
            (Predict::Path(path), Answer::Path(given)) => self.path(path, given, runs),
            (Predict::Order(order), Answer::Order(given)) => self.order(order, given, runs),
            (Predict::Value(value), Answer::Number(guess)) => self.value(value, *guess, runs),
            _ => None,
        };
        let question = Question::Predict(&course.lesson, predict);
        let scored = done.then(|| question.score(given, runs)).flatten();
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
        let points = path.points();
        let truth = course.lesson.path(path, &points, runs).ok()?.truth;
        let values = Path::drawn(given, &truth);
        let all: Vec<usize> = (0..=path.weeks).collect();
        let line = course.lesson.path(path, &all, runs).ok()?.truth;
        let line = done.then(|| {
            line.into_iter().enumerate().map(|(week, value)| (week as f64, value)).collect::<Vec<_>>()
        });
        let unit = unit_of(&path.of);
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
                <Drawing {times} {values} scale={Scale::of_drawing((path.low, path.high))} truth={line} written={write} {named}
                    truth_name={words.text(&LessonMessage::TrueLine)} across={words.text(&LessonMessage::AcrossWeeks)} label={label.to_owned()} ondraw={onguess.reform(Answer::Path)} />
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
                <Order order={given.to_vec()} {names} {truth} onorder={onguess.reform(Answer::Order)} />
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
                <Place value={guess} scale={value.scale()} written={write} {done} label={label.to_owned()}
                    onplace={onguess.reform(Answer::Number)} />
                <div>{ for said.map(|said| html! { <p>{ said }</p> }) }</div>
            </>
        })
    }
}
