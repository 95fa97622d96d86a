//! What differs from the start: a list, with a way back for each and for all of a kind.

use bathtub_model::Scenario;
use yew::prelude::*;

use crate::deferred::{Change, Fetched, missing, use_deferred};
use crate::hooks::use_open;
use crate::locale::controls::ControlMessage;
use crate::locale::more::MoreMessage;
use crate::locale::{Number, Words, units, use_words};
use crate::state::Action;
use crate::state::Dispatch;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub changes: Vec<Change>,
    pub dispatch: Dispatch,
}

/// What a scenario changes.
pub fn changes(scenario: &Scenario) -> Vec<Change> {
    scenario.changed().map(|id| (id, scenario.get(id), scenario.default_value(id))).collect()
}

/// The list is drawn while it is open. It has its place when nothing is changed as well: the
/// sliders below must not move away from the hand.
#[component]
pub fn Changed(props: &Props) -> Html {
    let words = use_words();
    let (open, ontoggle) = use_open();
    let summary = match props.changes.len() {
        0 => ControlMessage::Unchanged,
        count => ControlMessage::Changed { count: Number::count(count) },
    };
    let (deferred, fetch) = use_deferred(open);
    let list = open.then(|| match deferred {
        Fetched::Here(deferred) => (deferred.change_list)(&props.changes, &props.dispatch, &words),
        Fetched::Missing => missing(&fetch, &words),
        Fetched::Away => html! {},
    });
    html! {
        <details class="changed" {ontoggle}>
            <summary>{ words.text(&summary) }</summary>
            <div>{ for list }</div>
        </details>
    }
}

/// What was changed, and the ways back. It comes late.
pub fn change_list(changes: &[Change], dispatch: &Dispatch, words: &Words) -> Html {
    let rows = changes.iter().map(|(id, value, default)| {
        let row = id.row();
        let quantity = |value| units::quantity(words, value, row.unit);
        let message = MoreMessage::ChangedRow { value: quantity(*value), default: quantity(*default) };
        let label = words.label(row);
        let name = ControlMessage::Reset { label: label.clone(), value: quantity(*default) };
        html! {
            <li key={row.key}>
                <span>{ label }<small>{ words.text(&message) }</small></span>
                { button(&words.text(&name), words.text(&MoreMessage::ResetOne), Action::Reset(*id), dispatch) }
            </li>
        }
    });
    let kind = |levers: bool, message: &MoreMessage| {
        let any = changes.iter().any(|(id, ..)| id.is_lever() == levers);
        let text = words.text(message);
        any.then(|| button(&text, text.clone(), Action::ResetKind { levers }, dispatch))
    };
    html! {
        <>
            <ul>{ for rows }</ul>
            <p class="toolbar">
                <span>{ for kind(true, &MoreMessage::ResetLevers) }</span>
                <span>{ for kind(false, &MoreMessage::ResetAssumptions) }</span>
            </p>
        </>
    }
}

fn button(name: &AttrValue, text: AttrValue, action: Action, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()));
    html! { <button type="button" class="tool" aria-label={name.clone()} {onclick}>{ text }</button> }
}
