//! Questions and options beside settings.

use bathtub_model::backtest::{Changes, TableFile};
use bathtub_model::document::{self, BacktestDocument, BacktestQuestion, SolutionDocument};
use bathtub_model::ensemble::LANES;
use bathtub_model::export::Format;
use bathtub_model::{Date, ParameterId, Scenario, Series};

use crate::settings::number;
use crate::{Fault, Given, Kind, Object, setting};

/// Draws of an ensemble where none are named: the band of the page.
pub const DRAWS: usize = 1024;

/// Workers that an ensemble may use at most.
const MOST_WORKERS: usize = 4;

fn series_of(key: &str) -> Result<Series, Fault> {
    Series::from_key(key)
        .ok_or_else(|| Fault::of(Kind::Other, "series", &format!("no series '{key}'; series() lists them")))
}

/// Reads a list of series.
///
/// # Errors
/// A key that is none, or no key at all.
pub fn series(given: &Given) -> Result<Vec<Series>, Fault> {
    let keys = given.list("series")?.iter().map(|key| key.text("series").and_then(series_of));
    let mut found: Vec<Series> = keys.collect::<Result<_, _>>()?;
    let mut seen = Vec::new();
    found.retain(|series| {
        !seen.contains(series) && {
            seen.push(*series);
            true
        }
    });
    if found.is_empty() { Err(Fault::of(Kind::Range, "series", "the list is empty")) } else { Ok(found) }
}

/// What an ensemble is to give.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// Draws, in whole batches.
    pub draws: usize,
    /// The series, in lists that are short enough for memory.
    pub series: Vec<Vec<Series>>,
    /// How many workers, where it is said; 0 for none.
    pub workers: Option<usize>,
}

/// Reads `{ draws, series, workers }`.
///
/// # Errors
/// The first option that cannot be.
pub fn bands(options: &Object) -> Result<Bands, Fault> {
    options.only(&["draws", "series", "workers"])?;
    let most = document::Bands::MOST_DRAWS;
    let draws = options.get("draws").map_or(Ok(DRAWS), |draws| draws.count("draws", [1, most]))?;
    let series = options.get("series").map_or_else(|| Ok(Series::ALL.to_vec()), series)?;
    let workers =
        options.get("workers").map(|workers| workers.count("workers", [0, MOST_WORKERS])).transpose()?;
    Ok(Bands {
        draws: draws.div_ceil(LANES) * LANES,
        series: document::Bands::at_once(&series, draws).map(<[Series]>::to_vec).collect(),
        workers,
    })
}

/// Answers `{ lever, series, target, settings }`.
///
/// # Errors
/// The first of them that cannot be.
pub fn solve(question: &Object) -> Result<SolutionDocument, Fault> {
    question.only(&["lever", "series", "target", "settings"])?;
    let lever = ParameterId::from_key(question.needed("lever")?.text("lever")?)?;
    let series = series_of(question.needed("series")?.text("series")?)?;
    let target = question.needed("target")?.number("target")?;
    if !target.is_finite() {
        return Err(Fault::of(Kind::Range, "target", &format!("{target} is not a finite number")));
    }
    let none = Object::default();
    let settings = question.get("settings").map_or(Ok(&none), |settings| settings.object("settings"))?;
    let asked = setting(settings)?;
    Ok(SolutionDocument::new(&asked.scenario, lever, series, target, asked.week)?)
}

/// Answers tables, `[{ name, text }]` or texts alone, and `{ start, end, coefficients, changes }`.
///
/// # Errors
/// The first table or option that cannot be.
pub fn backtest(tables: Option<&Given>, options: &Object) -> Result<BacktestDocument, Fault> {
    options.only(&["start", "end", "coefficients", "changes"])?;
    let tables = tables.map_or(Ok(&[][..]), |tables| tables.list("tables"))?;
    let tables: Vec<TableFile> = tables.iter().enumerate().map(table).collect::<Result<_, _>>()?;
    let day = |key: &str| options.get(key).map(|day| date(key, day)).transpose();
    let none = Object::default();
    let object = |key: &str| options.get(key).map_or(Ok(&none), |value| value.object(key));
    let mut coefficients = Scenario::default();
    for (key, value) in &object("coefficients")?.0 {
        let id = ParameterId::from_key(key)?;
        if id.is_lever() {
            let rest = "a backtest takes coefficients; published data stand for the levers";
            return Err(Fault::of(Kind::Other, key, rest));
        }
        coefficients = coefficients.with(id, number(key, value)?)?;
    }
    let mut changes = Changes::default();
    for (key, value) in &object("changes")?.0 {
        if !["tga", "runoff"].contains(&&**key) {
            return Err(Fault::of(Kind::Other, key, "no such change; there are tga and runoff"));
        }
        changes = changes.with_text(key, &number(key, value)?.to_string())?;
    }
    let asked = BacktestQuestion { coefficients, changes, start: day("start")?, end: day("end")?, tables };
    Ok(BacktestDocument::new(&asked)?)
}

