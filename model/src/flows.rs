//! What flows into the tub, out of it and beside it, as a picture shows it.

use crate::run::Run;
use crate::series::{Row, Series};
use crate::{Error, ParameterId, shapes};

/// Flows in $bn a month: the mean from the start to the week shown, so that a flow times the months
/// is what has moved. In week 0 it is that week's flow. None is negative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flows {
    /// Securities and repo that the Fed takes on.
    pub purchases: f64,
    /// Securities and repo that the Fed lets go.
    pub runoff: f64,
    /// Water that cheaper credit adds.
    pub credit: f64,
    /// Water that dearer credit takes.
    pub less_credit: f64,
    /// What the Treasury pays out of its account, and its spending beyond the start's.
    pub treasury_pays: f64,
    /// What the Treasury takes into its account, and its borrowing beyond the start's.
    pub treasury_takes: f64,
    /// AI funding out of dry powder.
    pub from_tank: f64,
    /// AI funding out of the tub.
    pub from_tub: f64,
    /// Income that comes back as saving beyond what the rest of the economy saves at the start.
    pub recycled: f64,
}

/// A month's part of a sum or flow of a year.
pub fn per_month(a_year: f64) -> f64 {
    a_year / shapes::MONTHS
}

/// A year's sum or flow from a month's.
pub fn per_year(a_month: f64) -> f64 {
    a_month * shapes::MONTHS
}

/// Smallest flow that is more than rounding, $bn a month.
const NOTHING: f64 = 1e-6;

impl Run {
    /// Mean flows from the start to a week.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    ///
    /// ```
    /// use bathtub_model::{ParameterId, Scenario, simulate};
    /// let run = simulate(&Scenario::default().with(ParameterId::Tga, 300.0)?);
    /// assert!((run.flows(52)?.treasury_takes * 12.0 - 300.0).abs() < 1e-6);
    /// # Ok::<(), bathtub_model::Error>(())
    /// ```
    pub fn flows(&self, week: usize) -> Result<Flows, Error> {
        self.at(week)?;
        let weeks = week.max(1);
        let mut sum = Flows::default();
        for row in &self.rows()[..weeks] {
            self.add_week(&mut sum, row);
        }
        let monthly = |sum: f64| {
            let flow = sum / weeks as f64 * (shapes::YEAR / shapes::MONTHS);
            if flow < NOTHING { 0.0 } else { flow }
        };
        Ok(Flows {
            purchases: monthly(sum.purchases),
            runoff: monthly(-sum.purchases),
            credit: monthly(sum.credit),
            less_credit: monthly(sum.less_credit),
            treasury_pays: monthly(sum.treasury_pays),
            treasury_takes: monthly(sum.treasury_takes),
            from_tank: monthly(sum.from_tank),
            from_tub: monthly(sum.from_tub),
            recycled: monthly(sum.recycled),
        })
    }

    /// Adds one week's flows, $bn.
    fn add_week(&self, sum: &mut Flows, row: &Row<f64>) {
        let (into, out) = (|flow: f64| flow.max(0.0), |flow: f64| (-flow).max(0.0));
        let bills = row[Series::BillsByRrp] + row[Series::BillsByDeposits];
        let coupons = row[Series::CouponsByDeposits];
        let repo = row[Series::Repo];
        // Securities and repo together: what is lent and repaid in turn is neither.
        sum.purchases += bills - coupons + repo;
        let tga = row[Series::TgaByRrp] + row[Series::TgaByDeposits];
        let usual = self.model().o.deficit / shapes::YEAR;
        let deficit = into(row[Series::DeficitBills] + row[Series::DeficitCoupons] - usual);
        sum.treasury_pays += out(tga) + deficit;
        sum.treasury_takes += into(tga) + deficit;
        let credit = row[Series::WaterRates];
        sum.credit += into(credit);
        sum.less_credit += out(credit);
        sum.from_tank += row[Series::FromTank] / shapes::YEAR;
        sum.from_tub += row[Series::CrowdedOut] / shapes::YEAR;
        let m = self.model();
        let elsewhere = m.o.gdp * m.p[ParameterId::SavingOfGdp] / 100.0;
        sum.recycled += (row[Series::Recycled] - elsewhere).max(0.0) / shapes::YEAR;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Scenario, WEEKS, simulate};

    fn flows(levers: &[(ParameterId, f64)], week: usize) -> Flows {
        let scenario = levers.iter().fold(Scenario::default(), |s, (id, value)| s.with_clamped(*id, *value));
        simulate(&scenario).flows(week).unwrap()
    }

    #[test]
    fn a_flow_times_the_months_is_what_has_moved() {
        let found = flows(&[(ParameterId::Tga, 700.0)], 52);
        assert!((found.treasury_takes * 12.0 - 700.0).abs() < 1e-6, "{found:?}");
        let found = flows(&[(ParameterId::Runoff, -40.0)], 26);
        assert!((found.purchases - 40.0).abs() < 1e-6, "{found:?}");
        assert_eq!(found.runoff, 0.0);
    }

    #[test]
    fn a_rate_and_a_deficit_each_have_a_pair() {
        let dearer = flows(&[(ParameterId::Rate, 100.0)], 52);
        let cheaper = flows(&[(ParameterId::Rate, -100.0)], 52);
        assert!(dearer.less_credit > 0.0 && dearer.credit == 0.0, "{dearer:?}");
        assert!(cheaper.credit > 0.0 && cheaper.less_credit == 0.0, "{cheaper:?}");
        let larger = flows(&[(ParameterId::Deficit, 2500.0)], 52);
        assert!(larger.treasury_pays > 10.0 && larger.treasury_pays == larger.treasury_takes, "{larger:?}");
    }

    #[test]
    fn an_empty_tank_moves_the_flow_to_the_tub() {
        let full = flows(&[(ParameterId::Capex, 1000.0), (ParameterId::Dry, 3000.0)], 52);
        let empty = flows(&[(ParameterId::Capex, 1000.0), (ParameterId::Dry, 0.0)], 52);
        assert!(full.from_tank > 10.0 * full.from_tub);
        // New saving fills an empty tank a little.
        assert!(empty.from_tub > 4.0 * empty.from_tank && empty.from_tank > 0.0);
        let at_once = flows(&[(ParameterId::Capex, 1000.0), (ParameterId::Dry, 0.0)], 0);
        assert!(at_once.from_tub > 0.0 && at_once.from_tank == 0.0, "{at_once:?}");
    }

    #[test]
    fn what_comes_back_is_that_of_the_capex() {
        assert!(flows(&[(ParameterId::Capex, 0.0)], 52).recycled < 0.4 * flows(&[], 52).recycled);
        assert!(flows(&[], 52).recycled < per_month(725.0), "no more than is spent");
        assert!(flows(&[(ParameterId::Labour, 0.4)], 52).recycled < 0.5 * flows(&[], 52).recycled);
    }

    #[test]
    fn months_and_years_are_each_others_inverse() {
        assert_eq!((per_month(60.0), per_year(5.0)), (5.0, 60.0));
    }

    #[test]
    fn a_week_beyond_the_run_is_an_error() {
        let run = simulate(&Scenario::default());
        assert_eq!(run.flows(WEEKS + 1), Err(Error::UnknownWeek { week: WEEKS + 1 }));
    }
}
