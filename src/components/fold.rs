//! A group of levers or assumptions that is folded until somebody wants it.

use bathtub_model::{Group, PARAMETERS, Scenario};
use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::{Dispatch, Lever};
use crate::locale::controls::ControlMessage;
use crate::locale::{Number, terms, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub group: Group,
    pub scenario: Scenario,
    pub dispatch: Dispatch,
}

/// Its levers are drawn while it is open; the summary tells how many were moved.
#[component]
pub fn Fold(props: &Props) -> Html {
    let words = use_words();
    let open = use_state(|| false);
    let ontoggle = {
        let open = open.setter();
        Callback::from(move |event: Event| {
            open.set(event.target_unchecked_into::<HtmlDetailsElement>().open());
        })
    };
    let rows = || PARAMETERS.iter().filter(|row| row.group == props.group);
    let moved =
        rows().filter(|row| props.scenario.get(row.id) != props.scenario.default_value(row.id)).count();
    let levers = (*open).then(|| {
        let levers = rows().map(|row| {
            html! {
                <Lever
                    key={row.key}
                    id={row.id}
                    value={props.scenario.get(row.id)}
                    default={props.scenario.default_value(row.id)}
                    dispatch={props.dispatch.clone()}
                />
            }
        });
        html! { <div class="group">{ for levers }</div> }
    });
    let count = (moved > 0).then(|| {
        html! { <span class="moved">{ words.text(&ControlMessage::Moved { count: Number::count(moved) }) }</span> }
    });
    html! {
        <details class="fold group-fold" data-group={props.group.name()} {ontoggle}>
            <summary>
                { words.text(&terms::group(props.group)) }
                <span>{ for count }</span>
            </summary>
            <div>{ for levers }</div>
        </details>
    }
}
