//! A lesson on paper: a worksheet, an answer sheet and a teacher's guide, made from the lesson's data. The
//! build writes them as pages of plain HTML; nothing here is in the program.

mod drawn;
mod guide;
mod roles;

use bathtub_lessons::{Answer, Kind, Order, Path, Predict, Quantity, Runs, Step, Task, Value};
use bathtub_model::{Group, ParameterId};
use yew::prelude::*;

use super::course::{Course, levers, unit_of, written};
use super::tasks::{choices, flows, question, story, why};
use crate::locale::lessons::LessonMessage;
use crate::locale::sheets::SheetMessage;
use crate::locale::{Number, Words, terms};
use crate::number::NumberStyle;
use drawn::{line_chart, scale_line};
pub use roles::cards;

/// The seed of the tasks on paper: one sheet for all.
const SEED: u32 = 1;

/// What a sheet shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// What is asked, with room for answers.
    Worksheet,
    /// What is right, and why.
    Answers,
}

/// All three, one below the other; each is printed on pages of its own.
pub fn sheets(id: &str, course: &Course, words: &Words) -> Html {
    let mut runs = Runs::default();
    let title = title(course, words);
    let part = |name: &str, message: SheetMessage| {
        html! { <li><a href={format!("#{name}")}>{ words.text(&message) }</a></li> }
    };
    let at_page = format!("../../../{}?lesson={id}&lang={}", up(words), words.language().tag());
    html! {
        <div class="sheets">
            <nav class="sheets-choice">
                <h1>{ words.text(&SheetMessage::Title { lesson: title.into() }) }</h1>
                <p>{ words.text(&SheetMessage::Choose) }</p>
                <ul class="trail">
                    { part("worksheet", SheetMessage::Worksheet) }
                    { part("answers", SheetMessage::Answers) }
                    { part("guide", SheetMessage::Guide) }
                    { part("all", SheetMessage::All) }
                    <li><a href={at_page}>{ words.text(&SheetMessage::AtPage) }</a></li>
                </ul>
            </nav>
            { sheet(Side::Worksheet, course, words, &mut runs) }
            { sheet(Side::Answers, course, words, &mut runs) }
            { guide::guide(course, words, &mut runs) }
        </div>
    }
}

/// The way up from the folder of a language to that of English.
fn up(words: &Words) -> &'static str {
    if words.language() == crate::language::Language::English { "" } else { "../" }
}

/// The lesson's title.
pub fn title(course: &Course, words: &Words) -> String {
    course.text("title", words, &mut Runs::default()).unwrap_or_default()
}

/// What the lesson is about, in one sentence.
pub fn about(course: &Course, words: &Words) -> String {
    course.text("about", words, &mut Runs::default()).unwrap_or_default()
}

/// The tasks of a lesson that has them.
fn tasks(course: &Course) -> Vec<Task> {
    course.lesson.tasks.map(|round| Task::round(SEED, round)).unwrap_or_default()
}

fn sheet(side: Side, course: &Course, words: &Words, runs: &mut Runs) -> Html {
    let (id, name) = match side {
        Side::Worksheet => ("worksheet", SheetMessage::Worksheet),
        Side::Answers => ("answers", SheetMessage::Answers),
    };
    let all = &course.lesson.steps;
    // What is told at the end says what was learned: not before it is.
    let asked = all.iter().rposition(|step| !step.is_told()).map_or(all.len(), |last| last + 1);
    let shown = if side == Side::Worksheet { &all[..asked] } else { all.as_slice() };
    let steps: Vec<Html> = shown.iter().map(|step| step_view(side, course, step, words, runs)).collect();
    let tasks: Vec<Html> = tasks(course).iter().map(|task| task_view(side, task, words)).collect();
    html! {
        <article {id} class="sheet">
            <h2>{ words.text(&name) }{ ": " }{ title(course, words) }</h2>
            if side == Side::Worksheet {
                <p class="sheet-who"><span>{ words.text(&SheetMessage::Name) }</span><span>{ words.text(&SheetMessage::Date) }</span></p>
            }
            <ol class={classes!("sheet-steps", course.lesson.tasks.is_some().then_some("is-tasks"))}>{ for steps.into_iter().chain(tasks) }</ol>
        </article>
    }
}

