//! A native range over a drawn rail: the mark shows where the start has it, the bar how far the
//! value has moved from there.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::number::Grid;
use crate::platform::Platform;

/// One slider.
pub struct Slider {
    /// Identity of the input; tests and host pages rely on those of the levers.
    pub id: &'static str,
    pub min: f64,
    pub max: f64,
    pub step: f64,
    pub value: f64,
    /// Where the mark is drawn.
    pub mark: f64,
    /// The value with its unit, for assistive technology.
    pub text: AttrValue,
    /// Identity of the explanation.
    pub described_by: AttrValue,
    /// While it moves.
    pub oninput: Callback<f64>,
    /// When it comes to rest.
    pub onchange: Callback<Event>,
}

/// Not a component: its parents are drawn when it changes and seldom else.
pub fn slider(slider: Slider, platform: &Platform) -> Html {
    let rail = rail(&slider);
    let Slider { id, min, max, step, value, text, described_by, oninput, onchange, .. } = slider;
    let grid = Grid { min, step };
    // A range rounds to its grid whatever it is given: values between, from a link or a number
    // box, are shown truly by lifting the grid until the slider moves next.
    let step = if grid.holds(value) { platform.exact(step).into() } else { AttrValue::Static("any") };
    let oninput = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let value = input.value_as_number();
        if value.is_finite() {
            oninput.emit(if input.step() == "any" { grid.nearest(value) } else { value });
        }
    });
    html! {
        <div class="slider">
            { rail }
            <input
                type="range"
                {id}
                min={platform.exact(min)}
                max={platform.exact(max)}
                {step}
                value={platform.exact(value)}
                autocomplete="off"
                aria-valuetext={text}
                aria-describedby={described_by}
                {oninput}
                {onchange}
            />
        </div>
    }
}

fn rail(slider: &Slider) -> Html {
    let share = |value: f64| (value - slider.min) / (slider.max - slider.min) * 100.0;
    let percent = |value: f64| format!("{}%", (value * 100.0).round() / 100.0);
    let (mark, value) = (share(slider.mark), share(slider.value));
    let (from, to) = (mark.min(value), mark.max(value));
    html! {
        <svg class="rail" aria-hidden="true" focusable="false">
            <rect class="rail-ground" width="100%" height="6" y="9" rx="3" />
            <rect class="rail-moved" x={percent(from)} width={percent(to - from)} height="6" y="9" />
            <rect class="rail-mark" x={percent(mark)} width="2" height="16" y="4" />
        </svg>
    }
}
