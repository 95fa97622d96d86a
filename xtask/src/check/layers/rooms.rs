//! Whether the files of a house keep to its floors.

use std::collections::BTreeSet;

use super::table::House;
use super::tree::{Module, Tree};

/// What breaks the table of a house, a line each.
pub fn faults(tree: &Tree, house: &House) -> Vec<String> {
    let mut faults: Vec<String> = tree
        .files
        .iter()
        .filter(|(module, _)| room(house, module).is_some_and(|room| floor(house, room).is_none()))
        .map(|(_, file)| {
            format!("{file} stands in no room: name its module in the table of {}", house.folder)
        })
        .collect();
    let mut seen = BTreeSet::new();
    for arrow in &tree.arrows {
        let (Some(from), Some(to)) = (room(house, &arrow.from), room(house, &arrow.to)) else { continue };
        let (Some(lower), Some(upper)) = (floor(house, to), floor(house, from)) else { continue };
        if from != to && lower >= upper && seen.insert((&arrow.from, to, arrow.line)) {
            faults.push(format!(
                "{}:{} uses {}: {from} may use {}",
                tree.file(&arrow.from),
                arrow.line,
                arrow.path,
                below(house, upper)
            ));
        }
    }
    faults
}

/// The room of a module, when it is in the house.
fn room<'a>(house: &House, module: &'a Module) -> Option<&'a str> {
    let mut inner = &module[..];
    for part in house.folder.split('/').skip(1) {
        let (first, rest) = inner.split_first()?;
        if first != part {
            return None;
        }
        inner = rest;
    }
    let named = |name: &str| house.floors.iter().any(|rooms| rooms.contains(&name));
    match (inner.first(), house.rest) {
        (Some(name), None) => Some(name),
        (Some(name), Some(_)) if named(name) => Some(name),
        (_, Some(rest)) => Some(rest),
        (None, None) => Some("lib"),
    }
}

fn floor(house: &House, room: &str) -> Option<usize> {
    if house.rest == Some(room) {
        return Some(house.floors.len());
    }
    house.floors.iter().position(|rooms| rooms.contains(&room))
}

fn below(house: &House, floor: usize) -> String {
    match house.floors[..floor].concat() {
        rooms if rooms.is_empty() => "no other room".to_owned(),
        rooms => rooms.join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests::tree;
    use super::*;

    const HOUSE: House = House {
        folder: "src",
        floors: &[&["number"], &["state", "link"], &["scene"], &["lib"], &["main", "bin"]],
        rest: None,
    };
    const INNER: House = House { folder: "src/scene", floors: &[&["facts"], &["draw"]], rest: Some("scene") };

    #[test]
    fn arrows_downwards_and_within_a_room_are_allowed() {
        let sources = [
            ("lib.rs", "use scene::Scene;"),
            ("number.rs", "use std::fmt;"),
            ("state.rs", "use crate::number::N; use crate::state::history::H;"),
            ("state/history.rs", "use super::X;"),
            ("scene/mod.rs", "use crate::{number, state::S};"),
            ("main.rs", "use page::App;"),
        ];
        assert!(faults(&tree(&sources), &HOUSE).is_empty());
    }

    #[test]
    fn arrows_upwards_are_found_wherever_they_are_written() {
        let sources = [
            ("lib.rs", ""),
            ("number.rs", "fn f() -> Html {\n html! { <p>{ crate::state::text() }</p> } }"),
            ("state.rs", "use crate::{number::N, scene::{Part, tub}};"),
            ("link.rs", "fn f(x: &crate::state::S) -> crate::App { super::scene::go() }"),
            ("scene/mod.rs", "pub mod tub;"),
            ("scene/tub.rs", ""),
        ];
        assert_eq!(
            faults(&tree(&sources), &HOUSE),
            [
                "src/number.rs:2 uses crate::state::text: number may use no other room",
                "src/state.rs:1 uses crate::scene::Part: state may use number",
                "src/link.rs:1 uses crate::state::S: link may use number",
                "src/link.rs:1 uses crate::App: link may use number",
                "src/link.rs:1 uses super::scene::go: link may use number",
            ]
        );
    }

    #[test]
    fn a_module_without_a_room_is_a_fault() {
        let found = faults(&tree(&[("lib.rs", ""), ("attic/box.rs", "")]), &HOUSE);
        assert_eq!(found, ["src/attic/box.rs stands in no room: name its module in the table of src"]);
    }

    #[test]
    fn a_house_may_stand_in_a_room() {
        let sources = [
            ("lib.rs", ""),
            ("scene/mod.rs", "use self::draw::Tub; pub struct Seen;"),
            ("scene/view.rs", "use super::facts::Part;"),
            ("scene/draw.rs", "use super::facts::Part; use super::view::View;"),
            ("scene/facts/part.rs", "use crate::scene::Seen; use super::Other; use crate::state::S;"),
            ("scene/facts/mod.rs", ""),
            ("state.rs", ""),
        ];
        assert_eq!(
            faults(&tree(&sources), &INNER),
            [
                "src/scene/draw.rs:1 uses super::view::View: draw may use facts",
                "src/scene/facts/part.rs:1 uses crate::scene::Seen: facts may use no other room",
            ]
        );
    }
}
