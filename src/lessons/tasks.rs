//! A task about stocks and flows: a graph, a question, an answer, and why.

use bathtub_lessons::{Answer, CHANGES, Change, Kind, Question, Story, Task};
use yew::prelude::*;

use super::chart::{Frame, HEIGHT, round_values, use_width};
use super::drawing::Drawing;
use super::guess::{Choice, Place};
use super::result::result;
use crate::locale::lessons::LessonMessage;
use crate::locale::{Number, Words, use_words};
use crate::number::NumberStyle;
use crate::svg::{px, short};

/// A task and what was answered.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub task: Task,
    /// The answer so far.
    pub answer: Option<Answer>,
    /// Whether it was given.
    pub done: bool,
    pub onanswer: Callback<Answer>,
}

/// What the stock is, in words.
pub const fn story(task: &Task) -> LessonMessage {
    match task.story {
        Story::Bathtub => LessonMessage::StoryBathtub,
        Story::Shop => LessonMessage::StoryShop,
        Story::Account => LessonMessage::StoryAccount,
    }
}

/// What is asked.
pub fn question(task: &Task) -> LessonMessage {
    match task.kind {
        Kind::Highest => LessonMessage::Highest,
        Kind::Lowest => LessonMessage::Lowest,
        Kind::Slower => LessonMessage::Slower,
        Kind::Steady => LessonMessage::Steady,
        Kind::Sum => LessonMessage::Sum { time: Number::count(task.inflow.len()) },
        Kind::Draw => LessonMessage::DrawStock,
    }
}

/// Why the right answer is right.
pub fn why(kind: Kind) -> LessonMessage {
    match kind {
        Kind::Highest => LessonMessage::AfterHighest,
        Kind::Lowest => LessonMessage::AfterLowest,
        Kind::Slower => LessonMessage::AfterSlower,
        Kind::Steady => LessonMessage::AfterSteady,
        Kind::Sum => LessonMessage::AfterSum,
        Kind::Draw => LessonMessage::AfterDraw,
    }
}

/// What there is to choose from.
pub fn choices(task: &Task, words: &Words) -> Vec<AttrValue> {
    match task.kind {
        Kind::Slower => CHANGES
            .map(|change| match change {
                Change::Faster => LessonMessage::Faster,
                Change::Slower => LessonMessage::MoreSlowly,
                Change::Stays => LessonMessage::Stays,
                Change::Falls => LessonMessage::Falls,
            })
            .map(|message| words.text(&message))
            .into(),
        _ => {
            let times = task.times().into_iter();
            times.map(|time| words.text(&LessonMessage::AtTime { time: Number::count(time) })).collect()
        }
    }
}

/// The task.
#[component]
pub fn TaskView(props: &Props) -> Html {
    let words = use_words();
    let Props { task, answer, done, onanswer } = props;
    let story = words.text(&story(task));
    let asked = words.text(&question(task));
    let plain = {
        let words = words.clone();
        Callback::from(move |value: f64| AttrValue::from(words.number(value, NumberStyle::plain(0))))
    };
    let widget = match (answer, Question::Task(task).scale()) {
        (Some(Answer::Path(values)), Some(scale)) => {
            let named = {
                let words = words.clone();
                Callback::from(move |time: f64| {
                    words.text(&LessonMessage::DrawTime { time: Number::plain(time, 0) })
                })
            };
            let times: Vec<f64> = (0..values.len()).map(|at| at as f64).collect();
            let truth = done.then(|| times.iter().copied().zip(task.stock()).collect::<Vec<_>>());
            html! {
                <Drawing {times} values={values.clone()} {scale} {truth} written={plain} {named}
                    truth_name={words.text(&LessonMessage::TrueStock)} across={words.text(&LessonMessage::AcrossTime)} label={asked.clone()} ondraw={onanswer.reform(Answer::Path)} />
            }
        }
        (Some(Answer::Number(value)), Some(scale)) => {
            html! {
                <Place value={*value} {scale} written={plain} done={*done} label={asked.clone()}
                    onplace={onanswer.reform(Answer::Number)} />
            }
        }
        (answer, _) => {
            let chosen = answer
                .as_ref()
                .and_then(|answer| if let Answer::Choice(at) = answer { Some(*at) } else { None });
            let right =
                done.then(|| if let Answer::Choice(at) = task.right() { Some(at) } else { None }).flatten();
            html! {
                <Choice {chosen} texts={choices(task, &words)} {right} label={asked.clone()} onchoose={onanswer.reform(Answer::Choice)} />
            }
        }
    };
    html! {
        <>
            <p>{ story }</p>
            <Flows task={task.clone()} />
            if matches!(task.kind, Kind::Sum | Kind::Draw) {
                <p>{ words.text(&LessonMessage::Beginning { amount: Number::plain(task.start, 0) }) }</p>
            }
            <p><strong>{ asked }</strong></p>
            { widget }
            <div role="status">
                if *done {
                    if let Some(answer) = answer {
                        if let (Answer::Number(_), Answer::Number(right)) = (answer, task.right()) {
                            <p>{ truth(answer, right, &words) }</p>
                        }
                        { result(task.score(answer), None, &words) }
                    }
                    <p>{ words.text(&why(task.kind)) }</p>
                }
            </div>
        </>
    }
}

