//! The water level or the price index over two years against the same start with nothing changed.

use bathtub_chart::{Chart, Colour, Mark, Shape};
use bathtub_model::ensemble::Band;
use bathtub_model::{Run, Series};
use yew::prelude::*;

use super::ChartInputs;
use super::plot::{AnyPlot, Axes, Legend, Plot, PlotInputs, axes, legend};
use super::scale::Scale;
use super::table::against;
use super::weeks::{Weeks, past_points, points};
use crate::locale::charts::ChartMessage;
use crate::locale::{Number, Words};
use crate::number::NumberStyle;

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// Whether it is compared with a run that was pinned.
    pub pinned: bool,
    /// A series that is 100 at its reference: the level or the index.
    pub series: Series,
    pub now: Vec<f64>,
    pub baseline: Vec<f64>,
    pub weeks: Weeks,
    /// The week of the read-outs.
    pub week: usize,
    /// Quantiles of the series, week by week; none where they are not to be drawn.
    pub band: Vec<Band>,
    /// The same with the tank drawn too.
    pub tank_band: Vec<Band>,
    /// What was before the start; none where it is not to be drawn.
    pub past: Vec<(f64, f64)>,
    pub scale: Scale,
    /// Labels of the vertical axis.
    pub labels: Vec<String>,
}

/// The level, as a chart of the section.
pub fn level(material: &PlotInputs, words: &Words) -> AnyPlot {
    trend_of(Series::Level, material, words)
}

/// The spread, as a chart of the section.
pub fn spread(material: &PlotInputs, words: &Words) -> AnyPlot {
    trend_of(Series::Spread, material, words)
}

/// The price index, as a chart of the section.
pub fn index(material: &PlotInputs, words: &Words) -> AnyPlot {
    trend_of(Series::Index, material, words)
}

fn trend_of(series: Series, material: &PlotInputs, words: &Words) -> AnyPlot {
    let ChartInputs { run, baseline, week, pinned, .. } = material.inputs;
    let trend = Trend { pinned: *pinned, ..Trend::new(series, run, baseline, *week, words) };
    AnyPlot::new(match (material.past, series) {
        (Some(past), Series::Level) => trend.after(past_points(past, &past.level), words),
        (Some(past), Series::Spread) => trend.after(past_points(past, &past.spread), words),
        _ => trend,
    })
}

/// The least that the axis holds.
fn reach(series: Series) -> (f64, f64) {
    match series {
        Series::Spread => (-20.0, 20.0),
        _ => (96.0, 102.0),
    }
}

impl Trend {
    pub fn new(series: Series, run: &Run, baseline: &Run, week: usize, words: &Words) -> Self {
        Trend::with_bands(series, run, baseline.series(series), week, [const { Vec::new() }; 2], words)
    }

    /// The level in its two bands, of the coefficients and with the tank drawn too, with nothing
    /// beside it.
    pub fn banded(run: &Run, week: usize, bands: [Vec<Band>; 2], words: &Words) -> Self {
        Trend::with_bands(Series::Level, run, Vec::new(), week, bands, words)
    }

    /// With what was before the start.
    fn after(self, past: Vec<(f64, f64)>, words: &Words) -> Self {
        let values = self.now.iter().chain(&self.baseline).copied().chain(past.iter().map(|point| point.1));
        let scale = Scale::around(values, reach(self.series));
        let labels = scale.labels(NumberStyle::plain, words);
        Trend { weeks: self.weeks.with_past(words), past, scale, labels, ..self }
    }

    fn with_bands(
        series: Series,
        run: &Run,
        baseline: Vec<f64>,
        week: usize,
        [band, tank_band]: [Vec<Band>; 2],
        words: &Words,
    ) -> Self {
        let now = run.series(series);
        let ends = band.iter().chain(&tank_band).flat_map(|week| [week[0], week[4]]);
        let scale = Scale::around(now.iter().chain(&baseline).copied().chain(ends), reach(series));
        let labels = scale.labels(NumberStyle::plain, words);
        Trend {
            pinned: false,
            series,
            now,
            baseline,
            weeks: Weeks::new(run, words),
            week,
            band,
            tank_band,
            past: Vec::new(),
            scale,
            labels,
        }
    }

