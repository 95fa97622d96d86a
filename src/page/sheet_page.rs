//! The sheets of a lesson as a page of plain HTML, in the frame of the pages of scenarios.

use yew::prelude::*;

use super::scenario_page::{Bare, Place, ScenarioPage, framed};
use crate::lessons::{Course, sheets};
use crate::link;
use crate::locale::Words;
use crate::locale::page::PageMessage;
use crate::locale::roles::RoleMessage;
use crate::locale::sheets::SheetMessage;
use crate::state::LessonPlace;

/// The sheets of a lesson in the language of the words; `draw` makes text of what stands on the page.
pub fn sheet_page(id: &str, course: &Course, words: &Words, draw: impl Fn(Bare) -> String) -> ScenarioPage {
    let place = Place::among(link::sheets_folder, id, words.language());
    let lesson = AttrValue::from(sheets::title(course, words));
    let name = words.text(&SheetMessage::Title { lesson });
    let html = framed(&place, None, sheets::sheets(id, course, words), words);
    ScenarioPage {
        title: words.text(&PageMessage::ScenarioTitle { name: name.clone() }).to_string(),
        description: sheets::about(course, words),
        card: "social.png".to_owned(),
        alt: words.text(&PageMessage::Title).to_string(),
        body: draw(Bare { html }),
        ..place.page(name.to_string(), words)
    }
}

/// The cards of the role-play, likewise.
pub fn cards_page(words: &Words, draw: impl Fn(Bare) -> String) -> ScenarioPage {
    let id = LessonPlace::of_roles().id.unwrap_or_default();
    let place = Place::among(link::sheets_folder, &id, words.language());
    let name = words.text(&RoleMessage::Cards);
    let html = framed(&place, None, sheets::cards(words), words);
    ScenarioPage {
        title: words.text(&PageMessage::ScenarioTitle { name: name.clone() }).to_string(),
        description: words.text(&RoleMessage::CardsSay).to_string(),
        card: "social.png".to_owned(),
        alt: words.text(&PageMessage::Title).to_string(),
        body: draw(Bare { html }),
        ..place.page(name.to_string(), words)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::language::Language;
    use crate::locale::catalogues;
    use crate::page::Body;
    use crate::platform::Platform;
    use crate::render;

    fn read<T: serde::de::DeserializeOwned>(name: &str) -> T {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/lessons").join(name);
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    }

    #[test]
    fn every_lesson_has_sheets_in_every_language() {
        for language in Language::ALL {
            let words = catalogues::words(language, &Platform::native());
            for id in read::<Vec<String>>("order.json") {
                let texts: BTreeMap<String, String> = read(&format!("{id}/{}.json", language.tag()));
                let course = Course::of(read(&format!("{id}/lesson.json")), texts, false).unwrap();
                let page = sheet_page(&id, &course, &words, render::<Body>);
                let parts: Vec<&str> = page.body.split("<article").skip(1).collect();
                let [worksheet, answers, guide] = parts[..] else { panic!("{}: three parts", page.folder) };
                let questions = course.lesson.steps.iter().filter(|step| !step.is_told()).count();
                let asked = worksheet.matches("<li>").count();
                assert!(asked >= questions, "{}: {asked}", page.folder);
                assert!(!page.body.contains(['{', '}']), "{}", page.folder);
                // What is right stands in the answers and in the guide, and in the worksheet nowhere.
                assert!(
                    !worksheet.contains("sheet-right") && !worksheet.contains("lesson-truth"),
                    "{}",
                    page.folder
                );
                assert!(answers.contains("sheet-right"), "{}", page.folder);
                assert!(!worksheet.contains("is-ticked"), "{}", page.folder);
                assert_eq!(
                    guide.matches("<tr>").count(),
                    1 + answers.matches("</li>").count() - answers.matches("sheet-box").count(),
                    "{}",
                    page.folder
                );
            }
        }
    }

    #[test]
    fn every_role_has_a_card_in_every_language() {
        for language in Language::ALL {
            let words = catalogues::words(language, &Platform::native());
            let page = cards_page(&words, render::<Body>);
            assert_eq!(page.body.matches("<article").count(), 5, "{}", page.folder);
            // A row for each lever and one of heads a card; a cell for each quarter.
            assert_eq!(page.body.matches("<tr>").count(), 13 + 5, "{}", page.folder);
            assert_eq!(page.body.matches("<td></td>").count(), 13 * 8, "{}", page.folder);
            assert!(!page.body.contains(['{', '}']), "{}", page.folder);
        }
    }

    #[test]
    fn the_worksheet_does_not_tell_what_was_learned() {
        let words = catalogues::words(Language::English, &Platform::native());
        let course = Course::of(read("taps/lesson.json"), read("taps/en.json"), false).unwrap();
        let page = sheet_page("taps", &course, &words, render::<Body>);
        let learned = "A level moves by the gap";
        let at = page.body.find(learned).unwrap();
        assert!(page.body[..at].contains("id=\"answers\""), "it stands in the answer sheet first");
        assert!(page.body.contains("?lesson=taps&amp;lang=en"));
    }
}
