//! What must hold of runs: behind a sentence, or for a challenge to be met.
//!
//! `tga=700; level@52 < untouched level@52 and spread_bp@13 > spread_bp@0 + 10`: a setting, then
//! what must hold of its run. `docs/how-to.md` has the whole language.

use std::collections::HashMap;
use std::rc::Rc;

use bathtub_model::{PARAMETERS, Preset, Run, Scenario, Series, Start, Unit, simulate};

use crate::named::parameter;
use crate::quantity::{Place, place};

/// Difference below which two sides are equal.
const EQUAL: f64 = 1e-6;

/// Settings that have been run: many claims are about the same.
#[derive(Default)]
pub struct Runs(HashMap<Vec<u64>, Rc<Run>>);

impl Runs {
    /// The run of a scenario.
    pub fn of(&mut self, scenario: &Scenario) -> Rc<Run> {
        let values = PARAMETERS.iter().map(|row| scenario.get(row.id).to_bits());
        let key = values.chain([scenario.start().day().days() as u64]).collect();
        Rc::clone(self.0.entry(key).or_insert_with(|| Rc::new(simulate(scenario))))
    }
}

/// How far a run is from what is asked of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// What it is.
    pub is: f64,
    /// What it should be beyond.
    pub bound: f64,
    /// Where in the run.
    pub place: Place,
    /// Whether it should be above, or else below.
    pub above: bool,
    /// The unit of both.
    pub unit: Unit,
}

/// Evidence as it was read.
pub struct Evidence<'a> {
    setting: Scenario,
    relations: Vec<&'a str>,
}

impl<'a> Evidence<'a> {
    /// Reads the setting; a relation is read when it is checked.
    ///
    /// # Errors
    /// When there is none, or a setting that the model refuses.
    pub fn read(text: &'a str) -> Result<Self, String> {
        let (setting, relations) =
            text.split_once(';').ok_or("write a setting, a semicolon and what must hold")?;
        let setting = match setting.trim() {
            "untouched" => Scenario::default(),
            words => self::setting(words)?,
        };
        Ok(Self::of(setting, relations))
    }

    /// What must hold of a scenario's run.
    pub fn of(setting: Scenario, relations: &'a str) -> Self {
        Evidence { setting, relations: relations.split(" and ").map(str::trim).collect() }
    }

    /// Says of the first relation that does not hold by how much it fails.
    ///
    /// # Errors
    /// That sentence, or what a relation says that cannot be read.
    pub fn check(&self, runs: &mut Runs) -> Result<(), String> {
        self.relations.iter().try_for_each(|relation| self.holds(relation, runs))
    }

    /// How far the first relation that does not hold is from its bound; nothing where it is no
    /// `series@week` beside a number.
    pub fn gap(&self, runs: &mut Runs) -> Option<Gap> {
        let failed = self.relations.iter().find(|relation| self.holds(relation, runs).is_err())?;
        let [value, sign @ ("<" | ">"), bound] = words(failed)[..] else { return None };
        let (key, at) = value.split_once('@')?;
        let series = Series::from_key(key)?;
        Some(Gap {
            place: place(at).ok()?,
            is: self.term(&[value], runs).ok()?,
            bound: number(bound).ok()?,
            above: sign == ">",
            unit: series.row().unit,
        })
    }

    /// The values that the setting moves.
    pub fn levers(&self) -> impl Iterator<Item = f64> {
        self.setting.changed().map(|id| self.setting.get(id))
    }

    fn holds(&self, relation: &str, runs: &mut Runs) -> Result<(), String> {
        let words = words(relation);
        if !words.iter().any(|word| word.contains('@')) {
            return Err(format!("`{relation}` asks nothing of a run"));
        }
        if let Some(at) = words.iter().position(|word| *word == "within") {
            let value = self.sum(&words[..at], runs)?;
            let [range] = words[at + 1..] else {
                return Err(format!("`{relation}`: write within LOW..HIGH"));
            };
            let (low, high) = range.split_once("..").ok_or(format!("`{range}` is no range"))?;
            let inside = (number(low)?..=number(high)?).contains(&value);
            return if inside { Ok(()) } else { Err(format!("`{relation}`: it is {}", shown(value))) };
        }
        let signs: Vec<_> = (0..words.len()).filter(|at| ["<", ">", "="].contains(&words[*at])).collect();
        if signs.is_empty() {
            return Err(format!("`{relation}`: write <, >, = or within"));
        }
        let ends = signs.iter().copied().chain([words.len()]);
        let sides = [0].into_iter().chain(signs.iter().map(|at| at + 1)).zip(ends);
        let sides =
            sides.map(|(from, to)| self.sum(&words[from..to], runs)).collect::<Result<Vec<_>, _>>()?;
        for (pair, at) in sides.windows(2).zip(signs) {
            let holds = match words[at] {
                "<" => pair[0] < pair[1] - EQUAL,
                ">" => pair[0] > pair[1] + EQUAL,
                _ => (pair[0] - pair[1]).abs() < EQUAL,
            };
            if !holds {
                return Err(format!("`{relation}`: it is {} and {}", shown(pair[0]), shown(pair[1])));
            }
        }
        Ok(())
    }

