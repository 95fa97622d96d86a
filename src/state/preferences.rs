//! What a visitor chose once for all visits.

use serde::Serialize;

use crate::language::Language;

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Whether things move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Motion {
    /// As the system has it.
    #[default]
    System,
    /// A still picture.
    Reduced,
    /// Waves and springs.
    Full,
}

impl Motion {
    /// The choice of a stored word; what is not known is the system's.
    pub fn from_word(word: &str) -> Self {
        match word {
            "reduced" => Motion::Reduced,
            "full" => Motion::Full,
            _ => Motion::System,
        }
    }

    /// Whether movement is to be avoided where the system says so or not.
    pub fn is_reduced(self, by_system: bool) -> bool {
        match self {
            Motion::System => by_system,
            Motion::Reduced => true,
            Motion::Full => false,
        }
    }
}

impl Theme {
    /// The theme of a stored word; what is not known is the system's.
    pub fn from_word(word: &str) -> Self {
        match word {
            "light" => Theme::Light,
            "dark" => Theme::Dark,
            _ => Theme::System,
        }
    }
}

/// What of the page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// Every lever and every coefficient.
    #[default]
    Full,
    /// Four sliders.
    Simple,
    /// Picture, headline, read-outs and one slider, large: for a projector.
    Present,
}

impl View {
    /// The view of a stored word; what is not known is everything.
    pub fn from_word(word: &str) -> Self {
        match word {
            "simple" => View::Simple,
            "present" => View::Present,
            _ => View::Full,
        }
    }

    /// Its name in the document: `data-view` of the page.
    pub const fn name(self) -> &'static str {
        match self {
            View::Full => "full",
            View::Simple => "simple",
            View::Present => "present",
        }
    }

    /// Where the button under the panel leads: from everything to less, and back to everything.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            View::Full => View::Simple,
            View::Simple | View::Present => View::Full,
        }
    }
}

/// Everything that is stored. What an earlier version did not know has its default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Preferences {
    /// Light or dark.
    pub theme: Theme,
    /// Whether things move.
    pub motion: Motion,
    /// The language of the page.
    pub language: Language,
    /// What of the page is shown.
    pub view: View,
    /// Whether the opening was seen, or the page used.
    pub seen: bool,
}
