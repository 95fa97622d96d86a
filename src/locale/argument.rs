//! Parameters of messages.

use yew::AttrValue;

use super::Words;
use crate::number::NumberStyle;
use crate::platform::{Date, DateStyle};

/// A parameter of a message.
pub trait Argument {
    /// As it is written in the language.
    fn write(&self, words: &Words) -> String;

    /// The count by which a plural is chosen.
    fn count(&self) -> Option<f64> {
        None
    }
}

/// A number and how it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// The number.
    pub value: f64,
    /// How it is written.
    pub style: NumberStyle,
}

impl Number {
    /// A number without a forced sign.
    pub const fn plain(value: f64, decimals: u8) -> Self {
        Number { value, style: NumberStyle::plain(decimals) }
    }

    /// A change.
    pub const fn signed(value: f64, decimals: u8) -> Self {
        Number { value, style: NumberStyle::signed(decimals) }
    }

    /// Per cent: 3.1 is written as 3.1%.
    pub const fn percent(value: f64, decimals: u8) -> Self {
        Number { value, style: NumberStyle::percent(decimals) }
    }

    /// A change in per cent.
    pub const fn signed_percent(value: f64, decimals: u8) -> Self {
        Number { value, style: NumberStyle::signed_percent(decimals) }
    }

    /// How many.
    pub const fn count(count: usize) -> Self {
        Number::plain(count as f64, 0)
    }
}

impl Argument for Number {
    fn write(&self, words: &Words) -> String {
        words.number(self.value, self.style)
    }

    fn count(&self) -> Option<f64> {
        Some(self.value)
    }
}

/// A date and how it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// How it is written.
    pub style: DateStyle,
}

impl Day {
    /// August 19, 2026.
    pub const fn long(date: Date) -> Self {
        Day { date, style: DateStyle::Long }
    }

    /// Aug 2026.
    pub const fn month(date: Date) -> Self {
        Day { date, style: DateStyle::Month }
    }
}

impl Argument for Day {
    fn write(&self, words: &Words) -> String {
        words.date(self.date, self.style)
    }
}

/// A text that is put together already, or that the visitor gave.
impl Argument for AttrValue {
    fn write(&self, _: &Words) -> String {
        self.to_string()
    }
}
