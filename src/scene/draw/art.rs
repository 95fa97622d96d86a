//! The drawings fill the boxes that layout and its tests reckon with.

use bathtub_model::Duck;

use super::fixed::{DEFS, DUCKS};
use crate::scene::place::buildings::{HOUSE, RACKS, SPOUT};
use crate::scene::place::{Pipe, plan};
use crate::svg::Rect;

/// How much larger than its drawing a box may be, and how much smaller: half of a line's width.
const TOLERANCE: f64 = 1.0;

/// How far a beak's tip may stand out of a duck's box: it is small, and its neighbours are lower.
const BEAK: f64 = 3.0;

/// Where a symbol's zero stands in the picture that is measured.
const MIDDLE: f64 = 500.0;

/// The box of a symbol's drawing, lines included.
fn extent(symbol: &str) -> Rect {
    // Colours are style sheets' matter: everything is drawn in one.
    let mut art = format!("{DEFS}{DUCKS}").replace('@', "").replace("currentColor", "#000");
    while let Some(from) = art.find("var(") {
        let to = from + art[from..].find(')').expect("a closed bracket");
        art.replace_range(from..=to, "#000");
    }
    let text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{MIDDLE} -{MIDDLE} 1000 1000\">{art}<use id=\"it\" href=\"#{symbol}\"/></svg>"
    );
    let tree = usvg::Tree::from_str(&text, &usvg::Options::default()).expect("the art is SVG");
    let node = tree.node_by_id("it").unwrap_or_else(|| panic!("no symbol {symbol}"));
    let found = node.abs_stroke_bounding_box();
    let [x, y, w, h] = [found.x(), found.y(), found.width(), found.height()].map(f64::from);
    Rect::new(x - MIDDLE, y - MIDDLE, w, h)
}

/// Whether a box holds a drawing.
fn holds(rect: Rect, drawn: Rect) -> bool {
    rect.grown(TOLERANCE).contains(&drawn)
}

#[test]
fn racks_and_spouts_are_as_large_as_their_boxes() {
    for (symbol, rect) in [("racks", RACKS), ("spout", SPOUT)] {
        let drawn = extent(symbol);
        assert!(holds(rect, drawn) && holds(drawn, rect), "{symbol}: {drawn:?} and {rect:?}");
    }
}

#[test]
fn houses_stay_in_their_box_and_fill_it_together() {
    let houses = Pipe::DRAINS.map(|pipe| extent(pipe.house().expect("a house")));
    for drawn in houses {
        assert!(holds(HOUSE, drawn), "{drawn:?}");
    }
    let least = |of: fn(&Rect) -> f64| houses.iter().map(of).fold(f64::MAX, f64::min);
    let most = |of: fn(&Rect) -> f64| houses.iter().map(of).fold(f64::MIN, f64::max);
    let (x, y) = (least(|house| house.x), least(|house| house.y));
    let all = Rect::new(x, y, most(Rect::right) - x, most(Rect::bottom) - y);
    assert!(holds(all, HOUSE), "{all:?}");
}

#[test]
fn every_duck_stays_in_its_box() {
    for duck in Duck::ALL {
        let (rect, drawn) = (plan::duck_box(duck), extent(&format!("d-{}", duck.key())));
        assert!(rect.grown(BEAK).contains(&drawn), "{}: {drawn:?} in {rect:?}", duck.key());
        // The box is no larger than it has to be.
        assert!(drawn.grown(BEAK + TOLERANCE).contains(&rect), "{}: {drawn:?} in {rect:?}", duck.key());
    }
}
