//! A class: the answers of a learner as a code, and what a teacher reads of many.
//!
//! A code has the form `TUB1:ABCD…:END`, as [`code`](crate::code) has it.

use std::collections::{BTreeMap, BTreeSet};

use data_encoding::BASE32_NOPAD;
use serde::{Deserialize, Serialize};

use crate::code::{CHECK, Form, Why};
use crate::{Answer, Given, Kind, Lesson, Misconception, Question, Round, Runs, Score, Step, TASKS, Task};

/// How codes of answers begin.
const FORM: Form = Form { mark: "TUB", number: 1 };
/// Codes of a class at most.
const LEARNERS: usize = 1_000;
/// Letters of the names of a lesson and of a step at most.
const NAME: usize = 40;

/// What one learner answered, by lesson and step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// A number by chance, of the learner's device: it makes the tasks, and tells codes apart.
    pub learner: u32,
    /// The answers that were given first.
    pub given: BTreeMap<String, BTreeMap<String, Given>>,
}

/// A code that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which of those in the text it is, from one.
    pub number: usize,
    /// Why.
    pub why: Why,
}

impl Answers {
    /// The code.
    pub fn code(&self) -> String {
        FORM.write(self)
    }

    /// Whether its names are such as lessons and steps have.
    fn is_plain(&self) -> bool {
        self.names().all(is_name)
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.given.iter().flat_map(|(lesson, steps)| {
            std::iter::once(lesson.as_str()).chain(steps.keys().map(String::as_str))
        })
    }

    /// What tells this learner's code from others, in four letters and digits.
    pub fn short(&self) -> String {
        BASE32_NOPAD.encode(&CHECK.checksum(&self.learner.to_le_bytes()).to_le_bytes()[..3])[..4].to_owned()
    }

    /// The average of all tasks of a round, where all were answered.
    pub fn round(&self, round: Round) -> Option<f64> {
        let given = self.given.get(round.key())?;
        let points = Task::round(self.learner, round).into_iter().map(|task| {
            let question = Question::Task(&task);
            let answer = question.answer(given.get(task.kind.key())?, &mut Runs::default())?;
            Some(f64::from(question.score(&answer, &mut Runs::default())?.points))
        });
        Some(points.collect::<Option<Vec<_>>>()?.iter().sum::<f64>() / TASKS as f64)
    }
}

/// Names of lessons and steps are small letters, digits and hyphens: nothing that a page or a spreadsheet
/// takes for more.
fn is_name(name: &str) -> bool {
    let is_plain =
        |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || b"-_".contains(&letter);
    (1..=NAME).contains(&name.len()) && name.bytes().all(is_plain)
}

/// A class: the latest answers of each learner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Class {
    /// By the learner's number.
    pub learners: BTreeMap<u32, Answers>,
}

impl Class {
    /// Reads all codes of a text, whatever stands between them. A later code of the same learner takes the
    /// place of the earlier one.
    ///
    /// Returns how many were read, and those that could not be.
    pub fn read(&mut self, text: &str) -> (usize, Vec<Fault>) {
        let (mut read, mut faults) = (0, Vec::new());
        for (at, code) in FORM.read(text, Answers::is_plain).into_iter().enumerate() {
            let known = |answers: &Answers| self.learners.contains_key(&answers.learner);
            match code {
                Ok(answers) if known(&answers) || self.learners.len() < LEARNERS => {
                    read += 1;
                    self.learners.insert(answers.learner, answers);
                }
                Ok(_) => faults.push(Fault { number: at + 1, why: Why::Many }),
                Err(why) => faults.push(Fault { number: at + 1, why }),
            }
        }
        (read, faults)
    }

    /// What was answered in a step, by learner.
    fn given<'a>(
        &'a self,
        lesson: &str,
        step: &str,
    ) -> impl Iterator<Item = (&'a Answers, &'a Given)> + use<'a> {
        let given: Vec<_> =
            self.learners.values().filter_map(|one| Some((one, one.given.get(lesson)?.get(step)?))).collect();
        given.into_iter()
    }

    /// The lessons of which anyone answered anything.
    pub fn lessons(&self) -> BTreeSet<&str> {
        self.learners.values().flat_map(|one| one.given.keys()).map(String::as_str).collect()
    }

    /// What was answered in a step of a lesson, and what it is worth. Worth and truth are reckoned here, from
    /// the lesson: a code has answers alone.
    pub fn marks(&self, id: &str, lesson: &Lesson, step: &Step, runs: &mut Runs) -> Vec<Mark<'_>> {
        let mut marks = Vec::new();
        for (learner, given) in self.given(id, &step.key) {
            let mark = match (&step.predict, given) {
                (Some(predict), given) => Mark::of(learner, Question::Predict(lesson, predict), given, runs),
                (None, Given::Goal(hints)) if step.goal.is_some() => Some(Mark {
                    learner,
                    answer: None,
                    right: None,
                    hints: *hints,
                    score: Score::all_or_nothing(true, None),
                }),
                _ => None,
            };
            marks.extend(mark);
        }
        marks
    }

    /// What was answered in the task of a kind, which each learner has with other numbers.
    pub fn task_marks(&self, round: Round, kind: Kind) -> Vec<Mark<'_>> {
        let marks = self.given(round.key(), kind.key()).filter_map(|(learner, given)| {
            let tasks = Task::round(learner.learner, round);
            let task = tasks.iter().find(|task| task.kind == kind)?;
            Mark::of(learner, Question::Task(task), given, &mut Runs::default())
        });
        marks.collect()
    }

    /// The points of those who did all tasks of both rounds, before and after.
    pub fn gains(&self) -> Vec<(f64, f64)> {
        self.learners
            .values()
            .filter_map(|one| Some((one.round(Round::Before)?, one.round(Round::After)?)))
            .collect()
    }
}

