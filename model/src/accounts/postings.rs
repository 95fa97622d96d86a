//! The posting table: which sector books which flow where.

use super::{Instrument, Sector};
use crate::series::Series;
use crate::shapes;

/// How much of a flow an entry takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Portion {
    /// All of it.
    Whole,
    /// The part spent at home.
    Home,
    /// The part spent abroad.
    Abroad,
    /// The part of levered debt that banks lend.
    AtBanks,
    /// The part of it that money funds lend.
    AtFunds,
}

impl Portion {
    /// The part as a share, when `abroad` of all spending goes abroad.
    pub fn share(self, abroad: f64) -> f64 {
        match self {
            Portion::Whole => 1.0,
            Portion::Home => 1.0 - abroad,
            Portion::Abroad => abroad,
            Portion::AtBanks => shapes::MARGIN_AT_BANKS,
            Portion::AtFunds => 1.0 - shapes::MARGIN_AT_BANKS,
        }
    }
}

/// One entry: `+` raises an asset or lowers a liability.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry(pub Sector, pub Instrument, pub f64, pub Portion);

const fn up(sector: Sector, instrument: Instrument) -> Entry {
    Entry(sector, instrument, 1.0, Portion::Whole)
}

const fn down(sector: Sector, instrument: Instrument) -> Entry {
    Entry(sector, instrument, -1.0, Portion::Whole)
}

const SPENT_AT_HOME: Entry = Entry(Sector::Households, Instrument::Deposits, 1.0, Portion::Home);
const SPENT_ABROAD: Entry = Entry(Sector::World, Instrument::Deposits, 1.0, Portion::Abroad);

