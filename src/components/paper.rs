//! What stands below the picture on paper: where it is from.

use bathtub_model::{DATA_DATE, MODEL_VERSION};
use yew::prelude::*;

use crate::link;
use crate::locale::page::PageMessage;
use crate::locale::{Day, Words, use_platform, use_words};
use crate::platform::Date;
use crate::state::Setting;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub setting: Setting,
}

/// Shown in print alone: on a screen the address has it.
#[component]
pub fn Paper(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let url = platform.address(&link::write(&props.setting, words.language()));
    html! { <p class="paper">{ source(&url.into(), &words) }</p> }
}

/// The line that says where a picture is from, with its link.
pub fn source(url: &AttrValue, words: &Words) -> AttrValue {
    words.text(&PageMessage::SourceLine {
        model: AttrValue::Static(MODEL_VERSION),
        date: Day::long(Date::parse(DATA_DATE).unwrap_or_default()),
        url: url.clone(),
    })
}
