//! What moved the level, channel by channel.
//!
//! The level is a product, water against its reference and less for stress and a wider tub, so
//! its logarithm is a sum. Within a week each flow into the water has the part of the water's
//! logarithm that it has of the water's change; weeks add up.

use crate::{Error, Run, Series, math, stress, water};

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
    /// Borrowing for a deficit beyond or below the start's.
    Deficit,
    /// Forced selling: loans repaid, and bidders gone.
    Crisis,
    /// Funding stress.
    Stress,
    /// Market value that has to be held up: a wider tub.
    Width,
    /// The drift of the water back to its reference, and its floor.
    Reversion,
}

impl LevelChannel {
    /// Number of channels.
    pub const COUNT: usize = 10;
    /// Every channel, in the order of their declaration.
    pub const ALL: [LevelChannel; Self::COUNT] = [
        LevelChannel::AiFunding,
        LevelChannel::Income,
        LevelChannel::Fed,
        LevelChannel::Treasury,
        LevelChannel::Rates,
        LevelChannel::Deficit,
        LevelChannel::Crisis,
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
            LevelChannel::Crisis => "crisis",
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
    run.at(week)?;
    against.at(week)?;
    Ok(paths(run, against, week)[week])
}

/// The same in every week of both runs.
pub fn level_channel_paths(run: &Run, against: &Run) -> Vec<[f64; LevelChannel::COUNT]> {
    paths(run, against, run.rows().len().min(against.rows().len()) - 1)
}

fn paths(run: &Run, against: &Run, last: usize) -> Vec<[f64; LevelChannel::COUNT]> {
    let weeks = logarithms(run, last).into_iter().zip(logarithms(against, last)).enumerate();
    weeks
        .map(|(week, (here, there))| {
            let level = |run: &Run| run.rows()[week][Series::Level];
            let points = math::log_mean(level(run), level(against));
            std::array::from_fn(|i| (here[i] - there[i]) * points)
        })
        .collect()
}

/// Flows into the water, and the channel of each.
const FLOWS: [(LevelChannel, Series); 7] = [
    (LevelChannel::AiFunding, Series::WaterAi),
    (LevelChannel::Income, Series::WaterIncome),
    (LevelChannel::Fed, Series::WaterFed),
    (LevelChannel::Treasury, Series::WaterTreasury),
    (LevelChannel::Rates, Series::WaterRates),
    (LevelChannel::Deficit, Series::WaterDeficit),
    (LevelChannel::Crisis, Series::WaterCrisis),
];

/// Parts of `ln(level/100)` in each week up to the last.
fn logarithms(run: &Run, last: usize) -> Vec<[f64; LevelChannel::COUNT]> {
    let p = &run.model().p;
    let mut sum = [0.0; LevelChannel::COUNT];
    let weeks = run.rows()[..=last].iter().enumerate();
    weeks
        .map(|(week, row)| {
            let mut now = sum;
            now[LevelChannel::Stress as usize] = -stress::ln_stress(p, row[Series::Spread]);
            now[LevelChannel::Width as usize] = -water::ln_width(p, week as f64);
            now[LevelChannel::Crisis as usize] -= water::ln_forced(p, row[Series::SpiralLoss]);
            if let Some(next) = run.rows().get(week + 1) {
                let (before, after) = (row[Series::Water], next[Series::Water]);
                let usual = math::log_mean(after, before);
                let known: f64 = FLOWS.iter().map(|(_, series)| row[*series]).sum();
                for (channel, series) in FLOWS {
                    sum[channel as usize] += row[series] / usual;
                }
                sum[LevelChannel::Reversion as usize] += (after - before - known) / usual;
            }
            now
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ParameterId, ParameterId as P, Scenario, WEEKS, simulate};

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
            assert!(parts[channel as usize] < 0.0, "{id:?}: {parts:?}");
            // What is borrowed is spent: income comes back beside it.
            let others = parts.iter().enumerate().filter(|(i, _)| {
                *i != channel as usize && (*i != LevelChannel::Income as usize || id != P::Deficit)
            });
            let largest = others.map(|(_, part)| part.abs()).fold(0.0, f64::max);
            assert!(parts[channel as usize].abs() > largest, "{id:?}: {parts:?}");
        }
    }

    /// What is left over in a week is the drift back, as the model has it, and nothing else.
    #[test]
    fn nothing_is_left_over_but_the_drift_back() {
        let settings = [(P::Capex, 900.0), (P::Tga, 300.0), (P::Runoff, 60.0), (P::Deficit, 2500.0)];
        let scenario = settings.iter().fold(Scenario::default(), |s, (id, v)| s.with(*id, *v).unwrap());
        let run = simulate(&scenario);
        let back = logarithms(&run, WEEKS)[WEEKS][LevelChannel::Reversion as usize];
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
