//! The page as a whole: the state, the two runs that follow from it, and the views.

use bathtub_model::Unit;
use yew::prelude::*;

use super::announcer::Props as AnnouncerProps;
use super::arrival;
use super::below::{piece, use_part};
use super::effects;
use super::learning::Learning;
use super::masthead::Masthead;
use super::newer::Props as NewerProps;
use super::notices::notices;
use super::paper::Paper;
use super::readouts::{Named, Readouts};
use super::scenarios::{Scenarios, title};
use super::sections::Props as LateProps;
use super::slot::{Slot, Tab};
use super::still::{Still, drawn};
use crate::charts::ChartInputs;
use crate::controls::{CautionsProps, DatesProps, MoreProps, Panel, PlayerProps, watch_touches, week_range};
use crate::deferred::Fetched;
use crate::failure;
use crate::hooks::use_run;
use crate::link;
use crate::locale::controls::ControlMessage;
use crate::locale::page::PageMessage;
use crate::locale::{Words, glossary, units, use_platform, use_words};
use crate::scene::{Over, Scene, SecondProps, Staged};
use crate::state::{Dispatch, LessonPlace, Notice, Preferences, State, View};
use crate::story::{Teller, begins_by_itself, opening};

/// The sheet of the view for a projector, which comes with it.
const PRESENT_STYLE: &str = "./css/present.css";

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether this is the picture that the build draws into the page.
    pub prerender: bool,
    /// What could not be fetched before the page was drawn.
    pub missed: Option<Notice>,
    /// What the build drew of the late parts.
    pub still: Still,
    /// Changes the language of everything.
    pub speak: UseStateSetter<Words>,
}

