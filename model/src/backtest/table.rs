//! The weekly tables that a backtest reads.

use super::column::Quantity as Q;
use super::file::{Table, TableFile};
use super::known::{Known, Values};
use super::{MONTH_END_BP, QUARTER_END_BP};
use crate::{Date, Error};

/// What the end of a period adds to the funding spread on this day, bp: a
/// Wednesday is a business day, and the last one when the next day but one
/// lies in the next month or it is the month's last day.
pub(super) fn period_end(date: Date) -> f64 {
    if !date.ends_month() {
        0.0
    } else if date.month() % 3 == 0 {
        QUARTER_END_BP
    } else {
        MONTH_END_BP
    }
}

/// What a backtest is driven by: two blanks in a row are a gap.
const CARRIED: [Q; 3] = [Q::FedAssets, Q::Tga, Q::Currency];

/// One Wednesday of the table; blanks are none.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Line of the file, for errors; 0 where there are several.
    pub line: usize,
    /// The day.
    pub date: Date,
    /// Total assets of the Fed, $bn.
    pub fed_assets: Option<f64>,
    /// Treasury's account, $bn.
    pub tga: Option<f64>,
    /// Overnight reverse repo, $bn.
    pub on_rrp: Option<f64>,
    /// Reserve balances, $bn.
    pub reserves: Option<f64>,
    /// Currency in circulation, $bn.
    pub currency: Option<f64>,
    /// Treasuries held outright, $bn.
    pub treasuries: Option<f64>,
    /// Mortgage bonds held outright, $bn.
    pub mortgage_bonds: Option<f64>,
    /// Bank assets, $bn, where the file has them.
    pub bank_assets: Option<f64>,
    /// Bills outstanding, $bn, where the file has them.
    pub bills: Option<f64>,
    /// Ten-year Treasury yield, %, where the file has it.
    pub ten_year: Option<f64>,
    /// SOFR, %.
    pub sofr: Option<f64>,
    /// Effective federal funds rate, %.
    pub effr: Option<f64>,
    /// Interest on reserves, %.
    pub iorb: Option<f64>,
}

impl Observation {
    /// SOFR − IORB, bp.
    pub fn spread(&self) -> Option<f64> {
        Some((self.sofr? - self.iorb?) * 100.0)
    }

    /// Securities held outright, $bn; none where either part is blank.
    pub(super) fn securities(&self) -> Option<f64> {
        Some(self.treasuries? + self.mortgage_bonds?)
    }
}

/// A weekly history.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedWeeks {
    /// Names of its files, for errors.
    files: String,
    rows: Vec<Observation>,
}

impl PublishedWeeks {
    /// Reads a CSV file that is built in, as [`PublishedWeeks::from_files`] does.
    ///
    /// # Errors
    /// Likewise.
    pub fn from_csv(text: &str) -> Result<PublishedWeeks, Error> {
        PublishedWeeks::from_files(&[TableFile::built_in(text)])
    }

    /// Reads CSV files and merges them by day. Columns stand in any order and have the names of
    /// `data/liquidity_weekly_2015_2025.csv` (and `bank_assets_busd`, `bills_busd`) or those of
    /// FRED's series, with FRED's units; others are passed over. The weeks are those with total
    /// assets of the Fed; daily series are read on the same days, and bank assets and bills from
    /// files of their own between theirs. Weeks before the last of the needed columns begins and
    /// after the first file with one of them ends are left out. Blanks and FRED's points are
    /// allowed everywhere but in the date; a blank level is carried on from the week before, two in a
    /// row of what drives the model are refused.
    ///
    /// # Errors
    /// [`Error::BadData`] with file, line and remedy: a missing column, one that stands twice, an
    /// average of the week without its level, a wrong number of fields, a text that is no number, a
    /// level that is not above zero (reverse repo may be zero) or in another unit than its name
    /// says, parts of the Fed's liabilities beyond its assets or far below them, days that are out of order or leave
    /// weeks out, a file beyond [`TableFile::MOST_BYTES`].
    pub fn from_files(files: &[TableFile]) -> Result<PublishedWeeks, Error> {
        let tables = files.iter().map(Table::read).collect::<Result<Vec<_>, _>>()?;
        let known = Known::new(&tables)?;
        let assets = known.assets()?;
        known.refuse_gaps(assets)?;
        let (banks, bills) = (known.amounts(Q::BankAssets, assets)?, known.amounts(Q::Bills, assets)?);
        let end = known.end(assets);
        let mut rows: Vec<Observation> = Vec::new();
        for (row, fed_assets) in assets.table.rows.iter().zip(&assets.values) {
            let date = row.date;
            let last = rows.last();
            let days = last.map(|before| date.days() - before.date.days());
            // In a file with a row a day, other days than the Fed's are no weeks.
            if fed_assets.is_none() && days != Some(7) {
                continue;
            }
            if let (Some(before), Some(days)) = (last, days)
                && days != 7
            {
                let reason = format!("{date} does not follow {} by seven days", before.date);
                let remedy = format!("give {} a row for every week", assets.name);
                return Err(assets.table.file.fault(row.line, reason, remedy));
            }
            if end.is_some_and(|end| date.days() > end) {
                break;
            }
            known.refuse_parts_unlike_the_whole(date, assets)?;
            known.refuse_rates_apart(date)?;
            let at = |quantity: Q| known.find(quantity).and_then(|values| values.at(date));
            if let Some(before) = last {
                let blank = |values: &&Values| {
                    values.has_begun(date) && values.at(date).or_else(|| values.at(before.date)).is_none()
                };
                if let Some(values) = CARRIED.into_iter().filter_map(|q| known.find(q)).find(blank) {
                    let reason = format!("{} is blank on {} and on {date}", values.name, before.date);
                    let remedy = format!("give {} its values: one blank is bridged, not two", values.name);
                    return Err(values.table.file.fault(values.line_of(date), reason, remedy));
                }
            }
            // Levels are carried on over one blank, so that the flow after it is whole.
            let level =
                |quantity: Q, before: fn(&Observation) -> Option<f64>| at(quantity).or(last.and_then(before));
            rows.push(Observation {
                line: if tables.len() == 1 { row.line } else { 0 },
                date,
                fed_assets: level(Q::FedAssets, |r| r.fed_assets),
                tga: level(Q::Tga, |r| r.tga),
                currency: level(Q::Currency, |r| r.currency),
                bank_assets: banks
                    .as_ref()
                    .map(|banks| banks.at(date))
                    .or_else(|| level(Q::BankAssets, |r| r.bank_assets)),
                treasuries: level(Q::Treasuries, |r| r.treasuries),
                mortgage_bonds: level(Q::MortgageBonds, |r| r.mortgage_bonds),
                bills: bills.as_ref().map(|bills| bills.at(date)).or_else(|| level(Q::Bills, |r| r.bills)),
                ten_year: level(Q::TenYear, |r| r.ten_year),
                iorb: at(Q::Iorb).or_else(|| level(Q::Ioer, |r| r.iorb)),
                // What is predicted is never carried on: a blank is no observation.
                on_rrp: at(Q::OnRrp),
                reserves: at(Q::Reserves),
                sofr: at(Q::Sofr),
                effr: at(Q::Effr),
            });
        }
        let complete = rows.iter().position(|row| {
            [row.fed_assets, row.tga, row.on_rrp, row.reserves, row.currency, row.iorb]
                .iter()
                .all(Option::is_some)
        });
        rows.drain(..complete.unwrap_or(rows.len()));
        if rows.len() < 2 {
            let (reason, remedy) = match tables.len() {
                1 => ("the file has fewer than two weeks", "give every needed column two weeks or more"),
                _ => ("the files have fewer than two weeks in common", "save them again for the same years"),
            };
            return Err(known.fault(0, reason, remedy));
        }
        Ok(PublishedWeeks { files: known.file_names(), rows })
    }

