//! What moves: springs from where things stand to where the model has them, and dashes that run
//! with the flow. One frame loop writes attributes through node references; it rests as soon as
//! everything has arrived and the flow has been seen for a while. At rest the style sheet alone
//! lets the crests of the surface drift.

mod browser;

pub use browser::Mover;

use yew::NodeRef;

use super::frame::Frame;
use super::layout::Plan;
use super::taps::handle_y;
use super::view::SceneView;

/// Something on a spring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spring {
    /// The surface of the water.
    Surface,
    /// A duck, by lane.
    Duck(usize),
    /// The gauge's needle.
    Needle,
    /// The surface in the tank.
    Tank,
    /// The surface in the basin.
    Basin,
    /// A falling stream.
    Stream(usize),
    /// What flows in a pipe.
    Pipe(usize),
    /// A tap's handle.
    Handle(usize),
}

/// Every spring, in the order of the references.
pub const SPRINGS: [Spring; 28] = {
    let mut all = [Spring::Surface; 28];
    let mut i = 0;
    while i < 28 {
        all[i] = match i {
            0 => Spring::Surface,
            1..=11 => Spring::Duck(i - 1),
            12 => Spring::Needle,
            13 => Spring::Tank,
            14 => Spring::Basin,
            15..=18 => Spring::Stream(i - 15),
            19..=24 => Spring::Pipe(i - 19),
            _ => Spring::Handle(i - 25),
        };
        i += 1;
    }
    all
};

/// Dashes: six pipes, four streams, and what is drawn into the four drains of the tub.
pub const DASHES: usize = 14;

impl Spring {
    /// Place among [`SPRINGS`].
    pub const fn index(self) -> usize {
        match self {
            Spring::Surface => 0,
            Spring::Duck(lane) => 1 + lane,
            Spring::Needle => 12,
            Spring::Tank => 13,
            Spring::Basin => 14,
            Spring::Stream(i) => 15 + i,
            Spring::Pipe(i) => 19 + i,
            Spring::Handle(i) => 25 + i,
        }
    }

    /// Where the model has it.
    pub fn target(self, frame: &Frame, view: &SceneView, plan: &Plan) -> f64 {
        let flows = &view.flows;
        match self {
            Spring::Surface => plan.surface.at,
            Spring::Duck(lane) => plan.ducks[lane].y,
            Spring::Needle => frame.needle(view.spread_bp).at,
            Spring::Tank => frame.tank_y(view.dry_bn).at,
            Spring::Basin => frame.basin_y(view.on_rrp_bn).at,
            Spring::Stream(i) => plan.streams[i].width,
            Spring::Pipe(i) => frame.pipe_width(pipe_flow(view, i)),
            // A quarter of a turn for the widest stream.
            Spring::Handle(i) => {
                let flow = [flows.purchases, flows.credit, flows.treasury_pays][i];
                frame.pipe_width(flow) / frame.pipe * 2.9
            }
        }
    }

