//! What moved the water, week by week: relief that passes beside a drain that stays.

use bathtub_chart::{Chart, Colour, Mark, Shape};
use bathtub_model::{LevelChannel, Run, WEEKS, level_channel_paths};
use yew::prelude::*;

use super::ChartInputs;
use super::plot::{AnyPlot, Axes, Legend, Plot, PlotInputs, axes, legend};
use super::scale::Scale;
use super::weeks::{Weeks, points};
use crate::locale::charts::ChartMessage;
use crate::locale::{Number, Words};
use crate::number::NumberStyle;

/// Channels of the level that are drawn as one line, with its name, its sample and its look. Together
/// they are all channels.
const CAUSES: [Cause; 4] = [
    Cause {
        name: ChartMessage::CauseOfficial,
        class: "key-line",
        colour: Colour::Water,
        channels: &[LevelChannel::Fed, LevelChannel::Treasury, LevelChannel::Rates, LevelChannel::Deficit],
    },
    Cause {
        name: ChartMessage::CauseAi,
        class: "key-ink",
        colour: Colour::Ink,
        channels: &[LevelChannel::AiFunding, LevelChannel::Income],
    },
    Cause {
        name: ChartMessage::CauseStress,
        class: "key-fall",
        colour: Colour::Fall,
        channels: &[LevelChannel::Stress, LevelChannel::Crisis],
    },
    Cause {
        name: ChartMessage::CauseRest,
        class: "key-soft",
        colour: Colour::Soft,
        channels: &[LevelChannel::Width, LevelChannel::Reversion],
    },
];

/// Least reach of the axis, points of the level.
const REACH: (f64, f64) = (-1.0, 1.0);

struct Cause {
    name: ChartMessage,
    class: &'static str,
    colour: Colour,
    channels: &'static [LevelChannel],
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Causes {
    /// Points of the level by week, in the order of [`CAUSES`].
    pub lines: [Vec<f64>; 4],
    /// All of them together.
    pub sum: Vec<f64>,
    pub weeks: Weeks,
    /// The week of the read-outs.
    pub week: usize,
    pub scale: Scale,
    pub labels: Vec<String>,
}

/// The chart of the section.
pub fn plot(material: &PlotInputs, words: &Words) -> AnyPlot {
    let ChartInputs { run, baseline, week, .. } = material.inputs;
    AnyPlot::new(Causes::new(run, baseline, *week, words))
}

impl Causes {
    pub fn new(run: &Run, baseline: &Run, week: usize, words: &Words) -> Self {
        let parts = level_channel_paths(run, baseline);
        let lines = CAUSES.map(|cause| {
            let of = |parts: &[f64; LevelChannel::COUNT]| {
                cause.channels.iter().map(|channel| parts[*channel as usize]).sum()
            };
            parts.iter().map(of).collect::<Vec<f64>>()
        });
        let sum: Vec<f64> = parts.iter().map(|parts| parts.iter().sum()).collect();
        let scale = Scale::around(lines.iter().flatten().chain(&sum).copied(), REACH);
        let labels = scale.labels(NumberStyle::signed, words);
        Causes { lines, sum, weeks: Weeks::new(run, words), week: week.min(WEEKS), scale, labels }
    }
}

impl Plot for Causes {
    fn axes(&self, words: &Words) -> Axes {
        axes(&ChartMessage::CausesAxis, None, words)
    }

    fn legend(&self, words: &Words) -> Legend {
        let causes = CAUSES.map(|cause| (cause.class, words.text(&cause.name)));
        let rest = [("key-dashed", ChartMessage::CausesSum), ("key-dotted", ChartMessage::LevelWeek)];
        causes.into_iter().chain(legend(&rest, words)).collect()
    }

    fn chart(&self) -> Chart {
        let week = self.week as f64;
        let upright = [(week, self.scale.low), (week, self.scale.high)];
        let mut marks = vec![
            Mark::new(Shape::Dotted, Colour::Ink, 1.0, upright),
            Mark::new(Shape::Line, Colour::Grid, 1.5, [(0.0, 0.0), (WEEKS as f64, 0.0)]),
            Mark::new(Shape::Dashed, Colour::Ink, 1.5, points(&self.sum)),
        ];
        for (line, cause) in self.lines.iter().zip(CAUSES) {
            marks.push(Mark::new(Shape::Line, cause.colour, 2.0, points(line)));
            marks.push(Mark::new(Shape::Dot, cause.colour, 3.5, [(week, line[self.week])]));
        }
        Chart { x: self.weeks.axis(), y: self.scale.axis(&self.labels), marks, names: Vec::new() }
    }

    fn summary(&self, words: &Words) -> AttrValue {
        let at = |values: &[f64]| Number { value: values[self.week], style: NumberStyle::signed(2) };
        let [official, ai, stress, rest] = &self.lines;
        words.text(&ChartMessage::CausesSummary {
            date: self.weeks.day(self.week),
            official: at(official),
            ai: at(ai),
            stress: at(stress),
            rest: at(rest),
            sum: at(&self.sum),
        })
    }

    fn table(&self, words: &Words) -> Html {
        let head = CAUSES.map(|cause| cause.name).into_iter().chain([ChartMessage::CausesSum]);
        let cells = |week: usize| {
            let values = self.lines.iter().map(|line| line[week]).chain([self.sum[week]]);
            values.map(|value| Number { value, style: NumberStyle::signed(2) }).collect()
        };
        self.weeks.table(head, cells, words)
    }
}

#[cfg(test)]
mod tests {
    use bathtub_model::{ParameterId as P, Scenario, Series, simulate};

    use super::*;
    use crate::platform::Platform;

    fn causes(levers: &[(P, f64)]) -> (Causes, Run, Run) {
        let scenario = levers.iter().fold(Scenario::default(), |s, (id, value)| s.with(*id, *value).unwrap());
        let (run, calm) = (simulate(&scenario), simulate(&Scenario::default()));
        (Causes::new(&run, &calm, 52, &Words::english(Platform::native())), run, calm)
    }

    #[test]
    fn every_channel_is_drawn_once_and_they_add_up() {
        for channel in LevelChannel::ALL {
            let drawn = CAUSES.iter().filter(|cause| cause.channels.contains(&channel)).count();
            assert_eq!(drawn, 1, "{channel:?}");
        }
        let (causes, run, calm) = causes(&[(P::Tga, -300.0), (P::Capex, 1000.0), (P::Dry, 0.0)]);
        for week in [0, 13, 52, WEEKS] {
            let moved = run.rows()[week][Series::Level] - calm.rows()[week][Series::Level];
            let lines: f64 = causes.lines.iter().map(|line| line[week]).sum();
            assert!((lines - moved).abs() < 1e-9 && (causes.sum[week] - moved).abs() < 1e-9, "week {week}");
        }
    }

    /// A reopening: relief now, while what capex takes grows from month to month.
    #[test]
    fn relief_passes_and_the_drain_stays() {
        let (causes, ..) = causes(&[(P::Tga, -300.0), (P::Capex, 1000.0), (P::Dry, 0.0)]);
        let [official, ai, ..] = &causes.lines;
        assert!(official[13] > 0.1 && official[104] < official[13] + 0.05, "{official:?}");
        assert!(ai[104] < ai[52] && ai[52] < ai[26] && ai[26] < ai[13] && ai[13] < 0.0, "{ai:?}");
        let words = Words::english(Platform::native());
        assert!(causes.summary(&words).contains("AI capex with its income −"), "{}", causes.summary(&words));
    }
}
