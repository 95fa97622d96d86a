//! What the picture says: numbers of one week, parts with their names, and sentences. Nothing here
//! knows where anything is drawn.

pub mod headline;
pub mod moved;
mod names;
mod part;
mod phrases;
mod view;

pub use names::Names;
pub use part::Part;
pub use phrases::{Phrases, meaning};
pub use view::{NO_FUNDING, SELLING, SceneView};
