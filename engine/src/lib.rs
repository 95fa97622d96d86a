//! What is heavier than one run: a [`Question`] becomes a [`Task`] that advances within a time
//! budget and gives [`Answer`]s, first rough ones, then better.
//!
//! The same task runs in a worker and, where none can be had, between the frames of the page.
//! Answers travel as plain numbers ([`wire`]), which cost the page next to nothing to read.

mod answer;
mod published;
mod question;
mod task;
pub mod wire;

pub use answer::{Answer, Course, Ledger, Past, Paths, Replay};
pub use question::{Question, QuestionKind};
pub use task::{Task, portion};
