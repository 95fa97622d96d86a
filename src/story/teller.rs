//! A list of steps as it stands over the picture: the sentence, where one is, on and out.

use bathtub_model::ParameterId;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};
use yew::prelude::*;

use super::{Step, Target};
use crate::locale::story::StoryMessage;
use crate::locale::{Number, use_words};
use crate::state::{Action, Dispatch, Telling};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub steps: Vec<Step>,
    /// Which of them is told.
    pub at: usize,
    pub dispatch: Dispatch,
}

/// The step that is told.
#[component]
pub fn Teller(props: &Props) -> Html {
    let words = use_words();
    let Props { steps, at, dispatch } = props;
    let Some(step) = steps.get(*at) else { return html! {} };
    use_pointing(step.point);
    let last = at + 1 == steps.len();
    let onnext = {
        let (dispatch, steps) = (dispatch.clone(), steps.clone());
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Next(tellings(&steps))))
    };
    let onskip = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Leave))
    };
    use_escape(dispatch.clone());
    use_hand_over();
    let dots = (0..steps.len()).map(|i| {
        html! { <span key={i} class={classes!("story-dot", (i == *at).then_some("is-here"))}></span> }
    });
    let (step_number, steps_number) = (Number::count(at + 1), Number::count(steps.len()));
    html! {
        <section class="story" data-opening="" data-step={at.to_string()}
            aria-label={words.text(&StoryMessage::Title)}>
            <h2 class="story-text" aria-live="polite">{ step.text.clone() }</h2>
            <div class="story-tools">
                <button type="button" class="story-next" data-next="" onclick={onnext}>
                    { words.text(if last { &StoryMessage::Start } else { &StoryMessage::Next }) }
                </button>
                <button type="button" class="tool" data-skip="" onclick={onskip}>{ words.text(&StoryMessage::Skip) }</button>
                <span class="story-dots" aria-hidden="true">{ for dots }</span>
                <span class="visually-hidden">
                    { words.text(&StoryMessage::Step { step: step_number, steps: steps_number }) }
                </span>
            </div>
        </section>
    }
}

/// The steps as the state knows them.
fn tellings(steps: &[Step]) -> Vec<Telling> {
    steps.iter().enumerate().map(|(at, step)| step.telling(at)).collect()
}

/// Whoever came to the end by keyboard stands at the tank then: what had the focus goes.
#[hook]
fn use_hand_over() {
    use_effect_with((), |()| {
        || {
            let document = web_sys::window().and_then(|window| window.document());
            let focus = document.and_then(|document| document.active_element());
            if focus
                .is_some_and(|element| element.closest("[data-opening]").is_ok_and(|story| story.is_some()))
            {
                focus_on("#dry");
            }
        }
    });
}

/// Escape leaves it, wherever the focus is.
#[hook]
fn use_escape(dispatch: Dispatch) {
    use_effect_with(dispatch, |dispatch| {
        let dispatch = dispatch.clone();
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "keydown", move |event| {
                if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
                    dispatch.dispatch(Action::Leave);
                }
            })
        });
        move || drop(listener)
    });
}

/// Gives an element the focus, once the page is drawn anew.
pub fn focus_on(selector: &'static str) {
    Timeout::new(0, move || {
        let document = web_sys::window().and_then(|window| window.document());
        let found = document.and_then(|document| document.query_selector(selector).ok()?);
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    })
    .forget();
}

/// Marks what is pointed at, brings it into sight, and takes the mark away with the step.
#[hook]
pub fn use_pointing(point: Option<Target>) {
    use_mark(point, true);
}

/// The same where the text must stay in sight.
#[hook]
pub fn use_marking(point: Option<Target>) {
    use_mark(point, false);
}

#[hook]
fn use_mark(point: Option<Target>, scrolls: bool) {
    use_effect_with(point, move |point| {
        let document = web_sys::window().and_then(|window| window.document());
        let marked = match (document, *point) {
            (Some(document), Some(point)) => mark(&document, point, scrolls),
            _ => Vec::new(),
        };
        move || {
            for element in marked {
                let _ = element.remove_attribute("data-pointed");
            }
        }
    });
}

fn mark(document: &Document, point: Target, scrolls: bool) -> Vec<Element> {
    let selector = match point {
        Target::Part(part) => format!("[data-part={}][tabindex]", part.key()),
        Target::Lever(id) => {
            bring(document, id);
            format!(".lever-place:has(#{key}), [data-dock={key}]", key = id.row().key)
        }
    };
    let Ok(found) = document.query_selector_all(&selector) else { return Vec::new() };
    let found: Vec<Element> = (0..found.length()).filter_map(|i| found.item(i)?.dyn_into().ok()).collect();
    for element in &found {
        let _ = element.set_attribute("data-pointed", "");
    }
    let drawn = found.iter().find(|element| element.get_bounding_client_rect().height() > 0.0);
    if let Some(element) = drawn.filter(|_| scrolls) {
        bring_into_sight(document, element, point);
    }
    found
}

/// Scrolls what is pointed at into sight, where it stands below what is seen: a part of the picture
/// over the dock of a phone, a lever in the panel beside it.
fn bring_into_sight(document: &Document, element: &Element, point: Target) {
    let Some(window) = web_sys::window() else { return };
    let dock = document.query_selector("main .dock").ok().flatten();
    let end = match (point, dock.map(|dock| dock.get_bounding_client_rect())) {
        // Without a docked slider it has no box of its own.
        (Target::Part(_), Some(dock)) if dock.height() > 0.0 => dock.y(),
        _ => window.inner_height().ok().and_then(|high| high.as_f64()).unwrap_or(f64::MAX),
    };
    let below = element.get_bounding_client_rect().bottom() - end;
    if below > 0.0 {
        match point {
            Target::Part(_) => window.scroll_by_with_x_and_y(0.0, below + 16.0),
            Target::Lever(_) => element.scroll_into_view_with_bool(false),
        }
    }
}

/// Has the dock of a phone show a lever.
fn bring(document: &Document, id: ParameterId) {
    let tab = document.query_selector(&format!("[data-dock={}]", id.row().key)).ok().flatten();
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
        tab.click();
    }
}
