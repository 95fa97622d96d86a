//! The parameter table: one row a lever or coefficient.
//!
//! Slider, clamp, URL key, documentation, uncertainty range and property tests
//! all read this table; nothing else states a range, a default or a source.

mod assumptions;
mod levers;

use std::ops::Index;

use crate::{Error, Unit};

/// How well a number is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Read from, or computed from, published data.
    Data,
    /// Estimated in a published study.
    Literature,
    /// A judgement of this model; its range is wide on purpose.
    Assumption,
}

impl Tag {
    /// The tag as it is written in JSON and documentation.
    pub const fn name(self) -> &'static str {
        match self {
            Tag::Data => "data",
            Tag::Literature => "literature",
            Tag::Assumption => "assumption",
        }
    }
}

/// Where a parameter stands in the controls and in the documentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The five levers of the simple page.
    Primary,
    /// Further levers of the Fed and the Treasury.
    FedAndTreasury,
    /// How AI capital spending is paid for and what it earns.
    AiFinance,
    /// What savers and households do.
    Savers,
    /// Market value, confidence and shocks.
    Markets,
    /// Official response to a shortage.
    Response,
    /// Coefficients of the Fed layer and of funding stress.
    MoneyMarket,
    /// Coefficients of funding demand and of the tank.
    Funding,
    /// Coefficients of the return flow of income.
    Recycling,
    /// Coefficients of the water level.
    Water,
    /// Coefficients of yields and spreads.
    CostOfCapital,
    /// Durations and betas of the ducks.
    Prices,
    /// Coefficients of forced selling.
    Spiral,
}

impl Group {
    /// Every group, in the order of the documentation.
    pub const ALL: [Group; 13] = [
        Group::Primary,
        Group::FedAndTreasury,
        Group::AiFinance,
        Group::Savers,
        Group::Markets,
        Group::Response,
        Group::MoneyMarket,
        Group::Funding,
        Group::Recycling,
        Group::Water,
        Group::CostOfCapital,
        Group::Prices,
        Group::Spiral,
    ];

    /// The group as it is written in JSON and documentation.
    pub const fn name(self) -> &'static str {
        match self {
            Group::Primary => "primary",
            Group::FedAndTreasury => "fed_and_treasury",
            Group::AiFinance => "ai_finance",
            Group::Savers => "savers",
            Group::Markets => "markets",
            Group::Response => "response",
            Group::MoneyMarket => "money_market",
            Group::Funding => "funding",
            Group::Recycling => "recycling",
            Group::Water => "water",
            Group::CostOfCapital => "cost_of_capital",
            Group::Prices => "prices",
            Group::Spiral => "spiral",
        }
    }

    /// Whether rows of this group are levers (someone's decision or a shock)
    /// rather than coefficients.
    pub const fn is_lever(self) -> bool {
        matches!(
            self,
            Group::Primary
                | Group::FedAndTreasury
                | Group::AiFinance
                | Group::Savers
                | Group::Markets
                | Group::Response
        )
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// The row's identity in code.
    pub id: ParameterId,
    /// Key in URLs, JSON and exports.
    pub key: &'static str,
    /// Name in English.
    pub label: &'static str,
    /// Unit of every number in this row.
    pub unit: Unit,
    /// Smallest value the model accepts.
    pub min: f64,
    /// Largest value the model accepts.
    pub max: f64,
    /// Step of a slider; the model takes any value in range.
    pub step: f64,
    /// Value at the default start; see [`crate::Start::default_value`].
    pub default: f64,
    /// How well the default is known.
    pub tag: Tag,
    /// Place in controls and documentation.
    pub group: Group,
}

/// Texts of a row. Apart from the numbers, so that a program that shows a few rows need not
/// hold the texts of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParameterText {
    /// One plain sentence on what moving it means.
    pub help: &'static str,
    /// Where the default and the range come from.
    pub source: &'static str,
}

