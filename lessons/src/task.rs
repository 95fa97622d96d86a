//! Short tasks about stocks and flows, with nothing of the model in them. They follow the tasks of the
//! research on stock-flow failure (Cronin, Gonzalez and Sterman 2009): a graph of what flows in and out,
//! and a question about the stock. A seed makes the order and the numbers; the same seed asks the same.

use serde::{Deserialize, Serialize};

use crate::Answer;
use crate::score::{self, Drawn, Misconception, Score};

/// Tasks of a round.
pub const TASKS: usize = 6;
/// Points in time of a graph, the beginning among them.
const TIMES: usize = 13;

/// Before the lessons or after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Round {
    /// Before the first lesson.
    Before,
    /// After the last one.
    After,
}

impl Round {
    /// Its name, beside those of lessons.
    pub const fn key(self) -> &'static str {
        match self {
            Round::Before => "before",
            Round::After => "after",
        }
    }
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// When the stock is highest.
    Highest,
    /// When the stock is lowest.
    Lowest,
    /// What the stock does while its inflow falls and is still the larger flow.
    Slower,
    /// Which outflow keeps the stock as it is.
    Steady,
    /// How much there is after a while.
    Sum,
    /// The path of the stock, drawn.
    Draw,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; TASKS] =
        [Kind::Highest, Kind::Lowest, Kind::Slower, Kind::Steady, Kind::Sum, Kind::Draw];

    /// Its name in documents.
    pub const fn key(self) -> &'static str {
        match self {
            Kind::Highest => "highest",
            Kind::Lowest => "lowest",
            Kind::Slower => "slower",
            Kind::Steady => "steady",
            Kind::Sum => "sum",
            Kind::Draw => "draw",
        }
    }
}

/// What the stock is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Story {
    /// Litres of water in a bathtub, minutes.
    Bathtub,
    /// People in a shop, minutes.
    Shop,
    /// Money on an account, months.
    Account,
}

impl Story {
    /// Every story.
    pub const ALL: [Story; 3] = [Story::Bathtub, Story::Shop, Story::Account];
}

/// A task with its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// What is asked.
    pub kind: Kind,
    /// Of what.
    pub story: Story,
    /// What is there at the beginning.
    pub start: f64,
    /// What flows in from each point in time to the next.
    pub inflow: Vec<f64>,
    /// What flows out.
    pub outflow: Vec<f64>,
}

/// Numbers by chance from a seed (SplitMix64 by Steele, Lea and Flood 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A whole number from `low` to `high`, both among them.
    fn within(&mut self, low: u32, high: u32) -> u32 {
        low + u32::try_from(self.next() % u64::from(high - low + 1)).unwrap_or(0)
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            let other = self.within(0, at as u32) as usize;
            list.swap(at, other);
        }
    }
}

/// What a stock can do, in the order in which it is offered.
pub const CHANGES: [Change; 4] = [Change::Faster, Change::Slower, Change::Stays, Change::Falls];

/// What a stock does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It rises faster and faster.
    Faster,
    /// It rises more and more slowly.
    Slower,
    /// It stays as it is.
    Stays,
    /// It falls.
    Falls,
}

impl Task {
    /// The tasks of a round. Both rounds of a seed ask the same kinds, in another order and with other
    /// numbers and stories.
    pub fn round(seed: u32, round: Round) -> Vec<Task> {
        let mut chance = Chance(u64::from(seed) << 1 | u64::from(round == Round::After));
        let mut kinds = Kind::ALL;
        chance.shuffle(&mut kinds);
        let first = chance.within(0, 2) as usize;
        kinds
            .iter()
            .enumerate()
            .map(|(at, kind)| Task::new(*kind, Story::ALL[(first + at) % 3], &mut chance))
            .collect()
    }

