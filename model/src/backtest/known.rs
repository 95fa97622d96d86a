//! The columns that are known in several files, and what is wrong with them together.

use super::amounts::Amounts;
use super::column::{Column, Quantity as Q, shortened};
use super::file::{DatedRow, Table};
use crate::{Date, Error};

/// How old the last value of a daily series may be on a Wednesday, days: it bridges holidays.
const OLDEST: i32 = 4;

/// Days within which a steady quantity stays what it is.
const YEAR: i32 = 366;

/// Reserves, reverse repo, account and currency may be this much of the Fed's assets: currency is an
/// average, and the Treasury's coins are in it.
const WHOLE: f64 = 1.05;

/// And at least this much: what else the Fed owes was up to 30 % late in 2008, when the Treasury had a
/// second account, and up to 15 % since the first year of our own table.
const PARTS: f64 = 0.6;
const PARTS_SINCE_2015: f64 = 0.8;

/// How far apart SOFR, the funds rate and interest on reserves may be, percentage points: on
/// September 17, 2019 it was 3.15.
const APART: f64 = 4.0;

/// A rate of a night is a fraction where it is so much less than interest on reserves, and that is not
/// next to nothing, %.
const FRACTION: f64 = 20.0;
const SOMETHING: f64 = 0.5;

/// What no backtest can do without.
const NEEDED: [Q; 6] = [Q::FedAssets, Q::Tga, Q::OnRrp, Q::Reserves, Q::Currency, Q::Iorb];

/// One column: a value or a blank for each row of its file.
pub(super) struct Values<'a> {
    pub table: &'a Table<'a>,
    /// As the file has it.
    pub name: &'a str,
    pub values: Vec<Option<f64>>,
    quantity: Q,
    /// Whether it is the average of the week.
    average: bool,
}

impl<'a> Values<'a> {
    /// The known columns of a file.
    fn of(table: &'a Table<'a>) -> Result<Vec<Self>, Error> {
        let mut all = Vec::new();
        for (place, name) in table.head.iter().enumerate() {
            let Some(column) = Column::named(name) else { continue };
            let fault = |row: &DatedRow, (reason, remedy): (String, String)| {
                table.file.fault(row.line, reason, remedy)
            };
            let value =
                |row: &DatedRow| column.value(name, &row.fields[place]).map_err(|said| fault(row, said));
            let values = table.rows.iter().map(value).collect::<Result<Vec<_>, _>>()?;
            let largest = values.iter().zip(&table.rows).filter_map(|(value, row)| Some(((*value)?, row)));
            if let Some((value, row)) = largest.max_by(|a, b| a.0.total_cmp(&b.0))
                && column.is_in_larger_unit(value)
            {
                return Err(fault(row, column.too_little(name, &row.fields[place])));
            }
            let known = || values.iter().zip(&table.rows).filter_map(|(value, row)| Some(((*value)?, row)));
            let two_units = |((a, before), (b, after)): &((f64, &DatedRow), (f64, &DatedRow))| {
                after.date.days() - before.date.days() <= YEAR && column.is_in_two_units(*a, *b)
            };
            if let Some(((_, before), (_, after))) = known().zip(known().skip(1)).find(two_units) {
                let field = |row: &DatedRow| shortened(&row.fields[place]).into_owned();
                let reason =
                    format!("{name}: {} is too far from {} on {}", field(after), field(before), before.date);
                return Err(fault(after, (reason, "give the whole column in one unit".into())));
            }
            all.push(Values { table, name, values, quantity: column.quantity, average: column.average });
        }
        if all.is_empty() {
            let remedy = "name them as FRED does: WALCL, WDTGAL, RRPONTSYD, WRBWFRBL, WCURCIR, IORB, SOFR";
            return Err(table.file.fault(table.head_line, "no column is known by its name", remedy));
        }
        Ok(all)
    }

    /// The last value on a day or few days before.
    pub fn at(&self, date: Date) -> Option<f64> {
        let rows = &self.table.rows;
        let until = rows.partition_point(|row| row.date <= date);
        let recent = (0..until).rev().take_while(|i| date.days() - rows[*i].date.days() <= OLDEST);
        recent.filter_map(|i| self.values[i]).next()
    }

