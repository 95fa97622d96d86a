//! Writing the tables: all of them or none.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use jiff::civil::Date;

use super::compare::Update;

/// Says when the tables were retrieved, and from where to where they go.
pub const RETRIEVED: &str = "RETRIEVED.md";

/// Writes what is new, and the date of retrieval, into the folder.
///
/// # Errors
/// When a file cannot be written; the folder is then as before.
pub fn write(folder: &Path, updates: &[Update], today: Date) -> Result<()> {
    let new = updates.iter().filter(|update| !update.is_empty());
    let mut files: Vec<(&str, String)> =
        new.map(|update| (update.table.file, update.held.text(update.table))).collect();
    files.push((RETRIEVED, retrieved(updates, today)));
    let beside = Beside::new(folder)?;
    for (name, text) in &files {
        let path = beside.0.join(name);
        std::fs::write(&path, text).with_context(|| format!("write {}", path.display()))?;
    }
    let mut replaced: Vec<(PathBuf, Option<Vec<u8>>)> = Vec::new();
    for (name, _) in &files {
        let path = folder.join(name);
        let before = std::fs::read(&path).ok();
        if let Err(error) = std::fs::rename(beside.0.join(name), &path) {
            let restored = replaced.iter().all(|(path, before)| restore(path, before.as_deref()));
            let rest = if restored { "" } else { ", and some others could not be put back: git has them" };
            return Err(anyhow!("{} cannot be replaced ({error}){rest}", path.display()));
        }
        replaced.push((path, before));
    }
    Ok(())
}

fn restore(path: &Path, before: Option<&[u8]>) -> bool {
    match before {
        Some(before) => std::fs::write(path, before).is_ok(),
        None => std::fs::remove_file(path).is_ok(),
    }
}

fn retrieved(updates: &[Update], today: Date) -> String {
    let mut text = format!(
        "# When the data were retrieved\n\nWritten by `cargo xtask data`: every value below was as published on {today}.\n\n\
         | file | first row | last row |\n|---|---|---|\n"
    );
    for update in updates {
        let _ = writeln!(text, "{}", range(update.table.file, update.held.first(), update.held.last()));
    }
    text
}

/// A row of the list of tables.
pub fn range(file: &str, first: Date, last: Date) -> String {
    format!("| `{file}` | {first} | {last} |")
}

/// A folder on the same file system, gone when it is done with.
struct Beside(PathBuf);

impl Beside {
    fn new(folder: &Path) -> Result<Beside> {
        let path = folder.with_extension(format!("new-{}", std::process::id()));
        std::fs::create_dir(&path).with_context(|| format!("make {}", path.display()))?;
        Ok(Beside(path))
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
