//! What the next $100bn of AI capex do to the level, against the tank that pays for them.

use bathtub_chart::{Chart, Colour, Mark, Shape};
use bathtub_model::solve::marginal_effect;
use bathtub_model::{ParameterId, Scenario, Unit};
use yew::prelude::*;

use super::plane::{self, Plane, Point, Room};
use super::scale::Scale;
use crate::locale::charts::ChartMessage;
use crate::locale::insight::InsightMessage;
use crate::locale::{Number, Words, units};
use crate::platform::NumberStyle;

/// Tanks at which the effect is worked out, $bn: the whole of the slider, closer where it bends.
const TANKS: [f64; 13] =
    [0.0, 100.0, 200.0, 300.0, 450.0, 600.0, 750.0, 900.0, 1200.0, 1500.0, 2000.0, 2500.0, 3000.0];

/// Steps that narrow the change of sign down to less than a billion.
const NARROWINGS: usize = 3;

/// Least reach of the axis, points of the level.
const REACH: (f64, f64) = (-0.3, 0.2);

/// Tanks and effects: some thirty runs, a few milliseconds.
#[derive(Clone, Debug, PartialEq)]
pub struct Effects {
    /// Tank in $bn, and change of the level after 52 weeks.
    pub curve: Vec<(f64, f64)>,
    /// The same with the tank as it is set.
    pub here: (f64, f64),
    /// The tank at which the effect changes from minus to plus; none in range.
    pub sign_change: Option<f64>,
}

impl Effects {
    pub fn of(scenario: &Scenario) -> Self {
        let at = |tank: f64| (tank, marginal_effect(scenario, tank));
        let curve = TANKS.map(at).to_vec();
        // As in the findings: only a tank between a minus at one end and a plus at the other.
        let crosses = curve[0].1 < 0.0 && curve[curve.len() - 1].1 > 0.0;
        let above = curve.iter().position(|point| point.1 >= 0.0).filter(|_| crosses);
        let sign_change = above.map(|above| narrowed(curve[above - 1], curve[above], at));
        Effects { curve, here: at(scenario.get(ParameterId::Dry)), sign_change }
    }
}

/// Where a straight line between a point below zero and one above it meets zero, again and again.
fn narrowed(mut below: (f64, f64), mut above: (f64, f64), at: impl Fn(f64) -> (f64, f64)) -> f64 {
    let meets =
        |below: (f64, f64), above: (f64, f64)| below.0 - below.1 * (above.0 - below.0) / (above.1 - below.1);
    for _ in 0..NARROWINGS {
        let middle = at(meets(below, above));
        if middle.1 < 0.0 {
            below = middle;
        } else {
            above = middle;
        }
    }
    meets(below, above)
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Marginal {
    /// None until it has been worked out.
    pub effects: Option<Effects>,
    /// The tank as it is set, and the one at which the sign changes.
    pub points: Vec<Point>,
    pub plane: Plane,
}

impl Marginal {
    pub fn new(effects: Option<Effects>, words: &Words) -> Self {
        let money = |tank: f64| units::quantity(words, tank.round(), Unit::Billion);
        let sign = effects.iter().flat_map(|found| found.sign_change).map(|tank| Point {
            name: words.text(&ChartMessage::MarginalSign { tank: money(tank) }),
            colour: Colour::Ink,
            at: (tank, 0.0),
        });
        let here = effects.iter().map(|found| Point {
            name: words.text(&ChartMessage::MarginalSet { tank: money(found.here.0) }),
            colour: Colour::Water,
            at: found.here,
        });
        let points = sign.chain(here).collect();
        let reach = effects.iter().flat_map(|found| found.curve.iter().map(|at| at.1).chain([found.here.1]));
        let y = Scale::around(reach, REACH);
        let x = Scale::stepped(0.0, TANKS[TANKS.len() - 1], 500.0);
        Marginal { points, plane: Plane::new(x, y, NumberStyle::signed, words), effects }
    }

    /// What is painted.
    pub fn chart(&self) -> Chart {
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
        self.plane.chart(marks, &self.points.iter().collect::<Vec<_>>(), Room::Below)
    }

    /// The chart in a sentence.
    pub fn summary(&self, words: &Words) -> AttrValue {
        let Some(found) = &self.effects else { return words.text(&InsightMessage::Working) };
        let money = |tank: f64| units::quantity(words, tank.round(), Unit::Billion);
        let (here, effect) = (money(found.here.0), Number::signed(found.here.1, 2));
        words.text(&match found.sign_change {
            Some(tank) => ChartMessage::MarginalSummary { here, effect, tank: money(tank) },
            None => ChartMessage::MarginalSummaryNever { here, effect },
        })
    }

    /// The same as a table: the points and the curve.
    pub fn table(&self, words: &Words) -> Html {
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
    use bathtub_model::solve::marginal;

    use super::*;
    use crate::platform::Platform;

    #[test]
    fn the_curve_says_what_the_findings_say() {
        let row = ParameterId::Dry.row();
        assert_eq!((row.min, row.max), (TANKS[0], TANKS[TANKS.len() - 1]));
        for capex in [0.0, 715.0, 1000.0, 1500.0] {
            let scenario = Scenario::default().with(ParameterId::Capex, capex).unwrap();
            let (drawn, found) = (Effects::of(&scenario), marginal(&scenario));
            assert_eq!(drawn.here, (600.0, found.level_52));
            match (drawn.sign_change, found.sign_change_dry) {
                (Some(drawn), Some(found)) => assert!((drawn - found).abs() < 0.5, "{drawn} and {found}"),
                (drawn, found) => assert_eq!(drawn, found, "capex of {capex}"),
            }
        }
    }

    #[test]
    fn a_fuller_tank_helps_and_the_sign_change_is_marked() {
        let words = Words::english(Platform::native());
        let effects = Effects::of(&Scenario::default());
        assert!(effects.curve.windows(2).all(|pair| pair[0].1 < pair[1].1));
        let chart = Marginal::new(Some(effects), &words);
        let painted = chart.chart();
        assert_eq!(painted.names.len(), 2);
        assert!(painted.names[0].text.starts_with("sign changes at $"), "{:?}", painted.names);
        assert!(chart.summary(&words).contains("$600bn"), "{}", chart.summary(&words));
        let waiting = Marginal::new(None, &words);
        assert!(waiting.chart().names.is_empty());
        assert_eq!(waiting.summary(&words), "Working it out…");
    }
}
