//! Starts out of the weekly table: they come from the engine, which has the tables.

use bathtub_engine::{Answer, Question};
use bathtub_model::{Error, Start};
use yew::Callback;

use crate::link;
use crate::platform::Platform;
use crate::state::{Notice, Setting};

/// Makes the starts of an address known, where they are not, before the address is read; at once where
/// nothing is missing. `known` is given what has to be said.
pub fn fetch_start(platform: &Platform, query: &str, known: Callback<Option<Notice>>) {
    fetch(platform.clone(), link::unknown_starts(query), None, known);
}

/// One after the other: the engine answers the last question of a kind alone.
fn fetch(platform: Platform, mut dates: Vec<String>, said: Option<Notice>, known: Callback<Option<Notice>>) {
    let Some(date) = dates.pop() else { return known.emit(said) };
    let asked = platform.clone();
    asked.ask(
        Question::start(&date),
        Callback::from(move |answer| {
            let said = missed(&date, answer).or_else(|| said.clone());
            fetch(platform.clone(), dates.clone(), said, known.clone());
        }),
    );
}

/// Keeps the start that came; what is said when none could be had. A date that has none is said by
/// whoever reads the address.
fn missed(date: &str, answer: Option<Answer>) -> Option<Notice> {
    let _: Option<Result<&Start, Error>> = match answer {
        Some(Answer::Start(start)) => Some(start.keep()),
        Some(_) => None,
        None => return Some(Notice::Tables { date: date.to_owned() }),
    };
    None
}

/// Reads an address; `missed` is what [`fetch_start`] had to say.
pub fn read(query: &str, missed: Option<&Notice>) -> (Setting, Vec<Notice>) {
    let (setting, mut notices) = link::parse(query);
    if let Some(missed) = missed {
        notices.retain(|notice| !matches!(notice, Notice::Dropped(Error::UnknownStart { .. })));
        notices.push(missed.clone());
    }
    (setting, notices)
}
