//! The dated balance sheet that everything starts from.

use std::rc::Rc;

use bathtub_engine::{Answer, Question};
use bathtub_model::{STARTS, Start};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::locale::notices::start_date;
use crate::locale::starts::StartMessage;
use crate::locale::{use_platform, use_words};
use crate::platform::Date;
use crate::state::Action;
use crate::state::Dispatch;

/// When the Fed bought more than the lever holds; a test of the model says so.
const BEYOND: std::ops::RangeInclusive<Date> =
    Date::new(2020, 3, 18).unwrap()..=Date::new(2020, 7, 21).unwrap();

/// First Wednesday of the weekly table.
const FIRST: &str = STARTS[0].date;

#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    /// Date of the start.
    pub start: &'static str,
    pub dispatch: Dispatch,
}

#[component]
pub fn Dates(props: &Props) -> Html {
    html! { <div class="dates"><StartChoice ..props.clone() /></div> }
}

/// What is said of a day that was typed.
#[derive(Clone, PartialEq)]
enum Said {
    Nothing,
    Message(StartMessage),
    /// And loudly.
    Refusal(StartMessage),
}

#[component]
fn StartChoice(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let said = use_state_eq(|| Said::Nothing);
    // The day that is on its way; an answer about another comes too late.
    let wanted = use_mut_ref(String::new);
    let onchange = {
        let (dispatch, said) = (props.dispatch.clone(), said.setter());
        Callback::from(move |event: Event| {
            let date = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Ok(start) = Start::from_date(&date) {
                said.set(Said::Nothing);
                dispatch.dispatch(Action::Begin(start));
            }
        })
    };
    let typed = use_node_ref();
    // Not with each change: a browser tells of every digit that makes a date whole.
    let onsubmit = {
        let (dispatch, said, words) = (props.dispatch.clone(), said.setter(), words.clone());
        let typed = typed.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let typed = typed.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let Some(day) = Date::parse(&typed) else {
                said.set(Said::Refusal(StartMessage::StartMissing));
                return;
            };
            let date = day.wednesday().iso();
            let name = AttrValue::from(start_date(&words, &date));
            let taken = match day.is_wednesday() {
                true => Said::Nothing,
                false => Said::Message(StartMessage::StartTaken { date: name.clone() }),
            };
            wanted.borrow_mut().clone_from(&date);
            if let Ok(start) = Start::from_date(&date) {
                said.set(taken);
                dispatch.dispatch(Action::Begin(start));
                return;
            }
            said.set(Said::Message(StartMessage::StartFetching { date: name.clone() }));
            let question = Question::start(&date);
            let (dispatch, said, wanted) = (dispatch.clone(), said.clone(), Rc::clone(&wanted));
            let arrived = move |answer: Option<Answer>| {
                if *wanted.borrow() != date {
                    return;
                }
                let start = match answer {
                    Some(Answer::Start(start)) => start.keep().ok(),
                    Some(_) => None,
                    None => {
                        said.set(Said::Refusal(StartMessage::StartAway));
                        return;
                    }
                };
                match start {
                    Some(start) => {
                        said.set(taken.clone());
                        dispatch.dispatch(Action::Begin(start));
                    }
                    None if BEYOND.contains(&day) => {
                        said.set(Said::Refusal(StartMessage::StartBeyond { date: name.clone() }))
                    }
                    None => said.set(Said::Refusal(StartMessage::StartNone { date: name.clone() })),
                }
            };
            platform.ask(question, Callback::from(arrived));
        })
    };
    let newest = STARTS.iter().rev();
    let own = Start::from_date(props.start).ok().filter(|start| start.nearest.is_some());
    let options = own.into_iter().chain(newest).map(|start| {
        html! {
            <option key={start.date} value={start.date} selected={start.date == props.start}>
                { start_date(&words, start.date) }
            </option>
        }
    });
    let lent = own.and_then(|start| start.nearest).map(|nearest| {
        let nearest = start_date(&words, nearest).into();
        html! { <p class="start-lent">{ words.text(&StartMessage::StartLent { nearest }) }</p> }
    });
    let invalid = matches!(&*said, Said::Refusal(_)).then_some("true");
    let said = match &*said {
        Said::Nothing => html! {},
        Said::Message(message) => html! { <p role="status">{ words.text(message) }</p> },
        Said::Refusal(message) => html! { <p class="refused" role="alert">{ words.text(message) }</p> },
    };
    html! {
        <div class="date">
            <div class="lever-head">
                <label for="start">{ words.text(&StartMessage::Start) }</label>
                <select id="start" autocomplete="off" aria-describedby="start-help" {onchange}>{ for options }</select>
            </div>
            { lent }
            <form class="start-other" novalidate={true} {onsubmit}>
                <label for="start-other">{ words.text(&StartMessage::StartOther) }</label>
                <input ref={typed} id="start-other" type="date" autocomplete="off" min={FIRST} step="7" aria-invalid={invalid} />
                <button type="submit" class="tool">{ words.text(&StartMessage::StartTake) }</button>
            </form>
            { said }
            <p class="lever-help" id="start-help">{ words.text(&StartMessage::StartHelp) }</p>
        </div>
    }
}
