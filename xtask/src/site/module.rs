//! The model for JavaScript: compiled, with the scripts around it. It stands in the site, under `module/`,
//! and in the package that `cargo xtask package` leaves.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use super::{Mode, Workshop, assets};
use crate::project;
use crate::step::{capture, step};
use crate::tools::{self, TRIPLE};

/// Folder of the site that has it.
pub const FOLDER: &str = "module";

/// What browsers need, out of `module/js`.
const FOR_BROWSERS: [&str; 4] = ["api.js", "index.js", "load.js", "worker.js"];
/// What the package has besides.
const FOR_NODE: [&str; 2] = ["node.js", "node-worker.js"];

impl Workshop {
    /// Leaves the module for browsers in a folder.
    ///
    /// # Errors
    /// When it does not compile, or a tool fails.
    pub(super) fn write_module(&self, mode: Mode, to: &Path) -> Result<()> {
        let profile = if mode == Mode::Web { "web" } else { "dev" };
        let mut cargo = project::cargo();
        cargo.args(["build", "--quiet", "--package", "bathtub-module", "--bin", "bathtub-module"]);
        cargo.args(["--target", TRIPLE, "--profile", profile]);
        match mode {
            Mode::Web => self.flags.apply_reproducible(&mut cargo),
            Mode::Dev => self.flags.apply(&mut cargo),
        }
        capture(&mut cargo)?;
        let folder = if mode == Mode::Web { "web" } else { "debug" };
        let compiled = project::target_dir().join(TRIPLE).join(folder).join("bathtub-module.wasm");
        std::fs::create_dir_all(to)?;
        let mut bindgen = std::process::Command::new(&self.wasm_bindgen);
        bindgen.args(["--target=web", "--no-typescript", "--out-name", "bathtub", "--out-dir"]);
        capture(bindgen.args([to, &compiled]))?;
        let bound = to.join("bathtub_bg.wasm");
        let packed = to.join("packed.wasm");
        self.pack(mode, &bound, &packed)?;
        std::fs::rename(&packed, &bound)?;
        copy(&FOR_BROWSERS, to)?;
        let version = json!(env!("CARGO_PKG_VERSION"));
        let text = format!("// Version of the package.\nexport const version = {version};\n");
        std::fs::write(to.join("version.js"), text)?;
        Ok(())
    }

    /// Leaves `liquidity-bathtub-<version>.tgz` in target/package and returns its path.
    ///
    /// # Errors
    /// The first step that fails.
    pub fn package(&self) -> Result<PathBuf> {
        let packages = project::target_dir().join("package");
        let folder = packages.join("liquidity-bathtub");
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        step("compile the module", "mend module/ as the compiler says above", || {
            self.write_module(Mode::Web, &folder)
        })?;
        step("write declarations and texts", "mend module/src/declarations.rs", || {
            copy(&FOR_NODE, &folder)?;
            copy(&["load.d.ts"], &folder)?;
            let declarations =
                capture(project::cargo().args(["run", "--quiet", "--package", "bathtub-module"]))?;
            std::fs::write(folder.join("index.d.ts"), declarations)?;
            let manifest = serde_json::to_string_pretty(&manifest())? + "\n";
            std::fs::write(folder.join("package.json"), manifest)?;
            for (from, name) in [
                ("module/README.md", "README.md"),
                ("data/SOURCES.md", "SOURCES.md"),
                ("LICENSE-MIT", "LICENSE-MIT"),
                ("LICENSE-APACHE", "LICENSE-APACHE"),
            ] {
                assets::copy(&project::root().join(from), &folder.join(name))?;
            }
            Ok(())
        })?;
        step("pack", "see what npm says above", || {
            let npm = tools::on_path("npm").context("no `npm` on PATH: it comes with Node")?;
            let mut npm = std::process::Command::new(npm);
            npm.current_dir(&folder).args(["pack", "--offline", "--ignore-scripts", "--pack-destination"]);
            capture(npm.arg(&packages))
        })?;
        let file = packages.join(format!("liquidity-bathtub-{}.tgz", env!("CARGO_PKG_VERSION")));
        file.exists().then_some(file).context("npm left no package")
    }
}

fn copy(names: &[&str], to: &Path) -> Result<()> {
    let from = project::root().join("module/js");
    names.iter().try_for_each(|name| assets::copy(&from.join(name), &to.join(name)))
}

fn manifest() -> serde_json::Value {
    json!({
        "name": "liquidity-bathtub",
        "version": env!("CARGO_PKG_VERSION"),
        "description": "The liquidity bathtub: a weekly model of US dollar liquidity, and of the prices that float on it",
        "license": "(MIT OR Apache-2.0)",
        "keywords": ["system dynamics", "liquidity", "reserves", "Treasury", "Federal Reserve", "AI capex", "WebAssembly"],
        "type": "module",
        "engines": { "node": ">=20" },
        // Loading the model is all that the files do by themselves.
        "sideEffects": ["./index.js", "./node.js"],
        "types": "./index.d.ts",
        "exports": {
            ".": { "types": "./index.d.ts", "node": "./node.js", "default": "./index.js" },
            "./load": { "types": "./load.d.ts", "node": "./node.js", "default": "./load.js" },
            "./bathtub_bg.wasm": "./bathtub_bg.wasm",
            "./package.json": "./package.json"
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_manifest_names_is_packed() {
        let text = manifest().to_string();
        for name in FOR_NODE.iter().chain(&["index.js", "load.js"]).filter(|name| !name.contains("worker")) {
            assert!(text.contains(&format!("./{name}")), "{name}");
            assert!(project::root().join("module/js").join(name).exists(), "{name}");
        }
    }
}
