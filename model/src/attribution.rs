//! What moved the level: exact, order-independent shares of each lever.
//!
//! Shapley's value over the parameters that differ from the start: the average,
//! over all orders of moving them, of what each adds. Up to eight it is exact
//! and takes 2ⁿ runs; with more, parameters move by group.

use crate::Error;
use crate::ensemble::{LANES, each};
use crate::parameters::{Group, ParameterId};
use crate::run::WEEKS;
use crate::scenario::Scenario;
use crate::series::Series;

/// Most players of an exact attribution; 256 runs.
pub const EXACT: usize = 8;

/// Parameters that are moved together.
#[derive(Clone, Debug, PartialEq)]
pub enum Player {
    /// One parameter.
    Parameter(ParameterId),
    /// A group of levers.
    Group(Group),
    /// All coefficients that were changed.
    Assumptions,
}

/// One player's share of each target's move.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    /// Who.
    pub player: Player,
    /// Part of the move, in the order of the targets and in their units.
    pub parts: Vec<f64>,
}

/// An attribution; the shares add up to the total.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// Each player's share, the largest part of the first target first.
    pub shares: Vec<Share>,
    /// Scenario less untouched start, in the order of the targets.
    pub total: Vec<f64>,
}

/// The players of a scenario with the parameters each stands for.
fn players(scenario: &Scenario) -> Vec<(Player, Vec<ParameterId>)> {
    let changed: Vec<ParameterId> = scenario.changed().collect();
    if changed.len() <= EXACT {
        return changed.into_iter().map(|id| (Player::Parameter(id), vec![id])).collect();
    }
    let mut players: Vec<(Player, Vec<ParameterId>)> = Vec::new();
    for id in changed {
        let player = if id.is_lever() { Player::Group(id.row().group) } else { Player::Assumptions };
        match players.iter_mut().find(|(other, _)| *other == player) {
            Some((_, ids)) => ids.push(id),
            None => players.push((player, vec![id])),
        }
    }
    players
}

/// Works an [`Attribution`] out in slices.
#[derive(Clone, Debug)]
pub struct AttributionJob {
    scenario: Scenario,
    targets: Vec<Series>,
    week: usize,
    players: Vec<(Player, Vec<ParameterId>)>,
    /// Values of the targets by set of players, as far as they are known.
    values: Vec<Vec<f64>>,
}

impl AttributionJob {
    /// A job that has not begun.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond a run.
    pub fn new(scenario: &Scenario, targets: &[Series], week: usize) -> Result<Self, Error> {
        if week > WEEKS {
            return Err(Error::UnknownWeek { week });
        }
        let players = players(scenario);
        let values = Vec::with_capacity(1 << players.len());
        Ok(AttributionJob { scenario: *scenario, targets: targets.to_vec(), week, players, values })
    }

    /// The scenario in which only a set of players has moved.
    fn coalition(&self, set: usize) -> Scenario {
        let members = self.players.iter().enumerate().filter(|(i, _)| set >> i & 1 == 1);
        members.flat_map(|(_, (_, ids))| ids).fold(Scenario::new(self.scenario.start()), |moved, id| {
            moved.with_clamped(*id, self.scenario.get(*id))
        })
    }

    /// Runs one batch more; `false` when the result stands.
    pub fn advance(&mut self) -> bool {
        let (from, all) = (self.values.len(), 1 << self.players.len());
        if from >= all {
            return false;
        }
        let batch: Vec<Scenario> = (from..all.min(from + LANES)).map(|set| self.coalition(set)).collect();
        self.values.extend(each(&batch, &self.targets, self.week));
        true
    }

    /// The result; none before [`AttributionJob::advance`] has returned `false`.
    pub fn result(&self) -> Option<Attribution> {
        let values = &self.values;
        if values.len() < 1 << self.players.len() {
            return None;
        }
        let of = |k: usize| shapley(&values.iter().map(|value| value[k]).collect::<Vec<_>>());
        let by_target: Vec<Vec<f64>> = (0..self.targets.len()).map(of).collect();
        let shares = self.players.iter().enumerate().map(|(i, (player, _))| {
            let parts = by_target.iter().map(|parts| parts[i]).collect();
            Share { player: player.clone(), parts }
        });
        let mut shares: Vec<Share> = shares.collect();
        // Ties keep the order of the parameter table.
        let first = |share: &Share| share.parts.first().map_or(0.0, |part| part.abs());
        shares.sort_by(|a, b| first(b).total_cmp(&first(a)));
        let last = values.len() - 1;
        let total = (0..self.targets.len()).map(|k| values[last][k] - values[0][k]).collect();
        Some(Attribution { shares, total })
    }
}

