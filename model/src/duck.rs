//! The ducks: assets whose prices float on the water.

use crate::parameters::ParameterId;
use crate::series::Series;

/// An asset class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Duck {
    /// Bitcoin: no cash flow, at the tip of liquidity.
    Bitcoin,
    /// Speculative retail momentum stocks.
    Momentum,
    /// Software as a service.
    Saas,
    /// The rest of the S&P 500.
    Sp500,
    /// AI megacaps.
    Megacap,
    /// Memory makers: DRAM, HBM, NAND.
    Memory,
    /// Gold.
    Gold,
    /// Treasuries of twenty years and more.
    Treasuries,
    /// Investment-grade credit.
    Ig,
    /// High-yield credit.
    Hy,
    /// Treasury bills and cash.
    Cash,
}

/// What moved a duck; the channels of a duck add up to its move in logarithms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    /// Discounting at changed yields, with convexity.
    Discount,
    /// The water level.
    Liquidity,
    /// Credit spreads and scarcity of capital.
    Credit,
    /// Earnings from capex, depreciation and growth.
    Earnings,
    /// Sales to meet commitments and redemptions.
    ForcedSales,
    /// The shock and the spiral of losses and margin calls.
    Spiral,
}

impl Channel {
    /// Number of channels.
    pub const COUNT: usize = 6;
    /// Every channel, in the order in which they are added.
    pub const ALL: [Channel; Self::COUNT] = [
        Channel::Discount,
        Channel::Liquidity,
        Channel::Credit,
        Channel::Earnings,
        Channel::ForcedSales,
        Channel::Spiral,
    ];

    /// The channel's key in JSON and exports.
    pub const fn key(self) -> &'static str {
        match self {
            Channel::Discount => "discount",
            Channel::Liquidity => "liquidity",
            Channel::Credit => "credit",
            Channel::Earnings => "earnings",
            Channel::ForcedSales => "forced_sales",
            Channel::Spiral => "spiral",
        }
    }
}

/// How an asset answers, beside its duration and beta, which are parameters.
#[derive(Clone, Copy, Debug)]
pub struct Traits {
    /// Key in JSON, URLs and the page.
    pub key: &'static str,
    /// Market value that no other duck counts, $bn: rounded, for weights and
    /// for the price impact of sales.
    pub market_value: f64,
    /// Parameter of the duration; none where there is no cash flow.
    pub duration: Option<ParameterId>,
    /// Parameter of the beta; none where the level has no direct effect.
    pub beta: Option<ParameterId>,
    /// Loss for each unit of shock or spiral, times.
    pub spiral_weight: f64,
}

impl Duck {
    /// Number of ducks.
    pub const COUNT: usize = Duck::Cash as usize + 1;
    /// Every duck, from the most speculative to cash.
    pub const ALL: [Duck; Self::COUNT] = [
        Duck::Bitcoin,
        Duck::Momentum,
        Duck::Saas,
        Duck::Sp500,
        Duck::Megacap,
        Duck::Memory,
        Duck::Gold,
        Duck::Treasuries,
        Duck::Ig,
        Duck::Hy,
        Duck::Cash,
    ];

    /// Key in JSON, URLs and the page.
    pub const fn key(self) -> &'static str {
        self.traits().key
    }

    /// The series of this duck's price change in per cent.
    pub const fn series(self) -> Series {
        match self {
            Duck::Bitcoin => Series::Bitcoin,
            Duck::Momentum => Series::Momentum,
            Duck::Saas => Series::Saas,
            Duck::Sp500 => Series::Sp500,
            Duck::Megacap => Series::Megacap,
            Duck::Memory => Series::Memory,
            Duck::Gold => Series::Gold,
            Duck::Treasuries => Series::Treasuries,
            Duck::Ig => Series::Ig,
            Duck::Hy => Series::Hy,
            Duck::Cash => Series::Cash,
        }
    }

    /// Name of this duck's move in logarithms in an export.
    pub(crate) const fn ln_key(self) -> &'static str {
        match self {
            Duck::Bitcoin => "bitcoin_ln",
            Duck::Momentum => "momentum_ln",
            Duck::Saas => "saas_ln",
            Duck::Sp500 => "sp500_ln",
            Duck::Megacap => "megacap_ln",
            Duck::Memory => "memory_ln",
            Duck::Gold => "gold_ln",
            Duck::Treasuries => "treasuries_ln",
            Duck::Ig => "ig_ln",
            Duck::Hy => "hy_ln",
            Duck::Cash => "cash_ln",
        }
    }

    /// The duck of a key.
    pub fn from_key(key: &str) -> Option<Duck> {
        Duck::ALL.into_iter().find(|duck| duck.key() == key)
    }

    /// What is fixed about this asset. Market values are round figures for
    /// 2025–26 (assumption); spiral weights are judgement, one for the market.
    pub const fn traits(self) -> &'static Traits {
        use ParameterId as P;
        const TABLE: [Traits; Duck::COUNT] = [
            traits("bitcoin", 1_700.0, None, Some(P::BetaBitcoin), 2.0),
            traits("momentum", 1_500.0, Some(P::DurationMomentum), Some(P::BetaMomentum), 1.6),
            traits("saas", 2_000.0, Some(P::DurationSaas), Some(P::BetaSaas), 1.2),
            traits("sp500", 32_000.0, Some(P::DurationSp500), Some(P::BetaSp500), 1.0),
            traits("megacap", 20_000.0, Some(P::DurationMegacap), Some(P::BetaMegacap), 1.0),
            traits("memory", 1_500.0, Some(P::DurationMemory), Some(P::BetaMemory), 1.0),
            traits("gold", 28_000.0, None, Some(P::BetaGold), 0.2),
            traits("treasuries", 5_000.0, Some(P::DurationTreasuries), None, 0.0),
            traits("ig", 9_000.0, Some(P::DurationIg), Some(P::BetaIg), 0.1),
            traits("hy", 1_500.0, Some(P::DurationHy), Some(P::BetaHy), 0.4),
            traits("cash", 7_000.0, Some(P::DurationCash), None, 0.0),
        ];
        &TABLE[self as usize]
    }
}

const fn traits(
    key: &'static str,
    market_value: f64,
    duration: Option<ParameterId>,
    beta: Option<ParameterId>,
    spiral_weight: f64,
) -> Traits {
    Traits { key, market_value, duration, beta, spiral_weight }
}