fn step_view(side: Side, course: &Course, step: &Step, words: &Words, runs: &mut Runs) -> Html {
    let text = course.text(&step.key, words, runs).unwrap_or_default();
    let asked = match &step.predict {
        Some(Predict::Path(path)) => path_view(side, course, path, words, runs),
        Some(Predict::Order(order)) => order_view(side, course, order, words, runs),
        Some(Predict::Value(value)) => value_view(side, course, value, words, runs),
        None => None,
    };
    let goal = step.goal.as_ref().map(|_| match side {
        Side::Worksheet => html! {
            <>
                <p class="quiet">{ words.text(&SheetMessage::Hands { levers: hands(course, step, words).into() }) }</p>
                <p>{ words.text(&SheetMessage::GoalHere) }</p>
                { room() }
            </>
        },
        Side::Answers => {
            let answer = goal_answer(course, step, words);
            html! { <p class="sheet-right">{ words.text(&SheetMessage::OneWay { levers: answer.into() }) }</p> }
        }
    });
    let after =
        (side == Side::Answers).then(|| course.text(&format!("{}.after", step.key), words, runs)).flatten();
    html! {
        <li key={step.key.clone()}>
            <div>{ for text.split('\n').map(|line| html! { <p>{ line.to_owned() }</p> }) }</div>
            <div>{ for asked }</div>
            <div>{ for goal }</div>
            if side == Side::Worksheet && step.predict.is_some() {
                <p>{ words.text(&SheetMessage::Reason) }</p>
                { room() }
            }
            if let Some(after) = after {
                <p class="sheet-right">{ after }</p>
            }
        </li>
    }
}

/// Two lines to write on.
fn room() -> Html {
    html! { <div class="sheet-room" aria-hidden="true"><span></span><span></span></div> }
}

/// The levers that may be moved, or the main ones, and where they stand.
fn hands(course: &Course, step: &Step, words: &Words) -> String {
    let Some(shown) = course.lesson.shown(&step.show).ok() else { return String::new() };
    let named: Vec<ParameterId> = step
        .goal
        .iter()
        .flat_map(|goal| &goal.hands)
        .filter_map(|key| ParameterId::from_key(key).ok())
        .collect();
    let main = || ParameterId::ALL.into_iter().filter(|id| id.row().group == Group::Primary).collect();
    let hands = if named.is_empty() { main() } else { named };
    levers(hands.into_iter().map(|id| (id, shown.scenario.get(id))), words)
}

/// The levers that the answer of a goal moves from what is shown.
fn goal_answer(course: &Course, step: &Step, words: &Words) -> String {
    let shown = |text: &str| course.lesson.shown(text).ok().map(|shown| shown.scenario);
    let answer = step.goal.as_ref().and_then(|goal| shown(&format!("{}@0", goal.answer)));
    let Some((before, after)) = shown(&step.show).zip(answer) else { return String::new() };
    let moved = ParameterId::ALL.into_iter().filter(|id| before.get(*id) != after.get(*id));
    levers(moved.map(|id| (id, after.get(id))), words)
}

fn path_view(side: Side, course: &Course, path: &Path, words: &Words, runs: &mut Runs) -> Option<Html> {
    let weeks: Vec<usize> = (0..=path.weeks).collect();
    let truth = course.lesson.path(path, &weeks, runs).ok()?.truth;
    let by_week: Vec<(f64, f64)> =
        truth.iter().enumerate().map(|(week, value)| (week as f64, *value)).collect();
    let unit = unit_of(&path.of);
    let (said, shown) = match side {
        Side::Worksheet => (words.text(&SheetMessage::DrawHere), &by_week[..1]),
        Side::Answers => (
            words.text(&SheetMessage::Truth { value: written(*truth.last()?, unit, words) }),
            by_week.as_slice(),
        ),
    };
    Some(html! {
        <>
            <p>{ said.clone() }</p>
            { line_chart((0.0, path.weeks as f64), (path.low, path.high), shown, &said, words) }
            <p class="quiet">{ words.text(&LessonMessage::AcrossWeeks) }</p>
        </>
    })
}

