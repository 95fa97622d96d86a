//! Mounts the app over the prerendered picture.

#[cfg(target_arch = "wasm32")]
fn main() {
    use liquidity_bathtub::platform::Platform;
    use liquidity_bathtub::{App, AppProps, failure, page};
    use yew::Callback;

    failure::install();
    let place = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has an element with id=\"app\"");
    let platform = Platform::browser();
    let drawn = platform.clone();
    // Until a start out of the weekly table is here, the picture of the build stands.
    page::fetch_start(
        &platform,
        &platform.query(),
        Callback::from(move |missed| {
            // The picture is taken away and the app drawn before the browser paints again.
            let still = page::Still::of(&place);
            let props = AppProps { platform: drawn.clone(), prerender: false, missed, still };
            yew::Renderer::<App>::with_root_and_props(place.clone(), props).render();
        }),
    );
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is a page: `cargo xtask serve` builds and serves it.");
}
