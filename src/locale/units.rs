//! Quantities with their units. Units are those of the model's tables; here they get words.

use bathtub_model::Unit;
use yew::AttrValue;

use super::{Argument, Number, Words};
use crate::language::Language;
use crate::number::NumberStyle;

crate::messages! {
    /// A number with its unit. Money has its sign before the dollar.
    pub enum UnitMessage {
        Billion { sign: AttrValue, size: Number } => "unit.bn" "{sign}${size}bn";
        Trillion { sign: AttrValue, size: Number } => "unit.tn" "{sign}${size}tn";
        BillionYear { amount: Amount } => "unit.bn_year" "{amount} a year";
        BillionQuarter { amount: Amount } => "unit.bn_quarter" "{amount} over a quarter";
        BillionMonth { amount: Amount } => "unit.bn_month" "{amount} a month";
        BasisPoints { value: Number } => "unit.bp" "{value} bp";
        Percent { value: Number } => "unit.percent" "{value}%";
        Weeks { value: Number } => "unit.weeks" "{value|one=# week|other=# weeks}";
        Years { value: Number } => "unit.years" "{value|one=# year|other=# years}";
        Plain { value: Number } => "unit.none" "{value}";
        Other { value: Number, unit: AttrValue } => "unit.other" "{value} {unit}";

        Labelled { label: AttrValue, unit: AttrValue } => "unit.labelled" "{label}, {unit}";
        NameBillion => "unit.name.bn" "$bn";
        NameBillionYear => "unit.name.bn_year" "$bn a year";
        NameBillionQuarter => "unit.name.bn_quarter" "$bn a quarter";
        NameBillionMonth => "unit.name.bn_month" "$bn a month";
        NameBasisPoints => "unit.name.bp" "bp";
        NameOther { unit: AttrValue } => "unit.name.other" "{unit}";
    }
}

/// An amount of dollars as a reader of the language expects it: in billions, from a thousand of
/// them in trillions; in Chinese in hundreds of millions (亿, 億), then in 万亿 or 兆, which are
/// trillions.
///
/// Billions have the decimals that are asked for; hundreds of millions one less, which is the same
/// place. Trillions have two decimals at most, in Chinese three, and no zeros at their end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// $bn.
    bn: f64,
    /// Decimals of the billions; none for a value that is set, which is written as exactly as it
    /// is, to a thousandth of a billion and from a trillion to a tenth of a billion.
    decimals: Option<u8>,
    /// Whether a plus is written; zero, also after rounding, has no sign.
    signed: bool,
}

impl Amount {
    /// A result, $bn, rounded to so many decimals of a billion.
    pub const fn plain(bn: f64, decimals: u8) -> Self {
        Amount { bn, decimals: Some(decimals), signed: false }
    }

    /// As a change: with a plus, where it is one.
    pub const fn with_sign(self) -> Self {
        Amount { signed: true, ..self }
    }
}

impl Argument for Amount {
    fn write(&self, words: &Words) -> String {
        let decimals = self.decimals.unwrap_or_else(|| digits(self.bn, 3));
        let size = rounded(self.bn.abs(), decimals);
        let sign = sign(if size == 0.0 { 0.0 } else { self.bn }, self.signed);
        let chinese = is_chinese(words);
        let message = if size >= 1000.0 {
            let most = match self.decimals {
                None => 4,
                Some(_) if chinese => 3,
                Some(_) => 2,
            };
            let trillions = rounded(size / 1000.0, most);
            UnitMessage::Trillion { sign, size: Number::plain(trillions, digits(trillions, most)) }
        } else if chinese {
            UnitMessage::Billion { sign, size: Number::plain(size * 10.0, decimals.saturating_sub(1)) }
        } else {
            UnitMessage::Billion { sign, size: Number::plain(size, decimals) }
        };
        words.text(&message).to_string()
    }
}

/// A result, $bn, for reading, with so many decimals of a billion.
pub fn amount(words: &Words, bn: f64, decimals: u8) -> AttrValue {
    AttrValue::from(Amount::plain(bn, decimals).write(words))
}

