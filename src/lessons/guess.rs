//! Predictions that are put in order, placed on a scale, or chosen.

use bathtub_lessons::Scale;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::locale::lessons::LessonMessage;
use crate::locale::use_words;
use crate::number::decimal;

/// Names to be put in order.
#[derive(Clone, PartialEq, Properties)]
pub struct OrderProps {
    /// What is to be ordered, by its place in what was offered; the highest first.
    pub order: Vec<usize>,
    /// The names of what was offered.
    pub names: Vec<AttrValue>,
    /// The true moves, once they are seen, by place in what was offered.
    pub truth: Option<Vec<AttrValue>>,
    pub onorder: Callback<Vec<usize>>,
}

/// A list whose rows go up and down.
#[component]
pub fn Order(props: &OrderProps) -> Html {
    let words = use_words();
    let OrderProps { order, names, truth, onorder } = props;
    let swap = |at: usize, with: usize| {
        let (order, onorder) = (order.clone(), onorder.clone());
        Callback::from(move |_: MouseEvent| {
            let mut other = order.clone();
            other.swap(at, with);
            onorder.emit(other);
        })
    };
    let rows = order.iter().enumerate().map(|(at, one)| {
        let name = names[*one].clone();
        let moved = truth.as_ref().map(|truth| truth[*one].clone());
        html! {
            <li key={*one} data-ordered={one.to_string()}>
                <span>{ name.clone() }</span>
                if let Some(moved) = moved {
                    <strong>{ moved }</strong>
                } else {
                    <span class="lesson-ways">
                        <button type="button" class="tool" data-up="" disabled={at == 0} aria-label={words.text(&LessonMessage::Up { name: name.clone() })}
                            onclick={swap(at, at.saturating_sub(1))}>{ "\u{2191}" }</button>
                        <button type="button" class="tool" data-down="" disabled={at + 1 == order.len()} aria-label={words.text(&LessonMessage::Down { name })}
                            onclick={swap(at, (at + 1).min(order.len() - 1))}>{ "\u{2193}" }</button>
                    </span>
                }
            </li>
        }
    });
    html! {
        <div data-predict="order">
            <p class="quiet">{ words.text(&LessonMessage::Order) }</p>
            <ol class="lesson-order">{ for rows }</ol>
        </div>
    }
}

/// A number on a scale.
#[derive(Clone, PartialEq, Properties)]
pub struct PlaceProps {
    pub value: f64,
    pub scale: Scale,
    /// How a value is written.
    pub written: Callback<f64, AttrValue>,
    /// Whether the truth is seen already.
    pub done: bool,
    /// What is asked for.
    pub label: AttrValue,
    pub onplace: Callback<f64>,
}

/// A slider with its number.
#[component]
pub fn Place(props: &PlaceProps) -> Html {
    let words = use_words();
    let text = props.written.emit(props.value);
    let Scale { low, high, step } = props.scale;
    let onplace = props.onplace.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        onplace.emit(event.target_unchecked_into::<HtmlInputElement>().value_as_number());
    });
    html! {
        <div class="lesson-place-value" data-predict="value">
            <label for="lesson-value">{ words.text(&LessonMessage::Place) }</label>
            <output for="lesson-value">{ text.clone() }</output>
            <input id="lesson-value" type="range" autocomplete="off" min={decimal(low)} max={decimal(high)} step={decimal(step)}
                value={decimal(props.value)} aria-valuetext={text} aria-description={props.label.clone()} disabled={props.done} {oninput} />
        </div>
    }
}

/// Sentences of which one is chosen.
#[derive(Clone, PartialEq, Properties)]
pub struct ChoiceProps {
    pub chosen: Option<usize>,
    pub texts: Vec<AttrValue>,
    /// The right one, once it is seen.
    pub right: Option<usize>,
    /// What is asked.
    pub label: AttrValue,
    pub onchoose: Callback<usize>,
}

/// Radio buttons.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let rows = props.texts.iter().enumerate().map(|(at, text)| {
        let onchange = props.onchoose.reform(move |_: Event| at);
        let wrong = props.right.is_some_and(|right| right != at) && props.chosen == Some(at);
        let class = classes!("lesson-choice", (props.right == Some(at)).then_some("is-right"), wrong.then_some("is-wrong"));
        html! {
            <label key={at} {class}>
                <input type="radio" name="lesson-choice" value={at.to_string()} checked={props.chosen == Some(at)} disabled={props.right.is_some()} {onchange} />
                { text.clone() }
                if props.right == Some(at) {
                    <span aria-hidden="true">{ " \u{2713}" }</span>
                } else if wrong {
                    <span aria-hidden="true">{ " \u{2717}" }</span>
                }
            </label>
        }
    });
    html! {
        <fieldset class="lesson-choices" data-predict="choice">
            <legend class="visually-hidden">{ props.label.clone() }</legend>
            <div>{ for rows }</div>
        </fieldset>
    }
}
