//! Charts as data: axes with their numbers already in words, and marks in the colours of the page.
//!
//! The page writes them, the program of this package paints them. They are two programs, so that
//! nobody who does not scroll to a chart downloads what paints it.

mod names;

pub use names::{Area, place_names};

use serde::{Deserialize, Serialize};

/// A stretch of numbers and what is written beside it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// Where it begins.
    pub low: f64,
    /// Where it ends.
    pub high: f64,
    /// Where something is written, and what.
    pub ticks: Vec<(f64, String)>,
}

/// A colour by what it stands for; style sheets say which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Colour {
    /// Text and marks.
    Ink,
    /// What stands back.
    Soft,
    /// Lines of the grid.
    Grid,
    /// The model's own line.
    Water,
    /// Falling, or losing.
    Fall,
    /// Rising, or gaining.
    Rise,
    /// The ground, for a halo.
    Ground,
}

/// How the points of a mark are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Shape {
    /// A line through them; `size` is its width.
    Line,
    /// A dashed line through them.
    Dashed,
    /// A dotted line through them.
    Dotted,
    /// The area that they enclose.
    Area,
    /// A filled circle at each; `size` is its radius.
    Dot,
    /// An open circle at each.
    Ring,
}

/// Points drawn in one way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// How.
    pub shape: Shape,
    /// In which colour.
    pub colour: Colour,
    /// How much of it covers what lies below, 0–1.
    pub opacity: f64,
    /// Width or radius in CSS pixels.
    pub size: f64,
    /// Points: x, y, x, y, ….
    pub points: Vec<f64>,
}

impl Mark {
    /// A mark that covers what lies below.
    pub fn new(
        shape: Shape,
        colour: Colour,
        size: f64,
        points: impl IntoIterator<Item = (f64, f64)>,
    ) -> Self {
        let points = points.into_iter().flat_map(|(x, y)| [x, y]).collect();
        Mark { shape, colour, opacity: 1.0, size, points }
    }

    /// The same, translucent.
    #[must_use]
    pub fn faint(self, opacity: f64) -> Self {
        Mark { opacity, ..self }
    }
}

/// A name beside a dot, where there is room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Name {
    /// What is written.
    pub text: String,
    /// The dot.
    pub x: f64,
    /// The dot.
    pub y: f64,
}

/// A chart without its title and legend, which are the page's.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chart {
    /// Left to right.
    pub x: Axis,
    /// Bottom to top.
    pub y: Axis,
    /// From back to front.
    pub marks: Vec<Mark>,
    /// Over the marks.
    pub names: Vec<Name>,
}

/// Reads `#1f6fa8` and `rgb(31, 111, 168)`, as tokens and computed styles are written.
pub fn rgb(text: &str) -> Option<[u8; 3]> {
    let text = text.trim();
    if let Some(hex) = text.strip_prefix('#') {
        let value = u32::from_str_radix(hex, 16).ok().filter(|_| hex.len() == 6)?;
        return Some([(value >> 16) as u8, (value >> 8) as u8, value as u8]);
    }
    let inner = text.strip_prefix("rgb(")?.strip_suffix(')')?;
    let mut parts = inner.split(',').map(|part| part.trim().parse().ok());
    Some([parts.next()??, parts.next()??, parts.next()??])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read() {
        assert_eq!(rgb(" #1f6fa8"), Some([31, 111, 168]));
        assert_eq!(rgb("rgb(31, 111, 168)"), Some([31, 111, 168]));
        for other in ["", "#fff", "rgba(0, 0, 0, 0)", "CanvasText", "#12345g"] {
            assert_eq!(rgb(other), None, "{other}");
        }
    }

    #[test]
    fn points_are_listed_flat() {
        let mark = Mark::new(Shape::Line, Colour::Water, 2.0, [(0.0, 1.0), (2.0, 3.0)]).faint(0.5);
        assert_eq!((mark.points, mark.opacity), (vec![0.0, 1.0, 2.0, 3.0], 0.5));
    }
}
