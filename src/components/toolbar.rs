//! What is done with a setting as a whole.

use yew::prelude::*;

use super::Dispatch;
use crate::locale::controls::ControlMessage;
use crate::locale::use_words;
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether there is something to undo.
    pub undo: bool,
    /// Whether there is something to redo.
    pub redo: bool,
    /// Whether there is something to reset.
    pub changed: bool,
    /// Whether a setting is pinned.
    pub pinned: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn Toolbar(props: &Props) -> Html {
    let words = use_words();
    let pin = match props.pinned {
        true => (ControlMessage::Unpin, Action::Unpin, true),
        false => (ControlMessage::Pin, Action::Pin, true),
    };
    let buttons = [
        (ControlMessage::Undo, Action::Undo, props.undo),
        (ControlMessage::Redo, Action::Redo, props.redo),
        (ControlMessage::Replay, Action::Replay, props.undo),
        pin,
        (ControlMessage::ResetAll, Action::ResetAll, props.changed),
    ];
    let buttons = buttons.into_iter().enumerate().map(|(i, (message, action, works))| {
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()));
        // Not disabled: a button that loses its focus when pressed throws keyboard users to the
        // top of the page.
        let idle = (!works).then_some("true");
        html! { <button key={i} type="button" class="tool" aria-disabled={idle} {onclick}>{ words.text(&message) }</button> }
    });
    html! { <div class="toolbar">{ for buttons }</div> }
}
