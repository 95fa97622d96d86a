//! Every sector's sheet, with the badge that says it balances.

use bathtub_engine::{Answer, Ledger, Question, QuestionKind};
use bathtub_model::Run;
use bathtub_model::accounts::{Instrument, Sector};
use yew::prelude::*;

use crate::hooks::{Shared, use_in_sight};
use crate::locale::insight::InsightMessage;
use crate::locale::{Words, use_platform, use_words};
use crate::number::NumberStyle;
use crate::platform::Platform;

/// A net that is rounding, relative to the holdings.
const ROUNDING: f64 = 1e-9;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub run: Shared<Run>,
    pub week: usize,
    /// Whether the run is one of a drag: the sheet follows when it has ended.
    pub dragging: bool,
}

const fn sector(sector: Sector) -> InsightMessage {
    match sector {
        Sector::Fed => InsightMessage::Fed,
        Sector::Treasury => InsightMessage::Treasury,
        Sector::Banks => InsightMessage::Banks,
        Sector::MoneyFunds => InsightMessage::MoneyFunds,
        Sector::Investors => InsightMessage::Investors,
        Sector::Builders => InsightMessage::Builders,
        Sector::Households => InsightMessage::Households,
        Sector::World => InsightMessage::World,
    }
}

const fn instrument(instrument: Instrument) -> InsightMessage {
    match instrument {
        Instrument::Reserves => InsightMessage::Reserves,
        Instrument::OnRrp => InsightMessage::OnRrp,
        Instrument::Tga => InsightMessage::Tga,
        Instrument::Currency => InsightMessage::Currency,
        Instrument::OtherFed => InsightMessage::OtherFed,
        Instrument::FedRepo => InsightMessage::FedRepo,
        Instrument::Deposits => InsightMessage::Deposits,
        Instrument::FundShares => InsightMessage::FundShares,
        Instrument::Bills => InsightMessage::Bills,
        Instrument::Coupons => InsightMessage::Coupons,
        Instrument::AiDebt => InsightMessage::AiDebt,
        Instrument::AiEquity => InsightMessage::AiEquity,
        Instrument::Loans => InsightMessage::Loans,
        Instrument::MarketAssets => InsightMessage::MarketAssets,
    }
}

/// The sheet is worked out for those who look.
#[component]
pub fn Books(props: &Props) -> Html {
    let (platform, words) = (use_platform(), use_words());
    let node = use_node_ref();
    let open = use_in_sight(&node) && !props.dragging;
    // None as long as nobody has answered; then the answer, if there was one.
    let ledger = use_state_eq(|| None::<Option<Ledger>>);
    {
        let (ledger, platform) = (ledger.setter(), platform.clone());
        use_effect_with((props.run.clone(), props.week, open), move |(run, week, open)| {
            if *open {
                let answered = move |answer| {
                    ledger.set(Some(match answer {
                        Some(Answer::Books(found)) => Some(found),
                        _ => None,
                    }));
                };
                platform
                    .ask(Question::new(QuestionKind::Books, run.scenario(), *week), Callback::from(answered));
            }
        });
    }
    let table = ledger.as_ref().map(|answer| match answer {
        Some(ledger) => sheet(ledger, &platform, &words),
        None => super::missing(&words),
    });
    html! {
        <div ref={node} class="reason" data-fold="books">
            <h3>{ words.text(&InsightMessage::BooksTitle) }</h3>
            <div>{ for table }</div>
        </div>
    }
}

fn sheet(ledger: &Ledger, platform: &Platform, words: &Words) -> Html {
    let balances = ledger.imbalance < ROUNDING;
    let head = Sector::ALL.iter().map(|s| {
        html! { <th key={s.key()} scope="col">{ words.text(&sector(*s)) }</th> }
    });
    let rows = Instrument::ALL.iter().zip(&ledger.nets).map(|(i, net)| {
        let cells = Sector::ALL.iter().zip(ledger.positions_in(*i)).map(|(s, amount)| {
            let text =
                if *amount == 0.0 { String::new() } else { words.number(*amount, NumberStyle::plain(0)) };
            html! { <td key={s.key()}>{ text }</td> }
        });
        // A net of a billionth is written as the zero that it is.
        let net = if balances { 0.0 } else { *net };
        html! {
            <tr key={i.key()}>
                <th scope="row">{ words.text(&instrument(*i)) }</th>
                { for cells }
                <td>{ words.number(net, NumberStyle::plain(0)) }</td>
            </tr>
        }
    });
    html! {
        <>
            <p>{ words.text(&InsightMessage::BooksNote) }</p>
            <div class="wide-table" tabindex="0" role="group" aria-label={words.text(&InsightMessage::BooksTitle)}>
                <table class="books" data-imbalance={platform.exact(ledger.imbalance)}>
                    <thead><tr><td></td>{ for head }<th scope="col">{ words.text(&InsightMessage::Net) }</th></tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
            </div>
            <div>{ for balances.then(|| html! { <p class="badge">{ words.text(&InsightMessage::BooksBalance) }</p> }) }</div>
        </>
    }
}
