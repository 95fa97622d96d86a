//! Settings and outcomes that no experience covers. The model runs them all the same; whoever
//! reads its numbers should know.

use crate::shapes::BEYOND_EXPERIENCE;
use crate::{ParameterId, Run, Scenario, Series};

/// Largest monthly runoff, $bn: the caps of 2022–24, 60 of Treasuries and 35 of mortgage bonds
/// (Federal Reserve, plans of May 2022). Purchases have no limit here: those of spring 2020 were
/// larger than the lever goes.
pub const RUNOFF: f64 = 95.0;
/// Largest rise and fall of the policy rate within four weeks since 2015, bp: three quarters of a
/// point in 2022, one and a half in March 2020 (Federal Reserve).
pub const RATE: [f64; 2] = [75.0, -150.0];
/// Largest rise and fall of the Treasury's account within thirteen weeks since 2015, $bn: spring
/// 2020 and spring 2021 (H.4.1).
pub const ACCOUNT: [f64; 2] = [1_234.0, -718.0];

/// Something that has not been seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Caution {
    /// A lever stands beyond `limit`, in the lever's own unit.
    Lever {
        /// The lever.
        id: ParameterId,
        /// The most since 2015.
        limit: f64,
    },
    /// Reserves fall below [`BEYOND_EXPERIENCE`] per cent of bank assets: less than on any Wednesday
    /// published since 2015.
    Reserves {
        /// The first week.
        week: usize,
    },
}

/// Levers of a scenario that stand beyond what has been seen.
pub fn levers(scenario: &Scenario) -> impl Iterator<Item = Caution> {
    let limits = [
        (ParameterId::Runoff, [RUNOFF, f64::NEG_INFINITY]),
        (ParameterId::Rate, RATE),
        (ParameterId::Tga, ACCOUNT),
    ];
    let values = limits.map(|(id, ends)| (id, scenario.get(id), ends));
    values.into_iter().filter_map(|(id, value, [high, low])| {
        let limit = if value > high { high } else { low };
        (value > high || value < low).then_some(Caution::Lever { id, limit })
    })
}

/// Everything in a run that no experience covers.
pub fn cautions(run: &Run) -> Vec<Caution> {
    let ratio = |row: &crate::Row<f64>| row[Series::ReserveRatio];
    let week = run.rows().iter().position(|row| ratio(row) < BEYOND_EXPERIENCE);
    levers(run.scenario()).chain(week.map(|week| Caution::Reserves { week })).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backtest::{Amounts, PublishedWeeks};
    use crate::simulate;

    fn cautions_of(settings: &[(ParameterId, f64)]) -> Vec<Caution> {
        let scenario =
            settings.iter().fold(Scenario::default(), |s, (id, value)| s.with(*id, *value).unwrap());
        cautions(&simulate(&scenario))
    }

    #[test]
    fn what_has_been_seen_raises_none() {
        assert_eq!(cautions_of(&[]), []);
        assert_eq!(
            cautions_of(&[
                (ParameterId::Runoff, 95.0),
                (ParameterId::RunoffWeeks, 26.0),
                (ParameterId::Rate, 75.0),
                (ParameterId::Tga, -700.0)
            ]),
            []
        );
        assert_eq!(cautions_of(&[(ParameterId::Runoff, -120.0), (ParameterId::Rate, -150.0)]), []);
    }

    #[test]
    fn what_goes_beyond_a_limit_names_it() {
        for (id, value, limit) in [
            (ParameterId::Runoff, 96.0, 95.0),
            (ParameterId::Rate, 100.0, 75.0),
            (ParameterId::Rate, -175.0, -150.0),
            (ParameterId::Tga, -730.0, -718.0),
        ] {
            let found = cautions_of(&[(id, value), (ParameterId::RunoffWeeks, 26.0)]);
            assert_eq!(found, [Caution::Lever { id, limit }]);
        }
    }

    #[test]
    fn scarce_reserves_come_with_their_week() {
        let run = [(ParameterId::Runoff, 95.0), (ParameterId::RunoffWeeks, 104.0), (ParameterId::Tga, 900.0)];
        let found = cautions_of(&run);
        let [Caution::Reserves { week }] = found[..] else { panic!("{found:?}") };
        assert!(week > 0, "not at once");
    }

    /// The limit is the least of the published weeks, cut to a tenth.
    #[test]
    fn no_published_week_had_reserves_below_the_limit() {
        let table = |name: &str| {
            let path = format!("{}/../data/{name}", env!("CARGO_MANIFEST_DIR"));
            std::fs::read_to_string(path).unwrap()
        };
        let weeks = PublishedWeeks::from_csv(&table("liquidity_weekly_2015_2025.csv")).unwrap();
        let banks = Amounts::bank_assets(&table("commercial_banks_weekly_2015_2025.csv")).unwrap();
        let ratios = weeks.rows().iter().filter_map(|row| Some(100.0 * row.reserves? / banks.at(row.date)));
        let least = ratios.fold(f64::MAX, f64::min);
        assert_eq!((10.0 * least).floor(), 10.0 * BEYOND_EXPERIENCE, "{least}");
    }

    /// The published weeks since 2015 have seen nothing beyond the limits of rate and account.
    #[test]
    fn limits_are_those_of_the_published_weeks() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/liquidity_weekly_2015_2025.csv");
        let text = std::fs::read_to_string(path).unwrap();
        let mut lines = text.lines();
        let head: Vec<_> = lines.next().unwrap().split(',').collect();
        let rows: Vec<Vec<_>> = lines.map(|line| line.split(',').collect()).collect();
        // Largest and smallest change of a column over a number of weeks, where both are given.
        let extremes = |name: &str, weeks: usize| {
            let column = head.iter().position(|head| *head == name).unwrap();
            let value = |row: &Vec<&str>| row[column].parse::<f64>().ok();
            let changes = rows.iter().zip(&rows[weeks..]).filter_map(|(a, b)| Some(value(b)? - value(a)?));
            changes.fold([f64::MIN, f64::MAX], |[high, low], change| [high.max(change), low.min(change)])
        };
        let account = extremes("wtregen_busd", 13);
        assert!(
            (account[0] - ACCOUNT[0]).abs() < 1.0 && (account[1] - ACCOUNT[1]).abs() < 1.0,
            "{account:?}"
        );
        let rate = extremes("ff_upper", 4).map(|points| points * 100.0);
        assert_eq!(rate.map(f64::round), RATE);
    }
}
