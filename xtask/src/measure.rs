//! `cargo xtask bench` and `cargo xtask screenshot`.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail, ensure};

use crate::check::{Browser, TimedEngine};
use crate::project;
use crate::site::{Mode, Workshop};
use crate::step::{capture, shown};

/// Measures the model, here and as WebAssembly, beside model 1 and SDEverywhere, then the page in a
/// browser.
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
    against_sdeverywhere(crate::check::time_as_wasm()?)?;
    with_workers()?;
    in_browser("tests/browser/bench.mjs")
}

/// Times the ensemble of the package with one worker and with more.
fn with_workers() -> Result<()> {
    let mut node = crate::check::with_package()?;
    let found = capture(node.arg("tests/module/bench.mjs"))?;
    let times: Vec<(&str, f64)> = found
        .lines()
        .filter_map(|line| line.split_once(' ').and_then(|(count, time)| Some((count, time.parse().ok()?))))
        .collect();
    let [(_, one), ..] = times[..] else { bail!("tests/module/bench.mjs timed nothing") };
    println!("1,024 draws, workers       ms  ratio");
    for (count, time) in times {
        println!("{count:>20} {time:>8.1} {:>6.2}", time / one);
    }
    Ok(())
}

/// The commit of model 1.0.0, which model 2 is timed against.
const MODEL_1: &str = "01ccb94";

/// Pairs of timings, one of each in turn.
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
    // Of several timings in turn the least of each: what else runs here only adds.
    let (mut now, mut then) = ([f64::MAX; 2], [f64::MAX; 2]);
    for _ in 0..PAIRS {
        for (least, found) in
            [(&mut then, times(&benched(&checkout, &target)?)?), (&mut now, times(&benched_here()?)?)]
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

/// How many times as fast as SDEverywhere's JavaScript one run is to be.
const TARGET_RATIO: f64 = 8.0;

/// Times one run beside SDEverywhere's JavaScript of the same model, exported with the settings of
/// the benchmark, and prints how many times faster ours is; where the packages of SDEverywhere are
/// not installed, says so.
fn against_sdeverywhere(as_wasm: f64) -> Result<()> {
    let report = benched_here()?;
    let settings = line(&report, "settings").context(OTHER_LINES)?;
    let settings: Vec<&str> = settings.split(' ').collect();
    let Some(mut engine) = TimedEngine::prepare(&settings)? else {
        println!("SDEverywhere is not timed: `cargo xtask test engines` installs its packages");
        return Ok(());
    };
    let (mut ours, mut theirs) = (f64::MAX, f64::MAX);
    for _ in 0..PAIRS {
        ours = ours.min(times(&benched_here()?)?[0]);
        theirs = theirs.min(engine.time()?);
    }
    println!(
        "SDEverywhere's JavaScript, every series kept, least of {PAIRS}: {theirs:.0} µs a run; \
         ours is {:.1} times as fast here, {:.1} times as WebAssembly (target: {TARGET_RATIO})",
        theirs / ours,
        theirs / as_wasm
    );
    Ok(())
}

const OTHER_LINES: &str = "the benchmark prints other lines";

/// What the benchmark of this model prints.
fn benched_here() -> Result<String> {
    benched(&project::root(), &project::target_dir())
}

/// What the benchmark of the model in a folder prints.
fn benched(directory: &Path, target: &Path) -> Result<String> {
    let mut cargo = project::cargo();
    cargo.current_dir(directory).env("CARGO_TARGET_DIR", target);
    cargo.args(["run", "--quiet", "--release", "--package", "bathtub-model", "--example", "bench"]);
    let output = cargo.output().with_context(|| format!("cannot start `{}`", shown(&cargo)))?;
    ensure!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a report has after the colon of the line that begins so.
fn line<'a>(report: &'a str, name: &str) -> Option<&'a str> {
    let line = report.lines().find(|line| line.starts_with(name))?;
    Some(line.rsplit_once(": ")?.1)
}

/// The times of one run, µs, and of the ensemble, ms, in a report.
fn times(report: &str) -> Result<[f64; 2]> {
    let number = |name: &str| line(report, name)?.split(' ').next()?.parse::<f64>().ok();
    let found = number("one run").zip(number("1,024 runs in lanes"));
    found.map(|(run, ensemble)| [run, ensemble]).context(OTHER_LINES)
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
    Workshop::prepare()?.build(Mode::Web, None)?;
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
