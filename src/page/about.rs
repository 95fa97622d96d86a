//! What the page says and what it does not, and where it is from.

use bathtub_model::{DATA_DATE, MODEL_VERSION, stage};
use yew::prelude::*;

use crate::locale::about::AboutMessage;
use crate::locale::page::PageMessage;
use crate::locale::{Day, Number, use_words};
use crate::platform::Date;

#[component]
pub fn About() -> Html {
    let words = use_words();
    let say = |message: AboutMessage| words.text(&message);
    let one = |heading, text| column(say(heading), vec![say(text)], false);
    let date = Date::parse(DATA_DATE).unwrap_or_default();
    let reading = [
        AboutMessage::ReadingLevel,
        AboutMessage::ReadingIndex,
        stages(),
        AboutMessage::ReadingSpread,
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
        </section>
    }
}

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
