//! What was wrong with the link the page was opened with.

use yew::prelude::*;

use crate::locale::Words;
use crate::locale::notices::NoticeTitle;
use crate::state::{Action, Dispatch, Notice};

/// An element of its own, empty or not: components that draw nothing between others that come and
/// go confuse Yew 0.23.0 about where to insert.
pub fn notices(notices: &[Notice], text: Option<Text>, dispatch: &Dispatch, words: &Words) -> Html {
    let shown = (!notices.is_empty()).then(|| view(notices, text, dispatch, words));
    html! { <div class="notices-place">{ shown }</div> }
}

/// What a notice says; it comes late. That something is said is seen at once.
type Text = fn(&Words, &Notice) -> AttrValue;

fn view(notices: &[Notice], text: Option<Text>, dispatch: &Dispatch, words: &Words) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::DismissNotices));
    let (kind, title) = match notices {
        [Notice::Words { .. }] => ("words", NoticeTitle::Words),
        [Notice::OlderModel { .. }] => ("link", NoticeTitle::Older),
        _ => ("link", NoticeTitle::Link),
    };
    let items = notices.iter().enumerate().map(|(i, notice)| {
        let text = text.map_or(AttrValue::Static("…"), |text| text(words, notice));
        html! { <li key={i} data-notice={kind}>{ text }</li> }
    });
    html! {
        <section class="notices" role="alert">
            <h2>{ words.text(&title) }</h2>
            <ul>{ for items }</ul>
            <button type="button" class="tool" {onclick}>{ words.text(&NoticeTitle::Dismiss) }</button>
        </section>
    }
}
