//! What never changes in a picture, as markup: written once, and never compared node by node.

use std::fmt::Write;

use bathtub_model::stage::SPREAD;
use yew::{AttrValue, Html};

use crate::number::decimal;
use crate::scene::facts::Phrases;
use crate::scene::place::frame::{Placed, Vessel};
use crate::scene::place::scale::{GAUGE, TANK_LAST_MARK, gauge_angle};
use crate::scene::place::{Frame, Layout, Pipe, Tap};
use crate::svg::{Rect, short, translate};

pub(super) const DEFS: &str = include_str!("../art/defs.svg");
pub(super) const DUCKS: &str = include_str!("../art/ducks.svg");
const ROOM_WIDE: &str = include_str!("../art/room-wide.svg");
const ROOM_NARROW: &str = include_str!("../art/room-narrow.svg");

/// Classes of the four stages.
pub const ZONES: [&str; 4] = ["zone ample", "zone tight", "zone depleted", "zone crisis"];

/// Fixed drawings of a picture, each behind or before what moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Fixed {
    /// Gradients, symbols, clips of fixed vessels; wall, floor, window.
    pub room: Html,
    /// Casings of the pipes, and the houses that the iron ones lead to.
    pub casings: [Html; Pipe::COUNT],
    /// Lines of the pipes.
    pub routes: [AttrValue; Pipe::COUNT],
    /// Behind the water in the tank.
    pub tank: Html,
    /// Glass and scale before it.
    pub tank_scale: Html,
    /// Behind the water in the basin.
    pub basin: Html,
    /// The gauge without its needle.
    pub gauge: Html,
    /// Spouts of the three taps.
    pub spouts: [Html; Tap::COUNT],
    /// The ruler without its marks.
    pub ruler: Html,
    /// The line of the surface with its crests.
    pub crests: AttrValue,
    /// Light in the water, relative to the surface.
    pub light: Html,
    /// Grates over the drains, in the order of [`Pipe::SINKS`].
    pub grates: [Html; Pipe::SINKS.len()],
}

/// Markup with `@` before every id.
fn raw(markup: &str, frame: &Frame) -> Html {
    Html::from_html_unchecked(AttrValue::from(markup.replace('@', frame.prefix)))
}

fn rect(class: &str, rect: Rect, round: f64, more: &str) -> String {
    let [x, y, w, h, r] = [rect.x, rect.y, rect.w, rect.h, round].map(short);
    format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{r}\"{more}/>")
}

fn text(x: f64, y: f64, size: &str, anchor: &str, text: &str) -> String {
    let [x, y] = [x, y].map(short);
    format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" text-anchor=\"{anchor}\">{text}</text>")
}

impl Fixed {
    /// Draws everything fixed of a frame; the second of two borrows symbols and clips of the first.
    pub fn new(frame: &Frame, phrases: &Phrases, second: bool) -> Self {
        let routes = Pipe::ALL.map(|pipe| AttrValue::from(frame.route(pipe).path()));
        let casing = |pipe: Pipe| {
            let (d, width) = (&routes[pipe as usize], frame.casing(pipe));
            let (rim, bore) = (short(width), short(width - 3.0));
            let markup = format!(
                "<path class=\"rim\" d=\"{d}\" stroke-width=\"{rim}\"/><path class=\"bore\" d=\"{d}\" stroke-width=\"{bore}\"/>"
            );
            raw(&(markup + &house(frame, pipe)), frame)
        };
        Fixed {
            room: raw(&room(frame, second), frame),
            casings: Pipe::ALL.map(casing),
            tank: raw(&tank(frame), frame),
            tank_scale: raw(&tank_scale(frame, phrases), frame),
            basin: raw(&basin(frame), frame),
            gauge: raw(&gauge(frame, phrases), frame),
            spouts: Tap::ALL.map(|tap| raw(&spout(frame, tap), frame)),
            ruler: raw(&ruler(frame, phrases), frame),
            crests: crests(frame),
            light: raw(light(frame.layout), frame),
            grates: Pipe::SINKS.map(|pipe| {
                let kind = if pipe == Pipe::FromTub { "grate collar" } else { "grate" };
                raw(&rect(kind, GRATE, 4.0, ""), frame)
            }),
            routes,
        }
    }
}

