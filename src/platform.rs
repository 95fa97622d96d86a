//! Everything a render function may ask of its surroundings, behind one handle.
//!
//! Components read numbers, dates, storage, clock and address through [`Platform`] and through
//! nothing else, so that the same code renders in a browser, in `cargo test` and in the prerender.

pub mod browser;
mod date;
mod engine;
pub mod native;

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

pub use bathtub_model::Date;
pub use date::DateStyle;

use bathtub_engine::{Answer, Question};
use serde::Serialize;
use yew::Callback;

use crate::locale::{Catalogue, Language};
use crate::state::Preferences;

/// How a number is written. The minus sign is U+2212 everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NumberStyle {
    /// Digits after the decimal point.
    pub decimals: u8,
    /// Whether a plus is written; zero, also after rounding, has no sign.
    pub signed: bool,
    /// Whether the number counts hundredths and is followed by the locale's per cent sign.
    pub percent: bool,
}

impl NumberStyle {
    /// Groups of thousands and a minus where needed.
    pub const fn plain(decimals: u8) -> Self {
        NumberStyle { decimals, signed: false, percent: false }
    }

    /// A change: plus or minus.
    pub const fn signed(decimals: u8) -> Self {
        NumberStyle { decimals, signed: true, percent: false }
    }

    /// Per cent: 3.1 is written as 3.1%.
    pub const fn percent(decimals: u8) -> Self {
        NumberStyle { decimals, signed: false, percent: true }
    }

    /// A change in per cent.
    pub const fn signed_percent(decimals: u8) -> Self {
        NumberStyle { decimals, signed: true, percent: true }
    }
}

/// Plural category of a count, as in Unicode CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// No form of its own in the languages of this page, kept for completeness of CLDR.
    Zero,
    /// English 1; Russian 1, 21, 31.
    One,
    /// Not used by the languages of this page.
    Two,
    /// Russian 2–4, 22–24.
    Few,
    /// Russian 5–20.
    Many,
    /// Everything else, and fractions.
    Other,
}

impl Plural {
    /// Name in templates and in CLDR.
    pub const fn name(self) -> &'static str {
        match self {
            Plural::Zero => "zero",
            Plural::One => "one",
            Plural::Two => "two",
            Plural::Few => "few",
            Plural::Many => "many",
            Plural::Other => "other",
        }
    }

    /// The category of a CLDR name.
    pub fn from_name(name: &str) -> Self {
        [Plural::Zero, Plural::One, Plural::Two, Plural::Few, Plural::Many]
            .into_iter()
            .find(|plural| plural.name() == name)
            .unwrap_or(Plural::Other)
    }
}

/// Room for the layout, for the few decisions style sheets cannot take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Viewport {
    /// A phone held upright: below 600 px.
    Narrow,
    /// A tablet or half a screen: below 1100 px.
    Medium,
    /// A desktop.
    Wide,
}

impl Viewport {
    /// The class of a width in CSS pixels.
    pub fn of(width: f64) -> Self {
        match width {
            w if w < 600.0 => Viewport::Narrow,
            w if w < 1100.0 => Viewport::Medium,
            _ => Viewport::Wide,
        }
    }
}

/// Something that is to leave the page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Wish {
    /// `link`, `png` or `svg`.
    pub kind: &'static str,
    /// Identity of the chart; none for the scene.
    pub chart: Option<&'static str>,
    /// Title of the link or the picture.
    pub title: String,
    /// The link.
    pub url: String,
    /// Name of the file without its ending.
    pub name: String,
    /// The line that says where a picture is from.
    pub source: String,
    /// Width of a picture in pixels.
    pub width: u32,
}

/// What became of a wish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Handed to another program.
    Shared,
    /// Copied.
    Copied,
    /// Saved as a file.
    Saved,
    /// The visitor thought better of it.
    Cancelled,
    /// The browser would not.
    Failed,
}

impl Outcome {
    /// The outcome of a word of `www/take.js`; anything else tells of a failure.
    pub fn from_word(word: &str) -> Self {
        let all = [Outcome::Shared, Outcome::Copied, Outcome::Saved, Outcome::Cancelled];
        all.into_iter().find(|outcome| outcome.name() == word).unwrap_or(Outcome::Failed)
    }

    /// The word.
    pub const fn name(self) -> &'static str {
        match self {
            Outcome::Shared => "shared",
            Outcome::Copied => "copied",
            Outcome::Saved => "saved",
            Outcome::Cancelled => "cancelled",
            Outcome::Failed => "failed",
        }
    }
}

/// What a browser or its native stand-in provides.
pub trait Host {
    /// A finite number in the language's writing.
    fn number(&self, language: &'static str, value: f64, style: NumberStyle) -> String;
    /// A date in the language's writing.
    fn date(&self, language: &'static str, date: Date, style: DateStyle) -> String;
    /// The plural category of a count.
    fn plural(&self, language: &'static str, count: f64) -> Plural;
    /// A number with every digit it has, for machines: the shortest text that reads back the same.
    fn exact(&self, value: f64) -> String;
    /// Milliseconds of a clock that never goes back.
    fn now(&self) -> f64;
    /// The query of the address, without the question mark.
    fn query(&self) -> String;
    /// Replaces the query of the address; the history does not grow.
    fn replace_query(&self, query: &str);
    /// The address of the page with another query.
    fn address(&self, query: &str) -> String;
    /// Preferences kept from an earlier visit; none where storage is empty, foreign or forbidden.
    fn stored_preferences(&self) -> Option<Preferences>;
    /// Keeps preferences; in silence where storage is forbidden.
    fn store_preferences(&self, preferences: &Preferences);
    /// Asks for the words of a language other than English; they come later, or none do.
    fn load_words(&self, language: Language, done: Box<dyn FnOnce(Option<Catalogue>)>);
    /// Tells the document its language and its title.
    fn apply_language(&self, language: Language, title: &str);
    /// Makes the document follow the preferences: theme and motion.
    fn apply_preferences(&self, preferences: &Preferences);
    /// Whether movement is to be avoided, by the visitor's choice here or in the system.
    fn reduced_motion(&self) -> bool;
    /// Room for the layout.
    fn viewport(&self) -> Viewport;
    /// Asks the engine. Answers come while it works, better ones after rough ones, and none to a
    /// question whose place a later one of its kind has taken; `None` when there is no engine.
    fn ask(&self, question: Question, answered: Callback<Option<Answer>>);
    /// Has the browser save a file; in silence where a frame may not.
    fn save(&self, name: &str, media_type: &str, content: &str);
    /// Has something leave the page; `www/take.js` does it.
    fn take(&self, wish: &Wish, done: Callback<Outcome>);
    /// Opens the browser's dialogue for printing.
    fn print(&self);
    /// Tells host pages and tests that the page runs.
    fn ready(&self);
}

/// Shared handle of a [`Host`]; two handles are equal when they are the same.
#[derive(Clone)]
pub struct Platform(Rc<dyn Host>);

impl Platform {
    /// Wraps a host.
    pub fn new(host: impl Host + 'static) -> Self {
        Platform(Rc::new(host))
    }

    /// The browser this runs in.
    pub fn browser() -> Self {
        Platform::new(browser::Browser::default())
    }

    /// A stand-in without a browser, for tests and the prerender.
    pub fn native() -> Self {
        Platform::new(native::Native::default())
    }
}

impl Deref for Platform {
    type Target = dyn Host;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}

impl PartialEq for Platform {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Platform")
    }
}

/// Puts the true minus sign where a formatter wrote a hyphen.
fn true_minus(text: &str) -> String {
    text.replace('-', "\u{2212}")
}
