//! The way to the engine, which `www/engine.js` runs in a worker or between frames.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use bathtub_engine::{Answer, Question, QuestionKind, wire};
use js_sys::{Float64Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

#[wasm_bindgen]
extern "C" {
    /// `www/boot.js` has it: fetches the engine if it is not there, and asks it.
    #[wasm_bindgen(catch, js_name = bathtubAsk)]
    fn ask(question: &JsValue, report: &Function) -> Result<(), JsValue>;
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
            Closure::new(move |message: JsValue| report(&asked, &message))
        });
        let report = report.as_ref().unchecked_ref();
        let sent = serde_wasm_bindgen::to_value(&question).is_ok_and(|question| ask(&question, report).is_ok());
        if !sent {
            answered.emit(None);
        }
    }
}

/// Hands news to whoever asked; what nobody waits for any more is dropped.
fn report(asked: &Asked, message: &JsValue) {
    let field = |name: &str| Reflect::get(message, &JsValue::from(name)).unwrap_or_default();
    let id = field("id").as_f64();
    let waiting =
        asked.borrow().iter().find(|one| Some(f64::from(one.id)) == id).map(|one| one.answered.clone());
    let Some(answered) = waiting else { return };
    let answer = field("news").dyn_into::<Float64Array>().ok().and_then(|news| wire::read(&news.to_vec()));
    answered.emit(answer);
}
