//! When a chart is painted: in the frame after a change, the latest picture wins; out of sight when
//! the page has rested for a moment, for captures of the whole page; again when its size, the pixels
//! of the screen or the colours change.

use std::cell::RefCell;
use std::rc::Rc;

use bathtub_chart::Chart;
use gloo_events::EventListener;
use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use crate::hooks::{SEEN, Sight, SizeWatch};

/// How long after the last change a chart out of sight is painted, ms.
const REST: u32 = 2500;

/// What tells of the browser until it is dropped.
type Watches = (Option<SizeWatch>, Option<Sight>, Vec<EventListener>);

/// One canvas and what it shows. Dropping it stops everything.
pub struct Painter {
    canvas: HtmlCanvasElement,
    chart: Chart,
    /// Whether the colours may have changed.
    recolour: bool,
    in_sight: bool,
    stale: bool,
    frame: Option<AnimationFrame>,
    /// Paints out of sight.
    rest: Option<Timeout>,
    // They watch until they are dropped.
    watches: Watches,
}

/// A painter that its own callbacks share.
pub type Handle = Rc<RefCell<Painter>>;

/// Starts painting a canvas.
pub fn start(canvas: HtmlCanvasElement, chart: Chart) -> Handle {
    let painter = Rc::new(RefCell::new(Painter {
        canvas,
        chart,
        recolour: false,
        in_sight: false,
        stale: true,
        frame: None,
        rest: None,
        watches: (None, None, Vec::new()),
    }));
    let watches = (watch_size(&painter), watch_sight(&painter), watch_screen(&painter));
    painter.borrow_mut().watches = watches;
    refresh(&painter);
    painter
}

/// Shows another chart.
pub fn show(painter: &Handle, chart: Chart) {
    painter.borrow_mut().chart = chart;
    refresh(painter);
}

/// Paints again with colours read anew.
pub fn recolour(painter: &Handle) {
    painter.borrow_mut().recolour = true;
    refresh(painter);
}

/// Asks for one frame however often it is called before that.
fn refresh(painter: &Handle) {
    let mut painting = painter.borrow_mut();
    painting.stale = true;
    let weak = Rc::downgrade(painter);
    if !painting.in_sight {
        painting.rest = Some(Timeout::new(REST, move || {
            if let Some(painter) = weak.upgrade()
                && painter.borrow().stale
            {
                painter.borrow_mut().paint();
            }
        }));
        return;
    }
    if painting.frame.is_some() {
        return;
    }
    painting.frame = Some(request_animation_frame(move |_| {
        if let Some(painter) = weak.upgrade() {
            painter.borrow_mut().paint();
        }
    }));
}

#[wasm_bindgen]
extern "C" {
    /// `www/boot.js` has it: fetches the program that paints if it is not there, and has it paint.
    #[wasm_bindgen(catch, js_name = bathtubPaint)]
    fn paint(canvas: &HtmlCanvasElement, chart: &JsValue, recolour: bool) -> Result<(), JsValue>;
}

impl Painter {
    fn paint(&mut self) {
        self.frame = None;
        if let Ok(chart) = serde_wasm_bindgen::to_value(&self.chart) {
            // A chart that is not painted has its table.
            let _ = paint(&self.canvas, &chart, std::mem::take(&mut self.recolour));
        }
        self.stale = false;
    }
}

fn watch_size(painter: &Handle) -> Option<SizeWatch> {
    let weak = Rc::downgrade(painter);
    SizeWatch::new(&painter.borrow().canvas, move || {
        if let Some(painter) = weak.upgrade() {
            refresh(&painter);
        }
    })
}

fn watch_sight(painter: &Handle) -> Option<Sight> {
    let weak = Rc::downgrade(painter);
    Sight::new(&painter.borrow().canvas, SEEN, move |in_sight| {
        let Some(painter) = weak.upgrade() else { return };
        painter.borrow_mut().in_sight = in_sight;
        if in_sight && painter.borrow().stale {
            refresh(&painter);
        }
    })
}

/// Colours of the system, and the way to paper: a chart in sight is printed in ink.
fn watch_screen(painter: &Handle) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let mut watches = Vec::new();
    for query in ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"] {
        let Ok(Some(list)) = window.match_media(query) else { continue };
        let weak = Rc::downgrade(painter);
        watches.push(EventListener::new(&list, "change", move |_| {
            if let Some(painter) = weak.upgrade() {
                recolour(&painter);
            }
        }));
    }
    let weak = Rc::downgrade(painter);
    watches.push(EventListener::new(&window, "beforeprint", move |_: &web_sys::Event| {
        if let Some(painter) = weak.upgrade()
            && let Ok(mut painter) = painter.try_borrow_mut()
        {
            // Paper is light.
            painter.recolour = true;
            painter.paint();
        }
    }));
    let weak = Rc::downgrade(painter);
    watches.push(EventListener::new(&window, "afterprint", move |_: &web_sys::Event| {
        if let Some(painter) = weak.upgrade() {
            recolour(&painter);
        }
    }));
    watches
}
