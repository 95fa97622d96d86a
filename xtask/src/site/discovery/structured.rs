//! What pages are, for programs: JSON-LD in the words of schema.org. It is data and not run, so that the
//! policy lets it stand in the page.

use serde_json::{Value, json};

use super::leaf::Leaf;

const LICENSE: &str = "LICENSE-MIT.txt";

/// The page with the sliders.
pub fn of_root(root: &Leaf, languages: &[String], url: &str) -> String {
    let mut app = whole(root, url);
    app["description"] = json!(root.description);
    app["image"] = json!(format!("{url}{}", root.picture));
    app["inLanguage"] = json!(languages);
    app["applicationCategory"] = json!("EducationalApplication");
    app["operatingSystem"] = json!("Any");
    app["browserRequirements"] = json!("WebAssembly");
    app["isAccessibleForFree"] = json!(true);
    app["license"] = json!(format!("{url}{LICENSE}"));
    written(&[app])
}

/// Another page: a text or a list of texts, and the way to it.
pub fn of_leaf(leaf: &Leaf, root: &Leaf, above: &Option<&Leaf>, url: &str) -> String {
    let own = format!("{url}{}", leaf.folder);
    let is_list = leaf.kind == "website";
    let mut page = json!({
        "@type": if is_list { "CollectionPage" } else { "Article" },
        "@id": own,
        "url": own,
        (if is_list { "name" } else { "headline" }): leaf.name,
        "description": leaf.description,
        "image": [format!("{url}{}", leaf.picture)],
        "inLanguage": leaf.lang,
        "isPartOf": whole(root, url),
        "isAccessibleForFree": true,
        "license": format!("{url}{LICENSE}"),
    });
    if !is_list {
        page["mainEntityOfPage"] = json!(own);
    }
    let way = [(leaf.site.as_str(), "")].into_iter();
    let way = way.chain(above.iter().map(|list| (list.name.as_str(), list.folder.as_str())));
    let way = way.chain([(leaf.name.as_str(), leaf.folder.as_str())]);
    let steps: Vec<Value> = way
        .zip(1..)
        .map(|((name, to), position)| json!({ "@type": "ListItem", "position": position, "name": name, "item": format!("{url}{to}") }))
        .collect();
    written(&[page, json!({ "@type": "BreadcrumbList", "itemListElement": steps })])
}

fn whole(root: &Leaf, url: &str) -> Value {
    json!({ "@type": "WebApplication", "@id": url, "name": root.site, "url": url })
}

/// As it stands in a page: nothing in it can end the script.
fn written(graph: &[Value]) -> String {
    json!({ "@context": "https://schema.org", "@graph": graph }).to_string().replace('<', "\\u003c")
}
