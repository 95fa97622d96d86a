//! Releases side by side: what the newest one says to one that is pinned, and where this one stays.
//! `www/newest.js` asks.

use serde::Serialize;

/// The newest release, as its `version.json` has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
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
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "only browsers are answered"))]
pub enum Says {
    /// Read-outs and moves of ducks, by its keys.
    Numbers(Vec<(String, f64)>),
    /// Why it says nothing: its model may have another range.
    Refused(String),
}

/// Where releases are, addresses of folders.
#[derive(Clone, Debug, PartialEq)]
pub struct Places {
    /// This release, for good.
    pub pinned: String,
    /// Whichever is the newest.
    pub latest: String,
}

/// A request that `www/newest.js` reads: asks the newest release about settings, without one looks for
/// it, and with `release` finds where that stays.
#[derive(Default, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "only browsers send one"))]
struct Request<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    newest: Option<&'a Newest>,
    #[serde(skip_serializing_if = "Option::is_none")]
    settings: Option<&'a Settings>,
    #[serde(skip_serializing_if = "Option::is_none")]
    release: Option<&'static str>,
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
    return browser::answer(&Request::default(), browser::newest).await;
    #[cfg(not(target_arch = "wasm32"))]
    None
}

/// What it says of a setting; none where it cannot be asked.
pub async fn ask(newest: &Newest, settings: &Settings) -> Option<Says> {
    let request = Request { newest: Some(newest), settings: Some(settings), release: None };
    #[cfg(target_arch = "wasm32")]
    return browser::answer(&request, browser::says).await;
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = request;
        None
    }
}

/// Where this release stays, where the host of the page keeps releases.
pub async fn places() -> Option<Places> {
    #[cfg(target_arch = "wasm32")]
    {
        let request = Request { release: Some(env!("CARGO_PKG_VERSION")), ..Request::default() };
        return browser::answer(&request, browser::places).await;
    }
    #[cfg(not(target_arch = "wasm32"))]
    None
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{Array, Promise, Reflect};
    use serde::Serialize;
    use wasm_bindgen::prelude::wasm_bindgen;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::JsFuture;

    use super::{Newest, Places, Says};

    #[wasm_bindgen]
    extern "C" {
        /// `www/boot.js` has it: fetches what asks if it is not there, and asks.
        #[wasm_bindgen(catch, js_name = bathtubNewest)]
        fn ask_newest(request: &JsValue) -> Result<Promise, JsValue>;
    }

    /// The answer as `read` reads it; none for anything that is none. Read by hand: what reads any value
    /// is also in the lessons, and what two parts share stands in the first download.
    pub async fn answer<T>(request: &super::Request<'_>, read: fn(&JsValue) -> Option<T>) -> Option<T> {
        let request = request.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).ok()?;
        read(&JsFuture::from(ask_newest(&request).ok()?).await.ok()?)
    }

    fn text(object: &JsValue, key: &str) -> Option<String> {
        Reflect::get(object, &key.into()).ok()?.as_string()
    }

    pub fn newest(answer: &JsValue) -> Option<Newest> {
        Some(Newest {
            root: text(answer, "root")?,
            own: text(answer, "own")?,
            version: text(answer, "version")?,
            model_version: text(answer, "model_version")?,
            data_date: text(answer, "data_date")?,
            module: text(answer, "module")?,
        })
    }

    pub fn places(answer: &JsValue) -> Option<Places> {
        Some(Places { pinned: text(answer, "pinned")?, latest: text(answer, "latest")? })
    }

    pub fn says(answer: &JsValue) -> Option<Says> {
        if let Some(reason) = text(answer, "refused") {
            return Some(Says::Refused(reason));
        }
        let numbers = Reflect::get(answer, &"numbers".into()).ok()?.dyn_into::<Array>().ok()?;
        let row = |row: JsValue| {
            let row = row.dyn_into::<Array>().ok()?;
            Some((row.get(0).as_string()?, row.get(1).as_f64()?))
        };
        numbers.iter().map(row).collect::<Option<_>>().map(Says::Numbers)
    }
}
