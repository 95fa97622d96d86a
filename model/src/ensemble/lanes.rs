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
use crate::week::{Recorder, week};

/// Runs side by side in one batch.
pub const LANES: usize = 4;

/// A week's row that need not hold every series.
struct Partial<'a> {
    row: Row<Lanes<LANES>>,
    wanted: &'a [bool; Series::COUNT],
}

impl Recorder<Lanes<LANES>> for Partial<'_> {
    #[inline(always)]
    fn set(&mut self, series: Series, value: Lanes<LANES>) -> Lanes<LANES> {
        self.row[series] = value;
        value
    }

    #[inline(always)]
    fn get(&self, series: Series) -> Lanes<LANES> {
        self.row[series]
    }

    #[inline(always)]
    fn wants(&self, series: Series) -> bool {
        self.wanted[series as usize]
    }
}

/// Runs [`LANES`] scenarios from one start and hands each week's row to `keep`. The row has the
/// series that are asked for and whatever they follow from; others may be zero.
pub fn run_lanes(
    scenarios: &[Scenario; LANES],
    series: &[Series],
    mut keep: impl FnMut(usize, &Row<Lanes<LANES>>),
) {
    let mut wanted = [false; Series::COUNT];
    for series in series {
        wanted[*series as usize] = true;
    }
    let p = Values::from_fn(|row| Lanes(std::array::from_fn(|lane| scenarios[lane].get(row.id))));
    // `Opening::new` asks for its numbers in a fixed order: each lane's are listed,
    // then handed out side by side.
    let mut openings: [Vec<f64>; LANES] = std::array::from_fn(|_| Vec::with_capacity(16));
    for (numbers, scenario) in openings.iter_mut().zip(scenarios) {
        Opening::new(&scenario.balance_sheet(), |_, value| {
            numbers.push(value);
            value
        });
    }
    let mut asked = 0..;
    let o = Opening::new(&scenarios[0].balance_sheet(), |_, _| {
        let i = asked.next().unwrap_or(0);
        Lanes(std::array::from_fn(|lane| openings[lane][i]))
    });
    let model = Model::new(p, o, |_, value| value);
    let mut state = opening(&model);
    let mut row = Partial { row: Row([Lanes([0.0; LANES]); Series::COUNT]), wanted: &wanted };
    for t in 0..=WEEKS {
        let now = Lanes::constant(t as f64);
        let drivers = from_levers(&model, now, &state);
        state = week(&model, &drivers, now, &state, &mut row);
        keep(t, &row.row);
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
        run_lanes(&batch, series, |t, row| {
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
        run_lanes(&scenarios, &Series::ALL, |t, row| {
            for (lane, run) in alone.iter().enumerate() {
                for series in Series::ALL {
                    let (a, b) = (row[series].0[lane], run.rows()[t][series]);
                    assert_eq!(a.to_bits(), b.to_bits(), "{} week {t} lane {lane}", series.row().key);
                }
            }
        });
    }

    #[test]
    fn a_series_has_the_same_bits_whatever_else_is_asked_for() {
        let scenarios = [1, 2, 3, 4]
            .map(|number| draw(&Scenario::default().with_clamped(ParameterId::Shock, 25.0), number));
        let mut all = Vec::new();
        run_lanes(&scenarios, &Series::ALL, |_, row| all.push(*row));
        for series in Series::ALL {
            run_lanes(&scenarios, &[series], |t, row| {
                assert_eq!(row[series], all[t][series], "{}, week {t}", series.row().key);
            });
        }
    }
}
