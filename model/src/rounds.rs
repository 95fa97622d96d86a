//! A run in rounds: levers that are set anew each quarter.
//!
//! The first round is an ordinary run. From the second on each lever goes from where it was to where it is
//! set as it does in any run: over a quarter, over four weeks, or at once. Two are sums of their own. The
//! Treasury's account changes by its lever in each round anew; of dry powder, the change goes into the tank
//! or out of it, at once, and no more than it holds.

use crate::drivers::{from_levers, phased};
use crate::parameters::{ParameterId as P, ParameterId, Values};
use crate::run::{Run, WEEKS, model};
use crate::scenario::Scenario;
use crate::series::{Row, Series};
use crate::state::opening;
use crate::steady::Model;
use crate::week::week;
use crate::{Error, shapes};

/// Weeks of a round.
pub const ROUND_WEEKS: usize = 13;

/// Rounds of a whole run.
pub const ROUNDS: usize = WEEKS / ROUND_WEEKS;

/// How a lever comes to its new value.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Comes {
    AtOnce,
    /// Over so many weeks.
    Over(f64),
    /// It is the sum of one quarter.
    EachQuarter,
    /// The change is put into a stock.
    IntoStock,
}

/// The levers that a round can set.
const LEVERS: [(ParameterId, Comes); 13] = [
    (P::Capex, Comes::Over(shapes::QUARTER)),
    (P::Tga, Comes::EachQuarter),
    (P::Runoff, Comes::AtOnce),
    (P::Rate, Comes::Over(shapes::PHASE)),
    (P::Dry, Comes::IntoStock),
    (P::Deficit, Comes::Over(shapes::QUARTER)),
    (P::BillShare, Comes::Over(shapes::QUARTER)),
    (P::Commitments, Comes::Over(shapes::QUARTER)),
    (P::Circular, Comes::Over(shapes::QUARTER)),
    (P::Spv, Comes::Over(shapes::QUARTER)),
    (P::Hoarding, Comes::AtOnce),
    (P::Stablecoin, Comes::AtOnce),
    (P::Confidence, Comes::Over(shapes::PHASE)),
];

/// Where the levers stand in each round.
#[derive(Clone, Debug, PartialEq)]
pub struct Rounds {
    first: Scenario,
    /// Of the second round and those after it.
    later: Vec<Scenario>,
}

impl Rounds {
    /// One round, which goes on for the whole run.
    pub fn new(first: Scenario) -> Self {
        Rounds { first, later: Vec::new() }
    }

    /// Whether a round can set a lever.
    pub fn takes(id: ParameterId) -> bool {
        LEVERS.iter().any(|(lever, _)| *lever == id)
    }

    /// Where a lever stands in the round after one with this scenario, where nobody sets it: where it stood,
    /// and the Treasury's account still.
    pub fn carried(before: &Scenario, id: ParameterId) -> f64 {
        match id {
            P::Tga => 0.0,
            _ => before.get(id),
        }
    }

    /// The scenario of a round; beyond the last that was set, the last.
    pub fn scenario(&self, round: usize) -> &Scenario {
        match round.min(self.later.len()) {
            0 => &self.first,
            later => &self.later[later - 1],
        }
    }

    /// A round more. What is not named is [carried](Rounds::carried) on.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond [`ROUNDS`], [`Error::UnknownParameter`] for a lever that no round
    /// [takes](Rounds::takes), [`Error::OutOfRange`] as in [`Scenario::with`].
    pub fn then(mut self, levers: impl IntoIterator<Item = (ParameterId, f64)>) -> Result<Self, Error> {
        if self.later.len() + 1 >= ROUNDS {
            return Err(Error::UnknownWeek { week: ROUNDS * ROUND_WEEKS });
        }
        let before = *self.scenario(ROUNDS);
        let mut next = before.with_clamped(P::Tga, Rounds::carried(&before, P::Tga));
        for (id, value) in levers {
            if !Rounds::takes(id) {
                return Err(Error::UnknownParameter { key: id.row().key.to_owned() });
            }
            next = next.with(id, value)?;
        }
        self.later.push(next);
        Ok(self)
    }

    /// The same rounds with each scenario made into another.
    pub(crate) fn map(&self, of: impl Fn(&Scenario) -> Scenario) -> Self {
        Rounds { first: of(&self.first), later: self.later.iter().map(&of).collect() }
    }

