//! What stands below the picture: charts, reasons, prepared scenarios, and what the page says of
//! itself.
//!
//! It is compiled into a part of its own. The build cuts the program at [`open`] (`build.rs`,
//! `xtask/src/site/split.rs`); the part is fetched when it is about to come into sight, so that
//! the picture does not wait for it. Explanations of the model's coefficients are in it too.

use bathtub_model::ParameterId;
use wasm_split_helpers::SplitLoaderError;
use yew::prelude::*;

use super::about::About;
use crate::charts::{ChartInputs, Charts};
use crate::deferred::{Deferred, Door, Fetched, missing, use_door};
use crate::hooks::use_near;
use crate::insight::{Gallery, Reasons, chosen, duck_sum};
use crate::locale::use_words;
use crate::share::Takeaway;
use crate::state::Dispatch;

#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// What the charts show, and everything else below the picture.
    pub inputs: ChartInputs,
    pub dispatch: Dispatch,
}

/// What the part holds.
struct Contents {
    /// Draws what stands below the picture.
    draw: fn(&Props) -> Html,
    /// What other rooms use.
    offered: Deferred,
}

const CONTENTS: Contents =
    Contents { draw, offered: Deferred { duck_sum, parameter_text: ParameterId::text } };

/// The door to the part. Everything that is reached through it alone is cut out of the page's
/// program, texts included.
#[wasm_split_helpers::wasm_split(below, fallible)]
fn open() -> Result<&'static Contents, SplitLoaderError> {
    Ok(&CONTENTS)
}

const DOOR: Door<Contents> = Door { fetch: || Box::pin(async { open().await.ok() }), here: printed };

/// The door for those who use a piece of the part.
pub const OFFERED: Door<Deferred> = Door {
    fetch: || Box::pin(async { open().await.ok().map(|contents| &contents.offered) }),
    here: || printed().map(|contents| &contents.offered),
};

/// Where HTML is printed, everything is there. In a browser this must not name the contents: they
/// would not be cut out.
#[cfg(not(target_arch = "wasm32"))]
fn printed() -> Option<&'static Contents> {
    Some(&CONTENTS)
}

#[cfg(target_arch = "wasm32")]
fn printed() -> Option<&'static Contents> {
    None
}

fn draw(Props { inputs, dispatch }: &Props) -> Html {
    html! {
        <>
            <Charts ..inputs.clone() />
            <Takeaway ..inputs.clone() />
            <Reasons run={inputs.run.clone()} week={inputs.week} theme={inputs.theme} dispatch={dispatch.clone()} />
            <Gallery chosen={chosen(inputs.run.scenario())} dispatch={dispatch.clone()} />
            <About />
        </>
    }
}

#[component]
pub fn Below(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let near = use_near(&node);
    let (part, fetch) = use_door(DOOR, near);
    let shown = match part {
        Fetched::Here(contents) => (contents.draw)(props),
        Fetched::Missing => missing(&fetch, &words),
        Fetched::Away => html! {},
    };
    let waits = matches!(part, Fetched::Away);
    html! {
        <div ref={node} id="below" class="below" data-program={part.name()} aria-busy={waits.to_string()}>
            { shown }
        </div>
    }
}
