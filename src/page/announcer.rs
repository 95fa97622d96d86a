//! Tells assistive technology the result when a change is finished: a drag would flood it.

use bathtub_model::Run;
use yew::prelude::*;

use super::readouts::spread;
use crate::hooks::Shared;
use crate::locale::readouts::ReadoutMessage;
use crate::locale::{Day, Number, Words, terms, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub run: Shared<Run>,
    pub week: usize,
    /// Whether the change goes on.
    pub dragging: bool,
}

#[component]
pub fn Announcer(props: &Props) -> Html {
    let words = use_words();
    let first = use_memo((), |()| (props.run.clone(), props.week));
    let last = use_mut_ref(AttrValue::default);
    // Nothing is said about the page one arrives at.
    if !props.dragging && *first != (props.run.clone(), props.week) {
        *last.borrow_mut() = announcement(props, &words);
    }
    let text = last.borrow().clone();
    html! { <p class="visually-hidden" role="status">{ text }</p> }
}

fn announcement(props: &Props, words: &Words) -> AttrValue {
    let start = props.run.scenario().start().day();
    let Ok(now) = props.run.readouts(props.week) else { return AttrValue::default() };
    let index = |value| words.text(&ReadoutMessage::Value { value: Number::plain(value, 1) });
    words.text(&ReadoutMessage::Announcement {
        level: index(now.level),
        index: index(now.index),
        stage: words.text(&terms::stage(now.stage)),
        spread: spread(words, now.spread_bp),
        date: Day::long(start.plus_weeks(props.week)),
    })
}
