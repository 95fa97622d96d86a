//! Tools the tasks need: taken from PATH when the version matches, else installed under
//! `$BATHTUB_TOOLS` or `target/tools`. Nothing outside that folder changes but the rustup target.

mod chromium;
mod compiled;
mod firefox;
mod node;
mod offline;
mod unpacked;
mod wasm_target;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

pub use chromium::chromium;
pub use compiled::{trunk, wasm_bindgen};
pub use firefox::firefox;
pub use node::{Modules, bundler_modules, engine_modules, has_engine_modules, modules};
pub use wasm_target::{WasmFlags, wasm_target, without_folders};

/// The WebAssembly target.
pub const TRIPLE: &str = "wasm32-unknown-unknown";

/// The folder that tools are installed into.
pub struct Tools {
    dir: PathBuf,
}

impl Tools {
    /// The folder named by `BATHTUB_TOOLS`, else `tools` in Cargo's target folder.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn open() -> Result<Self> {
        let dir = std::env::var_os("BATHTUB_TOOLS").filter(|dir| !dir.is_empty());
        let dir = dir.map_or_else(|| crate::project::target_dir().join("tools"), PathBuf::from);
        std::fs::create_dir_all(&dir)
            .with_context(|| format!("make the tools folder {} (see BATHTUB_TOOLS)", dir.display()))?;
        let dir = ordinary(dir.canonicalize()?);
        Ok(Self { dir })
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What `there` finds; else what is there once `install` has run, which one at a time does, of all
    /// threads and programs that use the folder: whoever waited finds what the first one installed.
    ///
    /// # Errors
    /// When the folder cannot be locked, and those of `install`.
    pub fn once<T>(&self, there: impl Fn() -> Option<T>, install: impl FnOnce() -> Result<T>) -> Result<T> {
        if let Some(found) = there() {
            return Ok(found);
        }
        let lock =
            std::fs::File::create(self.dir.join("lock")).context("make the lock of the tools folder")?;
        lock.lock().context("lock the tools folder")?;
        there().map_or_else(install, Ok)
    }

    /// PATH with the folders of `programs` in front, for those that we installed ourselves. The
    /// others are found as they are: moving their folders ahead could hide unrelated programs.
    pub fn path_with(&self, programs: &[&Path]) -> OsString {
        let ours = programs
            .iter()
            .filter(|program| program.starts_with(&self.dir))
            .filter_map(|program| program.parent().map(Path::to_owned));
        let path = std::env::var_os("PATH").unwrap_or_default();
        let all: Vec<PathBuf> = ours.chain(std::env::split_paths(&path)).collect();
        std::env::join_paths(all).unwrap_or(path)
    }
}

/// `canonicalize` on Windows returns a form that many programs do not take.
fn ordinary(path: PathBuf) -> PathBuf {
    match path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) {
        Some(plain) => PathBuf::from(plain),
        None => path,
    }
}

/// The first program of that name on PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|dir| endings.iter().map(move |end| dir.join(format!("{name}{end}"))))
        .find(|file| file.is_file())
}

/// What `program --version` says, as the first version number in it.
pub fn version_of(program: &Path) -> Option<String> {
    let output = crate::step::output(Command::new(program).arg("--version")).ok()?;
    if !output.status.success() {
        return None;
    }
    version_in(&String::from_utf8_lossy(&output.stdout)).map(str::to_owned)
}

/// The first word that reads like a version: digits and dots, an optional leading `v`.
fn version_in(text: &str) -> Option<&str> {
    text.split(|c: char| c.is_whitespace() || c == '(' || c == ')')
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| {
            word.starts_with(|c: char| c.is_ascii_digit())
                && word.chars().all(|c| c.is_ascii_alphanumeric() || ".+-".contains(c))
        })
}

/// The part of a version before the first dot.
fn major(version: &str) -> Option<u32> {
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
    use std::time::Duration;

    use super::*;

    #[test]
    fn versions_are_read_as_the_tools_print_them() {
        assert_eq!(version_in("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version_in("wasm-bindgen 0.2.130"), Some("0.2.130"));
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), Some("132"));
        assert_eq!(version_in("v20.20.2\n"), Some("20.20.2"));
        assert_eq!(version_in("Chromium 138.0.7204.5 built on X"), Some("138.0.7204.5"));
        assert_eq!(version_in("no number here"), None);
        assert_eq!(major("20.20.2"), Some(20));
    }

    #[test]
    fn what_is_missing_is_installed_once_however_many_ask_for_it() {
        let folder = std::env::temp_dir().join(format!("bathtub-tools-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (tools, tool) = (Tools { dir: folder.clone() }, folder.join("tool"));
        let installs = AtomicUsize::new(0);
        let ask = || {
            let there = || std::fs::read_to_string(&tool).ok();
            let install = || {
                installs.fetch_add(1, Relaxed);
                std::thread::sleep(Duration::from_millis(50));
                std::fs::write(&tool, "whole")?;
                Ok("whole".to_owned())
            };
            assert_eq!(tools.once(there, install).unwrap(), "whole");
        };
        std::thread::scope(|scope| (0..8).for_each(|_| drop(scope.spawn(ask))));
        assert_eq!(installs.load(Relaxed), 1);
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn only_our_own_folders_go_in_front_of_path() {
        let tools = Tools { dir: PathBuf::from("/our/tools") };
        let ours = Path::new("/our/tools/trunk/bin/trunk");
        let foreign = Path::new("/elsewhere/bin/wasm-opt");
        let path = tools.path_with(&[ours, foreign]);
        let first = std::env::split_paths(&path).next();
        assert_eq!(first, Some(PathBuf::from("/our/tools/trunk/bin")));
        assert!(!path.to_string_lossy().contains("/elsewhere/bin"));
    }
}
