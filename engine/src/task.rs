//! A question that is being worked on.

use bathtub_model::analysis::Analysis;
use bathtub_model::solve::Search;
use bathtub_model::{Error, ParameterId, Series, simulate};

use crate::{Answer, Kind, Ledger, Question};

/// Works a question out in slices.
pub struct Task(Work);

enum Work {
    Analysis {
        job: Box<Analysis>,
        /// Draws behind the findings that were last handed out.
        told: usize,
    },
    Solve {
        search: Box<Search>,
        done: bool,
    },
    Books(Option<Ledger>),
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
            Kind::Analysis => Work::Analysis { job: Box::new(Analysis::new(&scenario, week)?), told: 0 },
            Kind::Solve => {
                let series = Series::from_key(&question.series)
                    .ok_or_else(|| Error::UnknownParameter { key: question.series.clone() })?;
                let lever = ParameterId::from_key(&question.lever)?;
                let search = Search::new(&scenario, lever, series, question.target, week)?;
                Work::Solve { search: Box::new(search), done: false }
            }
            Kind::Books => Work::Books(Some(Ledger::new(&simulate(&scenario).books(week)?))),
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
            Work::Books(_) => false,
        }
    }

    /// What has been found since the last call; none when there is nothing new to tell.
    pub fn news(&mut self) -> Option<Answer> {
        match &mut self.0 {
            Work::Analysis { job, told } => {
                let findings = job.findings();
                let new = findings.is_complete() && findings.draws > *told;
                new.then(|| {
                    *told = findings.draws;
                    Answer::Analysis(findings.clone())
                })
            }
            Work::Solve { search, done } => done.then(|| Answer::Solve(search.answer())),
            Work::Books(ledger) => ledger.take().map(Answer::Books),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bathtub_model::Scenario;
    use bathtub_model::solve::solve;

    /// Every answer of a question, worked out in slices of two steps.
    fn answers(question: &Question) -> Vec<Answer> {
        let mut task = Task::new(question).unwrap();
        let clock = std::cell::Cell::new(0.0);
        let tick = || clock.replace(clock.get() + 1.0);
        let mut found = Vec::new();
        loop {
            let more = task.advance(2.0, tick);
            found.extend(task.news());
            if !more {
                return found;
            }
        }
    }

    #[test]
    fn an_analysis_is_told_with_each_refinement() {
        let scenario = Scenario::default().with(ParameterId::Capex, 1000.0).unwrap();
        let found = answers(&Question::new(Kind::Analysis, &scenario, 52));
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
    fn a_search_in_slices_finds_what_it_finds_at_once() {
        let scenario = Scenario::default().with(ParameterId::Tga, 700.0).unwrap();
        let asked = Question::solve(&scenario, 52, ParameterId::Runoff, Series::Spread, 10.0);
        let at_once = solve(&scenario, ParameterId::Runoff, Series::Spread, 10.0, 52).unwrap();
        assert_eq!(answers(&asked), [Answer::Solve(at_once)]);
    }

    #[test]
    fn books_balance() {
        let found = answers(&Question::new(Kind::Books, &Scenario::default(), 104));
        let [Answer::Books(ledger)] = &found[..] else { panic!("{found:?}") };
        assert!(ledger.imbalance < 1e-9);
        assert_eq!(ledger.positions.len(), ledger.nets.len() * 8);
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
