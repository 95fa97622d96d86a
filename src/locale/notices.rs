//! What is said about a link whose values could not be used: the model's errors in words.

use bathtub_model::{Error, ParameterId, STARTS, Unit};
use yew::AttrValue;

use super::controls::ControlMessage;
use super::entry::EntryMessage;
use super::{Day, Words, units};
use crate::platform::Date;
use crate::state::Notice;

crate::messages! {
    /// Words around the notices. What each of them says comes late, with the part below the picture.
    pub enum NoticeTitle {
        Link => "notice.title" "Parts of this link could not be used";
        Older => "notice.older.title" "This link was made for an earlier model";
        Words => "notice.words.title" "The language could not be changed";
        Dismiss => "notice.dismiss" "Dismiss";
    }
}

crate::messages! {
    /// Words of the notices.
    pub enum NoticeMessage {
        Words { language: AttrValue } => "notice.words"
            "The words in {language} could not be loaded. Nothing is lost: choose the language again when the connection works.";
        UnknownStart { date: AttrValue, known: AttrValue } => "notice.unknown_start"
            "There is no balance sheet for “{date}”. Known are the Wednesdays of the weekly table from 2015 on, without March 18 to July 15, 2020, when the Fed bought more than the lever holds, and {known}.";
        Tables { date: AttrValue } => "notice.tables"
            "The table that has the balance sheet of {date} could not be loaded, and the newest one was taken. Reload the page when the connection works.";
        BalanceSheet { assets: AttrValue, liabilities: AttrValue } => "notice.balance_sheet"
            "The link’s numbers make no balance sheet: reserves, reverse repo, the Treasury’s account and currency come to {liabilities}, the Fed’s assets to {assets}. The published one was taken instead.";
        Doubled { label: AttrValue, used: AttrValue, other: AttrValue } => "notice.doubled"
            "{label}: the link has it twice, as “{used}” and as “{other}”. The first was taken.";
        Week => "notice.week" "Week";
        Version { text: AttrValue } => "notice.version"
            "The link is of version “{text}”, which this page does not know. Some of it may be missing.";
        Older { model: AttrValue } => "notice.older"
            "This link was made with model {model}. Its start and its levers are kept; the model has changed since, so numbers may differ.";
        Retired { key: AttrValue, text: AttrValue } => "notice.retired"
            "“{key}” is no longer part of the model. The link’s value “{text}” was left out.";
        Other { key: AttrValue } => "notice.other" "“{key}” could not be used.";
        Separator => "notice.separator" ", ";
    }
}

/// A notice in words.
pub fn text(words: &Words, notice: &Notice) -> AttrValue {
    let message = match notice {
        Notice::Version { text } => NoticeMessage::Version { text: text.clone().into() },
        Notice::Doubled { key, used, other } => NoticeMessage::Doubled {
            label: label(words, key),
            used: used.clone().into(),
            other: other.clone().into(),
        },
        Notice::OlderModel { model } => NoticeMessage::Older { model: AttrValue::Static(model) },
        Notice::Retired { key, text } => {
            NoticeMessage::Retired { key: AttrValue::Static(key), text: text.clone().into() }
        }
        Notice::Words { language } => NoticeMessage::Words { language: AttrValue::Static(language.name()) },
        Notice::Tables { date } => NoticeMessage::Tables { date: start_date(words, date).into() },
        Notice::Dropped(error) => return dropped(words, error),
        Notice::Clamped { error, used } => return clamped(words, error, *used),
    };
    words.text(&message)
}

fn dropped(words: &Words, error: &Error) -> AttrValue {
    let message = match error {
        Error::NotANumber { key, text } => {
            let label = label(words, key);
            return words.text(&EntryMessage::NotANumber { label, text: text.clone().into() });
        }
        Error::UnknownStart { date } => {
            NoticeMessage::UnknownStart { date: date.clone().into(), known: known_dates(words) }
        }
        Error::BalanceSheet { assets, liabilities } => {
            let [assets, liabilities] =
                [assets, liabilities].map(|bn| units::quantity(words, bn.round(), Unit::Billion));
            NoticeMessage::BalanceSheet { assets, liabilities }
        }
        other => NoticeMessage::Other { key: key(other) },
    };
    words.text(&message)
}

