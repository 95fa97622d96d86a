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

use bathtub_model::Run;
use yew::prelude::*;

use crate::hooks::Shared;
use crate::locale::insight::InsightMessage;
use crate::locale::{Words, use_words};
use crate::state::Dispatch;
use crate::state::Theme;

use backtest::Backtest;
pub use gallery::{Gallery, chosen};
pub use job::{Insight, use_insight};
pub use sums::duck as duck_sum;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub run: Shared<Run>,
    pub week: usize,
    pub theme: Theme,
    pub dispatch: Dispatch,
}

/// What is said where the engine could not be had.
fn missing(words: &Words) -> Html {
    html! { <p data-notice="engine">{ words.text(&InsightMessage::Missing) }</p> }
}

/// The whole section. What stands in it waits until the setting rests, so that a drag does not
/// draw it again and again.
#[component]
pub fn Reasons(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let (insight, fresh) = use_insight(&props.run, props.week, &node);
    html! {
        <section
            ref={node}
            class={classes!("reasons", (!fresh).then_some("is-stale"))}
            aria-labelledby="reasons-title"
            aria-busy={(!fresh).then_some("true")}
            data-insight={if fresh { "fresh" } else { "stale" }}
        >
            <h2 id="reasons-title">{ words.text(&InsightMessage::Title) }</h2>
            <div role="status">{ for insight.missing.then(|| missing(&words)) }</div>
            <Cards {insight} theme={props.theme} dispatch={props.dispatch.clone()} />
            <Backtest scenario={props.run.scenario().coefficients_alone()} theme={props.theme} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub struct CardsProps {
    pub insight: Insight,
    pub theme: Theme,
    pub dispatch: Dispatch,
}

/// The cards of one finished look.
#[component]
fn Cards(props: &CardsProps) -> Html {
    let words = use_words();
    let insight = &props.insight;
    html! {
        <>
            <div class="cards">
                { reasons::attribution(insight, &words) }
                { reasons::marginal(insight, &words) }
                { reasons::equivalents(insight, &words) }
                { reasons::certainty(insight, props.theme, &words) }
                { reasons::sold(insight, &words) }
                <reverse::Reverse run={insight.run.clone()} week={insight.week} dispatch={props.dispatch.clone()} />
            </div>
            <sums::Ducks run={insight.run.clone()} week={insight.week} />
            <books::Books run={insight.run.clone()} week={insight.week} />
        </>
    }
}
