//! What of the picture can be pulled: which lever it is, where it is taken hold of, and how the lever
//! follows.

use bathtub_model::ParameterId;

use super::frame::{Frame, Layout};
use super::plumbing::{Pipe, Tap};
use crate::scene::facts::Part;
use crate::svg::{Point, Rect};

/// How a lever follows a pull.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Pull {
    /// A valve: to the right is open, which raises the lever (1) or lowers it (-1).
    Turn(f64),
    /// Along the meter, whose end is the lever's most.
    Meter,
    /// The water line in the tank, up and down.
    Line,
}

/// Something to take hold of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grip {
    /// What it is in the picture.
    pub part: Part,
    /// The lever that it moves.
    pub id: ParameterId,
    /// How.
    pub pull: Pull,
    /// Whether it is the lever's own handle; a second valve of a lever is for pointers alone.
    pub own: bool,
    /// Where the marks of the grip stand.
    pub at: Point,
    /// Half of the room between the marks.
    pub half: f64,
    /// What answers to a pointer.
    pub hold: Rect,
}

impl Grip {
    /// Number of grips.
    pub const COUNT: usize = 8;
}

/// The valves with the levers that they move, from left to right: taps, then drains.
const TAPS: [(Tap, ParameterId); Tap::COUNT] = [
    (Tap::Purchases, ParameterId::Runoff),
    (Tap::Credit, ParameterId::Rate),
    (Tap::TreasuryPays, ParameterId::Tga),
];
const DRAINS: [(Pipe, ParameterId); 3] = [
    (Pipe::Runoff, ParameterId::Runoff),
    (Pipe::TreasuryTakes, ParameterId::Tga),
    (Pipe::LessCredit, ParameterId::Rate),
];

impl Frame {
    /// The meter of the data centre, along its foot.
    pub fn meter(&self) -> Rect {
        let racks = self.racks();
        let (inset, high) = if self.layout == Layout::Wide { (10.0, 7.0) } else { (7.0, 5.0) };
        Rect::new(racks.x + inset, racks.bottom() - high - 1.5, racks.w - 2.0 * inset, high)
    }

    /// Everything to take hold of, while so much is in the tank, $bn, and capex is at a share of its
    /// range.
    pub fn grips(&self, dry_bn: f64, capex: f64) -> [Grip; Grip::COUNT] {
        let wide = self.layout == Layout::Wide;
        let around = |(x, y): Point, w: f64, h: f64| Rect::new(x - w / 2.0, y - h / 2.0, w, h);
        let tap = |(tap, id): (Tap, ParameterId)| {
            let at = self.handle(tap);
            // Under the label.
            let (w, h, over) = if wide { (100.0, 56.0, 18.0) } else { (72.0, 48.0, 11.0) };
            let hold = around((at.0, at.1 + h / 2.0 - over), w, h);
            let half = 28.0 * self.taps.handle.1 + 9.0;
            Grip { part: tap.part(), id, pull: Pull::Turn(-1.0), own: true, at, half, hold }
        };
        let drain = |(pipe, id): (Pipe, ParameterId)| {
            let (top, bottom) = self.drains;
            let (at, hold, half) = if wide {
                let at = (self.sink_x(pipe), bottom - 20.0);
                (at, around(at, 56.0, 44.0), 19.0)
            } else {
                let at = (self.sink_x(pipe), (top + bottom) / 2.0 - 4.0);
                (at, around(at, 44.0, 30.0), 14.0)
            };
            Grip { part: pipe.part(), id, pull: Pull::Turn(1.0), own: false, at, half, hold }
        };
        let (inside, line) = (self.tank.inside, self.tank_y(dry_bn).at);
        let high = if wide { 60.0 } else { 48.0 };
        let tank = Grip {
            part: Part::Tank,
            id: ParameterId::Dry,
            pull: Pull::Line,
            own: true,
            at: (inside.x + inside.w * 0.24, line),
            half: if wide { 10.0 } else { 8.0 },
            hold: around((inside.centre_x(), line), inside.w + 2.0 * self.tank.thickness, high),
        };
        let (meter, racks) = (self.meter(), self.racks());
        let up = if wide { 44.0 } else { 46.0 };
        let data_centre = Grip {
            part: Part::DataCentre,
            id: ParameterId::Capex,
            pull: Pull::Meter,
            own: true,
            at: (meter.x + meter.w * capex, meter.y + meter.h / 2.0),
            half: if wide { 12.0 } else { 9.0 },
            hold: Rect::new(racks.x, racks.bottom() + 4.0 - up, racks.w, up),
        };
        let [purchases, credit, pays] = TAPS.map(tap);
        let [runoff, takes, less] = DRAINS.map(drain);
        [purchases, credit, pays, runoff, takes, less, tank, data_centre]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use bathtub_model::{Group, PARAMETERS};

    use super::super::frame::{NARROW, WIDE};
    use super::*;
    use crate::scene::room::WIDE_FROM;

    /// CSS pixels of a picture's width where it is drawn smallest.
    const NARROWEST: f64 = 328.0;

    #[test]
    fn every_lever_of_the_first_group_has_one_handle_of_its_own() {
        for frame in [&WIDE, &NARROW] {
            let grips = frame.grips(600.0, 0.5);
            let own: Vec<_> = grips.iter().filter(|grip| grip.own).map(|grip| grip.id.row().key).collect();
            let levers = PARAMETERS.iter().filter(|row| row.group == Group::Primary).map(|row| row.key);
            assert_eq!(own.iter().copied().collect::<BTreeSet<_>>(), levers.collect());
            assert_eq!(own.len(), 5, "one each");
            for grip in &grips {
                assert_eq!(grip.part.parameter().0 == grip.id, grip.id != ParameterId::Rate, "{grip:?}");
            }
        }
    }

    #[test]
    fn what_is_taken_hold_of_is_large_enough_apart_and_in_the_picture() {
        for (frame, drawn) in [(&WIDE, f64::from(WIDE_FROM)), (&NARROW, NARROWEST)] {
            let page = Rect::new(0.0, 0.0, frame.size.0, frame.size.1);
            for (dry, capex) in [(0.0, 0.0), (435.0, 0.5), (1700.0, 0.1), (9000.0, 1.0)] {
                let grips = frame.grips(dry, capex);
                for (i, grip) in grips.iter().enumerate() {
                    let px = drawn / frame.size.0;
                    assert!(grip.hold.w.min(grip.hold.h) * px >= 24.0, "{:?}: {grip:?}", frame.layout);
                    assert!(page.contains(&grip.hold), "{:?}: {grip:?}", frame.layout);
                    assert!(grip.hold.contains(&Rect::new(grip.at.0, grip.at.1, 0.0, 0.0)), "{grip:?}");
                    for other in &grips[i + 1..] {
                        assert!(!grip.hold.overlaps(&other.hold), "{grip:?} and {other:?}");
                    }
                }
            }
        }
    }
}