    /// Runs all of them. With one round it is [`simulate`](crate::simulate), to the last bit.
    ///
    /// ```
    /// use bathtub_model::rounds::Rounds;
    /// use bathtub_model::{ParameterId, Scenario, Series};
    /// // The Fed cuts in the second quarter, and takes it back in the third.
    /// let still = Rounds::new(Scenario::default());
    /// let cut = still.clone().then([(ParameterId::Rate, -100.0)])?.then([(ParameterId::Rate, 0.0)])?;
    /// let [still, cut] = [still, cut].map(|rounds| rounds.run().series(Series::PolicyChange));
    /// assert_eq!(still[..=13], cut[..=13]);
    /// assert_eq!((cut[17], cut[26], cut[30]), (-100.0, -100.0, 0.0));
    /// # Ok::<(), bathtub_model::Error>(())
    /// ```
    pub fn run(&self) -> Run {
        let first = model(&self.first);
        let mut rows = vec![Row([0.0; Series::COUNT]); WEEKS + 1];
        let mut state = opening(&first);
        let mut account = 0.0;
        for (t, row) in rows.iter_mut().enumerate() {
            let round = (t / ROUND_WEEKS).min(self.later.len());
            let since = t - round * ROUND_WEEKS;
            let now = t as f64;
            if round == 0 {
                let drivers = from_levers(&first, now, &state);
                state = week(&first, &drivers, now, &state, row);
                continue;
            }
            let [before, set] = [round - 1, round].map(|round| self.scenario(round));
            let model = first.with_levers(between(before, set, since as f64));
            let mut drivers = from_levers(&model, now, &state);
            if since == 0 {
                account = set.get(P::Tga).max(shapes::TGA_FLOOR - state[Series::Tga]);
            }
            if since < ROUND_WEEKS && account != 0.0 {
                drivers.tga = account / shapes::QUARTER;
            }
            state = week(&model, &drivers, now, &state, row);
            if since == 0 {
                let put_in = set.get(P::Dry) - before.get(P::Dry);
                state[Series::DryPowder] = (state[Series::DryPowder] + put_in).max(0.0);
            }
        }
        Run::of(self.first, first, rows)
    }
}

/// Values of the levers so many weeks after a round began.
fn between(before: &Scenario, set: &Scenario, since: f64) -> Values<f64> {
    let mut values = *set.values();
    for (id, comes) in LEVERS {
        if let Comes::Over(weeks) = comes {
            let (from, to) = (before.get(id), set.get(id));
            // Once it has come it is the value itself, whatever the sum would round to.
            let come = phased(since, weeks);
            values.set(id, if come < 1.0 { from + (to - from) * come } else { to });
        }
    }
    values
}

impl Model<f64> {
    /// The same start with other levers: what it stood still at stays.
    fn with_levers(&self, p: Values<f64>) -> Self {
        let levers = Model::new(p, self.o, |_, value| value);
        Model { p, weights: levers.weights, rate_change: levers.rate_change, ..*self }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Duck, PRESETS, simulate};

    fn same(a: &Run, b: &Run, weeks: usize) {
        for week in 0..=weeks {
            for series in Series::ALL {
                let (a, b) = (a.rows()[week][series], b.rows()[week][series]);
                assert_eq!(a.to_bits(), b.to_bits(), "{}, week {week}: {a}, {b}", series.row().key);
            }
        }
    }

    /// What a week looks like; what flows from it to the next is not of it.
    fn seen() -> impl Iterator<Item = Series> {
        let looks = [Series::Level, Series::Spread, Series::Index, Series::TenYearChange, Series::CrowdedOut];
        Series::ALL[..Series::STOCKS].iter().copied().chain(looks).chain(Duck::ALL.map(Duck::series))
    }

    fn moved(move_by: &[f64; 13]) -> Vec<(ParameterId, f64)> {
        let value = |(id, _): &(ParameterId, Comes), share: &f64| {
            let row = id.row();
            (*id, row.min + (row.max - row.min) * share)
        };
        LEVERS.iter().zip(move_by).map(|(lever, share)| value(lever, share)).collect()
    }

