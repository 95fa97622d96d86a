//! What the funding spread is made of.

use crate::{Error, Run, Series, money_market};

/// A part of the funding spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpreadChannel {
    /// What banks pay for reserves: the reserve-demand curve.
    Reserves,
    /// Treasuries beyond the start's that private hands must finance.
    Treasuries,
    /// Stablecoins: bills that they buy, and runs on them.
    Stablecoins,
    /// The speed of forced selling.
    Selling,
    /// The start's floor, where the others would lead below it.
    Floor,
}

impl SpreadChannel {
    /// Number of channels.
    pub const COUNT: usize = 5;
    /// Every channel, in the order of their declaration.
    pub const ALL: [SpreadChannel; Self::COUNT] = [
        SpreadChannel::Reserves,
        SpreadChannel::Treasuries,
        SpreadChannel::Stablecoins,
        SpreadChannel::Selling,
        SpreadChannel::Floor,
    ];
}

/// Parts of the spread in a week, bp, in the order of [`SpreadChannel::ALL`]. They add up to it.
///
/// # Errors
/// [`Error::UnknownWeek`] beyond the run.
pub fn spread_channels(run: &Run, week: usize) -> Result<[f64; SpreadChannel::COUNT], Error> {
    let row = run.at(week)?;
    let pressure = money_market::Pressure::new(&run.model().p, row, 1.0);
    let reserves = row[Series::CurveSpread];
    let floor = row[Series::Spread] - (reserves + pressure.sum());
    Ok([reserves, pressure.treasuries, pressure.bills - pressure.relief, pressure.selling, floor])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ParameterId as P, Scenario, WEEKS, simulate};

    fn parts(settings: &[(P, f64)], week: usize) -> [f64; SpreadChannel::COUNT] {
        let run = simulate(&settings.iter().fold(Scenario::default(), |s, (id, v)| s.with(*id, *v).unwrap()));
        let parts = spread_channels(&run, week).unwrap();
        let spread = run.rows()[week][Series::Spread];
        assert!((parts.iter().sum::<f64>() - spread).abs() < 1e-9, "{parts:?} for {spread}");
        parts
    }

    #[test]
    fn parts_add_up_and_each_lever_has_its_channel() {
        for (settings, week, channel, rises) in [
            (&[(P::Tga, 700.0)][..], 52, SpreadChannel::Reserves, true),
            (&[(P::Deficit, 2900.0)], 104, SpreadChannel::Treasuries, true),
            (&[(P::Stablecoin, 200.0)], 52, SpreadChannel::Stablecoins, false),
            (&[(P::Shock, 30.0), (P::SpiralStrength, 2.0)], 10, SpreadChannel::Selling, true),
        ] {
            let (moved, untouched) = (parts(settings, week), parts(&[], week));
            let change = |i: usize| moved[i] - untouched[i];
            let i = channel as usize;
            assert_eq!(change(i) > 0.0, rises, "{channel:?}: {moved:?} after {untouched:?}");
            let others = (0..SpreadChannel::COUNT).filter(|other| *other != i);
            let largest = others.map(|other| change(other).abs()).fold(0.0, f64::max);
            assert!(change(i).abs() > largest, "{channel:?}: {moved:?} after {untouched:?}");
        }
    }

    #[test]
    fn the_floor_is_there_where_nothing_else_holds_the_spread() {
        let full = parts(&[(P::Runoff, -120.0), (P::Stablecoin, 500.0)], WEEKS);
        assert!(full[SpreadChannel::Floor as usize] > 0.0, "{full:?}");
        assert_eq!(parts(&[(P::Tga, 700.0)], 52)[SpreadChannel::Floor as usize], 0.0);
    }

    #[test]
    fn a_week_beyond_the_run_is_an_error() {
        assert!(spread_channels(&simulate(&Scenario::default()), WEEKS + 1).is_err());
    }
}
