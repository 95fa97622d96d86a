//! The list of all lessons, and how far one is.

use bathtub_model::PRESETS;
use yew::prelude::*;

use super::code::YourCode;
use super::course::{Arrival, use_rows};
use super::progress::Progress;
use crate::locale::class::ClassMessage;
use crate::locale::lessons::LessonMessage;
use crate::locale::roles::RoleMessage;
use crate::locale::{Number, use_words};
use crate::platform::lessons;
use crate::state::LessonPlace;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub learn: Callback<Option<LessonPlace>>,
}

/// The list.
#[component]
pub fn List(props: &Props) -> Html {
    let words = use_words();
    let progress = use_state_eq(Progress::kept);
    let (rows, again) = use_rows(words.language());
    let go = |place: Option<LessonPlace>| props.learn.reform(move |_: MouseEvent| place.clone());
    let clear = {
        let progress = progress.setter();
        Callback::from(move |_: MouseEvent| {
            lessons::forget();
            progress.set(Progress::default());
        })
    };
    let list = match rows {
        Arrival::Coming => html! { <p>{ words.text(&LessonMessage::Coming) }</p> },
        Arrival::Missing => {
            html! { <p role="alert">{ words.text(&LessonMessage::Away) }{ " " }<button type="button" class="tool" onclick={again.reform(|_: MouseEvent| ())}>{ words.text(&LessonMessage::Again) }</button></p> }
        }
        Arrival::Here(rows) => {
            let rows = rows.iter().map(|row| {
                let place = LessonPlace { id: Some(row.id.clone().into()), step: 1 };
                let points = progress.average(&row.id).unwrap_or(0.0).round();
                let state = if progress.has_ended(&row.id) {
                    Some(words.text(&LessonMessage::Reached { points: Number::plain(points, 0) }))
                } else {
                    progress.has_begun(&row.id).then(|| words.text(&LessonMessage::Begun))
                };
                html! {
                    <li key={row.id.clone()}>
                        <button type="button" class="lesson-row" data-open-lesson={row.id.clone()} onclick={go(Some(place))}>
                            <strong>{ row.title.clone() }</strong>
                            <span>{ row.about.clone() }</span>
                            <span class="quiet">
                                { words.text(&LessonMessage::Minutes { minutes: Number::count(row.minutes as usize) }) }
                                if let Some(state) = state {
                                    { " \u{b7} " }{ state }
                                }
                            </span>
                        </button>
                    </li>
                }
            });
            html! { <ol class="lesson-list">{ for rows }</ol> }
        }
    };
    let scenarios = PRESETS.iter().map(|preset| {
        let place = LessonPlace::of_scenario(preset.key);
        let id = place.id.clone().unwrap_or_default();
        let done = if progress.has_ended(&id) { " \u{2713}" } else { "" };
        html! {
            <li key={preset.key}>
                <button type="button" class="tool" data-open-lesson={id} onclick={go(Some(place))}>{ words.preset(preset, "title") }{ done }</button>
            </li>
        }
    });
    html! {
        <section class="lesson" data-lessons="" aria-label={words.text(&LessonMessage::Title)}>
            <div class="lesson-head">
                <h2 tabindex="-1">{ words.text(&LessonMessage::Title) }</h2>
                <button type="button" class="tool" data-close-lesson="" onclick={go(None)}>{ words.text(&LessonMessage::Close) }</button>
            </div>
            <p>{ words.text(&LessonMessage::About) }</p>
            { list }
            <h3>{ words.text(&LessonMessage::Scenarios) }</h3>
            <ul class="lesson-scenarios">{ for scenarios }</ul>
            <YourCode key={progress.is_empty().to_string()} />
            <p><button type="button" class="tool" data-open-class="" onclick={go(Some(LessonPlace::of_class()))}>{ words.text(&ClassMessage::Open) }</button>
                <button type="button" class="tool" data-open-roles="" onclick={go(Some(LessonPlace::of_roles()))}>{ words.text(&RoleMessage::Open) }</button></p>
            <p class="quiet">
                { words.text(&LessonMessage::Kept) }
                if !progress.is_empty() {
                    { " " }<button type="button" class="tool" data-clear-lessons="" onclick={clear}>{ words.text(&LessonMessage::Clear) }</button>
                }
            </p>
        </section>
    }
}
