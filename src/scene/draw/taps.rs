//! Taps over the tub: the handle turns with the flow, the stream is as wide as the flow.

use yew::{AttrValue, Html, html};

use super::context::Draw;
use crate::number::decimal;
use crate::scene::motion::{Dash, Spring};
use crate::scene::place::Tap;
use crate::svg::{px, short, translate};

/// A tap's brass; its stream falls behind the ducks and is drawn with the water.
pub fn view(draw: &Draw, tap: Tap) -> Html {
    let spring = Spring::Handle(tap);
    let handle =
        format!("{} scale({})", translate(draw.frame.handle(tap)), decimal(draw.frame.taps.handle.1));
    draw.part(
        tap.part(),
        html! {
            <g class="tap">
                { draw.fixed.spouts[tap as usize].clone() }
                <g ref={draw.refs.node(spring)} transform={draw.at(spring)}>
                    <use href={draw.href("handle")} transform={handle} />
                </g>
            </g>
        },
    )
}

/// The streams, from the spouts to far below the surface, which hides their ends.
pub fn streams(draw: &Draw) -> Html {
    let bottom = short(draw.frame.tub.depth.1);
    let streams = draw.plan.streams.iter().map(|falling| {
        let spring = Spring::Stream(falling.stream);
        let line = AttrValue::from(format!("M{} {}V{bottom}", short(falling.x), short(falling.top)));
        html! {
            <g key={falling.stream.index()} ref={draw.refs.node(spring)} stroke-width={draw.at(spring)}>
                <path d={line.clone()} />
                <path ref={draw.refs.dash(Dash::Stream(falling.stream))} class="dash" d={line} stroke-width={px((falling.width * 0.3).min(3.0))} />
            </g>
        }
    });
    html! { <g class="streams" fill="none">{ for streams }</g> }
}
