//! Handles: taps, the tank's water line and the data centre's meter can be pulled, and moved by keys.
//!
//! They lie over the picture in a drawing with the same box. Each of the five main levers has one
//! slider for the keyboard and for assistive technology; the second valve of a lever answers to
//! pointers alone. A mouse or a pen pulls at once. A finger pulls valves and the meter sideways, so
//! that a swipe up or down scrolls; the water line moves up and down, so a finger rests on it first.

use std::cell::RefCell;
use std::rc::Rc;

use bathtub_model::{ParameterId, Run};
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget};
use yew::prelude::*;

use super::facts::Part;
use super::place::{Frame, Grip, Layout, Pull, frame};
use super::pull::{Course, stock_now};
use crate::entry::{Entered, keyed};
use crate::hooks::Shared;
use crate::locale::handles::HandleMessage;
use crate::locale::{Words, units, use_platform, use_words};
use crate::number::Grid;
use crate::state::{Action, Dispatch};
use crate::svg::{Rect, px, short, translate};

/// How far a mouse or a pen moves before it pulls, CSS px: less is a press, which asks for the card.
const MEANT: f64 = 4.0;

/// The same for a finger.
const MEANT_BY_FINGER: f64 = 8.0;

/// How long a finger rests on the water line before it pulls it, ms.
const REST: u32 = 300;

/// What the handles show and change.
#[derive(Clone, PartialEq, Properties)]
pub struct HandlesProps {
    /// The picture that they lie over.
    pub layout: Layout,
    /// The run that is shown.
    pub run: Shared<Run>,
    /// The week that is shown.
    pub week: usize,
    /// Where pulls go.
    pub dispatch: Dispatch,
}

/// How a part is pulled, for its card; none for a part without a handle.
pub fn help(part: Part) -> Option<HandleMessage> {
    match part {
        Part::Purchases
        | Part::Credit
        | Part::TreasuryPays
        | Part::Runoff
        | Part::TreasuryTakes
        | Part::LessCredit => Some(HandleMessage::TurnHelp),
        Part::Tank => Some(HandleMessage::TankHelp),
        Part::DataCentre => Some(HandleMessage::MeterHelp),
        _ => None,
    }
}

/// A pointer that has come down on a handle.
struct Pulled {
    pointer: i32,
    grip: Grip,
    /// Where it came down, CSS px of the window.
    at: (f64, f64),
    /// Whether it is a finger.
    finger: bool,
    /// Whether it may pull up and down: a finger only after a rest.
    rested: bool,
    /// How the lever follows, once it is meant.
    course: Option<Course>,
    /// The value that was sent last.
    sent: f64,
    /// Whether any was.
    moved: bool,
    /// Counts the rest of a finger.
    _rest: Option<Timeout>,
    /// Hears Escape.
    _escape: Option<EventListener>,
}

/// What the handles remember between events.
#[derive(Default)]
struct Hand {
    pulled: Option<Pulled>,
    /// Whether the press that comes at the end of a pull is none.
    swallow: bool,
}

type Holder = Rc<RefCell<Hand>>;

/// The end of a pull: one step of the history, or nothing at all.
fn end(hand: &RefCell<Hand>, dispatch: &Dispatch, kept: bool) {
    let pulled = hand.borrow_mut().pulled.take();
    if pulled.is_some_and(|pulled| pulled.moved) {
        dispatch.dispatch(if kept { Action::Commit } else { Action::Restore });
    }
}

/// The handle that an event is about: its place among the grips, and its node.
fn grabbed(event: &Event) -> Option<(usize, Element)> {
    let handle = event.target()?.dyn_into::<Element>().ok()?.closest(".grab").ok()??;
    Some((handle.get_attribute("data-grip")?.parse().ok()?, handle))
}

