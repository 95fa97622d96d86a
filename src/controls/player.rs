//! Time: the week that is looked at, moved by hand over a line of the level, or played.

use bathtub_model::{Date, Run, Series, Stage, WEEKS, shapes};
use gloo_events::EventListener;
use gloo_timers::callback::{Interval, Timeout};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, window};
use yew::prelude::*;

use super::moments::{Happening, Moment, moments};
use crate::entry::{Entered, Range, range};
use crate::hooks::Shared;
use crate::locale::about::AboutMessage;
use crate::locale::controls::ControlMessage;
use crate::locale::scene::SceneMessage;
use crate::locale::time::TimeMessage;
use crate::locale::{Day, Words, terms, use_platform, use_words};
use crate::number::{Grid, NumberStyle, decimal};
use crate::platform::Platform;
use crate::state::{Action, Dispatch, Motion};
use crate::svg::short;

/// How long a week is shown while time plays, ms: two years in twelve seconds.
const WEEK: f64 = 115.0;
/// Weeks made up for at once where drawing could not keep up; after a longer pause time goes on
/// from where it was.
const CATCH_UP: usize = 4;
/// Height of the line in units of its own.
const HEIGHT: f64 = 100.0;
/// The least that the line's scale holds, as the chart of the level has it.
const REACH: (f64, f64) = (96.0, 102.0);

#[derive(Properties, PartialEq)]
pub struct Props {
    pub run: Shared<Run>,
    /// What it is compared with.
    pub baseline: Shared<Run>,
    pub week: usize,
    /// Whether time plays.
    pub playing: bool,
    /// What the visitor chose about movement.
    pub motion: Motion,
    /// Whether it takes the place of a slider that had the focus.
    #[prop_or_default]
    pub focus: bool,
    pub dispatch: Dispatch,
}

/// Button, line and key weeks.
#[component]
pub fn Player(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    use_time(props.playing, props.dispatch.clone());
    let still = use_still(props.motion);
    use_effect_with((), {
        let focus = props.focus;
        move |()| {
            let document = window().and_then(|window| window.document());
            let week = document.filter(|_| focus).and_then(|document| document.get_element_by_id("week"));
            if let Some(week) = week.and_then(|week| week.dyn_into::<HtmlElement>().ok()) {
                let _ = week.focus();
            }
        }
    });
    let line =
        use_memo((props.run.clone(), props.baseline.clone()), |(run, baseline)| Line::new(run, baseline));
    let all = use_memo(props.run.clone(), |run| moments(run));
    let start = props.run.scenario().start().day();
    let text = week_text(start, props.week, &words);
    // A hand on the line stops the time, also where it does not move.
    let dispatch = props.dispatch.clone();
    let onpointerdown = Callback::from(move |_: PointerEvent| dispatch.dispatch(Action::Pause));
    html! {
        <>
        <section class="player" aria-label={words.text(&TimeMessage::Time)}>
            { play(props, still, &platform, &words) }
            <div class="scrub" {onpointerdown}>
                { line.draw(props.week, &all) }
                { week_range(props.week, &text, &props.dispatch) }
            </div>
            <div class="player-tools">
                <p class="player-week">
                    <label class="visually-hidden" for="week">{ words.text(&ControlMessage::Week) }</label>
                    <output for="week" class="week-value" aria-live="off">{ text }</output>
                </p>
                <ul class="keys">{ for all.iter().map(|moment| key(moment, props, &words)) }</ul>
            </div>
            <p class="visually-hidden" id="week-help">{ words.text(&ControlMessage::WeekHelp) }</p>
        </section>
        <p class="scene-hint terms">{ words.text(&AboutMessage::Terms) }</p>
        </>
    }
}

fn week_text(start: Date, week: usize, words: &Words) -> AttrValue {
    let number = words.number(week as f64, NumberStyle::plain(0)).into();
    words.text(&TimeMessage::WeekValue { week: number, date: Day::long(start.plus_weeks(week)) })
}

