//! A tub in a page of somebody else's: picture, sliders and source in a frame of any size, without
//! anything else of the page. A program of its own, smaller than the page's.
//!
//! [`options`] reads what is shown, [`arrange`] divides the frame, [`view`] draws it; [`talk`] says
//! what may be said between the frame and the page around it, and [`host`] carries it. What a tub
//! alone does not need comes late ([`late`]).

mod arrange;
mod host;
mod late;
mod levers;
mod options;
pub mod talk;
mod view;

use yew::prelude::*;

use crate::locale::Words;
use crate::platform::Platform;
use crate::state::Notice;

#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EmbedProps {
    /// The browser, or a stand-in for tests.
    pub platform: Platform,
    /// What could not be fetched before the frame was drawn.
    #[prop_or_default]
    pub missed: Option<Notice>,
}

/// The whole of a frame.
#[component]
pub fn Embed(props: &EmbedProps) -> Html {
    let words = use_state(|| Words::english(props.platform.clone()));
    html! {
        <ContextProvider<Platform> context={props.platform.clone()}>
            <ContextProvider<Words> context={(*words).clone()}>
                <view::View missed={props.missed.clone()} speak={words.setter()} />
            </ContextProvider<Words>>
        </ContextProvider<Platform>>
    }
}
