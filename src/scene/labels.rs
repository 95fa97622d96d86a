//! Which label stands where.

use bathtub_model::Stage;
use yew::AttrValue;

use super::frame::{Frame, Layout};
use super::layout::{Anchor, Label, Lamp, Line, drains};
use super::part::Part;
use super::phrases::Phrases;
use super::view::SceneView;

const TAPS: [Part; 3] = [Part::Purchases, Part::Credit, Part::Pays];

/// Labels beside parts.
pub fn labels(frame: &Frame, view: &SceneView, phrases: &Phrases) -> Vec<Label> {
    match frame.layout {
        Layout::Wide => wide(frame, view, phrases),
        Layout::Narrow => narrow(frame, view, phrases),
    }
}

/// The return pipe's label is as green as its pipe.
fn green(mut label: Label) -> Label {
    for line in &mut label.lines {
        line.class = if line.class == "name" { "name back" } else { "value back" };
    }
    label
}

fn wide(frame: &Frame, view: &SceneView, p: &Phrases) -> Vec<Label> {
    use Anchor::{Middle, Start};
    let sized = |part, (x, y): (f64, f64), anchor, room: f64, size: f64| {
        let lines = vec![
            Line::fitted(p.name(part), size, "name", room),
            Line::fitted(p.short(part, view), size - 0.5, "value", room),
        ];
        Label { part, x, y, anchor, lines }
    };
    let label = |part, at, anchor, room| sized(part, at, anchor, room, 14.0);
    let note = |text: Option<AttrValue>, room| text.map(|text| Line::fitted(text, 12.5, "note", room));

    let mut all = Vec::with_capacity(14);
    all.extend((0..3).map(|i| label(TAPS[i], (frame.gap_x(i), 8.0), Middle, 180.0)));
    for (part, x) in drains(frame) {
        let mut house = sized(part, (x + 34.0, 706.0), Start, 95.0, 12.6);
        house.lines.extend(note(p.stock(part, view), 95.0));
        all.push(house);
    }
    let mut water = label(Part::Water, (137.0, 126.0), Start, 94.0);
    water.lines[1] = Line::fitted(p.level(view.level), 23.0, "name", 94.0);
    water.lines.extend(note(Some(p.untouched(view)), 94.0));
    let mut from_tank = label(Part::FromTank, (754.0, 741.0), Start, 310.0);
    let text = p.labelled(Part::FromTank, &from_tank.lines[1].text);
    from_tank.lines = vec![Line::fitted(text, 14.0, "name", 310.0)];
    let mut gauge = label(Part::Gauge, (1126.0, 320.0), Middle, 126.0);
    gauge.lines.extend(note(Some(p.reserves(view)), 126.0));
    let mut capex = label(Part::DataCentre, (1127.0, 417.0), Middle, 126.0);
    capex.lines.extend(note(p.idle(view), 126.0));
    all.extend([
        water,
        label(Part::Tank, (78.0, 170.0), Middle, 118.0),
        label(Part::OnRrp, (108.0, 654.0), Middle, 90.0),
        label(Part::FromTub, (754.0, 664.0), Start, 170.0),
        from_tank,
        gauge,
        capex,
        green(label(Part::Recycled, (1075.0, 106.0), Middle, 180.0)),
    ]);
    all
}

fn narrow(frame: &Frame, view: &SceneView, p: &Phrases) -> Vec<Label> {
    use Anchor::{End, Middle, Start};
    let label = |part, (x, y): (f64, f64), anchor, room: f64, text: AttrValue| {
        let lines =
            vec![Line::fitted(p.brief(part), 12.0, "name", room), Line::fitted(text, 12.0, "value", room)];
        Label { part, x, y, anchor, lines }
    };
    let short = |part| p.short(part, view);

    let mut all = Vec::with_capacity(11);
    all.extend((0..3).map(|i| label(TAPS[i], (frame.gap_x(i), 2.0), Middle, 90.0, p.net(TAPS[i], view))));
    let mut water = label(Part::Water, (6.0, 3.0), Start, 74.0, p.level(view.level));
    water.lines[1] = Line::fitted(p.level(view.level), 20.0, "name", 74.0);
    let mut from_tub = label(Part::FromTub, (198.0, 484.0), Start, 74.0, p.monthly(view.flows.from_tub));
    from_tub.lines.extend(p.tub_share(view).map(|text| Line::fitted(text, 12.0, "value", 74.0)));
    let mut from_tank = label(Part::FromTank, (90.0, 620.0), Start, 204.0, short(Part::FromTank));
    let text = p.labelled(Part::FromTank, &from_tank.lines[1].text);
    from_tank.lines = vec![Line::fitted(text, 12.0, "name", 204.0)];
    all.extend([
        water,
        label(Part::Tank, (8.0, 486.0), Start, 76.0, short(Part::Tank)),
        label(Part::OnRrp, (206.0, 584.0), Start, 60.0, short(Part::OnRrp)),
        from_tub,
        from_tank,
        label(Part::Gauge, (108.0, 586.0), Middle, 66.0, short(Part::Gauge)),
        label(Part::DataCentre, (347.0, 535.5), Middle, 82.0, short(Part::DataCentre)),
        green(label(Part::Recycled, (356.0, 486.0), End, 80.0, short(Part::Recycled))),
    ]);
    all
}

/// The four lamps; on a phone the one that is lit.
pub fn stages(frame: &Frame, view: &SceneView, phrases: &Phrases) -> Vec<Lamp> {
    let lamp = |stage, x, y, size, room| {
        let line = Line::fitted(phrases.stage(stage), size, "name", room);
        let label =
            Label { part: Part::Stage, x: x + 10.0, y: y - 8.0, anchor: Anchor::Start, lines: vec![line] };
        Lamp { stage, x, y, label }
    };
    match frame.layout {
        Layout::Narrow => vec![lamp(view.stage, 92.0, 506.0, 12.0, 60.0)],
        Layout::Wide => {
            // Two columns that share what lies between the pipe and the edge.
            let (left, right) = ((1072.0, 47.0), (1136.0, 52.0));
            let places = [(left, 382.0), (left, 401.0), (right, 382.0), (right, 401.0)];
            Stage::ALL
                .into_iter()
                .zip(places)
                .map(|(stage, ((x, room), y))| lamp(stage, x, y, 12.5, room))
                .collect()
        }
    }
}