    /// Whether it has begun by a day: before that it has no gaps.
    pub fn has_begun(&self, date: Date) -> bool {
        let until = self.table.rows.partition_point(|row| row.date <= date);
        self.values[..until].iter().any(Option::is_some)
    }

    /// The line of a day, or of the last before it.
    pub fn line_of(&self, date: Date) -> usize {
        let until = self.table.rows.partition_point(|row| row.date <= date);
        self.table.rows[..until].last().map_or(self.table.head_line, |row| row.line)
    }

    /// Whether days between those of a file of its own are worked out.
    fn is_interpolated(&self) -> bool {
        matches!(self.quantity, Q::BankAssets | Q::Bills)
    }

    fn is_beside(&self, other: &Values) -> bool {
        std::ptr::eq(self.table, other.table)
    }
}

/// All known columns of all files.
pub(super) struct Known<'a> {
    tables: &'a [Table<'a>],
    columns: Vec<Values<'a>>,
}

impl<'a> Known<'a> {
    /// Reads the columns.
    ///
    /// # Errors
    /// A file without any, a bad number, a quantity that stands twice.
    pub fn new(tables: &'a [Table<'a>]) -> Result<Self, Error> {
        let mut columns: Vec<Values> = Vec::new();
        for table in tables {
            for new in Values::of(table)? {
                let same = |old: &&Values| old.quantity == new.quantity && !old.average && !new.average;
                if let Some(old) = columns.iter().find(same) {
                    let reason = format!("the column {} stands twice", new.name);
                    let remedy = format!("leave out this one or {} of {}", old.name, old.table.file.name);
                    return Err(table.file.fault(table.head_line, reason, remedy));
                }
                columns.push(new);
            }
        }
        Ok(Known { tables, columns })
    }

    /// The column that holds a quantity; averages do not.
    pub fn find(&self, quantity: Q) -> Option<&Values<'a>> {
        self.columns.iter().find(|column| column.quantity == quantity && !column.average)
    }

    /// Names of the files.
    pub fn file_names(&self) -> String {
        let names: Vec<&str> = self.tables.iter().map(|table| table.file.name.as_str()).collect();
        names.join(", ")
    }

    /// What is wrong with the files as a whole; the line is that of one file alone.
    pub fn fault(&self, line: usize, reason: impl Into<String>, remedy: impl Into<String>) -> Error {
        let line = if self.tables.len() == 1 { line } else { 0 };
        Error::BadData { file: self.file_names(), line, reason: reason.into(), remedy: remedy.into() }
    }

    /// The column of the Fed's assets.
    ///
    /// # Errors
    /// A needed column that is missing, or an average in its place.
    pub fn assets(&self) -> Result<&Values<'a>, Error> {
        let has = |quantity: Q| {
            self.find(quantity).is_some() || quantity == Q::Iorb && self.find(Q::Ioer).is_some()
        };
        let missing = NEEDED.into_iter().find(|quantity| !has(*quantity));
        let (None, Some(assets)) = (missing, self.find(Q::FedAssets)) else {
            return Err(self.missing(missing.unwrap_or(Q::FedAssets)));
        };
        Ok(assets)
    }

    fn missing(&self, quantity: Q) -> Error {
        if let Some(average) = self.columns.iter().find(|column| column.quantity == quantity) {
            let file = average.table;
            let reason =
                format!("{} is a week average, which does not add up with Wednesday levels", average.name);
            let remedy = format!("add the level, {}", quantity.fred());
            return file.file.fault(file.head_line, reason, remedy);
        }
        let reason = format!("the column {} is missing", quantity.name());
        let remedy = match quantity.fred() {
            fred if fred == quantity.name() => "add it".to_owned(),
            fred => format!("add it, or FRED's {fred}"),
        };
        let line = self.tables.first().map_or(0, |table| table.head_line);
        self.fault(line, reason, remedy)
    }

    /// Refuses files beside that of the Fed's assets which leave out more than a week.
    ///
    /// # Errors
    /// The day after the gap.
    pub fn refuse_gaps(&self, assets: &Values) -> Result<(), Error> {
        for column in self.columns.iter().filter(|c| !c.is_beside(assets) && !c.is_interpolated()) {
            let apart = |pair: &&[DatedRow]| pair[1].date.days() - pair[0].date.days() > 7;
            if let Some([before, after]) = column.table.rows.windows(2).find(apart) {
                let reason = format!("{} does not follow {} within seven days", after.date, before.date);
                let remedy = format!("give {} the rows between", column.name);
                return Err(column.table.file.fault(after.line, reason, remedy));
            }
        }
        Ok(())
    }

    /// Refuses a day on which the parts are more than the whole, or far less: one of them is in another
    /// unit, or of another day.
    ///
    /// # Errors
    /// The day, with what stands there.
    pub fn refuse_parts_unlike_the_whole(&self, date: Date, assets: &Values) -> Result<(), Error> {
        let parts = [Q::Reserves, Q::OnRrp, Q::Tga, Q::Currency].map(|quantity| self.find(quantity));
        let values = || parts.iter().flatten().map(|values| values.at(date));
        let sum: f64 = values().flatten().sum();
        let least = match values().all(|value| value.is_some()) {
            true if date.year() < 2015 => PARTS,
            true => PARTS_SINCE_2015,
            false => 0.0,
        };
        let said = match assets.at(date) {
            Some(whole) if sum > WHOLE * whole => "more than",
            Some(whole) if sum < least * whole => "far less than",
            _ => return Ok(()),
        };
        let whole = assets.at(date).unwrap_or_default();
        let names: Vec<&str> = parts.iter().flatten().map(|values| values.name).collect();
        let (names, name) = (names.join(", "), assets.name);
        let reason = format!("{names} on {date} are {sum:.1} together ($bn), {said} {name}, {whole:.1}");
        let remedy = "compare the units and the days of these columns";
        Err(assets.table.file.fault(assets.line_of(date), reason, remedy))
    }

    /// Refuses a day on which the rates of one night are in two units.
    ///
    /// # Errors
    /// The day, with what stands there.
    pub fn refuse_rates_apart(&self, date: Date) -> Result<(), Error> {
        let at = |quantity: Q| self.find(quantity).and_then(|values| Some((values, values.at(date)?)));
        let Some((paid, on_reserves)) = at(Q::Iorb).or_else(|| at(Q::Ioer)) else { return Ok(()) };
        for (values, rate) in [at(Q::Sofr), at(Q::Effr)].into_iter().flatten() {
            let fraction = on_reserves > SOMETHING && rate > 0.0 && rate * FRACTION < on_reserves;
            if fraction || (rate - on_reserves).abs() > APART {
                let (name, other) = (values.name, paid.name);
                let reason =
                    format!("{name}, {rate}, and {other}, {on_reserves}, on {date} are too far apart");
                let remedy = "write all rates in per cent, 4.33 for 4.33 %";
                return Err(values.table.file.fault(values.line_of(date), reason, remedy));
            }
        }
        Ok(())
    }

    /// Amounts from another file than that of the Fed's assets, where there is one.
    ///
    /// # Errors
    /// Fewer than two of them.
    pub fn amounts(&self, quantity: Q, assets: &Values) -> Result<Option<Amounts>, Error> {
        let Some(column) = self.find(quantity).filter(|column| !column.is_beside(assets)) else {
            return Ok(None);
        };
        let rows = column.table.rows.iter().zip(&column.values);
        let points = rows.filter_map(|(row, value)| Some((row.date, (*value)?))).collect();
        Amounts::new(points, column.table.file, column.name).map(Some)
    }

    /// The day on which the first of the other needed files has ended.
    pub fn end(&self, assets: &Values) -> Option<i32> {
        let others = self.columns.iter().filter(|c| NEEDED.contains(&c.quantity) && !c.is_beside(assets));
        others.filter_map(|column| column.table.rows.last()).map(|row| row.date.days() + OLDEST).min()
    }
}
