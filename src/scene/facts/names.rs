//! What assistive technology reads out. It follows when a drag has ended: nobody hears numbers
//! that change with every frame.

use bathtub_model::Duck;
use yew::AttrValue;

use super::part::Part;
use super::phrases::Phrases;
use super::view::SceneView;

/// Names of the picture and of its parts, numbers included.
pub struct Names {
    /// The picture as a whole.
    pub picture: AttrValue,
    but_ducks: [AttrValue; Part::BUT_DUCKS.len()],
    ducks: [AttrValue; Duck::ALL.len()],
}

impl Names {
    /// What is read out of a week.
    pub fn new(phrases: &Phrases, view: &SceneView) -> Self {
        let name = |part| phrases.labelled(part, &phrases.long(part, view));
        Names {
            picture: phrases.picture(view),
            but_ducks: Part::BUT_DUCKS.map(name),
            ducks: Duck::ALL.map(|duck| name(Part::Duck(duck))),
        }
    }

    /// Name of a part.
    pub fn of(&self, part: Part) -> AttrValue {
        let found = match part {
            Part::Duck(duck) => self.ducks.get(duck as usize),
            part => {
                Part::BUT_DUCKS.iter().position(|other| *other == part).map(|place| &self.but_ducks[place])
            }
        };
        found.cloned().unwrap_or_default()
    }
}
