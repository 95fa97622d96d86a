//! What components watch of the browser, and values that are handed down by reference.

mod open;
mod run;
mod shared;
mod sight;
mod size;

pub use open::use_open;
pub use run::use_run;
pub use shared::{Shared, use_settled};
pub use sight::{SEEN, Sight, use_in_sight, use_seen};
pub use size::SizeWatch;
