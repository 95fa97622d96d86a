//! Words of the picture.

use yew::AttrValue;

use super::Number;
use super::terms::TermMessage;
use super::units::Amount;

crate::messages! {
    /// Headline, labels and cards of the picture.
    pub enum SceneMessage {
        Lower { percent: Number, cause: TermMessage } => "scene.lower" "The water is {percent} lower: mostly {cause}.";
        Higher { percent: Number, cause: TermMessage } => "scene.higher" "The water is {percent} higher: mostly {cause}.";
        LowerThanPin { percent: Number, cause: TermMessage } => "scene.lower-than-pin" "The water is {percent} lower than pinned: mostly {cause}.";
        HigherThanPin { percent: Number, cause: TermMessage } => "scene.higher-than-pin" "The water is {percent} higher than pinned: mostly {cause}.";
        IndexLower { percent: Number, cause: TermMessage } => "scene.index-lower" "The price index is {percent} lower: mostly {cause}.";
        IndexHigher { percent: Number, cause: TermMessage } => "scene.index-higher" "The price index is {percent} higher: mostly {cause}.";
        IndexLowerThanPin { percent: Number, cause: TermMessage } => "scene.index-lower-than-pin" "The price index is {percent} lower than pinned: mostly {cause}.";
        IndexHigherThanPin { percent: Number, cause: TermMessage } => "scene.index-higher-than-pin" "The price index is {percent} higher than pinned: mostly {cause}.";
        DuckLower { name: TermMessage, percent: Number, cause: TermMessage } => "scene.duck-lower" "{name}: {percent} lower, mostly {cause}.";
        DuckHigher { name: TermMessage, percent: Number, cause: TermMessage } => "scene.duck-higher" "{name}: {percent} higher, mostly {cause}.";
        DuckLowerThanPin { name: TermMessage, percent: Number, cause: TermMessage } => "scene.duck-lower-than-pin" "{name}: {percent} lower than pinned, mostly {cause}.";
        DuckHigherThanPin { name: TermMessage, percent: Number, cause: TermMessage } => "scene.duck-higher-than-pin" "{name}: {percent} higher than pinned, mostly {cause}.";
        StageWorse { stage: TermMessage, reason: TermMessage } => "scene.stage-worse" "The stage is worse: {stage}, {reason}.";
        StageBetter { stage: TermMessage, reason: TermMessage } => "scene.stage-better" "The stage is better: {stage}, {reason}.";
        StageWorseThanPin { stage: TermMessage, reason: TermMessage } => "scene.stage-worse-than-pin" "The stage is worse than pinned: {stage}, {reason}.";
        StageBetterThanPin { stage: TermMessage, reason: TermMessage } => "scene.stage-better-than-pin" "The stage is better than pinned: {stage}, {reason}.";
        SpreadHigher { spread: Number, cause: TermMessage } => "scene.spread-higher" "The repo spread is {spread} bp higher: mostly {cause}.";
        SpreadLower { spread: Number, cause: TermMessage } => "scene.spread-lower" "The repo spread is {spread} bp lower: mostly {cause}.";
        SpreadHigherThanPin { spread: Number, cause: TermMessage } => "scene.spread-higher-than-pin" "The repo spread is {spread} bp higher than pinned: mostly {cause}.";
        SpreadLowerThanPin { spread: Number, cause: TermMessage } => "scene.spread-lower-than-pin" "The repo spread is {spread} bp lower than pinned: mostly {cause}.";
        Same => "scene.same" "The water stands where it would stand untouched.";
        SameAsPin => "scene.same-as-pin" "The water stands where it stood when it was pinned.";
        MarginCalls { fall: Number } => "scene.margin-calls" "Forced selling has taken {fall} off the market: losses and margin calls set the prices, whoever pays for AI.";
        SellingAlone { fall: Number } => "scene.selling-alone" "Forced selling alone has taken {fall} off the market.";
        Called => "scene.called" "Commitments fall due: deep pockets sell what they hold to meet them.";
        NoFunding => "scene.no-funding" "AI builders live on their own cash: they draw on neither tank nor tub.";
        TankPays => "scene.tank-pays" "The tank pays for every further dollar that AI raises.";
        TankDeep { cents: Number } => "scene.tank-deep" "The tank is deep: of each further dollar that AI raises, the tub pays only {cents|one=# cent|other=# cents}.";
        TankMost { cents: Number } => "scene.tank-most" "The tank still pays most: of each further dollar that AI raises, the tub pays {cents|one=# cent|other=# cents}.";
        Alike => "scene.alike" "Tank and tub each pay half of every further dollar that AI raises.";
        TubMost { cents: Number } => "scene.tub-most" "The tub pays most: {cents|one=# cent|other=# cents} of each further dollar that AI raises.";
        TankDry { cents: Number } => "scene.tank-dry" "The tank is nearly dry, so the tub pays {cents|one=# cent|other=# cents} of each further dollar that AI raises.";
        TubPays => "scene.tub-pays" "The tank is dry: the tub pays every further dollar that AI raises.";

        Picture { level: AttrValue, stage: AttrValue } => "scene.picture" "A bathtub of money with rubber ducks. The water level is {level}; the stage is {stage}.";
        TubNow => "scene.tub-now" "Now:";
        TubPinned => "scene.tub-pinned" "Pinned:";
        TubWithTank { stock: Number } => "scene.tub-with-tank" "Tank of ${stock}bn:";
        TubWithoutTank => "scene.tub-without-tank" "Tank empty:";
        TubNumbers { level: Number, index: Number, stage: TermMessage } => "scene.tub-numbers" "level {level}, price index {index}, {stage}";
        Close => "scene.close" "Close";
        Hint => "scene.hint" "Pull a tap, the tank’s water or the meter. Touch any part, or move through the picture with Tab and the arrow keys: what it is, its number, its source.";
        Caption { week: Number, most: AttrValue } => "scene.caption" "Week {week}. Flows are those of the week that leads here, at a month’s rate; the cross-section of each pipe is to scale, up to {most}. A duck sinks or rises from the surface by its price change, on a logarithmic scale that is even beyond its break at −40%.";
        CaptionNow { most: AttrValue } => "scene.caption-now" "Week 0, the start. Flows are those of the week that begins, at a month’s rate; the cross-section of each pipe is to scale, up to {most}. A duck sinks or rises from the surface by its price change, on a logarithmic scale that is even beyond its break at −40%.";
        Labelled { name: AttrValue, value: AttrValue } => "scene.labelled" "{name}: {value}";
        Mechanisms { rows: AttrValue } => "scene.mechanisms" "Mechanisms {rows}";
        Source { tag: AttrValue, label: AttrValue, source: AttrValue } => "scene.source" "{label} ({tag}): {source}.";

        Monthly { flow: Amount } => "scene.monthly" "{flow} a month";
        MonthlyShare { flow: Amount, share: Number } => "scene.monthly-share" "{flow} a month ({share})";
        Yearly { flow: Amount } => "scene.yearly" "{flow} a year";
        Empty => "scene.empty" "empty";
        BasisPoints { spread: Number } => "scene.basis-points" "{spread} bp";
        Pinned { level: Number } => "scene.pinned" "pinned {level}";
        Uncertainty { draws: Number, points: Number } =>
            "scene.uncertainty"
            "The waves grow with the uncertainty of the level: {draws} draws of the assumptions lie within ±{points} points of it.";
        Selling { fall: Number } => "scene.selling" "Red waves: forced selling has taken {fall} off the market.";
        Began => "scene.began" "Coloured marks on the scale: the level at which each stage began.";
        Untouched { level: Number } => "scene.untouched" "untouched {level}";
        LevelAgainstPin { level: Number, change: Number } => "scene.level-against-pin" "{level}, {change} against the pin";
        LevelAgainst { level: Number, change: Number } => "scene.level-against" "{level}, {change} against the untouched start";
        Because { stage: AttrValue, reason: AttrValue } => "scene.because" "{stage}, {reason}";
        Holds { stock: Amount } => "scene.holds" "holds {stock}";
        Reserves { stock: Amount } => "scene.reserves" "reserves {stock}";
        Powered { flow: Amount, share: Number } => "scene.powered" "{flow} a year, {share} connected to power";
        And { first: AttrValue, second: AttrValue } => "scene.and" "{first}; {second}";
        IdleRacks { share: Number } => "scene.idle-racks" "{share} idle";
        SinceStart { change: Number } => "scene.since-start" "{change} since the start";

        Water => "scene.water" "Water level";
        Purchases => "scene.purchases" "Fed purchases";
        FedBrief => "scene.fed-brief" "Fed";
        CreditBrief => "scene.credit-brief" "Rates, credit";
        TreasuryBrief => "scene.treasury-brief" "Treasury";
        RecycledBrief => "scene.recycled-brief" "Comes back";
        Credit => "scene.credit" "Rates and credit";
        Pays => "scene.pays" "Treasury pays";
        Runoff => "scene.runoff" "Fed runoff";
        Takes => "scene.takes" "Treasury takes";
        LessCredit => "scene.less-credit" "Less credit";
        Tank => "scene.tank" "Dry powder";
        OnRrp => "scene.on-rrp" "ON RRP";
        Gauge => "scene.gauge" "SOFR − IORB";
        Stage => "scene.stage" "Stage";
        FromTank => "scene.from-tank" "From the tank";
        FromTub => "scene.from-tub" "From the tub";
        DataCentre => "scene.data-centre" "AI capex";
        Recycled => "scene.recycled" "Income that returns";

        MegacapBrief => "scene.megacap-brief" "Megacaps";
    }
}
