//! The second of two tubs: what is pinned or, without a pin, the same spending with the tank at its
//! other end.

use bathtub_model::{ParameterId, Run, Scenario, simulate};
use yew::{Html, Properties, component, html, use_memo};

use super::draw::Picture;
use super::facts::{Phrases, SceneView};
use super::place::Layout;
use crate::hooks::{Shared, use_settled};
use crate::locale::scene::SceneMessage;
use crate::locale::{Number, Words, terms, use_platform, use_words};

/// What is drawn.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SecondProps {
    /// What the first tub shows.
    pub first: Shared<Run>,
    /// What this one shows.
    pub scenario: Scenario,
    /// The week shown.
    pub week: usize,
    /// Whether it was pinned.
    pub pinned: bool,
    /// Whether the run is one of a drag.
    pub dragging: bool,
}

/// A name for each tub with its numbers, and the second picture. It is read as one picture: its parts
/// are explained by those of the first.
#[component]
pub fn Second(props: &SecondProps) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let week = props.week;
    let run = use_memo(props.scenario, simulate);
    let untouched = use_memo(props.scenario.start(), |start| simulate(&Scenario::new(start)));
    let view = SceneView::new(&run, &untouched, week);
    let phrases = Phrases { words: words.clone(), platform };
    let label = use_settled(!props.dragging, || phrases.picture(&view)).to_string();
    let name = |scenario: &Scenario, pinned: bool| match (pinned, scenario.get(ParameterId::Dry)) {
        (true, _) => words.text(&SceneMessage::TubPinned),
        (false, dry) if dry > 0.0 => words.text(&SceneMessage::TubWithTank { stock: Number::plain(dry, 0) }),
        (false, _) => words.text(&SceneMessage::TubWithoutTank),
    };
    let other =
        if props.pinned { words.text(&SceneMessage::TubNow) } else { name(props.first.scenario(), false) };
    html! {
        <>
            <p class="tub-name" data-tub="first"><strong>{ other }</strong>{ " " }{ numbers(&SceneView::new(&props.first, &untouched, week), &words) }</p>
            <p class="tub-name" data-tub="second"><strong>{ name(&props.scenario, props.pinned) }</strong>{ " " }{ numbers(&view, &words) }</p>
            <figure class="tub-second" role="img" aria-label={label}>
                <Picture {view} layout={Layout::Narrow} primary={false} second={true} crop={true} dragging={props.dragging} />
            </figure>
        </>
    }
}

fn numbers(view: &SceneView, words: &Words) -> Html {
    let message = SceneMessage::TubNumbers {
        level: Number::plain(view.readouts.level, 1),
        index: Number::plain(view.readouts.index, 1),
        stage: terms::stage(view.readouts.stage),
    };
    html! { <span class="tub-numbers">{ words.text(&message) }</span> }
}
