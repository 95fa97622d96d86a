//! What stands between a drain and the tub, over two years: reserves, reverse repo, dry powder, and
//! the Treasury's account, which takes from the first two.

use bathtub_chart::{Chart, Colour, Mark, Name, Shape};
use bathtub_engine::Past;
use bathtub_model::{Run, Series, WEEKS};
use yew::prelude::*;

use super::ChartInputs;
use super::plot::{AnyPlot, Axes, Legend, Plot, PlotInputs, axes, legend};
use super::scale::Scale;
use super::table::against;
use super::weeks::{Weeks, past_points, points};
use crate::locale::charts::ChartMessage;
use crate::locale::insight::InsightMessage;
use crate::locale::scene::SceneMessage;
use crate::locale::units::Amount;
use crate::locale::{Number, Words};
use crate::number::NumberStyle;

/// Balances, each with the colour and the width of its line and the week of its name. Reverse repo
/// and the tank are often as low as each other in the end: one has its name at the beginning.
const BALANCES: [(Series, Colour, f64, usize); 4] = [
    (Series::Reserves, Colour::Water, 2.5, WEEKS),
    (Series::OnRrp, Colour::Water, 1.0, 0),
    (Series::DryPowder, Colour::Ink, 2.0, WEEKS),
    (Series::Tga, Colour::Soft, 2.0, WEEKS),
];

/// Least reach of the axis, $bn.
const REACH: (f64, f64) = (0.0, 3500.0);

/// How far from its line a name stands, as a share of the axis.
const APART: f64 = 0.05;

/// One balance, $bn.
#[derive(Clone, Debug, PartialEq)]
pub struct Buffer {
    pub name: AttrValue,
    pub colour: Colour,
    pub width: f64,
    /// The week at which its name stands.
    pub named: usize,
    pub now: Vec<f64>,
    pub baseline: Vec<f64>,
    /// What was published before the start; none where it is not to be drawn.
    pub past: Vec<(f64, f64)>,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Buffers {
    /// Whether it is compared with a run that was pinned.
    pub pinned: bool,
    pub lines: [Buffer; 4],
    pub weeks: Weeks,
    /// The week of the read-outs.
    pub week: usize,
    /// What dashboards call net liquidity in that week, and in the comparison, $bn.
    pub net: [f64; 2],
    pub scale: Scale,
    pub labels: Vec<String>,
}

/// What a balance is called.
fn name(series: Series, words: &Words) -> AttrValue {
    match series {
        Series::Reserves => words.text(&InsightMessage::Reserves),
        Series::OnRrp => words.text(&SceneMessage::OnRrp),
        Series::DryPowder => words.text(&SceneMessage::Tank),
        _ => words.text(&InsightMessage::Tga),
    }
}

/// The chart of the section.
pub fn plot(material: &PlotInputs, words: &Words) -> AnyPlot {
    let ChartInputs { run, baseline, week, pinned, .. } = material.inputs;
    let buffers = Buffers { pinned: *pinned, ..Buffers::new(run, baseline, *week, words) };
    AnyPlot::new(match material.past {
        Some(past) => buffers.after(past, words),
        None => buffers,
    })
}

impl Buffers {
    pub fn new(run: &Run, baseline: &Run, week: usize, words: &Words) -> Self {
        let lines = BALANCES.map(|(series, colour, width, named)| Buffer {
            name: name(series, words),
            colour,
            width,
            named,
            now: run.series(series),
            baseline: baseline.series(series),
            past: Vec::new(),
        });
        let week = week.min(WEEKS);
        let net = [run, baseline].map(|run| run.series(Series::NetLiquidity)[week]);
        let (scale, labels) = Buffers::scale(&lines, words);
        Buffers { pinned: false, lines, weeks: Weeks::new(run, words), week, net, scale, labels }
    }

    /// With what was published before the start. Of the tank nothing was.
    fn after(mut self, past: &Past, words: &Words) -> Self {
        for (line, (series, ..)) in self.lines.iter_mut().zip(BALANCES) {
            let published: &[f64] = match series {
                Series::Reserves => &past.reserves,
                Series::OnRrp => &past.on_rrp,
                Series::Tga => &past.tga,
                _ => &[],
            };
            line.past = past_points(past, published);
        }
        let (scale, labels) = Buffers::scale(&self.lines, words);
        Buffers { weeks: self.weeks.with_past(words), scale, labels, ..self }
    }

    fn scale(lines: &[Buffer], words: &Words) -> (Scale, Vec<String>) {
        let reach = lines.iter().flat_map(|line| {
            let past = line.past.iter().map(|point| point.1);
            line.now.iter().chain(&line.baseline).copied().chain(past)
        });
        let scale = Scale::around(reach, REACH);
        let labels = scale.labels(NumberStyle::plain, words);
        (scale, labels)
    }

