//! Prints as JSON what the build puts into `index.html`: the app with nothing changed, so that the
//! picture stands before the program runs, without scripts, in print and in previews; links to the
//! page in each language; the tags of the languages whose words are fetched, and the names of all; what the numbers come from,
//! for `version.json`; and the pages of the prepared scenarios and the sheets of the lessons, in every
//! language.

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use liquidity_bathtub::language::Language;
    use liquidity_bathtub::page::{Body, ScenarioPage, Still, cards_page, scenario_pages, sheet_page};
    use liquidity_bathtub::platform::Platform;
    use liquidity_bathtub::{App, AppProps, render};

    let fetched = Language::ALL.into_iter().filter(|language| language.has_catalogue());
    let pages: Vec<ScenarioPage> = Language::ALL
        .into_iter()
        .flat_map(|language| scenario_pages(&words(language), render::<Body>).expect("presets are scenarios"))
        .collect();
    let sheets: Vec<ScenarioPage> = Language::ALL
        .into_iter()
        .flat_map(|language| {
            let words = words(language);
            let page = |id: &String| sheet_page(id, &course(id, language), &words, render::<Body>);
            let lessons = file::<Vec<String>>("lessons/order.json");
            let cards = cards_page(&words, render::<Body>);
            lessons.iter().map(page).chain([cards]).collect::<Vec<_>>()
        })
        .collect();
    let prerendered = serde_json::json!({
        "app": render::<App>(AppProps { platform: Platform::native(), prerender: true, missed: None, still: Still::default() }),
        "languages": fetched.map(Language::tag).collect::<Vec<_>>().join(" "),
        "languageNames": Language::ALL.map(|language| serde_json::json!({ "tag": language.tag(), "name": language.name() })),
        "scenarios": pages,
        "sheets": sheets,
        "modelVersion": bathtub_model::MODEL_VERSION,
        "dataDate": bathtub_model::DATA_DATE,
    });
    println!("{prerendered}");
}

/// A file of `www/`, which must be there.
#[cfg(not(target_arch = "wasm32"))]
fn file<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let path = format!("{}/www/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A lesson in a language, or in English where it has no words of it.
#[cfg(not(target_arch = "wasm32"))]
fn course(id: &str, language: liquidity_bathtub::language::Language) -> liquidity_bathtub::lessons::Course {
    use liquidity_bathtub::lessons::Course;

    let own = format!("lessons/{id}/{}.json", language.tag());
    let is_english = !std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www").join(&own).exists();
    let texts = file(if is_english { format!("lessons/{id}/en.json") } else { own }.as_str());
    Course::of(file(&format!("lessons/{id}/lesson.json")), texts, is_english).expect("lessons are checked")
}

/// The words of a language, from the file that browsers fetch.
#[cfg(not(target_arch = "wasm32"))]
fn words(language: liquidity_bathtub::language::Language) -> liquidity_bathtub::locale::Words {
    use std::collections::HashMap;

    use liquidity_bathtub::locale::Words;
    use liquidity_bathtub::platform::{Catalogue, Platform};

    let catalogue = language.has_catalogue().then(|| {
        let rows: HashMap<String, String> = file(&format!("words/{}.json", language.tag()));
        Catalogue::new(move |key| rows.get(key).cloned())
    });
    Words::new(Platform::native(), language, catalogue)
}

#[cfg(target_arch = "wasm32")]
fn main() {}
