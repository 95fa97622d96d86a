//! A weekly stock-flow model of US dollar liquidity.
//!
//! Pure and deterministic: no browser, no clock, no unseeded randomness, and
//! the same bits natively and as WebAssembly. [`simulate`] runs a [`Scenario`]
//! for two years; [`PARAMETERS`] and [`SERIES`] say what goes in and comes out.
//! `docs/model.md` states the equations with their sources.
//!
//! Not a number never leaves the model: a [`Scenario`] holds finite values in
//! range, and every equation keeps stocks and prices finite and positive there.

pub mod accounts;
pub mod analysis;
pub mod attribution;
pub mod backtest;
mod capital_cost;
pub mod caution;
mod date;
pub mod document;
pub mod drivers;
mod duck;
pub mod ensemble;
mod error;
pub mod export;
pub mod flows;
mod funding;
mod level;
pub mod math;
mod money_market;
pub mod num;
mod parameters;
mod preset;
mod prices;
pub mod rounds;
mod run;
mod scenario;
mod series;
pub mod shapes;
mod snapshot;
pub mod solve;
mod spiral;
mod spread;
pub mod stage;
mod start;
mod state;
mod steady;
mod stress;
mod unit;
mod water;
pub mod week;

pub use capital_cost::scarcity_bp;
pub use caution::{Caution, cautions};
pub use date::Date;
pub use duck::{Channel, Duck, Traits};
pub use error::Error;
pub use flows::Flows;
pub use level::{LevelChannel, level_channel_paths, level_channels};
pub use money_market::{funding_spread_bp, reserve_demand_bp};
pub use parameters::{Group, PARAMETERS, Parameter, ParameterId, ParameterText, Tag, Values};
pub use preset::{PRESETS, Preset, PresetText};
pub use run::{DEFAULT_WEEK, DuckMove, Readouts, Run, Sales, WEEKS, model, simulate};
pub use scenario::{Scenario, number};
pub use series::{Row, SERIES, Series, SeriesKind, SeriesRow};
pub use snapshot::{Snapshot, change_pct};
pub use spread::{SpreadChannel, spread_channels};
pub use stage::{Reason, Stage};
pub use start::{DATA_DATE, DEFAULT_START, Opening, STARTS, Start};
pub use state::State;
pub use steady::Model;
pub use unit::Unit;

/// Version of the equations and coefficients: a change that moves any result
/// raises it and is noted in the changelog.
pub const MODEL_VERSION: &str = "2.0.0";
