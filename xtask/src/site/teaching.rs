//! The page for teachers: `docs/teaching.md` in the frame of the pages of scenarios. A lesson that it names
//! as an address becomes a link.

use anyhow::{Context, Result};
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};
use serde_json::{Value, json};

use super::html;
use crate::project;

/// The text, from the project's root.
const SOURCE: &str = "docs/teaching.md";
/// The folder of the page, from the root of the site.
const FOLDER: &str = "teaching/";
/// How the address of a lesson begins.
const LESSON: &str = "?lesson=";

/// The page as [`super::scenarios::write`] takes it. `printed` are the pages of scenarios, whose English list
/// has the same name of the whole and the same picture.
///
/// # Errors
/// When the text is not there or has no heading.
pub fn page(printed: &Value) -> Result<Value> {
    let path = project::root().join(SOURCE);
    let text = std::fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))?;
    let mut lists = printed.as_array().into_iter().flatten();
    let list = lists
        .find(|page| page["kind"] == "website" && page["lang"] == "en")
        .context("prerender prints no English list")?;
    of(&text, list)
}

fn of(text: &str, list: &Value) -> Result<Value> {
    let title = text.lines().find_map(|line| line.strip_prefix("# ")).context("the text has no heading")?;
    let description = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    let site = list["site"].as_str().unwrap_or_default();
    let licence = "Free under MIT or Apache 2.0.";
    let body = format!(
        "<header><ul class=\"trail\"><li><a href=\"../\">{}</a></li></ul></header>\n<main class=\"teaching\">{}</main>\n\
         <footer><p>{licence}</p></footer>",
        html::escaped(site),
        written(text)
    );
    let mut page = json!({
        "folder": FOLDER,
        "root": "../",
        "lang": "en",
        "kind": "article",
        "name": title,
        "title": format!("{title} · {site}"),
        "description": description.unwrap_or_default(),
        "body": body,
    });
    for same in ["site", "card", "alt", "width", "height"] {
        page[same] = list[same].clone();
    }
    Ok(page)
}

/// The text as HTML.
fn written(text: &str) -> String {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).flat_map(|event| match event {
        Event::Code(code) if code.starts_with(LESSON) => {
            let tag = Tag::Link {
                link_type: LinkType::Inline,
                dest_url: CowStr::from(format!("../{code}")),
                title: CowStr::from(""),
                id: CowStr::from(""),
            };
            vec![Event::Start(tag), Event::Code(code), Event::End(TagEnd::Link)]
        }
        other => vec![other],
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lessons_become_links_and_markup_of_the_text_does_not() {
        let list =
            json!({ "site": "Tub", "card": "c.png", "alt": "a", "width": 1, "height": 2, "lang": "en" });
        let page =
            of("# Teaching & more\n\nFor `?lesson=taps&step=2`, and `code`.\n\n| a |\n|---|\n| b |\n", &list)
                .unwrap();
        assert_eq!(
            (page["title"].as_str(), page["folder"].as_str()),
            (Some("Teaching & more · Tub"), Some("teaching/"))
        );
        let body = page["body"].as_str().unwrap();
        assert!(
            body.contains("<a href=\"../?lesson=taps&amp;step=2\"><code>?lesson=taps&amp;step=2</code></a>"),
            "{body}"
        );
        assert!(body.contains("<code>code</code>") && body.contains("<td>b</td>"), "{body}");
        assert!(of("no heading", &list).is_err());
    }
}
