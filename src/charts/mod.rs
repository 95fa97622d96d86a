//! Charts: series and scales are pure, painting is apart, and each chart has a text and a table.
//!
//! A chart is a file with an `impl` of [`Plot`], its row in [`CHARTS`], and its words in
//! `locale::charts`.

mod backtest;
mod buffers;
mod capital;
mod causes;
mod demand;
mod duration;
mod figure;
mod marginal;
mod painter;
mod plane;
mod plot;
mod published;
mod scale;
mod section;
mod table;
mod trend;
mod weeks;

use bathtub_model::Run;
use yew::Properties;

pub use backtest::{BacktestPlot, Measure, day};
pub use figure::Figure;
pub use plot::{AnyPlot, ChartRow, Plot};
pub use section::{Extras, charts, past_choice, use_extras};
pub use trend::Trend;

use crate::hooks::Shared;
use crate::locale::charts::ChartMessage;
use crate::state::Theme;

/// The charts of the section, in the order in which they stand.
pub const CHARTS: &[ChartRow] = &[
    ChartRow { id: "chart-level", title: ChartMessage::Level, plot: trend::level },
    ChartRow { id: "chart-causes", title: ChartMessage::Causes, plot: causes::plot },
    ChartRow { id: "chart-duration", title: ChartMessage::Duration, plot: duration::plot },
    ChartRow { id: "chart-index", title: ChartMessage::Index, plot: trend::index },
    ChartRow { id: "chart-buffers", title: ChartMessage::Buffers, plot: buffers::plot },
    ChartRow { id: "chart-spread", title: ChartMessage::Spread, plot: trend::spread },
    ChartRow { id: "chart-demand", title: ChartMessage::Demand, plot: demand::plot },
    ChartRow { id: "chart-capital", title: ChartMessage::Capital, plot: capital::plot },
    ChartRow { id: "chart-marginal", title: ChartMessage::Marginal, plot: marginal::plot },
];

/// What the charts show.
#[derive(Clone, Properties, PartialEq)]
pub struct ChartInputs {
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
