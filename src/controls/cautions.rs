//! What no experience covers.

use bathtub_model::caution::{Caution, cautions};
use bathtub_model::{Run, shapes};
use yew::prelude::*;

use crate::hooks::Shared;
use crate::locale::more::MoreMessage;
use crate::locale::{Day, Number, units, use_words};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub run: Shared<Run>,
}

#[component]
pub fn Cautions(props: &Props) -> Html {
    let words = &use_words();
    let start = props.run.scenario().start().day();
    let cautions = cautions(&props.run);
    let items = cautions.iter().enumerate().map(|(i, caution)| {
        let message = match *caution {
            Caution::Lever { id, limit } => MoreMessage::CautionLever {
                label: words.label(id.row()),
                limit: units::quantity(words, limit, id.row().unit),
            },
            Caution::Reserves { week } => MoreMessage::CautionReserves {
                date: Day::long(start.plus_weeks(week)),
                limit: Number::percent(shapes::BEYOND_EXPERIENCE, 1),
            },
        };
        html! { <li key={i} data-caution={caution_key(*caution)}>{ words.text(&message) }</li> }
    });
    let list = (!cautions.is_empty()).then(|| html! { <ul class="cautions">{ for items }</ul> });
    html! { <div>{ for list }</div> }
}

const fn caution_key(caution: Caution) -> &'static str {
    match caution {
        Caution::Lever { id, .. } => id.row().key,
        Caution::Reserves { .. } => "reserves",
    }
}
