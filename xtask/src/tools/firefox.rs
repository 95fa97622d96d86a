//! A Firefox for the core of the browser tests: named by the environment, on PATH, or unpacked below
//! the tools folder.

use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};

use super::unpacked::Unpacked;
use super::{Tools, offline, on_path, version_of};
use crate::step::slow_step;

const NAMES: [&str; 2] = ["firefox-esr", "firefox"];
const APPLICATION: &str = "/Applications/Firefox.app/Contents/MacOS/firefox";
const REMEDY: &str = "install Firefox, or let BATHTUB_FIREFOX name one";
const DEBIAN: Unpacked =
    Unpacked { name: "firefox", package: "firefox-esr", program: "usr/lib/firefox-esr/firefox-esr" };

/// A Firefox that answers.
///
/// # Errors
/// When the environment names one that does not answer, or none is found and none can be had.
pub fn firefox(tools: &Tools) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("BATHTUB_FIREFOX").filter(|name| !name.is_empty()) {
        let named = PathBuf::from(named);
        ensure!(
            answers(&named),
            "BATHTUB_FIREFOX names {}, which does not answer\n  remedy: {REMEDY}",
            named.display()
        );
        return Ok(named);
    }
    let there = || {
        let installed = NAMES.iter().filter_map(|name| on_path(name));
        let elsewhere = windows_places().chain([PathBuf::from(APPLICATION), DEBIAN.wrapper(tools)]);
        installed.chain(elsewhere).find(|place| answers(place))
    };
    let install = || {
        ensure!(offline::has_packages(), "no Firefox found\n  remedy: {REMEDY}");
        let expect = "fetching Debian's package with what it needs";
        slow_step("install Firefox into the tools folder", expect, REMEDY, || DEBIAN.unpack(tools))
    };
    tools.once(there, install)
}

/// Firefox on Windows prints no version to a program that asks: there, existing has to do. Ubuntu's
/// script that only says where Firefox is to be had answers with no version.
fn answers(program: &Path) -> bool {
    program.is_file() && (cfg!(windows) || version_of(program).is_some())
}

fn windows_places() -> impl Iterator<Item = PathBuf> {
    ["PROGRAMFILES", "PROGRAMFILES(X86)"]
        .into_iter()
        .filter_map(std::env::var_os)
        .map(|base| Path::new(&base).join("Mozilla Firefox/firefox.exe"))
}