/// A row as it is written down: numbers and texts together.
#[derive(Clone, Copy)]
struct Row {
    key: &'static str,
    label: &'static str,
    help: &'static str,
    unit: Unit,
    min: f64,
    max: f64,
    step: f64,
    default: f64,
    tag: Tag,
    source: &'static str,
    group: Group,
}

impl Row {
    const fn parameter(self, id: ParameterId) -> Parameter {
        let Row { key, label, unit, min, max, step, default, tag, group, .. } = self;
        Parameter { id, key, label, unit, min, max, step, default, tag, group }
    }

    const fn text(self) -> ParameterText {
        ParameterText { help: self.help, source: self.source }
    }
}

impl Parameter {
    /// Checks a value against this row.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] when `value` is not finite or outside `min..=max`.
    pub fn check(&self, value: f64) -> Result<f64, Error> {
        if value >= self.min && value <= self.max {
            Ok(value)
        } else {
            Err(Error::OutOfRange { key: self.key, value, min: self.min, max: self.max, unit: self.unit })
        }
    }

    /// The nearest value in range; a value that is not a number becomes the default.
    pub fn clamp(&self, value: f64) -> f64 {
        if value.is_nan() { self.default } else { value.clamp(self.min, self.max) }
    }
}

/// Declares the identities and the table in one statement, so that they cannot differ.
macro_rules! parameters {
    ($($id:ident => $row:path;)*) => {
        /// Identity of a row in [`PARAMETERS`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs, reason = "the row itself documents each variant")]
        pub enum ParameterId { $($id),* }

        /// Every lever and coefficient, in the order of the documentation.
        pub const PARAMETERS: [Parameter; ParameterId::COUNT] = [
            $($row.parameter(ParameterId::$id)),*
        ];

        /// Texts of each row, in the same order.
        const TEXTS: [ParameterText; ParameterId::COUNT] = [$($row.text()),*];

        impl ParameterId {
            /// Number of rows.
            pub const COUNT: usize = [$(stringify!($id)),*].len();
            /// Every identity in table order.
            pub const ALL: [ParameterId; Self::COUNT] = [$(ParameterId::$id),*];
        }
    };
}

