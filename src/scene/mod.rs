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
mod ghosts;
mod handles;
mod motion;
mod over;
pub mod place;
mod pointing;
mod pull;
mod room;
mod second;
#[cfg(test)]
mod tests;
mod uncertainty;

use bathtub_model::Run;
use yew::{Html, Properties, component, html, use_callback, use_effect_with, use_state};

use card::CardProps;
pub use draw::Picture;
use facts::{Part, SceneView, headline, moved};
pub use ghosts::{Ghosts, GhostsDrawer, GhostsProps};
pub use over::{Over, OverProps, over};
use place::Layout;
use place::scale::PIPE_FULL;
pub use room::fitting;
pub use second::{Second, SecondProps};
pub use uncertainty::DRAWS;
use uncertainty::use_uncertainty;

use crate::hooks::Shared;
use crate::locale::scene::SceneMessage;
use crate::locale::units::Amount;
use crate::locale::{Number, use_words};

/// Another run that the picture shows for a while, one of a role-play: it stands for no setting.
#[derive(Clone, Debug, PartialEq)]
pub struct Staged {
    /// The run.
    pub run: Shared<Run>,
    /// What it is compared with.
    pub baseline: Shared<Run>,
    /// The week shown.
    pub week: usize,
    /// Within how many points of the level draws of the assumptions lie.
    pub uncertainty: f64,
}

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
    /// The picture that fits, where it is known before anything is drawn.
    #[prop_or_default]
    pub fits: Option<Layout>,
    /// What draws handles and the card of a part; it comes later than the picture.
    #[prop_or_default]
    pub over: Option<Over>,
    /// What draws ghosts of a pin; it comes later as well.
    #[prop_or_default]
    pub ghosts: Option<GhostsDrawer>,
    /// Within how many points of the level draws lie, where that is known; else it is found.
    #[prop_or_default]
    pub uncertainty: Option<f64>,
    /// Whether a second tub stands beside this one, which leaves room for the upright picture.
    #[prop_or_default]
    pub two: bool,
    /// What stands between the headline and the picture.
    #[prop_or_default]
    pub children: Html,
}

/// The two sentences over the picture: what moved most, and who pays.
pub fn headlines(run: &Run, baseline: &Run, pinned: bool, week: usize) -> [SceneMessage; 2] {
    let moved = moved::largest(run, baseline, week);
    let view = SceneView::new(run, baseline, week);
    [headline::named(moved.as_ref(), pinned), headline::regime(&view, moved.as_ref())]
}

/// What the headline is about, for programs: a read-out, a duck, or nothing.
pub fn about(run: &Run, baseline: &Run, week: usize) -> &'static str {
    moved::largest(run, baseline, week).map_or("nothing", |moved| moved.about.key())
}

/// Headline, picture and card.
#[component]
pub fn Scene(props: &SceneProps) -> Html {
    let words = use_words();
    let pointed = use_state(|| None::<Part>);
    let found = use_uncertainty(&props.run, props.week, props.dragging || props.uncertainty.is_some());
    let uncertainty = props.uncertainty.unwrap_or(found);
    let view = SceneView {
        pinned: props.pinned,
        uncertainty,
        ..SceneView::new(&props.run, &props.baseline, props.week)
    };
    let moved = moved::largest(&props.run, &props.baseline, props.week);
    let about = moved.as_ref().map_or("nothing", |moved| moved.about.key());
    let room = room::use_fit(props.prerender, props.fits);
    let point = use_callback((), {
        let pointed = pointed.setter();
        move |part, ()| pointed.set(part)
    });
    {
        let point = point.clone();
        use_effect_with(pointed.is_some(), move |shown| {
            let stop = shown.then(|| pointing::watch_elsewhere(&point));
            move || stop.into_iter().for_each(|stop| stop())
        });
    }
    {
        // A card about what was would stand over what is.
        let point = point.clone();
        use_effect_with(props.dragging, move |dragging| {
            if *dragging {
                point.emit(None);
            }
        });
    }
    let figure = room.node.clone();
    let fits = if props.two { Some(Layout::Narrow) } else { room.layout };
    let over = props.over.as_ref().map(|over| {
        (over.draw)(OverProps {
            card: CardProps {
                part: *pointed,
                view,
                run: props.run.clone(),
                figure: figure.clone(),
                close: point.reform(|()| None),
            },
            layout: fits,
            dispatch: over.dispatch.clone(),
        })
    });
    let dragging = props.dragging;
    let ghosts = props.ghosts.filter(|_| props.pinned && !props.two).zip(fits).map(|(ghosts, layout)| {
        (ghosts.0)(GhostsProps { view: SceneView::new(&props.baseline, &props.baseline, props.week), layout })
    });
    let picture = |layout, class: &'static str, primary| {
        let shown = fits.is_none_or(|only| only == layout);
        html! {
            <div key={class} {class}>
                { if shown { html! { <Picture {view} {layout} {primary} {dragging} crop={props.two}>{ for ghosts.clone() }</Picture> } } else { html! {} } }
            </div>
        }
    };
    let most = words.text(&SceneMessage::Monthly { flow: Amount::plain(PIPE_FULL, 0) });
    let caption = match view.week {
        0 => SceneMessage::CaptionNow { most },
        week => SceneMessage::Caption { week: Number::count(week), most },
    };
    html! {
        <section class="scene" aria-labelledby="scene-headline">
            <header class="scene-words">
                <h2 id="scene-headline" class="scene-headline" data-headline="" data-about={about}>
                    { words.text(&headline::named(moved.as_ref(), view.pinned)) }
                </h2>
                <p class="scene-regime">{ words.text(&headline::regime(&view, moved.as_ref())) }</p>
            </header>
            { props.children.clone() }
            <figure class="scene-figure" ref={figure.clone()} onclick={pointing::tap(&point)}
                onfocusin={pointing::focus(&point)} onfocusout={pointing::blur(&point)}
                onkeydown={pointing::keys(figure.clone())}>
                { picture(Layout::Wide, "only-wide", fits != Some(Layout::Narrow)) }
                { picture(Layout::Narrow, "only-narrow", fits == Some(Layout::Narrow)) }
                <div>{ for over }</div>
                <figcaption>
                    <p class="scene-hint">{ words.text(&SceneMessage::Hint) }</p>
                    <p class="scene-hint">{ words.text(&caption) }</p>
                </figcaption>
            </figure>
        </section>
    }
}
