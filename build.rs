//! Tells the linker what the build needs to cut programs into parts.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        // What refers to what: `xtask/src/site/split.rs` decides by it which part holds what.
        for program in ["liquidity-bathtub", "bathtub-embed"] {
            println!("cargo::rustc-link-arg-bin={program}=--emit-relocs");
        }
    }
}
