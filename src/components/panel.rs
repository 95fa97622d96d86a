//! The control panel: history, balance sheet, levers, week.

use std::rc::Rc;

use bathtub_model::caution::Caution;
use bathtub_model::{DEFAULT_WEEK, Group, ParameterId, ParameterText, STARTS, Start, WEEKS};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::changed::{Changed, changes};
use super::lever::commit;
use super::slider::{Slider, slider};
use super::{Dispatch, Fold, Lever, fold};
use crate::locale::controls::ControlMessage;
use crate::locale::notices::start_date;
use crate::locale::{Day, Words, terms, units, use_platform, use_words};
use crate::platform::{Date, NumberStyle, Platform};
use crate::state::{Action, History, Setting, View};

/// The five levers with what is told of them; texts of all others are fetched with their groups.
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
    pub history: Rc<History>,
    /// Whether the setting is ahead of the history.
    pub dragging: bool,
    pub view: View,
    /// Whether something else than nothing changed is compared with.
    pub pinned: bool,
    /// What no experience covers.
    pub cautions: Vec<Caution>,
    pub dispatch: Dispatch,
}

#[component]
pub fn Panel(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    html! {
        <section class="panel" id="controls" tabindex="-1" aria-label={words.text(&terms::group(Group::Primary))}>
            { toolbar(props, &words) }
            <Changed changes={changes(&props.setting.scenario)} dispatch={props.dispatch.clone()} />
            { levers(props) }
            { cautions(props, &words) }
            <div class="dates">
                { start(props, &words) }
                { week(props, &platform, &words) }
            </div>
            <div class="folds">{ for (props.view == View::Expert).then(|| more(props, &words)) }</div>
            { turn_view(props, &words) }
        </section>
    }
}

fn toolbar(props: &Props, words: &Words) -> Html {
    let setting = &props.setting;
    let untouched = Setting { week: DEFAULT_WEEK, ..*setting };
    let changed = setting.scenario.changed().next().is_some() || *setting != untouched;
    let button = |message: &ControlMessage, action: Action, works: bool| {
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(action.clone()));
        let idle = (!works).then_some("true");
        html! { <button type="button" class="tool" aria-disabled={idle} {onclick}>{ words.text(message) }</button> }
    };
    html! {
        <div class="toolbar">
            { button(&ControlMessage::Undo, Action::Undo, props.history.can_undo() || props.dragging) }
            { button(&ControlMessage::Redo, Action::Redo, props.history.can_redo()) }
            { button(&ControlMessage::Replay, Action::Replay, props.history.can_undo() || props.dragging) }
            { button(if props.pinned { &ControlMessage::Unpin } else { &ControlMessage::Pin }, if props.pinned { Action::Unpin } else { Action::Pin }, true) }
            { button(&ControlMessage::ResetAll, Action::ResetAll, changed) }
        </div>
    }
}

/// The five levers, or four of them.
fn levers(props: &Props) -> Html {
    let scenario = &props.setting.scenario;
    let shown = LEVERS.into_iter().filter(|(id, _)| props.view == View::Expert || *id != NOT_SIMPLE);
    let levers = shown.map(|(id, text)| {
        html! {
            <Lever
                key={id.row().key}
                {id}
                value={scenario.get(id)}
                default={scenario.default_value(id)}
                {text}
                dispatch={props.dispatch.clone()}
            />
        }
    });
    html! { <div class="levers"><div class="group">{ for levers }</div></div> }
}

/// What no experience covers. Below the levers, so that none moves away from the hand.
fn cautions(props: &Props, words: &Words) -> Html {
    let start = Date::parse(props.setting.scenario.start().date).unwrap_or_default();
    let items = props.cautions.iter().enumerate().map(|(i, caution)| {
        let message = match *caution {
            Caution::Lever { id, limit } => {
                let (label, limit) = (words.label(id.row()), units::quantity(words, limit, id.row().unit));
                ControlMessage::CautionLever { label, limit }
            }
            Caution::Reserves { week } => {
                ControlMessage::CautionReserves { date: Day::long(start.plus_weeks(week)) }
            }
        };
        html! { <li key={i} data-caution={caution_key(*caution)}>{ words.text(&message) }</li> }
    });
    let list = (!props.cautions.is_empty()).then(|| html! { <ul class="cautions">{ for items }</ul> });
    html! { <div>{ for list }</div> }
}