    /// The weeks, oldest first.
    pub fn rows(&self) -> &[Observation] {
        &self.rows
    }

    /// What is wrong with a week, or with none of them in particular.
    pub(super) fn fault(&self, week: Option<&Observation>, reason: String, remedy: &str) -> Error {
        let line = week.map_or(0, |week| week.line);
        Error::BadData { file: self.files.clone(), line, reason, remedy: remedy.into() }
    }

    /// Median SOFR − IORB of the four Wednesdays up to `at`, bp; before SOFR was
    /// published (April 2018), the effective funds rate stands in for it.
    pub(super) fn recent_spread(&self, at: usize) -> f64 {
        let recent = &self.rows[at.saturating_sub(3)..=at];
        let mut spreads: Vec<f64> = recent.iter().filter_map(Observation::spread).collect();
        if spreads.is_empty() {
            spreads = recent.iter().filter_map(|r| Some((r.effr? - r.iorb?) * 100.0)).collect();
        }
        spreads.sort_by(f64::total_cmp);
        match spreads.len() {
            0 => 0.0,
            n => (spreads[(n - 1) / 2] + spreads[n / 2]) / 2.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_the_line() {
        let header = "date,walcl_busd,wdtgal_busd,rrp_busd,wrbwfrbl_busd,wcurcir_busd,iorb\n";
        let said = |body: &str| PublishedWeeks::from_csv(&format!("{header}{body}")).unwrap_err().to_string();
        assert_eq!(
            said("2025-01-01,6600,800,100,3200,2400\n"),
            "data, line 2: 6 fields where the header has 7"
        );
        assert_eq!(said("2025-01-01,6600,800,100,3200,2400,1"), "data: the file has fewer than two weeks");
        assert_eq!(
            said("\n\n2025-01-01,x,6600,800,100,3200,2400"),
            "data, line 4: walcl_busd: 'x' is not a number"
        );
        assert_eq!(
            said("\r\n  \r\n2025-01-01,x,6600,800,100,3200,2400\r\n"),
            "data, line 4: walcl_busd: 'x' is not a number"
        );
        assert_eq!(
            said("\"2025-01-01\",\"6600\",800,100,3200,2400,1\n2025-01-02,6600,800,100,3200,2400,1"),
            "data, line 3: 2025-01-02 does not follow 2025-01-01 by seven days"
        );
        assert_eq!(
            said("2025-01-01,x,6600,800,100,3200,2400\n"),
            "data, line 2: walcl_busd: 'x' is not a number"
        );
        assert_eq!(
            said("2025-01-01,-5,6600,800,100,3200,2400\n"),
            "data, line 2: walcl_busd: -5 is not above zero"
        );
        assert_eq!(
            said("1 Jan,6600,800,100,3200,2400,1\n"),
            "data, line 2: date: '1 Jan' is not a date like 2025-07-30"
        );
        assert_eq!(
            said("2025-01-01,6600,800,100,3200,2400,1\n2025-01-09,6600,800,100,3200,2400,1\n"),
            "data, line 3: 2025-01-09 does not follow 2025-01-01 by seven days"
        );
        assert_eq!(said(""), "data: the file has fewer than two weeks");
        let missing = PublishedWeeks::from_csv("date,iorb\n").unwrap_err().to_string();
        assert_eq!(missing, "data, line 1: the column walcl_busd is missing");
    }
}
