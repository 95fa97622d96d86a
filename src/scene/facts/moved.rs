//! What moved most against the comparison, and why: the headline names it.
//!
//! A move counts by how often it holds the size that one notices ([`noticed`]). Levels, the index
//! and prices are compared as ratios, stages by steps, the spread by the difference. This is worked
//! out with every input of a drag: it reads rows that a run has recorded, and looks for the cause of
//! the one move that is named.

use bathtub_model::{
    Channel, Duck, LevelChannel, ParameterId, Run, Series, SpreadChannel, Stage, WEEKS, change_pct,
    level_channels, spread_channels,
};

use super::of_week;
use super::view::SELLING;
use crate::locale::terms::{self, TermMessage};

/// What can be named.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum About {
    /// The stage, and where it stands now.
    Stage(Stage),
    /// The price index.
    Index,
    /// The price of a duck.
    Duck(Duck),
    /// SOFR − IORB.
    Spread,
    /// The water level.
    Level,
}

impl About {
    /// Key in the document.
    pub const fn key(self) -> &'static str {
        match self {
            About::Stage(_) => "stage",
            About::Index => "index",
            About::Duck(duck) => duck.key(),
            About::Spread => "spread",
            About::Level => "level",
        }
    }
}

/// The size at which one notices a move, in its own unit. A step of the stage is three of the
/// others: entering a crisis is news, and a price index of 54 goes before it.
pub const fn noticed(about: About) -> f64 {
    match about {
        About::Stage(_) => 1.0 / 3.0, // steps
        About::Index => 1.5,          // %
        About::Duck(_) => 5.0,        // %
        About::Spread => 10.0,        // bp
        About::Level => 0.5,          // %
    }
}

/// Part of a size below which nothing has moved: half of what one decimal of the level shows, and
/// half a per cent of a price.
pub const NOTHING: f64 = 0.1;

/// A move, and what it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// What moved.
    pub about: About,
    /// By how much, in steps, % or bp.
    pub by: f64,
    /// The largest part of it that has its sign; of the stage, the measure that sets it.
    pub cause: TermMessage,
}

/// Every move against the same week of the comparison, in the order in which the earlier of two
/// equal ones is named: stage, index, ducks, spread, level.
pub fn moves(run: &Run, against: &Run, week: usize) -> impl Iterator<Item = (About, f64)> {
    let (now, before) = (&run.rows()[week], &against.rows()[week]);
    let stage = About::Stage(Stage::from_number(now[Series::Stage]));
    let ducks = Duck::ALL.into_iter().map(move |duck| {
        let price = |change: f64| 100.0 + change;
        (About::Duck(duck), change_pct(price(now[duck.series()]), price(before[duck.series()])))
    });
    let ratio = move |series| change_pct(now[series], before[series]);
    [(stage, now[Series::Stage] - before[Series::Stage]), (About::Index, ratio(Series::Index))]
        .into_iter()
        .chain(ducks)
        .chain([
            (About::Spread, now[Series::Spread] - before[Series::Spread]),
            (About::Level, ratio(Series::Level)),
        ])
}

/// The largest move with its cause; none where nothing has moved.
pub fn largest(run: &Run, against: &Run, week: usize) -> Option<Moved> {
    let week = week.min(WEEKS);
    let score = |about, by: f64| by.abs() / noticed(about);
    let first = moves(run, against, week)
        .reduce(|most, next| if score(next.0, next.1) > score(most.0, most.1) { next } else { most });
    let (about, by) = first.filter(|(about, by)| score(*about, *by) >= NOTHING)?;
    Some(Moved { about, by, cause: cause(run, against, week, about, by) })
}

/// The channel with the largest part in the direction of a move.
fn largest_part<T: Copy, const N: usize>(all: [T; N], now: [f64; N], before: [f64; N], by: f64) -> T {
    let part = |i: usize| (now[i] - before[i]) * by.signum();
    all[(0..N).fold(0, |most, i| if part(i) > part(most) { i } else { most })]
}