    fn new(kind: Kind, story: Story, chance: &mut Chance) -> Task {
        let steps = TIMES - 1;
        let mut whole = |low: u32, high: u32| f64::from(chance.within(low, high));
        let flat = |value: f64| vec![value; steps];
        match kind {
            // In: up to a peak, then down past what flows out. Lowest is the same upside down.
            Kind::Highest | Kind::Lowest => {
                let (out, peak, cross) = (whole(8, 12), whole(2, 4), whole(7, 9));
                let high = out + whole(5, 7);
                let inflow = (0..steps).map(|at| {
                    let at = at as f64;
                    let above = if at <= peak {
                        high - (peak - at)
                    } else {
                        high - (high - out) * (at - peak) / (cross - peak)
                    };
                    if kind == Kind::Highest { above.max(0.0) } else { 2.0 * out - above }
                });
                let start = if kind == Kind::Highest { 40.0 } else { 100.0 };
                Task { kind, story, start, inflow: inflow.collect(), outflow: flat(out) }
            }
            Kind::Slower => {
                let (out, last) = (whole(5, 8), whole(2, 3));
                let high = out + whole(10, 14);
                let inflow = (0..steps).map(|at| high - (high - out - last) * at as f64 / (steps - 1) as f64);
                Task { kind, story, start: 20.0, inflow: inflow.collect(), outflow: flat(out) }
            }
            Kind::Steady => {
                Task { kind, story, start: 50.0, inflow: flat(whole(9, 17)), outflow: flat(whole(3, 6)) }
            }
            Kind::Sum => {
                let out = whole(2, 5);
                Task {
                    kind,
                    story,
                    start: 10.0 * whole(3, 6),
                    inflow: flat(out + whole(2, 4)),
                    outflow: flat(out),
                }
            }
            Kind::Draw => {
                let (out, more, turn) = (whole(6, 9), whole(4, 6), whole(4, 7));
                let inflow = (0..steps).map(|at| if (at as f64) < turn { out + more } else { out - more });
                Task { kind, story, start: 40.0, inflow: inflow.collect(), outflow: flat(out) }
            }
        }
    }

    /// How long one takes in a class, minutes.
    pub const MINUTES_IN_CLASS: u32 = 2;

    /// The stock at each point in time.
    pub fn stock(&self) -> Vec<f64> {
        let mut stock = vec![self.start];
        for (inflow, outflow) in self.inflow.iter().zip(&self.outflow) {
            stock.push(stock[stock.len() - 1] + inflow - outflow);
        }
        stock
    }

    /// The upper end of the scale for the amount inside.
    pub fn highest(&self) -> f64 {
        let highest = self.stock().into_iter().fold(self.start, f64::max);
        (highest * 1.3 / 20.0).ceil() * 20.0
    }

    /// The points in time that are offered: when the flow is at its extreme, when the stock is, and both
    /// ends.
    pub fn times(&self) -> Vec<usize> {
        let mut times = vec![0, self.extreme(&self.inflow), self.extreme(&self.stock()), TIMES - 1];
        times.sort_unstable();
        times.dedup();
        times
    }

    fn extreme(&self, path: &[f64]) -> usize {
        let sign = if self.kind == Kind::Lowest { -1.0 } else { 1.0 };
        let mut found = 0;
        for (at, value) in path.iter().enumerate() {
            if sign * value > sign * path[found] {
                found = at;
            }
        }
        found
    }

    /// The right answer.
    pub fn right(&self) -> Answer {
        let stock = self.stock();
        match self.kind {
            Kind::Highest | Kind::Lowest => {
                let time = self.extreme(&stock);
                Answer::Choice(self.times().iter().position(|one| *one == time).unwrap_or(0))
            }
            Kind::Slower => Answer::Choice(1),
            Kind::Steady => Answer::Number(self.inflow[0]),
            Kind::Sum => Answer::Number(stock[stock.len() - 1]),
            Kind::Draw => Answer::Path(stock),
        }
    }

