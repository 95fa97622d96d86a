//! The model beside what was published, week by week.

use std::rc::Rc;

use bathtub_chart::{Axis, Chart, Colour, Mark, Shape};
use bathtub_engine::{Course, Replay};
use bathtub_model::Unit;
use yew::prelude::*;

use super::plot::{Axes, Legend, Plot, legend};
use super::scale::Scale;
use super::table::table;
use crate::locale::charts::ChartMessage;
use crate::locale::{Day, Number, Words, units};
use crate::number::NumberStyle;
use crate::platform::Date;

/// Weeks between two rows of the table: a quarter.
const ROW: usize = 13;

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Reserve balances, $bn.
    Reserves,
    /// Overnight reverse repo, $bn.
    OnRrp,
    /// SOFR − IORB, bp.
    Spread,
}

impl Measure {
    /// All, in the order in which they are shown.
    pub const ALL: [Measure; 3] = [Measure::Reserves, Measure::OnRrp, Measure::Spread];

    /// Its course in a replay.
    pub fn course(self, replay: &Replay) -> &Course {
        match self {
            Measure::Reserves => &replay.reserves,
            Measure::OnRrp => &replay.on_rrp,
            Measure::Spread => &replay.spread,
        }
    }

    /// The unit of its numbers.
    pub const fn unit(self) -> Unit {
        match self {
            Measure::Spread => Unit::BasisPoints,
            Measure::Reserves | Measure::OnRrp => Unit::Billion,
        }
    }

    /// How its numbers are written.
    pub fn style(self) -> NumberStyle {
        match self {
            Measure::Spread => NumberStyle::plain(1),
            _ => NumberStyle::plain(0),
        }
    }
}

/// What is drawn.
#[derive(Clone, Debug)]
pub struct BacktestPlot {
    pub measure: Measure,
    pub replay: Rc<Replay>,
    /// The week that is looked at.
    pub week: usize,
    pub scale: Scale,
    pub labels: Vec<String>,
    pub years: Vec<(f64, String)>,
}

impl PartialEq for BacktestPlot {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.replay, &other.replay)
            && (self.measure, self.week) == (other.measure, other.week)
            && self.labels == other.labels
    }
}

impl BacktestPlot {
    pub fn new(measure: Measure, replay: &Rc<Replay>, week: usize, words: &Words) -> Self {
        let course = measure.course(replay);
        let scale = Scale::around(course.model.iter().chain(&course.actual).copied(), (0.0, 0.0));
        let labels = scale.labels(NumberStyle::plain, words);
        BacktestPlot { measure, replay: Rc::clone(replay), week, scale, labels, years: years(replay, words) }
    }

    fn course(&self) -> &Course {
        self.measure.course(&self.replay)
    }
}

impl Plot for BacktestPlot {
    fn axes(&self, words: &Words) -> Axes {
        Axes { y: units::name(words, self.measure.unit()), x: None }
    }

    fn legend(&self, words: &Words) -> Legend {
        let rows = [("key-line", ChartMessage::ColumnModel), ("key-soft", ChartMessage::ColumnPublished)];
        legend(&rows, words)
    }

    fn chart(&self) -> Chart {
        let course = self.course();
        let last = self.replay.days.len().saturating_sub(1) as f64;
        let points = |values: &[f64]| -> Vec<(f64, f64)> {
            let all = values.iter().enumerate().map(|(week, value)| (week as f64, *value));
            all.filter(|(_, value)| value.is_finite()).collect()
        };
        let here = self.week as f64;
        let at = |values: &[f64]| {
            let value = values.get(self.week).copied().filter(|value| value.is_finite());
            value.map(|value| (here, value))
        };
        Chart {
            x: Axis { low: 0.0, high: last.max(1.0), ticks: self.years.clone() },
            y: self.scale.axis(&self.labels),
            marks: vec![
                Mark::new(Shape::Dotted, Colour::Ink, 1.0, [(here, self.scale.low), (here, self.scale.high)]),
                Mark::new(Shape::Line, Colour::Soft, 1.5, points(&course.actual)),
                Mark::new(Shape::Line, Colour::Water, 2.0, points(&course.model)),
                Mark::new(Shape::Dot, Colour::Soft, 4.0, at(&course.actual)),
                Mark::new(Shape::Dot, Colour::Water, 4.0, at(&course.model)),
            ],
            names: Vec::new(),
        }
    }

