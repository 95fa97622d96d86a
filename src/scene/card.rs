//! The card beside a part: what it is, its number, its mechanisms and its source.

use bathtub_model::Run;
use web_sys::{Element, HtmlElement};
use yew::{Html, NodeRef, Properties, component, html, use_effect_with, use_node_ref};

use super::facts::{Part, Phrases, SELLING, SceneView, meaning};
use super::uncertainty;
use crate::deferred::{Fetched, use_deferred};
use crate::hooks::Shared;
use crate::locale::scene::SceneMessage;
use crate::locale::{Number, terms, use_platform, use_words};
use crate::svg::{Rect, short};

/// Room between a part and its card, and between a card and the edge, CSS px.
const GAP: f64 = 10.0;

/// Width of a window below which `page.css` docks the sliders at its lower edge, CSS px.
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
        use_effect_with((props.part, sum.is_some()), move |(part, _)| stand_beside(*part, &figure, &node));
    }
    let inner = props.part.map(|part| {
        let (id, source) = part.parameter();
        let row = id.row();
        let source = words.source(row, source);
        let source = SceneMessage::Source {
            tag: words.text(&terms::tag(row.tag)),
            label: words.label(row),
            source: source.trim_end_matches('.').to_owned().into(),
        };
        let rows = SceneMessage::Mechanisms { rows: part.mechanisms().into() };
        html! {
            <>
                <p class="scene-card-title"><strong>{ phrases.name(part) }</strong></p>
                <p class="scene-card-value">{ phrases.long(part, &props.view) }</p>
                { for sum }
                <p>{ words.text(&meaning(part)) }</p>
                { for remarks(part, &props.view).iter().map(|remark| html! { <p>{ words.text(remark) }</p> }) }
                <p class="scene-card-source">{ words.text(&rows) }</p>
                <p class="scene-card-source">{ words.text(&source) }</p>
            </>
        }
    });
    // Pointing at the card is pointing at its part, so that the card can be reached.
    html! {
        <div ref={node} id="scene-card" class="scene-card" data-part={props.part.map(Part::key)} hidden={props.part.is_none()}>
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
    let Ok(Some(drawn)) = figure.query_selector(&format!("svg [data-part={}][tabindex]", part.key())) else {
        return;
    };
    let (all, one) = (figure.get_bounding_client_rect(), drawn.get_bounding_client_rect());
    let rect = Rect { x: one.x() - all.x(), y: one.y() - all.y(), w: one.width(), h: one.height() };
    let size = (f64::from(card.offset_width()), f64::from(card.offset_height()));
    let window = web_sys::window();
    let narrow = window.as_ref().and_then(|window| window.inner_width().ok()?.as_f64());
    let narrow = narrow.is_some_and(|width| width < DOCKED);
    let dock = window.and_then(|window| window.document()?.query_selector(".dock").ok()?);
    let dock = dock.filter(|_| narrow).map(|dock| dock.get_bounding_client_rect().y() - all.y());
    let space = Space { part: rect, card: size, figure: (all.width(), all.height()), above: all.y(), dock };
    let (x, y) = if matches!(part, Part::Duck(_)) { space.under() } else { space.beside() };
    let style = card.style();
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
    /// Room over the figure in the window: a card may stand on the headline.
    above: f64,
    /// Where the sliders begin that hide the lower part of the window, as on a phone.
    dock: Option<f64>,
}

impl Space {
    fn centred(&self) -> f64 {
        (self.part.x + (self.part.w - self.card.0) / 2.0).clamp(0.0, (self.figure.0 - self.card.0).max(0.0))
    }

    fn below_fits(&self) -> bool {
        self.part.y + self.part.h + GAP + self.card.1 <= self.dock.unwrap_or(self.figure.1)
    }

    /// Under or over the part, so that its neighbours in the row stay in view. Behind docked
    /// sliders nobody would see the card: with no room but there it stands at the top.
    fn under(&self) -> (f64, f64) {
        let over = self.part.y - GAP - self.card.1;
        let (top, docked) = (GAP - self.above, self.dock.is_some());
        if (over >= top && docked) || (!self.below_fits() && (docked || over >= top)) {
            (self.centred(), over.max(top))
        } else {
            (self.centred(), self.part.y + self.part.h + GAP)
        }
    }

    /// To the right, to the left, else under or over.
    fn beside(&self) -> (f64, f64) {
        let (Rect { x, y, w, .. }, (wide, high)) = (self.part, self.card);
        let level = y.clamp(0.0, (self.figure.1 - high).max(0.0));
        if x + w + GAP + wide <= self.figure.0 {
            (x + w + GAP, level)
        } else if x - GAP - wide >= 0.0 {
            (x - GAP - wide, level)
        } else {
            self.under()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_covers_a_small_part_only_where_there_is_no_room() {
        for (figure, above, dock) in [
            ((992.0, 666.0), 150.0, None),
            ((366.0, 620.0), 180.0, Some(250.0)),
            ((366.0, 620.0), -200.0, Some(630.0)),
        ] {
            for step in 0..400 {
                let (across, down) = (f64::from(step % 20) / 20.0, f64::from(step / 20) / 20.0);
                let part =
                    Rect { x: across * (figure.0 - 40.0), y: down * (figure.1 - 40.0), w: 40.0, h: 40.0 };
                let space = Space { part, card: (320.0, 190.0), figure, above, dock };
                for (x, y) in [space.under(), space.beside()] {
                    let card = Rect { x, y, w: 320.0, h: 190.0 };
                    let (over, under) = (part.y - GAP - 190.0 >= GAP - above, space.below_fits());
                    assert!(
                        !card.overlaps(&part) || (dock.is_some() && !over && !under),
                        "{part:?} under {card:?}"
                    );
                    if let Some(dock) = dock.filter(|dock| part.y + above >= 0.0 && part.y + 40.0 < *dock) {
                        assert!(card.y + above >= GAP && card.y + 190.0 <= dock, "{card:?} is out of sight");
                    }
                    assert!(x >= 0.0 && x + 320.0 <= figure.0, "{card:?}");
                }
            }
        }
    }
}
