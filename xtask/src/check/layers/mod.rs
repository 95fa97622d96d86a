//! Arrows point one way: between packages, between the rooms of the page, and between the files of
//! every package. What is allowed stands in `table.rs`.

mod packages;
mod rings;
mod rooms;
mod source;
mod table;
mod tree;

use anyhow::Result;

use super::Run;
use super::report::Tally;
use crate::project;
use table::{PACKAGES, PAGE, SCENE, WITHOUT_BROWSER};
use tree::Tree;

pub fn run(_: &mut Run) -> Result<Tally> {
    let packages = project::packages()?;
    let mut tally =
        verdict("packages depend on each other as the table says", packages::faults(&packages, &PACKAGES));
    for name in WITHOUT_BROWSER {
        let faults = packages::browser_crates(name)?;
        let faults = faults.iter().map(|reached| format!("{name} must not reach {reached}"));
        tally += verdict(&format!("{name} reaches no browser crate"), faults.collect());
    }
    for package in &packages {
        let tree = Tree::read(&package.name, &package.folder)?;
        let title = format!("{}: {} files without a ring", package.name, tree.files.len());
        tally += verdict(&title, rings::rings(&tree));
        if package.folder == project::root() {
            tally += verdict("the rooms of the page keep to their floors", rooms::faults(&tree, &PAGE));
            tally += verdict("the rooms of the picture keep to their floors", rooms::faults(&tree, &SCENE));
        }
    }
    Ok(tally)
}

/// One check by its faults.
fn verdict(title: &str, faults: Vec<String>) -> Tally {
    if faults.is_empty() {
        println!("{title}");
        return Tally::PASS;
    }
    println!(
        "failed: {title} (the rules are in xtask/src/check/layers/table.rs, their reasons in docs/decisions/floors.md)"
    );
    for fault in faults {
        println!("  {fault}");
    }
    Tally::FAIL
}
