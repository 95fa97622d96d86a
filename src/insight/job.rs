//! The heavier questions, worked out off the frame: the latest setting wins.
//!
//! [`Analysis`] is the same job everywhere. Here it is given a few milliseconds at a time between
//! frames, once the setting has rested for a moment, so that it also runs where no worker can be
//! had: a frame sandboxed to scripts only.

use std::cell::RefCell;
use std::rc::Rc;

use bathtub_model::Run;
use bathtub_model::analysis::{Analysis, Findings};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::locale::use_platform;
use crate::platform::Platform;
use crate::shared::Shared;

/// How long a setting rests before it is analysed, ms: a drag is one question, not sixty.
const REST: u32 = 180;

/// What one slice may take, ms: a quarter of a frame at 60 Hz, and no long task on a slow phone.
const SLICE: f64 = 4.0;

/// Findings with the run they are of.
#[derive(Clone, PartialEq)]
pub struct Insight {
    /// The run that was analysed.
    pub run: Shared<Run>,
    /// The week that was analysed.
    pub week: usize,
    /// What has been found: all but the last refinements of the bands; nothing before the first job.
    pub findings: Shared<Findings>,
}

/// A job and where its findings go.
struct Running {
    job: Analysis,
    /// Draws behind the findings that were last handed out.
    shown: usize,
    platform: Platform,
    show: Callback<Findings>,
}

/// Whether there is an answer to every question, if only a first one.
fn complete(findings: &Findings) -> bool {
    findings.tornado.is_some() && findings.equivalents.is_some() && findings.draws > 0
}

/// Runs a slice and asks for the next, until the job is done or its handle is dropped.
fn slice(mut running: Running, handle: Rc<RefCell<Option<Timeout>>>) {
    let platform = running.platform.clone();
    let more = running.job.advance_for(SLICE, move || platform.now());
    let findings = running.job.findings();
    if complete(findings) && findings.draws > running.shown {
        running.shown = findings.draws;
        running.show.emit(findings.clone());
    }
    let next = Rc::clone(&handle);
    let timeout = more.then(|| Timeout::new(0, move || slice(running, next)));
    // The timer that runs this slice has run: it must not be cancelled from within.
    if let Some(spent) = handle.replace(timeout) {
        spent.forget();
    }
}

/// Findings of the run that is shown, or of the one before it until they come; and whether they
/// are fresh.
#[hook]
pub fn use_insight(run: &Shared<Run>, week: usize) -> (Insight, bool) {
    let platform = use_platform();
    let found = {
        let run = run.clone();
        use_state(move || Insight { run, week, findings: Shared::new(Findings::default()) })
    };
    let handle = use_mut_ref(|| None::<Timeout>);
    {
        let found = found.setter();
        use_effect_with((run.clone(), week), move |(run, week)| {
            let (run, week) = (run.clone(), *week);
            let next = Rc::clone(&handle);
            *handle.borrow_mut() = Some(Timeout::new(REST, move || {
                let Ok(job) = Analysis::new(run.scenario(), week) else { return };
                let show = Callback::from(move |findings| {
                    found.set(Insight { run: run.clone(), week, findings: Shared::new(findings) });
                });
                slice(Running { job, shown: 0, platform, show }, next);
            }));
            // Dropping the timer ends the job: a newer setting takes its place.
            move || drop(handle.take())
        });
    }
    let fresh = found.run == *run && found.week == week && complete(&found.findings);
    ((*found).clone(), fresh)
}
