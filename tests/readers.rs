//! Readers of links, numbers, data files and messages, given what nobody has written: all that stands in
//! `tests/corpus`, which `cargo xtask fuzz --guided` adds to, and whatever follows from it.

use std::fs;
use std::path::Path;

use bathtub_engine::wire;
use proptest::prelude::*;
use proptest::sample::Index;

#[path = "support/readers.rs"]
mod readers;

fn corpus(reader: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(reader);
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.unwrap().path();
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        (path.display().to_string(), text)
    };
    let mut found: Vec<_> = fs::read_dir(folder).unwrap().map(read).collect();
    found.sort();
    found
}

#[test]
fn what_readers_have_been_given_before() {
    for (reader, judge) in readers::READERS {
        let found = corpus(reader);
        assert!(found.len() >= 5, "{reader} has {} texts", found.len());
        for (path, text) in found {
            println!("{path}");
            judge(&text);
        }
    }
}

/// What happens to a text: places are shares of its length.
#[derive(Clone, Debug)]
enum Change {
    Cut(Index),
    Insert(Index, String),
    DropLine(Index),
    TwiceLine(Index),
    Field(Index, Index, String),
    Everywhere(&'static str, &'static str),
}

const ODD: [&str; 30] = [
    "",
    ".",
    "-",
    "-1",
    "0",
    "1e999",
    "-1e999",
    "1e-320",
    "NaN",
    "inf",
    "Infinity",
    "null",
    "true",
    "[]",
    "{}",
    "\"",
    "\"\"",
    "'",
    "1,5",
    "1.5.2",
    "0x10",
    "2025-02-30",
    "9999-12-31",
    "99999999999999999999",
    "٣",
    "\u{feff}",
    "\u{0}",
    "\r",
    "½",
    "💧",
];
const EVERYWHERE: [(&str, &str); 10] = [
    (",", ";"),
    (",", "\t"),
    ("\n", "\r\n"),
    ("\n", "\r"),
    (".", ","),
    ("-", "/"),
    ("=", "%3D"),
    ("&", "&amp;"),
    ("\"", "'"),
    ("2", "3"),
];

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let odd = || {
        prop_oneof![
            proptest::sample::select(&ODD[..]).prop_map(str::to_owned),
            "\\PC{0,6}",
            "-?[0-9]{1,7}(\\.[0-9]{1,3})?"
        ]
    };
    let place = any::<Index>;
    let one = prop_oneof![
        1 => place().prop_map(Change::Cut),
        3 => (place(), odd()).prop_map(|(at, text)| Change::Insert(at, text)),
        1 => place().prop_map(Change::DropLine),
        1 => place().prop_map(Change::TwiceLine),
        6 => (place(), place(), odd()).prop_map(|(line, field, text)| Change::Field(line, field, text)),
        1 => proptest::sample::select(&EVERYWHERE[..]).prop_map(|(from, to)| Change::Everywhere(from, to)),
    ];
    proptest::collection::vec(one, 1..4)
}

fn changed(text: &str, change: &Change) -> String {
    let at = |index: &Index| {
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        *index.get(&ends)
    };
    let lines: Vec<&str> = text.split('\n').collect();
    match change {
        Change::Cut(index) => text[..at(index)].to_owned(),
        Change::Insert(index, more) => {
            let at = at(index);
            format!("{}{more}{}", &text[..at], &text[at..])
        }
        Change::DropLine(index) => {
            let mut lines = lines.clone();
            lines.remove(index.index(lines.len()));
            lines.join("\n")
        }
        Change::TwiceLine(index) => {
            let mut lines = lines.clone();
            let at = index.index(lines.len());
            lines.insert(at, lines[at]);
            lines.join("\n")
        }
        Change::Field(line, field, put) => {
            let place = line.index(lines.len());
            let line = lines[place];
            let separator = [',', '&', ' '].into_iter().find(|sign| line.contains(*sign)).unwrap_or(',');
            let mut fields: Vec<&str> = line.split(separator).collect();
            let at = field.index(fields.len());
            let key = fields[at].find(['=', ':']).map_or("", |end| &fields[at][..=end]);
            let put = format!("{key}{put}");
            fields[at] = &put;
            let line = fields.join(&separator.to_string());
            let mut lines = lines.clone();
            lines[place] = &line;
            lines.join("\n")
        }
        Change::Everywhere(from, to) => text.replace(from, to),
    }
}

fn spoilt(reader: &str, which: Index, changes: &[Change]) -> String {
    let texts = corpus(reader);
    let (_, text) = which.get(&texts);
    changes.iter().fold(text.clone(), |text, change| changed(&text, change))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn links_from_others(which in any::<Index>(), changes in changes()) {
        readers::links(&spoilt("links", which, &changes));
    }

    #[test]
    fn settings_from_others(which in any::<Index>(), changes in changes()) {
        readers::settings(&spoilt("settings", which, &changes));
    }

    #[test]
    fn numbers_from_others(which in any::<Index>(), changes in changes()) {
        readers::numbers(&spoilt("numbers", which, &changes));
    }

    #[test]
    fn tables_from_others(which in any::<Index>(), changes in changes()) {
        readers::tables(&spoilt("tables", which, &changes));
    }

    #[test]
    fn questions_from_others(which in any::<Index>(), changes in changes()) {
        readers::questions(&spoilt("questions", which, &changes));
    }

    #[test]
    fn anything_at_all(text in "\\PC{0,200}") {
        for (_, judge) in readers::READERS {
            judge(&text);
        }
    }

    #[test]
    fn numbers_that_are_no_answer(numbers in proptest::collection::vec(prop_oneof![0.0..8.0_f64, any::<f64>()], 0..60)) {
        if let Some(answer) = wire::read(&numbers) {
            // Whatever it was read as can be written; what is no number equals nothing.
            prop_assert!(wire::write(&answer).len() <= numbers.len() + 60);
        }
    }
}
