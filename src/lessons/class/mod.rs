//! What a class answered: a teacher pastes many codes at once and sees the predictions over the truth. All
//! of it stays on this device, and nothing is kept.

pub mod answers;
mod gain;
mod table;

use std::cell::RefCell;
use std::rc::Rc;

use bathtub_lessons::class::{Class, Fault};
use bathtub_lessons::code::Why;
use bathtub_model::backtest::TableFile;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::course::{Arrival, Course, use_courses, use_rows};
use crate::locale::class::ClassMessage;
use crate::locale::lessons::LessonMessage;
use crate::locale::{Number, Words, use_platform, use_words};
use crate::platform::{ExportRequest, chosen};
use crate::share::cell::Writing;
use crate::share::{Outcome, Said};
use crate::state::LessonPlace;

/// Bytes of a file, or letters of a text, at most.
const LARGEST: f64 = 2e6;
/// Codes whose faults are told at most.
const TOLD: usize = 20;

thread_local! {
    /// The class while the page is open: a lesson may be looked at between.
    static CLASS: RefCell<Rc<Class>> = RefCell::default();
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub learn: Callback<Option<LessonPlace>>,
}

/// How it went with what was given last.
#[derive(Clone, Debug, Default, PartialEq)]
struct Told {
    read: usize,
    /// How many of them took the place of an earlier one.
    again: usize,
    faults: Vec<Fault>,
    /// Files that are too large.
    large: Vec<String>,
}

/// The teacher's place.
#[component]
pub fn ClassView(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let field = use_node_ref();
    let class = use_state_eq(|| CLASS.with_borrow(Rc::clone));
    let told = use_state_eq(|| None::<Told>);
    let saved = use_state_eq(|| None::<Outcome>);
    let (rows, _) = use_rows(words.language());
    let mut ids: Vec<String> = class.lessons().into_iter().map(str::to_owned).collect();
    // In the order in which they are taught; those of scenarios come last. What a code names is asked for
    // only where it is a lesson of this page.
    let mut known = Vec::new();
    if let Arrival::Here(rows) = &rows {
        let place = |id: &String| rows.iter().position(|row| row.id == *id);
        ids.sort_by_key(|id| place(id).unwrap_or(rows.len()));
        known = ids.clone();
        known.retain(|id| place(id).is_some() || Course::scenario_of(id).is_some());
    }
    let courses = use_courses(known, &words);
    let read = {
        let (class, told) = (class.clone(), told.setter());
        move |texts: Vec<String>, large: Vec<String>| {
            let mut all = (**class).clone();
            let before = all.learners.len();
            let (mut read, mut faults) = (0, Vec::new());
            for text in texts {
                let (more, others) = all.read(&text);
                read += more;
                faults.extend(others);
            }
            let again = read.saturating_sub(all.learners.len() - before);
            let whole = faults.is_empty() && read > 0;
            told.set(Some(Told { read, again, faults, large }));
            let all = Rc::new(all);
            CLASS.set(all.clone());
            class.set(all);
            whole
        }
    };
    let onread = {
        let (field, read) = (field.clone(), read.clone());
        Callback::from(move |_: MouseEvent| {
            let Some(area) = field.cast::<HtmlTextAreaElement>() else { return };
            // What could not be read stays, to be mended.
            if read(vec![area.value()], Vec::new()) {
                area.set_value("");
            }
        })
    };
    let onfiles = {
        let platform = platform.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let Some(files) = input.files() else { return };
            let (small, large): (Vec<_>, Vec<_>) =
                chosen(&files).into_iter().partition(|file| file.size() <= LARGEST);
            let (read, large) = (read.clone(), large.iter().map(|file| file.name()).collect::<Vec<_>>());
            let done = move |files: Vec<TableFile>| {
                let _ = read(files.into_iter().map(|file| file.text).collect(), large.clone());
            };
            platform.read(small, Callback::from(done));
            // The same file, mended, can be chosen again.
            input.set_value("");
        })
    };
    let forget = {
        let (class, told, saved) = (class.setter(), told.setter(), saved.setter());
        Callback::from(move |_: MouseEvent| {
            CLASS.set(Rc::default());
            class.set(Rc::default());
            told.set(None);
            saved.set(None);
        })
    };
    let answers = match &courses {
        Arrival::Here(courses) => {
            html! { <answers::Lessons class={(*class).clone()} {ids} courses={courses.clone()} /> }
        }
        Arrival::Coming | Arrival::Missing => html! { <p>{ words.text(&LessonMessage::Coming) }</p> },
    };
    let save = |writing: Writing, message: ClassMessage| {
        let (platform, saved, class) = (platform.clone(), saved.setter(), (*class).clone());
        let Arrival::Here(courses) = courses.clone() else { return html! {} };
        let key = if writing == Writing::Point { "csv" } else { "csv-comma" };
        let onclick = Callback::from(move |_: MouseEvent| {
            let name = table::name(writing).to_owned();
            let request = ExportRequest {
                kind: "file",
                name: name.clone(),
                text: table::write(&class, &courses, writing),
                media_type: "text/csv",
                ..ExportRequest::default()
            };
            let saved = saved.clone();
            saved.set(None);
            let done = move |word: String| saved.set(Some(Outcome::read("file", &name, 0, &word)));
            platform.export(&request, Callback::from(done));
        });
        html! { <button type="button" class="tool" data-save-class={key} {onclick}>{ words.text(&message) }</button> }
    };
    let go = |place: Option<LessonPlace>| props.learn.reform(move |_: MouseEvent| place.clone());
    let said = (*saved).clone().map(|outcome| html! { <Said {outcome} url={platform.address("")} /> });
    html! {
        <section class="lesson lesson-class" data-class="" data-learners={class.learners.len().to_string()} aria-label={words.text(&ClassMessage::Title)}>
            <div class="lesson-head">
                <h2 tabindex="-1">{ words.text(&ClassMessage::Title) }</h2>
                <button type="button" class="tool" data-all-lessons="" onclick={go(Some(LessonPlace::default()))}>{ words.text(&LessonMessage::All) }</button>
            </div>
            <p>{ words.text(&ClassMessage::About) }</p>
            <label for="class-codes">{ words.text(&ClassMessage::Codes) }</label>
            <textarea ref={field} id="class-codes" rows="4" spellcheck="false" autocomplete="off" maxlength={(LARGEST as u32).to_string()} />
            <p class="story-tools">
                <button type="button" class="story-next" data-read-codes="" onclick={onread}>{ words.text(&ClassMessage::Read) }</button>
                <label class="lesson-files">{ words.text(&ClassMessage::Files) }{ " " }<input type="file" multiple=true accept=".txt,text/plain" data-class-files="" onchange={onfiles} /></label>
            </p>
            <div role="status" data-class-told=""><div>{ for (*told).as_ref().map(|told| tell(told, &class, &words)) }</div></div>
            if !class.learners.is_empty() {
                <gain::Gain class={(*class).clone()} />
                <div>{ answers }</div>
                <p class="story-tools">
                    { save(Writing::Point, ClassMessage::Table) }
                    { save(Writing::Comma, ClassMessage::TableComma) }
                    <button type="button" class="tool" data-forget-class="" onclick={forget}>{ words.text(&ClassMessage::Forget) }</button>
                </p>
                <div role="status"><div>{ for said }</div></div>
            }
        </section>
    }
}

