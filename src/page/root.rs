//! The page as a whole: the state, the two runs that follow from it, and the views.

use bathtub_model::caution::cautions;
use bathtub_model::{Run, Scenario, simulate};
use yew::prelude::*;

use super::announcer::Announcer;
use super::arrival;
use super::below::Below;
use super::effects;
use super::masthead::Masthead;
use super::notices::notices;
use super::paper::Paper;
use super::readouts::Readouts;
use crate::charts::ChartInputs;
use crate::controls::Panel;
use crate::failure;
use crate::hooks::Shared;
use crate::link;
use crate::locale::page::PageMessage;
use crate::locale::{Words, use_platform, use_words};
use crate::scene::Scene;
use crate::state::{Notice, Preferences, State};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether this is the picture that the build draws into the page.
    pub prerender: bool,
    /// What could not be fetched before the page was drawn.
    pub missed: Option<Notice>,
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
        State::new(setting, notices, Preferences { language, ..stored })
    });
    let dispatch = state.dispatcher();
    let language = state.preferences.language;
    // Before anything is drawn by it: drawing may be what fails.
    failure::remember(state.setting, language);
    let setting = state.shown();
    let run = use_run(setting.scenario);
    let baseline = use_run(state.baseline());
    let pinned = state.transient.pinned.is_some();
    // A replay is a change that goes on.
    let dragging = state.transient.dragging || state.transient.replaying;

    effects::use_link(state.setting, language, dispatch.clone());
    effects::use_language(state.transient.asked, props.speak.clone(), dispatch.clone());
    effects::use_preferences(state.preferences);
    effects::use_replay(state.transient.replaying, dispatch.clone());
    effects::use_shortcuts(dispatch.clone());
    effects::use_ready();

    let inputs = ChartInputs {
        run: run.clone(),
        baseline: baseline.clone(),
        pinned,
        week: setting.week,
        theme: state.preferences.theme,
        dragging,
        prerender: props.prerender,
    };
    html! {
        <>
            <a class="skip" href="#controls">{ words.text(&PageMessage::SkipToControls) }</a>
            <Masthead preferences={state.preferences} asked={state.transient.asked} dispatch={dispatch.clone()} />
            <main>
                { notices(&state.transient.notices, &dispatch, &words) }
                <div class="bench">
                    <div class="picture">
                        <Scene
                            run={run.clone()}
                            baseline={baseline.clone()}
                            week={setting.week}
                            {pinned}
                            {dragging}
                            prerender={props.prerender}
                        />
                    </div>
                    // On phones the dock stays at the lower edge while the picture scrolls.
                    <div class="dock">
                        <Readouts run={run.clone()} {baseline} week={setting.week} {pinned} />
                        <Panel
                            {setting}
                            history={state.history.clone()}
                            {dragging}
                            view={state.preferences.view}
                            {pinned}
                            cautions={cautions(&run)}
                            dispatch={dispatch.clone()}
                        />
                    </div>
                </div>
                <Paper setting={state.history.present()} />
                <Below {inputs} {dispatch} />
            </main>
            <Announcer {run} week={setting.week} {dragging} />
        </>
    }
}

/// One run for each scenario, shared by everything that shows it.
#[hook]
fn use_run(scenario: Scenario) -> Shared<Run> {
    (*use_memo(scenario, |scenario| Shared::new(simulate(scenario)))).clone()
}
