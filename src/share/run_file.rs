//! A run as a file: CSV and JSON with units, model version and date of the data.

use bathtub_model::{DATA_DATE, MODEL_VERSION, Run, SERIES, Series, WEEKS};

use crate::platform::{Date, Platform};

/// What a run is saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A row a week, a column a series.
    Csv,
    /// Settings that differ from the start, and series by key with their units.
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

    /// The content of the file.
    pub fn write(self, run: &Run, platform: &Platform) -> String {
        match self {
            Format::Csv => csv(run, platform),
            Format::Json => json(run, platform),
        }
    }
}

/// Name of the file that a run is saved in.
pub fn name(run: &Run, format: Format) -> String {
    ["bathtub-", run.scenario().start().date, ".", format.ending()].concat()
}

/// `key=value` of every parameter that differs from the start.
fn changed(run: &Run, platform: &Platform, wrap: impl Fn(&str, &str) -> String) -> String {
    let scenario = run.scenario();
    let pairs: Vec<_> =
        scenario.changed().map(|id| wrap(id.row().key, &platform.exact(scenario.get(id)))).collect();
    pairs.join(",")
}

fn csv(run: &Run, platform: &Platform) -> String {
    let start = run.scenario().start().date;
    let mut text =
        ["# The liquidity bathtub, model ", MODEL_VERSION, ", data of ", DATA_DATE, ", start ", start]
            .concat();
    let pairs = changed(run, platform, |key, value| [" ", key, "=", value].concat());
    text.extend([if pairs.is_empty() { "" } else { "; changed:" }, pairs.as_str(), "\nweek,date"]);
    for row in &SERIES {
        text.extend([",", row.key, " [", row.unit.name(), "]"]);
    }
    let first = Date::parse(start).unwrap_or_default();
    for week in 0..=WEEKS {
        text.extend(["\n", &week.to_string(), ",", &first.plus_weeks(week).iso()]);
        for series in Series::ALL {
            text.extend([",", &platform.exact(run.rows()[week][series])]);
        }
    }
    text.push('\n');
    text
}

fn json(run: &Run, platform: &Platform) -> String {
    let quoted = |text: &str| ["\"", text, "\""].concat();
    let settings = changed(run, platform, |key, value| [&quoted(key), ":", value].concat());
    let units: Vec<_> =
        SERIES.iter().map(|row| [&quoted(row.key), ":", &quoted(row.unit.name())].concat()).collect();
    let series: Vec<_> = Series::ALL
        .into_iter()
        .map(|series| {
            let values: Vec<_> = run.series(series).into_iter().map(|value| platform.exact(value)).collect();
            [&quoted(series.row().key), ":[", &values.join(","), "]"].concat()
        })
        .collect();
    [
        "{\"model_version\":",
        &quoted(MODEL_VERSION),
        ",\"data_date\":",
        &quoted(DATA_DATE),
        ",\"start\":",
        &quoted(run.scenario().start().date),
        ",\"settings\":{",
        &settings,
        "},\"units\":{",
        &units.join(","),
        "},\"series\":{",
        &series.join(","),
        "}}\n",
    ]
    .concat()
}

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
        let text = Format::Csv.write(&run, &platform);
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(
            lines[0],
            "# The liquidity bathtub, model 1.0.0, data of 2026-08-19, start 2026-08-19; changed: tga=312.5"
        );
        assert!(lines[1].starts_with("week,date,reserves_bn [$bn],"), "{}", lines[1]);
        assert_eq!(lines.len(), 2 + 105);
        assert!(lines[2].starts_with("0,2026-08-19,") && lines[106].starts_with("104,2028-08-16,"));
        let level = lines[1].split(',').position(|name| name == "level [index]").unwrap();
        let value: f64 = lines[54].split(',').nth(level).unwrap().parse().unwrap();
        assert_eq!(value, run.rows()[52][Series::Level]);
        assert!(lines.iter().skip(1).all(|line| line.split(',').count() == 2 + Series::COUNT));
    }

    #[test]
    fn a_file_of_json_has_the_bits_of_the_run() {
        let (run, platform) = (run(), Platform::native());
        let text = Format::Json.write(&run, &platform);
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["settings"], serde_json::json!({"tga": 312.5}));
        assert_eq!(read["units"]["spread_bp"], "bp");
        assert_eq!(read["series"].as_object().unwrap().len(), Series::COUNT);
        for series in Series::ALL {
            // Not by the reader above, which rounds the last digit.
            let opening = ["\"", series.row().key, "\":["].concat();
            let list = text.rsplit_once(&opening).unwrap().1.split(']').next().unwrap();
            let values: Vec<f64> = list.split(',').map(|value| value.parse().unwrap()).collect();
            assert_eq!(values, run.series(series), "{}", series.row().key);
        }
        assert_eq!(name(&run, Format::Json), "bathtub-2026-08-19.json");
    }
}
