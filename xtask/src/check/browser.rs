//! The parts that need a browser or another language.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use xxhash_rust::xxh3::xxh3_64;

use super::report::{Tally, node_summary, tap_line};
use super::{Run, counted};
use crate::project;
use crate::step::{capture, step};
use crate::tools::{self, Modules, Tools, on_path};

/// Node with everything the harness in tests/browser needs in its environment.
pub struct Browser {
    modules: Modules,
    chromium: PathBuf,
}

impl Browser {
    /// Installs what is missing.
    ///
    /// # Errors
    /// When there is no browser and none can be had.
    pub fn prepare() -> Result<Self> {
        let tools = Tools::open()?;
        let modules = tools::modules(&tools)?;
        let chromium = tools::chromium(&tools, &modules)?;
        Ok(Self { modules, chromium })
    }

    pub fn node(&self) -> Result<Command> {
        let mut node = self.modules.node();
        node.env("BATHTUB_CHROMIUM", &self.chromium)
            .env("BATHTUB_XTASK", std::env::current_exe().context("where this program is")?);
        Ok(node)
    }
}

/// Node's tests over the finished site, which they serve below a path of its own.
pub fn tests(run: &mut Run) -> Result<Tally> {
    let browser = Browser::prepare()?;
    run.site()?;
    let dir = project::root().join("tests/browser");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&dir)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    let tap = project::target_dir().join("browser-tests.tap");
    let mut node = browser.node()?;
    node.arg("--test")
        // Measurements of time suffer from neighbours.
        .arg("--test-concurrency=1")
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", tap.display()));
    if !run.filter.is_empty() {
        node.arg(format!("--test-name-pattern={}", run.filter.join(" ")));
    }
    let _ = std::fs::remove_file(&tap);
    let status = node.args(&files).stdin(Stdio::null()).status().context("cannot start node")?;
    let summary = std::fs::read_to_string(&tap).unwrap_or_default();
    Ok(node_summary(&summary).with_exit(status.success()))
}

/// The model against other engines, when there are such tests and a Python to run them.
pub fn engines(_: &mut Run) -> Result<Tally> {
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
fn answers(python: &std::path::Path) -> bool {
    crate::step::output(Command::new(python).arg("--version")).is_ok_and(|output| output.status.success())
}
