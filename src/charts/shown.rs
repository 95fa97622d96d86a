//! When a chart is worked out: with each move of a drag while it is in sight, else when the drag
//! has ended; the one that needs many runs, when the setting rests.

use bathtub_model::solve::marginal_curve;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::kind::Kind;
use super::marginal::Marginal;
use super::{Figure, Picture, Props, TITLES};
use crate::locale::charts::ChartMessage;
use crate::locale::use_words;
use crate::shared::use_held;
use crate::sight::use_in_sight;

/// How long a setting rests before the runs of the last chart are made, ms.
const REST: u32 = 180;

#[derive(Clone, Properties, PartialEq)]
pub struct ShownProps {
    pub kind: Kind,
    pub of: Props,
}

/// A chart of a run.
#[component]
pub fn Shown(props: &ShownProps) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let in_sight = use_in_sight(&node);
    let drawn = use_held(in_sight || !props.of.dragging, || Props { dragging: false, ..props.of.clone() });
    let figure = use_memo((props.kind, drawn, words), |(kind, drawn, words)| kind.figure(drawn, words));
    html! { <div ref={node} class="chart-place">{ (*figure).clone() }</div> }
}

/// The next $100bn by the tank. It takes some thirty runs, which are made when the setting rests,
/// never within a drag; until then the picture stays as it was. They are made out of sight too:
/// saved pictures take the chart from there.
#[component]
pub fn NextShown(props: &Props) -> Html {
    let words = use_words();
    let effects = use_state_eq(|| props.prerender.then(|| marginal_curve(props.run.scenario())));
    {
        let effects = effects.setter();
        use_effect_with((props.run.clone(), props.dragging), move |(run, dragging)| {
            let run = run.clone();
            let work = move || effects.set(Some(marginal_curve(run.scenario())));
            let timer = (!dragging).then(|| Timeout::new(REST, work));
            move || drop(timer)
        });
    }
    let held = ((*effects).clone(), props.theme, props.prerender, words);
    let figure = use_memo(held, |(effects, theme, prerender, words)| {
        let (id, title) = &TITLES[TITLES.len() - 1];
        let picture = Picture::Marginal(Marginal::new(effects.clone(), words));
        let legend = vec![
            ("key-line", words.text(&ChartMessage::MarginalCurve)),
            ("key-week", words.text(&ChartMessage::MarginalHere)),
            ("key-start", words.text(&ChartMessage::MarginalTurn)),
        ];
        html! {
            <Figure
                id={*id}
                title={words.text(title)}
                y_title={words.text(&ChartMessage::MarginalAxisY)}
                x_title={words.text(&ChartMessage::MarginalAxisX)}
                {legend}
                summary={picture.summary(words)}
                {picture}
                theme={*theme}
                prerender={*prerender}
            />
        }
    });
    html! { <div class="chart-place">{ (*figure).clone() }</div> }
}
