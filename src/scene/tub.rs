//! The tub: enamel, back wall, water with surface and depth, ruler.

use yew::{AttrValue, Html, NodeRef, html};

use super::draw::{Draw, px};
use super::frame::Layout;
use super::layout::drains;
use super::motion::{Spring, pipe_flow, short};
use super::part::Part;
use super::pipes::PIPES;
use super::{ducks, tank::arrow, taps};

/// Thickness of the wall, radius of its inner corners, overhang of the rim.
fn shell(layout: Layout) -> (f64, f64, f64) {
    match layout {
        Layout::Wide => (14.0, 78.0, 20.0),
        Layout::Narrow => (5.0, 20.0, 4.0),
    }
}

/// A tub's outline, open at the top.
fn outline((left, right): (f64, f64), (top, bottom): (f64, f64), round: f64) -> String {
    let low = px(bottom - round);
    let r = px(round);
    format!(
        "M{} {}V{low}A{r} {r} 0 0 0 {} {}H{}A{r} {r} 0 0 0 {} {low}V{}Z",
        px(left),
        px(top),
        px(left + round),
        px(bottom),
        px(right - round),
        px(right),
        px(top)
    )
}

/// The inside, for clipping.
pub fn inside(draw: &Draw) -> String {
    let (_, round, _) = shell(draw.frame.layout);
    // Ducks and jets rise over the rim: the clip opens upwards.
    outline(draw.plan.walls, (0.0, draw.frame.depth.1), round)
}

/// Enamel behind everything that is in the tub.
pub fn back(draw: &Draw) -> Html {
    let (thick, round, over) = shell(draw.frame.layout);
    let ((left, right), (top, bottom)) = (draw.plan.walls, draw.frame.depth);
    let foot = match draw.frame.layout {
        Layout::Wide => bottom + thick,
        // A panel carries the board of ducks.
        Layout::Narrow => bottom + 102.0,
    };
    let outer = outline(
        (left - thick, right + thick),
        (top - 8.0, foot),
        round + if draw.frame.layout == Layout::Wide { thick } else { -8.0 },
    );
    let rim = if draw.frame.layout == Layout::Wide { 24.0 } else { 12.0 };
    html! {
        <g class="enamel">
            <path class="shell" d={outer} fill={draw.url("enamel")} />
            <path d={outline((left, right), (top, bottom), round)} fill={draw.url("inner")} />
            <rect class="shell" x={px(left - thick - over)} y={px(top - rim)} width={px(right - left + 2.0 * (thick + over))} height={px(rim)} rx={px(rim / 2.0)} fill={draw.url("rim")} />
        </g>
    }
}

/// Everything in the tub up to the front of the water.
pub fn water(draw: &Draw) -> Html {
    let untouched = draw.plan.untouched.at;
    let (left, right) = draw.plan.walls;
    let floor = draw.frame.depth.1;
    let wave = AttrValue::Static(match draw.frame.layout {
        Layout::Wide => WAVE_WIDE,
        Layout::Narrow => WAVE_NARROW,
    });
    let stir = swell(draw);
    let swell = format!("scale(1 {})", px(stir));
    let body = |class: &'static str, fill: AttrValue, crests: NodeRef| {
        html! {
            <g class={class}>
                <g transform={swell.clone()}><path ref={crests} data-wave="" d={wave.clone()} /></g>
                <rect x={px(left - 40.0)} y={px(6.0 * stir)} width={px(right - left + 80.0)} height={px(floor)} {fill} />
            </g>
        }
    };
    html! {
        <g clip-path={draw.url("inside")}>
            <path class="untouched" d={["M", &short(draw.frame.ruler.1), " ", &short(untouched), "H", &short(right)].concat()} />
            { taps::streams(draw) }
            <g ref={draw.refs.node(Spring::Surface)} transform={draw.at(Spring::Surface)} data-tap="water">
                <g>{ for selling(draw, wave.clone()) }</g>
                { body("deep", draw.url("water"), draw.refs.crests.clone()) }
                <g class="caustics">{ draw.fixed.light.clone() }</g>
            </g>
            <g class="sinks">{ for SINKS.into_iter().enumerate().map(|(i, pipe)| sink(draw, i, pipe)) }</g>
            { ducks::view(draw) }
            <g ref={draw.refs.front()} transform={draw.at(Spring::Surface)} class="front">{ body("veil", draw.url("veil"), NodeRef::default()) }</g>
        </g>
    }
}

/// How many times as high as drawn the waves are: they grow with the uncertainty of the level, on
/// the scale of the ruler within limits that keep them waves.
fn swell(draw: &Draw) -> f64 {
    let (calm, high, crest) = match draw.frame.layout {
        Layout::Wide => (1.5, 14.0, 3.5),
        Layout::Narrow => (0.9, 8.0, 2.0),
    };
    (draw.view.doubt * draw.frame.scale.1).clamp(calm, high) / crest
}

