//! Words of a pinned release that is behind.

use yew::AttrValue;

use super::Day;

crate::messages! {
    /// Words of a pinned release that is behind.
    pub enum NewerMessage {
        Title => "newer.title" "A newer release of this page";
        Text { own: AttrValue, version: AttrValue, model: AttrValue, date: Day } => "newer.text"
            "This page is pinned to release {own} and stays as it is. The newest release is {version}, with model {model} and data of {date}.";
        Compare => "newer.compare" "Compare the numbers";
        Open => "newer.open" "Open this setting there";
        Here { version: AttrValue } => "newer.here" "Release {version}, here";
        There { version: AttrValue } => "newer.there" "Release {version}";
        Difference => "newer.difference" "Difference";
        Refused { reason: AttrValue } => "newer.refused" "The newest release cannot run this setting: {reason}";
        Away => "newer.away" "The newest release could not be asked. Try again.";
    }
}
