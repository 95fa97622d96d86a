//! Node and the packages of the lock files, installed into the tools folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::{Tools, major, on_path, version_of};
use crate::project;
use crate::step::{capture, step};

const OLDEST_NODE: u32 = 20;
/// Trunk.toml names the same one; another version would give another file.
const WASM_OPT: &str = "132";

/// Packages that a lock file names.
struct PackageSet {
    /// Folder of `package.json` and `package-lock.json`, from the root.
    folder: &'static str,
    /// What the folder of the installed packages begins with.
    prefix: &'static str,
    /// Other files of the folder that are installed with them.
    local: &'static [&'static str],
}

const DEV_TOOLS: PackageSet = PackageSet { folder: "", prefix: "node", local: &[] };
const BUNDLERS: PackageSet = PackageSet { folder: "tests/module", prefix: "module", local: &[] };
const ENGINES: PackageSet =
    PackageSet { folder: "tests/engines", prefix: "engines", local: &["xlsx/package.json", "xlsx/index.js"] };

/// The installed node packages.
pub struct Modules {
    pub node: PathBuf,
    /// The `node_modules` folder.
    pub dir: PathBuf,
}

impl Modules {
    /// `node` with the package folder in its environment, where the test harness looks for it.
    pub fn node(&self) -> Command {
        let mut command = Command::new(&self.node);
        command.current_dir(project::root()).env("BATHTUB_NODE_MODULES", &self.dir);
        command
    }

    /// wasm-opt: PATH's when it is the pinned version, else the package's.
    pub fn wasm_opt(&self) -> PathBuf {
        on_path("wasm-opt").filter(|found| version_of(found).as_deref() == Some(WASM_OPT)).unwrap_or_else(
            || {
                let shim = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };
                self.dir.join(".bin").join(shim)
            },
        )
    }

    /// esbuild's program, to be run by node.
    pub fn esbuild(&self) -> PathBuf {
        self.dir.join("esbuild").join("bin").join("esbuild")
    }
}

/// The node on PATH and its major version.
fn node_major() -> Result<(PathBuf, u32)> {
    let node = on_path("node").context("no `node` on PATH")?;
    let version = version_of(&node).context("`node --version` does not answer")?;
    let major = major(&version).with_context(|| {
        format!("cannot read the version of Node in `{version}`: something like v20.11.0 is expected")
    })?;
    Ok((node, major))
}

/// The packages that build and test the page, installed when their lock file changed.
///
/// # Errors
/// When Node is missing or too old, or the packages cannot be installed.
pub fn modules(tools: &Tools) -> Result<Modules> {
    DEV_TOOLS.modules(tools)
}

/// The packages of tests/engines, likewise.
///
/// # Errors
/// Those of [`modules`].
pub fn engine_modules(tools: &Tools) -> Result<Modules> {
    ENGINES.modules(tools)
}

/// The packages of tests/module, likewise.
///
/// # Errors
/// Those of [`modules`].
pub fn bundler_modules(tools: &Tools) -> Result<Modules> {
    BUNDLERS.modules(tools)
}

/// Whether the packages of tests/engines are installed.
///
/// # Errors
/// When their lock file cannot be read.
pub fn has_engine_modules(tools: &Tools) -> Result<bool> {
    Ok(complete(&ENGINES.home(tools)?).is_file())
}

/// The file that marks a finished installation.
fn complete(home: &Path) -> PathBuf {
    home.join("complete")
}

impl PackageSet {
    /// Where they are installed: a folder for each state of the lock file.
    fn home(&self, tools: &Tools) -> Result<PathBuf> {
        let lock = std::fs::read(project::root().join(self.folder).join("package-lock.json"))?;
        let hash = xxhash_rust::xxh3::xxh3_64(&lock);
        Ok(tools.dir().join(format!("{}-{hash:016x}", self.prefix)))
    }

    fn modules(&self, tools: &Tools) -> Result<Modules> {
        let (node, major) = match node_major() {
            Ok(found) => found,
            Err(error) => bail!("{error}\n  remedy: install Node {OLDEST_NODE} or newer"),
        };
        ensure!(
            major >= OLDEST_NODE,
            "Node {major} is too old\n  remedy: install Node {OLDEST_NODE} or newer"
        );
        let home = self.home(tools)?;
        let remedy = "check that the package registry is reachable and `npm ci` works, then run again";
        tools.once(
            || complete(&home).is_file().then_some(()),
            || step("install node packages", remedy, || self.install(&home)),
        )?;
        Ok(Modules { node, dir: home.join("node_modules") })
    }

    fn install(&self, home: &Path) -> Result<()> {
        let npm = on_path("npm").context("no `npm` on PATH: it comes with Node")?;
        let from = project::root().join(self.folder);
        for file in ["package.json", "package-lock.json"].iter().chain(self.local) {
            let to = home.join(file);
            std::fs::create_dir_all(to.parent().unwrap_or(home))?;
            std::fs::copy(from.join(file), to)?;
        }
        // None of the packages needs its install script, and those of others are better not run.
        capture(
            Command::new(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(home),
        )?;
        std::fs::write(complete(home), "")?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_opt_is_one_version_everywhere() {
        let trunk = std::fs::read_to_string(project::root().join("Trunk.toml")).unwrap();
        assert!(trunk.contains(&format!("wasm_opt = \"version_{WASM_OPT}\"")));
        let package = std::fs::read_to_string(project::root().join("package.json")).unwrap();
        assert!(package.contains(&format!("\"binaryen\": \"{WASM_OPT}.")));
    }
}
