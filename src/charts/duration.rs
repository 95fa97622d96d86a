//! Price change against duration: how long an asset's holders wait for its cash.

use bathtub_chart::{Axis, Chart, Colour, Mark, Name, Shape};
use bathtub_model::{Duck, Run};
use yew::prelude::*;

use super::ChartInputs;
use super::plot::{AnyPlot, Axes, Legend, Plot, PlotInputs, axes, legend};
use super::scale::Scale;
use super::table::{against, table};
use crate::locale::charts::ChartMessage;
use crate::locale::{Number, Words, terms};
use crate::number::NumberStyle;

/// Years that the axis covers, and where assets without a duration stand beside it.
const YEARS: f64 = 60.0;
const EDGE: f64 = 62.0;
const NONE: f64 = 68.0;
const WIDTH: f64 = 76.0;
/// Between two assets without a duration.
const APART: f64 = 6.0;

/// One asset.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    pub duck: Duck,
    pub name: AttrValue,
    pub duration: Option<f64>,
    /// Place on the axis of durations.
    pub x: f64,
    /// Price change in per cent, with the levers and with nothing changed.
    pub change: f64,
    pub before: f64,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Duration {
    /// Whether it is compared with a run that was pinned.
    pub pinned: bool,
    pub dots: Vec<Dot>,
    pub scale: Scale,
    /// Labels of the change axis and of the duration axis.
    pub labels: Vec<String>,
    pub years: Vec<(f64, String)>,
}

/// Where an asset without a duration stands: side by side with the others, around [`NONE`].
fn beside(duck: Duck) -> f64 {
    let without: Vec<Duck> = Duck::ALL.into_iter().filter(|duck| duck.traits().duration.is_none()).collect();
    let place = without.iter().position(|other| *other == duck).unwrap_or_default() as f64;
    NONE + (place - (without.len() as f64 - 1.0) / 2.0) * APART
}

/// The chart of the section.
pub fn plot(material: &PlotInputs, words: &Words) -> AnyPlot {
    let ChartInputs { run, baseline, week, pinned, .. } = material.inputs;
    AnyPlot::new(Duration { pinned: *pinned, ..Duration::new(run, baseline, *week, words) })
}

impl Duration {
    pub fn new(run: &Run, baseline: &Run, week: usize, words: &Words) -> Self {
        let change = |run: &Run, duck| run.duck(duck, week).map_or(f64::NAN, |moved| moved.change_pct);
        let dots: Vec<_> = Duck::ALL
            .into_iter()
            .map(|duck| {
                let duration = duck.traits().duration.map(|id| run.scenario().get(id));
                Dot {
                    duck,
                    name: words.text(&terms::duck(duck)),
                    duration,
                    x: duration.unwrap_or_else(|| beside(duck)),
                    change: change(run, duck),
                    before: change(baseline, duck),
                }
            })
            .collect();
        let scale = Scale::around(dots.iter().flat_map(|dot| [dot.change, dot.before]), (-8.0, 4.0));
        let labels = scale.labels(NumberStyle::signed, words);
        let mut years: Vec<_> = Scale::stepped(0.0, YEARS, 10.0)
            .ticks
            .into_iter()
            .map(|tick| (tick, words.number(tick, NumberStyle::plain(0))))
            .collect();
        years.push((NONE, words.text(&ChartMessage::DurationNone).to_string()));
        Duration { pinned: false, dots, scale, labels, years }
    }
}

impl Plot for Duration {
    fn axes(&self, words: &Words) -> Axes {
        axes(&ChartMessage::DurationAxisY, Some(&ChartMessage::DurationAxisX), words)
    }

    fn legend(&self, words: &Words) -> Legend {
        let rows = [("key-dot", ChartMessage::DurationDuck), ("key-ring", against(self.pinned))];
        legend(&rows, words)
    }

