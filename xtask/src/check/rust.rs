//! The checks that are Cargo's: format, lints and tests.

use std::process::Command;

use anyhow::Result;

use super::report::{Tally, cargo_line};
use super::{Run, counted, whole};
use crate::project;
use crate::step::{capture, output, step};
use crate::tools::{self, TRIPLE, Tools};

/// Packages with a program for browsers.
const PROGRAMS: [&str; 3] = ["liquidity-bathtub", "bathtub-engine", "bathtub-chart"];
/// The model and what stands on it alone.
const MODEL: [&str; 3] = ["bathtub-model", "bathtub-lessons", "bathtub-module"];

pub fn format(_: &mut Run) -> Result<Tally> {
    component("rustfmt", "fmt")?;
    whole(project::cargo().args(["fmt", "--all", "--check"]))
}

/// The workspace as it runs here, and the page as it runs in a browser.
pub fn clippy(_: &mut Run) -> Result<Tally> {
    component("clippy", "clippy")?;
    let deny = ["--quiet", "--", "-D", "warnings"];
    let mut tally = whole(project::cargo().args(["clippy", "--workspace", "--all-targets"]).args(deny))?;
    let flags = tools::wasm_target(&Tools::open()?)?;
    let mut page = project::cargo();
    page.args(["clippy", "--target", TRIPLE]);
    page.args(PROGRAMS.iter().flat_map(|package| ["--package", package]));
    flags.apply(&mut page);
    tally += whole(page.args(deny))?;
    Ok(tally)
}

pub fn model(run: &mut Run) -> Result<Tally> {
    tests(&MODEL, run)
}

pub fn cli(run: &mut Run) -> Result<Tally> {
    tests(&["bathtub-cli"], run)
}

pub fn page(run: &mut Run) -> Result<Tally> {
    tests(&PROGRAMS, run)
}

pub fn xtask(run: &mut Run) -> Result<Tally> {
    tests(&["xtask"], run)
}

fn tests(packages: &[&str], run: &Run) -> Result<Tally> {
    let mut cargo = project::cargo();
    cargo.args(["test", "--quiet", "--no-fail-fast"]);
    cargo.args(packages.iter().flat_map(|package| ["--package", package])).arg("--");
    counted(cargo.args(&run.filter), cargo_line)
}

/// Minimal installations of Rust come without these.
fn component(name: &str, command: &str) -> Result<()> {
    let there = output(project::cargo().args([command, "--version"]))?.status.success();
    if there {
        return Ok(());
    }
    let remedy = format!("rustup component add {name}");
    step(&remedy, &remedy, || capture(Command::new("rustup").args(["component", "add", name])))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_package_is_left_untested() {
        let mut tested = [&MODEL[..], &PROGRAMS, &["bathtub-cli", "xtask"]].concat();
        // It is compared as a whole, by the check `wasm`.
        tested.push("wasm-bits");
        tested.sort_unstable();
        let packages = project::packages().unwrap();
        let mut all: Vec<&str> = packages.iter().map(|package| package.name.as_str()).collect();
        all.sort_unstable();
        assert_eq!(tested, all);
    }
}
