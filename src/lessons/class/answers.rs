//! What a class answered, lesson by lesson and step by step, over the truth.

use std::rc::Rc;

use bathtub_lessons::class::{Class, Mark, median, mistakes};
use bathtub_lessons::{Answer, Kind, Misconception, Order, Path, Predict, Quantity, Round, Runs, Value};
use yew::prelude::*;

use crate::lessons::chart::{Frame, HEIGHT, round_values, use_width};
use crate::lessons::course::{Course, Courses, unit_of, written};
use crate::locale::class::ClassMessage;
use crate::locale::lessons::LessonMessage;
use crate::locale::{Number, Words, terms, use_words};
use crate::number::NumberStyle;
use crate::svg::{px, short};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub class: Rc<Class>,
    /// The lessons in their order.
    pub ids: Vec<String>,
    pub courses: Rc<Courses>,
}

/// All lessons of which something was answered; those that are not there are named.
#[component]
pub fn Lessons(props: &Props) -> Html {
    let words = use_words();
    let Props { class, ids, courses } = props;
    let mut runs = Runs::default();
    let lessons = ids.iter().map(|id| match courses.get(id) {
        Some(course) => lesson(class, id, course, &words, &mut runs),
        None => {
            html! { <p key={id.clone()}>{ words.text(&ClassMessage::Unknown { name: id.clone().into() }) }</p> }
        }
    });
    html! { <div>{ for lessons }</div> }
}

fn lesson(class: &Class, id: &str, course: &Course, words: &Words, runs: &mut Runs) -> Html {
    let title = course.text("title", words, runs).unwrap_or_default();
    let tasks = course.lesson.tasks.map(|round| tasks(class, round, words));
    let steps = course.lesson.steps.iter().filter_map(|step| {
        let marks = class.marks(id, &course.lesson, step, runs);
        if marks.is_empty() {
            return None;
        }
        let text = course.text(&step.key, words, runs).unwrap_or_default();
        let drawn = match &step.predict {
            Some(Predict::Path(path)) => paths(course, path, &marks, words, runs),
            Some(Predict::Value(value)) => values(course, value, &marks, words, runs),
            Some(Predict::Order(order)) => orders(course, order, &marks, words, runs),
            None => Some(goal(&marks, words)),
        };
        let scored = step.predict.is_some().then(|| points(&marks, words));
        Some(html! {
            <li key={step.key.clone()} data-class-step={step.key.clone()} data-answers={marks.len().to_string()}>
                <p class="class-asked">{ text }</p>
                <div>{ for drawn }</div>
                <div>{ for scored }</div>
                { told(&marks, words) }
            </li>
        })
    });
    let steps: Vec<Html> = steps.collect();
    if steps.is_empty() && tasks.is_none() {
        return html! { <span key={id.to_owned()} /> };
    }
    html! {
        <section key={id.to_owned()} class="class-lesson" data-class-lesson={id.to_owned()}>
            <h3>{ title }</h3>
            <div>{ for tasks }</div>
            <ol>{ for steps }</ol>
        </section>
    }
}

