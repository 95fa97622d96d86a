//! TypeScript declarations: what does not change stands in `declarations.d.ts`, and the keys come from the
//! tables of the model.

use bathtub_model::accounts::{Instrument, Sector};
use bathtub_model::ensemble::QUANTILE_KEYS;
use bathtub_model::{Channel, Duck, LevelChannel, PARAMETERS, PRESETS, Reason, SERIES, STARTS, Stage};

/// The file `index.d.ts` of the package.
pub fn declarations() -> String {
    let parameters = PARAMETERS.iter().map(|row| {
        format!(
            "  /** {}. {}, {} to {}; {} at the default start. {}. */\n  {}: number;\n",
            row.label,
            capital(row.unit.name()),
            row.min,
            row.max,
            row.default,
            capital(row.tag.name()),
            row.key
        )
    });
    let mut text = include_str!("declarations.d.ts").to_owned();
    for (place, filling) in [
        ("Parameters", parameters.collect()),
        ("ScenarioKey", one_of(PRESETS.iter().map(|preset| preset.key))),
        ("StartDate", one_of(STARTS.iter().map(|start| start.date))),
        ("SeriesKey", one_of(SERIES.iter().map(|row| row.key))),
        ("DuckKey", one_of(Duck::ALL.map(Duck::key))),
        ("Channel", one_of(Channel::ALL.map(Channel::key))),
        ("LevelChannel", one_of(LevelChannel::ALL.map(LevelChannel::key))),
        ("StageName", one_of(Stage::ALL.map(Stage::key))),
        ("StageReason", one_of(Reason::ALL.map(Reason::key))),
        ("Quantile", one_of(QUANTILE_KEYS)),
        ("Instrument", one_of(Instrument::ALL.map(Instrument::key))),
        ("Sector", one_of(Sector::ALL.map(Sector::key))),
    ] {
        let mark = format!("/* {place} */");
        assert!(text.contains(&mark), "declarations.d.ts has no place for {place}");
        text = text.replace(&mark, &filling);
    }
    text
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn one_of(keys: impl IntoIterator<Item = &'static str>) -> String {
    let keys: Vec<String> = keys.into_iter().map(|key| format!("'{key}'")).collect();
    keys.join(" | ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_declared() {
        let text = declarations();
        for row in &PARAMETERS {
            assert!(text.contains(&format!("\n  {}: number;\n", row.key)), "{}", row.key);
        }
        assert!(text.contains("'memory'") && text.contains("'repo-spike'"));
        assert!(!text.contains("/* "), "a place was left empty");
    }
}
