use std::path::PathBuf;

use serde_json::{Value, json};

use super::*;
use crate::site::scenarios;

const URL: &str = "https://example.org/tub/";

/// A small site in a folder of its own, which goes with it.
struct Site(PathBuf);

impl Drop for Site {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Site {
    /// The first page, a list and a scenario in two languages, and an article.
    fn new(name: &str) -> Self {
        let site = Site(std::env::temp_dir().join(format!("bathtub-{name}-{}", std::process::id())));
        let _ = std::fs::remove_dir_all(&site.0);
        let root = crate::project::root();
        let page = std::fs::read_to_string(root.join("index.html")).unwrap();
        site.put(INDEX, &page.replace("<body>", "<body><script id=\"boot\" data-languages=\"ru\"></script>"));
        for picture in ["social.png", "scenarios/hawk/card.jpg", "articles/one/card.jpg"] {
            site.put(picture, "a picture");
        }
        let template = std::fs::read_to_string(root.join("www/scenarios/template.html")).unwrap();
        site.put("scenarios/template.html", &template);
        scenarios::write(&site.0, &printed(), &[]).unwrap();
        let around = std::fs::read_to_string(root.join("www/articles/template.html")).unwrap();
        site.put("articles/template.html", &around);
        site.put("articles/steps.css", "p { color: red; }");
        site.put(
            "articles/one/article.html",
            "<h1>One</h1><p>First.</p><liquidity-bathtub levers=\"tga\"><a href=\"{home}?v=2&amp;tga=1\"><img alt=\"x\"></a>\
             </liquidity-bathtub>",
        );
        crate::site::articles::write(&site.0).unwrap();
        site
    }

