//! The two years of a run: months on the axis, a row a quarter in the table.

use bathtub_chart::Axis;
use bathtub_engine::Past;
use bathtub_model::{Run, WEEKS};
use yew::prelude::*;

use super::table;
use crate::locale::charts::ChartMessage;
use crate::locale::{Day, Number, Words};
use crate::platform::Date;

/// Weeks between two dates on the axis and two rows of the table: half a year and a quarter.
const TICK: usize = 26;
const ROW: usize = 13;

/// Weeks before the start that can be drawn.
const BEFORE: i32 = 52;

/// The weeks of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Weeks {
    /// The day of week 0.
    pub start: Date,
    /// Labels of the time axis.
    pub dates: Vec<(f64, String)>,
    /// Where the axis begins: at week 0, or before it where what was published before is drawn.
    low: f64,
}

impl Weeks {
    pub fn new(run: &Run, words: &Words) -> Self {
        Weeks::from_week(run.scenario().start().day(), 0, words)
    }

    /// The same with the year before the start in front.
    #[must_use]
    pub fn with_past(&self, words: &Words) -> Self {
        Weeks::from_week(self.start, -BEFORE, words)
    }

    fn from_week(start: Date, low: i32, words: &Words) -> Self {
        let month = |week: i32| {
            let date = Day::month(Date::from_days(start.days() + 7 * week));
            words.text(&ChartMessage::CellDate { date }).to_string()
        };
        // With the year before it the axis is half as long again: labels stand further apart.
        let step = if low < 0 { 2 * TICK } else { TICK };
        let dates = (low..=WEEKS as i32).step_by(step).map(|week| (f64::from(week), month(week))).collect();
        Weeks { start, dates, low: f64::from(low) }
    }

    /// The time axis.
    pub fn axis(&self) -> Axis {
        Axis { low: self.low, high: WEEKS as f64, ticks: self.dates.clone() }
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

/// What was published before the start, as points where anything was.
pub fn past_points(past: &Past, values: &[f64]) -> Vec<(f64, f64)> {
    let pairs = past.weeks.iter().copied().zip(values.iter().copied());
    pairs.filter(|(_, value)| value.is_finite()).collect()
}

/// A series as points, week by week.
pub fn points(values: &[f64]) -> impl DoubleEndedIterator<Item = (f64, f64)> + '_ {
    values.iter().enumerate().map(|(week, value)| (week as f64, *value))
}
