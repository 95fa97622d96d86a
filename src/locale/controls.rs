//! Words of the controls. Names and explanations of the parameters are the model's own.

use yew::AttrValue;

use super::{Day, Number};

crate::messages! {
    /// Words of the control panel.
    pub enum ControlMessage {
        BriefCapex => "controls.brief.capex" "AI capex";
        BriefTga => "controls.brief.tga" "TGA";
        BriefRunoff => "controls.brief.runoff" "Runoff";
        BriefRate => "controls.brief.rate" "Rate";
        BriefDry => "controls.brief.dry" "Tank";
        BriefAll => "controls.brief.all" "All";
        Undo => "controls.undo" "Undo";
        Redo => "controls.redo" "Redo";
        Replay => "controls.replay" "Replay";
        Pin => "controls.pin" "Pin";
        Unpin => "controls.unpin" "Unpin";
        Unchanged => "controls.unchanged" "Nothing changed";
        Changed { count: Number } => "controls.changed" "{count|one=# value|other=# values} changed";
        ViewSimple => "controls.view.simple" "Show four sliders only";
        ViewFull => "controls.view.full" "Show every lever and assumption";
        ResetAll => "controls.reset_all" "Reset all";
        Reset { label: AttrValue, value: AttrValue } => "controls.reset" "Reset {label} to {value}";
        Exact { label: AttrValue, unit: AttrValue } => "controls.exact" "{label}, exact value, {unit}";
        Range { low: AttrValue, high: AttrValue } => "controls.range" "From {low} to {high}.";
        Source => "controls.source" "Source";
        SourceText { source: AttrValue, range: AttrValue } => "controls.source_text" "{source}. {range}";
        SourceOf { label: AttrValue } => "controls.source_of" "Source of {label}";

        StartDate { date: Day } => "controls.start.date" "{date}";
        Week => "controls.week" "Looking at";
        WeekHelp => "controls.week.help" "The week that the picture and the numbers show.";
    }
}
