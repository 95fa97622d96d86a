//! Tables of charts.

use yew::prelude::*;

use crate::locale::Words;
use crate::locale::charts::ChartMessage;

/// What is compared with.
pub fn against(pinned: bool) -> ChartMessage {
    if pinned { ChartMessage::Pinned } else { ChartMessage::LevelBaseline }
}

/// A table with a row of headings.
pub fn table(head: &[ChartMessage], rows: Vec<Html>, words: &Words) -> Html {
    let cells = head.iter().enumerate().map(|(i, message)| {
        html! { <th key={i} scope="col">{ words.text(message) }</th> }
    });
    html! {
        <table>
            <thead><tr>{ for cells }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
