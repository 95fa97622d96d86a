//! Articles that move the sliders of a tub: each is written once, as `www/articles/<name>/article.html`,
//! and comes out as a live page, as its source to be pasted elsewhere with the style of its steps, and as
//! plain text with a picture.

use std::path::Path;

use anyhow::{Context, Result};

use super::{html, policy};

/// The page around an article.
const TEMPLATE: &str = "articles/template.html";
const ARTICLE: &str = "article.html";
/// How a tub stays while its steps go by.
const STEPS: &str = "articles/steps.css";

/// Stands in the source for the address of the site, until that is known.
pub const SOMEWHERE: &str = "https://example.org/bathtub/";
/// What search engines need not find: the source says what the article says.
const HIDDEN: &str = "<meta name=\"robots\" content=\"noindex\">\n";

/// Writes the pages of every article in `site`.
///
/// # Errors
/// When an article has no heading or no text.
pub fn write(site: &Path) -> Result<()> {
    let template = std::fs::read_to_string(site.join(TEMPLATE))?;
    std::fs::remove_file(site.join(TEMPLATE))?;
    let style = short(&std::fs::read_to_string(site.join(STEPS))?);
    for folder in std::fs::read_dir(site.join("articles"))? {
        let folder = folder?.path();
        if !folder.is_dir() {
            continue;
        }
        let source = folder.join(ARTICLE);
        let article =
            std::fs::read_to_string(&source).with_context(|| format!("read {}", source.display()))?;
        std::fs::remove_file(&source)?;
        let page = |body: &str, robots: &str| around(&template, &article, body, robots);
        let live = article.replace("{home}", "../../");
        std::fs::write(folder.join("index.html"), page(&live, "")?)?;
        let pasted = article.replace("{home}", SOMEWHERE);
        let pasted = format!(
            "<script src=\"{SOMEWHERE}embed.js\" async></script>\n<style>\n{style}</style>\n{pasted}"
        );
        let shown = format!("<pre tabindex=\"0\">{}</pre>", html::escaped(&pasted));
        std::fs::write(folder.join("source.html"), page(&shown, HIDDEN)?)?;
        std::fs::write(folder.join("plain.html"), page(&plain(&live), "")?)?;
    }
    Ok(())
}

/// An article in the page, with its title, its first sentences and what its picture shows.
fn around(template: &str, article: &str, body: &str, robots: &str) -> Result<String> {
    let title = inside(article, "h1").context("an article has a heading, <h1>")?;
    let description = inside(article, "p").context("an article has a text, <p>")?;
    let tags = html::tags(article);
    let picture = tags.iter().find(|tag| tag.name == "img").and_then(|tag| tag.attribute("alt"));
    let alt = picture.context("an article has a picture, <img>, with a text in its place")?;
    Ok(template
        .replace("{policy}", policy::POLICY)
        .replace("{robots}", robots)
        .replace("{alt}", &html::escaped(alt))
        .replace("{title}", title)
        .replace("{description}", description)
        .replace("{article}", body))
}

/// The text of the first element of a name, which has no attributes.
fn inside<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("<{name}>"))?;
    Some(rest.split_once(&format!("</{name}>"))?.0)
}

/// A style sheet with a line for each rule and without its comments, which are for its writers.
fn short(style: &str) -> String {
    let mut short = String::new();
    for line in cut(style, "/*", "*/").lines().map(str::trim).filter(|line| !line.is_empty()) {
        let ends = line.ends_with('}') || line.starts_with('@');
        short.push_str(line);
        short.push(if ends { '\n' } else { ' ' });
    }
    short
}

/// The article without what needs a script: what stands between the tags of a tub stays.
fn plain(article: &str) -> String {
    let without = cut(article, "<liquidity-bathtub", ">").replace("</liquidity-bathtub>\n", "");
    ["step", "point", "for"]
        .iter()
        .fold(without, |text, name| cut(&text, &format!(" data-bathtub-{name}=\""), "\""))
}

/// A text without what begins and ends so.
fn cut(text: &str, begin: &str, end: &str) -> String {
    let mut parts = text.split(begin);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once(end).map_or("", |(_, rest)| rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "<h1>Water</h1>\n<p>It falls.</p>\n<liquidity-bathtub capex=\"1\">\n<p>A tub.</p>\n</liquidity-bathtub>\n\
                           <p data-bathtub-step=\"dry=0\" data-bathtub-point=\"tank\">Empty.</p>";

    #[test]
    fn plain_text_keeps_every_sentence_and_no_hook() {
        let plain = plain(ARTICLE);
        for sentence in ["<h1>Water</h1>", "<p>It falls.</p>", "<p>A tub.</p>", "<p>Empty.</p>"] {
            assert!(plain.contains(sentence), "{plain}");
        }
        assert!(!plain.contains("bathtub"), "{plain}");
    }

    #[test]
    fn a_style_to_paste_is_short_and_whole() {
        let style = "/* Why. */\n\np {\n  margin: 0;\n}\n\n@media print {\n  p {\n    color: red;\n  }\n}\n";
        assert_eq!(short(style), "p { margin: 0; }\n@media print {\np { color: red; }\n}\n");
    }

    #[test]
    fn the_page_has_title_description_and_policy() {
        let article = format!("{ARTICLE}<img alt=\"A &quot;tub&quot;\">");
        let template = "{policy}|{robots}{title}|{description}|{alt}|{article}";
        let page = around(template, &article, "body", HIDDEN).unwrap();
        let expected = format!("{}|{HIDDEN}Water|It falls.|A &quot;tub&quot;|body", policy::POLICY);
        assert_eq!(page, expected);
        for wrong in ["<p>x</p><img alt=\"y\">", ARTICLE] {
            assert!(around("", wrong, "", "").is_err(), "{wrong}");
        }
    }
}
