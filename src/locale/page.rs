//! Words of the frame: masthead, failure, preferences.

use yew::AttrValue;

use super::Day;

crate::messages! {
    /// Words around the picture.
    pub enum PageMessage {
        Title => "page.title" "The liquidity bathtub";
        Tagline => "page.tagline" "Money is the water, asset prices are the ducks. Move a slider and watch.";
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

        Missing => "page.missing" "The part of the page that stands here could not be loaded.";
        TryAgain => "page.try_again" "Try again";

        SourceLine { model: AttrValue, date: Day, url: AttrValue } =>
            "page.source"
            "The liquidity bathtub, model {model}, data of {date}: {url}";
        Credits { model: AttrValue } => "page.credits" "Model {model}. Free software, MIT or Apache 2.0.";
    }
}