parameters! {
    Capex => levers::CAPEX;
    Tga => levers::TGA;
    Runoff => levers::RUNOFF;
    Rate => levers::RATE;
    Dry => levers::DRY;
    RunoffWeeks => levers::RUNOFF_WEEKS;
    RunoffCouponShare => levers::RUNOFF_COUPON_SHARE;
    PurchaseCouponShare => levers::PURCHASE_COUPON_SHARE;
    Announcement => levers::ANNOUNCEMENT;
    Deficit => levers::DEFICIT;
    BillShare => levers::BILL_SHARE;
    FedAbsorption => levers::FED_ABSORPTION;
    Commitments => levers::COMMITMENTS;
    Circular => levers::CIRCULAR;
    CircularBreak => levers::CIRCULAR_BREAK;
    DemandDrop => levers::DEMAND_DROP;
    Spv => levers::SPV;
    PowerLimit => levers::POWER_LIMIT;
    ChipLife => levers::CHIP_LIFE;
    EarningsSlowdown => levers::EARNINGS_SLOWDOWN;
    Labour => levers::LABOUR;
    Hoarding => levers::HOARDING;
    Stablecoin => levers::STABLECOIN;
    CashShare => levers::CASH_SHARE;
    MarketValue => levers::MARKET_VALUE;
    Confidence => levers::CONFIDENCE;
    SpiralStrength => levers::SPIRAL_STRENGTH;
    Shock => levers::SHOCK;
    ShockWeek => levers::SHOCK_WEEK;
    Response => levers::RESPONSE;
    ResponseDelay => levers::RESPONSE_DELAY;
    RrpDraw => assumptions::RRP_DRAW;
    RrpHalf => assumptions::RRP_HALF;
    RrpRefill => assumptions::RRP_REFILL;
    CurrencyGrowth => assumptions::CURRENCY_GROWTH;
    BankAssetsGrowth => assumptions::BANK_ASSETS_GROWTH;
    CurveSlope => assumptions::CURVE_SLOPE;
    CurveWidth => assumptions::CURVE_WIDTH;
    RepoCap => assumptions::REPO_CAP;
    StablecoinRelief => assumptions::STABLECOIN_RELIEF;
    OperatingCashFlow => assumptions::OPERATING_CASH_FLOW;
    Payouts => assumptions::PAYOUTS;
    CashCushion => assumptions::CASH_CUSHION;
    InternalShare => assumptions::INTERNAL_SHARE;
    DryScale => assumptions::DRY_SCALE;
    CrowdingOut => assumptions::CROWDING_OUT;
    ImportShare => assumptions::IMPORT_SHARE;
    DomesticMultiplier => assumptions::DOMESTIC_MULTIPLIER;
    FiscalMultiplier => assumptions::FISCAL_MULTIPLIER;
    SavingShare => assumptions::SAVING_SHARE;
    ExporterRecycling => assumptions::EXPORTER_RECYCLING;
    RecyclingLag => assumptions::RECYCLING_LAG;
    TubShare => assumptions::TUB_SHARE;
    RateToCirculation => assumptions::RATE_TO_CIRCULATION;
    StressToCirculation => assumptions::STRESS_TO_CIRCULATION;
    MarketMultiplier => assumptions::MARKET_MULTIPLIER;
    StressToLevel => assumptions::STRESS_TO_LEVEL;
    TubWidening => assumptions::TUB_WIDENING;
    RateToWater => assumptions::RATE_TO_WATER;
    BillsToWater => assumptions::BILLS_TO_WATER;
    CouponsToWater => assumptions::COUPONS_TO_WATER;
    Reversion => assumptions::REVERSION;
    PolicyToTenYear => assumptions::POLICY_TO_TEN_YEAR;
    TermPremium => assumptions::TERM_PREMIUM;
    ScarcityPremium => assumptions::SCARCITY_PREMIUM;
    ScarcityScale => assumptions::SCARCITY_SCALE;
    ScarcityToYield => assumptions::SCARCITY_TO_YIELD;
    ScarcityToCredit => assumptions::SCARCITY_TO_CREDIT;
    SpvToCredit => assumptions::SPV_TO_CREDIT;
    PassThrough => assumptions::PASS_THROUGH;
    GrowthPass => assumptions::GROWTH_PASS;
    DurationMomentum => assumptions::DURATION_MOMENTUM;
    DurationSaas => assumptions::DURATION_SAAS;
    DurationSp500 => assumptions::DURATION_SP500;
    DurationMegacap => assumptions::DURATION_MEGACAP;
    DurationMemory => assumptions::DURATION_MEMORY;
    DurationTreasuries => assumptions::DURATION_TREASURIES;
    DurationIg => assumptions::DURATION_IG;
    DurationHy => assumptions::DURATION_HY;
    DurationCash => assumptions::DURATION_CASH;
    RateBitcoin => assumptions::RATE_BITCOIN;
    RateGold => assumptions::RATE_GOLD;
    BetaBitcoin => assumptions::BETA_BITCOIN;
    BetaMomentum => assumptions::BETA_MOMENTUM;
    BetaSaas => assumptions::BETA_SAAS;
    BetaSp500 => assumptions::BETA_SP500;
    BetaMegacap => assumptions::BETA_MEGACAP;
    BetaMemory => assumptions::BETA_MEMORY;
    BetaGold => assumptions::BETA_GOLD;
    BetaIg => assumptions::BETA_IG;
    BetaHy => assumptions::BETA_HY;
    LevelLag => assumptions::LEVEL_LAG;
    MemoryBoost => assumptions::MEMORY_BOOST;
    BoostFade => assumptions::BOOST_FADE;
    CapexToEarnings => assumptions::CAPEX_TO_EARNINGS;
    DepreciationDrag => assumptions::DEPRECIATION_DRAG;
    DeficitToEarnings => assumptions::DEFICIT_TO_EARNINGS;
    DeepPocketCash => assumptions::DEEP_POCKET_CASH;
    WeakBitcoin => assumptions::WEAK_BITCOIN;
    WeakSaas => assumptions::WEAK_SAAS;
    Redemptions => assumptions::REDEMPTIONS;
    LeveredDebt => assumptions::LEVERED_DEBT;
    LossBuffer => assumptions::LOSS_BUFFER;
    LossToConfidence => assumptions::LOSS_TO_CONFIDENCE;
}