/// How many answered, and how well.
fn points(marks: &[Mark<'_>], words: &Words) -> Html {
    let sum: f64 = marks.iter().map(|mark| f64::from(mark.score.points)).sum();
    let points = Number::plain((sum / marks.len() as f64).round(), 0);
    html! { <p>{ words.text(&ClassMessage::Points { learners: Number::count(marks.len()), points }) }</p> }
}

/// Which mistakes were made, and how often.
fn told(marks: &[Mark<'_>], words: &Words) -> Html {
    let rows = mistakes(marks).into_iter().map(|(mistake, count)| {
        let text = ClassMessage::Mistake { mistake: words.text(&name(mistake)), count: Number::count(count) };
        html! { <li key={mistake.key()} data-mistake={mistake.key()}>{ words.text(&text) }</li> }
    });
    html! { <ul class="class-mistakes">{ for rows }</ul> }
}

/// A mistake in a few words.
pub const fn name(mistake: Misconception) -> ClassMessage {
    match mistake {
        Misconception::ShapeOfFlow => ClassMessage::ShapeOfFlow,
        Misconception::StraightLine => ClassMessage::StraightLine,
        Misconception::WrongSign => ClassMessage::WrongSign,
        Misconception::TooEarly => ClassMessage::TooEarly,
        Misconception::NoChange => ClassMessage::NoChange,
        Misconception::Reversed => ClassMessage::Reversed,
        Misconception::NoOutflow => ClassMessage::NoOutflow,
        Misconception::NoBeginning => ClassMessage::NoBeginning,
    }
}

fn paths(course: &Course, path: &Path, marks: &[Mark<'_>], words: &Words, runs: &mut Runs) -> Option<Html> {
    let points = path.points();
    let at_points = course.lesson.path(path, &points, runs).ok()?.truth;
    let all: Vec<usize> = (0..=path.weeks).collect();
    let truth = course.lesson.path(path, &all, runs).ok()?.truth;
    let drawn: Vec<Vec<f64>> = marks
        .iter()
        .filter_map(|mark| match &mark.answer {
            Some(Answer::Path(given)) => Some(Path::drawn(given, &at_points)),
            _ => None,
        })
        .collect();
    let middle: Vec<f64> = (0..points.len())
        .filter_map(|at| median(drawn.iter().filter_map(|line| line.get(at).copied()).collect()))
        .collect();
    let unit = unit_of(&path.of);
    let said = ClassMessage::Middle {
        week: Number::count(path.weeks),
        class: written(*middle.last()?, unit, words),
        model: written(*truth.last()?, unit, words),
    };
    let times: Vec<f64> = points.iter().map(|week| *week as f64).collect();
    Some(
        html! { <Paths {times} {drawn} {middle} {truth} scale={(path.low, path.high)} said={words.text(&said)} /> },
    )
}

#[derive(Clone, PartialEq, Properties)]
struct PathsProps {
    times: Vec<f64>,
    drawn: Vec<Vec<f64>>,
    middle: Vec<f64>,
    /// By week.
    truth: Vec<f64>,
    scale: (f64, f64),
    /// What it comes to.
    said: AttrValue,
}

/// The lines of all, their middle, and the truth.
#[component]
fn Paths(props: &PathsProps) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let width = use_width(&node);
    let PathsProps { times, drawn, middle, truth, scale, said } = props;
    let frame = Frame { width, time: (0.0, *times.last().unwrap_or(&1.0)), scale: *scale };
    let number = |value: f64| AttrValue::from(words.number(value, NumberStyle::plain(0)));
    let across: Vec<_> = round_values(*scale).into_iter().map(|value| (value, number(value))).collect();
    let below: Vec<_> = [0, times.len() / 2, times.len() - 1].map(|at| (times[at], number(times[at]))).into();
    let line = |values: &[f64]| frame.line(times.iter().copied().zip(values.iter().copied()));
    let ones = drawn
        .iter()
        .enumerate()
        .map(|(at, values)| html! { <path key={at} class="class-one" d={line(values)} /> });
    let heads = [ClassMessage::Week, ClassMessage::Lowest, ClassMessage::LineMiddle, ClassMessage::Highest];
    let heads: Vec<AttrValue> =
        heads.iter().map(|head| words.text(head)).chain([words.text(&LessonMessage::TrueLine)]).collect();
    let rows = times.iter().enumerate().map(|(at, time)| {
        let of =
            |pick: fn(f64, f64) -> f64| drawn.iter().filter_map(|line| line.get(at).copied()).reduce(pick);
        let true_value = truth.get(*time as usize).copied();
        let cells = [of(f64::min), middle.get(at).copied(), of(f64::max), true_value].into_iter().flatten();
        let cells: Html =
            cells.map(|value| html! { <td>{ words.number(value, NumberStyle::plain(2)) }</td> }).collect();
        html! { <tr key={at}><th scope="row">{ number(*time) }</th>{ cells }</tr> }
    });
    let true_line = frame.line(truth.iter().enumerate().map(|(week, value)| (week as f64, *value)));
    html! {
        <>
            <div class="lesson-chart" ref={node}>
                <svg width={px(width)} height={px(HEIGHT)} viewBox={format!("0 0 {} {}", short(width), short(HEIGHT))} role="img" aria-label={said.clone()}>
                    { frame.axes(&across, &below) }
                    <g>{ for ones }</g>
                    <path class="class-middle" d={line(middle)} />
                    <path class="lesson-truth" d={true_line} />
                </svg>
                <p class="lesson-legend">
                    <span class="lesson-key is-one">{ words.text(&ClassMessage::LineOne) }</span>
                    <span class="lesson-key is-middle">{ words.text(&ClassMessage::LineMiddle) }</span>
                    <span class="lesson-key is-truth">{ words.text(&LessonMessage::TrueLine) }</span>
                    <span>{ words.text(&LessonMessage::AcrossWeeks) }</span>
                </p>
            </div>
            <p>{ said.clone() }</p>
            <details>
                <summary>{ words.text(&ClassMessage::AsTable) }</summary>
                <table class="class-table">
                    <thead><tr>{ for heads.iter().map(|head| html! { <th scope="col">{ head.clone() }</th> }) }</tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </details>
        </>
    }
}

fn values(
    course: &Course,
    value: &Value,
    marks: &[Mark<'_>],
    words: &Words,
    runs: &mut Runs,
) -> Option<Html> {
    let quantity = Quantity::read(&value.of).ok()?;
    let (unit, is_move) = (quantity.unit(), quantity.is_move());
    let write = |value: f64| match is_move {
        true => words.number(value, NumberStyle::signed_percent(1)).into(),
        false => written(value, unit, words),
    };
    let truth = course.lesson.value(&value.of, runs).ok()?;
    let scale = value.scale();
    let guesses: Vec<f64> = marks
        .iter()
        .filter_map(|mark| if let Some(Answer::Number(guess)) = mark.answer { Some(guess) } else { None })
        .collect();
    let mut counts = vec![0_usize; usize::from(scale.count()) + 1];
    for guess in &guesses {
        counts[usize::from(scale.steps(*guess))] += 1;
    }
    let bars: Vec<(f64, usize)> = counts
        .into_iter()
        .enumerate()
        .filter(|(_, count)| *count > 0)
        .map(|(steps, count)| (scale.low + steps as f64 * scale.step, count))
        .collect();
    let said = ClassMessage::MiddleValue { class: write(median(guesses)?), model: write(truth) };
    let ends = [value.low, (value.low + value.high) / 2.0, value.high].map(|value| (value, write(value)));
    Some(html! {
        <Bars {bars} {truth} ends={ends.to_vec()} step={scale.step} said={words.text(&said)} />
    })
}

#[derive(Clone, PartialEq, Properties)]
struct BarsProps {
    /// Guesses, and how many made each.
    bars: Vec<(f64, usize)>,
    truth: f64,
    /// The scale and how its ends and its middle are written.
    ends: Vec<(f64, AttrValue)>,
    step: f64,
    /// What it comes to.
    said: AttrValue,
}

/// How many made each guess, and where the truth is.
#[component]
fn Bars(props: &BarsProps) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let width = use_width(&node);
    let BarsProps { bars, truth, ends, step, said } = props;
    let most = bars.iter().map(|(_, count)| *count).max().unwrap_or(1).max(4) as f64;
    let half = step / 2.0;
    let scale = (0.0, (most / 4.0).ceil() * 4.0);
    let (low, high) = (ends.first().map_or(0.0, |end| end.0), ends.last().map_or(1.0, |end| end.0));
    let frame = Frame { width, time: (low - half, high + half), scale };
    let number = |value: f64| AttrValue::from(words.number(value, NumberStyle::plain(0)));
    let across: Vec<_> = [0.0, scale.1 / 2.0, scale.1].map(|value| (value, number(value))).into();
    let drawn = bars.iter().enumerate().map(|(at, (guess, count))| {
        let (left, right) = (frame.x(guess - half * 0.8), frame.x(guess + half * 0.8));
        let (top, bottom) = (frame.y(*count as f64), frame.y(0.0));
        html! {
            <rect key={at} class="class-bar" x={px(left)} y={px(top)} width={px((right - left).max(2.0))} height={px(bottom - top)} />
        }
    });
    let rows = bars.iter().enumerate().map(|(at, (guess, count))| {
        let guess = words.number(*guess, NumberStyle::plain(1));
        html! { <tr key={at}><th scope="row">{ guess }</th><td>{ number(*count as f64) }</td></tr> }
    });
    let place = px(frame.x(*truth));
    html! {
        <>
            <div class="lesson-chart" ref={node}>
                <svg width={px(width)} height={px(HEIGHT)} viewBox={format!("0 0 {} {}", short(width), short(HEIGHT))} role="img" aria-label={said.clone()}>
                    { frame.axes(&across, ends) }
                    <g>{ for drawn }</g>
                    <line class="lesson-truth" x1={place.clone()} x2={place} y1={px(frame.y(scale.1))} y2={px(frame.y(0.0))} />
                </svg>
                <p class="lesson-legend">
                    <span class="lesson-key is-truth">{ words.text(&LessonMessage::TrueLine) }</span>
                    <span>{ words.text(&ClassMessage::Guesses) }</span>
                </p>
            </div>
            <p>{ said.clone() }</p>
            <details>
                <summary>{ words.text(&ClassMessage::AsTable) }</summary>
                <table class="class-table">
                    <thead><tr>
                        <th scope="col">{ words.text(&ClassMessage::Guess) }</th>
                        <th scope="col">{ words.text(&ClassMessage::Count) }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </details>
        </>
    }
}

fn orders(
    course: &Course,
    order: &Order,
    marks: &[Mark<'_>],
    words: &Words,
    runs: &mut Runs,
) -> Option<Html> {
    let moves = course.lesson.moves(order, runs).ok()?;
    let mut sorted: Vec<usize> = (0..moves.len()).collect();
    sorted.sort_by(|one, other| moves[*other].1.total_cmp(&moves[*one].1));
    let places: Vec<Vec<usize>> = marks
        .iter()
        .filter_map(|mark| match &mark.answer {
            Some(Answer::Order(given)) => Some(given.clone()),
            _ => None,
        })
        .collect();
    let rows = sorted.iter().enumerate().map(|(place, one)| {
        let given: Vec<usize> =
            places.iter().filter_map(|order| order.iter().position(|other| other == one)).collect();
        let mean = given.iter().map(|place| *place as f64 + 1.0).sum::<f64>() / given.len().max(1) as f64;
        let right = given.iter().filter(|given| **given == place).count();
        let (right, of) = (Number::count(right), Number::count(given.len()));
        html! {
            <tr key={*one}>
                <th scope="row">{ words.text(&terms::duck(moves[*one].0)) }</th>
                <td>{ words.number(place as f64 + 1.0, NumberStyle::plain(0)) }</td>
                <td>{ words.number(mean, NumberStyle::plain(1)) }</td>
                <td>{ words.text(&ClassMessage::Right { right, of }) }</td>
            </tr>
        }
    });
    Some(html! {
        <table class="class-table">
            <thead><tr>
                <th scope="col">{ words.text(&ClassMessage::Duck) }</th>
                <th scope="col">{ words.text(&ClassMessage::TruePlace) }</th>
                <th scope="col">{ words.text(&ClassMessage::MeanPlace) }</th>
                <th scope="col">{ words.text(&ClassMessage::RightPlace) }</th>
            </tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    })
}

fn goal(marks: &[Mark<'_>], words: &Words) -> Html {
    let alone = marks.iter().filter(|mark| mark.hints == 0).count();
    let said = ClassMessage::Reached { learners: Number::count(marks.len()), alone: Number::count(alone) };
    html! { <p>{ words.text(&said) }</p> }
}

/// How many had each task right, and the usual mistakes.
fn tasks(class: &Class, round: Round, words: &Words) -> Html {
    let rows = Kind::ALL.into_iter().filter_map(|kind| {
        let marks = class.task_marks(round, kind);
        if marks.is_empty() {
            return None;
        }
        // A drawing is right when nothing but the hand's shake is off.
        let right = marks.iter().filter(|mark| mark.score.points >= 90).count();
        let (right, of) = (Number::count(right), Number::count(marks.len()));
        let name = match kind {
            Kind::Highest => ClassMessage::KindHighest,
            Kind::Lowest => ClassMessage::KindLowest,
            Kind::Slower => ClassMessage::KindSlower,
            Kind::Steady => ClassMessage::KindSteady,
            Kind::Sum => ClassMessage::KindSum,
            Kind::Draw => ClassMessage::KindDraw,
        };
        Some(html! {
            <tr key={kind.key()} data-class-task={kind.key()}>
                <th scope="row">{ words.text(&name) }</th>
                <td>{ words.text(&ClassMessage::Right { right, of }) }{ told(&marks, words) }</td>
            </tr>
        })
    });
    let rows: Vec<Html> = rows.collect();
    html! { <table class="class-table"><tbody>{ for rows }</tbody></table> }
}
