//! The one way in for numbers: whatever a hand, a key, a voice or a screen reader does to a slider or a
//! box ends in one of these, or in a sentence that says why not. Browsers differ in what they send
//! and in where their keys go; what is asked for here does not.

mod slider;

use bathtub_model::math::between;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::locale::entry::EntryMessage;
use crate::locale::{Words, units, use_platform, use_words};
use crate::number::{Grid, Reading, boxed};
pub use slider::slider;

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
    pub id: AttrValue,
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

#[derive(Clone, Properties, PartialEq)]
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

impl BoxProps {
    /// What a text comes to that is typed where `before` stood: the value, and what has to be said of it.
    fn judge(&self, text: &str, before: f64, words: &Words) -> (f64, Option<EntryMessage>) {
        let (grid, label) = (self.grid, self.label.clone());
        let typed = AttrValue::from(text.to_owned());
        match grid.read(text, words.language().marks(), before) {
            Reading::One(value) if grid.reaches(value) => (value, None),
            Reading::One(value) => {
                let taken = between(value, grid.min, grid.max);
                let quantity = |value| self.quantity.emit(value);
                let [low, high, used] = [grid.min, grid.max, taken].map(quantity);
                let value = units::refused(words, value, taken, &quantity);
                (taken, Some(EntryMessage::OutOfRange { label, value, low, high, used }))
            }
            Reading::Two { decimal, whole } => {
                let (mut clear, whole) = (words.exact(decimal), words.exact(whole).into());
                // What is offered can be typed: a fourth decimal leaves no doubt.
                if grid.read(&clear, words.language().marks(), before) != Reading::One(decimal) {
                    clear.push('0');
                }
                (before, Some(EntryMessage::TwoNumbers { label, text: typed, decimal: clear.into(), whole }))
            }
            Reading::None => (before, Some(EntryMessage::NotANumber { label, text: typed })),
        }
    }
}

/// A box in which a number stands and is typed. What is being typed stays as it is typed until it is
/// finished. A text box on purpose: those for numbers read decimals by the browser's language and
/// not by the page's, drop what they do not understand, and turn with the wheel.
#[component]
pub fn NumberBox(props: &BoxProps) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let draft = use_state_eq(|| None::<AttrValue>);
    // What has to be said about what was typed last, and the value at which it is true.
    let said = use_state_eq(|| None::<(EntryMessage, f64)>);
    // The value before anything was typed, while it is typed.
    let before = use_mut_ref(|| None::<f64>);
    let again = use_force_update();

    let finish = {
        let (props, words, before) = (props.clone(), words.clone(), before.clone());
        let (draft, said) = (draft.setter(), said.setter());
        Callback::from(move |text: String| {
            let before = before.borrow_mut().take().unwrap_or(props.value);
            let (used, message) = props.judge(&text, before, &words);
            said.set(message.map(|message| (message, used)));
            draft.set(None);
            // What stands in the box is not what is drawn, even where nothing has changed.
            again.force_update();
            props.entered.emit(Entered::Set(used));
        })
    };
    let oninput = {
        let (props, words, before, finish) = (props.clone(), words.clone(), before.clone(), finish.clone());
        let (draft, said) = (draft.setter(), said.setter());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let before = *before.borrow_mut().get_or_insert(props.value);
            // Programs, and a browser's own undo, write into a box that nobody is in: nobody finishes that.
            if !has_focus(&props.id) {
                return finish.emit(text);
            }
            said.set(None);
            if let (value, None) = props.judge(&text, before, &words) {
                props.entered.emit(Entered::Drag(value));
            }
            draft.set(Some(AttrValue::from(text)));
        })
    };
    let ended = {
        let (props, words, before, finish) = (props.clone(), words.clone(), before.clone(), finish.clone());
        Callback::from(move |event: Event| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            // Left without a change, or heard of a second time: what was said of it stays.
            let same = || props.judge(&text, props.value, &words) == (props.value, None);
            if before.borrow().is_none() && (event.type_() == "blur" || same()) {
                return props.entered.emit(Entered::Rest);
            }
            finish.emit(text);
        })
    };
    let onblur = ended.reform(|event: FocusEvent| event.into());
    let onkeydown = {
        let (props, words, draft) = (props.clone(), words.clone(), draft.setter());
        Callback::from(move |event: KeyboardEvent| {
            // Sideways and to the ends the cursor moves.
            let moves = matches!(event.key().as_str(), "ArrowUp" | "ArrowDown" | "PageUp" | "PageDown");
            let Some(step) = keyed(&event, props.grid).filter(|_| moves) else { return };
            event.prevent_default();
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let typed = before.borrow().map(|before| props.judge(&text, before, &words));
            // What cannot be used is said first.
            if let Some((_, Some(_))) = typed {
                return finish.emit(text);
            }
            draft.set(None);
            props.entered.emit(step);
        })
    };
    let typing = |text: &&AttrValue| {
        props.judge(text, props.value, &words) == (props.value, None) || has_focus(&props.id)
    };
    let draft = draft.as_ref().filter(typing).cloned();
    let marks = words.language().marks();
    let shown = draft.unwrap_or_else(|| boxed(&platform.exact(props.value), marks).into());
    let said = said.as_ref().filter(|(_, value)| *value == props.value).map(|(said, _)| words.text(said));
    let said_id = said.as_ref().map(|_| AttrValue::from(format!("{}-said", props.id)));
    html! {
        <>
            <input
                type="text"
                class="exact"
                id={props.id.clone()}
                // Keys for decimals alone have no minus on some phones.
                inputmode={if props.grid.min < 0.0 { "text" } else { "decimal" }}
                autocomplete="off"
                spellcheck="false"
                aria-label={props.name.clone()}
                aria-describedby={said_id.clone()}
                aria-invalid={said.as_ref().map(|_| "true")}
                value={shown}
                {oninput}
                onchange={ended}
                {onblur}
                {onkeydown}
            />
            <div class="refused said" role="alert" id={said_id}>{ for said }</div>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Platform;

    #[test]
    fn what_is_typed_is_taken_or_a_sentence_says_why_not() {
        let words = Words::english(Platform::native());
        let props = BoxProps {
            id: "capex-exact".into(),
            grid: Grid { min: 0.0, max: 1500.0, step: 5.0 },
            value: 900.0,
            label: "AI capex".into(),
            name: None,
            quantity: Callback::from(|value: f64| format!("${value:.0}bn").into()),
            entered: Callback::noop(),
        };
        let judged = |text: &str| {
            let (value, said) = props.judge(text, 725.0, &words);
            (value, said.map(|said| words.text(&said).to_string()).unwrap_or_default())
        };
        assert_eq!(judged("1,200"), (1200.0, String::new()));
        let range = "is outside the range $0bn to $1500bn. $1500bn was taken instead.";
        assert_eq!(judged("2000"), (1500.0, format!("AI capex: $2000bn {range}")));
        assert_eq!(judged("1500.01"), (1500.0, format!("AI capex: 1500.01 {range}")));
        let kept = "It was left as it is";
        assert_eq!(judged("abc"), (725.0, format!("AI capex: “abc” is not a number. {kept}.")));
        let two = format!("AI capex: “1.200” can mean 1.2 or 1200. {kept}: type one of these.");
        assert_eq!(judged("1.200"), (725.0, two));
        assert!(judged("812.125").1.contains("can mean 812.1250 or 812125."));
        assert_eq!(judged("812.1250"), (812.125, String::new()));
    }
}
