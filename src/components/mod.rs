//! Views, one a file.

mod about;
mod announcer;
mod changed;
mod dates;
mod effects;
mod fold;
mod lever;
mod masthead;
mod notices;
mod page;
mod panel;
mod paper;
mod readouts;
mod slider;
mod surroundings;
mod toolbar;

pub use about::About;
pub use announcer::Announcer;
pub use fold::Fold;
pub use lever::Lever;
pub use masthead::Masthead;
pub use notices::notices;
pub use page::Page;
pub use panel::Panel;
pub use paper::{Paper, source};
pub use readouts::Readouts;
pub use surroundings::surroundings;

/// The one way up: components tell what happened, the reducer decides.
pub type Dispatch = yew::UseReducerDispatcher<crate::state::State>;

#[cfg(test)]
mod tests;
