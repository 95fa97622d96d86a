//! What lies over the picture and comes later than it: handles, and the card of a part.

use yew::{Html, html};

use super::card::{Card, CardProps};
use super::handles::Handles;
use super::place::Layout;
use crate::state::Dispatch;

/// What it shows and changes.
#[derive(Clone, Debug, PartialEq)]
pub struct OverProps {
    /// The card; the handles are of the same run and week.
    pub card: CardProps,
    /// The picture that is shown; none before the room for it was measured.
    pub layout: Option<Layout>,
    /// Where pulls go.
    pub dispatch: Dispatch,
}

/// What draws it, and where its pulls go. There is one drawer, wherever it comes from.
#[derive(Clone, Debug)]
pub struct Over {
    /// Draws it.
    pub draw: fn(OverProps) -> Html,
    /// Where pulls go.
    pub dispatch: Dispatch,
}

impl PartialEq for Over {
    fn eq(&self, other: &Self) -> bool {
        self.dispatch == other.dispatch
    }
}

/// Handles and card.
pub fn over(OverProps { card, layout, dispatch }: OverProps) -> Html {
    let handles = layout.map(|layout| {
        html! { <Handles {layout} run={card.run.clone()} week={card.view.week} {dispatch} /> }
    });
    html! {
        <>
            <div>{ for handles }</div>
            <Card ..card />
        </>
    }
}
