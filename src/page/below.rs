//! What the picture need not wait for: charts and reasons under the tabs of the slot, time that
//! plays, the choice of a start, the card of a part, handles in the picture and, below, what is
//! taken along, the prepared scenarios in words, and what the page says of itself.
//!
//! It is compiled into a part of its own. The build cuts the program at [`open`] (`build.rs`,
//! `xtask/src/site/split.rs`); the part is fetched when the page has come to rest, so that
//! the picture does not wait for it. Explanations of the model's coefficients are in it too.

use bathtub_model::ParameterId;
use gloo_timers::callback::Timeout;
use wasm_split_helpers::SplitLoaderError;
use yew::prelude::*;

use super::about::About;
use super::announcer::{Announcer, Props as AnnouncerProps};
use super::newer::{Newer, Props as NewerProps};
use super::scenarios::ChosenInSight;
use super::sections::{Props, Sections};
use crate::controls::{
    Cautions, CautionsProps, Dates, DatesProps, More, MoreProps, Player, PlayerProps, change_list,
};
use crate::deferred::{Deferred, Door, Fetched, missing, use_door};
use crate::insight::{Gallery, chosen, duck_sum};
use crate::locale::{Words, notices};
use crate::scene::{Ghosts, GhostsDrawer, OverProps, Second, SecondProps, over};
use crate::share::Takeaway;
use crate::state::Notice;

/// What the part holds: what draws each of its pieces.
pub struct Contents {
    /// What stands below the picture.
    pub draw: fn(&Props) -> Html,
    /// What stands under the tabs of the slot.
    pub sections: fn(&Props) -> Html,
    /// Time that plays.
    pub player: fn(PlayerProps) -> Html,
    /// The choice of a start.
    pub dates: fn(DatesProps) -> Html,
    /// What has changed, for those who do not see it.
    pub announcer: fn(AnnouncerProps) -> Html,
    /// What no experience covers.
    pub cautions: fn(CautionsProps) -> Html,
    /// What stands below the five levers.
    pub more: fn(MoreProps) -> Html,
    /// Handles over the picture, and the card of a part of it.
    pub over: fn(OverProps) -> Html,
    /// Ghosts of what is pinned.
    pub ghosts: GhostsDrawer,
    /// The second of two tubs.
    pub second: fn(SecondProps) -> Html,
    /// That this page is pinned, and what is newer.
    pub newer: fn(NewerProps) -> Html,
    /// What was wrong with a link, in words.
    pub notice: fn(&Words, &Notice) -> AttrValue,
    /// What other rooms use.
    offered: Deferred,
}

const CONTENTS: Contents = Contents {
    draw,
    sections: |props| html! { <Sections ..props.clone() /> },
    player: |props| html! { <Player ..PlayerProps { focus: week_has_focus(), ..props } /> },
    dates: |props| html! { <Dates ..props /> },
    announcer: |props| html! { <Announcer ..props /> },
    cautions: |props| html! { <Cautions ..props /> },
    more: |props| html! { <More ..props /> },
    over,
    ghosts: GhostsDrawer(|props| html! { <Ghosts ..props /> }),
    second: |props| html! { <Second ..props /> },
    newer: |props| html! { <Newer ..props /> },
    notice: notices::text,
    offered: Deferred { duck_sum, change_list, parameter_text: ParameterId::text },
};

/// The door to the part. Everything that is reached through it alone is cut out of the page's
/// program, texts included.
#[cfg(feature = "page")]
#[wasm_split_helpers::wasm_split(below, fallible)]
fn open() -> Result<&'static Contents, SplitLoaderError> {
    Ok(&CONTENTS)
}

/// Other programs than the page's have no such part.
#[cfg(not(feature = "page"))]
async fn open() -> Result<&'static Contents, SplitLoaderError> {
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

/// Whether the slider of the week has the focus. While the page is drawn that of the first picture
/// still stands: with it the focus would go.
fn week_has_focus() -> bool {
    let document = || web_sys::window()?.document();
    // Where HTML is printed there is no document to ask.
    cfg!(target_arch = "wasm32")
        && document().and_then(|document| document.active_element()).is_some_and(|one| one.id() == "week")
}

fn draw(Props { inputs, setting, dispatch, share }: &Props) -> Html {
    html! {
        <>
            // Without the program there is nothing to take along, and no other scenario to go to.
            if !inputs.prerender {
                <Takeaway inputs={inputs.clone()} setting={*setting} asked={*share} />
                <ChosenInSight chosen={chosen(inputs.run.scenario())} />
                <Gallery chosen={chosen(inputs.run.scenario())} dispatch={dispatch.clone()} />
            }
            <About prerender={inputs.prerender} />
        </>
    }
}

/// How long after the page is ready the part is fetched, ms: nothing that is seen first waits for it.
const IDLE: u32 = 600;

/// The part, fetched when the page has rested for a moment, and what fetches it again.
#[hook]
pub fn use_part() -> (Fetched<Contents>, Callback<()>) {
    let wanted = use_state_eq(|| false);
    {
        let wanted = wanted.setter();
        use_effect_with((), move |()| {
            let timer = Timeout::new(IDLE, move || wanted.set(true));
            move || drop(timer)
        });
    }
    use_door(DOOR, *wanted)
}

/// A piece of the part; `still` before it is there, and a word where it cannot be had.
pub fn piece(
    part: Fetched<Contents>,
    still: Html,
    fetch: &Callback<()>,
    words: &Words,
    draw: impl FnOnce(&'static Contents) -> Html,
) -> Html {
    match part {
        Fetched::Here(contents) => draw(contents),
        Fetched::Missing => missing(fetch, words),
        Fetched::Away => still,
    }
}
