//! Where everything stands: fixed places in [`frame`], what follows from a run in [`plan`].

pub mod boxes;
pub mod buildings;
pub mod frame;
pub mod grips;
pub mod label;
mod labels;
pub mod plan;
pub mod plumbing;
pub mod scale;
pub mod text;

pub use frame::{Extent, Frame, Layout, frame};
pub use grips::{Grip, Pull};
pub use label::{Label, Lamp, Line};
pub use plan::{Plan, plan};
pub use plumbing::{Pipe, Stream, Tap};
