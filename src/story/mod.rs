//! Steps that tell something with the page itself: each is a text, a setting, a part to point at and
//! what it waits for. The opening is one list of them.

mod opening;
mod teller;

use bathtub_model::ParameterId;
use yew::AttrValue;

pub use opening::{begins_by_itself, opening};
pub use teller::{Teller, focus_on, use_marking, use_pointing};

use crate::link;
use crate::scene::facts::Part;
use crate::state::{Hands, Setting, Telling};

/// What a step points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A part of the picture.
    Part(Part),
    /// A lever.
    Lever(ParameterId),
}

/// What a step waits for. All of them can be gone on from by a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// A press.
    Press,
    /// A lever that is moved: the page is the visitor's from then on.
    Moved(ParameterId),
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What is said.
    pub text: AttrValue,
    /// What is shown, written as a link writes it: `capex=1000&dry=0&week=52`.
    pub setting: &'static str,
    /// What is pointed at.
    pub point: Option<Target>,
    /// What it waits for.
    pub wait: Wait,
}

impl Step {
    /// What is shown.
    pub fn shown(&self) -> Setting {
        link::parse(&format!("v={}&{}", link::VERSION, self.setting)).0
    }

    /// The step as the state knows it.
    pub fn telling(&self, at: usize) -> Telling {
        let hands = if let Wait::Moved(id) = self.wait { Hands::One(id) } else { Hands::None };
        Telling { step: at, setting: self.shown(), hands }
    }
}
