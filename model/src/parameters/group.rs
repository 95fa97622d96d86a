//! What a row of the parameter table is about, and how well it is known.

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
    /// The balance sheet that a run begins from, published or one's own.
    BalanceSheet,
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
    pub const ALL: [Group; 14] = [
        Group::Primary,
        Group::BalanceSheet,
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
            Group::BalanceSheet => "balance_sheet",
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

    /// Whether rows of this group are levers (someone's decision, a shock, or a number of the
    /// start) rather than coefficients, which are drawn for bands.
    pub const fn is_lever(self) -> bool {
        matches!(
            self,
            Group::Primary
                | Group::BalanceSheet
                | Group::FedAndTreasury
                | Group::AiFinance
                | Group::Savers
                | Group::Markets
                | Group::Response
        )
    }
}
