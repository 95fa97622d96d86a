//! A native range over a drawn rail: the mark shows where the start has it, the bar how far the
//! value has moved from there.

use yew::prelude::*;

use super::{Range, range};
use crate::number::decimal;
use crate::platform::Platform;

/// The rail of a range; `mark` is where the start has it.
pub fn slider(control: Range, mark: f64, platform: &Platform) -> Html {
    let rail = rail(&control, mark);
    html! {
        <div class="slider">
            { rail }
            { range(control, &|value| platform.exact(value)) }
        </div>
    }
}

fn rail(Range { grid, value, .. }: &Range, mark: f64) -> Html {
    let share = |value: f64| (value - grid.min) / (grid.max - grid.min) * 100.0;
    let percent = |value: f64| format!("{}%", decimal((value * 100.0).round() / 100.0));
    let (mark, value) = (share(mark), share(*value));
    let (from, to) = (mark.min(value), mark.max(value));
    html! {
        <svg class="rail" aria-hidden="true" focusable="false">
            <rect class="rail-ground" width="100%" height="6" y="9" rx="3" />
            <rect class="rail-moved" x={percent(from)} width={percent(to - from)} height="6" y="9" />
            <rect class="rail-mark" x={percent(mark)} width="2" height="16" y="4" />
        </svg>
    }
}
