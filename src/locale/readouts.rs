//! Words of the read-outs.

use yew::AttrValue;

use super::{Day, Number};

crate::messages! {
    /// Words of the four numbers.
    pub enum ReadoutMessage {
        Title => "readouts.title" "Read-outs";
        Level => "readouts.level" "Water level";
        Index => "readouts.index" "Price index";
        Stage => "readouts.stage" "Stage";
        Spread => "readouts.spread" "SOFR − IORB";
        StageGloss => "readouts.stage_gloss" "how scarce money is";
        SpreadGloss => "readouts.spread_gloss" "repo rate over the Fed’s rate";

        Value { value: Number } => "readouts.value" "{value}";
        BasisPoints { value: Number } => "readouts.bp" "{value} bp";
        Against { change: Number } => "readouts.against" "{change} against nothing changed";
        AgainstPoints { change: Number } => "readouts.against_bp" "{change} bp against nothing changed";
        AgainstPin { change: Number } => "readouts.against_pin" "{change} against the pin";
        AgainstPinPoints { change: Number } => "readouts.against_pin_bp" "{change} bp against the pin";
        SameAsPin => "readouts.same_as_pin" "as pinned";
        Same => "readouts.same" "as with nothing changed";

        Announcement { headline: AttrValue, regime: AttrValue, level: AttrValue, index: AttrValue, stage: AttrValue, spread: AttrValue, date: Day } =>
            "readouts.announcement"
            "{headline} {regime} On {date}: water level {level}, price index {index}, stage {stage}, SOFR minus IORB {spread}.";
    }
}
