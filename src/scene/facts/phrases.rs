//! The picture's numbers in words.

use bathtub_model::{Duck, Stage, stage};
use yew::AttrValue;

use super::part::Part;
use super::view::SceneView;
use crate::locale::parts::PartMessage;
use crate::locale::scene::SceneMessage;
use crate::locale::units::Amount;
use crate::locale::{Argument, Number, Words, terms};
use crate::number::{NumberStyle, SHOWN};
use crate::platform::Platform;

/// Writes what the picture says.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrases {
    /// The language.
    pub words: Words,
    /// For numbers with every digit.
    pub platform: Platform,
}

/// A flow or stock, $bn, with one decimal while it is small; less than is written is a plain zero,
/// never one with a sign.
fn amount(bn: f64) -> Amount {
    match bn.abs() {
        size if size < SHOWN => Amount::plain(0.0, 0),
        size => Amount::plain(bn, u8::from(size < 9.95)),
    }
}

/// A share in whole per cent, never rounded to all or nothing.
fn share(value: f64) -> Number {
    let extreme = (value > 0.0 && value < 0.5) || (value > 99.5 && value < 100.0);
    Number::percent(value, u8::from(extreme))
}

impl Phrases {
    fn text(&self, message: &SceneMessage) -> AttrValue {
        self.words.text(message)
    }

    /// Name of a duck.
    pub fn duck(&self, duck: Duck) -> AttrValue {
        self.words.text(&terms::duck(duck))
    }

    /// Name of a duck where room is scarce.
    pub fn duck_brief(&self, duck: Duck) -> AttrValue {
        match duck {
            Duck::Megacap => self.text(&SceneMessage::MegacapBrief),
            duck => self.duck(duck),
        }
    }

    /// A flow.
    pub fn monthly(&self, flow: f64) -> AttrValue {
        self.text(&SceneMessage::Monthly { flow: amount(flow) })
    }

    /// The tub's part of the week's AI funding, if there is any.
    pub fn tub_share(&self, view: &SceneView) -> Option<AttrValue> {
        let funded = view.flows.from_tank + view.flows.from_tub > 0.0;
        funded.then(|| {
            let Number { value, style } = share(view.tub_share_pct);
            self.words.number(value, style).into()
        })
    }

    /// Name of a stage.
    pub fn stage(&self, stage: Stage) -> AttrValue {
        self.words.text(&terms::stage(stage))
    }

    /// Name of a part.
    pub fn name(&self, part: Part) -> AttrValue {
        match (name(part), part) {
            (Some(message), _) => self.text(&message),
            (None, Part::Duck(duck)) => self.duck(duck),
            (None, _) => AttrValue::Static(""),
        }
    }

    /// Name of a part where room is scarce; a tap's stands for its drain too.
    pub fn brief(&self, part: Part) -> AttrValue {
        match part {
            Part::Purchases => self.text(&SceneMessage::FedBrief),
            Part::Credit => self.text(&SceneMessage::CreditBrief),
            Part::TreasuryPays => self.text(&SceneMessage::TreasuryBrief),
            Part::Recycled => self.text(&SceneMessage::RecycledBrief),
            part => self.name(part),
        }
    }

    /// A name and what it says.
    pub fn labelled(&self, part: Part, value: &AttrValue) -> AttrValue {
        self.text(&SceneMessage::Labelled { name: self.name(part), value: value.clone() })
    }

    /// A price change.
    pub fn duck_change(&self, change: f64) -> AttrValue {
        self.words.number(change, NumberStyle::signed_percent(1)).into()
    }

    /// A price change where room is scarce: no per cent sign, whole from ten.
    pub fn duck_change_short(&self, change: f64) -> AttrValue {
        self.words.number(change, NumberStyle::signed(u8::from(change.abs() < 9.95))).into()
    }

    /// A number with every digit, for machines.
    pub fn exact(&self, value: f64) -> AttrValue {
        self.platform.exact(value).into()
    }

    /// A change in whole per cent.
    pub fn percent(&self, change: f64) -> AttrValue {
        self.words.number(change, NumberStyle::signed_percent(0)).into()
    }

    /// A whole number.
    pub fn count(&self, count: u32) -> AttrValue {
        self.words.number(f64::from(count), NumberStyle::plain(0)).into()
    }

    /// A level.
    pub fn level(&self, level: f64) -> AttrValue {
        self.words.number(level, NumberStyle::plain(1)).into()
    }

