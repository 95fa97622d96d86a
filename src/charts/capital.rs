//! The cost-of-capital curve: the premium for scarce capital against what AI pulls out of the tub.

use bathtub_chart::{Chart, Colour, Mark, Shape};
use bathtub_model::flows::{per_month, per_year};
use bathtub_model::{Run, Series, scarcity_bp};
use yew::prelude::*;

use super::plane::{self, LabelSide, NamedPoint, Plane, along};
use super::plot::{AnyPlot, Axes, Legend, Plot, PlotInputs, axes, legend};
use super::scale::Scale;
use crate::locale::charts::ChartMessage;
use crate::locale::units::Amount;
use crate::locale::{Number, Words};
use crate::number::NumberStyle;

/// Least reach of the axes: $bn a month, and bp.
const FLOWS: (f64, f64) = (0.0, 60.0);
const PREMIUMS: (f64, f64) = (0.0, 40.0);

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Capital {
    pub curve: Vec<(f64, f64)>,
    /// The start with nothing changed, from which the run counts the premium.
    pub start: NamedPoint,
    pub here: NamedPoint,
    pub plane: Plane,
}

/// The chart of the section.
pub fn plot(material: &PlotInputs, words: &Words) -> AnyPlot {
    AnyPlot::new(Capital::new(&material.inputs.run, material.inputs.week, words))
}

impl Capital {
    pub fn new(run: &Run, week: usize, words: &Words) -> Self {
        let (rows, model) = (run.rows(), run.model());
        let row = &rows[week.min(rows.len() - 1)];
        let start = NamedPoint::start((per_month(model.crowded_out), model.scarcity), words);
        let here = NamedPoint::week((per_month(row[Series::CrowdedOut]), row[Series::Scarcity]), words);
        let x = Scale::around([start.at.0, here.at.0], FLOWS);
        let curve = along(&x, |flow| scarcity_bp(model, per_year(flow)));
        let y = Scale::around(curve.iter().map(|at| at.1), PREMIUMS);
        Capital { curve, start, here, plane: Plane::new(x, y, NumberStyle::plain, words) }
    }
}

impl Plot for Capital {
    fn axes(&self, words: &Words) -> Axes {
        axes(&ChartMessage::CapitalAxisY, Some(&ChartMessage::CapitalAxisX), words)
    }

    fn legend(&self, words: &Words) -> Legend {
        let rows = [
            ("key-line", ChartMessage::CapitalCurve),
            ("key-start", ChartMessage::PointStart),
            ("key-week", ChartMessage::LevelWeek),
        ];
        legend(&rows, words)
    }

    fn chart(&self) -> Chart {
        let curve = Mark::new(Shape::Line, Colour::Water, 2.5, self.curve.iter().copied());
        self.plane.chart([curve], &[&self.here, &self.start], LabelSide::Below)
    }

    fn summary(&self, words: &Words) -> AttrValue {
        words.text(&ChartMessage::CapitalSummary {
            flow: Amount::plain(self.here.at.0, 1),
            premium: Number::plain(self.here.at.1, 1),
            start_flow: Amount::plain(self.start.at.0, 1),
            start_premium: Number::plain(self.start.at.1, 1),
        })
    }

    fn table(&self, words: &Words) -> Html {
        let head = [ChartMessage::ColumnPoint, ChartMessage::CapitalAxisX, ChartMessage::CapitalAxisY];
        let row =
            |name: AttrValue, at: (f64, f64)| (name, vec![Number::plain(at.0, 1), Number::plain(at.1, 1)]);
        let mut rows: Vec<_> =
            [&self.start, &self.here].into_iter().map(|point| row(point.name.clone(), point.at)).collect();
        let on_curve = self.curve.iter().step_by(4);
        rows.extend(on_curve.map(|at| row(words.text(&ChartMessage::PointCurve), *at)));
        plane::table(&head, rows, words)
    }
}

#[cfg(test)]
mod tests {
    use bathtub_model::{ParameterId, Scenario, simulate};

    use super::*;
    use crate::platform::Platform;

    fn capital(scenario: &Scenario) -> Capital {
        Capital::new(&simulate(scenario), 52, &Words::english(Platform::native()))
    }

    #[test]
    fn the_curve_is_convex_and_both_points_are_on_it() {
        let empty =
            Scenario::default().with_clamped(ParameterId::Capex, 1000.0).with_clamped(ParameterId::Dry, 0.0);
        let chart = capital(&empty);
        assert!(chart.curve.windows(3).all(|at| at[0].1 + at[2].1 >= 2.0 * at[1].1 - 1e-9));
        let model = *simulate(&empty).model();
        for point in [&chart.start, &chart.here] {
            assert!((scarcity_bp(&model, per_year(point.at.0)) - point.at.1).abs() < 1e-9, "{point:?}");
        }
        assert!((20.0..21.0).contains(&chart.here.at.1), "docs/model.md: {:?}", chart.here);
    }

    #[test]
    fn an_untouched_run_stands_near_its_start() {
        let chart = capital(&Scenario::default());
        assert!((chart.here.at.1 - chart.start.at.1).abs() < 0.5, "{chart:?}");
        let summary = chart.summary(&Words::english(Platform::native()));
        assert!(summary.contains("2.2 bp"), "{summary}");
    }
}