impl ParameterId {
    /// The row of this parameter.
    pub const fn row(self) -> &'static Parameter {
        &PARAMETERS[self as usize]
    }

    /// Texts of this parameter. Asked for in a constant, they come alone.
    pub const fn text(self) -> ParameterText {
        TEXTS[self as usize]
    }

    /// Looks a key up.
    ///
    /// # Errors
    /// [`Error::UnknownParameter`] when no row has this key.
    pub fn from_key(key: &str) -> Result<Self, Error> {
        PARAMETERS
            .iter()
            .find(|row| row.key == key)
            .map(|row| row.id)
            .ok_or_else(|| Error::UnknownParameter { key: key.into() })
    }

    /// Whether this is a lever rather than a coefficient.
    pub const fn is_lever(self) -> bool {
        self.row().group.is_lever()
    }
}

/// One value for every row of the table, indexed by [`ParameterId`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Values<T>(pub(crate) [T; ParameterId::COUNT]);

impl<T> Index<ParameterId> for Values<T> {
    type Output = T;

    fn index(&self, id: ParameterId) -> &T {
        &self.0[id as usize]
    }
}

impl<T: Copy> Values<T> {
    /// Builds the values row by row.
    pub fn from_fn(mut value: impl FnMut(&'static Parameter) -> T) -> Self {
        Values(std::array::from_fn(|i| value(&PARAMETERS[i])))
    }

    /// Replaces one value.
    pub fn set(&mut self, id: ParameterId, value: T) {
        self.0[id as usize] = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_well_formed() {
        for (i, row) in PARAMETERS.iter().enumerate() {
            let key = row.key;
            assert_eq!(row.id as usize, i, "{key}");
            assert!(row.min < row.max, "{key}: empty range");
            assert!(row.min <= row.default && row.default <= row.max, "{key}: default");
            assert!(row.step > 0.0 && row.step <= row.max - row.min, "{key}: step");
            let ParameterText { help, source } = row.id.text();
            for text in [row.label, help, source] {
                assert!(!text.trim().is_empty(), "{key}: an empty text");
            }
            assert!(key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'));
            assert_eq!(PARAMETERS.iter().filter(|other| other.key == key).count(), 1, "{key}");
        }
    }

    #[test]
    fn reserved_url_keys_are_free() {
        for key in ["v", "start", "lang", "week", "embed", "m"] {
            assert!(ParameterId::from_key(key).is_err(), "{key} is reserved for the page");
        }
    }

    #[test]
    fn check_names_parameter_value_and_range() {
        let error = ParameterId::Capex.row().check(2000.0).unwrap_err();
        assert_eq!(error.to_string(), "capex: 2000 is outside the range 0 to 1500 ($bn a year)");
        assert!(ParameterId::Capex.row().check(f64::NAN).is_err());
        assert!(ParameterId::Capex.row().check(f64::INFINITY).is_err());
    }

    #[test]
    fn clamp_reaches_the_nearest_bound() {
        let row = ParameterId::Rate.row();
        assert_eq!(row.clamp(1e9), 300.0);
        assert_eq!(row.clamp(f64::NEG_INFINITY), -300.0);
        assert_eq!(row.clamp(f64::NAN), 0.0);
    }
}
