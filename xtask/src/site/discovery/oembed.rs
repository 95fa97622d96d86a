//! Documents for whoever makes a tub of a pasted link (<https://oembed.com>): one beside each page, since
//! no server answers here. A host that asks for a smaller frame gets the same: the frame gives way.

use anyhow::{Context, Result};
use serde_json::json;

use super::leaf::Leaf;
use crate::site::html;

pub const NAME: &str = "oembed.json";
/// Size of the frame, CSS px: the whole picture with its sliders.
const FRAME: [u32; 2] = [700, 560];
/// For how long a document may be kept, s.
const AGE: u32 = 7 * 24 * 3600;

/// The document of a page; `root` is the first page, where this is another.
pub fn document(leaf: &Leaf, root: Option<&Leaf>, url: &str) -> Result<String> {
    let tub = leaf.tub.as_ref().context("a page without a tub is not embedded")?;
    let [width, height] = FRAME;
    let frame = html::escaped(&format!("{url}?embed=1{tub}"));
    let name = html::escaped(&leaf.name);
    let code = format!(
        "<iframe src=\"{frame}\" title=\"{name}\" width=\"{width}\" height=\"{height}\" \
         style=\"border:0;max-width:100%\" loading=\"lazy\" allow=\"clipboard-write; fullscreen; web-share\"></iframe>"
    );
    let mut document = json!({
        "version": "1.0",
        "type": "rich",
        "title": leaf.name,
        "provider_name": root.unwrap_or(leaf).site,
        "provider_url": url,
        "cache_age": AGE,
        "width": width,
        "height": height,
        "html": code,
    });
    if let Some([width, height]) = leaf.size {
        document["thumbnail_url"] = json!(format!("{url}{}", leaf.picture));
        document["thumbnail_width"] = json!(width);
        document["thumbnail_height"] = json!(height);
    }
    Ok(format!("{document}\n"))
}
