//! What the page says and what it does not, and where it is from.
//!
//! Nothing in it changes, so the build writes it into the page and the app takes that over: the
//! text would be a twentieth of the program.

#[cfg(not(target_arch = "wasm32"))]
mod written;

use yew::prelude::*;

use crate::locale::use_platform;

/// Identity of the text in the page.
pub const ABOUT: &str = "about";

#[component]
pub fn About() -> Html {
    match use_platform().kept(ABOUT) {
        Some(node) => Html::VRef(node),
        #[cfg(target_arch = "wasm32")]
        // A page under development, which is not prerendered.
        None => html! {},
        #[cfg(not(target_arch = "wasm32"))]
        None => html! { <written::Written /> },
    }
}
