//! Building the page: a folder that works from any path on any static host.

mod address;
mod articles;
pub mod assets;
mod discovery;
mod finish;
mod glossary;
pub mod html;
mod lessons;
mod module;
pub mod notices;
pub mod policy;
mod programs;
mod scenarios;
mod split;
mod teaching;
pub mod version;
pub mod worker;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project;
use crate::step::{capture, step};
use crate::tools::{self, Modules, Tools, WasmFlags};
pub use address::Address;
pub use discovery::publish;

/// Everything the build needs, installed.
pub struct Workshop {
    tools: Tools,
    flags: WasmFlags,
    modules: Modules,
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Mode {
    /// Small and complete: what is published.
    Web,
    /// Quick: neither optimised nor prerendered.
    Dev,
}

impl Workshop {
    /// Installs what is missing.
    ///
    /// # Errors
    /// When a tool is not there and cannot be installed.
    pub fn prepare() -> Result<Self> {
        let tools = Tools::open()?;
        Ok(Self {
            modules: tools::modules(&tools)?,
            flags: tools::wasm_target(&tools)?,
            wasm_bindgen: tools::wasm_bindgen(&tools)?,
            trunk: tools::trunk(&tools)?,
            tools,
        })
    }

    /// Builds the site and returns its folder: `dist` or, in development, one of its own.
    ///
    /// A page that is told its `address` names it.
    ///
    /// The finished folder takes the place of the former one only when every step has succeeded.
    ///
    /// # Errors
    /// The first step that fails.
    pub fn build(&self, mode: Mode, address: Option<&Address>) -> Result<PathBuf> {
        let (staging, finished) = match mode {
            Mode::Web => (project::target_dir().join("site/web"), project::dist()),
            Mode::Dev => {
                let dir = project::target_dir().join("site");
                (dir.join("dev-staging"), dir.join("dev"))
            }
        };
        fetch_crates()?;
        step(
            match mode {
                Mode::Web => "compile and optimise the page",
                Mode::Dev => "compile the page",
            },
            "mend what the compiler says above",
            || self.run_trunk(mode, &staging),
        )?;
        step("cut the programs into parts", "mend src/page/below.rs or xtask/src/site/split.rs", || {
            self.cut(mode, &staging)
        })?;
        step("copy files, licences and notices", "mend the file named above", || {
            copy_files(&staging, mode, &self.modules)?;
            articles::write(&staging)?;
            lessons::write(&staging)
        })?;
        step("compile the module", "mend module/ as the compiler says above", || {
            self.write_module(mode, &staging.join(module::FOLDER))
        })?;
        self.finish(mode, &staging, address)?;
        replace(&finished, &staging)?;
        Ok(finished)
    }

    fn run_trunk(&self, mode: Mode, staging: &Path) -> Result<()> {
        if staging.exists() {
            std::fs::remove_dir_all(staging)?;
        }
        std::fs::create_dir_all(staging)?;
        let wasm_opt = self.modules.wasm_opt();
        let path = self.tools.path_with(&[&self.wasm_bindgen, &wasm_opt]);
        let mut trunk = std::process::Command::new(&self.trunk);
        trunk
            .current_dir(project::root())
            // Else Trunk tells its errors over and over.
            .args(["--log", "error", "build", "--dist"])
            .arg(staging)
            .env("PATH", path)
            .env("NO_COLOR", "true")
            // A backtrace of the tools would push what they say out of sight.
            .env("RUST_BACKTRACE", "0")
            .env("TRUNK_SKIP_VERSION_CHECK", "true");
        match mode {
            Mode::Web => {
                trunk.arg("--release");
                self.flags.apply_reproducible(&mut trunk);
            }
            Mode::Dev => self.flags.apply(&mut trunk),
        }
        capture(&mut trunk)?;
        Ok(())
    }
}

/// Fetches the crates of `Cargo.lock`, for what later runs without a line.
///
/// # Errors
/// When one cannot be had.
pub fn fetch_crates() -> Result<()> {
    step("fetch crates", "check that the crate registry is reachable", || {
        capture(project::cargo().args(["fetch", "--locked", "--quiet"]))
    })?;
    Ok(())
}

fn copy_files(site: &Path, mode: Mode, modules: &Modules) -> Result<()> {
    let root = project::root();
    assets::copy_all(&root.join("www"), site)?;
    for name in programs::TABLES {
        assets::copy(&root.join(name), &site.join(name))?;
    }
    if mode == Mode::Dev {
        return Ok(());
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        assets::copy(&root.join(name), &site.join(format!("{name}.txt")))?;
    }
    assets::copy(&root.join("data/SOURCES.md"), &site.join("data/SOURCES.md"))?;
    std::fs::write(site.join("third-party-notices.txt"), notices::text()? + &worker::notice(modules)?)?;
    Ok(())
}

/// Puts the staging folder in the place of the finished one.
fn replace(finished: &Path, staging: &Path) -> Result<()> {
    if finished.exists() {
        std::fs::remove_dir_all(finished)
            .with_context(|| format!("remove the former {}", finished.display()))?;
    }
    // The target folder may be on another disk, where renaming does not work.
    if std::fs::rename(staging, finished).is_err() {
        assets::copy_all(staging, finished)?;
        std::fs::remove_dir_all(staging)?;
    }
    Ok(())
}
