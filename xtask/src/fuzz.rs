//! `cargo xtask fuzz`: a monkey at the page, and the readers given what reaches new code.

use std::process::{Command, Stdio};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, ensure};

use crate::args::Fuzz;
use crate::check::Browser;
use crate::project;
use crate::site::{Mode, Workshop};

/// Whether nothing went wrong.
///
/// # Errors
/// When it cannot be begun.
pub fn run(options: &Fuzz) -> Result<bool> {
    let arguments = match options {
        Fuzz::Guided(seconds) => return guided(*seconds),
        Fuzz::Replay(list) => {
            let list = std::path::absolute(list)?;
            ensure!(list.is_file(), "{} is no file", list.display());
            vec!["--replay".into(), list.into_os_string()]
        }
        Fuzz::Monkey { events, seed } => {
            let seed = seed.unwrap_or_else(of_the_clock);
            println!("seed {seed}");
            vec!["--events".into(), events.to_string().into(), "--seed".into(), seed.to_string().into()]
        }
    };
    let browser = Browser::prepare()?;
    Workshop::prepare()?.build(Mode::Web, None)?;
    let mut node = browser.node()?;
    node.arg(project::root().join("tests/browser/monkey/fuzz.mjs")).args(arguments);
    Ok(node.stdin(Stdio::null()).status().context("cannot start node")?.success())
}

/// Some number that is another one each time.
fn of_the_clock() -> u32 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as u32 % 1_000_000)
}

/// The folders of `tests/corpus`, each of a reader.
const READERS: [&str; 7] = ["codes", "games", "links", "settings", "numbers", "tables", "questions"];

/// What has the compiler count which code is reached, in its stable releases as well: libFuzzer reads
/// it. A sanitizer would need another release, and there is nothing unsafe to look for.
const COUNTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing";

/// Where what the compiler counts can be read.
const HOST: &str = "x86_64-unknown-linux-gnu";

/// Each reader for so many seconds. What reaches new code is kept in the target folder; what goes wrong
/// is left there too, to be mended and put into `tests/corpus`.
fn guided(seconds: u32) -> Result<bool> {
    let target = project::target_dir().join("guided");
    let manifest = project::root().join("tests/guided/Cargo.toml");
    let mut cargo = project::cargo();
    cargo.args(["build", "--release", "--quiet", "--target", HOST, "--manifest-path"]).arg(&manifest);
    cargo.arg("--target-dir").arg(&target).env("RUSTFLAGS", COUNTED);
    ensure!(cargo.status()?.success(), "cannot build tests/guided: it needs a C++ compiler and {HOST}");
    let mut well = true;
    for reader in READERS {
        let (found, wrong) = (target.join(reader), target.join(format!("{reader}-wrong-")));
        std::fs::create_dir_all(&found)?;
        let status = Command::new(target.join(HOST).join("release/bathtub-guided"))
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-artifact_prefix={}", wrong.display()))
            // Tables are long, and no text is worth ten seconds.
            .args(["-max_len=8192", "-timeout=10", "-print_final_stats=1"])
            .arg(&found)
            .arg(project::root().join("tests/corpus").join(reader))
            .env("BATHTUB_READER", reader)
            .status()?;
        if !status.success() {
            println!(
                "{reader}: the text is in {}…; once mended, it goes into tests/corpus/{reader}",
                wrong.display()
            );
            well = false;
        }
    }
    Ok(well)
}
