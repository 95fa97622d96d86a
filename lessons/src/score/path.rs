//! A drawn path against the true one.

use super::{Misconception, Score};

/// A drawing, with what it is held against: one number for each point in time.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<'a> {
    /// What was drawn; its first point is given.
    pub drawn: &'a [f64],
    /// What comes.
    pub truth: &'a [f64],
    /// What flows into the stock, where a drawing may take its shape.
    pub flow: Option<&'a [f64]>,
    /// A move that one notices: less than that is none.
    pub noticed: f64,
}

/// Share of the way by which a turn may come too early.
const EARLY: f64 = 0.15;
/// Most that a straight line is bent, and least that a bent one is, as a share of its height.
const STRAIGHT: f64 = 0.1;
const BENT: f64 = 0.2;
/// Likeness of two shapes: as alike as that, and no more alike than that.
const ALIKE: f64 = 0.9;
const UNLIKE: f64 = 0.6;

/// All points for the truth itself; one less for each hundredth of the truth's height by which the
/// drawing is away on average, and none for a drawing of another length. A truth that moves less than one notices counts as that high.
pub fn path(shape: Drawn) -> Score {
    let Drawn { drawn, truth, noticed, .. } = shape;
    if drawn.len() != truth.len() || drawn.is_empty() {
        return Score::of_share(0.0, None);
    }
    let pairs = || drawn.iter().zip(truth);
    let away = pairs().map(|(one, other)| (one - other).abs()).sum::<f64>() / pairs().count().max(1) as f64;
    let share = 1.0 - away / height(truth).max(noticed);
    // What is nearly right shows no mistake.
    let misconception = if share < 0.85 { mistake(&shape) } else { None };
    Score::of_share(share, misconception)
}

fn mistake(shape: &Drawn) -> Option<Misconception> {
    let Drawn { drawn, truth, flow, noticed } = *shape;
    let (first, last) = (*truth.first()?, *truth.last()?);
    let moves = height(truth) >= noticed;
    if moves && height(drawn) < noticed / 2.0 {
        return Some(Misconception::NoChange);
    }
    if let Some(flow) = flow
        && likeness(drawn, flow) > ALIKE
        && likeness(truth, flow) < UNLIKE
    {
        return Some(Misconception::ShapeOfFlow);
    }
    let (change, expected) = (last - first, drawn.last()? - drawn.first()?);
    if change * expected < 0.0 && change.abs() >= noticed && expected.abs() >= noticed / 2.0 {
        return Some(Misconception::WrongSign);
    }
    if !moves {
        return None;
    }
    if bend(drawn) < STRAIGHT && bend(truth) > BENT {
        return Some(Misconception::StraightLine);
    }
    let weeks = truth.len() as f64;
    let early = turn(truth) as f64 - turn(drawn) as f64;
    // A truth that is farthest away at its end never turns.
    let turns = turn(truth) + 1 < truth.len();
    (turns && early > EARLY * weeks).then_some(Misconception::TooEarly)
}

fn height(path: &[f64]) -> f64 {
    let highest = path.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let lowest = path.iter().copied().fold(f64::INFINITY, f64::min);
    if path.is_empty() { 0.0 } else { highest - lowest }
}

/// Farthest distance from the line between both ends, as a share of the path's height.
fn bend(path: &[f64]) -> f64 {
    let (Some(first), Some(last)) = (path.first(), path.last()) else { return 0.0 };
    let steps = (path.len() - 1).max(1) as f64;
    let line = |at: usize| first + (last - first) * at as f64 / steps;
    let farthest = path.iter().enumerate().map(|(at, value)| (value - line(at)).abs()).fold(0.0, f64::max);
    let height = height(path);
    if height > 0.0 { farthest / height } else { 0.0 }
}

/// Where the path is farthest from its beginning.
fn turn(path: &[f64]) -> usize {
    let Some(first) = path.first() else { return 0 };
    let mut farthest = (0, 0.0);
    for (at, value) in path.iter().enumerate() {
        let away = (value - first).abs();
        if away >= farthest.1 {
            farthest = (at, away);
        }
    }
    farthest.0
}

