//! The tub: enamel, back wall, water with surface and depth, ruler.

use bathtub_model::math::between;
use yew::{AttrValue, Html, NodeRef, html};

use super::context::Draw;
use super::tank::arrow;
use super::{ducks, taps};
use crate::number::decimal;
use crate::scene::facts::{Part, SELLING};
use crate::scene::motion::{Dash, Spring};
use crate::scene::place::frame::Tub;
use crate::scene::place::scale::ARROW;
use crate::scene::place::{Layout, Line, Pipe};
use crate::svg::{Rect, px, short};

/// A tub's outline, open at the top.
fn outline((left, right): (f64, f64), (top, bottom): (f64, f64), round: f64) -> String {
    let [left, top, right, bottom, low, from, until, r] =
        [left, top, right, bottom, bottom - round, left + round, right - round, round].map(short);
    format!("M{left} {top}V{low}A{r} {r} 0 0 0 {from} {bottom}H{until}A{r} {r} 0 0 0 {right} {low}V{top}Z")
}

/// The inside, for clipping.
pub fn inside(draw: &Draw) -> String {
    let Tub { depth, corners, .. } = draw.frame.tub;
    // Ducks and jets rise over the rim: the clip opens upwards.
    outline(draw.plan.walls, (0.0, depth.1), corners.0)
}

/// Enamel behind everything that is in the tub.
pub fn back(draw: &Draw) -> Html {
    let Tub { depth: (top, bottom), thickness, corners, rim: (over, high), foot, .. } = draw.frame.tub;
    let (left, right) = draw.plan.walls;
    let outer = outline((left - thickness, right + thickness), (top - 8.0, bottom + foot), corners.1);
    let side = thickness + over;
    let rim = Rect::new(left - side, top - high, right - left + 2.0 * side, high);
    html! {
        <g class="enamel">
            <path class="shell" d={outer} fill={draw.url("enamel")} />
            <path d={outline((left, right), (top, bottom), corners.0)} fill={draw.url("inner")} />
            <rect class="shell" x={px(rim.x)} y={px(rim.y)} width={px(rim.w)} height={px(rim.h)} rx={px(rim.h / 2.0)} fill={draw.url("rim")} />
        </g>
    }
}

/// The feet, where they are seen.
pub fn feet(draw: &Draw) -> Html {
    let Some((inset, y)) = draw.frame.tub.feet else { return html! {} };
    let (left, right) = draw.plan.walls;
    let [left, right, y] = [left + inset, right - inset, y].map(short);
    html! {
        <>
            <use href={draw.href("foot")} transform={format!("translate({left} {y})")} />
            <use href={draw.href("foot")} transform={format!("translate({right} {y}) scale(-1 1)")} />
        </>
    }
}

/// Everything in the tub up to the front of the water.
pub fn water(draw: &Draw) -> Html {
    let untouched = draw.plan.untouched.at;
    let (left, right) = draw.plan.walls;
    let floor = draw.frame.tub.depth.1;
    let wave = &draw.fixed.crests;
    let stir = swell(draw);
    let swell = format!("scale(1 {})", short(stir));
    let body = |class: &'static str, fill: AttrValue, crests: NodeRef| {
        html! {
            <g class={class}>
                <g transform={swell.clone()}><path ref={crests} data-wave="" d={wave.clone()} /></g>
                <rect x={px(left - 40.0)} y={px(6.0 * stir)} width={px(right - left + 80.0)} height={px(floor)} {fill} />
            </g>
        }
    };
    let line = format!("M{} {}H{}", short(draw.frame.ruler.1), short(untouched), short(right));
    html! {
        <g clip-path={draw.url(draw.inside())}>
            <path class="untouched" d={line} />
            { taps::streams(draw) }
            <g ref={draw.refs.node(Spring::Surface)} transform={draw.at(Spring::Surface)} data-tap="water">
                <g>{ for selling(draw, wave.clone()) }</g>
                { body("deep", draw.url("water"), draw.refs.crests.clone()) }
                <g class="caustics">{ draw.fixed.light.clone() }</g>
            </g>
            <g class="sinks">{ for Pipe::SINKS.into_iter().enumerate().map(|(i, pipe)| sink(draw, i, pipe)) }</g>
            { ducks::view(draw) }
            <g ref={draw.refs.front()} transform={draw.at(Spring::Surface)} class="front">{ body("veil", draw.url("veil"), NodeRef::default()) }</g>
        </g>
    }
}

/// How many times as high as drawn the waves are: they grow with the uncertainty of the level, on
/// the scale of the ruler within limits that keep them waves.
fn swell(draw: &Draw) -> f64 {
    let (calm, high) = match draw.frame.layout {
        Layout::Wide => (1.5, 14.0),
        Layout::Narrow => (0.9, 8.0),
    };
    between(draw.view.uncertainty * draw.frame.scale.1, calm, high) / draw.frame.crest.1
}

/// Waves of selling: crests between the others, the higher the further forced sales have gone.
fn selling(draw: &Draw, wave: AttrValue) -> Option<Html> {
    let fall = draw.view.forced_fall_pct;
    (fall >= SELLING).then(|| {
        let (aside, high) = (short(draw.frame.crest.0 / 2.0), short(2.0 + fall.min(12.0)));
        let place = format!("translate(-{aside} 0) scale(1 {high})");
        html! { <g class="selling" transform={place}><path d={wave} /></g> }
    })
}

