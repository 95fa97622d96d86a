//! Lessons about the bathtub: predict, then see.
//!
//! - [`Lesson`] is a lesson as its file has it, `www/lessons/<id>/lesson.json`, checked against the
//!   model; its words are files of their own, one a language.
//! - [`score`] says what a prediction is worth, from 0 to 100, and which usual mistake it shows.
//! - [`Task`] is a short question about stocks and flows with nothing of the model in it; the same seed
//!   asks the same.
//! - [`Question`] is what is asked in either, [`Answer`] what is answered, [`Given`] what is kept of it.
//! - [`class`] has the code that carries a learner's answers, and a class of them.
//! - [`game`] is role-play: [`role`]s that each hold levers, rounds of a quarter, and who did what.
//! - [`Quantity`] is a number of a run that a text names, [`Evidence`] what must hold of runs.
//!
//! Pure: no browser, no clock, no chance but that of a seed.

mod answer;
pub mod class;
pub mod code;
mod evidence;
pub mod game;
mod lesson;
mod named;
mod quantity;
mod question;
pub mod role;
pub mod scenario;
pub mod score;
mod task;

pub use answer::{Answer, Given, Scale};
pub use evidence::{Evidence, Gap, Runs, setting};
pub use lesson::{Goal, Lesson, Order, Path, Predict, Short, Shown, Step, TruePath, Value};
pub use quantity::{Place, Quantity, placeholders};
pub use question::Question;
pub use score::{Misconception, Score};
pub use task::{CHANGES, Change, Kind, Round, Story, TASKS, Task};
