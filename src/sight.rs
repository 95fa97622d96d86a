//! Whether something is in sight, so that what nobody sees is neither drawn nor worked out.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};
use yew::{NodeRef, hook, use_effect_with, use_state_eq};

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

/// Whether an element is in sight now; not before it has been looked at. Browsers that cannot
/// tell are taken to show everything.
#[hook]
pub fn use_in_sight(node: &NodeRef) -> bool {
    let seen = use_state_eq(|| false);
    {
        let (node, seen) = (node.clone(), seen.setter());
        use_effect_with((), move |()| {
            let sight = node.cast::<Element>().and_then(|element| {
                let told = seen.clone();
                Sight::new(&element, move |in_sight| told.set(in_sight))
            });
            if sight.is_none() {
                seen.set(true);
            }
            move || drop(sight)
        });
    }
    *seen
}