/// A drain in the floor, and what is drawn into it.
fn sink(draw: &Draw, index: usize, pipe: Pipe) -> Html {
    let (size, floor) = (draw.frame.whirl, draw.frame.tub.depth.1);
    let width = draw.frame.pipe_width(pipe.flow(&draw.view.flows));
    let place =
        format!("translate({} {}) scale({})", short(draw.frame.sink_x(pipe)), short(floor), decimal(size));
    html! {
        <g key={index} data-part={pipe.part().key()} transform={place}>
            <path ref={draw.refs.dash(Dash::Sink(index))} class="drawn" fill="none" d={WHIRL} stroke-width={px((width * 0.16 / size).min(4.0))} />
            { draw.fixed.grates[index].clone() }
        </g>
    }
}

/// A whirl over a drain.
const WHIRL: &str = "M-38-66a38 9 0 1 0 76 0a38 9 0 1 0-76 0M-23-42a23 6 0 1 0 46 0a23 6 0 1 0-46 0M-13-24a13 4 0 1 0 26 0a13 4 0 1 0-26 0M-6-11a6 2 0 1 0 12 0a6 2 0 1 0-12 0";

/// The ruler on the back wall, over the water, with the marks of now and of the untouched start.
pub fn ruler(draw: &Draw) -> Html {
    let ((x0, x1), plate) = (draw.frame.ruler, draw.frame.ruler_plate());
    let beyond = draw.plan.surface.beyond;
    let away = ARROW / 2.0 + 1.0;
    let end = if beyond > 0 { plate.y - away } else { plate.bottom() + away };
    let mark = if draw.frame.layout == Layout::Wide { "l9-5.4v10.8Z" } else { "l6-3.6v7.2Z" };
    let at = |y: f64| format!("M{} {}{mark}", short(x1 - 3.0), short(y));
    let drawing = html! {
        <g class="ruler">
            { draw.fixed.ruler.clone() }
            <g>{ for began(draw) }</g>
            <path class="was" d={at(draw.plan.untouched.at)} />
            <g ref={draw.refs.mark()} transform={draw.at(Spring::Surface)}><path class="now" d={at(0.0)} /></g>
            { arrow((x0 + x1) / 2.0, end, beyond) }
            <g>{ for draw.frame.beyond_plate(beyond).map(|rect| off(draw, rect)) }</g>
        </g>
    };
    draw.part(Part::Water, drawing)
}

/// The number of a level that is off the ruler.
fn off(draw: &Draw, rect: Rect) -> Html {
    let size = rect.h * 0.75;
    let level = Line::fitted(draw.phrases.level(draw.view.readouts.level), size, "value", rect.w - 3.0);
    html! {
        <>
            <rect x={px(rect.x)} y={px(rect.y)} width={px(rect.w)} height={px(rect.h)} rx="4" />
            <text data-off="" x={px(rect.centre_x())} y={px(rect.y + rect.h * 0.77)} font-size={px(level.size)} text-anchor="middle">{ level.text }</text>
        </>
    }
}

/// Where on the scale each stage began.
fn began(draw: &Draw) -> impl Iterator<Item = Html> {
    let (x0, x1) = draw.frame.ruler;
    let marks = ["tight", "depleted", "crisis"].into_iter().zip(draw.view.began);
    marks.filter_map(move |(stage, level)| {
        let [x0, y, x1] = [x0, draw.frame.level_y(level?).at, x1].map(short);
        Some(html! { <path key={stage} class={format!("began {stage}")} d={format!("M{x0} {y}H{x1}")} /> })
    })
}

/// The ducks' scale, which starts at the surface and moves with it.
pub fn duck_scale(draw: &Draw) -> Html {
    // On a phone there is room for a depth without its sign.
    let (size, wide) = if draw.frame.layout == Layout::Wide { (10.5, true) } else { (9.0, false) };
    let marks = draw.frame.duck_marks().map(|(change, mark)| {
        let depth = -change as u32;
        let text = if wide { draw.phrases.percent(change) } else { draw.phrases.count(depth) };
        html! {
            <g key={depth}>
                <rect x={px(mark.x)} y={px(mark.y)} width={px(mark.w)} height={px(mark.h)} rx="4" />
                <text x={px(mark.centre_x())} y={px(mark.y + mark.h / 2.0 + size * 0.36)}>{ text }</text>
            </g>
        }
    });
    let (x, top, bottom) = draw.frame.duck_break();
    let fifth = (bottom - top) / 5.0;
    let [x, top, w, h, end] = [x, top + fifth, fifth * 3.0, fifth, draw.frame.duck_depth()].map(short);
    let axis = format!("M{x} 0V{top}l-{w} {h}l{w} {h}l{w} {h}L{x} {end}");
    html! {
        <g ref={draw.refs.duck_scale()} class="depths" transform={draw.at(Spring::Surface)} font-size={px(size)} text-anchor="middle" aria-hidden="true">
            <path d={axis} />
            { for marks }
        </g>
    }
}
