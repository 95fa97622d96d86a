//! What the page says and what it does not, and where it is from.

use bathtub_model::{DATA_DATE, MODEL_VERSION, stage};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::window;
use yew::prelude::*;

use crate::link;
use crate::locale::about::AboutMessage;
use crate::locale::mechanisms::MechanismMessage;
use crate::locale::page::PageMessage;
use crate::locale::{Day, Number, glossary, use_words};
use crate::platform::Date;

#[derive(Properties, PartialEq)]
pub struct AboutProps {
    /// Whether this is what the build draws into the page: the list of mechanisms comes later.
    pub prerender: bool,
}

#[component]
pub fn About(props: &AboutProps) -> Html {
    let words = use_words();
    let say = |message: AboutMessage| words.text(&message);
    let one = |heading, text| column(say(heading), vec![say(text)], false);
    let date = Date::parse(DATA_DATE).unwrap_or_default();
    let reading = [
        AboutMessage::ReadingLevel,
        AboutMessage::ReadingIndex,
        stages(),
        AboutMessage::ReadingSpread,
        AboutMessage::ReadingTerms,
        AboutMessage::ReadingTags,
        AboutMessage::ReadingKeys,
    ];
    let credits = vec![
        say(AboutMessage::CreditsText),
        say(AboutMessage::SourcesText { date: Day::long(date) }),
        words.text(&PageMessage::Credits { model: AttrValue::Static(MODEL_VERSION) }),
    ];
    let columns = [
        one(AboutMessage::Argument, AboutMessage::ArgumentText),
        one(AboutMessage::Scarce, AboutMessage::ScarceText),
        one(AboutMessage::Undecided, AboutMessage::UndecidedText),
        one(AboutMessage::Disagree, AboutMessage::DisagreeText),
        column(say(AboutMessage::Reading), reading.map(say).into(), true),
        one(AboutMessage::Miss, AboutMessage::MissText),
        one(AboutMessage::Not, AboutMessage::NotText),
        column(say(AboutMessage::Credits), credits, false),
    ];
    html! {
        <section class="about" id="about" aria-labelledby="about-title">
            <h2 id="about-title">{ say(AboutMessage::Title) }</h2>
            <div class="about-columns">{ for columns }</div>
            <p>
                <a href={format!("./{}", link::scenario_folder("", words.language()))}>{ words.text(&PageMessage::Scenarios) }</a>{ " \u{b7} " }
                <a href={format!("./{}", glossary::folder(words.language()))}>{ words.text(&PageMessage::Glossary) }</a>{ " \u{b7} " }
                <a href="./articles/">{ words.text(&PageMessage::Articles) }</a>{ " \u{b7} " }
                <a href="./teaching/">{ words.text(&PageMessage::Teaching) }</a>
            </p>
            if !props.prerender {
                <Mechanisms />
            }
        </section>
    }
}

/// The list that the numbers M1 to M31 lead to.
#[component]
fn Mechanisms() -> Html {
    let words = use_words();
    use_effect_with((), |()| {
        reveal();
        let listener = window().map(|window| EventListener::new(&window, "hashchange", |_| reveal()));
        move || drop(listener)
    });
    let rows = MechanismMessage::ALL.iter().zip(1..).map(|(row, number)| {
        html! {
            <li id={format!("m{number}")}><b>{ format!("M{number}") }</b>{ " " }{ words.text(row) }</li>
        }
    });
    html! {
        <details class="mechanisms">
            <summary>{ words.text(&MechanismMessage::Title) }</summary>
            <p>{ words.text(&MechanismMessage::Note) }</p>
            <ul>{ for rows }</ul>
        </details>
    }
}

/// Opens the list where the address points into it: not every browser does, and the list may have
/// come after the address.
fn reveal() {
    let Some(window) = window() else { return };
    let hash = window.location().hash().unwrap_or_default();
    let row = hash.strip_prefix("#m").filter(|row| row.parse::<usize>().is_ok());
    let found = row.and_then(|row| window.document()?.get_element_by_id(&format!("m{row}")));
    if let Some(row) = found {
        if let Ok(Some(list)) = row.closest("details") {
            let _ = list.set_attribute("open", "");
        }
        row.scroll_into_view();
        // What has come into sight on the way may have grown.
        Timeout::new(SETTLED, move || row.scroll_into_view()).forget();
    }
}

/// After how long what has come into sight has its height, ms.
const SETTLED: u32 = 200;

fn column(heading: AttrValue, texts: Vec<AttrValue>, list: bool) -> Html {
    let texts = texts.into_iter().map(|text| {
        if list {
            html! { <li>{ text }</li> }
        } else {
            html! { <p>{ text }</p> }
        }
    });
    let texts = if list {
        html! { <ul>{ for texts }</ul> }
    } else {
        html! { <>{ for texts }</> }
    };
    html! { <div><h3>{ heading }</h3>{ texts }</div> }
}

/// The thresholds are the model's own.
fn stages() -> AboutMessage {
    let spread = |i: usize| Number::plain(stage::SPREAD[i], 0);
    let ratio = |i: usize| Number::percent(stage::RESERVES[i], 0);
    AboutMessage::ReadingStage {
        tight: spread(0),
        depleted: spread(1),
        crisis: spread(2),
        tight_ratio: ratio(0),
        depleted_ratio: ratio(1),
        crisis_ratio: ratio(2),
    }
}
