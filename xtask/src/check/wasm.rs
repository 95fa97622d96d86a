//! The model as WebAssembly in Node against the model on this machine, bit by bit.

use anyhow::{Context, Result, bail};

use super::Run;
use super::report::Tally;
use crate::project;
use crate::step::{capture, step};
use crate::tools::{self, TRIPLE, Tools};

pub fn run(_: &mut Run) -> Result<Tally> {
    let tools = Tools::open()?;
    let modules = tools::modules(&tools)?;
    let remedy = "mend tests/wasm-bits as the compiler says above";
    let native = step("run the model here", remedy, || {
        capture(project::cargo().args(["run", "--quiet", "--package", "wasm-bits"]))
    })?;
    let module = compiled(&tools)?;
    let foreign = step("run the model as WebAssembly", "mend tests/wasm-bits/run.mjs", || {
        capture(modules.node().arg("tests/wasm-bits/run.mjs").arg(module))
    })?;
    Ok(compare(&native, &foreign))
}

/// The model as a WebAssembly module.
fn compiled(tools: &Tools) -> Result<String> {
    let flags = tools::wasm_target(tools)?;
    step("compile the model to WebAssembly", "mend tests/wasm-bits as the compiler says above", || {
        let mut cargo = project::cargo();
        cargo.args(["build", "--package", "wasm-bits", "--lib", "--target", TRIPLE]);
        // As in the page: other optimisations must not show in the bits.
        cargo.args(["--profile", "web", "--message-format", "json"]);
        flags.apply(&mut cargo);
        module_in(&capture(&mut cargo)?).context("cargo names no WebAssembly module")
    })
}

/// Times the model as WebAssembly in Node beside the same work on this machine; the microseconds
/// of one run as WebAssembly.
///
/// # Errors
/// When either cannot be built or run.
pub fn bench() -> Result<f64> {
    let tools = Tools::open()?;
    let modules = tools::modules(&tools)?;
    let module = compiled(&tools)?;
    let native = step("time the model here", "mend tests/wasm-bits/src/main.rs", || {
        capture(project::cargo().args(["run", "--quiet", "--release", "--package", "wasm-bits", "bench"]))
    })?;
    let kinds = native.lines().count();
    let foreign = step("time the model as WebAssembly", "mend tests/wasm-bits/bench.mjs", || {
        capture(modules.node().arg("tests/wasm-bits/bench.mjs").arg(module).arg(kinds.to_string()))
    })?;
    let times =
        |text: &str| -> Vec<f64> { text.lines().filter_map(|line| line.trim().parse().ok()).collect() };
    let (native, foreign) = (times(&native), times(&foreign));
    let [one, lanes, each] = foreign[..] else { bail!("bench.mjs timed {} kinds of work", foreign.len()) };
    let [native_one, native_lanes, native_each] = native[..] else { bail!("not every kind was timed here") };
    println!("medians                    here  WebAssembly  ratio");
    let row = |name: &str, here: f64, there: f64, unit: &str| {
        println!("{name:<22} {here:>5.1} {unit} {there:>8.1} {unit} {:>6.2}", there / here);
    };
    row("one run", native_one, one, "µs");
    row("1,024 runs in lanes", native_lanes / 1e3, lanes / 1e3, "ms");
    row("1,024 runs one by one", native_each / 1e3, each / 1e3, "ms");
    println!("one by one over lanes  {:>5.2}    {:>8.2}", native_each / native_lanes, each / lanes);
    Ok(one)
}

/// The `.wasm` file among Cargo's messages.
fn module_in(messages: &str) -> Option<String> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default())
        .filter_map(|file| file.as_str().map(str::to_owned))
        .find(|file| file.ends_with(".wasm"))
}

/// One test a line: a case's name and its bits.
fn compare(native: &str, foreign: &str) -> Tally {
    let mut tally = Tally::default();
    let mut others = foreign.lines();
    for line in native.lines() {
        let other = others.next().unwrap_or("nothing");
        if line == other {
            tally += Tally::PASS;
        } else {
            println!("here:           {line}\nas WebAssembly: {other}");
            tally += Tally::FAIL;
        }
    }
    let surplus = others.count();
    if surplus > 0 || tally == Tally::default() {
        println!("{surplus} lines more as WebAssembly, {} here", native.lines().count());
        tally += Tally::FAIL;
    }
    println!("{} cases agree to the last bit", tally.passed);
    tally
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_counts() {
        assert_eq!(compare("a 1\nb 2\n", "a 1\nb 2\n"), Tally { passed: 2, ..Tally::default() });
        assert_eq!(compare("a 1\nb 2\n", "a 1\nb 3\n").failed, 1);
        assert_eq!(compare("a 1\nb 2\n", "a 1\n").failed, 1);
        assert_eq!(compare("a 1\n", "a 1\nb 2\n").failed, 1);
        assert_eq!(compare("", "").failed, 1);
    }

    #[test]
    fn the_module_is_found_among_messages() {
        let messages = "{\"reason\":\"x\"}\nnot json\n{\"filenames\":[\"/t/a.rlib\",\"/t/a.wasm\"]}\n";
        assert_eq!(module_in(messages).as_deref(), Some("/t/a.wasm"));
    }
}
