//! References to everything that moves.

use bathtub_model::Duck;
use yew::NodeRef;

use super::spring::{Dash, Spring};

/// The nodes of one picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Refs {
    springs: Vec<NodeRef>,
    tags: Vec<NodeRef>,
    dashes: Vec<NodeRef>,
    /// Further groups that follow the surface: front of the water, mark, ducks' scale.
    surface: Vec<NodeRef>,
    /// The whole picture.
    pub picture: NodeRef,
    /// The crests of the surface.
    pub crests: NodeRef,
}

impl Default for Refs {
    fn default() -> Self {
        let nodes = |count| (0..count).map(|_| NodeRef::default()).collect();
        Refs {
            springs: nodes(Spring::COUNT),
            tags: nodes(Duck::COUNT),
            dashes: nodes(Dash::COUNT),
            surface: nodes(3),
            picture: NodeRef::default(),
            crests: NodeRef::default(),
        }
    }
}

impl Refs {
    /// The node of a spring.
    pub fn node(&self, spring: Spring) -> NodeRef {
        self.springs[spring.index()].clone()
    }

    /// The tag of a duck.
    pub fn tag(&self, lane: usize) -> NodeRef {
        self.tags[lane].clone()
    }

    /// The node of a dashed line.
    pub fn dash(&self, dash: Dash) -> NodeRef {
        self.dashes[dash.index()].clone()
    }

    /// The nodes of the dashed lines, in the order of [`Dash::ALL`].
    pub fn dashes(&self) -> &[NodeRef] {
        &self.dashes
    }

    /// The front of the water.
    pub fn front(&self) -> NodeRef {
        self.surface[0].clone()
    }

    /// The mark on the ruler.
    pub fn mark(&self) -> NodeRef {
        self.surface[1].clone()
    }

    /// The ducks' scale.
    pub fn duck_scale(&self) -> NodeRef {
        self.surface[2].clone()
    }

    /// Every node that follows a spring.
    pub fn followers(&self, spring: Spring) -> impl Iterator<Item = &NodeRef> {
        let more: &[NodeRef] = match spring {
            Spring::Surface => &self.surface,
            Spring::Duck(lane) => &self.tags[lane..=lane],
            _ => &[],
        };
        std::iter::once(&self.springs[spring.index()]).chain(more)
    }
}
