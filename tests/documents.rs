//! Documents name files that exist.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every document of the project, as a path from its root.
fn documents() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> =
        ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"].map(PathBuf::from).to_vec();
    let mut folders = vec![PathBuf::from("docs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(root().join(&folder)).unwrap() {
            let path = folder.join(entry.unwrap().file_name());
            if root().join(&path).is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                found.push(path);
            }
        }
    }
    found
}

fn read(document: &Path) -> String {
    std::fs::read_to_string(root().join(document)).unwrap()
}

/// What stands between single backticks, outside of blocks of code.
fn code_spans(text: &str) -> Vec<String> {
    let outside = text.split("\n```").step_by(2);
    outside.flat_map(|part| part.split('`').skip(1).step_by(2).map(str::to_owned)).collect()
}

/// Endings of files that documents name.
const ENDINGS: [&str; 10] = ["rs", "md", "mjs", "js", "css", "json", "svg", "toml", "csv", "html"];

fn is_path(span: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-".contains(c);
    let ending = span.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending));
    span.contains('/') && span.chars().all(plain) && (ending || span.ends_with('/'))
}

/// Paths are from the root, from the sources of the page, or as a visitor of the site finds them.
fn exists(path: &str) -> bool {
    let built = path.starts_with("dist/") || path.starts_with("target/");
    built || ["", "src", "www"].iter().any(|folder| root().join(folder).join(path).exists())
}

#[test]
fn every_path_in_a_document_exists() {
    let mut wrong = Vec::new();
    for document in documents() {
        let text = read(&document);
        let spans = code_spans(&text).into_iter().filter(|span| is_path(span) && !exists(span));
        wrong.extend(spans.map(|span| format!("{}: `{span}`", document.display())));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_link_between_documents_leads_somewhere() {
    let mut wrong = Vec::new();
    for document in documents() {
        let text = read(&document);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap_or_default();
            let folder = document.parent().unwrap_or(Path::new(""));
            if !file.is_empty() && !file.contains(':') && !root().join(folder).join(file).exists() {
                wrong.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn paths_are_told_from_other_code() {
    assert!(is_path("src/link.rs") && is_path("www/words/"));
    for other in ["link", "a/b", "www/words/<tag>.json", "tests/browser/*.test.mjs", "model ← engine"] {
        assert!(!is_path(other), "{other}");
    }
    assert_eq!(code_spans("a `b` c\n```\n`d`\n```\n`e`"), ["b", "e"]);
    assert!(exists("scene/place/frame.rs") && !exists("scene/place/nowhere.rs"));
}
