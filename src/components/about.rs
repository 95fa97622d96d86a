//! What the page says and what it does not, and where it is from.
//!
//! The build writes the English into the page and the app takes that over: the text would be a
//! twentieth of the program. Other languages have it in their catalogues.

mod written;

use yew::prelude::*;

use crate::locale::{Language, use_platform, use_words};

/// Identity of the text in the page.
pub const ABOUT: &str = "about";

#[component]
pub fn About() -> Html {
    let words = use_words();
    let english = words.language() == Language::English;
    match use_platform().kept(ABOUT) {
        Some(node) if english => Html::VRef(node),
        // A page under development, which is not prerendered.
        None if english && cfg!(target_arch = "wasm32") => html! {},
        _ => written::written(&words),
    }
}
