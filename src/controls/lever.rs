//! One row of the parameter table as a control: name, number box, slider, explanation, source.

use bathtub_model::{ParameterId, ParameterText};
use yew::prelude::*;

use crate::entry::{Entered, NumberBox, Range, slider};
use crate::locale::controls::ControlMessage;
use crate::locale::{Words, glossary, terms, units, use_platform, use_words};
use crate::number::Grid;
use crate::state::{Action, Dispatch};

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
    let entered = enter(props.id, &props.dispatch);
    let control = Range {
        id: row.key.into(),
        grid: Grid::of(row),
        value: props.value,
        text: units::quantity(&words, props.value, row.unit),
        described_by: Some(described_by.clone()),
        entered: entered.clone(),
    };
    let (label, unit) = (words.label(row), units::name(&words, row.unit));
    let name = words.text(&ControlMessage::Exact { label: label.clone(), unit });
    let quantity = {
        let words = words.clone();
        Callback::from(move |value| units::quantity(&words, value, row.unit))
    };
    let moved = props.value != props.default;
    html! {
        <div class={classes!("lever", moved.then_some("is-moved"))}>
            <div class="lever-head">
                <div class="lever-name">
                    <label for={row.key}>{ label.clone() }</label>
                    <span class="lever-meta">
                        { units::name(&words, row.unit) }
                        <span class={classes!("tag", format!("tag-{}", row.tag.name()))}>
                            { words.text(&terms::tag(row.tag)) }
                        </span>
                    </span>
                </div>
                <NumberBox
                    id={format!("{}-exact", row.key)}
                    grid={Grid::of(row)}
                    value={props.value}
                    {label}
                    {name}
                    {quantity}
                    {entered}
                />
                { reset(props, &words) }
            </div>
            { slider(control, props.default, &platform) }
            <p class="lever-help">
                <span id={described_by}>{ words.help(row, props.text.help) }</span>
                { " " }
                { meaning(props.id, &words) }
            </p>
            { source(props, &words) }
        </div>
    }
}

/// What is done to the controls of a parameter.
pub fn enter(id: ParameterId, dispatch: &Dispatch) -> Callback<Entered> {
    let dispatch = dispatch.clone();
    Callback::from(move |entered| {
        dispatch.dispatch(match entered {
            Entered::Drag(value) => Action::Drag(id, value),
            Entered::Step(steps) => Action::Step(id, steps),
            Entered::Set(value) => Action::Set(id, value),
            Entered::Rest => Action::Commit,
        });
    })
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

/// The way to what the name means.
fn meaning(id: ParameterId, words: &Words) -> Html {
    let name = words.text(&ControlMessage::MeaningOf { label: words.label(id.row()) });
    let href = glossary::address(glossary::of_parameter(id), words);
    html! { <a class="word" {href} target="_blank" aria-label={name}>{ words.text(&ControlMessage::Meaning) }</a> }
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
