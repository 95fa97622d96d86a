//! What flows into the tub, out of it and beside it, as a picture shows it.

use crate::run::Run;
use crate::series::{Row, Series};
use crate::{Error, ParameterId, shapes};

/// Flows of one week, at a month's rate in $bn: those that lead into the week shown, in week 0 its
/// own. A row records what flows from its week to the next, so they stand in the row before. None is
/// negative, and nothing is smoothed: a lever that is phased in over a quarter flows for a quarter
/// and then not, the account of the Treasury that reaches its mark stops taking, and what a shock or
/// a repo loan moves in one week is there in that week alone. Income that returns follows spending
/// by some weeks, and goes on for a while after it has ended.
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
    /// The row whose flows lead into a week.
    pub(crate) fn leading_into(&self, week: usize) -> Result<&Row<f64>, Error> {
        self.at(week)?;
        self.at(week.saturating_sub(1))
    }

    /// Flows that lead into a week.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    ///
    /// ```
    /// use bathtub_model::{ParameterId, Scenario, simulate};
    /// let run = simulate(&Scenario::default().with(ParameterId::Tga, 300.0)?);
    /// // The account is filled within a quarter, and is full after it.
    /// assert!((run.flows(13)?.treasury_takes * 3.0 - 300.0).abs() < 1e-6);
    /// assert_eq!(run.flows(52)?.treasury_takes, 0.0);
    /// # Ok::<(), bathtub_model::Error>(())
    /// ```
    pub fn flows(&self, week: usize) -> Result<Flows, Error> {
        let row = self.leading_into(week)?;
        let m = self.model();
        let monthly = |flow: f64| {
            let flow = flow * (shapes::YEAR / shapes::MONTHS);
            if flow < NOTHING { 0.0 } else { flow }
        };
        let bills = row[Series::BillsByRrp] + row[Series::BillsByDeposits];
        // Securities and repo together: what is lent while as much is let go is neither.
        let bought = bills - row[Series::CouponsByDeposits] + row[Series::Repo];
        let saved_up = row[Series::TgaByRrp] + row[Series::TgaByDeposits];
        let usual = m.o.deficit / shapes::YEAR;
        let deficit = (row[Series::DeficitBills] + row[Series::DeficitCoupons] - usual).max(0.0);
        let credit = row[Series::WaterRates];
        let elsewhere = m.o.gdp * m.p[ParameterId::SavingOfGdp] / 100.0;
        Ok(Flows {
            purchases: monthly(bought),
            runoff: monthly(-bought),
            credit: monthly(credit),
            less_credit: monthly(-credit),
            treasury_pays: monthly((-saved_up).max(0.0) + deficit),
            treasury_takes: monthly(saved_up.max(0.0) + deficit),
            from_tank: monthly(row[Series::FromTank] / shapes::YEAR),
            from_tub: monthly(row[Series::CrowdedOut] / shapes::YEAR),
            recycled: monthly((row[Series::Recycled] - elsewhere) / shapes::YEAR),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PARAMETERS, PRESETS, Scenario, WEEKS, simulate};

    fn flows(levers: &[(ParameterId, f64)], week: usize) -> Flows {
        let scenario = levers.iter().fold(Scenario::default(), |s, (id, value)| s.with_clamped(*id, *value));
        simulate(&scenario).flows(week).unwrap()
    }

    #[test]
    fn a_flow_is_that_of_its_week() {
        let tga = |week| flows(&[(ParameterId::Tga, 700.0)], week).treasury_takes;
        // Filled within a quarter: the week that begins at 12 is the last.
        assert!((tga(0) * 3.0 - 700.0).abs() < 1e-6 && (tga(13) - tga(1)).abs() < 1e-9);
        assert_eq!((tga(14), tga(52)), (0.0, 0.0));
        let runoff = [(ParameterId::Runoff, 85.0), (ParameterId::RunoffWeeks, 26.0)];
        assert!((flows(&runoff, 13).runoff - 85.0).abs() < 1e-6);
        assert_eq!(flows(&runoff, 52).runoff, 0.0);
        let found = flows(&[(ParameterId::Runoff, -40.0)], 26);
        assert!((found.purchases - 40.0).abs() < 1e-6, "{found:?}");
        assert_eq!(found.runoff, 0.0);
    }

    #[test]
    fn flows_lead_from_the_stocks_of_a_week_to_those_of_the_next() {
        let run = simulate(&Scenario::default().with_clamped(ParameterId::Tga, 700.0));
        for week in 1..=WEEKS {
            let moved = run.rows()[week][Series::Tga] - run.rows()[week - 1][Series::Tga];
            let flow = run.flows(week).unwrap().treasury_takes * shapes::MONTHS / shapes::YEAR;
            assert!((moved - flow).abs() < 1e-6, "week {week}: {moved}, not {flow}");
        }
        assert_eq!(run.flows(0), run.flows(1), "week 0 shows its own");
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

    /// Both ends of every lever from the newest start, and every prepared scenario.
    fn settings() -> impl Iterator<Item = Scenario> {
        let levers = PARAMETERS.iter().filter(|row| row.id.is_lever());
        let ends = levers
            .flat_map(|row| [row.min, row.max].map(|end| Scenario::default().with_clamped(row.id, end)));
        let presets = PRESETS.iter().map(|preset| preset.scenario().unwrap());
        [Scenario::default()].into_iter().chain(ends).chain(presets)
    }

    #[test]
    fn no_flow_is_negative_and_the_fed_does_one_thing_at_a_time() {
        for scenario in settings() {
            let run = simulate(&scenario);
            for week in 0..=WEEKS {
                let found = run.flows(week).unwrap();
                let Flows { purchases, runoff, credit, less_credit, treasury_pays, treasury_takes, .. } =
                    found;
                let Flows { from_tank, from_tub, recycled, .. } = found;
                let all = [purchases, runoff, credit, less_credit, treasury_pays, treasury_takes];
                let all = all.into_iter().chain([from_tank, from_tub, recycled]);
                // Of no sign either: minus zero is written with one.
                for flow in all {
                    assert!(
                        flow.is_finite() && flow.is_sign_positive(),
                        "{scenario:?}, week {week}: {found:?}"
                    );
                }
                assert!(purchases == 0.0 || runoff == 0.0, "{scenario:?}, week {week}: {found:?}");
                assert!(credit == 0.0 || less_credit == 0.0, "{scenario:?}, week {week}: {found:?}");
            }
        }
    }

    #[test]
    fn what_is_funded_is_what_the_row_has() {
        for scenario in settings() {
            let run = simulate(&scenario);
            for week in 0..=WEEKS {
                let (row, found) = (&run.rows()[week.saturating_sub(1)], run.flows(week).unwrap());
                let funded = row[Series::FromTank] + row[Series::CrowdedOut];
                let shown = per_year(found.from_tank + found.from_tub);
                assert!((shown - funded).abs() < 1e-4, "{scenario:?}, week {week}: {shown}, not {funded}");
                assert!(funded > 0.0 || shown == 0.0, "{scenario:?}, week {week}");
            }
        }
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
