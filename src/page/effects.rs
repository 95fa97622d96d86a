//! What happens beside drawing: address, storage, keys. Effects run in browsers alone.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::arrival;
use crate::hooks::SizeWatch;
use crate::language::Language;
use crate::link;
use crate::locale::page::PageMessage;
use crate::locale::{Words, use_platform};
use crate::platform::{Catalogue, Platform};
use crate::state::Dispatch;
use crate::state::{Action, LessonPlace, Notice, Preferences, Setting};

/// Browsers limit how often an address may change.
const WRITE_AFTER: u32 = 300;

/// A browser that has refused a change of the address is asked so often again, each time after twice
/// as long.
const TRIES: u32 = 6;

/// The address as far as the page has read or written it, and the change that it owes it.
#[derive(Default)]
struct Address {
    seen: Option<String>,
    owed: Option<Timeout>,
}

/// Writes a query into the address after a while, and goes on trying where that is refused.
fn owe(address: &Rc<RefCell<Address>>, platform: &Platform, query: String, tries: u32) {
    let (later, again) = (Rc::clone(address), platform.clone());
    let timer = Timeout::new(WRITE_AFTER << tries, move || {
        // A timer cannot drop itself while it runs.
        let timer = later.borrow_mut().owed.take();
        timer.map(Timeout::forget);
        if again.replace_query(&query) {
            later.borrow_mut().seen = Some(query);
        } else if tries < TRIES {
            owe(&later, &again, query, tries + 1);
        }
    });
    address.borrow_mut().owed = Some(timer);
}

/// Keeps the address at the setting, or at the step of the lesson that is open, and both at an address
/// that is gone back to.
#[hook]
pub fn use_link(
    setting: Setting,
    language: Language,
    lesson: Option<LessonPlace>,
    learn: Learn,
    dispatch: Dispatch,
) {
    let platform = use_platform();
    let address = use_mut_ref(Address::default);
    {
        let (platform, address) = (platform.clone(), Rc::clone(&address));
        use_effect_with((setting, language, lesson), move |(setting, language, lesson)| {
            // The first setting is the address's own: it stays as it was written.
            if address.borrow().seen.is_none() {
                address.borrow_mut().seen = Some(platform.query());
                return;
            }
            let written = match lesson {
                Some(place) => link::write_lesson(place, *language),
                None => link::write(setting, *language),
            };
            let query = link::replaced(&platform.query(), written);
            owe(&address, &platform, query, 0);
        });
    }
    use_effect_with((dispatch, learn), move |(dispatch, learn)| {
        let (dispatch, learn) = (dispatch.clone(), learn.clone());
        listen("popstate", move |_| {
            let query = platform.query();
            // Going to a part of the page is no change of the setting.
            if address.borrow().seen.as_deref() == Some(&*query) {
                return;
            }
            let language = link::language(&query);
            *address.borrow_mut() = Address { seen: Some(query.clone()), owed: None };
            let (dispatch, learn, latest) = (dispatch.clone(), learn.clone(), Rc::clone(&address));
            let arrived = Callback::from(move |missed: Option<Notice>| {
                // Meanwhile the address may have changed once more.
                if latest.borrow().seen.as_deref() != Some(&*query) {
                    return;
                }
                let (setting, notices) = arrival::read(&query, missed.as_ref());
                dispatch.dispatch(Action::Open(setting, notices));
                learn.emit(link::lesson(&query));
                if let Some(language) = language {
                    dispatch.dispatch(Action::Ask(language));
                }
            });
            arrival::fetch_start(&platform, &platform.query(), arrived);
        })
    });
}

/// Opens a step of a lesson, or closes the lesson.
pub type Learn = Callback<Option<LessonPlace>>;

