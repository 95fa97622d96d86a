//! The four numbers. `data-value` carries the model's own, for tests and host pages.

use bathtub_model::{Run, Stage};
use yew::prelude::*;

use crate::hooks::Shared;
use crate::locale::readouts::ReadoutMessage;
use crate::locale::{Number, Words, terms, use_platform, use_words};
use crate::number::SHOWN;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub run: Shared<Run>,
    /// The same start with nothing changed.
    pub baseline: Shared<Run>,
    pub week: usize,
    /// Whether the other run is one that was pinned.
    pub pinned: bool,
    /// The name of a read-out, by its key: here with the way to what it means.
    pub named: Named,
}

/// Draws the name of a read-out, by its key.
#[derive(Clone, Copy)]
pub struct Named(pub fn(&str, AttrValue, &Words) -> Html);

impl PartialEq for Named {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

/// One number with its name and what it is set against.
struct Row {
    key: &'static str,
    name: ReadoutMessage,
    /// What the name means, where it is no plain word.
    gloss: Option<ReadoutMessage>,
    value: f64,
    text: AttrValue,
    note: AttrValue,
    class: Option<&'static str>,
}

#[component]
pub fn Readouts(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let rows = rows(props, &words).into_iter().map(|row| {
        let id = AttrValue::from(format!("readout-{}", row.key));
        html! {
            <div key={row.key} class={classes!("readout", row.class)}>
                <span class="readout-name" id={id.clone()}>{ (props.named.0)(row.key, words.text(&row.name), &words) }</span>
                <output
                    class="readout-value"
                    aria-live="off"
                    aria-labelledby={id}
                    data-readout={row.key}
                    data-value={platform.exact(row.value)}
                >
                    { row.text }
                </output>
                { for row.gloss.map(|gloss| html! { <span class="readout-gloss">{ words.text(&gloss) }</span> }) }
                <span class="readout-note">{ row.note }</span>
            </div>
        }
    });
    html! {
        <section class="readouts" aria-label={words.text(&ReadoutMessage::Title)}>
            { for rows }
        </section>
    }
}

fn rows(props: &Props, words: &Words) -> Vec<Row> {
    let (Ok(now), Ok(before)) = (props.run.readouts(props.week), props.baseline.readouts(props.week)) else {
        return Vec::new();
    };
    let against = |change: f64, message: fn(Number) -> ReadoutMessage| {
        // A change that is written as zero is none.
        let message = match (change.abs() < SHOWN, props.pinned) {
            (true, false) => ReadoutMessage::Same,
            (true, true) => ReadoutMessage::SameAsPin,
            (false, _) => message(Number::signed(change, 1)),
        };
        words.text(&message)
    };
    let index = |value| words.text(&ReadoutMessage::Value { value: Number::plain(value, 1) });
    let (points, basis_points): (fn(_) -> _, fn(_) -> _) = if props.pinned {
        (|change| ReadoutMessage::AgainstPin { change }, |change| ReadoutMessage::AgainstPinPoints { change })
    } else {
        (|change| ReadoutMessage::Against { change }, |change| ReadoutMessage::AgainstPoints { change })
    };
    let stage = match now.stage {
        Stage::Ample => "is-ample",
        Stage::Tight => "is-tight",
        Stage::Depleted => "is-depleted",
        Stage::Crisis => "is-crisis",
    };
    vec![
        Row {
            key: "level",
            name: ReadoutMessage::Level,
            gloss: None,
            value: now.level,
            text: index(now.level),
            note: against(now.level - before.level, points),
            class: None,
        },
        Row {
            key: "index",
            name: ReadoutMessage::Index,
            gloss: None,
            value: now.index,
            text: index(now.index),
            note: against(now.index - before.index, points),
            class: None,
        },
        Row {
            key: "stage",
            name: ReadoutMessage::Stage,
            gloss: Some(ReadoutMessage::StageGloss),
            value: f64::from(now.stage as u8),
            text: words.text(&terms::stage(now.stage)),
            note: words.text(&terms::reason(now.reason)),
            class: Some(stage),
        },
        Row {
            key: "spread",
            name: ReadoutMessage::Spread,
            gloss: Some(ReadoutMessage::SpreadGloss),
            value: now.spread_bp,
            text: spread(words, now.spread_bp),
            note: against(now.spread_bp - before.spread_bp, basis_points),
            class: None,
        },
    ]
}

/// The spread in words, here and where it is announced.
pub(super) fn spread(words: &Words, value: f64) -> AttrValue {
    words.text(&ReadoutMessage::BasisPoints { value: Number::signed(value, 1) })
}
