//! The water level over two years against the same start with nothing changed.

use bathtub_chart::{Axis, Chart, Colour, Mark, Shape};
use bathtub_model::ensemble::Band;
use bathtub_model::{Run, Series, WEEKS};
use yew::prelude::*;

use super::scale::Scale;
use crate::locale::charts::ChartMessage;
use crate::locale::{Day, Number, Words};
use crate::platform::{Date, NumberStyle};

/// Weeks between two numbers on the axis and two rows of the table: half a year and a quarter.
const TICK: usize = 26;
const ROW: usize = 13;

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    pub now: Vec<f64>,
    pub baseline: Vec<f64>,
    /// The day of week 0, and the week of the read-outs.
    pub start: Date,
    pub week: usize,
    /// Quantiles of the level, week by week; none where they are not to be drawn.
    pub band: Vec<Band>,
    pub scale: Scale,
    /// Labels of the level axis and of the time axis.
    pub labels: Vec<String>,
    pub dates: Vec<(f64, String)>,
}

impl Level {
    pub fn new(run: &Run, baseline: &Run, week: usize, words: &Words) -> Self {
        Level::with_band(run, baseline.series(Series::Level), week, Vec::new(), words)
    }

    /// The level in its band, with nothing beside it.
    pub fn banded(run: &Run, week: usize, band: Vec<Band>, words: &Words) -> Self {
        Level::with_band(run, Vec::new(), week, band, words)
    }

    fn with_band(run: &Run, baseline: Vec<f64>, week: usize, band: Vec<Band>, words: &Words) -> Self {
        let now = run.series(Series::Level);
        let reach = band.iter().flat_map(|week| [week[0], week[4]]);
        let scale = Scale::around(now.iter().chain(&baseline).copied().chain(reach), (96.0, 102.0));
        let style = NumberStyle::plain(scale.decimals());
        let labels = scale.ticks.iter().map(|tick| words.number(*tick, style)).collect();
        let start = Date::parse(run.scenario().start().date).unwrap_or_default();
        let month = |week| words.text(&ChartMessage::CellDate { date: Day::month(start.plus_weeks(week)) });
        let dates = (0..=WEEKS).step_by(TICK).map(|week| (week as f64, month(week).to_string())).collect();
        Level { now, baseline, start, week, band, scale, labels, dates }
    }

    /// What is painted.
    pub fn chart(&self) -> Chart {
        let points = |values: &[f64]| {
            values.iter().enumerate().map(|(week, value)| (week as f64, *value)).collect::<Vec<_>>()
        };
        let (now, before) = (points(&self.now), points(&self.baseline));
        let week = self.week as f64;
        // What the levers have done is the area between the two lines.
        let between: Vec<_> = match before.is_empty() {
            true => Vec::new(),
            false => now.iter().copied().chain(before.iter().rev().copied()).collect(),
        };
        let edge = |i: usize| self.band.iter().enumerate().map(move |(week, band)| (week as f64, band[i]));
        // Nine tenths of the draws, and half of them.
        let mut marks: Vec<Mark> = [(0, 4), (1, 3)]
            .into_iter()
            .filter(|_| !self.band.is_empty())
            .map(|(low, high)| {
                let around = edge(low).chain(edge(high).collect::<Vec<_>>().into_iter().rev());
                Mark::new(Shape::Area, Colour::Water, 0.0, around).faint(0.16)
            })
            .collect();
        marks.extend([
            Mark::new(Shape::Area, Colour::Water, 0.0, between).faint(0.16),
            Mark::new(Shape::Dotted, Colour::Ink, 1.0, [(week, self.scale.low), (week, self.scale.high)]),
            Mark::new(Shape::Dashed, Colour::Soft, 1.5, before),
        ]);
        let here = now.get(self.week).copied();
        marks.push(Mark::new(Shape::Line, Colour::Water, 2.5, now));
        marks.push(Mark::new(Shape::Dot, Colour::Ground, 6.0, here));
        marks.push(Mark::new(Shape::Dot, Colour::Water, 4.5, here));
        let weeks = self.now.len().saturating_sub(1) as f64;
        Chart {
            x: Axis { low: 0.0, high: weeks, ticks: self.dates.clone() },
            y: self.scale.axis(&self.labels),
            marks,
            names: Vec::new(),
        }
    }

