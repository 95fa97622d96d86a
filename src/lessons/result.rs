//! What a prediction was worth, and the mistake that it shows.

use bathtub_lessons::{Misconception, Score};
use yew::prelude::*;

use crate::locale::lessons::LessonMessage;
use crate::locale::{Number, Words};

/// The sentence that helps; of one number nobody knows what pulls at it.
const fn sentence(mistake: Misconception, value: bool) -> LessonMessage {
    match mistake {
        Misconception::ShapeOfFlow => LessonMessage::ShapeOfFlow,
        Misconception::StraightLine => LessonMessage::StraightLine,
        Misconception::WrongSign if value => LessonMessage::WrongWay,
        Misconception::NoChange if value => LessonMessage::NotMoved,
        Misconception::WrongSign => LessonMessage::WrongSign,
        Misconception::TooEarly => LessonMessage::TooEarly,
        Misconception::NoChange => LessonMessage::NoChange,
        Misconception::Reversed => LessonMessage::Reversed,
        Misconception::NoOutflow => LessonMessage::NoOutflow,
        Misconception::NoBeginning => LessonMessage::NoBeginning,
    }
}

/// The score, with the rule behind it, and the mistake. It stands under what was drawn and takes the focus:
/// so both are in sight on a phone.
pub fn result(score: Score, rule: Option<LessonMessage>, words: &Words) -> Html {
    let points = Number::count(usize::from(score.points));
    let value = matches!(rule, Some(LessonMessage::ScoreValue));
    html! {
        <>
            <p class="lesson-score" data-score="" data-value={score.points.to_string()} tabindex="-1">
                <strong>{ words.text(&LessonMessage::Score { points }) }</strong>
                if let Some(rule) = rule {
                    { " " }<span class="quiet">{ words.text(&rule) }</span>
                }
            </p>
            if let Some(mistake) = score.misconception {
                <p class="lesson-mistake" data-misconception={mistake.key()}>{ words.text(&sentence(mistake, value)) }</p>
            }
        </>
    }
}
