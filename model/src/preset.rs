//! Scenarios that exist: each from a dated balance sheet, with its levers, what
//! to look at, and which numbers are data.

use crate::Error;
use crate::parameters::ParameterId as P;
use crate::scenario::Scenario;
use crate::start::Start;

/// A prepared scenario.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// Key in links and JSON.
    pub key: &'static str,
    /// Name in English.
    pub title: &'static str,
    /// Date of its balance sheet.
    pub start: &'static str,
    /// The levers it moves.
    pub levers: &'static [(P, f64)],
    /// What to look at, in one or two sentences.
    pub look: &'static str,
    /// Which numbers are data and which are assumed.
    pub data: &'static str,
    /// What to try next.
    pub next: &'static str,
    /// The week in which it happens.
    pub week: usize,
    /// Rows of the argument that it shows, M1 to M31.
    pub shows: &'static [u8],
}

/// Every prepared scenario, in the order of the argument.
pub const PRESETS: [Preset; 13] = [
    Preset {
        key: "abundance",
        title: "Abundance: the 2010s",
        start: "2015-01-07",
        levers: &[(P::Capex, 30.0)],
        look: "Reserves are more than a sixth of bank assets, and the spread hardly moves in two years. The web needs little capital, and its builders pay for it out of what they earn: nothing is taken out of the tub.",
        data: "The Fed’s balance sheet of January 7, 2015 is data; capex, cash flow and dry powder of the time are rough assumptions.",
        next: "Raise AI capex to $725bn a year, the pace of 2026: how long does this tank last?",
        week: 52,
        shows: &[2, 7, 17],
    },
    Preset {
        key: "qe-flood",
        title: "QE flood: 2021",
        start: "2020-12-30",
        levers: &[(P::Runoff, -120.0), (P::Tga, -715.0)],
        look: "The Fed buys already at this start, and the page counts what goes beyond that: a little more, and a Treasury account that is spent down. The spread falls to its floor and reverse repo fills from almost nothing. Bitcoin rises most, no duck falls and none rises by much: deposits are close to the bills that they replace.",
        data: "The balance sheet, the pace of purchases and the fall of the Treasury’s account are data; dry powder is assumed.",
        next: "Turn purchases round: set runoff to $90bn a month and watch reverse repo.",
        week: 26,
        shows: &[6, 7, 15, 17],
    },
    Preset {
        key: "qt-and-hikes",
        title: "QT and hikes: 2022",
        start: "2021-12-29",
        levers: &[(P::Rate, 300.0), (P::Runoff, 60.0)],
        look: "The discount rate does the damage: bitcoin and momentum fall most, memory makers, whose earnings are near, much less. The fall makes levered holders sell, and that, not the money market, sets the stage: reverse repo stays full for a year, and the spread is below zero for the first half-year.",
        data: "The balance sheet is data. The policy rate rose by 425 bp in 2022, more than this slider holds, and part of it was expected. The backtest drives the model with the actual path.",
        next: "Put the rate back to zero: what does runoff do alone?",
        week: 26,
        shows: &[7, 9, 10, 11, 12, 13],
    },
    Preset {
        key: "repo-spike",
        title: "Repo spike: September 17, 2019",
        start: "2019-09-11",
        levers: &[(P::Tga, 120.0)],
        look: "A tax date moves $120bn into the Treasury’s account within a quarter, while runoff goes on and banks grow. There is no reverse repo to soften it and no standing facility yet: the spread rises week by week, and the Fed lends only once reserves are scarcer than has been seen. The model gives a rise, not the spike of one day, 315 bp over the rate on reserves.",
        data: "The balance sheet and the size of the drain are data. The daily tail is shown as a miss, not fitted.",
        next: "Let the Fed buy from the first week: set runoff to −$60bn a month.",
        week: 13,
        shows: &[15, 16, 17, 19],
    },
    Preset {
        key: "shutdown-squeeze",
        title: "Shutdown squeeze: autumn 2025",
        start: "2025-07-30",
        levers: &[(P::Tga, 565.0), (P::Rate, -25.0)],
        look: "The Treasury’s account takes $565bn in a quarter. Reverse repo pays first and is soon empty; then reserves pay, and the spread rises by more than 10 bp. The cut lifts prices at once, and the level falls all the same: a lower rate does not bring deposits back.",
        data: "$419bn on July 30 and $984bn on October 29, 2025 are data; most of it was the refill after the debt limit, about $165bn came in the shutdown. Stocks rose meanwhile by much more than the model says.",
        next: "Leave out the refill: set the Treasury’s account back to zero.",
        week: 13,
        shows: &[15, 16, 17],
    },
    Preset {
        key: "reopening",
        title: "Reopening",
        start: "2025-10-29",
        levers: &[(P::Tga, -150.0), (P::Runoff, 0.0), (P::Capex, 715.0), (P::Dry, 600.0)],
        look: "The account is spent down and runoff ends: within a quarter the spread falls, and the level rises. What capex takes out of the tub grows from month to month all the same, and in the second year the level falls: short-term relief, the longer contradiction stays.",
        data: "The balance sheet is data, capex is guidance for 2026, the tank is assumed. The account had fallen by about $110bn at the year’s end; on the day of this balance sheet the Fed said that runoff would end on December 1.",
        next: "Empty the tank: when does the level turn now?",
        week: 26,
        shows: &[3, 16, 20],
    },
    Preset {
        key: "purchases",
        title: "End of runoff, and purchases",
        start: "2025-12-31",
        levers: &[(P::Runoff, -40.0), (P::RunoffWeeks, 15.0), (P::MarketValue, 5.0)],
        look: "Bills for $40bn a month clear the pipe: as long as they last the spread falls. They add little water, since bills are close to money: less than a market worth 5% more needs, so that the level falls.",
        data: "Runoff ended on December 1, 2025; purchases of about $40bn a month ran to mid-April 2026 (press). The larger market is assumed.",
        next: "Take the larger market away: what do the bills do alone?",
        week: 15,
        shows: &[10, 17, 18, 21],
    },
    Preset {
        key: "empty-tank",
        title: "2026 guidance with an empty tank",
        start: "2026-02-04",
        levers: &[(P::Dry, 0.0), (P::Capex, 725.0)],
        look: "Nearly all that capex must raise comes out of the tub: the lower pipe carries it, bitcoin and momentum sink, memory makers rise. Put $3,000bn into the tank, and the same capex lifts the level.",
        data: "The balance sheet and the guidance are data; nobody knows the tank, nor the premium that AI debt asks.",
        next: "Fill the tank to $3,000bn, and read again who pays.",
        week: 52,
        shows: &[2, 3, 4, 5, 11, 12, 13],
    },
    Preset {
        key: "hawk",
        title: "A balance-sheet hawk: 2026",
        start: "2026-02-04",
        levers: &[(P::Announcement, 6.0), (P::Runoff, 40.0)],
        look: "The prospect alone adds 6 bp to yields. The spread then climbs quarter by quarter; once it passes 10 bp the standing facility lends, and the climb goes on a little slower.",
        data: "The size of the announcement effect is from the literature (4–8 bp); the runoff is assumed.",
        next: "Set runoff back to zero: what is left is the announcement.",
        week: 52,
        shows: &[6, 10, 16, 19],
    },
    Preset {
        key: "deep-pocket-call",
        title: "Deep pockets are called",
        start: "2026-10-07",
        levers: &[(P::Commitments, 300.0), (P::Dry, 200.0)],
        look: "Promises of $300bn a year fall due. Most of the free cash of $60bn is gone in half a year; from the third month on bitcoin is sold, then software, and hedge funds meet redemptions. Momentum, software and bitcoin fall most; cash stands still.",
        data: "The cash of a sovereign fund (about $60bn) is from the press; the commitments and the order of selling are assumed.",
        next: "Give the fund a fuller tank: which sales are left?",
        week: 26,
        shows: &[8, 12, 14],
    },
    Preset {
        key: "circular-break",
        title: "Circular finance breaks",
        start: "2026-10-07",
        levers: &[
            (P::Circular, 0.4),
            (P::CircularBreak, 1.0),
            (P::Spv, 0.3),
            (P::DemandDrop, 100.0),
            (P::EarningsSlowdown, 10.0),
            (P::Shock, 10.0),
            (P::ShockWeek, 20.0),
        ],
        look: "In week 20 a listing slips, shares fall by a tenth and earnings slow. What was lent in a circle must be raised in the market, credit spreads jump, and levered holders sell. The level comes back in part only. Until then vendors’ credit makes it easy: less is taken out of the tub, and the level rises a little.",
        data: "All levers are assumed.",
        next: "Go to week 19, and back: what does a listing that slips change?",
        week: 24,
        shows: &[9, 22, 23, 26],
    },
    Preset {
        key: "late-help",
        title: "Late help",
        start: "2026-10-07",
        levers: &[
            (P::Shock, 15.0),
            (P::SpiralStrength, 3.6),
            (P::Response, 2000.0),
            (P::ResponseDelay, 20.0),
            (P::Confidence, 85.0),
            (P::Hoarding, 0.2),
            (P::Stablecoin, 150.0),
        ],
        look: "A shock of 15% in week 8 with a gain above one: margin calls beget margin calls, a run on stablecoins adds a little pressure on bills, and the tub drains; help comes in week 28, after most of the fall. Set the delay to 1 week: the fall is much less deep.",
        data: "All levers are assumed; the response of spring 2020 was about $2.9tn.",
        next: "Set the delay of the response to 1 week: help that comes at once.",
        week: 30,
        shows: &[9, 19, 28, 29, 30, 31],
    },
    Preset {
        key: "soft-landing",
        title: "Soft landing",
        start: "2026-10-07",
        levers: &[
            (P::Capex, 650.0),
            (P::PowerLimit, 640.0),
            (P::Runoff, -20.0),
            (P::Tga, -150.0),
            (P::Deficit, 2100.0),
            (P::BillShare, 0.3),
            (P::Labour, 0.05),
        ],
        look: "Builders spend about what can be connected to power; the Fed buys a little and the Treasury spends its cushion. The spread stays below zero, the level rises slightly and so do most ducks; memory makers give back.",
        data: "The balance sheet is data; the power limit is a product of three rough numbers.",
        next: "Raise AI capex to $1,000bn a year: where does the landing turn hard?",
        week: 52,
        shows: &[1, 11, 20, 24, 25, 26, 27],
    },
];

