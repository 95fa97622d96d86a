//! What is said of the prepared scenarios. Apart from their numbers: not every program says it.

use super::Preset;

/// The sentences of a scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PresetText {
    /// Key of the scenario.
    key: &'static str,
    /// What to look at, in one or two sentences.
    pub look: &'static str,
    /// Which numbers are data and which are assumed.
    pub data: &'static str,
    /// What to try next.
    pub next: &'static str,
}

impl Preset {
    /// What is said of it.
    pub fn text(&self) -> PresetText {
        let found = TEXTS.iter().find(|text| text.key == self.key);
        *found.unwrap_or(&PresetText { key: "", look: "", data: "", next: "" })
    }
}

/// In the order of [`super::PRESETS`].
static TEXTS: [PresetText; 13] = [
    PresetText {
        key: "abundance",
        look: "Reserves are more than a sixth of bank assets, and the spread hardly moves in two years. The web needs little capital, and its builders pay for it out of what they earn: nothing is taken out of the tub.",
        data: "The Fed’s balance sheet of January 7, 2015 is data; capex, cash flow and dry powder of the time are rough assumptions.",
        next: "Raise AI capex to $725bn a year, the pace of 2026: how long does this tank last?",
    },
    PresetText {
        key: "qe-flood",
        look: "The Fed buys already at this start, and the page counts what goes beyond that: a little more, and a Treasury account that is spent down. The spread falls to its floor and reverse repo fills from almost nothing. Bitcoin rises most, no duck falls and none rises by much: deposits are close to the bills that they replace.",
        data: "The balance sheet, the pace of purchases and the fall of the Treasury’s account are data; dry powder is assumed.",
        next: "Turn purchases round: set runoff to $90bn a month and watch reverse repo.",
    },
    PresetText {
        key: "qt-and-hikes",
        look: "The discount rate does the damage: bitcoin and momentum fall most, memory makers, whose earnings are near, much less. The fall makes levered holders sell, and that, not the money market, sets the stage: reverse repo stays full for a year, and the spread is below zero for the first half-year.",
        data: "The balance sheet is data. The policy rate rose by 425 bp in 2022, more than this slider holds, and part of it was expected. The backtest drives the model with the actual path.",
        next: "Put the rate back to zero: what does runoff do alone?",
    },
    PresetText {
        key: "repo-spike",
        look: "A tax date moves $120bn into the Treasury’s account within a quarter, while runoff goes on and banks grow. There is no reverse repo to soften it and no standing facility yet: the spread rises week by week, and the Fed lends only once reserves are scarcer than has been seen. The model gives a rise, not the spike of one day, 315 bp over the rate on reserves.",
        data: "The balance sheet and the size of the drain are data. The daily tail is shown as a miss, not fitted.",
        next: "Let the Fed buy from the first week: set runoff to −$60bn a month.",
    },
    PresetText {
        key: "shutdown-squeeze",
        look: "The Treasury’s account takes $565bn in a quarter. Reverse repo pays first and is soon empty; then reserves pay, and the spread rises by more than 10 bp. The cut lifts prices at once, and the level falls all the same: a lower rate does not bring deposits back.",
        data: "$419bn on July 30 and $984bn on October 29, 2025 are data; most of it was the refill after the debt limit, about $165bn came in the shutdown. Stocks rose meanwhile by much more than the model says.",
        next: "Leave out the refill: set the Treasury’s account back to zero.",
    },
    PresetText {
        key: "reopening",
        look: "The account is spent down and runoff ends: within a quarter the spread falls, and the level rises. What capex takes out of the tub grows from month to month all the same, and in the second year the level falls: short-term relief, the longer contradiction stays.",
        data: "The balance sheet is data, capex is guidance for 2026, the tank is assumed. The account had fallen by about $110bn at the year’s end; on the day of this balance sheet the Fed said that runoff would end on December 1.",
        next: "Empty the tank: when does the level turn now?",
    },
    PresetText {
        key: "purchases",
        look: "Bills for $40bn a month clear the pipe: as long as they last the spread falls. They add little water, since bills are close to money: less than a market worth 5% more needs, so that the level falls.",
        data: "Runoff ended on December 1, 2025; purchases of about $40bn a month ran to mid-April 2026 (press). The larger market is assumed.",
        next: "Take the larger market away: what do the bills do alone?",
    },
    PresetText {
        key: "empty-tank",
        look: "Nearly all that capex must raise comes out of the tub: the lower pipe carries it, bitcoin and momentum sink, memory makers rise. Put $3,000bn into the tank, and the same capex lifts the level.",
        data: "The balance sheet and the guidance are data; nobody knows the tank, nor the premium that AI debt asks.",
        next: "Fill the tank to $3,000bn, and read again who pays.",
    },
    PresetText {
        key: "hawk",
        look: "The prospect alone adds 6 bp to yields. The spread then climbs quarter by quarter; once it passes 10 bp the standing facility lends, and the climb goes on a little slower.",
        data: "The size of the announcement effect is from the literature (4–8 bp); the runoff is assumed.",
        next: "Set runoff back to zero: what is left is the announcement.",
    },
    PresetText {
        key: "deep-pocket-call",
        look: "Promises of $300bn a year fall due. Most of the free cash of $60bn is gone in half a year; from the third month on bitcoin is sold, then software, and hedge funds meet redemptions. Momentum, software and bitcoin fall most; cash stands still.",
        data: "The cash of a sovereign fund (about $60bn) is from the press; the commitments and the order of selling are assumed.",
        next: "Give the fund a fuller tank: which sales are left?",
    },
    PresetText {
        key: "circular-break",
        look: "In week 20 a listing slips, shares fall by a tenth and earnings slow. What was lent in a circle must be raised in the market, credit spreads jump, and levered holders sell. The level comes back in part only. Until then vendors’ credit makes it easy: less is taken out of the tub, and the level rises a little.",
        data: "All levers are assumed.",
        next: "Go to week 19, and back: what does a listing that slips change?",
    },
    PresetText {
        key: "late-help",
        look: "A shock of 15% in week 8 with a gain above one: margin calls beget margin calls, a run on stablecoins adds a little pressure on bills, and the tub drains; help comes in week 28, after most of the fall. Set the delay to 1 week: the fall is much less deep.",
        data: "All levers are assumed; the response of spring 2020 was about $2.9tn.",
        next: "Set the delay of the response to 1 week: help that comes at once.",
    },
    PresetText {
        key: "soft-landing",
        look: "Builders spend about what can be connected to power; the Fed buys a little and the Treasury spends its cushion. The spread stays below zero, the level rises slightly and so do most ducks; memory makers give back.",
        data: "The balance sheet is data; the power limit is a product of three rough numbers.",
        next: "Raise AI capex to $1,000bn a year: where does the landing turn hard?",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PRESETS;

    #[test]
    fn every_scenario_has_its_sentences() {
        assert_eq!(TEXTS.map(|text| text.key), PRESETS.map(|preset| preset.key));
        for text in PRESETS.map(|preset| preset.text()) {
            assert!(!text.look.is_empty() && !text.data.is_empty() && !text.next.is_empty());
        }
    }
}
