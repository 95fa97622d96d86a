//! The tub in somebody else's page: what is chosen for it, a preview, and the code to paste.

use bathtub_model::{ParameterId, Preset, Scenario};
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::code::{Code, Kind};
use crate::charts::CHARTS;
use crate::hooks::use_open;
use crate::language::Language;
use crate::link;
use crate::locale::embed::EmbedMessage;
use crate::locale::page::PageMessage;
use crate::locale::{use_platform, use_words};
use crate::platform::ExportRequest;
use crate::platform::newest::{Places, places};
use crate::state::Setting;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub setting: Setting,
    /// What the picture says, for those who do not see it.
    pub alt: AttrValue,
    /// Beginning of the names of saved pictures.
    pub picture: AttrValue,
    /// Where it is from.
    pub source: AttrValue,
}

/// The levers that can be chosen.
const LEVERS: [ParameterId; 5] =
    [ParameterId::Capex, ParameterId::Tga, ParameterId::Runoff, ParameterId::Rate, ParameterId::Dry];
const THEMES: [(&str, PageMessage); 3] =
    [("", PageMessage::ThemeSystem), ("light", PageMessage::ThemeLight), ("dark", PageMessage::ThemeDark)];

/// A fold of the share sheet.
#[component]
pub fn EmbedCode(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let (open, ontoggle) = use_open();
    let (show, theme, kind) = (use_state_eq(|| 0_usize), use_state_eq(|| 0_usize), use_state_eq(|| 0_usize));
    // None until somebody has chosen.
    let levers = use_state_eq(|| None::<[bool; 5]>);
    let (kept, always) = (use_state_eq(|| None::<Places>), use_state_eq(|| false));
    {
        let kept = kept.setter();
        use_effect_with(open, move |open| {
            if *open {
                spawn_local(async move { kept.set(places().await) });
            }
        });
    }
    // Whether the code that was copied last could be.
    let copied = use_state_eq(|| None::<(String, bool)>);
    let choose = |state: &UseStateHandle<usize>| {
        let state = state.setter();
        Callback::from(move |event: Event| {
            let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            state.set(usize::try_from(index).unwrap_or(0));
        })
    };
    let choose_release = {
        let always = always.setter();
        Callback::from(move |event: Event| {
            always.set(event.target_unchecked_into::<HtmlSelectElement>().selected_index() == 1);
        })
    };
    let charts = CHARTS.iter().map(|row| (row.id.replace("chart-", "chart."), words.text(&row.title)));
    let shows =
        [("tub", EmbedMessage::ShowTub), ("two", EmbedMessage::ShowTwo), ("lever", EmbedMessage::ShowLevers)];
    let shows: Vec<(String, AttrValue)> =
        shows.map(|(name, text)| (name.to_owned(), words.text(&text))).into_iter().chain(charts).collect();
    let ticked = levers.unwrap_or_else(|| usual(&shows[*show].0, &props.setting.scenario));
    let chosen: Vec<&str> =
        LEVERS.iter().zip(ticked).filter(|(_, on)| *on).map(|(id, _)| id.row().key).collect();
    let home = match &*kept {
        Some(places) if *always => places.latest.clone(),
        Some(places) => places.pinned.clone(),
        None => home(&platform.address("")),
    };
    let scenario = scenario(&props.setting).map(|key| {
        let folder = |language| format!("{home}{}", link::scenario_folder(key, language));
        [folder(words.language()), format!("{}card.jpg", folder(Language::English))]
    });
    let chart = shows[*show].0.starts_with("chart.").then(|| shows[*show].1.clone());
    let code = Code {
        home,
        named: kept.is_some(),
        setting: link::write(&props.setting, words.language()),
        show: shows[*show].0.clone(),
        levers: if chosen.is_empty() { "none".to_owned() } else { chosen.join(",") },
        theme: THEMES[*theme].0,
        alt: match &chart {
            Some(title) => format!("{title}. {}", props.alt),
            None => props.alt.to_string(),
        },
        picture: format!(
            "{}-{}.png",
            props.picture,
            shows[*show].0.strip_prefix("chart.").unwrap_or("scene")
        ),
        source: props.source.to_string(),
        scenario,
    };
    let note =
        Kind::ALL[*kind].note(code.scenario.is_some()).map(|note| words.text(&note)).unwrap_or_default();
    let text = code.text(Kind::ALL[*kind]);
    let copy = {
        let (platform, copied, text) = (platform.clone(), copied.setter(), text.clone());
        Callback::from(move |_: MouseEvent| {
            let (copied, asked) = (copied.clone(), text.clone());
            let request = ExportRequest { kind: "copy", text: text.clone(), ..ExportRequest::default() };
            let done = move |word: String| copied.set(Some((asked.clone(), word == "copied")));
            platform.export(&request, Callback::from(done));
        })
    };
    let said = (*copied)
        .as_ref()
        .filter(|(of, _)| *of == text)
        .map(|(_, done)| words.text(if *done { &EmbedMessage::Copied } else { &EmbedMessage::NotCopied }));
    let boxes = LEVERS.iter().enumerate().map(|(at, id)| {
        let levers = levers.setter();
        let checked = ticked[at];
        let onchange = Callback::from(move |event: Event| {
            let mut chosen = ticked;
            chosen[at] = event.target_unchecked_into::<HtmlInputElement>().checked();
            levers.set(Some(chosen));
        });
        html! {
            <label key={at}><input type="checkbox" data-embed-lever={id.row().key} {checked} {onchange} />{ words.label(id.row()) }</label>
        }
    });
    let options = |texts: Vec<AttrValue>, now: usize| {
        let options = texts.into_iter().enumerate();
        options
            .map(|(at, text)| html! { <option key={at} selected={at == now}>{ text }</option> })
            .collect::<Html>()
    };
    let inside = open.then(|| {
        html! {
            <>
                <div class="takeaway-row">
                    <label for="embed-show">{ words.text(&EmbedMessage::Show) }</label>
                    <select id="embed-show" autocomplete="off" onchange={choose(&show)}>{ options(shows.iter().map(|(_, text)| text.clone()).collect(), *show) }</select>
                    <label for="embed-theme">{ words.text(&PageMessage::Theme) }</label>
                    <select id="embed-theme" autocomplete="off" onchange={choose(&theme)}>{ options(THEMES.iter().map(|(_, text)| words.text(text)).collect(), *theme) }</select>
                </div>
                <div class="takeaway-row embed-levers-choice">{ for boxes }</div>
                if kept.is_some() {
                    <div class="takeaway-row">
                        <label for="embed-release">{ words.text(&EmbedMessage::Release) }</label>
                        <select id="embed-release" autocomplete="off" onchange={choose_release}>{ options([EmbedMessage::Pinned, EmbedMessage::Latest].map(|text| words.text(&text)).into(), usize::from(*always)) }</select>
                    </div>
                }
                <iframe class="embed-preview" data-embed-preview="" title={words.text(&EmbedMessage::Preview)} src={code.address()} loading="lazy"></iframe>
                <div class="takeaway-row">
                    <label for="embed-kind">{ words.text(&EmbedMessage::Kind) }</label>
                    <select id="embed-kind" autocomplete="off" onchange={choose(&kind)}>{ options(Kind::ALL.iter().map(|kind| words.text(&kind.name())).collect(), *kind) }</select>
                    <button type="button" class="tool" data-take="embed" onclick={copy}>{ words.text(&EmbedMessage::Copy) }</button>
                    <span role="status">{ said }</span>
                </div>
                <textarea class="embed-code" data-embed-code="" readonly=true rows="5" spellcheck="false" aria-label={words.text(&EmbedMessage::Code)} value={text.clone()} />
                <p class="quiet">{ note }{ " " }{ words.text(&EmbedMessage::Licence) }</p>
            </>
        }
    });
    html! {
        <details class="embed-fold" data-embed="" {ontoggle}>
            <summary>{ words.text(&EmbedMessage::Title) }</summary>
            <div>{ for inside }</div>
        </details>
    }
}

