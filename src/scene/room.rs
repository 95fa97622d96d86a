//! Which picture fits.

use gloo_events::EventListener;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ResizeObserver};
use yew::{NodeRef, UseStateHandle, hook, use_effect_with, use_node_ref, use_state};

use super::frame::Layout;

/// Width in CSS pixels from which the wide picture is legible; `scene.css` says the same.
const WIDE_FROM: i32 = 820;

/// The room that the scene has.
pub struct Room {
    /// Where it is measured.
    pub node: NodeRef,
    /// The picture that fits; none before it was measured, when style sheets choose.
    pub layout: Option<Layout>,
}

/// Measures the scene whenever it changes size.
#[hook]
pub fn use_room(prerender: bool) -> Room {
    let node = use_node_ref();
    let layout = use_state(|| None::<Layout>);
    {
        let (node, layout) = (node.clone(), layout.clone());
        use_effect_with(prerender, move |prerender| {
            let watch = (!prerender).then(|| Watch::new(&node, layout)).flatten();
            move || drop(watch)
        });
    }
    Room { node, layout: *layout }
}

/// Calls back as long as it is held.
enum Watch {
    Observer(ResizeObserver, #[allow(dead_code, reason = "held for the observer")] Closure<dyn FnMut()>),
    Window(#[allow(dead_code, reason = "held for its drop")] EventListener),
}

impl Watch {
    fn new(node: &NodeRef, layout: UseStateHandle<Option<Layout>>) -> Option<Self> {
        let element = node.cast::<Element>()?;
        let last = std::cell::Cell::new(None);
        let measured = element.clone();
        let measure = move || {
            let wide = measured.client_width() >= WIDE_FROM;
            let fits = Some(if wide { Layout::Wide } else { Layout::Narrow });
            if measured.client_width() > 0 && last.replace(fits) != fits {
                layout.set(fits);
            }
        };
        measure();
        let window = web_sys::window()?;
        if js_sys::Reflect::has(&window, &JsValue::from("ResizeObserver")).unwrap_or(false) {
            let closure = Closure::<dyn FnMut()>::new(measure);
            let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
            observer.observe(&element);
            return Some(Watch::Observer(observer, closure));
        }
        Some(Watch::Window(EventListener::new(&window, "resize", move |_| measure())))
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Watch::Observer(observer, _) = self {
            observer.disconnect();
        }
    }
}
