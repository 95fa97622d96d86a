//! Amounts that have a table of their own, read between its days.

use super::file::{Table, TableFile};
use crate::math::{exp, ln};
use crate::{Date, Error};

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
        let file = TableFile::built_in(text);
        let table = Table::read(&file)?;
        let Some(amount) = table.place(column) else {
            return Err(file.fault(1, format!("the column {column} is missing"), ""));
        };
        let mut points = Vec::new();
        for row in &table.rows {
            let value: f64 = row.fields[amount].parse().unwrap_or(f64::NAN);
            if !(value > 0.0 && value.is_finite()) {
                return Err(file.fault(row.line, format!("{column} is not above zero"), ""));
            }
            points.push((row.date, value));
        }
        Amounts::new(points, &file, column)
    }

    /// Between the points of a file's column, oldest first.
    ///
    /// # Errors
    /// Fewer than two of them.
    pub(super) fn new(amounts: Vec<(Date, f64)>, file: &TableFile, column: &str) -> Result<Amounts, Error> {
        if amounts.len() < 2 {
            return Err(file.fault(
                0,
                format!("fewer than two rows of {column}"),
                "add rows or leave it out",
            ));
        }
        Ok(Amounts { points: amounts.into_iter().map(|(date, amount)| (date.days(), ln(amount))).collect() })
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
