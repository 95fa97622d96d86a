//! Where things are, and which versions the lock file names.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::step::capture;

/// A package of the workspace.
pub struct Package {
    pub name: String,
    pub folder: PathBuf,
    /// The packages of the workspace that it depends on, those for tests left out.
    pub uses: Vec<String>,
}

/// The workspace root.
pub fn root() -> PathBuf {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().map_or(manifest.clone(), Path::to_owned)
}

/// Cargo's target folder: the one named by the environment, else the tagged folder this program
/// was built into, else `target`.
pub fn target_dir() -> PathBuf {
    if let Some(dir) = std::env::var_os("CARGO_TARGET_DIR") {
        return root().join(dir);
    }
    std::env::current_exe()
        .ok()
        .and_then(|exe| exe.ancestors().find(|dir| dir.join("CACHEDIR.TAG").is_file()).map(Path::to_owned))
        .unwrap_or_else(|| root().join("target"))
}

/// This program at a path where it stays while it runs.
///
/// Cargo may compile the one that it was started from anew, for tests whose packages have other
/// features. The first call comes before anything is compiled.
///
/// # Errors
/// When it can be neither linked nor copied.
pub fn this_program() -> Result<&'static Path> {
    static KEPT: OnceLock<PathBuf> = OnceLock::new();
    if let Some(kept) = KEPT.get() {
        return Ok(kept);
    }
    let from = std::env::current_exe().context("where this program is")?;
    let to = target_dir().join("running").join(from.file_name().context("this program has no name")?);
    std::fs::create_dir_all(to.parent().context("no folder")?)?;
    // Another run may still start the former one by this path: it is replaced, not written over.
    let new = to.with_extension(std::process::id().to_string());
    std::fs::hard_link(&from, &new)
        .or_else(|_| std::fs::copy(&from, &new).map(|_| ()))
        .and_then(|()| std::fs::rename(&new, &to))
        .with_context(|| format!("cannot keep this program as {}", to.display()))?;
    // Where both names were one file already, the new one is still there.
    _ = std::fs::remove_file(&new);
    Ok(KEPT.get_or_init(|| to))
}

/// The finished site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo as this program was started with, so that one toolchain is used throughout.
///
/// It does not see what `cargo run` told this program about its package: build scripts that read it
/// would run again, and this very program would be compiled anew and replaced while it runs.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(of_a_package)) {
        command.env_remove(name);
    }
    command
}

/// Whether Cargo sets a variable of this name for one package.
fn of_a_package(name: &str) -> bool {
    ["CARGO_MANIFEST_", "CARGO_PKG_", "CARGO_BIN_", "CARGO_CRATE_"]
        .iter()
        .any(|start| name.starts_with(start))
}

/// The packages of the workspace.
///
/// # Errors
/// When Cargo does not say which there are.
pub fn packages() -> Result<Vec<Package>> {
    let text = capture(cargo().args(["metadata", "--format-version", "1", "--no-deps", "--offline"]))?;
    packages_in(&serde_json::from_str(&text)?).context("`cargo metadata` is not as expected")
}

fn packages_in(metadata: &Value) -> Option<Vec<Package>> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let package = |package: &Value| {
        let dependencies = package["dependencies"].as_array()?.iter();
        let ours = dependencies.filter(|one| one["kind"].is_null() && one["path"].is_string());
        Some(Package {
            name: text(&package["name"])?,
            folder: Path::new(package["manifest_path"].as_str()?).parent()?.to_owned(),
            uses: ours.map(|one| text(&one["name"])).collect::<Option<_>>()?,
        })
    };
    metadata["packages"].as_array()?.iter().map(package).collect()
}

/// The version of `package` that Cargo.lock names.
///
/// # Errors
/// When Cargo.lock cannot be read or does not name the package.
pub fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))?;
    version_in_lock(&lock, package)
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock names no package `{package}`"))
}

fn version_in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name_line = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name_line).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";

    #[test]
    fn the_lock_file_names_versions() {
        assert_eq!(version_in_lock(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in_lock(LOCK, "wasm"), None);
    }

    #[test]
    fn cargo_does_not_see_the_package_of_this_program() {
        assert!(std::env::var_os("CARGO_MANIFEST_DIR").is_some(), "set for tests, too");
        let command = cargo();
        let removed: Vec<_> =
            command.get_envs().filter(|(_, value)| value.is_none()).map(|(name, _)| name).collect();
        assert!(removed.iter().any(|name| *name == "CARGO_MANIFEST_DIR"));
        assert!(removed.iter().any(|name| *name == "CARGO_PKG_NAME"));
        assert!(!of_a_package("CARGO_TARGET_DIR") && !of_a_package("CARGO_HOME"));
    }

    #[test]
    fn only_ordinary_dependencies_within_the_workspace_count() {
        let dependency = |name: &str, kind: Value, path: Value| serde_json::json!({"name": name, "kind": kind, "path": path});
        let metadata = serde_json::json!({"packages": [{
            "name": "page",
            "manifest_path": "/there/page/Cargo.toml",
            "dependencies": [
                dependency("model", Value::Null, "/there/model".into()),
                dependency("serde", Value::Null, Value::Null),
                dependency("bench", "dev".into(), "/there/bench".into()),
            ],
        }]});
        let packages = packages_in(&metadata).unwrap();
        assert_eq!((packages[0].name.as_str(), &packages[0].uses), ("page", &vec!["model".to_owned()]));
        assert_eq!(packages[0].folder, Path::new("/there/page"));
        assert!(packages_in(&Value::Null).is_none());
    }

    #[test]
    fn trunk_and_the_lock_file_name_one_wasm_bindgen() {
        let trunk = std::fs::read_to_string(root().join("Trunk.toml")).unwrap();
        let locked = locked_version("wasm-bindgen").unwrap();
        assert!(
            trunk.contains(&format!("wasm_bindgen = \"{locked}\"")),
            "Trunk.toml must name wasm-bindgen {locked}, as Cargo.lock does"
        );
    }
}
