//! Pipes: money competed for runs through glass and comes back green, money that leaves falls
//! through iron.

use yew::{Html, html};

use super::draw::{Draw, px};
use super::frame::{Frame, Layout};
use super::layout::drains;
use super::motion::Spring;
use super::part::Part;

/// Pipes in the order of their springs.
pub const PIPES: [Part; 6] =
    [Part::FromTank, Part::FromTub, Part::Recycled, Part::Runoff, Part::Takes, Part::LessCredit];

/// The way of a pipe, in the direction of its flow.
pub fn way(frame: &Frame, part: Part) -> String {
    let way = match (frame.layout, part) {
        (Layout::Wide, Part::FromTank) => "M44 516V757A24 24 0 0 0 68 781H1126A24 24 0 0 0 1150 757V636",
        (Layout::Wide, Part::FromTub) => "M730 644V692A24 24 0 0 0 754 716H1066A24 24 0 0 0 1090 692V636",
        (Layout::Wide, Part::Recycled) => {
            "M1070 508H1064A20 20 0 0 1 1044 488V184A20 20 0 0 0 1024 164H980A20 20 0 0 0 960 184V192"
        }
        (Layout::Narrow, Part::FromTank) => "M40 606V640A12 12 0 0 0 52 652H316A12 12 0 0 0 328 640V618",
        (Layout::Narrow, Part::FromTub) => "M180 472V544A14 14 0 0 0 194 558H306",
        (Layout::Narrow, Part::Recycled) => "M374 536V470",
        (layout, part) => {
            let x = drains(frame).iter().find(|(drain, _)| *drain == part).map_or(0.0, |(_, x)| *x);
            let (top, bottom) = if layout == Layout::Wide { (630, 704) } else { (366, 388) };
            return format!("M{} {top}V{bottom}", px(x));
        }
    };
    way.to_owned()
}

/// A pipe with what flows through it.
pub fn view(draw: &Draw, index: usize) -> Html {
    let part = PIPES[index];
    let spring = Spring::Pipe(index);
    let width = spring.target(draw.frame, draw.view, draw.plan);
    let way = &draw.fixed.ways[index];
    draw.part(
        part,
        html! {
            <g data-pipe={if index < 2 { "glass" } else if index == 2 { "back" } else { "iron" }} fill="none">
                { draw.fixed.casings[index].clone() }
                <g ref={draw.refs.node(spring)} class="flow" stroke-width={draw.at(spring)}>
                    <path d={way.clone()} />
                    <path ref={draw.refs.dash(index)} class="dash" d={way.clone()} stroke-width={px((width * 0.3).min(3.0))} />
                </g>
            </g>
        },
    )
}
