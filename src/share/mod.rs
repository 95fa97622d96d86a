//! What a visitor takes along: the link, pictures, the numbers of the run, a printed page.

pub mod cell;
mod code;
mod embed;
mod outcome;
mod run_file;
mod source;

use std::rc::Rc;

use web_sys::{HtmlDialogElement, HtmlSelectElement};
use yew::prelude::*;

pub use outcome::{Outcome, Said};
pub use source::source_line;

use crate::charts::{CHARTS, ChartInputs};
use crate::hooks::use_settled;
use crate::link;
use crate::locale::scene::SceneMessage;
use crate::locale::takeaway::TakeawayMessage;
use crate::locale::{Words, use_platform, use_words};
use crate::platform::ExportRequest;
use crate::scene;
use crate::state::Setting;
use cell::Writing;
use embed::EmbedCode;
use run_file::Format;

/// Its own style sheet, which comes with it.
const STYLE: &str = "./css/share.css";

/// Widths of pictures, in pixels: for a page, for a slide, for print.
const WIDTHS: [u32; 3] = [1200, 1920, 3200];

/// Width of the preview.
const PREVIEW: u32 = 720;

#[derive(Clone, Properties, PartialEq)]
pub struct Props {
    pub inputs: ChartInputs,
    /// What the link restores.
    pub setting: Setting,
    /// How often the sheet was asked for.
    pub asked: u32,
}

/// What there is to take along is looked at when a drag has ended.
#[component]
pub fn Takeaway(props: &Props) -> Html {
    let settled = use_settled(!props.inputs.dragging, || {
        (ChartInputs { dragging: false, ..props.inputs.clone() }, props.setting)
    });
    let (inputs, setting) = (*settled).clone();
    html! { <Sheet {inputs} {setting} asked={props.asked} /> }
}

