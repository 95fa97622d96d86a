//! The boxes of what is drawn from the file of symbols: data centre, houses, spouts.

use super::frame::{Frame, Placed};
use super::plumbing::{Pipe, Tap};
use crate::svg::Rect;

/// The symbol `racks` in its own units; the tests of `scene::draw::art` hold it against the drawing.
pub const RACKS: Rect = Rect::new(0.0, 0.0, 126.0, 160.0);
/// What the symbols of the three houses fill together.
pub const HOUSE: Rect = Rect::new(-35.3, -2.2, 70.6, 57.6);
/// The symbol `spout`.
pub const SPOUT: Rect = Rect::new(-11.0, 0.0, 22.0, 90.0);

impl Placed {
    /// The box of a part of the symbol's drawing.
    fn rect(&self, drawn: Rect) -> Rect {
        let ((x, y), (across, up)) = (self.at, self.scale);
        Rect::new(x + drawn.x * across, y + drawn.y * up, drawn.w * across, drawn.h * up)
    }
}

impl Frame {
    /// The racks; on a phone below their sign.
    pub fn racks(&self) -> Rect {
        let all = self.data_centre.rect(RACKS);
        Rect::new(all.x, all.y + self.sign, all.w, all.h - self.sign)
    }

    /// The sign over the racks; without a height on a wide picture.
    pub fn sign(&self) -> Rect {
        let all = self.data_centre.rect(RACKS);
        Rect::new(all.x, all.y, all.w, self.sign)
    }

    /// The house behind a drain.
    pub fn house(&self, pipe: Pipe) -> Option<Placed> {
        let (y, scale) = self.houses?;
        Some(Placed { at: (self.drain_x(pipe)?, y), scale: (scale, scale) })
    }

    /// The box of a house.
    pub fn house_rect(&self, pipe: Pipe) -> Option<Rect> {
        Some(self.house(pipe)?.rect(HOUSE))
    }

    /// A tap's spout.
    pub fn spout(&self, tap: Tap) -> Placed {
        let (top, scale) = self.taps.spout;
        Placed { at: (self.tap_x(tap), top), scale }
    }

    /// The box of a spout, down to where its stream begins.
    pub fn spout_rect(&self, tap: Tap) -> Rect {
        let drawn = self.spout(tap).rect(SPOUT);
        Rect { h: self.taps.end - drawn.y, ..drawn }
    }

    /// The box of the gauge.
    pub fn dial(&self) -> Rect {
        let ((x, y), r) = (self.gauge.centre, self.gauge.radius);
        Rect::new(x - r, y - r, 2.0 * r, 2.0 * r)
    }
}
