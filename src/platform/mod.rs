//! Everything a render function may ask of its surroundings, behind one handle.
//!
//! Components read numbers, dates, storage and address through [`Platform`] and through nothing
//! else, so that the same code renders in a browser, in `cargo test` and in the prerender.

mod around;
pub mod browser;
mod catalogue;
mod date;
mod engine;
mod export;
mod host;
mod json;
pub mod lessons;
pub mod native;
pub mod newest;

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

pub use around::Around;
pub use bathtub_model::Date;
pub use catalogue::Catalogue;
pub use date::DateStyle;
pub use export::ExportRequest;
pub use host::Host;
pub use json::to_json;
use web_sys::{File, FileList};

/// Shared handle of a [`Host`]; two handles are equal when they are the same.
#[derive(Clone)]
pub struct Platform(Rc<dyn Host>);

impl Platform {
    /// Wraps a host.
    pub fn new(host: impl Host + 'static) -> Self {
        Platform(Rc::new(host))
    }

    /// The browser this runs in.
    pub fn browser() -> Self {
        Platform::new(browser::Browser::default())
    }

    /// A stand-in without a browser, for tests and the prerender.
    pub fn native() -> Self {
        Platform::new(native::Native::default())
    }
}

/// The files of a list, which is the input's own and is emptied with it.
pub fn chosen(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

impl Deref for Platform {
    type Target = dyn Host;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl PartialEq for Platform {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Platform")
    }
}
