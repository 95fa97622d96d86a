//! The tub: a picture of one week of a run, with a headline that is true of it.
//!
//! [`facts`] takes the numbers from a run and puts them in words, [`place`] says where everything
//! stands, [`draw`] draws. What is drawn is the model's state at once; in a browser [`motion`] lets
//! it arrive on springs.

mod card;
#[cfg(test)]
mod contrast;
mod draw;
pub mod facts;
mod motion;
pub mod place;
mod pointing;
mod room;
#[cfg(test)]
mod tests;
mod uncertainty;

use bathtub_model::Run;
use yew::{Html, Properties, component, html, use_callback, use_state};

use card::Card;
use draw::Picture;
use facts::{Part, SceneView, headline};
use place::Layout;
use uncertainty::use_uncertainty;

use crate::hooks::Shared;
use crate::locale::scene::SceneMessage;
use crate::locale::{Number, use_words};

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
pub fn level_sentence(run: &Run, baseline: &Run, pinned: bool, week: usize) -> SceneMessage {
    headline::level(&SceneView { pinned, ..SceneView::new(run, baseline, week) })
}

/// Headline, picture and card.
#[component]
pub fn Scene(props: &SceneProps) -> Html {
    let words = use_words();
    let pointed = use_state(|| None::<Part>);
    let uncertainty = use_uncertainty(&props.run, props.week, props.dragging);
    let view = SceneView {
        pinned: props.pinned,
        uncertainty,
        ..SceneView::new(&props.run, &props.baseline, props.week)
    };
    let room = room::use_fit(props.prerender);
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
