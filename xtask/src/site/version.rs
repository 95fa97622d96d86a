//! `version.json` beside the page: what pages of other releases may ask of this one. Its form is
//! frozen (`www/schema/version.json`): pinned pages read it for as long as they are deployed.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// The file, from the root of a site.
pub const FILE: &str = "version.json";

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
    Ok(std::fs::write(site.join(FILE), text + "\n")?)
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

    const SCHEMA: &str = include_str!("../../../www/schema/version.json");

    /// What the schema has against a document.
    fn fault(document: &Value) -> Option<String> {
        let schema = serde_json::from_str(SCHEMA).unwrap();
        jsonschema::validator_for(&schema).unwrap().validate(document).err().map(|error| error.to_string())
    }

    #[test]
    fn the_contract_is_frozen() {
        let document = document("2.0.0", "2026-10-07");
        assert_eq!(fault(&document), None);
        let keys: Vec<&String> = document.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["version", "model_version", "data_date", "module"]);
        assert_eq!(document["module"], "module/index.js");
    }

    #[test]
    fn the_schema_lets_nothing_else_through() {
        let with = |key: &str, value: Value| {
            let mut other = document("2.0.0", "2026-10-07");
            other[key] = value;
            other
        };
        for (key, value) in [
            ("version", json!("1.0")),
            ("version", json!("../1.0.0")),
            ("model_version", json!(2)),
            ("data_date", json!("Wednesday")),
            ("module", json!("https://example.org/index.js")),
            ("module", json!("/index.js")),
            ("more", json!("1")),
        ] {
            assert!(fault(&with(key, value.clone())).is_some(), "{key}: {value}");
        }
        for key in ["version", "model_version", "data_date", "module"] {
            let mut less = document("2.0.0", "2026-10-07");
            less.as_object_mut().unwrap().remove(key);
            assert!(fault(&less).is_some(), "without {key}");
        }
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
