//! Rings of files: each uses the next, and the last the first. A file and its own parents are one
//! idea, so what a file uses of them does not count.

use std::collections::{BTreeMap, VecDeque};

use super::tree::{Arrow, Module, Tree};

/// The arrows that leave each file, one for each file they lead to.
type Arrows<'a> = BTreeMap<&'a Module, BTreeMap<&'a Module, &'a Arrow>>;

/// Rings of a tree in words, the shortest first. No two share an arrow: each has to be opened by
/// itself, and when all are, none is left.
pub fn rings(tree: &Tree) -> Vec<String> {
    let mut arrows = Arrows::new();
    for arrow in tree.arrows.iter().filter(|arrow| !arrow.from.starts_with(&arrow.to)) {
        arrows.entry(&arrow.from).or_default().entry(&arrow.to).or_insert(arrow);
    }
    let mut found = Vec::new();
    while let Some(ring) = arrows.keys().filter_map(|start| shortest(&arrows, start)).min_by_key(Vec::len) {
        for arrow in &ring {
            arrows.entry(&arrow.from).or_default().remove(&arrow.to);
        }
        found.push(in_words(tree, &ring));
    }
    found
}

/// The shortest way from a file back to itself.
fn shortest<'a>(arrows: &Arrows<'a>, start: &Module) -> Option<Vec<&'a Arrow>> {
    let mut came_by: BTreeMap<&Module, &Arrow> = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(module) = queue.pop_front() {
        for (&to, &arrow) in arrows.get(module).into_iter().flatten() {
            if to == start {
                let mut way = vec![arrow];
                while let Some(later) = way.last().filter(|arrow| arrow.from != *start) {
                    way.push(came_by.get(&later.from)?);
                }
                way.reverse();
                return Some(way);
            }
            came_by.entry(to).or_insert_with(|| {
                queue.push_back(to);
                arrow
            });
        }
    }
    None
}

fn in_words(tree: &Tree, ring: &[&Arrow]) -> String {
    let mut text = format!("a ring of {} files", ring.len());
    for arrow in ring {
        let (from, to) = (tree.file(&arrow.from), tree.file(&arrow.to));
        text.push_str(&format!("\n    {from}:{} → {to} by {}", arrow.line, arrow.path));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::tree::tests::tree;
    use super::*;

    #[test]
    fn a_ring_is_told_with_its_paths() {
        let found = rings(&tree(&[
            ("lib.rs", "mod a; mod b; mod c; mod d;"),
            ("a.rs", "use crate::b::X;"),
            ("b.rs", "\nuse crate::{c::Y, d};"),
            ("c.rs", "fn f() { super::a::g() }"),
            ("d.rs", ""),
        ]));
        assert_eq!(
            found,
            ["a ring of 3 files\n    src/a.rs:1 → src/b.rs by crate::b::X\n    \
              src/b.rs:2 → src/c.rs by crate::c::Y\n    src/c.rs:1 → src/a.rs by super::a::g"]
        );
    }

    #[test]
    fn every_ring_that_shares_no_arrow_is_told_the_shortest_first() {
        let found = rings(&tree(&[
            ("lib.rs", ""),
            ("a.rs", "use crate::b;"),
            ("b.rs", "use crate::c;"),
            ("c.rs", "use crate::{a, d};"),
            ("d.rs", "use crate::c;"),
        ]));
        let titles: Vec<&str> = found.iter().filter_map(|ring| ring.lines().next()).collect();
        assert_eq!(titles, ["a ring of 2 files", "a ring of 3 files"]);
    }

    #[test]
    fn parent_and_child_may_use_each_other() {
        let sources = [
            ("lib.rs", "mod a; use a::b::X; pub struct Root;"),
            ("a/mod.rs", "mod b; use b::X;"),
            ("a/b.rs", "use super::Y; use crate::Root;"),
        ];
        assert!(rings(&tree(&sources)).is_empty());
    }
}
