//! Name of the page and how it is shown.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::language::Language;
use crate::locale::page::PageMessage;
use crate::locale::{Words, use_words};
use crate::state::Dispatch;
use crate::state::{Action, Motion, Preferences, Theme, View};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub preferences: Preferences,
    /// The language whose words are on their way.
    pub asked: Option<Language>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Masthead(props: &Props) -> Html {
    let words = use_words();
    // What is asked for or, while nothing is, what is spoken: a choice that failed falls back.
    let chosen = props.asked.unwrap_or(words.language());
    let select = use_node_ref();
    {
        let select = select.clone();
        use_effect_with(chosen, move |chosen| {
            // Once a visitor has chosen, browsers do not look at attributes of options.
            if let Some(select) = select.cast::<HtmlSelectElement>() {
                select.set_value(chosen.tag());
            }
        });
    }
    html! {
        <header class="masthead">
            <div>
                <h1>{ words.text(&PageMessage::Title) }</h1>
                <p class="tagline">{ words.text(&PageMessage::Tagline) }</p>
            </div>
            <div class="masthead-tools">
                { language(select, props, &words) }
                <details class="display">
                    <summary class="tool">{ words.text(&PageMessage::Display) }</summary>
                    <div class="display-sheet">{ view(props, &words) }{ theme(props, &words) }{ motion(props, &words) }</div>
                </details>
            </div>
        </header>
    }
}

fn language(select: NodeRef, props: &Props, words: &Words) -> Html {
    let dispatch = props.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let tag = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some(language) = Language::from_tag(&tag) {
            dispatch.dispatch(Action::Ask(language));
        }
    });
    let options = Language::ALL.into_iter().map(|language| {
        let tag = language.tag();
        html! { <option key={tag} value={tag} lang={tag}>{ language.name() }</option> }
    });
    html! {
        <label class="language">
            <span class="visually-hidden">{ words.text(&PageMessage::Language) }</span>
            <select ref={select} id="language" autocomplete="off" {onchange}>{ for options }</select>
        </label>
    }
}

fn view(props: &Props, words: &Words) -> Html {
    let now = props.preferences;
    let option = |message, view| (message, view == now.view, Preferences { view, ..now });
    let options = [
        option(PageMessage::ViewFull, View::Full),
        option(PageMessage::ViewSimple, View::Simple),
        option(PageMessage::ViewPresent, View::Present),
    ];
    choice("view", &PageMessage::View, options, &props.dispatch, words)
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
