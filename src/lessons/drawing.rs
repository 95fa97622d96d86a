//! A line that is drawn: by a pointer or a finger across the chart, or point by point with keys.

use bathtub_lessons::Scale;
use web_sys::{Element, PointerEvent};
use yew::prelude::*;

use super::chart::{Frame, HEIGHT, place_of, round_values, use_width};
use crate::locale::lessons::LessonMessage;
use crate::locale::use_words;
use crate::number::{NumberStyle, decimal};
use crate::svg::{px, short};

/// A chart to draw in.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The points' times; the first is given.
    pub times: Vec<f64>,
    /// Their values so far.
    pub values: Vec<f64>,
    /// The scale, in whose steps it is drawn.
    pub scale: Scale,
    /// The truth by time, once it is seen.
    pub truth: Option<Vec<(f64, f64)>>,
    /// How a value is written.
    pub written: Callback<f64, AttrValue>,
    /// How a point's time is named, and what it is.
    pub named: Callback<f64, AttrValue>,
    /// What the true line is called.
    pub truth_name: AttrValue,
    /// What the numbers across are.
    pub across: AttrValue,
    /// What the whole is called.
    pub label: AttrValue,
    /// Points with new values.
    pub ondraw: Callback<Vec<f64>>,
}

/// The chart.
#[component]
pub fn Drawing(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let width = use_width(&node);
    let surface = use_node_ref();
    let last = use_mut_ref(|| None::<usize>);
    // Several moves of a hand may come before the page is drawn once.
    let latest = use_mut_ref(Vec::new);
    // What stood before a hand came.
    let before = use_mut_ref(Vec::<f64>::new);
    latest.borrow_mut().clone_from(&props.values);
    let Props { times, values, scale, truth, .. } = props;
    let frame = Frame { width, time: (times[0], times[times.len() - 1]), scale: (scale.low, scale.high) };
    let done = truth.is_some();
    let draw = {
        let (scale, times, latest, ondraw, last, surface) =
            (*scale, times.clone(), latest.clone(), props.ondraw.clone(), last.clone(), surface.clone());
        move |event: &PointerEvent| {
            let Some((x, y)) = place_of(event, &surface) else { return };
            let (time, value) = (frame.time_at(x), frame.value_at(y));
            let nearest = |one: &usize| ((times[*one] - time).abs() * 1e3) as i64;
            let Some(at) = (1..times.len()).min_by_key(nearest) else { return };
            let mut drawn = latest.borrow().clone();
            drawn[at] = scale.snap(value);
            // A quick hand passes points between two events.
            if let Some(before) = *last.borrow() {
                let (from, to) = (before.min(at), before.max(at));
                for between in from + 1..to {
                    let part = (between - from) as f64 / (to - from) as f64;
                    drawn[between] = scale.snap(drawn[from] + (drawn[to] - drawn[from]) * part);
                }
            }
            *last.borrow_mut() = Some(at);
            latest.borrow_mut().clone_from(&drawn);
            ondraw.emit(drawn);
        }
    };
    let onpointerdown = {
        let (draw, last, surface) = (draw.clone(), last.clone(), surface.clone());
        let (before, latest) = (before.clone(), latest.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 || done {
                return;
            }
            *last.borrow_mut() = None;
            before.borrow_mut().clone_from(&latest.borrow());
            if let Some(surface) = surface.cast::<Element>() {
                let _ = surface.set_pointer_capture(event.pointer_id());
            }
            // A finger may be about to scroll: it draws once it moves across, or where it is lifted.
            if event.pointer_type() != "touch" {
                draw(&event);
            }
        })
    };
    let onpointermove = {
        let draw = draw.clone();
        Callback::from(move |event: PointerEvent| {
            if event.buttons() & 1 == 1 && !done && event.is_primary() {
                draw(&event);
            }
        })
    };
    let onpointerup = {
        let last = last.clone();
        Callback::from(move |event: PointerEvent| {
            if last.borrow().is_none() && !done && event.is_primary() && event.pointer_type() == "touch" {
                draw(&event);
            }
        })
    };
    // It scrolled.
    let onpointercancel = {
        let ondraw = props.ondraw.clone();
        Callback::from(move |event: PointerEvent| {
            if !done && event.is_primary() {
                latest.borrow_mut().clone_from(&before.borrow());
                ondraw.emit(before.borrow().clone());
            }
        })
    };
    let handles = (1..times.len()).map(|at| {
        let (values, ondraw, scale) = (values.clone(), props.ondraw.clone(), *scale);
        let (low, high, step) = (scale.low, scale.high, 2.0 * scale.step);
        let now = values[at];
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            let value = match event.key().as_str() {
                "ArrowUp" | "ArrowRight" => now + step,
                "ArrowDown" | "ArrowLeft" => now - step,
                "PageUp" => now + 5.0 * step,
                "PageDown" => now - 5.0 * step,
                "Home" => low,
                "End" => high,
                _ => return,
            };
            event.prevent_default();
            let mut drawn = values.clone();
            // Those that follow go along: a line is drawn from left to right.
            for later in &mut drawn[at..] {
                *later = scale.snap(value);
            }
            ondraw.emit(drawn);
        });
        html! {
            <circle key={at} class="lesson-point" cx={px(frame.x(times[at]))} cy={px(frame.y(now))} r="7"
                role="slider" tabindex={if done { "-1" } else { "0" }} data-point={at.to_string()}
                aria-label={props.named.emit(times[at])} aria-disabled={done.to_string()}
                aria-valuemin={decimal(low)} aria-valuemax={decimal(high)} aria-valuenow={decimal((now * 100.0).round() / 100.0)}
                aria-valuetext={props.written.emit(now)} {onkeydown} />
        }
    });
    let values_across = round_values((scale.low, scale.high));
    // All with as many decimals as one of them needs.
    let is_whole = values_across.iter().all(|value| (value - value.round()).abs() < 1e-6);
    let style = NumberStyle::plain(if is_whole { 0 } else { 1 });
    let across: Vec<_> =
        values_across.into_iter().map(|value| (value, words.number(value, style).into())).collect();
    let below: Vec<_> = [0, times.len() / 2, times.len() - 1]
        .map(|at| (times[at], AttrValue::from(words.number(times[at], NumberStyle::plain(0)))))
        .into();
    let drawn = frame.line(times.iter().copied().zip(values.iter().copied()));
    html! {
        <div class="lesson-chart" ref={node} data-predict="path" role="group" aria-label={props.label.clone()}>
            <svg ref={surface} width={px(width)} height={px(HEIGHT)} viewBox={format!("0 0 {} {}", short(width), short(HEIGHT))}
                class={classes!("lesson-drawing", done.then_some("is-done"))} {onpointerdown} {onpointermove} {onpointerup} {onpointercancel}>
                { frame.axes(&across, &below) }
                if let Some(truth) = truth {
                    <path class="lesson-truth" d={frame.line(truth.iter().copied())} />
                }
                <path class="lesson-drawn" d={drawn} />
                <g>{ for handles }</g>
            </svg>
            <p class="lesson-legend">
                <span class="lesson-key is-drawn">{ words.text(&LessonMessage::YourLine) }</span>
                if done {
                    <span class="lesson-key is-truth">{ props.truth_name.clone() }</span>
                }
                <span>{ props.across.clone() }</span>
            </p>
        </div>
    }
}