/// An answer and what it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark<'a> {
    /// Whose it is.
    pub learner: &'a Answers,
    /// The answer; none for a goal, which is reached.
    pub answer: Option<Answer>,
    /// The right one: tasks have other numbers for each learner.
    pub right: Option<Answer>,
    /// Hints that were asked for.
    pub hints: u8,
    /// What it is worth.
    pub score: Score,
}

impl<'a> Mark<'a> {
    /// Nothing of an answer that the question cannot have: it was asked by another edition of the lesson.
    fn of(learner: &'a Answers, question: Question<'_>, given: &Given, runs: &mut Runs) -> Option<Self> {
        let answer = question.answer(given, runs)?;
        let score = question.score(&answer, runs)?;
        Some(Mark { learner, answer: Some(answer), right: question.right(runs), hints: 0, score })
    }
}

/// How often each mistake was made.
pub fn mistakes<'a>(marks: impl IntoIterator<Item = &'a Mark<'a>>) -> BTreeMap<Misconception, usize> {
    let mut counts = BTreeMap::new();
    for mistake in marks.into_iter().filter_map(|mark| mark.score.misconception) {
        *counts.entry(mistake).or_default() += 1;
    }
    counts
}

/// The middle of some numbers; of an even count the mean of both in the middle.
pub fn median(mut numbers: Vec<f64>) -> Option<f64> {
    numbers.sort_by(f64::total_cmp);
    let half = numbers.len() / 2;
    let upper = *numbers.get(half)?;
    Some(if numbers.len() % 2 == 1 { upper } else { (numbers[half - 1] + upper) / 2.0 })
}

#[cfg(test)]
mod tests {
    use proptest::collection::{btree_map, vec};
    use proptest::prelude::*;

    use super::*;
    use crate::code::{END, LETTERS};

    const BEGIN: &str = "TUB1:";

    fn given() -> impl Strategy<Value = Given> {
        prop_oneof![
            any::<u8>().prop_map(Given::Choice),
            any::<u16>().prop_map(Given::Number),
            vec(any::<u8>(), 0..13).prop_map(Given::Path),
            vec(any::<u8>(), 0..9).prop_map(Given::Order),
            any::<u8>().prop_map(Given::Goal),
        ]
    }

    fn answers() -> impl Strategy<Value = Answers> {
        let steps = btree_map("[a-z][a-z0-9-]{0,20}", given(), 0..6);
        let lessons = btree_map("[a-z][a-z0-9-]{0,20}", steps, 0..12);
        (any::<u32>(), lessons).prop_map(|(learner, given)| Answers { learner, given })
    }

    proptest! {
        #[test]
        fn a_code_says_what_it_was_made_of(answers in answers()) {
            let mut class = Class::default();
            let read = class.read(&answers.code());
            prop_assert_eq!(read, (1, vec![]));
            prop_assert_eq!(class.learners.into_values().collect::<Vec<_>>(), vec![answers]);
        }

        #[test]
        fn mails_and_chats_do_not_harm_it(answers in answers(), every in 1_usize..80) {
            let code = answers.code();
            let broken: Vec<String> = code.as_bytes().chunks(every).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
            // The marks themselves are short and stay whole.
            prop_assume!(every > BEGIN.len());
            let text = format!("Hello,\n> my code: {}\nBye. BATHTUBS are TUBs.", broken.join("\r\n> "));
            let whole = text.contains(END);
            let (read, faults) = Class::default().read(&text);
            prop_assert_eq!((read, faults.len()), if whole { (1, 0) } else { (0, 1) });
        }

        #[test]
        fn one_wrong_letter_is_found(answers in answers(), place: prop::sample::Index) {
            let code = answers.code();
            let at = BEGIN.len() + place.index(code.len() - BEGIN.len() - END.len());
            let mut letters = code.into_bytes();
            letters[at] = if letters[at] == b'A' { b'B' } else { b'A' };
            let (read, faults) = Class::default().read(&String::from_utf8(letters).unwrap());
            prop_assert_eq!((read, faults), (0, vec![Fault { number: 1, why: Why::Garbled }]));
        }

        #[test]
        fn no_text_breaks_it(text in "(TUB1:|TUB|:END|[A-Z2-7]{1,40}|\\PC{0,20}|\\s){0,40}") {
            let mut class = Class::default();
            let (read, faults) = class.read(&text);
            prop_assert!(read >= class.learners.len() && faults.len() <= text.len());
        }
    }

