//! The dated balance sheet that everything starts from, and the week that is looked at.

use bathtub_model::{DEFAULT_WEEK, STARTS, Start, WEEKS};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::lever::commit;
use super::slider::{Slider, slider};
use crate::locale::controls::ControlMessage;
use crate::locale::notices::start_date;
use crate::locale::{Day, Words, use_platform, use_words};
use crate::number::NumberStyle;
use crate::platform::{Date, Platform};
use crate::state::Action;
use crate::state::Dispatch;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Date of the start.
    pub start: &'static str,
    pub week: usize,
    pub dispatch: Dispatch,
}

#[component]
pub fn Dates(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    html! {
        <div class="dates">
            { start(props, &words) }
            { week(props, &platform, &words) }
        </div>
    }
}

fn start(props: &Props, words: &Words) -> Html {
    let dispatch = props.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let date = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Ok(start) = Start::from_date(&date) {
            dispatch.dispatch(Action::Begin(start));
        }
    });
    let options = STARTS.iter().rev().map(|start| {
        html! {
            <option key={start.date} value={start.date} selected={start.date == props.start}>
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
    let week = props.week;
    let start = Date::parse(props.start).unwrap_or_default();
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
