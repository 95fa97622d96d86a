//! Role-play: five roles, each with its levers, decide for a quarter; then all see who did what.
//!
//! The picture beside it shows the game; the page's own setting stays as it is.

mod account;
mod card;
mod exchange;
mod table;

use bathtub_lessons::role::Role;
use bathtub_model::rounds::{ROUND_WEEKS, ROUNDS};
use bathtub_model::{DEFAULT_START, PRESETS, STARTS};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::hooks::Shared;
use crate::link;
use crate::locale::lessons::LessonMessage;
use crate::locale::notices::start_date;
use crate::locale::roles::{RoleMessage, name};
use crate::locale::{Number, Words, use_words};
use crate::platform::lessons;
use crate::scene::{DRAWS, Staged};
use crate::state::LessonPlace;
use crate::story::focus_on;
use table::{Act, Table};

/// Where the focus goes once a quarter has ended.
const TOLD: &str = ".roles-told";

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub learn: Callback<Option<LessonPlace>>,
    /// Puts a game into the picture, or gives the picture back.
    pub stage: Callback<Option<Staged>>,
}

/// The table at which roles sit.
#[component]
pub fn RolesView(props: &Props) -> Html {
    let words = use_words();
    let table = use_reducer(Table::kept);
    let looked = use_state_eq(|| None::<usize>);
    let shown = use_state_eq(|| Role::Treasury);
    let act = {
        let (table, looked) = (table.dispatcher(), looked.setter());
        Callback::from(move |act: Act| {
            if !matches!(act, Act::Decide(..) | Act::Sit(_)) {
                looked.set(None);
            }
            table.dispatch(act);
        })
    };
    // Runs are made when a round ends, and for no lever that moves.
    let settled = table.game.as_ref().map(|game| game.settled());
    let played = use_memo(settled, |game| game.as_ref().map(|game| Shared::new(game.played())));
    let ended = table.game.as_ref().map_or(0, |game| game.ended());
    let end = looked.unwrap_or(ended).min(ended);
    {
        let stage = props.stage.clone();
        use_effect_with(((*played).clone(), end), move |(played, end)| {
            let week = end * ROUND_WEEKS;
            stage.emit(played.as_ref().map(|played| Staged {
                run: Shared::new(played.run().clone()),
                baseline: Shared::new(played.nobody().clone()),
                week,
                uncertainty: played.uncertainty(week, DRAWS),
            }));
        });
    }
    {
        let stage = props.stage.clone();
        use_effect_with((), move |()| move || stage.emit(None));
    }
    use_effect_with((*table).clone(), |table| table.keep());
    {
        // At the first drawing nothing has ended just now.
        let before = use_mut_ref(|| ended);
        use_effect_with(ended, move |ended| {
            if before.replace(*ended) < *ended {
                focus_on(TOLD);
            }
        });
    }
    let close = props.learn.reform(|_: MouseEvent| Some(LessonPlace::default()));
    let inside = match (&table.game, &*played) {
        (Some(game), Some(played)) => {
            let role = table.sits.unwrap_or(*shown);
            let look = looked.setter();
            html! {
                <>
                    if ended > 0 {
                        <account::Accounts played={played.clone()} {end} look={Callback::from(move |end| look.set(Some(end)))} />
                    }
                    if game.is_over() {
                        <h3>{ words.text(&RoleMessage::Over { quarters: Number::count(ROUNDS) }) }</h3>
                    } else {
                        <h3>{ words.text(&RoleMessage::Quarter { quarter: Number::count(ended + 1), quarters: Number::count(ROUNDS) }) }</h3>
                        <p class="quiet">{ words.text(&RoleMessage::Steps) }</p>
                        if table.sits.is_none() {
                            { tabs(&table, role, &shown, &words) }
                        }
                        <card::Card key={role.key()} {role} game={game.clone()} act={act.clone()} />
                    }
                    { tools(&table, &act, &words) }
                    <exchange::Exchange game={game.clone()} sits={table.sits} told={table.told.clone()} act={act.clone()} />
                </>
            }
        }
        _ => html! { <Begin told={table.told.clone()} act={act.clone()} /> },
    };
    html! {
        <section class="lesson lesson-roles" data-roles="" data-ended={table.game.as_ref().map(|game| game.ended().to_string())} aria-label={words.text(&RoleMessage::Title)}>
            <div class="lesson-head">
                <h2 tabindex="-1">{ words.text(&RoleMessage::Title) }</h2>
                <button type="button" class="tool" data-all-lessons="" onclick={close}>{ words.text(&LessonMessage::All) }</button>
            </div>
            { inside }
            <p><a class="word" data-cards="" href={format!("./{}", link::sheets_folder("roles", words.language()))} target="_blank">{ words.text(&RoleMessage::ToCards) }</a></p>
        </section>
    }
}

