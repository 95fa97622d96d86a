//! Numbers of runs that a text names: `{spend.level@52}`, `{rest.level@52 - spend.level@52}`.

use std::collections::BTreeMap;

use bathtub_model::{ParameterId, Scenario, Series, Unit, WEEKS};

use crate::Runs;
use crate::named::parameter;

/// Where in a run a series is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a week.
    Week(usize),
    /// At its lowest.
    Lowest,
    /// At its highest.
    Highest,
}

/// What one term names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Series(Series, Place),
    Parameter(ParameterId),
}

/// A number: terms of runs with plus and minus between them, all of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    terms: Vec<(f64, String, Of)>,
    unit: Unit,
}

impl Quantity {
    /// Reads one: a term is the name of a setting, a full stop, and a series with a week, `@min` or
    /// `@max`, or a parameter without.
    ///
    /// # Errors
    /// A sentence that says what is not known.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut terms = Vec::new();
        let (mut sign, mut expects_term) = (1.0, true);
        for word in text.split_whitespace() {
            match (word, expects_term) {
                ("+" | "-", false) => {
                    sign = if word == "-" { -1.0 } else { 1.0 };
                    expects_term = true;
                }
                (_, true) => {
                    let (name, of) = term(word)?;
                    terms.push((sign, name, of));
                    expects_term = false;
                }
                _ => return Err(format!("`{text}`: write + or - between two numbers")),
            }
        }
        if expects_term {
            return Err(format!("`{text}` names no number"));
        }
        let units: Vec<Unit> = terms.iter().map(|(.., of)| of.unit()).collect();
        if units.iter().any(|unit| *unit != units[0]) {
            return Err(format!("`{text}` adds numbers of different units"));
        }
        Ok(Quantity { terms, unit: units[0] })
    }

    /// Its unit.
    pub fn unit(&self) -> Unit {
        self.unit
    }

    /// Whether it is a difference between numbers and not one of them.
    pub fn is_difference(&self) -> bool {
        self.terms.len() > 1
    }

    /// Whether it is how far a price has moved, written with its sign.
    pub fn is_move(&self) -> bool {
        let price = |of: &Of| matches!(of, Of::Series(series, _) if *series != Series::ReserveRatio);
        self.unit == Unit::Percent && !self.is_difference() && self.terms.iter().all(|(.., of)| price(of))
    }

    /// Its value; nothing where it names a setting that is not among these.
    pub fn value(&self, settings: &BTreeMap<String, Scenario>, runs: &mut Runs) -> Option<f64> {
        self.terms.iter().try_fold(0.0, |sum, (sign, name, of)| {
            let scenario = settings.get(name)?;
            let value = match *of {
                Of::Parameter(id) => scenario.get(id),
                Of::Series(series, place) => {
                    let weeks = runs.of(scenario).series(series);
                    match place {
                        Place::Week(week) => weeks[week],
                        Place::Lowest => weeks.into_iter().fold(f64::INFINITY, f64::min),
                        Place::Highest => weeks.into_iter().fold(f64::NEG_INFINITY, f64::max),
                    }
                }
            };
            Some(sum + sign * value)
        })
    }
}

impl Of {
    fn unit(self) -> Unit {
        match self {
            Of::Series(series, _) => series.row().unit,
            Of::Parameter(id) => id.row().unit,
        }
    }
}

fn term(word: &str) -> Result<(String, Of), String> {
    let (name, rest) = word.split_once('.').ok_or_else(|| format!("`{word}`: write SETTING.NUMBER"))?;
    let of = match rest.split_once('@') {
        Some((key, place)) => {
            let series = Series::from_key(key).ok_or_else(|| format!("`{key}` is no series"))?;
            Of::Series(series, self::place(place)?)
        }
        None => Of::Parameter(parameter(rest)?),
    };
    Ok((name.to_owned(), of))
}

pub(crate) fn place(text: &str) -> Result<Place, String> {
    match text {
        "min" => Ok(Place::Lowest),
        "max" => Ok(Place::Highest),
        _ => match text.parse() {
            Ok(week) if week <= WEEKS => Ok(Place::Week(week)),
            _ => Err(format!("`{text}` is no week of the run")),
        },
    }
}

/// What stands in braces in a text.
pub fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> BTreeMap<String, Scenario> {
        [("rest", ""), ("spend", "capex=1000&dry=0")]
            .map(|(name, text)| (name.to_owned(), crate::setting(text).unwrap()))
            .into()
    }

    fn value(text: &str) -> f64 {
        Quantity::read(text).unwrap().value(&settings(), &mut Runs::default()).unwrap()
    }

    #[test]
    fn numbers_are_those_of_the_runs() {
        assert_eq!(value("rest.level@0"), 100.0);
        assert_eq!(value("spend.capex"), 1000.0);
        let fall = value("rest.level@52 - spend.level@52");
        assert!(fall > 1.0);
        assert!((value("rest.level@52") - fall - value("spend.level@52")).abs() < 1e-9);
        assert!(value("spend.level@min") <= value("spend.level@52"));
        assert!(value("spend.level@max") >= value("spend.level@52"));
        assert!(Quantity::read("rest.level@1 - spend.level@1").unwrap().is_difference());
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for (text, fault) in [
            ("level@52", "SETTING.NUMBER"),
            ("spend.lewel@52", "is no series"),
            ("spend.level@105", "no week"),
            ("spend.capexx", "capexx"),
            ("", "names no number"),
            ("spend.level@5 -", "names no number"),
            ("spend.level@5 spend.level@6", "write + or -"),
            ("spend.level@5 - spend.tga_bn@6", "different units"),
        ] {
            let said = Quantity::read(text).unwrap_err();
            assert!(said.contains(fault), "{text}: {said}");
        }
        let away = Quantity::read("gone.level@5").unwrap();
        assert_eq!(away.value(&settings(), &mut Runs::default()), None);
    }

    #[test]
    fn placeholders_stand_in_braces() {
        let found: Vec<_> = placeholders("The level is {a.level@5}, {b.capex} {broken").collect();
        assert_eq!(found, ["a.level@5", "b.capex"]);
    }
}
