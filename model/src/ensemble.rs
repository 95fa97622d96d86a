//! Uncertainty: what the ranges of the coefficients leave open.
//!
//! Each coefficient of the parameter table is drawn from a triangle over its
//! range with the scenario's value as its mode; levers stay where they are set.
//! Draw 0 is the scenario itself. The draws are quasi-random: Richtmyer's
//! sequence, the fractional parts of i·√p for the primes p, which any number of
//! further draws refines without discarding one.
//!
//! [`Ensemble`] advances in slices, so that the same code serves a worker, a
//! page's idle time and a test.

use crate::Error;
use crate::drivers::from_levers;
use crate::num::{Lanes, Num};
use crate::parameters::{ParameterId, Values};
use crate::run::{Run, WEEKS, simulate};
use crate::scenario::Scenario;
use crate::series::{Row, Series};
use crate::start::Opening;
use crate::steady::Model;
use crate::week::{opening, week};

/// Runs side by side in one batch.
pub const LANES: usize = 4;

/// Draws of a first look, a second and the full band.
pub const REFINEMENTS: [usize; 3] = [64, 256, 1024];

/// Quantiles of a band: 5, 25, 50, 75 and 95 %.
pub const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Keys of [`QUANTILES`] in JSON.
pub const QUANTILE_KEYS: [&str; QUANTILES.len()] = ["p5", "p25", "p50", "p75", "p95"];

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

/// The primes under whose roots the draws move: one for each coefficient.
fn roots() -> [f64; ParameterId::COUNT] {
    let mut primes = 2_u32..;
    std::array::from_fn(|_| {
        let is_prime = |n: &u32| (2..).take_while(|d| d * d <= *n).all(|d| !n.is_multiple_of(d));
        f64::from(primes.find(is_prime).expect("there are enough primes")).sqrt()
    })
}

/// The inverse of a triangular distribution's cumulative function.
fn triangular(min: f64, mode: f64, max: f64, u: f64) -> f64 {
    let width = max - min;
    let left = (mode - min) / width;
    let value = if u < left {
        min + (u * width * (mode - min)).sqrt()
    } else {
        max - ((1.0 - u) * width * (max - mode)).sqrt()
    };
    value.clamp(min, max)
}

/// The scenario of a draw; draw 0 is the scenario as it stands.
pub fn draw(scenario: &Scenario, number: usize) -> Scenario {
    draw_with(scenario, number, &roots())
}

fn draw_with(scenario: &Scenario, number: usize, roots: &[f64; ParameterId::COUNT]) -> Scenario {
    if number == 0 {
        return *scenario;
    }
    ParameterId::ALL.iter().filter(|id| !id.is_lever()).fold(*scenario, |drawn, id| {
        let row = id.row();
        let position = 0.5 + number as f64 * roots[*id as usize];
        let u = position - position.floor();
        drawn.with_clamped(*id, triangular(row.min, scenario.get(*id), row.max, u))
    })
}

/// The largest distance in a week between a series of the run and the same series of its draws 1 to
/// `draws`, either way, in the series' unit.
///
/// # Errors
/// [`Error::UnknownWeek`] beyond the run.
pub fn largest_distance(run: &Run, series: Series, week: usize, draws: usize) -> Result<f64, Error> {
    let own = run.at(week)?[series];
    let roots = roots();
    // One by one, so that a program that asks for no more than this need not carry the lanes.
    let drawn =
        (1..=draws).map(|number| simulate(&draw_with(run.scenario(), number, &roots)).rows()[week][series]);
    Ok(drawn.fold(0.0, |most, value| (value - own).abs().max(most)))
}

/// One week's quantiles, in the order of [`QUANTILES`].
pub type Band = [f64; QUANTILES.len()];

/// A band in the making.
#[derive(Clone, Debug)]
pub struct Ensemble {
    scenario: Scenario,
    series: Vec<Series>,
    draws: usize,
    done: usize,
    roots: [f64; ParameterId::COUNT],
    /// By series, then week, then draw.
    values: Vec<f32>,
}

