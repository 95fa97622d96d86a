//! A question with its answers: a prediction of a lesson, or a task about stocks and flows.

use crate::answer::Scale;
use crate::lesson::TruePath;
use crate::{Answer, CHANGES, Given, Kind, Lesson, Path, Predict, Runs, Score, Task, score};

/// Stretches of a drawn path.
const STRETCHES: usize = 8;
/// Moves of two ducks that differ by less stand right either way, percentage points.
const ALIKE: f64 = 0.3;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub enum Question<'a> {
    /// A prediction.
    Predict(&'a Lesson, &'a Predict),
    /// A task.
    Task(&'a Task),
}

impl Path {
    /// The points in time that are drawn, weeks; the first is given.
    pub fn points(&self) -> Vec<usize> {
        (0..=STRETCHES).map(|point| self.weeks * point / STRETCHES).collect()
    }

    /// A drawing as it counts: one that was not begun stays where the truth begins.
    pub fn drawn(given: &[f64], truth: &[f64]) -> Vec<f64> {
        if given.is_empty() { vec![truth[0]; truth.len()] } else { given.to_vec() }
    }
}

impl Question<'_> {
    /// The answer that stands there before anyone answers: nothing moves. A choice has none.
    pub fn first(&self) -> Option<Answer> {
        match self {
            Question::Predict(_, Predict::Path(_)) => Some(Answer::Path(Vec::new())),
            Question::Predict(_, Predict::Order(order)) => {
                Some(Answer::Order((0..order.ducks.len()).collect()))
            }
            Question::Predict(_, Predict::Value(value)) => Some(Answer::Number(value.rest)),
            Question::Task(task) => match task.kind {
                Kind::Steady | Kind::Sum => Some(Answer::Number(0.0)),
                Kind::Draw => Some(Answer::Path(vec![task.start; task.stock().len()])),
                Kind::Highest | Kind::Lowest | Kind::Slower => None,
            },
        }
    }

    /// The scale of a drawing or a number.
    pub fn scale(&self) -> Option<Scale> {
        match self {
            Question::Predict(_, Predict::Path(path)) => Some(Scale::of_drawing((path.low, path.high))),
            Question::Predict(_, Predict::Value(value)) => Some(value.scale()),
            Question::Predict(_, Predict::Order(_)) => None,
            Question::Task(task) => match task.kind {
                Kind::Draw | Kind::Sum => Some(Scale { low: 0.0, high: task.highest(), step: 1.0 }),
                Kind::Steady => Some(Scale { low: 0.0, high: 30.0, step: 1.0 }),
                Kind::Highest | Kind::Lowest | Kind::Slower => None,
            },
        }
    }

    fn is_drawn(&self) -> bool {
        matches!(self, Question::Predict(_, Predict::Path(_)) | Question::Task(Task { kind: Kind::Draw, .. }))
    }

    /// How many there are to choose from or to put in order.
    fn offered(&self) -> usize {
        match self {
            Question::Predict(_, Predict::Order(order)) => order.ducks.len(),
            Question::Task(task) if task.kind == Kind::Slower => CHANGES.len(),
            Question::Task(task) => task.times().len(),
            Question::Predict(..) => 0,
        }
    }

    /// An answer as it is kept; nothing of one that answers another question.
    pub fn keep(&self, answer: &Answer) -> Option<Given> {
        let given = match (answer, self.scale()) {
            (Answer::Choice(at), None) => Given::Choice(u8::try_from(*at).ok()?),
            (Answer::Number(number), Some(scale)) if !self.is_drawn() => Given::Number(scale.steps(*number)),
            (Answer::Path(drawn), Some(scale)) if self.is_drawn() => {
                Given::Path(drawn.iter().skip(1).map(|value| scale.steps(*value) as u8).collect())
            }
            (Answer::Order(order), None) => {
                Given::Order(order.iter().map(|at| u8::try_from(*at).ok()).collect::<Option<_>>()?)
            }
            _ => return None,
        };
        Some(given)
    }

    /// The answer that was kept; nothing of one that this question cannot have.
    pub fn answer(&self, given: &Given, runs: &mut Runs) -> Option<Answer> {
        match (self, given) {
            (Question::Task(task), Given::Choice(at)) => {
                let is_choice = matches!(task.kind, Kind::Highest | Kind::Lowest | Kind::Slower);
                (is_choice && usize::from(*at) < self.offered()).then(|| Answer::Choice((*at).into()))
            }
            (Question::Predict(_, Predict::Value(_)), Given::Number(steps)) => {
                self.scale()?.value(*steps).map(Answer::Number)
            }
            (Question::Task(Task { kind: Kind::Steady | Kind::Sum, .. }), Given::Number(steps)) => {
                self.scale()?.value(*steps).map(Answer::Number)
            }
            (Question::Predict(_, Predict::Path(_)), Given::Path(given)) if given.is_empty() => {
                Some(Answer::Path(Vec::new()))
            }
            (Question::Predict(lesson, Predict::Path(path)), Given::Path(given)) => {
                let first = lesson.path(path, &[0], runs).ok()?.truth[0];
                self.drawn(first, given, STRETCHES)
            }
            (Question::Task(task), Given::Path(given)) if task.kind == Kind::Draw => {
                self.drawn(task.start, given, task.inflow.len())
            }
            (Question::Predict(_, Predict::Order(_)), Given::Order(given)) => {
                let mut places: Vec<usize> = given.iter().map(|at| usize::from(*at)).collect();
                let order = places.clone();
                places.sort_unstable();
                places.into_iter().eq(0..self.offered()).then_some(Answer::Order(order))
            }
            _ => None,
        }
    }

    fn drawn(&self, first: f64, given: &[u8], count: usize) -> Option<Answer> {
        let scale = self.scale()?;
        let later = given.iter().map(|steps| scale.value(u16::from(*steps)));
        let drawn = std::iter::once(Some(first)).chain(later).collect::<Option<Vec<_>>>()?;
        (given.len() == count).then_some(Answer::Path(drawn))
    }

    /// The right answer.
    pub fn right(&self, runs: &mut Runs) -> Option<Answer> {
        match self {
            Question::Task(task) => Some(task.right()),
            Question::Predict(lesson, Predict::Path(path)) => {
                Some(Answer::Path(lesson.path(path, &path.points(), runs).ok()?.truth))
            }
            Question::Predict(lesson, Predict::Value(value)) => {
                Some(Answer::Number(lesson.value(&value.of, runs).ok()?))
            }
            Question::Predict(lesson, Predict::Order(order)) => {
                let moves = lesson.moves(order, runs).ok()?;
                let mut places: Vec<usize> = (0..moves.len()).collect();
                places.sort_by(|one, other| moves[*other].1.total_cmp(&moves[*one].1));
                Some(Answer::Order(places))
            }
        }
    }

    /// What an answer is worth; nothing of one that answers another question.
    pub fn score(&self, answer: &Answer, runs: &mut Runs) -> Option<Score> {
        match (self, answer) {
            (Question::Task(task), answer) => Some(task.score(answer)),
            (Question::Predict(lesson, Predict::Path(path)), Answer::Path(given)) => {
                let truth: TruePath = lesson.path(path, &path.points(), runs).ok()?;
                Some(path.score(&Path::drawn(given, &truth.truth), &truth))
            }
            (Question::Predict(lesson, Predict::Order(order)), Answer::Order(given)) => {
                let moves = lesson.moves(order, runs).ok()?;
                let guessed: Vec<f64> =
                    given.iter().filter_map(|at| moves.get(*at)).map(|(_, moved)| *moved).collect();
                Some(score::order(&guessed, ALIKE))
            }
            (Question::Predict(lesson, Predict::Value(value)), Answer::Number(guess)) => {
                Some(value.score(*guess, lesson.value(&value.of, runs).ok()?))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Round;

    proptest! {
        #[test]
        fn what_is_kept_of_a_right_answer_is_right(seed: u32, after: bool) {
            let round = if after { Round::After } else { Round::Before };
            for task in Task::round(seed, round) {
                let question = Question::Task(&task);
                let kept = question.keep(&task.right()).unwrap();
                let mut runs = Runs::default();
                let answer = question.answer(&kept, &mut runs).unwrap();
                prop_assert_eq!(question.score(&answer, &mut runs).unwrap().points, 100, "{:?}", task);
                prop_assert_eq!(question.keep(&answer), Some(kept));
            }
        }

        #[test]
        fn no_answer_of_another_form_is_taken(seed: u32, given in prop_oneof![
            any::<u8>().prop_map(Given::Choice),
            any::<u16>().prop_map(Given::Number),
            proptest::collection::vec(any::<u8>(), 0..16).prop_map(Given::Path),
            proptest::collection::vec(any::<u8>(), 0..6).prop_map(Given::Order),
            any::<u8>().prop_map(Given::Goal),
        ]) {
            for task in Task::round(seed, Round::Before) {
                let question = Question::Task(&task);
                if let Some(answer) = question.answer(&given, &mut Runs::default()) {
                    prop_assert_eq!(question.keep(&answer), Some(given.clone()));
                }
            }
        }
    }

    #[test]
    fn an_order_names_each_duck_once() {
        let order =
            crate::Order { of: "it@0".to_owned(), ducks: ["gold", "memory"].map(str::to_owned).to_vec() };
        let (lesson, predict) = (Lesson::default(), Predict::Order(order));
        let question = Question::Predict(&lesson, &predict);
        let answer = |given: &[u8]| question.answer(&Given::Order(given.to_vec()), &mut Runs::default());
        assert_eq!(answer(&[1, 0]), Some(Answer::Order(vec![1, 0])));
        for wrong in [&[0, 0][..], &[0], &[0, 1, 2], &[1, 2], &[]] {
            assert_eq!(answer(wrong), None, "{wrong:?}");
        }
    }
}
