//! Tables of the visitor's own in place of the published one: files are chosen or dropped, and read
//! here.

use bathtub_model::backtest::TableFile;
use web_sys::{FileList, HtmlInputElement};
use yew::prelude::*;

use crate::hooks::Shared;
use crate::locale::insight::InsightMessage;
use crate::locale::{Day, Words};
use crate::platform::Date;

/// Files, compared by identity: they may be long.
pub type Files = Shared<Vec<TableFile>>;

/// Files that the model could read, with their first and last week.
#[derive(Clone, Debug, PartialEq)]
pub struct UsedTables {
    files: Files,
    first: Date,
    last: Date,
}

/// Which tables a backtest reads; by default the published ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tables {
    /// What has been read.
    used: Option<UsedTables>,
    /// What is to be read.
    tried: Option<Files>,
    /// Why the last files could not be used.
    refusal: Option<AttrValue>,
}

impl Tables {
    /// Other files are to be read.
    pub fn with(&self, files: Vec<TableFile>) -> Self {
        Tables { used: self.used.clone(), tried: Some(Shared::new(files)), refusal: None }
    }

    /// Files that the engine is asked about; none for the published tables.
    pub fn asked(&self) -> Option<&Files> {
        self.tried.as_ref().or(self.used.as_ref().map(|used| &used.files))
    }

    /// Whether files are to be read that have not been read yet.
    pub fn are_new(&self) -> bool {
        self.tried.is_some()
    }

    /// The files could be read; they hold these weeks.
    pub fn accepted(&self, [first, last]: [f64; 2]) -> Self {
        let day = |days: f64| Date::from_days(days as i32);
        let used =
            self.asked().map(|files| UsedTables { files: files.clone(), first: day(first), last: day(last) });
        Tables { used, ..Tables::default() }
    }

    /// The files could not be used: what was in use stays so.
    pub fn refused(&self, reason: String) -> Self {
        Tables { used: self.used.clone(), tried: None, refusal: Some(reason.into()) }
    }

    /// Nothing is said of files that could not be used.
    pub fn without_refusal(&self) -> Self {
        Tables { refusal: None, ..self.clone() }
    }

    /// Weeks from which a backtest may begin: the first and those that begin a year; none for the
    /// published tables.
    pub fn starts(&self) -> Option<Vec<Date>> {
        let UsedTables { first, last, .. } = self.used.as_ref()?;
        let years = first.year() + 1..=last.year();
        let weeks = years.filter_map(|year| {
            let weeks = (Date::new(year, 1, 1)?.days() - first.days() + 6) / 7;
            Some(Date::from_days(first.days() + 7 * weeks))
        });
        Some(std::iter::once(*first).chain(weeks.filter(|week| week < last)).collect())
    }
}

/// The field for files, what is in use, and why something is not. `given` is called with files,
/// `back` when the published tables are wanted again.
pub fn chooser(
    tables: &Tables,
    given: Callback<Option<FileList>>,
    back: Callback<MouseEvent>,
    words: &Words,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        given.emit(input.files());
        // The same file, mended, can be chosen again.
        input.set_value("");
    });
    let used = tables.used.as_ref().map(|UsedTables { files, first, last }| {
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        let used = InsightMessage::OwnUsed {
            files: names.join(", ").into(),
            from: Day::long(*first),
            to: Day::long(*last),
        };
        html! {
            <p data-own="used">
                { words.text(&used) }{ " " }
                <button type="button" class="tool" onclick={back}>{ words.text(&InsightMessage::OwnBack) }</button>
            </p>
        }
    });
    let refused = tables.refusal.as_ref().map(|reason| {
        // The model speaks English.
        html! { <p class="refused" data-own="refused">{ words.text(&InsightMessage::OwnRefused) }{ " " }<span lang="en">{ reason }</span></p> }
    });
    html! {
        <>
            <div class="question">
                <label for="backtest-own">{ words.text(&InsightMessage::OwnTables) }</label>
                <input id="backtest-own" type="file" multiple=true accept=".csv,text/csv" autocomplete="off"
                    aria-describedby="backtest-own-note" {onchange} />
            </div>
            <p id="backtest-own-note" class="quiet">{ words.text(&InsightMessage::OwnNote) }</p>
            <div role="status"><div>{ for used }</div><div>{ for refused }</div></div>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables() -> Tables {
        Tables::default().with(vec![TableFile { name: "mine.csv".into(), text: String::new() }])
    }

    fn day(year: i32, month: i32, day: i32) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn starts_are_the_first_week_and_the_first_of_each_year() {
        assert_eq!(Tables::default().starts(), None);
        let ends = [day(2023, 11, 15), day(2025, 1, 1)].map(|day| f64::from(day.days()));
        let read = tables().accepted(ends);
        // The last week of the table is nothing to begin with.
        assert_eq!(read.starts(), Some(vec![day(2023, 11, 15), day(2024, 1, 3)]));
    }

    #[test]
    fn files_that_cannot_be_used_leave_what_was_in_use() {
        let read = tables().accepted([19_676.0, 20_089.0]);
        assert!(!read.are_new());
        let tried = read.with(Vec::new());
        assert!(tried.are_new() && tried.asked() != read.asked());
        let refused = tried.refused("a sentence".into());
        assert_eq!(refused.asked(), read.asked());
        assert_ne!(refused, read, "the reason is kept");
        assert_eq!(refused.without_refusal(), read);
    }
}
