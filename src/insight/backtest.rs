//! The backtest: the model beside the published balance sheets, with a week to look at.

use std::rc::Rc;

use bathtub_engine::{Answer, Course, Paths, Question, Replay};
use bathtub_model::backtest::TableFile;
use bathtub_model::{Duck, Scenario, Unit};
use web_sys::{FileList, HtmlSelectElement};
use yew::prelude::*;

use super::own_tables::{self, Tables};
use crate::charts::{AnyPlot, BacktestPlot, Figure, Measure, day};
use crate::entry::{Entered, Range, range};
use crate::hooks::use_seen;
use crate::locale::charts::ChartMessage;
use crate::locale::insight::InsightMessage;
use crate::locale::{Day, Words, terms, units, use_platform, use_words};
use crate::number::Grid;
use crate::number::NumberStyle;
use crate::platform::{Date, chosen};
use crate::state::Theme;

/// Wednesdays from which it can be begun on the published table: its first, and turning points.
const STARTS: [Date; 8] = [
    Date::new(2015, 1, 7).unwrap(),
    Date::new(2017, 10, 4).unwrap(),
    Date::new(2019, 7, 31).unwrap(),
    Date::new(2020, 12, 30).unwrap(),
    Date::new(2021, 12, 29).unwrap(),
    Date::new(2022, 12, 28).unwrap(),
    Date::new(2024, 1, 3).unwrap(),
    Date::new(2025, 7, 30).unwrap(),
];

/// Where it begins unless something else is chosen.
const FIRST: usize = 6;

/// What can be changed of history, as the model reads it, with its name.
const CHANGES: [(&str, InsightMessage); 4] = [
    ("", InsightMessage::ChangeNone),
    ("tga=0", InsightMessage::ChangeTga),
    ("runoff=0", InsightMessage::ChangeStill),
    ("runoff=60", InsightMessage::ChangeRunoff),
];

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Its coefficients are taken, its levers are not.
    pub scenario: Scenario,
    pub theme: Theme,
}

const fn title(measure: Measure) -> InsightMessage {
    match measure {
        Measure::Reserves => InsightMessage::BacktestReserves,
        Measure::OnRrp => InsightMessage::BacktestOnRrp,
        Measure::Spread => InsightMessage::BacktestSpread,
    }
}

