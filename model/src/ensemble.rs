//! Uncertainty: what the ranges of the coefficients leave open.
//!
//! Each coefficient of the parameter table is drawn from a triangle over its
//! range with the scenario's value as its mode; levers stay where they are set,
//! but for the tank where it is drawn too: nobody knows it. The spread carries
//! the error of the reserve-demand curve.
//! Draw 0 is the scenario itself. The draws are quasi-random: Richtmyer's
//! sequence, the fractional parts of i·√p for the primes p, which any number of
//! further draws refines without discarding one.
//!
//! [`Ensemble`] advances in slices, so that the same code serves a worker, a
//! page's idle time and a test.

mod draw;
mod lanes;
mod tornado;

use std::ops::Range;

use crate::run::WEEKS;
use crate::scenario::Scenario;
use crate::series::Series;
pub use draw::{CURVE_RESIDUAL, draw, largest_distance, largest_distance_in_rounds};
use draw::{Roots, draw_with, residual, roots, with_tank};
pub(crate) use lanes::each;
pub use lanes::{LANES, run_lanes};
pub use tornado::{Swing, TornadoJob, tornado};

/// Draws of a first look, a second and the full band.
pub const REFINEMENTS: [usize; 3] = [64, 256, 1024];

/// Quantiles of a band: 5, 25, 50, 75 and 95 %.
pub const QUANTILES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Keys of [`QUANTILES`] in JSON.
pub const QUANTILE_KEYS: [&str; QUANTILES.len()] = ["p5", "p25", "p50", "p75", "p95"];

/// One week's quantiles, in the order of [`QUANTILES`].
pub type Band = [f64; QUANTILES.len()];

/// How far a batch is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Batch {
    Open,
    /// Somebody else runs it.
    Lent,
    Done,
}

