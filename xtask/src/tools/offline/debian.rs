//! Debian packages without root: fetched with apt's own machinery, whose state is kept in the
//! tools folder, and unpacked there. The system's package lists and packages are only read.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::step::capture;
use crate::tools::{Tools, on_path};

/// Where to look for a package, beside the suites the machine is configured with.
const SUITES: [&str; 3] = ["trixie-backports", "forky", "sid"];
const KEYRING: &str = "/usr/share/keyrings/debian-archive-keyring.gpg";

/// apt with private state.
struct Apt {
    options: Vec<String>,
}

/// Whether this machine has Debian's package tools.
pub fn available() -> bool {
    cfg!(target_os = "linux") && on_path("apt-get").is_some() && on_path("dpkg-deb").is_some()
}

/// Unpacks a program with everything it needs that the system does not have.
///
/// # Errors
/// When apt does not know the package or cannot fetch it.
pub fn unpack_with_dependencies(tools: &Tools, packages: &[&str], to: &Path) -> Result<()> {
    let apt = Apt::new(&tools.dir().join("apt"), None)?;
    capture(&mut apt.command("apt-get", &["update"]))?;
    let plan = capture(apt.command("apt-get", &["install", "--simulate"]).args(packages))?;
    let missing = planned(&plan);
    ensure!(!missing.is_empty(), "apt has nothing to install for {}", packages.join(", "));
    fetch_and_unpack(&apt, &missing, &tools.dir().join("debs"), to)
}

/// Unpacks the source of exactly this Rust release.
///
/// # Errors
/// When no suite of the machine's mirror has it.
pub fn rust_source(tools: &Tools, release: &str, to: &Path) -> Result<()> {
    ensure!(available(), "only Debian's package of the source is known, and apt is not here");
    let mirror = mirror()?;
    let mut tried = Vec::new();
    for suite in SUITES {
        let home = tools.dir().join(format!("apt-{suite}"));
        let sources = format!("deb [signed-by={KEYRING}] {mirror} {suite} main\n");
        let apt = Apt::new(&home, Some(&sources))?;
        if let Err(error) = capture(&mut apt.command("apt-get", &["update"])) {
            tried.push(format!("{suite}: {error:#}"));
            continue;
        }
        let known = capture(&mut apt.command("apt-cache", &["madison", "rust-src"]))?;
        let Some(version) = madison_version(&known, release) else {
            tried.push(format!("{suite}: no rust-src {release}"));
            continue;
        };
        let package = format!("rust-src={version}");
        return fetch_and_unpack(&apt, &[package], &tools.dir().join("debs"), to);
    }
    bail!("rust-src {release} not found\n{}", tried.join("\n"))
}

impl Apt {
    /// `sources` stands in for the machine's configured ones.
    fn new(home: &Path, sources: Option<&str>) -> Result<Self> {
        let lists = home.join("lists");
        let cache = home.join("cache");
        std::fs::create_dir_all(lists.join("partial"))?;
        std::fs::create_dir_all(cache.join("archives/partial"))?;
        let mut options = vec![
            format!("Dir::State::lists={}", lists.display()),
            format!("Dir::Cache={}", cache.display()),
            "Debug::NoLocking=1".to_owned(),
            "APT::Install-Recommends=0".to_owned(),
            // Fetching as another user would need folders that this one can write.
            "APT::Sandbox::User=".to_owned(),
            // Hooks of the system write where only root may.
            "APT::Update::Post-Invoke=".to_owned(),
            "APT::Update::Post-Invoke-Success=".to_owned(),
        ];
        if let Some(sources) = sources {
            let list = home.join("sources.list");
            std::fs::write(&list, sources)?;
            options.push(format!("Dir::Etc::sourcelist={}", list.display()));
            options.push("Dir::Etc::sourceparts=/dev/null".to_owned());
        }
        Ok(Self { options })
    }

    fn command(&self, program: &str, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.arg("-q");
        for option in &self.options {
            command.args(["-o", option]);
        }
        command.args(args).env("LC_ALL", "C").env("DEBIAN_FRONTEND", "noninteractive");
        command
    }
}

