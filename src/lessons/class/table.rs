//! The class as a table: a row for each answer.

use bathtub_lessons::class::{Class, Mark};
use bathtub_lessons::{Answer, Kind, Predict, Round, Runs, Step};

use crate::lessons::course::Courses;
use crate::number::decimal;
use crate::share::cell::{MARK, Writing};

/// Names of the columns.
const COLUMNS: [&str; 8] = ["learner", "lesson", "step", "answer", "right", "points", "mistake", "hints"];

/// Name of the file.
pub const fn name(writing: Writing) -> &'static str {
    match writing {
        Writing::Point => "bathtub-class.csv",
        Writing::Comma => "bathtub-class-decimal-comma.csv",
    }
}

/// The table, learners one after the other within each step.
pub fn write(class: &Class, courses: &Courses, writing: Writing) -> String {
    let mut table = String::from(MARK);
    table.push_str(&writing.row(COLUMNS.map(|column| writing.text(column))));
    let mut runs = Runs::default();
    for (id, course) in courses {
        if let Some(round) = course.lesson.tasks {
            for kind in Kind::ALL {
                rows(
                    &mut table,
                    &class.task_marks(round, kind),
                    (Round::key(round), kind.key()),
                    None,
                    writing,
                );
            }
        }
        for step in &course.lesson.steps {
            let marks = class.marks(id, &course.lesson, step, &mut runs);
            rows(&mut table, &marks, (id, &step.key), Some(step), writing);
        }
    }
    table
}

fn rows(
    table: &mut String,
    marks: &[Mark<'_>],
    (lesson, step): (&str, &str),
    of: Option<&Step>,
    writing: Writing,
) {
    for mark in marks {
        let mistake = mark.score.misconception.map_or("", |mistake| mistake.key());
        table.push_str(&writing.row([
            writing.text(&mark.learner.short()),
            writing.text(lesson),
            writing.text(step),
            writing.text(&mark.answer.as_ref().map_or("reached".to_owned(), |answer| written(answer, of))),
            writing.text(&mark.right.as_ref().map(|right| written(right, of)).unwrap_or_default()),
            mark.score.points.to_string(),
            writing.text(mistake),
            mark.hints.to_string(),
        ]));
    }
}

/// An answer in one cell: values of a path from left to right, ducks from the highest down, the number of
/// what was chosen.
fn written(answer: &Answer, step: Option<&Step>) -> String {
    let short = |value: &f64| decimal((value * 1000.0).round() / 1000.0);
    let ducks = match step.and_then(|step| step.predict.as_ref()) {
        Some(Predict::Order(order)) => order.ducks.as_slice(),
        _ => &[],
    };
    match answer {
        Answer::Choice(at) => (at + 1).to_string(),
        Answer::Number(number) => short(number),
        Answer::Path(path) => path.iter().map(short).collect::<Vec<_>>().join(" "),
        Answer::Order(order) => {
            let names = order.iter().filter_map(|at| ducks.get(*at));
            names.map(String::as_str).collect::<Vec<_>>().join(" ")
        }
    }
}