fn clamped(words: &Words, error: &Error, used: f64) -> AttrValue {
    match error {
        Error::OutOfRange { key, value, min, max, unit } => {
            let quantity = |value: f64| units::quantity(words, value, *unit);
            words.text(&EntryMessage::OutOfRange {
                label: label(words, key),
                value: units::refused(words, *value, used, &quantity),
                low: quantity(*min),
                high: quantity(*max),
                used: quantity(used),
            })
        }
        other => words.text(&NoticeMessage::Other { key: key(other) }),
    }
}

/// The name of what a key stands for.
fn label(words: &Words, key: &str) -> AttrValue {
    match ParameterId::from_key(key) {
        Ok(id) => words.label(id.row()),
        Err(_) if key == "week" => words.text(&NoticeMessage::Week),
        Err(_) => AttrValue::from(key.to_owned()),
    }
}

fn key(error: &Error) -> AttrValue {
    match error {
        Error::UnknownParameter { key } | Error::NotANumber { key, .. } => AttrValue::from(key.clone()),
        Error::OutOfRange { key, .. } => AttrValue::Static(key),
        Error::UnknownStart { date } => AttrValue::from(date.clone()),
        Error::StartOutOfRange { date, .. } => AttrValue::from(date.clone()),
        Error::BalanceSheet { .. } => AttrValue::Static("fed_assets"),
        Error::UnknownWeek { .. } => AttrValue::Static("week"),
        Error::BadData { .. } | Error::OutsideData { .. } => AttrValue::Static("data"),
    }
}

fn known_dates(words: &Words) -> AttrValue {
    let separator = words.text(&NoticeMessage::Separator);
    let dates: Vec<_> = STARTS.iter().map(|start| start_date(words, start.date)).collect();
    dates.join(&separator).into()
}

/// The date of a start in words.
pub fn start_date(words: &Words, date: &str) -> String {
    match Date::parse(date) {
        Some(date) => words.text(&ControlMessage::StartDate { date: Day::long(date) }).to_string(),
        None => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link;
    use crate::platform::Platform;

    fn said(query: &str) -> Vec<String> {
        let words = Words::english(Platform::native());
        link::parse(query).1.iter().map(|notice| text(&words, notice).to_string()).collect()
    }

    #[test]
    fn notices_name_parameter_value_and_range() {
        assert_eq!(
            said("v=2&capex=2000"),
            ["AI capex: $2tn a year is outside the range $0bn a year to $1.5tn a year. \
              $1.5tn a year was taken instead."]
        );
        assert_eq!(
            said("v=2&tga=lots"),
            ["Treasury account (TGA): “lots” is not a number. It was left as it is."]
        );
        assert_eq!(
            said("v=2&week=900"),
            ["Week: 900 weeks is outside the range 0 weeks to 104 weeks. 104 weeks was taken instead."]
        );
        let unknown = &said("v=2&start=1999-12-31")[0];
        assert!(unknown.starts_with(
            "There is no balance sheet for “1999-12-31”. Known are the Wednesdays of the weekly table"
        ));
        assert!(said("v=3")[0].contains("version “3”"));
    }

    #[test]
    fn what_was_refused_is_told_from_what_was_taken() {
        let outside = |query: &str| {
            let said = said(query)[0].clone();
            said.split(" is outside").next().unwrap().to_owned()
        };
        assert_eq!(outside("v=2&capex=1500.01"), "AI capex: 1500.01");
        assert_eq!(outside("v=2&capex=1e99"), "AI capex: 1e99");
        assert_eq!(outside("v=2&capex=-1e999"), "AI capex: −∞");
        assert_eq!(outside("v=2&rate=300.0000001"), "Policy-rate surprise: 300.0000001");
    }

    #[test]
    fn a_link_of_an_older_model_names_it_and_what_is_lost() {
        assert_eq!(
            said("v=1&curve_height=20"),
            [
                "This link was made with model 1. Its start and its levers are kept; the model has changed since, \
                 so numbers may differ.",
                "“curve_height” is no longer part of the model. The link’s value “20” was left out."
            ]
        );
    }
}
