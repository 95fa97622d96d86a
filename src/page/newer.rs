//! A pinned release that is behind says so, and shows on request what the newest one makes of the same
//! setting.

use bathtub_model::document::RunDocument;
use bathtub_model::{Duck, Run};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::hooks::Shared;
use crate::link;
use crate::locale::newer::NewerMessage;
use crate::locale::readouts::ReadoutMessage;
use crate::locale::{Day, Number, Words, terms, use_words};
use crate::number::NumberStyle;
use crate::platform::Date;
use crate::platform::newest::{self, Newest, Says, Settings};
use crate::state::Setting;

/// What it compares.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The run that is shown.
    pub run: Shared<Run>,
    /// Its setting.
    pub setting: Setting,
}

/// What has been asked about a run.
#[derive(Clone, Default, PartialEq)]
enum Asked {
    #[default]
    Nothing,
    Underway,
    Answered(Says),
    Away,
}

#[component]
pub fn Newer(props: &Props) -> Html {
    let words = use_words();
    let found = use_state_eq(|| None::<Newest>);
    let asked = use_state_eq(Asked::default);
    {
        let found = found.setter();
        use_effect_with((), move |()| spawn_local(async move { found.set(newest::find().await) }));
    }
    {
        // What was said is of another setting.
        let asked = asked.setter();
        use_effect_with((props.run.clone(), props.setting.week), move |_| asked.set(Asked::Nothing));
    }
    let dated = (*found).clone().and_then(|newest| Date::parse(&newest.data_date).map(|date| (newest, date)));
    let Some((newest, date)) = dated else { return html! { <div class="newer-place"></div> } };
    let onclick = {
        let (asked, newest, run, week) =
            (asked.setter(), newest.clone(), props.run.clone(), props.setting.week);
        Callback::from(move |_: MouseEvent| {
            asked.set(Asked::Underway);
            let (asked, newest, settings) = (asked.clone(), newest.clone(), settings(&run, week));
            spawn_local(async move {
                let says = newest::ask(&newest, &settings).await;
                asked.set(says.map_or(Asked::Away, Asked::Answered));
            });
        })
    };
    let answer = match &*asked {
        Asked::Nothing | Asked::Underway => html! {},
        Asked::Away => html! { <p>{ words.text(&NewerMessage::Away) }</p> },
        Asked::Answered(Says::Refused(reason)) => {
            html! { <p data-own="">{ words.text(&NewerMessage::Refused { reason: reason.clone().into() }) }</p> }
        }
        Asked::Answered(Says::Numbers(numbers)) => table(props, &newest, numbers, &words),
    };
    let text = NewerMessage::Text {
        own: newest.own.clone().into(),
        version: newest.version.clone().into(),
        model: newest.model_version.clone().into(),
        date: Day::long(date),
    };
    let there = format!("{}?{}", newest.root, link::write(&props.setting, words.language()));
    html! {
        <div class="newer-place">
            <section class="notices" data-newer={newest.version.clone()}>
                <h2>{ words.text(&NewerMessage::Title) }</h2>
                <p>{ words.text(&text) }</p>
                <div aria-live="polite">{ answer }</div>
                <p class="newer-ways">
                    <button type="button" class="tool" disabled={*asked == Asked::Underway} {onclick}>
                        { words.text(&NewerMessage::Compare) }
                    </button>
                    <a href={there}>{ words.text(&NewerMessage::Open) }</a>
                </p>
            </section>
        </div>
    }
}

fn settings(run: &Run, week: usize) -> Settings {
    let scenario = run.scenario();
    let changed = scenario.changed().map(|id| (id.row().key, scenario.get(id))).collect();
    Settings { start: scenario.start().date, week, changed }
}

/// A number that both releases have.
struct Row {
    key: &'static str,
    name: AttrValue,
    unit: Unit,
    here: f64,
    there: f64,
}

/// How a number is written.
#[derive(Clone, Copy)]
enum Unit {
    Index,
    BasisPoints,
    PerCent,
}

impl Unit {
    fn write(self, value: f64, words: &Words) -> AttrValue {
        match self {
            Unit::Index => words.number(value, NumberStyle::plain(1)).into(),
            Unit::BasisPoints => words.text(&ReadoutMessage::BasisPoints { value: Number::signed(value, 1) }),
            Unit::PerCent => words.number(value, NumberStyle::signed_percent(1)).into(),
        }
    }

    fn write_change(self, change: f64, words: &Words) -> AttrValue {
        match self {
            Unit::Index => words.number(change, NumberStyle::signed(1)).into(),
            other => other.write(change, words),
        }
    }
}

fn rows(props: &Props, there: &[(String, f64)], words: &Words) -> Vec<Row> {
    let Ok(document) = RunDocument::new(&props.run, props.setting.week) else { return Vec::new() };
    let readouts = [
        ("level", ReadoutMessage::Level, Unit::Index, document.readouts.level),
        ("index", ReadoutMessage::Index, Unit::Index, document.readouts.index),
        ("spread_bp", ReadoutMessage::Spread, Unit::BasisPoints, document.readouts.spread_bp),
    ];
    let readouts = readouts.map(|(key, name, unit, here)| (key, words.text(&name), unit, here));
    let ducks = Duck::ALL.iter().filter_map(|duck| {
        let moved = document.ducks.get(duck.key())?;
        Some((duck.key(), words.text(&terms::duck(*duck)), Unit::PerCent, moved.change_pct))
    });
    // What the newest release calls otherwise is left out.
    let both = |(key, name, unit, here)| {
        let (_, there) = there.iter().find(|row| row.0 == key)?;
        Some(Row { key, name, unit, here, there: *there })
    };
    readouts.into_iter().chain(ducks).filter_map(both).collect()
}

fn table(props: &Props, newest: &Newest, numbers: &[(String, f64)], words: &Words) -> Html {
    let here = NewerMessage::Here { version: newest.own.clone().into() };
    let there = NewerMessage::There { version: newest.version.clone().into() };
    let rows = rows(props, numbers, words).into_iter().map(|row| {
        html! {
            <tr key={row.key} data-compared={row.key}>
                <th scope="row">{ row.name }</th>
                <td>{ row.unit.write(row.here, words) }</td>
                <td>{ row.unit.write(row.there, words) }</td>
                <td>{ row.unit.write_change(row.there - row.here, words) }</td>
            </tr>
        }
    });
    html! {
        <table class="newer">
            <thead><tr>
                <td></td>
                <th scope="col">{ words.text(&here) }</th>
                <th scope="col">{ words.text(&there) }</th>
                <th scope="col">{ words.text(&NewerMessage::Difference) }</th>
            </tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
