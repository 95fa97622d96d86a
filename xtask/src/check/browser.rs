//! The checks that need a browser.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::Run;
use super::report::{Tally, node_failures, node_summary};
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
        node.env("BATHTUB_CHROMIUM", &self.chromium).env("BATHTUB_XTASK", project::this_program()?);
        Ok(node)
    }
}

/// Node's tests over the finished site, which they serve below a path of its own.
pub fn run(run: &mut Run) -> Result<Tally> {
    let browser = Browser::prepare()?;
    run.site()?;
    run_tests(|| browser.node(), &project::root().join("tests/browser"), &run.filter, 2)
}

/// Browsers that the core can run in, and whether it does without being asked.
const BROWSERS: [(&str, bool); 3] = [("chromium", true), ("firefox", true), ("webkit", false)];

/// The core of these tests, in one browser after another. Words after `--` that name browsers choose
/// them.
pub fn core(run: &mut Run) -> Result<Tally> {
    let (names, filter) = chosen(&run.filter);
    let browser = Browser::prepare()?;
    let firefox = names.contains(&"firefox").then(|| tools::firefox(&Tools::open()?)).transpose()?;
    if names.contains(&"webkit") {
        let missing = WEBKIT.iter().find(|(program, _)| tools::on_path(program).is_none());
        if let Some((program, package)) = missing {
            bail!(
                "no `{program}` on PATH\n  remedy: install Debian's package {package}, or do not ask for webkit"
            );
        }
    }
    run.site()?;
    let node = || {
        let mut node = browser.node()?;
        node.env("BATHTUB_BROWSERS", names.join(","))
            .envs(firefox.as_ref().map(|path| ("BATHTUB_FIREFOX", path)));
        Ok(node)
    };
    run_tests(node, &project::root().join("tests/browser/core"), &filter, 1)
}

/// Programs of WebKitGTK's tests, which work only where their package puts them, and the packages.
const WEBKIT: [(&str, &str); 2] = [("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")];

/// The browsers among the words, or those that run unasked; and the other words.
fn chosen(words: &[String]) -> (Vec<&'static str>, Vec<String>) {
    let named = |name: &str| words.iter().any(|word| word == name);
    let any = BROWSERS.iter().any(|(name, _)| named(name));
    let runs =
        |&(name, unasked): &(&'static str, bool)| (if any { named(name) } else { unasked }).then_some(name);
    let names: Vec<&str> = BROWSERS.iter().filter_map(runs).collect();
    let others = words.iter().filter(|word| !BROWSERS.iter().any(|(name, _)| name == word));
    (names, others.cloned().collect())
}

/// So many failures may be a busy machine; more are a fault.
const FEW: usize = 3;

/// Test files that measure time, which suffers from neighbours, or that use every core themselves.
const ALONE: [&str; 3] = ["lighthouse.test.mjs", "monkey.test.mjs", "performance.test.mjs"];

/// Runs the test files of a folder with Node, so many at a time, and counts. Few that fail are tried once more, alone:
/// a browser on a busy machine may be late once. Which passed only then is said.
pub(super) fn run_tests(
    mut node: impl FnMut() -> Result<Command>,
    dir: &Path,
    filter: &[String],
    at_a_time: usize,
) -> Result<Tally> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(dir)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    let pattern = (!filter.is_empty()).then(|| filter.join(" "));
    let (alone, beside): (Vec<_>, Vec<_>) =
        files.iter().cloned().partition(|path| ALONE.iter().any(|name| path.ends_with(name)));
    let (mut tally, mut failed) = (Tally::default(), Vec::new());
    for (files, at_a_time) in [(beside, at_a_time), (alone, 1)] {
        if files.is_empty() {
            continue;
        }
        let (counted, names) = run_once(node()?, &files, at_a_time, pattern.as_deref())?;
        tally += counted;
        failed.extend(names);
    }
    if failed.is_empty() || failed.len() > FEW || failed.len() != tally.failed {
        return Ok(tally);
    }
    println!("\n   {} failed and run once more", failed.len());
    for name in failed {
        let (again, _) = run_once(node()?, &files, 1, Some(&format!("{}$", regex_of(&name))))?;
        if again.passed > 0 && again.failed == 0 {
            tally.failed -= 1;
            tally.passed += 1;
            println!("   passed only at the second try: {name}");
        }
    }
    Ok(tally)
}

/// What a run counted, and the names of the tests that failed.
fn run_once(
    mut node: Command,
    files: &[PathBuf],
    at_a_time: usize,
    pattern: Option<&str>,
) -> Result<(Tally, Vec<String>)> {
    let tap = project::target_dir().join("browser-tests.tap");
    node.arg("--test")
        .arg(format!("--test-concurrency={at_a_time}"))
        .args(["--test-reporter=spec", "--test-reporter-destination=stdout"])
        .arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", tap.display()))
        .args(pattern.map(|pattern| format!("--test-name-pattern={pattern}")));
    let _ = std::fs::remove_file(&tap);
    let status = node.args(files).stdin(Stdio::null()).status().context("cannot start node")?;
    let summary = std::fs::read_to_string(&tap).unwrap_or_default();
    Ok((node_summary(&summary).with_exit(status.success()), node_failures(&summary)))
}

/// A pattern that matches a text and nothing else.
fn regex_of(text: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || letter == ' ' || !letter.is_ascii();
    text.chars()
        .map(|letter| if is_plain(letter) { letter.to_string() } else { format!("\\{letter}") })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(words: &str) -> (Vec<&'static str>, Vec<String>) {
        chosen(&words.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn a_name_is_no_pattern() {
        assert_eq!(regex_of("280 × 320 (1.4.10), in en"), r"280 × 320 \(1\.4\.10\)\, in en");
    }

    #[test]
    fn browsers_are_chosen_by_name() {
        assert_eq!(choice("").0, ["chromium", "firefox"]);
        assert_eq!(choice("webkit"), (vec!["webkit"], vec![]));
        assert_eq!(
            choice("the page firefox starts"),
            (vec!["firefox"], ["the", "page", "starts"].map(str::to_owned).to_vec())
        );
        assert_eq!(choice("starts").0, ["chromium", "firefox"]);
    }
}