    /// The name of a line, above it or below it; none where another line would run through it.
    fn line_name(&self, line: &Buffer) -> Option<Name> {
        let apart = APART * (self.scale.high - self.scale.low);
        let here = line.now[line.named];
        let free = |y: &f64| {
            let clear = |other: &Buffer| (other.now[line.named] - y).abs() > 0.7 * apart;
            (self.scale.low + 0.7 * apart..=self.scale.high).contains(y) && self.lines.iter().all(clear)
        };
        let y = [here + apart, here - apart].into_iter().find(free)?;
        Some(Name { text: line.name.to_string(), x: line.named as f64, y })
    }
}

impl Plot for Buffers {
    fn axes(&self, words: &Words) -> Axes {
        axes(&ChartMessage::BuffersAxis, None, words)
    }

    fn legend(&self, words: &Words) -> Legend {
        let balances = [
            ("key-line", Series::Reserves),
            ("key-thin", Series::OnRrp),
            ("key-ink", Series::DryPowder),
            ("key-soft", Series::Tga),
        ];
        let compared = [("key-dashed", against(self.pinned)), ("key-dotted", ChartMessage::LevelWeek)];
        let balances = balances.map(|(class, series)| (class, name(series, words)));
        let past = ("key-thin", ChartMessage::PastPublished);
        let past = self.lines.iter().any(|line| !line.past.is_empty()).then(|| legend(&[past], words));
        balances.into_iter().chain(legend(&compared, words)).chain(past.into_iter().flatten()).collect()
    }

    fn chart(&self) -> Chart {
        let week = self.week as f64;
        let mut marks = vec![Mark::new(
            Shape::Dotted,
            Colour::Ink,
            1.0,
            [(week, self.scale.low), (week, self.scale.high)],
        )];
        for line in &self.lines {
            marks.push(Mark::new(Shape::Dashed, line.colour, 1.5, points(&line.baseline)).faint(0.8));
        }
        for line in &self.lines {
            let past = line.past.iter().copied();
            marks.push(Mark::new(Shape::Line, line.colour, 0.6 * line.width, past).faint(0.8));
            marks.push(Mark::new(Shape::Line, line.colour, line.width, points(&line.now)));
            marks.push(Mark::new(Shape::Dot, line.colour, 3.5, [(week, line.now[self.week])]));
        }
        Chart {
            x: self.weeks.axis(),
            y: self.scale.axis(&self.labels),
            marks,
            names: self.lines.iter().filter_map(|line| self.line_name(line)).collect(),
        }
    }

    fn summary(&self, words: &Words) -> AttrValue {
        let at = |values: &[f64]| Amount::plain(values[self.week], 0);
        let [reserves, on_rrp, dry, tga] = &self.lines;
        words.text(&ChartMessage::BuffersSummary {
            date: self.weeks.day(self.week),
            against: words.text(&against(self.pinned)),
            reserves: at(&reserves.now),
            reserves_before: at(&reserves.baseline),
            on_rrp: at(&on_rrp.now),
            on_rrp_before: at(&on_rrp.baseline),
            dry: at(&dry.now),
            dry_before: at(&dry.baseline),
            tga: at(&tga.now),
            tga_before: at(&tga.baseline),
        })
    }

    fn note(&self, words: &Words) -> Option<AttrValue> {
        let [net, before] = self.net.map(|bn| Amount::plain(bn, 0));
        let against = words.text(&against(self.pinned));
        Some(words.text(&ChartMessage::NetLiquidity {
            date: self.weeks.day(self.week),
            net,
            before,
            against,
        }))
    }

    fn table(&self, words: &Words) -> Html {
        let head = self.lines.iter().flat_map(|line| {
            let (name, against) = (line.name.clone(), words.text(&against(self.pinned)));
            [ChartMessage::ColumnNow { name: name.clone() }, ChartMessage::ColumnBefore { name, against }]
        });
        let cells = |week: usize| {
            let pairs = self.lines.iter().flat_map(|line| [line.now[week], line.baseline[week]]);
            pairs.map(|value| Number::plain(value, 0)).collect()
        };
        self.weeks.table(head, cells, words)
    }
}

#[cfg(test)]
mod tests {
    use bathtub_model::{ParameterId, Scenario, simulate};

    use super::*;
    use crate::platform::Platform;

    #[test]
    fn a_fuller_treasury_account_takes_reserves() {
        let words = Words::english(Platform::native());
        let calm = simulate(&Scenario::default());
        let full = simulate(&Scenario::default().with(ParameterId::Tga, 700.0).unwrap());
        let chart = Buffers::new(&full, &calm, 26, &words);
        let [reserves, _, tank, tga] = &chart.lines;
        assert!((tga.now[26] - tga.baseline[26] - 700.0).abs() < 1e-6);
        assert!(reserves.now[26] < reserves.baseline[26] - 500.0);
        assert_eq!((tank.now[0], reserves.now[0]), (600.0, calm.series(Series::Reserves)[0]));
        let painted = chart.chart();
        assert_eq!(painted.names.len(), 4);
        assert!(painted.names.iter().all(|name| (painted.y.low..=painted.y.high).contains(&name.y)));
        let summary = chart.summary(&words);
        assert!(summary.contains("Treasury account $1.59tn ($886bn)"), "{summary}");
    }
}
