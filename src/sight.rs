//! Whether something is in sight, so that what nobody sees is neither drawn nor worked out.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Watches an element until it is dropped.
pub struct Sight {
    observer: IntersectionObserver,
    #[expect(dead_code, reason = "called by the browser")]
    closure: Closure<dyn FnMut(Array)>,
}

impl Sight {
    /// Calls `seen` with whether the element is in sight: soon, and whenever that changes.
    pub fn new(element: &Element, mut seen: impl FnMut(bool) + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            seen(entries.pop().unchecked_into::<IntersectionObserverEntry>().is_intersecting());
        });
        let observer = IntersectionObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Sight { observer, closure })
    }
}

impl Drop for Sight {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