/// Fall of the market through forced selling from which it is drawn, %.
pub const SELLING: f64 = 0.5;

/// Waves of selling: crests between the others, the higher the further forced sales have gone.
fn selling(draw: &Draw, wave: AttrValue) -> Option<Html> {
    let fall = draw.view.forced_fall_pct;
    (fall >= SELLING).then(|| {
        let place =
            format!("translate(-{} 0) scale(1 {})", px(draw.frame.crest / 2.0), px(2.0 + fall.min(12.0)));
        html! { <g class="selling" transform={place}><path d={wave} /></g> }
    })
}

/// Pipes that begin at the tub's floor.
pub const SINKS: [usize; 4] = [1, 3, 4, 5];

/// A drain in the floor, and what is drawn into it.
fn sink(draw: &Draw, index: usize, pipe: usize) -> Html {
    let part = PIPES[pipe];
    let wide = draw.frame.layout == Layout::Wide;
    let x = match part {
        Part::FromTub => {
            if wide {
                730.0
            } else {
                180.0
            }
        }
        part => drains(draw.frame).iter().find(|(drain, _)| *drain == part).map_or(0.0, |(_, x)| *x),
    };
    let (size, scale) = if wide { (1.0, ") scale(1)") } else { (0.5, ") scale(.5)") };
    let width = draw.frame.pipe_width(pipe_flow(draw.view, pipe));
    let place = ["translate(", &short(x), " ", &short(draw.frame.depth.1), scale].concat();
    html! {
        <g key={index} data-part={part.key()} transform={place}>
            <path ref={draw.refs.dash(10 + index)} class="drawn" fill="none" d={WHIRL} stroke-width={px((width * 0.16 / size).min(4.0))} />
            { draw.fixed.grates[index].clone() }
        </g>
    }
}

/// A whirl over a drain.
const WHIRL: &str = "M-38-66a38 9 0 1 0 76 0a38 9 0 1 0-76 0M-23-42a23 6 0 1 0 46 0a23 6 0 1 0-46 0M-13-24a13 4 0 1 0 26 0a13 4 0 1 0-26 0M-6-11a6 2 0 1 0 12 0a6 2 0 1 0-12 0";

/// The ruler on the back wall, over the water, with the marks of now and of the untouched start.
pub fn ruler(draw: &Draw) -> Html {
    let ((x0, x1), (top, point)) = (draw.frame.ruler, draw.frame.scale);
    let beyond = draw.plan.surface.beyond;
    let end = if beyond > 0 { top - 22.0 } else { top + 20.0 * point + 22.0 };
    let mark = if draw.frame.layout == Layout::Wide { "l9-5.4v10.8Z" } else { "l6-3.6v7.2Z" };
    let at = |y: &str| ["M", &short(x1 - 3.0), " ", y, mark].concat();
    let drawing = html! {
        <g class="ruler">
            { draw.fixed.ruler.clone() }
            <g>{ for began(draw) }</g>
            <path class="was" d={at(&short(draw.plan.untouched.at))} />
            <g ref={draw.refs.mark()} transform={draw.at(Spring::Surface)}><path class="now" d={at("0")} /></g>
            { arrow((x0 + x1) / 2.0, end, beyond) }
        </g>
    };
    draw.part(Part::Water, drawing)
}

/// Where on the scale each stage began.
fn began(draw: &Draw) -> impl Iterator<Item = Html> {
    let (x0, x1) = draw.frame.ruler;
    let marks = ["tight", "depleted", "crisis"].into_iter().zip(draw.view.began);
    marks.filter_map(move |(stage, level)| {
        let y = short(draw.frame.level_y(level?).at);
        let line = ["M", &short(x0), " ", &y, "H", &short(x1)].concat();
        Some(html! { <path key={stage} class={["began ", stage].concat()} d={line} /> })
    })
}

/// The ducks' scale, which starts at the surface and moves with it.
pub fn duck_scale(draw: &Draw) -> Html {
    if draw.frame.layout == Layout::Narrow {
        return html! {};
    }
    let marks = [-2.0, -10.0, -50.0].into_iter().map(|change| {
        let y = draw.frame.duck_dy(change).at;
        html! {
            <g key={-change as u32}>
                <rect x="943" y={px(y - 7.5)} width="33" height="15" rx="4" />
                <text x="972" y={px(y + 3.8)}>{draw.phrases.percent(change)}</text>
            </g>
        }
    });
    html! {
        <g ref={draw.refs.depth()} class="depths" transform={draw.at(Spring::Surface)} font-size="10.5" text-anchor="end" aria-hidden="true">{ for marks }</g>
    }
}

/// One crest each 96 or 48; the drawing is longer than the tub by two crests: one that it has
/// drifted, and one that the style sheet lets it drift from there.
const WAVE_WIDE: &str = "M40 6V0q24-7 48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0t48 0V6Z";
const WAVE_NARROW: &str = "M-60 6V0q12-4 24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0t24 0V6Z";
