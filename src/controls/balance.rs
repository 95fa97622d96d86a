//! "Start from my numbers": the opening balance sheet as a small form, taken over in one step.

use bathtub_model::{Error, Group, PARAMETERS, Parameter, ParameterId, ParameterText, Scenario, Unit};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::deferred::{Fetched, missing, use_deferred};
use crate::hooks::use_open;
use crate::locale::more::MoreMessage;
use crate::locale::starts::StartMessage;
use crate::locale::{Number, Words, terms, units, use_platform, use_words};
use crate::number::{Grid, Marks, Reading, boxed, typed};
use crate::state::{Action, Dispatch};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub scenario: Scenario,
    pub dispatch: Dispatch,
}

fn rows() -> impl Iterator<Item = &'static Parameter> {
    PARAMETERS.iter().filter(|row| row.group == Group::BalanceSheet)
}

/// Takes the typed numbers over, or says which of them cannot be.
fn read(scenario: &Scenario, entries: &[AttrValue], marks: Marks) -> Result<Scenario, Error> {
    let mut read = *scenario;
    for (row, text) in rows().zip(entries) {
        let Reading::One(value) = Grid::of(row).read(text, marks, scenario.get(row.id)) else {
            return Err(Error::NotANumber { key: row.key.into(), text: text.to_string() });
        };
        read = read.with(row.id, value)?;
    }
    read.check_balance_sheet().map(|()| read)
}

/// What is wrong with the numbers.
#[derive(Clone, PartialEq)]
struct Refusal {
    /// Key of the number; empty where several do not fit together.
    key: &'static str,
    /// In words.
    text: AttrValue,
}

fn refusal(words: &Words, error: &Error) -> Refusal {
    let key = match error {
        Error::BalanceSheet { assets, liabilities } => {
            let [assets, liabilities] =
                [assets, liabilities].map(|bn| units::in_box(words, bn.round(), Unit::Billion));
            let text = words.text(&StartMessage::BalanceRefused { assets, liabilities });
            return Refusal { key: "", text };
        }
        Error::NotANumber { key, .. } => key.as_str(),
        Error::OutOfRange { key, .. } => key,
        _ => "",
    };
    let Ok(row) = ParameterId::from_key(key).map(ParameterId::row) else {
        return Refusal { key: "", text: AttrValue::default() };
    };
    let text = words.text(&StartMessage::BalanceNumber {
        label: words.label(row),
        low: units::in_box(words, row.min, row.unit),
        high: units::in_box(words, row.max, row.unit),
    });
    Refusal { key: row.key, text }
}

/// Whoever typed a number that cannot be stands in its field again.
fn focus(key: &str) {
    let field = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(&format!("balance-{key}")));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.focus();
    }
}

/// Folded until it is opened.
#[component]
pub fn Balance(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let (open, ontoggle) = use_open();
    let (deferred, fetch) = use_deferred(open);
    let sheet = |scenario: &Scenario| rows().map(|row| scenario.get(row.id)).collect::<Vec<f64>>();
    let exact = {
        let (platform, marks) = (platform.clone(), words.language().marks());
        move |sheet: &[f64]| -> Vec<AttrValue> {
            sheet.iter().map(|value| AttrValue::from(boxed(&platform.exact(*value), marks))).collect()
        }
    };
    let typed = use_state_eq(|| exact(&sheet(&props.scenario)));
    let refused = use_state_eq(|| None::<Refusal>);
    {
        // Another start, an undo or a link brings other numbers; a lever does not.
        let (typed, refused, exact) = (typed.setter(), refused.setter(), exact.clone());
        use_effect_with((sheet(&props.scenario), words.language()), move |(sheet, _)| {
            typed.set(exact(sheet));
            refused.set(None);
        });
    }
    let own = rows().filter(|row| props.scenario.get(row.id) != props.scenario.default_value(row.id)).count();
    let body = open.then(|| match deferred {
        Fetched::Here(deferred) => {
            let onsubmit = {
                let (scenario, typed, refused) = (props.scenario, typed.clone(), refused.setter());
                let (dispatch, words) = (props.dispatch.clone(), words.clone());
                Callback::from(move |event: SubmitEvent| {
                    event.prevent_default();
                    match read(&scenario, &typed, words.language().marks()) {
                        Ok(scenario) => {
                            refused.set(None);
                            dispatch.dispatch(Action::Balance(scenario));
                        }
                        Err(error) => {
                            let said = refusal(&words, &error);
                            focus(said.key);
                            refused.set(Some(said));
                        }
                    }
                })
            };
            let onclick = {
                let dispatch = props.dispatch.clone();
                let published = rows().fold(props.scenario, |scenario, row| scenario.with_default(row.id));
                let (typed, exact) = (typed.setter(), exact.clone());
                Callback::from(move |_: MouseEvent| {
                    typed.set(exact(&sheet(&published)));
                    dispatch.dispatch(Action::Balance(published));
                })
            };
            let fields = rows().enumerate().map(|(i, row)| {
                field(i, row, deferred.parameter_text, &typed, refused.as_ref().filter(|r| r.key == row.key), &words)
            });
            let whole = refused.as_ref().filter(|refused| refused.key.is_empty()).map(|refused| refused.text.clone());
            let (left, unusual) = other(&props.scenario, &typed, &words);
            html! {
                <form class="balance" novalidate=true {onsubmit}>
                    <p>{ words.text(&StartMessage::BalanceNote) }</p>
                    { for fields }
                    <p class={unusual.then_some("refused")}>{ left }</p>
                    <div role="status" class="refused">{ for whole }</div>
                    <button type="submit" class="tool">{ words.text(&StartMessage::BalanceApply) }</button>
                    <button type="button" class="tool" {onclick}>{ words.text(&StartMessage::BalancePublished) }</button>
                </form>
            }
        }
        Fetched::Missing => missing(&fetch, &words),
        Fetched::Away => html! {},
    });
    let count = (own > 0).then(|| {
        html! { <span class="moved">{ words.text(&MoreMessage::Moved { count: Number::count(own) }) }</span> }
    });
    html! {
        <details class="fold group-fold" name="groups" data-group={Group::BalanceSheet.name()} {ontoggle}>
            <summary>
                { words.text(&terms::group(Group::BalanceSheet)) }
                <span>{ for count }</span>
            </summary>
            <div>{ for body }</div>
        </details>
    }
}

