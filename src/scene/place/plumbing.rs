//! Pipes, taps and streams: which there are, what flows in each, and where each runs.

use bathtub_model::Flows;

use super::frame::{Drain, Frame, Way};
use crate::scene::facts::Part;
use crate::svg::{Point, Route};

/// A pipe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pipe {
    /// From the tank to the data centre.
    FromTank,
    /// From the tub to the data centre.
    FromTub,
    /// Back from the data centre to the tub.
    Recycled,
    /// From the tub to the Fed: runoff.
    Runoff,
    /// From the tub to the Treasury's account.
    TreasuryTakes,
    /// From the tub to the banks: loans repaid.
    LessCredit,
}

/// What a pipe is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Material {
    /// Money that is competed for.
    Glass,
    /// Money that comes back.
    Green,
    /// Money that leaves.
    Iron,
}

impl Pipe {
    /// Number of pipes.
    pub const COUNT: usize = 6;
    /// Every pipe, in the order in which they are drawn.
    pub const ALL: [Pipe; Self::COUNT] =
        [Pipe::FromTank, Pipe::FromTub, Pipe::Recycled, Pipe::Runoff, Pipe::TreasuryTakes, Pipe::LessCredit];
    /// Drains of money that leaves.
    pub const DRAINS: [Pipe; 3] = [Pipe::Runoff, Pipe::TreasuryTakes, Pipe::LessCredit];
    /// Pipes that begin at the tub's floor.
    pub const SINKS: [Pipe; 4] = [Pipe::FromTub, Pipe::Runoff, Pipe::TreasuryTakes, Pipe::LessCredit];

    /// The part that it is.
    pub const fn part(self) -> Part {
        match self {
            Pipe::FromTank => Part::FromTank,
            Pipe::FromTub => Part::FromTub,
            Pipe::Recycled => Part::Recycled,
            Pipe::Runoff => Part::Runoff,
            Pipe::TreasuryTakes => Part::TreasuryTakes,
            Pipe::LessCredit => Part::LessCredit,
        }
    }

    /// What it is made of.
    pub const fn material(self) -> Material {
        match self {
            Pipe::FromTank | Pipe::FromTub => Material::Glass,
            Pipe::Recycled => Material::Green,
            Pipe::Runoff | Pipe::TreasuryTakes | Pipe::LessCredit => Material::Iron,
        }
    }

    /// What flows in it, $bn a month.
    pub const fn flow(self, flows: &Flows) -> f64 {
        match self {
            Pipe::FromTank => flows.from_tank,
            Pipe::FromTub => flows.from_tub,
            Pipe::Recycled => flows.recycled,
            Pipe::Runoff => flows.runoff,
            Pipe::TreasuryTakes => flows.treasury_takes,
            Pipe::LessCredit => flows.less_credit,
        }
    }

    /// The symbol of the house behind a drain.
    pub const fn house(self) -> Option<&'static str> {
        match self {
            Pipe::Runoff => Some("fed"),
            Pipe::TreasuryTakes => Some("temple"),
            Pipe::LessCredit => Some("bank"),
            Pipe::FromTank | Pipe::FromTub | Pipe::Recycled => None,
        }
    }

    /// Width of its casing in a wide picture, before the frame's own size.
    pub const fn casing(self) -> f64 {
        match self.material() {
            Material::Iron => 34.0,
            Material::Glass | Material::Green => 36.0,
        }
    }
}

/// A tap over the tub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tap {
    /// The Fed buys.
    Purchases,
    /// Rates and credit.
    Credit,
    /// The Treasury pays.
    TreasuryPays,
}

impl Tap {
    /// Number of taps.
    pub const COUNT: usize = 3;
    /// Every tap, from left to right: each over the gap of its number.
    pub const ALL: [Tap; Self::COUNT] = [Tap::Purchases, Tap::Credit, Tap::TreasuryPays];

    /// The part that it is.
    pub const fn part(self) -> Part {
        match self {
            Tap::Purchases => Part::Purchases,
            Tap::Credit => Part::Credit,
            Tap::TreasuryPays => Part::TreasuryPays,
        }
    }

