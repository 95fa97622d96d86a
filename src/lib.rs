//! The page: sliders, a bathtub, and what the water does to the ducks.
//!
//! `model` holds the economics. Rooms stand on floors, and each uses those below it: plain values
//! ([`language`], [`number`], [`svg`]), the state and its reducer ([`state`]), links ([`link`]) and
//! everything a component may ask a browser for ([`platform`]), words ([`locale`]), the picture
//! ([`scene`]) and [`charts`], the reasons ([`insight`]), what is taken along ([`share`]), the
//! [`controls`], and the [`page`]. `cargo xtask test layers` holds them to it.

pub mod charts;
pub mod controls;
pub mod deferred;
pub mod embed;
mod entry;
pub mod failure;
pub mod hooks;
pub mod insight;
pub mod language;
pub mod lessons;
pub mod link;
pub mod locale;
pub mod number;
pub mod page;
pub mod platform;
pub mod scene;
pub mod share;
pub mod state;
pub mod story;
pub mod svg;

use yew::prelude::*;

use locale::Words;
use page::{Page, Still, surroundings};
use platform::Platform;
use state::Notice;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// The browser, or a stand-in for tests and the build.
    pub platform: Platform,
    /// Whether this is the picture that the build draws into the page.
    #[prop_or_default]
    pub prerender: bool,
    /// What could not be fetched before the page was drawn.
    #[prop_or_default]
    pub missed: Option<Notice>,
    /// What the build drew under the tabs and below the picture.
    #[prop_or_default]
    pub still: Still,
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let words = use_state(|| Words::english(props.platform.clone()));
    let page = html! { <Page prerender={props.prerender} missed={props.missed.clone()} still={props.still.clone()} speak={words.setter()} /> };
    surroundings(&props.platform, &words, page)
}

/// Renders a component as HTML, for the build and for tests.
#[cfg(not(target_arch = "wasm32"))]
pub fn render<C: yew::BaseComponent>(props: C::Properties) -> String {
    use std::future::Future;
    use std::task::{Context, Poll, Waker};

    let mut future =
        std::pin::pin!(yew::LocalServerRenderer::<C>::with_props(props).hydratable(false).render());
    loop {
        // Nothing in the page waits for anything but itself.
        if let Poll::Ready(html) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return html;
        }
    }
}
