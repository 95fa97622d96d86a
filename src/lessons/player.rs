//! A lesson, step by step.

use std::collections::HashMap;
use std::rc::Rc;

use bathtub_lessons::{Answer, Gap, Given, Goal, Place, Question, Round, Runs, Short, Step, Task};
use bathtub_model::{ParameterId, Scenario};
use yew::prelude::*;

use super::course::{Arrival, Course, use_course, written};
use super::prediction::Asked;
use super::progress::Progress;
use super::tasks::TaskView;
use crate::link;
use crate::locale::lessons::LessonMessage;
use crate::locale::{Number, Words, glossary, use_words};
use crate::number::decimal;
use crate::platform::lessons::{self, LessonSaid};
use crate::scene::facts::Part;
use crate::state::{Action, Dispatch, Hands, LessonPlace, Setting, Telling};
use crate::story::{Target, focus_on, use_marking};

/// The head of a lesson, or of the list: where the focus goes with a new step, so that it is in sight and
/// no key answers what was not read.
const HEAD: &str = ".lesson h2";

/// A lesson that is told.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its name.
    pub id: AttrValue,
    /// Its step, from one.
    pub step: usize,
    /// What is shown.
    pub setting: Setting,
    /// The way up.
    pub dispatch: Dispatch,
    /// To another step, or away.
    pub learn: Callback<Option<LessonPlace>>,
}

/// The lesson of a name, once it has come.
#[component]
pub fn Player(props: &Props) -> Html {
    let words = use_words();
    let (arrival, again) = use_course(&props.id, &words);
    let all = props.learn.reform(|_: MouseEvent| Some(LessonPlace::default()));
    match arrival {
        Arrival::Here(course) => {
            let Props { id, step, setting, dispatch, learn } = props.clone();
            html! { <Told {course} {id} {step} {setting} {dispatch} {learn} /> }
        }
        Arrival::Coming => html! {
            <section class="lesson" aria-busy="true"><p>{ words.text(&LessonMessage::Coming) }</p></section>
        },
        Arrival::Missing => html! {
            <section class="lesson" data-lesson-missing="">
                <p role="alert">{ words.text(&LessonMessage::Away) }</p>
                <p class="story-tools">
                    <button type="button" class="tool" onclick={again.reform(|_: MouseEvent| ())}>{ words.text(&LessonMessage::Again) }</button>
                    <button type="button" class="tool" onclick={all}>{ words.text(&LessonMessage::All) }</button>
                </p>
            </section>
        },
    }
}

/// What is known of a step.
#[derive(Clone, Debug, Default, PartialEq)]
struct Record {
    given: Option<Answer>,
    /// Whether the truth is seen or the goal reached.
    done: bool,
    /// Hints that were asked for.
    hints: usize,
}

#[derive(Clone, PartialEq, Properties)]
struct ToldProps {
    course: Rc<Course>,
    id: AttrValue,
    step: usize,
    setting: Setting,
    dispatch: Dispatch,
    learn: Callback<Option<LessonPlace>>,
}

