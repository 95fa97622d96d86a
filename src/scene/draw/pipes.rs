//! Pipes: money competed for runs through glass and comes back green, money that leaves falls
//! through iron.

use yew::{Html, html};

use super::context::Draw;
use crate::scene::motion::{Dash, Spring};
use crate::scene::place::Pipe;
use crate::scene::place::plumbing::Material;
use crate::svg::px;

/// A pipe with what flows through it.
pub fn view(draw: &Draw, pipe: Pipe) -> Html {
    let spring = Spring::Pipe(pipe);
    let width = spring.target(draw.frame, draw.view, draw.plan);
    let route = &draw.fixed.routes[pipe as usize];
    let material = match pipe.material() {
        Material::Glass => "glass",
        Material::Green => "back",
        Material::Iron => "iron",
    };
    draw.part(
        pipe.part(),
        html! {
            <g data-pipe={material} fill="none">
                { draw.fixed.casings[pipe as usize].clone() }
                <g ref={draw.refs.node(spring)} class="flow" stroke-width={draw.at(spring)}>
                    <path d={route.clone()} />
                    <path ref={draw.refs.dash(Dash::Pipe(pipe))} class="dash" d={route.clone()} stroke-width={px((width * 0.3).min(3.0))} />
                </g>
            </g>
        },
    )
}
