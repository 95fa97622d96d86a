//! What moved the level, channel by channel.
//!
//! The level is a product, water against its reference and less for stress and a wider tub, so
//! its logarithm is a sum. Within a week each flow into the water has the part of the water's
//! logarithm that it has of the water's change; weeks add up.

use crate::{Error, ParameterId as P, Run, Series, math, shapes, stress, water};

/// A way in which the level is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelChannel {
    /// AI funding that the tub pays, beyond the start's.
    AiFunding,
    /// Income that comes back as saving, beyond the start's.
    Income,
    /// Bills and coupons that the Fed takes on or lets go, paid from deposits.
    Fed,
    /// The Treasury's account, paid from deposits.
    Treasury,
    /// The policy rate.
    Rates,
    /// A deficit beyond or below the start's.
    Deficit,
    /// Funding stress.
    Stress,
    /// Market value that has to be held up: a wider tub.
    Width,
    /// The drift of the water back to its reference, and its floor.
    Reversion,
}

impl LevelChannel {
    /// Number of channels.
    pub const COUNT: usize = 9;
    /// Every channel, in the order of their declaration.
    pub const ALL: [LevelChannel; Self::COUNT] = [
        LevelChannel::AiFunding,
        LevelChannel::Income,
        LevelChannel::Fed,
        LevelChannel::Treasury,
        LevelChannel::Rates,
        LevelChannel::Deficit,
        LevelChannel::Stress,
        LevelChannel::Width,
        LevelChannel::Reversion,
    ];

    /// The channel's key in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            LevelChannel::AiFunding => "ai_funding",
            LevelChannel::Income => "income",
            LevelChannel::Fed => "fed",
            LevelChannel::Treasury => "treasury",
            LevelChannel::Rates => "rates",
            LevelChannel::Deficit => "deficit",
            LevelChannel::Stress => "stress",
            LevelChannel::Width => "width",
            LevelChannel::Reversion => "reversion",
        }
    }
}

/// Parts of the distance between the levels of two runs in a week, in points of the level, in the
/// order of [`LevelChannel::ALL`]. They add up to it.
///
/// # Errors
/// [`Error::UnknownWeek`] beyond the runs.
pub fn level_channels(run: &Run, against: &Run, week: usize) -> Result<[f64; LevelChannel::COUNT], Error> {
    let (here, there) = (run.at(week)?[Series::Level], against.at(week)?[Series::Level]);
    let points = math::log_mean(here, there);
    let (here, there) = (logarithms(run, week), logarithms(against, week));
    Ok(std::array::from_fn(|i| (here[i] - there[i]) * points))
}