    #[test]
    fn one_round_is_a_run_and_so_are_more_in_which_nothing_is_set() {
        for preset in &PRESETS {
            let scenario = preset.scenario().unwrap();
            let run = simulate(&scenario);
            same(&Rounds::new(scenario).run(), &run, WEEKS);
            let mut rounds = Rounds::new(scenario);
            for _ in 1..ROUNDS {
                rounds = rounds.then([]).unwrap();
            }
            same(&rounds.run(), &run, WEEKS);
            assert!(rounds.then([]).is_err());
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn a_round_changes_nothing_before_it(
            levers in prop::array::uniform2(prop::array::uniform13(0.0..=1.0)), from in 1_usize..ROUNDS,
        ) {
            let mut rounds = Rounds::new(Scenario::default());
            for round in 1..from {
                rounds = rounds.then(if round == 1 { moved(&levers[0]) } else { vec![] }).unwrap();
            }
            let before = rounds.run();
            let after = rounds.then(moved(&levers[1])).unwrap().run();
            let begins = from * ROUND_WEEKS;
            same(&before, &after, begins - 1);
            for series in seen() {
                prop_assert_eq!(before.rows()[begins][series], after.rows()[begins][series], "{:?}", series);
            }
            prop_assert!(after.books(WEEKS).unwrap().closing.imbalance() < 1e-9);
            let parts: f64 = after.index_channels(WEEKS).unwrap().iter().sum();
            let index = 100.0 * crate::math::ln(after.rows()[WEEKS][Series::Index] / 100.0);
            prop_assert!((parts - index).abs() < 1e-6, "{} for {}", parts, index);
            for row in after.rows() {
                for series in Series::ALL {
                    prop_assert!(row[series].is_finite(), "{:?}", series);
                }
            }
        }
    }

    #[test]
    fn each_lever_comes_to_where_it_is_set() {
        let scenario = Scenario::default();
        let account = scenario.get(P::Account);
        let set = [(P::Tga, -200.0), (P::Capex, 1000.0), (P::Dry, 900.0), (P::Commitments, 100.0)];
        let still = Rounds::new(scenario).run();
        let run = Rounds::new(scenario).then(set).unwrap().then([(P::Tga, 50.0)]).unwrap().run();
        let at = |week: usize, series: Series| run.rows()[week][series];
        assert!((at(26, Series::Tga) - (account - 200.0)).abs() < 1e-9);
        assert!((at(39, Series::Tga) - (account - 150.0)).abs() < 1e-9);
        assert_eq!(at(39, Series::Tga), at(104, Series::Tga));
        // Capex goes up over the quarter, and counts the commitments too.
        let half = at(13, Series::Capex) + (1100.0 - 725.0) * 6.0 / 13.0;
        assert!((at(19, Series::Capex) - half).abs() < 1e-9, "{}", at(19, Series::Capex));
        assert!((at(26, Series::Capex) - 1100.0).abs() < 1e-9);
        let put_in = at(14, Series::DryPowder) - still.rows()[14][Series::DryPowder];
        assert!((put_in - 300.0).abs() < 1e-9, "{put_in}");
        let emptied = Rounds::new(scenario.with_clamped(P::Dry, 3000.0)).then([(P::Dry, 0.0)]).unwrap().run();
        assert_eq!(emptied.rows()[14][Series::DryPowder], 0.0);
    }

    #[test]
    fn the_account_and_the_rate_have_their_floors_in_every_round() {
        let mut rounds = Rounds::new(Scenario::default());
        for _ in 1..4 {
            rounds = rounds.then([(P::Tga, -900.0), (P::Rate, -300.0)]).unwrap();
        }
        let run = rounds.run();
        let least = run.series(Series::Tga).into_iter().fold(f64::INFINITY, f64::min);
        assert!((least - shapes::TGA_FLOOR).abs() < 1e-9, "{least}");
        let low = Scenario::default().with_clamped(P::Iorb, 1.0);
        let run = Rounds::new(low).then([(P::Rate, -300.0)]).unwrap().run();
        assert_eq!(run.rows()[26][Series::PolicyChange], -100.0);
    }

    #[test]
    fn what_no_round_takes_is_refused() {
        let rounds = || Rounds::new(Scenario::default());
        let unknown = Error::UnknownParameter { key: "shock".to_owned() };
        assert_eq!(rounds().then([(P::Shock, 10.0)]), Err(unknown));
        assert!(matches!(rounds().then([(P::Rate, 999.0)]), Err(Error::OutOfRange { .. })));
    }
}
