//! A group of levers or assumptions that is folded until somebody wants it.

use bathtub_model::{Group, PARAMETERS, Parameter, ParameterId, ParameterText, Scenario};
use yew::prelude::*;

use super::lever::Lever;
use crate::deferred::{Fetched, missing, use_deferred};
use crate::hooks::use_open;
use crate::locale::more::MoreMessage;
use crate::locale::{Number, terms, use_words};
use crate::state::Dispatch;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub group: Group,
    /// Value and default of each row: a drag in another group draws nothing here.
    pub values: Vec<(f64, f64)>,
    pub dispatch: Dispatch,
}

fn rows(group: Group) -> impl Iterator<Item = &'static Parameter> {
    PARAMETERS.iter().filter(move |row| row.group == group)
}

/// Where a group's parameters stand, and where they stood at the start.
pub fn values(group: Group, scenario: &Scenario) -> Vec<(f64, f64)> {
    rows(group).map(|row| (scenario.get(row.id), scenario.default_value(row.id))).collect()
}

/// One group of the panel is open at a time: the browser closes the others of one name.
///
/// Its levers are drawn while it is open, with texts that are fetched for that; the summary says
/// how many were moved.
#[component]
pub fn Fold(props: &Props) -> Html {
    let words = use_words();
    let (open, ontoggle) = use_open();
    let (deferred, fetch) = use_deferred(open);
    let moved = props.values.iter().filter(|(value, default)| value != default).count();
    let levers = open.then(|| match deferred {
        Fetched::Here(deferred) => levers(props, deferred.parameter_text),
        Fetched::Missing => missing(&fetch, &words),
        Fetched::Away => html! {},
    });
    let count = (moved > 0).then(|| {
        html! { <span class="moved">{ words.text(&MoreMessage::Moved { count: Number::count(moved) }) }</span> }
    });
    html! {
        <details class="fold group-fold" name="groups" data-group={props.group.name()} {ontoggle}>
            <summary>
                { words.text(&terms::group(props.group)) }
                <span>{ for count }</span>
            </summary>
            <div>{ for levers }</div>
        </details>
    }
}

fn levers(props: &Props, text: fn(ParameterId) -> ParameterText) -> Html {
    let levers = rows(props.group).zip(&props.values).map(|(row, (value, default))| {
        html! {
            <Lever
                key={row.key}
                id={row.id}
                value={*value}
                default={*default}
                text={text(row.id)}
                dispatch={props.dispatch.clone()}
            />
        }
    });
    html! { <div class="group">{ for levers }</div> }
}