    fn summary(&self, words: &Words) -> AttrValue {
        let course = self.course();
        let number =
            |value: Option<f64>| Number { value: value.unwrap_or(f64::NAN), style: self.measure.style() };
        words.text(&ChartMessage::HistorySummary {
            from: Day::long(day(&self.replay, 0)),
            to: Day::long(day(&self.replay, self.replay.days.len().saturating_sub(1))),
            error: number(course.error),
            no_change: number(course.no_change),
        })
    }

    fn table(&self, words: &Words) -> Html {
        let head = [
            ChartMessage::ColumnDate,
            ChartMessage::ColumnModel,
            ChartMessage::ColumnPublished,
            ChartMessage::ColumnMiss,
        ];
        let course = self.course();
        let cell = |value, style| words.text(&ChartMessage::Cell { value: Number { value, style } });
        let style = self.measure.style();
        let rows = (0..self.replay.days.len()).step_by(ROW).map(|week| {
            let (model, actual) = (course.model[week], course.actual[week]);
            html! {
                <tr key={week}>
                    <th scope="row">{ words.text(&ChartMessage::CellDate { date: Day::long(day(&self.replay, week)) }) }</th>
                    <td>{ cell(model, style) }</td>
                    <td>{ cell(actual, style) }</td>
                    <td>{ cell(model - actual, NumberStyle { signed: true, ..style }) }</td>
                </tr>
            }
        });
        table(&head, rows.collect(), words)
    }
}

/// The day of a week.
pub fn day(replay: &Replay, week: usize) -> Date {
    Date::from_days(replay.days.get(week).copied().unwrap_or_default() as i32)
}

/// A label where a year begins; every other one when there are many.
fn years(replay: &Replay, words: &Words) -> Vec<(f64, String)> {
    let year = |week: usize| day(replay, week).parts().0;
    let begins: Vec<usize> = (1..replay.days.len()).filter(|week| year(*week) != year(week - 1)).collect();
    let text = |week: usize| words.date(day(replay, week), crate::platform::DateStyle::Month);
    let step = begins.len().div_ceil(5).max(1);
    let mut ticks: Vec<(f64, String)> =
        begins.iter().step_by(step).map(|week| (*week as f64, text(*week))).collect();
    if ticks.is_empty() && !replay.days.is_empty() {
        ticks.push((0.0, text(0)));
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Platform;

    #[test]
    fn gaps_are_left_out_and_years_are_marked() {
        let words = Words::english(Platform::native());
        let days: Vec<f64> = (0..120).map(|week| 20_000.0 + 7.0 * f64::from(week)).collect();
        let course = Course {
            model: vec![3000.0; 120],
            actual: (0..120).map(|week| if week == 7 { f64::NAN } else { 3100.0 }).collect(),
            error: Some(100.0),
            no_change: Some(250.0),
            simple: None,
        };
        let replay = Rc::new(Replay { days, reserves: course, ..Replay::default() });
        let history = BacktestPlot::new(Measure::Reserves, &replay, 7, &words);
        let chart = history.chart();
        assert_eq!(chart.marks[1].points.len(), 2 * 119);
        assert!(chart.marks[3].points.is_empty(), "nothing was published in week 7");
        assert_eq!(chart.marks[4].points, [7.0, 3000.0]);
        assert!(chart.x.ticks.iter().any(|(_, text)| text == "Jan 2025"), "{:?}", chart.x.ticks);
        assert!(history.summary(&words).contains("250"), "{}", history.summary(&words));
    }
}
