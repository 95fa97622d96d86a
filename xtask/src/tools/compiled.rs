//! Trunk and wasm-bindgen, compiled from source where PATH has no matching one.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::{Tools, on_path, version_of};
use crate::project;
use crate::step::{capture, slow_step};

/// The newest Trunk that the compiler in use can build.
const TRUNK: &str = "0.21.14";

struct Compiled<'a> {
    program: &'a str,
    package: &'a str,
    version: &'a str,
    options: &'a [&'a str],
    expect: &'a str,
}

/// Trunk.
///
/// # Errors
/// When it is not there and cannot be compiled.
pub fn trunk(tools: &Tools) -> Result<PathBuf> {
    Compiled {
        program: "trunk",
        package: "trunk",
        version: TRUNK,
        // Without its default features Trunk cannot download tools, which it is never asked to,
        // and the TLS stack need not be compiled.
        options: &["--locked", "--no-default-features"],
        expect: "compiling it takes some minutes, once",
    }
    .ensure(tools)
}

/// wasm-bindgen's command, which must be of the very version the page links.
///
/// # Errors
/// When it is not there and cannot be compiled.
pub fn wasm_bindgen(tools: &Tools) -> Result<PathBuf> {
    Compiled {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: &project::locked_version("wasm-bindgen")?,
        options: &[],
        expect: "compiling it takes some minutes, once",
    }
    .ensure(tools)
}

impl Compiled<'_> {
    fn ensure(&self, tools: &Tools) -> Result<PathBuf> {
        if let Some(found) = on_path(self.program)
            && version_of(&found).as_deref() == Some(self.version)
        {
            return Ok(found);
        }
        let home = tools.dir().join(format!("{}-{}", self.package, self.version));
        let program = home.join("bin").join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        let there = || (version_of(&program).as_deref() == Some(self.version)).then(|| program.clone());
        let name = format!("install {} {}", self.package, self.version);
        let remedy = format!(
            "check that the crate registry is reachable and a C compiler is installed, or install \
             it yourself: cargo install {} --version {} and run again",
            self.package, self.version
        );
        let install = || {
            let build = tools.dir().join("build");
            capture(
                project::cargo()
                    .args(["install", "--debug", "--force", "--version", self.version])
                    .args(self.options)
                    .arg("--root")
                    .arg(&home)
                    .arg(self.package)
                    // Debug information would double the time and is never looked at.
                    .env("CARGO_PROFILE_DEV_DEBUG", "0")
                    .env("CARGO_TARGET_DIR", &build)
                    .env_remove("CARGO_BUILD_TARGET"),
            )?;
            // The two tools share few crates, so the intermediate files are not worth their size.
            let _ = std::fs::remove_dir_all(&build);
            there().with_context(|| {
                format!("{} is not version {} after installing it", program.display(), self.version)
            })
        };
        tools.once(there, || slow_step(&name, self.expect, &remedy, install))
    }
}
