//! What a visitor moves: levers, coefficients, dates, and what is done with a setting as a whole.

mod balance;
mod changed;
mod dates;
mod fold;
mod lever;
mod panel;
mod slider;
mod toolbar;

pub use panel::Panel;
