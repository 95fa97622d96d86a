//! When the program cannot go on: what `www/boot.js` shows and host pages learn.

#[cfg(target_arch = "wasm32")]
mod report;

use std::cell::Cell;

#[cfg(target_arch = "wasm32")]
pub use report::install;

use crate::state::Setting;

thread_local! {
    static REACHED: Cell<Option<Setting>> = const { Cell::new(None) };
}

/// Remembers the setting for a link that may be needed when nothing else works any more.
pub fn remember(setting: Setting) {
    REACHED.set(Some(setting));
}

/// The setting that was reached.
pub fn reached() -> Option<Setting> {
    REACHED.get()
}
