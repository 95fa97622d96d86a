//! What the picture says: numbers of one week, parts with their names, and sentences. Nothing here
//! knows where anything is drawn.

pub mod headline;
pub mod moved;
mod names;
mod part;
mod phrases;
mod view;

use bathtub_model::Error;

pub use names::Names;
pub use part::Part;
pub use phrases::{Phrases, meaning};
pub use view::{NO_FUNDING, SELLING, SceneView};

/// What a run says of a week that it has. Not `expect`: it would write the error, and with it any number
/// whatever, which is large.
fn of_week<T>(found: Result<T, Error>) -> T {
    found.unwrap_or_else(|_| panic!("a run has every week"))
}