/// A grate, from the middle of its drain.
const GRATE: Rect = Rect::new(-24.0, -7.0, 48.0, 12.0);

fn room(frame: &Frame, second: bool) -> String {
    let room = match frame.layout {
        Layout::Wide => ROOM_WIDE,
        Layout::Narrow => ROOM_NARROW,
    };
    if second {
        // What the room's own drawing names is its own.
        let mut own = String::new();
        for (i, part) in room.split('@').enumerate() {
            let name = ["tiles", "light"].into_iter().find(|name| i > 0 && part.starts_with(name));
            let name = name.unwrap_or_default();
            own += if i > 0 { "@" } else { "" };
            own += name;
            own += if name.is_empty() { "" } else { "-2" };
            own += &part[name.len()..];
        }
        return own;
    }
    let clip = |id, vessel: &Vessel| {
        format!("<clipPath id=\"@{id}\">{}</clipPath>", rect("", vessel.inside, vessel.corner, ""))
    };
    let clips = clip("tank", &frame.tank) + &clip("basin", &frame.basin);
    format!("{DEFS}{DUCKS}{clips}{room}")
}

fn tank(frame: &Frame) -> String {
    let Vessel { inside, corner, thickness } = frame.tank;
    rect("shell", inside.grown(thickness), corner + thickness, "")
        + &rect("hollow", inside, corner, " fill=\"url(#@inner)\"")
}

fn tank_scale(frame: &Frame, phrases: &Phrases) -> String {
    let Vessel { inside, corner, .. } = frame.tank;
    let (right, wide) = (inside.right(), frame.layout == Layout::Wide);
    let mut all = rect("", inside, corner, " fill=\"url(#@glass)\"");
    let (step, size) = if wide { (500, "12") } else { (1500, "9.5") };
    for stock in (step..=TANK_LAST_MARK).step_by(step) {
        let y = frame.tank_y(stock as f64).at;
        let long = stock % 1000 == 0 || !wide;
        let _ = write!(all, "<path d=\"M{} {}h{}\"/>", short(right), short(y), if long { -14 } else { -8 });
        if long {
            all += &text(right - 17.0, y + 4.0, size, "end", &phrases.count(stock as u32));
        }
    }
    all
}

fn basin(frame: &Frame) -> String {
    let Rect { x, y, w, h } = frame.basin.inside;
    let slant = w * 0.12;
    let feed = frame.overflow().map_or_else(String::new, |route| {
        format!("<path class=\"feed\" fill=\"none\" d=\"{}\"/>", route.path())
    });
    let [left, top, across, inwards, down, floor] =
        [x - 4.0, y - 2.0, w + 8.0, -slant, h, 2.0 * slant - w + 4.0].map(short);
    format!(
        "{feed}<path class=\"shell\" d=\"M{left} {top}h{across}l{inwards} {down}q-2 4-6 4h{floor}q-4 0-6-4z\"/>\
         <path class=\"edge\" d=\"M{left} {top}h{across}\"/>"
    )
}

