//! Cards of the role-play on paper: one for each role, with room for what it decides in each quarter.

use bathtub_lessons::role::Role;
use bathtub_model::rounds::ROUNDS;
use bathtub_model::{ParameterId, Scenario};
use yew::prelude::*;

use super::up;
use crate::locale::roles::{RoleMessage, brief, name};
use crate::locale::sheets::SheetMessage;
use crate::locale::{Words, units};
use crate::number::NumberStyle;
use crate::state::LessonPlace;

/// All five, each printed on a page of its own.
pub fn cards(words: &Words) -> Html {
    let at_page = LessonPlace::of_roles().id.unwrap_or_default();
    let at_page = format!("../../../{}?lesson={at_page}&lang={}", up(words), words.language().tag());
    let parts = Role::ALL.map(|role| {
        html! { <li><a href={format!("#{}", role.key())}>{ words.text(&name(role)) }</a></li> }
    });
    let all = html! { <li><a href="#all">{ words.text(&RoleMessage::AllCards) }</a></li> };
    let there = html! { <li><a href={at_page}>{ words.text(&RoleMessage::AtPage) }</a></li> };
    let choice = html! {
        <nav class="sheets-choice">
            <h1>{ words.text(&RoleMessage::Cards) }</h1>
            <p>{ words.text(&RoleMessage::CardsSay) }</p>
            <ul class="trail">{ for parts.into_iter().chain([all, there]) }</ul>
        </nav>
    };
    let cards = Role::ALL.map(|role| card(role, words));
    html! { <div class="sheets">{ for [choice].into_iter().chain(cards) }</div> }
}

fn card(role: Role, words: &Words) -> Html {
    let rounds = 1..=ROUNDS;
    let heads =
        rounds.clone().map(|round| AttrValue::from(words.number(round as f64, NumberStyle::plain(0))));
    let heads = [words.text(&RoleMessage::Lever)].into_iter().chain(heads);
    let rows = role.levers().iter().map(|id| {
        let blank = rounds.clone().map(|_| html! { <td></td> });
        let cells = [lever(*id, words)].into_iter().chain(blank);
        html! { <tr>{ for cells }</tr> }
    });
    html! {
        <article id={role.key()} class="sheet">
            <h2>{ words.text(&name(role)) }</h2>
            <p class="sheet-who"><span>{ words.text(&SheetMessage::Name) }</span></p>
            <p>{ words.text(&brief(role)) }</p>
            <p>{ words.text(&RoleMessage::Steps) }</p>
            <h3>{ words.text(&RoleMessage::Decisions) }</h3>
            <table class="sheet-decisions">
                <thead><tr>{ for heads.map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
            <h3>{ words.text(&SheetMessage::Reason) }</h3>
            <div class="sheet-room">{ for (0..6).map(|_| html! { <span></span> }) }</div>
        </article>
    }
}

/// A lever with its range, its step, and where it stands at the newest start.
fn lever(id: ParameterId, words: &Words) -> Html {
    let row = id.row();
    let quantity = |value| units::quantity(words, value, row.unit);
    let range = RoleMessage::RangeOf {
        low: quantity(row.min),
        high: quantity(row.max),
        now: quantity(Scenario::default().get(id)),
    };
    html! { <th scope="row"><strong>{ words.label(row) }</strong><br />{ words.text(&range) }</th> }
}
