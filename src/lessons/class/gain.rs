//! The change from before the lessons to after them.

use std::rc::Rc;

use bathtub_lessons::class::Class;
use yew::prelude::*;

use crate::lessons::chart::{Frame, HEIGHT, round_values, use_width};
use crate::locale::class::ClassMessage;
use crate::locale::{Number, use_words};
use crate::number::{NumberStyle, decimal};
use crate::svg::{px, short};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub class: Rc<Class>,
}

/// A line for each learner, and their average.
#[component]
pub fn Gain(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let width = use_width(&node);
    let gains = use_memo(props.class.clone(), |class| class.gains());
    if gains.is_empty() {
        let began = ["before", "after"].iter().any(|round| props.class.lessons().contains(round));
        return html! { if began { <p data-class-gain="none">{ words.text(&ClassMessage::NoGain) }</p> } };
    }
    let count = gains.len() as f64;
    let (before, after) = gains
        .iter()
        .fold((0.0, 0.0), |(one, other), (before, after)| (one + before / count, other + after / count));
    let number = |points: f64| Number::plain(points.round(), 0);
    let said = ClassMessage::GainSays {
        learners: Number::count(gains.len()),
        before: number(before),
        after: number(after),
    };
    let frame = Frame { width, time: (0.0, 1.0), scale: (0.0, 100.0) };
    let across: Vec<_> = round_values(frame.scale)
        .into_iter()
        .map(|value| (value, AttrValue::from(words.number(value, NumberStyle::plain(0)))))
        .collect();
    let below = [(0.0, words.text(&ClassMessage::Before)), (1.0, words.text(&ClassMessage::After))];
    let line = |(before, after): (f64, f64)| frame.line([(0.0, before), (1.0, after)].into_iter());
    let lines = gains
        .iter()
        .enumerate()
        .map(|(at, gain)| html! { <path key={at} class="class-one" d={line(*gain)} /> });
    let said = words.text(&said);
    html! {
        <>
            <h3>{ words.text(&ClassMessage::Gain) }</h3>
            <p data-class-gain={decimal((after - before).round())}><strong>{ said.clone() }</strong></p>
            <div class="lesson-chart class-gain" ref={node}>
                <svg width={px(width)} height={px(HEIGHT)} viewBox={format!("0 0 {} {}", short(width), short(HEIGHT))} role="img" aria-label={said}>
                    { frame.axes(&across, &below) }
                    <g>{ for lines }</g>
                    <path class="class-middle" d={line((before, after))} />
                </svg>
                <p class="lesson-legend"><span>{ words.text(&ClassMessage::GainChart) }</span></p>
            </div>
        </>
    }
}