/// The button: time plays and stops. Where movement is to be avoided, each press is a quarter.
fn play(props: &Props, still: bool, platform: &Platform, words: &Words) -> Html {
    let (playing, week) = (props.playing, props.week);
    let (dispatch, platform) = (props.dispatch.clone(), platform.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.dispatch(match (playing, platform.reduced_motion()) {
            (true, _) => Action::Pause,
            (false, false) => Action::Play,
            (false, true) => Action::Look(quarter_on(week)),
        });
    });
    // The name says what a press does, and so does the shape; a state beside it would say it twice.
    let name = words.text(match (playing, still) {
        (true, _) => &TimeMessage::Pause,
        (false, false) => &TimeMessage::Play,
        (false, true) => &TimeMessage::QuarterOn,
    });
    let shape = match (playing, still) {
        (true, _) => "M6 4h3v12H6zM11 4h3v12h-3z",
        (false, false) => "M6 3.5v13l10.5-6.5z",
        (false, true) => "M5 3.5v13l8-6.5zM14 4h2.5v12H14z",
    };
    html! {
        <button type="button" class="play" data-play="" aria-label={name.clone()} title={name} {onclick}>
            <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d={shape} /></svg>
        </button>
    }
}

/// The week a quarter ends after this one; from the last it goes on at the start.
fn quarter_on(week: usize) -> usize {
    let quarter = shapes::QUARTER as usize;
    if week >= WEEKS { 0 } else { (week / quarter + 1) * quarter }.min(WEEKS)
}

/// The native range over the line; until that comes, all that there is.
pub fn week_range(week: usize, text: &AttrValue, dispatch: &Dispatch) -> Html {
    let dispatch = dispatch.clone();
    let control = Range {
        id: "week".into(),
        grid: Grid::count(WEEKS),
        value: week as f64,
        text: text.clone(),
        described_by: Some(AttrValue::Static("week-help")),
        entered: Callback::from(move |what| {
            dispatch.dispatch(match what {
                Entered::Drag(week) => Action::DragWeek(week as usize),
                Entered::Step(weeks) => Action::StepWeek(weeks),
                Entered::Set(week) => Action::Look(week as usize),
                Entered::Rest => Action::Commit,
            });
        }),
    };
    range(control, &decimal)
}

/// What happens, in words.
fn happening(happening: Happening, words: &Words) -> AttrValue {
    words.text(&match happening {
        Happening::Shock => TimeMessage::KeyShock,
        Happening::Begins(stage) => TimeMessage::KeyStage { stage: words.text(&terms::stage(stage)) },
        Happening::Help => TimeMessage::KeyHelp,
        Happening::Year => TimeMessage::KeyYear,
        Happening::FedStops => TimeMessage::KeyFed,
        Happening::Phased => TimeMessage::KeyPhased,
    })
}

/// A key week as a button.
fn key(moment: &Moment, props: &Props, words: &Words) -> Html {
    let texts = moment.happenings.iter().map(|one| happening(*one, words));
    let text =
        texts.reduce(|first, second| words.text(&SceneMessage::And { first, second })).unwrap_or_default();
    let number = AttrValue::from(words.number(moment.week as f64, NumberStyle::plain(0)));
    let name = words.text(&TimeMessage::Key { week: number.clone(), text: text.clone() });
    let (dispatch, week) = (props.dispatch.clone(), moment.week);
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Look(week)));
    html! {
        <li key={week}>
            <button
                type="button"
                class={classes!("moment", kind(moment))}
                data-week={week.to_string()}
                aria-label={name.clone()}
                title={name}
                aria-current={(week == props.week).then_some("true")}
                {onclick}
            >
                <b>{ number }</b>
                <span class="moment-text">{ text }</span>
            </button>
        </li>
    }
}

/// The class of a moment: that of the last stage that begins in it.
fn kind(moment: &Moment) -> Option<&'static str> {
    moment.happenings.iter().rev().find_map(|one| match one {
        Happening::Begins(Stage::Tight) => Some("is-tight"),
        Happening::Begins(Stage::Depleted) => Some("is-depleted"),
        Happening::Begins(Stage::Crisis) => Some("is-crisis"),
        _ => None,
    })
}

/// The level over the weeks, and what it is compared with.
struct Line {
    now: String,
    before: String,
    /// Heights of the level, week by week.
    heights: Vec<f64>,
}

impl Line {
    fn new(run: &Run, baseline: &Run) -> Self {
        let (now, before) = (run.series(Series::Level), baseline.series(Series::Level));
        let (mut low, mut high) = REACH;
        for level in now.iter().chain(&before).filter(|level| level.is_finite()) {
            (low, high) = (low.min(*level), high.max(*level));
        }
        // In steps of two: a scale that follows each move of a lever hides the move.
        let (low, high) = ((low / 2.0).floor() * 2.0, (high / 2.0).ceil() * 2.0);
        let height = |level: &f64| (high - level) / (high - low) * HEIGHT;
        let heights: Vec<f64> = now.iter().map(height).collect();
        let before: Vec<f64> = before.iter().map(height).collect();
        Line { now: path(&heights), before: path(&before), heights }
    }

