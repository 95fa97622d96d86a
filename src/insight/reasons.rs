//! Cards of the findings.

use bathtub_model::Series;
use bathtub_model::analysis::TARGETS;
use bathtub_model::attribution::Player;
use bathtub_model::ensemble::REFINEMENTS;
use yew::prelude::*;

use super::card::{bar, card, range_bar};
use super::{Insight, sums};
use crate::charts::{AnyPlot, Figure, Trend};
use crate::locale::charts::ChartMessage;
use crate::locale::insight::InsightMessage;
use crate::locale::{Number, Words, terms, units};
use crate::number::NumberStyle;
use crate::state::Theme;

fn money(words: &Words, bn: f64) -> AttrValue {
    units::amount(words, bn, 0)
}

/// What moved level and index, lever by lever.
pub fn attribution(insight: &Insight, words: &Words) -> Html {
    let found = insight.findings.attribution.as_ref();
    let body = found.map(|found| {
        if found.shares.is_empty() {
            return html! { <p>{ words.text(&InsightMessage::NothingMoved) }</p> };
        }
        let largest = found.shares.first().map_or(0.0, |share| share.parts[0].abs());
        let rows = found.shares.iter().map(|share| {
            let name = match &share.player {
                Player::Parameter(id) => words.label(id.row()),
                Player::Group(group) => words.text(&terms::group(*group)),
                Player::Assumptions => words.text(&InsightMessage::AssumptionsPlayer),
            };
            html! {
                <tr key={name.to_string()}>
                    <th scope="row">{ name }</th>
                    <td class="bar-cell">{ bar(share.parts[0], largest) }</td>
                    <td>{ words.number(share.parts[0], NumberStyle::signed(2)) }</td>
                    <td>{ words.number(share.parts[1], NumberStyle::signed(2)) }</td>
                </tr>
            }
        });
        debug_assert_eq!(TARGETS, [Series::Level, Series::Index]);
        let moved = InsightMessage::Moved {
            level: Number::signed(found.total[0], 2),
            index: Number::signed(found.total[1], 2),
        };
        html! {
            <>
                <p>{ words.text(&moved) }</p>
                <table class="shares">
                    <thead><tr>
                        <th scope="col">{ words.text(&InsightMessage::LeverHead) }</th>
                        <td></td>
                        <th scope="col">{ words.text(&InsightMessage::PartLevel) }</th>
                        <th scope="col">{ words.text(&InsightMessage::PartIndex) }</th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
                { sums::level(insight, words) }
            </>
        }
    });
    card(words.text(&crate::locale::readouts::ReadoutMessage::Level), body, words)
}

/// The next $100bn, and the tank at which its sign changes.
pub fn marginal(insight: &Insight, words: &Words) -> Html {
    let here = insight.run.scenario().get(bathtub_model::ParameterId::Dry);
    let body = insight.findings.marginal.map(|found| {
        let next = InsightMessage::Next {
            year: Number::signed(found.level_52, 2),
            two: Number::signed(found.level_104, 2),
        };
        let sign = found.sign_change_dry.map_or(InsightMessage::SignNever, |tank| InsightMessage::SignAt {
            tank: money(words, tank),
            here: money(words, here),
        });
        html! { <><p>{ words.text(&next) }</p><p>{ words.text(&sign) }</p></> }
    });
    card(words.text(&InsightMessage::NextTitle), body, words)
}

/// The move in runoff and in hikes.
pub fn equivalents(insight: &Insight, words: &Words) -> Html {
    let body = insight.findings.equivalents.map(|found| {
        let hikes = |value: Option<f64>, up: fn(Number) -> InsightMessage, down: fn(Number) -> InsightMessage| {
            value.map(|v| words.text(&if v < 0.0 { down(Number::plain(-v, 1)) } else { up(Number::plain(v, 1)) }))
        };
        let runoff = found.runoff_bn.map(|bn| {
            let amount = money(words, bn.abs());
            words.text(&if bn < 0.0 { InsightMessage::SamePurchases { money: amount } } else { InsightMessage::SameRunoff { money: amount } })
        });
        let lines: Vec<AttrValue> = [
            runoff,
            hikes(found.hikes, |hikes| InsightMessage::SameHikes { hikes }, |cuts| InsightMessage::SameCuts { cuts }),
            hikes(found.hikes_sp500, |hikes| InsightMessage::SameHikesStocks { hikes }, |cuts| InsightMessage::SameCutsStocks { cuts }),
        ]
        .into_iter()
        .flatten()
        .collect();
        if lines.is_empty() {
            return html! { <p>{ words.text(&InsightMessage::SameNothing) }</p> };
        }
        html! { <ul>{ for lines.into_iter().map(|line| html! { <li key={line.to_string()}>{ line }</li> }) }</ul> }
    });
    card(words.text(&InsightMessage::SameTitle), body, words)
}

