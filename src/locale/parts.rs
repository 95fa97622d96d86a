//! Words of the cards of the picture.

use super::Number;

crate::messages! {
    /// What each part of the picture means.
    pub enum PartMessage {
        WaterText => "scene.water-text" "Money at work, bidding for financial assets. A deeper tub holds every duck higher; a market that is worth more widens the tub and lowers the same water.";
        PurchasesText => "scene.purchases-text" "Securities and repo that the Fed takes on. What it pays with is new money.";
        CreditText => "scene.credit-text" "Lower rates make borrowing cheaper and add water; the flow is against the start.";
        PaysText => "scene.pays-text" "Cash out of the Treasury’s account at the Fed comes back to bank deposits; so does spending beyond the start’s deficit.";
        RunoffText => "scene.runoff-text" "Bonds that the Fed lets go are paid for with deposits, and these disappear: money that leaves.";
        TakesText => "scene.takes-text" "Cash that the Treasury piles up in its account at the Fed, and borrowing beyond the start’s: money that leaves until it is spent.";
        LessCreditText => "scene.less-credit-text" "Higher rates: less is borrowed to bid for assets, and the water falls. The flow is against the start.";
        TankText => "scene.tank-text" "Idle money that is willing to take long risk. While it lasts, AI builders draw on it first, and the water need not fall.";
        OnRrpText => "scene.on-rrp-text" "The overflow basin: cash that money funds park at the Fed overnight. The first buffer: while it holds money, it pays for new Treasury bills and spares bank reserves.";
        GaugeText { tight: Number, depleted: Number, crisis: Number } => "scene.gauge-text" "Pressure in the money market: SOFR, the overnight repo rate, over IORB, what the Fed pays on reserves. The colours change at {tight}, {depleted} and {crisis} bp, where the stages begin.";
        StageText { tight: Number, depleted: Number, crisis: Number, tight_ratio: Number, depleted_ratio: Number, crisis_ratio: Number } => "scene.stage-text" "How scarce ready money is. The worst of three measures: the funding spread ({tight}, {depleted}, {crisis} bp), reserves over bank assets ({tight_ratio}, {depleted_ratio}, {crisis_ratio}) and forced selling. The height of the water does not set it.";
        FromTankText => "scene.from-tank-text" "AI funding out of dry powder: money competed for. It returns as income.";
        FromTubText => "scene.from-tub-text" "AI funding that the tank does not pay: it is pulled away from other assets. No dollar vanishes, but those assets change hands at lower prices.";
        DataCentreText => "scene.data-centre-text" "Spending on data centres and chips, most of it out of the builders’ own cash. Racks without power stay dark: they are paid for and bring no income.";
        RecycledText => "scene.recycled-text" "What is spent on AI becomes wages and profits; the part that is saved comes back after some weeks, to the tub and to the tank. Shown is what comes on top of the usual saving: where money circulates slower, that can be nothing.";
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
