//! The data centre, which drinks through two pipes.

use yew::{Html, html};

use super::context::Draw;
use crate::number::decimal;
use crate::scene::facts::Part;
use crate::scene::place::buildings::RACKS;
use crate::scene::place::frame::Placed;
use crate::svg::{px, translate};

/// Where the racks stand in the symbol: what is idle is dark from below.
const SHELVES: (f64, f64, f64, f64) = (6.0, 10.0, RACKS.w - 12.0, 144.0);

/// The data centre; racks without power stay dark.
pub fn data_centre(draw: &Draw) -> Html {
    let Placed { at, scale } = draw.frame.data_centre;
    let (left, top, width, height) = SHELVES;
    let dark = (100.0 - draw.view.powered_pct) / 100.0 * height;
    let sign = draw.frame.sign();
    let sign = (sign.h > 0.0).then(|| {
        html! { <rect class="sign" x={px(sign.x)} y={px(sign.y)} width={px(sign.w)} height={px(sign.h)} rx="6" /> }
    });
    draw.part(
        Part::DataCentre,
        html! {
            <g class="racks">
                <g transform={format!("{} scale({} {})", translate(at), decimal(scale.0), decimal(scale.1))}>
                    <use href={draw.href("racks")} />
                    <rect class="idle" x={px(left)} y={px(top + height - dark)} width={px(width)} height={px(dark)} />
                </g>
                <g>{ for sign }</g>
            </g>
        },
    )
}
