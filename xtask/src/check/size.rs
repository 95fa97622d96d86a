//! The size budgets: what a visitor downloads up to the first interaction, and what comes while the
//! page rests.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::Run;
use super::browser::Browser;
use super::report::Tally;
use crate::project;
use crate::site::{html, worker};
use crate::step::{capture, step};

/// Bytes that the page may take as a static host sends them, compressed with Brotli: until it is
/// ready, which is held, and while it rests, which is an aim. The test with Lighthouse reads them too.
const BUDGETS: &str = include_str!("budgets.json");

/// The budgets: when, how many bytes, whether it is held.
fn budgets() -> Result<[(&'static str, u64, bool); 3]> {
    let written: serde_json::Value = serde_json::from_str(BUDGETS)?;
    let of = |name: &str| written[name].as_u64().with_context(|| format!("budgets.json has no `{name}`"));
    Ok([
        ("until the first input", of("first")?, true),
        ("while it rests, an aim", of("idle")?, false),
        ("an embedded tub, until the first input", of("embed")?, true),
    ])
}

/// Pictures and fonts, which are compressed in themselves and which no host compresses again.
const COMPRESSED: [&str; 6] = ["png", "jpg", "jpeg", "webp", "avif", "woff2"];

pub fn run(run: &mut Run) -> Result<Tally> {
    run.site()?;
    let dist = project::dist();
    let page = std::fs::read_to_string(dist.join("index.html"))?;
    let browser = Browser::prepare()?;
    let fetched = |query: &str| {
        step("see what the page fetches", "mend tests/browser/fetched.mjs", || {
            capture(browser.node()?.arg("tests/browser/fetched.mjs").arg(query))
        })
    };
    let (page_fetched, embed_fetched) = (fetched("")?, fetched("?embed=1")?);
    let parted = |fetched: &'_ str| {
        let (first, later) =
            fetched.split_once("later\n").context("what is fetched later has a line of its own")?;
        Ok::<_, anyhow::Error>((first.to_owned(), later.to_owned()))
    };
    let (first, later) = parted(&page_fetched)?;
    let (embed, _) = parted(&embed_fetched)?;
    let sets = [files(&page, &first), files("", &later), files("", &embed)];
    let mut tally = Tally::default();
    for ((when, budget, held), files) in budgets()?.into_iter().zip(sets) {
        println!("{:>9}  {:>9}  {when}", "plain", "brotli");
        let mut sum = 0;
        for (file, plain, packed) in sizes(&browser, &dist, &files)? {
            sum += packed;
            println!("{plain:>9}  {packed:>9}  {file}");
        }
        println!("{:>9}  {sum:>9}  of {budget} in the budget", "");
        if held {
            tally += if sum <= budget { Tally::PASS } else { Tally::FAIL };
        }
    }
    // Browsers take what the page has fetched already from their own store.
    let kept: BTreeSet<String> = worker::kept(&dist)?.into_iter().collect();
    let sum: u64 = sizes(&browser, &dist, &kept)?.iter().map(|(.., packed)| packed).sum();
    println!(
        "{:>9}  {sum:>9}  kept by the service worker for a visit without a line, {} files",
        "",
        kept.len()
    );
    Ok(tally)
}

/// Each file with its bytes, and with those that a host sends.
fn sizes(browser: &Browser, dist: &Path, files: &BTreeSet<String>) -> Result<Vec<(String, u64, u64)>> {
    let sizes = files.iter().zip(packed(browser, dist, files)?).map(|(file, packed)| {
        let plain = std::fs::metadata(dist.join(file))?.len();
        let is_compressed = file.rsplit_once('.').is_some_and(|(_, ending)| COMPRESSED.contains(&ending));
        Ok((file.clone(), plain, if is_compressed { plain } else { packed.min(plain) }))
    });
    sizes.collect()
}

/// What a browser was seen to fetch, and what the page names besides: browsers without a
/// window fetch no icons.
fn files(page: &str, fetched: &str) -> BTreeSet<String> {
    let named = html::tags(page)
        .into_iter()
        .filter(|tag| ["link", "script", "img"].contains(&tag.name.as_str()))
        .filter(|tag| tag.attribute("rel") != Some("canonical"))
        .filter_map(|tag| tag.attribute("href").or(tag.attribute("src")).map(str::to_owned));
    let named: String = named.map(|link| format!("<a href=\"{link}\">")).collect();
    let named = html::local_references(&named).into_iter().map(|(_, file)| file);
    let fetched = fetched.lines().map(str::to_owned);
    named.chain(fetched).filter(|file| !file.is_empty()).collect()
}

/// What each file takes as Brotli's best, which static hosts make ahead of time.
fn packed(browser: &Browser, dist: &Path, files: &BTreeSet<String>) -> Result<Vec<u64>> {
    let script = project::root().join("xtask/src/check/brotli.mjs");
    let text = capture(browser.node()?.current_dir(dist).arg(script).args(files))?;
    let sizes: Vec<u64> = text.lines().map(str::parse).collect::<Result<_, _>>().context("a size")?;
    ensure!(sizes.len() == files.len(), "{} files have {} sizes", files.len(), sizes.len());
    Ok(sizes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_budget() {
        assert!(budgets().unwrap().iter().all(|(_, bytes, _)| *bytes > 0));
    }

    #[test]
    fn seen_and_named_are_taken_together() {
        let page = "<link rel=icon href='icon.svg'><script src='boot.js?h=1'></script>\
                    <link rel=canonical href='elsewhere/'><a href='lessons/'></a>";
        let found: Vec<String> = files(page, "index.html\nboot.js\n").into_iter().collect();
        assert_eq!(found, ["boot.js", "icon.svg", "index.html"]);
    }
}
