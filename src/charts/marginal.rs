//! What the next $100bn of AI capex do to the level, against the tank that pays for them.

use bathtub_chart::{Chart, Colour, Mark, Shape};
use bathtub_model::solve::{MarginalCurve, TANKS};
use yew::prelude::*;

use super::plane::{self, LabelSide, NamedPoint, Plane};
use super::plot::{AnyPlot, Axes, Legend, Plot, PlotInputs, axes, legend};
use super::scale::Scale;
use crate::locale::charts::ChartMessage;
use crate::locale::insight::InsightMessage;
use crate::locale::{Number, Words, units};
use crate::number::NumberStyle;

/// Least reach of the axis, points of the level.
const REACH: (f64, f64) = (-0.3, 0.2);

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct MarginalPlot {
    /// None until it has been worked out.
    pub effects: Option<MarginalCurve>,
    /// The tank as it is set, and the one at which the sign changes.
    pub points: Vec<NamedPoint>,
    pub plane: Plane,
}

/// The chart of the section.
pub fn plot(material: &PlotInputs, words: &Words) -> AnyPlot {
    AnyPlot::new(MarginalPlot::new(material.marginal.cloned(), words))
}

impl MarginalPlot {
    pub fn new(effects: Option<MarginalCurve>, words: &Words) -> Self {
        let money = |tank: f64| units::amount(words, tank, 0);
        let sign = effects.iter().flat_map(|found| found.sign_change).map(|tank| NamedPoint {
            name: words.text(&ChartMessage::MarginalSign { tank: money(tank) }),
            colour: Colour::Ink,
            at: (tank, 0.0),
        });
        let here = effects.iter().map(|found| NamedPoint {
            name: words.text(&ChartMessage::MarginalSet { tank: money(found.here.0) }),
            colour: Colour::Water,
            at: found.here,
        });
        let points = sign.chain(here).collect();
        let reach = effects.iter().flat_map(|found| found.curve.iter().map(|at| at.1).chain([found.here.1]));
        let y = Scale::around(reach, REACH);
        let x = Scale::stepped(0.0, TANKS[TANKS.len() - 1], 500.0);
        MarginalPlot { points, plane: Plane::new(x, y, NumberStyle::signed, words), effects }
    }
}

impl Plot for MarginalPlot {
    fn axes(&self, words: &Words) -> Axes {
        axes(&ChartMessage::MarginalAxisY, Some(&ChartMessage::MarginalAxisX), words)
    }

    fn legend(&self, words: &Words) -> Legend {
        let rows = [
            ("key-line", ChartMessage::MarginalCurve),
            ("key-week", ChartMessage::MarginalHere),
            ("key-start", ChartMessage::MarginalTurn),
        ];
        legend(&rows, words)
    }

    fn chart(&self) -> Chart {
        let curve = self.effects.iter().flat_map(|found| found.curve.iter().copied());
        let sign = self.effects.iter().flat_map(|found| found.sign_change);
        let marks = [
            Mark::new(
                Shape::Dotted,
                Colour::Ink,
                1.0,
                sign.flat_map(|tank| [(tank, self.plane.y.low), (tank, self.plane.y.high)]),
            ),
            Mark::new(Shape::Line, Colour::Water, 2.5, curve),
        ];
        self.plane.chart(marks, &self.points.iter().collect::<Vec<_>>(), LabelSide::Below)
    }

    fn summary(&self, words: &Words) -> AttrValue {
        let Some(found) = &self.effects else { return words.text(&InsightMessage::Working) };
        let money = |tank: f64| units::amount(words, tank, 0);
        let (here, effect) = (money(found.here.0), Number::signed(found.here.1, 2));
        words.text(&match found.sign_change {
            Some(tank) => ChartMessage::MarginalSummary { here, effect, tank: money(tank) },
            None => ChartMessage::MarginalSummaryNever { here, effect },
        })
    }

    fn table(&self, words: &Words) -> Html {
        let head = [ChartMessage::ColumnPoint, ChartMessage::MarginalAxisX, ChartMessage::MarginalAxisY];
        let row =
            |name: AttrValue, at: (f64, f64)| (name, vec![Number::plain(at.0, 0), Number::signed(at.1, 3)]);
        let mut rows: Vec<_> = self.points.iter().map(|point| row(point.name.clone(), point.at)).collect();
        let curve = self.effects.iter().flat_map(|found| &found.curve);
        rows.extend(curve.map(|at| row(words.text(&ChartMessage::PointCurve), *at)));
        plane::table(&head, rows, words)
    }
}

#[cfg(test)]
mod tests {
    use bathtub_model::Scenario;
    use bathtub_model::solve::marginal_curve;

    use super::*;
    use crate::platform::Platform;

    #[test]
    fn a_fuller_tank_helps_and_the_sign_change_is_marked() {
        let words = Words::english(Platform::native());
        let effects = marginal_curve(&Scenario::default());
        let chart = MarginalPlot::new(Some(effects), &words);
        let painted = chart.chart();
        assert_eq!(painted.names.len(), 2);
        assert!(painted.names[0].text.starts_with("sign changes at $"), "{:?}", painted.names);
        assert!(chart.summary(&words).contains("$600bn"), "{}", chart.summary(&words));
        let waiting = MarginalPlot::new(None, &words);
        assert!(waiting.chart().names.is_empty());
        assert_eq!(waiting.summary(&words), "Working it out…");
    }
}
