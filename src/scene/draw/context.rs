//! What every drawing function is given, and the small things they share.

use yew::{AttrValue, Html, html};

use super::fixed::Fixed;
use crate::scene::facts::{Names, Part, Phrases, SceneView};
use crate::scene::motion::{Refs, Spring};
use crate::scene::place::{Frame, Label, Plan};
use crate::svg::px;

/// The picture that is being drawn.
pub struct Draw<'a> {
    /// Fixed places.
    pub frame: &'static Frame,
    /// Numbers.
    pub view: &'a SceneView,
    /// Places that follow from the numbers.
    pub plan: &'a Plan,
    /// Numbers in words.
    pub phrases: &'a Phrases,
    /// What never changes.
    pub fixed: &'a Fixed,
    /// What is read out.
    pub names: &'a Names,
    /// Nodes that move.
    pub refs: &'a Refs,
    /// Where they stood at first, in the order of the springs.
    pub first: &'a [AttrValue],
    /// Whether this picture carries the hooks for tests and host pages.
    pub primary: bool,
    /// Whether it is the second of two.
    pub second: bool,
}

impl Draw<'_> {
    /// A reference to something of this picture's own, `url(#w-brass)`.
    pub fn url(&self, id: &str) -> AttrValue {
        AttrValue::from(format!("url(#{}{id})", self.frame.prefix))
    }

    /// The id of the clip of the tub's inside, which is each picture's own.
    pub const fn inside(&self) -> &'static str {
        if self.second { "inside-2" } else { "inside" }
    }

    /// What makes a button of a part, where it can be pointed at.
    pub fn role(&self) -> Option<&'static str> {
        (!self.second).then_some("button")
    }

    /// The address of a symbol.
    pub fn href(&self, id: &str) -> AttrValue {
        AttrValue::from(format!("#{}{id}", self.frame.prefix))
    }

    /// Where a spring stood when the picture was first drawn; from then on the mover has it.
    pub fn at(&self, spring: Spring) -> AttrValue {
        self.first[spring.index()].clone()
    }

    /// A part that can be pointed at, focused and read out.
    pub fn part(&self, part: Part, drawing: Html) -> Html {
        // Tab reaches the first part; arrow keys go on from there.
        let tab = if part == Part::FromTank { "0" } else { "-1" };
        if self.second {
            return html! { <g key={part.key()} class="part">{drawing}</g> };
        }
        html! {
            <g key={part.key()} class="part" data-part={part.key()} tabindex={tab} role="button" aria-label={self.names.of(part)} aria-describedby="scene-card">
                {drawing}
            </g>
        }
    }

    /// A label; pointing at it is pointing at its part.
    pub fn label(&self, key: usize, label: &Label) -> Html {
        let anchor = label.anchor.name();
        html! {
            <g {key} class="label" data-part={label.part.key()} text-anchor={anchor} aria-hidden="true">
                { for label.baselines().enumerate().map(|(i, (y, line))| html! {
                    <text key={i} data-ink={line.class} x={px(label.x)} y={px(y)} font-size={px(line.size)}>{&line.text}</text>
                }) }
            </g>
        }
    }
}
