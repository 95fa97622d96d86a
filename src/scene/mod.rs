//! The tub: a picture of one week of a run, with a headline that is true of it.
//!
//! [`SceneView`] takes the numbers from a run, [`layout`] places them, the other modules draw.
//! What is drawn is the model's state at once; in a browser [`motion`] lets it arrive on springs.

mod buildings;
mod card;
#[cfg(test)]
mod contrast;
mod doubt;
mod draw;
mod ducks;
mod fixed;
pub mod frame;
mod gauge;
mod headline;
mod labels;
pub mod layout;
mod motion;
mod names;
mod part;
mod phrases;
mod picture;
mod pipes;
mod pointing;
mod room;
mod tank;
mod taps;
#[cfg(test)]
mod tests;
mod text;
mod tub;
mod view;

use bathtub_model::Run;
use yew::{Html, Properties, component, html, use_callback, use_state};

pub use card::Card;
use doubt::use_doubt;
pub use frame::Layout;
pub use part::Part;
pub use picture::Picture;
pub use text::plain_width;
pub use view::{Flows, SceneView};

use crate::locale::scene::SceneMessage;
use crate::locale::{Number, use_words};
use crate::shared::Shared;

/// What the scene shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SceneProps {
    /// The run.
    pub run: Shared<Run>,
    /// The same start, untouched.
    pub baseline: Shared<Run>,
    /// The week shown.
    pub week: usize,
    /// Whether the other run was pinned.
    #[prop_or_default]
    pub pinned: bool,
    /// Whether the run is one of a drag: what is read out follows when it has ended.
    #[prop_or_default]
    pub dragging: bool,
    /// Whether this is drawn beforehand: then both pictures are there, and style sheets choose.
    #[prop_or_default]
    pub prerender: bool,
}

/// What has become of the water, in a sentence.
pub fn headline(run: &Run, baseline: &Run, pinned: bool, week: usize) -> SceneMessage {
    headline::level(&SceneView { pinned, ..SceneView::new(run, baseline, week) })
}

/// Headline, picture and card.
#[component]
pub fn Scene(props: &SceneProps) -> Html {
    let words = use_words();
    let pointed = use_state(|| None::<Part>);
    let doubt = use_doubt(&props.run, props.week, props.dragging);
    let view =
        SceneView { pinned: props.pinned, doubt, ..SceneView::new(&props.run, &props.baseline, props.week) };
    let room = room::use_room(props.prerender);
    let point = use_callback((), {
        let pointed = pointed.setter();
        move |part, ()| pointed.set(part)
    });
    let figure = room.node.clone();
    let dragging = props.dragging;
    let picture = |layout, class: &'static str, primary| {
        let shown = room.layout.is_none_or(|only| only == layout);
        html! {
            <div key={class} {class}>
                { if shown { html! { <Picture {view} {layout} {primary} {dragging} /> } } else { html! {} } }
            </div>
        }
    };
    let caption = match view.week {
        0 => SceneMessage::CaptionNow,
        week => SceneMessage::Caption { week: Number::count(week) },
    };
    html! {
        <section class="scene" aria-labelledby="scene-headline">
            <header class="scene-words">
                <h2 id="scene-headline" class="scene-headline">{ words.text(&headline::level(&view)) }</h2>
                <p class="scene-regime">{ words.text(&headline::regime(&view)) }</p>
            </header>
            <figure class="scene-figure" ref={figure.clone()} onpointerover={pointing::over(&point)}
                onclick={pointing::tap(&point)} onpointerleave={pointing::leave(&point)} onfocusin={pointing::focus(&point)}
                onfocusout={pointing::blur(&point)} onkeydown={pointing::keys(&point, figure.clone())}>
                { picture(Layout::Wide, "only-wide", room.layout != Some(Layout::Narrow)) }
                { picture(Layout::Narrow, "only-narrow", room.layout == Some(Layout::Narrow)) }
                <Card part={*pointed} {view} run={props.run.clone()} {figure} />
                <figcaption>
                    <p class="scene-hint">{ words.text(&SceneMessage::Hint) }</p>
                    <p class="scene-hint">{ words.text(&caption) }</p>
                </figcaption>
            </figure>
        </section>
    }
}