/// Tables and engine are fetched for those who look.
#[component]
pub fn Backtest(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let node = use_node_ref();
    let open = use_seen(&node);
    let from = use_state_eq(|| FIRST);
    let change = use_state_eq(|| 0_usize);
    let week = use_state_eq(|| 0_usize);
    let found = use_state(|| None::<Rc<Replay>>);
    let missing = use_state_eq(|| false);
    let tables = use_state_eq(Tables::default);
    let starts = tables.starts().unwrap_or_else(|| STARTS.to_vec());
    // The first week of tables that nobody has read yet is not known, and is asked for without a day.
    let first = tables.are_new() || tables.asked().is_some() && *from == 0;
    let begin = starts.get(*from).filter(|_| !first).map(Date::to_string).unwrap_or_default();
    let question = Question::backtest(&props.scenario, &begin, CHANGES[*change].0);
    {
        let (found, week, missing) = (found.setter(), week.setter(), missing.setter());
        let (tables, from, platform) = (tables.clone(), from.setter(), platform.clone());
        use_effect_with((question, tables.asked().cloned(), open), move |(question, own, open)| {
            if *open {
                let answered = move |answer: Option<Answer>| {
                    missing.set(answer.is_none());
                    match answer {
                        Some(Answer::Backtest(replay)) => {
                            if tables.are_new() {
                                tables.set(tables.accepted(replay.table));
                                from.set(0);
                            }
                            // The last week: where the run of misses has led.
                            week.set(replay.days.len().saturating_sub(1));
                            found.set(Some(Rc::new(*replay)));
                        }
                        Some(Answer::Refused(reason)) => tables.set(tables.refused(reason)),
                        _ => {}
                    }
                };
                let own = own.as_ref().map(|files| files.to_vec()).unwrap_or_default();
                platform.ask(Question { own, ..question.clone() }, Callback::from(answered));
            }
        });
    }
    let given = {
        let tables = tables.clone();
        Callback::from(move |files: Option<FileList>| {
            let tables = tables.clone();
            let read = move |files: Vec<TableFile>| {
                if !files.is_empty() {
                    tables.set(tables.with(files));
                }
            };
            if let Some(files) = files {
                platform.read(chosen(&files), Callback::from(read));
            }
        })
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let ondrop = {
        let given = given.clone();
        Callback::from(move |event: DragEvent| {
            // Else the browser would leave the page for the file.
            event.prevent_default();
            given.emit(event.data_transfer().and_then(|dropped| dropped.files()));
        })
    };
    let body = {
        let choose = {
            let (tables, from) = (tables.clone(), from.setter());
            chooser(starts.len(), move |start| {
                tables.set(tables.without_refusal());
                from.set(start);
            })
        };
        let choose_change = {
            let change = change.setter();
            chooser(CHANGES.len(), move |chosen| change.set(chosen))
        };
        let back = {
            let (tables, from) = (tables.setter(), from.setter());
            Callback::from(move |_: MouseEvent| {
                tables.set(Tables::default());
                from.set(FIRST);
            })
        };
        let changes = CHANGES.iter().enumerate().map(|(i, (key, name))| {
            html! { <option key={*key} selected={i == *change}>{ words.text(name) }</option> }
        });
        let options = starts.iter().enumerate().map(|(i, date)| {
            let text = words.text(&ChartMessage::CellDate { date: Day::long(*date) });
            html! { <option key={date.days()} selected={i == *from}>{ text }</option> }
        });
        let shown = found.as_ref().map(|replay| {
            let last = Grid::count(replay.days.len().saturating_sub(1));
            let set = week.setter();
            let week = (*week).min(last.max as usize);
            let date = words.text(&ChartMessage::CellDate { date: Day::long(day(replay, week)) });
            let control = Range {
                id: "backtest-week".into(),
                grid: last,
                value: week as f64,
                text: date.clone(),
                described_by: None,
                entered: Callback::from(move |entered| match entered {
                    Entered::Drag(week) | Entered::Set(week) => set.set(week as usize),
                    Entered::Step(weeks) => set.set(last.stepped(week as f64, weeks) as usize),
                    Entered::Rest => {}
                }),
            };
            html! {
                <>
                    <div class="scrubber">
                        <label for="backtest-week">{ words.text(&InsightMessage::BacktestWeek) }</label>
                        <output for="backtest-week" aria-live="off">{ date.clone() }</output>
                        { range(control, &|value| value.to_string()) }
                    </div>
                    { misses(replay, week, &words) }
                    { changed(replay, week, &words) }
                    <div class="charts">
                        { for Measure::ALL.into_iter().map(|measure| chart(measure, replay, week, props.theme, &words)) }
                    </div>
                    <p>{ words.text(&InsightMessage::BacktestRules) }</p>
                    <p>{ words.text(&InsightMessage::BacktestLoses) }</p>
                </>
            }
        });
        html! {
            <>
                <p>{ words.text(&InsightMessage::BacktestNote) }</p>
                <div class="question">
                    <label for="backtest-from">{ words.text(&InsightMessage::BacktestFrom) }</label>
                    <select id="backtest-from" autocomplete="off" onchange={choose}>{ for options }</select>
                    <label for="backtest-change">{ words.text(&InsightMessage::BacktestChange) }</label>
                    <select id="backtest-change" autocomplete="off" onchange={choose_change}>{ for changes }</select>
                </div>
                { own_tables::chooser(&tables, given, back, &words) }
                <div role="status">{ for missing.then(|| super::missing(&words)) }</div>
                <div>{ for shown }</div>
            </>
        }
    };
    html! {
        <div ref={node} class="reason backtest">
            <h3>{ words.text(&InsightMessage::BacktestTitle) }</h3>
            <div {ondragover} {ondrop}>{ body }</div>
        </div>
    }
}

/// Hears which of so many options of a list is chosen.
fn chooser(options: usize, chosen: impl Fn(usize) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        chosen(usize::try_from(index).unwrap_or(0).min(options - 1));
    })
}

