//! Words of the panel below the five levers.

use yew::AttrValue;

use super::{Day, Number};

crate::messages! {
    /// Words of what stands below the five levers.
    pub enum MoreMessage {
        ChangedRow { value: AttrValue, default: AttrValue } => "controls.changed.row" "{value}, at the start {default}";
        ResetOne => "controls.reset_one" "Reset";
        ResetLevers => "controls.reset_levers" "Reset the levers";
        ResetAssumptions => "controls.reset_assumptions" "Reset the assumptions";
        CautionLever { label: AttrValue, limit: AttrValue } =>
            "controls.caution.lever"
            "{label}: beyond {limit}, the most since 2015 (Federal Reserve).";
        CautionReserves { date: Day, limit: Number } =>
            "controls.caution.reserves"
            "From {date}, reserves are below {limit} of bank assets: less than on any Wednesday published since 2015.";
        MoreLevers => "controls.more" "More levers";
        Assumptions => "controls.assumptions" "Assumptions";
        Moved { count: Number } => "controls.moved" "{count|one=# moved|other=# moved}";
    }
}
