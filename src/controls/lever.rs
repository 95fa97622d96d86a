//! One row of the parameter table as a control: name, number box, slider, explanation, source.

use bathtub_model::{ParameterId, ParameterText};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::slider::{Slider, slider};
use crate::locale::controls::ControlMessage;
use crate::locale::{Words, terms, units, use_platform, use_words};
use crate::state::Action;
use crate::state::Dispatch;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub id: ParameterId,
    pub value: f64,
    /// Where the start has it.
    pub default: f64,
    /// Explanation and source in English.
    pub text: ParameterText,
    pub dispatch: Dispatch,
}

#[component]
pub fn Lever(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let row = props.id.row();
    let described_by = AttrValue::from(format!("{}-help", row.key));
    let (dispatch, id) = (props.dispatch.clone(), props.id);
    let control = Slider {
        id: row.key,
        min: row.min,
        max: row.max,
        step: row.step,
        value: props.value,
        mark: props.default,
        text: units::quantity(&words, props.value, row.unit),
        described_by: described_by.clone(),
        oninput: Callback::from(move |value| dispatch.dispatch(Action::Drag(id, value))),
        onchange: commit(&props.dispatch),
    };
    let moved = props.value != props.default;
    html! {
        <div class={classes!("lever", moved.then_some("is-moved"))}>
            <div class="lever-head">
                <div class="lever-name">
                    <label for={row.key}>{ words.label(row) }</label>
                    <span class="lever-meta">
                        { units::name(&words, row.unit) }
                        <span class={classes!("tag", format!("tag-{}", row.tag.name()))}>
                            { words.text(&terms::tag(row.tag)) }
                        </span>
                    </span>
                </div>
                <ExactBox id={props.id} value={props.value} dispatch={props.dispatch.clone()} />
                { reset(props, &words) }
            </div>
            { slider(control, &platform) }
            <p class="lever-help" id={described_by}>{ words.help(row, props.text.help) }</p>
            { source(props, &words) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct BoxProps {
    id: ParameterId,
    value: f64,
    dispatch: Dispatch,
}

/// The number itself. What is being typed stays as it is typed until it is finished.
#[component]
fn ExactBox(props: &BoxProps) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let draft = use_state_eq(|| None::<AttrValue>);
    let row = props.id.row();
    let (label, unit) = (words.label(row), units::name(&words, row.unit));
    let exact = || AttrValue::from(platform.exact(props.value));

    let id = props.id;
    let oninput = {
        let (dispatch, draft) = (props.dispatch.clone(), draft.setter());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            draft.set(Some(AttrValue::from(input.value())));
            let value = input.value_as_number();
            if id.row().check(value).is_ok() {
                dispatch.dispatch(Action::Drag(id, value));
            }
        })
    };
    let onchange = {
        let (dispatch, draft) = (props.dispatch.clone(), draft.setter());
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            let action = if value.is_nan() { Action::Commit } else { Action::Set(id, value) };
            dispatch.dispatch(action);
            draft.set(None);
        })
    };
    let onblur = {
        let draft = draft.setter();
        Callback::from(move |_: FocusEvent| draft.set(None))
    };
    html! {
        <input
            type="number"
            class="exact"
            id={format!("{}-exact", row.key)}
            min={platform.exact(row.min)}
            max={platform.exact(row.max)}
            step={platform.exact(row.step)}
            value={(*draft).clone().unwrap_or_else(exact)}
            inputmode="decimal"
            autocomplete="off"
            aria-label={words.text(&ControlMessage::Exact { label, unit })}
            {oninput}
            {onchange}
            {onblur}
        />
    }
}

/// The end of a drag.
pub(super) fn commit(dispatch: &Dispatch) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |_| dispatch.dispatch(Action::Commit))
}

/// Not disabled where there is nothing to reset: a button that loses its focus when pressed
/// throws keyboard users to the top of the page.
fn reset(props: &Props, words: &Words) -> Html {
    let row = props.id.row();
    let message = ControlMessage::Reset {
        label: words.label(row),
        value: units::quantity(words, props.default, row.unit),
    };
    let name = words.text(&message);
    let idle = props.value == props.default;
    let (dispatch, id) = (props.dispatch.clone(), props.id);
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Reset(id)));
    html! {
        <button
            type="button"
            class="reset"
            aria-label={name.clone()}
            title={name}
            aria-disabled={idle.then_some("true")}
            {onclick}
        >
            <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
                <path d="M5 8.5a5.5 5.5 0 1 1-.4 4M5 4v4.5h4.5" />
            </svg>
        </button>
    }
}

/// Where the number is from, and its range.
fn source(props: &Props, words: &Words) -> Html {
    let row = props.id.row();
    let range = ControlMessage::Range {
        low: units::quantity(words, row.min, row.unit),
        high: units::quantity(words, row.max, row.unit),
    };
    let text = ControlMessage::SourceText {
        source: words.source(row, props.text.source),
        range: words.text(&range),
    };
    let name = ControlMessage::SourceOf { label: words.label(row) };
    html! {
        <details class="source">
            <summary aria-label={words.text(&name)}>{ words.text(&ControlMessage::Source) }</summary>
            <p>{ words.text(&text) }</p>
        </details>
    }
}