#[component]
fn Told(props: &ToldProps) -> Html {
    let words = use_words();
    let ToldProps { course, id, setting, dispatch, .. } = props;
    let lesson = &course.lesson;
    let progress = use_mut_ref(Progress::kept);
    // What texts and predictions are about, run once.
    let runs = use_mut_ref(Runs::default);
    let records = use_state(HashMap::<usize, Record>::new);
    let tasks = use_memo(lesson.tasks, |round| {
        round.map(|round| Task::round(progress.borrow_mut().seed(), round)).unwrap_or_default()
    });
    let count = lesson.steps.len() + tasks.len();
    let at = (props.step - 1).min(count - 1);
    let questions = lesson.steps.iter().filter(|step| !step.is_told()).count() + tasks.len();
    let tell = {
        let id = id.clone();
        move |scored: Option<(&str, u8)>, ended: bool| {
            let (step, points) = scored.unzip();
            let (at, of) = (at + 1, count);
            lessons::tell(&LessonSaid {
                bathtub: 1,
                r#type: "lesson",
                lesson: &id,
                at,
                of,
                questions,
                step,
                points,
                ended,
            });
        }
    };
    {
        let tell = tell.clone();
        use_effect_with(at, move |_| tell(None, false));
    }
    let step = lesson.steps.get(at);
    let task = at.checked_sub(lesson.steps.len()).and_then(|task| tasks.get(task));
    let record = records.get(&at).cloned().unwrap_or_default();
    let set = {
        let records = records.clone();
        move |record: Record| {
            let mut all = (*records).clone();
            all.insert(at, record);
            records.set(all);
        }
    };

    use_marking(step.and_then(target));
    let shown = step.and_then(|step| {
        let seen = if record.done && step.goal.is_none() { step.then.as_ref() } else { None };
        lesson.shown(seen.unwrap_or(&step.show)).ok()
    });
    {
        let dispatch = dispatch.clone();
        use_effect_with((at, shown), move |(at, shown)| {
            if let Some(shown) = shown {
                let setting = Setting { week: shown.week, ..Setting::new(shown.scenario) };
                dispatch.dispatch(Action::Tell(Telling { step: *at, setting, hands: Hands::All }));
            }
        });
    }
    // What was shown before the step began reaches no goal.
    let begun = use_mut_ref(|| None::<usize>);
    if shown.is_some_and(|shown| shown.scenario == setting.scenario) {
        begun.replace(Some(at));
    }
    let short = step.and_then(|step| step.goal.as_ref()).zip(shown).map(|(goal, shown)| {
        let reached = goal.reached(&shown.scenario, &setting.scenario, &mut Runs::default());
        if *begun.borrow() == Some(at) { reached } else { Err(Short::NotYet) }
    });
    {
        let (set, record, progress) = (set.clone(), record.clone(), progress.clone());
        let key = step.map(|step| step.key.clone()).unwrap_or_default();
        let (id, tell) = (id.clone(), tell.clone());
        use_effect_with((at, short == Some(Ok(()))), move |(_, reached)| {
            if *reached && !record.done {
                tell(Some((&key, 100)), false);
                let hints = u8::try_from(record.hints).unwrap_or(u8::MAX);
                progress.borrow_mut().scored(&id, &key, 100, Given::Goal(hints));
                set(Record { done: true, ..record });
            }
        });
    }

    let go = |place: LessonPlace| props.learn.reform(move |_: MouseEvent| Some(place.clone()));
    let last = at + 1 == count;
    let onnext = {
        let (learn, progress, id, tell) = (props.learn.clone(), progress.clone(), id.clone(), tell.clone());
        Callback::from(move |_: MouseEvent| {
            if last {
                tell(None, true);
                progress.borrow_mut().end(&id);
            }
            let next = LessonPlace { id: Some(id.clone()), step: at + 2 };
            learn.emit(Some(if last { LessonPlace::default() } else { next }));
            focus_on(HEAD);
        })
    };
    let asks = task.is_some() || step.is_some_and(|step| step.predict.is_some());
    let open = !record.done && (asks || step.is_some_and(|step| step.goal.is_some()));
    let question = task.map(Question::Task).or_else(|| {
        let predict = step?.predict.as_ref()?;
        Some(Question::Predict(lesson, predict))
    });
    let given = record.given.clone().or_else(|| question?.first());
    // Whoever has seen the last step has come to the end, whatever they press then.
    {
        let (progress, id, tell) = (progress.clone(), id.clone(), tell.clone());
        use_effect_with(last && !open, move |ended| {
            if *ended {
                progress.borrow_mut().end(&id);
                tell(None, true);
            }
        });
    }
    let oncheck = {
        let (set, record, given, progress, id) =
            (set.clone(), record.clone(), given.clone(), progress.clone(), id.clone());
        let key = step.map_or_else(
            || task.map(|task| task.kind.key().to_owned()).unwrap_or_default(),
            |step| step.key.clone(),
        );
        // What is kept counts, and is shown: a code gives everyone the same.
        let scored = question.zip(given.as_ref()).and_then(|(question, given)| {
            let kept = question.keep(given)?;
            let answer = question.answer(&kept, &mut runs.borrow_mut())?;
            let points = question.score(&answer, &mut runs.borrow_mut())?.points;
            Some((points, kept, answer))
        });
        Callback::from(move |_: MouseEvent| {
            let mut given = given.clone();
            if let Some((points, kept, answer)) = &scored {
                tell(Some((&key, *points)), false);
                progress.borrow_mut().scored(&id, &key, *points, kept.clone());
                given = Some(answer.clone());
            }
            set(Record { given, done: true, ..record.clone() });
            focus_on("[data-lesson] [data-score]");
        })
    };
    let onguess = {
        let (set, record) = (set.clone(), record.clone());
        Callback::from(move |given: Answer| set(Record { given: Some(given), ..record.clone() }))
    };
    let mut runs = runs.borrow_mut();
    let text = step.and_then(|step| course.text(&step.key, &words, &mut runs));
    let inside = match (step, task) {
        (Some(step), _) => {
            let predict = step.predict.as_ref().zip(given.as_ref()).map(|(predict, given)| {
                let asked = Asked {
                    course,
                    done: record.done,
                    label: text.as_deref().unwrap_or_default(),
                    onguess: &onguess,
                    words: &words,
                };
                asked.prediction(predict, given, &mut runs)
            });
            let hint = {
                let (set, record) = (set.clone(), record.clone());
                Callback::from(move |_: MouseEvent| set(Record { hints: record.hints + 1, ..record.clone() }))
            };
            let reset = {
                let dispatch = dispatch.clone();
                let setting = shown.map(|shown| Setting { week: shown.week, ..Setting::new(shown.scenario) });
                Callback::from(move |_: MouseEvent| {
                    if let Some(setting) = setting {
                        dispatch.dispatch(Action::Tell(Telling { step: at, setting, hands: Hands::All }));
                    }
                })
            };
            let goal = step.goal.as_ref().map(|goal| {
                goal_view(
                    &GoalView {
                        course,
                        step,
                        goal,
                        record: &record,
                        short: short.clone(),
                        now: &setting.scenario,
                        hint,
                        reset,
                        words: &words,
                    },
                    &mut runs,
                )
            });
            html! {
                <>
                    if let Some(text) = &text {
                        <div class="lesson-text" aria-live="polite">{ for paragraphs(text) }</div>
                    }
                    <div>{ for predict }</div>
                    <div>{ for goal }</div>
                    if record.done {
                        if let Some(after) = course.text(&format!("{}.after", step.key), &words, &mut runs) {
                            <div class="lesson-text" role="status">{ for paragraphs(&after) }</div>
                        }
                    }
                </>
            }
        }
        (None, Some(task)) => {
            let total = (record.done && last)
                .then(|| total(lesson.tasks.map(Round::key), &progress.borrow(), &words));
            html! {
                <>
                    <TaskView key={at} task={task.clone()} answer={given.clone()} done={record.done} onanswer={onguess} />
                    <div>{ for total.flatten() }</div>
                </>
            }
        }
        (None, None) => html! {},
    };
    let title = AttrValue::from(course.text("title", &words, &mut runs).unwrap_or_default());
    let (number, of) = (Number::count(at + 1), Number::count(count));
    let back = {
        let (learn, before) = (props.learn.clone(), LessonPlace { id: Some(id.clone()), step: at });
        Callback::from(move |_: MouseEvent| {
            learn.emit(Some(before.clone()));
            focus_on(HEAD);
        })
    };
    html! {
        <section class="lesson" data-lesson={id.clone()} data-step={(at + 1).to_string()} aria-label={title.clone()}>
            <div class="lesson-head">
                <h2 tabindex="-1">{ title }</h2>
                <span class="quiet">{ words.text(&LessonMessage::Step { step: number, steps: of }) }</span>
                <button type="button" class="tool" data-all-lessons="" onclick={go(LessonPlace::default())}>{ words.text(&LessonMessage::All) }</button>
            </div>
            if course.is_english {
                <p class="quiet">{ words.text(&LessonMessage::English) }</p>
            }
            { inside }
            <div class="story-tools lesson-tools">
                if open && asks {
                    <button type="button" class="story-next" data-check="" disabled={given.is_none()} onclick={oncheck}>{ words.text(&LessonMessage::Check) }</button>
                }
                <button type="button" class={if open { "tool" } else { "story-next" }} data-next="" onclick={onnext}>
                    { words.text(if open { &LessonMessage::Skip } else if last { &LessonMessage::End } else { &LessonMessage::Next }) }
                </button>
                if at > 0 {
                    <button type="button" class="tool" data-back="" onclick={back}>{ words.text(&LessonMessage::Back) }</button>
                }
                if Course::scenario_of(id).is_none() {
                    <a class="word" data-sheets="" href={format!("./{}", link::sheets_folder(id, words.language()))} target="_blank">{ words.text(&LessonMessage::Sheets) }</a>
                }
                <a class="word" href={format!("./{}", glossary::folder(words.language()))} target="_blank">{ words.text(&LessonMessage::Glossary) }</a>
            </div>
        </section>
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = Html> + '_ {
    text.split('\n').map(|paragraph| html! { <p>{ paragraph.to_owned() }</p> })
}

/// What a step points at: the lever that is to be moved, where it is one.
fn target(step: &Step) -> Option<Target> {
    if let Some([only]) = step.goal.as_ref().map(|goal| goal.hands.as_slice()) {
        return ParameterId::from_key(only).ok().map(Target::Lever);
    }
    let name = step.point.as_deref()?;
    let part = Part::from_key(name).map(Target::Part);
    part.or_else(|| ParameterId::from_key(name).ok().map(Target::Lever))
}

struct GoalView<'a> {
    course: &'a Course,
    step: &'a Step,
    goal: &'a Goal,
    record: &'a Record,
    short: Option<Result<(), Short>>,
    /// What is shown now.
    now: &'a Scenario,
    hint: Callback<MouseEvent>,
    reset: Callback<MouseEvent>,
    words: &'a Words,
}

