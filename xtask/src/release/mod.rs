//! `cargo xtask release`: what is published of a version; `cargo xtask assemble`: the site of all
//! versions, put together from it.

mod archive;
mod assemble;
mod sums;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use archive::Entry;
use sums::Sums;

use crate::args;
use crate::project;
use crate::site::version::RELEASE;
use crate::site::{Mode, Workshop, assets, fetch_crates, notices};
use crate::step::{capture, slow_step, step};
use crate::tools;

pub use assemble::run as assemble;

/// Makes the files of a release in `target/release-files` and returns that folder.
///
/// # Errors
/// The first step that fails.
pub fn run(options: &args::Release) -> Result<PathBuf> {
    let folder = project::target_dir().join("release-files");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    let everything = options.only.is_none();
    if everything || options.only == Some(args::Part::Site) {
        let workshop = Workshop::prepare()?;
        let dist = workshop.build(Mode::Web, options.address.as_ref())?;
        step("pack the site", "mend what is named above", || site(&dist, &folder))?;
        let package = workshop.package()?;
        assets::copy(&package, &folder.join(package.file_name().context("the package has a name")?))?;
    }
    if everything || options.only == Some(args::Part::Command) {
        command(&folder)?;
    }
    step("write the digests", "mend what is named above", || Sums::write(&folder))?;
    Ok(folder)
}

/// The finished site as a tarball, whose files are those of the site's root.
fn site(dist: &Path, folder: &Path) -> Result<()> {
    let entries = assets::files(dist)?.into_iter().map(|file| Entry {
        // With slashes on every system.
        name: file.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/"),
        file: dist.join(&file),
        program: false,
    });
    archive::pack(&folder.join(format!("liquidity-bathtub-site-{RELEASE}.tar.gz")), entries.collect())
}

/// The command for this machine, with the licences of what it holds.
fn command(folder: &Path) -> Result<()> {
    fetch_crates()?;
    let target = project::target_dir().join("release-command");
    slow_step("compile the command", "a minute or two", "mend what the compiler says above", || {
        let mut cargo = project::cargo();
        cargo.args(["build", "--release", "--locked", "--quiet", "--package", "bathtub-cli"]);
        tools::without_folders(cargo.arg("--target-dir").arg(&target));
        capture(&mut cargo)
    })?;
    step("pack the command", "mend what is named above", || {
        let triple = host()?;
        let name = format!("bathtub-{RELEASE}-{triple}");
        let program = format!("bathtub{}", std::env::consts::EXE_SUFFIX);
        let notices = target.join("third-party-notices.txt");
        std::fs::write(&notices, notices::of_the_command(&triple)?)?;
        let root = project::root();
        let entry = |inside: &str, file: PathBuf| Entry {
            name: format!("{name}/{inside}"),
            file,
            program: inside == program,
        };
        let entries = vec![
            entry(&program, target.join("release").join(&program)),
            entry("LICENSE-APACHE.txt", root.join("LICENSE-APACHE")),
            entry("LICENSE-MIT.txt", root.join("LICENSE-MIT")),
            entry("third-party-notices.txt", notices),
        ];
        archive::pack(&folder.join(format!("{name}.tar.gz")), entries)
    })
}

/// The target triple of this machine.
fn host() -> Result<String> {
    let says = capture(std::process::Command::new("rustc").arg("-vV"))?;
    let host = says.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("`rustc -vV` names no host")?.to_owned())
}
