//! The tank of dry powder and the overflow basin.

use yew::{Html, html};

use super::context::Draw;
use crate::scene::facts::Part;
use crate::scene::motion::Spring;
use crate::svg::{Rect, px, short};

/// The tank.
pub fn view(draw: &Draw) -> Html {
    let Rect { x, y, w, h } = draw.frame.tank.inside;
    let beyond = draw.frame.tank_y(draw.view.dry_bn).beyond;
    draw.part(
        Part::Tank,
        html! {
            <g class="tank">
                { draw.fixed.tank.clone() }
                <g clip-path={draw.url("tank")}>
                    <g ref={draw.refs.node(Spring::Tank)} transform={draw.at(Spring::Tank)}>
                        <rect x={px(x)} width={px(w)} height={px(h)} fill={draw.url("water")} />
                        <rect class="surface" x={px(x)} width={px(w)} height="2" />
                    </g>
                </g>
                <g class="ticks">{ draw.fixed.tank_scale.clone() }</g>
                { arrow(x + w / 2.0, y + 12.0, beyond) }
            </g>
        },
    )
}

/// The overflow basin.
pub fn basin(draw: &Draw) -> Html {
    let Rect { x, y, w, h } = draw.frame.basin.inside;
    let beyond = draw.frame.basin_y(draw.view.on_rrp_bn).beyond;
    draw.part(
        Part::OnRrp,
        html! {
            <g class="basin">
                { draw.fixed.basin.clone() }
                <g clip-path={draw.url("basin")}>
                    <g ref={draw.refs.node(Spring::Basin)} transform={draw.at(Spring::Basin)}>
                        <rect x={px(x)} width={px(w)} height={px(h)} fill={draw.url("water")} />
                    </g>
                </g>
                { arrow(x + w / 2.0, y + 12.0, beyond) }
            </g>
        },
    )
}

/// The mark of something beyond its scale, above or below; empty for what is on it.
pub fn arrow(x: f64, y: f64, beyond: i8) -> Html {
    let d = match beyond {
        0 => String::new(),
        _ => {
            let tip = 12.0 * f64::from(-beyond);
            let [x, y, tip] = [x - 7.0, y - tip / 2.0, tip].map(short);
            format!("M{x} {y}l7 {tip} 7 {}Z", if beyond > 0 { 12 } else { -12 })
        }
    };
    html! { <path class="beyond" {d} /> }
}