/// How many codes were read, and why others were not.
fn tell(told: &Told, class: &Class, words: &Words) -> Html {
    let Told { read, again, faults, large } = told;
    let faults_told = faults.iter().take(TOLD).map(|fault| {
        let refused =
            ClassMessage::Refused { number: Number::count(fault.number), why: words.text(&why(fault.why)) };
        html! { <li class="refused">{ words.text(&refused) }</li> }
    });
    let large_told = large.iter().take(TOLD).map(|name| {
        html! { <li class="refused">{ words.text(&ClassMessage::FileLong { name: name.clone().into() }) }</li> }
    });
    let is_empty = *read == 0 && faults.is_empty() && large.is_empty();
    let first = if is_empty {
        ClassMessage::NoCode
    } else {
        ClassMessage::Counted { codes: Number::count(*read), learners: Number::count(class.learners.len()) }
    };
    html! {
        <>
            <p>
                { words.text(&first) }
                if *again > 0 {
                    { " " }{ words.text(&ClassMessage::Again { again: Number::count(*again) }) }
                }
            </p>
            <ul>{ for faults_told }</ul>
            <ul>{ for large_told }</ul>
        </>
    }
}

/// Why a code was not read.
pub const fn why(why: Why) -> ClassMessage {
    match why {
        Why::Cut => ClassMessage::WhyCut,
        Why::Garbled => ClassMessage::WhyGarbled,
        Why::Long => ClassMessage::WhyLong,
        Why::Newer => ClassMessage::WhyNewer,
        Why::Many => ClassMessage::WhyMany,
    }
}
