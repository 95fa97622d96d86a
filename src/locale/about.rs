//! What the page says and what it does not.

use super::{Day, Number};

crate::messages! {
    /// The text below the charts.
    pub enum AboutMessage {
        Title => "about.title" "What this says and what it does not";

        Argument => "about.argument" "The argument";
        ArgumentText => "about.argument.text"
            "Money is the water in a tub and assets are ducks that float on it. Prices rise when water is added, when the pipe that supplies it is cleared, or when less flows out. The demand for money matters as much as its supply. Spending on AI first acts like a stimulus, paid out of idle money: the tank of dry powder. Once the tank runs low, each further dollar has to be pulled from somewhere else, and the spending works like quantitative easing in reverse.";

        Scarce => "about.scarce" "What runs short";
        ScarceText => "about.scarce.text"
            "Spending does not destroy money, and saving equals investment after the fact. What runs short is the willingness to hold long and risky claims. Only the Treasury’s account, the Fed’s runoff, currency and the repayment of loans remove deposits or reserves. So the picture has two kinds of drain: money that leaves, and money that is competed for.";

        Undecided => "about.undecided" "What the data do not decide";
        UndecidedText => "about.undecided.text"
            "Whether the next $100bn of AI spending lifts the water or lowers it depends on how much dry powder is left, and on the AI premium: what a dollar of AI debt takes from other assets beyond what a bond of its risk takes. Both are judgements. At our central guesses it lowers the water slightly; at half the premium the sign turns near the size we guess for today’s tank, and at none it never lowers it. The data do not decide today’s sign: move the tank and the premium and see both worlds.";

        Miss => "about.miss" "A miss";
        MissText => "about.miss.text"
            "In the autumn of 2025 the Treasury’s account rose by several hundred billion dollars and stocks rose with it, by about 8% up to the end of October. Driven by the published numbers the model has them up by 2, and bitcoin up as well, which fell by about a quarter up to the end of the year.";

        Disagree => "about.disagree" "Where the sources disagree";
        DisagreeText => "about.disagree.text"
            "The essay compares a drain of $700bn to several rate hikes. Published work puts $2.2–2.5tn of runoff at 29 to 74 bp of hikes (Wei 2022; Crawley and others 2022), so such a drain alone is worth less than one. “Several hikes” needs reserves that are scarce already: in the model it is worth most from December 2018, one and a half hikes on the index and a little more than two on the S&P 500. Look for the setting at which the claim becomes true.";

        Reading => "about.reading" "Reading the numbers";
        ReadingLevel => "about.reading.level"
            "Water level: money that bids for financial assets, 100 at the start with nothing changed in it. Moves are small; the scale of the tub is labelled and not stretched to impress.";
        ReadingIndex => "about.reading.index"
            "Price index: the assets with cash flows, weighted by market value and duration, 100 at the start. Prices, not total returns, so cash shows no interest.";
        ReadingSpread => "about.reading.spread"
            "SOFR − IORB: what borrowing against Treasuries overnight costs above the rate that the Fed pays on reserves, without month ends. It rises when reserves are scarce.";
        ReadingStage { tight: Number, depleted: Number, crisis: Number, tight_ratio: Number, depleted_ratio: Number, crisis_ratio: Number } =>
            "about.reading.stage"
            "Stage: tight from a spread of {tight} bp or reserves below {tight_ratio} of bank assets, depleted from {depleted} bp or below {depleted_ratio}, crisis from {crisis} bp or below {crisis_ratio}. Forced selling raises it too.";
        ReadingTerms => "about.reading.terms"
            "Treasury account, TGA: the Treasury’s deposit at the Fed. ON RRP: cash that money funds park at the Fed overnight. Runoff: bonds that the Fed lets go and does not replace. Dry powder: idle money that is willing to take long risk. Duration: how many years one waits for an asset’s cash, and so how far its price answers the yield.";
        /// Under the picture, where the read-outs have no room for it.
        Terms => "about.terms"
            "SOFR − IORB: the overnight repo rate over what the Fed pays on reserves. ON RRP: cash that money funds park at the Fed overnight. Stage: how scarce ready money is. Dry powder: idle money that takes long risk.";
        ReadingTags => "about.reading.tags"
            "Data, literature, assumption: the mark at each control tells how well its number is known; press it for the source. Dry powder, the betas and the strength of the spiral are assumptions with wide ranges.";

        ReadingKeys => "about.reading.keys"
            "Keys: Tab and the arrow keys go through controls and picture; Ctrl or ⌘ with Z undoes, with Shift as well it redoes; Escape puts a card away.";

        Not => "about.not" "What it is not";
        NotText => "about.not.text"
            "Not investment advice and not a forecast. It is a way to see how the pieces fit and to test one’s intuition.";

        Credits => "about.credits" "Credits and sources";
        CreditsText => "about.credits.text"
            "The argument, the bathtub and the ducks come from an essay by the market writer plur daddy (November 2025 to February 2026); beside it stand a Chinese commentary on dollar liquidity and an interview with a Chinese economist.";
        SourcesText { date: Day } => "about.sources.text"
            "Balance sheets: Federal Reserve Board, H.4.1, Wednesday levels, up to {date}; yields: H.15. Reverse repo and SOFR: Federal Reserve Bank of New York. Capital spending: company filings. Bills: the Treasury. Dry powder and market values are rough figures of our own.";
    }
}
