//! Words of what a run begins from.

use yew::AttrValue;

crate::messages! {
    /// Words of the choice of a start and of a balance sheet of one’s own.
    pub enum StartMessage {
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
    }
}