impl Ensemble {
    /// An ensemble of `draws` runs, rounded up to whole batches, that keeps the
    /// named series.
    pub fn new(scenario: &Scenario, series: &[Series], draws: usize) -> Self {
        let draws = draws.div_ceil(LANES).max(1) * LANES;
        Ensemble {
            scenario: *scenario,
            series: series.to_vec(),
            draws,
            done: 0,
            roots: roots(),
            values: vec![0.0; series.len() * (WEEKS + 1) * draws],
        }
    }

    /// Runs finished so far.
    pub fn done(&self) -> usize {
        self.done
    }

    /// Runs in all.
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// Runs one batch more; `false` when there is none left.
    pub fn advance(&mut self) -> bool {
        if self.done >= self.draws {
            return false;
        }
        let first = self.done;
        let batch = std::array::from_fn(|lane| draw_with(&self.scenario, first + lane, &self.roots));
        let (values, series, draws) = (&mut self.values, &self.series, self.draws);
        run_lanes(&batch, |t, row| {
            for (i, series) in series.iter().enumerate() {
                let at = (i * (WEEKS + 1) + t) * draws + first;
                for (kept, value) in values[at..at + LANES].iter_mut().zip(row[*series].0) {
                    *kept = value as f32;
                }
            }
        });
        self.done += LANES;
        true
    }

    /// Runs every batch that is left.
    pub fn finish(&mut self) {
        while self.advance() {}
    }

    /// The band of a kept series over the runs finished so far, week 0 first;
    /// none before the first batch or for a series that is not kept.
    pub fn band(&self, series: Series) -> Option<Vec<Band>> {
        let i = self.series.iter().position(|kept| *kept == series).filter(|_| self.done > 0)?;
        let weeks = (0..=WEEKS).map(|t| {
            let at = (i * (WEEKS + 1) + t) * self.draws;
            let mut values = self.values[at..at + self.done].to_vec();
            values.sort_unstable_by(f32::total_cmp);
            QUANTILES.map(|q| f64::from(values[(q * (values.len() - 1) as f64).round() as usize]))
        });
        Some(weeks.collect())
    }
}

/// How far one coefficient alone moves a number, from end to end of its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// The coefficient.
    pub id: ParameterId,
    /// The number with the coefficient at the low end of its range.
    pub low: f64,
    /// The number with the coefficient at the high end.
    pub high: f64,
}

impl Swing {
    /// Distance between the two ends.
    pub fn width(&self) -> f64 {
        (self.high - self.low).abs()
    }
}

/// Works the swings of every coefficient out in slices.
#[derive(Clone, Debug)]
pub struct TornadoJob {
    scenario: Scenario,
    series: Series,
    week: usize,
    /// Coefficients still to be moved.
    ids: Vec<ParameterId>,
    swings: Vec<Swing>,
}

impl TornadoJob {
    /// A job that has not begun; a week beyond the run is taken as its last.
    pub fn new(scenario: &Scenario, series: Series, week: usize) -> Self {
        let ids: Vec<ParameterId> = ParameterId::ALL.into_iter().filter(|id| !id.is_lever()).collect();
        let swings = Vec::with_capacity(ids.len());
        TornadoJob { scenario: *scenario, series, week: week.min(WEEKS), ids, swings }
    }

    /// Moves a few coefficients more; `false` when the result stands.
    pub fn advance(&mut self) -> bool {
        let pair: Vec<ParameterId> = self.ids.split_off(self.ids.len().saturating_sub(LANES / 2));
        if pair.is_empty() {
            return false;
        }
        let ends: Vec<Scenario> = pair
            .iter()
            .flat_map(|id| [id.row().min, id.row().max].map(|end| self.scenario.with_clamped(*id, end)))
            .collect();
        let values = each(&ends, &[self.series], self.week);
        for (id, ends) in pair.iter().zip(values.chunks(2)) {
            self.swings.push(Swing { id: *id, low: ends[0][0], high: ends[1][0] });
        }
        true
    }

