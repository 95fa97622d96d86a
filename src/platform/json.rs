//! JSON, written by the browser where there is one: its own writer costs the program nothing.

use serde::Serialize;

/// A value as JSON; empty where it cannot be written.
#[cfg(target_arch = "wasm32")]
pub fn to_json(value: &impl Serialize) -> String {
    let plain = serde_wasm_bindgen::Serializer::json_compatible();
    let text = value.serialize(&plain).ok().and_then(|value| js_sys::JSON::stringify(&value).ok());
    text.map(String::from).unwrap_or_default()
}

/// A value as JSON; empty where it cannot be written.
#[cfg(not(target_arch = "wasm32"))]
pub fn to_json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