    /// What stands beside a week's value in its row: the baseline, or the ends of the bands.
    fn beside(&self, week: usize) -> Vec<f64> {
        match (self.band.get(week), self.tank_band.get(week)) {
            (Some(band), Some(tank)) => vec![band[0], band[4], tank[0], tank[4]],
            _ => self.baseline.get(week).copied().into_iter().collect(),
        }
    }

    /// The band in a sentence.
    fn band_summary(&self, words: &Words) -> AttrValue {
        let [band, tank] =
            [&self.band, &self.tank_band].map(|band| band.last().copied().unwrap_or([f64::NAN; 5]));
        words.text(&ChartMessage::BandSummary {
            low: Number::plain(band[0], 1),
            high: Number::plain(band[4], 1),
            tank_low: Number::plain(tank[0], 1),
            tank_high: Number::plain(tank[4], 1),
        })
    }
}

impl Plot for Trend {
    fn axes(&self, words: &Words) -> Axes {
        let y = match self.series {
            Series::Index => ChartMessage::IndexAxis,
            Series::Spread => ChartMessage::SpreadAxis,
            _ => ChartMessage::LevelAxis,
        };
        axes(&y, None, words)
    }

    fn legend(&self, words: &Words) -> Legend {
        if !self.band.is_empty() {
            let rows = [
                ("key-line", ChartMessage::LevelNow),
                ("key-band", ChartMessage::BandNine),
                ("key-dashed", ChartMessage::BandTank),
            ];
            return legend(&rows, words);
        }
        let past = match self.series {
            Series::Level => ChartMessage::PastModel,
            _ => ChartMessage::PastSpread,
        };
        let rows = [
            ("key-line", ChartMessage::LevelNow),
            ("key-dashed", against(self.pinned)),
            ("key-dotted", ChartMessage::LevelWeek),
            ("key-soft", past),
        ];
        legend(if self.past.is_empty() { &rows[..3] } else { &rows }, words)
    }