    /// The level and its change against what it is compared with.
    pub fn level_against(&self, view: &SceneView, decimals: u8) -> AttrValue {
        let level = Number::plain(view.readouts.level, decimals);
        let change = Number::signed_percent(view.level_change_pct(), decimals);
        self.text(&match view.pinned {
            true => SceneMessage::LevelAgainstPin { level, change },
            false => SceneMessage::LevelAgainst { level, change },
        })
    }

    /// A whole picture in a sentence.
    pub fn picture(&self, view: &SceneView) -> AttrValue {
        self.words.text(&SceneMessage::Picture {
            level: self.level_against(view, 1),
            stage: self.stage(view.readouts.stage),
        })
    }

    /// The level of the untouched start.
    pub fn untouched(&self, view: &SceneView) -> AttrValue {
        let level = Number::plain(view.untouched, 1);
        self.text(&if view.pinned {
            SceneMessage::Pinned { level }
        } else {
            SceneMessage::Untouched { level }
        })
    }

    /// The number of a part as it stands beside it.
    pub fn short(&self, part: Part, view: &SceneView) -> AttrValue {
        let flows = &view.flows;
        let monthly = |flow| self.monthly(flow);
        let stock = |stock| AttrValue::from(amount(stock).write(&self.words));
        let piped = |flow, part| match view.flows.from_tank + view.flows.from_tub > 0.0 {
            true => self.text(&SceneMessage::MonthlyShare { flow: amount(flow), share: share(part) }),
            false => monthly(flow),
        };
        match part {
            Part::Water => self.level(view.readouts.level),
            Part::Purchases => monthly(flows.purchases),
            Part::Credit => monthly(flows.credit),
            Part::TreasuryPays => monthly(flows.treasury_pays),
            Part::Runoff => monthly(flows.runoff),
            Part::TreasuryTakes => monthly(flows.treasury_takes),
            Part::LessCredit => monthly(flows.less_credit),
            Part::Tank if view.dry_bn < SHOWN => self.text(&SceneMessage::Empty),
            Part::Tank => stock(view.dry_bn),
            Part::OnRrp if view.on_rrp_bn < SHOWN => self.text(&SceneMessage::Empty),
            Part::OnRrp => stock(view.on_rrp_bn),
            Part::Gauge => {
                self.text(&SceneMessage::BasisPoints { spread: Number::signed(view.readouts.spread_bp, 1) })
            }
            Part::Stage => self.stage(view.readouts.stage),
            Part::FromTank => piped(flows.from_tank, 100.0 - view.tub_share_pct),
            Part::FromTub => piped(flows.from_tub, view.tub_share_pct),
            Part::DataCentre => self.text(&SceneMessage::Yearly { flow: Amount::plain(view.capex_bn, 0) }),
            Part::Recycled => monthly(flows.recycled),
            Part::Duck(duck) => self.duck_change(view.ducks[duck as usize]),
        }
    }

    /// Inflow less outflow of a tap and its drain, signed.
    pub fn net(&self, tap: Part, view: &SceneView) -> AttrValue {
        let flows = &view.flows;
        let net = match tap {
            Part::Purchases => flows.purchases - flows.runoff,
            Part::Credit => flows.credit - flows.less_credit,
            _ => flows.treasury_pays - flows.treasury_takes,
        };
        self.text(&SceneMessage::Monthly { flow: amount(net).with_sign() })
    }

    /// What stands in the building behind a drain.
    pub fn stock(&self, part: Part, view: &SceneView) -> Option<AttrValue> {
        match part {
            Part::TreasuryTakes => Some(self.text(&SceneMessage::Holds { stock: amount(view.tga_bn) })),
            _ => None,
        }
    }

    /// What banks hold at the Fed.
    pub fn reserves(&self, view: &SceneView) -> AttrValue {
        self.text(&SceneMessage::Reserves { stock: amount(view.reserves_bn) })
    }

    /// Racks without power, if any.
    pub fn idle(&self, view: &SceneView) -> Option<AttrValue> {
        let idle = 100.0 - view.powered_pct;
        // Where nothing is spent, no rack waits for power.
        (idle >= SHOWN && view.capex_bn > 0.0)
            .then(|| self.text(&SceneMessage::IdleRacks { share: share(idle) }))
    }

