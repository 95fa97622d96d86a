//! `cargo xtask bench` and `cargo xtask screenshot`.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::check::Browser;
use crate::project;
use crate::site::{Mode, Workshop};
use crate::step::shown;

/// Measures the model, here and as WebAssembly, then the page in a browser.
///
/// # Errors
/// When a measurement cannot be made.
pub fn bench() -> Result<()> {
    if project::root().join("model/examples/bench.rs").is_file() {
        let mut cargo = project::cargo();
        cargo.args(["run", "--quiet", "--release", "--package", "bathtub-model"]);
        show(cargo.args(["--example", "bench"]))?;
    }
    against_model_1()?;
    crate::check::time_as_wasm()?;
    in_browser("tests/browser/bench.mjs")
}

/// The commit of model 1.0.0, which model 2 is timed against.
const MODEL_1: &str = "01ccb94";

/// Pairs of timings, one of each model in turn.
const PAIRS: usize = 5;

/// Times this model beside model 1, built from its commit, and prints the ratios; where the history
/// is shallow, says so.
fn against_model_1() -> Result<()> {
    let root = project::root();
    let git = |arguments: &[&str]| Command::new("git").current_dir(&root).args(arguments).output();
    let known = git(&["cat-file", "-e", MODEL_1]).is_ok_and(|found| found.status.success());
    if !known {
        println!("model 1 is not timed: its commit {MODEL_1} is not in this copy's history");
        return Ok(());
    }
    let target = project::target_dir().join("model-1");
    let checkout = target.join("source");
    if !checkout.is_dir() {
        let place = checkout.to_string_lossy().into_owned();
        let added = git(&["worktree", "add", "--force", "--detach", &place, MODEL_1])?;
        ensure!(added.status.success(), "git worktree: {}", String::from_utf8_lossy(&added.stderr));
    }
    let timing = |directory: &Path, target: &Path| -> Result<[f64; 2]> {
        let mut cargo = project::cargo();
        cargo.current_dir(directory).env("CARGO_TARGET_DIR", target);
        cargo.args(["run", "--quiet", "--release", "--package", "bathtub-model", "--example", "bench"]);
        let output = cargo.output().with_context(|| format!("cannot start `{}`", shown(&cargo)))?;
        ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8_lossy(&output.stdout);
        let number = |name: &str| {
            let line = text.lines().find(|line| line.starts_with(name))?;
            line.rsplit_once(": ")?.1.split(' ').next()?.parse::<f64>().ok()
        };
        let found = number("one run").zip(number("1,024 runs in lanes"));
        found.map(|(run, ensemble)| [run, ensemble]).context("the benchmark prints other lines")
    };
    // Of several timings in turn the least of each: what else runs here only adds.
    let (mut now, mut then) = ([f64::MAX; 2], [f64::MAX; 2]);
    for _ in 0..PAIRS {
        for (least, found) in
            [(&mut then, timing(&checkout, &target)?), (&mut now, timing(&root, &project::target_dir())?)]
        {
            *least = [least[0].min(found[0]), least[1].min(found[1])];
        }
    }
    let [run, ensemble] = [0, 1].map(|i| now[i] / then[i]);
    println!(
        "against model 1 ({MODEL_1}), least of {PAIRS}: one run {run:.2}, 1,024 runs {ensemble:.2} times as long"
    );
    Ok(())
}

/// Writes docs/screenshot.png.
///
/// # Errors
/// When the page cannot be built or does not come up.
pub fn screenshot() -> Result<()> {
    in_browser("tests/browser/screenshot.mjs")
}

fn in_browser(script: &str) -> Result<()> {
    let browser = Browser::prepare()?;
    Workshop::prepare()?.build(Mode::Web)?;
    show(browser.node()?.arg(script))
}

fn show(command: &mut std::process::Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("cannot start `{}`", shown(command)))?;
    ensure!(status.success(), "`{}` failed", shown(command));
    Ok(())
}