/// Whether amounts below a trillion are counted in hundreds of millions.
fn is_chinese(words: &Words) -> bool {
    matches!(words.language(), Language::SimplifiedChinese | Language::TraditionalChinese)
}

/// A number as it has to be typed into a box: money in billions, as the box has it.
pub fn in_box(words: &Words, value: f64, unit: Unit) -> AttrValue {
    if unit != Unit::Billion {
        return quantity(words, value, unit);
    }
    let number = Number::plain(value, digits(value, 3));
    words.text(&if is_chinese(words) {
        UnitMessage::Other { value: number, unit: name(words, unit) }
    } else {
        UnitMessage::Billion { sign: AttrValue::Static(""), size: number }
    })
}

fn sign(value: f64, signed: bool) -> AttrValue {
    AttrValue::Static(match value {
        v if v < 0.0 => "\u{2212}",
        v if v > 0.0 && signed => "+",
        _ => "",
    })
}

fn rounded(value: f64, decimals: u8) -> f64 {
    let scale = 10_f64.powi(i32::from(decimals));
    (value * scale).round() / scale
}

/// A value in a unit of the model's tables, with as many decimals as it has, at most three. What
/// has no unit, an elasticity or a ratio, is the number alone.
pub fn quantity(words: &Words, value: f64, unit: Unit) -> AttrValue {
    let style = NumberStyle { decimals: digits(value, 3), signed: is_change(unit), percent: false };
    let number = Number { value, style };
    let amount = Amount { bn: value, decimals: None, signed: style.signed };
    let message = match unit {
        Unit::Billion => return AttrValue::from(amount.write(words)),
        Unit::BillionAYear => UnitMessage::BillionYear { amount },
        Unit::BillionOverAQuarter => UnitMessage::BillionQuarter { amount },
        Unit::BillionAMonth => UnitMessage::BillionMonth { amount },
        Unit::BasisPoints => UnitMessage::BasisPoints { value: number },
        Unit::Percent => UnitMessage::Percent { value: number },
        Unit::Weeks => UnitMessage::Weeks { value: number },
        Unit::Years => UnitMessage::Years { value: number },
        Unit::Share | Unit::Index | Unit::Elasticity | Unit::Ratio | Unit::Ln | Unit::StageNumber => {
            UnitMessage::Plain { value: number }
        }
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
        | Unit::Times => UnitMessage::Other { value: number, unit: words.unit(unit.name()) },
    };
    words.text(&message)
}

/// From here on a number is no quantity of anything.
const BEYOND: f64 = 1e9;

