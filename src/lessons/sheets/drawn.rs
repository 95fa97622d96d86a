//! Charts of the sheets: empty ones to draw in, and the same with the truth.

use yew::prelude::*;

use crate::lessons::chart::{Frame, HEIGHT, round_values};
use crate::locale::Words;
use crate::number::NumberStyle;
use crate::svg::{px, short};

/// Width of a chart on paper; the sheet scales it.
pub const WIDTH: f64 = 560.0;
/// Height of a scale.
const SCALE: f64 = 56.0;

/// A chart with what is shown of a line: its first point alone, or all of it.
pub fn line_chart(
    time: (f64, f64),
    scale: (f64, f64),
    shown: &[(f64, f64)],
    label: &AttrValue,
    words: &Words,
) -> Html {
    let frame = Frame { width: WIDTH, time, scale };
    let values = round_values(scale);
    let is_whole = values.iter().all(|value| (value - value.round()).abs() < 1e-6);
    let number = |value: f64, digits| AttrValue::from(words.number(value, NumberStyle::plain(digits)));
    let across: Vec<_> =
        values.into_iter().map(|value| (value, number(value, if is_whole { 0 } else { 1 }))).collect();
    let quarter = (time.1 - time.0) / 4.0;
    let below: Vec<_> =
        (0..=4).map(|at| time.0 + f64::from(at) * quarter).map(|time| (time, number(time, 0))).collect();
    let upright = below.iter().map(|(time, _)| {
        let x = px(frame.x(*time));
        html! { <line class="lesson-grid" x1={x.clone()} x2={x} y1={px(frame.y(scale.1))} y2={px(frame.y(scale.0))} /> }
    });
    let first = shown.first().copied().unwrap_or((0.0, 0.0));
    html! {
        <svg class="sheet-chart" viewBox={format!("0 0 {} {}", short(WIDTH), short(HEIGHT))} role="img" aria-label={label.clone()}>
            { frame.axes(&across, &below) }
            <g>{ for upright }</g>
            if shown.len() > 1 {
                <path class="lesson-truth" d={frame.line(shown.iter().copied())} />
            }
            <circle class="sheet-dot" cx={px(frame.x(first.0))} cy={px(frame.y(first.1))} r="5" />
        </svg>
    }
}

/// A scale with its numbers to mark a guess on, and the truth on it.
pub fn scale_line(marks: &[(f64, AttrValue)], rest: f64, truth: Option<f64>, label: &AttrValue) -> Html {
    let (low, high) = (marks.first().map_or(0.0, |mark| mark.0), marks.last().map_or(1.0, |mark| mark.0));
    let x = |value: f64| 28.0 + (value - low) / (high - low) * (WIDTH - 56.0);
    let lines = 2 * (marks.len().max(2) - 1);
    let ticks = (0..=lines).map(|at| {
        let x = px(x(low + (high - low) * at as f64 / lines as f64));
        let end = if at % 2 == 0 { "32" } else { "26" };
        html! { <line class="sheet-line" x1={x.clone()} x2={x} y1="18" y2={end} /> }
    });
    let numbers = marks.iter().map(|(value, text)| {
        html! { <text class="lesson-number" x={px(x(*value))} y="50" text-anchor="middle">{ text.clone() }</text> }
    });
    html! {
        <svg class="sheet-chart" viewBox={format!("0 0 {} {}", short(WIDTH), short(SCALE))} role="img" aria-label={label.clone()}>
            <line class="sheet-line" x1={px(x(low))} x2={px(x(high))} y1="18" y2="18" />
            <g>{ for ticks }</g>
            <g>{ for numbers }</g>
            <circle class="sheet-dot" cx={px(x(rest))} cy="18" r="5" />
            if let Some(truth) = truth {
                <line class="lesson-truth" x1={px(x(truth))} x2={px(x(truth))} y1="4" y2="32" />
            }
        </svg>
    }
}
