//! Which picture fits.

use web_sys::Element;
use yew::{NodeRef, UseStateSetter, hook, use_effect_with, use_node_ref, use_state};

use super::place::Layout;
use crate::hooks::SizeWatch;

/// Width in CSS pixels from which the wide picture is legible; `scene.css` says the same.
pub const WIDE_FROM: i32 = 820;

/// The room that the scene has.
pub struct Fit {
    /// Where it is measured.
    pub node: NodeRef,
    /// The picture that fits; none before it was measured, when style sheets choose.
    pub layout: Option<Layout>,
}

/// Measures the scene whenever it changes size.
#[hook]
pub fn use_fit(prerender: bool) -> Fit {
    let node = use_node_ref();
    let layout = use_state(|| None::<Layout>);
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
    SizeWatch::new(&element, measure)
}
