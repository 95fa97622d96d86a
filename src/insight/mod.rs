//! Below the picture: why the water moved, what would do the same, how sure that is, the reverse
//! question, and the books.

mod backtest;
mod books;
mod card;
mod gallery;
mod job;
mod own_tables;
mod reasons;
mod reverse;
mod sums;

use yew::prelude::*;

use crate::locale::insight::InsightMessage;
use crate::locale::{Words, use_words};
use crate::state::Dispatch;
use crate::state::Theme;

pub use backtest::Backtest;
pub use books::Books;
pub use gallery::{Gallery, chosen};
pub use job::{Insight, use_insight};
pub use sums::{Ducks, duck as duck_sum};

/// What is said where the engine could not be had.
fn missing(words: &Words) -> Html {
    html! { <p data-notice="engine">{ words.text(&InsightMessage::Missing) }</p> }
}

/// What the page says of a setting that was analysed. It waits until the setting rests, so that a
/// drag does not draw it again and again.
pub struct Reasons<'a> {
    /// The findings.
    pub insight: &'a Insight,
    /// Colours of the chart in it.
    pub theme: Theme,
    /// Where the reverse question sets what it found.
    pub dispatch: &'a Dispatch,
}

impl Reasons<'_> {
    /// That the engine could not be had.
    pub fn missing(&self, words: &Words) -> Html {
        html! { <div role="status">{ for self.insight.missing.then(|| missing(words)) }</div> }
    }

    /// What moved the water, what would do the same, what had to be sold, how sure that is.
    pub fn why(&self) -> Html {
        html! { <Why insight={self.insight.clone()} theme={self.theme} /> }
    }

    /// The next $100bn, and the reverse question.
    pub fn next(&self) -> Html {
        html! { <Next insight={self.insight.clone()} dispatch={self.dispatch.clone()} /> }
    }
}

#[derive(Properties, PartialEq)]
struct WhyProps {
    insight: Insight,
    theme: Theme,
}

#[component]
fn Why(props: &WhyProps) -> Html {
    let words = use_words();
    let insight = &props.insight;
    html! {
        <div class="cards">
            { reasons::attribution(insight, &words) }
            { reasons::equivalents(insight, &words) }
            { reasons::sold(insight, &words) }
            { reasons::certainty(insight, props.theme, &words) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct NextProps {
    insight: Insight,
    dispatch: Dispatch,
}

#[component]
fn Next(props: &NextProps) -> Html {
    let words = use_words();
    let insight = &props.insight;
    html! {
        <div class="cards">
            { reasons::marginal(insight, &words) }
            <reverse::Reverse run={insight.run.clone()} week={insight.week} dispatch={props.dispatch.clone()} />
        </div>
    }
}
