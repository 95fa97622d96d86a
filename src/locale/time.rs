//! Words of time.

use yew::AttrValue;

use super::Day;

crate::messages! {
    /// Words of time that plays.
    pub enum TimeMessage {
        WeekValue { week: AttrValue, date: Day } => "controls.week.value" "week {week}, {date}";
        Time => "controls.time" "Time";
        Play => "controls.time.play" "Play";
        Pause => "controls.time.pause" "Pause";
        QuarterOn => "controls.time.quarter_on" "A quarter on";
        Key { week: AttrValue, text: AttrValue } => "controls.time.key" "Week {week}: {text}";
        KeyShock => "controls.time.shock" "the shock";
        KeyStage { stage: AttrValue } => "controls.time.stage" "stage {stage} begins";
        KeyHelp => "controls.time.help" "help begins";
        KeyYear => "controls.time.year" "a year";
        KeyFed => "controls.time.fed" "the Fed stands still";
        KeyPhased => "controls.time.phased" "levers phased in";
    }
}
