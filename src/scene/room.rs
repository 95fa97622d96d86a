//! Which picture fits.

use web_sys::Element;
use yew::{NodeRef, UseStateSetter, hook, use_effect_with, use_node_ref, use_state_eq};

use super::place::Layout;
use crate::hooks::SizeWatch;

/// Width in CSS pixels from which the wide picture is legible; `scene.css` says the same.
pub const WIDE_FROM: i32 = 820;

/// The picture that fits into an element; none while it has no width.
pub fn fitting(room: &Element) -> Option<Layout> {
    let width = room.client_width();
    (width > 0).then_some(if width >= WIDE_FROM { Layout::Wide } else { Layout::Narrow })
}

/// The room that the scene has.
pub struct Fit {
    /// Where it is measured.
    pub node: NodeRef,
    /// The picture that fits; none before it was measured, when style sheets choose.
    pub layout: Option<Layout>,
}

/// Measures the scene whenever it changes size. At first there is the picture that is known to fit, or
/// both.
#[hook]
pub fn use_fit(prerender: bool, first: Option<Layout>) -> Fit {
    let node = use_node_ref();
    let layout = use_state_eq(|| first);
    {
        let (node, layout) = (node.clone(), layout.setter());
        use_effect_with(prerender, move |prerender| {
            let watch = (!prerender).then(|| watch(&node, layout)).flatten();
            move || drop(watch)
        });
    }
    Fit { node, layout: *layout }
}

fn watch(node: &NodeRef, layout: UseStateSetter<Option<Layout>>) -> Option<SizeWatch> {
    let element = node.cast::<Element>()?;
    let measured = element.clone();
    let measure = move || {
        if let Some(fits) = fitting(&measured) {
            layout.set(Some(fits));
        }
    };
    measure();
    SizeWatch::new(&element, measure)
}
