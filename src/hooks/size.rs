//! When an element changes size.

use gloo_events::EventListener;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, ResizeObserver};

/// Calls back when an element changes size, until it is dropped.
pub enum SizeWatch {
    /// The element itself is watched.
    Observer(ResizeObserver, Closure<dyn FnMut()>),
    /// Browsers that cannot watch an element tell of their window.
    Window(EventListener),
}

impl SizeWatch {
    /// Watches an element; none outside a browser.
    pub fn new(element: &Element, mut changed: impl FnMut() + 'static) -> Option<Self> {
        let window = web_sys::window()?;
        if js_sys::Reflect::has(&window, &JsValue::from("ResizeObserver")).unwrap_or(false) {
            let closure = Closure::<dyn FnMut()>::new(changed);
            let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
            observer.observe(element);
            return Some(SizeWatch::Observer(observer, closure));
        }
        Some(SizeWatch::Window(EventListener::new(&window, "resize", move |_| changed())))
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        if let SizeWatch::Observer(observer, _) = self {
            observer.disconnect();
        }
    }
}
