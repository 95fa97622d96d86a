//! What the build drew of the parts that come late: charts and reasons under the tabs, and what stands
//! below the picture. It stays until they are here, for as long as it is true: with nothing changed,
//! in English.

use web_sys::{Element, Node};
use yew::Html;
use yew::virtual_dom::VNode;

use crate::language::Language;
use crate::scene::fitting;
use crate::scene::place::Layout;
use crate::state::{Setting, State};

/// The two parts, as nodes of the document, and which picture the drawn page had room for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Still {
    /// Under the tabs.
    pub sections: Option<Node>,
    /// Below the picture.
    pub below: Option<Node>,
    /// The picture that fits.
    pub picture: Option<Layout>,
}

impl Still {
    /// Takes them out of a drawn page, which is about to be drawn anew.
    pub fn of(place: &Element) -> Self {
        let figure = place.query_selector(".scene-figure").ok().flatten();
        let picture = figure.as_ref().and_then(fitting);
        let taken = |selector: &str| {
            let node = place.query_selector(selector).ok()??;
            node.remove();
            Some(Node::from(node))
        };
        Still { sections: taken(".sections"), below: taken("#below > *"), picture }
    }

    /// Whether it shows what the state says.
    pub fn is_true_of(state: &State) -> bool {
        state.shown() == Setting::default() && state.preferences.language == Language::English
    }
}

/// One of the parts, as it was drawn.
pub fn drawn(node: Option<&Node>) -> Html {
    node.map_or_else(Html::default, |node| VNode::VRef(node.clone()))
}