fn gauge(frame: &Frame, phrases: &Phrases) -> String {
    let ((x, y), r) = (frame.gauge.centre, frame.gauge.radius);
    let [cx, cy] = [x, y].map(short);
    let circle = |class: &str, r: f64, more: &str| {
        format!("<circle class=\"{class}\" cx=\"{cx}\" cy=\"{cy}\" r=\"{}\"{more}/>", short(r))
    };
    let mut all = circle("bezel", r + 4.0, "") + &circle("dial", r, "");
    let ends = [GAUGE.0, SPREAD[0], SPREAD[1], SPREAD[2], GAUGE.1];
    // One turn is 360 long, so that arcs are dashes and need no trigonometry.
    for (i, zone) in ZONES.into_iter().enumerate() {
        let (from, to) = (gauge_angle(ends[i]), gauge_angle(ends[i + 1]));
        let more = format!(
            " stroke-width=\"{}\" pathLength=\"360\" stroke-dasharray=\"{} 360\" transform=\"rotate({} {cx} {cy})\"",
            short(r * 0.2),
            short(to - from),
            short(from - 90.0)
        );
        all += &circle(zone, r * 0.8, &more);
    }
    if frame.layout == Layout::Wide {
        for end in &ends[1..4] {
            let (turn, up) = (gauge_angle(*end), y - r * 0.53);
            let _ = write!(
                all,
                "<g transform=\"rotate({} {cx} {cy})\"><g transform=\"rotate({} {cx} {})\">{}</g></g>",
                short(turn),
                short(-turn),
                short(up),
                text(x, up + 3.5, "10.5", "middle", &phrases.count(*end as u32))
            );
        }
    }
    all
}

/// The house behind a drain of money that leaves, as markup.
fn house(frame: &Frame, pipe: Pipe) -> String {
    let (Some(symbol), Some(Placed { at, scale })) = (pipe.house(), frame.house(pipe)) else {
        return String::new();
    };
    format!("<use href=\"#@{symbol}\" transform=\"{} scale({})\"/>", translate(at), decimal(scale.0))
}

/// The surface as a line of crests, closed below.
fn crests(frame: &Frame) -> AttrValue {
    let ((length, height), (left, halves)) = (frame.crest, frame.surface);
    let half = length / 2.0;
    let [left, middle, half, up] = [left, half / 2.0, half, 2.0 * height].map(short);
    let more = format!("t{half} 0").repeat(halves - 1);
    AttrValue::from(format!("M{left} 6V0q{middle}-{up} {half} 0{more}V6Z"))
}

fn spout(frame: &Frame, tap: Tap) -> String {
    let Placed { at, scale } = frame.spout(tap);
    format!(
        "<use href=\"#@spout\" transform=\"{} scale({} {})\"/>",
        translate(at),
        decimal(scale.0),
        decimal(scale.1)
    )
}

fn ruler(frame: &Frame, phrases: &Phrases) -> String {
    let (plate, (top, point)) = (frame.ruler_plate(), frame.scale);
    let (size, label, inset) =
        if frame.layout == Layout::Wide { (12.0, "12", 7.0) } else { (9.5, "9.5", 4.0) };
    let mut all = rect("", plate, 4.0, "");
    let _ = write!(
        all,
        "<path class=\"marks\" stroke-width=\"5\" stroke-dasharray=\"1.2 {}\" d=\"M{} {}V{}\"/>",
        short(point - 1.2),
        short(plate.x + 3.0),
        short(top - 0.6),
        short(top + frame.ruler_length() + 0.6)
    );
    for (level, y) in frame.ruler_numbers() {
        all += &text(plate.right() - inset, y + size * 0.36, label, "end", &phrases.count(level));
    }
    all
}

/// Light in the water, from its surface down.
fn light(layout: Layout) -> &'static str {
    match layout {
        Layout::Wide => LIGHT_WIDE,
        Layout::Narrow => LIGHT_NARROW,
    }
}

const LIGHT_WIDE: &str = "<path class=\"beams\" d=\"M330 4H420L300 400H170ZM560 4H600L520 400H450ZM760 4H880L800 400H640Z\"/><path fill=\"none\" d=\"M250 70q40-14 74 2t80-4M520 110q34 12 66-2t70 6M760 64q36 14 72 0t74 4M340 190q30-12 60 0t66-4M650 214q40 14 74-2t62 4M820 160q26-10 52 0t54-2\"/>";
const LIGHT_NARROW: &str = "<path class=\"beams\" d=\"M120 3H160L100 260H40ZM250 3H310L270 260H190Z\"/><path fill=\"none\" d=\"M60 40q20-7 37 1t40-2M200 60q17 6 33-1t35 3M300 36q18 7 36 0t37 2M110 110q15-6 30 0t33-2M240 124q20 7 37-1t31 2\"/>";
