//! Answers.

use bathtub_model::accounts::{Books, Instrument, Sector};
use bathtub_model::analysis::Findings;
use bathtub_model::solve;

/// Every sector's position in every instrument at the end of a week.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    /// Positions in $bn, negative for a liability: by [`Instrument::ALL`], then [`Sector::ALL`].
    pub positions: Vec<f64>,
    /// What is held of each instrument less what is owed, $bn: zero but for rounding.
    pub nets: Vec<f64>,
    /// Largest net of any instrument over the gross amount held of it.
    pub imbalance: f64,
}

impl Ledger {
    /// The closing positions of books.
    pub fn new(books: &Books) -> Self {
        let sheet = &books.closing;
        let of = |instrument| Sector::ALL.map(|sector| sheet.position(sector, instrument));
        Ledger {
            positions: Instrument::ALL.into_iter().flat_map(of).collect(),
            nets: Instrument::ALL.map(|instrument| sheet.net(instrument)).to_vec(),
            imbalance: sheet.imbalance(),
        }
    }

    /// Positions of each sector in one instrument, in the order of [`Sector::ALL`].
    pub fn of(&self, instrument: Instrument) -> &[f64] {
        let from = instrument as usize * Sector::COUNT;
        self.positions.get(from..from + Sector::COUNT).unwrap_or_default()
    }
}

/// What a task has found so far.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// To [`crate::Kind::Analysis`].
    Analysis(Findings),
    /// To [`crate::Kind::Solve`].
    Solve(solve::Answer),
    /// To [`crate::Kind::Books`].
    Books(Ledger),
}
