//! What every chart is: data to be painted, with everything around it in words.

use std::ops::Deref;
use std::rc::Rc;

use bathtub_chart::Chart;
use bathtub_engine::Past;
use bathtub_model::solve::MarginalCurve;
use yew::{AttrValue, Html};

use super::ChartInputs;
use crate::locale::Words;
use crate::locale::charts::ChartMessage;

/// Titles of the axes.
pub struct Axes {
    /// Of the vertical one.
    pub y: AttrValue,
    /// Of the horizontal one; none where it is time.
    pub x: Option<AttrValue>,
}

/// Classes of samples, and what each stands for.
pub type Legend = Vec<(&'static str, AttrValue)>;

/// A chart.
pub trait Plot {
    /// Titles of the axes.
    fn axes(&self, words: &Words) -> Axes;
    /// What the marks stand for.
    fn legend(&self, words: &Words) -> Legend;
    /// What is painted.
    fn chart(&self) -> Chart;
    /// The chart in a sentence.
    fn summary(&self, words: &Words) -> AttrValue;
    /// What has to be said of it in sight of everyone; mostly nothing.
    fn note(&self, _words: &Words) -> Option<AttrValue> {
        None
    }
    /// The same as a table.
    fn table(&self, words: &Words) -> Html;
}

/// Some chart. Two are equal when they are the same.
#[derive(Clone)]
pub struct AnyPlot(Rc<dyn Plot>);

impl AnyPlot {
    /// Wraps a chart.
    pub fn new(plot: impl Plot + 'static) -> Self {
        AnyPlot(Rc::new(plot))
    }
}

impl Deref for AnyPlot {
    type Target = dyn Plot;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl PartialEq for AnyPlot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What a chart of the section is made of.
pub struct PlotInputs<'a> {
    /// The run and what it is compared with.
    pub inputs: &'a ChartInputs,
    /// The next $100bn against the tank; none before it was worked out.
    pub marginal: Option<&'a MarginalCurve>,
    /// What was before the start; none unless it is wanted, and here.
    pub past: Option<&'a Past>,
}

/// A chart of the section.
pub struct ChartRow {
    /// Identity of the canvas.
    pub id: &'static str,
    /// Title.
    pub title: ChartMessage,
    /// Makes the chart.
    pub plot: fn(&PlotInputs, &Words) -> AnyPlot,
}

/// A legend out of messages.
pub fn legend(rows: &[(&'static str, ChartMessage)], words: &Words) -> Legend {
    rows.iter().map(|(class, message)| (*class, words.text(message))).collect()
}

/// Titles of the axes out of messages.
pub fn axes(y: &ChartMessage, x: Option<&ChartMessage>, words: &Words) -> Axes {
    Axes { y: words.text(y), x: x.map(|x| words.text(x)) }
}
