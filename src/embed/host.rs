//! Carries what is said between the frame and the page around it.

use std::cell::RefCell;
use std::rc::Rc;

use bathtub_model::Run;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::prelude::*;

use super::talk::{self, Asked, Question, Shown, Value};
use crate::hooks::{Shared, SizeWatch};
use crate::locale::use_platform;
use crate::page::fetch_start;
use crate::platform::{Around, Platform};
use crate::scene::facts::Part;
use crate::state::{Action, Dispatch, Hands, Notice, Setting, Telling};

/// What the page around the frame has asked for, beside the setting.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes {
    /// Whether it is there and listens.
    there: bool,
    /// Whether the frame is to be as high as its content.
    pub content: bool,
    /// What is pointed at.
    pub point: Option<Part>,
    /// How often it has asked for a setting, and the number of the last question.
    asked: (u32, Option<f64>),
}

/// What messages are heard with.
struct Ear {
    around: Around,
    platform: Platform,
    dispatch: Dispatch,
    /// What is shown: messages may come between two drawings.
    now: Rc<RefCell<Setting>>,
    wishes: RefCell<Wishes>,
    heard: UseStateSetter<Wishes>,
}

impl Ear {
    /// Does what a message asks for; whether it was understood.
    fn hear(self: &Rc<Self>, message: &JsValue) -> bool {
        let Some(read) = talk::read(&|name| field(message, name)) else { return false };
        let Question { id, asked } = match read {
            Ok(question) => question,
            Err(name) => {
                let id = if let Some(Value::Number(id)) = field(message, "id") { Some(id) } else { None };
                self.around.tell(&js(&talk::error(id, vec![talk::misunderstood(name)])));
                return false;
            }
        };
        match asked {
            Asked::Hello { content } => self.wish(|wishes| {
                wishes.there = true;
                wishes.content = content;
            }),
            Asked::Set { change, whole } => {
                let (ear, text) = (Rc::clone(self), change.clone());
                let set = move |missed| ear.set(id, &change, whole, missed);
                fetch_start(&self.platform, &text, Callback::from(set));
            }
            Asked::Step { change, point } => {
                let (ear, text) = (Rc::clone(self), change.clone());
                let tell = move |missed| ear.tell(id, &change, point, missed);
                fetch_start(&self.platform, &text, Callback::from(tell));
            }
        }
        true
    }

    fn set(&self, id: Option<f64>, change: &str, whole: bool, missed: Option<Notice>) {
        let (setting, mut notices) = talk::wanted(&self.now.borrow(), change, whole);
        notices.extend(missed);
        self.complain(id, &notices);
        *self.now.borrow_mut() = setting;
        self.dispatch.dispatch(Action::Open(setting, notices));
        self.answered(id, None);
    }

    fn tell(&self, id: Option<f64>, change: &str, point: Option<Part>, missed: Option<Notice>) {
        let (setting, mut notices) = talk::wanted(&Setting::default(), change, true);
        notices.extend(missed);
        self.complain(id, &notices);
        *self.now.borrow_mut() = setting;
        self.dispatch.dispatch(Action::DismissNotices);
        self.dispatch.dispatch(Action::Tell(Telling { step: 0, setting, hands: Hands::All }));
        self.answered(id, point);
    }

    /// The answer follows when it is drawn.
    fn answered(&self, id: Option<f64>, point: Option<Part>) {
        self.wish(|wishes| {
            wishes.point = point;
            wishes.asked = (wishes.asked.0 + 1, id);
        });
    }

    fn wish(&self, change: impl FnOnce(&mut Wishes)) {
        let mut wishes = self.wishes.borrow_mut();
        change(&mut wishes);
        self.heard.set(wishes.clone());
    }

    fn complain(&self, id: Option<f64>, notices: &[Notice]) {
        if !notices.is_empty() {
            self.around.tell(&js(&talk::error(id, notices.iter().map(talk::fault).collect())));
        }
    }
}

/// Keeps the page around the frame told, and does what it asks for. `node` is what has to be seen of
/// the frame.
#[hook]
pub fn use_host(
    setting: Setting,
    run: &Shared<Run>,
    moving: bool,
    dispatch: &Dispatch,
    node: &NodeRef,
) -> Wishes {
    let platform = use_platform();
    let around = (*use_memo((), |()| Around::find())).clone();
    let wishes = use_state_eq(Wishes::default);
    let now = use_mut_ref(|| setting);
    *now.borrow_mut() = setting;
    {
        let (around, dispatch, heard) = (around.clone(), dispatch.clone(), wishes.setter());
        use_effect_with((), move |()| {
            let listener = around.and_then(|around| {
                let wishes = RefCell::default();
                let ear = Rc::new(Ear { around: around.clone(), platform, dispatch, now, wishes, heard });
                let listener = around.hear(move |message| ear.hear(message));
                around.tell(&js(&talk::here()));
                listener
            });
            move || drop(listener)
        });
    }
    {
        let (around, run) = (around.clone(), run.clone());
        let said = use_mut_ref(|| None::<u32>);
        let deps = (wishes.there, setting, moving, wishes.asked);
        use_effect_with(deps, move |(there, setting, moving, (count, id))| {
            let Some(around) = around.filter(|_| *there) else { return };
            let before = said.replace(Some(*count));
            let kind = if before.is_none() { "ready" } else { "change" };
            // What is shown at first was asked for by the address, which the page around it wrote.
            let asked = before.is_none_or(|before| before != *count);
            let shown = Shown { setting, run: &run, moving: *moving, asked };
            around.tell(&js(&talk::shown(kind, id.filter(|_| asked), shown)));
        });
    }
    use_height(around, wishes.content, node);
    (*wishes).clone()
}

/// Tells how high the content is, when that changes.
#[hook]
fn use_height(around: Option<Around>, content: bool, node: &NodeRef) {
    let node = node.clone();
    use_effect_with(content, move |content| {
        let watch = around.filter(|_| *content).and_then(|around| {
            let element = node.cast::<Element>()?;
            let (watched, last) = (element.clone(), std::cell::Cell::new(0.0));
            SizeWatch::new(&element, move || {
                let height = watched.get_bounding_client_rect().height().ceil();
                if last.replace(height) != height {
                    around.tell(&js(&talk::height(height)));
                }
            })
        });
        move || drop(watch)
    });
}

/// A field of a message, where it is a plain value.
fn field(message: &JsValue, name: &str) -> Option<Value> {
    let value = Reflect::get(message, &JsValue::from(name)).ok()?;
    let text = || value.as_string().map(Value::Text);
    value.as_f64().map(Value::Number).or_else(text)
}

fn js(value: &Value) -> JsValue {
    match value {
        Value::Number(number) => JsValue::from(*number),
        Value::Text(text) => JsValue::from(text.as_str()),
        Value::Flag(flag) => JsValue::from(*flag),
        Value::List(values) => values.iter().map(js).collect::<Array>().into(),
        Value::Fields(fields) => {
            let object = Object::new();
            for (name, value) in fields {
                let _ = Reflect::set(&object, &JsValue::from(*name), &js(value));
            }
            object.into()
        }
    }
}
