//! The frame loop of a browser.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_render::{AnimationFrame, request_animation_frame};
use web_sys::Element;

use super::oscillator::{Oscillator, STEP};
use super::refs::Refs;
use super::spring::{Dash, Spring};
use crate::scene::facts::SceneView;
use crate::scene::place::{Frame, Plan};
use crate::svg::short;

/// Seconds that the flow goes on after the last change, and then takes to come to rest.
const FLOWS: (f64, f64) = (4.0, 2.0);
/// Longest time that one frame may cover, seconds: a hidden tab does not leap.
const LONGEST: f64 = 0.05;
/// Speed of dashes, px a second in a pipe of width one; wider pipes flow faster.
const SPEED: f64 = 14.0;

/// Seconds that a crest takes to the place of the next: `scene.css` lets them drift as fast while
/// everything else rests.
pub const DRIFT: f64 = 14.0;
/// Tells the style sheet that the crests are moved from here. An animation of its own would have
/// the browser put everything above the crests on layers of their own in each frame.
const MOVING: &str = "data-moving";

/// Moves one picture. Dropping it ends the loop.
#[derive(Clone)]
pub struct Mover(Rc<RefCell<Inner>>);

struct Inner {
    refs: Refs,
    frame: Option<&'static Frame>,
    springs: [Oscillator; Spring::COUNT],
    targets: [f64; Spring::COUNT],
    /// What the document shows, in tenths.
    shown: [i64; Spring::COUNT],
    speeds: [f64; Dash::COUNT],
    offsets: [f64; Dash::COUNT],
    /// How far the crests have drifted, px.
    drift: f64,
    /// When they were left to the style sheet, ms.
    left: Option<f64>,
    /// Seconds since the last change.
    since: f64,
    last: Option<f64>,
    /// Dropping it cancels the frame.
    request: Option<AnimationFrame>,
}

impl Mover {
    /// A mover for the nodes of a picture.
    pub fn new(refs: Refs) -> Self {
        let inner = Rc::new(RefCell::new(Inner {
            refs,
            frame: None,
            springs: Default::default(),
            targets: [0.0; Spring::COUNT],
            shown: [0; Spring::COUNT],
            speeds: [0.0; Dash::COUNT],
            offsets: [0.0; Dash::COUNT],
            drift: 0.0,
            left: None,
            since: 0.0,
            last: None,
            request: None,
        }));
        Mover(inner)
    }

    /// Asks for a frame unless one is under way.
    fn request(&self) {
        if self.0.borrow().request.is_none() {
            let weak = Rc::downgrade(&self.0);
            let frame = request_animation_frame(move |now| {
                if let Some(inner) = weak.upgrade() {
                    inner.borrow_mut().request = None;
                    let goes_on = inner.borrow_mut().frame(now);
                    if goes_on {
                        Mover(inner).request();
                    }
                }
            });
            self.0.borrow_mut().request = Some(frame);
        }
    }

    /// Takes new targets, and goes there: at once in a still picture, else with the next frames.
    /// The document shows the first ones already; later ones are written by nobody else.
    pub fn move_to(&self, frame: &'static Frame, view: &SceneView, plan: &Plan, still: bool) {
        let mut inner = self.0.borrow_mut();
        let first = inner.frame.replace(frame).is_none();
        for (i, spring) in Spring::ALL.into_iter().enumerate() {
            inner.targets[i] = spring.target(frame, view, plan);
        }
        for (i, dash) in Dash::ALL.into_iter().enumerate() {
            let width = dash.width(frame, view, plan);
            inner.speeds[i] = if width > 0.0 { SPEED * (1.0 + width / 6.0) } else { 0.0 };
        }
        if first || still {
            for i in 0..Spring::COUNT {
                inner.springs[i] = Oscillator { at: inner.targets[i], speed: 0.0 };
            }
        }
        if first {
            inner.shown = inner.targets.map(tenths);
        } else if still {
            inner.write();
        }
        inner.since = 0.0;
        drop(inner);
        if !still {
            self.request();
        }
    }
}

impl Inner {
    /// One frame; true when another is needed.
    fn frame(&mut self, now: f64) -> bool {
        let elapsed = self.last.map_or(STEP, |last| ((now - last) / 1000.0).clamp(0.0, LONGEST));
        let steps = (elapsed / STEP).round().max(1.0) as usize;
        let mut rests = true;
        for (i, spring) in Spring::ALL.into_iter().enumerate() {
            for _ in 0..steps {
                let rested = self.springs[i].step(self.targets[i], spring.stiffness(), spring.damping());
                if rested {
                    break;
                }
            }
            rests &= self.springs[i].at == self.targets[i];
        }
        self.since += elapsed;
        let pace = ((FLOWS.0 + FLOWS.1 - self.since) / FLOWS.1).clamp(0.0, 1.0);
        self.write();
        self.run(elapsed * pace);
        let goes_on = !rests || pace > 0.0;
        self.crests(now, elapsed, goes_on);
        self.last = goes_on.then_some(now);
        goes_on
    }

    fn write(&mut self) {
        let Some(frame) = self.frame else { return };
        for (i, spring) in Spring::ALL.into_iter().enumerate() {
            let at = self.springs[i].at;
            if std::mem::replace(&mut self.shown[i], tenths(at)) == tenths(at) {
                continue;
            }
            let value = spring.attribute(frame, at);
            for node in self.refs.followers(spring) {
                if let Some(node) = node.cast::<Element>() {
                    let _ = node.set_attribute(spring.name(), &value);
                }
            }
        }
    }

    /// Lets the crests drift while something moves; they go on from where the style sheet had
    /// them, and it from where they are left.
    fn crests(&mut self, now: f64, elapsed: f64, goes_on: bool) {
        let Some(frame) = self.frame else { return };
        let before = self.drift;
        let passed = self.left.take().map_or(elapsed, |left| (now - left) / 1000.0);
        self.drift = (self.drift + passed / DRIFT * frame.crest.0) % frame.crest.0;
        if before.floor() != self.drift.floor()
            && let Some(crests) = self.refs.crests.cast::<Element>()
        {
            let place = format!("translate(-{})", short(self.drift.floor()));
            let _ = crests.set_attribute("transform", &place);
        }
        let Some(picture) = self.refs.picture.cast::<Element>() else { return };
        if !goes_on {
            self.left = Some(now);
            let _ = picture.remove_attribute(MOVING);
        } else if self.last.is_none() {
            let _ = picture.set_attribute(MOVING, "");
        }
    }

    fn run(&mut self, elapsed: f64) {
        for i in 0..Dash::COUNT {
            if self.speeds[i] > 0.0 {
                self.offsets[i] = (self.offsets[i] - self.speeds[i] * elapsed) % 1200.0;
                if let Some(node) = self.refs.dashes()[i].cast::<Element>() {
                    let _ = node.set_attribute("stroke-dashoffset", &short(self.offsets[i]));
                }
            }
        }
    }
}

/// As finely as [`short`] writes it.
fn tenths(value: f64) -> i64 {
    (value * 10.0).round() as i64
}