/// The posting table: the double entries of each flow.
pub(super) fn postings() -> [(Series, Vec<Entry>); 23] {
    use Instrument::*;
    use Sector::*;
    [
        (
            Series::BillsByDeposits,
            vec![
                up(Fed, Bills),
                down(Fed, Reserves),
                up(Banks, Reserves),
                down(Banks, Deposits),
                down(Investors, Bills),
                up(Investors, Deposits),
            ],
        ),
        (
            Series::BillsByRrp,
            vec![up(Fed, Bills), down(Fed, OnRrp), up(MoneyFunds, OnRrp), down(MoneyFunds, Bills)],
        ),
        (
            Series::CouponsByDeposits,
            vec![
                down(Fed, Coupons),
                up(Fed, Reserves),
                down(Banks, Reserves),
                up(Banks, Deposits),
                up(Investors, Coupons),
                down(Investors, Deposits),
            ],
        ),
        (
            Series::TgaByDeposits,
            vec![
                up(Treasury, Tga),
                down(Treasury, Bills),
                down(Fed, Tga),
                up(Fed, Reserves),
                down(Banks, Reserves),
                up(Banks, Deposits),
                up(Investors, Bills),
                down(Investors, Deposits),
            ],
        ),
        (
            Series::TgaByRrp,
            vec![
                up(Treasury, Tga),
                down(Treasury, Bills),
                down(Fed, Tga),
                up(Fed, OnRrp),
                up(MoneyFunds, Bills),
                down(MoneyFunds, OnRrp),
            ],
        ),
        (
            Series::CurrencyByDeposits,
            vec![
                up(Households, Currency),
                down(Households, Deposits),
                up(Banks, Deposits),
                down(Banks, Reserves),
                up(Fed, Reserves),
                down(Fed, Currency),
            ],
        ),
        (
            Series::MoneyFundMigration,
            vec![
                up(Households, FundShares),
                down(Households, Deposits),
                down(MoneyFunds, FundShares),
                up(MoneyFunds, OnRrp),
                up(Banks, Deposits),
                down(Banks, Reserves),
                up(Fed, Reserves),
                down(Fed, OnRrp),
            ],
        ),
        (
            Series::Repo,
            vec![up(Fed, FedRepo), down(Fed, Reserves), down(Banks, FedRepo), up(Banks, Reserves)],
        ),
        (
            Series::Lending,
            vec![up(Banks, Loans), down(Banks, Deposits), down(Households, Loans), up(Households, Deposits)],
        ),
        (
            Series::DeficitBills,
            vec![
                down(Treasury, Bills),
                up(Investors, Bills),
                down(Investors, Deposits),
                up(Households, Deposits),
            ],
        ),
        (
            Series::DeficitCoupons,
            vec![
                down(Treasury, Coupons),
                up(Investors, Coupons),
                down(Investors, Deposits),
                up(Households, Deposits),
            ],
        ),
        (
            Series::DeficitByRrp,
            vec![
                down(Investors, Bills),
                up(Investors, Deposits),
                up(MoneyFunds, Bills),
                down(MoneyFunds, OnRrp),
                up(Fed, OnRrp),
                down(Fed, Reserves),
                up(Banks, Reserves),
                down(Banks, Deposits),
            ],
        ),
        (Series::CashFlow, vec![down(Households, Deposits), up(Builders, Deposits)]),
        (Series::PaidOut, vec![down(Builders, Deposits), up(Investors, Deposits)]),
        (Series::CapexOwn, vec![down(Builders, Deposits), SPENT_AT_HOME, SPENT_ABROAD]),
        (
            Series::CapexTank,
            vec![
                down(Builders, AiDebt),
                up(Investors, AiDebt),
                down(Investors, Deposits),
                SPENT_AT_HOME,
                SPENT_ABROAD,
            ],
        ),
        (
            Series::CapexCrowded,
            vec![
                down(Builders, AiDebt),
                up(Investors, AiDebt),
                down(Investors, MarketAssets),
                up(Households, MarketAssets),
                down(Households, Deposits),
                SPENT_AT_HOME,
                SPENT_ABROAD,
            ],
        ),
        (
            Series::CapexVehicles,
            vec![down(Builders, Loans), up(Banks, Loans), down(Banks, Deposits), SPENT_AT_HOME, SPENT_ABROAD],
        ),
        (
            Series::CommitmentTank,
            vec![
                up(World, AiEquity),
                down(World, Deposits),
                down(Builders, AiEquity),
                SPENT_AT_HOME,
                SPENT_ABROAD,
            ],
        ),
        (
            Series::CommitmentSold,
            vec![
                up(World, AiEquity),
                down(World, MarketAssets),
                up(Households, MarketAssets),
                down(Households, Deposits),
                down(Builders, AiEquity),
                SPENT_AT_HOME,
                SPENT_ABROAD,
            ],
        ),
        (
            Series::Exporters,
            vec![
                up(World, Coupons),
                down(World, Deposits),
                down(Investors, Coupons),
                up(Investors, Deposits),
            ],
        ),
        (
            Series::MarginCalls,
            vec![
                down(Investors, MarketAssets),
                up(Investors, Loans),
                up(Households, MarketAssets),
                down(Households, Deposits),
                Entry(Banks, Loans, -1.0, Portion::AtBanks),
                Entry(Banks, Deposits, 1.0, Portion::AtBanks),
                Entry(MoneyFunds, Loans, -1.0, Portion::AtFunds),
                Entry(MoneyFunds, Deposits, 1.0, Portion::AtFunds),
            ],
        ),
        (
            Series::StablecoinIssue,
            vec![
                up(Households, FundShares),
                down(Households, Deposits),
                down(MoneyFunds, FundShares),
                up(MoneyFunds, Bills),
                down(Investors, Bills),
                up(Investors, Deposits),
            ],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::series::SeriesKind;

    #[test]
    fn every_flow_is_posted_once_and_every_posting_balances() {
        let table = postings();
        for series in Series::ALL {
            let posted = table.iter().filter(|(s, _)| *s == series).count();
            assert_eq!(posted, usize::from(series.row().kind == SeriesKind::Flow), "{}", series.row().key);
        }
        for (series, entries) in &table {
            for instrument in Instrument::ALL {
                // Home and abroad add up to a whole whatever the import share is.
                for abroad in [0.0, 0.25, 1.0] {
                    let sum: f64 =
                        entries.iter().filter(|e| e.1 == instrument).map(|e| e.2 * e.3.share(abroad)).sum();
                    assert!(sum.abs() < 1e-15, "{} in {}", instrument.key(), series.row().key);
                }
            }
        }
    }
}
