//! The parts that are Cargo's: format, lints, tests, and who may depend on whom.

use std::process::Command;

use anyhow::Result;

use super::report::{Tally, cargo_line};
use super::{Run, counted, whole};
use crate::project;
use crate::step::{capture, output, step};
use crate::tools::{self, TRIPLE, Tools};

/// What the model must never reach: the browser, and sources of chance or time.
const FOREIGN: [&str; 8] =
    ["wasm-bindgen", "js-sys", "web-sys", "yew", "gloo", "plotters", "getrandom", "chrono"];

/// Packages with a program for browsers.
const BROWSER: [&str; 3] = ["liquidity-bathtub", "bathtub-engine", "bathtub-chart"];

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
    page.args(BROWSER.iter().flat_map(|package| ["--package", package]));
    flags.apply(&mut page);
    tally += whole(page.args(deny))?;
    Ok(tally)
}

pub fn model(run: &mut Run) -> Result<Tally> {
    tests(&["bathtub-model"], run)
}

pub fn cli(run: &mut Run) -> Result<Tally> {
    tests(&["bathtub-cli"], run)
}

pub fn page(run: &mut Run) -> Result<Tally> {
    tests(&BROWSER, run)
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

/// Dependencies point one way: the model knows nothing of the page, nor the shell of a browser.
pub fn layers(_: &mut Run) -> Result<Tally> {
    let mut tally = Tally::default();
    for package in ["bathtub-model", "bathtub-cli"] {
        let tree = capture(project::cargo().args([
            "tree",
            "--package",
            package,
            "--edges",
            "normal",
            "--target",
            "all",
            "--prefix",
            "none",
            "--format",
            "{p}",
            "--locked",
        ]))?;
        let found = foreign(&tree);
        if found.is_empty() {
            println!("{package} reaches no browser crate");
            tally += Tally::PASS;
        } else {
            println!("{package} must not reach {}", found.join(", "));
            tally += Tally::FAIL;
        }
    }
    Ok(tally)
}

fn foreign(tree: &str) -> Vec<&str> {
    let mut names: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| {
            FOREIGN.iter().any(|foreign| {
                name.strip_prefix(foreign).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            })
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    names
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
    fn browser_crates_are_recognised() {
        let tree = "bathtub-model v0.1.0 (/x)\nlibm v0.2.15\ngloo-timers v0.3.0\nyew v0.23.0\n\
                    yew v0.23.0 (*)\nyewdux v1.0.0\n";
        assert_eq!(foreign(tree), ["gloo-timers", "yew"]);
    }
}
