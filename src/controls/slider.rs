//! A native range over a drawn rail: the mark shows where the start has it, the bar how far the
//! value has moved from there.

use web_sys::HtmlInputElement;
use yew::prelude::*;

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

/// The values a slider may stop at.
#[derive(Clone, Copy)]
struct Grid {
    min: f64,
    step: f64,
}

impl Grid {
    fn nearest(self, value: f64) -> f64 {
        self.min + ((value - self.min) / self.step).round() * self.step
    }

    fn holds(self, value: f64) -> bool {
        (self.nearest(value) - value).abs() < 1e-9 * self.step.max(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_begins_at_the_minimum() {
        let grid = Grid { min: -900.0, step: 10.0 };
        assert!(grid.holds(-900.0) && grid.holds(300.0));
        assert!(!grid.holds(305.0));
        assert_eq!(grid.nearest(304.0), 300.0);
        let shares = Grid { min: 0.0, step: 0.05 };
        assert!(shares.holds(0.15) && shares.holds(0.6) && !shares.holds(0.12));
    }
}