const fn caution_key(caution: Caution) -> &'static str {
    match caution {
        Caution::Lever { id, .. } => id.row().key,
        Caution::Reserves { .. } => "reserves",
    }
}

/// Everything beyond the five levers.
fn more(props: &Props, words: &Words) -> Html {
    html! {
        <>
            <h3>{ words.text(&ControlMessage::MoreLevers) }</h3>
            { folds(true, props) }
            <h3>{ words.text(&ControlMessage::Assumptions) }</h3>
            { folds(false, props) }
        </>
    }
}

fn turn_view(props: &Props, words: &Words) -> Html {
    let message = match props.view {
        View::Expert => ControlMessage::ViewSimple,
        View::Simple => ControlMessage::ViewExpert,
    };
    let dispatch = props.dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::TurnView));
    html! { <button type="button" class="tool turn-view" {onclick}>{ words.text(&message) }</button> }
}

/// The groups beyond the five levers: further levers, or the model's coefficients.
fn folds(levers: bool, props: &Props) -> Html {
    let groups = Group::ALL.iter().filter(|group| group.is_lever() == levers && **group != Group::Primary);
    let folds = groups.map(|group| {
        html! {
            <Fold
                key={group.name()}
                group={*group}
                values={fold::values(*group, &props.setting.scenario)}
                dispatch={props.dispatch.clone()}
            />
        }
    });
    html! { <div>{ for folds }</div> }
}

fn start(props: &Props, words: &Words) -> Html {
    let dispatch = props.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let date = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Ok(start) = Start::from_date(&date) {
            dispatch.dispatch(Action::Begin(start));
        }
    });
    let chosen = props.setting.scenario.start();
    let options = STARTS.iter().rev().map(|start| {
        html! {
            <option key={start.date} value={start.date} selected={start.date == chosen.date}>
                { start_date(words, start.date) }
            </option>
        }
    });
    html! {
        <div class="date">
            <div class="lever-head">
                <label for="start">{ words.text(&ControlMessage::Start) }</label>
                <select id="start" autocomplete="off" aria-describedby="start-help" {onchange}>{ for options }</select>
            </div>
            <p class="lever-help" id="start-help">{ words.text(&ControlMessage::StartHelp) }</p>
        </div>
    }
}

fn week(props: &Props, platform: &Platform, words: &Words) -> Html {
    let week = props.setting.week;
    let start = Date::parse(props.setting.scenario.start().date).unwrap_or_default();
    let number = AttrValue::from(words.number(week as f64, NumberStyle::plain(0)));
    let date = Day::long(start.plus_weeks(week));
    let text = words.text(&ControlMessage::WeekValue { week: number, date });
    let dispatch = props.dispatch.clone();
    let control = Slider {
        id: "week",
        min: 0.0,
        max: WEEKS as f64,
        step: 1.0,
        value: week as f64,
        mark: DEFAULT_WEEK as f64,
        text: text.clone(),
        described_by: AttrValue::Static("week-help"),
        oninput: Callback::from(move |week: f64| dispatch.dispatch(Action::DragWeek(week.max(0.0) as usize))),
        onchange: commit(&props.dispatch),
    };
    html! {
        <div class="date">
            <div class="lever-head">
                <label for="week">{ words.text(&ControlMessage::Week) }</label>
                <output for="week" class="week-value" aria-live="off">{ text }</output>
            </div>
            { slider(control, platform) }
            <p class="lever-help" id="week-help">{ words.text(&ControlMessage::WeekHelp) }</p>
        </div>
    }
}
