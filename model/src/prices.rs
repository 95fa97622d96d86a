//! Prices: each duck's move as a sum of channels.

use crate::duck::{Channel, Duck};
use crate::num::Num;
use crate::parameters::{ParameterId as P, Values};
use crate::shapes;

/// How strongly one duck answers; worked out once a run.
#[derive(Clone, Copy, Debug)]
pub struct Exposure<T> {
    /// Per cent lost for a point of yield.
    pub rate: T,
    /// Duration in years; zero where there is no cash flow.
    pub duration: T,
    /// Beta to the level.
    pub beta: T,
    /// Price fall in logarithms for each $bn sold.
    pub impact: T,
    /// The part of it that comes through the level, for each $bn that deep pockets sell of anything.
    pub through_level: T,
    /// Fall for a spiral's loss of one that comes through the level.
    pub spiral_through_level: T,
}

impl<T: Num> Exposure<T> {
    /// The exposures of a duck under these coefficients.
    pub fn new(duck: Duck, p: &Values<T>, water: T) -> Self {
        let zero = T::constant(0.0);
        let traits = duck.traits();
        let duration = traits.duration.map_or(zero, |id| p[id]);
        let equity = duration * p[P::PassThrough];
        let growth = p[P::GrowthPass];
        let rate = match duck {
            Duck::Bitcoin => p[P::RateBitcoin],
            Duck::Gold => p[P::RateGold],
            Duck::Momentum => equity * growth * growth,
            Duck::Saas | Duck::Megacap => equity * growth,
            Duck::Sp500 | Duck::Memory => equity,
            Duck::Treasuries | Duck::Ig | Duck::Hy | Duck::Cash => duration,
        };
        let beta = traits.beta.map_or(zero, |id| p[id]);
        let broad = Duck::Sp500.traits().market_value + Duck::Megacap.traits().market_value;
        let value = if matches!(duck, Duck::Sp500 | Duck::Megacap) { broad } else { traits.market_value };
        Exposure {
            rate,
            duration,
            beta,
            impact: p[P::MarketMultiplier] / value,
            through_level: beta / water,
            spiral_through_level: beta * p[P::SpiralToLevel],
        }
    }
}

/// The state of the world that prices depend on.
#[derive(Clone, Copy, Debug)]
pub struct Conditions<T> {
    /// Yield change that discounts equities, bp.
    pub equity_yield: T,
    /// Policy-rate change, bp.
    pub policy: T,
    /// Treasury supply's part of the ten-year yield change, bp.
    pub supply_yield: T,
    /// Scarcity's part of it, bp.
    pub scarcity_yield: T,
    /// Investment-grade spread change, bp.
    pub ig_spread: T,
    /// High-yield spread change, bp.
    pub hy_spread: T,
    /// Level change, logarithm, now and as followed with a lag.
    pub level_now: T,
    /// See `level_now`.
    pub level_followed: T,
    /// Capex bought against the start, fast and slow.
    pub revenue_fast: T,
    /// See `revenue_fast`.
    pub revenue_slow: T,
    /// Capex connected to power against the start.
    pub built: T,
    /// Depreciation beyond the start over cash flow.
    pub write_offs: T,
    /// Earnings lost to the slowdown, logarithm.
    pub lost_growth: T,
    /// Extra deficit spending over GDP.
    pub fiscal_income: T,
    /// Sold and not yet absorbed: bitcoin, momentum, software, the rest, $bn.
    pub sold_bitcoin: T,
    /// See `sold_bitcoin`.
    pub sold_momentum: T,
    /// See `sold_bitcoin`.
    pub sold_saas: T,
    /// See `sold_bitcoin`.
    pub sold_broad: T,
    /// Forced selling, logarithm of the market.
    pub spiral: T,
    /// What is left of a price shock, logarithm of the market.
    pub shock: T,
}

/// One channel's part of a duck's move, in logarithms.
pub fn channel<T: Num>(duck: Duck, channel: Channel, e: &Exposure<T>, p: &Values<T>, c: &Conditions<T>) -> T {
    let zero = T::constant(0.0);
    match channel {
        Channel::Discount => {
            // Treasuries that private hands take weigh on bonds here, on shares through the water.
            let bp = match duck {
                Duck::Cash => c.policy,
                Duck::Treasuries | Duck::Ig | Duck::Hy => c.equity_yield + c.supply_yield,
                _ => c.equity_yield,
            };
            let fall = e.rate * bp / 10_000.0;
            // A parabola near the start, continued by its tangents so that a
            // higher yield never raises a price.
            let near =
                fall.min(T::constant(shapes::CURVATURE_LIMIT)).max(T::constant(-shapes::CURVATURE_LIMIT));
            -fall + near * (fall * 2.0 - near) * (0.5 * shapes::CURVATURE)
        }
        Channel::Liquidity if duck == Duck::Bitcoin => e.beta * c.level_now,
        Channel::Liquidity => e.beta * c.level_followed,
        Channel::Credit => match duck {
            Duck::Treasuries => -(e.duration * c.scarcity_yield / 10_000.0),
            Duck::Ig => -(e.duration * (c.scarcity_yield + c.ig_spread) / 10_000.0),
            Duck::Hy => -(e.duration * (c.scarcity_yield + c.hy_spread) / 10_000.0),
            _ => zero,
        },
        Channel::Earnings => {
            let market = p[P::CapexToEarnings] * c.built + p[P::DeficitToEarnings] * c.fiscal_income;
            let written_off = p[P::DepreciationDrag] * c.write_offs;
            match duck {
                Duck::Memory => {
                    let lasting = c.revenue_fast - c.revenue_slow * shapes::BOOST_FADES;
                    p[P::MemoryBoost] * lasting - c.lost_growth
                }
                Duck::Megacap => market - written_off - c.lost_growth * 2.0,
                Duck::Sp500 => market - written_off * shapes::WRITE_OFFS_SP500 - c.lost_growth,
                Duck::Hy => market * 0.5,
                Duck::Momentum => -(c.lost_growth * 2.0),
                Duck::Saas => -c.lost_growth,
                _ => zero,
            }
        }
        // What the level takes already is not taken twice.
        Channel::ForcedSales => {
            let sold = match duck {
                Duck::Bitcoin => c.sold_bitcoin,
                Duck::Momentum => c.sold_momentum,
                Duck::Saas => c.sold_saas,
                Duck::Sp500 | Duck::Megacap => c.sold_broad,
                _ => return zero,
            };
            let all = c.sold_bitcoin + c.sold_saas + c.sold_broad;
            -((e.impact * sold - e.through_level * all).positive())
        }
        Channel::Spiral => {
            let weight = duck.traits().spiral_weight;
            let fall = (c.spiral + c.shock) * weight;
            -((fall - e.spiral_through_level * c.spiral).positive())
        }
    }
}

/// A duck's move in logarithms: the sum of its channels in their order.
pub fn change<T: Num>(duck: Duck, e: &Exposure<T>, p: &Values<T>, c: &Conditions<T>) -> T {
    let mut sum = channel(duck, Channel::ALL[0], e, p, c);
    for part in &Channel::ALL[1..] {
        sum = sum + channel(duck, *part, e, p, c);
    }
    sum
}
