//! What could not be done as it was asked, so that the page says so.

use bathtub_model::Error;

use crate::language::Language;

/// Something in a link that could not be used as it stood, or words that could not be fetched.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The value was left out.
    Dropped(Error),
    /// The nearest allowed value was taken instead.
    Clamped {
        /// What was wrong.
        error: Error,
        /// What was taken.
        used: f64,
    },
    /// The link is of a version that this page does not know.
    Version {
        /// The version as given.
        text: String,
    },
    /// The link has a key twice, with different values.
    Doubled {
        /// The key.
        key: String,
        /// The value that was taken, the first.
        used: String,
        /// Another one.
        other: String,
    },
    /// The link was made for an earlier model.
    OlderModel {
        /// The first figure of that model's version.
        model: &'static str,
    },
    /// The link sets a parameter that the model has no more.
    Retired {
        /// Key of the parameter.
        key: &'static str,
        /// The value as given.
        text: String,
    },
    /// The tables that have the link's start could not be loaded.
    Tables {
        /// Date of the start.
        date: String,
    },
    /// The words of a language could not be loaded.
    Words {
        /// The language.
        language: Language,
    },
}
