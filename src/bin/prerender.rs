//! Prints the app as HTML, with nothing changed: the build puts it into `index.html`, so that the
//! picture stands before the program runs, without scripts, in print and in previews.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use liquidity_bathtub::platform::Platform;
    use liquidity_bathtub::{AppProps, render};

    println!(
        "{}",
        render::<liquidity_bathtub::App>(AppProps { platform: Platform::native(), prerender: true })
    );
}

#[cfg(target_arch = "wasm32")]
fn main() {}
