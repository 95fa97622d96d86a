//! Paints charts: `paint(canvas, chart, recolour)`. `www/boot.js` calls it.

#[cfg(target_arch = "wasm32")]
mod paint;
#[cfg(target_arch = "wasm32")]
mod palette;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    eprintln!("This program is for browsers: `cargo xtask build` puts it beside the page.");
}
