//! Quantities with their units. Units are those of the model's tables; here they get words.

use bathtub_model::Unit;
use yew::AttrValue;

use super::{Number, Words};
use crate::number::NumberStyle;

crate::messages! {
    /// A number with its unit. Money has its sign before the dollar.
    pub enum UnitMessage {
        Billion { sign: AttrValue, size: Number } => "unit.bn" "{sign}${size}bn";
        BillionYear { sign: AttrValue, size: Number } => "unit.bn_year" "{sign}${size}bn a year";
        BillionQuarter { sign: AttrValue, size: Number } => "unit.bn_quarter" "{sign}${size}bn over a quarter";
        BillionMonth { sign: AttrValue, size: Number } => "unit.bn_month" "{sign}${size}bn a month";
        BasisPoints { value: Number } => "unit.bp" "{value} bp";
        Percent { value: Number } => "unit.percent" "{value}%";
        Weeks { value: Number } => "unit.weeks" "{value|one=# week|other=# weeks}";
        Years { value: Number } => "unit.years" "{value|one=# year|other=# years}";
        Plain { value: Number } => "unit.none" "{value}";
        Other { value: Number, unit: AttrValue } => "unit.other" "{value} {unit}";

        NameBillion => "unit.name.bn" "$bn";
        NameBillionYear => "unit.name.bn_year" "$bn a year";
        NameBillionQuarter => "unit.name.bn_quarter" "$bn a quarter";
        NameBillionMonth => "unit.name.bn_month" "$bn a month";
        NameBasisPoints => "unit.name.bp" "bp";
        NameOther { unit: AttrValue } => "unit.name.other" "{unit}";
    }
}

/// A value in a unit of the model's tables, with as many decimals as it has, at most three.
pub fn quantity(words: &Words, value: f64, unit: Unit) -> AttrValue {
    let style = NumberStyle { decimals: decimals(value), signed: is_change(unit), percent: false };
    let number = Number { value, style };
    let plain = NumberStyle { signed: false, ..style };
    let size = Number { value: value.abs(), style: plain };
    let sign = AttrValue::Static(match (value, style.signed) {
        (v, _) if v < 0.0 => "\u{2212}",
        (v, true) if v > 0.0 => "+",
        _ => "",
    });
    let message = match unit {
        Unit::Billion => UnitMessage::Billion { sign, size },
        Unit::BillionAYear => UnitMessage::BillionYear { sign, size },
        Unit::BillionOverAQuarter => UnitMessage::BillionQuarter { sign, size },
        Unit::BillionAMonth => UnitMessage::BillionMonth { sign, size },
        Unit::BasisPoints => UnitMessage::BasisPoints { value: number },
        Unit::Percent => UnitMessage::Percent { value: number },
        Unit::Weeks => UnitMessage::Weeks { value: number },
        Unit::Years => UnitMessage::Years { value: number },
        Unit::Share | Unit::Index => UnitMessage::Plain { value: number },
        Unit::BillionAWeek
        | Unit::BillionAWeekPerBp
        | Unit::BillionPerBp
        | Unit::PercentOfGdp
        | Unit::DollarPerDollar
        | Unit::ValuePerFlow
        | Unit::BpPerBp
        | Unit::BpPerPoint
        | Unit::BpPerHundredBillion
        | Unit::BpPerHundredBillionAYear
        | Unit::PercentAYear
        | Unit::PercentPerBp
        | Unit::PercentPerPoint
        | Unit::PercentAYearPerPoint
        | Unit::PercentPerPercentOfGdp
        | Unit::PercentagePoints
        | Unit::PercentagePointsAYear
        | Unit::Elasticity
        | Unit::Ratio
        | Unit::Ln
        | Unit::Times
        | Unit::StageNumber => UnitMessage::Other { value: number, unit: words.unit(unit.name()) },
    };
    words.text(&message)
}

/// The unit alone, beside a box that holds the number.
pub fn name(words: &Words, unit: Unit) -> AttrValue {
    words.text(&match unit {
        Unit::Billion => UnitMessage::NameBillion,
        Unit::BillionAYear => UnitMessage::NameBillionYear,
        Unit::BillionOverAQuarter => UnitMessage::NameBillionQuarter,
        Unit::BillionAMonth => UnitMessage::NameBillionMonth,
        Unit::BasisPoints => UnitMessage::NameBasisPoints,
        Unit::BillionAWeek
        | Unit::BillionAWeekPerBp
        | Unit::BillionPerBp
        | Unit::PercentOfGdp
        | Unit::DollarPerDollar
        | Unit::ValuePerFlow
        | Unit::BpPerBp
        | Unit::BpPerPoint
        | Unit::BpPerHundredBillion
        | Unit::BpPerHundredBillionAYear
        | Unit::Percent
        | Unit::PercentAYear
        | Unit::PercentPerBp
        | Unit::PercentPerPoint
        | Unit::PercentAYearPerPoint
        | Unit::PercentPerPercentOfGdp
        | Unit::PercentagePoints
        | Unit::PercentagePointsAYear
        | Unit::Elasticity
        | Unit::Share
        | Unit::Ratio
        | Unit::Ln
        | Unit::Times
        | Unit::Index
        | Unit::StageNumber
        | Unit::Weeks
        | Unit::Years => UnitMessage::NameOther { unit: words.unit(unit.name()) },
    })
}

/// Units that [`name`] has a message for.
#[cfg(test)]
pub const NAMED: &[Unit] =
    &[Unit::Billion, Unit::BillionAYear, Unit::BillionOverAQuarter, Unit::BillionAMonth, Unit::BasisPoints];

/// Units whose zero is "as it is": a plus then says which way.
fn is_change(unit: Unit) -> bool {
    matches!(unit, Unit::BillionOverAQuarter | Unit::BillionAMonth | Unit::BasisPoints)
}

/// Decimals that a value has, at most three.
fn decimals(value: f64) -> u8 {
    let has = |decimals: i32| {
        let scaled = value * 10_f64.powi(decimals);
        (scaled - scaled.round()).abs() < 1e-6
    };
    (0..3).find(|&decimals| has(decimals)).unwrap_or(3) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Platform;

    #[test]
    fn quantities_read_like_prose() {
        let words = Words::english(Platform::native());
        let says = |value, unit| quantity(&words, value, unit).to_string();
        assert_eq!(says(1080.0, Unit::BillionAYear), "$1,080bn a year");
        assert_eq!(says(-300.0, Unit::BillionOverAQuarter), "−$300bn over a quarter");
        assert_eq!(says(60.0, Unit::BillionAMonth), "+$60bn a month");
        assert_eq!(says(-25.0, Unit::BasisPoints), "−25 bp");
        assert_eq!(says(1.0, Unit::Weeks), "1 week");
        assert_eq!(says(0.05, Unit::Share), "0.05");
        assert_eq!(says(2.5, Unit::Years), "2.5 years");
        assert_eq!(says(14.0, Unit::PercentagePointsAYear), "14 percentage points a year");
    }
}
