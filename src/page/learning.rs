//! The place of a lesson: its room is fetched once one is wanted.
//!
//! It is compiled into a part of its own, as `page/below.rs` is: the build cuts the program at [`open`].

use wasm_split_helpers::SplitLoaderError;
use yew::prelude::*;

use crate::deferred::{Door, Fetched, missing, use_door};
use crate::lessons::{Lessons, Props};
use crate::locale::use_words;

/// What draws a lesson.
pub struct Room(fn(&Props) -> Html);

const ROOM: Room = Room(|props| html! { <Lessons ..props.clone() /> });

#[cfg(feature = "page")]
#[wasm_split_helpers::wasm_split(lessons, fallible)]
fn open() -> Result<&'static Room, SplitLoaderError> {
    Ok(&ROOM)
}

/// Other programs than the page's have no such part.
#[cfg(not(feature = "page"))]
async fn open() -> Result<&'static Room, SplitLoaderError> {
    Ok(&ROOM)
}

const DOOR: Door<Room> = Door { fetch: || Box::pin(async { open().await.ok() }), here: || None };

/// The lesson, once its room is there.
#[component]
pub fn Learning(props: &Props) -> Html {
    let words = use_words();
    let (room, fetch) = use_door(DOOR, true);
    match room {
        Fetched::Here(room) => (room.0)(props),
        Fetched::Missing => missing(&fetch, &words),
        Fetched::Away => html! { <div class="lesson-place" aria-busy="true"></div> },
    }
}
