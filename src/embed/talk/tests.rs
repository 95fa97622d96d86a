use bathtub_model::{ParameterId, Scenario, simulate};
use proptest::prelude::*;

use super::*;

const SCHEMA: &str = include_str!("../../../www/schema/messages.json");
const ELEMENT: &str = include_str!("../../../www/embed.js");

fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Number(number) => serde_json::json!(number),
        Value::Text(text) => serde_json::json!(text),
        Value::Flag(flag) => serde_json::json!(flag),
        Value::List(values) => values.iter().map(json).collect(),
        Value::Fields(fields) => {
            fields.iter().map(|(name, value)| ((*name).to_owned(), json(value))).collect()
        }
    }
}

fn valid(message: &Value) {
    let schema: serde_json::Value = serde_json::from_str(SCHEMA).unwrap();
    let message = json(message);
    let fault = jsonschema::validate(&schema, &message).err().map(|fault| fault.to_string());
    assert_eq!(fault, None, "{message}");
}

/// Reads a message of texts and numbers.
fn heard(fields: &[(&str, Value)]) -> Option<Result<Question, Misunderstood>> {
    read(&|name| fields.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone()))
}

fn message(kind: &str, more: &[(&'static str, Value)]) -> Vec<(&'static str, Value)> {
    [("bathtub", VERSION.into()), ("type", kind.into())].into_iter().chain(more.iter().cloned()).collect()
}

#[test]
fn what_a_frame_says_is_what_the_schema_has() {
    valid(&here());
    valid(&height(512.0));
    let setting = Setting::default().with(ParameterId::Capex, 1200.0);
    let run = simulate(&setting.scenario);
    for kind in ["ready", "change"] {
        valid(&shown(kind, Some(3.0), Shown { setting: &setting, run: &run, moving: false, asked: true }));
    }
    let (_, notices) = wanted(&setting, "capex=lots&capex=3&tga=99999&plug=1&start=2026-10-08", false);
    assert_eq!(notices.len(), 5);
    valid(&error(Some(1.0), notices.iter().map(fault).collect()));
    valid(&error(None, vec![misunderstood("type")]));
}

#[test]
fn a_change_leaves_what_it_does_not_name() {
    let setting = Setting::default().with(ParameterId::Capex, 1200.0);
    let (changed, notices) = wanted(&setting, "?dry=0", false);
    assert_eq!(notices, []);
    assert_eq!(
        (changed.scenario.get(ParameterId::Capex), changed.scenario.get(ParameterId::Dry)),
        (1200.0, 0.0)
    );
    let (whole, notices) = wanted(&setting, "dry=0", true);
    assert_eq!(notices, []);
    assert_eq!(whole.scenario.get(ParameterId::Capex), Scenario::default().get(ParameterId::Capex));
}

#[test]
fn messages_of_hosts_are_understood() {
    let asked = |fields: &[(&str, Value)]| heard(fields).unwrap().map(|question| question.asked);
    assert_eq!(asked(&message("hello", &[])), Ok(Asked::Hello { content: false }));
    assert_eq!(asked(&message("hello", &[("fit", "content".into())])), Ok(Asked::Hello { content: true }));
    let change = ("setting", Value::from("dry=0"));
    let set = heard(&message("set", &[change.clone(), ("id", 7.0.into())])).unwrap().unwrap();
    assert_eq!(set, Question { id: Some(7.0), asked: Asked::Set { change: "dry=0".into(), whole: false } });
    let step = asked(&message("step", &[change.clone(), ("point", "tank".into())]));
    assert_eq!(step, Ok(Asked::Step { change: "dry=0".into(), point: Some(Part::Tank) }));
    assert_eq!(asked(&message("step", &[change, ("point", "plug".into())])), Err("point"));
    assert_eq!(asked(&message("set", &[])), Err("setting"));
    assert_eq!(asked(&message("set", &[("setting", "x".repeat(9000).as_str().into())])), Err("setting"));
    assert_eq!(asked(&message("eval", &[])), Err("type"));
    assert_eq!(heard(&[("type", "set".into())]), None);
}

#[test]
fn the_schema_names_every_part() {
    let schema: serde_json::Value = serde_json::from_str(SCHEMA).unwrap();
    let named = schema["$defs"]["step"]["properties"]["point"]["enum"].as_array().unwrap();
    let named: Vec<&str> = named.iter().map(|part| part.as_str().unwrap()).collect();
    let parts = Part::BUT_DUCKS.into_iter().chain(Duck::ALL.map(Part::Duck)).map(Part::key);
    assert_eq!(named, parts.collect::<Vec<_>>());
}

#[test]
fn the_element_knows_every_parameter() {
    let (_, rest) = ELEMENT.split_once("const VALUES = `").unwrap();
    let (listed, _) = rest.split_once('`').unwrap();
    let keys: Vec<&str> = PARAMETERS.iter().map(|row| row.key).collect();
    assert_eq!(listed.split_whitespace().collect::<Vec<_>>(), keys);
}

proptest! {
    #[test]
    fn any_change_leads_to_a_setting_that_can_be_said(change in "(?s:.){0,60}|([a-z_]{1,12}=[-0-9.e%&]{0,9}&?){0,6}") {
        for whole in [false, true] {
            let (setting, notices) = wanted(&Setting::default(), &change, whole);
            let run = simulate(&setting.scenario);
            valid(&shown("change", None, Shown { setting: &setting, run: &run, moving: true, asked: false }));
            if !notices.is_empty() {
                valid(&error(None, notices.iter().map(fault).collect()));
            }
        }
    }
}
