//! Articles that move the sliders of a tub: each is written once, as `www/articles/<name>/article.html`,
//! and comes out as a live page, as its source to be pasted elsewhere with the style of its steps, and as
//! plain text with a picture.

use std::path::Path;

use anyhow::{Context, Result};

use super::{html, policy};

/// The page around an article.
const TEMPLATE: &str = "articles/template.html";
const ARTICLE: &str = "article.html";
/// The folder of all.
const FOLDER: &str = "articles";
/// What stands over the source of one.
const SOURCE: &str = "<h1>Source to paste</h1>\n<p>Put this into a page of your own. Its addresses are those of this site; one that does not know its address writes example.org, which you replace.</p>\n";
/// What stands over the list of them.
const INTRODUCTION: &str = "<h1>Articles</h1>\n<p>Texts whose paragraphs move the sliders of a tub beside them. Each comes as a page, as source to paste and as plain text.</p>";
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
    let entries = std::fs::read_dir(site.join(FOLDER))?.map(|entry| Ok(entry?.path()));
    let mut folders = entries.collect::<Result<Vec<_>>>()?;
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    let mut rows = String::new();
    for folder in folders {
        let source = folder.join(ARTICLE);
        let article =
            std::fs::read_to_string(&source).with_context(|| format!("read {}", source.display()))?;
        std::fs::remove_file(&source)?;
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        rows += &row(&name, &article)?;
        let page = |body: &str, robots: &str| around(&template, &article, body, robots);
        let live = article.replace("{home}", "../../");
        std::fs::write(folder.join("index.html"), page(&live, "")?)?;
        let pasted = article.replace("{home}", SOMEWHERE);
        let pasted = format!(
            "<script src=\"{SOMEWHERE}embed.js\" async></script>\n<style>\n{style}</style>\n{pasted}"
        );
        let shown = format!("{SOURCE}<pre tabindex=\"0\">{}</pre>", html::escaped(&pasted));
        std::fs::write(folder.join("source.html"), page(&shown, HIDDEN)?)?;
        std::fs::write(folder.join("plain.html"), page(&plain(&live), "")?)?;
    }
    std::fs::write(site.join(FOLDER).join("index.html"), list(&template, &rows)?)?;
    Ok(())
}

/// The page that leads to every article: one folder up from theirs.
fn list(template: &str, rows: &str) -> Result<String> {
    let body = format!("{INTRODUCTION}\n<ul class=\"cards\">\n{rows}</ul>");
    let page = around(template, &body, &body, "")?;
    let page = page
        .replace("og:type\" content=\"article", "og:type\" content=\"website")
        .replace("./card.jpg", "../social.png")
        .replace("../../", "../")
        .replace("../steps.css", "./steps.css");
    // It has no source and no plain text.
    let own = cut(&page, " \u{b7} <a href=\"./source.html\"", "</a>");
    Ok(cut(&own, " \u{b7} <a href=\"./plain.html\"", "</a>"))
}

/// A row of the list.
fn row(name: &str, article: &str) -> Result<String> {
    let (title, text) =
        inside(article, "h1").zip(inside(article, "p")).context("an article has a heading and a text")?;
    let tags = html::tags(article);
    let picture = tags.iter().find(|tag| tag.name == "img").and_then(|tag| tag.attribute("alt"));
    let alt = html::escaped(picture.context("an article has a picture, <img>")?);
    Ok(format!(
        "<li><a href=\"./{name}/\"><img src=\"./{name}/card.jpg\" alt=\"{alt}\" width=\"1200\" height=\"630\"><strong>{title}</strong></a><p>{text}</p></li>\n"
    ))
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
    fn the_list_leads_to_each_article() {
        let article = format!("{ARTICLE}<img alt=\"A tub\">");
        let row = row("dry", &article).unwrap();
        assert!(
            row.contains("<a href=\"./dry/\">") && row.contains("<strong>Water</strong></a><p>It falls.</p>"),
            "{row}"
        );
        let template = std::fs::read_to_string(crate::project::root().join("www").join(TEMPLATE)).unwrap();
        let page = list(&template, &row).unwrap();
        assert!(!page.contains("../../") && !page.contains("source.html\"") && !page.contains('{'), "{page}");
        assert!(page.contains("<a href=\"../\">The liquidity bathtub</a>"), "{page}");
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
