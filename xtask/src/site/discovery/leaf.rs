//! A page as its own HTML tells of it.

use anyhow::{Context, Result};

use crate::site::html;

/// What a page says of itself.
pub struct Leaf {
    /// Its folder in the site, with a slash at its end; empty for the first page.
    pub folder: String,
    pub lang: String,
    pub name: String,
    pub description: String,
    /// Name of the whole.
    pub site: String,
    /// `website` or `article`.
    pub kind: String,
    /// The picture that previews show: as the page writes it, and from the root of the site.
    pub picture_as_written: String,
    pub picture: String,
    /// Its size where the page gives it.
    pub size: Option<[u32; 2]>,
    /// What an embedded tub shows, as an address writes it.
    pub tub: Option<String>,
}

impl Leaf {
    /// Reads a page that stands in `folder`.
    ///
    /// # Errors
    /// When it lacks what previews need.
    pub fn read(folder: &str, page: &str) -> Result<Self> {
        let tags = html::tags(page);
        let property = |name: &str| {
            let tag = tags.iter().find(|tag| tag.attribute("property") == Some(name));
            let content = tag.and_then(|tag| tag.attribute("content"));
            content.map(str::to_owned).with_context(|| format!("the page has no {name}"))
        };
        let lang = tags.iter().find(|tag| tag.name == "html").and_then(|tag| tag.attribute("lang"));
        let written = property("og:image")?;
        let side = |name: &str| property(name).ok()?.parse().ok();
        let picture = match html::is_local(&written) {
            true => html::resolved(folder, &written).context("the picture is out of the site")?,
            // The first page names it in full already.
            false => written.rsplit('/').next().unwrap_or_default().to_owned(),
        };
        let tub = if folder.is_empty() { Some(String::new()) } else { tub(&tags) };
        Ok(Leaf {
            folder: folder.to_owned(),
            lang: lang.context("the page names no language")?.to_owned(),
            name: property("og:title")?,
            description: property("og:description")?,
            site: property("og:site_name")?,
            kind: property("og:type")?,
            size: side("og:image:width").zip(side("og:image:height")).map(<[u32; 2]>::from),
            picture_as_written: written,
            picture,
            tub,
        })
    }

    /// The folder of the same page in the page's own language.
    fn base<'a>(&'a self, languages: &[String]) -> &'a str {
        let tag = format!("{}/", self.lang);
        match languages.iter().skip(1).any(|language| *language == self.lang) {
            true => self.folder.strip_suffix(&tag).unwrap_or(&self.folder),
            false => &self.folder,
        }
    }

    /// The folders of the same page in every language that it is there in, with tags: `x-default` first,
    /// and nothing for a page in one language.
    pub fn in_other_languages(&self, languages: &[String], all: &[Leaf]) -> Vec<(String, String)> {
        let base = self.base(languages);
        let same = |language: &&String| {
            all.iter().find(|leaf| leaf.lang == ***language && leaf.base(languages) == base)
        };
        let found: Vec<(String, String)> = languages
            .iter()
            .filter_map(|language| Some((language.clone(), same(&language)?.folder.clone())))
            .collect();
        if found.len() < 2 {
            return Vec::new();
        }
        let default = ("x-default".to_owned(), found[0].1.clone());
        [default].into_iter().chain(found).collect()
    }

    /// The page that lists it, in its language.
    pub fn above<'a>(&self, languages: &[String], all: &[(&str, &'a Leaf)]) -> Option<&'a Leaf> {
        let base = self.base(languages);
        let (list, _) = base.trim_end_matches('/').rsplit_once('/')?;
        let own = self.folder.strip_prefix(base).unwrap_or_default();
        let wanted = format!("{list}/{own}");
        all.iter().find(|(folder, _)| *folder == wanted).map(|(_, leaf)| *leaf)
    }
}

/// What the frame of the tub on a page shows: its sliders, and the setting that its link leads to, which
/// is read where scripts do not run.
fn tub(tags: &[html::Tag]) -> Option<String> {
    let at = tags.iter().position(|tag| tag.name == "liquidity-bathtub")?;
    let levers = tags[at].attribute("levers").map(|levers| format!("&levers={levers}"));
    let link = tags[at..].iter().filter(|tag| tag.name == "a").find_map(|tag| tag.attribute("href"))?;
    let (_, setting) = link.split_once('?')?;
    Some(format!("{}&{setting}", levers.unwrap_or_default()))
}
