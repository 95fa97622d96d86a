//! What leaves the page when a visitor asks for it.

use serde::Serialize;

/// Something that a visitor takes along: a link or a picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExportRequest {
    /// `link`, `png`, `svg` or `preview`.
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

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportOutcome {
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

impl ExportOutcome {
    /// The outcome of a word of `www/export.js`; any other word is a failure.
    pub fn from_word(word: &str) -> Self {
        let all =
            [ExportOutcome::Shared, ExportOutcome::Copied, ExportOutcome::Saved, ExportOutcome::Cancelled];
        all.into_iter().find(|outcome| outcome.name() == word).unwrap_or(ExportOutcome::Failed)
    }

    /// The word.
    pub const fn name(self) -> &'static str {
        match self {
            ExportOutcome::Shared => "shared",
            ExportOutcome::Copied => "copied",
            ExportOutcome::Saved => "saved",
            ExportOutcome::Cancelled => "cancelled",
            ExportOutcome::Failed => "failed",
        }
    }
}
