//! The page as a whole: the state, the two runs that follow from it, and the views.

use bathtub_model::{Run, Scenario, simulate};
use yew::prelude::*;

use super::{Announcer, Masthead, Panel, Readouts, effects, notices};
use crate::below::Below;
use crate::failure;
use crate::link;
use crate::locale::page::PageMessage;
use crate::locale::{Words, use_platform, use_words};
use crate::scene::Scene;
use crate::shared::Shared;
use crate::state::{Preferences, State};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Whether this is the picture that the build draws into the page.
    pub prerender: bool,
    /// Changes the language of everything.
    pub speak: UseStateSetter<Words>,
}

#[component]
pub fn Page(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let state = use_reducer(|| {
        let query = platform.query();
        let (setting, notices) = link::parse(&query);
        let stored = platform.stored_preferences().unwrap_or_default();
        let language = link::language(&query).unwrap_or(stored.language);
        State::new(setting, notices, Preferences { language, ..stored })
    });
    let dispatch = state.dispatcher();
    let (setting, language) = (state.setting, state.preferences.language);
    // Before anything is drawn by it: drawing may be what fails.
    failure::remember(setting, language);
    let run = use_run(setting.scenario);
    let baseline = use_run(Scenario::new(setting.scenario.start()));

    effects::use_link(setting, language, dispatch.clone());
    effects::use_language(state.transient.asked, props.speak.clone(), dispatch.clone());
    effects::use_preferences(state.preferences);
    effects::use_shortcuts(dispatch.clone());
    effects::use_ready();

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
                            prerender={props.prerender}
                        />
                    </div>
                    // On phones the dock stays at the lower edge while the picture scrolls.
                    <div class="dock">
                        <Readouts run={run.clone()} baseline={baseline.clone()} week={setting.week} />
                        <Panel
                            {setting}
                            history={state.history.clone()}
                            dragging={state.transient.dragging}
                            dispatch={dispatch.clone()}
                        />
                    </div>
                </div>
                <Below
                    run={run.clone()}
                    {baseline}
                    week={setting.week}
                    theme={state.preferences.theme}
                    dragging={state.transient.dragging}
                    prerender={props.prerender}
                    dispatch={dispatch.clone()}
                />
            </main>
            <Announcer {run} week={setting.week} dragging={state.transient.dragging} />
        </>
    }
}

/// One run for each scenario, shared by everything that shows it.
#[hook]
fn use_run(scenario: Scenario) -> Shared<Run> {
    (*use_memo(scenario, |scenario| Shared::new(simulate(scenario)))).clone()
}
