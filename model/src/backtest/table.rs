//! The weekly tables that a backtest reads.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::{MONTH_END_BP, QUARTER_END_BP};
use crate::math::{exp, ln};
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

fn bad(line: usize, reason: impl Into<String>) -> Error {
    Error::BadData { line, reason: reason.into() }
}

/// Fields of a CSV file without the space around them, row by row with the line of the file.
struct Table {
    head: StringRecord,
    rows: Vec<(usize, StringRecord)>,
}

impl Table {
    /// Reads a file with a line of names. Blank lines are left out.
    fn read(text: &str) -> Result<Table, Error> {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = ReaderBuilder::new().trim(Trim::All).flexible(true).from_reader(text.as_bytes());
        let unreadable = |error: csv::Error| bad(0, error.to_string());
        let head = reader.headers().map_err(unreadable)?.clone();
        if head.is_empty() {
            return Err(bad(0, "the file is empty"));
        }
        let mut rows = Vec::new();
        let mut fields = StringRecord::new();
        let (mut line, mut counted) = (1, 0);
        while reader.read_record(&mut fields).map_err(unreadable)? {
            // The reader does not count blank lines, nor both ends of `\r\n`, as an editor does.
            let from = fields.position().map_or(0, |position| position.byte() as usize);
            let from = from + text[from..].len() - text[from..].trim_start().len();
            line += text[counted..from].matches('\n').count();
            counted = from;
            if fields.iter().all(str::is_empty) && fields.len() == 1 {
                continue;
            }
            if fields.len() != head.len() {
                return Err(bad(
                    line,
                    format!("{} fields where the header has {}", fields.len(), head.len()),
                ));
            }
            rows.push((line, fields.clone()));
        }
        Ok(Table { head, rows })
    }

    /// The place of a column.
    fn place(&self, column: &str) -> Option<usize> {
        self.head.iter().position(|name| name == column)
    }
}

/// One Wednesday of the table; blanks are none.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Line of the file, for errors.
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
    rows: Vec<Observation>,
}

impl PublishedWeeks {
    /// Reads a CSV file with the columns of `data/liquidity_weekly_2015_2025.csv`,
    /// in any order, with optional columns `bank_assets_busd` and `bills_busd`. Blanks are allowed
    /// everywhere but in `date`; a blank level is carried on from the week before.
    ///
    /// # Errors
    /// [`Error::BadData`] with the line: a missing column, a wrong number of
    /// fields, a text that is no number, a level that is not above zero (reverse
    /// repo may be zero), or dates that are not seven days apart.
    pub fn from_csv(text: &str) -> Result<PublishedWeeks, Error> {
        let table = Table::read(text)?;
        for column in
            ["date", "walcl_busd", "wdtgal_busd", "rrp_busd", "wrbwfrbl_busd", "wcurcir_busd", "iorb"]
        {
            if table.place(column).is_none() {
                return Err(bad(1, format!("the column {column} is missing")));
            }
        }
        let mut rows: Vec<Observation> = Vec::new();
        for (line, fields) in &table.rows {
            let line = *line;
            let field = |column: &str| table.place(column).and_then(|i| fields.get(i)).unwrap_or("");
            let date = Date::parse(field("date"))
                .ok_or_else(|| bad(line, format!("'{}' is not a date like 2025-07-30", field("date"))))?;
            if let Some(before) = rows.last()
                && date.days() - before.date.days() != 7
            {
                return Err(bad(line, format!("{date} does not follow {} by seven days", before.date)));
            }
            let number = |column: &str| match field(column) {
                "" => Ok(None),
                text => match text.parse::<f64>() {
                    Ok(value) if value.is_finite() => Ok(Some(value)),
                    _ => Err(bad(line, format!("{column}: '{text}' is not a number"))),
                },
            };
            // Levels are carried on over a blank, so that the flow after it is whole.
            let last = rows.last();
            let level = |column: &str, before: Option<f64>| match number(column)? {
                Some(value) if value < 0.0 || (value == 0.0 && column != "rrp_busd") => {
                    Err(bad(line, format!("{column}: {value} is not above zero")))
                }
                Some(value) => Ok(Some(value)),
                None => Ok(before),
            };
            rows.push(Observation {
                line,
                date,
                fed_assets: level("walcl_busd", last.and_then(|r| r.fed_assets))?,
                tga: level("wdtgal_busd", last.and_then(|r| r.tga))?,
                currency: level("wcurcir_busd", last.and_then(|r| r.currency))?,
                bank_assets: level("bank_assets_busd", last.and_then(|r| r.bank_assets))?,
                treasuries: level("treast_busd", last.and_then(|r| r.treasuries))?,
                mortgage_bonds: level("wshomcb_busd", last.and_then(|r| r.mortgage_bonds))?,
                bills: level("bills_busd", last.and_then(|r| r.bills))?,
                ten_year: number("dgs10")?.or(last.and_then(|r| r.ten_year)),
                iorb: number("iorb")?.or(last.and_then(|r| r.iorb)),
                // What is predicted is never carried on: a blank is no observation.
                on_rrp: level("rrp_busd", None)?,
                reserves: level("wrbwfrbl_busd", None)?,
                sofr: number("sofr")?,
                effr: number("effr")?,
            });
        }
        if rows.len() < 2 {
            return Err(bad(0, "the file has fewer than two weeks"));
        }
        Ok(PublishedWeeks { rows })
    }

