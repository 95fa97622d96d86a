//! Whether something folded is open, so that what nobody looks at is not drawn.

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

/// Whether a `<details>` is open, and what its `ontoggle` has to call.
#[hook]
pub fn use_open() -> (bool, Callback<Event>) {
    let open = use_state_eq(|| false);
    let ontoggle = {
        let open = open.setter();
        use_callback((), move |event: Event, ()| {
            open.set(event.target_unchecked_into::<HtmlDetailsElement>().open());
        })
    };
    (*open, ontoggle)
}