    fn chart(&self) -> Chart {
        let edge = [(EDGE, self.scale.low), (EDGE, self.scale.high)];
        let mut marks = vec![
            Mark::new(Shape::Line, Colour::Grid, 1.0, edge),
            Mark::new(Shape::Line, Colour::Soft, 1.0, [(0.0, 0.0), (WIDTH, 0.0)]),
        ];
        for dot in &self.dots {
            let colour = if dot.change < dot.before { Colour::Fall } else { Colour::Rise };
            let path = [(dot.x, dot.before), (dot.x, dot.change)];
            marks.push(Mark::new(Shape::Line, colour, 2.0, path).faint(0.55));
        }
        marks.push(Mark::new(
            Shape::Ring,
            Colour::Soft,
            3.5,
            self.dots.iter().map(|dot| (dot.x, dot.before)),
        ));
        for dot in &self.dots {
            let colour = if dot.change < 0.0 { Colour::Fall } else { Colour::Rise };
            let at = [(dot.x, dot.change)];
            marks.push(Mark::new(Shape::Dot, Colour::Ground, 6.0, at));
            marks.push(Mark::new(Shape::Dot, colour, 5.0, at));
        }
        let name = |dot: &Dot| Name { text: dot.name.to_string(), x: dot.x, y: dot.change };
        Chart {
            x: Axis { low: 0.0, high: WIDTH, ticks: self.years.clone() },
            y: self.scale.axis(&self.labels),
            marks,
            names: self.dots.iter().map(name).collect(),
        }
    }

    fn summary(&self, words: &Words) -> AttrValue {
        let by_change = |a: &&Dot, b: &&Dot| a.change.total_cmp(&b.change);
        let (worst, best) = (self.dots.iter().min_by(by_change), self.dots.iter().max_by(by_change));
        let (Some(worst), Some(best)) = (worst, best) else { return AttrValue::default() };
        words.text(&ChartMessage::DurationSummary {
            worst: worst.name.clone(),
            worst_change: Number::signed_percent(worst.change, 1),
            best: best.name.clone(),
            best_change: Number::signed_percent(best.change, 1),
        })
    }

    fn table(&self, words: &Words) -> Html {
        let head = [
            ChartMessage::ColumnAsset,
            ChartMessage::ColumnDuration,
            ChartMessage::ColumnChange,
            against(self.pinned),
        ];
        let percent = |value| words.text(&ChartMessage::Cell { value: Number::signed_percent(value, 2) });
        let rows = self.dots.iter().map(|dot| {
            let duration = match dot.duration {
                Some(years) => words.text(&ChartMessage::Cell { value: Number::plain(years, 2) }),
                None => words.text(&ChartMessage::CellNone),
            };
            html! {
                <tr key={dot.duck.key()}>
                    <th scope="row">{ dot.name.clone() }</th>
                    <td>{ duration }</td>
                    <td>{ percent(dot.change) }</td>
                    <td>{ percent(dot.before) }</td>
                </tr>
            }
        });
        table(&head, rows.collect(), words)
    }
}

#[cfg(test)]
mod tests {
    use bathtub_model::{Scenario, simulate};

    use super::*;
    use crate::platform::Platform;

    #[test]
    fn every_duck_is_a_dot_on_the_axis() {
        let words = Words::english(Platform::native());
        let calm = simulate(&Scenario::default());
        let chart = Duration::new(&calm, &calm, 52, &words);
        assert_eq!(chart.dots.len(), Duck::COUNT);
        for dot in &chart.dots {
            assert!((0.0..=WIDTH).contains(&dot.x), "{dot:?}");
            assert!(dot.change >= chart.scale.low && dot.change <= chart.scale.high, "{dot:?}");
        }
        let without: Vec<_> = chart.dots.iter().filter(|dot| dot.duration.is_none()).collect();
        assert!(without.len() > 1 && without.iter().all(|dot| dot.x > YEARS));
        assert!(without.windows(2).all(|pair| pair[1].x - pair[0].x >= APART), "side by side");
        assert!(chart.summary(&words).starts_with("Scatter chart of the assets."));
    }
}
