//! What moves: springs from where things stand to where the model has them, and dashes that run
//! with the flow. One frame loop writes attributes through node references; it rests as soon as
//! everything has arrived and the flow has been seen for a while. At rest the style sheet alone
//! lets the crests of the surface drift.

mod mover;
mod oscillator;
mod refs;
mod spring;

#[cfg(test)]
pub use mover::DRIFT;
pub use mover::Mover;
pub use refs::Refs;
pub use spring::{Dash, Spring};