/// The week's spread, level and ducks with one thing changed, where that was asked for.
fn changed(replay: &Replay, week: usize, words: &Words) -> Html {
    let Some(changed) = &replay.changed else { return html! {} };
    let as_published = &replay.as_published;
    let row = |name: AttrValue, of: &dyn Fn(&Paths) -> Option<f64>, style: NumberStyle| {
        let [with, without] = [changed, as_published].map(|paths| of(paths).unwrap_or(f64::NAN));
        html! {
            <tr key={name.to_string()}>
                <th scope="row">{ name }</th>
                <td>{ words.number(with, style) }</td>
                <td>{ words.number(without, style) }</td>
                <td>{ words.number(with - without, NumberStyle { signed: true, ..style }) }</td>
            </tr>
        }
    };
    let spread = units::labelled(words, words.text(&title(Measure::Spread)), Unit::BasisPoints);
    let level = words.text(&InsightMessage::RowLevel);
    let rows = [
        row(spread, &|paths| paths.spread.get(week).copied(), NumberStyle::signed(1)),
        row(level, &|paths| paths.level.get(week).copied(), NumberStyle::plain(2)),
    ];
    let ducks = Duck::ALL.into_iter().map(|duck| {
        let name = units::labelled(words, words.text(&terms::duck(duck)), Unit::Percent);
        row(name, &|paths| paths.duck(duck, week), NumberStyle::signed(1))
    });
    let head = [
        words.text(&InsightMessage::ColumnChanged),
        words.text(&InsightMessage::ColumnAsPublished),
        words.text(&InsightMessage::ColumnApart),
    ];
    html! {
        <>
            <p>{ words.text(&InsightMessage::ChangeNote) }</p>
            <div class="wide-table" tabindex="0" role="group" aria-label={words.text(&InsightMessage::ColumnChanged)}>
                <table class="books" data-changed="">
                    <thead><tr><td></td>{ for head.into_iter().enumerate().map(|(i, text)| html! { <th key={i} scope="col">{ text }</th> }) }</tr></thead>
                    <tbody>{ for rows.into_iter().chain(ducks) }</tbody>
                </table>
            </div>
        </>
    }
}

/// The week's numbers, and how far the whole course is off, beside the simplest forecasts.
fn misses(replay: &Replay, week: usize, words: &Words) -> Html {
    let rows = Measure::ALL.into_iter().map(|measure| {
        let Course { model, actual, error, no_change, simple } = measure.course(replay);
        let style = measure.style();
        let number = |value: Option<f64>| words.number(value.unwrap_or(f64::NAN), style);
        let (model, actual) = (model.get(week).copied(), actual.get(week).copied());
        let miss = model.zip(actual).map_or(f64::NAN, |(model, actual)| model - actual);
        html! {
            <tr key={measure as usize}>
                <th scope="row">{ units::labelled(words, words.text(&title(measure)), measure.unit()) }</th>
                <td>{ number(model) }</td>
                <td>{ number(actual) }</td>
                <td>{ words.number(miss, NumberStyle { signed: true, ..style }) }</td>
                <td>{ number(*error) }</td>
                <td>{ number(*no_change) }</td>
                <td>{ number(*simple) }</td>
            </tr>
        }
    });
    let head = [
        words.text(&ChartMessage::ColumnModel),
        words.text(&ChartMessage::ColumnPublished),
        words.text(&ChartMessage::ColumnMiss),
        words.text(&InsightMessage::BacktestError),
        words.text(&InsightMessage::BacktestNoChange),
        words.text(&InsightMessage::BacktestSimple),
    ];
    html! {
        <div class="wide-table" tabindex="0" role="group" aria-label={words.text(&InsightMessage::BacktestTitle)}>
            <table class="books" data-backtest="">
                <thead><tr><td></td>{ for head.into_iter().enumerate().map(|(i, text)| html! { <th key={i} scope="col">{ text }</th> }) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn chart(measure: Measure, replay: &Rc<Replay>, week: usize, theme: Theme, words: &Words) -> Html {
    let id = match measure {
        Measure::Reserves => "chart-backtest-reserves",
        Measure::OnRrp => "chart-backtest-on-rrp",
        Measure::Spread => "chart-backtest-spread",
    };
    let plot = AnyPlot::new(BacktestPlot::new(measure, replay, week, words));
    html! { <Figure key={id} {id} title={words.text(&title(measure))} {plot} {theme} prerender={false} /> }
}