/// Pearson's correlation of two shapes; none for one that is flat.
fn likeness(one: &[f64], other: &[f64]) -> f64 {
    let count = one.len().min(other.len()) as f64;
    let mean = |path: &[f64]| path.iter().sum::<f64>() / path.len().max(1) as f64;
    let (of_one, of_other) = (mean(one), mean(other));
    let (mut both, mut first, mut second) = (0.0, 0.0, 0.0);
    for (a, b) in one.iter().zip(other) {
        let (a, b) = (a - of_one, b - of_other);
        both += a * b;
        first += a * a;
        second += b * b;
    }
    let spread = (first * second).sqrt();
    if count > 1.0 && spread > 0.0 { both / spread } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const N: usize = 21;

    fn line(of: impl Fn(f64) -> f64) -> Vec<f64> {
        (0..N).map(|at| of(at as f64 / (N - 1) as f64)).collect()
    }

    fn scored(drawn: &[f64], truth: &[f64], flow: Option<&[f64]>) -> Score {
        path(Drawn { drawn, truth, flow, noticed: 0.5 })
    }

    /// Water that rises while more comes in than goes out, and falls after.
    fn hill() -> (Vec<f64>, Vec<f64>) {
        let flow = line(|t| 1.5 - 2.0 * t);
        let mut stock = vec![10.0];
        for at in 1..N {
            stock.push(stock[at - 1] + flow[at - 1]);
        }
        (stock, flow)
    }

    #[test]
    fn the_truth_has_all_points_and_no_mistake() {
        let (truth, flow) = hill();
        assert_eq!(scored(&truth, &truth, Some(&flow)), Score { points: 100, misconception: None });
    }

    #[test]
    fn each_mistake_is_named() {
        let (truth, flow) = hill();
        let high = height(&truth);
        let shape: Vec<f64> = flow.iter().map(|value| 10.0 + (value - 1.5) * high / 3.0).collect();
        let fall = line(|t| 100.0 - 10.0 * t * t);
        for (drawn, truth, flow, expected) in [
            (shape, &truth, Some(&flow), Misconception::ShapeOfFlow),
            (
                line(|t| 100.0 - 10.0 * t),
                &line(|t| 100.0 - 10.0 * (0.5 - t).abs().mul_add(-2.0, 1.0)),
                None,
                Misconception::StraightLine,
            ),
            (line(|t| 100.0 + 6.0 * t), &fall, None, Misconception::WrongSign),
            (line(|_| 100.0), &fall, None, Misconception::NoChange),
            (line(|t| 10.0 + high * (5.0 * t).min(1.15 - 0.75 * t)), &truth, None, Misconception::TooEarly),
        ] {
            let score = scored(&drawn, truth, flow.map(Vec::as_slice));
            assert_eq!(score.misconception, Some(expected), "{drawn:?}: {score:?}");
            assert!(score.points < 85, "{expected:?} {score:?}");
        }
    }

    #[test]
    fn a_truth_that_nobody_notices_is_no_trap() {
        let truth = line(|t| 100.0 + 0.1 * t);
        let score = scored(&line(|_| 100.0), &truth, None);
        assert!(score.points > 85 && score.misconception.is_none(), "{score:?}");
    }

    proptest! {
        #[test]
        fn nearer_is_never_worth_less(path in prop::collection::vec(80.0..120.0_f64, 5..30), to in prop::collection::vec(80.0..120.0_f64, 30), part in 0.0..1.0_f64) {
            let truth = &to[..path.len()];
            let nearer: Vec<f64> = path.iter().zip(truth).map(|(one, other)| one + (other - one) * part).collect();
            prop_assert!(scored(&nearer, truth, None).points >= scored(&path, truth, None).points);
        }

        #[test]
        fn any_numbers_get_a_score(drawn in prop::collection::vec(any::<f64>(), 0..30), truth in prop::collection::vec(any::<f64>(), 0..30)) {
            prop_assert!(scored(&drawn, &truth, Some(&truth)).points <= 100);
        }
    }
}
