//! Where a number stands in a small chart, and what stands around it.

use web_sys::Element;
use yew::prelude::*;

use crate::hooks::SizeWatch;
use crate::svg::{px, short};

/// Height of every chart of a lesson, CSS px.
pub const HEIGHT: f64 = 220.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 26.0;

/// A chart's scales.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width, CSS px.
    pub width: f64,
    /// Ends of time.
    pub time: (f64, f64),
    /// Ends of the scale.
    pub scale: (f64, f64),
}

impl Frame {
    /// Where a time stands.
    pub fn x(&self, time: f64) -> f64 {
        let (from, to) = self.time;
        LEFT + (time - from) / (to - from) * (self.width - LEFT - RIGHT)
    }

    /// Where a value stands.
    pub fn y(&self, value: f64) -> f64 {
        let (low, high) = self.scale;
        TOP + (high - value) / (high - low) * (HEIGHT - TOP - BOTTOM)
    }

    /// The value at a height, within the scale.
    pub fn value_at(&self, y: f64) -> f64 {
        let (low, high) = self.scale;
        (high - (y - TOP) / (HEIGHT - TOP - BOTTOM) * (high - low)).max(low).min(high)
    }

    /// The time at a place, within its ends.
    pub fn time_at(&self, x: f64) -> f64 {
        let (from, to) = self.time;
        (from + (x - LEFT) / (self.width - LEFT - RIGHT) * (to - from)).max(from).min(to)
    }

    /// A line through values at times.
    pub fn line(&self, points: impl Iterator<Item = (f64, f64)>) -> AttrValue {
        let written: Vec<String> =
            points.map(|(time, value)| format!("{} {}", short(self.x(time)), short(self.y(value)))).collect();
        AttrValue::from(format!("M{}", written.join(" L")))
    }

    /// Lines across, with their numbers, and times below; each as it is to be written.
    pub fn axes(&self, values: &[(f64, AttrValue)], times: &[(f64, AttrValue)]) -> Html {
        let (left, right) = (px(LEFT), px(self.width - RIGHT));
        let across = values.iter().map(|(value, text)| {
            let y = self.y(*value);
            html! {
                <>
                    <line class="lesson-grid" x1={left.clone()} x2={right.clone()} y1={px(y)} y2={px(y)} />
                    <text class="lesson-number" x={px(LEFT - 6.0)} y={px(y + 4.0)} text-anchor="end">{ text.clone() }</text>
                </>
            }
        });
        let below = times.iter().map(|(time, text)| {
            let anchor = if *time <= self.time.0 { "start" } else if *time >= self.time.1 { "end" } else { "middle" };
            html! { <text class="lesson-number" x={px(self.x(*time))} y={px(HEIGHT - 6.0)} text-anchor={anchor}>{ text.clone() }</text> }
        });
        html! { <g aria-hidden="true"><g>{ for across }</g><g>{ for below }</g></g> }
    }
}

/// Three to six round values on a scale.
pub fn round_values((low, high): (f64, f64)) -> Vec<f64> {
    let rough = (high - low) / 4.0;
    let mut step = 0.001;
    // 1, 2, 5, 10, 20, …
    for factor in [2.0, 2.5, 2.0].into_iter().cycle().take(24) {
        if step >= rough * 0.999 {
            break;
        }
        step *= factor;
    }
    let first = (low / step).ceil();
    (0..8).map(|at| (first + f64::from(at)) * step).take_while(|value| *value <= high + step * 1e-9).collect()
}

/// The width of what stands behind a node, CSS px, before it is there that of a phone.
#[hook]
pub fn use_width(node: &NodeRef) -> f64 {
    let width = use_state_eq(|| 320.0);
    {
        let (node, width) = (node.clone(), width.setter());
        use_effect_with((), move |()| {
            let element = node.cast::<Element>();
            let measure = {
                let element = element.clone();
                move || {
                    let wide = element.as_ref().map_or(0.0, |element| f64::from(element.client_width()));
                    if wide > 0.0 {
                        width.set(wide);
                    }
                }
            };
            measure();
            let watch = element.and_then(|element| SizeWatch::new(&element, measure));
            move || drop(watch)
        });
    }
    *width
}

/// Where a pointer is in an element, CSS px. What the event names is the whole page, which hears of it first.
pub fn place_of(event: &PointerEvent, element: &NodeRef) -> Option<(f64, f64)> {
    let seen = element.cast::<Element>()?.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - seen.x(), f64::from(event.client_y()) - seen.y()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_placed_is_found_again() {
        let frame = Frame { width: 400.0, time: (0.0, 52.0), scale: (90.0, 110.0) };
        for (time, value) in [(0.0, 90.0), (13.0, 104.0), (52.0, 110.0)] {
            assert!((frame.time_at(frame.x(time)) - time).abs() < 1e-9);
            assert!((frame.value_at(frame.y(value)) - value).abs() < 1e-9);
        }
        assert_eq!((frame.value_at(-50.0), frame.value_at(900.0)), (110.0, 90.0));
    }

    #[test]
    fn scales_have_round_numbers() {
        assert_eq!(round_values((97.0, 102.0)), [98.0, 100.0, 102.0]);
        assert_eq!(round_values((0.0, 120.0)), [0.0, 50.0, 100.0]);
        assert_eq!(round_values((-20.0, 20.0)), [-20.0, -10.0, 0.0, 10.0, 20.0]);
    }
}
