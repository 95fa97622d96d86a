//! The code of one's own answers, to copy or to save, for a teacher.

use yew::prelude::*;

use super::progress::Progress;
use crate::hooks::use_open;
use crate::locale::class::ClassMessage;
use crate::locale::{use_platform, use_words};
use crate::platform::ExportRequest;
use crate::share::{Outcome, Said};

/// The field with the code.
const FIELD: &str = "lesson-code";

/// A fold with the code; nothing where nothing was answered.
#[component]
pub fn YourCode() -> Html {
    let (platform, words) = (use_platform(), use_words());
    let (open, ontoggle) = use_open();
    let result = use_state_eq(|| None::<Outcome>);
    let answers = use_memo((), |()| Progress::kept().answers());
    let Some(answers) = (*answers).as_ref() else { return html! {} };
    let code = answers.code();
    let send = |kind: &'static str| {
        let (platform, result) = (platform.clone(), result.setter());
        let name = format!("bathtub-answers-{}.txt", answers.short().to_ascii_lowercase());
        let request = ExportRequest {
            kind,
            name,
            text: code.clone(),
            media_type: "text/plain",
            ..ExportRequest::default()
        };
        Callback::from(move |_: MouseEvent| {
            let (result, name) = (result.clone(), request.name.clone());
            result.set(None);
            platform.export(
                &request,
                Callback::from(move |word: String| result.set(Some(Outcome::read(kind, &name, 0, &word)))),
            );
        })
    };
    let said = (*result).clone().map(|outcome| match outcome {
        Outcome::Copied => html! { <p data-outcome="copied">{ words.text(&ClassMessage::Copied) }</p> },
        outcome => html! { <Said {outcome} url={platform.address("")} /> },
    });
    html! {
        <details class="lesson-code" {ontoggle}>
            <summary>{ words.text(&ClassMessage::Code) }</summary>
            if open {
                <p>{ words.text(&ClassMessage::CodeSays) }</p>
                <p>{ words.text(&ClassMessage::Yours { short: answers.short().into() }) }</p>
                <label for={FIELD}>{ words.text(&ClassMessage::Code) }</label>
                <textarea id={FIELD} readonly=true rows="4" spellcheck="false" data-code="" value={code.clone()} />
                <p class="story-tools">
                    <button type="button" class="tool" data-copy-code="" onclick={send("copy")}>{ words.text(&ClassMessage::Copy) }</button>
                    <button type="button" class="tool" data-save-code="" onclick={send("file")}>{ words.text(&ClassMessage::Save) }</button>
                </p>
                <div role="status"><div>{ for said }</div></div>
            }
        </details>
    }
}
