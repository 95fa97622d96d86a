//! The text itself, which the build writes into the page.

use bathtub_model::{DATA_DATE, MODEL_VERSION, stage};
use yew::prelude::*;

use super::ABOUT;
use crate::locale::about::AboutMessage;
use crate::locale::page::PageMessage;
use crate::locale::{Day, Number, use_words};
use crate::platform::Date;

#[component]
pub fn Written() -> Html {
    let words = use_words();
    let heading = |message: AboutMessage| html! { <h3>{ words.text(&message) }</h3> };
    let text = |message: AboutMessage| html! { <p>{ words.text(&message) }</p> };
    let item = |message: AboutMessage| html! { <li>{ words.text(&message) }</li> };
    let date = Date::parse(DATA_DATE).unwrap_or_default();
    html! {
        <section class="about" id={ABOUT} aria-labelledby="about-title">
            <h2 id="about-title">{ words.text(&AboutMessage::Title) }</h2>
            <div class="about-columns">
                <div>{ heading(AboutMessage::Argument) }{ text(AboutMessage::ArgumentText) }</div>
                <div>{ heading(AboutMessage::Scarce) }{ text(AboutMessage::ScarceText) }</div>
                <div>{ heading(AboutMessage::Undecided) }{ text(AboutMessage::UndecidedText) }</div>
                <div>{ heading(AboutMessage::Disagree) }{ text(AboutMessage::DisagreeText) }</div>
                <div>
                    { heading(AboutMessage::Reading) }
                    <ul>
                        { item(AboutMessage::ReadingLevel) }
                        { item(AboutMessage::ReadingIndex) }
                        { item(stages()) }
                        { item(AboutMessage::ReadingSpread) }
                        { item(AboutMessage::ReadingTags) }
                    </ul>
                </div>
                <div>{ heading(AboutMessage::Miss) }{ text(AboutMessage::MissText) }</div>
                <div>{ heading(AboutMessage::Not) }{ text(AboutMessage::NotText) }</div>
                <div>
                    { heading(AboutMessage::Credits) }
                    { text(AboutMessage::CreditsText) }
                    { text(AboutMessage::SourcesText { date: Day::long(date) }) }
                    <p>{ words.text(&PageMessage::Credits { model: AttrValue::Static(MODEL_VERSION) }) }</p>
                </div>
            </div>
        </section>
    }
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
