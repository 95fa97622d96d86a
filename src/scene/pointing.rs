//! Pointing at parts: by press, by touch, by focus, by arrow keys; and at nothing again.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement};
use yew::{Callback, FocusEvent, KeyboardEvent, MouseEvent, NodeRef};

use super::facts::Part;

/// The part that an event's target belongs to.
fn part_of(target: Option<EventTarget>) -> Option<Part> {
    let element = target?.dyn_into::<Element>().ok()?.closest("[data-part]").ok()??;
    Part::from_key(&element.get_attribute("data-part")?)
}

/// A press on a part asks for its card, and one on the water for that of the water.
pub fn tap(point: &Callback<Option<Part>>) -> Callback<MouseEvent> {
    let point = point.clone();
    Callback::from(move |event: MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let water = target.and_then(|target| target.closest("[data-tap]").ok()?);
        let water = water.and_then(|water| Part::from_key(&water.get_attribute("data-tap")?));
        if let Some(part) = part_of(event.target()).or(water) {
            point.emit(Some(part));
        }
    })
}

/// Focus leaves a part; where it goes to a part, that event comes next, and on the card one is
/// still at its part.
pub fn blur(point: &Callback<Option<Part>>) -> Callback<FocusEvent> {
    let point = point.clone();
    Callback::from(move |event: FocusEvent| {
        // Without a new place for the focus a press somewhere decides.
        let Some(next) = event.related_target() else { return };
        let next = next.dyn_into::<Element>().ok();
        if !next.is_some_and(|next| matches!(next.closest("#scene-card"), Ok(Some(_)))) {
            point.emit(None);
        }
    })
}

/// While a card is shown: a press outside of it and of every part puts it away, and so does Escape
/// wherever the focus is.
pub fn watch_elsewhere(point: &Callback<Option<Part>>) -> impl FnOnce() + use<> {
    let listeners = web_sys::window().map(|window| {
        let window: EventTarget = window.into();
        let (pressed, escaped) = (point.clone(), point.clone());
        let inside = "#scene-card, .tub-scene [data-part], .tub-scene [data-tap]";
        [
            EventListener::new(&window, "pointerdown", move |event| {
                let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                if !target.is_some_and(|target| matches!(target.closest(inside), Ok(Some(_)))) {
                    pressed.emit(None);
                }
            }),
            EventListener::new(&window, "keydown", move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                    escaped.emit(None);
                }
            }),
        ]
    });
    move || drop(listeners)
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

/// Arrow keys go from part to part, Home and End to the first and the last.
pub fn keys(figure: NodeRef) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let key = event.key();
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let step = match key.as_str() {
            "ArrowRight" | "ArrowDown" => 1,
            "ArrowLeft" | "ArrowUp" => -1,
            "Home" | "End" => 0,
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
