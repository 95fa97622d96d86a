//! The one way in for numbers: whatever a hand, a key, a voice or a screen reader does to a slider or a
//! box ends in one of these, or in a sentence that says why not. Browsers differ in what they send
//! and in where their keys go; what is asked for here does not.

use bathtub_model::math::between;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::deferred::{Fetched, missing, use_deferred};
use crate::locale::{use_platform, use_words};
use crate::number::{Grid, boxed, typed};
use crate::state::Refusal;

/// What was done to a control.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Entered {
    /// A value, which may go on changing.
    Drag(f64),
    /// By so many steps of the grid, which may go on.
    Step(f64),
    /// A value, once for all.
    Set(f64),
    /// It goes on no more.
    Rest,
}

/// What a key asks of a control; none for a key that does not move it.
pub fn keyed(event: &KeyboardEvent, grid: Grid) -> Option<Entered> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    Some(match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => Entered::Step(1.0),
        "ArrowLeft" | "ArrowDown" => Entered::Step(-1.0),
        "PageUp" => Entered::Step(10.0),
        "PageDown" => Entered::Step(-10.0),
        "Home" => Entered::Drag(grid.min),
        "End" => Entered::Drag(grid.max),
        _ => return None,
    })
}

/// Listens to what an event means for a control, where it means anything.
fn hear<E: 'static>(
    entered: &Callback<Entered>,
    meaning: impl Fn(E) -> Option<Entered> + 'static,
) -> Callback<E> {
    let entered = entered.clone();
    Callback::from(move |event| {
        if let Some(what) = meaning(event) {
            entered.emit(what);
        }
    })
}

/// A native range.
pub struct Range {
    /// Identity of the input; tests and host pages rely on those of the levers.
    pub id: &'static str,
    pub grid: Grid,
    pub value: f64,
    /// The value with its unit, for assistive technology.
    pub text: AttrValue,
    /// Identity of the explanation.
    pub described_by: Option<AttrValue>,
    pub entered: Callback<Entered>,
}

/// Not a component: its parents are drawn when it changes and seldom else.
pub fn range(range: Range, exact: &dyn Fn(f64) -> String) -> Html {
    let Range { id, grid, value, text, described_by, entered } = range;
    // A range rounds to its grid whatever it is given: values between, from a link or a number
    // box, are shown truly by lifting the grid until the slider moves next.
    let step = if grid.holds(value) { exact(grid.step).into() } else { AttrValue::Static("any") };
    let given = move |input: HtmlInputElement| {
        let value = input.value_as_number();
        let on_grid = if input.step() == "any" { grid.nearest(value) } else { value };
        value.is_finite().then_some(on_grid)
    };
    let oninput =
        hear(&entered, move |event: InputEvent| given(event.target_unchecked_into()).map(Entered::Drag));
    // Some screen readers and voices send this alone: it has to carry the value.
    let onchange = hear(&entered, move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        // A slider that nobody has moved stays between the stops of its grid.
        let moved = input.value_as_number() != value;
        Some(given(input).filter(|_| moved).map_or(Entered::Rest, Entered::Set))
    });
    let onkeydown = hear(&entered, move |event: KeyboardEvent| {
        let entered = keyed(&event, grid)?;
        event.prevent_default();
        Some(entered)
    });
    let onkeyup = hear(&entered, move |event: KeyboardEvent| keyed(&event, grid).map(|_| Entered::Rest));
    html! {
        <input
            type="range"
            {id}
            min={exact(grid.min)}
            max={exact(grid.max)}
            {step}
            value={exact(value)}
            // Yew draws nothing where a value came back to what it was; `www/lib/foreign.js` brings a slider
            // back that a hand has left elsewhere.
            data-at={exact(value)}
            autocomplete="off"
            aria-valuetext={text}
            aria-describedby={described_by}
            {oninput}
            {onchange}
            {onkeydown}
            {onkeyup}
        />
    }
}

#[derive(Properties, PartialEq)]
pub struct BoxProps {
    pub id: AttrValue,
    pub grid: Grid,
    pub value: f64,
    /// What the number is of, as sentences about it say.
    pub label: AttrValue,
    /// The whole name of the box; none where a label of the page has it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// A value with its unit, in words.
    pub quantity: Callback<f64, AttrValue>,
    pub entered: Callback<Entered>,
}

