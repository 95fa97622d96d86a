//! What a component may ask of its surroundings.

use bathtub_engine::{Answer, Question};
use bathtub_model::backtest::TableFile;
use web_sys::File;
use yew::Callback;

use super::{Catalogue, Date, DateStyle, ExportRequest};
use crate::language::Language;
use crate::number::{NumberStyle, Plural};
use crate::state::Preferences;

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
    /// The query of the address, without the question mark.
    fn query(&self) -> String;
    /// Replaces the query of the address; the history does not grow. Whether it could be: browsers
    /// refuse after too many changes in a short time, and in some frames.
    fn replace_query(&self, query: &str) -> bool;
    /// The address of the page with another query.
    fn address(&self, query: &str) -> String;
    /// Preferences kept from an earlier visit; none where storage is empty, foreign or forbidden.
    fn stored_preferences(&self) -> Option<Preferences>;
    /// Keeps preferences; in silence where storage is forbidden.
    fn store_preferences(&self, preferences: &Preferences);
    /// Asks for the words of a language other than English; they come later, or none do.
    fn load_words(&self, language: Language, done: Box<dyn FnOnce(Option<Catalogue>)>);
    /// Something came that belongs to another program: the page may have been renewed, and then offers to
    /// be loaded again.
    fn outdated(&self);
    /// Tells the document its language and its title.
    fn apply_language(&self, language: Language, title: &str);
    /// Makes the document follow the preferences: theme and motion.
    fn apply_preferences(&self, preferences: &Preferences);
    /// Whether movement is to be avoided, by the visitor's choice here or in the system.
    fn reduced_motion(&self) -> bool;
    /// Whether a visitor has touched the page: a pointer, a key or a wheel on it.
    fn touched(&self) -> bool;
    /// Asks the engine. Answers come while it works, better ones after rough ones, and none to a
    /// question whose place a later one of its kind has taken; `None` when there is no engine.
    fn ask(&self, question: Question, answered: Callback<Option<Answer>>);
    /// Reads files that the visitor has chosen, here and without sending them anywhere; one that
    /// cannot be read is empty.
    fn read(&self, files: Vec<File>, done: Callback<Vec<TableFile>>);
    /// Has something leave the page, and tells in a word how it went; `www/export.js` does it.
    fn export(&self, request: &ExportRequest, done: Callback<String>);
    /// Tells host pages and tests that the page runs.
    fn ready(&self);
}
