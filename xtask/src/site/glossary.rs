//! The glossary: a page in each language from `glossary/<tag>.json`, in the frame of the pages of
//! scenarios, so that a link leads from any label of the page to a word.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::{assets, html};

/// The folder of the glossary, from the root of the site.
const FOLDER: &str = "glossary";
/// The language that stands in the folder itself; others have one of their own in it.
const FIRST: &str = "en";

/// Takes the words out of `site`, and gives their pages as [`super::scenarios::write`] takes them.
/// `printed` are the pages of scenarios, whose list in each language has the same name of the whole and
/// the same picture; `languages` have a tag and a name.
///
/// # Errors
/// When a file is not as expected, or of no language of the page.
pub fn pages(site: &Path, printed: &Value, languages: &Value) -> Result<Vec<Value>> {
    let lists: Vec<&Value> =
        printed.as_array().into_iter().flatten().filter(|page| page["kind"] == "website").collect();
    let folder = site.join(FOLDER);
    let mut tags = Vec::new();
    for file in assets::files(&folder)? {
        let tag = file.file_stem().and_then(|tag| tag.to_str()).context("a language has a tag")?;
        tags.push(tag.to_owned());
    }
    // The first language is the first in the list too.
    tags.sort_by_key(|tag| (tag != FIRST, tag.clone()));
    let mut pages = Vec::new();
    for tag in &tags {
        let path = folder.join(format!("{tag}.json"));
        let words: Value = serde_json::from_str(&std::fs::read_to_string(&path)?)
            .with_context(|| format!("{} is no JSON", path.display()))?;
        let list = lists
            .iter()
            .find(|list| list["lang"] == tag.as_str())
            .with_context(|| format!("{} is of no language of the page", path.display()))?;
        pages.push(page(tag, &words, list, languages).with_context(|| format!("read {}", path.display()))?);
        std::fs::remove_file(path)?;
    }
    Ok(pages)
}

fn place(tag: &str) -> String {
    if tag == FIRST { format!("{FOLDER}/") } else { format!("{FOLDER}/{tag}/") }
}

fn page(tag: &str, words: &Value, list: &Value, tongues: &Value) -> Result<Value> {
    let text = |key: &str| words[key].as_str().with_context(|| format!("`{key}` is no text"));
    let folder = place(tag);
    let root = "../".repeat(folder.matches('/').count());
    let mut rows = String::new();
    let mut index = String::new();
    for (key, term) in words["terms"].as_object().context("`terms` is no list of words")? {
        let part = |part: &str| {
            term[part].as_str().map(html::escaped).with_context(|| format!("{key} has no {part}"))
        };
        let (name, said) = (part("name")?, part("text")?);
        rows += &format!("<div id=\"{key}\"><dt>{name}</dt><dd>{said}</dd></div>\n");
        index += &format!("<li><a href=\"#{key}\">{name}</a></li>\n");
    }
    let query = if tag == FIRST { String::new() } else { format!("?lang={tag}") };
    let mut languages = String::new();
    for other in tongues.as_array().context("prerender prints no list of languages")? {
        let (tag_of, name) = (&other["tag"], other["name"].as_str().unwrap_or_default());
        let tag_of = tag_of.as_str().context("a language has a tag")?;
        let current = if tag_of == tag { " aria-current=\"page\"" } else { "" };
        languages += &format!(
            "<li><a href=\"{root}{}\" hreflang=\"{tag_of}\" lang=\"{tag_of}\"{current}>{name}</a></li>\n",
            place(tag_of)
        );
    }
    let (title, intro) = (html::escaped(text("title")?), html::escaped(text("intro")?));
    let back = html::escaped(text("back")?);
    let body = format!(
        "<header><ul class=\"trail\"><li><a href=\"{root}{query}\">{back}</a></li></ul></header>\n\
         <main><h1>{title}</h1>\n<p>{intro}</p>\n<ul class=\"trail\">\n{index}</ul>\n\
         <dl class=\"glossary\">\n{rows}</dl></main>\n\
         <footer><ul class=\"trail\">\n{languages}</ul></footer>"
    );
    let mut page = json!({
        "folder": folder,
        "root": root,
        "lang": tag,
        "kind": "website",
        "name": text("title")?,
        "title": format!("{} · {}", text("title")?, list["site"].as_str().unwrap_or_default()),
        "description": text("description")?,
        "body": body,
    });
    for same in ["site", "card", "alt", "width", "height"] {
        page[same] = list[same].clone();
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_a_page_with_a_place_for_each() {
        let words = json!({
            "title": "Words", "description": "d", "intro": "i", "back": "b",
            "terms": { "tga": { "name": "TGA", "text": "The account <of> all." } },
        });
        let languages = json!([{ "tag": "en", "name": "English" }, { "tag": "ru", "name": "Русский" }]);
        let list =
            json!({ "lang": "ru", "site": "Tub", "card": "c.png", "alt": "a", "width": 1, "height": 2 });
        let page = page("ru", &words, &list, &languages).unwrap();
        assert_eq!(page["folder"], "glossary/ru/");
        assert_eq!(page["title"], "Words · Tub");
        let body = page["body"].as_str().unwrap();
        assert!(body.contains("<div id=\"tga\"><dt>TGA</dt><dd>The account &lt;of&gt; all.</dd></div>"));
        assert!(body.contains("<a href=\"../../?lang=ru\">"));
        assert!(body.contains("<a href=\"../../glossary/\" hreflang=\"en\" lang=\"en\">"));
        assert!(body.contains("lang=\"ru\" aria-current=\"page\""));
        let without =
            json!({ "title": "t", "description": "d", "intro": "i", "back": "b", "terms": { "x": {} } });
        assert!(
            super::page("ru", &without, &list, &languages).unwrap_err().to_string().contains("x has no name")
        );
    }
}
