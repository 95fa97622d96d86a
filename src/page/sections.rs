//! What stands under the tabs of the slot: every chart and every reason, each in the part of its
//! tab. Fetched late, with what stands below.

use yew::prelude::*;

use super::slot::Tab;
use crate::charts::{ChartInputs, charts, past_choice, use_extras};
use crate::hooks::use_in_sight;
use crate::insight::{Backtest, Books, Ducks, Reasons, use_insight};
use crate::locale::use_words;
use crate::state::{Dispatch, Setting};

#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// What the charts show, and everything else beside and below the picture.
    pub inputs: ChartInputs,
    /// What is shown.
    pub setting: Setting,
    pub dispatch: Dispatch,
    /// How often the share sheet was asked for.
    #[prop_or_default]
    pub share: u32,
}

/// All parts.
#[component]
pub fn Sections(props: &Props) -> Html {
    let words = use_words();
    let inputs = &props.inputs;
    let extras = use_extras(inputs);
    let (why, next) = (use_node_ref(), use_node_ref());
    // Whoever takes something along may take paper, which has the reasons.
    let reasoned = [use_in_sight(&why), use_in_sight(&next), props.share > 0].contains(&true);
    let (insight, fresh) = use_insight(&inputs.run, inputs.week, reasoned);
    let reasons = Reasons { insight: &insight, theme: inputs.theme, dispatch: &props.dispatch };
    let run = &inputs.run;
    let part = |tab: Tab, node: Option<&NodeRef>, content: Html| {
        let id = format!("slot-{}", tab.key());
        html! {
            <section key={tab.key()} ref={node.cloned().unwrap_or_default()} class="section" data-section={tab.key()} aria-labelledby={id.clone()}>
                <h2 {id}>{ words.text(&tab.name()) }</h2>
                { content }
            </section>
        }
    };
    let level = html! { <>{ charts(&["chart-level", "chart-causes"], inputs, &extras) }{ past_choice(&extras, &words) }</> };
    let ducks = html! {
        <>
            { charts(&["chart-duration", "chart-index"], inputs, &extras) }
            <Ducks run={run.clone()} week={inputs.week} dragging={inputs.dragging} prerender={inputs.prerender} />
        </>
    };
    let money = html! {
        <>
            { charts(&["chart-spread", "chart-buffers", "chart-demand"], inputs, &extras) }
            { past_choice(&extras, &words) }
        </>
    };
    let ahead =
        html! { <>{ reasons.next() }{ charts(&["chart-marginal", "chart-capital"], inputs, &extras) }</> };
    html! {
        <div
            class={classes!("sections", "reasons", (!fresh).then_some("is-stale"))}
            aria-busy={(!fresh).then_some("true")}
            data-insight={if fresh { "fresh" } else { "stale" }}
        >
            { reasons.missing(&words) }
            { part(Tab::Level, None, level) }
            { part(Tab::Ducks, None, ducks) }
            { part(Tab::Why, Some(&why), reasons.why()) }
            { part(Tab::Next, Some(&next), ahead) }
            { part(Tab::Money, None, money) }
            { part(Tab::Books, None, html! { <Books run={run.clone()} week={inputs.week} dragging={inputs.dragging} /> }) }
            { part(Tab::History, None, html! { <Backtest scenario={run.scenario().coefficients_alone()} theme={inputs.theme} /> }) }
        </div>
    }
}
