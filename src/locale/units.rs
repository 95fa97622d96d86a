//! Quantities with their units. Units are those of the model's tables; here they get words.

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
pub fn quantity(words: &Words, value: f64, unit: &'static str) -> AttrValue {
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
        "$bn" => UnitMessage::Billion { sign, size },
        "$bn a year" => UnitMessage::BillionYear { sign, size },
        "$bn over a quarter" => UnitMessage::BillionQuarter { sign, size },
        "$bn a month" => UnitMessage::BillionMonth { sign, size },
        "bp" => UnitMessage::BasisPoints { value: number },
        "%" => UnitMessage::Percent { value: number },
        "week" | "weeks" => UnitMessage::Weeks { value: number },
        "years" => UnitMessage::Years { value: number },
        "share" | "index" => UnitMessage::Plain { value: number },
        _ => UnitMessage::Other { value: number, unit: words.unit(unit) },
    };
    words.text(&message)
}

/// The unit alone, beside a box that holds the number.
pub fn name(words: &Words, unit: &'static str) -> AttrValue {
    words.text(&match unit {
        "$bn" => UnitMessage::NameBillion,
        "$bn a year" => UnitMessage::NameBillionYear,
        "$bn over a quarter" => UnitMessage::NameBillionQuarter,
        "$bn a month" => UnitMessage::NameBillionMonth,
        "bp" => UnitMessage::NameBasisPoints,
        _ => UnitMessage::NameOther { unit: words.unit(unit) },
    })
}

/// Units that [`name`] has a message for.
#[cfg(test)]
pub const NAMED: &[&str] = &["$bn", "$bn a year", "$bn over a quarter", "$bn a month", "bp"];

/// Units whose zero is "as it is": a plus then says which way.
fn is_change(unit: &str) -> bool {
    matches!(unit, "$bn over a quarter" | "$bn a month" | "bp")
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
        assert_eq!(says(1080.0, "$bn a year"), "$1,080bn a year");
        assert_eq!(says(-300.0, "$bn over a quarter"), "−$300bn over a quarter");
        assert_eq!(says(60.0, "$bn a month"), "+$60bn a month");
        assert_eq!(says(-25.0, "bp"), "−25 bp");
        assert_eq!(says(1.0, "weeks"), "1 week");
        assert_eq!(says(0.05, "share"), "0.05");
        assert_eq!(says(2.5, "years"), "2.5 years");
        assert_eq!(says(14.0, "percentage points a year"), "14 percentage points a year");
    }
}
