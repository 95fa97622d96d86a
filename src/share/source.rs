//! The line that says where something is from.

use bathtub_model::{DATA_DATE, MODEL_VERSION};
use yew::AttrValue;

use crate::locale::page::PageMessage;
use crate::locale::{Day, Words};
use crate::platform::Date;

/// The line that says where a picture is from, with its link.
pub fn source_line(url: &AttrValue, words: &Words) -> AttrValue {
    words.text(&PageMessage::SourceLine {
        model: AttrValue::Static(MODEL_VERSION),
        date: Day::long(Date::parse(DATA_DATE).unwrap_or_default()),
        url: url.clone(),
    })
}
