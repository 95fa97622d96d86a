//! One of the two pictures, drawn from a view.

use yew::{AttrValue, Html, Properties, component, html, use_effect_with, use_memo};

use super::context::Draw;
use super::fixed::Fixed;
use super::{buildings, ducks, gauge, pipes, tank, taps, tub};
use crate::hooks::use_settled;
use crate::locale::{use_platform, use_words};
use crate::scene::facts::{Names, Phrases, SceneView};
use crate::scene::motion::{Mover, Refs, Spring};
use crate::scene::place::{Extent, Layout, Pipe, Tap, frame, plan};
use crate::svg::short;

/// What a picture shows.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PictureProps {
    /// The numbers.
    pub view: SceneView,
    /// Which of the two.
    pub layout: Layout,
    /// Whether it carries the hooks: one picture of a document does.
    pub primary: bool,
    /// Whether it is the second of two: it borrows the drawings of the first, and cannot be pointed at.
    #[prop_or_default]
    pub second: bool,
    /// Whether a box that is too low shows its upper part: one of two tubs on a phone.
    #[prop_or_default]
    pub crop: bool,
    /// How much of it is shown.
    #[prop_or_default]
    pub extent: Extent,
    /// Whether that is its lower part.
    #[prop_or_default]
    pub lower: bool,
    /// Whether the numbers are those of a drag.
    pub dragging: bool,
    /// What is drawn over the water: the ghosts of a pin.
    #[prop_or_default]
    pub children: Html,
}

/// The bathroom.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let phrases = Phrases { words: use_words(), platform: use_platform() };
    let frame = frame(props.layout);
    let refs = use_memo((), |()| Refs::default());
    let fixed =
        use_memo((props.layout, phrases.words.clone()), |_| Fixed::new(frame, &phrases, props.second));
    let view = &props.view;
    let plan = plan(frame, view, &phrases);
    let names = use_settled(!props.dragging, || Names::new(&phrases, view));
    let first = use_memo((), |()| {
        Spring::ALL.map(|spring| AttrValue::from(spring.attribute(frame, spring.target(frame, view, &plan))))
    });
    {
        let mover = use_memo((), |()| Mover::new((*refs).clone()));
        let (target, platform) = (plan.clone(), phrases.platform.clone());
        use_effect_with(*view, move |view| mover.move_to(frame, view, &target, platform.reduced_motion()));
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
        second: props.second,
    };
    let (width, height) = (frame.size.0, frame.height(props.extent));
    let top = if props.lower { frame.size.1 - height } else { 0.0 };
    let wide = props.layout == Layout::Wide;
    html! {
        <svg ref={refs.picture.clone()} class="tub-scene" data-layout={if wide { "wide" } else { "narrow" }} viewBox={format!("0 {} {} {}", short(top), short(width), short(height))} preserveAspectRatio={props.crop.then_some("xMidYMin slice")}
            xmlns="http://www.w3.org/2000/svg" role={(!props.second).then_some("group")} aria-label={(!props.second).then(|| draw.names.picture.clone())} aria-hidden={props.second.then_some("true")}>
            <g class="room">{ fixed.room.clone() }</g>
            <clipPath id={AttrValue::from(format!("{}{}", frame.prefix, draw.inside()))}><path d={tub::inside(&draw)} /></clipPath>
            <g class="pipes">{ for Pipe::ALL.into_iter().map(|pipe| pipes::view(&draw, pipe)) }</g>
            { buildings::data_centre(&draw) }
            <g class="feet">{ tub::feet(&draw) }</g>
            { tub::back(&draw) }
            <g class="taps">{ for Tap::ALL.into_iter().map(|tap| taps::view(&draw, tap)) }</g>
            { tank::view(&draw) }
            { tank::basin(&draw) }
            { gauge::view(&draw) }
            { gauge::stage(&draw) }
            { tub::water(&draw) }
            { props.children.clone() }
            { tub::ruler(&draw) }
            <g>{ tub::duck_scale(&draw) }</g>
            { ducks::tags(&draw) }
            <g>{ ducks::board(&draw) }</g>
            <g class="labels">{ for plan.labels.iter().enumerate().map(|(i, label)| draw.label(i, label)) }</g>
        </svg>
    }
}
