//! The browser: `Intl` for numbers and dates, `localStorage` for preferences, `history` for the
//! address. Anything a browser may refuse is asked for with a way out.

use std::cell::{Cell, OnceCell, RefCell};

use js_sys::{Array, Function, Intl, JSON, JsString, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, File, MediaQueryList, Storage};

use bathtub_engine::{Answer, Question};
use bathtub_model::backtest::TableFile;
use yew::Callback;

use super::engine::Engine;
use super::{Catalogue, Date, DateStyle, ExportRequest, Host};
use crate::language::Language;
use crate::number::{NumberStyle, Plural, true_minus};
use crate::state::{Motion, Preferences, Theme, View};

#[wasm_bindgen]
extern "C" {
    /// `www/boot.js` has it: fetches what does it if it is not there, and calls `report` once.
    #[wasm_bindgen(js_name = bathtubExport)]
    fn export(request: &JsValue, report: &JsValue);

    /// `www/boot.js` has it: fetches a file of JSON, named from the page.
    #[wasm_bindgen(catch, js_name = bathtubJson)]
    fn fetch_json(name: &str) -> Result<Promise, JsValue>;
}

/// Name under which preferences are stored; `www/early.js` reads it too.
const STORED: &str = "bathtub.preferences";

/// Formatters are expensive to make and are asked for many times a frame.
#[derive(Default)]
pub struct Browser {
    numbers: RefCell<Vec<((&'static str, NumberStyle), Function)>>,
    dates: RefCell<Vec<((&'static str, DateStyle), Function)>>,
    plurals: RefCell<Vec<(&'static str, Intl::PluralRules)>>,
    motion: Cell<Motion>,
    /// Asked in every frame: the list answers at once, making one does not.
    still: OnceCell<Option<MediaQueryList>>,
    engine: Engine,
}

impl Host for Browser {
    fn number(&self, language: &'static str, value: f64, style: NumberStyle) -> String {
        let function = cached(&self.numbers, (language, style), || {
            let decimals = JsValue::from(style.decimals);
            let options = object(&[
                ("minimumFractionDigits", &decimals),
                ("maximumFractionDigits", &decimals),
                ("style", &JsValue::from(if style.percent { "percent" } else { "decimal" })),
                ("signDisplay", &JsValue::from(if style.signed { "exceptZero" } else { "negative" })),
            ]);
            Intl::NumberFormat::new(&locales(language), &options).format()
        });
        // `Intl` writes shares as per cent; our numbers count hundredths already.
        call(&function, if style.percent { value / 100.0 } else { value })
    }

    fn date(&self, language: &'static str, date: Date, style: DateStyle) -> String {
        let function = cached(&self.dates, (language, style), || {
            let mut options = vec![("year", "numeric"), ("timeZone", "UTC")];
            match style {
                DateStyle::Long => options.extend([("month", "long"), ("day", "numeric")]),
                DateStyle::Month => options.push(("month", "short")),
            }
            let values: Vec<_> = options.iter().map(|(key, value)| (*key, JsValue::from(*value))).collect();
            let options: Vec<_> = values.iter().map(|(key, value)| (*key, value)).collect();
            Intl::DateTimeFormat::new(&locales(language), &object(&options)).format()
        });
        call(&function, super::date::noon(date))
    }

    fn plural(&self, language: &'static str, count: f64) -> Plural {
        let rules =
            cached(&self.plurals, language, || Intl::PluralRules::new(&locales(language), &Object::new()));
        Plural::from_name(&String::from(rules.select(count)))
    }

    fn exact(&self, value: f64) -> String {
        JsValue::from(value)
            .unchecked_into::<js_sys::Number>()
            .to_string_with_radix(10)
            .map(String::from)
            .unwrap_or_default()
    }

    fn query(&self) -> String {
        let search = window().location().search().unwrap_or_default();
        search.strip_prefix('?').unwrap_or(&search).to_owned()
    }

    fn replace_query(&self, query: &str) -> bool {
        window().history().is_ok_and(|history| {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&self.address(query))).is_ok()
        })
    }

    fn address(&self, query: &str) -> String {
        let location = window().location();
        let page = location.href().unwrap_or_default();
        let page = page.split(['?', '#']).next().unwrap_or_default();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{page}{mark}{query}{}", location.hash().unwrap_or_default())
    }

    fn stored_preferences(&self) -> Option<Preferences> {
        let stored = JSON::parse(&storage()?.get_item(STORED).ok()??).ok()?;
        // Words are read by hand: serde's readers bring the formats of all their errors.
        let word = |key: &str| {
            Reflect::get(&stored, &JsValue::from(key))
                .ok()
                .and_then(|word| word.as_string())
                .unwrap_or_default()
        };
        Some(Preferences {
            theme: Theme::from_word(&word("theme")),
            motion: Motion::from_word(&word("motion")),
            language: Language::from_tag(&word("language")).unwrap_or_default(),
            view: View::from_word(&word("view")),
            seen: Reflect::get(&stored, &JsValue::from("seen")).is_ok_and(|seen| seen.is_truthy()),
        })
    }

    fn store_preferences(&self, preferences: &Preferences) {
        let Some(storage) = storage() else { return };
        if *preferences == Preferences::default() {
            let _ = storage.remove_item(STORED);
        } else if let Ok(value) = serde_wasm_bindgen::to_value(preferences)
            && let Ok(text) = JSON::stringify(&value)
        {
            let _ = storage.set_item(STORED, &String::from(text));
        }
    }

    fn touched(&self) -> bool {
        root().is_some_and(|root| root.has_attribute("data-touched"))
    }

    fn load_words(&self, language: Language, done: Box<dyn FnOnce(Option<Catalogue>)>) {
        let address = format!("words/{}.json", language.tag());
        spawn_local(async move { done(fetch_rows(&address).await.map(catalogue)) });
    }

    fn outdated(&self) {
        if let Ok(event) = Event::new("bathtub:missing") {
            let _ = window().dispatch_event(&event);
        }
    }

    fn apply_language(&self, language: Language, title: &str) {
        if let Some(document) = window().document() {
            document.set_title(title);
        }
        if let Some(root) = root() {
            let _ = root.set_attribute("lang", language.tag());
        }
    }

    fn apply_preferences(&self, preferences: &Preferences) {
        self.motion.set(preferences.motion);
        let Some(root) = root() else { return };
        let theme = match preferences.theme {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        let motion = match preferences.motion {
            Motion::System => None,
            Motion::Reduced => Some("reduced"),
            Motion::Full => Some("full"),
        };
        let view = Some(preferences.view.name());
        for (name, value) in [("data-theme", theme), ("data-motion", motion), ("data-view", view)] {
            let _ = match value {
                Some(value) => root.set_attribute(name, value),
                None => root.remove_attribute(name),
            };
        }
    }

    fn reduced_motion(&self) -> bool {
        let still = self
            .still
            .get_or_init(|| window().match_media("(prefers-reduced-motion: reduce)").ok().flatten());
        self.motion.get().is_reduced(still.as_ref().is_some_and(MediaQueryList::matches))
    }

    fn ask(&self, question: Question, answered: Callback<Option<Answer>>) {
        self.engine.ask(question, answered);
    }

    fn read(&self, files: Vec<File>, done: Callback<Vec<TableFile>>) {
        spawn_local(async move {
            let mut read = Vec::new();
            for file in files {
                let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
                read.push(TableFile { name: file.name(), text: text.unwrap_or_default() });
            }
            done.emit(read);
        });
    }

    fn export(&self, request: &ExportRequest, done: Callback<String>) {
        let report =
            Closure::once_into_js(move |word: JsValue| done.emit(word.as_string().unwrap_or_default()));
        if let Ok(request) = serde_wasm_bindgen::to_value(request) {
            export(&request, &report);
        }
    }

    fn ready(&self) {
        if let Some(root) = root()
            && root.get_attribute("data-state").as_deref() != Some("failed")
        {
            let _ = root.set_attribute("data-state", "ready");
        }
    }
}

/// Rows of a table, where what is sent is one at all: some hosts answer with a page that says that
/// there is nothing.
async fn fetch_rows(address: &str) -> Option<JsValue> {
    JsFuture::from(fetch_json(address).ok()?).await.ok().filter(JsValue::is_object)
}

fn catalogue(rows: JsValue) -> Catalogue {
    Catalogue::new(move |key| Reflect::get(&rows, &JsValue::from(key)).ok()?.as_string())
}

fn window() -> web_sys::Window {
    web_sys::window().expect("the page runs in a window")
}

fn root() -> Option<Element> {
    window().document()?.document_element()
}

/// Asking for the storage is itself an error in frames of other sites.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn locales(language: &str) -> Array {
    Array::of1(&JsString::from(language))
}

fn object(entries: &[(&str, &JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        let _ = Reflect::set(&object, &JsValue::from(*key), value);
    }
    object
}

fn call(formatter: &Function, value: f64) -> String {
    let text = formatter.call1(&JsValue::NULL, &JsValue::from(value));
    true_minus(&text.ok().and_then(|text| text.as_string()).unwrap_or_default())
}

fn cached<K: PartialEq + Copy, V: Clone>(
    cache: &RefCell<Vec<(K, V)>>,
    key: K,
    make: impl FnOnce() -> V,
) -> V {
    let found = cache.borrow().iter().find(|(cached, _)| *cached == key).map(|(_, value)| value.clone());
    found.unwrap_or_else(|| {
        let made = make();
        cache.borrow_mut().push((key, made.clone()));
        made
    })
}
