//! One place beside the picture for every chart and reason, under tabs: all of it stands in the
//! document, and a tab brings its part into view.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::effects::listen_on_the_way_down;
use crate::hooks::SizeWatch;
use crate::locale::page::PageMessage;
use crate::locale::use_words;

/// A part of the slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// The level, and what moved it.
    Level,
    /// Prices and durations.
    Ducks,
    /// Lever by lever.
    Why,
    /// The next $100bn and the reverse question.
    Next,
    /// Spread, buffers, demand for reserves.
    Money,
    /// Who owes what to whom.
    Books,
    /// The backtest.
    History,
}

impl Tab {
    /// In the order in which they stand.
    pub const ALL: [Tab; 7] =
        [Tab::Level, Tab::Ducks, Tab::Why, Tab::Next, Tab::Money, Tab::Books, Tab::History];

    /// Its name in the document.
    pub const fn key(self) -> &'static str {
        match self {
            Tab::Level => "level",
            Tab::Ducks => "ducks",
            Tab::Why => "why",
            Tab::Next => "next",
            Tab::Money => "money",
            Tab::Books => "books",
            Tab::History => "history",
        }
    }

    /// What it is called.
    pub const fn name(self) -> PageMessage {
        match self {
            Tab::Level => PageMessage::TabLevel,
            Tab::Ducks => PageMessage::TabDucks,
            Tab::Why => PageMessage::TabWhy,
            Tab::Next => PageMessage::TabNext,
            Tab::Money => PageMessage::TabMoney,
            Tab::Books => PageMessage::TabBooks,
            Tab::History => PageMessage::TabHistory,
        }
    }
}

/// How far below the upper edge of the slot the heading of a part may stand for the part to count
/// as the one that is shown, CSS px.
const REACH: f64 = 72.0;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub children: Html,
}

/// The tabs, and whatever stands under them: a section with `data-section` for each.
#[component]
pub fn Slot(props: &Props) -> Html {
    let words = use_words();
    let slot = use_node_ref();
    let shown = use_state_eq(|| Tab::Level);
    let held = use_mut_ref(|| None::<Tab>);
    use_scrolling(&slot, &held, shown.setter());
    let tabs = Tab::ALL.into_iter().map(|tab| {
        let (slot, held, shown) = (slot.clone(), Rc::clone(&held), shown.clone());
        let current = (*shown == tab).then_some("true");
        let onclick = Callback::from(move |_: MouseEvent| {
            *held.borrow_mut() = Some(tab);
            if let Some(slot) = slot.cast::<Element>() {
                bring_into_view(&slot, tab);
            }
            shown.set(tab);
        });
        html! {
            <button key={tab.key()} type="button" class="tab" data-tab={tab.key()} aria-current={current} {onclick}>
                { words.text(&tab.name()) }
            </button>
        }
    });
    html! {
        <section class="slot" ref={slot.clone()} data-slot="" data-shows={shown.key()} aria-label={words.text(&PageMessage::Slot)}>
            <nav class="tabs" aria-label={words.text(&PageMessage::Slot)}>{ for tabs }</nav>
            <div class="slot-body" tabindex="0" role="group" aria-label={words.text(&shown.name())}>
                <div>{ props.children.clone() }</div>
            </div>
        </section>
    }
}

/// Follows the scroll with the tabs. The part that a tab has brought into view is held there while
/// those above it arrive and grow, until somebody scrolls.
#[hook]
fn use_scrolling(slot: &NodeRef, held: &Rc<RefCell<Option<Tab>>>, shown: UseStateSetter<Tab>) {
    let (slot, held) = (slot.clone(), Rc::clone(held));
    use_effect_with((), move |()| {
        let here = move || slot.cast::<Element>();
        // Scrolling does not rise: it is caught on its way down.
        let scrolled = listen_on_the_way_down("scroll", {
            let (here, held) = (here.clone(), Rc::clone(&held));
            move |_| {
                if held.borrow().is_none()
                    && let Some(tab) = here().and_then(|slot| in_view(&slot))
                {
                    shown.set(tab);
                }
            }
        });
        let by_hand = ["wheel", "touchmove", "keydown", "pointerdown"].map(|event| {
            let held = Rc::clone(&held);
            listen_on_the_way_down(event, move |_| {
                held.borrow_mut().take();
            })
        });
        let grown = here().and_then(|slot| slot.query_selector(".slot-body > *").ok()?).and_then(|content| {
            SizeWatch::new(&content, move || {
                if let (Some(tab), Some(slot)) = (*held.borrow(), here()) {
                    bring_into_view(&slot, tab);
                }
            })
        });
        move || {
            drop(grown);
            scrolled();
            for stop in by_hand {
                stop();
            }
        }
    });
}

/// The box in which the parts scroll, where they do; on a phone they scroll with the page.
fn scroller(slot: &Element) -> Option<HtmlElement> {
    let body = slot.query_selector(".slot-body").ok()??.dyn_into::<HtmlElement>().ok()?;
    (body.scroll_height() > body.client_height() + 1).then_some(body)
}

fn section(slot: &Element, tab: Tab) -> Option<HtmlElement> {
    let found = slot.query_selector(&format!("[data-section={}]", tab.key())).ok()??;
    found.dyn_into().ok()
}

/// Not with `scrollIntoView` where the slot scrolls by itself: it would move the page as well.
fn bring_into_view(slot: &Element, tab: Tab) {
    let Some(section) = section(slot, tab) else { return };
    match scroller(slot) {
        Some(body) => body.set_scroll_top(section.offset_top() - body.offset_top()),
        None => section.scroll_into_view(),
    }
}

/// The last part whose heading has come to the upper edge; at the end of the scroll the last.
fn in_view(slot: &Element) -> Option<Tab> {
    let body = scroller(slot);
    if let Some(body) = &body
        && body.scroll_top() + body.client_height() + 1 >= body.scroll_height()
    {
        return Tab::ALL.last().copied();
    }
    let edge = body.map_or(0.0, |body| body.get_bounding_client_rect().y()) + REACH;
    let begun = |tab: &Tab| section(slot, *tab).is_some_and(|s| s.get_bounding_client_rect().y() <= edge);
    Tab::ALL.into_iter().rfind(begun).or(Some(Tab::Level))
}
