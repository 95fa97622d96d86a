//! Moves as sums: the level's by channel, and each duck's.

use bathtub_model::{Channel, Duck, LevelChannel, Run, Scenario, level_channels, simulate};
use yew::prelude::*;

use super::Insight;
use super::card::bar;
use crate::hooks::{Shared, use_in_sight, use_settled};
use crate::locale::insight::InsightMessage;
use crate::locale::{Words, terms, use_words};
use crate::number::NumberStyle;

/// Parts smaller than this are written as zeros, and left out where there is no room for them.
const NOTHING: f64 = 0.005;

const fn level_channel(channel: LevelChannel) -> InsightMessage {
    match channel {
        LevelChannel::AiFunding => InsightMessage::LevelCapex,
        LevelChannel::Income => InsightMessage::LevelIncome,
        LevelChannel::Fed => InsightMessage::LevelFed,
        LevelChannel::Treasury => InsightMessage::LevelTreasury,
        LevelChannel::Rates => InsightMessage::LevelRates,
        LevelChannel::Deficit => InsightMessage::LevelDeficit,
        LevelChannel::Crisis => InsightMessage::LevelCrisis,
        LevelChannel::Stress => InsightMessage::LevelStress,
        LevelChannel::Width => InsightMessage::LevelWidth,
        LevelChannel::Reversion => InsightMessage::LevelReversion,
    }
}

const fn channel(channel: Channel) -> InsightMessage {
    match channel {
        Channel::Discount => InsightMessage::Discount,
        Channel::Liquidity => InsightMessage::Liquidity,
        Channel::Credit => InsightMessage::Credit,
        Channel::Earnings => InsightMessage::Earnings,
        Channel::ForcedSales => InsightMessage::ForcedSales,
        Channel::Spiral => InsightMessage::Spiral,
    }
}

/// A part in hundredths; one that is written as zero has no sign.
fn points(words: &Words, part: f64) -> String {
    let style = if part.abs() < NOTHING { NumberStyle::plain(2) } else { NumberStyle::signed(2) };
    words.number(if part.abs() < NOTHING { 0.0 } else { part }, style)
}

/// What moved the level against the untouched start, channel by channel, the largest first.
pub fn level(insight: &Insight, words: &Words) -> Html {
    let untouched = simulate(&Scenario::new(insight.run.scenario().start()));
    let Ok(parts) = level_channels(&insight.run, &untouched, insight.week) else { return html! {} };
    let mut parts: Vec<_> = LevelChannel::ALL.into_iter().zip(parts).collect();
    parts.retain(|(_, part)| part.abs() >= NOTHING);
    parts.sort_by(|(_, a), (_, b)| b.abs().total_cmp(&a.abs()));
    let largest = parts.first().map_or(0.0, |(_, part)| part.abs());
    let rows = parts.iter().map(|(channel, part)| {
        html! {
            <tr key={channel.key()} data-channel={channel.key()}>
                <th scope="row">{ words.text(&level_channel(*channel)) }</th>
                <td class="bar-cell">{ bar(*part, largest) }</td>
                <td>{ points(words, *part) }</td>
            </tr>
        }
    });
    html! {
        <>
            <p>{ words.text(&InsightMessage::ByChannel) }</p>
            <table class="shares">
                <thead><tr>
                    <th scope="col">{ words.text(&InsightMessage::ChannelHead) }</th>
                    <td></td>
                    <th scope="col">{ words.text(&InsightMessage::PartLevel) }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </>
    }
}

/// A duck's move as a sum, for its card: channels that moved it, and their sum.
pub fn duck(run: &Run, week: usize, duck: Duck, words: &Words) -> Html {
    let Ok(moved) = run.duck(duck, week) else { return html! {} };
    let parts = Channel::ALL.into_iter().zip(moved.points()).filter(|(_, part)| part.abs() >= NOTHING);
    let rows = parts.map(|(part, value)| {
        html! {
            <tr key={part.key()}>
                <th scope="row">{ words.text(&channel(part)) }</th>
                <td>{ points(words, value) }</td>
            </tr>
        }
    });
    html! {
        <table class="sum">
            <tbody>{ for rows }</tbody>
            <tfoot><tr>
                <th scope="row">{ words.text(&InsightMessage::DuckSum) }</th>
                <td>{ points(words, moved.change_pct) }</td>
            </tr></tfoot>
        </table>
    }
}

#[derive(Properties, PartialEq)]
pub struct DucksProps {
    pub run: Shared<Run>,
    pub week: usize,
    /// Whether the run is one of a drag: the table follows when it has ended.
    pub dragging: bool,
    /// Whether it is drawn beforehand, for all to read.
    pub prerender: bool,
}

/// Every duck's move as a sum.
#[component]
pub fn Ducks(props: &DucksProps) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let fresh = (use_in_sight(&node) || props.prerender) && !props.dragging;
    let table = use_settled(fresh, || table(props, &words));
    html! {
        <div ref={node} class="reason" data-fold="ducks">
            <h3>{ words.text(&InsightMessage::DucksTitle) }</h3>
            { (*table).clone() }
        </div>
    }
}

fn table(props: &DucksProps, words: &Words) -> Html {
    let head = Channel::ALL.into_iter().map(|part| {
        html! { <th key={part.key()} scope="col">{ words.text(&channel(part)) }</th> }
    });
    let rows = Duck::ALL.into_iter().filter_map(|duck| {
        let moved = props.run.duck(duck, props.week).ok()?;
        let cells = Channel::ALL.into_iter().zip(moved.points()).map(|(part, value)| {
            html! { <td key={part.key()}>{ points(words, value) }</td> }
        });
        Some(html! {
            <tr key={duck.key()}>
                <th scope="row">{ words.text(&terms::duck(duck)) }</th>
                { for cells }
                <td class="total">{ points(words, moved.change_pct) }</td>
            </tr>
        })
    });
    html! {
        <>
            <p>{ words.text(&InsightMessage::DucksNote) }</p>
            <div class="wide-table" tabindex="0" role="group" aria-label={words.text(&InsightMessage::DucksTitle)}>
                <table class="books">
                    <thead><tr>
                        <th scope="col">{ words.text(&InsightMessage::DuckHead) }</th>
                        { for head }
                        <th scope="col">{ words.text(&InsightMessage::DuckSum) }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
        </>
    }
}
