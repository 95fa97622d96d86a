//! Touches on sliders. A finger that comes down on a track may be on its way down the page: nothing
//! is changed before it has moved along the track or been lifted, and a swipe changes nothing.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Event, EventInit, EventTarget, HtmlInputElement, PointerEvent};

/// How far a finger moves along a track before it is taken to drag, CSS px.
const MEANT: f64 = 8.0;

/// A finger on a slider that has not said what it wants.
struct Touch {
    pointer: i32,
    at: (f64, f64),
    slider: HtmlInputElement,
    /// Where the slider stood.
    before: String,
    /// Whether it has moved since, unseen.
    moved: bool,
}

impl Touch {
    fn begun(event: &PointerEvent) -> Option<Self> {
        let slider = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
        (event.pointer_type() == "touch" && slider.type_() == "range").then(|| Touch {
            pointer: event.pointer_id(),
            at: (f64::from(event.client_x()), f64::from(event.client_y())),
            before: slider.value(),
            slider,
            moved: false,
        })
    }

    fn is_meant(&self, event: &PointerEvent) -> bool {
        let (x, y) = (f64::from(event.client_x()) - self.at.0, f64::from(event.client_y()) - self.at.1);
        x.abs() >= MEANT && x.abs() > y.abs()
    }

    /// What was withheld is said.
    fn accept(self) {
        if self.moved {
            let bubbles = EventInit::new();
            bubbles.set_bubbles(true);
            if let Ok(event) = Event::new_with_event_init_dict("input", &bubbles) {
                let _ = self.slider.dispatch_event(&event);
            }
        }
    }

    /// It was a swipe.
    fn refuse(self) {
        self.slider.set_value(&self.before);
    }
}

/// Watches every slider of the page until what is returned is called.
pub fn watch() -> impl FnOnce() {
    let touch = Rc::new(RefCell::new(None::<Touch>));
    let listen = |event: &'static str, heard: fn(&RefCell<Option<Touch>>, &Event)| {
        let window: EventTarget = web_sys::window()?.into();
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let touch = Rc::clone(&touch);
        // On its way down: before the page hears of it.
        Some(EventListener::new_with_options(&window, event, options, move |event| heard(&touch, event)))
    };
    let listeners = [
        listen("pointerdown", |touch, event| {
            *touch.borrow_mut() = event.dyn_ref::<PointerEvent>().and_then(Touch::begun);
        }),
        listen("pointermove", |touch, event| {
            let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
            let meant = touch.borrow().as_ref().is_some_and(|touch| touch.is_meant(event));
            if meant && let Some(touch) = touch.take() {
                touch.accept();
            }
        }),
        listen("input", |touch, event| {
            if let Some(touch) = touch.borrow_mut().as_mut()
                && event.target().as_ref() == Some(touch.slider.as_ref())
            {
                touch.moved = true;
                event.stop_immediate_propagation();
            }
        }),
        listen("pointerup", |touch, event| end(touch, event, Touch::accept)),
        listen("pointercancel", |touch, event| end(touch, event, Touch::refuse)),
    ];
    move || drop(listeners)
}

fn end(touch: &RefCell<Option<Touch>>, event: &Event, ended: fn(Touch)) {
    let id = event.dyn_ref::<PointerEvent>().map(PointerEvent::pointer_id);
    let own = touch.borrow().as_ref().is_some_and(|touch| Some(touch.pointer) == id);
    if own && let Some(touch) = touch.take() {
        ended(touch);
    }
}
