//! Words of the controls. Names and explanations of the parameters are the model's own.

use yew::AttrValue;

use super::{Day, Number};

crate::messages! {
    /// Words of the control panel.
    pub enum ControlMessage {
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
        Meaning => "controls.meaning" "What it means";
        MeaningOf { label: AttrValue } => "controls.meaning_of" "What it means: {label}";
        SourceOf { label: AttrValue } => "controls.source_of" "Source of {label}";

        StartDate { date: Day } => "controls.start.date" "{date}";
        Week => "controls.week" "Looking at";
        WeekHelp => "controls.week.help" "The week that the picture and the numbers show.";
    }
}

crate::messages! {
    /// Short names of the five levers, where there is little room. Apart from the others: an embedded
    /// tub has these alone.
    pub enum BriefMessage {
        Capex => "controls.brief.capex" "AI capex";
        Tga => "controls.brief.tga" "TGA";
        Runoff => "controls.brief.runoff" "Runoff";
        Rate => "controls.brief.rate" "Rate";
        Dry => "controls.brief.dry" "Tank";
        All => "controls.brief.all" "All";
    }
}