/// How far one is from a goal, where that is one number.
fn not_yet(gap: Option<Gap>, words: &Words) -> AttrValue {
    let Some(Gap { is, bound, place, above, unit }) = gap else { return words.text(&LessonMessage::Goal) };
    let (shown, bound) = (written(is, unit, words), written(bound, unit, words));
    let place = words.text(&match place {
        Place::Highest => LessonMessage::GoalHighest,
        Place::Lowest => LessonMessage::GoalLowest,
        Place::Week(week) => LessonMessage::GoalWeek { week: Number::count(week) },
    });
    match (shown == bound, above) {
        // What is written alike would say that it is reached.
        (true, _) => words.text(&LessonMessage::Goal),
        (false, true) => words.text(&LessonMessage::GoalAbove { place, is: shown, bound }),
        (false, false) => words.text(&LessonMessage::GoalBelow { place, is: shown, bound }),
    }
}

/// Whether the goal is reached, hints, and the way back.
fn goal_view(view: &GoalView, runs: &mut Runs) -> Html {
    let GoalView { course, step, goal, record, short, now, hint, reset, words } = view;
    let said = if record.done {
        words.text(&LessonMessage::GoalReached)
    } else {
        match short {
            Some(Err(Short::OtherLever(id))) => {
                words.text(&LessonMessage::GoalOther { name: words.label(id.row()) })
            }
            Some(Err(Short::TooMany)) => words.text(&LessonMessage::GoalMany),
            _ => not_yet(goal.gap(now, runs), words),
        }
    };
    let hints = (1..=record.hints.min(goal.hints))
        .filter_map(|at| course.text(&format!("{}.hint.{at}", step.key), words, runs))
        .map(|text| html! { <p data-hint="">{ text }</p> })
        .collect::<Html>();
    html! {
        <div class="lesson-goal" data-goal={if record.done { "reached" } else { "open" }}>
            <p role="status"><strong>{ said }</strong></p>
            <div aria-live="polite">{ hints }</div>
            if !record.done {
                <p class="story-tools">
                    if record.hints < goal.hints {
                        <button type="button" class="tool" data-ask-hint="" onclick={hint.clone()}>{ words.text(&LessonMessage::Hint) }</button>
                    }
                    <button type="button" class="tool" data-reset-goal="" onclick={reset.clone()}>{ words.text(&LessonMessage::Reset) }</button>
                </p>
            }
        </div>
    }
}

/// What all tasks of a round were worth and, after the lessons, the change.
fn total(round: Option<&str>, progress: &Progress, words: &Words) -> Option<Html> {
    let points = progress.average(round?)?;
    let number = |points: f64| Number::plain(points.round(), 0);
    let before = progress.average(Round::Before.key()).filter(|_| round == Some(Round::After.key()));
    let change = before.map(|before| {
        let text = words.text(&LessonMessage::TasksChange { before: number(before), after: number(points) });
        html! { <p data-gain="" data-value={decimal((points - before).round())}>{ text }</p> }
    });
    Some(html! {
        <div class="lesson-text" role="status">
            <p data-total="" data-value={decimal(points.round())}><strong>{ words.text(&LessonMessage::TasksTotal { points: number(points) }) }</strong></p>
            <div>{ for change }</div>
        </div>
    })
}
