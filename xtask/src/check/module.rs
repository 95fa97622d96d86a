//! The package for JavaScript, as somebody installs it.

use anyhow::Result;

use super::Run;
use super::browser::{Browser, run_tests};
use super::report::Tally;
use crate::project;
use crate::site::Workshop;
use crate::tools::{self, Tools};

pub fn run(run: &mut Run) -> Result<Tally> {
    let package = Workshop::prepare()?.package()?;
    let browser = Browser::prepare()?;
    let bundlers = tools::bundler_modules(&Tools::open()?)?.dir;
    let node = || {
        let mut node = browser.node()?;
        node.env("BATHTUB_PACKAGE", &package).env("BATHTUB_MODULE_TOOLS", &bundlers);
        Ok(node)
    };
    run_tests(node, &project::root().join("tests/module"), &run.filter)
}
