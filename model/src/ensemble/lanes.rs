//! Scenarios side by side: one pass over the weeks for several runs.

use crate::drivers::from_levers;
use crate::num::{Lanes, Num};
use crate::parameters::Values;
use crate::run::{WEEKS, simulate};
use crate::scenario::Scenario;
use crate::series::{Row, Series};
use crate::start::Opening;
use crate::state::opening;
use crate::steady::Model;
use crate::week::week;

/// Runs side by side in one batch.
pub const LANES: usize = 4;

/// Runs [`LANES`] scenarios from one start and hands each week's row to `keep`.
pub fn run_lanes(scenarios: &[Scenario; LANES], mut keep: impl FnMut(usize, &Row<Lanes<LANES>>)) {
    let p = Values::from_fn(|row| Lanes(std::array::from_fn(|lane| scenarios[lane].get(row.id))));
    // `Opening::new` asks for its numbers in a fixed order: each lane's are listed,
    // then handed out side by side.
    let mut openings: [Vec<f64>; LANES] = std::array::from_fn(|_| Vec::with_capacity(16));
    for (numbers, scenario) in openings.iter_mut().zip(scenarios) {
        Opening::new(scenario.start(), |_, value| {
            numbers.push(value);
            value
        });
    }
    let mut asked = 0..;
    let o = Opening::new(scenarios[0].start(), |_, _| {
        let i = asked.next().unwrap_or(0);
        Lanes(std::array::from_fn(|lane| openings[lane][i]))
    });
    let model = Model::new(p, o, |_, value| value);
    let mut state = opening(&model);
    let mut row = Row([Lanes([0.0; LANES]); Series::COUNT]);
    for t in 0..=WEEKS {
        let now = Lanes::constant(t as f64);
        let drivers = from_levers(&model, now, &state);
        state = week(&model, &drivers, now, &state, &mut row);
        keep(t, &row);
    }
}

/// A number of each of many scenarios, four at a time.
pub(crate) fn each(scenarios: &[Scenario], series: &[Series], week: usize) -> Vec<Vec<f64>> {
    let mut found = Vec::with_capacity(scenarios.len());
    for chunk in scenarios.chunks(LANES) {
        if let [only] = chunk {
            let run = simulate(only);
            found.push(series.iter().map(|series| run.rows()[week][*series]).collect());
            continue;
        }
        let batch = std::array::from_fn(|lane| *chunk.get(lane).unwrap_or(&chunk[0]));
        run_lanes(&batch, |t, row| {
            if t == week {
                for lane in 0..chunk.len() {
                    found.push(series.iter().map(|series| row[*series].0[lane]).collect());
                }
            }
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ensemble::draw;
    use crate::{PARAMETERS, ParameterId, STARTS};

    #[test]
    fn every_lane_has_the_bits_of_its_scalar_run() {
        let scenarios = [
            Scenario::default(),
            draw(&Scenario::default(), 7),
            Scenario::new(&STARTS[3]).with_clamped(ParameterId::Shock, 25.0),
            PARAMETERS.iter().fold(Scenario::new(&STARTS[0]), |s, row| s.with_clamped(row.id, row.max)),
        ];
        let alone = scenarios.map(|scenario| simulate(&scenario));
        run_lanes(&scenarios, |t, row| {
            for (lane, run) in alone.iter().enumerate() {
                for series in Series::ALL {
                    let (a, b) = (row[series].0[lane], run.rows()[t][series]);
                    assert_eq!(a.to_bits(), b.to_bits(), "{} week {t} lane {lane}", series.row().key);
                }
            }
        });
    }
}