    /// The swings so far, the widest first.
    pub fn result(&self) -> Vec<Swing> {
        let mut swings = self.swings.clone();
        swings.sort_by(|a, b| b.width().total_cmp(&a.width()));
        swings
    }
}

/// The coefficients that matter to a series in a week, the widest swing first.
///
/// ```
/// use bathtub_model::{ParameterId, Scenario, Series, ensemble};
/// let scenario = Scenario::default().with(ParameterId::Tga, 700.0)?;
/// let swings = ensemble::tornado(&scenario, Series::Level, 52);
/// assert!(swings[0].width() >= swings[1].width());
/// # Ok::<(), bathtub_model::Error>(())
/// ```
pub fn tornado(scenario: &Scenario, series: Series, week: usize) -> Vec<Swing> {
    let mut job = TornadoJob::new(scenario, series, week);
    while job.advance() {}
    job.result()
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
    use crate::{PARAMETERS, STARTS};

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

    #[test]
    fn the_central_draw_is_the_scenario() {
        let scenario = Scenario::default().with_clamped(ParameterId::Tga, 400.0);
        assert_eq!(draw(&scenario, 0), scenario);
        let other = draw(&scenario, 1);
        assert_eq!(other.get(ParameterId::Tga), 400.0, "levers stay where they are");
        assert_ne!(other.get(ParameterId::DryScale), scenario.get(ParameterId::DryScale));
    }

    #[test]
    fn draws_move_away_with_time_and_with_the_levers() {
        let run = |tga| simulate(&Scenario::default().with_clamped(ParameterId::Tga, tga));
        let distance = |run: &Run, week| largest_distance(run, Series::Level, week, 8).unwrap();
        let (near, far) = (run(300.0), run(900.0));
        assert_eq!(distance(&near, 0), 0.0);
        assert!(distance(&near, 26) > 0.0);
        assert!(distance(&far, 26) > distance(&near, 26));
        assert_eq!(largest_distance(&near, Series::Level, 26, 0), Ok(0.0));
        assert!(largest_distance(&near, Series::Level, WEEKS + 1, 8).is_err());
        let draws = (1..=8).map(|n| simulate(&draw(near.scenario(), n)).rows()[52][Series::Level]);
        let own = near.rows()[52][Series::Level];
        assert!(draws.into_iter().all(|level| (level - own).abs() <= distance(&near, 52)));
    }

    #[test]
    fn quantiles_have_their_per_cent_as_keys() {
        assert_eq!(QUANTILES.map(|q| format!("p{:.0}", q * 100.0)), QUANTILE_KEYS);
    }

    #[test]
    fn draws_spread_evenly() {
        let id = ParameterId::ExporterRecycling;
        let row = id.row();
        let below = (1..=1024).filter(|n| draw(&Scenario::default(), *n).get(id) < row.default).count();
        let expected = (row.default - row.min) / (row.max - row.min) * 1024.0;
        assert!((below as f64 - expected).abs() < 8.0, "{below} below the mode, {expected} expected");
    }

    #[test]
    fn a_band_is_ordered_and_refines() {
        let scenario = Scenario::default().with_clamped(ParameterId::Tga, 700.0);
        let mut ensemble = Ensemble::new(&scenario, &[Series::Level, Series::Spread], 256);
        assert!(ensemble.band(Series::Level).is_none());
        assert!(ensemble.advance());
        assert_eq!(ensemble.done(), LANES);
        ensemble.finish();
        assert!(!ensemble.advance());
        assert!(ensemble.band(Series::Gold).is_none());
        let band = ensemble.band(Series::Level).unwrap();
        assert_eq!(band.len(), WEEKS + 1);
        for week in &band {
            assert!(week.windows(2).all(|pair| pair[0] <= pair[1]));
        }
        let central = simulate(&scenario).rows()[52][Series::Level];
        assert!(band[52][0] < central && central < band[52][4]);
    }
}