fn table((i, given): (usize, &Given)) -> Result<TableFile, Fault> {
    let name = format!("table {}", i + 1);
    let (name, text) = match given {
        Given::Object(object) => {
            object.only(&["name", "text"])?;
            let named = object.get("name").map(|name| name.text("name")).transpose()?;
            (named.map_or(name, str::to_owned), object.needed("text")?.text("text")?)
        }
        other => (name.clone(), other.text(&name)?),
    };
    Ok(TableFile { name, text: text.to_owned() })
}

fn date(key: &str, given: &Given) -> Result<Date, Fault> {
    let text = given.text(key)?;
    Date::parse(text)
        .ok_or_else(|| Fault::of(Kind::Range, key, &format!("'{text}' is not a date like 2025-07-30")))
}

/// Reads the name of a format.
///
/// # Errors
/// A name that is none.
pub fn format(name: &str) -> Result<Format, Fault> {
    Format::from_name(name).ok_or_else(|| {
        Fault::of(Kind::Other, "format", &format!("no format '{name}'; there are xmile and mdl"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object(rows: &[(&str, Given)]) -> Object {
        Object(rows.iter().map(|(key, value)| ((*key).into(), value.clone())).collect())
    }

    fn text(text: &str) -> Given {
        Given::Text(text.into())
    }

    #[test]
    fn an_ensemble_is_of_whole_batches_and_known_series() {
        let all = bands(&Object::default()).unwrap();
        assert_eq!((all.draws, all.workers), (DRAWS, None));
        assert_eq!(all.series.concat(), Series::ALL);
        let some = bands(&object(&[
            ("draws", Given::Number(9.0)),
            ("series", Given::List(vec![text("level"), text("spread_bp"), text("level")])),
            ("workers", Given::Number(0.0)),
        ]));
        let expected =
            Bands { draws: 12, series: vec![vec![Series::Level, Series::Spread]], workers: Some(0) };
        assert_eq!(some, Ok(expected));
        for (key, bad) in [
            ("draws", Given::Number(0.0)),
            ("draws", Given::Number(16_385.0)),
            ("draws", text("many")),
            ("series", Given::List(vec![])),
            ("series", Given::List(vec![text("nonsense")])),
            ("series", text("level")),
            ("workers", Given::Number(5.0)),
            ("speed", Given::Number(1.0)),
        ] {
            assert_eq!(bands(&object(&[(key, bad)])).unwrap_err().parameter.as_deref(), Some(key));
        }
    }

    #[test]
    fn a_question_names_what_it_lacks() {
        let whole = [("lever", text("tga")), ("series", text("level")), ("target", Given::Number(99.0))];
        assert!(solve(&object(&whole)).unwrap().in_reach);
        for (i, (key, _)) in whole.iter().enumerate() {
            let mut some = whole.to_vec();
            some.remove(i);
            assert_eq!(solve(&object(&some)).unwrap_err().message, format!("{key}: needed, and not given"));
            let mut bad = whole.to_vec();
            bad[i].1 = Given::Number(f64::NAN);
            assert!(solve(&object(&bad)).is_err(), "{key}");
        }
    }

    #[test]
    fn a_backtest_takes_days_coefficients_and_changes() {
        let asked = |rows: &[(&str, Given)]| backtest(None, &object(rows));
        let short = asked(&[
            ("start", text("2025-07-30")),
            ("changes", Given::Object(object(&[("tga", Given::Number(0.0))]))),
        ])
        .unwrap();
        assert_eq!(short.found.weeks[0].date.to_string(), "2025-07-30");
        assert!(short.changed.is_some());
        for bad in [
            ("start", text("soon")),
            ("start", text("1999-01-06")),
            ("coefficients", Given::Object(object(&[("capex", Given::Number(1.0))]))),
            ("changes", Given::Object(object(&[("capex", Given::Number(1.0))]))),
            ("changes", Given::Object(object(&[("tga", Given::Number(1e9))]))),
            ("ends", text("2025-07-30")),
        ] {
            assert!(asked(std::slice::from_ref(&bad)).is_err(), "{bad:?}");
        }
        let broken = Given::List(vec![text("date;assets\n")]);
        let fault = backtest(Some(&broken), &Object::default()).unwrap_err();
        assert!(fault.message.starts_with("table 1"), "{}", fault.message);
    }
}
