//! Prints as JSON what the build puts into `index.html`: the app with nothing changed, so that the
//! picture stands before the program runs, without scripts, in print and in previews; links to the
//! page in each language; the tags of the languages whose words are fetched, and the names of all; what the numbers come from,
//! for `version.json`; and the pages of the prepared scenarios, in every language.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use liquidity_bathtub::language::Language;
    use liquidity_bathtub::page::{Body, ScenarioPage, Still, scenario_pages};
    use liquidity_bathtub::platform::Platform;
    use liquidity_bathtub::{App, AppProps, render};

    let fetched = Language::ALL.into_iter().filter(|language| language.has_catalogue());
    let pages: Vec<ScenarioPage> = Language::ALL
        .into_iter()
        .flat_map(|language| scenario_pages(&words(language), render::<Body>).expect("presets are scenarios"))
        .collect();
    let prerendered = serde_json::json!({
        "app": render::<App>(AppProps { platform: Platform::native(), prerender: true, missed: None, still: Still::default() }),
        "languages": fetched.map(Language::tag).collect::<Vec<_>>().join(" "),
        "languageNames": Language::ALL.map(|language| serde_json::json!({ "tag": language.tag(), "name": language.name() })),
        "scenarios": pages,
        "modelVersion": bathtub_model::MODEL_VERSION,
        "dataDate": bathtub_model::DATA_DATE,
    });
    println!("{prerendered}");
}

/// The words of a language, from the file that browsers fetch.
#[cfg(not(target_arch = "wasm32"))]
fn words(language: liquidity_bathtub::language::Language) -> liquidity_bathtub::locale::Words {
    use std::collections::HashMap;

    use liquidity_bathtub::locale::Words;
    use liquidity_bathtub::platform::{Catalogue, Platform};

    let catalogue = language.has_catalogue().then(|| {
        let path = format!("{}/www/words/{}.json", env!("CARGO_MANIFEST_DIR"), language.tag());
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let rows: HashMap<String, String> =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
        Catalogue::new(move |key| rows.get(key).cloned())
    });
    Words::new(Platform::native(), language, catalogue)
}

#[cfg(target_arch = "wasm32")]
fn main() {}
