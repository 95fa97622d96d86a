//! Taps over the tub: the handle turns with the flow, the stream is as wide as the flow.

use yew::{AttrValue, Html, html};

use super::draw::{Draw, px};
use super::fixed::handle;
use super::frame::Layout;
use super::motion::{Spring, short};

/// A tap's brass; its stream falls behind the ducks and is drawn with the water.
pub fn view(draw: &Draw, index: usize) -> Html {
    let spring = Spring::Handle(index);
    draw.part(
        draw.plan.streams[index].part,
        html! {
            <g class="tap">
                { draw.fixed.spouts[index].clone() }
                <g ref={draw.refs.node(spring)} transform={draw.at(spring)}>
                    <use href={draw.href("handle")} transform={handle(draw.frame, index)} />
                </g>
            </g>
        },
    )
}

/// Height of the handles' axes.
pub fn handle_y(layout: Layout) -> f64 {
    match layout {
        Layout::Wide => 74.0,
        Layout::Narrow => 42.0,
    }
}

/// The streams, from the spouts to far below the surface, which hides their ends.
pub fn streams(draw: &Draw) -> Html {
    let bottom = short(draw.frame.depth.1);
    let streams = draw.plan.streams.iter().enumerate().map(|(i, stream)| {
        let spring = Spring::Stream(i);
        let line = AttrValue::from(["M", &short(stream.x), " ", &short(stream.top), "V", &bottom].concat());
        html! {
            <g key={i} ref={draw.refs.node(spring)} stroke-width={draw.at(spring)}>
                <path d={line.clone()} />
                <path ref={draw.refs.dash(6 + i)} class="dash" d={line} stroke-width={px((stream.width * 0.3).min(3.0))} />
            </g>
        }
    });
    html! { <g class="streams" fill="none">{ for streams }</g> }
}
