//! The WebAssembly target: from rustup, else built from source.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::{TRIPLE, Tools, offline, on_path};
use crate::project;
use crate::step::{capture, step};

/// As in .cargo/config.toml, which flags in the environment replace.
const FEATURES: &str = "-Ctarget-feature=+simd128";

/// How the compiler is to be called for WebAssembly.
#[derive(Clone, Default)]
pub struct WasmFlags {
    sysroot: Option<PathBuf>,
}

impl WasmFlags {
    /// Sets the flags of a Cargo that builds for WebAssembly, in place of any that the user has
    /// in RUSTFLAGS: those would silently drop the ones of .cargo/config.toml.
    pub fn apply(&self, command: &mut Command) {
        self.set(command, Vec::new());
    }

    /// As [`Self::apply`], and names of folders on this machine are kept out of the result, so
    /// that it is the same wherever it is built.
    pub fn apply_reproducible(&self, command: &mut Command) {
        self.set(command, remapped());
    }

    fn set(&self, command: &mut Command, more: Vec<String>) {
        let mut flags = vec![FEATURES.to_owned()];
        if let Some(sysroot) = &self.sysroot {
            flags.push(format!("--sysroot={}", sysroot.display()));
        }
        flags.extend(more);
        command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")).env_remove("RUSTFLAGS");
    }
}

/// Keeps names of folders on this machine out of what a Cargo builds for this machine, and ignores the
/// flags that the user has for programs of their own.
pub fn without_folders(command: &mut Command) {
    command.env("CARGO_ENCODED_RUSTFLAGS", remapped().join("\u{1f}")).env_remove("RUSTFLAGS");
}

/// Makes sure that Rust can compile to WebAssembly.
///
/// # Errors
/// When neither rustup has the target nor the standard library can be built.
pub fn wasm_target(tools: &Tools) -> Result<WasmFlags> {
    let from_source = std::env::var_os("BATHTUB_STD_FROM_SOURCE").is_some_and(|v| v == "1");
    let there = || (!from_source && installed()).then(WasmFlags::default);
    tools.once(there, || add_or_build(tools, from_source))
}

fn add_or_build(tools: &Tools, from_source: bool) -> Result<WasmFlags> {
    // Once built, rustup is not asked again: its refusal can take long.
    let sysroot = match offline::built_sysroot()? {
        Some(sysroot) => sysroot,
        None if !from_source && add_target() => return Ok(WasmFlags::default()),
        None => offline::sysroot(tools)?,
    };
    eprintln!("  WebAssembly standard library: built from source, in {}", sysroot.display());
    Ok(WasmFlags { sysroot: Some(sysroot) })
}

fn installed() -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", TRIPLE]);
    capture(&mut rustc).is_ok_and(|dir| {
        std::fs::read_dir(dir.trim()).is_ok_and(|entries| {
            entries
                .filter_map(Result::ok)
                .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
        })
    })
}

fn add_target() -> bool {
    let Some(rustup) = on_path("rustup") else {
        eprintln!("  no rustup on PATH: the WebAssembly standard library is built from source");
        return false;
    };
    let added = step("rustup target add wasm32-unknown-unknown", "", || {
        capture(Command::new(rustup).args(["target", "add", TRIPLE]))
    });
    if added.is_err() {
        eprintln!("  rustup cannot supply the target: its standard library is built from source");
    }
    added.is_ok() && installed()
}

fn remapped() -> Vec<String> {
    let mut flags = vec![remap(&project::root(), ".")];
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.map(|home| home.join("registry").join("src"));
    // One folder a registry, named after its address.
    let registries = sources.and_then(|dir| std::fs::read_dir(dir).ok());
    for registry in registries.into_iter().flatten().filter_map(Result::ok) {
        flags.push(remap(&registry.path(), "crates"));
    }
    flags.sort();
    flags
}

fn remap(from: &Path, to: &str) -> String {
    format!("--remap-path-prefix={}={to}", from.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_features_are_those_of_the_cargo_configuration() {
        let config = project::root().join(".cargo").join("config.toml");
        let config = std::fs::read_to_string(config).unwrap();
        assert!(config.contains(&format!("rustflags = [\"{FEATURES}\"]")));
    }

    #[test]
    fn the_flags_replace_those_of_the_user() {
        let mut command = Command::new("cargo");
        WasmFlags { sysroot: Some("/a folder/sysroot".into()) }.apply(&mut command);
        let flags = command
            .get_envs()
            .find(|(name, _)| *name == "CARGO_ENCODED_RUSTFLAGS")
            .and_then(|(_, value)| value)
            .unwrap();
        assert_eq!(flags, "-Ctarget-feature=+simd128\u{1f}--sysroot=/a folder/sysroot");
    }
}
