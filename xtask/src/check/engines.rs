//! The model against other engines, when there are such tests and a Python to run them.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use xxhash_rust::xxh3::xxh3_64;

use super::report::{Tally, tap_line};
use super::{Run, counted};
use crate::project;
use crate::step::{capture, output, step};
use crate::tools::{Tools, on_path};

pub fn run(_: &mut Run) -> Result<Tally> {
    let tests = project::root().join("tests/engines");
    if !tests.join("run.py").is_file() {
        println!("no tests/engines/run.py: nothing to compare with");
        return Ok(Tally::default());
    }
    let Some(python) = on_path("python3").filter(|python| answers(python)) else {
        println!("skipped: no Python 3 on PATH");
        return Ok(Tally::SKIP);
    };
    let requirements = std::fs::read(tests.join("requirements.txt"))?;
    let name = format!("python-{:016x}", xxh3_64(&requirements));
    let home = Tools::open()?.dir().join(name);
    let bin = home.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let complete = home.join("complete");
    if !complete.is_file() {
        let remedy = "check that python3 has `venv` and its package index is reachable";
        step("install Python packages", remedy, || {
            capture(Command::new(&python).args(["-m", "venv", "--clear"]).arg(&home))?;
            let mut pip = Command::new(bin.join("python"));
            pip.args(["-m", "pip", "install", "--quiet", "--requirement"]);
            capture(pip.arg(tests.join("requirements.txt")))?;
            std::fs::write(&complete, "")?;
            Ok(())
        })?;
    }
    // The same numbers in every profile; only `release` runs hundreds of settings in seconds.
    let bathtub = step("compile the command line", "mend cli as the compiler says above", || {
        let mut cargo = project::cargo();
        cargo.args(["build", "--release", "--package", "bathtub-cli", "--message-format", "json"]);
        executable_in(&capture(&mut cargo)?).context("cargo names no executable")
    })?;
    let mut command = Command::new(bin.join("python"));
    command.current_dir(project::root()).arg(tests.join("run.py")).arg(bathtub);
    counted(command.env("PYTHONUNBUFFERED", "1"), tap_line)
}

/// The executable among Cargo's messages.
fn executable_in(messages: &str) -> Option<String> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|message| message["executable"].as_str().map(str::to_owned))
        .next_back()
}

/// Shims of version managers exist without a Python behind them.
fn answers(python: &Path) -> bool {
    output(Command::new(python).arg("--version")).is_ok_and(|output| output.status.success())
}
