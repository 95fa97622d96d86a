//! The program of embedded tubs: mounts one over the prerendered picture.

#[cfg(target_arch = "wasm32")]
fn main() {
    use liquidity_bathtub::embed::{Embed, EmbedProps};
    use liquidity_bathtub::platform::Platform;
    use liquidity_bathtub::{failure, page};
    use yew::Callback;

    failure::install();
    let place = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"))
        .expect("index.html has an element with id=\"app\"");
    let platform = Platform::browser();
    let drawn = platform.clone();
    page::fetch_start(
        &platform,
        &platform.query(),
        Callback::from(move |missed| {
            place.set_inner_html("");
            let props = EmbedProps { platform: drawn.clone(), missed };
            yew::Renderer::<Embed>::with_root_and_props(place.clone(), props).render();
        }),
    );
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program is a part of a page: `cargo xtask serve` builds and serves it.");
}
