//! A code to copy or to save, and that of one's own answers, for a teacher.

use yew::prelude::*;

use super::progress::Progress;
use crate::hooks::use_open;
use crate::locale::class::ClassMessage;
use crate::locale::{use_platform, use_words};
use crate::platform::ExportRequest;
use crate::share::{Outcome, Said};

#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// Identity of the field.
    pub id: &'static str,
    pub label: AttrValue,
    pub code: AttrValue,
    /// Name of the file.
    pub name: AttrValue,
}

/// A code, with the ways out of the page.
#[component]
pub fn CodeField(props: &FieldProps) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let FieldProps { id, label, code, name } = props.clone();
    // What was said is true of the code that left.
    let result = use_state_eq(|| None::<(AttrValue, Outcome)>);
    let send = |kind: &'static str| {
        let (platform, result, code) = (platform.clone(), result.setter(), code.clone());
        let request = ExportRequest {
            kind,
            name: name.to_string(),
            text: code.to_string(),
            media_type: "text/plain",
            ..ExportRequest::default()
        };
        Callback::from(move |_: MouseEvent| {
            let (result, code, name) = (result.clone(), code.clone(), request.name.clone());
            result.set(None);
            let done =
                move |word: String| result.set(Some((code.clone(), Outcome::read(kind, &name, 0, &word))));
            platform.export(&request, Callback::from(done));
        })
    };
    let said = (*result).clone().filter(|(of, _)| *of == code).map(|(_, outcome)| match outcome {
        Outcome::Copied => html! { <p data-outcome="copied">{ words.text(&ClassMessage::Copied) }</p> },
        outcome => html! { <Said {outcome} url={platform.address("")} /> },
    });
    html! {
        <>
            <label for={id}>{ label }</label>
            <textarea {id} readonly=true rows="4" spellcheck="false" data-code="" value={code.clone()} />
            <p class="story-tools">
                <button type="button" class="tool" data-copy-code="" onclick={send("copy")}>{ words.text(&ClassMessage::Copy) }</button>
                <button type="button" class="tool" data-save-code="" onclick={send("file")}>{ words.text(&ClassMessage::Save) }</button>
            </p>
            <div role="status"><div>{ for said }</div></div>
        </>
    }
}

/// A fold with the code of one's answers; nothing where nothing was answered.
#[component]
pub fn YourCode() -> Html {
    let words = use_words();
    let (open, ontoggle) = use_open();
    let answers = use_memo((), |()| Progress::kept().answers());
    let Some(answers) = (*answers).as_ref() else { return html! {} };
    let short = answers.short();
    let name = format!("bathtub-answers-{}.txt", short.to_ascii_lowercase());
    html! {
        <details class="lesson-code" {ontoggle}>
            <summary>{ words.text(&ClassMessage::Code) }</summary>
            if open {
                <p>{ words.text(&ClassMessage::CodeSays) }</p>
                <p>{ words.text(&ClassMessage::Yours { short: short.into() }) }</p>
                <CodeField id="lesson-code" label={words.text(&ClassMessage::Code)} code={answers.code()} {name} />
            }
        </details>
    }
}