    /// Terms with + and − between them.
    fn sum(&self, words: &[&str], runs: &mut Runs) -> Result<f64, String> {
        let (mut sum, mut term, mut sign) = (0.0, vec![], 1.0);
        for word in words.iter().chain([&"+"]) {
            if ["+", "-"].contains(word) {
                sum += sign * self.term(&term, runs)?;
                sign = if *word == "-" { -1.0 } else { 1.0 };
                term.clear();
            } else {
                term.push(*word);
            }
        }
        Ok(sum)
    }

    /// A number, `series@week` of a run, or the one times the other.
    fn term(&self, words: &[&str], runs: &mut Runs) -> Result<f64, String> {
        let (run, value) = match words {
            [factor, "*", value @ ..] => return Ok(number(factor)? * self.term(value, runs)?),
            [value] if value.contains('@') => (self.setting, value),
            [value] => return number(value),
            ["untouched", value] => (Scenario::new(self.setting.start()), value),
            [other, value] => (self.other(other)?, value),
            _ => return Err(format!("`{}` is no value", words.join(" "))),
        };
        let (series, week) = value.split_once('@').ok_or(format!("`{value}`: write SERIES@WEEK"))?;
        let series = Series::from_key(series).ok_or(format!("`{series}` is no series"))?;
        let run = runs.of(&run);
        let weeks = run.series(series);
        match week {
            "min" => Ok(weeks.into_iter().fold(f64::INFINITY, f64::min)),
            "max" => Ok(weeks.into_iter().fold(f64::NEG_INFINITY, f64::max)),
            week => {
                let week: usize = week.parse().map_err(|_| format!("`{week}` is no week"))?;
                weeks.get(week).copied().ok_or(format!("week {week} is beyond the run"))
            }
        }
    }

    /// The setting with something else: `with(dry=0 tga=700)`, `without(tga)`.
    fn other(&self, word: &str) -> Result<Scenario, String> {
        let inside = |name: &str| word.strip_prefix(name)?.strip_suffix(')');
        if let Some(settings) = inside("with(") {
            return moved(self.setting, settings);
        }
        let keys = inside("without(").ok_or(format!("`{word}` is no run"))?;
        keys.split_whitespace().try_fold(self.setting, |setting, key| {
            let id = parameter(key)?;
            if setting.changed().any(|changed| changed == id) {
                Ok(setting.with_default(id))
            } else {
                Err(format!("{key} stands at its default anyway"))
            }
        })
    }
}

/// A scenario written as in a link, or with spaces in place of its ampersands: `capex=1000&dry=0`.
///
/// # Errors
/// What of it the model refuses.
pub fn setting(words: &str) -> Result<Scenario, String> {
    moved(Scenario::default(), words)
}

/// A scenario with `key=value` applied, where a key is `preset`, `start` or a parameter.
fn moved(scenario: Scenario, settings: &str) -> Result<Scenario, String> {
    // What a start decides goes first, wherever it stands.
    let is_base = |setting: &&str| setting.starts_with("preset=") || setting.starts_with("start=");
    let settings = settings.split([' ', '&']).filter(|setting| !setting.is_empty());
    let (bases, levers): (Vec<_>, Vec<_>) = settings.partition(is_base);
    bases.into_iter().chain(levers).try_fold(scenario, |scenario, setting| {
        let (key, value) = setting.split_once('=').ok_or(format!("`{setting}`: write KEY=VALUE"))?;
        // The model's own errors write any float: what does that is as large as a lesson.
        match key {
            "preset" => Preset::from_key(value)
                .and_then(|preset| preset.scenario().ok())
                .ok_or_else(|| format!("`{value}` is no scenario")),
            "start" => Start::from_date(value)
                .map(|start| scenario.from_start(start))
                .map_err(|_| format!("`{value}` is no start")),
            _ => scenario
                .with(parameter(key)?, number(value)?)
                .map_err(|_| format!("`{setting}` is outside the range of its parameter")),
        }
    })
}

/// The words of a relation; what stands in brackets is part of its word.
fn words(text: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = text.split(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        c == ' ' && depth == 0
    });
    parts.filter(|word| !word.is_empty()).collect()
}

/// A number to four decimals. Whole numbers write it: what writes any float is as large as the rest.
fn shown(value: f64) -> String {
    let parts = (value.abs() * 1e4).round() as u64;
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{}.{:04}", parts / 10_000, parts % 10_000)
}

