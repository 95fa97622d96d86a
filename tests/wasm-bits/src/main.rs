//! Prints every case's line; with `bench`, microseconds of each kind of work.

use std::hint::black_box;
use std::time::Instant;

use wasm_bits::work;

fn main() {
    if std::env::args().nth(1).as_deref() == Some("bench") {
        for kind in 0..work::KINDS.len() {
            println!("{}", median(kind));
        }
        return;
    }
    for line in (0..).map_while(wasm_bits::line) {
        println!("{line}");
    }
}

/// Median time of a kind of work in microseconds, over about a second; `bench.mjs` does the same.
fn median(kind: usize) -> f64 {
    let mut times = Vec::new();
    let begun = Instant::now();
    while times.len() < 5 || begun.elapsed().as_secs_f64() < 1.0 {
        let from = Instant::now();
        black_box(work::once(black_box(kind)));
        times.push(from.elapsed().as_secs_f64() * 1e6);
    }
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
