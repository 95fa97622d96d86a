//! The section of charts, and when each is worked out: with each move of a drag while it is in
//! sight, else when the drag has ended; what needs many runs, when the setting rests.

use bathtub_model::Run;
use bathtub_model::solve::{MarginalCurve, marginal_curve};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::plot::PlotInputs;
use super::{CHARTS, ChartInputs, Figure};
use crate::hooks::{Shared, use_in_sight, use_settled};
use crate::locale::charts::ChartMessage;
use crate::locale::use_words;

/// How long a setting rests before the runs of the next $100bn are made, ms.
const REST: u32 = 180;

/// The section.
#[component]
pub fn Charts(props: &ChartInputs) -> Html {
    let words = use_words();
    let marginal = use_marginal(&props.run, props.dragging, props.prerender);
    let charts = (0..CHARTS.len()).map(|index| {
        html! { <ChartOfRun key={CHARTS[index].id} {index} inputs={props.clone()} marginal={marginal.clone()} /> }
    });
    html! {
        <section class="charts" aria-labelledby="charts-title">
            <h2 id="charts-title">{ words.text(&ChartMessage::Title) }</h2>
            <div class="charts-pair">{ for charts }</div>
        </section>
    }
}

/// The next $100bn by the tank. It takes some thirty runs, which are made when the setting rests,
/// never within a drag; until then the picture stays as it was. They are made out of sight too:
/// saved pictures take the chart from there.
#[hook]
fn use_marginal(run: &Shared<Run>, dragging: bool, prerender: bool) -> Option<Shared<MarginalCurve>> {
    let effects = use_state_eq(|| prerender.then(|| Shared::new(marginal_curve(run.scenario()))));
    {
        let effects = effects.setter();
        use_effect_with((run.clone(), dragging), move |(run, dragging)| {
            let run = run.clone();
            let work = move || effects.set(Some(Shared::new(marginal_curve(run.scenario()))));
            let timer = (!dragging).then(|| Timeout::new(REST, work));
            move || drop(timer)
        });
    }
    (*effects).clone()
}

#[derive(Clone, Properties, PartialEq)]
struct Props {
    /// Place among [`CHARTS`].
    index: usize,
    inputs: ChartInputs,
    marginal: Option<Shared<MarginalCurve>>,
}

/// One chart with everything around it.
#[component]
fn ChartOfRun(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let in_sight = use_in_sight(&node);
    let inputs = use_settled(in_sight || !props.inputs.dragging, || ChartInputs {
        dragging: false,
        ..props.inputs.clone()
    });
    let made_of = (props.index, inputs, props.marginal.clone(), words);
    let figure = use_memo(made_of, |(index, inputs, marginal, words)| {
        let row = &CHARTS[*index];
        let plot = (row.plot)(&PlotInputs { inputs, marginal: marginal.as_deref() }, words);
        html! {
            <Figure id={row.id} title={words.text(&row.title)} {plot} theme={inputs.theme} prerender={inputs.prerender} />
        }
    });
    html! { <div ref={node} class="chart-place">{ (*figure).clone() }</div> }
}
