//! `cargo xtask test`: every check, or the parts that are named.

mod browser;
mod layers;
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
use report::Tally;
pub use wasm::bench as time_as_wasm;

/// A part of the checks: what it is called, and how it is run.
struct Part {
    name: &'static str,
    /// Whether arguments after `--` select tests in it.
    filtered: bool,
    run: fn(&mut Run) -> Result<Tally>,
}

const PARTS: [Part; 11] = [
    Part { name: "format", filtered: false, run: rust::format },
    Part { name: "clippy", filtered: false, run: rust::clippy },
    Part { name: "model", filtered: true, run: rust::model },
    Part { name: "cli", filtered: true, run: rust::cli },
    Part { name: "page", filtered: true, run: rust::page },
    Part { name: "xtask", filtered: true, run: rust::xtask },
    Part { name: "layers", filtered: false, run: layers::run },
    Part { name: "wasm", filtered: false, run: wasm::run },
    Part { name: "browser", filtered: true, run: browser::tests },
    Part { name: "engines", filtered: false, run: browser::engines },
    Part { name: "size", filtered: false, run: size::run },
];

/// What the parts share.
pub struct Run {
    filter: Vec<String>,
    /// Whether the site was built in this run.
    built: bool,
}

impl Run {
    /// Builds the site, once a run.
    fn site(&mut self) -> Result<()> {
        if !self.built {
            Workshop::prepare()?.build(Mode::Web)?;
            self.built = true;
        }
        Ok(())
    }
}

/// Runs the parts and prints the sum on the last line.
///
/// # Errors
/// When a part is unknown, or a check failed.
pub fn run(options: &args::Test) -> Result<bool> {
    let parts = chosen(options)?;
    let mut shared = Run { filter: options.filter.clone(), built: false };
    let mut sum = Tally::default();
    for part in parts {
        println!("\n── {}", part.name);
        let start = Instant::now();
        let tally = (part.run)(&mut shared).unwrap_or_else(|error| {
            println!("{error:#}");
            Tally::FAIL
        });
        println!("   {}: {} ({:.1} s)", part.name, tally.line(), start.elapsed().as_secs_f64());
        sum += tally;
        if options.fail_fast && tally.failed > 0 {
            println!("   stopped at the first failure");
            break;
        }
    }
    println!("\n{}", sum.line());
    Ok(sum.failed == 0)
}

fn chosen(options: &args::Test) -> Result<Vec<&'static Part>> {
    let names: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
    if let Some(odd) = options.parts.iter().find(|name| !names.contains(&name.as_str())) {
        bail!("unknown part `{odd}`: there are {}", names.join(", "));
    }
    let parts: Vec<&Part> = PARTS
        .iter()
        .filter(|part| options.parts.is_empty() || options.parts.iter().any(|name| name == part.name))
        .collect();
    if !options.filter.is_empty()
        && let Some(part) = parts.iter().find(|part| !part.filtered)
    {
        bail!("the part `{}` takes no arguments after `--`: name parts that do", part.name);
    }
    Ok(parts)
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

    fn names(parts: &[&str], filter: &[&str]) -> Result<Vec<&'static str>> {
        let own = |list: &[&str]| list.iter().map(|&text| text.to_owned()).collect();
        let options = args::Test { parts: own(parts), fail_fast: false, filter: own(filter) };
        Ok(chosen(&options)?.iter().map(|part| part.name).collect())
    }

    #[test]
    fn parts_run_in_their_order() {
        assert_eq!(names(&[], &[]).unwrap().len(), PARTS.len());
        assert_eq!(names(&["model", "format"], &[]).unwrap(), ["format", "model"]);
    }

    #[test]
    fn what_cannot_be_run_is_named() {
        let unknown = names(&["modle"], &[]).unwrap_err().to_string();
        assert!(unknown.starts_with("unknown part `modle`: there are format, clippy"));
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
