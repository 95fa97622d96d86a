//! Words of the reasons: what moved the water, what would do the same, what is assumed.

use yew::AttrValue;

use super::{Day, Number};

crate::messages! {
    /// Words of the section below the picture.
    pub enum InsightMessage {
        Missing => "insight.missing" "This part could not be loaded. Ask again, or move a slider: both try anew.";
        Working => "insight.working" "Working it out…";
        Refining { draws: Number } => "insight.refining" "first look, {draws} draws";

        NothingMoved => "insight.nothing" "Nothing is changed yet: move a lever, and this tells what moved the water.";
        Moved { level: Number, index: Number } =>
            "insight.moved" "Against the untouched start, the level moved by {level} points and the price index by {index}. Each lever’s part, averaged over every order of moving them:";
        AssumptionsPlayer => "insight.assumptions" "Changed assumptions";
        PartLevel => "insight.part_level" "level";
        PartIndex => "insight.part_index" "index";
        LeverHead => "insight.lever" "lever";

        ByChannel => "insight.by_channel" "The level’s move again, by channel. Parts add up to it:";
        ChannelHead => "insight.channel" "channel";
        LevelCapex => "insight.level.capex" "AI funding out of the tub";
        LevelIncome => "insight.level.income" "Income that returns";
        LevelFed => "insight.level.fed" "Fed’s balance sheet";
        LevelTreasury => "insight.level.treasury" "Treasury account";
        LevelRates => "insight.level.rates" "Policy rate";
        LevelDeficit => "insight.level.deficit" "Deficit against the start’s";
        LevelStress => "insight.level.stress" "Funding stress";
        LevelWidth => "insight.level.width" "A wider tub: market value";
        LevelCrisis => "insight.level.crisis" "Forced selling";
        LevelReversion => "insight.level.reversion" "Drift back to the reference";

        DucksTitle => "insight.ducks" "Each duck’s move as a sum";
        DucksNote => "insight.ducks.note" "Price change from the start to the week shown, in points of per cent, by channel. Logarithms add up; they are scaled so that each row adds up to the change.";
        DuckHead => "insight.ducks.duck" "duck";
        DuckSum => "insight.ducks.sum" "sum";
        Discount => "insight.channel.discount" "Discount rate";
        Liquidity => "insight.channel.liquidity" "Water level";
        Credit => "insight.channel.credit" "Spreads and scarce capital";
        Earnings => "insight.channel.earnings" "Earnings";
        ForcedSales => "insight.channel.forced_sales" "Forced sales";
        Spiral => "insight.channel.spiral" "Shock and spiral";

        NextTitle => "insight.next.title" "The next $100bn of AI capex";
        Next { year: Number, two: Number } =>
            "insight.next" "Phased in over a quarter, it moves the level by {year} points after one year and {two} after two.";
        SignAt { tank: AttrValue, here: AttrValue } =>
            "insight.sign" "The effect after a year changes sign at a tank of {tank}; it is set to {here}. Nobody knows today’s tank: the data do not decide this sign.";
        SignNever => "insight.sign_never" "With these settings no tank between zero and $3,000bn changes the sign.";

        SameTitle => "insight.same.title" "What would do the same";
        SameRunoff { money: AttrValue } => "insight.same.runoff" "{money} of coupon runoff up to the week shown, on the price index";
        SamePurchases { money: AttrValue } => "insight.same.purchases" "{money} of coupon purchases up to the week shown, on the price index";
        SameHikes { hikes: Number } => "insight.same.hikes" "{hikes} hikes of 25 bp, on the price index";
        SameHikesStocks { hikes: Number } => "insight.same.hikes_stocks" "{hikes} hikes of 25 bp, on the S&P 500";
        SameCuts { cuts: Number } => "insight.same.cuts" "{cuts} cuts of 25 bp, on the price index";
        SameCutsStocks { cuts: Number } => "insight.same.cuts_stocks" "{cuts} cuts of 25 bp, on the S&P 500";
        SameNothing => "insight.same.nothing" "no runoff or rate within the sliders’ range";

        SoldTitle => "insight.sold.title" "What had to be sold";
        SoldNothing => "insight.sold.nothing" "Nothing: cash and tank paid what fell due, and no margins were called.";
        Sold { name: AttrValue, money: AttrValue } => "insight.sold" "{name}: {money}";
        SoldBroad => "insight.sold.broad" "Other stocks";
        SoldMargin => "insight.sold.margin" "Margin calls";

        BandTitle => "insight.band.title" "How sure is that?";
        Band { low: Number, high: Number, middle: Number, tank_low: Number, tank_high: Number } =>
            "insight.band" "Nine tenths of the draws over all assumptions put the level between {low} and {high}, half of them above {middle}. Nobody knows the tank: with it drawn too, over its whole range, they lie between {tank_low} and {tank_high}. The ranges are judged one by one: a map of the assumptions, not a probability.";
        TornadoTitle => "insight.tornado" "Which assumption matters most to the level";
        TornadoNote => "insight.tornado.note" "The level in the week shown with each assumption alone at either end of its range, the widest first.";
        TornadoLow => "insight.tornado.low" "at its low end";
        TornadoHigh => "insight.tornado.high" "at its high end";
        GainCalm { gain: Number } => "insight.gain" "Spiral gain {gain}: a shock dies out below one.";
        GainRunaway { gain: Number } => "insight.runaway" "Spiral gain {gain}: at one and above, forced selling runs away once a loss sets it off.";

        ReverseTitle => "insight.reverse.title" "The reverse question";
        ReverseKeep => "insight.reverse.keep" "Keep";
        ReverseAt => "insight.reverse.at" "at";
        ReverseBy => "insight.reverse.by" "by moving";
        ReverseAsk => "insight.reverse.ask" "Find it";
        ReverseUse => "insight.reverse.use" "Set it";
        ReverseAnswer { lever: AttrValue, value: AttrValue } => "insight.reverse.answer" "{lever}: {value}";
        ReverseNone { value: AttrValue, reached: Number } =>
            "insight.reverse.none" "No value in range does it. The nearest is {value}, which gives {reached}.";
        TargetLevel => "insight.target.level" "the water level";
        TargetSpread => "insight.target.spread" "SOFR − IORB";

        BooksTitle => "insight.books.title" "Open books";
        BooksBalance => "insight.books.balance" "The books balance";
        BooksNote => "insight.books.note" "Every sector’s financial sheet in the week shown, in $bn; liabilities are negative, every row adds up to zero. The Fed’s opening sheet is published, the others’ are rounded assumptions.";
        Fed => "sector.fed" "Fed";
        Treasury => "sector.treasury" "Treasury";
        Banks => "sector.banks" "Banks";
        MoneyFunds => "sector.money_funds" "Money funds";
        Investors => "sector.investors" "Investors";
        Builders => "sector.builders" "AI builders";
        Households => "sector.households" "Households, firms";
        World => "sector.world" "Rest of world";
        Reserves => "instrument.reserves" "Reserves";
        OnRrp => "instrument.on_rrp" "Reverse repo";
        Tga => "instrument.tga" "Treasury account";
        Currency => "instrument.currency" "Currency";
        OtherFed => "instrument.other_fed" "Other Fed liabilities";
        FedRepo => "instrument.fed_repo" "Fed repo";
        Deposits => "instrument.deposits" "Deposits";
        FundShares => "instrument.fund_shares" "Fund shares";
        Bills => "instrument.bills" "Bills";
        Coupons => "instrument.coupons" "Notes and bonds";
        AiDebt => "instrument.ai_debt" "AI debt";
        AiEquity => "instrument.ai_equity" "AI equity";
        Loans => "instrument.loans" "Loans";
        MarketAssets => "instrument.market_assets" "Other equity, bonds";
        Net => "books.net" "net";

        GalleryTitle => "gallery.title" "Scenarios";
        GalleryNote => "gallery.note" "Each begins from a published balance sheet. Press one, watch the tub, then move its levers.";
        Shows { rows: AttrValue } => "gallery.shows" "shows {rows}";

        BacktestTitle => "backtest.title" "Against history, misses included";
        BacktestNote => "backtest.note" "The model is driven with the published path of the Fed’s assets, the Treasury’s account, bills, currency, bank assets, the policy rate and the ten-year yield, and has to find reserves, reverse repo and the spread by itself: it never reads them after the first day. Its reverse repo was fitted on 2021–25 and its curve on 2023–25: there it is in sample, and docs/model.md has each year predicted without itself. Assumptions that you have changed are in it; levers are not.";
        BacktestFrom => "backtest.from" "from";
        BacktestWeek => "backtest.week" "Week looked at";
        BacktestReserves => "backtest.reserves" "Reserve balances";
        BacktestOnRrp => "backtest.on_rrp" "Reverse repo (ON RRP)";
        BacktestSpread => "backtest.spread" "SOFR − IORB";
        BacktestError => "backtest.error" "Typical miss";
        BacktestNoChange => "backtest.no_change" "of a forecast of no change";
        BacktestSimple => "backtest.simple" "of reverse repo first, of a spread of zero";
        BacktestRules => "backtest.rules" "Beside the model stand simple rules: no change, reverse repo paying every drain first, a spread of zero. Which is the hardest to beat differs from period to period, and in some the model does not beat it. Prices have no forecasting skill here: over calendar years since 2015 the model has the sign of the S&P 500 right no more often than the rule that it always rises.";
        BacktestLoses => "backtest.loses" "It loses where the past changed its rules: before 2019 banks were calm with fewer reserves than today, and nothing in it can make the night of September 17, 2019.";
        BacktestChange => "backtest.change" "with";
        ChangeNone => "backtest.change.none" "everything as published";
        ChangeTga => "backtest.change.tga" "the Treasury’s account left where it was";
        ChangeStill => "backtest.change.still" "the Fed’s holdings left as they were";
        ChangeRunoff => "backtest.change.runoff" "runoff of $60bn a month all along";
        ChangeNote => "backtest.change.note" "What the model says would have happened, all other paths as published: people would have set prices and rates otherwise, too.";
        OwnTables => "backtest.own" "Use your own tables";
        OwnNote => "backtest.own.note" "CSV files, several at once, chosen here or dropped on this section: FRED’s series under FRED’s names, or columns named like those of the published table. They are read in this browser and sent nowhere.";
        OwnUsed { files: AttrValue, from: Day, to: Day } => "backtest.own.used" "In use: {files}, from {from} to {to}.";
        OwnRefused => "backtest.own.refused" "These files are not used, and the model says why:";
        OwnBack => "backtest.own.back" "Back to the published tables";
        ColumnChanged => "backtest.changed" "model, with the change";
        ColumnAsPublished => "backtest.as_published" "model, nothing changed";
        ColumnApart => "backtest.apart" "apart";
        RowLevel => "backtest.level" "Water level";
    }
}
