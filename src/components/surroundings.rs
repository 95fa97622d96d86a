//! What every component may ask for: the platform and the words.

use yew::prelude::*;

use crate::locale::Words;
use crate::platform::Platform;

/// Contexts of the page. They change with the language alone, so that no drag draws by them.
pub fn surroundings(platform: &Platform, words: &Words, children: Html) -> Html {
    html! {
        <ContextProvider<Platform> context={platform.clone()}>
            <ContextProvider<Words> context={words.clone()}>{ children }</ContextProvider<Words>>
        </ContextProvider<Platform>>
    }
}
