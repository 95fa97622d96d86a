//! The map of the site, with the addresses of each page in every language.

use crate::site::html;

/// An address and the tags and addresses of the same in every language.
type Entry = (String, Vec<(String, String)>);

/// The first page is one document that speaks every language: each has an address of its own.
pub fn of_root(languages: &[String], url: &str) -> Vec<Entry> {
    let tagged = |tag: &String| (tag.clone(), format!("{url}?lang={tag}"));
    let others: Vec<(String, String)> =
        [("x-default".to_owned(), url.to_owned())].into_iter().chain(languages.iter().map(tagged)).collect();
    others.iter().map(|(_, to)| (to.clone(), others.clone())).collect()
}

/// The map.
pub fn written(entries: impl Iterator<Item = Entry>) -> String {
    let mut map = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n".to_owned();
    for (address, others) in entries {
        map += &format!("<url><loc>{}</loc>", html::escaped(&address));
        for (tag, to) in others {
            let to = html::escaped(&to);
            map += &format!("\n<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{to}\"/>");
        }
        map += "</url>\n";
    }
    map + "</urlset>\n"
}

/// What crawlers ask for, where the site has a host of its own.
pub fn robots(url: &str) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {url}sitemap.xml\n")
}
