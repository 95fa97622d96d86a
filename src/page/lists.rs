//! A list of varying length has an element of its own, everywhere: Yew pairs children without keys
//! from the last one on, so that one more among them draws its neighbours anew. What was open closes
//! then, and what had the focus loses it.

use std::path::Path;

/// What always has as many, as the cells of a row have.
const FIXED: [&str; 10] = [
    "look.map",
    "row.gloss.map",
    "marks ",
    "buttons ",
    "options ",
    "texts ",
    "cells",
    "fields ",
    "head ",
    "head.into_iter",
];

/// Places of `{ for … }` that have neighbours.
fn with_neighbours(text: &str) -> Vec<&str> {
    let places = text.match_indices("{ for ").filter(|(at, _)| {
        let before = text[..*at].trim_end();
        let tag = before.rsplit_once('<').map_or("", |(_, tag)| tag);
        let opens = before.ends_with('>') && !before.ends_with("/>") && !tag.starts_with('/');
        let mut depth = 0;
        let end = text[*at..].char_indices().find(|(_, c)| {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth == 0
        });
        let after = end.map_or("", |(end, _)| text[at + end + 1..].trim_start());
        !(opens && after.starts_with("</"))
    });
    let lines = places.map(|(at, _)| text[at..].lines().next().unwrap_or_default());
    lines.filter(|line| !FIXED.iter().any(|name| line["{ for ".len()..].starts_with(name))).collect()
}

fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn no_list_of_varying_length_has_neighbours() {
    assert!(
        with_neighbours("<ul>{ for rows }</ul> <p>\n { for x.map(|x| html! { <b/> }) }\n </p>").is_empty()
    );
    assert_eq!(with_neighbours("<p><b/>{ for more }</p>"), ["{ for more }</p>"]);
    assert_eq!(with_neighbours("<p>{ for more }{ text }</p>"), ["{ for more }{ text }</p>"]);
    assert_eq!(with_neighbours("<p><b></b>{ for more }</p>"), ["{ for more }</p>"]);
    let mut files = Vec::new();
    sources(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut files);
    let wrong: Vec<String> = files
        .iter()
        .filter(|(path, _)| !path.ends_with("lists.rs"))
        .flat_map(|(path, text)| with_neighbours(text).into_iter().map(move |line| format!("{path}: {line}")))
        .collect();
    assert!(wrong.is_empty(), "wrap each in an element of its own:\n{}", wrong.join("\n"));
}
