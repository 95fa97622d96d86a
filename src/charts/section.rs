//! The charts of a run, and when each is worked out: with each move of a drag while it is in
//! sight, else when the drag has ended; what needs many runs, when the setting rests.

use bathtub_engine::{Answer, Past, Question};
use bathtub_model::solve::{MarginalCurve, marginal_curve};
use bathtub_model::{Run, Scenario};
use gloo_timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::plot::PlotInputs;
use super::{CHARTS, ChartInputs, Figure};
use crate::hooks::{Shared, use_in_sight, use_settled};
use crate::locale::charts::ChartMessage;
use crate::locale::{Words, use_platform, use_words};

/// How long a setting rests before the runs of the next $100bn are made, ms.
const REST: u32 = 180;

/// What some charts need beside the run: other runs, and what was before the start.
#[derive(Clone, PartialEq)]
pub struct Extras {
    /// The next $100bn by the tank; none before it was worked out.
    marginal: Option<Shared<MarginalCurve>>,
    /// What was before the start; none unless it is wanted, and here.
    past: Option<Shared<Past>>,
    wanted: UseStateHandle<bool>,
    /// What is to be said of the past.
    said: Option<ChartMessage>,
}

/// Works them out when they are wanted.
#[hook]
pub fn use_extras(inputs: &ChartInputs) -> Extras {
    let marginal = use_marginal(&inputs.run, inputs.dragging, inputs.prerender);
    let (wanted, before) = (use_state_eq(|| false), use_state(|| Before::Unknown));
    let start = inputs.run.scenario().start().date;
    use_past(*wanted, inputs.run.scenario(), before.setter());
    let here = match &*before {
        Before::Here(date, past) if *wanted && *date == start => Some(past.clone()),
        _ => None,
    };
    let said = match (&*before, &here) {
        (Before::Missing, _) if *wanted => Some(ChartMessage::PastMissing),
        (_, Some(past)) if past.weeks.iter().all(|week| *week == 0.0) => Some(ChartMessage::PastNone),
        (_, Some(past)) if past.level.is_empty() => Some(ChartMessage::PastShort),
        _ => None,
    };
    Extras { marginal, past: here, wanted, said }
}

/// The choice whether the year before the start is drawn.
pub fn past_choice(extras: &Extras, words: &Words) -> Html {
    let wanted = extras.wanted.clone();
    let onchange = Callback::from(move |event: Event| {
        wanted.set(event.target_unchecked_into::<HtmlInputElement>().checked());
    });
    html! {
        <p class="charts-past">
            <label>
                <input type="checkbox" data-past="" checked={*extras.wanted} {onchange} />
                { words.text(&ChartMessage::Past) }
            </label>
            if let Some(said) = &extras.said {
                <span role="status">{ words.text(said) }</span>
            }
        </p>
    }
}

/// The charts of these names, in this order.
pub fn charts(ids: &'static [&'static str], inputs: &ChartInputs, extras: &Extras) -> Html {
    let charts = ids.iter().filter_map(|id| {
        let index = CHARTS.iter().position(|row| row.id == *id)?;
        let Extras { marginal, past, .. } = extras.clone();
        Some(html! { <ChartOfRun key={*id} {index} inputs={inputs.clone()} {marginal} {past} /> })
    });
    html! { <div class="charts">{ for charts }</div> }
}

/// What was before a start, and whether it is known.
#[derive(Clone)]
enum Before {
    Unknown,
    /// Of the start of this date.
    Here(&'static str, Shared<Past>),
    Missing,
}

/// Asks for what was before the start, when it is wanted and with each start anew.
#[hook]
fn use_past(wanted: bool, scenario: &Scenario, found: UseStateSetter<Before>) {
    let platform = use_platform();
    let scenario = scenario.coefficients_alone().from_start(scenario.start());
    use_effect_with((wanted, scenario), move |(wanted, scenario)| {
        if !*wanted {
            return;
        }
        let date = scenario.start().date;
        let arrived = move |answer| {
            found.set(match answer {
                Some(Answer::Past(past)) => Before::Here(date, Shared::new(*past)),
                _ => Before::Missing,
            });
        };
        platform.ask(Question::past(scenario), Callback::from(arrived));
    });
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
    past: Option<Shared<Past>>,
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
    let made_of = (props.index, inputs, props.marginal.clone(), props.past.clone(), words);
    let figure = use_memo(made_of, |(index, inputs, marginal, past, words)| {
        let row = &CHARTS[*index];
        let plot =
            (row.plot)(&PlotInputs { inputs, marginal: marginal.as_deref(), past: past.as_deref() }, words);
        html! {
            <Figure id={row.id} title={words.text(&row.title)} {plot} theme={inputs.theme} prerender={inputs.prerender} />
        }
    });
    html! { <div ref={node} class="chart-place">{ (*figure).clone() }</div> }
}
