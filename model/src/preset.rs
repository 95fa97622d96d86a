//! Scenarios that exist: each from a dated balance sheet, with its levers, what
//! to look at, and which numbers are data.

mod text;

use crate::Error;
use crate::parameters::ParameterId as P;
use crate::scenario::Scenario;
use crate::start::Start;
pub use text::PresetText;

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
        week: 52,
        shows: &[2, 7, 17],
    },
    Preset {
        key: "qe-flood",
        title: "QE flood: 2021",
        start: "2020-12-30",
        levers: &[(P::Runoff, -120.0), (P::Tga, -715.0)],
        week: 26,
        shows: &[6, 7, 15, 17],
    },
    Preset {
        key: "qt-and-hikes",
        title: "QT and hikes: 2022",
        start: "2021-12-29",
        levers: &[(P::Rate, 300.0), (P::Runoff, 60.0)],
        week: 26,
        shows: &[7, 9, 10, 11, 12, 13],
    },
    Preset {
        key: "repo-spike",
        title: "Repo spike: September 17, 2019",
        start: "2019-09-11",
        levers: &[(P::Tga, 120.0)],
        week: 13,
        shows: &[15, 16, 17, 19],
    },
    Preset {
        key: "shutdown-squeeze",
        title: "Shutdown squeeze: autumn 2025",
        start: "2025-07-30",
        levers: &[(P::Tga, 565.0), (P::Rate, -25.0)],
        week: 13,
        shows: &[15, 16, 17],
    },
    Preset {
        key: "reopening",
        title: "Reopening",
        start: "2025-10-29",
        levers: &[(P::Tga, -150.0), (P::Runoff, 0.0), (P::Capex, 715.0), (P::Dry, 600.0)],
        week: 26,
        shows: &[3, 16, 20],
    },
    Preset {
        key: "purchases",
        title: "End of runoff, and purchases",
        start: "2025-12-31",
        levers: &[(P::Runoff, -40.0), (P::RunoffWeeks, 15.0), (P::MarketValue, 5.0)],
        week: 15,
        shows: &[10, 17, 18, 21],
    },
    Preset {
        key: "empty-tank",
        title: "2026 guidance with an empty tank",
        start: "2026-02-04",
        levers: &[(P::Dry, 0.0), (P::Capex, 725.0)],
        week: 52,
        shows: &[2, 3, 4, 5, 11, 12, 13],
    },
    Preset {
        key: "hawk",
        title: "A balance-sheet hawk: 2026",
        start: "2026-02-04",
        levers: &[(P::Announcement, 6.0), (P::Runoff, 40.0)],
        week: 52,
        shows: &[6, 10, 16, 19],
    },
    Preset {
        key: "deep-pocket-call",
        title: "Deep pockets are called",
        start: "2026-10-07",
        levers: &[(P::Commitments, 300.0), (P::Dry, 200.0)],
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
            for text in [preset.title, preset.text().look, preset.text().data, preset.text().next] {
                assert!(!text.is_empty());
            }
        }
        for row in 1..=31 {
            assert!(PRESETS.iter().any(|p| p.shows.contains(&row)), "no scenario shows M{row}");
        }
    }
}
