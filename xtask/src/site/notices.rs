//! Third-party notices: the licences of every crate that is linked into the page or the command.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::project;
use crate::step::capture;
use crate::tools::TRIPLE;

const HEAD: &str = "\
Third-party software in this program
====================================

The program contains the standard library of Rust and the crates listed
below. The standard library: Copyright (c) The Rust Project Contributors, used
under the MIT licence; its text is that of LICENSE-MIT.txt, save for the holder.
Where a crate may be used under one of several licences, one that is chosen here
is shown.
";

#[derive(Debug)]
struct Linked {
    name: String,
    version: String,
    licence: String,
    authors: String,
    folder: PathBuf,
}

/// The text of the notices for the page.
///
/// # Errors
/// When Cargo does not say what is linked.
pub fn text() -> Result<String> {
    notices("Cargo.toml", TRIPLE)
}

/// The text of the notices for the command, on a machine of this target triple.
///
/// # Errors
/// Those of [`text`].
pub fn of_the_command(triple: &str) -> Result<String> {
    notices("cli/Cargo.toml", triple)
}

fn notices(manifest: &str, triple: &str) -> Result<String> {
    let metadata = capture(
        project::cargo().args(["metadata", "--format-version", "1", "--locked", "--offline"]).args([
            "--manifest-path",
            manifest,
            "--filter-platform",
            triple,
        ]),
    )?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let mut crates = linked(&metadata).context("`cargo metadata` is not as expected")?;
    crates.sort_by(|a, b| (&a.name, &a.version).cmp(&(&b.name, &b.version)));
    render(&crates)
}

/// The crates reached from the named package by ordinary dependencies. Macros and build
/// scripts run on the builder's machine and are not part of it.
fn linked(metadata: &Value) -> Option<Vec<Linked>> {
    let packages = by_id(metadata["packages"].as_array()?);
    let nodes = by_id(metadata["resolve"]["nodes"].as_array()?);
    let root = metadata["resolve"]["root"].as_str()?;
    let mut seen = BTreeSet::from([root]);
    let mut open = vec![root];
    let mut found = Vec::new();
    while let Some(id) = open.pop() {
        let package = packages.get(id)?;
        // Members of the workspace carry the project's own licence.
        if !package["source"].is_null() {
            found.push(describe(package)?);
        }
        for dependency in nodes.get(id)?["deps"].as_array()? {
            let next = dependency["pkg"].as_str()?;
            let mut kinds = dependency["dep_kinds"].as_array()?.iter();
            let ordinary = kinds.any(|kind| kind["kind"].is_null());
            if ordinary && !is_macro(packages.get(next)?) && seen.insert(next) {
                open.push(next);
            }
        }
    }
    Some(found)
}

fn by_id(list: &[Value]) -> BTreeMap<&str, &Value> {
    list.iter().filter_map(|item| Some((item["id"].as_str()?, item))).collect()
}

fn is_macro(package: &Value) -> bool {
    package["targets"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|target| target["kind"].as_array().into_iter().flatten())
        .any(|kind| kind == "proc-macro")
}

fn describe(package: &Value) -> Option<Linked> {
    let authors = package["authors"].as_array().into_iter().flatten();
    let authors: Vec<&str> = authors.filter_map(Value::as_str).collect();
    Some(Linked {
        name: package["name"].as_str()?.to_owned(),
        version: package["version"].as_str()?.to_owned(),
        licence: package["license"].as_str().unwrap_or("see the text").to_owned(),
        authors: authors.join(", "),
        folder: Path::new(package["manifest_path"].as_str()?).parent()?.to_owned(),
    })
}

fn render(crates: &[Linked]) -> Result<String> {
    let mut text = HEAD.to_owned();
    // Many crates share a text to the letter: it is given once.
    let mut texts: BTreeMap<String, usize> = BTreeMap::new();
    let mut listed: Vec<String> = Vec::new();
    for one in crates {
        write!(text, "\n{} {} ({})", one.name, one.version, one.licence)?;
        if !one.authors.is_empty() {
            write!(text, "\n    by {}", one.authors)?;
        }
        for licence in licence_texts(&one.folder)? {
            let number = *texts.entry(licence.clone()).or_insert_with(|| {
                listed.push(licence);
                listed.len()
            });
            write!(text, "\n    text {number}")?;
        }
    }
    text.push('\n');
    for (index, licence) in listed.iter().enumerate() {
        let title = format!("Text {}", index + 1);
        write!(text, "\n\n{title}\n{}\n\n{licence}\n", "-".repeat(title.len()))?;
    }
    Ok(text)
}

/// The licence texts in a crate's folder: the shorter MIT text where there is a choice, and
/// notices in any case.
fn licence_texts(folder: &Path) -> Result<Vec<String>> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .with_context(|| format!("read {}", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter(|name| folder.join(name).is_file() && is_licence(name))
        .collect();
    names.sort();
    chosen(&mut names);
    names
        .iter()
        .map(|name| {
            let text = std::fs::read_to_string(folder.join(name))
                .with_context(|| format!("read {name} in {}", folder.display()))?;
            Ok(text.replace("\r\n", "\n").trim().to_owned())
        })
        .collect()
}

fn is_licence(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"]
        .iter()
        .any(|start| name.starts_with(start))
}

fn chosen(names: &mut Vec<String>) {
    let is_mit = |name: &str| name.to_ascii_uppercase().contains("MIT");
    if names.iter().any(|name| is_mit(name)) {
        names.retain(|name| {
            let upper = name.to_ascii_uppercase();
            is_mit(name) || upper.starts_with("NOTICE") || upper.starts_with("COPYRIGHT")
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mit_is_chosen_where_there_is_a_choice() {
        let pick = |names: &[&str]| {
            let mut names: Vec<String> = names.iter().map(|&n| n.to_owned()).collect();
            chosen(&mut names);
            names
        };
        assert_eq!(pick(&["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"]), ["LICENSE-MIT", "NOTICE"]);
        assert_eq!(pick(&["LICENSE"]), ["LICENSE"]);
    }

    #[test]
    fn macros_and_build_dependencies_are_not_linked() {
        let package = |name: &str, kind: &str, source: Value| {
            serde_json::json!({
                "id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": source,
                "authors": ["A"], "manifest_path": format!("/crates/{name}/Cargo.toml"),
                "targets": [{"kind": [kind]}],
            })
        };
        let dep = |name: &str, kind: Value| serde_json::json!({"pkg": name, "dep_kinds": [{"kind": kind}]});
        let registry = || Value::from("registry+https://example.org");
        let metadata = serde_json::json!({
            "packages": [
                package("page", "lib", Value::Null),
                package("linked", "lib", registry()),
                package("derive", "proc-macro", registry()),
                package("builder", "lib", registry()),
            ],
            "resolve": {"root": "page", "nodes": [
                {"id": "page", "deps": [
                    dep("linked", Value::Null), dep("derive", Value::Null),
                    dep("builder", Value::from("build")),
                ]},
                {"id": "linked", "deps": []}, {"id": "derive", "deps": []},
                {"id": "builder", "deps": []},
            ]},
        });
        let names: Vec<String> = linked(&metadata).unwrap().into_iter().map(|c| c.name).collect();
        assert_eq!(names, ["linked"]);
    }
}
