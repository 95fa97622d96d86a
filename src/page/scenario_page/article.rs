//! What stands on the page of a scenario.

use bathtub_model::{Duck, Parameter, Run};
use yew::prelude::*;

use super::{CARD, Place, Told, address, between, card};
use crate::language::Language;
use crate::link;
use crate::locale::controls::ControlMessage;
use crate::locale::embed::FrameMessage;
use crate::locale::page::PageMessage;
use crate::locale::readouts::ReadoutMessage;
use crate::locale::starts::StartMessage;
use crate::locale::time::TimeMessage;
use crate::locale::{Day, Number, Words, terms, units};
use crate::page::readouts::spread;

/// So many sliders have room under the tub.
const SLIDERS: usize = 3;

/// A scenario, and the ones before and after it.
pub fn article(told: &Told, place: &Place, beside: [Option<&Told>; 2], words: &Words) -> Html {
    let preset = told.preset;
    let text = |part| words.preset(preset, part);
    let live = address(place, &link::write(&told.setting, words.language()), words.language());
    html! {
        <article class="scenario">
            <h1>{ &told.name }</h1>
            <p class="lead">{ text("look") }</p>
            <div class="scenario-beside">
                <div>
                    { tub(told, place, &live, words) }
                    <p><a class="open" href={live.clone()}>{ words.text(&FrameMessage::Open) }</a></p>
                    <p class="quiet">{ words.text(&PageMessage::ScenarioData) }{ " " }{ text("data") }</p>
                    <p><strong>{ words.text(&PageMessage::ScenarioNext) }</strong>{ " " }{ text("next") }</p>
                </div>
                <div>
                    <p class="said"><strong>{ &told.said[0] }</strong>{ between(&told.said[0]) }{ &told.said[1] }</p>
                    { numbers(told, words) }
                    { levers(told, words) }
                </div>
            </div>
            { neighbours(beside, place, words) }
        </article>
    }
}

/// The tub itself and, where scripts do not run, its picture.
fn tub(told: &Told, place: &Place, live: &str, words: &Words) -> Html {
    let sliders: Vec<&str> = told.preset.levers.iter().take(SLIDERS).map(|(id, _)| id.row().key).collect();
    let language = words.language();
    let lang = (language != Language::English).then(|| language.tag());
    // Its language has an attribute of its own.
    let setting = link::write(&told.setting, Language::English);
    html! {
        <liquidity-bathtub setting={setting} levers={sliders.join(",")} lang={lang} label={told.name.clone()}>
            <a href={live.to_owned()}><img src={format!("{}{}", place.root, card(told.preset))} width={CARD[0].to_string()} height={CARD[1].to_string()} alt={told.alt(words)} /></a>
        </liquidity-bathtub>
    }
}

/// The numbers of the week in which it happens, beside those of the same start with nothing changed.
fn numbers(told: &Told, words: &Words) -> Html {
    let week = told.preset.week;
    let (Ok(now), Ok(before)) = (told.run.readouts(week), told.untouched.readouts(week)) else {
        return html! {};
    };
    let index = |value| words.text(&ReadoutMessage::Value { value: Number::plain(value, 1) });
    let stage = |value| words.text(&terms::stage(value));
    let readouts = [
        ("level", ReadoutMessage::Level, now.level, index(now.level), index(before.level)),
        ("index", ReadoutMessage::Index, now.index, index(now.index), index(before.index)),
        (
            "spread",
            ReadoutMessage::Spread,
            now.spread_bp,
            spread(words, now.spread_bp),
            spread(words, before.spread_bp),
        ),
        ("stage", ReadoutMessage::Stage, f64::from(now.stage as u8), stage(now.stage), stage(before.stage)),
    ];
    let readouts = readouts
        .into_iter()
        .map(|(key, name, value, here, there)| row(words.text(&name), key.to_owned(), value, here, there));
    let moved = |run: &Run, duck| run.duck(duck, week).map_or(f64::NAN, |moved| moved.change_pct);
    let percent = |value| words.text(&ReadoutMessage::Value { value: Number::signed_percent(value, 1) });
    let ducks = Duck::ALL.iter().map(|duck| {
        let [here, there] = [&told.run, &told.untouched].map(|run| moved(run, *duck));
        let key = format!("duck-{}", duck.key());
        row(words.text(&terms::duck(*duck)), key, here, percent(here), percent(there))
    });
    let date = told.setting.scenario.start().day();
    let number = AttrValue::from(week.to_string());
    let caption =
        words.text(&TimeMessage::WeekValue { week: number, date: Day::long(date.plus_weeks(week)) });
    html! {
        <table>
            <caption>{ capital(&caption) }</caption>
            <thead><tr>
                <td></td>
                <th scope="col">{ &told.name }</th>
                <th scope="col">{ words.text(&ControlMessage::Unchanged) }</th>
            </tr></thead>
            <tbody>{ for readouts }</tbody>
            <tbody>{ for ducks }</tbody>
        </table>
    }
}

fn row(name: AttrValue, key: String, value: f64, here: AttrValue, there: AttrValue) -> Html {
    html! {
        <tr data-number={key} data-value={value.to_string()}><th scope="row">{ name }</th><td>{ here }</td><td>{ there }</td></tr>
    }
}

/// What it begins from and what it moves.
fn levers(told: &Told, words: &Words) -> Html {
    let date = told.setting.scenario.start().day();
    let start = words.text(&ControlMessage::StartDate { date: Day::long(date) });
    let moved = told.preset.levers.iter().map(|(id, value)| {
        let row: &'static Parameter = id.row();
        pair(words.label(row), units::quantity(words, *value, row.unit))
    });
    let all = [pair(words.text(&StartMessage::Start), start)].into_iter().chain(moved);
    html! { <dl>{ for all }</dl> }
}

fn pair(name: AttrValue, value: AttrValue) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

/// The scenarios before and after it.
fn neighbours([before, after]: [Option<&Told>; 2], place: &Place, words: &Words) -> Html {
    let way = |told: Option<&Told>, rel: &'static str, arrow: [&'static str; 2]| {
        let Some(told) = told else { return html! {} };
        let to = place.to(told.preset.key, words.language());
        let [left, right] = arrow.map(|arrow| html! { <span aria-hidden="true">{ arrow }</span> });
        html! { <li class={rel}><a href={to} {rel}>{ left }{ &told.name }{ right }</a></li> }
    };
    html! {
        <nav aria-label={words.text(&PageMessage::Scenarios)}>
            <ul class="trail ways">{ way(before, "prev", ["← ", ""]) }{ way(after, "next", ["", " →"]) }</ul>
        </nav>
    }
}

/// A phrase as it stands alone.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
