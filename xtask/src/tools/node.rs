//! Node and the packages of the lock file, installed into the tools folder.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::{Tools, major, on_path, version_of};
use crate::project;
use crate::step::{capture, step};

const OLDEST_NODE: u32 = 20;
/// Trunk.toml names the same one; another version would give another file.
const WASM_OPT: &str = "132";

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

/// The packages of package-lock.json, installed when the lock file changed.
///
/// # Errors
/// When Node is missing or too old, or the packages cannot be installed.
pub fn modules(tools: &Tools) -> Result<Modules> {
    let (node, major) = match node_major() {
        Ok(found) => found,
        Err(error) => bail!("{error}\n  remedy: install Node {OLDEST_NODE} or newer"),
    };
    ensure!(major >= OLDEST_NODE, "Node {major} is too old\n  remedy: install Node {OLDEST_NODE} or newer");
    let lock = std::fs::read(project::root().join("package-lock.json"))?;
    let hash = xxhash_rust::xxh3::xxh3_64(&lock);
    let home = tools.dir().join(format!("node-{hash:016x}"));
    let complete = home.join("complete");
    if !complete.is_file() {
        step(
            "install node packages",
            "check that the package registry is reachable and `npm ci` works, then run again",
            || install(&home, &complete),
        )?;
    }
    let dir = home.join("node_modules");
    Ok(Modules { node, dir })
}

fn install(home: &Path, complete: &Path) -> Result<()> {
    let npm = on_path("npm").context("no `npm` on PATH: it comes with Node")?;
    std::fs::create_dir_all(home)?;
    for file in ["package.json", "package-lock.json"] {
        std::fs::copy(project::root().join(file), home.join(file))?;
    }
    // None of the packages needs its install script, and those of others are better not run.
    capture(Command::new(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(home))?;
    std::fs::write(complete, "")?;
    Ok(())
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
