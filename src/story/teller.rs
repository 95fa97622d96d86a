//! A list of steps as it stands over the picture: the sentence, where one is, on and out.

use bathtub_model::ParameterId;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};
use yew::prelude::*;

use super::{Step, Target};
use crate::locale::story::StoryMessage;
use crate::locale::{Number, use_words};
use crate::state::{Action, Dispatch};

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
        let (dispatch, next) = (dispatch.clone(), steps.get(at + 1).map(|step| step.telling(at + 1)));
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(next.map_or(Action::Adopt, Action::Tell));
        })
    };
    let onskip = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Leave))
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatch.dispatch(Action::Leave);
            }
        })
    };
    let dots = (0..steps.len()).map(|i| {
        html! { <span key={i} class={classes!("story-dot", (i == *at).then_some("is-here"))}></span> }
    });
    let (step_number, steps_number) = (Number::count(at + 1), Number::count(steps.len()));
    html! {
        <section class="story" data-opening="" data-step={at.to_string()} {onkeydown}
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

/// Marks what is pointed at, and takes the mark away with the step.
#[hook]
fn use_pointing(point: Option<Target>) {
    use_effect_with(point, |point| {
        let document = web_sys::window().and_then(|window| window.document());
        let marked = match (document, *point) {
            (Some(document), Some(point)) => mark(&document, point),
            _ => Vec::new(),
        };
        move || {
            for element in marked {
                let _ = element.remove_attribute("data-pointed");
            }
        }
    });
}

fn mark(document: &Document, point: Target) -> Vec<Element> {
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
    found
}

/// Has the dock of a phone show a lever.
fn bring(document: &Document, id: ParameterId) {
    let tab = document.query_selector(&format!("[data-dock={}]", id.row().key)).ok().flatten();
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
        tab.click();
    }
}
