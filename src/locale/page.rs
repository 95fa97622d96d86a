//! Words of the frame: masthead, failure, preferences.

use yew::AttrValue;

use super::Day;

crate::messages! {
    /// Words around the picture.
    pub enum PageMessage {
        Title => "page.title" "The liquidity bathtub";
        Tagline => "page.tagline" "Money is the water, asset prices are the ducks. Move a slider and watch.";
        Slot => "page.slot" "Charts and reasons";
        TabLevel => "page.tab.level" "Level";
        TabDucks => "page.tab.ducks" "Ducks";
        TabWhy => "page.tab.why" "Why";
        TabNext => "page.tab.next" "Next $100bn";
        TabMoney => "page.tab.money" "Money market";
        TabBooks => "page.tab.books" "Books";
        TabHistory => "page.tab.history" "History";

        Share => "page.share" "Share";
        TwoTubs => "page.two" "Two tubs";
        Lessons => "page.lessons" "Lessons";
        Scenarios => "page.scenarios" "Scenarios";
        ScenarioTitle { name: AttrValue } => "page.scenario.title" "{name} – The liquidity bathtub";
        ScenarioData => "page.scenario.data" "Data or assumption:";
        Glossary => "page.glossary" "Glossary";
        Articles => "page.articles" "Articles that move the tub";
        Teaching => "page.teaching" "For teachers";
        ScenarioGuess => "page.scenario.guess" "Guess it first";
        ScenarioNext => "page.scenario.next" "Try next:";
        ScenarioName { name: AttrValue } => "page.scenario.name" "{name}.";
        ScenarioWeek { week: AttrValue } => "page.scenario.week" "Opened at week {week}, in which it happens.";
        ScenarioChanged { name: AttrValue } => "page.scenario.changed" "Begun as “{name}”, and changed since.";
        ScenarioBack => "page.scenario.back" "Back to it";
        SkipToControls => "page.skip" "Skip to the controls";

        Language => "page.language" "Language";
        Display => "page.display" "Display";
        Theme => "page.theme" "Colours";
        ThemeSystem => "page.theme.system" "As the system";
        ThemeLight => "page.theme.light" "Light";
        ThemeDark => "page.theme.dark" "Dark";
        Motion => "page.motion" "Movement";
        MotionSystem => "page.motion.system" "As the system";
        MotionReduced => "page.motion.reduced" "Still";
        MotionFull => "page.motion.full" "Moving";

        View => "page.view" "View";
        ViewFull => "page.view.full" "Everything";
        ViewSimple => "page.view.simple" "Four sliders";
        ViewPresent => "page.view.present" "For a projector";

        SourceLine { model: AttrValue, date: Day, url: AttrValue } =>
            "page.source"
            "The liquidity bathtub, model {model}, data of {date}: {url}";
        Credits { model: AttrValue } => "page.credits" "Model {model}. Free software, MIT or Apache 2.0.";
    }
}

crate::messages! {
    /// What stands in place of a part that did not come. Apart from the others: an embedded tub says it
    /// too.
    pub enum MissingMessage {
        Missing => "page.missing" "The part of the page that stands here could not be loaded.";
        TryAgain => "page.try_again" "Try again";
    }
}
