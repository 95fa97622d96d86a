//! The page as a whole, and what stands on it besides controls, picture, charts and reasons.

mod about;
mod announcer;
mod arrival;
mod below;
mod effects;
mod learning;
mod masthead;
mod newer;
mod notices;
mod paper;
mod readouts;
mod root;
#[cfg(not(target_arch = "wasm32"))]
mod scenario_page;
mod scenarios;
mod sections;
#[cfg(not(target_arch = "wasm32"))]
mod sheet_page;
mod slot;
mod still;
mod surroundings;

pub use arrival::{fetch_start, read as read_address};
pub use effects::{use_language, use_let_go, use_ready, use_shortcuts};
pub use readouts::{Named, Readouts};
pub use root::Page;
#[cfg(not(target_arch = "wasm32"))]
pub use scenario_page::{Body, ScenarioPage, pages as scenario_pages};
#[cfg(not(target_arch = "wasm32"))]
pub use sheet_page::{cards_page, sheet_page};
pub use still::Still;
pub use surroundings::surroundings;

#[cfg(test)]
mod lists;
#[cfg(test)]
mod tests;
