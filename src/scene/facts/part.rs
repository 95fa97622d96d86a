//! The parts of the picture that can be pointed at.

use bathtub_model::{Duck, ParameterId};

/// Something in the picture with a name, a number and a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The water in the tub.
    Water,
    /// Tap: purchases by the Fed.
    Purchases,
    /// Tap: rates and credit.
    Credit,
    /// Tap: the Treasury pays.
    TreasuryPays,
    /// Drain: runoff.
    Runoff,
    /// Drain: the Treasury takes.
    TreasuryTakes,
    /// Drain: loans repaid.
    LessCredit,
    /// The tank of dry powder.
    Tank,
    /// The overflow basin.
    OnRrp,
    /// The pressure gauge.
    Gauge,
    /// The stage lamps.
    Stage,
    /// The pipe from the tank.
    FromTank,
    /// The pipe from the tub.
    FromTub,
    /// The data centre.
    DataCentre,
    /// The return pipe.
    Recycled,
    /// A duck.
    Duck(Duck),
}

impl Part {
    /// Everything but the ducks, in the order in which the picture is read.
    pub const BUT_DUCKS: [Part; 15] = [
        Part::Water,
        Part::Purchases,
        Part::Credit,
        Part::TreasuryPays,
        Part::Runoff,
        Part::TreasuryTakes,
        Part::LessCredit,
        Part::Tank,
        Part::OnRrp,
        Part::FromTank,
        Part::FromTub,
        Part::DataCentre,
        Part::Recycled,
        Part::Gauge,
        Part::Stage,
    ];

    /// Name in the document.
    pub const fn key(self) -> &'static str {
        match self {
            Part::Water => "water",
            Part::Purchases => "purchases",
            Part::Credit => "credit",
            Part::TreasuryPays => "treasury-pays",
            Part::Runoff => "runoff",
            Part::TreasuryTakes => "treasury-takes",
            Part::LessCredit => "less-credit",
            Part::Tank => "tank",
            Part::OnRrp => "on-rrp",
            Part::Gauge => "gauge",
            Part::Stage => "stage",
            Part::FromTank => "from-tank",
            Part::FromTub => "from-tub",
            Part::DataCentre => "data-centre",
            Part::Recycled => "recycled",
            Part::Duck(duck) => duck.key(),
        }
    }

    /// The part of a name.
    pub fn from_key(key: &str) -> Option<Part> {
        let found = Part::BUT_DUCKS.into_iter().find(|part| part.key() == key);
        found.or_else(|| Duck::from_key(key).map(Part::Duck))
    }

    /// Rows of the list of mechanisms that this part shows.
    pub const fn mechanisms(self) -> &'static str {
        match self {
            Part::Water => "M1–M3, M9, M15, M21",
            Part::Purchases => "M6, M18, M31",
            Part::Credit | Part::LessCredit => "M4, M15, M30",
            Part::TreasuryPays => "M1, M20",
            Part::Runoff => "M10, M18",
            Part::TreasuryTakes => "M15, M27",
            Part::Tank => "M2, M3",
            Part::OnRrp => "M17",
            Part::Gauge => "M16",
            Part::Stage => "M19",
            Part::FromTank => "M2",
            Part::FromTub => "M3, M5",
            Part::DataCentre => "M2, M24",
            Part::Recycled => "M1, M2, M25",
            Part::Duck(Duck::Bitcoin) => "M7, M12",
            Part::Duck(Duck::Momentum) => "M7, M13",
            Part::Duck(Duck::Saas) => "M7, M8",
            Part::Duck(Duck::Sp500) => "M7, M9",
            Part::Duck(Duck::Megacap) => "M7, M26",
            Part::Duck(Duck::Memory) => "M11",
            Part::Duck(Duck::Gold) => "M7",
            Part::Duck(Duck::Treasuries) => "M4, M10",
            Part::Duck(Duck::Ig | Duck::Hy) => "M4, M23",
            Part::Duck(Duck::Cash) => "M14",
        }
    }

    /// The parameter whose tag stands behind this part's number, and its source in English.
    pub const fn parameter(self) -> (ParameterId, &'static str) {
        use ParameterId as P;
        // Asked for one by one: a look into the table of texts by a number that is known only when
        // the page runs would bring the whole table into its program.
        match self {
            Part::Water => sourced(P::MarketMultiplier),
            Part::Purchases | Part::Runoff => sourced(P::Runoff),
            Part::Credit | Part::LessCredit => sourced(P::RateToWater),
            Part::TreasuryPays | Part::TreasuryTakes => sourced(P::Tga),
            Part::Tank => sourced(P::Dry),
            Part::OnRrp => sourced(P::RrpDraw),
            Part::Gauge | Part::Stage => sourced(P::CurveSlope),
            Part::FromTank | Part::FromTub => sourced(P::DryScale),
            Part::DataCentre => sourced(P::Capex),
            Part::Recycled => sourced(P::SavingShare),
            Part::Duck(Duck::Bitcoin) => sourced(P::BetaBitcoin),
            Part::Duck(Duck::Momentum) => sourced(P::DurationMomentum),
            Part::Duck(Duck::Saas) => sourced(P::DurationSaas),
            Part::Duck(Duck::Sp500) => sourced(P::DurationSp500),
            Part::Duck(Duck::Megacap) => sourced(P::DurationMegacap),
            Part::Duck(Duck::Memory) => sourced(P::MemoryBoost),
            Part::Duck(Duck::Gold) => sourced(P::BetaGold),
            Part::Duck(Duck::Treasuries) => sourced(P::DurationTreasuries),
            Part::Duck(Duck::Ig) => sourced(P::DurationIg),
            Part::Duck(Duck::Hy) => sourced(P::DurationHy),
            Part::Duck(Duck::Cash) => sourced(P::DurationCash),
        }
    }
}

const fn sourced(id: ParameterId) -> (ParameterId, &'static str) {
    (id, id.text().source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_back_to_their_parts() {
        for part in Part::BUT_DUCKS.into_iter().chain(Duck::ALL.map(Part::Duck)) {
            assert_eq!(Part::from_key(part.key()), Some(part));
        }
        assert_eq!(Part::from_key("plug"), None);
    }
}
