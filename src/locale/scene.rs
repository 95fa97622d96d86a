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
        WaterText => "scene.water-text" "Money at work, bidding for financial assets. A deeper tub holds every duck higher; a market that is worth more widens the tub and lowers the same water.";
        Purchases => "scene.purchases" "Fed purchases";
        PurchasesText => "scene.purchases-text" "Securities and repo that the Fed takes on. What it pays with is new money.";
        FedBrief => "scene.fed-brief" "Fed";
        CreditBrief => "scene.credit-brief" "Rates, credit";
        TreasuryBrief => "scene.treasury-brief" "Treasury";
        RecycledBrief => "scene.recycled-brief" "Comes back";
        Credit => "scene.credit" "Rates and credit";
        CreditText => "scene.credit-text" "Lower rates make borrowing cheaper and add water; the flow is against the start.";
        Pays => "scene.pays" "Treasury pays";
        PaysText => "scene.pays-text" "Cash out of the Treasury’s account at the Fed comes back to bank deposits; so does spending beyond the start’s deficit.";
        Runoff => "scene.runoff" "Fed runoff";
        RunoffText => "scene.runoff-text" "Bonds that the Fed lets go are paid for with deposits, and these disappear: money that leaves.";
        Takes => "scene.takes" "Treasury takes";
        TakesText => "scene.takes-text" "Cash that the Treasury piles up in its account at the Fed, and borrowing beyond the start’s: money that leaves until it is spent.";
        LessCredit => "scene.less-credit" "Less credit";
        LessCreditText => "scene.less-credit-text" "Higher rates: less is borrowed to bid for assets, and the water falls. The flow is against the start.";
        Tank => "scene.tank" "Dry powder";
        TankText => "scene.tank-text" "Idle money that is willing to take long risk. While it lasts, AI builders draw on it first, and the water need not fall.";
        OnRrp => "scene.on-rrp" "ON RRP";
        OnRrpText => "scene.on-rrp-text" "The overflow basin: cash that money funds park at the Fed overnight. The first buffer: while it holds money, it pays for new Treasury bills and spares bank reserves.";
        Gauge => "scene.gauge" "SOFR − IORB";
        GaugeText { tight: Number, depleted: Number, crisis: Number } => "scene.gauge-text" "Pressure in the money market: SOFR, the overnight repo rate, over IORB, what the Fed pays on reserves. The colours change at {tight}, {depleted} and {crisis} bp, where the stages begin.";
        Stage => "scene.stage" "Stage";
        StageText { tight: Number, depleted: Number, crisis: Number, tight_ratio: Number, depleted_ratio: Number, crisis_ratio: Number } => "scene.stage-text" "How scarce ready money is. The worst of three measures: the funding spread ({tight}, {depleted}, {crisis} bp), reserves over bank assets ({tight_ratio}, {depleted_ratio}, {crisis_ratio}) and forced selling. The height of the water does not set it.";
        FromTank => "scene.from-tank" "From the tank";
        FromTankText => "scene.from-tank-text" "AI funding out of dry powder: money competed for. It returns as income.";
        FromTub => "scene.from-tub" "From the tub";
        FromTubText => "scene.from-tub-text" "AI funding that the tank does not pay: it is pulled away from other assets. No dollar vanishes, but those assets change hands at lower prices.";
        DataCentre => "scene.data-centre" "AI capex";
        DataCentreText => "scene.data-centre-text" "Spending on data centres and chips, most of it out of the builders’ own cash. Racks without power stay dark: they are paid for and bring no income.";
        Recycled => "scene.recycled" "Income that returns";
        RecycledText => "scene.recycled-text" "What is spent on AI becomes wages and profits; the part that is saved comes back after some weeks, to the tub and to the tank. Shown is what comes on top of the usual saving: where money circulates slower, that can be nothing.";

        MegacapBrief => "scene.megacap-brief" "Megacaps";
        BitcoinText => "scene.bitcoin-text" "No cash flow, at the tip of liquidity: it moves first and most.";
        MomentumText => "scene.momentum-text" "Speculative favourites of retail traders, with cash flows farthest away.";
        SaasText => "scene.saas-text" "Software subscriptions: long cash flows, sold early by deep pockets in need of cash.";
        Sp500Text => "scene.sp500-text" "The rest of the S&P 500. Capex is income to somebody, so its earnings feel it too.";
        MegacapText => "scene.megacap-text" "The firms that build: more capex means more depreciation.";
        MemoryText => "scene.memory-text" "Makers of DRAM, HBM and NAND: capex is their revenue today, and the boost fades.";
        GoldText => "scene.gold-text" "No cash flow and little feeling for rates.";
        TreasuriesText => "scene.treasuries-text" "Government bonds of twenty years and more: they fall when yields rise.";
        IgText => "scene.ig-text" "Bonds of solid firms, the AI builders among them: their spreads widen when capital is scarce.";
        HyText => "scene.hy-text" "Bonds of weaker firms: spreads move three times as far.";
        CashText => "scene.cash-text" "Treasury bills. Price only, without interest: a dry place to wait.";
    }
}