    /// The number of a part with what a card has room for.
    pub fn long(&self, part: Part, view: &SceneView) -> AttrValue {
        match part {
            Part::Water => self.level_against(view, 2),
            Part::Stage => self.text(&SceneMessage::Because {
                stage: self.stage(view.readouts.stage),
                reason: self.words.text(&terms::reason(view.readouts.reason)),
            }),
            Part::DataCentre if view.capex_bn > 0.0 => self.text(&SceneMessage::Powered {
                flow: Amount::plain(view.capex_bn, 0),
                share: share(view.powered_pct),
            }),
            Part::Duck(duck) => self.text(&SceneMessage::SinceStart {
                change: Number::signed_percent(view.ducks[duck as usize], 2),
            }),
            Part::TreasuryTakes => self.text(&SceneMessage::And {
                first: self.short(part, view),
                second: self.stock(part, view).unwrap_or_default(),
            }),
            Part::Gauge => {
                self.text(&SceneMessage::And { first: self.short(part, view), second: self.reserves(view) })
            }
            _ => self.short(part, view),
        }
    }
}

/// Name of a part.
const fn name(part: Part) -> Option<SceneMessage> {
    Some(match part {
        Part::Water => SceneMessage::Water,
        Part::Purchases => SceneMessage::Purchases,
        Part::Credit => SceneMessage::Credit,
        Part::TreasuryPays => SceneMessage::Pays,
        Part::Runoff => SceneMessage::Runoff,
        Part::TreasuryTakes => SceneMessage::Takes,
        Part::LessCredit => SceneMessage::LessCredit,
        Part::Tank => SceneMessage::Tank,
        Part::OnRrp => SceneMessage::OnRrp,
        Part::Gauge => SceneMessage::Gauge,
        Part::Stage => SceneMessage::Stage,
        Part::FromTank => SceneMessage::FromTank,
        Part::FromTub => SceneMessage::FromTub,
        Part::DataCentre => SceneMessage::DataCentre,
        Part::Recycled => SceneMessage::Recycled,
        Part::Duck(_) => return None,
    })
}

/// What a part means.
pub const fn meaning(part: Part) -> PartMessage {
    match part {
        Part::Water => PartMessage::WaterText,
        Part::Purchases => PartMessage::PurchasesText,
        Part::Credit => PartMessage::CreditText,
        Part::TreasuryPays => PartMessage::PaysText,
        Part::Runoff => PartMessage::RunoffText,
        Part::TreasuryTakes => PartMessage::TakesText,
        Part::LessCredit => PartMessage::LessCreditText,
        Part::Tank => PartMessage::TankText,
        Part::OnRrp => PartMessage::OnRrpText,
        Part::Gauge => PartMessage::GaugeText {
            tight: Number::plain(stage::SPREAD[0], 0),
            depleted: Number::plain(stage::SPREAD[1], 0),
            crisis: Number::plain(stage::SPREAD[2], 0),
        },
        Part::Stage => PartMessage::StageText {
            tight: Number::plain(stage::SPREAD[0], 0),
            depleted: Number::plain(stage::SPREAD[1], 0),
            crisis: Number::plain(stage::SPREAD[2], 0),
            tight_ratio: Number::percent(stage::RESERVES[0], 0),
            depleted_ratio: Number::percent(stage::RESERVES[1], 0),
            crisis_ratio: Number::percent(stage::RESERVES[2], 0),
        },
        Part::FromTank => PartMessage::FromTankText,
        Part::FromTub => PartMessage::FromTubText,
        Part::DataCentre => PartMessage::DataCentreText,
        Part::Recycled => PartMessage::RecycledText,
        Part::Duck(Duck::Bitcoin) => PartMessage::BitcoinText,
        Part::Duck(Duck::Momentum) => PartMessage::MomentumText,
        Part::Duck(Duck::Saas) => PartMessage::SaasText,
        Part::Duck(Duck::Sp500) => PartMessage::Sp500Text,
        Part::Duck(Duck::Megacap) => PartMessage::MegacapText,
        Part::Duck(Duck::Memory) => PartMessage::MemoryText,
        Part::Duck(Duck::Gold) => PartMessage::GoldText,
        Part::Duck(Duck::Treasuries) => PartMessage::TreasuriesText,
        Part::Duck(Duck::Ig) => PartMessage::IgText,
        Part::Duck(Duck::Hy) => PartMessage::HyText,
        Part::Duck(Duck::Cash) => PartMessage::CashText,
    }
}
