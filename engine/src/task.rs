//! A question that is being worked on.

use std::ops::Range;

use bathtub_model::analysis::Analysis;
use bathtub_model::backtest::{Changes, Published, PublishedWeeks, backtest};
use bathtub_model::solve::Search;
use bathtub_model::{Date, Error, ParameterId, Scenario, Series, Start, simulate};

use crate::{Answer, Ledger, Past, Question, QuestionKind, Replay};

/// How far back the past of a start is shown, weeks.
const PAST_WEEKS: i32 = 52;

/// Works a question out in slices.
pub struct Task(Work);

enum Work {
    Analysis {
        job: Box<Analysis>,
        /// Draws behind the findings that were last handed out.
        reported: usize,
    },
    Solve {
        search: Box<Search>,
        done: bool,
    },
    /// Done when it is taken up.
    Done(Option<Box<Answer>>),
}

impl Work {
    fn done(answer: Answer) -> Self {
        Work::Done(Some(Box::new(answer)))
    }
}

/// The start of the day that is asked for.
fn start(question: &Question) -> Result<Start, Error> {
    let unknown = || Error::UnknownStart { date: question.from.clone() };
    question.tables()?.published().start(Date::parse(&question.from).ok_or_else(unknown)?)
}

/// The year before the day that is asked for, as far as the table has it.
fn past(question: &Question, scenario: &Scenario) -> Result<Past, Error> {
    let unknown = || Error::UnknownStart { date: question.from.clone() };
    let to = Date::parse(&question.from).ok_or_else(unknown)?;
    let from = Date::from_days(to.days() - 7 * PAST_WEEKS);
    let tables = question.tables()?;
    let published = tables.published();
    let rows = published.weeks.rows().iter().filter(|row| (from..=to).contains(&row.date));
    let rows: Vec<_> = rows.collect();
    // Without the week of the start nothing says how its level compares with theirs.
    let reaches = rows.len() > 2 && rows.last().is_some_and(|row| row.date == to);
    let run = reaches.then(|| backtest(&published, scenario, &Changes::default(), from, to)).transpose()?;
    Ok(Past::new(to, &rows, run.as_ref()))
}

/// Some five hundred weeks: as long as five runs.
fn replay(question: &Question, scenario: &Scenario) -> Result<Replay, Error> {
    let missing = |reason: &str| Error::BadData {
        file: String::new(),
        line: 0,
        reason: reason.into(),
        remedy: String::new(),
    };
    let tables = question.tables()?;
    let own = match &question.own[..] {
        [] => None,
        own => Some(PublishedWeeks::from_files(own)?),
    };
    let published = tables.published();
    let weeks = own.as_ref().unwrap_or(published.weeks);
    let published = Published { weeks, ..published };
    let [first, .., last] = weeks.rows() else { return Err(missing("the weekly table is empty")) };
    let from = match &question.from[..] {
        "" => first.date,
        day => Date::parse(day).ok_or_else(|| missing("a backtest begins on a day"))?,
    };
    let run = |changes: &Changes| backtest(&published, scenario, changes, from, last.date);
    let as_published = run(&Changes::default())?;
    let changed = match question.change.split_once('=') {
        None => None,
        Some((key, value)) => Some(run(&Changes::default().with_text(key, value)?)?),
    };
    Ok(Replay::new(weeks, &as_published, changed.as_ref()))
}

/// A helper's part of an analysis.
///
/// # Errors
/// What is wrong with the question.
pub fn portion(question: &Question, draws: Range<usize>) -> Result<Vec<f32>, Error> {
    Ok(Analysis::portion(&question.scenario()?, draws))
}