/// Parts of `ln(level/100)`.
fn logarithms(run: &Run, week: usize) -> [f64; LevelChannel::COUNT] {
    let m = run.model();
    let p = &m.p;
    let mut sum = [0.0; LevelChannel::COUNT];
    for (t, pair) in run.rows()[..=week].windows(2).enumerate() {
        let [row, next] = pair else { continue };
        let (before, after) = (row[Series::Water], next[Series::Water]);
        let displaced = water::displaced(p, water::deficit_beyond_start(m, t as f64));
        let recycled = row[Series::Recycled];
        let income = recycled - water::hoarded(p, recycled) - m.recycled;
        let from_tub = (-displaced).max(0.0) * p[P::TubShare];
        let into_tub = displaced.max(0.0) * (1.0 - row[Series::DryShare]);
        let mut parts = [0.0; LevelChannel::COUNT];
        let mut put = |channel: LevelChannel, flow: f64| parts[channel as usize] = flow;
        put(LevelChannel::AiFunding, -(row[Series::CrowdedOut] - m.crowded_out) / shapes::YEAR);
        put(LevelChannel::Income, income * p[P::TubShare] / shapes::YEAR);
        put(
            LevelChannel::Fed,
            p[P::BillsToWater] * row[Series::BillsByDeposits]
                - p[P::CouponsToWater] * row[Series::CouponsByDeposits],
        );
        put(LevelChannel::Treasury, -p[P::BillsToWater] * row[Series::TgaByDeposits]);
        put(LevelChannel::Rates, water::added_by_policy(m, row[Series::PolicyChange]));
        put(LevelChannel::Deficit, (from_tub - into_tub) / shapes::YEAR);
        let known: f64 = parts.iter().sum();
        parts[LevelChannel::Reversion as usize] = after - before - known;
        let usual = math::log_mean(after, before);
        for (sum, part) in sum.iter_mut().zip(parts) {
            *sum += part / usual;
        }
    }
    let row = &run.rows()[week];
    sum[LevelChannel::Stress as usize] = -stress::ln_stress(p, row[Series::Spread]);
    sum[LevelChannel::Width as usize] = -water::ln_width(p, week as f64);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ParameterId, Scenario, WEEKS, simulate};

    fn parts(settings: &[(ParameterId, f64)], week: usize) -> ([f64; LevelChannel::COUNT], f64) {
        let untouched = simulate(&Scenario::default());
        let scenario =
            settings.iter().fold(Scenario::default(), |s, (id, value)| s.with(*id, *value).unwrap());
        let run = simulate(&scenario);
        let moved = run.rows()[week][Series::Level] - untouched.rows()[week][Series::Level];
        (level_channels(&run, &untouched, week).unwrap(), moved)
    }

    #[test]
    fn parts_add_up_and_each_lever_has_its_channel() {
        for (id, value, channel) in [
            (P::Capex, 900.0, LevelChannel::AiFunding),
            (P::Tga, 300.0, LevelChannel::Treasury),
            (P::Runoff, 20.0, LevelChannel::Fed),
            (P::Rate, 100.0, LevelChannel::Rates),
            (P::Deficit, 2500.0, LevelChannel::Deficit),
            (P::MarketValue, 20.0, LevelChannel::Width),
        ] {
            for week in [1, 26, 52, WEEKS] {
                let (parts, moved) = parts(&[(id, value)], week);
                let sum: f64 = parts.iter().sum();
                assert!((sum - moved).abs() < 1e-9, "{id:?}, week {week}: {sum} for {moved}");
            }
            let (parts, _) = parts(&[(id, value)], 13);
            let largest = parts.iter().map(|part| part.abs()).fold(0.0, f64::max);
            assert_eq!(parts[channel as usize].abs(), largest, "{id:?}: {parts:?}");
            assert!(parts[channel as usize] < 0.0);
        }
    }

    /// What is left over in a week is the drift back, as the model has it, and nothing else.
    #[test]
    fn nothing_is_left_over_but_the_drift_back() {
        let settings = [(P::Capex, 900.0), (P::Tga, 300.0), (P::Runoff, 60.0), (P::Deficit, 2500.0)];
        let scenario = settings.iter().fold(Scenario::default(), |s, (id, v)| s.with(*id, *v).unwrap());
        let run = simulate(&scenario);
        let back = logarithms(&run, WEEKS)[LevelChannel::Reversion as usize];
        let m = run.model();
        let drift: f64 = run
            .rows()
            .windows(2)
            .map(|pair| {
                let (water, after) = (pair[0][Series::Water], pair[1][Series::Water]);
                -(water - m.water) / m.p[P::Reversion] / math::log_mean(after, water)
            })
            .sum();
        assert!((back - drift).abs() < 1e-12, "{back} for {drift}");
        assert!(back > 1e-4, "the water stood below its reference");
    }

    #[test]
    fn an_untouched_run_has_no_parts() {
        let (parts, moved) = parts(&[], 52);
        assert_eq!((parts, moved), ([0.0; LevelChannel::COUNT], 0.0));
    }

    #[test]
    fn a_week_beyond_the_run_is_an_error() {
        let run = simulate(&Scenario::default());
        assert!(level_channels(&run, &run, WEEKS + 1).is_err());
    }
}
