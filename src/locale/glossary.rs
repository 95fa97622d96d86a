//! The words that have a place in the glossary (`www/glossary`), and the way there from the labels of
//! the page. The build makes a page of it in each language.

use bathtub_model::{Group, ParameterId, ParameterId as P};
use yew::prelude::*;

use super::Words;
use crate::language::Language;
use crate::link;

/// The word behind a parameter.
pub fn of_parameter(id: ParameterId) -> &'static str {
    match id {
        P::Capex
        | P::OperatingCashFlow
        | P::Payouts
        | P::CashCushion
        | P::InternalShare
        | P::PowerLimit
        | P::ChipLife
        | P::DemandDrop
        | P::EarningsSlowdown => "capex",
        P::Tga | P::Account => "tga",
        P::Runoff | P::RunoffWeeks => "runoff",
        P::Rate | P::PolicyToTenYear | P::Announcement | P::PassThrough | P::GrowthPass => "policy-rate",
        P::Dry | P::DryScale | P::Hoarding => "dry-powder",
        P::FedAssets
        | P::BankAssetsAtStart
        | P::CurrencyAtStart
        | P::CurrencyGrowth
        | P::BankAssetsGrowth => "balance-sheet",
        P::ReservesAtStart | P::CurveSlope | P::CurveWidth => "reserves",
        P::OnRrpAtStart | P::RrpDraw | P::RrpHalf | P::RrpRefill => "on-rrp",
        P::Iorb => "iorb",
        P::SpreadAtStart | P::SupplyToSpread | P::StressToCirculation | P::StressToLevel => "spread",
        P::TenYear | P::TermPremium => "term-premium",
        P::BillsOutstanding | P::BillShare | P::RunoffCouponShare | P::PurchaseCouponShare => "coupons-bills",
        P::Deficit | P::FedAbsorption => "issuance",
        P::Commitments => "deep-pockets",
        P::Circular | P::CircularBreak => "vendor-finance",
        P::Spv | P::SpvToCredit => "spv",
        P::Labour => "recycling",
        P::Stablecoin | P::StablecoinRelief => "stablecoin",
        P::MarketValue => "index",
        P::Confidence | P::SpiralStrength | P::Shock | P::ShockWeek | P::LeveredDebt => "spiral",
        P::RepoTakeUp => "standing-repo",
        P::AiPremium => "crowding-out",
        P::ScarcityPremium | P::ScarcityScale | P::ScarcityToYield => "scarcity",
        P::ScarcityToCredit => "credit-spread",
        P::Response | P::ResponseDelay => "liquidity",
        _ => match id.row().group {
            Group::Recycling => "recycling",
            Group::Prices => "duration",
            Group::CostOfCapital => "cost-of-capital",
            _ => "level",
        },
    }
}

/// The word behind a read-out.
pub fn of_readout(key: &str) -> &'static str {
    match key {
        "index" => "index",
        "stage" => "stage",
        "spread" => "spread",
        _ => "level",
    }
}

/// The word behind a chart, by the name of its picture.
pub fn of_chart(id: &str) -> &'static str {
    match id {
        "chart-causes" => "stock-flow",
        "chart-duration" => "duration",
        "chart-index" => "index",
        "chart-buffers" | "chart-backtest-on-rrp" => "on-rrp",
        "chart-spread" | "chart-backtest-spread" => "spread",
        "chart-demand" | "chart-backtest-reserves" => "reserves",
        "chart-capital" => "cost-of-capital",
        "chart-marginal" => "crowding-out",
        "chart-band" => "uncertainty",
        _ => "level",
    }
}

/// The folder of the glossary, from that of the page.
pub fn folder(language: Language) -> String {
    link::folder("glossary/", language)
}

/// Where a word stands, from the page.
pub fn address(term: &str, words: &Words) -> String {
    format!("./{}#{term}", folder(words.language()))
}

/// A label that leads to its word. The page stays as it is: the glossary has a tab of its own.
pub fn labelled(term: &str, label: AttrValue, words: &Words) -> Html {
    html! { <a class="word" href={address(term, words)} target="_blank">{ label }</a> }
}
