//! Whether something is in sight, so that what nobody sees is neither drawn nor worked out.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::{NodeRef, hook, use_effect_with, use_mut_ref, use_state_eq};

/// Distance from the window at which an element counts as in sight, as CSS writes it.
#[derive(Clone, Copy)]
pub struct Margin(&'static str);

/// In sight indeed.
pub const SEEN: Margin = Margin("0px");

/// Watches an element until it is dropped.
pub struct Sight {
    observer: IntersectionObserver,
    #[expect(dead_code, reason = "called by the browser")]
    closure: Closure<dyn FnMut(Array)>,
}

impl Sight {
    /// Calls `seen` with whether the element is within `margin` of being in sight: soon, and
    /// whenever that changes.
    pub fn new(element: &Element, margin: Margin, mut seen: impl FnMut(bool) + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            seen(entries.pop().unchecked_into::<IntersectionObserverEntry>().is_intersecting());
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(margin.0);
        let observer =
            IntersectionObserver::new_with_options(closure.as_ref().unchecked_ref(), &options).ok()?;
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
    use_sight(node, SEEN)
}

/// Whether an element has ever been in sight.
#[hook]
pub fn use_seen(node: &NodeRef) -> bool {
    let in_sight = use_in_sight(node);
    let seen = use_mut_ref(|| false);
    let mut seen = seen.borrow_mut();
    *seen |= in_sight;
    *seen
}

#[hook]
fn use_sight(node: &NodeRef, margin: Margin) -> bool {
    let seen = use_state_eq(|| false);
    {
        let (node, seen) = (node.clone(), seen.setter());
        use_effect_with((), move |()| {
            let sight = node.cast::<Element>().and_then(|element| {
                let seen = seen.clone();
                Sight::new(&element, margin, move |in_sight| seen.set(in_sight))
            });
            if sight.is_none() {
                seen.set(true);
            }
            move || drop(sight)
        });
    }
    *seen
}