fn has_focus(id: &str) -> bool {
    let focused = web_sys::window().and_then(|window| window.document()?.active_element());
    focused.is_some_and(|element| element.id() == id)
}

/// A box in which a number stands and is typed. What is being typed stays as it is typed until it is
/// finished. A text box on purpose: those for numbers read decimals by the browser's language and
/// not by the page's, drop what they do not understand, and turn with the wheel.
#[component]
pub fn NumberBox(props: &BoxProps) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let draft = use_state_eq(|| None::<AttrValue>);
    // What has to be said about what was typed last, and the value at which it is true.
    let said = use_state_eq(|| None::<(Refusal, f64)>);
    // The value before anything was typed, while it is typed.
    let before = use_mut_ref(|| None::<f64>);
    let (grid, marks) = (props.grid, words.language().marks());

    let oninput = {
        let (entered, draft, said, before) =
            (props.entered.clone(), draft.setter(), said.setter(), before.clone());
        let value = props.value;
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            before.borrow_mut().get_or_insert(value);
            said.set(None);
            if let Some(value) = typed(&text, marks).filter(|value| grid.reaches(*value)) {
                entered.emit(Entered::Drag(value));
            }
            draft.set(Some(AttrValue::from(text)));
        })
    };
    let finish = {
        let (entered, draft, said) = (props.entered.clone(), draft.setter(), said.setter());
        let (label, quantity) = (props.label.clone(), props.quantity.clone());
        let value = props.value;
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let before = before.borrow_mut().take();
            // Left without a change, or heard of a second time.
            if event.type_() == "blur" && before.is_none() {
                return entered.emit(Entered::Rest);
            }
            let (used, message) = match typed(&text, marks) {
                Some(value) if grid.reaches(value) => (value, None),
                Some(value) => {
                    let used = between(value, grid.min, grid.max);
                    let [value, low, high, taken] =
                        [value, grid.min, grid.max, used].map(|value| quantity.emit(value));
                    let label = label.clone();
                    (used, Some(Refusal::OutOfRange { label, value, low, high, used: taken }))
                }
                None => {
                    let message = Refusal::NotANumber { label: label.clone(), text: text.into() };
                    (before.unwrap_or(value), Some(message))
                }
            };
            said.set(message.map(|message| (message, used)));
            draft.set(None);
            entered.emit(Entered::Set(used));
        })
    };
    let onblur = finish.reform(|event: FocusEvent| event.into());
    let onkeydown = {
        let (draft, entered) = (draft.setter(), props.entered.clone());
        Callback::from(move |event: KeyboardEvent| {
            // Sideways and to the ends the cursor moves.
            let moves = matches!(event.key().as_str(), "ArrowUp" | "ArrowDown" | "PageUp" | "PageDown");
            if let Some(step) = keyed(&event, grid).filter(|_| moves) {
                event.prevent_default();
                draft.set(None);
                entered.emit(step);
            }
        })
    };
    // Programs, and a browser's own undo, write into a box that nobody is in: nobody finishes that.
    let typing = |text: &&AttrValue| typed(text, marks) == Some(props.value) || has_focus(&props.id);
    let draft = draft.as_ref().filter(typing).cloned();
    let shown = draft.unwrap_or_else(|| boxed(&platform.exact(props.value), marks).into());
    let (deferred, again) = use_deferred(said.is_some());
    let said =
        said.as_ref().filter(|(_, value)| *value == props.value).and_then(|(refusal, _)| match deferred {
            Fetched::Here(deferred) => Some(html! { (deferred.refusal)(&words, refusal) }),
            // That something is wrong is said even so.
            Fetched::Missing => Some(missing(&again, &words)),
            Fetched::Away => None,
        });
    let said_id = said.as_ref().map(|_| AttrValue::from(format!("{}-said", props.id)));
    html! {
        <>
            <input
                type="text"
                class="exact"
                id={props.id.clone()}
                // Keys for decimals alone have no minus on some phones.
                inputmode={if grid.min < 0.0 { "text" } else { "decimal" }}
                autocomplete="off"
                spellcheck="false"
                aria-label={props.name.clone()}
                aria-describedby={said_id.clone()}
                value={shown}
                {oninput}
                onchange={finish}
                {onblur}
                {onkeydown}
            />
            <div class="refused said" role="alert" id={said_id}>{ for said }</div>
        </>
    }
}
