//! A page for each prepared scenario, in every language: its text is the page's own (printed by
//! `src/bin/prerender.rs`), and comes into `www/scenarios/template.html`.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{html, policy};

/// The page around a scenario.
const TEMPLATE: &str = "scenarios/template.html";

/// Writes the pages that were printed, and others in the same frame, into `site`.
///
/// # Errors
/// When a page lacks what the template asks for.
pub fn write(site: &Path, pages: &Value, others: &[Value]) -> Result<()> {
    let template = take_template(site)?;
    for page in pages.as_array().context("prerender prints no list `scenarios`")?.iter().chain(others) {
        let folder = site.join(page["folder"].as_str().context("a page has a folder")?);
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("index.html"), filled(&template, page)?)?;
    }
    Ok(())
}

/// Takes the template out of the site, which has no use for it.
///
/// # Errors
/// When it is not there.
pub fn take_template(site: &Path) -> Result<String> {
    let path = site.join(TEMPLATE);
    let template = std::fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))?;
    std::fs::remove_file(path)?;
    Ok(template)
}

/// The template with everything that stands in braces. One look from its beginning to its end: what was
/// put in is not looked at again.
fn filled(template: &str, page: &Value) -> Result<String> {
    let mut parts = template.split('{');
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').context("a brace of the template is closed")?;
        written += &match (name, &page[name]) {
            ("policy", _) => policy::POLICY.to_owned(),
            ("body", Value::String(body)) => body.clone(),
            (_, Value::String(text)) => html::escaped(text),
            (_, Value::Number(number)) => number.to_string(),
            _ => anyhow::bail!("prerender prints no `{name}` of a page"),
        };
        written += rest;
    }
    Ok(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_page_is_filled_once_and_its_texts_are_escaped() {
        let page = json!({ "name": "A & \"{body}\"", "body": "<p>{name}</p>", "width": 1200 });
        let written = filled("<meta content=\"{name}\" width={width}>{body}", &page).unwrap();
        assert_eq!(written, "<meta content=\"A &amp; &quot;{body}&quot;\" width=1200><p>{name}</p>");
        assert!(filled("{policy}", &page).unwrap().contains("default-src"));
        assert!(filled("{title}", &page).is_err(), "a text is missing");
    }

    #[test]
    fn the_template_asks_for_what_is_printed_and_no_more() {
        let template = std::fs::read_to_string(crate::project::root().join("www").join(TEMPLATE)).unwrap();
        let source =
            std::fs::read_to_string(crate::project::root().join("src/page/scenario_page/mod.rs")).unwrap();
        for part in template.split('{').skip(1) {
            let (name, _) = part.split_once('}').unwrap();
            assert!(name == "policy" || source.contains(&format!("pub {name}: ")), "{name}");
        }
    }
}
