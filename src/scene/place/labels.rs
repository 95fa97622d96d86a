//! Which label stands where.

use bathtub_model::Stage;
use yew::AttrValue;

use super::frame::{Frame, Layout};
use super::label::{Anchor, Label, Lamp, Line};
use super::plumbing::{Pipe, Tap};
use crate::scene::facts::{Part, Phrases, SceneView};

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

    let (tank, basin) = (frame.tank.inside, frame.basin.inside);
    let mut all = Vec::new();
    let between_taps = frame.gap_x(1) - frame.gap_x(0);
    all.extend(Tap::ALL.map(|tap| label(tap.part(), (frame.tap_x(tap), 8.0), Middle, between_taps - 18.0)));
    for pipe in Pipe::DRAINS {
        let (part, x) = (pipe.part(), frame.sink_x(pipe));
        let mut house = sized(part, (x + 34.0, frame.drains.1 + 2.0), Start, 95.0, 12.6);
        house.lines.extend(note(p.stock(part, view), 95.0));
        all.push(house);
    }
    let mut water = label(Part::Water, (137.0, 126.0), Start, 94.0);
    water.lines[1] = Line::fitted(p.level(view.readouts.level), 23.0, "name", 94.0);
    water.lines.extend(note(Some(p.untouched(view)), 94.0));
    // Over the long stretch of their pipes.
    let along = |pipe: Pipe, above: f64| {
        let corner = frame.route(pipe).points[1];
        (frame.sink_x(Pipe::FromTub) + 24.0, corner.1 - above)
    };
    let mut from_tank = label(Part::FromTank, along(Pipe::FromTank, 40.0), Start, 310.0);
    let text = p.labelled(Part::FromTank, &from_tank.lines[1].text);
    from_tank.lines = vec![Line::fitted(text, 14.0, "name", 310.0)];
    let dial = frame.gauge;
    let at = (dial.centre.0, dial.centre.1 + dial.radius + 2.0);
    let mut gauge = label(Part::Gauge, at, Middle, 126.0);
    gauge.lines.extend(note(Some(p.reserves(view)), 126.0));
    let racks = frame.racks();
    let mut capex = label(Part::DataCentre, (racks.centre_x(), racks.y - 63.0), Middle, 126.0);
    capex.lines.extend(note(p.idle(view), 126.0));
    all.extend([
        water,
        label(Part::Tank, (tank.centre_x(), tank.y - 46.0), Middle, 118.0),
        label(Part::OnRrp, (basin.centre_x() - 1.0, basin.bottom() + 6.0), Middle, 90.0),
        label(Part::FromTub, along(Pipe::FromTub, 52.0), Start, 170.0),
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
    let (tank, basin, dial, sign) = (frame.tank.inside, frame.basin.inside, frame.gauge, frame.sign());

    let mut all = Vec::new();
    let tap_room = frame.gap_x(1) - frame.gap_x(0) - 5.0;
    all.extend(
        Tap::ALL
            .map(|tap| label(tap.part(), (frame.tap_x(tap), 2.0), Middle, tap_room, p.net(tap.part(), view))),
    );
    let mut water = label(Part::Water, (6.0, 3.0), Start, 74.0, p.level(view.readouts.level));
    water.lines[1] = Line::fitted(p.level(view.readouts.level), 20.0, "name", 74.0);
    let mut from_tub = label(Part::FromTub, (198.0, 484.0), Start, 74.0, p.monthly(view.flows.from_tub));
    from_tub.lines.extend(p.tub_share(view).map(|text| Line::fitted(text, 12.0, "value", 74.0)));
    let mut from_tank = label(Part::FromTank, (90.0, 620.0), Start, 204.0, short(Part::FromTank));
    let text = p.labelled(Part::FromTank, &from_tank.lines[1].text);
    from_tank.lines = vec![Line::fitted(text, 12.0, "name", 204.0)];
    all.extend([
        water,
        label(Part::Tank, (tank.x - 6.0, tank.y - 38.0), Start, 76.0, short(Part::Tank)),
        label(Part::OnRrp, (basin.right() + 6.0, basin.y), Start, 60.0, short(Part::OnRrp)),
        from_tub,
        from_tank,
        label(
            Part::Gauge,
            (dial.centre.0, dial.centre.1 + dial.radius + 5.0),
            Middle,
            66.0,
            short(Part::Gauge),
        ),
        label(Part::DataCentre, (sign.centre_x(), sign.y + 3.5), Middle, 82.0, short(Part::DataCentre)),
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
    let lamps = frame.lamps;
    let places = lamps.columns.iter().flat_map(|(x, room)| lamps.rows.iter().map(move |y| (*x, *y, *room)));
    let shown: &[Stage] = match frame.layout {
        Layout::Wide => &Stage::ALL,
        Layout::Narrow => &[view.readouts.stage],
    };
    shown.iter().zip(places).map(|(stage, (x, y, room))| lamp(*stage, x, y, lamps.size, room)).collect()
}
