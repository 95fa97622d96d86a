//! Prints as JSON what the build puts into `index.html`: the app with nothing changed, so that the
//! picture stands before the program runs, without scripts, in print and in previews; links to the
//! page in each language; the tags of the languages whose words are fetched; and what the numbers come
//! from, for `version.json`.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use liquidity_bathtub::language::Language;
    use liquidity_bathtub::page::Still;
    use liquidity_bathtub::platform::Platform;
    use liquidity_bathtub::{App, AppProps, render};

    let fetched = Language::ALL.into_iter().filter(|language| language.has_catalogue());
    let prerendered = serde_json::json!({
        "app": render::<App>(AppProps { platform: Platform::native(), prerender: true, missed: None, still: Still::default() }),
        "languages": fetched.map(Language::tag).collect::<Vec<_>>().join(" "),
        "modelVersion": bathtub_model::MODEL_VERSION,
        "dataDate": bathtub_model::DATA_DATE,
    });
    println!("{prerendered}");
}

#[cfg(target_arch = "wasm32")]
fn main() {}