fn fetch_and_unpack(apt: &Apt, packages: &[String], debs: &Path, to: &Path) -> Result<()> {
    if debs.exists() {
        std::fs::remove_dir_all(debs)?;
    }
    std::fs::create_dir_all(debs)?;
    capture(apt.command("apt-get", &["download"]).args(packages).current_dir(debs))?;
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(debs)? {
        capture(Command::new("dpkg-deb").arg("-x").arg(entry?.path()).arg(to))?;
    }
    std::fs::remove_dir_all(debs)?;
    Ok(())
}

/// The first Debian archive that the machine's apt is configured with.
fn mirror() -> Result<String> {
    let targets = capture(Command::new("apt-get").args([
        "indextargets",
        "--format",
        "$(ORIGIN) $(REPO_URI)",
        "Created-By: Packages",
    ]))?;
    first_debian(&targets).map(str::to_owned).context("apt is configured with no Debian archive")
}

fn first_debian(targets: &str) -> Option<&str> {
    // Security updates live in an archive of their own, which has no other suites.
    let archives = targets
        .lines()
        .filter_map(|line| line.strip_prefix("Debian "))
        .filter(|uri| !uri.contains("security"));
    archives.into_iter().next()
}

/// `name=version` of what apt would install, from `Inst name [old] (version …)`.
fn planned(plan: &str) -> Vec<String> {
    let lines = plan.lines().filter_map(|line| line.strip_prefix("Inst "));
    let packages: BTreeSet<String> = lines
        .filter_map(|line| {
            let name = line.split_whitespace().next()?;
            let version = line.split_once('(')?.1.split_whitespace().next()?;
            Some(format!("{name}={version}"))
        })
        .collect();
    packages.into_iter().collect()
}

/// The version of a `madison` table that packages this release.
fn madison_version<'a>(table: &'a str, release: &str) -> Option<&'a str> {
    table
        .lines()
        .filter_map(|line| line.split('|').nth(1).map(str::trim))
        .find(|version| version.strip_prefix(release).is_some_and(|rest| rest.starts_with(['+', '-', '~'])))
}

/// The folders below `root` that hold shared libraries.
pub fn library_folders(root: &Path) -> Vec<PathBuf> {
    let mut found = BTreeSet::new();
    for base in ["usr/lib", "lib"] {
        collect(&root.join(base), 2, &mut found);
    }
    found.into_iter().collect()
}

fn collect(dir: &Path, depth: usize, found: &mut BTreeSet<PathBuf>) {
    for entry in std::fs::read_dir(dir).into_iter().flatten().filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() && depth > 0 {
            collect(&path, depth - 1, found);
        } else if entry.file_name().to_string_lossy().contains(".so") {
            found.insert(dir.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_names_packages_and_versions() {
        let plan = "Reading package lists...\n\
                    Inst libnspr4 (2:4.35-1 Debian:12.11/stable [amd64])\n\
                    Inst chromium [1.0] (138.0~deb12u1 Debian-Security:12 [amd64]) []\n\
                    Conf libnspr4 (2:4.35-1 Debian:12.11/stable [amd64])\n";
        assert_eq!(planned(plan), ["chromium=138.0~deb12u1", "libnspr4=2:4.35-1"]);
    }

    #[test]
    fn only_the_very_release_will_do() {
        let table = "  rust-src | 1.96.1+dfsg1-2 | http://x sid/main amd64 Packages\n  \
                     rust-src | 1.95.0+dfsg1-2~bpo13+1 | http://x trixie/main amd64 Packages\n";
        assert_eq!(madison_version(table, "1.95.0"), Some("1.95.0+dfsg1-2~bpo13+1"));
        assert_eq!(madison_version(table, "1.9"), None);
    }

    #[test]
    fn security_archives_are_passed_over() {
        let targets = "Other http://o/\nDebian http://d/debian-security/\nDebian http://d/debian/\n";
        assert_eq!(first_debian(targets), Some("http://d/debian/"));
    }
}
