//! A prepared scenario as a page of its own, and the list of all of them: plain HTML that the build
//! writes into `www/scenarios/template.html`. Whoever finds one by a search or a preview reads it without
//! the program, which comes with the tub in it.

mod article;

use bathtub_model::{DATA_DATE, Error, MODEL_VERSION, PRESETS, Preset, Run, Scenario, simulate};
use serde::Serialize;
use yew::prelude::*;

use super::scenarios::first_sentence;
use crate::language::Language;
use crate::locale::embed::{EmbedMessage, FrameMessage};
use crate::locale::page::PageMessage;
use crate::locale::{Day, Words};
use crate::platform::Date;
use crate::state::Setting;
use crate::{link, scene};
use article::article;

/// A page as the build writes it.
#[derive(Serialize)]
pub struct ScenarioPage {
    /// Its folder in the site, with a slash at its end.
    pub folder: String,
    /// The way from there to the root of the site.
    pub root: String,
    pub lang: &'static str,
    /// What it is for previews: one text, or a list of them.
    pub kind: &'static str,
    /// Name of the whole.
    pub site: String,
    /// Name of the document.
    pub title: String,
    /// Name of what it shows.
    pub name: String,
    pub description: String,
    /// The picture that previews show, from the root of the site, and what it shows.
    pub card: String,
    pub alt: String,
    /// Size of the picture.
    pub width: u32,
    pub height: u32,
    /// What stands in the body.
    pub body: String,
}

/// Size of every card.
const CARD: [u32; 2] = [1200, 630];

/// The list and every scenario, in the language of the words; `draw` makes text of what stands on one.
///
/// # Errors
/// None: the presets are scenarios, by test.
pub fn pages(words: &Words, draw: impl Fn(Bare) -> String) -> Result<Vec<ScenarioPage>, Error> {
    let all: Vec<Told> = PRESETS.iter().map(|preset| Told::new(preset, words)).collect::<Result<_, _>>()?;
    let list = Place::new("", words.language());
    let title = words.text(&PageMessage::Scenarios).to_string();
    let names: Vec<&str> = all.iter().map(|told| told.name.as_str()).collect();
    let mut pages = vec![ScenarioPage {
        title: words.text(&PageMessage::ScenarioTitle { name: title.clone().into() }).to_string(),
        description: names.join(" · "),
        card: "social.png".to_owned(),
        alt: words.text(&PageMessage::Title).to_string(),
        kind: "website",
        body: draw(Bare { html: framed(&list, None, list_of(&all, &list, words), words) }),
        ..list.page(title, words)
    }];
    for (at, told) in all.iter().enumerate() {
        let place = Place::new(told.preset.key, words.language());
        let beside = [at.checked_sub(1), Some(at + 1)].map(|at| all.get(at?));
        let html = framed(&place, Some(PageMessage::Scenarios), article(told, &place, beside, words), words);
        pages.push(ScenarioPage {
            title: words.text(&PageMessage::ScenarioTitle { name: told.name.clone() }).to_string(),
            description: joined(&[&told.sentence, &told.said[0]]),
            card: card(told.preset),
            alt: told.alt(words),
            body: draw(Bare { html }),
            ..place.page(told.name.to_string(), words)
        });
    }
    Ok(pages)
}

fn card(preset: &Preset) -> String {
    format!("{}card.jpg", link::scenario_folder(preset.key, Language::English))
}

/// Where a page stands.
pub(super) struct Place {
    /// What it is about: the key of a scenario, empty for the list of all, or the name of a lesson.
    key: String,
    /// The folder of what has a key, in a language.
    folders: fn(&str, Language) -> String,
    folder: String,
    root: String,
}

impl Place {
    fn new(key: &str, language: Language) -> Self {
        Self::among(link::scenario_folder, key, language)
    }

    /// One of pages that stand in other folders.
    pub(super) fn among(folders: fn(&str, Language) -> String, key: &str, language: Language) -> Self {
        let folder = folders(key, language);
        let root = "../".repeat(folder.matches('/').count());
        Place { key: key.to_owned(), folders, folder, root }
    }

    /// The way to the same in another language, or to another of its kind.
    fn to(&self, key: &str, language: Language) -> String {
        format!("{}{}", self.root, (self.folders)(key, language))
    }

    pub(super) fn page(self, name: String, words: &Words) -> ScenarioPage {
        let [width, height] = CARD;
        ScenarioPage {
            folder: self.folder,
            root: self.root,
            lang: words.language().tag(),
            kind: "article",
            site: words.text(&PageMessage::Title).to_string(),
            name,
            width,
            height,
            title: String::new(),
            description: String::new(),
            card: String::new(),
            alt: String::new(),
            body: String::new(),
        }
    }
}

/// A scenario with what is said of it.
struct Told {
    preset: &'static Preset,
    setting: Setting,
    name: AttrValue,
    /// The first sentence of what there is to see.
    sentence: String,
    /// What moved most, and who pays.
    said: [AttrValue; 2],
    run: Run,
    untouched: Run,
}

impl Told {
    fn new(preset: &'static Preset, words: &Words) -> Result<Self, Error> {
        let setting = Setting::of(preset)?;
        let run = simulate(&setting.scenario);
        let untouched = simulate(&Scenario::new(setting.scenario.start()));
        let said = scene::headlines(&run, &untouched, false, preset.week).map(|said| words.text(&said));
        let sentence = first_sentence(&words.preset(preset, "look")).0.to_owned();
        Ok(Told { preset, setting, name: words.preset(preset, "title"), sentence, said, run, untouched })
    }