/// A dialogue over the page, opened whenever it is asked for.
#[component]
fn Sheet(Props { inputs: props, setting, asked }: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let (dialog, open) = (use_node_ref(), use_state_eq(|| false));
    {
        let (dialog, open) = (dialog.clone(), open.setter());
        use_effect_with(*asked, move |asked| {
            if *asked > 0
                && let Some(dialog) = dialog.cast::<HtmlDialogElement>()
            {
                let _ = dialog.show_modal();
                open.set(true);
            }
        });
    }
    let onclose = {
        let open = open.setter();
        Callback::from(move |_: Event| open.set(false))
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let what = use_state_eq(|| 0_usize);
    let width = use_state_eq(|| WIDTHS[1]);
    // How it went, and for which link: of another setting it says nothing.
    let result = use_state_eq(|| None::<(Outcome, AttrValue)>);
    let url = AttrValue::from(platform.address(&link::write(setting, words.language())));

    let titles = titles(props, &words);
    let source = source_line(&url, &words);
    let pictures = format!("bathtub-{}-week-{}", props.run.scenario().start().date, props.week);
    let request = |kind: &'static str, width: u32| {
        let (chart, title) = match kind {
            "link" => (None, words.text(&TakeawayMessage::LinkTitle)),
            _ => titles[*what].clone(),
        };
        let shown = chart.map_or("scene", |id| id.trim_start_matches("chart-"));
        ExportRequest {
            kind,
            chart,
            title: title.to_string(),
            url: url.to_string(),
            name: format!("{pictures}-{shown}"),
            source: source.to_string(),
            width,
            ..ExportRequest::default()
        }
    };
    {
        let (platform, preview) = (platform.clone(), request("preview", PREVIEW));
        use_effect_with((*open, preview), move |(open, preview)| {
            if *open {
                platform.export(preview, Callback::noop());
            }
        });
    }
    let [headline, regime] = scene::headlines(&props.run, &props.baseline, props.pinned, props.week);
    let alt = format!("{} {}", words.text(&headline), words.text(&regime));
    let send = |make: Rc<dyn Fn() -> ExportRequest>| {
        let (platform, result, url) = (platform.clone(), result.setter(), url.clone());
        Callback::from(move |_: MouseEvent| {
            let (result, url, request) = (result.clone(), url.clone(), make());
            result.set(None);
            let (kind, name, width) = (request.kind, request.name.clone(), request.width);
            let done = move |word: String| {
                result.set(Some((Outcome::read(kind, &name, width, &word), url.clone())));
            };
            platform.export(&request, Callback::from(done));
        })
    };
    let export = |kind: &'static str| {
        let request = request(kind, *width);
        send(Rc::new(move || request.clone()))
    };
    // Written when it is asked for: a file of a run has thousands of numbers.
    let save = |format: Format| {
        let (run, week, platform) = (props.run.clone(), props.week, platform.clone());
        let onclick = send(Rc::new(move || ExportRequest {
            kind: "file",
            name: run_file::name(&run, format),
            text: format.write(&run, week, &platform),
            media_type: format.media_type(),
            ..ExportRequest::default()
        }));
        let text = words.text(&file_name(format));
        html! { <button key={format.key()} type="button" class="tool" data-save={format.key()} {onclick}>{ text }</button> }
    };
    let pick = {
        let what = what.setter();
        Callback::from(move |event: Event| {
            let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            what.set(usize::try_from(index).unwrap_or(0));
        })
    };
    let resize = {
        let width = width.setter();
        Callback::from(move |event: Event| {
            let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            let chosen = usize::try_from(index).ok().and_then(|index| WIDTHS.get(index));
            width.set(chosen.copied().unwrap_or(WIDTHS[0]));
        })
    };
    let names = [TakeawayMessage::Scene].map(|message| words.text(&message)).into_iter();
    let names = names.chain(CHARTS.iter().map(|chart| words.text(&chart.title)));
    let options =
        names.enumerate().map(|(i, name)| html! { <option key={i} selected={i == *what}>{ name }</option> });
    let widths = WIDTHS.iter().map(|pixels| {
        let text = format!("{pixels} px");
        html! { <option key={*pixels} selected={*pixels == *width}>{ text }</option> }
    });
    let result = (*result).clone().filter(|(_, exported)| *exported == url);
    let button = |message: TakeawayMessage, take: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="tool" data-take={take} {onclick}>{ words.text(&message) }</button> }
    };
    html! {
        <dialog ref={dialog} class="takeaway" data-sheet="" aria-labelledby="takeaway-title" {onclose}>
            <link rel="stylesheet" href={STYLE} />
            <button type="button" class="sheet-close" data-close="" aria-label={words.text(&SceneMessage::Close)} onclick={close}>{ "×" }</button>
            <h2 id="takeaway-title">{ words.text(&TakeawayMessage::Title) }</h2>
            <img data-preview="" alt={titles[*what].1.clone()} />
            <div class="takeaway-row">
                { button(TakeawayMessage::Link, "link", export("link")) }
                { button(TakeawayMessage::Print, "print", export("print")) }
            </div>
            <div class="takeaway-row">
                { Format::ALL.map(save).into_iter().collect::<Html>() }
            </div>
            <p class="quiet">{ words.text(&TakeawayMessage::CsvNote) }</p>
            <div class="takeaway-row">
                <label for="takeaway-what">{ words.text(&TakeawayMessage::Picture) }</label>
                <select id="takeaway-what" autocomplete="off" onchange={pick}>{ for options }</select>
                <label for="takeaway-width">{ words.text(&TakeawayMessage::Width) }</label>
                <select id="takeaway-width" autocomplete="off" onchange={resize}>{ for widths }</select>
                { button(TakeawayMessage::Png, "png", export("png")) }
                <span>{ for (*what == 0).then(|| button(TakeawayMessage::Svg, "svg", export("svg"))) }</span>
            </div>
            <EmbedCode setting={*setting} alt={alt} picture={pictures.clone()} source={source.clone()} />
            <div role="status">{ for result.map(|(outcome, url)| html! { <Said {outcome} {url} /> }) }</div>
        </dialog>
    }
}

/// Identity and title of what can be a picture: the scene, then the charts.
fn titles(props: &ChartInputs, words: &Words) -> Vec<(Option<&'static str>, AttrValue)> {
    let charts = CHARTS.iter().map(|chart| (Some(chart.id), words.text(&chart.title)));
    let [headline, _] = scene::headlines(&props.run, &props.baseline, props.pinned, props.week);
    [(None, words.text(&headline))].into_iter().chain(charts).collect()
}

/// What a file is called on its button.
const fn file_name(format: Format) -> TakeawayMessage {
    match format {
        Format::Csv(Writing::Point) => TakeawayMessage::Csv,
        Format::Csv(Writing::Comma) => TakeawayMessage::CsvComma,
        Format::Json => TakeawayMessage::Json,
    }
}
