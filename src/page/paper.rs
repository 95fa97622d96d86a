//! What stands below the picture on paper: where it is from.

use yew::prelude::*;

use crate::link;
use crate::locale::{use_platform, use_words};
use crate::share::source_line;
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
    html! { <p class="paper">{ source_line(&url.into(), &words) }</p> }
}
