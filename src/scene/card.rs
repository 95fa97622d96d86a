//! The card beside a part: what it is, its number, its mechanisms and its source.

use bathtub_model::Run;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomRect, Element, HtmlElement, Window};
use yew::{Callback, Html, MouseEvent, NodeRef, Properties, component, html, use_effect_with, use_node_ref};

use super::facts::{Part, Phrases, SELLING, SceneView, meaning};
use super::handles;
use super::uncertainty;
use crate::deferred::{Fetched, use_deferred};
use crate::hooks::{Shared, SizeWatch};
use crate::locale::scene::SceneMessage;
use crate::locale::{Number, mechanisms, terms, use_platform, use_words};
use crate::svg::{Rect, short};

/// Height that a card has at least: fewer lines could not be read, CSS px.
const LEAST: f64 = 160.0;

/// Room between a part and its card, and between a card and the edge, CSS px.
const GAP: f64 = 10.0;

/// Width of a window below which `dock.css` docks the sliders at its lower edge, CSS px.
pub const DOCKED: f64 = 700.0;

/// What the card says.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CardProps {
    /// The part pointed at.
    pub part: Option<Part>,
    /// The numbers.
    pub view: SceneView,
    /// The run that they are of.
    pub run: Shared<Run>,
    /// The figure in which it stands.
    pub figure: NodeRef,
    /// Puts it away.
    pub close: Callback<()>,
}

/// What else the drawing shows of the water.
fn remarks(part: Part, view: &SceneView) -> Vec<SceneMessage> {
    if part != Part::Water {
        return Vec::new();
    }
    let uncertainty = (view.uncertainty > 0.0).then(|| SceneMessage::Uncertainty {
        draws: Number::count(uncertainty::DRAWS),
        points: Number::plain(view.uncertainty, 2),
    });
    let began = view.began.iter().any(Option::is_some).then_some(SceneMessage::Began);
    let selling = (view.forced_fall_pct >= SELLING)
        .then(|| SceneMessage::Selling { fall: Number::percent(view.forced_fall_pct, 1) });
    uncertainty.into_iter().chain(selling).chain(began).collect()
}

/// The card; empty and hidden while nothing is pointed at.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let words = use_words();
    let phrases = Phrases { words: words.clone(), platform: use_platform() };
    let node = use_node_ref();
    // The part of the program that gives reasons knows how a duck's move adds up.
    let duck = if let Some(Part::Duck(duck)) = props.part { Some(duck) } else { None };
    let (deferred, _) = use_deferred(duck.is_some());
    let sum = match (duck, deferred) {
        (Some(duck), Fetched::Here(deferred)) => {
            Some((deferred.duck_sum)(&props.run, props.view.week, duck, &words))
        }
        _ => None,
    };
    {
        let (node, figure) = (node.clone(), props.figure.clone());
        // What it says may come, or come anew, after it was placed, and the window may change.
        use_effect_with((props.part, sum.is_some()), move |(part, _)| {
            let part = *part;
            stand_beside(part, &figure, &node);
            let watched = part.map(|_| {
                [&node, &figure].map(|one| {
                    let (node, figure) = (node.clone(), figure.clone());
                    SizeWatch::new(&one.cast::<Element>()?, move || stand_beside(part, &figure, &node))
                })
            });
            move || drop(watched)
        });
    }
    let onclose = props.close.reform(|_: MouseEvent| ());
    let inner = props.part.map(|part| {
        let (id, source) = part.parameter();
        let row = id.row();
        let source = words.source(row, source);
        let source = SceneMessage::Source {
            tag: words.text(&terms::tag(row.tag)),
            label: words.label(row),
            source: source.trim_end_matches('.').to_owned().into(),
        };
        let rows = words.text(&SceneMessage::Mechanisms { rows: part.mechanisms().into() });
        html! {
            <>
                <button type="button" class="scene-card-close" data-close="" aria-label={words.text(&SceneMessage::Close)} onclick={onclose}>
                    { "×" }
                </button>
                <p class="scene-card-title"><strong>{ phrases.name(part) }</strong></p>
                <p class="scene-card-value">{ phrases.long(part, &props.view) }</p>
                <div>{ for sum }</div>
                <p>{ words.text(&meaning(part)) }</p>
                <div>{ for handles::help(part).map(|help| html! { <p>{ words.text(&help) }</p> }) }</div>
                <div>{ for remarks(part, &props.view).iter().map(|remark| html! { <p>{ words.text(remark) }</p> }) }</div>
                <p class="scene-card-source">{ mechanisms::linked(&rows) }</p>
                <p class="scene-card-source">{ words.text(&source) }</p>
            </>
        }
    });
    html! {
        <div ref={node} id="scene-card" class="scene-card" data-about={props.part.map(Part::key)} hidden={props.part.is_none()}>
            { inner.unwrap_or_default() }
        </div>
    }
}

