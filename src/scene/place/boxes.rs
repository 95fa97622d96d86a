//! What must not be covered, as boxes: from the same places that the drawing reads, so that no
//! change to the drawing leaves a test standing on the old one.

use super::frame::Frame;
use super::plan::Plan;
use super::plumbing::{Pipe, Tap};
use crate::svg::Rect;

/// Something that must not be covered, with a name for messages.
pub type Named = (String, Rect);

/// Width of the pipe to the basin, as the style sheet has it.
pub const OVERFLOW: f64 = 9.0;

/// Radius of a lit lamp.
pub const LAMP: f64 = 6.5;

/// Everything that must not be covered.
pub fn boxes(frame: &Frame, plan: &Plan) -> Vec<Named> {
    let mut all = fixed(frame);
    all.extend(plan.labels.iter().map(|label| (format!("label {:?}", label.part), label.rect())));
    all.extend(plan.stages.iter().map(|lamp| {
        let label = lamp.label.rect();
        let left = lamp.x - LAMP;
        (format!("lamp {:?}", lamp.stage), Rect { x: left, w: label.right() - left, ..label })
    }));
    for floating in &plan.ducks {
        all.push((format!("duck {:?}", floating.duck), floating.body(frame)));
        all.push((format!("tag {:?}", floating.duck), floating.tag));
    }
    for falling in plan.streams.iter().filter(|falling| falling.width > 0.0) {
        let (left, height) = (falling.x - falling.width / 2.0, plan.surface.at - falling.top);
        let rect = Rect::new(left, falling.top, falling.width, height);
        all.push((format!("stream {:?}", falling.stream), rect));
    }
    all.extend(frame.beyond_plate(plan.surface.beyond).map(|rect| ("level off the ruler".to_owned(), rect)));
    all.extend(frame.duck_marks().map(|(change, mark)| {
        (format!("duck scale {change}"), Rect { y: plan.surface.at + mark.y, ..mark })
    }));
    all
}

/// What stands still.
fn fixed(frame: &Frame) -> Vec<Named> {
    let mut all: Vec<Named> = [
        ("ruler", frame.ruler_plate()),
        ("tank", frame.tank.inside),
        ("basin", frame.basin.inside),
        ("gauge", frame.dial()),
        ("data centre", frame.racks()),
    ]
    .map(|(name, rect)| (name.to_owned(), rect))
    .to_vec();
    all.extend(frame.board.map(|board| ("board".to_owned(), board.rect)));
    all.extend(Tap::ALL.map(|tap| (format!("spout {tap:?}"), frame.spout_rect(tap))));
    for pipe in Pipe::ALL {
        all.extend(frame.house_rect(pipe).map(|rect| (format!("house {pipe:?}"), rect)));
        let stretches = frame.route(pipe).boxes(frame.casing(pipe), frame.hidden(pipe));
        all.extend(stretches.into_iter().map(|rect| (format!("pipe {pipe:?}"), rect)));
    }
    let overflow = frame.overflow().into_iter().flat_map(|route| route.boxes(OVERFLOW, (0.0, 0.0)));
    all.extend(overflow.map(|rect| ("overflow".to_owned(), rect)));
    all
}