fn place(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// The handles of a picture.
#[component]
pub fn Handles(props: &HandlesProps) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let node = use_node_ref();
    let hand: Holder = use_mut_ref(Hand::default);
    // The handle that a pull has hold of.
    let held = use_state_eq(|| None::<usize>);
    let frame = frame(props.layout);
    let scenario = props.run.scenario();
    let share = |id: ParameterId| {
        let row = id.row();
        (scenario.get(id) - row.min) / (row.max - row.min)
    };
    let grips = frame.grips(stock_now(&props.run, props.week), share(ParameterId::Capex));
    {
        let (hand, node, dispatch) = (Rc::clone(&hand), node.clone(), props.dispatch.clone());
        use_effect_with((), move |()| {
            let listener = keep_still(&node, &hand);
            move || {
                drop(listener);
                end(&hand, &dispatch, false);
            }
        });
    }

    let onpointerdown = {
        let (hand, held, dispatch) = (Rc::clone(&hand), held.setter(), props.dispatch.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((index, node)) = grabbed(&event) else { return };
            if event.button() != 0 || !event.is_primary() || hand.borrow().pulled.is_some() {
                return;
            }
            // Where it goes on, events go on coming here.
            let _ = node.set_pointer_capture(event.pointer_id());
            let (grip, finger) = (grips[index], event.pointer_type() == "touch");
            let rests = finger && grip.pull == Pull::Line;
            let mut hand_now = hand.borrow_mut();
            hand_now.swallow = false;
            hand_now.pulled = Some(Pulled {
                pointer: event.pointer_id(),
                grip,
                at: place(&event),
                finger,
                rested: !rests,
                course: None,
                sent: f64::NAN,
                moved: false,
                _rest: rests.then(|| {
                    let (hand, held) = (Rc::clone(&hand), held.clone());
                    Timeout::new(REST, move || {
                        if let Some(pulled) = &mut hand.borrow_mut().pulled {
                            pulled.rested = true;
                            held.set(Some(index));
                        }
                    })
                }),
                _escape: escape(&hand, &held, &dispatch),
            });
        })
    };
    let onpointermove = {
        let (hand, held, props) = (Rc::clone(&hand), held.setter(), props.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((index, node)) = grabbed(&event) else { return };
            let mut hand_now = hand.borrow_mut();
            let Hand { pulled: Some(pulled), swallow } = &mut *hand_now else { return };
            if pulled.pointer != event.pointer_id() {
                return;
            }
            let (x, y) = place(&event);
            let way = (x - pulled.at.0, y - pulled.at.1);
            if pulled.course.is_none() {
                if !is_meant(pulled, way) {
                    return;
                }
                let width = node.closest("svg").ok().flatten();
                let width = width.map_or(0.0, |svg| svg.get_bounding_client_rect().width());
                let course = Course::new(&pulled.grip, frame, width / frame.size.0, &props.run, props.week);
                pulled.course = Some(course);
                *swallow = true;
                held.set(Some(index));
            }
            let row = pulled.grip.id.row();
            let grid = Grid::of(row);
            let wanted = pulled.course.as_ref().map_or(0.0, |course| course.value(way));
            let value = grid.nearest(wanted);
            if value != pulled.sent {
                (pulled.sent, pulled.moved) = (value, true);
                let id = pulled.grip.id;
                drop(hand_now);
                props.dispatch.dispatch(Action::Drag(id, value));
            }
        })
    };
    let ended = |kept: bool| {
        let (hand, held, dispatch) = (Rc::clone(&hand), held.setter(), props.dispatch.clone());
        Callback::from(move |event: PointerEvent| {
            let own = hand.borrow().pulled.as_ref().is_some_and(|it| it.pointer == event.pointer_id());
            if own {
                end(&hand, &dispatch, kept);
                held.set(None);
            }
        })
    };
    let onclick = {
        let hand = Rc::clone(&hand);
        Callback::from(move |event: MouseEvent| {
            // The end of a pull is no press, and asks for no card.
            if std::mem::take(&mut hand.borrow_mut().swallow) {
                event.stop_propagation();
            }
        })
    };
    let oncontextmenu = {
        let hand = Rc::clone(&hand);
        Callback::from(move |event: MouseEvent| {
            // A finger that rests.
            if hand.borrow().pulled.is_some() {
                event.prevent_default();
            }
        })
    };
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            let Some((index, _)) = grabbed(&event) else { return };
            let id = grips[index].id;
            let action = match keyed(&event, Grid::of(id.row())) {
                Some(Entered::Step(steps)) => Action::Step(id, steps),
                Some(Entered::Drag(value)) => Action::Drag(id, value),
                _ => return,
            };
            event.prevent_default();
            event.stop_propagation();
            dispatch.dispatch(action);
        })
    };
    let rest = {
        let dispatch = props.dispatch.clone();
        move || dispatch.dispatch(Action::Commit)
    };
    let onkeyup = {
        let rest = rest.clone();
        Callback::from(move |event: KeyboardEvent| {
            if grabbed(&event)
                .is_some_and(|(index, _)| keyed(&event, Grid::of(grips[index].id.row())).is_some())
            {
                rest();
            }
        })
    };
    let onfocusout = Callback::from(move |_: FocusEvent| rest());

    let handles = grips.iter().enumerate().map(|(i, grip)| {
        let row = grip.id.row();
        let value = scenario.get(grip.id);
        let is_held = (*held == Some(i)).then_some("");
        let inner = html! {
            <>
                <rect class="grab-hold" fill="none" stroke-width="3" vector-effect="non-scaling-stroke" pointer-events="all"
                    x={px(grip.hold.x)} y={px(grip.hold.y)} width={px(grip.hold.w)} height={px(grip.hold.h)} rx="10" />
                { meter(frame, grip) }
                { marks(grip, props.layout) }
            </>
        };
        if !grip.own {
            return html! {
                <g key={i} class="grab" data-grip={i.to_string()} data-second={row.key} data-tap={grip.part.key()}
                    data-held={is_held} aria-hidden="true">{ inner }</g>
            };
        }
        let upright = grip.pull == Pull::Line;
        html! {
            <g key={i} class="grab" data-grip={i.to_string()} data-grab={row.key} data-tap={grip.part.key()} data-held={is_held}
                role="slider" tabindex="0" aria-label={name(&words, grip)} aria-describedby={describes(frame, grip.pull)}
                aria-orientation={if upright { "vertical" } else { "horizontal" }}
                aria-valuemin={platform.exact(row.min)} aria-valuemax={platform.exact(row.max)}
                aria-valuenow={platform.exact(value)} aria-valuetext={units::quantity(&words, value, row.unit)}>
                { inner }
            </g>
        }
    });
    let helps = [
        (Pull::Turn(1.0), HandleMessage::TurnHelp),
        (Pull::Line, HandleMessage::TankHelp),
        (Pull::Meter, HandleMessage::MeterHelp),
    ];
    let (width, height) = frame.size;
    let wide = props.layout == Layout::Wide;
    html! {
        <svg ref={node} class={if wide { "grabs" } else { "grabs only-narrow" }} viewBox={format!("0 0 {} {}", short(width), short(height))}
            xmlns="http://www.w3.org/2000/svg" role="group" aria-label={words.text(&HandleMessage::Group)}
            {onpointerdown} {onpointermove} onpointerup={ended(true)} onpointercancel={ended(false)}
            onlostpointercapture={ended(false)} {onclick} {oncontextmenu} {onkeydown} {onkeyup} {onfocusout}>
            <g>{ for helps.map(|(pull, help)| html! { <desc id={describes(frame, pull)}>{ words.text(&help) }</desc> }) }</g>
            <g>{ for handles }</g>
        </svg>
    }
}

