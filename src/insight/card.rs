//! What cards of reasons share.

use yew::prelude::*;

use crate::locale::Words;
use crate::locale::insight::InsightMessage;

/// A card with a title; `Working…` until there is something to say.
pub fn card(title: AttrValue, body: Option<Html>, words: &Words) -> Html {
    html! {
        <article class="reason">
            <h3>{ title }</h3>
            { body.unwrap_or_else(|| html! { <p class="quiet">{ words.text(&InsightMessage::Working) }</p> }) }
        </article>
    }
}

/// A bar to one side of the middle, as wide as its part of the largest, in thousandths.
pub fn bar(part: f64, largest: f64) -> Html {
    let width = if largest > 0.0 { (500.0 * part.abs() / largest) as i32 } else { 0 };
    let x = if part < 0.0 { 500 - width } else { 500 };
    let class = if part < 0.0 { "bar is-down" } else { "bar is-up" };
    html! {
        <svg class="bars" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <rect {class} x={x.to_string()} y="1" width={width.to_string()} height="8" />
            <path class="bar-zero" d="M500 0V10" />
        </svg>
    }
}

/// A bar between two ends on a scale, in thousandths, with a line where the middle value lies.
pub fn range_bar(ends: [f64; 2], middle: f64, scale: [f64; 2]) -> Html {
    let place = |value: f64| {
        let width = scale[1] - scale[0];
        if width > 0.0 { (1000.0 * ((value - scale[0]) / width).clamp(0.0, 1.0)) as i32 } else { 500 }
    };
    let (from, to) = (place(ends[0].min(ends[1])), place(ends[0].max(ends[1])));
    html! {
        <svg class="bars" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar is-range" x={from.to_string()} y="1" width={(to - from).to_string()} height="8" />
            <path class="bar-zero" d={format!("M{} 0V10", place(middle))} />
        </svg>
    }
}
