//! The checks that need a browser.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::Run;
use super::report::{Tally, node_summary};
use crate::project;
use crate::tools::{self, Modules, Tools};

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
pub fn run(run: &mut Run) -> Result<Tally> {
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
