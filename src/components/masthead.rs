//! Name of the page and how it is shown.

use yew::prelude::*;

use super::Dispatch;
use crate::locale::page::PageMessage;
use crate::locale::{Words, use_words};
use crate::state::{Action, Motion, Preferences, Theme};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub preferences: Preferences,
    pub dispatch: Dispatch,
}

#[component]
pub fn Masthead(props: &Props) -> Html {
    let words = use_words();
    html! {
        <header class="masthead">
            <div>
                <h1>{ words.text(&PageMessage::Title) }</h1>
                <p class="tagline">{ words.text(&PageMessage::Tagline) }</p>
            </div>
            <details class="display">
                <summary class="tool">{ words.text(&PageMessage::Display) }</summary>
                <div class="display-sheet">{ theme(props, &words) }{ motion(props, &words) }</div>
            </details>
        </header>
    }
}

fn theme(props: &Props, words: &Words) -> Html {
    let now = props.preferences;
    let option = |message, theme| (message, theme == now.theme, Preferences { theme, ..now });
    let options = [
        option(PageMessage::ThemeSystem, Theme::System),
        option(PageMessage::ThemeLight, Theme::Light),
        option(PageMessage::ThemeDark, Theme::Dark),
    ];
    choice("theme", &PageMessage::Theme, options, &props.dispatch, words)
}

fn motion(props: &Props, words: &Words) -> Html {
    let now = props.preferences;
    let option = |message, motion| (message, motion == now.motion, Preferences { motion, ..now });
    let options = [
        option(PageMessage::MotionSystem, Motion::System),
        option(PageMessage::MotionReduced, Motion::Reduced),
        option(PageMessage::MotionFull, Motion::Full),
    ];
    choice("motion", &PageMessage::Motion, options, &props.dispatch, words)
}

fn choice(
    name: &'static str,
    legend: &PageMessage,
    options: [(PageMessage, bool, Preferences); 3],
    dispatch: &Dispatch,
    words: &Words,
) -> Html {
    let options = options.into_iter().enumerate().map(|(i, (message, checked, preferences))| {
        let dispatch = dispatch.clone();
        let onchange = Callback::from(move |_: Event| dispatch.dispatch(Action::Prefer(preferences)));
        html! {
            <label key={i}>
                <input type="radio" {name} {checked} autocomplete="off" {onchange} />
                { words.text(&message) }
            </label>
        }
    });
    html! {
        <fieldset class="choice">
            <legend>{ words.text(legend) }</legend>
            { for options }
        </fieldset>
    }
}
