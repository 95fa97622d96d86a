//! The opening: the argument in four steps, for a first visit and whoever asks for it.

use bathtub_model::ParameterId;

use super::{Step, Target, Wait};
use crate::link;
use crate::locale::Words;
use crate::locale::story::StoryMessage;
use crate::platform::Platform;
use crate::scene::facts::Part;
use crate::state::Preferences;

/// The same spending, from a full tank, a low one and an empty one; then the tank is the visitor's.
pub fn opening(words: &Words) -> Vec<Step> {
    let step = |text: StoryMessage, setting, point, wait| Step {
        text: words.text(&text),
        setting,
        point: Some(point),
        wait,
    };
    let part = |part| Target::Part(part);
    vec![
        step(StoryMessage::Full, "capex=1000&dry=3000&week=52", part(Part::Tank), Wait::Press),
        step(StoryMessage::Drains, "capex=1000&dry=600&week=52", part(Part::FromTank), Wait::Press),
        step(StoryMessage::Empty, "capex=1000&dry=0&week=52", part(Part::FromTub), Wait::Press),
        step(
            StoryMessage::Yours,
            "capex=1000&dry=600&week=52",
            Target::Lever(ParameterId::Dry),
            Wait::Moved(ParameterId::Dry),
        ),
    ]
}

/// Whether the opening begins by itself: on a first visit, by an address that sets nothing, before
/// anything was touched.
pub fn begins_by_itself(platform: &Platform, preferences: &Preferences) -> bool {
    !preferences.seen && !link::sets_anything(&platform.query()) && !platform.touched()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::native::Native;
    use crate::state::Hands;

    #[test]
    fn every_step_shows_a_setting_of_its_own() {
        let steps = opening(&Words::english(Platform::native()));
        for (at, step) in steps.iter().enumerate() {
            assert!(!step.text.is_empty());
            let query = format!("v={}&{}", link::VERSION, step.setting);
            assert_eq!(link::parse(&query).1, [], "{query}");
            assert_eq!(step.telling(at).setting.scenario.get(ParameterId::Capex), 1000.0);
        }
        assert_eq!(steps.len(), 4);
        assert_eq!(steps[3].telling(3).hands, Hands::One(ParameterId::Dry));
    }

    #[test]
    fn it_begins_on_a_first_visit_alone() {
        let begins = |query: &str, touched: bool, seen: bool| {
            let native = Native::default();
            native.query.replace(query.to_owned());
            native.touched.set(touched);
            begins_by_itself(&Platform::new(native), &Preferences { seen, ..Preferences::default() })
        };
        assert!(begins("", false, false));
        assert!(begins("lang=ru&utm_source=x", false, false));
        assert!(!begins("", true, false) && !begins("", false, true));
        for query in ["v=2&capex=900", "start=2026-08-19", "week=3", "scenario=hawk", "embed=1", "tga=0"] {
            assert!(!begins(query, false, false), "{query}");
        }
    }
}