/// Puts the card where it does not cover its part.
fn stand_beside(part: Option<Part>, figure: &NodeRef, card: &NodeRef) {
    let (Some(part), Some(figure), Some(card)) = (part, figure.cast::<Element>(), card.cast::<HtmlElement>())
    else {
        return;
    };
    let drawn = figure.query_selector(&format!("svg [data-part={}][tabindex]", part.key())).ok().flatten();
    // A part that another layout does not draw leaves its card at the picture.
    let drawn = drawn.unwrap_or_else(|| figure.clone());
    let (all, one) = (figure.get_bounding_client_rect(), drawn.get_bounding_client_rect());
    let at = |rect: &DomRect| Rect {
        x: rect.x() - all.x(),
        y: rect.y() - all.y(),
        w: rect.width(),
        h: rect.height(),
    };
    let window = web_sys::window();
    let inner =
        |size: Option<Result<JsValue, JsValue>>| size.and_then(Result::ok).and_then(|size| size.as_f64());
    let wide = inner(window.as_ref().map(Window::inner_width)).unwrap_or(f64::MAX);
    let high = inner(window.as_ref().map(Window::inner_height)).unwrap_or(f64::MAX);
    let dock = window.and_then(|window| window.document()?.query_selector(".dock").ok()?);
    let dock = dock.filter(|_| wide < DOCKED).map_or(high, |dock| dock.get_bounding_client_rect().y());
    let own = if let Part::Duck(duck) = part { duck.key() } else { "" };
    let mut ducks = Vec::new();
    // Those of a second tub too.
    let bench = figure.closest(".bench").ok().flatten().unwrap_or_else(|| figure.clone());
    if let Ok(found) = bench.query_selector_all("svg [data-duck]") {
        for i in 0..found.length() {
            let Some(duck) = found.item(i).and_then(|duck| duck.dyn_into::<Element>().ok()) else { continue };
            let drawn = duck.get_bounding_client_rect();
            if duck.get_attribute("data-duck").as_deref() != Some(own) && drawn.width() > 0.0 {
                ducks.push(at(&drawn));
            }
        }
    }
    let style = card.style();
    let _ = style.remove_property("max-height");
    let size = || (f64::from(card.offset_width()), f64::from(card.offset_height()));
    let mut space = Space {
        part: at(&one),
        card: size(),
        figure: (all.width(), all.height()),
        window: Rect { x: -all.x(), y: -all.y(), w: wide, h: dock.min(high) },
        ducks,
    };
    // On a phone a long card would cover ducks wherever it stands: it scrolls then.
    if wide < DOCKED && space.card.1 > space.free_height() {
        let _ = style.set_property("max-height", &format!("{}px", short(space.free_height())));
        space.card = size();
    }
    let (x, y) = space.best();
    // Whatever it covers, it stands in the window.
    let x = x.min(space.window.x + wide - space.card.0).max(space.window.x);
    let _ = style.set_property("left", &format!("{}px", short(x)));
    let _ = style.set_property("top", &format!("{}px", short(y)));
}

/// What a card's place depends on, in CSS px of the figure.
struct Space {
    /// The part pointed at.
    part: Rect,
    /// Size of the card.
    card: (f64, f64),
    /// Size of the figure.
    figure: (f64, f64),
    /// What is seen of the page: the window down to the sliders that are docked in it.
    window: Rect,
    /// The ducks that the card does not describe.
    ducks: Vec<Rect>,
}

