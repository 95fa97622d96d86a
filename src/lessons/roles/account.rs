//! Who did what to the water, and whose ducks sank.

use std::rc::Rc;

use bathtub_lessons::game::{Account, Game, Played};
use bathtub_lessons::role::Role;
use bathtub_model::rounds::{ROUND_WEEKS, ROUNDS};
use bathtub_model::{Duck, Preset, Series};
use yew::prelude::*;

use crate::hooks::Shared;
use crate::lessons::chart::{Frame, HEIGHT, round_values, use_width};
use crate::lessons::course::levers;
use crate::locale::lessons::LessonMessage;
use crate::locale::notices::start_date;
use crate::locale::readouts::ReadoutMessage;
use crate::locale::roles::{Most, RoleMessage, name};
use crate::locale::{Number, Words, terms, use_words};
use crate::number::{NumberStyle, decimal};
use crate::svg::{px, short};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub game: Rc<Game>,
    pub played: Shared<Played>,
    /// The end of a quarter that is looked at; 0 is the start.
    pub end: usize,
    /// Looks at another.
    pub look: Callback<usize>,
}

/// How the quarter went that is looked at.
#[component]
pub fn Accounts(props: &Props) -> Html {
    let words = use_words();
    let Props { game, played, end, look } = props;
    let ends = (0..=played.ended()).map(|at| {
        let text = match at {
            0 => RoleMessage::AtStart,
            at => RoleMessage::AfterQuarter { quarter: Number::count(at) },
        };
        html! {
            <button key={at} type="button" class="tab" data-look={at.to_string()} aria-current={(at == *end).then_some("true")}
                onclick={look.reform(move |_: MouseEvent| at)}>{ words.text(&text) }</button>
        }
    });
    let told = (*end > 0).then(|| {
        let (quarter, whole) = (played.accounts(end - 1, *end), played.accounts(0, *end));
        html! {
            <>
                <h4>{ words.text(&RoleMessage::InQuarter { quarter: Number::count(*end) }) }</h4>
                { sentences(game, *end, &quarter, &words) }
                { table(&quarter, &words.text(&RoleMessage::InQuarter { quarter: Number::count(*end) }), "quarter", &words) }
                <details key={end.to_string()} open={*end == ROUNDS}>
                    <summary>{ words.text(&RoleMessage::SinceStart) }</summary>
                    { table(&whole, &words.text(&RoleMessage::SinceStart), "whole", &words) }
                </details>
                <details>
                    <summary>{ words.text(&RoleMessage::Reckoned) }</summary>
                    <p>{ words.text(&RoleMessage::Explained) }</p>
                </details>
            </>
        }
    });
    let story = (*end == 0).then(|| story(game, &words));
    html! {
        <>
            <h3 class="roles-told" tabindex="-1">{ words.text(&RoleMessage::Accounts) }</h3>
            <div class="roles-tabs" role="group" aria-label={words.text(&RoleMessage::LookBack)}>{ for ends }</div>
            <div class="roles-accounts" aria-live="polite">{ for told.or(story) }</div>
            <Levels played={played.clone()} />
        </>
    }
}

/// What the game begins with, and what happens in it by itself.
pub fn story(game: &Game, words: &Words) -> Html {
    match Preset::from_key(game.begin()) {
        Some(preset) => html! {
            <p data-story=""><strong>{ words.preset(preset, "title") }</strong>{ ". " }{ words.preset(preset, "look") }</p>
        },
        None => html! { <p data-story=""><strong>{ start_date(words, game.begin()) }</strong></p> },
    }
}

/// Decimals in which a quantity is written.
const fn decimals(of: Series) -> u8 {
    if matches!(of, Series::Level) { 2 } else { 1 }
}

/// Half of the last place that is written.
fn shown(of: Series) -> f64 {
    if decimals(of) == 2 { 0.005 } else { 0.05 }
}

fn signed(of: Series, value: f64) -> Number {
    Number::signed(value, decimals(of))
}

fn duck_of(series: Series) -> Option<Duck> {
    Duck::ALL.into_iter().find(|duck| duck.series() == series)
}

fn name_of(series: Series, words: &Words) -> AttrValue {
    match duck_of(series) {
        Some(duck) => words.text(&terms::duck(duck)),
        None if series == Series::Level => words.text(&RoleMessage::Water),
        None => words.text(&ReadoutMessage::Spread),
    }
}

