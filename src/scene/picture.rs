//! One of the two pictures, drawn from a view.

use yew::{AttrValue, Html, Properties, component, html, use_effect_with, use_memo};

use super::draw::Draw;
use super::fixed::Fixed;
use super::frame::{Layout, frame};
use super::layout::plan;
use super::motion::{Mover, Refs, SPRINGS, short};
use super::names::Names;
use super::phrases::Phrases;
use super::view::SceneView;
use super::{buildings, ducks, gauge, pipes, tank, taps, tub};
use crate::locale::{use_platform, use_words};
use crate::shared::use_held;

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PictureProps {
    /// The numbers.
    pub view: SceneView,
    /// Which of the two.
    pub layout: Layout,
    /// Whether it carries the hooks: one picture of a document does.
    pub primary: bool,
    /// Whether the numbers are those of a drag.
    pub dragging: bool,
}

/// The bathroom.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let phrases = Phrases { words: use_words(), platform: use_platform() };
    let frame = frame(props.layout);
    let refs = use_memo((), |()| Refs::default());
    let fixed = use_memo((props.layout, phrases.words.clone()), |_| Fixed::new(frame, &phrases));
    let view = &props.view;
    let plan = plan(frame, view, &phrases);
    let names = use_held(!props.dragging, || Names::new(&phrases, view));
    let first = use_memo((), |()| {
        SPRINGS.map(|spring| AttrValue::from(spring.attribute(frame, spring.target(frame, view, &plan))))
    });
    {
        let mover = use_memo((), |()| Mover::new((*refs).clone()));
        let (aimed, platform) = (plan.clone(), phrases.platform.clone());
        use_effect_with(*view, move |view| mover.aim(frame, view, &aimed, platform.reduced_motion()));
    }

    let draw = Draw {
        frame,
        view,
        plan: &plan,
        phrases: &phrases,
        fixed: &fixed,
        names: &names,
        refs: &refs,
        first: &*first,
        primary: props.primary,
    };
    let (width, height) = frame.size;
    let wide = props.layout == Layout::Wide;
    html! {
        <svg ref={refs.picture.clone()} class="tub-scene" data-layout={if wide { "wide" } else { "narrow" }} viewBox={["0 0 ", &short(width), " ", &short(height)].concat()}
            xmlns="http://www.w3.org/2000/svg" role="group" aria-label={draw.names.picture.clone()}>
            <g class="room">{ fixed.room.clone() }</g>
            <clipPath id={id(&draw, "inside")}><path d={tub::inside(&draw)} /></clipPath>
            <g class="pipes">{ for (0..pipes::PIPES.len()).map(|i| pipes::view(&draw, i)) }</g>
            { buildings::data_centre(&draw) }
            <g class="feet">{ feet(&draw) }</g>
            { tub::back(&draw) }
            <g class="taps">{ for (0..3).map(|i| taps::view(&draw, i)) }</g>
            { tank::view(&draw) }
            { tank::basin(&draw) }
            { gauge::view(&draw) }
            { gauge::stage(&draw) }
            { tub::water(&draw) }
            { tub::ruler(&draw) }
            <g>{ tub::duck_scale(&draw) }</g>
            { ducks::tags(&draw) }
            <g>{ ducks::board(&draw) }</g>
            <g class="labels">{ for plan.labels.iter().enumerate().map(|(i, label)| draw.label(i, label)) }</g>
        </svg>
    }
}

fn id(draw: &Draw, name: &str) -> AttrValue {
    AttrValue::from([draw.frame.prefix, name].concat())
}

fn feet(draw: &Draw) -> Html {
    if draw.frame.layout == Layout::Narrow {
        return html! {};
    }
    let (left, right) = draw.plan.walls;
    html! {
        <>
            <use href={draw.href("foot")} transform={["translate(", &short(left + 26.0), " 656)"].concat()} />
            <use href={draw.href("foot")} transform={["translate(", &short(right - 26.0), " 656) scale(-1 1)"].concat()} />
        </>
    }
}
