//! Role-play: five roles, each with its levers, decide for a quarter; then all see who did what.
//!
//! The picture beside it shows the game; the page's own setting stays as it is.

mod account;
mod card;
mod exchange;
mod table;

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use bathtub_lessons::game::{Game, Played, Playing};
use bathtub_lessons::role::Role;
use bathtub_model::rounds::{ROUND_WEEKS, ROUNDS};
use bathtub_model::{DEFAULT_START, PRESETS, STARTS};
use web_sys::HtmlSelectElement;
use yew::platform::time::sleep;
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

/// Runs that are made before the page has its turn again.
const AT_ONCE: usize = 4;
/// Where the focus goes once a quarter has ended.
const TOLD: &str = ".roles-told";
/// Where it goes once a game was joined.
const SEAT: &str = "#roles-sits";

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
    let (just_ended, joins) = (use_mut_ref(|| false), use_mut_ref(|| false));
    let act = {
        let (table, looked) = (table.dispatcher(), looked.setter());
        let (just_ended, joins) = (just_ended.clone(), joins.clone());
        Callback::from(move |act: Act| {
            if !matches!(act, Act::Decide(..) | Act::Sit(_)) {
                looked.set(None);
            }
            *just_ended.borrow_mut() = matches!(act, Act::End);
            *joins.borrow_mut() = matches!(act, Act::Take(_));
            table.dispatch(act);
        })
    };
    let played = use_played(table.game.as_ref().map(|game| game.settled()));
    let ended = played.as_ref().map_or(0, |played| played.ended());
    let end = looked.unwrap_or(ended).min(ended);
    {
        let stage = props.stage.clone();
        use_effect_with((played.clone(), end), move |(played, end)| {
            let week = end * ROUND_WEEKS;
            // Some levers are felt at once; the start is that of all.
            let run =
                |played: &Played| if week == 0 { played.nobody().clone() } else { played.run().clone() };
            stage.emit(played.as_ref().map(|played| Staged {
                run: Shared::new(run(played)),
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
    use_effect_with(ended, move |_| {
        if just_ended.replace(false) {
            focus_on(TOLD);
        }
    });
    // Who joins a game says first who sits there.
    use_effect_with(table.game.is_some() && played.is_some(), move |begun| {
        if *begun && joins.replace(false) {
            focus_on(SEAT);
        }
    });
    let close = props.learn.reform(|_: MouseEvent| Some(LessonPlace::default()));
    let inside = match (&table.game, played) {
        (Some(game), Some(played)) => {
            let now = game.ended();
            let role = table.sits.unwrap_or(*shown);
            let look = looked.setter();
            html! {
                <>
                    if ended == 0 {
                        { account::story(game, &words) }
                    } else {
                        <account::Accounts game={game.clone()} played={played.clone()} {end} look={Callback::from(move |end| look.set(Some(end)))} />
                    }
                    if game.is_over() {
                        <h3>{ words.text(&RoleMessage::Over { quarters: Number::count(ROUNDS) }) }</h3>
                    } else {
                        <h3>{ words.text(&RoleMessage::Quarter { quarter: Number::count(now + 1), quarters: Number::count(ROUNDS) }) }</h3>
                        <p class="quiet">{ words.text(&RoleMessage::Steps) }</p>
                        <exchange::Seat sits={table.sits} act={act.clone()} />
                        if table.sits.is_none() {
                            { tabs(&table, role, &shown, &words) }
                        }
                        <card::Card key={role.key()} {role} game={game.clone()} {played} act={act.clone()} />
                    }
                    { tools(&table, &act, &words) }
                    <exchange::Exchange game={game.clone()} sits={table.sits} told={table.told.clone()} act={act.clone()} />
                </>
            }
        }
        (Some(_), None) => html! { <p aria-busy="true">{ words.text(&RoleMessage::About) }</p> },
        (None, _) => {
            html! { <Begin told={table.told.clone()} away={table.away.is_some()} act={act.clone()} /> }
        }
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

/// How the rounds went that have ended. Runs are made when a round ends, a few at a time, so that the page
/// goes on meanwhile; until they are made the last result stands.
#[hook]
fn use_played(settled: Option<Game>) -> Option<Shared<Played>> {
    let played = use_state(|| None::<(Game, Shared<Played>)>);
    {
        let played = played.setter();
        use_effect_with(settled.clone(), move |settled| {
            let wanted = Rc::new(Cell::new(true));
            if let Some(game) = settled.clone() {
                let wanted = Rc::clone(&wanted);
                yew::platform::spawn_local(async move {
                    let mut playing = Playing::new(&game);
                    while (0..AT_ONCE).all(|_| playing.advance()) {
                        sleep(Duration::ZERO).await;
                        if !wanted.get() {
                            return;
                        }
                    }
                    played.set(Some((game, Shared::new(playing.result()))));
                });
            }
            move || wanted.set(false)
        });
    }
    // What was played of another game is none of this one.
    let of = |(game, played): &(Game, Shared<Played>)| {
        settled.as_ref().is_some_and(|settled| settled.is_same(game)).then(|| played.clone())
    };
    (*played).as_ref().and_then(of)
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
    /// Whether a game was put away.
    away: bool,
    act: Callback<Act>,
}

/// Before a game has begun.
#[component]
fn Begin(props: &BeginProps) -> Html {
    let words = &use_words();
    let BeginProps { told, away, act } = props;
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
            if *away {
                <p><button type="button" class="tool" data-go-on="" onclick={act.reform(|_: MouseEvent| Act::GoOn)}>{ words.text(&RoleMessage::GoOn) }</button></p>
            }
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
