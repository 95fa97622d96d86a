//! What a prediction is worth, from 0 to 100, and which usual mistake it shows.

mod path;

pub use path::{Drawn, path};

/// A usual mistake about stocks and flows, or about who floats. The key names its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Misconception {
    /// The stock is drawn in the shape of what flows in.
    ShapeOfFlow,
    /// A straight line where the truth bends.
    StraightLine,
    /// Up where the truth goes down, or down where it goes up.
    WrongSign,
    /// It turns long before the truth does.
    TooEarly,
    /// Nothing moves where the truth does.
    NoChange,
    /// Most of an order the other way round.
    Reversed,
    /// What flows out was left out of the sum.
    NoOutflow,
    /// What was there at the beginning was left out of the sum.
    NoBeginning,
}

impl Misconception {
    /// Every mistake.
    pub const ALL: [Misconception; 8] = [
        Misconception::ShapeOfFlow,
        Misconception::StraightLine,
        Misconception::WrongSign,
        Misconception::TooEarly,
        Misconception::NoChange,
        Misconception::Reversed,
        Misconception::NoOutflow,
        Misconception::NoBeginning,
    ];

    /// Its name in documents and in the page.
    pub const fn key(self) -> &'static str {
        match self {
            Misconception::ShapeOfFlow => "shape-of-flow",
            Misconception::StraightLine => "straight-line",
            Misconception::WrongSign => "wrong-sign",
            Misconception::TooEarly => "too-early",
            Misconception::NoChange => "no-change",
            Misconception::Reversed => "reversed",
            Misconception::NoOutflow => "no-outflow",
            Misconception::NoBeginning => "no-beginning",
        }
    }

    /// The mistake of a name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.key() == key)
    }
}

/// What a prediction is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    /// From 0 to 100.
    pub points: u8,
    /// The usual mistake that it shows.
    pub misconception: Option<Misconception>,
}

impl Score {
    /// Points out of a share of what could be had, clamped.
    fn of_share(share: f64, misconception: Option<Misconception>) -> Self {
        // Not a number is worth nothing.
        Score { points: (share.clamp(0.0, 1.0) * 100.0).round() as u8, misconception }
    }

    /// All of them or none.
    pub fn all_or_nothing(right: bool, misconception: Option<Misconception>) -> Self {
        Self::of_share(f64::from(u8::from(right)), misconception.filter(|_| !right))
    }
}

/// One value: all points within `near` of the truth, none from `far` on, and evenly less between.
///
/// The sign is wrong where `rest` lies between guess and truth, each at least `near` away from it.
pub fn value(guess: f64, truth: f64, rest: Option<f64>, near: f64, far: f64) -> Score {
    let miss = (guess - truth).abs();
    let wrong_sign = rest.is_some_and(|rest| {
        let (guess, truth) = (guess - rest, truth - rest);
        guess * truth < 0.0 && guess.abs() >= near && truth.abs() >= near
    });
    let unmoved = rest.is_some_and(|rest| (guess - rest).abs() < near && (truth - rest).abs() >= 2.0 * near);
    let misconception =
        if wrong_sign { Some(Misconception::WrongSign) } else { unmoved.then_some(Misconception::NoChange) };
    let share = if miss <= near { 1.0 } else { 1.0 - (miss - near) / (far - near).max(f64::MIN_POSITIVE) };
    Score::of_share(share, misconception)
}

/// Moves of what was put in order, the first given being that which was expected to stand highest: the
/// share of pairs that stand right. Two whose moves differ by less than `alike` stand right either way.
pub fn order(moves: &[f64], alike: f64) -> Score {
    let mut pairs = (0_u32, 0_u32);
    for (at, above) in moves.iter().enumerate() {
        for below in &moves[at + 1..] {
            pairs.0 += u32::from(above - below > -alike);
            pairs.1 += 1;
        }
    }
    let share = if pairs.1 == 0 { 1.0 } else { f64::from(pairs.0) / f64::from(pairs.1) };
    Score::of_share(share, (share < 0.34).then_some(Misconception::Reversed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_worth_the_more_the_nearer_it_is() {
        let points = |guess| value(guess, 90.0, Some(100.0), 1.0, 11.0).points;
        assert_eq!([90.5, 89.0, 84.0, 79.0, 50.0].map(points), [100, 100, 50, 0, 0]);
        assert_eq!(points(f64::NAN), 0);
        let mistake = |guess, rest| value(guess, 90.0, rest, 1.0, 11.0).misconception;
        assert_eq!(mistake(104.0, Some(100.0)), Some(Misconception::WrongSign));
        assert_eq!(mistake(100.5, Some(100.0)), Some(Misconception::NoChange));
        assert_eq!(mistake(95.0, Some(100.0)), None);
        assert_eq!(mistake(104.0, None), None);
    }

    #[test]
    fn an_order_is_worth_its_right_pairs() {
        assert_eq!(order(&[3.0, 1.0, -2.0, -9.0], 0.5), Score { points: 100, misconception: None });
        assert_eq!(order(&[1.0, 3.0, -2.0, -9.0], 0.5).points, 83);
        // Moves that are nearly the same stand right either way.
        assert_eq!(order(&[1.0, 1.3, -2.0], 0.5).points, 100);
        let reversed = order(&[-9.0, -2.0, 1.0, 3.0], 0.5);
        assert_eq!(reversed, Score { points: 0, misconception: Some(Misconception::Reversed) });
        assert_eq!(order(&[1.0], 0.5).points, 100);
    }

    #[test]
    fn every_mistake_has_a_name_of_its_own() {
        for one in Misconception::ALL {
            assert_eq!(Misconception::from_key(one.key()), Some(one));
        }
        assert_eq!(Misconception::from_key("none"), None);
    }
}
