//! What the charts of a curve share: two axes of numbers, named points, and a table of points.

use bathtub_chart::{Axis, Chart, Colour, Mark, Name, Shape};
use yew::prelude::*;

use super::scale::Scale;
use super::table;
use crate::locale::charts::ChartMessage;
use crate::locale::{Number, Words};
use crate::number::NumberStyle;

/// Steps in which a curve is drawn.
const STEPS: u32 = 48;

/// How far from its dot a name stands, as a share of the vertical axis: clear of the curve.
const APART: f64 = 0.06;

/// On which side of a curve there is room for names to the right of a dot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelSide {
    Above,
    Below,
}

/// Two axes with what is written at them.
#[derive(Clone, Debug, PartialEq)]
pub struct Plane {
    pub x: Scale,
    pub y: Scale,
    x_labels: Vec<String>,
    y_labels: Vec<String>,
}

impl Plane {
    /// Plain numbers below, on the left as `style` writes them.
    pub fn new(x: Scale, y: Scale, style: fn(u8) -> NumberStyle, words: &Words) -> Self {
        let (x_labels, y_labels) = (x.labels(NumberStyle::plain, words), y.labels(style, words));
        Plane { x, y, x_labels, y_labels }
    }

    pub fn x_axis(&self) -> Axis {
        self.x.axis(&self.x_labels)
    }

    /// The zero line, `marks`, and over them the points with their names.
    pub fn chart(
        &self,
        marks: impl IntoIterator<Item = Mark>,
        points: &[&NamedPoint],
        room: LabelSide,
    ) -> Chart {
        let apart = APART * (self.y.high - self.y.low);
        let apart = if room == LabelSide::Above { apart } else { -apart };
        let zero = [(self.x.low, 0.0), (self.x.high, 0.0)];
        let mut all = vec![Mark::new(Shape::Line, Colour::Soft, 1.0, zero)];
        all.extend(marks);
        all.extend(points.iter().flat_map(|point| point.marks()));
        let name = |point: &&NamedPoint| {
            let y = point.at.1 + apart;
            // At the foot of the plane there is no room below: well above, then.
            let y = if y < self.y.low + apart.abs() { point.at.1 + 2.0 * apart.abs() } else { y };
            Name { text: point.name.to_string(), x: point.at.0, y: y.min(self.y.high) }
        };
        let names = points.iter().map(name).collect();
        Chart { x: self.x_axis(), y: self.y.axis(&self.y_labels), marks: all, names }
    }

    /// The part of a curve that the plane has room for.
    pub fn clip(&self, curve: &[(f64, f64)]) -> impl Iterator<Item = (f64, f64)> {
        curve.iter().copied().filter(|(_, y)| (self.y.low..=self.y.high).contains(y))
    }
}

/// A curve over the whole of an axis.
pub fn along(x: &Scale, curve: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    let at = |step| x.low + (x.high - x.low) * f64::from(step) / f64::from(STEPS);
    (0..=STEPS).map(at).map(|x| (x, curve(x))).collect()
}

/// A point with its name beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPoint {
    pub name: AttrValue,
    pub colour: Colour,
    pub at: (f64, f64),
}

impl NamedPoint {
    /// Where the run begins.
    pub fn start(at: (f64, f64), words: &Words) -> Self {
        NamedPoint { name: words.text(&ChartMessage::PointStart), colour: Colour::Ink, at }
    }

    /// Where it is in the week of the read-outs.
    pub fn week(at: (f64, f64), words: &Words) -> Self {
        NamedPoint { name: words.text(&ChartMessage::LevelWeek), colour: Colour::Water, at }
    }

    fn marks(&self) -> [Mark; 2] {
        [
            Mark::new(Shape::Dot, Colour::Ground, 6.0, [self.at]),
            Mark::new(Shape::Dot, self.colour, 4.5, [self.at]),
        ]
    }
}

/// A table of points: a name, and a number for each further heading.
pub fn table(head: &[ChartMessage], rows: Vec<(AttrValue, Vec<Number>)>, words: &Words) -> Html {
    let rows = rows.into_iter().enumerate().map(|(i, (name, numbers))| {
        let cells = numbers.into_iter().enumerate().map(|(i, value)| {
            html! { <td key={i}>{ words.text(&ChartMessage::Cell { value }) }</td> }
        });
        html! { <tr key={i}><th scope="row">{ name }</th>{ for cells }</tr> }
    });
    table::table(head, rows.collect(), words)
}
