//! Prints every case's line.

fn main() {
    for line in (0..).map_while(wasm_bits::line) {
        println!("{line}");
    }
}