/// Whether a pointer that has gone so far, CSS px, pulls.
fn is_meant(pulled: &mut Pulled, (across, down): (f64, f64)) -> bool {
    let (far, upright) = (across.hypot(down), pulled.grip.pull == Pull::Line);
    match (pulled.finger, upright) {
        (false, _) => far >= MEANT,
        (true, true) => {
            if !pulled.rested && far >= MEANT_BY_FINGER {
                // It is on its way, and rests no more.
                pulled._rest = None;
            }
            pulled.rested && far >= MEANT
        }
        (true, false) => across.abs() >= MEANT_BY_FINGER && across.abs() > down.abs(),
    }
}

/// Keeps the page from being scrolled by a finger that pulls.
fn keep_still(node: &NodeRef, hand: &Holder) -> Option<EventListener> {
    let element = node.cast::<Element>()?;
    let hand = Rc::clone(hand);
    let options = EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&element, "touchmove", options, move |event| {
        let hand = hand.borrow();
        let pulls =
            |pulled: &Pulled| pulled.course.is_some() || pulled.grip.pull == Pull::Line && pulled.rested;
        if hand.pulled.as_ref().is_some_and(pulls) && event.cancelable() {
            event.prevent_default();
        }
    }))
}

/// While something is pulled, Escape puts back what was before, wherever the focus is.
fn escape(hand: &Holder, held: &UseStateSetter<Option<usize>>, dispatch: &Dispatch) -> Option<EventListener> {
    let window: EventTarget = web_sys::window()?.into();
    let (hand, held, dispatch) = (Rc::clone(hand), held.clone(), dispatch.clone());
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let escapes = event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        if escapes && hand.borrow().pulled.as_ref().is_some_and(|pulled| pulled.course.is_some()) {
            event.prevent_default();
            event.stop_propagation();
            held.set(None);
            // What is heard by is dropped after it has been heard.
            let (hand, dispatch) = (Rc::clone(&hand), dispatch.clone());
            Timeout::new(0, move || end(&hand, &dispatch, false)).forget();
        }
    }))
}

