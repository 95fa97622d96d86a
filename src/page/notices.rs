//! What was wrong with the link the page was opened with.

use yew::prelude::*;

use crate::locale::Words;
use crate::locale::notices::{NoticeMessage, text};
use crate::state::Action;
use crate::state::Dispatch;
use crate::state::Notice;

/// An element of its own, empty or not: components that draw nothing between others that come and
/// go confuse Yew 0.23.0 about where to insert.
pub fn notices(notices: &[Notice], dispatch: &Dispatch, words: &Words) -> Html {
    let shown = (!notices.is_empty()).then(|| view(notices, dispatch, words));
    html! { <div class="notices-place">{ shown }</div> }
}

fn view(notices: &[Notice], dispatch: &Dispatch, words: &Words) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::DismissNotices));
    let (kind, title) = match notices {
        [Notice::Words { .. }] => ("words", NoticeMessage::WordsTitle),
        [Notice::OlderModel { .. }] => ("link", NoticeMessage::OlderTitle),
        _ => ("link", NoticeMessage::Title),
    };
    let items = notices.iter().enumerate().map(|(i, notice)| {
        html! { <li key={i} data-notice={kind}>{ text(words, notice) }</li> }
    });
    html! {
        <section class="notices" role="alert">
            <h2>{ words.text(&title) }</h2>
            <ul>{ for items }</ul>
            <button type="button" class="tool" {onclick}>{ words.text(&NoticeMessage::Dismiss) }</button>
        </section>
    }
}
