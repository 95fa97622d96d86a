//! What every component may ask for: the platform, the words, and the part that is fetched late.

use yew::prelude::*;

use super::below::OFFERED;
use crate::deferred::{Deferred, Door};
use crate::locale::Words;
use crate::platform::Platform;

/// Contexts of the page. They change with the language alone, so that no drag draws by them.
pub fn surroundings(platform: &Platform, words: &Words, children: Html) -> Html {
    html! {
        <ContextProvider<Platform> context={platform.clone()}>
            <ContextProvider<Words> context={words.clone()}>
                <ContextProvider<Door<Deferred>> context={OFFERED}>{ children }</ContextProvider<Door<Deferred>>>
            </ContextProvider<Words>>
        </ContextProvider<Platform>>
    }
}
