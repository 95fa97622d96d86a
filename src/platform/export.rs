//! What leaves the page when a visitor asks for it.

use serde::Serialize;

/// Something that a visitor takes along: a link, a picture, a file or paper. `www/export.js` reads it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ExportRequest {
    /// `link`, `copy`, `png`, `svg`, `preview`, `file` or `print`.
    pub kind: &'static str,
    /// Identity of the chart; none for the scene.
    pub chart: Option<&'static str>,
    /// Title of the link or the picture.
    pub title: String,
    /// The link.
    pub url: String,
    /// Name of the file, of a picture without its ending.
    pub name: String,
    /// The line that says where a picture is from.
    pub source: String,
    /// Width of a picture in pixels.
    pub width: u32,
    /// Content of a file, or what is copied.
    pub text: String,
    /// Media type of a file.
    #[serde(rename = "type")]
    pub media_type: &'static str,
}
