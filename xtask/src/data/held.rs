//! A table of `data/` as it is held.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use jiff::civil::Date;

use super::sources::Table;

#[derive(Clone)]
pub struct Held {
    pub rows: Vec<Row>,
}

#[derive(Clone)]
pub struct Row {
    pub day: Date,
    /// As written, by the columns of the table; empty where there is no value.
    pub cells: Vec<String>,
}

impl Held {
    /// # Errors
    /// When the file is not there or does not have the columns of the table of sources.
    pub fn read(folder: &Path, table: &Table) -> Result<Held> {
        let path = folder.join(table.file);
        let text = std::fs::read_to_string(&path).with_context(|| format!("read {}", path.display()))?;
        let held = parse(&text, table).with_context(|| format!("{} is not as expected", table.file))?;
        ensure!(held.text(table) == text, "{} has other spaces or line ends than expected", table.file);
        Ok(held)
    }

    /// The file.
    pub fn text(&self, table: &Table) -> String {
        let mut text = header(table);
        for row in &self.rows {
            let _ = write!(text, "\n{},{}", row.day, row.cells.join(","));
        }
        text.push('\n');
        text
    }

    pub fn first(&self) -> Date {
        self.rows[0].day
    }

    pub fn last(&self) -> Date {
        self.rows[self.rows.len() - 1].day
    }
}

fn header(table: &Table) -> String {
    let names = table.columns.iter().map(|column| column.name);
    std::iter::once("date").chain(names).collect::<Vec<_>>().join(",")
}

fn parse(text: &str, table: &Table) -> Result<Held> {
    let mut lines = text.lines();
    ensure!(lines.next() == Some(&header(table)), "the first line is not \"{}\"", header(table));
    let mut rows: Vec<Row> = Vec::new();
    for line in lines {
        let mut fields = line.split(',');
        let day = fields.next().unwrap_or("").parse().with_context(|| format!("no date in \"{line}\""))?;
        let cells: Vec<String> = fields.map(str::to_owned).collect();
        ensure!(cells.len() == table.columns.len(), "\"{line}\" has another number of fields");
        ensure!(rows.last().is_none_or(|before| before.day < day), "{day} does not follow the row before");
        for cell in cells.iter().filter(|cell| !cell.is_empty()) {
            ensure!(cell.parse::<f64>().is_ok(), "{day}: \"{cell}\" is not a number");
        }
        rows.push(Row { day, cells });
    }
    ensure!(!rows.is_empty(), "there are no rows");
    Ok(Held { rows })
}
