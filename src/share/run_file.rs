//! A run as a file: CSV and JSON with units, model version and date of the data.

use bathtub_model::document::RunDocument;
use bathtub_model::{DATA_DATE, MODEL_VERSION, Run, SERIES, Series, WEEKS};

use crate::platform::{Platform, to_json};

/// What a run is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A row a week, a column a series.
    Csv,
    /// The document of the command `bathtub run --json`, which `schema/run.json` describes.
    Json,
}

impl Format {
    /// Ending of the file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Json => "json",
        }
    }

    /// Media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Csv => "text/csv",
            Format::Json => "application/json",
        }
    }

    /// The content of the file, with the read-outs of a week.
    pub fn write(self, run: &Run, week: usize, platform: &Platform) -> String {
        match self {
            Format::Csv => csv(run, platform),
            Format::Json => RunDocument::new(run, week).map(|run| to_json(&run)).unwrap_or_default(),
        }
    }
}

/// Name of the file that a run is saved in.
pub fn name(run: &Run, format: Format) -> String {
    format!("bathtub-{}.{}", run.scenario().start().date, format.ending())
}

/// A line on where the numbers are from, then the table. Keys and units have no commas and no quotes,
/// which a test makes sure of: the crate `csv` would add 17 kB (`docs/decisions/budget.md`).
fn csv(run: &Run, platform: &Platform) -> String {
    let scenario = run.scenario();
    let start = scenario.start();
    let changed: Vec<_> = scenario
        .changed()
        .map(|id| format!(" {}={}", id.row().key, platform.exact(scenario.get(id))))
        .collect();
    let changed = if changed.is_empty() { String::new() } else { format!("; changed:{}", changed.join(",")) };
    let note = format!(
        "# The liquidity bathtub, model {MODEL_VERSION}, data of {DATA_DATE}, start {}{changed}\n",
        start.name()
    );
    let head: Vec<_> = SERIES.iter().map(|row| format!("{} [{}]", row.key, row.unit.name())).collect();
    let mut text = format!("{note}week,date,{}\n", head.join(","));
    for week in 0..=WEEKS {
        let numbers = Series::ALL.map(|series| platform.exact(run.rows()[week][series]));
        text += &format!("{week},{},{}\n", start.day().plus_weeks(week).iso(), numbers.join(","));
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
        let text = Format::Csv.write(&run, 52, &platform);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(
            lines[0],
            "# The liquidity bathtub, model 2.0.0, data of 2026-10-07, start 2026-10-07; changed: tga=312.5"
        );
        assert!(lines[1].starts_with("week,date,reserves_bn [$bn],"), "{}", lines[1]);
        assert_eq!(lines.len(), 2 + 105);
        assert!(lines[2].starts_with("0,2026-10-07,") && lines[106].starts_with("104,2028-10-04,"));
        let level = lines[1].split(',').position(|name| name == "level [index]").unwrap();
        let value: f64 = lines[54].split(',').nth(level).unwrap().parse().unwrap();
        assert_eq!(value, run.rows()[52][Series::Level]);
        assert!(lines.iter().skip(1).all(|line| line.split(',').count() == 2 + Series::COUNT));
    }

    #[test]
    fn nothing_in_a_table_has_to_be_quoted() {
        for row in &SERIES {
            let field = format!("{} [{}]", row.key, row.unit.name());
            assert!(!field.contains([',', '"', '\n']), "{field}");
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
