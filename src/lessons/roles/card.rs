//! The card of a role: who it is, and its levers.

use std::rc::Rc;

use bathtub_lessons::game::{Game, Played};
use bathtub_lessons::role::Role;
use bathtub_model::rounds::ROUND_WEEKS;
use bathtub_model::{ParameterId, ParameterText, Series, shapes};
use yew::prelude::*;

use super::table::Act;
use crate::entry::{Entered, NumberBox, Range, slider};
use crate::hooks::Shared;
use crate::locale::controls::ControlMessage;
use crate::locale::roles::{RoleMessage, brief, name};
use crate::locale::units::Amount;
use crate::locale::{Words, units, use_platform, use_words};
use crate::number::Grid;

/// The levers of all roles with their explanations, which alone come with the program.
const LEVERS: [(ParameterId, ParameterText); 13] = {
    use ParameterId as P;
    [
        (P::Tga, P::Tga.text()),
        (P::Deficit, P::Deficit.text()),
        (P::BillShare, P::BillShare.text()),
        (P::Runoff, P::Runoff.text()),
        (P::Rate, P::Rate.text()),
        (P::Capex, P::Capex.text()),
        (P::Spv, P::Spv.text()),
        (P::Circular, P::Circular.text()),
        (P::Dry, P::Dry.text()),
        (P::Commitments, P::Commitments.text()),
        (P::Hoarding, P::Hoarding.text()),
        (P::Stablecoin, P::Stablecoin.text()),
        (P::Confidence, P::Confidence.text()),
    ]
};

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub role: Role,
    pub game: Rc<Game>,
    /// How the rounds before went.
    pub played: Shared<Played>,
    pub act: Callback<Act>,
}

/// The card.
#[component]
pub fn Card(props: &Props) -> Html {
    let words = use_words();
    let role = props.role;
    let levers = role.levers().iter().map(|id| {
        html! { <Held key={id.row().key} {role} id={*id} game={props.game.clone()} played={props.played.clone()} act={props.act.clone()} /> }
    });
    html! {
        <div class="roles-card" data-card={role.key()}>
            <h4>{ words.text(&name(role)) }</h4>
            <p>{ words.text(&brief(role)) }</p>
            <div class="roles-levers">{ for levers }</div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct HeldProps {
    role: Role,
    id: ParameterId,
    game: Rc<Game>,
    played: Shared<Played>,
    act: Callback<Act>,
}

/// A lever of a role.
#[component]
fn Held(props: &HeldProps) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let HeldProps { role, id, .. } = *props;
    let row = id.row();
    let grid = Grid::of(row);
    let (value, left) = (props.game.stands(role, id), props.game.left(id));
    let key = AttrValue::from(format!("role-{}", row.key));
    let help = AttrValue::from(format!("{key}-help"));
    let entered = props.act.reform(move |entered: Entered| Act::Decide(role, id, entered));
    let quantity = {
        let words = words.clone();
        Callback::from(move |value| units::quantity(&words, value, row.unit))
    };
    let control = Range {
        id: key.clone(),
        grid,
        value,
        text: quantity.emit(value),
        described_by: Some(help.clone()),
        entered: entered.clone(),
    };
    let label = words.label(row);
    let name = ControlMessage::Exact { label: label.clone(), unit: units::name(&words, row.unit) };
    html! {
        <div class={classes!("lever", (value != left).then_some("is-moved"))}>
            <div class="lever-head">
                <div class="lever-name">
                    <label for={key.clone()}>{ label.clone() }</label>
                    <span class="lever-meta">{ units::name(&words, row.unit) }</span>
                </div>
                <NumberBox id={format!("{key}-exact")} {grid} {value} {label} name={words.text(&name)} {quantity} {entered} />
            </div>
            { slider(control, left, &platform) }
            <p class="roles-help" id={help}>{ said(id, left, &props.played, &words) }</p>
        </div>
    }
}

/// What a lever is, and where it stands if nobody moves it.
fn said(id: ParameterId, left: f64, played: &Played, words: &Words) -> Html {
    let row = id.row();
    let help = LEVERS.iter().find(|(lever, _)| *lever == id).map(|(_, text)| words.help(row, text.help));
    let so_far = RoleMessage::SoFar { value: units::quantity(words, left, row.unit) };
    let now = &played.run().rows()[played.ended() * ROUND_WEEKS];
    let amount = |series| Amount::plain(now[series], 0);
    let stands = match id {
        ParameterId::Dry => Some(RoleMessage::TankNow { bn: amount(Series::DryPowder) }),
        ParameterId::Tga => Some(RoleMessage::AccountNow {
            bn: amount(Series::Tga),
            floor: Amount::plain(shapes::TGA_FLOOR, 0),
        }),
        ParameterId::Rate => Some(RoleMessage::RateNow),
        _ => None,
    };
    let stands = stands.map(|stands| words.text(&stands));
    html! { <><span>{ for help }</span>{ " (" }{ words.text(&so_far) }{ ") " }<span>{ for stands }</span></> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lever_of_a_role_is_explained() {
        let held = Role::ALL.iter().flat_map(|role| role.levers());
        assert!(held.eq(LEVERS.iter().map(|(id, _)| id)));
    }
}
