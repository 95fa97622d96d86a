//! Checks a run's document against `www/schema/run.json`. A test takes this file in with
//! `#[path = "…/tests/support/run_schema.rs"] mod run_schema;` and needs the crates `jsonschema`
//! and `serde_json`.

use serde_json::Value;

const SCHEMA: &str = include_str!("../../www/schema/run.json");

/// What the schema has against a document, one sentence a fault with its place; none for a good one.
pub fn faults(document: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("the schema is one of draft 2020-12");
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}
