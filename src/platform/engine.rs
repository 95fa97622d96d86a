//! The way to the engine, which `www/engine.js` runs in a worker or between frames. What writes
//! questions and reads answers comes with the part that is fetched late: no first picture needs it.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use bathtub_engine::{Answer, Question, QuestionKind, wire};
use js_sys::{Float64Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::SplitLoaderError;
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// `www/boot.js` has it: fetches the engine if it is not there, and asks it.
    #[wasm_bindgen(catch, js_name = bathtubAsk)]
    fn ask(question: &JsValue, report: &Function) -> Result<(), JsValue>;
}

/// Writes questions and reads answers.
struct Codec {
    write: fn(&Question) -> Option<JsValue>,
    read: fn(&[f64]) -> Option<Answer>,
}

const CODEC: Codec =
    Codec { write: |question| serde_wasm_bindgen::to_value(question).ok(), read: wire::read };

#[cfg(any(feature = "page", feature = "embed"))]
#[cfg_attr(feature = "page", wasm_split_helpers::wasm_split(below, fallible))]
#[cfg_attr(not(feature = "page"), wasm_split_helpers::wasm_split(late, fallible))]
fn codec() -> Result<&'static Codec, SplitLoaderError> {
    Ok(&CODEC)
}

#[cfg(not(any(feature = "page", feature = "embed")))]
async fn codec() -> Result<&'static Codec, SplitLoaderError> {
    Ok(&CODEC)
}

/// Who waits for the answer to which question.
struct Waiting {
    kind: QuestionKind,
    id: u32,
    answered: Callback<Option<Answer>>,
}

type Asked = Rc<RefCell<Vec<Waiting>>>;

/// Questions under way: one of each kind.
#[derive(Default)]
pub struct Engine {
    asked: Asked,
    questions: Cell<u32>,
    report: OnceCell<Closure<dyn FnMut(JsValue)>>,
}

impl Engine {
    /// Asks, instead of any question of the kind that is still open.
    pub fn ask(&self, mut question: Question, answered: Callback<Option<Answer>>) {
        let id = self.questions.get() + 1;
        self.questions.set(id);
        question.id = id;
        let kind = question.kind;
        let mut asked = self.asked.borrow_mut();
        asked.retain(|other| other.kind != kind);
        asked.push(Waiting { kind, id, answered: answered.clone() });
        drop(asked);
        let report = self.report.get_or_init(|| {
            let asked = Rc::clone(&self.asked);
            Closure::new(move |message: JsValue| report(&asked, message))
        });
        let report: Function = report.as_ref().unchecked_ref::<Function>().clone();
        spawn_local(async move {
            let written = codec().await.ok().and_then(|codec| (codec.write)(&question));
            if written.is_none_or(|question| ask(&question, &report).is_err()) {
                answered.emit(None);
            }
        });
    }
}

/// Hands news to whoever asked; what nobody waits for any more is dropped.
fn report(asked: &Asked, message: JsValue) {
    let field = |name: &str| Reflect::get(&message, &JsValue::from(name)).unwrap_or_default();
    let id = field("id").as_f64();
    let waiting =
        asked.borrow().iter().find(|one| Some(f64::from(one.id)) == id).map(|one| one.answered.clone());
    let Some(answered) = waiting else { return };
    let news = field("news").dyn_into::<Float64Array>().ok().map(|news| news.to_vec());
    spawn_local(async move {
        let codec = codec().await.ok();
        answered.emit(codec.zip(news).and_then(|(codec, news)| (codec.read)(&news)));
    });
}
