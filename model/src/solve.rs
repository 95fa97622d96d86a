//! The reverse question, marginal effects and equivalents.

mod equivalents;
mod marginal;
mod search;

pub use equivalents::{Equivalents, EquivalentsJob, equivalents};
pub use marginal::{
    MARGINAL_STEP, Marginal, MarginalCurve, MarginalJob, TANKS, marginal, marginal_curve, marginal_effect,
};
pub use search::{Search, Solution, solve};
