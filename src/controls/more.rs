//! Everything beyond the five levers: one's own balance sheet, further levers, the model's
//! coefficients. It comes later than the levers.

use bathtub_model::{Group, Scenario};
use yew::prelude::*;

use super::balance::Balance;
use super::fold::{self, Fold};
use crate::locale::more::MoreMessage;
use crate::locale::use_words;
use crate::state::Dispatch;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub scenario: Scenario,
    pub dispatch: Dispatch,
}

#[component]
pub fn More(props: &Props) -> Html {
    let words = use_words();
    html! {
        <>
            <Balance scenario={props.scenario} dispatch={props.dispatch.clone()} />
            <h3>{ words.text(&MoreMessage::MoreLevers) }</h3>
            { folds(true, props) }
            <h3>{ words.text(&MoreMessage::Assumptions) }</h3>
            { folds(false, props) }
        </>
    }
}

/// The groups beyond the five levers: further levers, or the model's coefficients.
fn folds(levers: bool, props: &Props) -> Html {
    let groups = Group::ALL
        .iter()
        .filter(|group| group.is_lever() == levers && !matches!(group, Group::Primary | Group::BalanceSheet));
    let folds = groups.map(|group| {
        html! {
            <Fold
                key={group.name()}
                group={*group}
                values={fold::values(*group, &props.scenario)}
                dispatch={props.dispatch.clone()}
            />
        }
    });
    html! { <div>{ for folds }</div> }
}
