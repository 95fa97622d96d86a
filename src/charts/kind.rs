//! The charts that a run is enough for, and what is written around each.

use bathtub_model::Series;
use yew::prelude::*;

use super::buffers::{self, Buffers};
use super::capital::Capital;
use super::demand::Demand;
use super::duration::Duration;
use super::trend::Trend;
use super::{Figure, Picture, Props, TITLES, against};
use crate::locale::Words;
use crate::locale::charts::ChartMessage;

/// A chart of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Level,
    Duration,
    Index,
    Buffers,
    Demand,
    Capital,
}

/// Class of a sample, and what it stands for.
type Legend = Vec<(&'static str, AttrValue)>;

impl Kind {
    /// All, in the order in which they stand, which is that of [`TITLES`].
    pub const ALL: [Kind; 6] =
        [Kind::Level, Kind::Duration, Kind::Index, Kind::Buffers, Kind::Demand, Kind::Capital];

    fn picture(self, of: &Props, words: &Words) -> Picture {
        let Props { run, baseline, week, pinned, .. } = of;
        let (week, pinned) = (*week, *pinned);
        match self {
            Kind::Level => {
                Picture::Trend(Trend { pinned, ..Trend::new(Series::Level, run, baseline, week, words) })
            }
            Kind::Duration => {
                Picture::Duration(Duration { pinned, ..Duration::new(run, baseline, week, words) })
            }
            Kind::Index => {
                Picture::Trend(Trend { pinned, ..Trend::new(Series::Index, run, baseline, week, words) })
            }
            Kind::Buffers => Picture::Buffers(Buffers { pinned, ..Buffers::new(run, baseline, week, words) }),
            Kind::Demand => Picture::Demand(Demand::new(run, week, words)),
            Kind::Capital => Picture::Capital(Capital::new(run, week, words)),
        }
    }

    /// Titles of the vertical and of the horizontal axis.
    const fn axes(self) -> (ChartMessage, Option<ChartMessage>) {
        match self {
            Kind::Level => (ChartMessage::LevelAxis, None),
            Kind::Duration => (ChartMessage::DurationAxisY, Some(ChartMessage::DurationAxisX)),
            Kind::Index => (ChartMessage::IndexAxis, None),
            Kind::Buffers => (ChartMessage::BuffersAxis, None),
            Kind::Demand => (ChartMessage::DemandAxisY, Some(ChartMessage::DemandAxisX)),
            Kind::Capital => (ChartMessage::CapitalAxisY, Some(ChartMessage::CapitalAxisX)),
        }
    }

    fn legend(self, pinned: bool, words: &Words) -> Legend {
        let all = |rows: &[(&'static str, ChartMessage)]| {
            rows.iter().map(|(class, message)| (*class, words.text(message))).collect()
        };
        match self {
            Kind::Level | Kind::Index => all(&[
                ("key-line", ChartMessage::LevelNow),
                ("key-dashed", against(pinned)),
                ("key-dotted", ChartMessage::LevelWeek),
            ]),
            Kind::Duration => all(&[("key-dot", ChartMessage::DurationDuck), ("key-ring", against(pinned))]),
            Kind::Buffers => {
                let balance = |(class, series)| (class, buffers::name(series, words));
                let mut legend: Legend = [
                    ("key-line", Series::Reserves),
                    ("key-thin", Series::OnRrp),
                    ("key-ink", Series::DryPowder),
                    ("key-soft", Series::Tga),
                ]
                .map(balance)
                .to_vec();
                legend
                    .extend(all(&[("key-dashed", against(pinned)), ("key-dotted", ChartMessage::LevelWeek)])
                        as Legend);
                legend
            }
            Kind::Demand => all(&[
                ("key-line", ChartMessage::DemandCurve),
                ("key-dashed", ChartMessage::DemandFitted),
                ("key-start", ChartMessage::PointStart),
                ("key-week", ChartMessage::DemandHere),
                ("key-published", ChartMessage::DemandRecent),
                ("key-earlier", ChartMessage::DemandEarlier),
            ]),
            Kind::Capital => all(&[
                ("key-line", ChartMessage::CapitalCurve),
                ("key-start", ChartMessage::PointStart),
                ("key-week", ChartMessage::LevelWeek),
            ]),
        }
    }

    /// The chart with everything around it.
    pub fn figure(self, of: &Props, words: &Words) -> Html {
        let picture = self.picture(of, words);
        let (id, title) = &TITLES[self as usize];
        let (y_title, x_title) = self.axes();
        html! {
            <Figure
                id={*id}
                title={words.text(title)}
                y_title={words.text(&y_title)}
                x_title={x_title.map(|x_title| words.text(&x_title))}
                legend={self.legend(of.pinned, words)}
                summary={picture.summary(words)}
                {picture}
                theme={of.theme}
                prerender={of.prerender}
            />
        }
    }
}
