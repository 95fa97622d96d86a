//! Charts: series and scales are pure, painting is apart, and each chart has a text and a table.

mod duration;
mod figure;
mod history;
mod level;
mod painter;
mod scale;

use bathtub_chart::Chart;
use bathtub_model::Run;
use yew::prelude::*;

use crate::locale::charts::ChartMessage;
use crate::locale::{Words, use_words};
use crate::shared::Shared;
use crate::sight::use_in_sight;
use crate::state::Theme;
use duration::Duration;
pub use figure::Figure;
pub use history::{History, Measure, day as replay_day};
pub use level::Level;

/// The charts of the section: identity of the canvas, and title.
pub const TITLES: [(&str, ChartMessage); 2] =
    [("chart-level", ChartMessage::Level), ("chart-duration", ChartMessage::Duration)];

/// What a canvas shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    Level(Level),
    Duration(Duration),
    History(History),
}

impl Picture {
    fn chart(&self) -> Chart {
        match self {
            Picture::Level(level) => level.chart(),
            Picture::Duration(duration) => duration.chart(),
            Picture::History(history) => history.chart(),
        }
    }

    fn table(&self, words: &Words) -> Html {
        match self {
            Picture::Level(level) => level.table(words),
            Picture::Duration(duration) => duration.table(words),
            Picture::History(history) => history.table(words),
        }
    }
}

#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    pub run: Shared<Run>,
    /// The same start with nothing changed.
    pub baseline: Shared<Run>,
    pub week: usize,
    /// Colours are read again when it changes.
    pub theme: Theme,
    /// Whether the run is one of a drag.
    pub dragging: bool,
    pub prerender: bool,
}

/// The section. Out of sight it is drawn when a drag has ended, not with each of its moves.
#[component]
pub fn Charts(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let in_sight = use_in_sight(&node);
    let drawn = use_mut_ref(|| props.clone());
    if in_sight || !props.dragging {
        *drawn.borrow_mut() = Props { dragging: false, ..props.clone() };
    }
    let props = drawn.borrow().clone();
    let figures = use_memo((props, words.clone()), |(props, words)| {
        html! {
            <div class="charts-pair">
                { level(props, words) }
                { duration(props, words) }
            </div>
        }
    });
    html! {
        <section ref={node} class="charts" aria-labelledby="charts-title">
            <h2 id="charts-title">{ words.text(&ChartMessage::Title) }</h2>
            { (*figures).clone() }
        </section>
    }
}

fn level(props: &Props, words: &Words) -> Html {
    let level = Level::new(&props.run, &props.baseline, props.week, words);
    let legend = vec![
        ("key-line", words.text(&ChartMessage::LevelNow)),
        ("key-dashed", words.text(&ChartMessage::LevelBaseline)),
        ("key-dotted", words.text(&ChartMessage::LevelWeek)),
    ];
    html! {
        <Figure
            id="chart-level"
            title={words.text(&ChartMessage::Level)}
            y_title={words.text(&ChartMessage::LevelAxis)}
            x_title={None::<AttrValue>}
            {legend}
            summary={level.summary(words)}
            picture={Picture::Level(level)}
            theme={props.theme}
            prerender={props.prerender}
        />
    }
}

fn duration(props: &Props, words: &Words) -> Html {
    let duration = Duration::new(&props.run, &props.baseline, props.week, words);
    let legend = vec![
        ("key-dot", words.text(&ChartMessage::DurationDuck)),
        ("key-ring", words.text(&ChartMessage::DurationBefore)),
    ];
    html! {
        <Figure
            id="chart-duration"
            title={words.text(&ChartMessage::Duration)}
            y_title={words.text(&ChartMessage::DurationAxisY)}
            x_title={words.text(&ChartMessage::DurationAxisX)}
            {legend}
            summary={duration.summary(words)}
            picture={Picture::Duration(duration)}
            theme={props.theme}
            prerender={props.prerender}
        />
    }
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
