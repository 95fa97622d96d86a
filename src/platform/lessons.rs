//! Lessons as files beside the page, and how far somebody is in them, on this device alone.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A file of the lessons, by its path below `lessons/`; none where it cannot be had or read.
pub async fn fetch<T: DeserializeOwned>(path: &str) -> Option<T> {
    #[cfg(target_arch = "wasm32")]
    return browser::fetch(path).await;
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = path;
        None
    }
}

/// What was kept on an earlier visit; none where nothing was, or nothing that can be read.
pub fn kept<T: DeserializeOwned>() -> Option<T> {
    #[cfg(target_arch = "wasm32")]
    return browser::kept();
    #[cfg(not(target_arch = "wasm32"))]
    None
}

/// Keeps it for the next visit, where the browser keeps anything.
pub fn keep(progress: &impl Serialize) {
    #[cfg(target_arch = "wasm32")]
    browser::keep(&super::to_json(progress));
    #[cfg(not(target_arch = "wasm32"))]
    let _ = progress;
}

/// Forgets all of it.
pub fn forget() {
    #[cfg(target_arch = "wasm32")]
    browser::forget();
}

/// What a page around this one is told of a lesson: `www/schema/messages.json` has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LessonSaid<'a> {
    /// Version of the messages.
    pub bathtub: u32,
    /// Which message it is.
    pub r#type: &'static str,
    /// Name of the lesson.
    pub lesson: &'a str,
    /// The step that is shown, from one.
    pub at: usize,
    /// How many steps there are.
    pub of: usize,
    /// How many of them ask for something.
    pub questions: usize,
    /// What was answered just now.
    pub step: Option<&'a str>,
    /// What it was worth.
    pub points: Option<u8>,
    /// Whether the end was reached.
    pub ended: bool,
}

/// Tells the page around this one, where it stands in a frame.
pub fn tell(said: &LessonSaid<'_>) {
    #[cfg(target_arch = "wasm32")]
    if let (Some(around), Ok(said)) = (super::Around::find(), serde_wasm_bindgen::to_value(said)) {
        around.tell(&said);
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = said;
}

/// A number by chance.
pub fn seed() -> u32 {
    #[cfg(target_arch = "wasm32")]
    return (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    #[cfg(not(target_arch = "wasm32"))]
    1
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{JSON, Promise};
    use serde::de::DeserializeOwned;
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::Storage;

    /// Where progress is kept.
    const KEY: &str = "bathtub.lessons";

    #[wasm_bindgen]
    extern "C" {
        /// `www/boot.js` has it.
        #[wasm_bindgen(catch, js_name = bathtubJson)]
        fn json(name: &str) -> Result<Promise, JsValue>;
    }

    fn storage() -> Option<Storage> {
        web_sys::window()?.local_storage().ok()?
    }

    pub async fn fetch<T: DeserializeOwned>(path: &str) -> Option<T> {
        let promise = json(&format!("./lessons/{path}")).ok()?;
        serde_wasm_bindgen::from_value(JsFuture::from(promise).await.ok()?).ok()
    }

    pub fn kept<T: DeserializeOwned>() -> Option<T> {
        let text = storage()?.get_item(KEY).ok()??;
        serde_wasm_bindgen::from_value(JSON::parse(&text).ok()?).ok()
    }

    pub fn keep(text: &str) {
        if let Some(storage) = storage() {
            let _ = storage.set_item(KEY, text);
        }
    }

    pub fn forget() {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(KEY);
        }
    }
}
