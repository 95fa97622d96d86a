//! The ducks, their tags, and on a phone the board that names them.

use bathtub_model::Duck;
use yew::{AttrValue, Html, html};

use super::context::Draw;
use super::tank::arrow;
use crate::number::decimal;
use crate::scene::facts::Part;
use crate::scene::motion::Spring;
use crate::scene::place::frame::Board;
use crate::scene::place::plan::{FloatingDuck, tone};
use crate::scene::place::{Line, text};
use crate::svg::{px, short, translate};

/// Ducks that float or are sunk; the water's front lies over them afterwards.
pub fn view(draw: &Draw) -> Html {
    html! { <g class="ducks">{ for draw.plan.ducks.iter().enumerate().map(|(lane, place)| duck(draw, lane, place)) }</g> }
}

fn duck(draw: &Draw, lane: usize, place: &FloatingDuck) -> Html {
    let key = place.duck.key();
    let spring = Spring::Duck(lane);
    // Only one picture of the document carries the hooks.
    let hook = draw.primary.then_some(AttrValue::Static(key));
    let change = draw.primary.then(|| draw.phrases.exact(draw.view.ducks[lane]));
    let size = (draw.frame.duck != 1.0).then(|| format!("scale({})", decimal(draw.frame.duck)));
    let lift = -place.below.at;
    let jet = if lift > 4.0 {
        format!("M-9 6C-4 14 -5 {0} -7 {1}H7C5 {0} 4 14 9 6Z", short(lift * 0.5 + 8.0), short(lift + 16.0))
    } else {
        String::new()
    };
    html! {
        <g {key} ref={draw.refs.node(spring)} transform={draw.at(spring)} class="part" data-kind={key} data-part={key}
            data-duck={hook} data-change={change} tabindex={draw.role().map(|_| "-1")} role={draw.role()} aria-label={draw.role().map(|_| draw.names.of(Part::Duck(place.duck)))} aria-describedby={draw.role().map(|_| "scene-card")}>
            <path class="jet" d={jet} fill={draw.url("jet")} />
            <rect class="hit" x={px(place.tag.x - place.x)} y={px(-30.0 * draw.frame.duck)} width={px(place.tag.w)} height={px(place.tag.y + place.tag.h - place.y + 30.0 * draw.frame.duck)} />
            <use href={draw.href(&format!("d-{key}"))} transform={size.clone()} />
            <g transform={size}>{ arrow(13.0, -26.0, place.below.beyond.max(0)) }</g>
        </g>
    }
}

/// Tags under the ducks, over the water.
pub fn tags(draw: &Draw) -> Html {
    let tags = draw.plan.ducks.iter().enumerate().map(|(lane, place)| {
        let FloatingDuck { duck, x, y, tag, lines, .. } = place;
        let spring = Spring::Duck(lane);
        let mut base = tag.y - y;
        let texts = lines.iter().enumerate().map(|(i, line)| {
            base += if i == 0 { 12.5 } else { 14.5 };
            // The longest names are set narrower, so that all have one height.
            let room = draw.frame.lanes.width - 4.0;
            let squeezed = (text::plain_width(&line.text, line.size) > room).then(|| px(room));
            let adjust = squeezed.is_some().then_some("spacingAndGlyphs");
            html! {
                <text key={i} data-ink={line.class} y={px(base)} font-size={px(line.size)} textLength={squeezed} lengthAdjust={adjust}>{&line.text}</text>
            }
        });
        html! {
            <g key={duck.key()} ref={draw.refs.tag(lane)} transform={draw.at(spring)} class="tag"
                text-anchor="middle" aria-hidden="true">
                <rect x={px(tag.x - x)} y={px(tag.y - y)} width={px(tag.w)} height={px(tag.h)} rx="5" />
                { for texts }
            </g>
        }
    });
    html! { <g class="tags">{ for tags }</g> }
}

/// On a phone a tag has room for the number alone: the board under the tub names the ducks.
pub fn board(draw: &Draw) -> Html {
    let Some(Board { rect, first, step }) = draw.frame.board else { return html! {} };
    let cells = Duck::ALL.into_iter().enumerate().map(|(i, duck)| {
        let (x, y) = (first.0 + step.0 * (i % 3) as f64, first.1 + step.1 * (i / 3) as f64);
        let name = Line::fitted(draw.phrases.duck_brief(duck), 12.0, "name", 61.0);
        let change = draw.view.ducks[i];
        let value = Line::fitted(draw.phrases.duck_change(change), 12.0, tone(change), 42.0);
        let icon = format!("{} scale(.34)", translate((x + 11.0, y - 0.5)));
        html! {
            <g key={duck.key()} data-part={duck.key()} data-kind={duck.key()}>
                <use href={draw.href(&format!("d-{}", duck.key()))} transform={icon} />
                <text data-ink="name" x={px(x + 22.0)} y={px(y)} font-size={px(name.size)}>{name.text}</text>
                <text data-ink={value.class} x={px(x + step.0 - 3.0)} y={px(y)} font-size={px(value.size)} text-anchor="end">{value.text}</text>
            </g>
        }
    });
    html! {
        <g class="board" aria-hidden="true">
            <rect x={px(rect.x)} y={px(rect.y)} width={px(rect.w)} height={px(rect.h)} rx="8" />
            { for cells }
        </g>
    }
}
