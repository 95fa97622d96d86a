//! `version.json` beside the page: what pages of other releases may ask of this one. Its form is
//! frozen (`www/schema/version.json`): pinned pages read it for as long as they are deployed.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// The file, from the root of a site.
pub const FILE: &str = "version.json";

/// The releases that the host of a site keeps below `v/`, from the root of the site. `assemble` writes it
/// anew at the root alone: a site that stands by itself keeps none, and a pinned one knows its place.
pub const RELEASES: &str = "releases.json";

/// The version of the workspace, which names the release.
pub const RELEASE: &str = env!("CARGO_PKG_VERSION");

/// The module of a release, from the root of its site.
const MODULE: &str = "module/index.js";

/// Writes the file.
///
/// # Errors
/// When it cannot be written.
pub fn write(site: &Path, model_version: &str, data_date: &str) -> Result<()> {
    let text = serde_json::to_string_pretty(&document(model_version, data_date))?;
    std::fs::write(site.join(FILE), text + "\n")?;
    write_releases(site, &[])
}

/// Writes which releases are kept.
///
/// # Errors
/// When it cannot be written.
pub fn write_releases(site: &Path, releases: &[String]) -> Result<()> {
    let text = serde_json::to_string_pretty(&json!({"releases": releases}))?;
    Ok(std::fs::write(site.join(RELEASES), text + "\n")?)
}

fn document(model_version: &str, data_date: &str) -> Value {
    json!({"version": RELEASE, "model_version": model_version, "data_date": data_date, "module": MODULE})
}

/// The version that the text of such a file names.
///
/// # Errors
/// When it is no such file.
pub fn read(text: &str) -> Result<semver::Version> {
    let document: Value = serde_json::from_str(text).with_context(|| format!("{FILE} is no JSON"))?;
    let version = document["version"].as_str().with_context(|| format!("{FILE} names no version"))?;
    let read = semver::Version::parse(version)
        .with_context(|| format!("`{version}` in {FILE} is no semantic version"))?;
    // It becomes the name of a folder: two that only differ in what is built would be one release.
    ensure!(read.build.is_empty(), "`{version}` in {FILE} names a build");
    Ok(read)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Also what `tests/version.rs` holds the schema against.
    const SAMPLE: &str = include_str!("../../../tests/support/version.json");

    #[test]
    fn the_contract_is_frozen() {
        let mut sample: Value = serde_json::from_str(SAMPLE).unwrap();
        sample["version"] = json!(RELEASE);
        assert_eq!(document("2.0.0", "2026-10-07"), sample);
    }

    #[test]
    fn a_version_is_read() {
        assert_eq!(read("{\"version\": \"1.10.0\"}").unwrap(), semver::Version::new(1, 10, 0));
        for wrong in
            ["", "{}", "{\"version\": \"1.0\"}", "{\"version\": \"../1.0.0\"}", "{\"version\": \"1.0.0+b\"}"]
        {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
