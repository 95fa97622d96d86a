//! The teacher's guide: what the class does in each step, for how long, what is right, and which mistakes
//! are usual.

use bathtub_lessons::{Answer, Kind, Misconception, Predict, Quantity, Runs, Step, Task};
use yew::prelude::*;

use super::{about, goal_answer, tasks, title};
use crate::lessons::class::answers::name;
use crate::lessons::course::{Course, unit_of, written};
use crate::lessons::tasks::{choices, question};
use crate::locale::sheets::SheetMessage;
use crate::locale::{Number, Words, terms};
use crate::number::NumberStyle;

/// A row of the plan.
struct Row {
    text: AttrValue,
    minutes: u32,
    does: SheetMessage,
    answer: String,
    mistakes: &'static [Misconception],
}

/// The plan of a lesson, with its key.
pub fn guide(course: &Course, words: &Words, runs: &mut Runs) -> Html {
    let mut rows: Vec<Row> =
        course.lesson.steps.iter().map(|step| of_step(course, step, words, runs)).collect();
    rows.extend(tasks(course).iter().map(|task| of_task(task, words)));
    let minutes: u32 = rows.iter().map(|row| row.minutes).sum();
    let plan = SheetMessage::Plan {
        class: Number::count(minutes as usize),
        alone: Number::count(course.lesson.minutes as usize),
    };
    let rows = rows.into_iter().enumerate().map(|(at, row)| {
        let mistakes = row.mistakes.iter().map(|mistake| words.text(&name(*mistake)).to_string());
        html! {
            <tr>
                <th scope="row">{ words.number(at as f64 + 1.0, NumberStyle::plain(0)) }{ ". " }{ row.text }</th>
                <td>{ words.number(f64::from(row.minutes), NumberStyle::plain(0)) }</td>
                <td>{ words.text(&row.does) }</td>
                <td>{ row.answer }</td>
                <td>{ mistakes.collect::<Vec<_>>().join("; ") }</td>
            </tr>
        }
    });
    let heads = [
        SheetMessage::StepHead,
        SheetMessage::MinutesHead,
        SheetMessage::DoHead,
        SheetMessage::AnswerHead,
        SheetMessage::MistakeHead,
    ];
    html! {
        <article id="guide" class="sheet">
            <h2>{ words.text(&SheetMessage::Guide) }{ ": " }{ title(course, words) }</h2>
            <p><strong>{ about(course, words) }</strong></p>
            <p data-minutes={minutes.to_string()}>{ words.text(&plan) }</p>
            <table class="sheet-plan">
                <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ words.text(head) }</th> }) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            if course.lesson.tasks.is_none() {
                <p>{ words.text(&SheetMessage::Ask) }</p>
            }
        </article>
    }
}

/// The first sentences of a text, for a narrow column.
fn first_line(text: &str) -> AttrValue {
    text.split('\n').next().unwrap_or_default().to_owned().into()
}

fn of_step(course: &Course, step: &Step, words: &Words, runs: &mut Runs) -> Row {
    use Misconception as M;
    let text = first_line(&course.text(&step.key, words, runs).unwrap_or_default());
    let (does, answer, mistakes): (_, Option<String>, &'static [Misconception]) = match &step.predict {
        Some(Predict::Path(path)) => {
            let last = course.lesson.path(path, &[path.weeks], runs).ok();
            let value = last.and_then(|path| path.truth.last().copied());
            let said = value.map(|value| {
                words
                    .text(&SheetMessage::Truth { value: written(value, unit_of(&path.of), words) })
                    .to_string()
            });
            (SheetMessage::DoPredict, said, &[M::ShapeOfFlow, M::StraightLine, M::WrongSign, M::TooEarly])
        }
        Some(Predict::Value(value)) => {
            let truth = course.lesson.value(&value.of, runs).ok();
            let written =
                Quantity::read(&value.of).ok().zip(truth).map(|(quantity, truth)| match quantity.is_move() {
                    true => words.number(truth, NumberStyle::signed_percent(1)),
                    false => written(truth, quantity.unit(), words).to_string(),
                });
            let said =
                written.map(|value| words.text(&SheetMessage::Truth { value: value.into() }).to_string());
            (SheetMessage::DoPredict, said, &[M::WrongSign, M::NoChange])
        }
        Some(Predict::Order(order)) => {
            let said = course.lesson.moves(order, runs).ok().map(|mut moves| {
                moves.sort_by(|one, other| other.1.total_cmp(&one.1));
                let names = moves.iter().map(|(duck, _)| words.text(&terms::duck(*duck)).to_string());
                names.collect::<Vec<_>>().join(" > ")
            });
            (SheetMessage::DoPredict, said, &[M::Reversed])
        }
        None if step.goal.is_some() => {
            let levers = goal_answer(course, step, words).into();
            (SheetMessage::DoGoal, Some(words.text(&SheetMessage::OneWay { levers }).to_string()), &[])
        }
        None => (SheetMessage::DoTell, None, &[]),
    };
    Row { text, minutes: step.minutes_in_class(), does, answer: answer.unwrap_or_default(), mistakes }
}

fn of_task(task: &Task, words: &Words) -> Row {
    use Misconception as M;
    let answer = match task.right() {
        Answer::Choice(at) => choices(task, words).get(at).map(ToString::to_string).unwrap_or_default(),
        Answer::Number(right) => words.number(right, NumberStyle::plain(0)),
        Answer::Path(path) => {
            let numbers = path.iter().map(|value| words.number(*value, NumberStyle::plain(0)));
            numbers.collect::<Vec<_>>().join(" ")
        }
        Answer::Order(_) => String::new(),
    };
    let mistakes: &'static [Misconception] = match task.kind {
        Kind::Highest | Kind::Lowest | Kind::Slower => &[M::ShapeOfFlow],
        Kind::Sum => &[M::NoOutflow, M::NoBeginning],
        Kind::Draw => &[M::ShapeOfFlow, M::StraightLine],
        Kind::Steady => &[],
    };
    Row {
        text: words.text(&question(task)),
        minutes: Task::MINUTES_IN_CLASS,
        does: SheetMessage::DoTask,
        answer,
        mistakes,
    }
}
