//! When the program cannot go on: what `www/boot.js` shows and host pages learn.

#[cfg(target_arch = "wasm32")]
mod report;

use std::cell::Cell;

#[cfg(target_arch = "wasm32")]
pub use report::install;

use crate::language::Language;
use crate::state::Setting;

thread_local! {
    static REACHED: Cell<Option<(Setting, Language)>> = const { Cell::new(None) };
}

/// Remembers the setting and the language for a link that may be needed when nothing else works any more.
pub fn remember(setting: Setting, language: Language) {
    REACHED.set(Some((setting, language)));
}

/// The setting and the language that were reached.
pub fn reached() -> Option<(Setting, Language)> {
    REACHED.get()
}
