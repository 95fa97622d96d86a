//! The reserve-demand curve: the price of being short of reserves against how many there are.

use bathtub_chart::{Chart, Colour, Mark, Shape};
use bathtub_model::{Model, Row, Run, Series, funding_spread_bp, reserve_demand_bp};
use yew::prelude::*;

use super::plane::{self, LabelSide, NamedPoint, Plane, along};
use super::plot::{AnyPlot, Axes, Legend, Plot, PlotInputs, axes, legend};
use super::published::{FITTED_FROM, PUBLISHED};
use super::scale::Scale;
use crate::locale::charts::ChartMessage;
use crate::locale::{Day, Number, Words};
use crate::number::NumberStyle;
use crate::platform::Date;

/// Least reach of the axes: reserves over bank assets in %, and bp.
const RATIOS: (f64, f64) = (7.0, 20.0);
const SPREADS: (f64, f64) = (-20.0, 50.0);

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// What the run gives at each ratio, bounded by the facility and the floor.
    pub curve: Vec<(f64, f64)>,
    /// The curve as it is before it is moved to meet the start, and bounded by nothing.
    pub fitted: Vec<(f64, f64)>,
    /// The same at the published ratios.
    pub fitted_at_published: Vec<f64>,
    pub start: NamedPoint,
    pub here: NamedPoint,
    pub plane: Plane,
}

/// Where a week stands.
fn place(row: &Row<f64>) -> (f64, f64) {
    (row[Series::ReserveRatio], row[Series::Spread])
}

/// The chart of the section.
pub fn plot(material: &PlotInputs, words: &Words) -> AnyPlot {
    AnyPlot::new(Demand::new(&material.inputs.run, material.inputs.week, words))
}

impl Demand {
    pub fn new(run: &Run, week: usize, words: &Words) -> Self {
        let (rows, model): (_, &Model<f64>) = (run.rows(), run.model());
        let start = NamedPoint::start(place(&rows[0]), words);
        let here = NamedPoint::week(place(&rows[week.min(rows.len() - 1)]), words);
        let places = || [start.at, here.at].into_iter().chain(PUBLISHED.iter().map(|row| (row.1, row.2)));
        let x = Scale::around(places().map(|at| at.0), RATIOS);
        let curve = along(&x, |ratio| funding_spread_bp(model, ratio));
        let fitted = along(&x, |ratio| reserve_demand_bp(model, ratio));
        let y = Scale::around(places().chain(curve.iter().copied()).map(|at| at.1), SPREADS);
        Demand {
            curve,
            fitted,
            fitted_at_published: PUBLISHED.iter().map(|row| reserve_demand_bp(model, row.1)).collect(),
            start,
            here,
            plane: Plane::new(x, y, NumberStyle::signed, words),
        }
    }
}

impl Plot for Demand {
    fn axes(&self, words: &Words) -> Axes {
        axes(&ChartMessage::DemandAxisY, Some(&ChartMessage::DemandAxisX), words)
    }

    fn legend(&self, words: &Words) -> Legend {
        let rows = [
            ("key-line", ChartMessage::DemandCurve),
            ("key-dashed", ChartMessage::DemandFitted),
            ("key-start", ChartMessage::PointStart),
            ("key-week", ChartMessage::DemandHere),
            ("key-published", ChartMessage::DemandRecent),
            ("key-earlier", ChartMessage::DemandEarlier),
        ];
        legend(&rows, words)
    }

    fn chart(&self) -> Chart {
        let published = |fitted_on: bool| {
            let rows = PUBLISHED.iter().filter(move |row| (row.0 >= FITTED_FROM) == fitted_on);
            rows.map(|row| (row.1, row.2))
        };
        let marks = [
            Mark::new(Shape::Ring, Colour::Soft, 2.5, published(false)).faint(0.8),
            Mark::new(Shape::Dot, Colour::Soft, 2.5, published(true)).faint(0.6),
            Mark::new(Shape::Dashed, Colour::Soft, 1.5, self.plane.clip(&self.fitted)),
            Mark::new(Shape::Line, Colour::Water, 2.5, self.plane.clip(&self.curve)),
        ];
        self.plane.chart(marks, &[&self.here, &self.start], LabelSide::Above)
    }

