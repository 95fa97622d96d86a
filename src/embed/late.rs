//! What a tub alone does not need: a second tub, charts, and what was wrong with an address in words.
//! A part of its own, fetched when one of them is shown.

use yew::prelude::*;

use crate::charts::{CHARTS, ChartInputs, charts, use_extras};
use crate::deferred::Door;
use crate::locale::{Words, notices};
use crate::scene::{Second, SecondProps};
use crate::state::Notice;

/// What draws each of its pieces.
pub struct Contents {
    /// The second of two tubs, with the names of both.
    pub second: fn(SecondProps) -> Html,
    /// A chart.
    pub chart: fn(ChartProps) -> Html,
    /// A notice in words.
    pub notice: fn(&Words, &Notice) -> AttrValue,
}

const CONTENTS: Contents = Contents {
    second: |props| html! { <Second ..props /> },
    chart: |props| html! { <Chart ..props /> },
    notice: notices::text,
};

/// The door to it.
pub const LATE: Door<Contents> = Door { fetch: || Box::pin(async { open().await.ok() }), here: || None };

#[cfg(feature = "embed")]
#[wasm_split_helpers::wasm_split(late, fallible)]
fn open() -> Result<&'static Contents, wasm_split_helpers::SplitLoaderError> {
    Ok(&CONTENTS)
}

/// Other programs than the frame's have no such part.
#[cfg(not(feature = "embed"))]
async fn open() -> Result<&'static Contents, wasm_split_helpers::SplitLoaderError> {
    Ok(&CONTENTS)
}

#[derive(Clone, Properties, PartialEq)]
pub struct ChartProps {
    /// Its place in [`CHARTS`].
    pub index: usize,
    pub inputs: ChartInputs,
}

#[component]
fn Chart(props: &ChartProps) -> Html {
    let extras = use_extras(&props.inputs);
    charts(std::slice::from_ref(&CHARTS[props.index].id), &props.inputs, &extras)
}