impl Preset {
    /// The preset of a key.
    pub fn from_key(key: &str) -> Option<&'static Preset> {
        PRESETS.iter().find(|preset| preset.key == key)
    }

    /// The scenario.
    ///
    /// # Errors
    /// [`Error::UnknownStart`] or [`Error::OutOfRange`]: none for a preset of [`PRESETS`], by test.
    pub fn scenario(&self) -> Result<Scenario, Error> {
        self.levers
            .iter()
            .try_fold(Scenario::new(Start::from_date(self.start)?), |s, (id, value)| s.with(*id, *value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{STARTS, WEEKS};

    #[test]
    fn every_preset_is_a_scenario_and_every_mechanism_is_shown() {
        for preset in &PRESETS {
            assert!(preset.scenario().is_ok(), "{}", preset.key);
            assert!(STARTS.iter().any(|start| start.date == preset.start));
            assert_eq!(Preset::from_key(preset.key), Some(preset));
            assert!((1..=WEEKS).contains(&preset.week), "{}", preset.key);
            for text in [preset.title, preset.look, preset.data, preset.next] {
                assert!(!text.is_empty());
            }
        }
        for row in 1..=31 {
            assert!(PRESETS.iter().any(|p| p.shows.contains(&row)), "no scenario shows M{row}");
        }
    }
}
