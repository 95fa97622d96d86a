//! A frame as it is drawn.

use bathtub_model::{DATA_DATE, MODEL_VERSION, Run, Start};
use web_sys::Element;
use yew::prelude::*;

use super::arrange::{Arrangement, Beside, LETTERS, Room, arrange};
use super::host::use_host;
use super::late::{ChartProps, LATE};
use super::levers::Levers;
use super::options::{self, Show};
use crate::charts::ChartInputs;
use crate::deferred::{Fetched, missing, use_door};
use crate::failure;
use crate::hooks::{Shared, SizeWatch, use_run, use_settled};
use crate::link;
use crate::locale::embed::FrameMessage;
use crate::locale::notices::NoticeTitle;
use crate::locale::{Day, Words, use_platform, use_words};
use crate::page::{Named, Readouts, read_address, use_language, use_let_go, use_ready, use_shortcuts};
use crate::platform::Date;
use crate::scene::facts::{Part, SceneView};
use crate::scene::place::{Extent, Layout, text};
use crate::scene::{self, Picture, SecondProps};
use crate::state::{Action, Dispatch, Notice, Preferences, State};
use crate::story::{Target, use_pointing};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub missed: Option<Notice>,
    /// Changes the language of everything.
    pub speak: UseStateSetter<Words>,
}

#[component]
pub fn View(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let options = use_memo((), |()| options::read(&platform.query()));
    let (options, faults) = &*options;
    let state = use_reducer(|| {
        let query = platform.query();
        let (setting, mut notices) = read_address(&query, props.missed.as_ref());
        notices.extend(faults.iter().cloned());
        let language = link::language(&query).unwrap_or_default();
        let preferences = Preferences { language, theme: options.theme, ..Preferences::default() };
        State::new(setting, notices, preferences)
    });
    let dispatch = state.dispatcher();
    let language = state.preferences.language;
    failure::remember(state.setting, language);
    let setting = state.shown();
    let (run, baseline) = (use_run(setting.scenario), use_run(setting.baseline()));
    let (pinned, week, moves) = (setting.pinned.is_some(), setting.week, state.moves());
    let (frame, content) = (use_node_ref(), use_node_ref());

    use_language(state.transient.asked, props.speak.clone(), dispatch.clone());
    use_let_go(state.transient.moving.is_some(), setting, dispatch.clone());
    use_shortcuts(dispatch.clone());
    use_ready();
    {
        // What was wrong with an address is of no use to somebody who goes on from it.
        let dispatch = dispatch.clone();
        use_effect_with(moves, move |moves| {
            if *moves {
                dispatch.dispatch(Action::DismissNotices);
            }
        });
    }
    let wishes = use_host(setting, &run, moves, &dispatch, &content);
    let point = wishes.point.filter(|_| state.transient.telling.is_some());
    use_pointing(point.map(Target::Part));
    let room = use_room(&frame, wishes.content);
    let notices = &state.transient.notices;
    let wanted = !notices.is_empty() || matches!(options.show, Show::Two | Show::Chart(_));
    let (late, fetch) = use_door(LATE, wanted);

    let [headline, regime] = scene::headlines(&run, &baseline, pinned, week).map(|text| words.text(&text));
    let source = source(setting.scenario.start(), &words);
    let open = words.text(&FrameMessage::Open);
    let divided = arrange(
        options.show,
        room,
        Beside {
            headline: text::width(&headline, LETTERS[0]),
            regime: text::plain_width(&regime, LETTERS[1]),
            foot: text::plain_width(&source, LETTERS[2]) + text::plain_width(&open, LETTERS[2]) + 12.0,
            label: options
                .levers
                .iter()
                .fold(0.0, |longest, id| text::width(&words.label(id.row()), LETTERS[3]).max(longest)),
            levers: options.levers.len(),
        },
    );
    let about = scene::about(&run, &baseline, week);
    let parts = Parts { run: &run, baseline: &baseline, pinned, week, dragging: moves, point };
    let shown = match (options.show, late) {
        (Show::Lever, _) => html! {},
        (Show::Tub, _) => tub(&parts, divided),
        (Show::Two, Fetched::Here(late)) => {
            let second =
                SecondProps { first: run.clone(), scenario: setting.beside(), week, pinned, dragging: moves };
            html! { <>{ tub(&parts, divided) }{ (late.second)(second) }</> }
        }
        (Show::Chart(index), Fetched::Here(late)) => {
            let inputs = ChartInputs {
                run: run.clone(),
                baseline: baseline.clone(),
                pinned,
                week,
                theme: options.theme,
                dragging: moves,
                prerender: false,
            };
            (late.chart)(ChartProps { index, inputs })
        }
        (_, Fetched::Missing) => missing(&fetch, &words),
        (Show::Two, Fetched::Away) => tub(&parts, divided),
        (_, Fetched::Away) => html! {},
    };
    let said = use_settled(!moves, || headline.clone());
    let address = platform.address(&link::write(&setting, language));
    let say = if let Fetched::Here(late) = late { Some(late.notice) } else { None };
    html! {
        <main class="embed" ref={frame} data-show={options.show.name()} data-fit={wishes.content.then_some("content")}
            data-columns={divided.columns.then_some("")} data-low={divided.low.then_some("")} data-picture={picture_name(divided)}>
            <div class="embed-content" ref={content}>
                <header class="embed-words">
                    <h1 class="scene-headline" data-headline="" data-about={about}>{ headline.clone() }</h1>
                    <p class="scene-regime">{ regime }</p>
                </header>
                <div class="embed-picture">{ shown }{ notice(notices, say, &dispatch, &words) }</div>
                <div class="embed-side">
                    <Readouts run={run.clone()} baseline={baseline.clone()} {week} {pinned} named={Named(bare)} />
                    <Levers levers={options.levers.clone()} one={divided.one_lever} brief={divided.brief} {setting} dispatch={dispatch.clone()} />
                </div>
                <footer class="embed-foot">
                    <span>{ source }</span>{ " " }
                    <a href={address} target="_blank" rel="noopener">{ open }</a>
                </footer>
            </div>
            <p class="visually-hidden" role="status">{ (*said).clone() }</p>
        </main>
    }
}

