//! The control panel: history, balance sheet, levers, week.

use std::rc::Rc;

use bathtub_model::{DEFAULT_WEEK, Group, PARAMETERS, STARTS, Start, WEEKS};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::lever::commit;
use super::slider::{Slider, slider};
use super::{Dispatch, Fold, Lever, fold};
use crate::locale::controls::ControlMessage;
use crate::locale::notices::start_date;
use crate::locale::{Day, Words, terms, use_platform, use_words};
use crate::platform::{Date, NumberStyle, Platform};
use crate::state::{Action, History, Setting};

/// The groups of the parameter table that are shown, in this order.
const SHOWN: &[Group] = &[Group::Primary];

#[derive(Properties, PartialEq)]
pub struct Props {
    pub setting: Setting,
    pub history: Rc<History>,
    /// Whether the setting is ahead of the history.
    pub dragging: bool,
    pub dispatch: Dispatch,
}

#[component]
pub fn Panel(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    html! {
        <section class="panel" id="controls" tabindex="-1" aria-label={words.text(&terms::group(Group::Primary))}>
            { toolbar(props, &words) }
            <div class="levers">
                { for SHOWN.iter().map(|group| view_group(*group, props, &words)) }
            </div>
            <div class="dates">
                { start(props, &words) }
                { week(props, &platform, &words) }
            </div>
            <div class="folds">
                <h3>{ words.text(&ControlMessage::MoreLevers) }</h3>
                { folds(true, props) }
                <h3>{ words.text(&ControlMessage::Assumptions) }</h3>
                { folds(false, props) }
            </div>
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
            { button(&ControlMessage::ResetAll, Action::ResetAll, changed) }
        </div>
    }
}

fn view_group(group: Group, props: &Props, words: &Words) -> Html {
    let scenario = &props.setting.scenario;
    let levers = PARAMETERS.iter().filter(|row| row.group == group).map(|row| {
        html! {
            <Lever
                key={row.key}
                id={row.id}
                value={scenario.get(row.id)}
                default={scenario.default_value(row.id)}
                dispatch={props.dispatch.clone()}
            />
        }
    });
    html! {
        <fieldset key={group.name()} class="group">
            <legend class={classes!((SHOWN.len() == 1).then_some("visually-hidden"))}>
                { words.text(&terms::group(group)) }
            </legend>
            { for levers }
        </fieldset>
    }
}

/// The groups beyond the five levers: further levers, or the model's coefficients.
fn folds(levers: bool, props: &Props) -> Html {
    let groups = Group::ALL.iter().filter(|group| group.is_lever() == levers && !SHOWN.contains(group));
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
