//! Stock-flow accounts: eight sectors, fourteen instruments, double entries.
//!
//! A run records flows; the sheet of any week is derived from them on request:
//! closing = opening + posted flows + revaluation, without a balancing item. A
//! position is positive for an asset and negative for a liability, so that each
//! instrument nets to zero over the sectors.
//!
//! Only the Fed's opening sheet is published data. The others' are round
//! figures near the Financial Accounts of 2025 (assumption); no equation reads
//! them. Gold, bitcoin and fixed capital are outside assets and not listed.

mod postings;

use crate::Error;
use crate::duck::Duck;
use crate::parameters::ParameterId as P;
use crate::run::Run;
use crate::shapes;
use crate::start::Start;
use postings::{Entry, postings};

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($id:ident $key:literal $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $(#[doc = $text] $id),* }

        impl $name {
            /// How many there are.
            pub const COUNT: usize = [$(stringify!($id)),*].len();
            /// Every one, in the order of the sheets.
            pub const ALL: [$name; Self::COUNT] = [$($name::$id),*];

            /// Key in JSON.
            pub const fn key(self) -> &'static str {
                match self { $($name::$id => $key),* }
            }
        }
    };
}

names! {
    /// Who holds and who owes.
    Sector {
        Fed "fed" "The Federal Reserve.",
        Treasury "treasury" "The Treasury.",
        Banks "banks" "Banks.",
        MoneyFunds "money_funds" "Money funds and issuers of stablecoins.",
        Investors "investors" "Investors: funds, insurers, dealers, hedge funds.",
        Builders "builders" "AI builders.",
        Households "households" "Households and other firms.",
        World "world" "The rest of the world, with deep pockets.",
    }
}

names! {
    /// What is held and owed.
    Instrument {
        Reserves "reserves" "Reserve balances.",
        OnRrp "on_rrp" "Overnight reverse repo.",
        Tga "tga" "The Treasury's account.",
        Currency "currency" "Currency.",
        OtherFed "other_fed" "Other liabilities of the Fed and its capital.",
        FedRepo "fed_repo" "Repo lent by the Fed.",
        Deposits "deposits" "Bank deposits.",
        FundShares "fund_shares" "Money-fund shares and stablecoins.",
        Bills "bills" "Treasury bills.",
        Coupons "coupons" "Treasury notes and bonds, with mortgage bonds.",
        AiDebt "ai_debt" "Debt of AI builders.",
        AiEquity "ai_equity" "Equity of AI builders.",
        Loans "loans" "Bank loans, margin loans and repo of levered holders.",
        MarketAssets "market_assets" "Other equity and bonds of firms.",
    }
}

/// Positions of every sector in every instrument, $bn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet([[f64; Instrument::COUNT]; Sector::COUNT]);

impl Sheet {
    const EMPTY: Sheet = Sheet([[0.0; Instrument::COUNT]; Sector::COUNT]);

    /// One position, $bn; negative for a liability.
    pub fn position(&self, sector: Sector, instrument: Instrument) -> f64 {
        self.0[sector as usize][instrument as usize]
    }

    fn add(&mut self, sector: Sector, instrument: Instrument, amount: f64) {
        self.0[sector as usize][instrument as usize] += amount;
    }

    /// Financial net worth of a sector, $bn.
    pub fn net_worth(&self, sector: Sector) -> f64 {
        self.0[sector as usize].iter().sum()
    }

    /// What is held of an instrument less what is owed, $bn: zero but for rounding.
    pub fn net(&self, instrument: Instrument) -> f64 {
        self.0.iter().map(|row| row[instrument as usize]).sum()
    }

    /// Largest net of any instrument over the gross amount held of it.
    pub fn imbalance(&self) -> f64 {
        Instrument::ALL
            .iter()
            .map(|i| {
                let gross: f64 = self.0.iter().map(|row| row[*i as usize].abs()).sum();
                if gross > 0.0 { self.net(*i).abs() / gross } else { 0.0 }
            })
            .fold(0.0, f64::max)
    }
}