/// One number with its name, unit, meaning and the table to read it from.
fn field(
    i: usize,
    row: &'static Parameter,
    text: fn(ParameterId) -> ParameterText,
    typed: &UseStateHandle<Vec<AttrValue>>,
    refused: Option<&Refusal>,
    words: &Words,
) -> Html {
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            let mut numbers = (*typed).clone();
            numbers[i] = event.target_unchecked_into::<HtmlInputElement>().value().into();
            typed.set(numbers);
        })
    };
    let (id, help) = (format!("balance-{}", row.key), format!("balance-{}-help", row.key));
    let ParameterText { help: meaning, source } = text(row.id);
    html! {
        <div class="balance-row" key={row.key}>
            <label for={id.clone()}>{ units::labelled(words, words.label(row), row.unit) }</label>
            <input type="text" class="exact" inputmode="text" autocomplete="off" spellcheck="false" {id}
                value={typed[i].clone()} aria-describedby={help.clone()} aria-invalid={refused.map(|_| "true")} {oninput} />
            <div role="alert" class="refused">{ for refused.map(|refused| refused.text.clone()) }</div>
            <p class="lever-help" id={help}>
                { words.help(row, meaning) }{ " " }
                { words.text(&StartMessage::BalanceSource { source: words.source(row, source) }) }
            </p>
        </div>
    }
}

/// What other liabilities of the Fed were on published Wednesdays since 2015, $bn.
const USUAL: std::ops::RangeInclusive<f64> = 50.0..=850.0;

/// What is left for other liabilities of the Fed, and whether that is beyond what was seen.
fn other(scenario: &Scenario, entries: &[AttrValue], words: &Words) -> (AttrValue, bool) {
    let numbers =
        rows().zip(entries).filter_map(|(row, text)| Some((row.id, typed(text, words.language().marks())?)));
    let entered = numbers.fold(*scenario, |scenario, (id, value)| scenario.with_clamped(id, value));
    let other = entered.balance_sheet().other_liabilities().round();
    let text =
        words.text(&StartMessage::BalanceOther { other: units::quantity(words, other, Unit::Billion) });
    (text, !USUAL.contains(&other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Platform;

    const MARKS: Marks = Marks { decimal: '.', group: ',' };

    fn entries(change: &[(&str, &str)]) -> Vec<AttrValue> {
        let scenario = Scenario::default();
        rows()
            .map(|row| match change.iter().find(|(key, _)| *key == row.key) {
                Some((_, text)) => AttrValue::from((*text).to_owned()),
                None => AttrValue::from(scenario.get(row.id).to_string()),
            })
            .collect()
    }

    #[test]
    fn numbers_are_taken_over_together() {
        let mine = entries(&[("fed_assets", "6800"), ("reserves", " 3000.5 "), ("spread", "-2")]);
        let scenario = read(&Scenario::default(), &mine, MARKS).unwrap();
        assert_eq!(scenario.get(ParameterId::ReservesAtStart), 3000.5);
        assert_eq!(scenario.balance_sheet().fed_assets, 6800.0);
        assert_eq!(scenario.changed().count(), 3);
    }

    #[test]
    fn what_cannot_be_a_balance_sheet_is_refused_with_a_sentence() {
        let words = Words::english(Platform::native());
        let said = |change: &[(&str, &str)]| {
            refusal(&words, &read(&Scenario::default(), &entries(change), MARKS).unwrap_err())
                .text
                .to_string()
        };
        assert!(said(&[("reserves", "6000")]).contains("$9,372bn"), "{}", said(&[("reserves", "6000")]));
        assert!(said(&[("iorb", "much")]).starts_with("Interest on reserves: a number from 0%"));
        assert!(said(&[("bank_assets", "26")]).contains("$12,000bn"));
        assert!(said(&[("on_rrp", "")]).starts_with("Overnight reverse repo"));
    }
}
