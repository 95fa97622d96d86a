//! What else would have moved prices as far.

use super::{Search, Solution};
use crate::Error;
use crate::parameters::ParameterId;
use crate::run::simulate;
use crate::scenario::Scenario;
use crate::series::Series;
use crate::snapshot::change_pct;

/// What else would have moved the duration-weighted price index as far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Equivalents {
    /// The scenario's move of the index, per cent of the start's index.
    pub index_pct: f64,
    /// Coupon runoff over 52 weeks in $bn, negative for purchases of coupons;
    /// none where no pace in range does as much.
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
    searches: [Search; 3],
}

impl EquivalentsJob {
    /// A job that has not begun; it takes two runs to set up.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond a run.
    pub fn new(scenario: &Scenario, week: usize) -> Result<Self, Error> {
        let untouched = Scenario::new(scenario.start());
        let moved = simulate(scenario);
        let moved = moved.at(week)?;
        let calm = simulate(&untouched).at(week)?[Series::Index];
        let pace = untouched
            .with_clamped(ParameterId::RunoffWeeks, 52.0)
            .with_clamped(ParameterId::RunoffCouponShare, 1.0)
            .with_clamped(ParameterId::PurchaseCouponShare, 1.0);
        let search =
            |base: &Scenario, lever, series: Series| Search::new(base, lever, series, moved[series], week);
        Ok(EquivalentsJob {
            index_pct: change_pct(moved[Series::Index], calm),
            searches: [
                search(&pace, ParameterId::Runoff, Series::Index)?,
                search(&untouched, ParameterId::Rate, Series::Index)?,
                search(&untouched, ParameterId::Rate, Series::Sp500)?,
            ],
        })
    }

    /// Runs one batch more; `false` when the result stands.
    pub fn advance(&mut self) -> bool {
        self.searches.iter_mut().any(Search::advance)
    }

    /// The result, once [`EquivalentsJob::advance`] has returned `false`.
    pub fn result(&self) -> Equivalents {
        let [runoff_bn, hikes, hikes_sp500] = [0, 1, 2].map(|i| {
            let per_unit: f64 = if i == 0 { 12.0 } else { 1.0 / 25.0 };
            match self.searches[i].solution() {
                Solution::At(value) => Some(value * per_unit),
                Solution::OutOfReach { .. } => None,
            }
        });
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
        assert_eq!((calm.hikes, calm.runoff_bn), (Some(0.0), Some(0.0)));
        assert_eq!(calm.index_pct, 0.0);
    }
}