/// The key of the prepared scenario that a setting is, with nothing changed, in its week.
fn scenario(setting: &Setting) -> Option<&'static str> {
    let key = setting.preset?;
    Setting::of(Preset::from_key(key)?).is_ok_and(|own| own == *setting).then_some(key)
}

/// The sliders that a frame is likely to need: those that were moved, or what a frame has by itself.
fn usual(show: &str, scenario: &Scenario) -> [bool; 5] {
    let moved = LEVERS.map(|id| scenario.get(id) != scenario.default_value(id));
    match show {
        "lever" => [true; 5],
        _ if moved.contains(&true) => moved,
        "tub" => LEVERS.map(|id| matches!(id, ParameterId::Capex | ParameterId::Dry)),
        _ => LEVERS.map(|id| id == ParameterId::Capex),
    }
}

/// The folder of the page: without its file, query and part.
fn home(address: &str) -> String {
    let page = address.split(['?', '#']).next().unwrap_or_default();
    page.rfind('/').map_or(page, |end| &page[..=end]).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sliders_that_were_moved_are_offered() {
        let rest = Scenario::default();
        assert_eq!(usual("tub", &rest), [true, false, false, false, true]);
        assert_eq!(usual("chart.level", &rest), [true, false, false, false, false]);
        let squeeze = rest.with(ParameterId::Tga, 565.0).and_then(|one| one.with(ParameterId::Rate, -25.0));
        let squeeze = squeeze.unwrap();
        assert_eq!(usual("tub", &squeeze), [false, true, false, true, false]);
        assert_eq!(usual("lever", &squeeze), [true; 5]);
    }
}