/// A value that was refused, beside the one that was taken: with its unit or, where that would read like
/// the other or fill a line with digits, as the number alone that it is.
pub fn refused(words: &Words, value: f64, used: f64, quantity: &dyn Fn(f64) -> AttrValue) -> AttrValue {
    let written = quantity(value);
    if value.abs() < BEYOND && written != quantity(used) { written } else { words.exact(value).into() }
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

/// What a number is, and its unit.
pub fn labelled(words: &Words, label: AttrValue, unit: Unit) -> AttrValue {
    words.text(&UnitMessage::Labelled { label, unit: name(words, unit) })
}

/// Units that [`name`] has a message for.
#[cfg(test)]
pub const NAMED: &[Unit] =
    &[Unit::Billion, Unit::BillionAYear, Unit::BillionOverAQuarter, Unit::BillionAMonth, Unit::BasisPoints];

/// Units whose zero is "as it is": a plus then says which way.
fn is_change(unit: Unit) -> bool {
    matches!(unit, Unit::BillionOverAQuarter | Unit::BillionAMonth | Unit::BasisPoints)
}

/// Decimals that a value has, at most so many.
fn digits(value: f64, most: u8) -> u8 {
    let has = |decimals: u8| {
        let scaled = value * 10_f64.powi(i32::from(decimals));
        (scaled - scaled.round()).abs() < 1e-6
    };
    (0..most).find(|&decimals| has(decimals)).unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::catalogues;
    use crate::platform::Platform;

    #[test]
    fn quantities_read_like_prose() {
        let words = Words::english(Platform::native());
        let says = |value, unit| quantity(&words, value, unit).to_string();
        assert_eq!(says(1080.0, Unit::BillionAYear), "$1.08tn a year");
        // A value that is set is written to the last place: two settings never look alike.
        assert_eq!(says(6747.6, Unit::Billion), "$6.7476tn");
        assert_eq!(says(1125.0, Unit::Billion), "$1.125tn");
        assert_eq!(says(999.5, Unit::Billion), "$999.5bn");
        assert_eq!(says(-0.1, Unit::Elasticity), "−0.1");
        assert_eq!(in_box(&words, 12000.0, Unit::Billion), "$12,000bn");
        let chinese = catalogues::words(Language::SimplifiedChinese, &Platform::native());
        assert_eq!(in_box(&chinese, 12000.0, Unit::Billion), "12,000 十亿美元");
        assert_eq!(says(-300.0, Unit::BillionOverAQuarter), "−$300bn over a quarter");
        assert_eq!(says(60.0, Unit::BillionAMonth), "+$60bn a month");
        assert_eq!(says(-25.0, Unit::BasisPoints), "−25 bp");
        assert_eq!(says(1.0, Unit::Weeks), "1 week");
        assert_eq!(says(0.05, Unit::Share), "0.05");
        assert_eq!(says(2.5, Unit::Years), "2.5 years");
        assert_eq!(says(14.0, Unit::PercentagePointsAYear), "14 percentage points a year");
    }

    #[test]
    fn amounts_are_written_as_the_language_does() {
        use Language as L;
        // Without a decimal from ten on, as labels have it; results of each language.
        let amounts =
            [(0.5, 1), (12.3, 1), (873.0, 0), (999.6, 0), (1125.0, 0), (6412.0, 0), (-900.0, 0), (-0.4, 0)];
        for (language, expected) in [
            (L::English, ["$0.5bn", "$12.3bn", "$873bn", "$1tn", "$1.13tn", "$6.41tn", "−$900bn", "$0bn"]),
            (
                L::Russian,
                [
                    "0,5 млрд $",
                    "12,3 млрд $",
                    "873 млрд $",
                    "1 трлн $",
                    "1,13 трлн $",
                    "6,41 трлн $",
                    "−900 млрд $",
                    "0 млрд $",
                ],
            ),
            (
                L::Vietnamese,
                [
                    "0,5 tỷ USD",
                    "12,3 tỷ USD",
                    "873 tỷ USD",
                    "1 nghìn tỷ USD",
                    "1,13 nghìn tỷ USD",
                    "6,41 nghìn tỷ USD",
                    "−900 tỷ USD",
                    "0 tỷ USD",
                ],
            ),
            (
                L::SimplifiedChinese,
                [
                    "5亿美元",
                    "123亿美元",
                    "8,730亿美元",
                    "1万亿美元",
                    "1.125万亿美元",
                    "6.412万亿美元",
                    "−9,000亿美元",
                    "0亿美元",
                ],
            ),
            (
                L::TraditionalChinese,
                [
                    "5億美元",
                    "123億美元",
                    "8,730億美元",
                    "1兆美元",
                    "1.125兆美元",
                    "6.412兆美元",
                    "−9,000億美元",
                    "0億美元",
                ],
            ),
        ] {
            let words = catalogues::words(language, &Platform::native());
            let written = amounts.map(|(bn, decimals)| Amount::plain(bn, decimals).write(&words));
            assert_eq!(written, expected);
        }
        let words = Words::english(Platform::native());
        assert_eq!(Amount::plain(60.0, 0).with_sign().write(&words), "+$60bn");
        assert_eq!(Amount::plain(0.4, 0).with_sign().write(&words), "$0bn");
        assert_eq!(Amount::plain(f64::NAN, 0).write(&words), "$–bn");
    }
}
