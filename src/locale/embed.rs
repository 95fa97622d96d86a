//! Words of a tub in somebody else's page.

use yew::AttrValue;

use super::Day;

crate::messages! {
    /// Words of the frame.
    pub enum EmbedMessage {
        Source { model: AttrValue, date: Day } => "embed.source" "The liquidity bathtub, model {model}, data of {date}";
        Open => "embed.open" "Open the full page";
    }
}