impl Space {
    /// Height that a card may have over or under all ducks, in sight.
    fn free_height(&self) -> f64 {
        let top = self.ducks.iter().map(|duck| duck.y).fold(f64::INFINITY, f64::min);
        let bottom = self.ducks.iter().map(Rect::bottom).fold(f64::NEG_INFINITY, f64::max);
        let end = self.window.y + self.window.h;
        let free = (top.min(end) - self.window.y).max(end - bottom.max(self.window.y)) - 2.0 * GAP;
        free.max(LEAST)
    }

    /// The place that covers least: no other duck, not the part, nothing out of sight. Of places as
    /// good as each other the first in this order: beside the part, under it, over it, beside the
    /// picture, along its edges.
    fn best(&self) -> (f64, f64) {
        let (Rect { x, y, w, h }, (wide, high)) = (self.part, self.card);
        let right = (self.figure.0 - wide).max(0.0);
        let centred = (x + (w - wide) / 2.0).max(0.0).min(right);
        let level = y.max(0.0).min((self.figure.1 - high).max(0.0));
        let mut places = vec![
            (x + w + GAP, level),
            (x - GAP - wide, level),
            (centred, y + h + GAP),
            (centred, y - GAP - high),
            (self.figure.0 + GAP, level),
            (-GAP - wide, level),
        ];
        // Along both edges, from the top of what is seen to its end.
        let (top, end) = (self.window.y + GAP, self.window.y + self.window.h - GAP - high);
        for step in 0..=8 {
            let down = top + (end - top) * f64::from(step) / 8.0;
            places.extend([(0.0, down), (right, down)]);
        }
        places.into_iter().min_by(|a, b| self.cost(*a).total_cmp(&self.cost(*b))).unwrap_or((0.0, 0.0))
    }

    /// How bad a place is: what is out of sight weighs most, then ducks, then the part itself.
    fn cost(&self, (x, y): (f64, f64)) -> f64 {
        let card = Rect { x, y, w: self.card.0, h: self.card.1 };
        let hidden = card.w * card.h - shared(&card, &self.window);
        let ducks: f64 = self.ducks.iter().map(|duck| shared(&card, duck)).sum();
        100.0 * hidden + 10.0 * ducks + shared(&card, &self.part)
    }
}

/// The area that two boxes share.
fn shared(a: &Rect, b: &Rect) -> f64 {
    let across = (a.x + a.w).min(b.x + b.w) - a.x.max(b.x);
    let down = (a.y + a.h).min(b.y + b.h) - a.y.max(b.y);
    across.max(0.0) * down.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ducks across a picture, as wide as a phone or as a window, and a part anywhere in it.
    #[test]
    fn a_card_covers_no_duck_and_stands_in_sight() {
        for (figure, window) in [
            ((366.0, 620.0), Rect { x: -12.0, y: -180.0, w: 390.0, h: 660.0 }),
            ((340.0, 575.0), Rect { x: -26.0, y: -190.0, w: 1280.0, h: 720.0 }),
            ((992.0, 666.0), Rect { x: -28.0, y: -150.0, w: 1920.0, h: 1080.0 }),
        ] {
            let ducks: Vec<Rect> = (0..11)
                .map(|i| Rect {
                    x: 40.0 + f64::from(i) * (figure.0 - 80.0) / 11.0,
                    y: 150.0,
                    w: 26.0,
                    h: 40.0,
                })
                .collect();
            for step in 0..400 {
                let (across, down) = (f64::from(step % 20) / 20.0, f64::from(step / 20) / 20.0);
                let part =
                    Rect { x: across * (figure.0 - 40.0), y: down * (figure.1 - 40.0), w: 40.0, h: 40.0 };
                let space = Space { part, card: (320.0, 190.0), figure, window, ducks: ducks.clone() };
                let (x, y) = space.best();
                let card = Rect { x, y, w: 320.0, h: 190.0 };
                assert!(space.ducks.iter().all(|duck| shared(&card, duck) == 0.0), "{part:?} under {card:?}");
                assert!((shared(&card, &window) - 320.0 * 190.0).abs() < 1.0, "{card:?} is out of sight");
            }
        }
    }
}
