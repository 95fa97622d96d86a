//! Price change against duration: how long an asset's holders wait for its cash.

use bathtub_model::{Duck, Run};
use yew::prelude::*;

use super::scale::Scale;
use crate::locale::charts::ChartMessage;
use crate::locale::{Number, Words, terms};
use crate::platform::NumberStyle;

/// Years that the axis covers, and where assets without a duration stand beside it.
const YEARS: f64 = 60.0;
pub const EDGE: f64 = 62.0;
const NONE: f64 = 68.0;
pub const WIDTH: f64 = 76.0;

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
    pub dots: Vec<Dot>,
    pub scale: Scale,
    /// Labels of the change axis and of the duration axis.
    pub labels: Vec<String>,
    pub years: Vec<(f64, String)>,
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
                    // Bitcoin and gold stand side by side.
                    x: duration.unwrap_or(NONE + if duck == Duck::Gold { 3.0 } else { -3.0 }),
                    change: change(run, duck),
                    before: change(baseline, duck),
                }
            })
            .collect();
        let scale = Scale::around(dots.iter().flat_map(|dot| [dot.change, dot.before]), (-8.0, 4.0));
        let style = NumberStyle::signed(scale.decimals());
        let labels = scale.ticks.iter().map(|tick| words.number(*tick, style)).collect();
        let mut years: Vec<_> = Scale::stepped(0.0, YEARS, 10.0)
            .ticks
            .into_iter()
            .map(|tick| (tick, words.number(tick, NumberStyle::plain(0))))
            .collect();
        years.push((NONE, words.text(&ChartMessage::DurationNone).to_string()));
        Duration { dots, scale, labels, years }
    }

    /// The chart in a sentence.
    pub fn summary(&self, words: &Words) -> AttrValue {
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

    /// The same as a table.
    pub fn table(&self, words: &Words) -> Html {
        let head = [
            ChartMessage::ColumnAsset,
            ChartMessage::ColumnDuration,
            ChartMessage::ColumnChange,
            ChartMessage::ColumnBaseline,
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
        super::table(&head, rows.collect(), words)
    }
}

/// A rectangle by left, top, right and bottom.
pub type Area = (f64, f64, f64, f64);

/// Where the names go: beside their dots, without covering each other or a dot, within `bounds`.
/// `dots` holds centre and width of the name; the result is the left edge and middle of each name,
/// none where there is no room: the table has every name.
pub fn place_names(
    dots: &[((f64, f64), f64)],
    radius: f64,
    height: f64,
    bounds: Area,
) -> Vec<Option<(f64, f64)>> {
    let area = |left: f64, middle: f64, width: f64| -> Area {
        (left, middle - height / 2.0, left + width, middle + height / 2.0)
    };
    let mut taken: Vec<Area> =
        dots.iter().map(|((x, y), _)| (x - radius, y - radius, x + radius, y + radius)).collect();
    let mut places = Vec::with_capacity(dots.len());
    for (i, ((x, y), width)) in dots.iter().enumerate() {
        let gap = radius + 3.0;
        let (right, left, middle) = (x + gap, x - gap - width, x - width / 2.0);
        let (above, below) = (y - gap - height / 2.0, y + gap + height / 2.0);
        let candidates = [
            (right, *y),
            (left, *y),
            (middle, above),
            (middle, below),
            (right, above + gap / 2.0),
            (right, below - gap / 2.0),
            (left, above + gap / 2.0),
            (left, below - gap / 2.0),
        ];
        let free = candidates.into_iter().find(|(left, middle)| {
            let wanted = area(*left, *middle, *width);
            inside(wanted, bounds)
                && taken.iter().enumerate().all(|(other, held)| other == i || !overlap(wanted, *held))
        });
        if let Some((left, middle)) = free {
            taken.push(area(left, middle, *width));
        }
        places.push(free);
    }
    places
}

fn overlap(a: Area, b: Area) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

fn inside(a: Area, bounds: Area) -> bool {
    a.0 >= bounds.0 && a.1 >= bounds.1 && a.2 <= bounds.2 && a.3 <= bounds.3
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
        assert_eq!(without.len(), 2);
        assert!(without.iter().all(|dot| dot.x > YEARS));
        assert!(chart.summary(&words).starts_with("Scatter chart of eleven assets."));
    }

    #[test]
    fn names_cover_neither_dots_nor_each_other() {
        let bounds = (0.0, 0.0, 300.0, 200.0);
        let dots: Vec<_> =
            (0..8).map(|i| ((40.0 + 28.0 * f64::from(i), 100.0 + 4.0 * f64::from(i % 3)), 60.0)).collect();
        let places = place_names(&dots, 5.0, 14.0, bounds);
        let areas: Vec<Area> = places
            .iter()
            .flatten()
            .map(|(left, middle)| (*left, middle - 7.0, left + 60.0, middle + 7.0))
            .collect();
        assert!(areas.len() >= 6, "{places:?}");
        for (i, a) in areas.iter().enumerate() {
            assert!(inside(*a, bounds));
            assert!(areas[i + 1..].iter().all(|b| !overlap(*a, *b)));
            assert!(dots.iter().all(|((x, y), _)| !overlap(*a, (x - 5.0, y - 5.0, x + 5.0, y + 5.0))));
        }
    }
}