/// What is done with a handle, and to which lever.
fn name(words: &Words, grip: &Grip) -> AttrValue {
    let label = words.label(grip.id.row());
    words.text(&match grip.part {
        Part::Tank => HandleMessage::Tank { label },
        Part::DataCentre => HandleMessage::Meter { label },
        Part::Purchases => HandleMessage::Fed { label },
        Part::Credit => HandleMessage::Credit { label },
        _ => HandleMessage::Treasury { label },
    })
}

/// Identity of the sentence that says how.
fn describes(frame: &Frame, pull: Pull) -> AttrValue {
    let how = match pull {
        Pull::Turn(_) => "turn",
        Pull::Line => "line",
        Pull::Meter => "meter",
    };
    AttrValue::from(format!("{}pull-{how}", frame.prefix))
}

/// The meter, filled up to its grip.
fn meter(frame: &Frame, grip: &Grip) -> Html {
    if grip.pull != Pull::Meter {
        return html! {};
    }
    let Rect { x, y, w, h } = frame.meter();
    let bar = |fill: &'static str, w: f64| {
        html! { <rect {fill} x={px(x)} y={px(y)} width={px(w)} height={px(h)} rx={px(h / 2.0)} /> }
    };
    html! {
        <g stroke="var(--sc-rack-2)">{ bar("var(--sc-rack-1)", w) }{ bar("var(--sc-led-2)", grip.at.0 - x) }</g>
    }
}

/// Two marks that say which way it goes, and a knob between them on what has a line of its own.
fn marks(grip: &Grip, layout: Layout) -> Html {
    let scale = if layout == Layout::Wide { 1.0 } else { 0.75 };
    let half = short(grip.half / scale);
    let turned = (grip.pull == Pull::Line).then_some("rotate(90)");
    let knob = match grip.pull {
        Pull::Turn(_) => html! {},
        Pull::Meter | Pull::Line => html! {
            <circle r={px(grip.half / scale * 0.7)} fill="var(--sc-plate)" stroke="var(--sc-ink)" stroke-width="2" />
        },
    };
    html! {
        <g class="grab-marks" fill="var(--sc-ink)" stroke="var(--sc-plate)" stroke-width="3" stroke-linejoin="round" paint-order="stroke" transform={format!("{} scale({scale})", translate(grip.at))}>
            { knob }
            <path transform={turned} d={format!("M{half}-7l8 7-8 7ZM-{half}-7l-8 7 8 7Z")} />
        </g>
    }
}
