//! The WebAssembly standard library from source, for machines where rustup cannot supply it.
//!
//! The compiler in use builds the very release it belongs to; the result goes into a copy of the
//! compiler's sysroot made of links, which is handed to it by `--sysroot`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::debian;
use crate::project;
use crate::step::{capture, slow_step, step};
use crate::tools::{TRIPLE, Tools};

const REMEDY: &str = "`rustup target add wasm32-unknown-unknown`, or `rustup component add \
                      rust-src`, or a mirror of Debian that has rust-src of this very version";

struct Compiler {
    release: String,
    commit: String,
    host: String,
    sysroot: PathBuf,
}

/// The sysroot built earlier for the compiler in use.
///
/// # Errors
/// When the compiler does not say what it is.
pub fn built_sysroot() -> Result<Option<PathBuf>> {
    let place = place(&compiler()?);
    Ok(place.join("complete").is_file().then_some(place))
}

fn place(compiler: &Compiler) -> PathBuf {
    let name = format!("sysroot-{}-{}", compiler.release, &compiler.commit[..9]);
    project::target_dir().join(name)
}

/// Builds a sysroot that has the WebAssembly standard library.
///
/// # Errors
/// When the source is not to be had or does not compile.
pub fn sysroot(tools: &Tools) -> Result<PathBuf> {
    let compiler = compiler()?;
    let made = place(&compiler);
    let library = source(tools, &compiler)?;
    let name = format!("build the WebAssembly standard library {}", compiler.release);
    slow_step(&name, "about half a minute, once", REMEDY, || build(&compiler, &library, &made))?;
    Ok(made)
}

fn compiler() -> Result<Compiler> {
    let verbose = capture(Command::new("rustc").arg("-vV"))?;
    let field = |name: &str| {
        verbose
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
            .map(str::to_owned)
            .with_context(|| format!("`rustc -vV` does not name its {name}"))
    };
    let commit = field("commit-hash")?;
    ensure!(commit.len() > 9, "`rustc -vV` names no commit: {commit}");
    let sysroot = capture(Command::new("rustc").args(["--print", "sysroot"]))?;
    Ok(Compiler {
        release: field("release")?,
        host: field("host")?,
        commit,
        sysroot: PathBuf::from(sysroot.trim()),
    })
}

/// The `library` folder of the compiler's own source.
fn source(tools: &Tools, compiler: &Compiler) -> Result<PathBuf> {
    let component = compiler.sysroot.join("lib/rustlib/src/rust/library");
    if component.join("sysroot/Cargo.toml").is_file() {
        return Ok(component);
    }
    let home = tools.dir().join(format!("rust-src-{}", compiler.release));
    let library = home.join(format!("usr/src/rustc-{}/library", compiler.release));
    if !library.join("sysroot/Cargo.toml").is_file() {
        let name = format!("fetch the source of Rust {}", compiler.release);
        step(&name, REMEDY, || debian::rust_source(tools, &compiler.release, &home))?;
    }
    ensure!(
        library.join("sysroot/Cargo.toml").is_file(),
        "the package has no {}\n  remedy: {REMEDY}",
        library.display()
    );
    Ok(library)
}

fn build(compiler: &Compiler, library: &Path, made: &Path) -> Result<()> {
    let target = project::target_dir().join("std-build");
    // Whatever the source folder, panics name the files as the official library does.
    let parent = library.parent().unwrap_or(library);
    let flags = [
        "-Zforce-unstable-if-unmarked".to_owned(),
        "-Cembed-bitcode=yes".to_owned(),
        "-Cpanic=abort".to_owned(),
        format!("--remap-path-prefix={}=/rustc/{}", parent.display(), compiler.commit),
    ];
    let mut cargo = project::cargo();
    cargo
        .current_dir(library)
        .args(["build", "--release", "--target", TRIPLE])
        .args(["--features", "panic-unwind", "--manifest-path"])
        .arg(library.join("sysroot/Cargo.toml"))
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
        .env_remove("RUSTFLAGS")
        .env("RUSTC_BOOTSTRAP", "1");
    capture(&mut cargo)?;

    if made.exists() {
        std::fs::remove_dir_all(made)?;
    }
    link_sysroot(&compiler.sysroot, made, &compiler.host)?;
    let libraries = made.join("lib/rustlib").join(TRIPLE).join("lib");
    std::fs::create_dir_all(&libraries)?;
    let built = target.join(TRIPLE).join("release/deps");
    for entry in std::fs::read_dir(&built)? {
        let entry = entry?;
        if entry.path().extension().is_some_and(|e| e == "rlib") {
            std::fs::copy(entry.path(), libraries.join(entry.file_name()))?;
        }
    }
    let _ = std::fs::remove_dir_all(&target);
    std::fs::write(made.join("complete"), "")?;
    Ok(())
}

/// Links everything of the real sysroot but the WebAssembly target.
fn link_sysroot(real: &Path, made: &Path, host: &str) -> Result<()> {
    let rustlib = made.join("lib/rustlib");
    std::fs::create_dir_all(&rustlib)?;
    link_entries(real, made, &["lib"])?;
    link_entries(&real.join("lib"), &made.join("lib"), &["rustlib"])?;
    link_entries(&real.join("lib/rustlib"), &rustlib, &[TRIPLE])?;
    ensure!(rustlib.join(host).exists(), "no {host} in {}", rustlib.display());
    Ok(())
}

fn link_entries(from: &Path, to: &Path, but: &[&str]) -> Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if !but.iter().any(|skip| name == *skip) {
            link(&entry.path(), &to.join(&name))?;
        }
    }
    Ok(())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> Result<()> {
    std::os::unix::fs::symlink(from, to)
        .with_context(|| format!("link {} to {}", to.display(), from.display()))
}

#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> Result<()> {
    anyhow::bail!("building the standard library needs a system with symbolic links")
}
