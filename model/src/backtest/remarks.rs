//! What there is to say of files that can be used: columns that nobody knows, and what stands in for those
//! that are not there.

use super::built_in::TABLES;
use super::column::{Column, Quantity as Q};
use super::file::{Table, TableFile};
use super::known::Known;
use crate::Error;

/// What stands in for a column that no backtest needs.
const STAND_INS: [(Q, &str); 4] = [
    // These two are in no table of weeks that others publish either: said where a name may be misspelt.
    (Q::BankAssets, "the published table of all commercial banks stands in"),
    (Q::Bills, "the published table of Treasury debt stands in"),
    (Q::Sofr, "no spread is compared, and the funds rate stands in at the first day"),
    (Q::TenYear, "the yield is the model's own, from that of the nearest curated start"),
];

/// Whether a name is that of a column which is read, or of one of our own table which is not.
fn is_known(name: &str) -> bool {
    let own = TABLES[0].lines().next().unwrap_or_default();
    Column::named(name).is_some() || own.split(',').any(|column| column == name)
}

/// Remarks on files, a sentence each, in English; none for those that are as ours.
///
/// # Errors
/// As [`PublishedWeeks::from_files`](super::PublishedWeeks::from_files) has them of single files.
pub fn remarks(files: &[TableFile]) -> Result<Vec<String>, Error> {
    let tables = files.iter().map(Table::read).collect::<Result<Vec<_>, _>>()?;
    let known = Known::new(&tables)?;
    let mut said = Vec::new();
    for table in &tables {
        for name in table.others().filter(|name| !is_known(name)) {
            let reason = format!("the column '{name}' is not known and was left out");
            said.push(table.file.fault(table.head_line, reason, "").to_string());
        }
    }
    let from = if said.is_empty() { 2 } else { 0 };
    for (quantity, stands_in) in STAND_INS.into_iter().skip(from) {
        if !files.is_empty() && known.find(quantity).is_none() {
            said.push(format!("{}: no column {}; {stands_in}", known.file_names(), quantity.name()));
        }
    }
    Ok(said)
}
