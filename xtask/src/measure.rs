//! `cargo xtask bench` and `cargo xtask screenshot`.

use std::process::Stdio;

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
    crate::check::time_as_wasm()?;
    in_browser("tests/browser/bench.mjs")
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