    #[test]
    fn small_letters_and_digits_of_hands_are_read() {
        let given =
            BTreeMap::from([("taps".to_owned(), BTreeMap::from([("both".to_owned(), Given::Number(7))]))]);
        // Some code has both letters.
        let mut codes = (0..200).map(|learner| Answers { learner, given: given.clone() }.code());
        let code = codes.find(|code| code[5..].contains('O') && code[5..].contains('I')).unwrap();
        let hand =
            format!("{}{}:end", &code[..5], code[5..code.len() - 4].replace('O', "0").replace('I', "1"));
        for text in [code.to_ascii_lowercase(), hand, code.replacen('A', "A=\r\n", 1)] {
            assert_eq!(Class::default().read(&text), (1, vec![]), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_has_a_reason() {
        let one = Answers { learner: 7, ..Answers::default() };
        let code = one.code();
        let long = format!("{BEGIN}{}{END}", "A".repeat(LETTERS + 1));
        let cut = &code[..code.len() - 2];
        let text = format!("{cut} {code} {long} TUB2:AAAA:END {BEGIN}{END} TUB:END");
        let mut class = Class::default();
        let (read, faults) = class.read(&text);
        assert_eq!(read, 1);
        let why: Vec<_> = faults.iter().map(|fault| (fault.number, fault.why)).collect();
        assert_eq!(why, [(1, Why::Cut), (3, Why::Long), (4, Why::Newer), (5, Why::Garbled)]);
        assert_eq!(class.read("").0, 0);
    }

    #[test]
    fn names_of_other_forms_are_no_names() {
        for name in ["=1+1", "<b>", "", "Taps", "a b", &"a".repeat(NAME + 1)] {
            let given = BTreeMap::from([(name.to_owned(), BTreeMap::new())]);
            let code = Answers { learner: 1, given }.code();
            assert_eq!(Class::default().read(&code).1[0].why, Why::Garbled, "{name}");
        }
    }

    #[test]
    fn a_class_has_an_end_and_the_later_code_holds() {
        let code = |learner, steps: &[&str]| {
            let steps = steps.iter().map(|step| ((*step).to_owned(), Given::Choice(1))).collect();
            Answers { learner, given: BTreeMap::from([("taps".to_owned(), steps)]) }.code()
        };
        let mut class = Class::default();
        let text: String = (0..=LEARNERS as u32).map(|learner| code(learner, &[])).collect();
        let (read, faults) = class.read(&text);
        assert_eq!((read, faults), (LEARNERS, vec![Fault { number: LEARNERS + 1, why: Why::Many }]));
        assert_eq!(class.read(&code(3, &["drain"])).0, 1, "one that is there already is read");
        assert_eq!(class.given("taps", "drain").count(), 1);
        assert_eq!(class.lessons(), BTreeSet::from(["taps"]));
    }

    #[test]
    fn a_round_counts_when_it_is_whole() {
        let seed = 11;
        let mut answers = Answers { learner: seed, ..Answers::default() };
        for task in Task::round(seed, Round::Before) {
            assert_eq!(answers.round(Round::Before), None);
            let given = Question::Task(&task).keep(&task.right()).unwrap();
            answers.given.entry("before".to_owned()).or_default().insert(task.kind.key().to_owned(), given);
        }
        assert_eq!(answers.round(Round::Before), Some(100.0));
        let mut class = Class::default();
        class.read(&answers.code());
        assert_eq!(class.gains(), [], "the tasks after the lessons are missing");
        let marks = class.task_marks(Round::Before, Kind::Sum);
        assert_eq!((marks.len(), marks[0].score.points), (1, 100));
        for task in Task::round(seed, Round::After) {
            let given = Question::Task(&task).keep(&match task.right() {
                Answer::Choice(right) => Answer::Choice((right + 1) % 4),
                Answer::Number(right) if task.kind == Kind::Sum => Answer::Number(right - task.start),
                _ => Answer::Number(0.0),
            });
            let given = given.unwrap_or(Given::Path(vec![0; 12]));
            answers.given.entry("after".to_owned()).or_default().insert(task.kind.key().to_owned(), given);
        }
        class.read(&answers.code());
        let gains = class.gains();
        assert!(gains.len() == 1 && gains[0].0 == 100.0 && gains[0].1 < 20.0, "{gains:?}");
        let marks = class.task_marks(Round::After, Kind::Sum);
        assert_eq!(mistakes(&marks), BTreeMap::from([(Misconception::NoBeginning, 1)]));
    }

    #[test]
    fn the_middle_is_one_or_between_two() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9.0, 1.0, 4.0]), Some(4.0));
        assert_eq!(median(vec![9.0, 1.0, 4.0, 5.0]), Some(4.5));
    }
}
