//! The control panel: history, levers, balance sheet.

use std::rc::Rc;

use bathtub_model::{DEFAULT_WEEK, Group, ParameterId, ParameterText};
use yew::prelude::*;

use super::changed::{Changed, changes};
use super::lever::Lever;
use super::toolbar::{Toolbar, toolbar};
use crate::locale::controls::{BriefMessage, ControlMessage};
use crate::locale::{Words, terms, use_words};
use crate::state::Dispatch;
use crate::state::{Action, Setting, UndoHistory, View};

/// The five levers with their explanations; texts of all others are fetched with their groups.
const LEVERS: [(ParameterId, ParameterText); 5] = {
    use ParameterId as P;
    [
        (P::Capex, P::Capex.text()),
        (P::Tga, P::Tga.text()),
        (P::Runoff, P::Runoff.text()),
        (P::Rate, P::Rate.text()),
        (P::Dry, P::Dry.text()),
    ]
};

/// What the simple view leaves out of the five levers: its four are decisions, this is a state.
const NOT_SIMPLE: ParameterId = ParameterId::Dry;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub setting: Setting,
    pub history: Rc<UndoHistory>,
    /// Whether the setting is ahead of the history.
    pub dragging: bool,
    pub view: View,
    /// Whether something else than nothing changed is compared with.
    pub pinned: bool,
    /// What no experience covers, the choice of a start, and everything beyond the five levers: they
    /// come later. Below the levers, so that none moves away from the hand.
    pub cautions: Option<Html>,
    pub dates: Option<Html>,
    pub more: Html,
    pub dispatch: Dispatch,
}

/// What stands in the dock of a phone, where there is room for one lever.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Docked {
    Lever(ParameterId),
    /// Everything, over half of the screen.
    All,
}

#[component]
pub fn Panel(props: &Props) -> Html {
    let words = use_words();
    let docked = use_state_eq(|| Docked::Lever(ParameterId::Capex));
    let one = (*docked != Docked::All).then_some("shows-one");
    html! {
        <section class={classes!("panel", one)} id="controls" tabindex="-1" aria-label={words.text(&terms::group(Group::Primary))}>
            { dock_tabs(&docked, &words) }
            { bar(props, &words) }
            <Changed changes={changes(&props.setting.scenario)} dispatch={props.dispatch.clone()} />
            { levers(props, *docked) }
            <div>{ for props.cautions.clone() }</div>
            <div class="dates-place">{ for props.dates.clone() }</div>
            <div class="folds">{ for (props.view == View::Full).then(|| props.more.clone()) }</div>
            { turn_view(props, &words) }
        </section>
    }
}

fn bar(props: &Props, words: &Words) -> Html {
    let setting = &props.setting;
    let untouched = Setting { week: DEFAULT_WEEK, preset: None, ..*setting };
    let undo = props.history.can_undo() || props.dragging;
    let bar = Toolbar {
        undo,
        redo: props.history.can_redo(),
        changed: setting.scenario.changed().next().is_some() || *setting != untouched,
        pinned: props.pinned,
        dispatch: &props.dispatch,
    };
    toolbar(&bar, words)
}

/// Shown on phones alone: which of the levers stands in the dock.
fn dock_tabs(docked: &UseStateHandle<Docked>, words: &Words) -> Html {
    let brief = |id| match id {
        ParameterId::Capex => BriefMessage::Capex,
        ParameterId::Tga => BriefMessage::Tga,
        ParameterId::Runoff => BriefMessage::Runoff,
        ParameterId::Rate => BriefMessage::Rate,
        _ => BriefMessage::Dry,
    };
    let levers = LEVERS.iter().map(|(id, _)| (Docked::Lever(*id), id.row().key, brief(*id)));
    let tabs = levers.chain([(Docked::All, "all", BriefMessage::All)]).map(|(tab, key, name)| {
        let current = (**docked == tab).then_some("true");
        let docked = docked.setter();
        let onclick = Callback::from(move |_: MouseEvent| docked.set(tab));
        html! {
            <button key={key} type="button" class="tab" data-dock={key} aria-current={current} {onclick}>
                { words.text(&name) }
            </button>
        }
    });
    html! { <nav class="dock-tabs" aria-label={words.text(&terms::group(Group::Primary))}>{ for tabs }</nav> }
}

/// The five levers, or four of them; in the dock of a phone one.
fn levers(props: &Props, docked: Docked) -> Html {
    let scenario = &props.setting.scenario;
    let shown = LEVERS.into_iter().filter(|(id, _)| props.view != View::Simple || *id != NOT_SIMPLE);
    let levers = shown.map(|(id, text)| {
        html! {
            <div key={id.row().key} class={classes!("lever-place", (docked == Docked::Lever(id)).then_some("is-docked"))}>
                <Lever
                    {id}
                    value={scenario.get(id)}
                    default={scenario.default_value(id)}
                    {text}
                    dispatch={props.dispatch.clone()}
                />
            </div>
        }
    });
    html! { <div class="levers"><div class="group">{ for levers }</div></div> }
}

fn turn_view(props: &Props, words: &Words) -> Html {
    let message = match props.view {
        View::Full => ControlMessage::ViewSimple,
        View::Simple | View::Present => ControlMessage::ViewFull,
    };
    let dispatch = props.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::TurnView));
    html! { <button type="button" class="tool turn-view" {onclick}>{ words.text(&message) }</button> }
}
