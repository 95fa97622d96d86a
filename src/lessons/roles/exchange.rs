//! Codes between the page that all look at and the devices of the roles.

use std::collections::BTreeSet;
use std::rc::Rc;

use bathtub_lessons::game::{Brought, Game, Refused};
use bathtub_lessons::role::Role;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::table::{Act, Told};
use crate::hooks::use_open;
use crate::lessons::class::why;
use crate::lessons::code::CodeField;
use crate::locale::roles::{RoleMessage, RoleName, name};
use crate::locale::{Number, Words, use_words};

/// Letters of a text of codes at most.
const LARGEST: u32 = 100_000;
/// Codes of which something is said at most.
const SAID: usize = 20;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub game: Rc<Game>,
    pub sits: Option<Role>,
    pub told: Told,
    pub act: Callback<Act>,
}

/// A fold with the way to other devices.
#[component]
pub fn Exchange(props: &Props) -> Html {
    let words = use_words();
    let (open, ontoggle) = use_open();
    let Props { game, sits, told, act } = props;
    let label = match sits {
        Some(role) => RoleMessage::CodeOfRole { role: RoleName(*role) },
        None => RoleMessage::CodeOfGame,
    };
    let file = format!("bathtub-game-{}.txt", sits.map_or("all", Role::key));
    html! {
        <details class="lesson-code" data-devices="" {ontoggle}>
            <summary>{ words.text(&RoleMessage::Devices) }</summary>
            if open {
                <p>{ words.text(&RoleMessage::DevicesSay) }</p>
                <CodeField id="roles-code" label={words.text(&label)} code={game.code(*sits)} name={file} />
                <Paste label={words.text(&RoleMessage::Codes)} told={told.clone()} act={act.clone()} />
            }
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct SeatProps {
    pub sits: Option<Role>,
    pub act: Callback<Act>,
}

/// Who sits at this device.
#[component]
pub fn Seat(props: &SeatProps) -> Html {
    let words = use_words();
    let sits = props.sits;
    let onchange = props.act.reform(|event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        Act::Sit(Role::ALL.into_iter().find(|role| role.key() == chosen))
    });
    let roles = Role::ALL.map(|role| (role.key(), Some(role), name(role)));
    let seats = [("", None, RoleMessage::All)].into_iter().chain(roles).map(|(key, seat, name)| {
        html! { <option {key} value={key} selected={sits == seat}>{ words.text(&name) }</option> }
    });
    html! {
        <p class="roles-seat">
            <label for="roles-sits">{ words.text(&RoleMessage::Sits) }</label>
            <select id="roles-sits" autocomplete="off" {onchange}>{ for seats }</select>
        </p>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct PasteProps {
    pub label: AttrValue,
    pub told: Told,
    pub act: Callback<Act>,
}

/// A field for codes, and what became of them.
#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let words = use_words();
    let field = use_node_ref();
    let onclick = {
        let field = field.clone();
        props.act.reform(move |_: MouseEvent| {
            Act::Take(field.cast::<HtmlTextAreaElement>().map(|area| area.value()).unwrap_or_default())
        })
    };
    {
        // What could not be taken stays, to be mended.
        let field = field.clone();
        use_effect_with(props.told.clone(), move |told| {
            let taken = told.as_ref().is_some_and(|told| !told.is_empty() && told.iter().all(Result::is_ok));
            if let (true, Some(area)) = (taken, field.cast::<HtmlTextAreaElement>()) {
                area.set_value("");
            }
        });
    }
    let told = props.told.as_ref().map(|told| tell(told, &words));
    html! {
        <>
            <label for="roles-codes">{ props.label.clone() }</label>
            <textarea ref={field} id="roles-codes" rows="4" spellcheck="false" autocomplete="off" maxlength={LARGEST.to_string()} />
            <p class="story-tools"><button type="button" class="story-next" data-take-codes="" {onclick}>{ words.text(&RoleMessage::Take) }</button></p>
            <div role="status" data-codes-told=""><div>{ for told }</div></div>
        </>
    }
}

/// What codes brought, and why others were not taken.
fn tell(told: &[Result<Brought, Refused>], words: &Words) -> Html {
    if told.is_empty() {
        return html! { <p class="refused">{ words.text(&RoleMessage::NoCode) }</p> };
    }
    let game = told.contains(&Ok(Brought::Game)).then(|| words.text(&RoleMessage::TookGame));
    let decided: BTreeSet<Role> = told
        .iter()
        .flat_map(|one| if let Ok(Brought::Decisions(roles)) = one { roles.clone() } else { BTreeSet::new() })
        .collect();
    let decided = (!told.is_empty() && game.is_none() && told.iter().any(Result::is_ok))
        .then(|| words.text(&RoleMessage::TookDecisions { roles: Number::count(decided.len()) }));
    let refused = told.iter().enumerate().filter_map(|(at, one)| {
        let why: AttrValue = match one {
            Ok(_) => return None,
            Err(Refused::OtherGame) => words.text(&RoleMessage::WhyOther),
            Err(Refused::OtherWay) => words.text(&RoleMessage::WhyOtherWay),
            Err(Refused::Ended) => words.text(&RoleMessage::WhyEnded),
            Err(Refused::Unread(reason)) => words.text(&why(*reason)),
        };
        let text = words.text(&RoleMessage::Refused { number: Number::count(at + 1), why });
        Some(html! { <li key={at} class="refused">{ text }</li> })
    });
    html! {
        <>
            <p><span>{ for game }</span>{ " " }<span>{ for decided }</span></p>
            <ul>{ for refused.take(SAID) }</ul>
        </>
    }
}
