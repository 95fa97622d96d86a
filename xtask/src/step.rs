//! Visible progress: one line a step with the time taken, and failures that name the step and
//! the remedy.

use std::process::{Command, Output, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};

/// Lines of a failed command's output worth showing.
const SHOWN_LINES: usize = 60;

/// Runs one step and prints its line.
///
/// # Errors
/// What `work` failed with, preceded by the step's name and followed by the remedy.
pub fn step<T>(name: &str, remedy: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let start = Instant::now();
    let outcome = work();
    let seconds = start.elapsed().as_secs_f64();
    match outcome {
        Ok(value) => {
            eprintln!("  {name:<58} {seconds:>6.1} s");
            Ok(value)
        }
        Err(error) => Err(failed(name, remedy, &error)),
    }
}

/// As [`step`], but says beforehand that it will take a while.
///
/// # Errors
/// As [`step`].
pub fn slow_step<T>(name: &str, expect: &str, remedy: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("  {name}: {expect} …");
    step(name, remedy, work)
}

fn failed(name: &str, remedy: &str, error: &anyhow::Error) -> anyhow::Error {
    // A step inside a step has named itself and its remedy already.
    let text = format!("{error:#}");
    if text.contains("\n  remedy: ") {
        return anyhow!(text);
    }
    anyhow!("step \"{name}\" failed: {text}\n  remedy: {remedy}")
}

/// Runs a command to its end and returns its standard output.
///
/// # Errors
/// When it cannot be started or ends badly; the error carries the end of its output.
pub fn capture(command: &mut Command) -> Result<String> {
    let output = output(command)?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    text.push_str(&String::from_utf8_lossy(&output.stderr));
    bail!("{} ({})\n{}", shown(command), output.status, tail(&text));
}

/// Runs a command and returns its output whatever its exit code.
///
/// # Errors
/// When it cannot be started.
pub fn output(command: &mut Command) -> Result<Output> {
    command.stdin(Stdio::null()).output().with_context(|| format!("cannot start `{}`", shown(command)))
}

/// The command as one would type it, without its environment.
pub fn shown(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

fn tail(text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().collect();
    lines[lines.len().saturating_sub(SHOWN_LINES)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_step_and_the_remedy() {
        let error = step::<()>("boil water", "light the stove", || bail!("no heat")).unwrap_err();
        assert_eq!(error.to_string(), "step \"boil water\" failed: no heat\n  remedy: light the stove");
    }

    #[test]
    fn the_innermost_step_is_the_one_named() {
        let error = step::<()>("make tea", "drink water", || {
            step("boil water", "light the stove", || bail!("no heat"))
        })
        .unwrap_err();
        assert!(error.to_string().starts_with("step \"boil water\" failed"));
        assert!(!error.to_string().contains("drink water"));
    }

    #[test]
    fn only_the_end_of_long_output_is_shown() {
        let text: String = (0..100).map(|n| format!("{n}\n")).collect();
        let shown = tail(&text);
        assert!(shown.starts_with("40\n") && shown.ends_with("99"));
    }
}
