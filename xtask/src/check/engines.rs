//! The model against other engines, when there are such tests and a Python to run them; and timed
//! beside SDEverywhere.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use xxhash_rust::xxh3::xxh3_64;

use super::report::{Tally, tap_line};
use super::{Run, counted};
use crate::project;
use crate::step::{capture, output, step};
use crate::tools::{self, Tools, on_path};

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
    let tools = Tools::open()?;
    let home = tools.dir().join(name);
    let bin = home.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let complete = home.join("complete");
    let install = || {
        capture(Command::new(&python).args(["-m", "venv", "--clear"]).arg(&home))?;
        let mut pip = Command::new(bin.join("python"));
        pip.args(["-m", "pip", "install", "--quiet", "--requirement"]);
        capture(pip.arg(tests.join("requirements.txt")))?;
        std::fs::write(&complete, "")?;
        Ok(())
    };
    let remedy = "check that python3 has `venv` and its package index is reachable";
    tools.once(|| complete.is_file().then_some(()), || step("install Python packages", remedy, install))?;
    let modules = tools::engine_modules(&tools)?;
    let mut command = Command::new(bin.join("python"));
    command.current_dir(project::root()).arg(tests.join("run.py")).arg(bathtub()?);
    command.env("PYTHONUNBUFFERED", "1").env("BATHTUB_NODE_MODULES", &modules.dir);
    counted(&mut command, tap_line)
}

/// The command line, compiled. The same numbers in every profile; only `release` runs hundreds of
/// settings in seconds.
fn bathtub() -> Result<String> {
    step("compile the command line", "mend cli as the compiler says above", || {
        let mut cargo = project::cargo();
        cargo.args(["build", "--release", "--package", "bathtub-cli", "--message-format", "json"]);
        executable_in(&capture(&mut cargo)?).context("cargo names no executable")
    })
}

/// SDEverywhere's JavaScript of the exported model, to be timed.
pub struct TimedEngine {
    node: Command,
}

impl TimedEngine {
    /// Exports the model with settings, `tga=300`; none where the packages are not installed.
    ///
    /// # Errors
    /// When the model cannot be exported.
    pub fn prepare(settings: &[&str]) -> Result<Option<Self>> {
        let tools = Tools::open()?;
        if !tools::has_engine_modules(&tools)? {
            return Ok(None);
        }
        let folder = project::target_dir().join("sdeverywhere");
        std::fs::create_dir_all(&folder)?;
        let (program, set) = (bathtub()?, settings.iter().flat_map(|setting| ["--set", setting]));
        let (model, run) = (folder.join("bathtub.mdl"), folder.join("run.json"));
        let printed = |arguments: &[&str]| capture(Command::new(&program).args(arguments).args(set.clone()));
        std::fs::write(&model, printed(&["export", "--format", "mdl"])?)?;
        std::fs::write(&run, printed(&["run", "--json"])?)?;
        let mut node = tools::engine_modules(&tools)?.node();
        node.arg("tests/engines/sdeverywhere.mjs").arg("time").args([model, run]);
        Ok(Some(Self { node }))
    }

    /// Microseconds of one run, a median.
    ///
    /// # Errors
    /// When Node fails.
    pub fn time(&mut self) -> Result<f64> {
        capture(&mut self.node)?.trim().parse().context("sdeverywhere.mjs prints no number")
    }
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
