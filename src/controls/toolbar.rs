//! What is done with a setting as a whole.

use yew::prelude::*;

use crate::locale::Words;
use crate::locale::controls::ControlMessage;
use crate::state::Action;
use crate::state::Dispatch;

pub struct Toolbar<'a> {
    /// Whether there is something to undo.
    pub undo: bool,
    /// Whether there is something to redo.
    pub redo: bool,
    /// Whether there is something to reset.
    pub changed: bool,
    /// Whether a setting is pinned.
    pub pinned: bool,
    pub dispatch: &'a Dispatch,
}

/// Not a component: the panel is drawn when it changes and seldom else.
pub fn toolbar(bar: &Toolbar, words: &Words) -> Html {
    let pin = match bar.pinned {
        true => (ControlMessage::Unpin, Action::Unpin, true, None),
        false => (ControlMessage::Pin, Action::Pin, true, None),
    };
    let buttons = [
        (ControlMessage::Undo, Action::Undo, bar.undo, Some("Control+Z Meta+Z")),
        (ControlMessage::Redo, Action::Redo, bar.redo, Some("Control+Shift+Z Meta+Shift+Z")),
        (ControlMessage::Replay, Action::Replay, bar.undo, None),
        pin,
        (ControlMessage::ResetAll, Action::ResetAll, bar.changed, None),
    ];
    let buttons = buttons.into_iter().enumerate().map(|(i, (message, action, works, keys))| {
        let dispatch = bar.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()));
        // Not disabled: a button that loses its focus when pressed throws keyboard users to the
        // top of the page.
        let idle = (!works).then_some("true");
        html! { <button key={i} type="button" class="tool" aria-disabled={idle} aria-keyshortcuts={keys} {onclick}>{ words.text(&message) }</button> }
    });
    html! { <div class="toolbar">{ for buttons }</div> }
}
