//! Reading pages and putting things into them.

use anyhow::{Result, bail, ensure};
use html5gum::emitters::default::{DefaultEmitter, Token};
use html5gum::{HtmlString, Tokenizer};

use super::programs::{AHEAD, BOOT, EARLY, PROGRAMS};

/// A start tag with where it stands in the page.
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// The first byte after the tag.
    end: usize,
}

impl Tag {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// The start tags of a page, in order.
pub fn tags(page: &str) -> Vec<Tag> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    // Else the text of a script would be read as tags.
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(page, emitter)
        .filter_map(|token| match token {
            Ok(Token::StartTag(tag)) => Some(Tag {
                name: text(&tag.name),
                attributes: tag
                    .attributes
                    .iter()
                    .map(|(name, value)| (text(name), text(&value.value)))
                    .collect(),
                end: tag.span.end,
            }),
            _ => None,
        })
        .collect()
}

fn text(bytes: &HtmlString) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Puts `inner` into the empty `<div id="…">`.
///
/// # Errors
/// When the page has no such element, or it is not empty.
pub fn fill(page: &str, id: &str, inner: &str) -> Result<String> {
    let tag = by_id(page, id)?;
    let (before, after) = page.split_at(tag.end);
    let closing = format!("</{}>", tag.name);
    ensure!(
        after.trim_start().starts_with(&closing),
        "the element with id=\"{id}\" must be empty in index.html: the build fills it"
    );
    Ok(format!("{before}{}{}", inner.trim_end(), after.trim_start()))
}

/// The one element with this id.
fn by_id(page: &str, id: &str) -> Result<Tag> {
    let mut places = tags(page).into_iter().filter(|tag| tag.attribute("id") == Some(id));
    let Some(tag) = places.next() else {
        bail!("index.html has no element with id=\"{id}\"");
    };
    ensure!(places.next().is_none(), "index.html has several elements with id=\"{id}\"");
    Ok(tag)
}

/// Gives the element with `id="…"` further attributes.
///
/// # Errors
/// When the page has no such element or several, or a value would have to be escaped.
pub fn set_attributes(page: &str, id: &str, attributes: &[(&str, &str)]) -> Result<String> {
    let tag = by_id(page, id)?;
    let mut text = String::new();
    for (name, value) in attributes {
        ensure!(!value.contains(['"', '&', '<']), "{name} cannot be `{value}`");
        text.push_str(&format!(" {name}=\"{value}\""));
    }
    let (before, after) = page.split_at(tag.end - 1);
    Ok(format!("{before}{text}{after}"))
}

/// Puts `more` behind the one tag that `is_it` finds.
///
/// # Errors
/// When it finds none or several.
pub fn insert_after(page: &str, is_it: impl Fn(&Tag) -> bool, more: &str) -> Result<String> {
    let ends: Vec<usize> = tags(page).into_iter().filter(is_it).map(|tag| tag.end).collect();
    ensure!(ends.len() == 1, "index.html has {} tags of the kind looked for, not one", ends.len());
    let (before, after) = page.split_at(ends[0]);
    Ok(format!("{before}{more}{after}"))
}

/// The references of a page to files of the same site: as written, and the file they mean.
pub fn local_references(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for tag in tags(page) {
        let boots = matches!(tag.attribute("id"), Some(BOOT | EARLY));
        for (name, value) in &tag.attributes {
            match name.as_str() {
                "href" | "src" | "poster" => found.push(value.trim().to_owned()),
                "srcset" => found.extend(
                    value.split(',').filter_map(|part| part.split_whitespace().next().map(str::to_owned)),
                ),
                name if boots && PROGRAMS.iter().chain(&AHEAD).any(|(attribute, _)| *attribute == name) => {
                    found.push(value.trim().to_owned());
                }
                _ => {}
            }
        }
    }
    found
        .into_iter()
        .filter(|reference| is_local(reference))
        .map(|reference| {
            let end = reference.find(['?', '#']).unwrap_or(reference.len());
            let file = reference[..end].trim_start_matches("./").to_owned();
            (reference, file)
        })
        .collect()
}

/// A text as it stands in a page, in an attribute as well.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The file that a reference of a page in `folder` means, from the root of the site: none where it is
/// out of the site.
pub fn resolved(folder: &str, reference: &str) -> Option<String> {
    let mut place: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in reference.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(place.pop()?),
            name => place.push(name),
        }
    }
    Some(place.join("/"))
}

pub fn is_local(reference: &str) -> bool {
    let scheme = reference.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '?', '#']));
    !(reference.is_empty() || reference.starts_with('#') || reference.starts_with("//") || scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_goes_into_its_element() {
        let page = "<body>\n<div class=\"x\" id=\"app\"> </div>\n</body>";
        assert_eq!(
            fill(page, "app", "<p>hi</p>\n").unwrap(),
            "<body>\n<div class=\"x\" id=\"app\"><p>hi</p></div>\n</body>"
        );
        assert_eq!(fill(page, "app", "").unwrap(), page.replace("> <", "><"));
    }

    #[test]
    fn a_missing_or_filled_element_is_an_error() {
        let says = |page: &str| fill(page, "app", "x").unwrap_err().to_string();
        assert!(says("<div id=\"other\"></div>").contains("no element"));
        assert!(says("<div id=\"app\">words</div>").contains("must be empty"));
        assert!(says("<i id=\"app\"></i><i id=\"app\"></i>").contains("several"));
        // A comment that looks like the place is not the place.
        assert!(says("<!-- <div id=\"app\"></div> -->").contains("no element"));
    }

    #[test]
    fn an_element_is_given_attributes() {
        let page = "<script id=boot src='b.js'></script><p id=\"x\">";
        assert_eq!(
            set_attributes(page, "boot", &[("data-a", "./a.js"), ("data-b", "c d")]).unwrap(),
            "<script id=boot src='b.js' data-a=\"./a.js\" data-b=\"c d\"></script><p id=\"x\">"
        );
        assert!(set_attributes(page, "boot", &[("data-a", "\"")]).is_err());
        assert!(set_attributes(page, "other", &[]).is_err());
    }

    #[test]
    fn more_comes_behind_one_tag() {
        let is_it = |tag: &Tag| tag.name == "b";
        assert_eq!(insert_after("<a><b><i>", is_it, "!").unwrap(), "<a><b>!<i>");
        assert!(insert_after("<a>", is_it, "!").is_err());
        assert!(insert_after("<b><b>", is_it, "!").is_err());
    }

    #[test]
    fn a_reference_is_resolved_inside_the_site() {
        assert_eq!(resolved("a/b/", "../card.jpg").as_deref(), Some("a/card.jpg"));
        assert_eq!(resolved("a/b", "./card.jpg").as_deref(), Some("a/b/card.jpg"));
        assert_eq!(resolved("", "social.png").as_deref(), Some("social.png"));
        assert_eq!(resolved("a/", "../../card.jpg"), None);
    }

    #[test]
    fn references_of_the_site_are_told_from_others() {
        let page = "<link href='./css/a.css?v=1'><script id=boot src=boot.js data-wasm='./a.wasm'></script>\
                    <a href='#top'></a><a href='https://example.org/x'></a><a href='//h/x'></a>\
                    <b data-save='png'></b><img src='data:image/png;base64,xx' srcset='a.png 1x, b.png 2x'>\
                    <a href='docs/?a=b:c'></a><a href='mailto:a@b'></a>";
        let files: Vec<String> = local_references(page).into_iter().map(|(_, file)| file).collect();
        assert_eq!(files, ["css/a.css", "a.wasm", "boot.js", "a.png", "b.png", "docs/"]);
    }
}
