//! The size budget: what a visitor downloads up to and including the first interaction.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};

use super::Run;
use super::browser::Browser;
use super::report::Tally;
use crate::project;
use crate::serve::{mime, store};
use crate::site::html;
use crate::step::{capture, step};

/// Bytes that the page may take as a static host sends them, compressed with Brotli.
const BUDGET: usize = 200_000;

pub fn run(run: &mut Run) -> Result<Tally> {
    run.site()?;
    let dist = project::dist();
    let page = std::fs::read_to_string(dist.join("index.html"))?;
    let browser = Browser::prepare()?;
    let fetched = step("see what the page fetches", "mend tests/browser/fetched.mjs", || {
        capture(browser.node()?.arg("tests/browser/fetched.mjs"))
    })?;
    let files = files(&page, &fetched);
    let mut sum = 0;
    println!("{:>9}  {:>9}  file", "plain", "brotli");
    for file in &files {
        let (plain, packed) = measure(&dist, file)?;
        sum += packed;
        println!("{plain:>9}  {packed:>9}  {file}");
    }
    println!("{:>9}  {sum:>9}  of {BUDGET} in the budget", "");
    Ok(if sum <= BUDGET { Tally::PASS } else { Tally::FAIL })
}

/// What a browser was seen to fetch, and what the page asks for besides: browsers without a
/// window fetch no icons.
fn files(page: &str, fetched: &str) -> BTreeSet<String> {
    let asked = html::tags(page)
        .into_iter()
        .filter(|tag| ["link", "script", "img"].contains(&tag.name.as_str()))
        .filter(|tag| tag.attribute("rel") != Some("canonical"))
        .filter_map(|tag| tag.attribute("href").or(tag.attribute("src")).map(str::to_owned));
    let asked: String = asked.map(|link| format!("<a href=\"{link}\">")).collect();
    let asked = html::local_references(&asked).into_iter().map(|(_, file)| file);
    let fetched = fetched.lines().map(str::to_owned);
    asked.chain(fetched).filter(|file| !file.is_empty()).collect()
}

fn measure(dist: &Path, file: &str) -> Result<(usize, usize)> {
    let content = std::fs::read(dist.join(file)).with_context(|| format!("read dist/{file}"))?;
    let packed = if mime::compressible(mime::of(file)) {
        store::brotli(&content, store::BEST)?.len().min(content.len())
    } else {
        content.len()
    };
    Ok((content.len(), packed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seen_and_asked_for_are_taken_together() {
        let page = "<link rel=icon href='icon.svg'><script src='boot.js?h=1'></script>\
                    <link rel=canonical href='elsewhere/'><a href='lessons/'></a>";
        let found: Vec<String> = files(page, "index.html\nboot.js\n").into_iter().collect();
        assert_eq!(found, ["boot.js", "icon.svg", "index.html"]);
    }
}
