//! What is compared: whole runs of the model from every start and at both ends of every
//! parameter's range, a run in rounds, and the functions beneath them where compilers
//! differ.

use bathtub_model::rounds::{ROUNDS, Rounds};
use bathtub_model::{PARAMETERS, Run, STARTS, Scenario, Series, math, simulate};

type Case = (String, Box<dyn Fn() -> Vec<f64>>);

/// All cases, in a fixed order.
pub fn cases() -> Vec<Case> {
    let functions =
        [case("exp".to_owned(), || sampled(math::exp)), case("ln".to_owned(), || sampled(math::ln))];
    let starts =
        STARTS.iter().map(|start| case(format!("start-{}", start.date), || run(Scenario::new(start))));
    let ends = PARAMETERS.iter().flat_map(|row| {
        [("least", row.min), ("most", row.max)].map(|(end, value)| {
            let scenario = Scenario::default().with_clamped(row.id, value);
            case(format!("{}-{end}", row.key), move || run(scenario))
        })
    });
    let rounds = [case("rounds".to_owned(), || all(&rounds().run()))];
    functions.into_iter().chain(starts).chain(ends).chain(rounds).collect()
}

fn case(name: String, numbers: impl Fn() -> Vec<f64> + 'static) -> Case {
    (name, Box::new(numbers))
}

/// Every series of every week.
fn run(scenario: Scenario) -> Vec<f64> {
    all(&simulate(&scenario))
}

fn all(run: &Run) -> Vec<f64> {
    Series::ALL.into_iter().flat_map(|series| run.series(series)).collect()
}

/// Rounds in which every lever that a round takes goes from end to end, one after the other.
fn rounds() -> Rounds {
    let levers = || PARAMETERS.iter().filter(|row| Rounds::takes(row.id)).enumerate();
    let at = |round: usize| {
        levers()
            .map(move |(at, row)| (row.id, if (at + round).is_multiple_of(2) { row.min } else { row.max }))
    };
    let first = at(0).fold(Scenario::default(), |set, (id, value)| set.with_clamped(id, value));
    (1..ROUNDS).fold(Rounds::new(first), |played, round| match played.clone().then(at(round)) {
        Ok(more) => more,
        Err(error) => unreachable!("{error:?}"),
    })
}

/// A function at numbers of every size that the model meets.
fn sampled(function: fn(f64) -> f64) -> Vec<f64> {
    let mut x = 1e-9;
    std::iter::from_fn(|| {
        x *= 1.003_7;
        (x < 700.0).then(|| function(x))
    })
    .collect()
}
