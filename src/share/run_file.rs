//! A run as a file: CSV and JSON with units, model version and date of the data.

use bathtub_model::document::RunDocument;
use bathtub_model::{DATA_DATE, MODEL_VERSION, Run, SERIES, Series, WEEKS};

use super::cell::{MARK, Writing};
use crate::platform::{Platform, to_json};

/// What a run is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A row a week, a column a series.
    Csv(Writing),
    /// The document of the command `bathtub run --json`, which `schema/run.json` describes.
    Json,
}

impl Format {
    /// In the order of their buttons.
    pub const ALL: [Format; 3] = [Format::Csv(Writing::Point), Format::Csv(Writing::Comma), Format::Json];

    /// Name in the document.
    pub const fn key(self) -> &'static str {
        match self {
            Format::Csv(Writing::Point) => "csv",
            Format::Csv(Writing::Comma) => "csv-comma",
            Format::Json => "json",
        }
    }

    /// End of the file's name.
    const fn ending(self) -> &'static str {
        match self {
            Format::Csv(Writing::Point) => ".csv",
            Format::Csv(Writing::Comma) => "-decimal-comma.csv",
            Format::Json => ".json",
        }
    }

    /// Media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Csv(_) => "text/csv",
            Format::Json => "application/json",
        }
    }

    /// The content of the file, with the read-outs of a week.
    pub fn write(self, run: &Run, week: usize, platform: &Platform) -> String {
        match self {
            Format::Csv(writing) => csv(run, writing, platform),
            Format::Json => RunDocument::new(run, week).map(|run| to_json(&run)).unwrap_or_default(),
        }
    }
}

/// Name of the file that a run is saved in.
pub fn name(run: &Run, format: Format) -> String {
    format!("bathtub-{}{}", run.scenario().start().date, format.ending())
}

/// A cell on where the numbers are from, then the table. The crate `csv` would add 17 kB
/// (`docs/decisions/budget.md`).
fn csv(run: &Run, writing: Writing, platform: &Platform) -> String {
    let scenario = run.scenario();
    let start = scenario.start();
    let number = |value: f64| writing.number(&platform.exact(value));
    // As a link has it.
    let changed: Vec<_> = scenario
        .changed()
        .map(|id| format!(" {}={}", id.row().key, platform.exact(scenario.get(id))))
        .collect();
    let changed = if changed.is_empty() { String::new() } else { format!("; changed:{}", changed.join(",")) };
    let note = format!(
        "# The liquidity bathtub, model {MODEL_VERSION}, data of {DATA_DATE}, start {}{changed}",
        start.name()
    );
    let series = SERIES.iter().map(|row| format!("{} [{}]", row.key, row.unit.name()));
    let names = ["week", "date"].map(str::to_owned).into_iter().chain(series);
    let mut text = MARK.to_string() + &writing.row([writing.text(&note)]);
    text += &writing.row(names.map(|name| writing.text(&name)));
    for week in 0..=WEEKS {
        let when = [week.to_string(), start.day().plus_weeks(week).iso()];
        let numbers = Series::ALL.map(|series| number(run.rows()[week][series]));
        text += &writing.row(when.into_iter().chain(numbers));
    }
    text
}

#[cfg(test)]
#[path = "../../tests/support/run_schema.rs"]
mod run_schema;

#[cfg(test)]
mod tests {
    use super::*;
    use bathtub_model::{ParameterId, Scenario, simulate};

    fn run() -> Run {
        simulate(&Scenario::default().with(ParameterId::Tga, 312.5).unwrap())
    }

    #[test]
    fn a_table_has_a_row_a_week_and_a_column_a_series() {
        let (run, platform) = (run(), Platform::native());
        for (writing, point) in [(Writing::Point, '.'), (Writing::Comma, ',')] {
            let text = Format::Csv(writing).write(&run, 52, &platform);
            let lines: Vec<_> = text.strip_prefix(MARK).unwrap().lines().collect();
            let between = writing.between().to_string();
            assert_eq!(
                lines[0],
                "\"# The liquidity bathtub, model 2.0.0, data of 2026-10-07, start 2026-10-07; changed: tga=312.5\""
            );
            let head = ["week", "date", "reserves_bn [$bn]", ""].join(&between);
            assert!(lines[1].starts_with(&head), "{}", lines[1]);
            assert_eq!(lines.len(), 2 + 105);
            let starts = ["0 2026-10-07 ", "104 2028-10-04 "].map(|start| start.replace(' ', &between));
            assert!(lines[2].starts_with(&starts[0]) && lines[106].starts_with(&starts[1]));
            let level = lines[1].split(&between).position(|name| name == "level [index]").unwrap();
            for (week, line) in lines[2..].iter().enumerate() {
                let cells: Vec<_> = line.split(&between).collect();
                assert_eq!(cells.len(), 2 + Series::COUNT);
                let value: f64 = cells[level].replace(point, ".").parse().unwrap();
                assert_eq!(value, run.rows()[week][Series::Level]);
            }
        }
    }

    #[test]
    fn a_file_of_json_is_the_document_that_the_schema_describes() {
        let (run, platform) = (run(), Platform::native());
        let text = Format::Json.write(&run, 26, &platform);
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(run_schema::faults(&read), [""; 0]);
        assert_eq!(read["changed"], serde_json::json!(["tga"]));
        assert_eq!((&read["settings"]["tga"], &read["week"]), (&312.5.into(), &26.into()));
        for series in Series::ALL {
            // Not by the reader above, which rounds the last digit.
            let opening = format!("\"{}\":[", series.row().key);
            let list = text.rsplit_once(&opening).unwrap().1.split(']').next().unwrap();
            let values: Vec<f64> = list.split(',').map(|value| value.parse().unwrap()).collect();
            assert_eq!(values, run.series(series), "{}", series.row().key);
        }
        assert_eq!(name(&run, Format::Json), "bathtub-2026-10-07.json");
    }
}
