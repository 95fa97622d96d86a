//! The reverse question: which setting keeps a duck afloat?

use bathtub_engine::{self as engine, Question};
use bathtub_model::solve::Solution;
use bathtub_model::{Duck, Group, PARAMETERS, ParameterId, Run, Scenario, Series};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::entry::{Entered, NumberBox};
use crate::hooks::Shared;
use crate::locale::insight::InsightMessage;
use crate::locale::{Number, Words, terms, units, use_platform, use_words};
use crate::number::{Grid, NumberStyle};
use crate::platform::Platform;
use crate::state::Action;
use crate::state::Dispatch;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub run: Shared<Run>,
    pub week: usize,
    pub dispatch: Dispatch,
}

/// What a target may be: per cent, points or hundredths of a per cent.
const TARGETS: Grid = Grid { min: -1000.0, max: 1000.0, step: 1.0 };

/// What can be the target: level, spread, each duck.
fn targets() -> impl Iterator<Item = Series> {
    [Series::Level, Series::Spread].into_iter().chain(Duck::ALL.map(Duck::series))
}

fn target_name(series: Series, words: &Words) -> AttrValue {
    match Duck::ALL.into_iter().find(|duck| duck.series() == series) {
        Some(duck) => words.text(&terms::duck(duck)),
        None if series == Series::Level => words.text(&InsightMessage::TargetLevel),
        None => words.text(&InsightMessage::TargetSpread),
    }
}

/// A question with its answer.
#[derive(Clone, PartialEq)]
struct Asked {
    scenario: Scenario,
    week: usize,
    lever: ParameterId,
    series: Series,
    target: f64,
    answer: Solution,
}

#[component]
pub fn Reverse(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let series = use_state(|| Series::Bitcoin);
    let lever = use_state(|| ParameterId::Tga);
    let target = use_state(|| 0.0_f64);
    let asked = use_state(|| None::<Asked>);
    let missing = use_state_eq(|| false);

    let pick_series = {
        let (series, target) = (series.clone(), target.setter());
        Callback::from(move |event: Event| {
            let key = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(chosen) = Series::from_key(&key) {
                // Nobody asks for a level of zero, nor for a duck at 100 %.
                target.set(if chosen == Series::Level { 100.0 } else { 0.0 });
                series.set(chosen);
            }
        })
    };
    let pick_lever = {
        let lever = lever.setter();
        Callback::from(move |event: Event| {
            let key = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Ok(id) = ParameterId::from_key(&key) {
                lever.set(id);
            }
        })
    };
    let set_target = {
        let target = target.clone();
        Callback::from(move |entered| match entered {
            Entered::Drag(_) | Entered::Rest => {}
            Entered::Set(value) => target.set(value),
            Entered::Step(steps) => target.set(TARGETS.stepped(*target, steps)),
        })
    };
    let ask = {
        let missing = missing.setter();
        let (asked, week, scenario) = (asked.setter(), props.week, *props.run.scenario());
        let (series, lever, target) = (*series, *lever, *target);
        let platform = platform.clone();
        Callback::from(move |_: MouseEvent| {
            let (asked, missing) = (asked.clone(), missing.clone());
            let answered = move |answer: Option<engine::Answer>| {
                missing.set(answer.is_none());
                if let Some(engine::Answer::Solve(answer)) = answer {
                    asked.set(Some(Asked { scenario, week, lever, series, target, answer }));
                }
            };
            platform.ask(Question::solve(&scenario, week, lever, series, target), Callback::from(answered));
        })
    };
    let quantity = {
        let words = words.clone();
        Callback::from(move |value| AttrValue::from(words.number(value, NumberStyle::plain(2))))
    };
    // An answer belongs to its question: another setting or question takes it away.
    let now = (*props.run.scenario(), props.week, *lever, *series, *target);
    let answer = asked
        .as_ref()
        .filter(|a| (a.scenario, a.week, a.lever, a.series, a.target) == now)
        .map(|asked| view_answer(asked, &props.dispatch, &platform, &words));

    let series_options = targets().map(|s| {
        let key = s.row().key;
        html! { <option key={key} value={key} selected={s == *series}>{ target_name(s, &words) }</option> }
    });
    let lever_options = PARAMETERS.iter().filter(|row| row.group == Group::Primary).map(|row| {
        html! { <option key={row.key} value={row.key} selected={row.id == *lever}>{ words.label(row) }</option> }
    });
    html! {
        <article class="reason reverse">
            <h3>{ words.text(&InsightMessage::ReverseTitle) }</h3>
            <div class="question">
                <label for="reverse-series">{ words.text(&InsightMessage::ReverseKeep) }</label>
                <select id="reverse-series" autocomplete="off" onchange={pick_series}>{ for series_options }</select>
                <label for="reverse-target">{ words.text(&InsightMessage::ReverseAt) }</label>
                <NumberBox id="reverse-target" grid={TARGETS} value={*target} label={target_name(*series, &words)} {quantity} entered={set_target} />
                <label for="reverse-lever">{ words.text(&InsightMessage::ReverseBy) }</label>
                <select id="reverse-lever" autocomplete="off" onchange={pick_lever}>{ for lever_options }</select>
                <button type="button" class="tool" onclick={ask}>{ words.text(&InsightMessage::ReverseAsk) }</button>
            </div>
            <div role="status"><div>{ for missing.then(|| super::missing(&words)) }</div><div>{ for answer }</div></div>
        </article>
    }
}

fn view_answer(asked: &Asked, dispatch: &Dispatch, platform: &Platform, words: &Words) -> Html {
    let row = asked.lever.row();
    match asked.answer {
        Solution::At(value) => {
            let dispatch = dispatch.clone();
            let lever = asked.lever;
            let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Set(lever, value)));
            let text = InsightMessage::ReverseAnswer {
                lever: words.label(row),
                value: units::quantity(words, (value * 10.0).round() / 10.0, row.unit),
            };
            html! {
                <p>
                    <strong data-answer={platform.exact(value)}>{ words.text(&text) }</strong>{ " " }
                    <button type="button" class="tool" {onclick}>{ words.text(&InsightMessage::ReverseUse) }</button>
                </p>
            }
        }
        Solution::OutOfReach { nearest, reached } => {
            let text = InsightMessage::ReverseNone {
                value: units::quantity(words, nearest, row.unit),
                reached: Number::plain(reached, 1),
            };
            html! { <p data-answer="none">{ words.text(&text) }</p> }
        }
    }
}
