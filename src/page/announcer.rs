//! Tells assistive technology the result when a change is finished: a drag would flood it.

use bathtub_model::Run;
use yew::prelude::*;

use super::readouts::spread;
use crate::hooks::Shared;
use crate::locale::readouts::ReadoutMessage;
use crate::locale::{Day, Number, Words, terms, use_words};
use crate::scene::headlines;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub run: Shared<Run>,
    /// What it is compared with.
    pub baseline: Shared<Run>,
    pub week: usize,
    /// Whether the other run is one that was pinned.
    pub pinned: bool,
    /// Whether the change goes on.
    pub dragging: bool,
}

#[component]
pub fn Announcer(props: &Props) -> Html {
    let words = use_words();
    let first = use_memo((), |()| (props.run.clone(), props.week));
    let last = use_mut_ref(AttrValue::default);
    // Nothing is said about the page one arrives at.
    if !props.dragging && *first != (props.run.clone(), props.week) {
        *last.borrow_mut() = announcement(props, &words);
    }
    let text = last.borrow().clone();
    html! { <p class="visually-hidden" role="status">{ text }</p> }
}

/// What moved most and who pays, then the numbers.
fn announcement(props: &Props, words: &Words) -> AttrValue {
    let start = props.run.scenario().start().day();
    let Ok(now) = props.run.readouts(props.week) else { return AttrValue::default() };
    let index = |value| words.text(&ReadoutMessage::Value { value: Number::plain(value, 1) });
    let [headline, regime] =
        headlines(&props.run, &props.baseline, props.pinned, props.week).map(|message| words.text(&message));
    words.text(&ReadoutMessage::Announcement {
        headline,
        regime,
        level: index(now.level),
        index: index(now.index),
        stage: words.text(&terms::stage(now.stage)),
        spread: spread(words, now.spread_bp),
        date: Day::long(start.plus_weeks(props.week)),
    })
}

#[cfg(test)]
mod tests {
    use bathtub_model::{DEFAULT_WEEK, ParameterId, Scenario, simulate};

    use super::*;
    use crate::platform::Platform;

    #[test]
    fn what_moved_most_is_said_first() {
        let run = |tga| Shared::new(simulate(&Scenario::default().with(ParameterId::Tga, tga).unwrap()));
        let words = Words::english(Platform::native());
        let said = |pinned| {
            let props = Props {
                run: run(700.0),
                baseline: run(if pinned { 300.0 } else { 0.0 }),
                week: DEFAULT_WEEK,
                pinned,
                dragging: false,
            };
            announcement(&props, &words)
        };
        let text = said(false);
        assert!(
            text.starts_with("The stage is worse: Depleted, because of the repo spread. The tank "),
            "{text}"
        );
        assert!(text.contains(" cents. On ") && text.contains(": water level 9"), "{text}");
        assert!(said(true).starts_with("The stage is worse than pinned: Depleted"), "{}", said(true));
    }
}
