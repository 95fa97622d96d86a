//! Prepared scenarios.

use bathtub_model::{PRESETS, Preset};
use yew::prelude::*;

use crate::components::Dispatch;
use crate::locale::insight::InsightMessage;
use crate::locale::notices::start_date;
use crate::locale::use_words;
use crate::state::{Action, Setting};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub setting: Setting,
    pub dispatch: Dispatch,
}

/// One button for each scenario, with what to look at and what is data.
#[component]
pub fn Gallery(props: &Props) -> Html {
    let words = use_words();
    let cards = PRESETS.iter().filter_map(|preset: &'static Preset| {
        let scenario = preset.scenario().ok()?;
        let chosen = scenario == props.setting.scenario;
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Open(Setting { scenario, ..Setting::default() }, Vec::new()));
        });
        let rows =
            preset.shows.iter().map(|row| ["M", &row.to_string()].concat()).collect::<Vec<_>>().join(", ");
        let described = ["preset-", preset.key].concat();
        Some(html! {
            <li key={preset.key} class={classes!("preset", chosen.then_some("is-chosen"))}>
                <button type="button" data-preset={preset.key} aria-pressed={chosen.to_string()}
                    aria-describedby={described.clone()} {onclick}>
                    { words.preset(preset, "title") }
                </button>
                <p id={described}>{ words.preset(preset, "look") }</p>
                <p class="quiet">{ words.preset(preset, "data") }</p>
                <p class="quiet">
                    { start_date(&words, preset.start) }{ " · " }
                    { words.text(&InsightMessage::Shows { rows: rows.into() }) }
                </p>
            </li>
        })
    });
    html! {
        <section class="gallery" aria-labelledby="gallery-title">
            <h2 id="gallery-title">{ words.text(&InsightMessage::GalleryTitle) }</h2>
            <p>{ words.text(&InsightMessage::GalleryNote) }</p>
            <ul>{ for cards }</ul>
        </section>
    }
}
