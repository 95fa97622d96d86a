//! Charts: series and scales are pure, painting is apart, and each chart has a text and a table.

mod buffers;
mod capital;
mod demand;
mod duration;
mod figure;
mod history;
mod kind;
mod marginal;
mod painter;
mod plane;
mod published;
mod scale;
mod shown;
mod trend;
mod weeks;

use bathtub_chart::Chart;
use bathtub_model::Run;
use yew::prelude::*;

use crate::locale::charts::ChartMessage;
use crate::locale::{Words, use_words};
use crate::shared::Shared;
use crate::state::Theme;
use buffers::Buffers;
use capital::Capital;
use demand::Demand;
use duration::Duration;
pub use figure::Figure;
pub use history::{History, Measure, day as replay_day};
use kind::Kind;
use marginal::Marginal;
use shown::{NextShown, Shown};
pub use trend::Trend;

/// The charts of the section: identity of the canvas, and title.
pub const TITLES: [(&str, ChartMessage); 7] = [
    ("chart-level", ChartMessage::Level),
    ("chart-duration", ChartMessage::Duration),
    ("chart-index", ChartMessage::Index),
    ("chart-buffers", ChartMessage::Buffers),
    ("chart-demand", ChartMessage::Demand),
    ("chart-capital", ChartMessage::Capital),
    ("chart-marginal", ChartMessage::Marginal),
];

/// What a canvas shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    Trend(Trend),
    Duration(Duration),
    History(History),
    Buffers(Buffers),
    Demand(Demand),
    Capital(Capital),
    Marginal(Marginal),
}

impl Picture {
    fn chart(&self) -> Chart {
        match self {
            Picture::Trend(it) => it.chart(),
            Picture::Duration(it) => it.chart(),
            Picture::History(it) => it.chart(),
            Picture::Buffers(it) => it.chart(),
            Picture::Demand(it) => it.chart(),
            Picture::Capital(it) => it.chart(),
            Picture::Marginal(it) => it.chart(),
        }
    }

    /// The chart in a sentence.
    fn summary(&self, words: &Words) -> AttrValue {
        match self {
            Picture::Trend(it) => it.summary(words),
            Picture::Duration(it) => it.summary(words),
            Picture::History(it) => it.summary(words),
            Picture::Buffers(it) => it.summary(words),
            Picture::Demand(it) => it.summary(words),
            Picture::Capital(it) => it.summary(words),
            Picture::Marginal(it) => it.summary(words),
        }
    }

    fn table(&self, words: &Words) -> Html {
        match self {
            Picture::Trend(it) => it.table(words),
            Picture::Duration(it) => it.table(words),
            Picture::History(it) => it.table(words),
            Picture::Buffers(it) => it.table(words),
            Picture::Demand(it) => it.table(words),
            Picture::Capital(it) => it.table(words),
            Picture::Marginal(it) => it.table(words),
        }
    }
}

#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    pub run: Shared<Run>,
    /// The same start with nothing changed.
    pub baseline: Shared<Run>,
    /// Whether that is a run that was pinned instead.
    pub pinned: bool,
    pub week: usize,
    /// Colours are read again when it changes.
    pub theme: Theme,
    /// Whether the run is one of a drag.
    pub dragging: bool,
    pub prerender: bool,
}

/// The section.
#[component]
pub fn Charts(props: &Props) -> Html {
    let words = use_words();
    html! {
        <section class="charts" aria-labelledby="charts-title">
            <h2 id="charts-title">{ words.text(&ChartMessage::Title) }</h2>
            <div class="charts-pair">
                { for Kind::ALL.into_iter().map(|kind| html! { <Shown key={kind as usize} {kind} of={props.clone()} /> }) }
                <NextShown key="next" ..props.clone() />
            </div>
        </section>
    }
}

/// What is compared with.
fn against(pinned: bool) -> ChartMessage {
    if pinned { ChartMessage::Pinned } else { ChartMessage::LevelBaseline }
}

/// A table with a row of headings.
fn table(head: &[ChartMessage], rows: Vec<Html>, words: &Words) -> Html {
    let cells = head.iter().enumerate().map(|(i, message)| {
        html! { <th key={i} scope="col">{ words.text(message) }</th> }
    });
    html! {
        <table>
            <thead><tr>{ for cells }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
