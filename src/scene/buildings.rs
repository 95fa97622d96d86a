//! The data centre, which drinks through two pipes.

use yew::{Html, html};

use super::draw::{Draw, px};
use super::frame::Layout;
use super::part::Part;

/// The data centre; racks without power stay dark.
pub fn data_centre(draw: &Draw) -> Html {
    let (x, y, scale) = match draw.frame.layout {
        Layout::Wide => ("1064", "480", "1"),
        Layout::Narrow => ("302", "532", ".714 .575"),
    };
    let dark = (100.0 - draw.view.powered_pct) / 100.0 * 144.0;
    let sign = match draw.frame.layout {
        Layout::Wide => html! {},
        Layout::Narrow => html! { <rect class="sign" {x} {y} width="90" height="34" rx="6" /> },
    };
    draw.part(
        Part::DataCentre,
        html! {
            <g class="racks">
                <g transform={["translate(", x, " ", y, ") scale(", scale, ")"].concat()}>
                    <use href={draw.href("racks")} />
                    <rect class="idle" x="6" y={px(154.0 - dark)} width="114" height={px(dark)} />
                </g>
                <g>{sign}</g>
            </g>
        },
    )
}