/// A band in the making.
#[derive(Clone, Debug)]
pub struct Ensemble {
    scenario: Scenario,
    series: Vec<Series>,
    /// Whether the tank is drawn too.
    tank: bool,
    /// Number of the first draw: a portion of an ensemble begins later than at 0.
    first: usize,
    draws: usize,
    /// By batch of [`LANES`] draws.
    batches: Vec<Batch>,
    roots: Roots,
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
            tank: false,
            first: 0,
            draws,
            batches: vec![Batch::Open; draws / LANES],
            roots: roots(),
            values: vec![0.0; series.len() * (WEEKS + 1) * draws],
        }
    }

    /// The draws of one range of numbers alone, which begins with a whole batch and is rounded up to
    /// whole batches. Portions of one ensemble can be run in any order and anywhere: put together by
    /// [`Ensemble::gathered`], they are that ensemble to the last bit.
    pub fn portion(scenario: &Scenario, series: &[Series], draws: Range<usize>) -> Self {
        let first = draws.start / LANES * LANES;
        Ensemble { first, ..Ensemble::new(scenario, series, draws.end.saturating_sub(first)) }
    }

    /// An ensemble from the values of its portions, in the order of their draws; none where they do not
    /// fit together.
    ///
    /// ```
    /// use bathtub_model::ensemble::Ensemble;
    /// use bathtub_model::{Scenario, Series};
    /// let (scenario, series) = (Scenario::default(), [Series::Level]);
    /// let run = |mut ensemble: Ensemble| {
    ///     ensemble.finish();
    ///     ensemble
    /// };
    /// let whole = run(Ensemble::new(&scenario, &series, 32));
    /// let [a, b] = [0..16, 16..32].map(|draws| run(Ensemble::portion(&scenario, &series, draws)));
    /// let gathered = Ensemble::gathered(&scenario, &series, &[a.values(), b.values()]).unwrap();
    /// assert_eq!(gathered.band(Series::Level), whole.band(Series::Level));
    /// ```
    pub fn gathered(scenario: &Scenario, series: &[Series], portions: &[&[f32]]) -> Option<Self> {
        let weeks = series.len() * (WEEKS + 1);
        let draws = |values: &[f32]| values.len() / weeks.max(1);
        let fits = weeks > 0 && portions.iter().all(|values| values.len() % (weeks * LANES) == 0);
        let all: usize = portions.iter().map(|values| draws(values)).sum();
        if !fits || all == 0 {
            return None;
        }
        let mut values = Vec::with_capacity(weeks * all);
        for week in 0..weeks {
            for portion in portions {
                let count = draws(portion);
                values.extend_from_slice(&portion[week * count..(week + 1) * count]);
            }
        }
        let whole = Ensemble::new(scenario, series, all);
        Some(Ensemble { batches: vec![Batch::Done; whole.batches.len()], values, ..whole })
    }

    /// What the runs so far gave, by series, then week, then draw; zero where a draw is still to come.
    pub fn values(&self) -> &[f32] {
        &self.values
    }

    /// The same with dry powder drawn too.
    pub fn with_tank(scenario: &Scenario, series: &[Series], draws: usize) -> Self {
        Ensemble::new(scenario, series, draws).and_tank()
    }

    /// Draws dry powder too; said before the first batch.
    #[must_use]
    pub fn and_tank(self) -> Self {
        Ensemble { tank: true, ..self }
    }

    /// Runs finished so far, without a gap from the first.
    pub fn done(&self) -> usize {
        self.batches.iter().take_while(|batch| **batch == Batch::Done).count() * LANES
    }

    /// Leaves draws to somebody else, who gives back what [`Ensemble::portion`] has of them.
    pub fn lend(&mut self, draws: Range<usize>) {
        self.mark(draws, Batch::Open, Batch::Lent);
    }

    /// Takes draws back that were lent: they are run here after all.
    pub fn take_back(&mut self, draws: Range<usize>) {
        self.mark(draws, Batch::Lent, Batch::Open);
    }

    fn mark(&mut self, draws: Range<usize>, from: Batch, to: Batch) {
        for batch in self.batches.iter_mut().take(draws.end / LANES).skip(draws.start / LANES) {
            if *batch == from {
                *batch = to;
            }
        }
    }

    /// Whether nothing is left to run here, and something that was lent is not back.
    pub fn waits(&self) -> bool {
        !self.batches.contains(&Batch::Open) && self.batches.contains(&Batch::Lent)
    }

    /// Puts the values of a portion in their place; `false` where they are not of these draws.
    pub fn place(&mut self, draws: Range<usize>, values: &[f32]) -> bool {
        let count = draws.len();
        let weeks = self.series.len() * (WEEKS + 1);
        if draws.start % LANES + count % LANES > 0 || draws.end > self.draws || values.len() != weeks * count
        {
            return false;
        }
        for week in 0..weeks {
            let at = week * self.draws + draws.start;
            self.values[at..at + count].copy_from_slice(&values[week * count..(week + 1) * count]);
        }
        self.batches[draws.start / LANES..draws.end / LANES].fill(Batch::Done);
        true
    }

    /// Runs in all.
    pub fn draws(&self) -> usize {
        self.draws
    }

    /// Runs one batch more; `false` when there is none left to run here.
    pub fn advance(&mut self) -> bool {
        let Some(next) = self.batches.iter().position(|batch| *batch == Batch::Open) else { return false };
        let first = next * LANES;
        let number = |lane| self.first + first + lane;
        let batch = std::array::from_fn(|lane| {
            let drawn = draw_with(&self.scenario, number(lane), &self.roots);
            if self.tank { with_tank(drawn, number(lane), &self.roots) } else { drawn }
        });
        let residuals: [f64; LANES] = std::array::from_fn(|lane| residual(number(lane), &self.roots));
        let (values, series, draws) = (&mut self.values, &self.series, self.draws);
        run_lanes(&batch, series, |t, row| {
            for (i, series) in series.iter().enumerate() {
                let at = (i * (WEEKS + 1) + t) * draws + first;
                let added = if *series == Series::Spread { residuals } else { [0.0; LANES] };
                let drawn = row[*series].0.into_iter().zip(added);
                for (kept, (value, added)) in values[at..at + LANES].iter_mut().zip(drawn) {
                    *kept = (value + added) as f32;
                }
            }
        });
        self.batches[next] = Batch::Done;
        true
    }

    /// Runs every batch that is left.
    pub fn finish(&mut self) {
        while self.advance() {}
    }

    /// The band of a kept series over the runs finished so far, week 0 first;
    /// none before the first batch or for a series that is not kept.
    pub fn band(&self, series: Series) -> Option<Vec<Band>> {
        let done = self.done();
        let i = self.series.iter().position(|kept| *kept == series).filter(|_| done > 0)?;
        let mut keys = Vec::with_capacity(done);
        let weeks = (0..=WEEKS).map(|t| {
            let at = (i * (WEEKS + 1) + t) * self.draws;
            keys.clear();
            keys.extend(self.values[at..at + done].iter().map(|value| key(*value)));
            let last = keys.len() - 1;
            // The quantiles rise, and what is left of one that was found is no longer looked at.
            let mut from = 0;
            QUANTILES.map(|q| {
                let rank = (q * last as f64).round() as usize;
                let (_, found, _) = keys[from..].select_nth_unstable(rank - from);
                from = rank;
                f64::from(of_key(*found))
            })
        });
        Some(weeks.collect())
    }
}

/// A whole number for each float, in the order of [`f32::total_cmp`]: made once, it is compared faster.
fn key(value: f32) -> i32 {
    let bits = value.to_bits() as i32;
    bits ^ (((bits >> 31) as u32) >> 1) as i32
}

