//! What every reader owes to whatever it is given: no panic, no number that is none, and either a
//! value in its range or a sentence. `tests/readers.rs` and `tests/guided` ask it of each.

use bathtub_engine::{Answer, Question, Task, wire};
use bathtub_lessons::class::Class;
use bathtub_lessons::game::{Game, minded};
use bathtub_lessons::{Kind, Lesson, Round, Runs};
use bathtub_model::backtest::{Amounts, Changes, Published, PublishedWeeks, TableFile, backtest};
use bathtub_model::{Error, PARAMETERS, PRESETS, Scenario, WEEKS};
use liquidity_bathtub::embed::talk;
use liquidity_bathtub::language::Language;
use liquidity_bathtub::link;
use liquidity_bathtub::number::{boxed, read, rounded, typed};
use liquidity_bathtub::state::Setting;

pub type Judge = fn(&str);

/// The readers of texts, by the folder of what they have been given in `tests/corpus`.
pub const READERS: [(&str, Judge); 7] = [
    ("codes", codes),
    ("games", games),
    ("links", links),
    ("settings", settings),
    ("numbers", numbers),
    ("tables", tables),
    ("questions", questions),
];

/// Codes of a game give one whose own code says the same, and rounds that can be run.
pub fn games(text: &str) {
    let (game, told) = Game::join(text);
    assert_eq!(game.is_some(), told.iter().any(Result::is_ok));
    let Some(game) = game else { return };
    assert_eq!(Game::read(&game.code(None)).map(|again| again.code(None)), Some(game.code(None)));
    let rounds = game.rounds(|_| true).run();
    assert!(minded().all(|series| rounds.series(series).into_iter().all(f64::is_finite)));
    let mut other = game.clone();
    assert_eq!(other.take(text, None).len(), told.len());
}

/// Codes of a class give answers whose own code says the same, and marks within their range.
pub fn codes(text: &str) {
    let mut class = Class::default();
    let (read, faults) = class.read(text);
    assert!(class.learners.len() <= read && read + faults.len() <= text.len());
    let mut again = Class::default();
    for answers in class.learners.values() {
        assert_eq!(again.read(&answers.code()), (1, vec![]));
    }
    assert_eq!(again, class);
    for round in [Round::Before, Round::After] {
        for kind in Kind::ALL {
            assert!(class.task_marks(round, kind).iter().all(|mark| mark.score.points <= 100));
        }
    }
    for preset in PRESETS.iter().take(2) {
        let lesson = Lesson::of_scenario(preset).unwrap();
        for step in &lesson.steps {
            for id in class.lessons() {
                let marks = class.marks(id, &lesson, step, &mut Runs::default());
                assert!(marks.iter().all(|mark| mark.score.points <= 100));
            }
        }
    }
}

/// A link gives a setting in range, which is written and read as it is.
pub fn links(query: &str) {
    is_setting(&link::parse(query).0);
}

/// And so does what a page says to a tub in it, whether it changes what is shown or all of it.
pub fn settings(change: &str) {
    for whole in [false, true] {
        let (first, _) = talk::wanted(&Setting::default(), change, whole);
        is_setting(&first);
        // Once more, it changes nothing.
        assert_eq!(talk::wanted(&first, change, whole).0, first);
    }
}

fn is_setting(setting: &Setting) {
    assert!(setting.week <= WEEKS);
    for row in &PARAMETERS {
        let value = setting.scenario.get(row.id);
        assert!(row.check(value).is_ok(), "{} is {value}", row.key);
    }
    assert!(setting.scenario.check_balance_sheet().is_ok());
    let written = link::write(setting, Language::English);
    assert_eq!(link::parse(&written), (*setting, vec![]), "{written}");
}

/// A number is one, and stands in a box as it was read.
pub fn numbers(text: &str) {
    if let Some(value) = read(text) {
        assert!(!value.is_nan());
    }
    for language in Language::ALL {
        let marks = language.marks();
        let Some(value) = typed(text, marks) else { continue };
        assert!(!value.is_nan());
        // Whatever a lever could hold.
        if value.abs() < 1e9 && value.abs() > 1e-6 {
            let value = rounded(value);
            assert_eq!(typed(&boxed(&value.to_string(), marks), marks), Some(value));
        }
    }
}

/// An error is a sentence that names the file.
fn is_said(error: &Error) {
    let said = error.to_string();
    assert!(said.contains("own.csv") && said.len() > 12, "{said}");
}

const BANKS: &str = include_str!("../../data/commercial_banks_weekly_2015_2025.csv");
const BILLS: &str = include_str!("../../data/treasury_debt_monthly_2014_2025.csv");

/// Weeks of a file follow each other and are finite, and so is what the model makes of them.
pub fn tables(text: &str) {
    let weeks = match PublishedWeeks::from_files(&[TableFile { name: "own.csv".into(), text: text.into() }]) {
        Ok(weeks) => weeks,
        Err(error) => return is_said(&error),
    };
    let rows = weeks.rows();
    assert!(rows.len() >= 2);
    assert!(rows.windows(2).all(|pair| pair[1].date.days() - pair[0].date.days() == 7));
    for row in rows {
        let positive = [row.fed_assets, row.tga, row.reserves, row.currency, row.bank_assets, row.bills];
        assert!(positive.into_iter().flatten().all(|value| value.is_finite() && value > 0.0), "{row:?}");
        assert!(row.on_rrp.is_none_or(|value| value.is_finite() && value >= 0.0), "{row:?}");
        assert!(
            [row.sofr, row.effr, row.iorb, row.ten_year].into_iter().flatten().all(f64::is_finite),
            "{row:?}"
        );
    }
    let (banks, bills) = (Amounts::bank_assets(BANKS).unwrap(), Amounts::bills(BILLS).unwrap());
    let published = Published { weeks: &weeks, banks: &banks, bills: &bills };
    // A year is enough to see what it does.
    let (first, last) = (rows[0].date, rows[rows.len().min(52) - 1].date);
    match backtest(&published, &Scenario::default(), &Changes::default(), first, last) {
        Err(error) => is_said(&error),
        Ok(found) => {
            for week in &found.weeks {
                let modelled =
                    [week.reserves_bn.model, week.on_rrp_bn.model, week.spread_bp.model, week.level];
                assert!(modelled.into_iter().chain(week.ducks).all(f64::is_finite), "{week:?}");
            }
        }
    }
}

/// A message to the engine is answered with numbers or refused. What it asks for may take long: it is
/// begun, not finished.
pub fn questions(text: &str) {
    let Ok(question) = serde_json::from_str::<Question>(text) else { return };
    let Ok(mut task) = Task::new(&question) else { return };
    let clock = std::cell::Cell::new(0.0);
    task.advance(2.0, || clock.replace(clock.get() + 1.0));
    let Some(answer) = task.news() else { return };
    let numbers = wire::write(&answer);
    // What is missing of a published series is no number on purpose.
    if !matches!(answer, Answer::Backtest(_) | Answer::Past(_)) {
        assert!(numbers.iter().all(|value| value.is_finite()), "{answer:?}");
        assert_eq!(wire::read(&numbers), Some(answer));
    }
}
