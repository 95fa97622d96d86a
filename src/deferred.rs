//! The part of the program that is fetched late: what others may use of it, and how a component
//! asks for it.
//!
//! `page::below` puts the part together and hands its door down as a context, so that those who
//! use a piece of it need not know what else is in it.

use std::future::Future;
use std::pin::Pin;

use bathtub_model::{Duck, ParameterId, ParameterText, Run};
use yew::prelude::*;

use crate::locale::Words;
use crate::locale::page::MissingMessage;
use crate::state::Dispatch;

/// A parameter that was changed: its value, and where the start has it.
pub type Change = (ParameterId, f64, f64);

/// What other rooms may use of the part.
#[derive(Clone, Copy)]
pub struct Deferred {
    /// A duck's move up to a week as a sum.
    pub duck_sum: fn(&Run, usize, Duck, &Words) -> Html,
    /// What was changed, with the ways back.
    pub change_list: fn(&[Change], &Dispatch, &Words) -> Html,
    /// Explanation and source of a parameter.
    pub parameter_text: fn(ParameterId) -> ParameterText,
}

type Arriving<T> = Pin<Box<dyn Future<Output = Option<&'static T>>>>;

/// The way to something that is fetched late. Doors are compared by nobody: each is a constant.
pub struct Door<T: 'static> {
    /// Fetches it; none where it cannot be had.
    pub fetch: fn() -> Arriving<T>,
    /// What is there without being fetched: all of it where HTML is printed.
    pub here: fn() -> Option<&'static T>,
}

impl<T> Clone for Door<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Door<T> {}

impl<T> PartialEq for Door<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// How far it has come.
pub enum Fetched<T: 'static> {
    /// Not fetched yet.
    Away,
    /// Here.
    Here(&'static T),
    /// Fetched in vain.
    Missing,
}

impl<T> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Fetched<T> {}

impl<T> Fetched<T> {
    /// Name in the document.
    pub const fn name(self) -> &'static str {
        match self {
            Fetched::Away => "away",
            Fetched::Here(_) => "here",
            Fetched::Missing => "missing",
        }
    }
}

/// What stands behind a door, fetched once it is wanted, and what fetches it again.
#[hook]
pub fn use_door<T: 'static>(door: Door<T>, wanted: bool) -> (Fetched<T>, Callback<()>) {
    let state = use_state(|| (door.here)().map_or(Fetched::Away, Fetched::Here));
    let fetch = {
        let state = state.setter();
        use_callback((), move |(), ()| {
            let state = state.clone();
            yew::platform::spawn_local(async move {
                state.set((door.fetch)().await.map_or(Fetched::Missing, Fetched::Here));
            });
        })
    };
    {
        let fetch = fetch.clone();
        use_effect_with(wanted, move |wanted| {
            if *wanted {
                fetch.emit(());
            }
        });
    }
    (*state, fetch)
}

/// What others may use of the part, fetched once it is wanted, and what fetches it again.
#[hook]
pub fn use_deferred(wanted: bool) -> (Fetched<Deferred>, Callback<()>) {
    let door = use_context::<Door<Deferred>>().expect("a component stands inside its surroundings");
    use_door(door, wanted)
}

/// Says that the part could not be had, and tries again.
pub fn missing(fetch: &Callback<()>, words: &Words) -> Html {
    let again = fetch.reform(|_: MouseEvent| ());
    html! {
        <div role="alert" class="missing">
            <p data-notice="below">{ words.text(&MissingMessage::Missing) }</p>
            <button type="button" class="tool" onclick={again}>{ words.text(&MissingMessage::TryAgain) }</button>
        </div>
    }
}
