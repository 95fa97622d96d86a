//! Lessons: predict, drag, and see why. They are files beside the page (`www/lessons/`), told by the
//! mechanism of the opening; what a prediction is worth is the crate `bathtub-lessons`.
//!
//! The whole room is fetched when a lesson is wanted (`page/learning.rs`).

mod chart;
mod class;
mod code;
mod course;
mod drawing;
mod guess;
mod list;
mod player;
mod prediction;
mod progress;
mod result;
mod roles;
#[cfg(not(target_arch = "wasm32"))]
pub mod sheets;
mod tasks;

pub use course::Course;
use yew::prelude::*;

use crate::scene::Staged;
use crate::state::{Dispatch, LessonPlace, Setting};

/// Its own style sheet, which comes with it.
const STYLE: &str = "./css/lessons.css";

/// A lesson that is open, over a setting that is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct Props {
    /// Which step of which lesson.
    pub place: LessonPlace,
    /// What is shown.
    pub setting: Setting,
    /// The way up.
    pub dispatch: Dispatch,
    /// To another step, or away.
    pub learn: Callback<Option<LessonPlace>>,
    /// Puts another run into the picture, or gives the picture back.
    pub stage: Callback<Option<Staged>>,
}

/// The lesson, or the list of all, once its style is there or cannot be had.
#[component]
pub fn Lessons(props: &Props) -> Html {
    let Props { place, setting, dispatch, learn, stage } = props.clone();
    let styled = use_state_eq(|| false);
    let come = {
        let styled = styled.setter();
        Callback::from(move |_: Event| styled.set(true))
    };
    let inside = styled.then(|| match place.id {
        None => html! { <list::List {learn} /> },
        Some(_) if place.is_class() => html! { <class::ClassView {learn} /> },
        Some(_) if place.is_roles() => html! { <roles::RolesView {learn} {stage} /> },
        Some(id) => {
            html! { <player::Player key={id.as_str()} id={id.clone()} step={place.step} {setting} {dispatch} {learn} /> }
        }
    });
    html! {
        <div class="lesson-place">
            <link rel="stylesheet" href={STYLE} onload={come.clone()} onerror={come} />
            <div>{ for inside }</div>
        </div>
    }
}
