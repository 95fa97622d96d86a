//! Times one run and the ensemble; `cargo xtask bench` prints the ratios.
//!
//! Median of repeated timings on this machine, in one process, with the
//! `release` profile. The ensemble is set against the same runs one by one.

use std::hint::black_box;
use std::time::Instant;

use bathtub_model::ensemble::{Ensemble, draw};
use bathtub_model::{ParameterId, Scenario, Series, attribution, simulate, solve};

/// Median time of `repeats` calls, in microseconds.
fn median(repeats: usize, mut call: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..repeats)
        .map(|_| {
            let begun = Instant::now();
            call();
            begun.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[repeats / 2]
}

fn main() {
    let scenario = Scenario::default()
        .with_clamped(ParameterId::Capex, 1000.0)
        .with_clamped(ParameterId::Commitments, 200.0)
        .with_clamped(ParameterId::Shock, 15.0)
        .with_clamped(ParameterId::Stablecoin, 100.0);
    let settings: Vec<String> =
        scenario.changed().map(|id| format!("{}={}", id.row().key, scenario.get(id))).collect();
    let one = median(2001, || {
        black_box(simulate(black_box(&scenario)));
    });
    let draws = 1024;
    let ensemble = median(31, || {
        let mut ensemble = Ensemble::new(black_box(&scenario), &[Series::Level, Series::Index], draws);
        ensemble.finish();
        black_box(ensemble.done());
    });
    let scenarios: Vec<Scenario> = (0..draws).map(|n| draw(&scenario, n)).collect();
    let one_by_one = median(11, || {
        for scenario in &scenarios {
            black_box(simulate(black_box(scenario)));
        }
    });
    let shapley = median(31, || {
        let _ = black_box(attribution::attribute(black_box(&scenario), &[Series::Level, Series::Index], 52));
    });
    let marginal = median(31, || {
        black_box(solve::marginal(black_box(&scenario)));
    });
    println!("settings: {}", settings.join(" "));
    println!("one run, 105 weeks, all mechanisms on: {one:.1} µs");
    println!("1,024 runs in lanes: {:.2} ms", ensemble / 1e3);
    println!("1,024 runs one by one: {:.2} ms, {:.2} times as long", one_by_one / 1e3, one_by_one / ensemble);
    println!("attribution over four levers, 16 runs: {shapley:.0} µs");
    println!("marginal effect with its sign change: {marginal:.0} µs");
}
