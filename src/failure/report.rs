//! The report of a panic.

use std::panic::PanicHookInfo;

use serde::Serialize;
use web_sys::{CustomEvent, CustomEventInit};

use crate::link;
use crate::platform::Platform;

/// Detail of the event `bathtub:failed`, which the window receives.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report {
    /// Version of the model.
    model_version: &'static str,
    /// Date of the newest data.
    data_date: &'static str,
    /// A link with the setting that was reached.
    link: String,
    /// What went wrong, for those who mend it.
    message: String,
}

/// Reports every panic to the page and to its host. Before the app is mounted: else Yew sets a
/// hook of its own.
pub fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        // A second panic in here would end the program before anything is said.
        if let Some(window) = web_sys::window()
            && let Ok(detail) = serde_wasm_bindgen::to_value(&report(info))
        {
            let options = CustomEventInit::new();
            options.set_detail(&detail);
            if let Ok(event) = CustomEvent::new_with_event_init_dict("bathtub:failed", &options) {
                let _ = window.dispatch_event(&event);
            }
        }
    }));
}

fn report(info: &PanicHookInfo) -> Report {
    let place = info.location().map_or(String::new(), |at| format!("{}:{}", at.file(), at.line()));
    let query = super::reached().map(|(setting, language)| link::write(&setting, language));
    let message = info.payload_as_str().unwrap_or_default();
    Report {
        model_version: bathtub_model::MODEL_VERSION,
        data_date: bathtub_model::DATA_DATE,
        link: Platform::browser().address(&query.unwrap_or_default()),
        message: format!("{message} ({place})"),
    }
}
