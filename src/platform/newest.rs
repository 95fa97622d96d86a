//! What the newest release of the page says, for one that is pinned. `www/newest.js` asks it.

use serde::{Deserialize, Serialize};

/// The newest release, as its `version.json` has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Newest {
    /// Its folder, an address.
    pub root: String,
    /// Version of this page.
    pub own: String,
    /// Version of the newest one.
    pub version: String,
    /// Version of its equations and coefficients.
    pub model_version: String,
    /// Date of its newest balance sheet, ISO 8601.
    pub data_date: String,
    /// Its module, from its folder.
    pub module: String,
}

/// What it says of a setting.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Says {
    /// Read-outs and moves of ducks, by its keys.
    Numbers(Vec<(String, f64)>),
    /// Why it says nothing: its model may have another range.
    Refused(String),
}

/// A request that `www/newest.js` reads; without a release it looks for one.
#[derive(Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "only browsers send one"))]
struct Request<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    newest: Option<&'a Newest>,
    #[serde(skip_serializing_if = "Option::is_none")]
    settings: Option<&'a Settings>,
}

/// A setting as the module takes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Settings {
    /// Date of the start, ISO 8601.
    pub start: &'static str,
    /// The week.
    pub week: usize,
    /// Parameters that differ from the start, by key.
    #[serde(flatten)]
    pub changed: std::collections::BTreeMap<&'static str, f64>,
}

/// What is newer than this page, where it is pinned and behind.
pub async fn find() -> Option<Newest> {
    #[cfg(target_arch = "wasm32")]
    return browser::answer(&Request::default()).await;
    #[cfg(not(target_arch = "wasm32"))]
    None
}

/// What it says of a setting; none where it cannot be asked.
pub async fn ask(newest: &Newest, settings: &Settings) -> Option<Says> {
    let request = Request { newest: Some(newest), settings: Some(settings) };
    #[cfg(target_arch = "wasm32")]
    return browser::answer(&request).await;
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = request;
        None
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::Promise;
    use serde::Serialize;
    use serde::de::DeserializeOwned;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;
    use wasm_bindgen_futures::JsFuture;

    #[wasm_bindgen]
    extern "C" {
        /// `www/boot.js` has it: fetches what asks if it is not there, and asks.
        #[wasm_bindgen(catch, js_name = bathtubNewest)]
        fn newest(request: &JsValue) -> Result<Promise, JsValue>;
    }

    /// The answer; none for anything that is none.
    pub async fn answer<T: DeserializeOwned>(request: &super::Request<'_>) -> Option<T> {
        let request = request.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
        let answer = JsFuture::from(newest(&request).ok()?).await.ok()?;
        serde_wasm_bindgen::from_value(answer).ok()
    }
}