    fn draw(&self, week: usize, all: &[Moment]) -> Html {
        let across = |week: usize| percent(week as f64 / WEEKS as f64);
        let ticks = all.iter().map(|moment| {
            let x = across(moment.week);
            html! { <line key={moment.week} class={classes!("tick", kind(moment))} x1={x.clone()} x2={x} y1="66%" y2="100%" /> }
        });
        let (x, y) = (across(week), percent(self.heights.get(week).map_or(0.0, |at| at / HEIGHT)));
        html! {
            <svg class="level-line" aria-hidden="true" focusable="false">
                <g>{ for ticks }</g>
                <svg width="100%" height="100%" viewBox={format!("0 0 {WEEKS} {HEIGHT}")} preserveAspectRatio="none">
                    <path class="before" d={self.before.clone()} />
                    <path class="now" d={self.now.clone()} />
                </svg>
                <line class="here" x1={x.clone()} x2={x.clone()} y1="0" y2="100%" />
                <circle class="here" cx={x} cy={y} r="4" />
            </svg>
        }
    }
}

/// A line through heights, a unit a week.
fn path(heights: &[f64]) -> String {
    let mut path = String::new();
    for (week, height) in heights.iter().enumerate() {
        path += if week == 0 { "M" } else { "L" };
        path += &format!("{week} {}", short(*height));
    }
    path
}

fn percent(part: f64) -> String {
    format!("{}%", decimal((part * 10_000.0).round() / 100.0))
}

/// Lets time go on while it plays. It stops where nobody sees it, and where movement is not wanted
/// any more.
#[hook]
fn use_time(playing: bool, dispatch: Dispatch) {
    let platform = use_platform();
    use_effect_with(playing, move |playing| {
        let running = playing.then(|| {
            let began = now();
            let mut shown = 0;
            let tick = dispatch.clone();
            let timer = Interval::new(WEEK as u32, move || {
                if platform.reduced_motion() {
                    tick.dispatch(Action::Pause);
                    return;
                }
                let due = ((now() - began) / WEEK) as usize;
                let weeks = due.saturating_sub(shown);
                shown = due;
                if weeks > 0 {
                    tick.dispatch(Action::Tick(weeks.min(CATCH_UP)));
                }
            });
            let document = web_sys::window().and_then(|window| window.document());
            let hidden = document.map(|document| {
                let watched: Document = document.clone();
                EventListener::new(&watched, "visibilitychange", move |_| {
                    if document.hidden() {
                        dispatch.dispatch(Action::Pause);
                    }
                })
            });
            (timer, hidden)
        });
        move || drop(running)
    });
}

/// Milliseconds since the page began.
fn now() -> f64 {
    web_sys::window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}

/// Whether movement is to be avoided. The platform knows once the preference has been applied,
/// which is after everything is drawn.
#[hook]
fn use_still(motion: Motion) -> bool {
    let platform = use_platform();
    let still = use_state_eq(|| false);
    {
        let still = still.setter();
        use_effect_with(motion, move |_| {
            let timer = Timeout::new(0, move || still.set(platform.reduced_motion()));
            move || drop(timer)
        });
    }
    *still
}

#[cfg(test)]
mod tests {
    use bathtub_model::{ParameterId, Scenario, simulate};

    use super::*;

    #[test]
    fn a_press_goes_to_the_end_of_the_quarter() {
        assert_eq!([0, 5, 13, 52, 95, 103, 104].map(quarter_on), [13, 13, 26, 65, 104, 104, 0]);
    }

    #[test]
    fn the_line_stays_on_its_scale_and_has_every_week() {
        let calm = simulate(&Scenario::default());
        let dry = simulate(&Scenario::default().with_clamped(ParameterId::Runoff, 120.0));
        let line = Line::new(&dry, &calm);
        assert_eq!((line.heights.len(), line.now.matches('L').count()), (WEEKS + 1, WEEKS));
        assert!(line.heights.iter().all(|height| (0.0..=HEIGHT).contains(height)));
        assert!(line.heights[WEEKS] > line.heights[0], "the lower the level, the farther down");
        assert!(line.before != line.now);
    }
}