    fn chart(&self) -> Chart {
        let week = self.week as f64;
        // What the levers have done is the area between the two lines.
        let between: Vec<_> = match self.baseline.is_empty() {
            true => Vec::new(),
            false => points(&self.now).chain(points(&self.baseline).rev()).collect(),
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
        // The ends of the wider band are lines: a third area would hide the middle one.
        for end in [0, 4] {
            let edge = self.tank_band.iter().enumerate().map(|(week, band)| (week as f64, band[end]));
            marks.push(Mark::new(Shape::Dashed, Colour::Soft, 1.5, edge));
        }
        let here = self.now.get(self.week).map(|value| (week, *value));
        marks.extend([
            Mark::new(Shape::Line, Colour::Soft, 2.0, self.past.iter().copied()),
            Mark::new(Shape::Area, Colour::Water, 0.0, between).faint(0.16),
            Mark::new(Shape::Dotted, Colour::Ink, 1.0, [(week, self.scale.low), (week, self.scale.high)]),
            Mark::new(Shape::Dashed, Colour::Soft, 1.5, points(&self.baseline)),
            Mark::new(Shape::Line, Colour::Water, 2.5, points(&self.now)),
            Mark::new(Shape::Dot, Colour::Ground, 6.0, here),
            Mark::new(Shape::Dot, Colour::Water, 4.5, here),
        ]);
        Chart { x: self.weeks.axis(), y: self.scale.axis(&self.labels), marks, names: Vec::new() }
    }

    fn summary(&self, words: &Words) -> AttrValue {
        if !self.band.is_empty() {
            return self.band_summary(words);
        }
        // What matters of the spread is how high it goes.
        let sign = if self.series == Series::Spread { -1.0 } else { 1.0 };
        let low_week = (0..self.now.len())
            .min_by(|a, b| (sign * self.now[*a]).total_cmp(&(sign * self.now[*b])))
            .unwrap_or(0);
        let number = |value: Option<&f64>| Number::plain(value.copied().unwrap_or(f64::NAN), 1);
        let (start, end, low) =
            (number(self.now.first()), number(self.now.last()), number(self.now.get(low_week)));
        let against = words.text(&against(self.pinned));
        let (low_date, baseline) = (self.weeks.day(low_week), number(self.baseline.last()));
        words.text(&match self.series {
            Series::Index => ChartMessage::IndexSummary { start, end, low, low_date, against, baseline },
            Series::Spread => ChartMessage::SpreadSummary { start, end, low, low_date, against, baseline },
            _ => ChartMessage::LevelSummary { start, end, low, low_date, against, baseline },
        })
    }

    fn table(&self, words: &Words) -> Html {
        let beside = match self.band.is_empty() {
            true => vec![against(self.pinned)],
            false => vec![
                ChartMessage::ColumnLow,
                ChartMessage::ColumnHigh,
                ChartMessage::ColumnTankLow,
                ChartMessage::ColumnTankHigh,
            ],
        };
        let own = match self.series {
            Series::Index => ChartMessage::ColumnIndex,
            Series::Spread => ChartMessage::ColumnSpread,
            _ => ChartMessage::ColumnLevel,
        };
        let cells = |week: usize| {
            let all = [self.now[week]].into_iter().chain(self.beside(week));
            all.map(|value| Number::plain(value, 2)).collect()
        };
        self.weeks.table([own].into_iter().chain(beside), cells, words)
    }
}

#[cfg(test)]
mod tests {
    use bathtub_model::{ParameterId, Scenario, simulate};

    use super::*;
    use crate::platform::Platform;

    fn dry() -> (Run, Run) {
        let dry = Scenario::default().with(ParameterId::Runoff, 120.0).unwrap();
        (simulate(&dry), simulate(&Scenario::default()))
    }

    #[test]
    fn series_cover_two_years_and_the_summary_says_so() {
        let words = Words::english(Platform::native());
        let (dry, calm) = dry();
        let level = Trend::new(Series::Level, &dry, &calm, 52, &words);
        assert_eq!((level.now.len(), level.baseline.len(), level.weeks.dates.len()), (105, 105, 5));
        assert_eq!(level.labels.len(), level.scale.ticks.len());
        assert!(level.scale.low <= level.now.iter().copied().fold(f64::MAX, f64::min));
        let bands = [vec![[92.0, 95.0, 97.0, 99.0, 101.0]; 105], vec![[90.0, 95.0, 97.0, 99.0, 102.0]; 105]];
        let banded = Trend::banded(&dry, 52, bands, &words);
        assert!(banded.scale.low <= 90.0);
        assert_eq!(banded.chart().marks[0].points.len(), 2 * 2 * 105);
        assert!(banded.band_summary(&words).contains("90.0"), "{}", banded.band_summary(&words));
        let summary = level.summary(&words).to_string();
        assert!(summary.starts_with("Line chart. The level begins at 100.0"), "{summary}");
        assert_eq!(level.weeks.dates[2], (52.0, "Oct 2027".to_owned()));
    }

    #[test]
    fn the_index_is_drawn_like_the_level_and_says_which_it_is() {
        let words = Words::english(Platform::native());
        let (dry, calm) = dry();
        let index = Trend::new(Series::Index, &dry, &calm, 52, &words);
        assert_eq!(index.now, dry.series(Series::Index));
        assert_ne!(index.now, dry.series(Series::Level));
        let summary = index.summary(&words).to_string();
        assert!(summary.starts_with("Line chart. The price index begins at 100.0"), "{summary}");
    }
}
