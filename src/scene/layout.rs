//! Where labels, ducks and streams stand for a view: pure, and tested never to collide.

use bathtub_model::{Duck, Stage};
use yew::AttrValue;

use super::frame::{Clamped, Frame, Layout};
use super::labels::{labels, stages};
use super::part::Part;
use super::phrases::Phrases;
use super::text;
use super::view::SceneView;

/// Height of a line of text against its size.
const LEADING: f64 = 1.22;
/// Half height of a duck's drawing below its water line, and its height above with the tallest hat.
pub const DUCK_BELOW: f64 = 13.0;
/// Height of a duck's body and head above its water line.
pub const DUCK_ABOVE: f64 = 33.0;
/// Size of a duck's name.
const NAME: f64 = 12.4;
/// What a tag leaves free of its lane on both sides together.
const TAG_MARGIN: f64 = 4.0;
/// Height of the tallest hat above the water line.
const HAT: f64 = 46.0;

/// An upright box in the units of the view box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// Whether two boxes share more than an edge.
    pub fn overlaps(&self, other: &Rect) -> bool {
        let apart = 1e-6;
        self.x + self.w > other.x + apart
            && other.x + other.w > self.x + apart
            && self.y + self.h > other.y + apart
            && other.y + other.h > self.y + apart
    }

    /// Whether the other box lies within this one.
    pub fn holds(&self, other: &Rect) -> bool {
        other.x >= self.x - 1e-6
            && other.y >= self.y - 1e-6
            && other.x + other.w <= self.x + self.w + 1e-6
            && other.y + other.h <= self.y + self.h + 1e-6
    }
}

/// Which point of a text its position means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Anchor {
    /// The beginning.
    Start,
    /// The middle.
    Middle,
    /// The end.
    End,
}

impl Anchor {
    /// The attribute's value.
    pub const fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// One line of a label.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The text.
    pub text: AttrValue,
    /// Size of its letters.
    pub size: f64,
    /// Class that gives weight and colour.
    pub class: &'static str,
}

/// A text of one or more lines beside what it names.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it belongs to.
    pub part: Part,
    /// Where its lines are anchored.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// How its lines are anchored.
    pub anchor: Anchor,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl Line {
    /// A line whose letters shrink to the room it has.
    pub fn fitted(text: AttrValue, size: f64, class: &'static str, room: f64) -> Line {
        let line = Line { text, size, class };
        let wide = line.width();
        if wide > room { Line { size: size * room / wide, ..line } } else { line }
    }

    /// How wide it is likely to be.
    pub fn width(&self) -> f64 {
        match self.class {
            "value" | "value back" | "note" | "tag-name" => text::plain_width(&self.text, self.size),
            _ => text::width(&self.text, self.size),
        }
    }
}

impl Label {
    /// Base line of each line.
    pub fn baselines(&self) -> impl Iterator<Item = (f64, &Line)> {
        let mut y = self.y;
        self.lines.iter().map(move |line| {
            let base = y + line.size * 0.95;
            y += line.size * LEADING;
            (base, line)
        })
    }

    /// The box it is likely to fill.
    pub fn rect(&self) -> Rect {
        let w = self.lines.iter().map(Line::width).fold(0.0, f64::max);
        let h = self.lines.iter().map(|line| line.size * LEADING).sum();
        let x = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - w / 2.0,
            Anchor::End => self.x - w,
        };
        Rect { x, y: self.y, w, h }
    }
}

/// A duck with its tag.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
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

impl Place {
    /// The box of the duck's drawing.
    pub fn body(&self, frame: &Frame) -> Rect {
        let s = frame.duck;
        let above = if matches!(self.duck, Duck::Treasuries | Duck::Gold) { HAT } else { DUCK_ABOVE };
        Rect { x: self.x - 28.0 * s, y: self.y - above * s, w: 56.0 * s, h: (above + DUCK_BELOW) * s }
    }
}

/// A lamp with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Lamp {
    /// Its stage.
    pub stage: Stage,
    /// Its centre.
    pub x: f64,
    /// Its centre.
    pub y: f64,
    /// Its name.
    pub label: Label,
}

/// A falling stream.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stream {
    /// Its tap or pipe.
    pub part: Part,
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
    pub ducks: Vec<Place>,
    /// Labels beside parts.
    pub labels: Vec<Label>,
    /// Lamps of the stages.
    pub stages: Vec<Lamp>,
    /// Streams into the tub.
    pub streams: [Stream; 4],
}

/// Numbers and names of the ruler: level and height.
pub fn ruler_numbers(frame: &Frame) -> impl Iterator<Item = (u32, f64)> + '_ {
    (86..=106).step_by(4).map(|level| (level, frame.level_y(f64::from(level)).at))
}

/// Lays a view out.
pub fn plan(frame: &Frame, view: &SceneView, phrases: &Phrases) -> Plan {
    let surface = frame.level_y(view.level);
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
        change if change <= -0.05 => "down",
        change if change >= 0.05 => "up",
        _ => "level",
    }
}

fn place(frame: &Frame, duck: Duck, lane: usize, surface: f64, change: f64, phrases: &Phrases) -> Place {
    let below = frame.duck_dy(change);
    let (x, y) = (frame.lane_x(lane), surface + below.at);
    let room = frame.lanes.1 - 1.5;
    let fitted = |text, size| Line::fitted(text, size, tone(change), frame.lanes.1 - TAG_MARGIN);
    let lines = match frame.layout {
        Layout::Wide => {
            // One size for all names; a long one is set narrower.
            let name = Line { text: phrases.duck_brief(duck), size: NAME, class: "tag-name" };
            vec![name, fitted(phrases.duck_change(change), 13.5)]
        }
        Layout::Narrow => vec![fitted(phrases.duck_change_short(change), 12.0)],
    };
    let (top, h) = (y + DUCK_BELOW * frame.duck + 1.0, if lines.len() == 2 { 32.0 } else { 15.0 });
    Place { duck, x, y, below, tag: Rect { x: x - room / 2.0, y: top, w: room, h }, lines }
}

/// Height at which a tap's spout ends, and that of the return pipe.
pub fn spouts(frame: &Frame) -> (f64, f64) {
    match frame.layout {
        Layout::Wide => (150.0, 190.0),
        Layout::Narrow => (84.0, 0.0),
    }
}

fn streams(frame: &Frame, view: &SceneView) -> [Stream; 4] {
    let flows = &view.flows;
    let (tap, inlet) = spouts(frame);
    let stream = |part, x, top, flow| Stream { part, x, top, width: frame.stream_width(flow) };
    // On a phone the return pipe enters from below.
    let returned = if frame.layout == Layout::Wide { flows.recycled } else { 0.0 };
    [
        stream(Part::Purchases, frame.gap_x(0), tap, flows.purchases),
        stream(Part::Credit, frame.gap_x(1), tap, flows.credit),
        stream(Part::Pays, frame.gap_x(2), tap, flows.treasury_pays),
        stream(Part::Recycled, frame.inlet, inlet, returned),
    ]
}

/// Where the drains of money that leaves stand: beside their houses, or on a phone under the tap
/// of the same hand.
pub fn drains(frame: &Frame) -> [(Part, f64); 3] {
    match frame.layout {
        Layout::Wide => [(Part::Runoff, 254.0), (Part::Takes, 418.0), (Part::LessCredit, 582.0)],
        Layout::Narrow => [
            (Part::Runoff, frame.gap_x(0)),
            (Part::Takes, frame.gap_x(2)),
            (Part::LessCredit, frame.gap_x(1)),
        ],
    }
}
