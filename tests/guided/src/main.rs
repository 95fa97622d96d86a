//! One reader, that BATHTUB_READER names, is given texts by libFuzzer, which keeps those that reach
//! code that none before them has reached. `cargo xtask fuzz --guided` runs it.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

#[path = "../../support/readers.rs"]
mod readers;

static JUDGE: LazyLock<readers::Judge> = LazyLock::new(|| {
    let wanted = std::env::var("BATHTUB_READER").expect("BATHTUB_READER names a reader");
    let found = readers::READERS.into_iter().find(|(name, _)| *name == wanted);
    found.expect("one of tests/corpus").1
});

fuzz_target!(|text: &str| JUDGE(text));
