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
        true => (ControlMessage::Unpin, Action::Unpin, true, None),
        false => (ControlMessage::Pin, Action::Pin, true, None),
    };
    let buttons = [
        (ControlMessage::Undo, Action::Undo, props.undo, Some("Control+Z Meta+Z")),
        (ControlMessage::Redo, Action::Redo, props.redo, Some("Control+Shift+Z Meta+Shift+Z")),
        (ControlMessage::Replay, Action::Replay, props.undo, None),
        pin,
        (ControlMessage::ResetAll, Action::ResetAll, props.changed, None),
    ];
    let buttons = buttons.into_iter().enumerate().map(|(i, (message, action, works, keys))| {
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()));
        // Not disabled: a button that loses its focus when pressed throws keyboard users to the
        // top of the page.
        let idle = (!works).then_some("true");
        html! { <button key={i} type="button" class="tool" aria-disabled={idle} aria-keyshortcuts={keys} {onclick}>{ words.text(&message) }</button> }
    });
    html! { <div class="toolbar">{ for buttons }</div> }
}
