//! A Chromium for the browser tests: named by the environment, on PATH, or unpacked below the
//! tools folder.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail, ensure};

use super::unpacked::Unpacked;
use super::{Modules, Tools, offline, on_path, version_of};
use crate::step::{capture, slow_step};

const NAMES: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
];
const APPLICATIONS: [&str; 3] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];
const REMEDY: &str = "install Chromium, Chrome or Edge, or let BATHTUB_CHROMIUM name one";

const DEBIAN: Unpacked =
    Unpacked { name: "chromium", package: "chromium", program: "usr/lib/chromium/chromium" };

/// A Chromium that answers.
///
/// # Errors
/// When the environment names one that does not answer, or none is found and none can be had.
pub fn chromium(tools: &Tools, modules: &Modules) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("BATHTUB_CHROMIUM").filter(|name| !name.is_empty()) {
        let named = PathBuf::from(named);
        ensure!(
            answers(&named),
            "BATHTUB_CHROMIUM names {}, which does not answer\n  remedy: {REMEDY}",
            named.display()
        );
        return Ok(named);
    }
    let downloads = tools.dir().join("browsers");
    let there = || {
        let applications = APPLICATIONS.iter().map(PathBuf::from).chain(windows_places());
        let installed = NAMES.iter().filter_map(|name| on_path(name)).chain(applications);
        let unpacked = DEBIAN.wrapper(tools);
        installed.chain([unpacked]).find(|place| answers(place)).or_else(|| downloaded(&downloads))
    };
    let install = || {
        let name = "install Chromium into the tools folder";
        if offline::has_packages() {
            let expect = "fetching Debian's package with what it needs";
            return slow_step(name, expect, REMEDY, || DEBIAN.unpack(tools));
        }
        slow_step(name, "fetching Playwright's build", REMEDY, || download(modules, &downloads))
    };
    tools.once(there, install)
}

/// Chrome on Windows opens a window when asked for its version: there, existing has to do.
fn answers(program: &Path) -> bool {
    program.is_file() && (cfg!(windows) || version_of(program).is_some())
}

fn windows_places() -> Vec<PathBuf> {
    ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
        .into_iter()
        .filter_map(std::env::var_os)
        .flat_map(|base| {
            ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"]
                .map(|place| Path::new(&base).join(place))
        })
        .collect()
}

fn download(modules: &Modules, to: &Path) -> Result<PathBuf> {
    let command = modules.dir.join("playwright-core").join("cli.js");
    capture(
        modules
            .node()
            .arg(command)
            .args(["install", "chromium-headless-shell"])
            .env("PLAYWRIGHT_BROWSERS_PATH", to),
    )?;
    match downloaded(to) {
        Some(found) => Ok(found),
        None => bail!("Playwright's Chromium does not start, perhaps for want of a library"),
    }
}

/// Playwright unpacks into `<name>-<revision>/<system>/<program>`.
fn downloaded(folder: &Path) -> Option<PathBuf> {
    let mut folders = vec![(folder.to_owned(), 0)];
    while let Some((dir, depth)) = folders.pop() {
        for entry in std::fs::read_dir(dir).ok()?.filter_map(Result::ok) {
            let path = entry.path();
            let stem = path.file_stem().unwrap_or_default();
            if path.is_dir() && depth < 2 {
                folders.push((path, depth + 1));
            } else if (stem == "headless_shell" || stem == "chrome-headless-shell") && answers(&path) {
                return Some(path);
            }
        }
    }
    None
}