fn order_view(side: Side, course: &Course, order: &Order, words: &Words, runs: &mut Runs) -> Option<Html> {
    let moves = course.lesson.moves(order, runs).ok()?;
    let mut places: Vec<usize> = (0..moves.len()).collect();
    if side == Side::Answers {
        places.sort_by(|one, other| moves[*other].1.total_cmp(&moves[*one].1));
    }
    let rows = places.into_iter().enumerate().map(|(place, at)| {
        let (duck, moved) = moves[at];
        let name = words.text(&terms::duck(duck));
        let (before, after) = match side {
            Side::Worksheet => (html! { <span class="sheet-box"></span> }, String::new()),
            Side::Answers => (
                html! { <strong>{ words.number(place as f64 + 1.0, NumberStyle::plain(0)) }</strong> },
                words.number(moved, NumberStyle::signed_percent(1)),
            ),
        };
        html! { <tr><td>{ before }</td><th scope="row">{ name }</th><td>{ after }</td></tr> }
    });
    let said = (side == Side::Worksheet).then(|| html! { <p>{ words.text(&SheetMessage::OrderHere) }</p> });
    Some(html! { <><div>{ for said }</div><table class="sheet-order"><tbody>{ for rows }</tbody></table></> })
}

fn value_view(side: Side, course: &Course, value: &Value, words: &Words, runs: &mut Runs) -> Option<Html> {
    let quantity = Quantity::read(&value.of).ok()?;
    let truth = course.lesson.value(&value.of, runs).ok()?;
    let (unit, is_move) = (quantity.unit(), quantity.is_move());
    let write = |value: f64| match is_move {
        true => AttrValue::from(words.number(value, NumberStyle::signed_percent(1))),
        false => written(value, unit, words),
    };
    let (said, mark) = match side {
        Side::Worksheet => (words.text(&SheetMessage::PlaceHere), None),
        Side::Answers => (words.text(&SheetMessage::Truth { value: write(truth) }), Some(truth)),
    };
    let fifth = (value.high - value.low) / 5.0;
    let marks: Vec<_> =
        (0..=5).map(|at| value.low + f64::from(at) * fifth).map(|mark| (mark, write(mark))).collect();
    Some(html! { <><p>{ said.clone() }</p>{ scale_line(&marks, value.rest, mark, &said) }</> })
}

fn task_view(side: Side, task: &Task, words: &Words) -> Html {
    let right = task.right();
    let answered = match (&right, task.kind) {
        (Answer::Choice(at), _) => {
            let rows = choices(task, words).into_iter().enumerate().map(|(one, text)| {
                let is_right = side == Side::Answers && one == *at;
                let ticked = if is_right { "sheet-box is-ticked" } else { "sheet-box" };
                html! { <li><span class={ticked}></span>{ if is_right { html! { <strong>{ text }</strong> } } else { html! { text } } }</li> }
            });
            let tick =
                (side == Side::Worksheet).then(|| html! { <p>{ words.text(&SheetMessage::TickHere) }</p> });
            html! { <><div>{ for tick }</div><ul class="sheet-choices">{ for rows }</ul></> }
        }
        (Answer::Number(right), _) => match side {
            Side::Worksheet => {
                html! { <p>{ words.text(&SheetMessage::WriteHere) }{ " " }<span class="sheet-blank"></span></p> }
            }
            Side::Answers => {
                let value = words.number(*right, NumberStyle::plain(0)).into();
                html! { <p class="sheet-right">{ words.text(&SheetMessage::RightNumber { value }) }</p> }
            }
        },
        (_, Kind::Draw) => {
            let stock: Vec<(f64, f64)> =
                task.stock().into_iter().enumerate().map(|(time, value)| (time as f64, value)).collect();
            let shown = if side == Side::Worksheet { &stock[..1] } else { stock.as_slice() };
            let said = match side {
                Side::Worksheet => words.text(&SheetMessage::DrawHere),
                Side::Answers => words.text(&LessonMessage::TrueStock),
            };
            html! {
                <>
                    <p>{ said.clone() }</p>
                    { line_chart((0.0, stock.len() as f64 - 1.0), (0.0, task.highest()), shown, &said, words) }
                    <p class="quiet">{ words.text(&LessonMessage::AcrossTime) }</p>
                </>
            }
        }
        _ => html! {},
    };
    html! {
        <li key={task.kind.key()}>
            <p>{ words.text(&story(task)) }</p>
            <div class="lesson-chart">{ flows(task, drawn::WIDTH, words) }</div>
            if matches!(task.kind, Kind::Sum | Kind::Draw) {
                <p>{ words.text(&LessonMessage::Beginning { amount: Number::plain(task.start, 0) }) }</p>
            }
            <p><strong>{ words.text(&question(task)) }</strong></p>
            { answered }
            if side == Side::Answers {
                <p class="sheet-right">{ words.text(&why(task.kind)) }</p>
            }
        </li>
    }
}
