//! The prepared scenarios in a row with small pictures, and the one that was chosen in words.

use bathtub_model::{Duck, PRESETS, Preset, Stage, simulate};
use yew::prelude::*;

use crate::locale::page::PageMessage;
use crate::locale::story::StoryMessage;
use crate::locale::{Words, use_words};
use crate::number::NumberStyle;
use crate::state::{Action, Dispatch, LessonPlace};
use crate::story::{focus_on, opening};
use crate::svg::short;

/// What a small picture shows.
#[derive(Clone, Copy, PartialEq)]
struct Look {
    /// Against the untouched start, %.
    level: f64,
    /// Bitcoin against the start, %.
    bitcoin: f64,
    stage: Stage,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Key of the scenario that the setting began as.
    pub preset: Option<&'static str>,
    /// Whether it still is that one.
    pub intact: bool,
    /// Whether two tubs are shown.
    pub two: bool,
    pub dispatch: Dispatch,
    /// The share sheet is asked for.
    pub onshare: Callback<()>,
    /// Opens the lessons.
    pub learn: Callback<Option<LessonPlace>>,
}

/// The name of the document.
pub fn title(preset: Option<&'static str>, words: &Words) -> AttrValue {
    match preset.and_then(Preset::from_key) {
        Some(preset) => words.text(&PageMessage::ScenarioTitle { name: words.preset(preset, "title") }),
        None => words.text(&PageMessage::Title),
    }
}

fn look(preset: &Preset) -> Option<Look> {
    let run = simulate(&preset.scenario().ok()?);
    let now = run.readouts(preset.week).ok()?;
    let bitcoin = run.duck(Duck::Bitcoin, preset.week).ok()?.change_pct;
    Some(Look { level: now.level - 100.0, bitcoin, stage: now.stage })
}

/// The row, and under it the chosen one.
#[component]
pub fn Scenarios(props: &Props) -> Html {
    let words = use_words();
    let looks = use_memo((), |()| PRESETS.each_ref().map(look));
    let buttons = PRESETS.iter().zip(looks.iter()).map(|(preset, look)| {
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Choose(preset)));
        let pressed = props.preset == Some(preset.key) && props.intact;
        html! {
            <li key={preset.key}>
                <button type="button" class="scenario" data-scenario={preset.key} aria-pressed={pressed.to_string()} {onclick}>
                    { for look.map(picture) }
                    <span>{ words.preset(preset, "title") }</span>
                </button>
            </li>
        }
    });
    let turn_two = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::TurnTwo))
    };
    let show_me = {
        let (dispatch, words) = (props.dispatch.clone(), words.clone());
        Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Tell(opening(&words)[0].telling(0)));
            // The row in which it was pressed goes.
            focus_on("[data-next]");
        })
    };
    let lessons = props.learn.reform(|_: MouseEvent| Some(LessonPlace::default()));
    let chosen = props.preset.and_then(Preset::from_key).map(|preset| chosen(preset, props, &words));
    html! {
        <nav class="scenarios" aria-label={words.text(&PageMessage::Scenarios)}>
            <ul>
                <li>
                    <button type="button" class="scenario" data-share="" aria-haspopup="dialog" onclick={props.onshare.reform(|_: MouseEvent| ())}>
                        { words.text(&PageMessage::Share) }
                    </button>
                </li>
                <li>
                    <button type="button" class="scenario" data-two="" aria-pressed={props.two.to_string()} onclick={turn_two}>
                        { words.text(&PageMessage::TwoTubs) }
                    </button>
                </li>
                <li>
                    <button type="button" class="scenario" data-show-me="" onclick={show_me}>
                        { words.text(&StoryMessage::ShowMe) }
                    </button>
                </li>
                <li>
                    <button type="button" class="scenario" data-lessons-button="" onclick={lessons}>
                        { words.text(&PageMessage::Lessons) }
                    </button>
                </li>
                { for buttons }
            </ul>
            <div class="scenario-words" aria-live="polite">{ for chosen }</div>
        </nav>
    }
}

