//! How uncertain the level is, for the height of the waves.

use bathtub_model::{Run, Series, ensemble};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::hooks::Shared;

/// How long a setting rests before draws are made, ms: a drag makes none.
const REST: u32 = 220;
/// Draws of the assumptions: few, since each is a run of two years. The chart of the level takes
/// its band from a thousand.
pub const DRAWS: usize = 8;

/// The largest distance of a draw's level from the run's own in a week, either way.
pub fn uncertainty(run: &Run, week: usize) -> f64 {
    ensemble::largest_distance(run, Series::Level, week, DRAWS).unwrap_or(0.0)
}

/// The same once the setting rests, and the last one until then.
#[hook]
pub fn use_uncertainty(run: &Shared<Run>, week: usize, dragging: bool) -> f64 {
    let found = use_state_eq(|| 0.0);
    {
        let found = found.setter();
        use_effect_with((run.clone(), week, dragging), move |(run, week, dragging)| {
            let (run, week) = (run.clone(), *week);
            let timer = (!dragging).then(|| Timeout::new(REST, move || found.set(uncertainty(&run, week))));
            move || drop(timer)
        });
    }
    *found
}

#[cfg(test)]
mod tests {
    use bathtub_model::{ParameterId, Scenario, simulate};

    use super::*;

    #[test]
    fn uncertainty_grows_with_time_and_with_distance() {
        let near = simulate(&Scenario::default().with(ParameterId::Tga, 300.0).unwrap());
        let far = simulate(&Scenario::default().with(ParameterId::Tga, 900.0).unwrap());
        assert_eq!(uncertainty(&near, 0), 0.0);
        assert!(uncertainty(&near, 26) > 0.0);
        assert!(uncertainty(&far, 26) > uncertainty(&near, 26));
    }
}