/// What is drawn.
struct Parts<'a> {
    run: &'a Shared<Run>,
    baseline: &'a Shared<Run>,
    pinned: bool,
    week: usize,
    dragging: bool,
    point: Option<Part>,
}

/// The name of a read-out, where there is no more room than for it.
fn bare(_: &str, name: AttrValue, _: &Words) -> Html {
    html! { name }
}

/// Of a picture that is not shown whole, the part of it that is pointed at.
fn tub(parts: &Parts, divided: Arrangement) -> Html {
    let Parts { run, baseline, pinned, week, dragging, point } = *parts;
    let view = SceneView { pinned, ..SceneView::new(run, baseline, week) };
    let (key, extent) = (picture_name(divided), divided.extent);
    let lower = point.is_some_and(is_below);
    html! { <figure key={key} class="embed-tub"><Picture {view} layout={divided.layout} {extent} {lower} primary={true} {dragging} /></figure> }
}

/// Whether a part stands below the tub of the upright picture.
const fn is_below(part: Part) -> bool {
    use Part as P;
    matches!(
        part,
        P::Tank | P::OnRrp | P::FromTank | P::FromTub | P::DataCentre | P::Recycled | P::Gauge | P::Stage
    )
}

fn picture_name(divided: Arrangement) -> &'static str {
    match (divided.layout, divided.extent) {
        (Layout::Wide, _) => "wide",
        (Layout::Narrow, Extent::Whole) => "narrow",
        (Layout::Narrow, Extent::Board) => "board",
        (Layout::Narrow, Extent::Tub) => "tub",
    }
}

fn source(start: &Start, words: &Words) -> AttrValue {
    let (model, date) =
        (AttrValue::Static(MODEL_VERSION), Day::long(Date::parse(DATA_DATE).unwrap_or_default()));
    if start.date == DATA_DATE {
        return words.text(&FrameMessage::Source { model, date });
    }
    let start = Day::long(Date::parse(start.date).unwrap_or_default());
    words.text(&FrameMessage::SourceFrom { model, start, date })
}

/// What was wrong with the address or with what the page around asked for.
fn notice(
    notices: &[Notice],
    text: Option<fn(&Words, &Notice) -> AttrValue>,
    dispatch: &Dispatch,
    words: &Words,
) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::DismissNotices));
    let dismiss = (!notices.is_empty()).then(|| {
        html! { <button type="button" class="tool" {onclick}>{ words.text(&NoticeTitle::Dismiss) }</button> }
    });
    let lines = notices.iter().enumerate().map(|(at, notice)| {
        let text = text.map_or_else(|| words.text(&NoticeTitle::Link), |text| text(words, notice));
        html! { <p key={at} data-notice="link">{ text }</p> }
    });
    html! { <div class="embed-said" role="alert"><div>{ for lines }</div>{ dismiss }</div> }
}

/// The room in the frame; before it was measured, that of a small one.
#[hook]
fn use_room(frame: &NodeRef, content: bool) -> Room {
    let size = use_state_eq(|| (280.0, 320.0));
    {
        let (frame, size) = (frame.clone(), size.setter());
        use_effect_with((), move |()| {
            let watch = frame.cast::<Element>().and_then(|element| {
                let measured = element.clone();
                let measure = move || {
                    let window = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
                    let width = f64::from(measured.client_width());
                    if width > 0.0 {
                        size.set((width, window.unwrap_or(320.0)));
                    }
                };
                measure();
                SizeWatch::new(&element, measure)
            });
            move || drop(watch)
        });
    }
    let (width, height) = *size;
    Room { width, height: (!content).then_some(height) }
}
