//! What stands below the picture: charts, reasons, prepared scenarios, and what the page says of
//! itself.
//!
//! It is compiled into a part of its own. The build cuts the program at [`open`] (`build.rs`,
//! `xtask/src/site/split.rs`); the part is fetched when it is about to come into sight, so that
//! the picture does not wait for it. What is told of the model's coefficients is in it too.

use bathtub_model::{Duck, ParameterId, ParameterText, Run};
use wasm_split_helpers::SplitLoaderError;
use yew::prelude::*;

use crate::charts::{self, Charts};
use crate::components::{About, Dispatch};
use crate::insight::{Gallery, Reasons, chosen, duck_sum};
use crate::locale::page::PageMessage;
use crate::locale::{Words, use_words};
use crate::sight::use_near;
use crate::takeaway::Takeaway;

#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// What the charts show, and everything else below the picture.
    pub of: charts::Props,
    pub dispatch: Dispatch,
}

/// What the part holds.
#[derive(Clone, Copy)]
pub struct Held {
    /// Draws what stands below the picture.
    draw: fn(&Props) -> Html,
    /// A duck's move up to a week as a sum.
    pub sum: fn(&Run, usize, Duck, &Words) -> Html,
    /// What is told of a parameter.
    pub text: fn(ParameterId) -> ParameterText,
}

const HELD: Held = Held { draw, sum: duck_sum, text: ParameterId::text };

/// The door to the part. Everything that is reached through it alone is cut out of the page's
/// program, texts included.
#[wasm_split_helpers::wasm_split(below, fallible)]
fn open() -> Result<&'static Held, SplitLoaderError> {
    Ok(&HELD)
}

fn draw(Props { of, dispatch }: &Props) -> Html {
    html! {
        <>
            <Charts ..of.clone() />
            <Takeaway ..of.clone() />
            <Reasons run={of.run.clone()} week={of.week} theme={of.theme} dispatch={dispatch.clone()} />
            <Gallery chosen={chosen(of.run.scenario())} dispatch={dispatch.clone()} />
            <About />
        </>
    }
}

/// Where the part is.
#[derive(Clone, Copy)]
pub enum Part {
    /// Not fetched yet.
    Away,
    /// Here.
    Here(&'static Held),
    /// Fetched in vain.
    Missing,
}

impl Part {
    const fn name(self) -> &'static str {
        match self {
            Part::Away => "away",
            Part::Here(_) => "here",
            Part::Missing => "missing",
        }
    }
}

/// The part, fetched once it is wanted, and what fetches it again. What prints HTML has it.
#[hook]
pub fn use_part(wanted: bool) -> (Part, Callback<()>) {
    let part = use_state(at_first);
    let fetch = {
        let part = part.setter();
        use_callback((), move |(), ()| {
            let part = part.clone();
            yew::platform::spawn_local(async move {
                part.set(open().await.map_or(Part::Missing, Part::Here));
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
    (*part, fetch)
}

#[cfg(target_arch = "wasm32")]
fn at_first() -> Part {
    Part::Away
}

#[cfg(not(target_arch = "wasm32"))]
fn at_first() -> Part {
    Part::Here(&HELD)
}

#[component]
pub fn Below(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let near = use_near(&node);
    let (part, fetch) = use_part(near);
    let shown = match part {
        Part::Here(held) => (held.draw)(props),
        Part::Missing => missing(&fetch, &words),
        Part::Away => html! {},
    };
    html! {
        <div ref={node} id="below" class="below" data-part={part.name()} aria-busy={matches!(part, Part::Away).to_string()}>
            { shown }
        </div>
    }
}

/// Says that the part could not be had, and tries again.
pub fn missing(fetch: &Callback<()>, words: &Words) -> Html {
    let again = fetch.reform(|_: MouseEvent| ());
    html! {
        <div role="alert" class="missing">
            <p data-notice="below">{ words.text(&PageMessage::Missing) }</p>
            <button type="button" class="tool" onclick={again}>{ words.text(&PageMessage::TryAgain) }</button>
        </div>
    }
}