/// A sentence on the water, and one on what each role minds.
fn sentences(game: &Game, end: usize, quarter: &[Account], words: &Words) -> Html {
    let sentence = |now: &Account| {
        let of = now.of;
        let most = Most { by: now.most(shown(of)), decimals: decimals(of) };
        let change = signed(of, now.to - now.from);
        words.text(&match of {
            Series::Level => RoleMessage::WaterMoved {
                from: Number::plain(now.from, decimals(of)),
                to: Number::plain(now.to, decimals(of)),
                most,
            },
            Series::Spread => {
                RoleMessage::SpreadMoved { from: signed(of, now.from), to: signed(of, now.to), most }
            }
            _ => RoleMessage::DuckMoved { name: name_of(of, words), change, most },
        })
    };
    let said = |of: &Series| quarter.iter().find(|account| account.of == *of).map(sentence);
    let decided = game.decided(end);
    let roles = Role::ALL.map(|role| {
        let decided = decided.iter().find(|(one, _)| *one == role).map(|(_, set)| {
            let set = levers(set.iter().copied(), words);
            html! { <span class="roles-decided">{ words.text(&RoleMessage::Decided { levers: set.into() }) }</span> }
        });
        let minded = role.minds().iter().filter_map(said).map(|text| html! { <span>{ text }{ " " }</span> });
        html! { <li key={role.key()} data-minds={role.key()}><strong>{ words.text(&name(role)) }</strong><span>{ for decided.into_iter().chain(minded) }</span></li> }
    });
    html! {
        <>
            <p class="roles-water" data-water=""><strong>{ for said(&Series::Level) }</strong></p>
            <ul class="roles-minds">{ for roles }</ul>
        </>
    }
}

/// What each role did to each quantity, in a table whose rows add up.
fn table(accounts: &[Account], caption: &AttrValue, key: &'static str, words: &Words) -> Html {
    let heads = Role::ALL.map(|role| words.text(&name(role)));
    let heads =
        heads.into_iter().chain([RoleMessage::Nobody, RoleMessage::Change].map(|head| words.text(&head)));
    let heads = heads.map(|head| html! { <th scope="col">{ head }</th> });
    let heads = [html! { <td></td> }].into_iter().chain(heads);
    let rows = accounts.iter().map(|account| {
        let of = account.of;
        let change = account.to - account.from;
        let cells = account.roles.into_iter().chain([account.nobody, change]).map(|value| {
            let class = (value.abs() < shown(of)).then_some("quiet");
            html! { <td {class} data-value={decimal(value)}>{ words.number(value, signed(of, value).style) }</td> }
        });
        html! {
            <tr key={of.row().key} data-of={of.row().key}>
                <th scope="row">{ name_of(of, words) }</th>
                { for cells }
            </tr>
        }
    });
    html! {
        <div class="roles-table" tabindex="0" role="region" aria-label={caption.clone()}>
            <table class="class-table" data-accounts={key}>
                <caption>{ caption.clone() }</caption>
                <thead><tr>{ for heads }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LevelsProps {
    played: Shared<Played>,
}

/// The level with all decisions, and without any.
#[component]
fn Levels(props: &LevelsProps) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let width = use_width(&node);
    let played = &props.played;
    let last = played.ended() * ROUND_WEEKS;
    let level = |run: &bathtub_model::Run| -> Vec<f64> {
        run.rows()[..=last].iter().map(|row| row[Series::Level]).collect()
    };
    let (all, nobody) = (level(played.run()), level(played.nobody()));
    let both = || all.iter().chain(&nobody).copied();
    // A point above and below: a flat line looks flat.
    let scale = (both().fold(100.0, f64::min) - 1.0, both().fold(100.0, f64::max) + 1.0);
    let frame = Frame { width, time: (0.0, last as f64), scale };
    let number = |value: f64| AttrValue::from(words.number(value, NumberStyle::plain(0)));
    let values = round_values(scale).into_iter().filter(|value| (value - value.round()).abs() < 1e-6);
    let across: Vec<_> = values.map(|value| (value, number(value))).collect();
    let ends: Vec<_> = (0..=played.ended()).map(|end| (end * ROUND_WEEKS) as f64).collect();
    let below: Vec<_> = ends.iter().map(|week| (*week, number(*week))).collect();
    let line =
        |values: &[f64]| frame.line(values.iter().enumerate().map(|(week, value)| (week as f64, *value)));
    let upright = ends.iter().map(|week| {
        let x = px(frame.x(*week));
        html! { <line class="lesson-grid" x1={x.clone()} x2={x} y1={px(frame.y(scale.1))} y2={px(frame.y(scale.0))} /> }
    });
    let [water, with, without] = [RoleMessage::Water, RoleMessage::LineAll, RoleMessage::LineNobody];
    html! {
        <div class="lesson-chart" ref={node}>
            <svg width={px(width)} height={px(HEIGHT)} viewBox={format!("0 0 {} {}", short(width), short(HEIGHT))} role="img" aria-label={words.text(&water)}>
                { frame.axes(&across, &below) }
                <g>{ for upright }</g>
                <path class="class-middle" d={line(&nobody)} />
                <path class="lesson-truth" d={line(&all)} />
            </svg>
            <p class="lesson-legend">
                <span>{ words.text(&water) }</span>
                <span class="lesson-key is-truth">{ words.text(&with) }</span>
                <span class="lesson-key is-middle">{ words.text(&without) }</span>
                <span>{ words.text(&LessonMessage::AcrossWeeks) }</span>
            </p>
        </div>
    }
}