    fn put(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn get(&self, file: &str) -> String {
        std::fs::read_to_string(self.0.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    fn published(name: &str) -> Self {
        let site = Site::new(name);
        write(&site.0, &Address::read(URL).unwrap()).unwrap();
        site
    }
}

/// What the page's own program prints of its scenarios, in short.
fn printed() -> Value {
    let page = |folder: &str, root: &str, lang: &str, body: &str| {
        let (kind, card) =
            if body.is_empty() { ("website", "social.png") } else { ("article", "scenarios/hawk/card.jpg") };
        json!({
            "folder": folder, "root": root, "lang": lang, "kind": kind, "site": "Tub", "title": "A title",
            "name": format!("A \"hawk\" </script> in {lang}"), "description": "It is said.", "card": card,
            "alt": "A card", "width": 1200, "height": 630, "body": body,
        })
    };
    let tub = |home: &str, lang: &str| {
        format!(
            "<liquidity-bathtub levers=\"capex,dry\"><a href=\"{home}?v=2&amp;{lang}capex=1\">x</a></liquidity-bathtub>"
        )
    };
    json!([
        page("scenarios/", "../", "en", ""),
        page("scenarios/ru/", "../../", "ru", ""),
        page("scenarios/hawk/", "../../", "en", &tub("../../", "")),
        page("scenarios/hawk/ru/", "../../../", "ru", &tub("../../../", "lang=ru&amp;")),
    ])
}

/// Values of an attribute of the tags that have another with a value.
fn values(page: &str, (name, value): (&str, &str), wanted: &str) -> Vec<String> {
    let tags = html::tags(page).into_iter().filter(|tag| tag.attribute(name) == Some(value));
    tags.filter_map(|tag| tag.attribute(wanted).map(str::to_owned)).collect()
}

fn graph(page: &str) -> Value {
    let (_, data) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let data: Value = serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap();
    data["@graph"].clone()
}

#[test]
fn a_scenario_names_its_address_in_every_language() {
    let site = Site::published("languages");
    for (folder, own) in [("scenarios/hawk/", "en"), ("scenarios/hawk/ru/", "ru")] {
        let page = site.get(&format!("{folder}{INDEX}"));
        assert_eq!(values(&page, ("rel", "canonical"), "href"), [format!("{URL}{folder}")]);
        let tags: Vec<_> = html::tags(&page).into_iter().filter(|tag| tag.name == "link").collect();
        let others: Vec<_> = tags
            .iter()
            .filter_map(|tag| Some((tag.attribute("hreflang")?, tag.attribute("href")?)))
            .collect();
        let [english, russian] = ["scenarios/hawk/", "scenarios/hawk/ru/"].map(|to| format!("{URL}{to}"));
        let expected = [("x-default", &*english), ("en", &*english), ("ru", &*russian)];
        assert_eq!(others, expected);
        for name in ["og:image", "twitter:image"] {
            let key = if name.starts_with("og") { "property" } else { "name" };
            assert_eq!(values(&page, (key, name), "content"), [format!("{URL}scenarios/hawk/card.jpg")]);
        }
        assert_eq!(graph(&page)[0]["inLanguage"], own);
    }
    let article = site.get("articles/one/index.html");
    assert_eq!(values(&article, ("rel", "canonical"), "href"), [format!("{URL}articles/one/")]);
    assert!(!article.contains("hreflang"), "it is there in one language");
    let plain = site.get("articles/one/plain.html");
    assert_eq!(values(&plain, ("rel", "canonical"), "href"), [format!("{URL}articles/one/")]);
    let source = site.get("articles/one/source.html");
    assert!(source.contains(&format!("{URL}embed.js")) && !source.contains(SOMEWHERE), "{source}");
}

#[test]
fn structured_data_tells_the_kind_and_the_way_and_ends_no_script() {
    let site = Site::published("structured");
    let page = site.get("scenarios/hawk/ru/index.html");
    let told = graph(&page);
    assert_eq!(told[0]["@type"], "Article");
    assert_eq!(told[0]["headline"], "A \"hawk\" </script> in ru");
    let way: Vec<_> =
        told[1]["itemListElement"].as_array().unwrap().iter().map(|step| step["item"].clone()).collect();
    assert_eq!(way, [URL.to_owned(), format!("{URL}scenarios/ru/"), format!("{URL}scenarios/hawk/ru/")]);
    assert_eq!(graph(&site.get("scenarios/index.html"))[0]["@type"], "CollectionPage");
    let root = graph(&site.get(INDEX));
    assert_eq!((&root[0]["@type"], &root[0]["inLanguage"]), (&json!("WebApplication"), &json!(["en", "ru"])));
    let article = graph(&site.get("articles/one/index.html"));
    assert_eq!(
        article[1]["itemListElement"].as_array().unwrap().len(),
        3,
        "the list of articles is on the way"
    );
    assert_eq!(graph(&site.get("articles/index.html"))[0]["@type"], "CollectionPage");
}

#[test]
fn a_tub_is_embedded_by_its_document() {
    let site = Site::published("oembed");
    for (folder, query) in [
        ("", ""),
        ("scenarios/hawk/ru/", "&levers=capex,dry&v=2&lang=ru&capex=1"),
        ("articles/one/", "&levers=tga&v=2&tga=1"),
    ] {
        let page = site.get(&format!("{folder}{INDEX}"));
        let link = values(&page, ("type", "application/json+oembed"), "href");
        assert_eq!(link, [format!("{URL}{folder}oembed.json")]);
        let document: Value = serde_json::from_str(&site.get(&format!("{folder}oembed.json"))).unwrap();
        assert_eq!((&document["version"], &document["type"]), (&json!("1.0"), &json!("rich")));
        let code = document["html"].as_str().unwrap();
        let frames = html::tags(code);
        assert_eq!(frames[0].attribute("src"), Some(format!("{URL}?embed=1{query}").as_str()));
        assert_eq!(document["width"], json!(frames[0].attribute("width").unwrap().parse::<u32>().unwrap()));
        assert_eq!(document["thumbnail_width"], 1200);
    }
    assert!(!site.0.join("scenarios/oembed.json").exists(), "a list has no tub");
}

#[test]
fn the_map_has_every_page_once_and_robots_find_it() {
    let site = Site::published("map");
    let map = site.get("sitemap.xml");
    let places: Vec<&str> =
        map.split("<loc>").skip(1).map(|part| part.split_once("</loc>").unwrap().0).collect();
    let expected = [
        "",
        "?lang=en",
        "?lang=ru",
        "articles/",
        "articles/one/",
        "scenarios/hawk/",
        "scenarios/hawk/ru/",
        "scenarios/",
        "scenarios/ru/",
    ];
    let mut sorted = places.clone();
    sorted.sort_unstable();
    let mut expected = expected.map(|to| format!("{URL}{to}"));
    expected.sort_unstable();
    assert_eq!(sorted, expected);
    assert!(site.get("robots.txt").contains(&format!("Sitemap: {URL}sitemap.xml")));
}

#[test]
fn without_an_address_none_is_named() {
    let site = Site::new("bare");
    for file in ["scenarios/hawk/index.html", "articles/one/index.html"] {
        let page = site.get(file);
        for word in ["canonical", "hreflang=", "oembed", "ld+json", "og:url"] {
            assert!(!page.contains(&format!("{word}\"")), "{file}: {word}");
        }
    }
    assert!(!site.0.join("sitemap.xml").exists() && !site.0.join("robots.txt").exists());
}

#[test]
fn an_address_is_written_once_and_a_missing_card_is_named() {
    let site = Site::published("twice");
    assert!(write(&site.0, &Address::read(URL).unwrap()).is_err());
    let site = Site::new("missing");
    std::fs::remove_file(site.0.join("scenarios/hawk/card.jpg")).unwrap();
    let said = write(&site.0, &Address::read(URL).unwrap()).unwrap_err().to_string();
    assert!(said.contains("scenarios/hawk/card.jpg"), "{said}");
}