    /// The chart in a sentence.
    pub fn summary(&self, words: &Words) -> AttrValue {
        let low_week = (0..self.now.len()).min_by(|a, b| self.now[*a].total_cmp(&self.now[*b])).unwrap_or(0);
        let number = |value: Option<&f64>| Number::plain(value.copied().unwrap_or(f64::NAN), 1);
        words.text(&ChartMessage::LevelSummary {
            start: number(self.now.first()),
            end: number(self.now.last()),
            low: number(self.now.get(low_week)),
            low_date: Day::long(self.start.plus_weeks(low_week)),
            baseline: number(self.baseline.last()),
        })
    }

    /// What stands beside the level in a week's row: the baseline, or the ends of the band.
    fn beside(&self, week: usize) -> Vec<f64> {
        match self.band.get(week) {
            Some(band) => vec![band[0], band[4]],
            None => self.baseline.get(week).copied().into_iter().collect(),
        }
    }

    /// The band in a sentence.
    pub fn band_summary(&self, words: &Words) -> AttrValue {
        let last = self.band.last().copied().unwrap_or([f64::NAN; 5]);
        words.text(&ChartMessage::BandSummary {
            low: Number::plain(last[0], 1),
            high: Number::plain(last[4], 1),
        })
    }

    /// The same as a table, a row a quarter.
    pub fn table(&self, words: &Words) -> Html {
        let beside = match self.band.is_empty() {
            true => vec![ChartMessage::ColumnBaseline],
            false => vec![ChartMessage::ColumnLow, ChartMessage::ColumnHigh],
        };
        let head: Vec<_> = [ChartMessage::ColumnWeek, ChartMessage::ColumnDate, ChartMessage::ColumnLevel]
            .into_iter()
            .chain(beside)
            .collect();
        let number =
            |value, decimals| words.text(&ChartMessage::Cell { value: Number::plain(value, decimals) });
        let rows = (0..=WEEKS).step_by(ROW).map(|week| {
            html! {
                <tr key={week}>
                    <th scope="row">{ number(week as f64, 0) }</th>
                    <td>{ words.text(&ChartMessage::CellDate { date: Day::long(self.start.plus_weeks(week)) }) }</td>
                    <td>{ number(self.now[week], 2) }</td>
                    { for self.beside(week).into_iter().enumerate().map(|(i, value)| html! { <td key={i}>{ number(value, 2) }</td> }) }
                </tr>
            }
        });
        super::table(&head, rows.collect(), words)
    }
}

#[cfg(test)]
mod tests {
    use bathtub_model::{ParameterId, Scenario, simulate};

    use super::*;
    use crate::platform::Platform;

    #[test]
    fn series_cover_two_years_and_the_summary_says_so() {
        let words = Words::english(Platform::native());
        let calm = simulate(&Scenario::default());
        let dry = simulate(&Scenario::default().with(ParameterId::Runoff, 120.0).unwrap());
        let level = Level::new(&dry, &calm, 52, &words);
        assert_eq!((level.now.len(), level.baseline.len(), level.dates.len()), (105, 105, 5));
        assert_eq!(level.labels.len(), level.scale.ticks.len());
        assert!(level.scale.low <= level.now.iter().copied().fold(f64::MAX, f64::min));
        let banded = Level::banded(&dry, 52, vec![[90.0, 95.0, 97.0, 99.0, 101.0]; 105], &words);
        assert!(banded.scale.low <= 90.0);
        assert_eq!(banded.chart().marks[0].points.len(), 2 * 2 * 105);
        assert!(banded.band_summary(&words).contains("90.0"), "{}", banded.band_summary(&words));
        let summary = level.summary(&words).to_string();
        assert!(summary.starts_with("Line chart. The level begins at 100.0"), "{summary}");
        assert_eq!(level.dates[2], (52.0, "Aug 2027".to_owned()));
    }
}
