//! Labels: lines of text beside what they name, and the lamps of the stages.

use bathtub_model::Stage;
use yew::AttrValue;

use super::text;
use crate::scene::facts::Part;
use crate::svg::Rect;

/// Height of a line of text against its size.
const LEADING: f64 = 1.22;

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
