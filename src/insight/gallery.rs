//! Prepared scenarios.

use bathtub_model::{PRESETS, Preset, Scenario};
use yew::prelude::*;

use crate::locale::insight::InsightMessage;
use crate::locale::mechanisms::linked;
use crate::locale::notices::start_date;
use crate::locale::use_words;
use crate::state::Action;
use crate::state::Dispatch;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Key of the scenario that is shown, if it is one of these: a drag elsewhere draws nothing here.
    pub chosen: Option<&'static str>,
    pub dispatch: Dispatch,
}

/// Key of the prepared scenario that this is.
pub fn chosen(scenario: &Scenario) -> Option<&'static str> {
    PRESETS.iter().find(|preset| preset.scenario().is_ok_and(|s| s == *scenario)).map(|preset| preset.key)
}

/// One button for each scenario, with what to look at and what is data.
#[component]
pub fn Gallery(props: &Props) -> Html {
    let words = use_words();
    let cards = PRESETS.iter().map(|preset: &'static Preset| {
        let chosen = props.chosen == Some(preset.key);
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Choose(preset));
        });
        let rows = preset.shows.iter().map(|row| format!("M{row}")).collect::<Vec<_>>().join(", ");
        let described = format!("preset-{}", preset.key);
        html! {
            <li key={preset.key} class={classes!("preset", chosen.then_some("is-chosen"))}>
                <button type="button" data-preset={preset.key} aria-pressed={chosen.to_string()}
                    aria-describedby={described.clone()} {onclick}>
                    { words.preset(preset, "title") }
                </button>
                <p id={described}>{ words.preset(preset, "look") }</p>
                <p class="quiet">{ words.preset(preset, "data") }</p>
                <p class="quiet">
                    { start_date(&words, preset.start) }{ " · " }
                    { linked(&words.text(&InsightMessage::Shows { rows: rows.into() })) }
                </p>
            </li>
        }
    });
    html! {
        <section class="gallery" aria-labelledby="gallery-title">
            <h2 id="gallery-title">{ words.text(&InsightMessage::GalleryTitle) }</h2>
            <p>{ words.text(&InsightMessage::GalleryNote) }</p>
            <ul>{ for cards }</ul>
        </section>
    }
}
