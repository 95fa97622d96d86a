//! What a site says of itself once it knows its address: on each page the canonical address, those in
//! other languages, a whole address for the picture and structured data; beside it a document for
//! whoever embeds it (oEmbed); and for the site a map. It works on a finished folder, so that a folder
//! that was built without an address can be given one.

mod leaf;
mod oembed;
mod sitemap;
mod structured;

use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::articles::SOMEWHERE;
use super::programs::{BOOT, LANGUAGES};
use super::{Address, assets, html};
use crate::step::step;
use leaf::Leaf;

const INDEX: &str = "index.html";

/// Makes of a finished folder without an address one that has this one.
///
/// # Errors
/// When the folder is no finished site, or the other is there already.
pub fn publish(address: &Address, from: &Path, to: &Path) -> Result<()> {
    step("write the address into the pages", "name a folder that `cargo xtask build` left", || {
        ensure!(!to.exists(), "{} is there already", to.display());
        assets::copy_all(from, to)?;
        write(to, address)
    })
}

/// Writes the address into a finished site.
///
/// # Errors
/// When the folder is no finished site, or has an address already.
pub fn write(site: &Path, address: &Address) -> Result<()> {
    let url = address.url();
    let index = site.join(INDEX);
    let page =
        std::fs::read_to_string(&index).with_context(|| format!("{} is no finished site", site.display()))?;
    let languages = languages(&page)?;
    let page = address.put_into(&page)?;
    let root = Leaf::read("", &page)?;
    let leaves = leaves(site)?;
    root.check(site)?;
    std::fs::write(&index, with_head(&page, &root, &[], url, &structured::of_root(&root, &languages, url))?)?;
    std::fs::write(site.join(oembed::NAME), oembed::document(&root, None, url)?)?;

    let found: Vec<(&str, &Leaf)> = leaves.iter().map(|leaf| (leaf.folder.as_str(), leaf)).collect();
    for leaf in &leaves {
        leaf.check(site)?;
        let file = site.join(&leaf.folder).join(INDEX);
        let page = whole_picture(&std::fs::read_to_string(&file)?, leaf, url);
        let others = leaf.in_other_languages(&languages, &leaves);
        let data = structured::of_leaf(leaf, &root, &leaf.above(&languages, &found), url);
        std::fs::write(&file, with_head(&page, leaf, &others, url, &data)?)?;
        if leaf.tub.is_some() {
            std::fs::write(
                site.join(&leaf.folder).join(oembed::NAME),
                oembed::document(leaf, Some(&root), url)?,
            )?;
        }
        beside(site, leaf, url)?;
    }
    let mapped = leaves.iter().map(|leaf| {
        let others = leaf.in_other_languages(&languages, &leaves);
        (
            format!("{url}{}", leaf.folder),
            others.iter().map(|(tag, to)| (tag.clone(), format!("{url}{to}"))).collect(),
        )
    });
    let rooted = sitemap::of_root(&languages, url);
    std::fs::write(site.join("sitemap.xml"), sitemap::written(rooted.into_iter().chain(mapped)))?;
    Ok(std::fs::write(site.join("robots.txt"), sitemap::robots(url))?)
}

/// The languages of the page, its own first.
fn languages(page: &str) -> Result<Vec<String>> {
    let tags = html::tags(page);
    let attribute =
        |found: Option<&html::Tag>, name: &str| found.and_then(|tag| tag.attribute(name)).map(str::to_owned);
    let own = attribute(tags.iter().find(|tag| tag.name == "html"), "lang");
    let fetched = attribute(tags.iter().find(|tag| tag.attribute("id") == Some(BOOT)), LANGUAGES);
    let (own, fetched) = own.zip(fetched).context("the page does not name its languages")?;
    Ok([own.as_str()].into_iter().chain(fetched.split(' ')).map(str::to_owned).collect())
}

/// Every page but the first, in a fixed order.
fn leaves(site: &Path) -> Result<Vec<Leaf>> {
    let pages = assets::files(site)?;
    let pages = pages.iter().filter(|file| file.ends_with(INDEX) && file.as_path() != Path::new(INDEX));
    let read = |file: &std::path::PathBuf| {
        let folder = file.parent().context("a page stands in a folder")?;
        let folder: String = folder.iter().map(|part| format!("{}/", part.to_string_lossy())).collect();
        Leaf::read(&folder, &std::fs::read_to_string(site.join(file))?)
            .with_context(|| format!("read {}", file.display()))
    };
    pages.map(read).collect()
}

/// A page with what it says of itself: addresses, where it is embedded from, structured data.
fn with_head(page: &str, leaf: &Leaf, others: &[(String, String)], url: &str, data: &str) -> Result<String> {
    let own = format!("{url}{}", leaf.folder);
    let mut head = String::new();
    // The first page has these already.
    if !leaf.folder.is_empty() {
        head += &format!("\n<link rel=\"canonical\" href=\"{own}\">");
        for (tag, to) in others {
            head += &format!("\n<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{url}{to}\">");
        }
        head += &format!("\n<meta property=\"og:url\" content=\"{own}\">");
    }
    if leaf.tub.is_some() {
        head += &format!(
            "\n<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{own}{}\" title=\"{}\">",
            oembed::NAME,
            html::escaped(&leaf.name)
        );
    }
    head += &format!("\n<script type=\"application/ld+json\">{data}</script>");
    html::insert_after(page, |tag| tag.attribute("rel") == Some("icon"), &head)
}

/// A page whose previews name the whole address of its picture.
fn whole_picture(page: &str, leaf: &Leaf, url: &str) -> String {
    page.replace(
        &format!("content=\"{}\"", leaf.picture_as_written),
        &format!("content=\"{url}{}\"", leaf.picture),
    )
}

/// What stands beside an article: its source says where the tub is, its plain text is the article again.
fn beside(site: &Path, leaf: &Leaf, url: &str) -> Result<()> {
    for name in ["source.html", "plain.html"] {
        let file = site.join(&leaf.folder).join(name);
        if !file.exists() {
            continue;
        }
        let page = whole_picture(&std::fs::read_to_string(&file)?, leaf, url).replace(SOMEWHERE, url);
        let canonical = format!("\n<link rel=\"canonical\" href=\"{url}{}\">", leaf.folder);
        let page = html::insert_after(&page, |tag| tag.attribute("rel") == Some("icon"), &canonical)?;
        std::fs::write(&file, page)?;
    }
    Ok(())
}

impl Leaf {
    /// Whether what it names is there, which no browser would say.
    fn check(&self, site: &Path) -> Result<()> {
        ensure!(
            site.join(&self.picture).exists(),
            "{}{INDEX} has the picture {}, which is not built",
            self.folder,
            self.picture
        );
        Ok(())
    }
}

#[cfg(test)]
mod tests;
