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
        ChangedRow { value: AttrValue, default: AttrValue } => "controls.changed.row" "{value}, at the start {default}";
        ResetOne => "controls.reset_one" "Reset";
        ResetLevers => "controls.reset_levers" "Reset the levers";
        ResetAssumptions => "controls.reset_assumptions" "Reset the assumptions";
        ViewSimple => "controls.view.simple" "Show four sliders only";
        ViewFull => "controls.view.full" "Show every lever and assumption";
        CautionLever { label: AttrValue, limit: AttrValue } =>
            "controls.caution.lever"
            "{label}: beyond {limit}, the most since 2015 (Federal Reserve).";
        CautionReserves { date: Day, limit: Number } =>
            "controls.caution.reserves"
            "From {date}, reserves are below {limit} of bank assets: less than on any Wednesday published since 2015.";
        MoreLevers => "controls.more" "More levers";
        Assumptions => "controls.assumptions" "Assumptions";
        Moved { count: Number } => "controls.moved" "{count|one=# moved|other=# moved}";
        ResetAll => "controls.reset_all" "Reset all";
        Reset { label: AttrValue, value: AttrValue } => "controls.reset" "Reset {label} to {value}";
        Exact { label: AttrValue, unit: AttrValue } => "controls.exact" "{label}, exact value, {unit}";
        Range { low: AttrValue, high: AttrValue } => "controls.range" "From {low} to {high}.";
        Source => "controls.source" "Source";
        SourceText { source: AttrValue, range: AttrValue } => "controls.source_text" "{source}. {range}";
        SourceOf { label: AttrValue } => "controls.source_of" "Source of {label}";

        Start => "controls.start" "Balance sheet of";
        StartHelp => "controls.start.help" "The Wednesday from which the run begins, as published.";
        BalanceNote => "controls.balance.note" "The balance sheet that the run begins from, in billions: what H.4.1 prints as 6,747,560 is 6747.56 here. Put in what a newer release says; the rest stays as published.";
        BalanceSource { source: AttrValue } => "controls.balance.source" "{source}.";
        BalanceOther { other: AttrValue } => "controls.balance.other" "Left for other liabilities of the Fed: {other}. On published Wednesdays since 2015 it was between $50bn and $850bn.";
        BalanceApply => "controls.balance.apply" "Start from these numbers";
        BalancePublished => "controls.balance.published" "Back to the published ones";
        BalanceNumber { label: AttrValue, low: AttrValue, high: AttrValue } => "controls.balance.number" "{label}: a number from {low} to {high} is needed.";
        BalanceRefused { assets: AttrValue, liabilities: AttrValue } =>
            "controls.balance.refused"
            "This is no balance sheet: reserves, reverse repo, the Treasury’s account and currency come to {liabilities}, the Fed’s assets to {assets}.";
        StartOther => "controls.start.other" "Or any Wednesday since 2015";
        StartTake => "controls.start.take" "Begin there";
        StartMissing => "controls.start.missing" "A date is needed: day, month and year.";
        StartLent { nearest: AttrValue } => "controls.start.lent"
            "Out of the weekly table. What it lacks, capex, cash flow, the tank and market values, is that of the nearest curated start, {nearest}.";
        StartFetching { date: AttrValue } => "controls.start.fetching" "The balance sheet of {date} is on its way.";
        StartTaken { date: AttrValue } => "controls.start.taken"
            "Balance sheets are of Wednesdays: that of {date} was taken.";
        StartNone { date: AttrValue } => "controls.start.none"
            "There is no start on {date}: the weekly table does not reach there. Newer dates are in the list. The start was left as it is.";
        StartBeyond { date: AttrValue } => "controls.start.beyond"
            "There is no start on {date}: from March 18 to July 15, 2020 the Fed bought more than the lever holds. The start was left as it is.";
        StartAway => "controls.start.away"
            "The table of balance sheets could not be loaded. Try again when the connection works.";
        StartDate { date: Day } => "controls.start.date" "{date}";
        Week => "controls.week" "Looking at";
        WeekValue { week: AttrValue, date: Day } => "controls.week.value" "week {week}, {date}";
        WeekHelp => "controls.week.help" "The week that the picture and the numbers show.";

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
