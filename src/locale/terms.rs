//! Names that several parts of the page share: ducks, stages, tags.

use bathtub_model::{Duck, Group, Reason, Stage, Tag};

use super::{Argument, Words};

crate::messages! {
    /// Names of the field.
    pub enum TermMessage {
        Bitcoin => "duck.bitcoin" "Bitcoin";
        Momentum => "duck.momentum" "Momentum";
        Saas => "duck.saas" "Software";
        Sp500 => "duck.sp500" "S&P 500";
        Megacap => "duck.megacap" "AI megacaps";
        Memory => "duck.memory" "Memory";
        Gold => "duck.gold" "Gold";
        Treasuries => "duck.treasuries" "Treasuries";
        Ig => "duck.ig" "Inv. grade";
        Hy => "duck.hy" "High yield";
        Cash => "duck.cash" "Cash";

        Ample => "stage.ample" "Ample";
        Tight => "stage.tight" "Tight";
        Depleted => "stage.depleted" "Depleted";
        Crisis => "stage.crisis" "Crisis";

        ReasonNone => "reason.none" "no threshold is crossed";
        ReasonSpread => "reason.spread" "because of the repo spread";
        ReasonReserves => "reason.reserves" "because of bank reserves";
        ReasonSpiral => "reason.spiral" "because of forced selling";

        CauseAiFunding => "cause.ai_funding" "AI funding";
        CauseIncome => "cause.income" "income that returns";
        CauseLessIncome => "cause.less_income" "less income that returns";
        CauseFed => "cause.fed" "the Fed’s balance sheet";
        CauseTreasury => "cause.treasury" "the Treasury’s account";
        CauseRates => "cause.rates" "the policy rate";
        CauseDeficit => "cause.deficit" "the deficit";
        CauseSelling => "cause.selling" "forced selling";
        CauseLessSelling => "cause.less_selling" "less forced selling";
        CauseStress => "cause.stress" "funding stress";
        CauseLessStress => "cause.less_stress" "less funding stress";
        CauseLargerMarket => "cause.larger_market" "a larger market to carry";
        CauseSmallerMarket => "cause.smaller_market" "a smaller market to carry";
        CauseReversion => "cause.reversion" "the drift to its reference";
        CauseDiscount => "cause.discount" "the discount rate";
        CauseLevel => "cause.level" "the water level";
        CauseCapital => "cause.capital" "the cost of capital";
        CauseEarnings => "cause.earnings" "earnings";
        CauseSales => "cause.sales" "sales to meet commitments";
        CauseFewerSales => "cause.fewer_sales" "fewer sales for commitments";
        CauseShock => "cause.shock" "the shock";
        CauseShockAndSelling => "cause.shock_and_selling" "shock and forced selling";
        CauseLessShock => "cause.less_shock" "less of a shock";
        CauseReserves => "cause.reserves" "bank reserves";
        CauseTreasuries => "cause.treasuries" "Treasury supply";
        CauseStablecoins => "cause.stablecoins" "stablecoins";
        CauseFloor => "cause.floor" "the spread’s floor";

        Data => "tag.data" "data";
        Literature => "tag.literature" "literature";
        Assumption => "tag.assumption" "assumption";

        Primary => "group.primary" "Levers";
        BalanceSheet => "group.balance_sheet" "Start from my numbers";
        FedAndTreasury => "group.fed_and_treasury" "Fed and Treasury";
        AiFinance => "group.ai_finance" "How AI is paid for";
        Savers => "group.savers" "Savers";
        Markets => "group.markets" "Markets and shocks";
        Response => "group.response" "Official response";
        MoneyMarket => "group.money_market" "Money market";
        Funding => "group.funding" "Funding";
        Recycling => "group.recycling" "Return of income";
        Water => "group.water" "Water";
        CostOfCapital => "group.cost_of_capital" "Cost of capital";
        Prices => "group.prices" "Prices";
        Spiral => "group.spiral" "Forced selling";
    }
}

/// A name within a sentence.
impl Argument for TermMessage {
    fn write(&self, words: &Words) -> String {
        words.text(self).to_string()
    }
}

/// Name of a duck.
pub const fn duck(duck: Duck) -> TermMessage {
    match duck {
        Duck::Bitcoin => TermMessage::Bitcoin,
        Duck::Momentum => TermMessage::Momentum,
        Duck::Saas => TermMessage::Saas,
        Duck::Sp500 => TermMessage::Sp500,
        Duck::Megacap => TermMessage::Megacap,
        Duck::Memory => TermMessage::Memory,
        Duck::Gold => TermMessage::Gold,
        Duck::Treasuries => TermMessage::Treasuries,
        Duck::Ig => TermMessage::Ig,
        Duck::Hy => TermMessage::Hy,
        Duck::Cash => TermMessage::Cash,
    }
}

/// Name of a stage.
pub const fn stage(stage: Stage) -> TermMessage {
    match stage {
        Stage::Ample => TermMessage::Ample,
        Stage::Tight => TermMessage::Tight,
        Stage::Depleted => TermMessage::Depleted,
        Stage::Crisis => TermMessage::Crisis,
    }
}

/// Which measure sets the stage.
pub const fn reason(reason: Reason) -> TermMessage {
    match reason {
        Reason::None => TermMessage::ReasonNone,
        Reason::Spread => TermMessage::ReasonSpread,
        Reason::Reserves => TermMessage::ReasonReserves,
        Reason::Spiral => TermMessage::ReasonSpiral,
    }
}

/// How well a number is known.
pub const fn tag(tag: Tag) -> TermMessage {
    match tag {
        Tag::Data => TermMessage::Data,
        Tag::Literature => TermMessage::Literature,
        Tag::Assumption => TermMessage::Assumption,
    }
}

/// Name of a group of parameters.
pub const fn group(group: Group) -> TermMessage {
    match group {
        Group::Primary => TermMessage::Primary,
        Group::BalanceSheet => TermMessage::BalanceSheet,
        Group::FedAndTreasury => TermMessage::FedAndTreasury,
        Group::AiFinance => TermMessage::AiFinance,
        Group::Savers => TermMessage::Savers,
        Group::Markets => TermMessage::Markets,
        Group::Response => TermMessage::Response,
        Group::MoneyMarket => TermMessage::MoneyMarket,
        Group::Funding => TermMessage::Funding,
        Group::Recycling => TermMessage::Recycling,
        Group::Water => TermMessage::Water,
        Group::CostOfCapital => TermMessage::CostOfCapital,
        Group::Prices => TermMessage::Prices,
        Group::Spiral => TermMessage::Spiral,
    }
}
