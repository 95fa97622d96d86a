//! What `cargo xtask bench` times, here and as WebAssembly.

use bathtub_model::ensemble::{Ensemble, draw};
use bathtub_model::{ParameterId, Scenario, Series, simulate};

/// Draws of an ensemble.
pub const DRAWS: usize = 1024;

/// Names of the kinds, by number.
pub const KINDS: [&str; 3] = ["one run", "1,024 runs in lanes", "1,024 runs one by one"];

/// A scenario with every mechanism at work.
fn scenario() -> Scenario {
    Scenario::default()
        .with_clamped(ParameterId::Capex, 1000.0)
        .with_clamped(ParameterId::Commitments, 200.0)
        .with_clamped(ParameterId::Shock, 15.0)
        .with_clamped(ParameterId::Stablecoin, 100.0)
}

/// Does a kind of work once; the result keeps it from being left out.
pub fn once(kind: usize) -> f64 {
    let scenario = scenario();
    let level = |scenario: &Scenario| simulate(scenario).rows()[52][Series::Level];
    match kind {
        0 => level(&scenario),
        1 => {
            let mut ensemble = Ensemble::new(&scenario, &[Series::Level, Series::Index], DRAWS);
            ensemble.finish();
            ensemble.done() as f64
        }
        _ => (0..DRAWS).map(|n| level(&draw(&scenario, n))).sum(),
    }
}
