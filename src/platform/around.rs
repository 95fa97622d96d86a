//! The page around this one, where it stands in a frame.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Object;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Window};

/// The window around this one, and the origin of what it has said. What it is sent goes to that origin
/// alone, unless it has none: a frame or a file may be of an opaque one.
#[derive(Clone)]
pub struct Around {
    window: Window,
    origin: Rc<RefCell<Option<String>>>,
}

/// What an opaque origin is called.
const OPAQUE: &str = "null";

impl Around {
    /// None where there is no page around this one.
    pub fn find() -> Option<Self> {
        let own = web_sys::window()?;
        let window = own.parent().ok().flatten()?;
        (!Object::is(&own, &window)).then(|| Around { window, origin: Rc::default() })
    }

    /// Says something to it. Before it was heard, whoever it is may read it.
    pub fn tell(&self, message: &JsValue) {
        let origin = self.origin.borrow();
        let target = origin.as_deref().filter(|origin| *origin != OPAQUE).unwrap_or("*");
        let _ = self.window.post_message(message, target);
    }

    /// Hears what it says: objects from that window, from the origin of the first that `understood`
    /// takes. The listener goes when what is returned is dropped.
    pub fn hear(&self, mut understood: impl FnMut(&JsValue) -> bool + 'static) -> Option<EventListener> {
        let around = self.clone();
        let listener = EventListener::new(&web_sys::window()?.into(), "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            let from = event.source().is_some_and(|source| Object::is(&source, &around.window));
            let (data, origin) = (event.data(), event.origin());
            let known = around.origin.borrow().as_ref().is_none_or(|known| *known == origin);
            if from && known && data.is_object() {
                // Answers are given while it is read.
                let first = around.origin.borrow().is_none();
                if first {
                    *around.origin.borrow_mut() = Some(origin);
                }
                if !understood(&data) && first {
                    *around.origin.borrow_mut() = None;
                }
            }
        });
        Some(listener)
    }
}
