//! A CSV file as others write it: a line of names, then a row a day.

use csv::{ReaderBuilder, StringRecord, Trim};
use serde::{Deserialize, Serialize};

use super::column::shortened;
use crate::{Date, Error};

/// A file of numbers as it is handed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableFile {
    /// What errors call it; empty for a table that is built in.
    pub name: String,
    /// All that stands in it.
    pub text: String,
}

impl TableFile {
    /// Largest file that is read, bytes: all of FRED's series together since they began are a
    /// quarter of it.
    pub const MOST_BYTES: usize = 8_000_000;

    /// A table that is built in.
    pub(super) fn built_in(text: &str) -> Self {
        TableFile { name: String::new(), text: text.to_owned() }
    }

    /// What is wrong in a line of this file, and what to do.
    pub(super) fn fault(&self, line: usize, reason: impl Into<String>, remedy: impl Into<String>) -> Error {
        Error::BadData { file: self.name.clone(), line, reason: reason.into(), remedy: remedy.into() }
    }
}

/// A row with its day and its line of the file.
pub(super) struct DatedRow {
    pub line: usize,
    pub date: Date,
    pub fields: StringRecord,
}

/// Fields of a CSV file without the space around them, oldest day first.
pub(super) struct Table<'a> {
    pub file: &'a TableFile,
    /// Line of the names.
    pub head_line: usize,
    pub head: StringRecord,
    pub rows: Vec<DatedRow>,
}

/// How many lines end in a text, by `\n`, `\r\n` or `\r` as an editor counts them.
fn line_ends(text: &str) -> usize {
    let alone = text.as_bytes().windows(2).filter(|pair| pair[0] == b'\r' && pair[1] != b'\n').count();
    text.matches('\n').count() + alone + usize::from(text.ends_with('\r'))
}

/// Names of the column of days, in any case: FRED's of today and before, and ours.
const DATE: [&str; 2] = ["date", "observation_date"];

impl<'a> Table<'a> {
    /// Reads a file with a line of names. Blank lines are left out.
    ///
    /// # Errors
    /// Another separator, a name that stands twice, no column of days, a row with a field too many
    /// or too few, a bad date, days out of order.
    pub fn read(file: &'a TableFile) -> Result<Self, Error> {
        if file.text.len() > TableFile::MOST_BYTES {
            let reason = format!("the file is larger than {} MB", TableFile::MOST_BYTES / 1_000_000);
            return Err(file.fault(0, reason, "save it with fewer columns or years"));
        }
        let text = file.text.trim_start_matches('\u{feff}');
        // What is no text in UTF-8 has been read with marks of replacement, or has zeros.
        if text.contains(['\u{fffd}', '\0']) {
            return Err(file.fault(0, "this is no text in UTF-8", "save it as CSV in UTF-8"));
        }
        let mut reader = ReaderBuilder::new().trim(Trim::All).flexible(true).from_reader(text.as_bytes());
        let head_line = 1 + line_ends(&text[..text.len() - text.trim_start().len()]);
        let unreadable = |error: csv::Error| {
            file.fault(0, error.to_string(), "save it as comma-separated values in UTF-8")
        };
        let head = reader.headers().map_err(unreadable)?.clone();
        if head.is_empty() {
            return Err(file.fault(0, "the file is empty", "save it again with a line of names"));
        }
        if head.len() == 1 && head[0].contains([';', '\t']) {
            let reason = "semicolons or tabs separate the columns";
            return Err(file.fault(
                head_line,
                reason,
                "save it with commas between columns and decimal points",
            ));
        }
        for (i, name) in head.iter().enumerate() {
            if !name.is_empty() && head.iter().take(i).any(|before| before.eq_ignore_ascii_case(name)) {
                let reason = format!("the column {name} stands twice");
                return Err(file.fault(head_line, reason, "leave one of the two"));
            }
        }
        let is_date = |name: &str| DATE.iter().any(|date| date.eq_ignore_ascii_case(name));
        let Some(days) = head.iter().position(is_date) else {
            let remedy = "call the days date or, as FRED does, observation_date";
            return Err(file.fault(head_line, "the column date is missing", remedy));
        };
        if let Some(other) = head.iter().skip(days + 1).find(|name| is_date(name)) {
            let reason = format!("{} and {other} are both columns of days", &head[days]);
            return Err(file.fault(head_line, reason, "leave one of the two"));
        }
        let day_name = &head[days];
        let mut rows: Vec<DatedRow> = Vec::new();
        let mut fields = StringRecord::new();
        let (mut line, mut counted) = (1, 0);
        while reader.read_record(&mut fields).map_err(unreadable)? {
            // The reader does not count blank lines, nor both ends of `\r\n`, as an editor does.
            let from = fields.position().map_or(0, |position| position.byte() as usize);
            let from = from + text[from..].len() - text[from..].trim_start().len();
            line += line_ends(&text[counted..from]);
            counted = from;
            if fields.iter().all(str::is_empty) && fields.len() == 1 {
                continue;
            }
            if fields.iter().any(|field| field.contains(['\n', '\r'])) {
                let reason = "a quotation mark is not closed in this line";
                return Err(file.fault(line, reason, "close it, or leave it out"));
            }
            if fields.len() != head.len() {
                let reason = format!("{} fields where the header has {}", fields.len(), head.len());
                return Err(file.fault(
                    line,
                    reason,
                    "write decimals with a point, and a comma after every column",
                ));
            }
            let date = Date::parse(&fields[days]).ok_or_else(|| {
                let reason =
                    format!("{day_name}: '{}' is not a date like 2025-07-30", shortened(&fields[days]));
                file.fault(line, reason, format!("write {day_name} as year-month-day"))
            })?;
            if let Some(before) = rows.last().map(|row| row.date)
                && date <= before
            {
                let (reason, remedy) = if date == before {
                    (format!("{date} stands twice"), format!("leave one row for each {day_name}"))
                } else {
                    (
                        format!("{date} stands below {before}"),
                        format!("sort the rows by {day_name}, oldest first"),
                    )
                };
                return Err(file.fault(line, reason, remedy));
            }
            rows.push(DatedRow { line, date, fields: fields.clone() });
        }
        Ok(Table { file, head_line, head, rows })
    }

    /// Names of the columns that have one and are not that of the days.
    pub fn others(&self) -> impl Iterator<Item = &str> {
        let is_date = |name: &str| DATE.iter().any(|date| date.eq_ignore_ascii_case(name));
        self.head.iter().filter(move |name| !name.is_empty() && !is_date(name))
    }

    /// The place of a column.
    pub fn place(&self, column: &str) -> Option<usize> {
        self.head.iter().position(|name| name == column)
    }
}