/// The opening sheet of a start: the Fed's published, the others' rounded.
pub fn opening_sheet(start: &Start) -> Sheet {
    use Instrument::*;
    use Sector::*;
    let mut sheet = Sheet::EMPTY;
    // An owner's asset and the other side's liability, in one go.
    let mut owed = |holder: Sector, debtor: Sector, instrument: Instrument, amount: f64| {
        sheet.add(holder, instrument, amount);
        sheet.add(debtor, instrument, -amount);
    };
    // About the part of banks' assets that deposits fund: 69 % in 2015, 76 % in 2025 (H.8).
    let deposits = 0.75 * start.bank_assets;
    let other = start.other_liabilities();
    owed(Banks, Fed, Reserves, start.reserves);
    owed(MoneyFunds, Fed, OnRrp, start.on_rrp);
    owed(Treasury, Fed, Tga, start.tga);
    owed(Households, Fed, Currency, start.currency);
    owed(World, Fed, OtherFed, other);
    let fed_bills = 0.05 * start.fed_assets;
    owed(Fed, Treasury, Bills, fed_bills);
    owed(Fed, Treasury, Coupons, start.fed_assets - fed_bills);

    let levered = P::LeveredDebt.row().default * start.market_assets / shapes::LEVERED_AT;
    let repo = (1.0 - shapes::MARGIN_AT_BANKS) * levered;
    // Money funds hold two fifths of the bills; their shares are what they hold.
    let fund_bills = 0.4 * start.bills;
    owed(Households, MoneyFunds, FundShares, fund_bills + start.on_rrp + repo);
    owed(MoneyFunds, Treasury, Bills, fund_bills);
    owed(Investors, Treasury, Bills, start.bills - fund_bills - fed_bills);
    owed(Investors, Treasury, Coupons, 0.7 * deposits);
    owed(World, Treasury, Coupons, 0.45 * deposits);
    owed(Banks, Treasury, Coupons, 0.22 * deposits);

    owed(Banks, Households, Loans, 0.5 * deposits);
    owed(Banks, Investors, Loans, shapes::MARGIN_AT_BANKS * levered);
    owed(MoneyFunds, Investors, Loans, repo);
    for (holder, share) in [(Households, 0.45), (Investors, 0.3), (World, 0.08), (Builders, 0.02)] {
        owed(holder, Banks, Deposits, share * deposits);
    }
    let value = start.market_assets;
    owed(Investors, Builders, AiDebt, 0.01 * value);
    owed(Investors, Builders, AiEquity, 0.2 * value);
    owed(World, Builders, AiEquity, 0.05 * value);
    owed(Investors, Households, MarketAssets, 0.5 * value);
    owed(World, Households, MarketAssets, 0.25 * value);
    sheet
}

/// The books of a run up to a week.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Books {
    /// Positions at the start.
    pub opening: Sheet,
    /// Posted flows since the start.
    pub flows: Sheet,
    /// Revaluation since the start: AI equity by the megacap duck, other market
    /// assets by the S&P 500; everything else at book value.
    pub revaluation: Sheet,
    /// Positions of the week: opening + flows + revaluation.
    pub closing: Sheet,
}

impl Run {
    /// Every sector's sheet in a week, worked out from the recorded flows.
    ///
    /// # Errors
    /// [`Error::UnknownWeek`] beyond the run.
    ///
    /// ```
    /// use bathtub_model::{Scenario, simulate};
    /// let books = simulate(&Scenario::default()).books(52)?;
    /// assert!(books.closing.imbalance() < 1e-9);
    /// # Ok::<(), bathtub_model::Error>(())
    /// ```
    pub fn books(&self, week: usize) -> Result<Books, Error> {
        self.at(week)?;
        let abroad = self.scenario().get(P::ImportShare);
        let opening = opening_sheet(&self.scenario().balance_sheet());
        let (mut flows, mut revaluation, mut closing) = (Sheet::EMPTY, Sheet::EMPTY, opening);
        let table = postings();
        for pair in self.rows()[..=week].windows(2) {
            let (before, after) = (&pair[0], &pair[1]);
            for (instrument, duck) in
                [(Instrument::AiEquity, Duck::Megacap), (Instrument::MarketAssets, Duck::Sp500)]
            {
                let price = |row: &crate::Row<f64>| 100.0 + row[duck.series()];
                let change = price(after) / price(before) - 1.0;
                for sector in Sector::ALL {
                    let gain = closing.position(sector, instrument) * change;
                    revaluation.add(sector, instrument, gain);
                    closing.add(sector, instrument, gain);
                }
            }
            for (series, entries) in &table {
                for Entry(sector, instrument, sign, part) in entries {
                    let amount = before[*series] * sign * part.share(abroad);
                    flows.add(*sector, *instrument, amount);
                    closing.add(*sector, *instrument, amount);
                }
            }
        }
        Ok(Books { opening, flows, revaluation, closing })
    }
}