/// The lesson that is open, at first that of the address.
#[hook]
pub fn use_lesson(dispatch: Dispatch) -> (Option<LessonPlace>, Learn) {
    let platform = use_platform();
    let lesson = use_state_eq(|| link::lesson(&platform.query()));
    let setter = lesson.setter();
    let learn = use_callback((), move |place: Option<LessonPlace>, ()| {
        // What was told of it is nobody's setting.
        if place.is_none() {
            dispatch.dispatch(Action::Leave);
        }
        setter.set(place);
    });
    ((*lesson).clone(), learn)
}

/// Makes the document follow the preferences and keeps them for the next visit.
#[hook]
pub fn use_preferences(preferences: Preferences) {
    let platform = use_platform();
    let first = use_mut_ref(|| true);
    use_effect_with(preferences, move |preferences| {
        platform.apply_preferences(preferences);
        // A visit that changes nothing stores nothing.
        if !first.replace(false) {
            platform.store_preferences(preferences);
        }
    });
}

/// Loads the words that are asked for and lets the page speak them. The last asked for counts.
#[hook]
pub fn use_language(asked: Option<Language>, speak: UseStateSetter<Words>, dispatch: Dispatch) {
    let platform = use_platform();
    use_effect_with(asked, move |asked| {
        let wanted = Rc::new(Cell::new(true));
        if let Some(language) = *asked {
            let (wanted, own) = (Rc::clone(&wanted), platform.clone());
            let arrived: Box<dyn FnOnce(Option<Catalogue>)> = Box::new(move |catalogue| {
                if !wanted.get() {
                    return;
                }
                if catalogue.is_none() && language != Language::English {
                    dispatch.dispatch(Action::Miss(language));
                    return;
                }
                let words = Words::new(own.clone(), language, catalogue);
                own.apply_language(language, &words.text(&PageMessage::Title));
                speak.set(words);
                dispatch.dispatch(Action::Speak(language));
            });
            match language {
                Language::English => arrived(None),
                other => platform.load_words(other, arrived),
            }
        }
        move || wanted.set(false)
    });
}

/// How long a replay shows what was before the last change, ms: long enough to see the water come
/// to rest.
const REPLAY: u32 = 1600;

/// How long nothing has moved when the page is at rest, and from one part to the next, ms.
const AT_REST: u32 = 1500;
const NEXT: u32 = 150;

/// How many parts of the slot are laid out though they are out of sight, for captures of the whole
/// page: all of `parts` when nothing has moved for a while, one after the other, so that none of it
/// takes long.
#[hook]
pub fn use_rest(moves: bool, parts: usize) -> usize {
    let laid = use_state_eq(|| 0_usize);
    {
        let (now, laid) = (*laid, laid.setter());
        use_effect_with((moves, now), move |(moves, now)| {
            let now = *now;
            let wait = if now == 0 { AT_REST } else { NEXT };
            let goes_on = !*moves && now < parts;
            let timer = goes_on.then(|| Timeout::new(wait, move || laid.set(now + 1)));
            move || drop(timer)
        });
    }
    *laid
}

/// Keeps what has the focus in sight where something above it takes another height: a result that was being
/// worked out, a chart that was not laid out yet. Browsers do not always do it. Whoever scrolls away from the
/// focus is left alone.
#[hook]
pub fn use_focus_in_sight(main: &NodeRef) {
    let main = main.clone();
    use_effect_with((), move |()| {
        let was_seen = Rc::new(Cell::new(false));
        let document = web_sys::window().and_then(|window| window.document());
        let note = |name: &'static str, was_seen: &Rc<Cell<bool>>| {
            let was_seen = Rc::clone(was_seen);
            let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
            let document: EventTarget = document.clone()?.into();
            Some(EventListener::new_with_options(&document, name, options, move |_| {
                was_seen.set(focused().is_some_and(|one| is_seen(&one)));
            }))
        };
        let listeners = [note("focusin", &was_seen), note("scroll", &was_seen)];
        let watch = main.cast::<Element>().and_then(|main| {
            SizeWatch::new(&main, move || {
                if let Some(one) = focused().filter(|one| was_seen.get() && !is_seen(one)) {
                    one.scroll_into_view_with_bool(false);
                }
            })
        });
        move || drop((listeners, watch))
    });
}