fn truth(answer: &Answer, right: f64, words: &Words) -> AttrValue {
    let written = |value: f64| AttrValue::from(words.number(value, NumberStyle::plain(0)));
    let guess = if let Answer::Number(guess) = answer { written(*guess) } else { AttrValue::default() };
    words.text(&LessonMessage::GuessAndRight { guess, right: written(right) })
}

#[derive(Clone, PartialEq, Properties)]
struct FlowsProps {
    task: Task,
}

/// What comes in and what goes out, over time.
#[component]
fn Flows(props: &FlowsProps) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let width = use_width(&node);
    html! { <div class="lesson-chart" ref={node}>{ flows(&props.task, width, &words) }</div> }
}

/// The same in a width of one's own.
pub fn flows(Task { inflow, outflow, .. }: &Task, width: f64, words: &Words) -> Html {
    let most = inflow.iter().chain(outflow).copied().fold(0.0, f64::max);
    let scale = (0.0, (most / 5.0).ceil() * 5.0);
    let frame = Frame { width, time: (0.0, inflow.len() as f64), scale };
    // What flows between two points in time stands as a step.
    let steps = |flow: &[f64]| {
        frame.line(
            flow.iter().enumerate().flat_map(|(at, value)| [(at as f64, *value), (at as f64 + 1.0, *value)]),
        )
    };
    let number = |value: f64| AttrValue::from(words.number(value, NumberStyle::plain(0)));
    let across: Vec<_> = round_values(scale).into_iter().map(|value| (value, number(value))).collect();
    let below: Vec<_> = (0..=inflow.len()).step_by(2).map(|at| (at as f64, number(at as f64))).collect();
    let row = |name: LessonMessage, flow: &[f64]| {
        let numbers = flow.iter().map(|value| words.number(*value, NumberStyle::plain(1)));
        format!("{}: {}.", words.text(&name), numbers.collect::<Vec<_>>().join(" "))
    };
    html! {
        <>
            <svg width={px(width)} height={px(HEIGHT)} viewBox={format!("0 0 {} {}", short(width), short(HEIGHT))} role="img"
                aria-label={format!("{} {}", row(LessonMessage::Inflow, inflow), row(LessonMessage::Outflow, outflow))}>
                { frame.axes(&across, &below) }
                <path class="lesson-outflow" d={steps(outflow)} />
                <path class="lesson-inflow" d={steps(inflow)} />
            </svg>
            <p class="lesson-legend">
                <span class="lesson-key is-inflow">{ words.text(&LessonMessage::Inflow) }</span>
                <span class="lesson-key is-outflow">{ words.text(&LessonMessage::Outflow) }</span>
            </p>
        </>
    }
}
