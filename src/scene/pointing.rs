//! Pointing at parts: by pointer, by touch, by focus, by arrow keys.

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};
use yew::{Callback, FocusEvent, KeyboardEvent, MouseEvent, NodeRef, PointerEvent};

use super::facts::Part;

/// The part that an event's target belongs to.
fn part_of(target: Option<EventTarget>) -> Option<Part> {
    let element = target?.dyn_into::<Element>().ok()?.closest("[data-part]").ok()??;
    Part::from_key(&element.get_attribute("data-part")?)
}

/// Pointing at something else, or at nothing.
pub fn over(point: &Callback<Option<Part>>) -> Callback<PointerEvent> {
    let point = point.clone();
    Callback::from(move |event: PointerEvent| point.emit(part_of(event.target())))
}

/// The water is too large to be pointed at in passing: a click or a touch asks for it.
pub fn tap(point: &Callback<Option<Part>>) -> Callback<MouseEvent> {
    let point = point.clone();
    Callback::from(move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(Ok(Some(tapped))) = target.map(|target| target.closest("[data-tap]")) {
            point.emit(tapped.get_attribute("data-tap").and_then(|key| Part::from_key(&key)));
        }
    })
}

/// A pointer leaves the figure. A finger that is lifted has not left.
pub fn leave(point: &Callback<Option<Part>>) -> Callback<PointerEvent> {
    let point = point.clone();
    Callback::from(move |event: PointerEvent| {
        if event.pointer_type() != "touch" {
            point.emit(None);
        }
    })
}

/// Focus leaves a part; where it goes to a part, that event comes next.
pub fn blur(point: &Callback<Option<Part>>) -> Callback<FocusEvent> {
    let point = point.clone();
    Callback::from(move |_| point.emit(None))
}

/// Focus reaches a part.
pub fn focus(point: &Callback<Option<Part>>) -> Callback<FocusEvent> {
    let point = point.clone();
    Callback::from(move |event: FocusEvent| {
        if let Some(part) = part_of(event.target()) {
            point.emit(Some(part));
        }
    })
}

/// Arrow keys go from part to part, Home and End to the first and the last; Escape puts the card
/// away.
pub fn keys(point: &Callback<Option<Part>>, figure: NodeRef) -> Callback<KeyboardEvent> {
    let point = point.clone();
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let step = match key.as_str() {
            "ArrowRight" | "ArrowDown" => 1,
            "ArrowLeft" | "ArrowUp" => -1,
            "Home" | "End" => 0,
            "Escape" => return point.emit(None),
            _ => return,
        };
        let Some(parts) = figure.cast::<Element>().map(|figure| parts(&figure)) else { return };
        let Some(now) = event.target().and_then(|target| {
            let target = target.dyn_into::<Element>().ok()?;
            parts.iter().position(|part| ***part == *target)
        }) else {
            return;
        };
        let last = parts.len() - 1;
        let next = match (key.as_str(), step) {
            ("Home", _) => 0,
            ("End", _) => last,
            (_, 1) => {
                if now == last {
                    0
                } else {
                    now + 1
                }
            }
            _ => now.checked_sub(1).unwrap_or(last),
        };
        event.prevent_default();
        let _ = parts[next].focus();
    })
}

/// The parts of the picture that is shown, in its order. They are no HTML elements, but take the
/// focus in the same way.
fn parts(figure: &Element) -> Vec<HtmlElement> {
    let Ok(found) = figure.query_selector_all("svg [data-part][tabindex]") else { return Vec::new() };
    (0..found.length())
        .filter_map(|i| Some(found.item(i)?.unchecked_into::<HtmlElement>()))
        .filter(|part| {
            // A straight pipe has no width.
            let drawn = part.get_bounding_client_rect();
            drawn.width() + drawn.height() > 0.0
        })
        .collect()
}
