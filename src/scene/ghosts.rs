//! Ghosts of what is pinned: where its ducks swim, and how wide its flows are.

use yew::{Html, Properties, component, html, use_memo};

use super::facts::{Phrases, SceneView};
use super::motion::Spring;
use super::place::{Layout, Pipe, frame, plan};
use crate::locale::{use_platform, use_words};
use crate::number::decimal;
use crate::svg::{px, translate};

/// What is pinned.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct GhostsProps {
    /// The numbers.
    pub view: SceneView,
    /// Which picture they stand in.
    pub layout: Layout,
}

/// What draws them; it comes later than the picture.
#[derive(Clone, Copy, Debug)]
pub struct GhostsDrawer(pub fn(GhostsProps) -> Html);

impl PartialEq for GhostsDrawer {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// They stand still: only another pin or another week moves them.
#[component]
pub fn Ghosts(props: &GhostsProps) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let frame = frame(props.layout);
    let drawn = use_memo(props.clone(), |GhostsProps { view, .. }| {
        let plan = plan(frame, view, &Phrases { words, platform });
        let pipes = Pipe::ALL.into_iter().map(|pipe| {
            let width = Spring::Pipe(pipe).target(frame, view, &plan);
            html! { <path key={pipe as usize} class="ghost-pipe" d={frame.route(pipe).path()} stroke-width={px(width)} /> }
        });
        let ducks = plan.ducks.iter().map(|place| {
            let key = place.duck.key();
            let at = format!("{} scale({})", translate((place.x, place.y)), decimal(frame.duck));
            html! {
                <g {key} data-ghost={key} data-kind={key} transform={at}>
                    <use href={format!("#{}d-{key}", frame.prefix)} />
                    <ellipse class="ghost-line" cx="0" cy="-10" rx="31" ry="25" />
                </g>
            }
        });
        html! { <><g>{ for pipes }</g><g>{ for ducks }</g></> }
    });
    html! { <g class="ghosts" aria-hidden="true">{ (*drawn).clone() }</g> }
}
