//! `cargo xtask test`: every check, or the ones that are named.

mod browser;
mod engines;
mod layers;
mod module;
mod report;
mod rust;
mod size;
mod wasm;

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::args;
use crate::site::{Mode, Workshop};
pub use browser::Browser;
pub use engines::TimedEngine;
pub use module::with_package;
use report::Tally;
pub use wasm::bench as time_as_wasm;

/// A check: what it is called, and how it is run.
struct Check {
    name: &'static str,
    /// Whether arguments after `--` select tests in it.
    filtered: bool,
    run: fn(&mut Run) -> Result<Tally>,
}

const CHECKS: [Check; 13] = [
    Check { name: "format", filtered: false, run: rust::format },
    Check { name: "clippy", filtered: false, run: rust::clippy },
    Check { name: "model", filtered: true, run: rust::model },
    Check { name: "cli", filtered: true, run: rust::cli },
    Check { name: "page", filtered: true, run: rust::page },
    Check { name: "xtask", filtered: true, run: rust::xtask },
    Check { name: "layers", filtered: false, run: layers::run },
    Check { name: "wasm", filtered: false, run: wasm::run },
    Check { name: "module", filtered: true, run: module::run },
    Check { name: "browser", filtered: true, run: browser::run },
    Check { name: "core", filtered: true, run: browser::core },
    Check { name: "engines", filtered: false, run: engines::run },
    Check { name: "size", filtered: false, run: size::run },
];

/// What the checks share.
pub struct Run {
    filter: Vec<String>,
    /// Whether the site was built in this run.
    built: bool,
}

impl Run {
    /// Builds the site, once a run.
    fn site(&mut self) -> Result<()> {
        if !self.built {
            Workshop::prepare()?.build(Mode::Web, None)?;
            self.built = true;
        }
        Ok(())
    }
}

/// Runs the checks and prints the sum on the last line.
///
/// # Errors
/// When a check is unknown.
pub fn run(options: &args::Test) -> Result<bool> {
    let checks = chosen(options)?;
    crate::project::this_program()?;
    let mut shared = Run { filter: options.filter.clone(), built: false };
    let mut sum = Tally::default();
    for check in checks {
        println!("\n── {}", check.name);
        let start = Instant::now();
        let tally = (check.run)(&mut shared).unwrap_or_else(|error| {
            println!("{error:#}");
            Tally::FAIL
        });
        println!("   {}: {} ({:.1} s)", check.name, tally.line(), start.elapsed().as_secs_f64());
        sum += tally;
        if options.fail_fast && tally.failed > 0 {
            println!("   stopped at the first failure");
            break;
        }
    }
    println!("\n{}", sum.line());
    Ok(sum.failed == 0)
}

fn chosen(options: &args::Test) -> Result<Vec<&'static Check>> {
    let names: Vec<&str> = CHECKS.iter().map(|check| check.name).collect();
    if let Some(unknown) = options.checks.iter().find(|name| !names.contains(&name.as_str())) {
        bail!("unknown check `{unknown}`: there are {}", names.join(", "));
    }
    let checks: Vec<&Check> = CHECKS
        .iter()
        .filter(|check| options.checks.is_empty() || options.checks.iter().any(|name| name == check.name))
        .collect();
    if !options.filter.is_empty()
        && let Some(check) = checks.iter().find(|check| !check.filtered)
    {
        bail!("the check `{}` takes no arguments after `--`: name checks that do", check.name);
    }
    Ok(checks)
}

/// Runs a program, passing its output on, and counts with `count` what it prints.
fn counted(command: &mut Command, count: fn(&str) -> Option<Tally>) -> Result<Tally> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start `{}`", crate::step::shown(command)))?;
    let out = child.stdout.take().context("the program has no output")?;
    let mut tally = Tally::default();
    for line in BufReader::new(out).lines() {
        let line = line?;
        println!("{line}");
        if let Some(more) = count(&line) {
            tally += more;
        }
    }
    Ok(tally.with_exit(child.wait()?.success()))
}

/// Runs a check that passes or fails as a whole.
fn whole(command: &mut Command) -> Result<Tally> {
    let tally = counted(command, |_| None)?;
    Ok(if tally.failed > 0 { Tally::FAIL } else { Tally::PASS })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(checks: &[&str], filter: &[&str]) -> Result<Vec<&'static str>> {
        let own = |list: &[&str]| list.iter().map(|&text| text.to_owned()).collect();
        let options = args::Test { checks: own(checks), fail_fast: false, filter: own(filter) };
        Ok(chosen(&options)?.iter().map(|check| check.name).collect())
    }

    #[test]
    fn checks_run_in_their_order() {
        assert_eq!(names(&[], &[]).unwrap().len(), CHECKS.len());
        assert_eq!(names(&["model", "format"], &[]).unwrap(), ["format", "model"]);
    }

    #[test]
    fn what_cannot_be_run_is_named() {
        let unknown = names(&["modle"], &[]).unwrap_err().to_string();
        assert!(unknown.starts_with("unknown check `modle`: there are format, clippy"));
        assert_eq!(names(&["model"], &["spiral"]).unwrap(), ["model"]);
        assert!(names(&["size"], &["spiral"]).is_err());
    }

    #[test]
    fn a_check_as_a_whole_counts_one() {
        let cargo = || Command::new(env!("CARGO"));
        assert_eq!(whole(cargo().arg("--version")).unwrap(), Tally::PASS);
        let mut wrong = cargo();
        wrong.arg("no-such-command").stderr(Stdio::null());
        assert_eq!(whole(&mut wrong).unwrap(), Tally::FAIL);
    }
}
