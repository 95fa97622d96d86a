//! What a visitor takes along: the link, pictures, the numbers of the run, a printed page.

use bathtub_model::Run;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::charts::{self, Props};
use crate::components::source;
use crate::link;
use crate::locale::takeaway::TakeawayMessage;
use crate::locale::{Words, use_platform, use_words};
use crate::platform::{Outcome, Platform, Wish};
use crate::saving::{self, Format};
use crate::scene;
use crate::shared::{Shared, use_held};
use crate::state::Setting;

/// Widths of pictures, in pixels: for a page, for a slide, for print.
const WIDTHS: [u32; 3] = [1200, 1920, 3200];

/// What there is to take along is looked at when a drag has ended.
#[component]
pub fn Takeaway(props: &Props) -> Html {
    let held = use_held(!props.dragging, || Props { dragging: false, ..props.clone() });
    html! { <Sheet ..(*held).clone() /> }
}

#[component]
fn Sheet(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let what = use_state_eq(|| 0_usize);
    let width = use_state_eq(|| WIDTHS[1]);
    // How it went, and for which link: of another setting it says nothing.
    let told = use_state_eq(|| None::<(Outcome, AttrValue)>);
    let setting = Setting { scenario: *props.run.scenario(), week: props.week };
    let url = AttrValue::from(platform.address(&link::write(&setting, words.language())));

    let titles = titles(props, &words);
    let source = source(&url, &words);
    let wish = |kind: &'static str| {
        let (chart, title) = match kind {
            "link" => (None, words.text(&TakeawayMessage::LinkTitle)),
            _ => titles[*what].clone(),
        };
        let wish = Wish {
            kind,
            chart,
            title: title.to_string(),
            url: url.to_string(),
            name: ["bathtub-", props.run.scenario().start().date].concat(),
            source: source.to_string(),
            width: *width,
        };
        let (platform, told, url) = (platform.clone(), told.setter(), url.clone());
        Callback::from(move |_: MouseEvent| {
            let (told, url) = (told.clone(), url.clone());
            told.set(None);
            platform.take(&wish, Callback::from(move |outcome| told.set(Some((outcome, url.clone())))));
        })
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
    let names = names.chain(charts::TITLES.iter().map(|(_, title)| words.text(title)));
    let options =
        names.enumerate().map(|(i, name)| html! { <option key={i} selected={i == *what}>{ name }</option> });
    let widths = WIDTHS.iter().map(|pixels| {
        let text = [&*pixels.to_string(), " px"].concat();
        html! { <option key={*pixels} selected={*pixels == *width}>{ text }</option> }
    });
    let print = {
        let platform = platform.clone();
        Callback::from(move |_: MouseEvent| platform.print())
    };
    let told = (*told).clone().filter(|(_, of)| *of == url);
    let button = |message: TakeawayMessage, take: &'static str, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="tool" data-take={take} {onclick}>{ words.text(&message) }</button> }
    };
    html! {
        <section class="takeaway" aria-labelledby="takeaway-title">
            <h2 id="takeaway-title">{ words.text(&TakeawayMessage::Title) }</h2>
            <div class="takeaway-row">
                { button(TakeawayMessage::Link, "link", wish("link")) }
                { save(&props.run, Format::Csv, &platform, &words) }
                { save(&props.run, Format::Json, &platform, &words) }
                { button(TakeawayMessage::Print, "print", print) }
            </div>
            <div class="takeaway-row">
                <label for="takeaway-what">{ words.text(&TakeawayMessage::Picture) }</label>
                <select id="takeaway-what" autocomplete="off" onchange={pick}>{ for options }</select>
                <label for="takeaway-width">{ words.text(&TakeawayMessage::Width) }</label>
                <select id="takeaway-width" autocomplete="off" onchange={resize}>{ for widths }</select>
                { button(TakeawayMessage::Png, "png", wish("png")) }
                { for (*what == 0).then(|| button(TakeawayMessage::Svg, "svg", wish("svg"))) }
            </div>
            <div role="status">{ for told.map(|(outcome, url)| outcome_text(outcome, url, &words)) }</div>
        </section>
    }
}

/// Identity and title of what can be a picture: the scene, then the charts.
fn titles(props: &Props, words: &Words) -> Vec<(Option<&'static str>, AttrValue)> {
    let charts = charts::TITLES.iter().map(|(id, title)| (Some(*id), words.text(title)));
    [(None, words.text(&scene::headline(&props.run, &props.baseline, props.pinned, props.week)))]
        .into_iter()
        .chain(charts)
        .collect()
}

/// A button that saves the run.
fn save(run: &Shared<Run>, format: Format, platform: &Platform, words: &Words) -> Html {
    let message = match format {
        Format::Csv => TakeawayMessage::Csv,
        Format::Json => TakeawayMessage::Json,
    };
    let (run, platform) = (run.clone(), platform.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        platform.save(&saving::name(&run, format), format.media_type(), &format.write(&run, &platform));
    });
    html! { <button type="button" class="tool" data-save={format.ending()} {onclick}>{ words.text(&message) }</button> }
}

/// How it went. What could not be copied is shown, to be copied by hand.
fn outcome_text(outcome: Outcome, url: AttrValue, words: &Words) -> Html {
    let message = match outcome {
        Outcome::Shared | Outcome::Cancelled => return html! {},
        Outcome::Copied => TakeawayMessage::Copied,
        Outcome::Saved => TakeawayMessage::Saved,
        Outcome::Failed => TakeawayMessage::Failed,
    };
    let address = (outcome == Outcome::Failed).then(|| {
        let name = words.text(&TakeawayMessage::Address);
        html! { <input type="text" class="address" readonly=true aria-label={name} value={url} /> }
    });
    html! { <p data-outcome={outcome.name()}>{ words.text(&message) }{ " " }{ for address }</p> }
}