/// A decimal number without an exponent, to the last bit up to fifteen digits. As [`shown`], for the same
/// reason.
fn number(text: &str) -> Result<f64, String> {
    let read = || {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = [whole, rest].concat();
        if plain.is_empty() || plain.len() > 18 || !plain.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let value = plain.parse::<u64>().ok()? as f64 / 10_u64.pow(rest.len() as u32) as f64;
        Some(if negative { -value } else { value })
    };
    read().ok_or_else(|| format!("`{text}` is no number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Result<(), String> {
        Evidence::read(text)?.check(&mut Runs::default())
    }

    #[test]
    fn what_the_model_says_holds_and_its_opposite_does_not() {
        // Levels of week 0 are 100, and a start's published account is 885.783.
        for (holds, fails) in [
            ("untouched; level@0 = 100", "untouched; level@0 = 100.001"),
            ("untouched; level@0 within 99..101", "untouched; level@0 within 100.5..101"),
            ("untouched; tga_bn@0 - 885 within 0.7..0.8", "untouched; tga_bn@0 + 885 within 0.7..0.8"),
            ("tga=100; tga_bn@13 - tga_bn@0 = 100", "tga=100; tga_bn@12 - tga_bn@0 = 100"),
            ("tga=100; tga_bn@13 = untouched tga_bn@13 + 100", "tga=100; tga_bn@13 = untouched tga_bn@13"),
            ("tga=700; level@52 < untouched level@52", "tga=700; level@52 > untouched level@52"),
            ("tga=700; tga_bn@max = tga_bn@104 > tga_bn@min", "tga=700; tga_bn@max > tga_bn@104"),
            ("tga=700; 2 * tga_bn@0 < 1800", "tga=700; 2 * tga_bn@0 < 1700"),
            (
                "tga=9; with(tga=-9) tga_bn@13 + 18 = tga_bn@13",
                "tga=9; with(tga=9) tga_bn@13 + 18 = tga_bn@13",
            ),
            ("rate=25 dry=0; without(rate) policy_change_bp@9 = 0", "rate=25; policy_change_bp@9 = 0"),
            (
                "start=2019-09-11; tga_bn@0 = 183.581",
                "start=2019-09-11; tga_bn@0 > with(start=2025-10-29) tga_bn@0",
            ),
            (
                "runoff=-4 start=2022-12-28; fed_assets_bn@52 > fed_assets_bn@0",
                "runoff=-4 start=2022-12-28; fed_assets_bn@52 < fed_assets_bn@0",
            ),
            (
                "preset=hawk; fed_assets_bn@52 < fed_assets_bn@0",
                "preset=hawk; fed_assets_bn@52 > fed_assets_bn@0",
            ),
            ("tga=1; level@0 = 100 and tga_bn@0 > 885", "tga=1; level@0 = 100 and tga_bn@0 > 886"),
        ] {
            assert_eq!(check(holds), Ok(()));
            assert!(check(fails).is_err_and(|fault| fault.contains("it is")), "{fails}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for (text, fault) in [
            ("level@52 < 100", "a semicolon"),
            ("tga; level@52 < 100", "KEY=VALUE"),
            ("tgo=1; level@52 < 100", "tgo"),
            ("tga=9999; level@52 < 100", "outside the range"),
            ("preset=dove; level@52 < 100", "no scenario"),
            ("start=1999-09-09; level@52 < 100", "1999-09-09"),
            ("untouched; lewel@52 < 101", "no series"),
            ("untouched; level@105 < 101", "beyond the run"),
            ("untouched; level@soon < 101", "no week"),
            ("untouched; level@52 101", "<, >, = or within"),
            ("untouched; level@52 < much", "no number"),
            ("untouched; level@52 <", "no value"),
            ("untouched; level@52 within 3", "no range"),
            ("untouched; elsewhere level@52 < 101", "no run"),
            ("untouched; without(tga) level@52 < 101", "at its default anyway"),
            ("untouched; 1 < 2", "nothing of a run"),
        ] {
            let said = check(text).expect_err(text);
            assert!(said.contains(fault), "{text}: {said}");
        }
    }

    #[test]
    fn one_setting_is_run_once() {
        let mut runs = Runs::default();
        for text in ["tga=700; level@52 < untouched level@52", "tga=700; with(tga=0) level@104 < 101"] {
            Evidence::read(text).unwrap().check(&mut runs).unwrap();
        }
        assert_eq!(runs.0.len(), 2);
    }

    #[test]
    fn a_gap_is_told_where_there_is_one_number() {
        let gap = |relations: &str| Evidence::of(Scenario::default(), relations).gap(&mut Runs::default());
        let told = gap("spread_bp@0 < 10000 and level@0 > 101").unwrap();
        assert_eq!((told.is, told.bound, told.above, told.unit), (100.0, 101.0, true, Unit::Index));
        assert_eq!(gap("level@0 > 99"), None, "it holds");
        assert_eq!(gap("level@0 > 1 + level@0"), None, "a sum has no bound of its own");
        assert_eq!(gap("level@0 within 101..102"), None);
    }
}