#[component]
pub fn Page(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let state = use_reducer(|| {
        let query = platform.query();
        let (setting, notices) = arrival::read(&query, props.missed.as_ref());
        let stored = platform.stored_preferences().unwrap_or_default();
        let language = link::language(&query).unwrap_or(stored.language);
        let state = State::new(setting, notices, Preferences { language, ..stored });
        match begins_by_itself(&platform, &stored) {
            true => state.telling(opening(&words)[0].telling(0)),
            false => state,
        }
    });
    let dispatch = state.dispatcher();
    let (lesson, learn) = effects::use_lesson(dispatch.clone());
    let language = state.preferences.language;
    // Before anything is drawn by it: drawing may be what fails.
    failure::remember(state.setting, language);
    let setting = state.shown();
    let run = use_run(setting.scenario);
    let baseline = use_run(setting.baseline());
    let pinned = setting.pinned.is_some();
    let shares = use_state_eq(|| 0_u32);
    let onshare = {
        let shares = shares.clone();
        Callback::from(move |()| shares.set(*shares + 1))
    };
    let (part, fetch) = use_part();
    let here = if let Fetched::Here(contents) = part { Some(contents) } else { None };
    let telling = state.transient.telling;
    // The build draws the first step for those who come for the first time; a style sheet hides it from
    // all others (`www/early.js`).
    let told = telling.map(|telling| telling.step).or(props.prerender.then_some(0));
    let told = told.filter(|_| lesson.is_none());
    let teller = told.map(|at| {
        html! { <Teller steps={opening(&words)} {at} dispatch={dispatch.clone()} /> }
    });
    // A replay is a change that goes on, and so is time that plays.
    let dragging = state.moves();

    let laid = effects::use_rest(dragging || here.is_none(), Tab::ALL.len());
    effects::use_link(state.setting, language, lesson.clone(), learn.clone(), dispatch.clone());
    effects::use_language(state.transient.asked, props.speak.clone(), dispatch.clone());
    effects::use_preferences(state.preferences);
    effects::use_let_go(state.transient.moving.is_some(), setting, dispatch.clone());
    effects::use_replay(state.transient.replaying, dispatch.clone());
    effects::use_shortcuts(dispatch.clone());
    effects::use_title(title(state.setting.preset, &words));
    use_effect_with((), |()| watch_touches());
    effects::use_ready();
    let main = use_node_ref();
    effects::use_focus_in_sight(&main);

    // A role-play has the picture while it lasts; the setting stays as it is.
    let staged = use_state_eq(|| None::<Staged>);
    let is_playing = lesson.as_ref().is_some_and(LessonPlace::is_roles);
    let stage = {
        let staged = staged.setter();
        use_callback((), move |shown, ()| staged.set(shown))
    };
    let learning = lesson.map(|place| {
        html! { <Learning {place} {setting} dispatch={dispatch.clone()} learn={learn.clone()} {stage} /> }
    });
    let way = (learning.is_some(), telling.is_some());
    let told_as = match way {
        (true, _) if is_playing => Some("is-learning is-playing"),
        (true, _) => Some("is-learning"),
        (false, true) => Some("is-telling"),
        (false, false) => None,
    };
    let inputs = ChartInputs {
        run: run.clone(),
        baseline: baseline.clone(),
        pinned,
        week: setting.week,
        theme: state.preferences.theme,
        dragging,
        prerender: props.prerender,
    };
    let player = here.map_or_else(
        || plain_week(setting.week, &dispatch, &words),
        |contents| {
            (contents.player)(PlayerProps {
                run: run.clone(),
                baseline: baseline.clone(),
                week: setting.week,
                playing: state.transient.playing,
                motion: state.preferences.motion,
                focus: false,
                dispatch: dispatch.clone(),
            })
        },
    );
    let start = setting.scenario.start().date;
    let dates = here.map(|contents| (contents.dates)(DatesProps { start, dispatch: dispatch.clone() }));
    let cautions = here.map(|contents| (contents.cautions)(CautionsProps { run: run.clone() }));
    let more = here.map(|contents| {
        (contents.more)(MoreProps { scenario: setting.scenario, dispatch: dispatch.clone() })
    });
    // A second tub is fetched late; until then its room is kept.
    let two = setting.two && !is_playing && !matches!(part, Fetched::Missing);
    let second = two.then(|| {
        here.map_or_else(room_for_second, |contents| {
            (contents.second)(SecondProps {
                first: run.clone(),
                scenario: setting.beside(),
                week: setting.week,
                pinned,
                dragging,
            })
        })
    });
    let announcer = here.map(|contents| {
        let (run, baseline) = (run.clone(), baseline.clone());
        (contents.announcer)(AnnouncerProps { run, baseline, week: setting.week, pinned, dragging })
    });
    let newer = here.map(|contents| (contents.newer)(NewerProps { run: run.clone(), setting }));
    // What it shows cannot be pulled.
    let over =
        here.filter(|_| !is_playing).map(|contents| Over { draw: contents.over, dispatch: dispatch.clone() });
    let waits = matches!(part, Fetched::Away);
    let still = (waits && Still::is_true_of(&state)).then_some(&props.still);
    let [still_sections, still_below] =
        still.map(|still| [drawn(still.sections.as_ref()), drawn(still.below.as_ref())]).unwrap_or_default();
    let pictured = (*staged).clone().filter(|_| is_playing);
    let uncertainty = pictured.as_ref().map(|staged| staged.uncertainty);
    let (pictured, against, week) = pictured
        .map_or((run.clone(), baseline.clone(), setting.week), |staged| {
            (staged.run, staged.baseline, staged.week)
        });
    let late = LateProps { inputs, setting, dispatch: dispatch.clone(), share: *shares };
    html! {
        <>
            <a class="skip" href="#controls">{ words.text(&PageMessage::SkipToControls) }</a>
            <Masthead preferences={state.preferences} asked={state.transient.asked} dispatch={dispatch.clone()} />
            <main ref={main} class={(laid == Tab::ALL.len()).then_some("at-rest")} data-laid={laid.to_string()}>
                { notices(&state.transient.notices, here.map(|contents| contents.notice), &dispatch, &words) }
                <div>{ for newer }</div>
                <div class={classes!("bench", told_as, two.then_some("is-two"))}>
                    <div class="story-place">{ for teller }</div>
                    <div class="lesson-holder">{ for learning }</div>
                    <Scene
                        run={pictured}
                        baseline={against}
                        {week}
                        {uncertainty}
                        pinned={pinned && !is_playing}
                        {dragging}
                        prerender={props.prerender}
                        fits={props.still.picture}
                        {over}
                        ghosts={here.map(|contents| contents.ghosts)}
                        {two}
                    >
                        <Scenarios
                            preset={state.setting.preset}
                            intact={state.setting.began_as().is_some_and(|(_, intact)| intact)}
                            dispatch={dispatch.clone()}
                            two={setting.two}
                            {onshare}
                            {learn}
                        />
                    </Scene>
                    <div class="second-place">{ for second }</div>
                    <div class="player-place">{ player }</div>
                    // On a phone the dock stays at the lower edge of the window.
                    <div class="dock">
                        <Readouts run={run.clone()} baseline={baseline.clone()} week={setting.week} {pinned} named={Named(explained)} />
                        <Panel
                            {setting}
                            history={state.history.clone()}
                            {dragging}
                            view={state.preferences.view}
                            {pinned}
                            {cautions}
                            {dates}
                            more={more.unwrap_or_default()}
                            dispatch={dispatch.clone()}
                        />
                    </div>
                    <Slot>{ piece(part, still_sections, &fetch, &words, |contents| (contents.sections)(&late)) }</Slot>
                </div>
                <Paper setting={state.history.present()} />
                { (state.preferences.view == View::Present).then(|| html! { <link rel="stylesheet" href={PRESENT_STYLE} media="screen" /> }) }
                <div id="below" class="below" data-program={part.name()} aria-busy={waits.to_string()}>
                    { piece(part, still_below, &fetch, &words, |contents| (contents.draw)(&late)) }
                </div>
            </main>
            <div>{ for announcer }</div>
        </>
    }
}

/// The name of a read-out, with the way to what it means.
fn explained(readout: &str, name: AttrValue, words: &Words) -> Html {
    glossary::labelled(glossary::of_readout(readout), name, words)
}

/// Where the second tub and the names of both will stand.
fn room_for_second() -> Html {
    html! {
        <>
            <p class="tub-name" data-tub="first">{ "\u{a0}" }</p>
            <p class="tub-name" data-tub="second">{ "\u{a0}" }</p>
            <div class="tub-second"><div class="tub-room"></div></div>
        </>
    }
}

/// The week before time that plays is there.
fn plain_week(week: usize, dispatch: &Dispatch, words: &Words) -> Html {
    let text = units::quantity(words, week as f64, Unit::Weeks);
    html! {
        <div class="plain-week">
            <label class="visually-hidden" for="week">{ words.text(&ControlMessage::Week) }</label>
            { week_range(week, &text, dispatch) }
            <p class="visually-hidden" id="week-help">{ words.text(&ControlMessage::WeekHelp) }</p>
        </div>
    }
}
