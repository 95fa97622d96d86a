//! Where ducks, streams and labels stand for a view: pure, and tested never to collide.

use bathtub_model::Duck;

use super::frame::{Frame, Layout};
use super::label::{Label, Lamp, Line};
use super::labels::{labels, stages};
use super::plumbing::Stream;
use super::scale::Clamped;
use crate::number::SHOWN;
use crate::scene::facts::{Phrases, SceneView};
use crate::svg::Rect;

/// A duck without a hat in the units of its drawing, from the middle of its water line.
pub const DUCK: Rect = Rect::new(-28.0, -33.0, 56.0, 46.0);
/// Size of a duck's name.
const NAME: f64 = 12.4;
/// What a tag leaves free of its lane on both sides together, and the text in it.
const TAG_GAP: f64 = 3.0;
const TAG_MARGIN: f64 = 5.0;

/// A duck with its tag.
#[derive(Clone, Debug, PartialEq)]
pub struct FloatingDuck {
    /// Which duck.
    pub duck: Duck,
    /// Centre of its lane.
    pub x: f64,
    /// Its water line.
    pub y: f64,
    /// Its distance below the surface, and whether it is clamped.
    pub below: Clamped,
    /// The tag under it.
    pub tag: Rect,
    /// Lines of the tag: the name where there is room, and the change.
    pub lines: Vec<Line>,
}

/// The box of a duck in the units of its drawing; two wear hats.
pub fn duck_box(duck: Duck) -> Rect {
    let above = match duck {
        Duck::Treasuries => 46.0,
        Duck::Gold => 42.0,
        _ => -DUCK.y,
    };
    Rect::new(DUCK.x, -above, DUCK.w, above + DUCK.bottom())
}

impl FloatingDuck {
    /// The box of the duck's drawing.
    pub fn body(&self, frame: &Frame) -> Rect {
        let (s, drawn) = (frame.duck, duck_box(self.duck));
        Rect::new(self.x + drawn.x * s, self.y + drawn.y * s, drawn.w * s, drawn.h * s)
    }
}

/// A falling stream.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FallingStream {
    /// Which one.
    pub stream: Stream,
    /// Its centre.
    pub x: f64,
    /// Where it leaves the spout.
    pub top: f64,
    /// Its width; zero when the tap is closed.
    pub width: f64,
}

/// Everything whose place depends on the numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Height of the surface.
    pub surface: Clamped,
    /// Height of the untouched surface.
    pub untouched: Clamped,
    /// Inner walls.
    pub walls: (f64, f64),
    /// Ducks in their order.
    pub ducks: Vec<FloatingDuck>,
    /// Labels beside parts.
    pub labels: Vec<Label>,
    /// Lamps of the stages.
    pub stages: Vec<Lamp>,
    /// Streams into the tub.
    pub streams: Vec<FallingStream>,
}

impl Plan {
    /// Width of a falling stream; zero where there is none.
    pub fn stream_width(&self, stream: Stream) -> f64 {
        self.streams.iter().find(|falling| falling.stream == stream).map_or(0.0, |falling| falling.width)
    }
}

/// Lays a view out.
pub fn plan(frame: &Frame, view: &SceneView, phrases: &Phrases) -> Plan {
    let surface = frame.level_y(view.readouts.level);
    let ducks = Duck::ALL
        .iter()
        .enumerate()
        .map(|(lane, duck)| place(frame, *duck, lane, surface.at, view.ducks[lane], phrases));
    Plan {
        surface,
        untouched: frame.level_y(view.untouched),
        walls: frame.walls_at(view.market_value_pct),
        ducks: ducks.collect(),
        labels: labels(frame, view, phrases),
        stages: stages(frame, view, phrases),
        streams: streams(frame, view),
    }
}

/// Class of a price change that is written with one decimal.
pub fn tone(change: f64) -> &'static str {
    match change {
        change if change <= -SHOWN => "down",
        change if change >= SHOWN => "up",
        _ => "level",
    }
}

fn place(
    frame: &Frame,
    duck: Duck,
    lane: usize,
    surface: f64,
    change: f64,
    phrases: &Phrases,
) -> FloatingDuck {
    let below = frame.duck_dy(change);
    let (x, y) = (frame.lane_x(lane), surface + below.at);
    let room = frame.lanes.width - TAG_GAP;
    let fitted = |text, size| Line::fitted(text, size, tone(change), frame.lanes.width - TAG_MARGIN);
    let lines = match frame.layout {
        Layout::Wide => {
            // One size for all names; a long one is set narrower.
            let name = Line { text: phrases.duck_brief(duck), size: NAME, class: "tag-name" };
            vec![name, fitted(phrases.duck_change(change), 13.5)]
        }
        Layout::Narrow => vec![fitted(phrases.duck_change_short(change), 12.0)],
    };
    let (top, h) = (y + DUCK.bottom() * frame.duck + 1.0, if lines.len() == 2 { 32.0 } else { 15.0 });
    FloatingDuck { duck, x, y, below, tag: Rect { x: x - room / 2.0, y: top, w: room, h }, lines }
}

fn streams(frame: &Frame, view: &SceneView) -> Vec<FallingStream> {
    let stream = |stream: Stream| {
        let (x, top) = frame.stream_start(stream)?;
        let flow = match stream {
            Stream::Tap(tap) => tap.flow(&view.flows),
            Stream::Return => view.flows.recycled,
        };
        Some(FallingStream { stream, x, top, width: frame.stream_width(flow) })
    };
    Stream::ALL.into_iter().filter_map(stream).collect()
}