    /// What it pours, $bn a month.
    pub const fn flow(self, flows: &Flows) -> f64 {
        match self {
            Tap::Purchases => flows.purchases,
            Tap::Credit => flows.credit,
            Tap::TreasuryPays => flows.treasury_pays,
        }
    }
}

/// A stream that falls into the tub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Out of a tap.
    Tap(Tap),
    /// Out of the return pipe.
    Return,
}

impl Stream {
    /// Number of streams.
    pub const COUNT: usize = Tap::COUNT + 1;
    /// Every stream, from left to right.
    pub const ALL: [Stream; Self::COUNT] = [
        Stream::Tap(Tap::Purchases),
        Stream::Tap(Tap::Credit),
        Stream::Tap(Tap::TreasuryPays),
        Stream::Return,
    ];

    /// Place among [`Stream::ALL`].
    pub const fn index(self) -> usize {
        match self {
            Stream::Tap(tap) => tap as usize,
            Stream::Return => Tap::COUNT,
        }
    }

    /// The part that it is of.
    pub const fn part(self) -> Part {
        match self {
            Stream::Tap(tap) => tap.part(),
            Stream::Return => Part::Recycled,
        }
    }
}

impl Frame {
    /// Centre of a tap.
    pub fn tap_x(&self, tap: Tap) -> f64 {
        self.gap_x(tap as usize)
    }

    /// The axis of a tap's handle.
    pub fn handle(&self, tap: Tap) -> Point {
        (self.tap_x(tap), self.taps.handle.0)
    }

    /// Centre of a drain of money that leaves; none for other pipes.
    pub fn drain_x(&self, pipe: Pipe) -> Option<f64> {
        let index = Pipe::DRAINS.iter().position(|drain| *drain == pipe)?;
        Some(match self.drain_x[index] {
            Drain::At(x) => x,
            Drain::Gap(gap) => self.gap_x(gap),
        })
    }

    /// Where a stream begins; none where the return pipe enters from below.
    pub fn stream_start(&self, stream: Stream) -> Option<Point> {
        match stream {
            Stream::Tap(tap) => Some((self.tap_x(tap), self.taps.end)),
            Stream::Return => self.inlet,
        }
    }

    fn way(&self, pipe: Pipe) -> Option<&Way> {
        match pipe {
            Pipe::FromTank => Some(&self.ways[0]),
            Pipe::FromTub => Some(&self.ways[1]),
            Pipe::Recycled => Some(&self.ways[2]),
            Pipe::Runoff | Pipe::TreasuryTakes | Pipe::LessCredit => None,
        }
    }

    /// The pipe by which the tub runs over into the basin.
    pub fn overflow(&self) -> Option<Route> {
        self.overflow.map(|way| Route { points: way.points.to_vec(), bend: way.bend })
    }

    /// The line of a pipe, in the direction of its flow.
    pub fn route(&self, pipe: Pipe) -> Route {
        match (self.way(pipe), self.drain_x(pipe)) {
            (Some(way), _) => Route { points: way.points.to_vec(), bend: way.bend },
            (None, x) => {
                let (x, (top, bottom)) = (x.unwrap_or_default(), self.drains);
                Route { points: vec![(x, top), (x, bottom)], bend: 0.0 }
            }
        }
    }

    /// How much of a pipe lies within what it connects, at the beginning and at the end.
    pub fn hidden(&self, pipe: Pipe) -> (f64, f64) {
        let through_the_floor = self.tub.depth.1 + self.tub.foot - self.drains.0;
        self.way(pipe).map_or((through_the_floor, 2.0), |way| way.hidden)
    }

    /// Width of a pipe's casing.
    pub fn casing(&self, pipe: Pipe) -> f64 {
        pipe.casing() * self.pipe.0 * self.pipe.1
    }

    /// Where a pipe begins in the tub's floor.
    pub fn sink_x(&self, pipe: Pipe) -> f64 {
        self.route(pipe).points[0].0
    }
}
