//! The package for JavaScript, as somebody installs it.

use std::process::Command;

use anyhow::Result;

use super::Run;
use super::browser::{Browser, run_tests};
use super::report::Tally;
use crate::project;
use crate::site::Workshop;
use crate::tools::{self, Tools};

/// Node that knows where the package and the bundlers are.
///
/// # Errors
/// When the package cannot be made, or a tool is missing.
pub fn with_package() -> Result<Command> {
    let package = Workshop::prepare()?.package()?;
    let bundlers = tools::bundler_modules(&Tools::open()?)?.dir;
    let mut node = Browser::prepare()?.node()?;
    node.env("BATHTUB_PACKAGE", package).env("BATHTUB_MODULE_TOOLS", bundlers);
    Ok(node)
}

pub fn run(run: &mut Run) -> Result<Tally> {
    let mut prepared = Some(with_package()?);
    // A second try has the same package.
    let node = || prepared.take().map_or_else(with_package, Ok);
    run_tests(node, &project::root().join("tests/module"), &run.filter, 1)
}
