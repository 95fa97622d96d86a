//! The pressure gauge, whose colours are the stages' thresholds, and the stage lamps.

use yew::{Html, html};

use super::context::Draw;
use super::fixed::ZONES;
use super::tank::arrow;
use crate::scene::facts::Part;
use crate::scene::motion::Spring;
use crate::scene::place::Lamp;
use crate::svg::{px, short};

/// The gauge.
pub fn view(draw: &Draw) -> Html {
    let ((x, y), r) = (draw.frame.gauge.centre, draw.frame.gauge.radius);
    let [left, foot, length, half] = [x - r * 0.07, y + r * 0.16, r * -0.92, r * 0.07].map(short);
    let needle = format!("M{left} {foot}l{half} {length} {half} {}Z", short(r * 0.92));
    let beyond = draw.frame.needle(draw.view.readouts.spread_bp).beyond;
    draw.part(
        Part::Gauge,
        html! {
            <g class="gauge">
                { draw.fixed.gauge.clone() }
                <g ref={draw.refs.node(Spring::Needle)} transform={draw.at(Spring::Needle)}><path class="needle" d={needle} /></g>
                <circle class="hub" cx={px(x)} cy={px(y)} r={px(r * 0.12)} />
                { arrow(x + r * 0.5, y + r * 0.72, beyond.max(0)) }
            </g>
        },
    )
}

/// Four lamps, one lit.
pub fn stage(draw: &Draw) -> Html {
    let lamps = draw.plan.stages.iter().map(|Lamp { stage, x, y, label }| {
        let lit = *stage == draw.view.readouts.stage;
        let (base, line) = label.baselines().next().expect("a lamp has a name");
        html! {
            <g key={*stage as usize} data-lit={lit.then_some("")}>
                <circle class={ZONES[*stage as usize]} cx={px(*x)} cy={px(*y)} r={if lit { "6.5" } else { "4" }} />
                <text x={px(label.x)} y={px(base)} font-size={px(line.size)}>{&line.text}</text>
            </g>
        }
    });
    draw.part(Part::Stage, html! { <g class="lamps">{ for lamps }</g> })
}
