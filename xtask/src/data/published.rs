//! Reading what publishers answer.

use std::collections::BTreeMap;

use anyhow::Result;
use jiff::civil::Date;
use serde_json::Value;

use super::fault::fault;
use super::sources::{Series, Source};

/// Values by day, in the unit of `data/`; days without a value are left out.
pub type Points = BTreeMap<Date, f64>;

const LOOK: &str = "open the address, and mend xtask/src/data/published.rs if the format has changed";

/// Reads the answer for a series.
///
/// # Errors
/// When it is not the table expected.
pub fn read(series: &Series, text: &str) -> Result<Points> {
    let points = match series.source {
        Source::Fred => fred(series, text)?,
        Source::PublicDebt { security, amount } => public_debt(series, text, security, amount)?,
    };
    if points.is_empty() {
        return Err(fault(series, None, "the table has no values", LOOK));
    }
    Ok(points)
}

/// `observation_date,ID`, and a row a day; a point or nothing where there is no value.
fn fred(series: &Series, text: &str) -> Result<Points> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let header = text.lines().next().unwrap_or("").trim_end();
    if !["observation_date", "DATE"].iter().any(|date| header == format!("{date},{}", series.id)) {
        let start: String = header.chars().take(40).collect();
        let what = if header.starts_with('<') {
            format!("the answer is a web page, not a table (it begins \"{start}\")")
        } else {
            format!("the table begins \"{start}\", not \"observation_date,{}\"", series.id)
        };
        return Err(fault(series, None, &what, LOOK));
    }
    let mut points = Points::new();
    let mut last = None;
    for line in text.lines().skip(1) {
        let malformed = || {
            let what = format!("\"{line}\" is not a date and a value");
            fault(series, last, &what, LOOK)
        };
        let (day, value) = line.split_once(',').ok_or_else(malformed)?;
        let day: Date = day.parse().map_err(|_| malformed())?;
        if last.is_some_and(|before| before >= day) {
            return Err(fault(series, Some(day), "it does not follow the row before", LOOK));
        }
        if !matches!(value.trim(), "" | ".") {
            points.insert(day, number(series, value.trim()).ok_or_else(malformed)?);
        }
        last = Some(day);
    }
    if !text.ends_with('\n') {
        return Err(fault(series, last, "the table ends in the middle of a line", "try again later"));
    }
    Ok(points)
}

/// Rows of Table 1 of the Monthly Statement of the Public Debt; `security` is type and class.
fn public_debt(series: &Series, text: &str, security: &str, amount: &str) -> Result<Points> {
    let malformed = |row: Option<Date>, what: &str| fault(series, row, what, LOOK);
    let table: Value = serde_json::from_str(text)
        .map_err(|error| malformed(None, &format!("the answer is not whole JSON ({error})")))?;
    let rows = table["data"].as_array().ok_or_else(|| malformed(None, "the answer has no rows (`data`)"))?;
    if table["meta"]["total-pages"].as_u64() != Some(1) {
        return Err(malformed(None, "the answer is not all on one page (`meta.total-pages`)"));
    }
    let mut points = Points::new();
    for row in rows {
        let field = |name: &str| row[name].as_str().unwrap_or("");
        if format!("{}/{}", field("security_type_desc"), field("security_class_desc")) != security {
            continue;
        }
        let day: Date = field("record_date")
            .parse()
            .map_err(|_| malformed(None, &format!("\"{}\" is not a date", field("record_date"))))?;
        let value = number(series, field(amount))
            .ok_or_else(|| malformed(Some(day), &format!("{amount} is not a number")))?;
        if points.insert(day, value).is_some() {
            return Err(malformed(Some(day), &format!("there are two rows of {security}")));
        }
    }
    Ok(points)
}

fn number(series: &Series, text: &str) -> Option<f64> {
    let value: f64 = text.parse().ok()?;
    value.is_finite().then_some(value * series.unit.factor())
}
