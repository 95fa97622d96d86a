//! The two years of a run: months on the axis, a row a quarter in the table.

use bathtub_chart::Axis;
use bathtub_model::{Run, WEEKS};
use yew::prelude::*;

use super::table;
use crate::locale::charts::ChartMessage;
use crate::locale::{Day, Number, Words};
use crate::platform::Date;

/// Weeks between two dates on the axis and two rows of the table: half a year and a quarter.
const TICK: usize = 26;
const ROW: usize = 13;

/// The weeks of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Weeks {
    /// The day of week 0.
    pub start: Date,
    /// Labels of the time axis.
    pub dates: Vec<(f64, String)>,
}

impl Weeks {
    pub fn new(run: &Run, words: &Words) -> Self {
        let start = run.scenario().start().day();
        let month = |week| words.text(&ChartMessage::CellDate { date: Day::month(start.plus_weeks(week)) });
        let dates = (0..=WEEKS).step_by(TICK).map(|week| (week as f64, month(week).to_string())).collect();
        Weeks { start, dates }
    }

    /// The time axis.
    pub fn axis(&self) -> Axis {
        Axis { low: 0.0, high: WEEKS as f64, ticks: self.dates.clone() }
    }

    /// The day of a week.
    pub fn day(&self, week: usize) -> Day {
        Day::long(self.start.plus_weeks(week))
    }

    /// A table with week, date and what `cells` says of a week.
    pub fn table(
        &self,
        head: impl IntoIterator<Item = ChartMessage>,
        cells: impl Fn(usize) -> Vec<Number>,
        words: &Words,
    ) -> Html {
        let head: Vec<_> =
            [ChartMessage::ColumnWeek, ChartMessage::ColumnDate].into_iter().chain(head).collect();
        let number = |value| words.text(&ChartMessage::Cell { value });
        let rows = (0..=WEEKS).step_by(ROW).map(|week| {
            html! {
                <tr key={week}>
                    <th scope="row">{ number(Number::count(week)) }</th>
                    <td>{ words.text(&ChartMessage::CellDate { date: self.day(week) }) }</td>
                    { for cells(week).into_iter().enumerate().map(|(i, value)| html! { <td key={i}>{ number(value) }</td> }) }
                </tr>
            }
        });
        table::table(&head, rows.collect(), words)
    }
}

/// A series as points, week by week.
pub fn points(values: &[f64]) -> impl DoubleEndedIterator<Item = (f64, f64)> + '_ {
    values.iter().enumerate().map(|(week, value)| (week as f64, *value))
}
