//! `www/schema/run.json`, the JSON Schema of a run, must say what the tables say.
//!
//! `BATHTUB_UPDATE=1 cargo test -p bathtub-model --test schema` writes it anew.

use std::fs;

use bathtub_model::document::RUN_SCHEMA;
use bathtub_model::ensemble::QUANTILE_KEYS;
use bathtub_model::{Channel, Duck, LevelChannel, PARAMETERS, Reason, SERIES, STARTS, Stage, WEEKS};
use serde_json::{Map, Value, json};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../www/schema/run.json");

/// An object with these keys and no others; those in `optional` may be missing.
fn object(
    description: &str,
    keys: impl IntoIterator<Item = (&'static str, Value)>,
    optional: &[&str],
) -> Value {
    let properties: Map<String, Value> =
        keys.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let required: Vec<_> = properties.keys().filter(|key| !optional.contains(&key.as_str())).collect();
    json!({
        "description": description,
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": false,
    })
}

fn number(description: &str) -> Value {
    json!({"description": description, "type": "number"})
}

fn settings() -> Value {
    let rows = PARAMETERS.iter().map(|row| {
        let description = format!("{}, {}", row.label, row.unit);
        let value =
            json!({"description": description, "type": "number", "minimum": row.min, "maximum": row.max});
        (row.key, value)
    });
    object("Every parameter by key, in the unit of its row.", rows, &[])
}

fn readouts() -> Value {
    let stage = json!({"description": "How far the shortage has gone.", "type": "integer", "minimum": 0, "maximum": 3});
    let name = json!({"description": "The stage as a word.", "enum": Stage::ALL.map(Stage::key)});
    let reason =
        json!({"description": "Which measure sets the stage.", "enum": Reason::ALL.map(Reason::key)});
    let beyond =
        json!({"description": "Whether reserves are scarcer than experience covers.", "type": "boolean"});
    let keys = [
        ("level", number("Water level, 100 at the reference.")),
        ("index", number("Duration-weighted price index, 100 at the start.")),
        ("stage", stage),
        ("stage_name", name),
        ("stage_reason", reason),
        ("spread_bp", number("SOFR − IORB without period ends, bp.")),
        ("reserve_ratio_pct", number("Reserves over bank assets, %.")),
        ("beyond_experience", beyond),
        ("scarcity_bp", number("Premium for scarce capital, bp.")),
        ("ten_year_change_bp", number("Ten-year yield against the start, bp.")),
        ("spiral_gain", number("Next week's forced loss for each unit of loss beyond the buffer, times.")),
    ];
    object("Headline numbers of the week.", keys, &[])
}

fn duck() -> Value {
    let channels = Channel::ALL.map(|channel| (channel.key(), json!({"type": "number"})));
    let keys = [
        ("change_pct", number("Price change up to the week, %; price, not total return.")),
        ("channels", object("Parts of the move in logarithms × 100; they add up to it.", channels, &[])),
    ];
    object("An asset's move.", keys, &[])
}

fn bands() -> Value {
    let weeks = || json!({"$ref": "#/$defs/weeks"});
    let quantiles = object("Quantiles, week by week.", QUANTILE_KEYS.map(|key| (key, weeks())), &[]);
    let series = SERIES.iter().map(|row| (row.key, json!({"$ref": "#/$defs/quantiles"})));
    let keys = [
        ("draws", json!({"description": "Draws behind the quantiles.", "type": "integer", "minimum": 1})),
        ("series", object("Quantiles of each series, kept in single precision.", series, &[])),
    ];
    json!({"quantiles": quantiles, "bands": object("Quantiles over the ranges of the coefficients.", keys, &[])})
}

fn schema() -> Value {
    let date = |description: &str| json!({"description": description, "$ref": "#/$defs/date"});
    let keys: Vec<&str> = PARAMETERS.iter().map(|row| row.key).collect();
    let starts: Vec<&str> = STARTS.iter().map(|start| start.date).collect();
    let units = SERIES.iter().map(|row| (row.key, json!({"const": row.unit.name()})));
    let series = SERIES.iter().map(|row| {
        (row.key, json!({"description": format!("{}, {}", row.meaning, row.unit), "$ref": "#/$defs/weeks"}))
    });
    let channels = LevelChannel::ALL.map(|channel| (channel.key(), json!({"type": "number"})));
    let ducks = Duck::ALL.map(|duck| (duck.key(), json!({"$ref": "#/$defs/duck"})));
    let version = json!({"description": "Version of the equations and coefficients.", "type": "string"});
    let properties = [
        ("schema", json!({"description": "Name and version of this schema.", "const": RUN_SCHEMA})),
        ("model_version", version),
        ("data_date", date("Date of the newest balance sheet that the model has.")),
        (
            "start",
            json!({"description": "Date of the balance sheet that the run begins from.", "$ref": "#/$defs/date"}),
        ),
        (
            "nearest_start",
            json!({
                "description": "For a start out of the weekly table, the curated start that lends what the table lacks: capital spending, cash flow, the tank, market values, GDP, stablecoins.",
                "enum": starts,
            }),
        ),
        (
            "week",
            json!({
                "description": "Week of read-outs, channels and ducks.",
                "type": "integer", "minimum": 0, "maximum": WEEKS,
            }),
        ),
        ("settings", settings()),
        (
            "changed",
            json!({
                "description": "Parameters that differ from the start.",
                "type": "array", "uniqueItems": true, "items": {"enum": keys},
            }),
        ),
        ("units", object("Unit of each series.", units, &[])),
        ("series", object("Every series, week 0 first.", series, &[])),
        ("readouts", readouts()),
        (
            "level_channels",
            object(
                "Parts of the level's move against the untouched start, points; they add up to it.",
                channels,
                &[],
            ),
        ),
        ("ducks", object("Moves of the assets up to the week.", ducks, &[])),
        ("bands", json!({"$ref": "#/$defs/bands"})),
    ];
    let mut schema = object(
        "Two years, week by week, from a dated balance sheet.",
        properties,
        &["nearest_start", "bands"],
    );
    let bands = bands();
    let definitions = json!({
        "date": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "weeks": {
            "type": "array", "items": {"type": "number"}, "minItems": WEEKS + 1, "maxItems": WEEKS + 1,
        },
        "duck": duck(),
        "quantiles": bands["quantiles"],
        "bands": bands["bands"],
    });
    schema["$defs"] = definitions;
    let mut whole = Map::new();
    whole.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
    whole.insert("title".into(), "A run of the liquidity bathtub".into());
    whole.extend(schema.as_object().expect("an object's schema is an object").clone());
    whole.into()
}

#[test]
fn the_schema_says_what_the_tables_say() {
    let fresh = format!("{:#}\n", schema());
    if std::env::var_os("BATHTUB_UPDATE").is_some() {
        fs::write(FILE, &fresh).unwrap_or_else(|e| panic!("{FILE}: {e}"));
    }
    let written = fs::read_to_string(FILE).unwrap_or_else(|e| panic!("{FILE}: {e}"));
    let stale = written.lines().zip(fresh.lines()).find(|(a, b)| a != b);
    assert!(
        written == fresh,
        "www/schema/run.json is stale; write it anew: BATHTUB_UPDATE=1 cargo test -p bathtub-model --test schema. First difference: {stale:?}"
    );
}