    /// The attribute's value where it stands at `value`.
    pub fn attribute(self, frame: &Frame, value: f64) -> String {
        let value = short(value);
        match self {
            Spring::Surface | Spring::Tank | Spring::Basin => ["translate(0 ", &value, ")"].concat(),
            Spring::Duck(lane) => ["translate(", &short(frame.lane_x(lane)), " ", &value, ")"].concat(),
            Spring::Needle => around(&value, frame.gauge[0], frame.gauge[1]),
            Spring::Stream(_) | Spring::Pipe(_) => value,
            Spring::Handle(i) => around(&value, frame.gap_x(i), handle_y(frame.layout)),
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

/// The flow of a pipe, $bn a month.
pub fn pipe_flow(view: &SceneView, pipe: usize) -> f64 {
    let flows = &view.flows;
    [flows.from_tank, flows.from_tub, flows.recycled, flows.runoff, flows.treasury_takes, flows.less_credit]
        [pipe]
}

fn around(angle: &str, x: f64, y: f64) -> String {
    ["rotate(", angle, " ", &short(x), " ", &short(y), ")"].concat()
}

/// A number to a tenth, without a trailing zero.
pub fn short(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let (whole, rest) = ((tenths / 10).unsigned_abs(), (tenths % 10).unsigned_abs());
    let sign = if tenths < 0 { "-" } else { "" };
    match rest {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest}"),
    }
}

/// One spring in time: semi-implicit Euler with a fixed step, which neither gains energy nor
/// depends on the frame rate.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Oscillator {
    /// Where it is.
    pub at: f64,
    /// How fast it moves, a second.
    pub speed: f64,
}

/// Fixed step, seconds.
pub const STEP: f64 = 1.0 / 120.0;
/// Longest time that one frame may cover, seconds: a hidden tab does not leap.
pub const LONGEST: f64 = 0.05;

impl Oscillator {
    /// One step towards a target; true once it has arrived and rests.
    pub fn step(&mut self, target: f64, stiffness: f64, damping: f64) -> bool {
        let friction = 2.0 * damping * stiffness.sqrt();
        self.speed += ((target - self.at) * stiffness - self.speed * friction) * STEP;
        self.at += self.speed * STEP;
        let rests = (target - self.at).abs() < 0.04 && self.speed.abs() < 0.4;
        if rests {
            *self = Oscillator { at: target, speed: 0.0 };
        }
        rests
    }
}

/// References to everything that moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Refs {
    springs: Vec<NodeRef>,
    tags: Vec<NodeRef>,
    dashes: Vec<NodeRef>,
    /// Further groups that follow the surface: front of the water, mark, ducks' scale.
    surface: Vec<NodeRef>,
    /// The whole picture.
    pub picture: NodeRef,
    /// The crests of the surface.
    pub crests: NodeRef,
}

impl Default for Refs {
    fn default() -> Self {
        let nodes = |count| (0..count).map(|_| NodeRef::default()).collect();
        Refs {
            springs: nodes(SPRINGS.len()),
            tags: nodes(11),
            dashes: nodes(DASHES),
            surface: nodes(3),
            picture: NodeRef::default(),
            crests: NodeRef::default(),
        }
    }
}

impl Refs {
    /// The node of a spring.
    pub fn node(&self, spring: Spring) -> NodeRef {
        self.springs[spring.index()].clone()
    }

    /// The tag of a duck.
    pub fn tag(&self, lane: usize) -> NodeRef {
        self.tags[lane].clone()
    }

    /// The dashes of a pipe, from 6 of a stream, from 10 of what is drawn into a drain.
    pub fn dash(&self, index: usize) -> NodeRef {
        self.dashes[index].clone()
    }

    /// The front of the water.
    pub fn front(&self) -> NodeRef {
        self.surface[0].clone()
    }

    /// The mark on the ruler.
    pub fn mark(&self) -> NodeRef {
        self.surface[1].clone()
    }

    /// The ducks' scale.
    pub fn depth(&self) -> NodeRef {
        self.surface[2].clone()
    }

    /// Every node that follows a spring.
    pub fn followers(&self, spring: Spring) -> impl Iterator<Item = &NodeRef> {
        let more: &[NodeRef] = match spring {
            Spring::Surface => &self.surface,
            Spring::Duck(lane) => &self.tags[lane..=lane],
            _ => &[],
        };
        std::iter::once(&self.springs[spring.index()]).chain(more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spring_has_its_reference() {
        for (i, spring) in SPRINGS.into_iter().enumerate() {
            assert_eq!(spring.index(), i);
        }
    }

    #[test]
    fn springs_arrive_from_any_distance_and_rest() {
        for spring in SPRINGS {
            for from in [-900.0, 0.0, 299.9, 1e4] {
                let mut oscillator = Oscillator { at: from, speed: 0.0 };
                let steps = (0..1200)
                    .take_while(|_| !oscillator.step(300.0, spring.stiffness(), spring.damping()))
                    .count();
                assert!(steps < 600, "{spring:?} from {from}: {steps} steps");
                assert_eq!(oscillator, Oscillator { at: 300.0, speed: 0.0 });
            }
        }
    }

    #[test]
    fn numbers_are_short() {
        for (value, text) in
            [(0.0, "0"), (-0.04, "0"), (-0.26, "-0.3"), (12.0, "12"), (99.96, "100"), (-3.5, "-3.5")]
        {
            assert_eq!(short(value), text);
        }
    }
}
