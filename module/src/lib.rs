//! The model for JavaScript: reads settings, questions and options that somebody wrote by hand, and says
//! in one sentence what is wrong with them. What is answered are documents of the model
//! (`bathtub_model::document`), as the command prints them.
//!
//! `main.rs` is the border to JavaScript; nothing else knows of it.

mod declarations;
mod fault;
mod given;
mod question;
mod settings;

pub use declarations::declarations;
pub use fault::{Fault, Kind};
pub use given::{Given, Object};
pub use question::{Bands, DRAWS, backtest, bands, format, series, solve};
pub use settings::{Setting, setting};