/// Attributes the difference between a scenario and its untouched start in a
/// week, all at once.
///
/// # Errors
/// [`Error::UnknownWeek`] beyond a run.
///
/// ```
/// use bathtub_model::{ParameterId, Scenario, Series, attribution};
/// let scenario = Scenario::default().with(ParameterId::Tga, 700.0)?.with(ParameterId::Rate, -25.0)?;
/// let found = attribution::attribute(&scenario, &[Series::Level], 52)?;
/// let sum: f64 = found.shares.iter().map(|share| share.parts[0]).sum();
/// assert!((sum - found.total[0]).abs() < 1e-9);
/// # Ok::<(), bathtub_model::Error>(())
/// ```
pub fn attribute(scenario: &Scenario, targets: &[Series], week: usize) -> Result<Attribution, Error> {
    let mut job = AttributionJob::new(scenario, targets, week)?;
    while job.advance() {}
    Ok(job.result().unwrap_or(Attribution { shares: Vec::new(), total: vec![0.0; targets.len()] }))
}

/// Shapley's value of each player, from a value for every set of them: the set whose number has bit `i` has
/// player `i` in it. The shares add up to the value of all less that of none.
///
/// ```
/// use bathtub_model::attribution::shapley;
/// // Alone they bring one and two, together five: each has half of what only both bring.
/// assert_eq!(shapley(&[0.0, 1.0, 2.0, 5.0]), [2.0, 3.0]);
/// ```
pub fn shapley(values: &[f64]) -> Vec<f64> {
    let n = values.len().max(1).ilog2() as usize;
    let weights = weights(n);
    let share = |i: usize| {
        let without = (0..1 << n).filter(|set| set >> i & 1 == 0);
        let brings = without.map(|set| {
            let weight = weights[usize::count_ones(set) as usize];
            weight * (values[set | 1 << i] - values[set])
        });
        brings.sum()
    };
    (0..n).map(share).collect()
}

/// Weight of a coalition by its size: `s!·(n − 1 − s)!/n!`.
fn weights(n: usize) -> Vec<f64> {
    let factorial = |k: usize| (1..=k).map(|i| i as f64).product::<f64>();
    (0..n).map(|s| factorial(s) * factorial(n - 1 - s) / factorial(n)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(pairs: &[(ParameterId, f64)]) -> Scenario {
        pairs.iter().fold(Scenario::default(), |s, (id, value)| s.with_clamped(*id, *value))
    }

    #[test]
    fn nothing_changed_leaves_nothing_to_share() {
        let found = attribute(&Scenario::default(), &[Series::Level], 52).unwrap();
        assert!(found.shares.is_empty());
        assert_eq!(found.total, [0.0]);
    }

    #[test]
    fn one_lever_takes_all() {
        let found =
            attribute(&set(&[(ParameterId::Tga, 700.0)]), &[Series::Level, Series::Index], 52).unwrap();
        assert_eq!(found.shares.len(), 1);
        assert_eq!(found.shares[0].parts, found.total);
    }

    #[test]
    fn two_levers_share_their_interaction_equally() {
        let (tga, runoff) = ((ParameterId::Tga, 500.0), (ParameterId::Runoff, 60.0));
        let total =
            |pairs: &[(ParameterId, f64)]| attribute(&set(pairs), &[Series::Level], 52).unwrap().total[0];
        let interaction = total(&[tga, runoff]) - total(&[tga]) - total(&[runoff]);
        let found = attribute(&set(&[tga, runoff]), &[Series::Level], 52).unwrap();
        let expected = total(&[tga]) + interaction / 2.0;
        let share = found.shares.iter().find(|share| share.player == Player::Parameter(tga.0)).unwrap();
        assert!((share.parts[0] - expected).abs() < 1e-9);
        assert!(found.shares[0].parts[0].abs() >= found.shares[1].parts[0].abs());
    }

    #[test]
    fn more_than_eight_move_by_group_and_still_add_up() {
        let many = ParameterId::ALL[..12]
            .iter()
            .chain(&[ParameterId::BetaBitcoin, ParameterId::Commitments])
            .fold(Scenario::default(), |s, id| {
                s.with_clamped(*id, (id.row().max + scenario_default(*id)) / 2.0)
            });
        let found = attribute(&many, &[Series::Level, Series::Bitcoin], 52).unwrap();
        assert!(found.shares.len() <= EXACT);
        assert!(found.shares.iter().any(|s| s.player == Player::Group(Group::Primary)));
        assert!(found.shares.iter().any(|s| s.player == Player::Assumptions));
        for k in 0..2 {
            let sum: f64 = found.shares.iter().map(|s| s.parts[k]).sum();
            assert!((sum - found.total[k]).abs() < 1e-9);
        }
    }

    fn scenario_default(id: ParameterId) -> f64 {
        Scenario::default().default_value(id)
    }
}
