//! Runs of the model, shared.

use bathtub_model::{Run, Scenario, simulate};
use yew::{hook, use_memo};

use super::Shared;

/// One run for each scenario, shared by everything that shows it.
#[hook]
pub fn use_run(scenario: Scenario) -> Shared<Run> {
    (*use_memo(scenario, |scenario| Shared::new(simulate(scenario)))).clone()
}
