//! What is compared: whole runs of the model from every start and at both ends of every
//! parameter's range, and the functions beneath them where compilers differ.

use bathtub_model::{PARAMETERS, STARTS, Scenario, Series, math, simulate};

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
    functions.into_iter().chain(starts).chain(ends).collect()
}

fn case(name: String, numbers: impl Fn() -> Vec<f64> + 'static) -> Case {
    (name, Box::new(numbers))
}

/// Every series of every week.
fn run(scenario: Scenario) -> Vec<f64> {
    let run = simulate(&scenario);
    Series::ALL.into_iter().flat_map(|series| run.series(series)).collect()
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
