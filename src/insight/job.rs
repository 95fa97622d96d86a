//! The heavier questions, worked out by the engine off the frame: the latest setting wins.

use bathtub_engine::{Answer, Question, QuestionKind};
use bathtub_model::Run;
use bathtub_model::analysis::Findings;
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::hooks::Shared;
use crate::locale::use_platform;

/// How long a setting rests before it is analysed, ms: a drag is one question, not sixty.
const REST: u32 = 180;

/// Findings with the run they are of.
#[derive(Clone, PartialEq)]
pub struct Insight {
    /// The run that was analysed.
    pub run: Shared<Run>,
    /// The week that was analysed.
    pub week: usize,
    /// What has been found: all but the last refinements of the bands; nothing before the first job.
    pub findings: Shared<Findings>,
    /// Whether the engine could not be had.
    pub missing: bool,
}

/// Findings of the run that is shown, or of the one before it until they come; and whether they
/// are fresh. Nothing is worked out, and no engine fetched, before it has been `in_sight`.
#[hook]
pub fn use_insight(run: &Shared<Run>, week: usize, in_sight: bool) -> (Insight, bool) {
    let platform = use_platform();
    let seen = use_mut_ref(|| false);
    let seen = {
        let mut seen = seen.borrow_mut();
        *seen |= in_sight;
        *seen
    };
    let found = {
        let run = run.clone();
        use_state(move || Insight { run, week, findings: Shared::new(Findings::default()), missing: false })
    };
    {
        let found = found.setter();
        use_effect_with((run.clone(), week, seen), move |(run, week, seen)| {
            let (run, week) = (run.clone(), *week);
            let timer = seen.then(|| {
                Timeout::new(REST, move || {
                    let question = Question::new(QuestionKind::Analysis, run.scenario(), week);
                    let answered = move |answer| {
                        let (findings, missing) = match answer {
                            Some(Answer::Analysis(findings)) => (findings, false),
                            _ => (Findings::default(), true),
                        };
                        let (run, findings) = (run.clone(), Shared::new(findings));
                        found.set(Insight { run, week, findings, missing });
                    };
                    platform.ask(question, Callback::from(answered));
                })
            });
            move || drop(timer)
        });
    }
    let fresh = found.run == *run && found.week == week && (found.missing || found.findings.is_complete());
    ((*found).clone(), fresh)
}
