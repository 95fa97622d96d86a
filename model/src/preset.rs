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
    /// Rows of the argument that it shows, M1 to M31.
    pub shows: &'static [u8],
}

/// Every prepared scenario, in the order of the argument.
pub const PRESETS: [Preset; 13] = [
    Preset {
        key: "abundance",
        title: "Abundance: the 2010s",
        start: "2015-01-07",
        levers: &[(P::Hoarding, 0.0), (P::Capex, 30.0)],
        look: "Reserves are more than a sixth of bank assets, the spread lies on its floor, and the web needs little capital: nothing competes for the water.",
        data: "The Fed's balance sheet of 2015-01-07 is data; capex, cash flow and dry powder of the time are rough assumptions.",
        shows: &[2, 7, 17],
    },
    Preset {
        key: "qe-flood",
        title: "QE flood: 2021",
        start: "2020-12-30",
        levers: &[
            (P::Runoff, -120.0),
            (P::RunoffWeeks, 52.0),
            (P::PurchaseCouponShare, 1.0),
            (P::Tga, -900.0),
            (P::MarketValue, 10.0),
        ],
        look: "Purchases of 120 a month and a Treasury account that is spent down: the tub overflows into reverse repo and the speculative ducks rise most. Half way, a bigger market needs part of the new water.",
        data: "The balance sheet, the pace of purchases and the fall of the Treasury's account are data; dry powder is assumed.",
        shows: &[6, 7, 15, 17, 21],
    },
    Preset {
        key: "qt-and-hikes",
        title: "QT and hikes: 2022",
        start: "2021-12-29",
        levers: &[(P::Rate, 300.0), (P::Runoff, 60.0), (P::RunoffWeeks, 52.0)],
        look: "The discount rate does the damage: long-duration ducks sink by how long they are, while reserves are still ample and the money market is calm.",
        data: "The balance sheet is data; the policy rate rose by 425 bp in 2022, more than this slider holds. The backtest drives the model with the actual path.",
        shows: &[7, 10, 11, 12, 13],
    },
    Preset {
        key: "repo-spike",
        title: "Repo spike: 17 September 2019",
        start: "2019-09-11",
        levers: &[(P::Tga, 120.0), (P::Runoff, 0.0)],
        look: "A tax date moves 120 into the Treasury's account, with no reverse repo and no standing facility to soften it. The model gives a rise, not the spike of one day: 315 bp over the rate on reserves.",
        data: "The balance sheet and the size of the drain are data. The daily tail is shown as a miss, not fitted.",
        shows: &[15, 16, 17, 19],
    },
    Preset {
        key: "shutdown-squeeze",
        title: "Shutdown squeeze: autumn 2025",
        start: "2025-07-30",
        levers: &[(P::Tga, 565.0), (P::Rate, -25.0)],
        look: "The Treasury's account takes 565 in a quarter. Reverse repo is nearly empty, so reserves pay; a quarter-point cut does not make up for it.",
        data: "419 on 30 July and 984 on 29 October 2025 are data; most of it was the refill after the debt limit, about 165 came in the shutdown. Stocks rose meanwhile: the model misses that.",
        shows: &[15, 16, 17],
    },
    Preset {
        key: "reopening",
        title: "Reopening",
        start: "2025-10-29",
        levers: &[(P::Tga, -150.0), (P::Capex, 715.0), (P::Dry, 600.0)],
        look: "The account is spent down and the spread falls, while capex goes on pulling at the tub: short-term relief, the longer contradiction stays.",
        data: "The balance sheet is data, capex is 2026 guidance, the tank is assumed. The account had fallen by about 110 at the year's end.",
        shows: &[3, 16, 20],
    },
    Preset {
        key: "purchases",
        title: "End of runoff, and purchases",
        start: "2025-12-31",
        levers: &[(P::Runoff, -40.0), (P::RunoffWeeks, 15.0)],
        look: "Bills for 40 a month clear the pipe: the spread falls, the level hardly moves. Bills are close to money.",
        data: "Runoff ended on 2025-12-01; purchases of about 40 a month ran to mid-April 2026 (press).",
        shows: &[18, 10, 17],
    },
    Preset {
        key: "empty-tank",
        title: "2026 guidance with an empty tank",
        start: "2026-02-04",
        levers: &[(P::Dry, 0.0), (P::Capex, 750.0)],
        look: "Every dollar of capex is pulled out of the tub: the lower pipe carries all of it, and bitcoin goes first. Put 3,000 into the tank and the same capex lifts the level.",
        data: "The balance sheet and the guidance are data; nobody knows the tank.",
        shows: &[2, 3, 4, 5, 11, 12, 13],
    },
    Preset {
        key: "hawk",
        title: "A balance-sheet hawk: 2026",
        start: "2026-02-04",
        levers: &[(P::Announcement, 6.0), (P::Runoff, 40.0), (P::RunoffWeeks, 104.0)],
        look: "The prospect alone adds 6 bp to yields; the spread then climbs quarter by quarter, as reserves fall along the steep part of the curve.",
        data: "The size of the announcement effect is from the literature (4–8 bp); the runoff is assumed.",
        shows: &[6, 10, 16, 19],
    },
    Preset {
        key: "deep-pocket-call",
        title: "Deep pockets are called",
        start: "2026-02-04",
        levers: &[(P::Commitments, 300.0), (P::Dry, 200.0), (P::CashShare, 0.3)],
        look: "Promises of 300 a year fall due. The free cash of 60 is gone in a few months; then bitcoin is sold, then software, and hedge funds meet redemptions.",
        data: "The cash of a sovereign fund (about 60) is from the press; the commitments and the order of selling are assumed.",
        shows: &[8, 9, 12, 14],
    },
    Preset {
        key: "circular-break",
        title: "Circular finance breaks",
        start: "2026-08-19",
        levers: &[
            (P::Circular, 0.4),
            (P::CircularBreak, 1.0),
            (P::Spv, 0.3),
            (P::DemandDrop, 100.0),
            (P::EarningsSlowdown, 10.0),
            (P::Shock, 10.0),
            (P::ShockWeek, 20.0),
            (P::Stablecoin, 150.0),
        ],
        look: "Vendors' credit makes the first months easy and the spiral's gain larger. In week 20 a listing slips: what was lent in a circle must be raised in the market, and a crypto sale reaches bills.",
        data: "All levers are assumed.",
        shows: &[9, 22, 23, 26, 28],
    },
    Preset {
        key: "late-help",
        title: "Late help",
        start: "2026-08-19",
        levers: &[
            (P::Shock, 15.0),
            (P::SpiralStrength, 3.6),
            (P::Response, 2000.0),
            (P::ResponseDelay, 20.0),
            (P::Confidence, 85.0),
            (P::Hoarding, 0.2),
        ],
        look: "A shock of 15 % with a gain above one: margin calls beget margin calls until help arrives in week 28. Set the delay to 1 and it stays a bad month.",
        data: "All levers are assumed; the response of spring 2020 was about 2,900.",
        shows: &[9, 19, 29, 30, 31],
    },
    Preset {
        key: "soft-landing",
        title: "Soft landing",
        start: "2026-08-19",
        levers: &[
            (P::Capex, 640.0),
            (P::PowerLimit, 640.0),
            (P::Runoff, -20.0),
            (P::RunoffWeeks, 52.0),
            (P::Tga, -150.0),
            (P::Deficit, 2100.0),
            (P::BillShare, 0.3),
            (P::Labour, 0.05),
        ],
        look: "Power, not money, sets the pace of building; the Fed buys a little and the Treasury spends its cushion. The water stays, and so do most ducks; the memory makers give back.",
        data: "The balance sheet is data; the power limit is a product of three rough numbers.",
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
    use crate::{STARTS, Series, simulate};

    /// What the text of the hawk says.
    #[test]
    fn the_hawk_raises_the_spread_quarter_by_quarter() {
        let run = simulate(&Preset::from_key("hawk").unwrap().scenario().unwrap());
        let row = |quarter: usize| &run.rows()[13 * quarter];
        for quarter in 1..=8 {
            assert!(row(quarter)[Series::Spread] > row(quarter - 1)[Series::Spread] + 1.0, "{quarter}");
        }
    }

    /// What the text of the abundance says, of the published balance sheet.
    #[test]
    fn reserves_of_2015_were_more_than_a_sixth_of_bank_assets() {
        let start = Start::from_date(Preset::from_key("abundance").unwrap().start).unwrap();
        assert!((1.0 / 6.0..1.0 / 5.0).contains(&(start.reserves / start.bank_assets)));
    }

    #[test]
    fn every_preset_is_a_scenario_and_every_mechanism_is_shown() {
        for preset in &PRESETS {
            assert!(preset.scenario().is_ok(), "{}", preset.key);
            assert!(STARTS.iter().any(|start| start.date == preset.start));
            assert_eq!(Preset::from_key(preset.key), Some(preset));
            for text in [preset.title, preset.look, preset.data] {
                assert!(!text.is_empty());
            }
        }
        for row in 1..=31 {
            assert!(PRESETS.iter().any(|p| p.shows.contains(&row)), "no scenario shows M{row}");
        }
    }
}