/// The float of a number.
fn of_key(key: i32) -> f32 {
    f32::from_bits((key ^ (((key >> 31) as u32) >> 1) as i32) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ParameterId, simulate};

    #[test]
    fn quantiles_have_their_per_cent_as_keys() {
        assert_eq!(QUANTILES.map(|q| format!("p{:.0}", q * 100.0)), QUANTILE_KEYS);
    }

    #[test]
    fn keys_are_in_the_order_of_their_numbers() {
        let numbers = [f32::NEG_INFINITY, -2.5, -1e-40, -0.0, 0.0, 1e-40, 0.1, 3.0, f32::INFINITY, f32::NAN];
        assert!(numbers.map(key).is_sorted());
        for number in numbers {
            assert_eq!(of_key(key(number)).to_bits(), number.to_bits());
        }
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
        // In week 0 the coefficients leave the spread where it is: what is left is the curve's error.
        let spread = ensemble.band(Series::Spread).unwrap();
        assert!((5.0..7.0).contains(&(spread[0][4] - simulate(&scenario).rows()[0][Series::Spread])));
    }

    #[test]
    fn portions_of_any_size_are_the_whole() {
        let scenario = Scenario::default().with_clamped(ParameterId::Capex, 900.0);
        let series = [Series::Level, Series::Spread];
        let run = |mut ensemble: Ensemble| {
            ensemble.finish();
            ensemble
        };
        let draws = 9 * LANES;
        let whole = run(Ensemble::new(&scenario, &series, draws));
        for cuts in [vec![0, draws], vec![0, LANES, draws], vec![0, 2 * LANES, 5 * LANES, 8 * LANES, draws]] {
            let portions: Vec<Ensemble> = cuts
                .windows(2)
                .map(|ends| run(Ensemble::portion(&scenario, &series, ends[0]..ends[1])))
                .collect();
            let values: Vec<&[f32]> = portions.iter().map(Ensemble::values).collect();
            let gathered = Ensemble::gathered(&scenario, &series, &values).unwrap();
            assert_eq!(gathered.values(), whole.values());
            assert_eq!(series.map(|s| gathered.band(s)), series.map(|s| whole.band(s)));
        }
        assert!(Ensemble::gathered(&scenario, &series, &[]).is_none());
        assert!(Ensemble::gathered(&scenario, &series, &[&whole.values()[1..]]).is_none());
    }

    #[test]
    fn draws_that_are_lent_come_back_in_any_order_or_not_at_all() {
        let (scenario, series) = (Scenario::default(), [Series::Level, Series::Spread]);
        let draws = 8 * LANES;
        let mut whole = Ensemble::new(&scenario, &series, draws);
        whole.finish();
        let ranges = [2 * LANES..4 * LANES, 4 * LANES..5 * LANES, 6 * LANES..8 * LANES];
        let mut shared = Ensemble::new(&scenario, &series, draws);
        for range in &ranges {
            shared.lend(range.clone());
        }
        shared.finish();
        assert_eq!((shared.done(), shared.waits()), (2 * LANES, true));
        for range in [&ranges[2], &ranges[1]] {
            let mut portion = Ensemble::portion(&scenario, &series, range.clone());
            portion.finish();
            assert!(shared.place(range.clone(), portion.values()));
            assert!(!shared.place(range.clone(), &portion.values()[1..]));
            assert_eq!(shared.done(), 2 * LANES);
        }
        assert!(!shared.place(1..LANES + 1, &[]) && !shared.place(draws..draws + LANES, &[]));
        shared.take_back(0..draws);
        assert!(!shared.waits());
        shared.finish();
        assert_eq!((shared.done(), shared.values()), (draws, whole.values()));
    }

    /// As many sorts as quantiles would be slower; they give the same.
    #[test]
    fn a_band_is_what_sorting_gives() {
        let mut ensemble = Ensemble::new(&Scenario::default(), &[Series::Level], 10 * LANES);
        ensemble.finish();
        let band = ensemble.band(Series::Level).unwrap();
        for (week, found) in band.iter().enumerate() {
            let mut values = ensemble.values()[week * ensemble.draws()..][..ensemble.draws()].to_vec();
            values.sort_unstable_by(f32::total_cmp);
            let sorted =
                QUANTILES.map(|q| f64::from(values[(q * (values.len() - 1) as f64).round() as usize]));
            assert_eq!(*found, sorted);
        }
    }

    #[test]
    fn the_tank_is_most_of_what_is_not_known_of_more_capex() {
        let scenario = Scenario::default().with_clamped(ParameterId::Capex, 1000.0);
        let width = |mut ensemble: Ensemble| {
            ensemble.finish();
            let band = ensemble.band(Series::Level).unwrap();
            band[52][4] - band[52][0]
        };
        let alone = width(Ensemble::new(&scenario, &[Series::Level], 256));
        let both = width(Ensemble::with_tank(&scenario, &[Series::Level], 256));
        assert!(both > 1.2 * alone, "{alone} and {both}");
    }
}