/// The band, and which assumptions it hangs on.
pub fn certainty(insight: &Insight, theme: Theme, words: &Words) -> Html {
    let findings = &insight.findings;
    let band = findings.bands.iter().find(|(series, _)| *series == Series::Level);
    let body = band.and_then(|(_, weeks)| Some((weeks, weeks.get(insight.week)?))).map(|(weeks, band)| {
        let bands = [weeks.clone(), findings.tank_band.clone()];
        let tank = findings.tank_band.get(insight.week).unwrap_or(band);
        let level = Trend::banded(&insight.run, insight.week, bands, words);
        let figure = html! {
            <Figure id="chart-band" title={words.text(&ChartMessage::Band)} plot={AnyPlot::new(level)} {theme} prerender={false} />
        };
        let text = InsightMessage::Band {
            low: Number::plain(band[0], 1),
            middle: Number::plain(band[2], 1),
            high: Number::plain(band[4], 1),
            tank_low: Number::plain(tank[0], 1),
            tank_high: Number::plain(tank[4], 1),
        };
        let refining = (findings.draws < REFINEMENTS[2]).then(|| {
            let draws = Number::count(findings.draws);
            html! { <p class="quiet">{ words.text(&InsightMessage::Refining { draws }) }</p> }
        });
        html! {
            <>
                <p>{ words.text(&text) }</p>
                <div>{ for refining }</div>
                { figure }
                { tornado(insight, words) }
            </>
        }
    });
    card(words.text(&InsightMessage::BandTitle), body, words)
}

/// Assumptions that the tornado shows.
const TORNADO: usize = 8;

/// Which assumptions the level hangs on: a bar for each, the widest first.
fn tornado(insight: &Insight, words: &Words) -> Html {
    let Ok(middle) = insight.run.at(insight.week).map(|row| row[Series::Level]) else { return html! {} };
    let swings: Vec<_> = insight.findings.tornado.iter().flatten().take(TORNADO).collect();
    let ends = swings.iter().flat_map(|swing| [swing.low, swing.high]);
    let scale = ends.fold([middle; 2], |[low, high], end| [low.min(end), high.max(end)]);
    let rows = swings.iter().map(|swing| {
        let row = swing.id.row();
        html! {
            <tr key={row.key} data-swing={row.key}>
                <th scope="row">{ words.label(row) }</th>
                <td class="bar-cell">{ range_bar([swing.low, swing.high], middle, scale) }</td>
                <td>{ words.number(swing.low, NumberStyle::plain(2)) }</td>
                <td>{ words.number(swing.high, NumberStyle::plain(2)) }</td>
            </tr>
        }
    });
    html! {
        <>
            <h4>{ words.text(&InsightMessage::TornadoTitle) }</h4>
            <p class="quiet">{ words.text(&InsightMessage::TornadoNote) }</p>
            <table class="shares">
                <thead>
                    <tr>
                        <td></td>
                        <td></td>
                        <th scope="col">{ words.text(&InsightMessage::TornadoLow) }</th>
                        <th scope="col">{ words.text(&InsightMessage::TornadoHigh) }</th>
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </>
    }
}

/// Forced sales and the spiral's gain.
pub fn sold(insight: &Insight, words: &Words) -> Html {
    let (Ok(sales), Ok(row)) = (insight.run.sales(insight.week), insight.run.at(insight.week)) else {
        return html! {};
    };
    let lines: Vec<AttrValue> = [
        (words.text(&terms::duck(bathtub_model::Duck::Bitcoin)), sales.bitcoin),
        (words.text(&terms::duck(bathtub_model::Duck::Saas)), sales.software),
        (words.text(&InsightMessage::SoldBroad), sales.broad),
        (words.text(&terms::duck(bathtub_model::Duck::Momentum)), sales.momentum),
        (words.text(&InsightMessage::SoldMargin), sales.margin),
    ]
    .into_iter()
    .filter(|(_, bn)| *bn >= 0.5)
    .map(|(name, bn)| words.text(&InsightMessage::Sold { name, money: money(words, bn) }))
    .collect();
    let gain = row[Series::SpiralGain];
    let number = Number::plain(gain, 2);
    let gain = if gain < 1.0 {
        InsightMessage::GainCalm { gain: number }
    } else {
        InsightMessage::GainRunaway { gain: number }
    };
    let list = if lines.is_empty() {
        html! { <p>{ words.text(&InsightMessage::SoldNothing) }</p> }
    } else {
        html! { <ul>{ for lines.into_iter().map(|line| html! { <li key={line.to_string()}>{ line }</li> }) }</ul> }
    };
    let body = html! { <>{ list }<p>{ words.text(&gain) }</p></> };
    card(words.text(&InsightMessage::SoldTitle), Some(body), words)
}
