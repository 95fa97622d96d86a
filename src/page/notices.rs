//! What was wrong with the link the page was opened with.

use yew::prelude::*;

use crate::deferred::{Fetched, use_deferred};
use crate::locale::notices::NoticeTitle;
use crate::locale::use_words;
use crate::state::{Action, Dispatch, Notice};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub notices: Vec<Notice>,
    pub dispatch: Dispatch,
}

/// An element of its own, empty or not: components that draw nothing between others that come and
/// go confuse Yew 0.23.0 about where to insert. That something is said is seen at once; what, when the
/// words are there.
#[component]
pub fn Notices(props: &Props) -> Html {
    let words = use_words();
    let (deferred, _) = use_deferred(!props.notices.is_empty());
    let dispatch = props.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::DismissNotices));
    let (kind, title) = match &*props.notices {
        [Notice::Words { .. }] => ("words", NoticeTitle::Words),
        [Notice::OlderModel { .. }] => ("link", NoticeTitle::Older),
        _ => ("link", NoticeTitle::Link),
    };
    let text = |notice| match deferred {
        Fetched::Here(deferred) => (deferred.notice)(&words, notice),
        Fetched::Away | Fetched::Missing => AttrValue::Static("…"),
    };
    let items = props.notices.iter().enumerate().map(|(i, notice)| {
        html! { <li key={i} data-notice={kind}>{ text(notice) }</li> }
    });
    let shown = (!props.notices.is_empty()).then(|| {
        html! {
            <section class="notices" role="alert">
                <h2>{ words.text(&title) }</h2>
                <ul>{ for items }</ul>
                <button type="button" class="tool" {onclick}>{ words.text(&NoticeTitle::Dismiss) }</button>
            </section>
        }
    });
    html! { <div class="notices-place">{ for shown }</div> }
}
