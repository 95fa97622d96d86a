//! Settings: a start, a week and the value of any parameter.

use bathtub_model::backtest::built_in_start;
use bathtub_model::{DEFAULT_START, DEFAULT_WEEK, PRESETS, ParameterId, Preset, Scenario, WEEKS};

use crate::{Fault, Given, Kind, Object};

/// A scenario, and the week that is asked about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// The scenario.
    pub scenario: Scenario,
    /// The week, 0 to [`WEEKS`].
    pub week: usize,
}

fn preset(key: &str) -> Result<&'static Preset, Fault> {
    Preset::from_key(key).ok_or_else(|| {
        let known: Vec<&str> = PRESETS.iter().map(|preset| preset.key).collect();
        Fault::of(Kind::Other, "scenario", &format!("no scenario '{key}'; there are {}", known.join(", ")))
    })
}

/// Reads `{ scenario, start, week, capex, … }`: a prepared scenario gives start, week and values, unless
/// they are given; what is not given is as it stands at the start.
///
/// # Errors
/// The first key, value or start that cannot be.
pub fn setting(given: &Object) -> Result<Setting, Fault> {
    let text = |key: &str| given.get(key).map(|value| value.text(key)).transpose();
    let preset = text("scenario")?.map(preset).transpose()?;
    let start = match text("start")?.or(preset.map(|preset| preset.start)) {
        None => DEFAULT_START,
        Some(date) if date == DEFAULT_START.date => DEFAULT_START,
        Some(date) => built_in_start(date)?,
    };
    let week = match given.get("week") {
        None => preset.map_or(DEFAULT_WEEK, |preset| preset.week),
        Some(week) => week.count("week", [0, WEEKS])?,
    };
    let mut scenario = Scenario::new(start);
    for (id, value) in preset.iter().flat_map(|preset| preset.levers) {
        scenario = scenario.with(*id, *value)?;
    }
    for (key, value) in given.0.iter().filter(|row| !["scenario", "start", "week"].contains(&&*row.0)) {
        scenario = scenario.with(ParameterId::from_key(key)?, number(key, value)?)?;
    }
    scenario.check_balance_sheet()?;
    Ok(Setting { scenario, week })
}

/// The number of a parameter; what is none is told with the range.
pub(crate) fn number(key: &str, value: &Given) -> Result<f64, Fault> {
    value.number(key).map_err(|fault| match ParameterId::from_key(key) {
        Err(_) => fault,
        Ok(id) => {
            let row = id.row();
            let message =
                format!("{}; the range is {} to {} ({})", fault.message, row.min, row.max, row.unit);
            Fault { message, range: Some([row.min, row.max]), ..fault }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(rows: &[(&str, Given)]) -> Result<Setting, Fault> {
        setting(&Object(rows.iter().map(|(key, value)| ((*key).into(), value.clone())).collect()))
    }

    fn text(text: &str) -> Given {
        Given::Text(text.into())
    }

    #[test]
    fn nothing_is_the_default() {
        assert_eq!(read(&[]), Ok(Setting { scenario: Scenario::default(), week: DEFAULT_WEEK }));
    }

    #[test]
    fn a_scenario_gives_what_is_not_given() {
        let found = read(&[("scenario", text("repo-spike"))]).unwrap();
        let preset = Preset::from_key("repo-spike").unwrap();
        assert_eq!((found.scenario, found.week), (preset.scenario().unwrap(), preset.week));
        let changed = read(&[
            ("scenario", text("repo-spike")),
            ("tga", Given::Number(0.0)),
            ("week", Given::Number(1.0)),
        ])
        .unwrap();
        assert_eq!((changed.scenario.get(ParameterId::Tga), changed.week), (0.0, 1));
        assert_eq!(changed.scenario.start().date, preset.start);
        assert_eq!(
            read(&[("start", text("2016-03-30"))]).unwrap().scenario.start().nearest,
            Some("2015-01-07")
        );
    }

    #[test]
    fn what_cannot_be_is_named() {
        let refused = |rows: &[(&str, Given)]| read(rows).unwrap_err();
        let range = refused(&[("capex", Given::Number(-1.0))]);
        assert_eq!((range.kind, range.value), (Kind::Range, Some(-1.0)));
        assert!(range.message.starts_with("capex: -1 is outside the range 0 to "), "{}", range.message);
        let nan = refused(&[("capex", Given::Number(f64::NAN))]);
        assert_eq!(nan.kind, Kind::Range);
        let text_for_number = refused(&[("capex", text("1000"))]);
        assert_eq!(text_for_number.kind, Kind::Type);
        assert!(text_for_number.message.starts_with("capex: '1000' is not a number; the range is 0 to "));
        assert_eq!(
            refused(&[("nonsense", Given::Number(1.0))]).message,
            "nonsense: no such parameter; parameters() lists them"
        );
        for (key, value) in [
            ("scenario", text("nonsense")),
            ("scenario", Given::Number(1.0)),
            ("start", text("2016-03-31")),
            ("start", Given::Object(Object::default())),
            ("week", Given::Number(105.0)),
            ("week", Given::Number(1.5)),
            ("week", Given::Number(-1.0)),
            ("week", Given::Number(f64::NAN)),
            ("week", Given::Other("null".into())),
            ("fed_assets", Given::Number(100.0)),
        ] {
            let fault = refused(&[(key, value.clone())]);
            assert!(fault.message.contains(':') && fault.parameter.is_some(), "{key} {value:?}");
        }
    }
}