/// One button for each role.
fn tabs(table: &Table, now: Role, shown: &UseStateHandle<Role>, words: &Words) -> Html {
    let tabs = Role::ALL.map(|role| {
        let shown = shown.setter();
        let onclick = Callback::from(move |_: MouseEvent| shown.set(role));
        let moved = table.game.as_ref().is_some_and(|game| game.has_moved(role));
        html! {
            <button key={role.key()} type="button" class="tab" data-role={role.key()} aria-current={(role == now).then_some("true")} {onclick}>
                { words.text(&name(role)) }
                if moved {
                    <span class="roles-moved" role="img" aria-label={words.text(&RoleMessage::Moved)}>{ " \u{25cf}" }</span>
                }
            </button>
        }
    });
    html! { <div class="roles-tabs" role="group" aria-label={words.text(&RoleMessage::Roles)}>{ for tabs }</div> }
}

/// What ends a quarter, takes one back or begins anew.
fn tools(table: &Table, act: &Callback<Act>, words: &Words) -> Html {
    let Some(game) = &table.game else { return html! {} };
    let does = |what: Act| act.reform(move |_: MouseEvent| what.clone());
    html! {
        <div class="story-tools roles-tools">
            if table.sits.is_some() {
                <p class="quiet">{ words.text(&RoleMessage::Elsewhere) }</p>
            } else {
                if !game.is_over() {
                    <button type="button" class="story-next" data-end-quarter="" onclick={does(Act::End)}>{ words.text(&RoleMessage::End) }</button>
                }
                if game.ended() > 0 {
                    <button type="button" class="tool" data-take-back="" onclick={does(Act::TakeBack)}>{ words.text(&RoleMessage::TakeBack) }</button>
                }
            }
            <button type="button" class="tool" data-another-game="" onclick={does(Act::Leave)}>{ words.text(&RoleMessage::Another) }</button>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BeginProps {
    told: table::Told,
    act: Callback<Act>,
}

/// Before a game has begun.
#[component]
fn Begin(props: &BeginProps) -> Html {
    let words = &use_words();
    let BeginProps { told, act } = props;
    let select = use_node_ref();
    let starts = STARTS.iter().rev().map(|start| {
        let chosen = start.date == DEFAULT_START.date;
        html! { <option key={start.date} value={start.date} selected={chosen}>{ start_date(words, start.date) }</option> }
    });
    let presets = PRESETS.iter().map(|preset| {
        html! { <option key={preset.key} value={preset.key}>{ words.preset(preset, "title") }</option> }
    });
    let chosen_in = select.clone();
    let onsubmit = act.reform(move |event: SubmitEvent| {
        event.prevent_default();
        let chosen = chosen_in.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
        Act::Begin(lessons::seed(), chosen)
    });
    html! {
        <>
            <p>{ words.text(&RoleMessage::About) }</p>
            <form class="roles-begin" {onsubmit}>
                <label for="roles-begin">{ words.text(&RoleMessage::Begin) }</label>
                <select ref={select} id="roles-begin" autocomplete="off">
                    <optgroup label={words.text(&RoleMessage::AtStart)}>{ for starts }</optgroup>
                    <optgroup label={words.text(&RoleMessage::Begin)}>{ for presets }</optgroup>
                </select>
                <button type="submit" class="story-next" data-begin-game="">{ words.text(&RoleMessage::Start) }</button>
            </form>
            <exchange::Paste label={words.text(&RoleMessage::Join)} told={told.clone()} act={act.clone()} />
        </>
    }
}
