//! Who plays: five roles, the levers that each holds, and what each minds.

use bathtub_model::{ParameterId as P, ParameterId, Series};

/// Who holds levers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The Treasury: its account, the deficit, and how it borrows.
    Treasury,
    /// The Federal Reserve: its balance sheet and the policy rate.
    Fed,
    /// The builders of AI: what they spend, and who lends it.
    Builder,
    /// A sovereign fund: deep pockets, and the tank.
    Fund,
    /// Households: what they do with what they save.
    Household,
}

impl Role {
    /// Number of roles.
    pub const COUNT: usize = 5;
    /// Every role, in the order of codes.
    pub const ALL: [Role; Self::COUNT] =
        [Role::Treasury, Role::Fed, Role::Builder, Role::Fund, Role::Household];

    /// Its key in tests and tables.
    pub const fn key(self) -> &'static str {
        match self {
            Role::Treasury => "treasury",
            Role::Fed => "fed",
            Role::Builder => "builder",
            Role::Fund => "fund",
            Role::Household => "household",
        }
    }

    /// The levers that it holds, in the order of codes.
    pub const fn levers(self) -> &'static [ParameterId] {
        match self {
            Role::Treasury => &[P::Tga, P::Deficit, P::BillShare],
            Role::Fed => &[P::Runoff, P::Rate],
            Role::Builder => &[P::Capex, P::Spv, P::Circular],
            Role::Fund => &[P::Dry, P::Commitments],
            Role::Household => &[P::Hoarding, P::Stablecoin, P::Confidence],
        }
    }

    /// What it minds: its ducks, or the strain in the pipes.
    pub const fn minds(self) -> &'static [Series] {
        match self {
            Role::Treasury => &[Series::Treasuries],
            Role::Fed => &[Series::Spread],
            Role::Builder => &[Series::Megacap, Series::Memory],
            Role::Fund => &[Series::Bitcoin, Series::Saas],
            Role::Household => &[Series::Sp500, Series::Momentum],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    use bathtub_model::rounds::Rounds;
    use bathtub_model::{Run, Scenario, simulate};

    #[test]
    fn no_lever_has_two_holders_and_a_round_takes_each() {
        let levers: Vec<_> = Role::ALL.iter().flat_map(|role| role.levers()).collect();
        assert_eq!(levers.iter().collect::<BTreeSet<_>>().len(), levers.len());
        assert!(levers.iter().all(|id| Rounds::takes(**id)));
        assert_eq!(P::ALL.iter().filter(|id| Rounds::takes(**id)).count(), levers.len(), "each has a holder");
    }

    fn run(levers: &[(P, f64)]) -> Run {
        simulate(&levers.iter().fold(Scenario::default(), |set, (id, value)| set.with_clamped(*id, *value)))
    }

    /// The sentences of the cards (`src/locale/roles.rs`).
    #[test]
    fn what_the_cards_say_of_levers_holds() {
        let still = run(&[]);
        let at = |levers: &[(P, f64)], series: Series| {
            let row = run(levers).rows()[26][series];
            (row, still.rows()[26][series])
        };
        let more = |levers: &[(P, f64)], series| {
            let (row, still) = at(levers, series);
            assert!(row > still + 1e-3, "{levers:?}: {row}, {still}");
        };
        let less = |levers: &[(P, f64)], series| {
            let (row, still) = at(levers, series);
            assert!(row < still - 1e-3, "{levers:?}: {row}, {still}");
        };
        less(&[(P::Tga, 500.0)], Series::Level);
        more(&[(P::Tga, -500.0)], Series::Level);
        // Whatever moves the duck of the Treasuries, its yield goes the other way.
        for (id, value) in [(P::Deficit, 3500.0), (P::Rate, 100.0), (P::Rate, -100.0), (P::Runoff, 80.0)] {
            let (price, before) = at(&[(id, value)], Series::Treasuries);
            let (yielding, yielded) = at(&[(id, value)], Series::TenYearChange);
            assert!((price - before) * (yielding - yielded) < 0.0, "{id:?} {value}");
        }
        less(&[(P::Runoff, 60.0)], Series::Reserves);
        more(&[(P::Runoff, -60.0)], Series::Reserves);
        more(&[(P::Runoff, 60.0)], Series::Spread);
        more(&[(P::Spv, 0.5), (P::Capex, 1000.0)], Series::VehicleLoans);
        more(&[(P::Circular, 0.5), (P::Capex, 1000.0)], Series::VendorFinance);
        more(&[(P::Dry, 900.0)], Series::DryPowder);
        let promised = [(P::Commitments, 300.0), (P::Dry, 0.0)];
        for sold in [Series::SoldBitcoin, Series::SoldSaas] {
            more(&promised, sold);
        }
        for duck in [Series::Bitcoin, Series::Saas] {
            less(&promised, duck);
        }
        more(&[(P::Hoarding, 0.5)], Series::Hoard);
        more(&[(P::Stablecoin, 300.0)], Series::Stablecoins);
        less(&[(P::Confidence, 80.0)], Series::Circulation);
    }

    #[test]
    fn every_role_can_move_the_water() {
        let still = simulate(&Scenario::default()).rows()[52][Series::Level];
        for role in Role::ALL {
            let moves =
                role.levers().iter().flat_map(|id| [id.row().min, id.row().max].map(|end| (*id, end)));
            let level =
                |(id, end)| simulate(&Scenario::default().with_clamped(id, end)).rows()[52][Series::Level];
            let most = moves.map(|one| (level(one) - still).abs()).fold(0.0, f64::max);
            assert!(most > 0.2, "{role:?}: {most}");
        }
    }
}