    fn alt(&self, words: &Words) -> String {
        let name = words.text(&PageMessage::ScenarioName { name: self.name.clone() });
        joined(&[&name, &self.said[0], &self.said[1]])
    }
}

/// What stands on a page.
#[derive(Properties, PartialEq)]
pub struct Bare {
    pub html: Html,
}

/// Nothing but what it is given.
#[component]
pub fn Body(Bare { html }: &Bare) -> Html {
    html.clone()
}

/// What every page has around its text: the way back, also to the list that it is of, languages, where it is
/// from.
pub(super) fn framed(place: &Place, list: Option<PageMessage>, text: Html, words: &Words) -> Html {
    let languages = Language::ALL.into_iter().map(|language| {
        let tag = language.tag();
        let current = (language == words.language()).then_some("page");
        html! { <li><a href={place.to(&place.key, language)} hreflang={tag} lang={tag} aria-current={current}>{ language.name() }</a></li> }
    });
    let date = Date::parse(DATA_DATE).unwrap_or_default();
    let way = |to: String, name| html! { <li><a href={to}>{ words.text(&name) }</a></li> };
    let home = way(address(place, "", words.language()), PageMessage::Title);
    let list = list.map(|name| way(place.to("", words.language()), name));
    let back = [home].into_iter().chain(list);
    html! {
        <>
            <header>
                <ul class="trail">{ for back }</ul>
            </header>
            <main>{ text }</main>
            <footer>
                <ul class="trail">{ for languages }</ul>
                <p>{ words.text(&FrameMessage::Source { model: AttrValue::Static(MODEL_VERSION), date: Day::long(date) }) }</p>
                <p>{ words.text(&EmbedMessage::Licence) }</p>
            </footer>
        </>
    }
}

/// The page with the sliders, at a setting or, with none, as it opens.
fn address(place: &Place, setting: &str, language: Language) -> String {
    match (setting, language) {
        ("", Language::English) => place.root.clone(),
        ("", language) => format!("{}?lang={}", place.root, language.tag()),
        (setting, _) => format!("{}?{setting}", place.root),
    }
}

fn list_of(all: &[Told], place: &Place, words: &Words) -> Html {
    let rows = all.iter().map(|told| {
        let to = place.to(told.preset.key, words.language());
        html! {
            <li>
                <a href={to}>
                    // The name beside it says what it is.
                    <img src={format!("{}{}", place.root, card(told.preset))} width={CARD[0].to_string()} height={CARD[1].to_string()} loading="lazy" alt="" />
                    <strong>{ &told.name }</strong>
                </a>
                <p>{ &told.sentence }</p>
            </li>
        }
    });
    html! {
        <>
            <h1>{ words.text(&PageMessage::Scenarios) }</h1>
            <p>{ words.text(&PageMessage::Tagline) }</p>
            <ul class="cards">{ for rows }</ul>
        </>
    }
}

/// Sentences after each other.
fn joined(sentences: &[&str]) -> String {
    sentences.iter().fold(String::new(), |text, next| format!("{text}{}{next}", between(&text)))
}

/// What stands between a sentence and the next: nothing where they are written without spaces.
fn between(before: &str) -> &'static str {
    if before.is_empty() || before.ends_with('。') { "" } else { " " }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::catalogues;
    use crate::platform::Platform;
    use crate::render;

    #[test]
    fn every_scenario_has_a_page_in_every_language_and_says_its_numbers() {
        for language in Language::ALL {
            let words = catalogues::words(language, &Platform::native());
            let pages = pages(&words, render::<Body>).unwrap();
            assert_eq!(pages.len(), PRESETS.len() + 1);
            for (page, preset) in pages[1..].iter().zip(&PRESETS) {
                let run = simulate(&preset.scenario().unwrap());
                let level = run.readouts(preset.week).unwrap().level;
                assert!(page.body.contains(&format!("data-value=\"{level}\"")), "{}", page.folder);
                assert!(page.body.contains(&format!("scenario={}", preset.key)), "{}", page.folder);
                assert!(page.description.chars().count() < 320, "{}", page.description);
                assert_eq!(page.body.matches("<h1>").count(), 1);
                // Where the words have a number for what is none.
                assert!(!page.body.contains("<td>–</td>"), "{}", page.body);
            }
        }
    }

    #[test]
    fn the_ways_lead_to_neighbours_in_the_same_language() {
        let words = catalogues::words(Language::Russian, &Platform::native());
        let pages = pages(&words, render::<Body>).unwrap();
        let [list, first, second] = &pages[..3] else { panic!("three pages") };
        assert_eq!(list.folder, "scenarios/ru/");
        assert_eq!((first.folder.as_str(), first.root.as_str()), ("scenarios/abundance/ru/", "../../../"));
        assert!(list.body.contains("href=\"../../scenarios/abundance/ru/\""), "{}", list.body);
        assert!(!first.body.contains("rel=\"prev\"") && second.body.contains("rel=\"prev\""));
        assert!(
            first.body.contains("href=\"../../../scenarios/qe-flood/ru/\" rel=\"next\""),
            "{}",
            first.body
        );
        assert!(
            first.body.contains("href=\"../../../?v=2&amp;lang=ru&amp;scenario=abundance"),
            "{}",
            first.body
        );
    }
}
