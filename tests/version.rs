//! `www/schema/version.json`, the frozen form of what a site says of its release.

use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../www/schema/version.json");
/// Also what `cargo xtask build` is held against (xtask/src/site/version.rs).
const SAMPLE: &str = include_str!("support/version.json");

fn sample() -> Value {
    serde_json::from_str(SAMPLE).unwrap()
}

/// What the schema has against a document.
fn fault(document: &Value) -> Option<String> {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    jsonschema::validator_for(&schema).unwrap().validate(document).err().map(|error| error.to_string())
}

#[test]
fn the_schema_lets_a_release_through() {
    assert_eq!(fault(&sample()), None);
}

#[test]
fn the_schema_lets_nothing_else_through() {
    for (key, value) in [
        ("version", json!("1.0")),
        ("version", json!("../1.0.0")),
        ("model_version", json!(2)),
        ("data_date", json!("Wednesday")),
        ("module", json!("https://example.org/index.js")),
        ("module", json!("/index.js")),
        ("more", json!("1")),
    ] {
        let mut other = sample();
        other[key] = value.clone();
        assert!(fault(&other).is_some(), "{key}: {value}");
    }
    for key in ["version", "model_version", "data_date", "module"] {
        let mut less = sample();
        less.as_object_mut().unwrap().remove(key);
        assert!(fault(&less).is_some(), "without {key}");
    }
}
