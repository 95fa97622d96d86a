//! What else would have moved prices as far.

use super::{Search, Solution};
use crate::Error;
use crate::parameters::ParameterId;
use crate::run::simulate;
use crate::scenario::Scenario;
use crate::series::Series;
use crate::shapes;
use crate::snapshot::change_pct;

/// What else would have moved the duration-weighted price index as far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Equivalents {
    /// The scenario's move of the index, per cent of the start's index.
    pub index_pct: f64,
    /// Coupon runoff up to the week beyond the policy in force, $bn, negative for purchases of
    /// coupons; none where no pace in range does as much.
    pub runoff_bn: Option<f64>,
    /// Hikes of 25 bp, negative for cuts; none where no change in range does as much.
    pub hikes: Option<f64>,
    /// The same in hikes, measured on the S&P 500.
    pub hikes_sp500: Option<f64>,
}

/// Works [`Equivalents`] out in slices, each from the untouched start.
#[derive(Clone, Debug)]
pub struct EquivalentsJob {
    index_pct: f64,
    /// The policy in force, $bn a month.
    pace: f64,
    /// The time over which runoff does as much.
    months: f64,
    searches: [Search; 3],
}

impl EquivalentsJob {
    /// A job that has not begun; it takes three runs to set up.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond a run.
    pub fn new(scenario: &Scenario, week: usize) -> Result<Self, Error> {
        let untouched = Scenario::new(scenario.start());
        let moved = simulate(scenario);
        let moved = moved.at(week)?;
        let calm = simulate(&untouched).at(week)?[Series::Index];
        // The policy in force buys bills where it buys: what is compared is coupons against it.
        let coupons = untouched
            .with_clamped(ParameterId::RunoffCouponShare, 1.0)
            .with_clamped(ParameterId::PurchaseCouponShare, 1.0);
        let as_usual = simulate(&coupons).at(week)?[Series::Index];
        let search =
            |base: &Scenario, lever, series: Series, goal| Search::new(base, lever, series, goal, week);
        Ok(EquivalentsJob {
            index_pct: change_pct(moved[Series::Index], calm),
            pace: untouched.get(ParameterId::Runoff),
            months: week as f64 * (shapes::MONTHS / shapes::YEAR),
            searches: [
                search(&coupons, ParameterId::Runoff, Series::Index, as_usual + moved[Series::Index] - calm)?,
                search(&untouched, ParameterId::Rate, Series::Index, moved[Series::Index])?,
                search(&untouched, ParameterId::Rate, Series::Sp500, moved[Series::Sp500])?,
            ],
        })
    }

    /// Runs one batch more; `false` when the result stands.
    pub fn advance(&mut self) -> bool {
        self.searches.iter_mut().any(Search::advance)
    }

    /// The result, once [`EquivalentsJob::advance`] has returned `false`.
    pub fn result(&self) -> Equivalents {
        let found = [0, 1, 2].map(|i: usize| match self.searches[i].solution() {
            Solution::At(value) => Some(value),
            Solution::OutOfReach { .. } => None,
        });
        let runoff_bn = found[0].map(|pace| (pace - self.pace) * self.months);
        let [hikes, hikes_sp500] = [found[1], found[2]].map(|bp| bp.map(|bp| bp / 25.0));
        Equivalents { index_pct: self.index_pct, runoff_bn, hikes, hikes_sp500 }
    }
}

/// Works out the equivalents of a scenario in a week, all at once.
///
/// # Errors
/// [`Error::UnknownWeek`] beyond a run.
pub fn equivalents(scenario: &Scenario, week: usize) -> Result<Equivalents, Error> {
    let mut job = EquivalentsJob::new(scenario, week)?;
    while job.advance() {}
    Ok(job.result())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equivalents_are_the_thing_itself() {
        let hike = Scenario::default().with(ParameterId::Rate, 50.0).unwrap();
        let found = equivalents(&hike, 52).unwrap();
        assert!((found.hikes.unwrap() - 2.0).abs() < 1e-4);
        assert!((found.hikes_sp500.unwrap() - 2.0).abs() < 1e-4);
        assert!(found.runoff_bn.unwrap() > 0.0);
        let calm = equivalents(&Scenario::default(), 52).unwrap();
        assert_eq!(calm.hikes, Some(0.0));
        assert!(calm.runoff_bn.unwrap().abs() < 1e-3, "{calm:?}");
        assert_eq!(calm.index_pct, 0.0);
    }
}
