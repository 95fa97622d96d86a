//! The address that a site is published at: what search engines and previews want in full. A page
//! that does not know its address says nothing of it.

use anyhow::{Context, Result, ensure};

use super::html;
use super::programs::{BOOT, LANGUAGES};

/// Where a site is published: with a scheme, ending with a slash.
#[derive(Clone, Debug, PartialEq)]
pub struct Address(String);

impl Address {
    /// Reads an address; the slash at its end may be left out.
    ///
    /// # Errors
    /// When it is not the whole address of a folder.
    pub fn read(text: &str) -> Result<Self> {
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        ensure!(
            rest.is_some_and(|rest| !rest.trim_matches('/').is_empty()),
            "--site-url must begin with https:// or http:// and name a host, not `{text}`"
        );
        ensure!(
            !text.contains(['?', '#', '"', '<', '>', '&', ' ']),
            "--site-url must be the address of a folder, without a query: `{text}`"
        );
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }

    /// The address, with the slash at its end.
    pub fn url(&self) -> &str {
        &self.0
    }

    /// Writes the address into a page: the canonical one, one for each language, and what previews
    /// show.
    ///
    /// # Errors
    /// When the page has an address, or no place for one.
    pub fn put_into(&self, page: &str) -> Result<String> {
        let Self(url) = self;
        let tags = html::tags(page);
        ensure!(
            !tags.iter().any(|tag| tag.attribute("rel") == Some("canonical")),
            "the page has an address already"
        );
        let attribute = |found: Option<&html::Tag>, name: &str| {
            found.and_then(|tag| tag.attribute(name)).map(str::to_owned)
        };
        let own = attribute(tags.iter().find(|tag| tag.name == "html"), "lang");
        let fetched = attribute(tags.iter().find(|tag| tag.attribute("id") == Some(BOOT)), LANGUAGES);
        let (own, fetched) = own.zip(fetched).context("the page does not name its languages")?;
        let alternate =
            |tag: &str, to: &str| format!("\n<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{to}\">");
        let mut head = format!("\n<link rel=\"canonical\" href=\"{url}\">");
        head += &alternate("x-default", url);
        for tag in [own.as_str()].into_iter().chain(fetched.split(' ')) {
            head += &alternate(tag, &format!("{url}?lang={tag}"));
        }
        head += &format!("\n<meta property=\"og:url\" content=\"{url}\">");
        let page = html::insert_after(page, |tag| tag.attribute("rel") == Some("manifest"), &head)?;
        let picture = "content=\"./social.png\"";
        ensure!(page.contains(picture), "index.html has no {picture}");
        // All of them: previews of different kinds ask in different words.
        Ok(page.replace(picture, &format!("content=\"{url}social.png\"")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html lang=\"en\"><head><meta property=\"og:image\" content=\"./social.png\">\
                        <link rel=\"manifest\" href=\"./m\"><script id=\"boot\" data-languages=\"ru vi\"></script>";

    #[test]
    fn an_address_is_whole() {
        assert_eq!(
            Address::read("https://example.org/tub").unwrap(),
            Address::read("https://example.org/tub/").unwrap()
        );
        for wrong in ["example.org", "/tub/", "https://", "ftp://example.org", "https://example.org/?a=b"] {
            assert!(Address::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_language_has_an_address_and_the_picture_too() {
        let address = Address::read("https://example.org/tub").unwrap();
        let page = address.put_into(PAGE).unwrap();
        let links: Vec<(String, String)> = html::tags(&page)
            .into_iter()
            .filter(|tag| ["canonical", "alternate"].map(Some).contains(&tag.attribute("rel")))
            .map(|tag| {
                let name = tag.attribute("hreflang").unwrap_or("canonical").to_owned();
                (name, tag.attribute("href").unwrap().to_owned())
            })
            .collect();
        let expected = [
            ("canonical", ""),
            ("x-default", ""),
            ("en", "?lang=en"),
            ("ru", "?lang=ru"),
            ("vi", "?lang=vi"),
        ]
        .map(|(name, rest)| (name.to_owned(), format!("https://example.org/tub/{rest}")));
        assert_eq!(links, expected);
        assert!(page.contains("content=\"https://example.org/tub/social.png\""), "{page}");
        assert!(address.put_into(&page).is_err(), "an address is written once");
    }
}