    fn summary(&self, words: &Words) -> AttrValue {
        words.text(&ChartMessage::DemandSummary {
            ratio: Number::percent(self.here.at.0, 1),
            spread: Number::signed(self.here.at.1, 1),
            start_ratio: Number::percent(self.start.at.0, 1),
            start_spread: Number::signed(self.start.at.1, 1),
        })
    }

    fn table(&self, words: &Words) -> Html {
        let head = [
            ChartMessage::ColumnPoint,
            ChartMessage::DemandAxisX,
            ChartMessage::DemandAxisY,
            ChartMessage::DemandFitted,
        ];
        let row = |name: AttrValue, at: (f64, f64), fitted: f64| {
            (name, vec![Number::plain(at.0, 2), Number::signed(at.1, 1), Number::signed(fitted, 1)])
        };
        let mut rows: Vec<_> = [&self.start, &self.here]
            .into_iter()
            .map(|point| row(point.name.clone(), point.at, f64::NAN))
            .collect();
        let on_curve = self.curve.iter().zip(&self.fitted).step_by(4);
        rows.extend(on_curve.map(|(at, fitted)| row(words.text(&ChartMessage::PointCurve), *at, fitted.1)));
        rows.extend(PUBLISHED.iter().zip(&self.fitted_at_published).map(
            |((date, ratio, spread), fitted)| {
                let date = Day::long(Date::parse(date).unwrap_or_default());
                row(words.text(&ChartMessage::PointPublished { date }), (*ratio, *spread), *fitted)
            },
        ));
        plane::table(&head, rows, words)
    }
}

#[cfg(test)]
mod tests {
    use bathtub_model::{ParameterId, STARTS, Scenario, simulate};

    use super::*;
    use crate::platform::Platform;

    fn demand(scenario: &Scenario, week: usize) -> Demand {
        Demand::new(&simulate(scenario), week, &Words::english(Platform::native()))
    }

    /// The curve at a ratio, between its two nearest points.
    fn at(curve: &[(f64, f64)], ratio: f64) -> f64 {
        let above = curve.iter().position(|point| point.0 >= ratio).unwrap().max(1);
        let (low, high) = (curve[above - 1], curve[above]);
        low.1 + (high.1 - low.1) * (ratio - low.0) / (high.0 - low.0)
    }

    #[test]
    fn every_start_and_every_calm_week_is_on_the_curve() {
        for start in &STARTS {
            let chart = demand(&Scenario::new(start).with_clamped(ParameterId::Tga, 700.0), 52);
            // The account's bills press on the spread beside the curve.
            for (point, pressed) in [(&chart.start, 0.0), (&chart.here, 2.0)] {
                let above = point.at.1 - at(&chart.curve, point.at.0);
                assert!((-0.5..0.5 + pressed).contains(&above), "{}: {point:?}", start.date);
            }
        }
    }

    #[test]
    fn the_curve_falls_and_the_scales_hold_everything() {
        let chart = demand(&Scenario::default().with_clamped(ParameterId::Runoff, 120.0), 104);
        assert!(chart.curve.windows(2).all(|pair| pair[0].1 >= pair[1].1));
        assert!(chart.here.at.0 < chart.start.at.0 && chart.here.at.1 > chart.start.at.1);
        let painted = chart.chart();
        for mark in &painted.marks {
            for point in mark.points.chunks(2) {
                assert!((painted.x.low..=painted.x.high).contains(&point[0]), "{mark:?}");
                assert!((painted.y.low..=painted.y.high).contains(&point[1]), "{mark:?}");
            }
        }
        let words = Words::english(Platform::native());
        assert!(chart.summary(&words).contains("they are 11.6% and −3.0 bp"), "{}", chart.summary(&words));
    }

    #[test]
    fn the_fit_is_near_what_it_was_fitted_on() {
        let chart = demand(&Scenario::default(), 52);
        let misses: Vec<f64> = (PUBLISHED.iter().zip(&chart.fitted_at_published))
            .filter(|(row, _)| row.0 >= FITTED_FROM)
            .map(|(row, fitted)| fitted - row.2)
            .collect();
        let square = misses.iter().map(|miss| miss * miss).sum::<f64>() / misses.len() as f64;
        assert!(square.sqrt() < 6.0, "{square}");
    }
}
