//! Sliders of a frame: a name, a value and a rail, all of them or one at a time.

use bathtub_model::ParameterId;
use yew::prelude::*;

use crate::controls::enter;
use crate::entry::{Range, slider};
use crate::locale::controls::BriefMessage;
use crate::locale::{terms, units, use_platform, use_words};
use crate::number::Grid;
use crate::state::{Dispatch, Setting};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub levers: Vec<ParameterId>,
    /// Whether one is shown at a time.
    pub one: bool,
    /// Whether their names are short.
    pub brief: bool,
    pub setting: Setting,
    pub dispatch: Dispatch,
}

#[component]
pub fn Levers(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let chosen = use_state_eq(|| 0_usize);
    let name = |id: ParameterId| match id {
        ParameterId::Capex => words.text(&BriefMessage::Capex),
        ParameterId::Tga => words.text(&BriefMessage::Tga),
        ParameterId::Runoff => words.text(&BriefMessage::Runoff),
        ParameterId::Rate => words.text(&BriefMessage::Rate),
        ParameterId::Dry => words.text(&BriefMessage::Dry),
        _ => words.label(id.row()),
    };
    let tabs = props.levers.iter().enumerate().map(|(at, id)| {
        let chosen_now = at == *chosen;
        let chosen = chosen.setter();
        let onclick = Callback::from(move |_: MouseEvent| chosen.set(at));
        html! {
            <button key={at} type="button" class="tab" data-dock={id.row().key}
                aria-current={chosen_now.then_some("true")} {onclick}>{ name(*id) }</button>
        }
    });
    let levers = props.levers.iter().enumerate().filter(|(at, _)| !props.one || at == &*chosen);
    let levers = levers.map(|(_, id)| {
        let (row, scenario) = (id.row(), &props.setting.scenario);
        let value = scenario.get(*id);
        let text = units::quantity(&words, value, row.unit);
        let control = Range {
            id: row.key.into(),
            grid: Grid::of(row),
            value,
            text: text.clone(),
            described_by: None,
            entered: enter(*id, &props.dispatch),
        };
        html! {
            <div key={row.key} class="embed-lever lever-place">
                <label for={row.key}>{ if props.brief { name(*id) } else { words.label(row) } }</label>
                <span class="embed-value">{ text }</span>
                { slider(control, scenario.default_value(*id), &platform) }
            </div>
        }
    });
    let group = words.text(&terms::group(bathtub_model::Group::Primary));
    html! {
        <section class="embed-levers" aria-label={group.clone()}>
            <nav class="embed-choice" aria-label={group}>{ for props.one.then(|| tabs.collect::<Html>()) }</nav>
            <div class="embed-sliders">{ for levers }</div>
        </section>
    }
}