impl Task {
    /// Takes a question up; at most a few runs of the model.
    ///
    /// # Errors
    /// What is wrong with the question.
    pub fn new(question: &Question) -> Result<Self, Error> {
        let scenario = question.scenario()?;
        let week = question.week;
        Ok(Task(match question.kind {
            QuestionKind::Analysis => {
                Work::Analysis { job: Box::new(Analysis::new(&scenario, week)?), reported: 0 }
            }
            QuestionKind::Solve => {
                let series = Series::from_key(&question.series)
                    .ok_or_else(|| Error::UnknownParameter { key: question.series.clone() })?;
                let lever = ParameterId::from_key(&question.lever)?;
                let search = Search::new(&scenario, lever, series, question.target, week)?;
                Work::Solve { search: Box::new(search), done: false }
            }
            QuestionKind::Books => Work::done(Answer::Books(Ledger::new(&simulate(&scenario).books(week)?))),
            QuestionKind::Start => Work::done(match start(question) {
                Ok(start) => Answer::Start(Box::new(start)),
                Err(error @ Error::BadData { .. }) => return Err(error),
                Err(error) => Answer::Refused(error.to_string()),
            }),
            QuestionKind::Past => Work::done(Answer::Past(Box::new(past(question, &scenario)?))),
            QuestionKind::Backtest => Work::done(match replay(question, &scenario) {
                Ok(replay) => Answer::Backtest(Box::new(replay)),
                // A file with a name is the visitor's own.
                Err(error) => match &error {
                    Error::BadData { file, .. } if !file.is_empty() => Answer::Refused(error.to_string()),
                    _ => return Err(error),
                },
            }),
        }))
    }

    /// Works until `now`, a clock in milliseconds, has moved on by `budget_ms`; `false` when all
    /// is done. It overruns the budget by less than the time of a dozen runs.
    pub fn advance(&mut self, budget_ms: f64, now: impl Fn() -> f64) -> bool {
        match &mut self.0 {
            Work::Analysis { job, .. } => job.advance_for(budget_ms, now),
            Work::Solve { search, done } => {
                let until = now() + budget_ms;
                while !*done && now() < until {
                    *done = !search.advance();
                }
                !*done
            }
            Work::Done(_) => false,
        }
    }

    /// Leaves draws to as many helpers when it is time for that: the ranges, for [`portion`].
    pub fn lend(&mut self, helpers: usize) -> Vec<Range<usize>> {
        if let Work::Analysis { job, .. } = &mut self.0 { job.lend(helpers) } else { Vec::new() }
    }

    /// Takes in what a helper gave, or does its part here where that is nothing or not of these draws.
    pub fn place(&mut self, draws: Range<usize>, values: &[f32]) {
        if let Work::Analysis { job, .. } = &mut self.0
            && !job.place(draws.clone(), values)
        {
            job.take_back(draws);
        }
    }

    /// Whether there is nothing to do until a helper answers.
    pub fn waits(&self) -> bool {
        if let Work::Analysis { job, .. } = &self.0 { job.waits() } else { false }
    }

