//! The list of lessons in each language, `lessons/list.<tag>.json`, from the files of the lessons.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::assets;

/// The folder of the lessons, from the root of the site.
const FOLDER: &str = "lessons";
/// The names of all lessons, in their order.
const ORDER: &str = "order.json";

/// Writes the lists in `site`. A lesson without words in a language stands in its list in English.
///
/// # Errors
/// When a lesson that the order names is not there or not as expected.
pub fn write(site: &Path) -> Result<()> {
    let folder = site.join(FOLDER);
    let order = read(&folder.join(ORDER))?;
    let ids = order.as_array().context("the order of lessons is no list")?;
    let mut tags = vec!["en".to_owned()];
    for file in assets::files(&site.join("words"))? {
        tags.extend(file.file_stem().and_then(|tag| tag.to_str()).map(str::to_owned));
    }
    for tag in tags {
        let rows: Vec<Value> = ids.iter().map(|id| row(&folder, id, &tag)).collect::<Result<_>>()?;
        std::fs::write(folder.join(format!("list.{tag}.json")), serde_json::to_string(&rows)?)?;
    }
    std::fs::remove_file(folder.join(ORDER))?;
    Ok(())
}

fn row(folder: &Path, id: &Value, tag: &str) -> Result<Value> {
    let id = id.as_str().context("a lesson in the order has no name")?;
    let lesson = read(&folder.join(id).join("lesson.json"))?;
    let own = folder.join(id).join(format!("{tag}.json"));
    let words = read(&if own.exists() { own } else { folder.join(id).join("en.json") })?;
    Ok(json!({
        "id": id,
        "minutes": lesson["minutes"],
        "title": words["title"],
        "about": words["about"],
    }))
}

fn read(path: &Path) -> Result<Value> {
    let text = std::fs::read_to_string(path).with_context(|| format!("read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_list_in_the_order() {
        let site = std::env::temp_dir().join(format!("bathtub-lessons-{}", std::process::id()));
        let write_file = |name: &str, text: &str| {
            let path = site.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        write_file("words/ru.json", "{}");
        write_file("lessons/order.json", r#"["b", "a"]"#);
        for id in ["a", "b"] {
            write_file(&format!("lessons/{id}/lesson.json"), r#"{"minutes": 4}"#);
            write_file(&format!("lessons/{id}/en.json"), &format!(r#"{{"title": "{id}", "about": "x"}}"#));
        }
        write_file("lessons/a/ru.json", r#"{"title": "я", "about": "x"}"#);
        write(&site).unwrap();
        let titles = |tag: &str| {
            let list = read(&site.join(format!("lessons/list.{tag}.json"))).unwrap();
            list.as_array()
                .unwrap()
                .iter()
                .map(|row| row["title"].as_str().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(titles("en"), ["b", "a"]);
        assert_eq!(titles("ru"), ["b", "я"]);
        assert!(!site.join("lessons/order.json").exists());
        std::fs::remove_dir_all(site).unwrap();
    }
}