/// What has the focus; none where nothing of the page has it.
fn focused() -> Option<Element> {
    let document = web_sys::window()?.document()?;
    document.active_element().filter(|one| document.body().is_none_or(|body| **one != **body))
}

/// Whether any of it is within the height of the window.
fn is_seen(one: &Element) -> bool {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    let place = one.get_bounding_client_rect();
    place.bottom() > 0.0 && height.is_none_or(|height| place.top() < height)
}

/// How long nothing more has been heard of a control when its move is taken to be at its end, ms.
const LET_GO: u32 = 2000;

/// Ends a move whose end is never told: some screen readers and broken gestures leave it so. A hand
/// that is still on a control has not let go.
#[hook]
pub fn use_let_go(moving: bool, setting: Setting, dispatch: Dispatch) {
    use_effect_with((moving, setting), move |(moving, _)| {
        let timer = moving.then(|| {
            Timeout::new(LET_GO, move || {
                let document = web_sys::window().and_then(|window| window.document());
                let held = document
                    .and_then(|document| document.query_selector("input:active, [data-held]").ok()?);
                if held.is_none() {
                    dispatch.dispatch(Action::Commit);
                }
            })
        });
        move || drop(timer)
    });
}

/// Ends a replay.
#[hook]
pub fn use_replay(replaying: bool, dispatch: Dispatch) {
    use_effect_with(replaying, move |replaying| {
        let timer = replaying.then(|| Timeout::new(REPLAY, move || dispatch.dispatch(Action::Replayed)));
        move || drop(timer)
    });
}

/// Undo and redo by keyboard.
#[hook]
pub fn use_shortcuts(dispatch: Dispatch) {
    use_effect_with(dispatch, |dispatch| {
        let dispatch = dispatch.clone();
        listen("keydown", move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            if let Some(action) = shortcut(event) {
                event.prevent_default();
                dispatch.dispatch(action);
            }
        })
    });
}

fn shortcut(event: &KeyboardEvent) -> Option<Action> {
    // Where text is typed, undo is the browser's.
    let typing = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
        .is_some_and(|input| input.type_() == "text");
    if typing || event.alt_key() || !(event.ctrl_key() || event.meta_key()) {
        return None;
    }
    // On a layout without Latin letters the place of the key tells.
    let (key, code) = (event.key(), event.code());
    let letter = if key.is_ascii() { key } else { code.strip_prefix("Key").unwrap_or_default().to_owned() };
    match (letter.as_str(), event.shift_key()) {
        ("z" | "Z", false) => Some(Action::Undo),
        ("z" | "Z", true) | ("y" | "Y", false) => Some(Action::Redo),
        _ => None,
    }
}

/// Names the document.
#[hook]
pub fn use_title(title: AttrValue) {
    use_effect_with(title, |title| {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(title);
        }
    });
}

/// Tells host pages and tests that the page runs, once it is drawn.
#[hook]
pub fn use_ready() {
    let platform = use_platform();
    use_effect_with((), move |()| platform.ready());
}

/// Listens to what does not rise to the window, on its way down.
pub(super) fn listen_on_the_way_down(
    event: &'static str,
    callback: impl FnMut(&Event) + 'static,
) -> impl FnOnce() {
    let window: Option<EventTarget> = web_sys::window().map(EventTarget::from);
    let listener = window.map(|window| {
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        EventListener::new_with_options(&window, event, options, callback)
    });
    move || drop(listener)
}

/// Listens on the window as long as what is returned is not called.
fn listen(event: &'static str, callback: impl FnMut(&Event) + 'static) -> impl FnOnce() {
    let window: Option<EventTarget> = web_sys::window().map(EventTarget::from);
    let listener = window.map(|window| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, event, options, callback)
    });
    move || drop(listener)
}