    /// What has been found since the last call; none when there is nothing new.
    pub fn news(&mut self) -> Option<Answer> {
        match &mut self.0 {
            Work::Analysis { job, reported } => {
                let findings = job.findings();
                let new = findings.is_complete() && findings.draws > *reported;
                new.then(|| {
                    *reported = findings.draws;
                    Answer::Analysis(findings.clone())
                })
            }
            Work::Solve { search, done } => done.then(|| Answer::Solve(search.solution())),
            Work::Done(answer) => answer.take().map(|answer| *answer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bathtub_model::backtest::TableFile;
    use bathtub_model::solve::solve;

    /// Every answer of a question, worked out in slices of two steps. The last one comes with the end:
    /// whoever waits for it hears of nothing else.
    fn answers(question: &Question) -> Vec<Answer> {
        in_slices(question, 2.0)
    }

    fn in_slices(question: &Question, budget: f64) -> Vec<Answer> {
        let mut task = Task::new(question).unwrap();
        let clock = std::cell::Cell::new(0.0);
        let tick = || clock.replace(clock.get() + 1.0);
        let mut found = Vec::new();
        loop {
            let more = task.advance(budget, tick);
            let news = task.news();
            assert!(more || news.is_some(), "it ends without an answer, in slices of {budget}");
            found.extend(news);
            if !more {
                return found;
            }
        }
    }

    #[test]
    fn the_last_answer_comes_with_the_end_however_long_a_slice_is() {
        let scenario = Scenario::default();
        for budget in [2.0, 3.0, 7.0, 50.0, 1e9] {
            in_slices(&Question::new(QuestionKind::Analysis, &scenario, 0), budget);
            in_slices(&Question::solve(&scenario, 52, ParameterId::Runoff, Series::Spread, 10.0), budget);
            in_slices(&Question::new(QuestionKind::Books, &scenario, 52), budget);
        }
    }

    #[test]
    fn an_analysis_reports_each_refinement() {
        let scenario = Scenario::default().with(ParameterId::Capex, 1000.0).unwrap();
        let found = answers(&Question::new(QuestionKind::Analysis, &scenario, 52));
        let draws: Vec<usize> = found
            .iter()
            .map(|answer| match answer {
                Answer::Analysis(findings) => findings.draws,
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(draws, bathtub_model::ensemble::REFINEMENTS);
    }

    #[test]
    fn an_analysis_with_a_helper_finds_what_it_finds_alone() {
        let scenario = Scenario::default().with(ParameterId::Capex, 1000.0).unwrap();
        let question = Question::new(QuestionKind::Analysis, &scenario, 52);
        let alone = answers(&question);
        let mut task = Task::new(&question).unwrap();
        let clock = std::cell::Cell::new(0.0);
        let tick = || clock.replace(clock.get() + 1.0);
        let (mut found, mut lent) = (Vec::new(), Vec::new());
        while task.advance(2.0, tick) {
            found.extend(task.news());
            lent.extend(task.lend(2));
            if task.waits() {
                // The first helper answers with nonsense.
                let range = lent.remove(0);
                let values =
                    if lent.is_empty() { portion(&question, range.clone()).unwrap() } else { vec![1.0] };
                task.place(range, &values);
            }
        }
        found.extend(task.news());
        assert!(lent.is_empty());
        assert_eq!(found.last(), alone.last());
    }

    #[test]
    fn a_search_in_slices_finds_what_it_finds_at_once() {
        let scenario = Scenario::default().with(ParameterId::Tga, 700.0).unwrap();
        let asked = Question::solve(&scenario, 52, ParameterId::Runoff, Series::Spread, 10.0);
        let at_once = solve(&scenario, ParameterId::Runoff, Series::Spread, 10.0, 52).unwrap();
        assert_eq!(answers(&asked), [Answer::Solve(at_once)]);
    }

    /// The published tables.
    fn files() -> Vec<String> {
        let files = [
            include_str!("../../data/liquidity_weekly_2015_2025.csv"),
            include_str!("../../data/commercial_banks_weekly_2015_2025.csv"),
            include_str!("../../data/treasury_debt_monthly_2014_2025.csv"),
        ];
        files.map(str::to_owned).to_vec()
    }

    #[test]
    fn books_balance() {
        let found = answers(&Question::new(QuestionKind::Books, &Scenario::default(), 104));
        let [Answer::Books(ledger)] = &found[..] else { panic!("{found:?}") };
        assert!(ledger.imbalance < 1e-9);
        assert_eq!(ledger.positions.len(), ledger.nets.len() * 8);
    }

    #[test]
    fn any_wednesday_of_the_table_is_a_start() {
        let ask = |date: &str| answers(&Question { files: files(), ..Question::start(date) });
        let found = ask("2016-03-30");
        let [Answer::Start(start)] = &found[..] else { panic!("{found:?}") };
        assert_eq!((start.date, start.nearest), ("2016-03-30", Some("2015-01-07")));
        for refused in ["2016-03-31", "2020-04-15", "soon"] {
            assert!(matches!(&ask(refused)[..], [Answer::Refused(_)]), "{refused}");
        }
        assert!(Task::new(&Question::start("2016-03-30")).is_err(), "no tables");
        // And other questions are asked about it.
        let scenario = Scenario::new(start.keep().unwrap());
        let books = Question::new(QuestionKind::Books, &scenario, 0);
        assert!(books.reads_tables);
        assert!(matches!(&answers(&Question { files: files(), ..books })[..], [Answer::Books(_)]));
    }

    #[test]
    fn the_past_ends_at_the_start() {
        let past = |scenario: &Scenario| {
            let found = answers(&Question { files: files(), ..Question::past(scenario) });
            let [Answer::Past(past)] = &found[..] else { panic!("{found:?}") };
            (**past).clone()
        };
        let inside = past(&Scenario::new(Start::from_date("2025-07-30").unwrap()));
        assert_eq!((inside.weeks.len(), inside.weeks[0], inside.weeks.last()), (53, -52.0, Some(&0.0)));
        assert_eq!((inside.reserves.last(), inside.level.last()), (Some(&3299.696), Some(&100.0)));
        assert!(inside.spread.iter().all(|bp| bp.abs() < 50.0));
        // A start beyond the table has less of a past, and no level.
        let files = files();
        let last = files[0].lines().last().and_then(|line| line.split(',').next()).unwrap().to_owned();
        for start in bathtub_model::STARTS.iter().filter(|start| *start.date > *last) {
            let beyond = past(&Scenario::new(start));
            assert!(beyond.level.is_empty() && beyond.weeks.len() < 53);
            assert!(beyond.weeks.iter().all(|week| *week < 0.0));
        }
        // Nothing is before the table.
        assert_eq!(past(&Scenario::new(&bathtub_model::STARTS[0])).weeks, [0.0]);
    }

    #[test]
    fn a_backtest_covers_the_table_from_its_day_on() {
        let files = files();
        let asked = Question { files, ..Question::backtest(&Scenario::default(), "2025-07-30", "") };
        let found = answers(&asked);
        let [Answer::Backtest(replay)] = &found[..] else { panic!("{found:?}") };
        assert_eq!(replay.days[0], 20_299.0);
        assert_eq!(replay.days.len(), replay.spread.model.len());
        assert_eq!(replay.reserves.model[0], replay.reserves.actual[0]);
        assert!(replay.spread.error.is_some() && replay.spread.simple.is_some());
        assert!(replay.reserves.simple.is_some() && replay.changed.is_none());
        let changed = answers(&Question { change: "tga=0".into(), ..asked.clone() });
        let [Answer::Backtest(changed)] = &changed[..] else { panic!("{changed:?}") };
        assert_eq!(changed.as_published, replay.as_published);
        let without = changed.changed.as_ref().unwrap();
        assert!(without.spread[13] < replay.as_published.spread[13] - 5.0, "the account stays low");
        assert!(without.level[13] > replay.as_published.level[13]);
        assert_eq!(without.ducks.len(), replay.days.len() * 11);
        for bad in [
            Question { files: Vec::new(), ..asked.clone() },
            Question { from: "soon".into(), ..asked.clone() },
            Question { change: "capex=0".into(), ..asked.clone() },
            Question { change: "tga=many".into(), ..asked.clone() },
            Question { from: "2099-01-01".into(), ..asked.clone() },
        ] {
            assert!(Task::new(&bad).is_err());
        }
    }

    #[test]
    fn tables_of_ones_own_take_the_place_of_the_weekly_one() {
        let files = files();
        let short: String = files[0].lines().take(100).map(|line| format!("{line}\n")).collect();
        let own = |text: &str| vec![TableFile { name: "mine.csv".into(), text: text.into() }];
        let asked = Question { files, own: own(&short), ..Question::backtest(&Scenario::default(), "", "") };
        let found = answers(&asked);
        let [Answer::Backtest(replay)] = &found[..] else { panic!("{found:?}") };
        assert_eq!(replay.days.len(), 99);
        assert_eq!(replay.table, [replay.days[0], replay.days[98]]);
        let bad = Question { own: own(&short.replace(',', ";")), ..asked };
        let found = answers(&bad);
        let [Answer::Refused(reason)] = &found[..] else { panic!("{found:?}") };
        assert!(reason.starts_with("mine.csv, line 1: semicolons"), "{reason}");
    }

    #[test]
    fn bad_questions_are_refused() {
        let good = Question::solve(&Scenario::default(), 52, ParameterId::Tga, Series::Level, 100.0);
        for bad in [
            Question { week: 105, ..good.clone() },
            Question { lever: "nonsense".into(), ..good.clone() },
            Question { series: "nonsense".into(), ..good.clone() },
            Question { target: f64::INFINITY, ..good.clone() },
        ] {
            assert!(Task::new(&bad).is_err(), "{bad:?}");
        }
    }
}