    /// What an answer is worth; one of another form is worth nothing.
    pub fn score(&self, answer: &Answer) -> Score {
        match (answer, self.right()) {
            (Answer::Choice(choice), Answer::Choice(right)) => {
                let for_flow = match self.kind {
                    Kind::Slower => CHANGES.get(*choice) == Some(&Change::Falls),
                    _ => self.times().get(*choice) == Some(&self.extreme(&self.inflow)),
                };
                Score::all_or_nothing(*choice == right, for_flow.then_some(Misconception::ShapeOfFlow))
            }
            (Answer::Number(number), Answer::Number(right)) => {
                let grown = |flow: &[f64]| flow.iter().sum::<f64>();
                let is = |other: f64| self.kind == Kind::Sum && (number - other).abs() < 0.5;
                let mistake = if is(self.start + grown(&self.inflow)) {
                    Some(Misconception::NoOutflow)
                } else {
                    is(right - self.start).then_some(Misconception::NoBeginning)
                };
                Score::all_or_nothing((number - right).abs() < 0.5, mistake)
            }
            (Answer::Path(drawn), Answer::Path(truth)) => {
                let mut flow = self.inflow.clone();
                flow.extend(self.inflow.last());
                score::path(Drawn { drawn, truth: &truth, flow: Some(&flow), noticed: 1.0 })
            }
            _ => Score::all_or_nothing(false, None),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    #[test]
    fn the_same_seed_asks_the_same() {
        assert_eq!(Task::round(7, Round::Before), Task::round(7, Round::Before));
        assert_ne!(Task::round(7, Round::Before), Task::round(8, Round::Before));
        assert_ne!(Task::round(7, Round::Before), Task::round(7, Round::After));
    }

    proptest! {
        #[test]
        fn every_round_asks_each_kind_once_and_can_be_answered(seed: u32, after: bool) {
            let round = if after { Round::After } else { Round::Before };
            let tasks = Task::round(seed, round);
            let kinds: HashSet<Kind> = tasks.iter().map(|task| task.kind).collect();
            prop_assert_eq!(kinds.len(), TASKS);
            for task in tasks {
                prop_assert_eq!(task.score(&task.right()), Score { points: 100, misconception: None });
                prop_assert!(task.stock().iter().chain(&task.inflow).all(|value| *value >= 0.0), "{:?}", task);
                // An answer that takes the flow for the stock is offered, and is wrong.
                if matches!(task.kind, Kind::Highest | Kind::Lowest) {
                    let times = task.times();
                    prop_assert!(times.len() == 4, "{:?}", times);
                    let flow = times.iter().position(|time| *time == task.extreme(&task.inflow)).unwrap();
                    let score = task.score(&Answer::Choice(flow));
                    prop_assert_eq!(score.misconception, Some(Misconception::ShapeOfFlow));
                }
            }
        }
    }

    #[test]
    fn usual_mistakes_are_named() {
        for seed in 0..20 {
            for task in Task::round(seed, Round::Before) {
                match task.kind {
                    Kind::Slower => {
                        let score = task.score(&Answer::Choice(3));
                        assert_eq!(
                            score,
                            Score { points: 0, misconception: Some(Misconception::ShapeOfFlow) }
                        );
                        assert_eq!(task.score(&Answer::Choice(0)).misconception, None);
                    }
                    Kind::Sum => {
                        let Answer::Number(right) = task.right() else { panic!() };
                        let of = |number| task.score(&Answer::Number(number)).misconception;
                        assert_eq!(of(right - task.start), Some(Misconception::NoBeginning));
                        let out: f64 = task.outflow.iter().sum();
                        assert_eq!(of(right + out), Some(Misconception::NoOutflow));
                        assert_eq!(of(right + 3.0), None);
                    }
                    Kind::Draw => {
                        let flow = task.inflow.iter().chain(task.inflow.last());
                        let shape = flow.map(|flow| task.start + 3.0 * (flow - task.inflow[0])).collect();
                        let score = task.score(&Answer::Path(shape));
                        assert_eq!(score.misconception, Some(Misconception::ShapeOfFlow), "{task:?}");
                    }
                    _ => {}
                }
                assert_eq!(task.score(&Answer::Path(vec![])).points, 0, "{task:?}");
            }
        }
    }
}
