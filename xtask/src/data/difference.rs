//! The difference as Markdown, for a reader and for a pull request.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::compare::{Change, Update};

/// Rows of one kind that are shown; the newest.
const SHOWN: usize = 12;

/// What would change in each table, and what would not.
pub fn difference(updates: &[Update], today: Date) -> String {
    let mut text = format!("## Data as published on {today}\n");
    for update in updates.iter().filter(|update| !update.is_empty()) {
        let _ = write!(text, "\n### {}\n", update.table.file);
        added(&mut text, update);
        changed(&mut text, update);
    }
    let same: Vec<&Update> = updates.iter().filter(|update| update.is_empty()).collect();
    if !same.is_empty() {
        text.push_str("\n### As held\n\n");
        for update in same {
            let rows = update.held.rows.len();
            let _ = writeln!(text, "- {}: {rows} rows, to {}", update.table.file, update.held.last());
        }
    }
    text
}

fn added(text: &mut String, update: &Update) {
    let rows = update.new_rows();
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return };
    let range =
        if rows.len() == 1 { first.day.to_string() } else { format!("{} to {}", first.day, last.day) };
    let _ = write!(text, "\n{}: {range}{}.\n\n", count(rows.len(), "new row"), newest(rows.len()));
    let names: Vec<&str> = update.table.columns.iter().map(|column| column.name).collect();
    let _ = writeln!(text, "| date | {} |\n|---|{}", names.join(" | "), "--:|".repeat(names.len()));
    for row in &rows[rows.len().saturating_sub(SHOWN)..] {
        let _ = writeln!(text, "| {} | {} |", row.day, row.cells.join(" | "));
    }
}

fn changed(text: &mut String, update: &Update) {
    let held = update.held.rows.len() - update.added;
    let mut same: Vec<&str> = Vec::new();
    for column in update.table.columns {
        let mut changes: Vec<&Change> =
            update.changes.iter().filter(|change| change.column == column.name).collect();
        if changes.is_empty() {
            same.push(column.name);
            continue;
        }
        changes.sort_by_key(|change| change.day);
        let what = count(changes.len(), "changed value");
        let most = changes.iter().filter_map(|change| change.moved()).fold(0.0, f64::max);
        let most =
            if most > 0.0 { format!(", by at most {}", column.digits.write(most)) } else { String::new() };
        let _ =
            write!(text, "\n`{}`: {what} of {held} held{most}{}.\n\n", column.name, newest(changes.len()));
        text.push_str("| date | held | published |\n|---|--:|--:|\n");
        for change in &changes[changes.len().saturating_sub(SHOWN)..] {
            let from = if change.from.is_empty() { "blank" } else { &change.from };
            let _ = writeln!(text, "| {} | {from} | {} |", change.day, change.to);
        }
    }
    if !same.is_empty() {
        let which = if same.len() == update.table.columns.len() {
            "all columns".into()
        } else {
            format!("`{}`", same.join("`, `"))
        };
        let _ = write!(text, "\nUnchanged in the {held} rows held: {which}.\n");
    }
}

fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn newest(number: usize) -> String {
    if number > SHOWN { format!("; the newest {SHOWN}") } else { String::new() }
}