fn chosen(preset: &'static Preset, props: &Props, words: &Words) -> Html {
    let name = words.preset(preset, "title");
    if !props.intact {
        let dispatch = props.dispatch.clone();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Choose(preset)));
        return html! {
            <p>
                { words.text(&PageMessage::ScenarioChanged { name }) }{ " " }
                <button type="button" class="tool" {onclick}>{ words.text(&PageMessage::ScenarioBack) }</button>
            </p>
        };
    }
    let guess = {
        let place = LessonPlace::of_scenario(preset.key);
        props.learn.reform(move |_: MouseEvent| Some(place.clone()))
    };
    let week = AttrValue::from(words.number(preset.week as f64, NumberStyle::plain(0)));
    let look = words.preset(preset, "look");
    let (first, rest) = first_sentence(&look);
    html! {
        <details key={preset.key}>
            <summary>
                <strong>{ words.text(&PageMessage::ScenarioName { name }) }</strong>{ " " }{ first.to_owned() }{ " " }
                <span class="quiet">{ words.text(&PageMessage::ScenarioWeek { week }) }</span>
            </summary>
            <p>{ rest.to_owned() }</p>
            <p class="quiet">{ words.text(&PageMessage::ScenarioData) }{ " " }{ words.preset(preset, "data") }</p>
            <p><strong>{ words.text(&PageMessage::ScenarioNext) }</strong>{ " " }{ words.preset(preset, "next") }</p>
            <p><button type="button" class="tool" data-guess="" onclick={guess}>{ words.text(&PageMessage::ScenarioGuess) }</button></p>
        </details>
    }
}

#[derive(Properties, PartialEq)]
pub struct ChosenProps {
    /// Key of the scenario that the setting is.
    pub chosen: Option<&'static str>,
}

/// Keeps the chosen scenario in sight in its row; draws nothing. It comes with what is fetched late:
/// a row that is not scrolled yet is complete all the same.
#[component]
pub fn ChosenInSight(props: &ChosenProps) -> Html {
    use_effect_with(props.chosen, |chosen| {
        if let Some(key) = chosen {
            bring_into_view(key);
        }
    });
    html! {}
}

/// Scrolls the row, and nothing else, as far as the scenario is out of it.
fn bring_into_view(key: &str) {
    let chosen = web_sys::window()
        .and_then(|window| window.document()?.query_selector(&format!("[data-scenario={key}]")).ok()?);
    let Some(chosen) = chosen else { return };
    let Ok(Some(row)) = chosen.closest("ul") else { return };
    let (seen, one) = (row.get_bounding_client_rect(), chosen.get_bounding_client_rect());
    let over = (one.right() - seen.right()).max(0.0) + (one.left() - seen.left()).min(0.0);
    row.set_scroll_left(row.scroll_left() + over as i32);
}

/// A text cut behind its first sentence.
pub(super) fn first_sentence(text: &str) -> (&str, &str) {
    let ends = |(at, sign): (usize, char)| {
        let after = at + sign.len_utf8();
        (sign == '。' || sign == '.' && text[after..].starts_with(' ')).then_some(after)
    };
    let end = text.char_indices().find_map(ends).unwrap_or(text.len());
    (&text[..end], text[end..].trim_start())
}

/// A tub of 40 by 28: the water by the level, a bitcoin duck by its move, the frame by the stage.
/// Moves are drawn larger than they are, up to a bound: it is a sign, not a chart.
fn picture(look: Look) -> Html {
    let water = 12.0 - (look.level * 1.6).clamp(-7.0, 5.0);
    let duck = water - 2.5 - (look.bitcoin * 0.2).clamp(-8.0, 4.0);
    let stage = match look.stage {
        Stage::Ample => "is-ample",
        Stage::Tight => "is-tight",
        Stage::Depleted => "is-depleted",
        Stage::Crisis => "is-crisis",
    };
    html! {
        <svg class={classes!("scenario-picture", stage)} viewBox="0 0 40 28" aria-hidden="true" focusable="false">
            <path class="scenario-water" d={format!("M5 {} H35 V18 Q35 24 28 24 H12 Q5 24 5 18 Z", short(water))} />
            <path class="scenario-duck" transform={format!("translate(20 {})", short(duck))}
                d="M-5 -1 Q-5 4 0 4 Q5.500 4 5.500 -1 Q3 1 1 -0.500 A3 3 0 1 0 -3.500 -1.500 L-6.500 -1 Z" />
            <path class="scenario-tub" d="M3 5 H37 M5 5 V18 Q5 24 12 24 H28 Q35 24 35 18 V5" />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_behind_its_first_sentence() {
        assert_eq!(first_sentence("A. B. C."), ("A.", "B. C."));
        assert_eq!(first_sentence("甲。乙。"), ("甲。", "乙。"));
        assert_eq!(first_sentence("One sentence"), ("One sentence", ""));
        for preset in &PRESETS {
            let (first, rest) = first_sentence(preset.text().look);
            assert!(first.len() > 30 && !rest.is_empty(), "{}: {first}", preset.key);
        }
    }
}
