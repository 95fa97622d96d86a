//! What is on a spring, and what runs in dashes.

use bathtub_model::Duck;

use crate::scene::facts::SceneView;
use crate::scene::place::{Frame, Pipe, Plan, Stream, Tap};
use crate::svg::{Point, short, translate};

/// Something on a spring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spring {
    /// The surface of the water.
    Surface,
    /// The gauge's needle.
    Needle,
    /// The surface in the tank.
    Tank,
    /// The surface in the basin.
    Basin,
    /// A duck, by lane.
    Duck(usize),
    /// A falling stream.
    Stream(Stream),
    /// What flows in a pipe.
    Pipe(Pipe),
    /// A tap's handle.
    Handle(Tap),
}

/// Where each kind begins among [`Spring::ALL`].
const DUCKS: usize = 4;
const STREAMS: usize = DUCKS + Duck::COUNT;
const PIPES: usize = STREAMS + Stream::COUNT;
const HANDLES: usize = PIPES + Pipe::COUNT;

impl Spring {
    /// Number of springs.
    pub const COUNT: usize = HANDLES + Tap::COUNT;

    /// Every spring.
    pub const ALL: [Spring; Self::COUNT] = {
        let mut all = [Spring::Surface; Self::COUNT];
        let mut i = 0;
        while i < Self::COUNT {
            all[i] = match i {
                0 => Spring::Surface,
                1 => Spring::Needle,
                2 => Spring::Tank,
                3 => Spring::Basin,
                _ if i < STREAMS => Spring::Duck(i - DUCKS),
                _ if i < PIPES => Spring::Stream(Stream::ALL[i - STREAMS]),
                _ if i < HANDLES => Spring::Pipe(Pipe::ALL[i - PIPES]),
                _ => Spring::Handle(Tap::ALL[i - HANDLES]),
            };
            i += 1;
        }
        all
    };

    /// Place among [`Spring::ALL`].
    pub const fn index(self) -> usize {
        match self {
            Spring::Surface => 0,
            Spring::Needle => 1,
            Spring::Tank => 2,
            Spring::Basin => 3,
            Spring::Duck(lane) => DUCKS + lane,
            Spring::Stream(stream) => STREAMS + stream.index(),
            Spring::Pipe(pipe) => PIPES + pipe as usize,
            Spring::Handle(tap) => HANDLES + tap as usize,
        }
    }

    /// Where the model has it.
    pub fn target(self, frame: &Frame, view: &SceneView, plan: &Plan) -> f64 {
        match self {
            Spring::Surface => plan.surface.at,
            Spring::Duck(lane) => plan.ducks[lane].y,
            Spring::Needle => frame.needle(view.readouts.spread_bp).at,
            Spring::Tank => frame.tank_y(view.dry_bn).at,
            Spring::Basin => frame.basin_y(view.on_rrp_bn).at,
            Spring::Stream(stream) => plan.stream_width(stream),
            Spring::Pipe(pipe) => frame.pipe_width(pipe.flow(&view.flows)),
            // A quarter of a turn for the widest stream.
            Spring::Handle(tap) => frame.pipe_width(tap.flow(&view.flows)) / frame.pipe.0 * 2.9,
        }
    }

    /// The attribute's value where it stands at `value`.
    pub fn attribute(self, frame: &Frame, value: f64) -> String {
        match self {
            Spring::Surface | Spring::Tank | Spring::Basin => translate((0.0, value)),
            Spring::Duck(lane) => translate((frame.lane_x(lane), value)),
            Spring::Needle => around(value, frame.gauge.centre),
            Spring::Stream(_) | Spring::Pipe(_) => short(value),
            Spring::Handle(tap) => around(value, frame.handle(tap)),
        }
    }

    /// The attribute's name.
    pub const fn name(self) -> &'static str {
        match self {
            Spring::Stream(_) | Spring::Pipe(_) => "stroke-width",
            _ => "transform",
        }
    }

    /// Stiffness: light things are quicker.
    pub const fn stiffness(self) -> f64 {
        match self {
            Spring::Surface | Spring::Tank | Spring::Basin => 60.0,
            Spring::Duck(_) => 85.0,
            Spring::Needle => 140.0,
            _ => 110.0,
        }
    }

    /// Damping as a part of the critical: below one it overshoots a little.
    pub const fn damping(self) -> f64 {
        match self {
            Spring::Duck(_) => 0.55,
            Spring::Needle => 0.45,
            Spring::Surface => 0.8,
            _ => 1.0,
        }
    }
}

fn around(angle: f64, (x, y): Point) -> String {
    format!("rotate({} {} {})", short(angle), short(x), short(y))
}

/// Something that runs in dashes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// What flows in a pipe.
    Pipe(Pipe),
    /// A falling stream.
    Stream(Stream),
    /// What is drawn into a drain of the tub, by its place among [`Pipe::SINKS`].
    Sink(usize),
}

/// Where each kind begins among [`Dash::ALL`].
const FALLING: usize = Pipe::COUNT;
const SINKS: usize = FALLING + Stream::COUNT;

impl Dash {
    /// Number of dashed lines.
    pub const COUNT: usize = SINKS + Pipe::SINKS.len();

    /// Every dashed line.
    pub const ALL: [Dash; Self::COUNT] = {
        let mut all = [Dash::Sink(0); Self::COUNT];
        let mut i = 0;
        while i < Self::COUNT {
            all[i] = match i {
                _ if i < FALLING => Dash::Pipe(Pipe::ALL[i]),
                _ if i < SINKS => Dash::Stream(Stream::ALL[i - FALLING]),
                _ => Dash::Sink(i - SINKS),
            };
            i += 1;
        }
        all
    };

    /// Place among [`Dash::ALL`].
    pub const fn index(self) -> usize {
        match self {
            Dash::Pipe(pipe) => pipe as usize,
            Dash::Stream(stream) => FALLING + stream.index(),
            Dash::Sink(sink) => SINKS + sink,
        }
    }

    /// The width by which its speed goes.
    pub fn width(self, frame: &Frame, view: &SceneView, plan: &Plan) -> f64 {
        match self {
            Dash::Pipe(pipe) => frame.pipe_width(pipe.flow(&view.flows)),
            Dash::Stream(stream) => plan.stream_width(stream) * 3.0,
            Dash::Sink(sink) => frame.pipe_width(Pipe::SINKS[sink].flow(&view.flows)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spring_and_every_dash_has_its_place() {
        for (i, spring) in Spring::ALL.into_iter().enumerate() {
            assert_eq!(spring.index(), i, "{spring:?}");
        }
        for (i, dash) in Dash::ALL.into_iter().enumerate() {
            assert_eq!(dash.index(), i, "{dash:?}");
        }
    }
}