fn cause(run: &Run, against: &Run, week: usize, about: About, by: f64) -> TermMessage {
    let rises = by > 0.0;
    match about {
        About::Stage(_) => terms::reason(of_week(run.readouts(week)).reason),
        About::Level => level_cause(run, against, week, by),
        About::Spread => {
            let parts = |run| of_week(spread_channels(run, week));
            match largest_part(SpreadChannel::ALL, parts(run), parts(against), by) {
                SpreadChannel::Reserves => TermMessage::CauseReserves,
                SpreadChannel::Treasuries => TermMessage::CauseTreasuries,
                SpreadChannel::Stablecoins => TermMessage::CauseStablecoins,
                SpreadChannel::Selling if rises => TermMessage::CauseSelling,
                SpreadChannel::Selling => TermMessage::CauseLessSelling,
                SpreadChannel::Floor => TermMessage::CauseFloor,
            }
        }
        About::Index => {
            let parts = |run: &Run| of_week(run.index_channels(week));
            price_cause(run, against, week, largest_part(Channel::ALL, parts(run), parts(against), by), by)
        }
        About::Duck(duck) => {
            let parts = |run: &Run| of_week(run.duck(duck, week)).channels;
            price_cause(run, against, week, largest_part(Channel::ALL, parts(run), parts(against), by), by)
        }
    }
}

fn level_cause(run: &Run, against: &Run, week: usize, by: f64) -> TermMessage {
    let parts = of_week(level_channels(run, against, week));
    let rises = by > 0.0;
    match largest_part(LevelChannel::ALL, parts, [0.0; LevelChannel::COUNT], by) {
        LevelChannel::AiFunding => TermMessage::CauseAiFunding,
        LevelChannel::Income if rises => TermMessage::CauseIncome,
        LevelChannel::Income => TermMessage::CauseLessIncome,
        LevelChannel::Fed => TermMessage::CauseFed,
        LevelChannel::Treasury => TermMessage::CauseTreasury,
        LevelChannel::Rates => TermMessage::CauseRates,
        LevelChannel::Deficit => TermMessage::CauseDeficit,
        LevelChannel::Crisis if rises => TermMessage::CauseLessSelling,
        LevelChannel::Crisis => TermMessage::CauseSelling,
        LevelChannel::Stress if rises => TermMessage::CauseLessStress,
        LevelChannel::Stress => TermMessage::CauseStress,
        LevelChannel::Width if rises => TermMessage::CauseSmallerMarket,
        LevelChannel::Width => TermMessage::CauseLargerMarket,
        LevelChannel::Reversion => TermMessage::CauseReversion,
    }
}

fn price_cause(run: &Run, against: &Run, week: usize, channel: Channel, by: f64) -> TermMessage {
    let rises = by > 0.0;
    match channel {
        Channel::Discount => TermMessage::CauseDiscount,
        Channel::Credit => TermMessage::CauseCapital,
        Channel::Earnings => TermMessage::CauseEarnings,
        Channel::ForcedSales if rises => TermMessage::CauseFewerSales,
        Channel::ForcedSales => TermMessage::CauseSales,
        // A level that forced selling has moved is no cause of its own.
        Channel::Liquidity => match level_cause(run, against, week, by) {
            forced @ (TermMessage::CauseSelling | TermMessage::CauseLessSelling) => forced,
            _ => TermMessage::CauseLevel,
        },
        Channel::Spiral => spiral_cause(run, against, week, rises),
    }
}

/// The channel holds a price shock and the forced selling after it.
fn spiral_cause(run: &Run, against: &Run, week: usize, rises: bool) -> TermMessage {
    let sold = |run: &Run| run.rows()[week][Series::SpiralLoss];
    let differs = |id: ParameterId| run.scenario().get(id) != against.scenario().get(id);
    let shock = differs(ParameterId::Shock) || differs(ParameterId::ShockWeek);
    let selling = (sold(run) - sold(against)).abs() * 100.0 >= SELLING;
    match (shock, selling, rises) {
        (true, _, true) => TermMessage::CauseLessShock,
        (true, false, false) => TermMessage::CauseShock,
        (true, true, false) => TermMessage::CauseShockAndSelling,
        (false, _, true) => TermMessage::CauseLessSelling,
        (false, _, false) => TermMessage::CauseSelling,
    }
}

#[cfg(test)]
mod tests;
