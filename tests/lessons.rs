//! The lessons that come with the page, `www/lessons/`: what each step shows, points at, asks for and
//! says is there, in every language, and the first ones are in words that a twelve-year-old reads.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bathtub_lessons::{Given, Lesson, Question, Runs, TASKS, Task, placeholders};
use liquidity_bathtub::language::Language;
use liquidity_bathtub::scene::facts::Part;

#[path = "support/reading.rs"]
mod reading;

type Texts = BTreeMap<String, String>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/lessons")
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> T {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The lessons in their order.
fn order() -> Vec<String> {
    read(&folder().join("order.json"))
}

fn lesson(id: &str) -> Lesson {
    read(&folder().join(id).join("lesson.json"))
}

fn words(id: &str, tag: &str) -> Texts {
    read(&folder().join(id).join(tag).with_extension("json"))
}

#[test]
fn the_order_names_every_lesson() {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = entries
        .filter(|path| path.is_dir())
        .map(|path| path.file_name().unwrap().to_str().unwrap().to_owned())
        .collect();
    let mut order = order();
    found.sort();
    order.sort();
    assert_eq!(order, found);
}

#[test]
fn whatever_a_lesson_names_is_there() {
    let mut faults = Vec::new();
    for id in order() {
        let said = lesson(&id).faults(&words(&id, "en"), |part| Part::from_key(part).is_some());
        faults.extend(said.into_iter().map(|fault| format!("{id}: {fault}")));
    }
    assert!(faults.is_empty(), "www/lessons:\n{}", faults.join("\n"));
}

#[test]
fn every_language_says_the_same() {
    let mut faults = Vec::new();
    for id in order() {
        let english = words(&id, "en");
        for language in Language::ALL.iter().filter(|language| **language != Language::English) {
            let tag = language.tag();
            let texts = words(&id, tag);
            if !english.keys().eq(texts.keys()) {
                faults.push(format!("{id}/{tag}: other keys than in English"));
                continue;
            }
            for (key, text) in &texts {
                let (mut theirs, mut ours): (Vec<_>, Vec<_>) =
                    (placeholders(text).collect(), placeholders(&english[key]).collect());
                theirs.sort_unstable();
                ours.sort_unstable();
                if theirs != ours {
                    faults.push(format!("{id}/{tag}: {key:?} has other numbers than in English"));
                }
                if *text == english[key] {
                    faults.push(format!("{id}/{tag}: {key:?} is still English"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "www/lessons:\n{}", faults.join("\n"));
}

#[test]
fn the_first_lessons_are_plain() {
    /// What a twelve-year-old reads: the sixth year at school.
    const PLAIN: f64 = 6.5;
    let told = order().into_iter().filter(|id| lesson(id).tasks.is_none());
    for id in told.take(3) {
        let texts = words(&id, "en");
        let grade = reading::grade(&texts.values().map(String::as_str).collect::<Vec<_>>());
        assert!(grade <= PLAIN, "{id} reads like school year {grade:.1}");
    }
}

/// What a code keeps of a prediction of each lesson is what everyone scores alike.
#[test]
fn what_is_kept_of_a_prediction_is_read_back() {
    let mut asked = 0;
    for id in order() {
        let lesson = lesson(&id);
        let mut runs = Runs::default();
        for predict in lesson.steps.iter().filter_map(|step| step.predict.as_ref()) {
            asked += 1;
            let question = Question::Predict(&lesson, predict);
            let first = question.first().unwrap();
            assert_eq!(question.answer(&question.keep(&first).unwrap(), &mut runs), Some(first), "{id}");
            // The truth on the steps of the scale is as good as right.
            let right = question.right(&mut runs).unwrap();
            let kept = question.keep(&right).unwrap();
            let answer = question.answer(&kept, &mut runs).unwrap();
            let points = question.score(&answer, &mut runs).unwrap().points;
            assert!(points >= 98, "{id}: {points} for the truth");
            assert_eq!(question.answer(&Given::Goal(0), &mut runs), None);
        }
    }
    assert!(asked > 15, "{asked} predictions");
}

/// The minutes of each plan for teachers come to what its heading says, and a lesson in it has the minutes of
/// its own guide.
#[test]
fn plans_for_teachers_take_the_time_that_they_say() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/teaching.md")).unwrap();
    let minutes = |id: &str| {
        let lesson = lesson(id);
        let tasks = if lesson.tasks.is_some() { TASKS as u32 * Task::MINUTES_IN_CLASS } else { 0 };
        lesson.steps.iter().map(|step| step.minutes_in_class()).sum::<u32>() + tasks
    };
    let mut plans = 0;
    for plan in text.split("\n## ").filter(|plan| plan.starts_with("A lesson of ")) {
        let says: u32 = plan.split(' ').nth(3).unwrap().parse().unwrap();
        let mut sum = 0;
        for row in plan.lines().filter(|line| line.starts_with("| ")) {
            let mut cells = row.split('|').map(str::trim).skip(1);
            let Some(Ok(takes)) = cells.next().map(str::parse::<u32>) else { continue };
            sum += takes;
            for id in row.split("`?lesson=").skip(1).filter_map(|rest| rest.split(['`', '&']).next()) {
                if !["class", "roles"].contains(&id) {
                    assert_eq!(takes, minutes(id), "{id} in the plan of {says} minutes");
                }
            }
        }
        assert_eq!(sum, says);
        plans += 1;
    }
    assert_eq!(plans, 3);
}