    /// Every week, the oldest first.
    pub fn rows(&self) -> &[Observation] {
        &self.rows
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

/// Amounts by day, $bn, from a table of its own: banks' assets by the week, bills by the month.
#[derive(Clone, Debug, PartialEq)]
pub struct Amounts {
    /// Day and logarithm of the amount.
    points: Vec<(i32, f64)>,
}

impl Amounts {
    /// Total assets of commercial banks, from a CSV file with the columns `date` and
    /// `total_assets_busd` of `data/commercial_banks_weekly_2015_2025.csv`, in any order, oldest
    /// first.
    ///
    /// # Errors
    /// [`Error::BadData`] for a missing column, a bad number or date, dates out of
    /// order, a wrong number of fields, or fewer than two rows.
    pub fn bank_assets(text: &str) -> Result<Amounts, Error> {
        Amounts::from_csv(text, "total_assets_busd")
    }

    /// Bills outstanding, from a CSV file with the columns `date` and `bills_busd` of
    /// `data/treasury_debt_monthly_2014_2025.csv`.
    ///
    /// # Errors
    /// As [`Amounts::bank_assets`].
    pub fn bills(text: &str) -> Result<Amounts, Error> {
        Amounts::from_csv(text, "bills_busd")
    }

    fn from_csv(text: &str, column: &str) -> Result<Amounts, Error> {
        let table = Table::read(text)?;
        let (Some(date), Some(amount)) = (table.place("date"), table.place(column)) else {
            return Err(bad(1, format!("the columns date and {column} are needed")));
        };
        let mut points: Vec<(i32, f64)> = Vec::new();
        for (line, fields) in &table.rows {
            let day = fields.get(date).and_then(Date::parse).ok_or_else(|| bad(*line, "a bad date"))?;
            let value: f64 = fields.get(amount).and_then(|t| t.parse().ok()).unwrap_or(f64::NAN);
            if !(value > 0.0 && value.is_finite()) {
                return Err(bad(*line, format!("{column} is not above zero")));
            }
            if points.last().is_some_and(|(before, _)| *before >= day.days()) {
                return Err(bad(*line, "the dates are out of order"));
            }
            points.push((day.days(), ln(value)));
        }
        if points.len() < 2 {
            return Err(bad(0, format!("fewer than two rows of {column}")));
        }
        Ok(Amounts { points })
    }

    /// The amount on a day, $bn: the file's own on its days, linear in logarithms between them,
    /// beyond them with the growth of the file's first or last year.
    pub fn at(&self, date: Date) -> f64 {
        let day = date.days();
        let first = self.points[0];
        let last = self.points[self.points.len() - 1];
        let (a, b) = if day < first.0 {
            let year = self.points.iter().rfind(|p| p.0 <= first.0 + 366);
            (first, *year.filter(|p| p.0 > first.0).unwrap_or(&self.points[1]))
        } else if day > last.0 {
            let year = self.points.iter().find(|p| p.0 >= last.0 - 366);
            (*year.filter(|p| p.0 < last.0).unwrap_or(&self.points[0]), last)
        } else {
            let i = self.points.partition_point(|p| p.0 < day).clamp(1, self.points.len() - 1);
            (self.points[i - 1], self.points[i])
        };
        exp(a.1 + (b.1 - a.1) * f64::from(day - a.0) / f64::from(b.0 - a.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_the_line() {
        let header = "date,walcl_busd,wdtgal_busd,rrp_busd,wrbwfrbl_busd,wcurcir_busd,iorb\n";
        let said = |body: &str| PublishedWeeks::from_csv(&format!("{header}{body}")).unwrap_err().to_string();
        assert_eq!(said("2025-01-01,1,1,1,1,1\n"), "data, line 2: 6 fields where the header has 7");
        assert_eq!(said("2025-01-01,1,1,1,1,1,1"), "data: the file has fewer than two weeks");
        assert_eq!(said("\n\n2025-01-01,x,1,1,1,1,1"), "data, line 4: walcl_busd: 'x' is not a number");
        assert_eq!(
            said("\r\n  \r\n2025-01-01,x,1,1,1,1,1\r\n"),
            "data, line 4: walcl_busd: 'x' is not a number"
        );
        assert_eq!(
            said("\"2025-01-01\",\"1\",1,1,1,1,1\n2025-01-02,1,1,1,1,1,1"),
            "data, line 3: 2025-01-02 does not follow 2025-01-01 by seven days"
        );
        assert_eq!(said("2025-01-01,x,1,1,1,1,1\n"), "data, line 2: walcl_busd: 'x' is not a number");
        assert_eq!(said("2025-01-01,-5,1,1,1,1,1\n"), "data, line 2: walcl_busd: -5 is not above zero");
        assert_eq!(said("1 Jan,1,1,1,1,1,1\n"), "data, line 2: '1 Jan' is not a date like 2025-07-30");
        assert_eq!(
            said("2025-01-01,1,1,1,1,1,1\n2025-01-09,1,1,1,1,1,1\n"),
            "data, line 3: 2025-01-09 does not follow 2025-01-01 by seven days"
        );
        assert_eq!(said(""), "data: the file has fewer than two weeks");
        let missing = PublishedWeeks::from_csv("date,iorb\n").unwrap_err().to_string();
        assert_eq!(missing, "data, line 1: the column walcl_busd is missing");
    }
}
