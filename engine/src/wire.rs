//! Answers as a list of numbers, and back. Both ends are of one build: there is no version.

use bathtub_model::analysis::Findings;
use bathtub_model::attribution::{Attribution, Player, Share};
use bathtub_model::ensemble::Swing;
use bathtub_model::solve::{self, Equivalents, Marginal};
use bathtub_model::{Group, ParameterId, Series, Start};

use crate::{Answer, Course, Ledger, Past, Paths, Replay};

/// Writes an answer.
pub fn write(answer: &Answer) -> Vec<f64> {
    let mut out = Vec::new();
    answer.put(&mut out);
    out
}

/// Reads what [`write`] wrote; none for anything else.
pub fn read(numbers: &[f64]) -> Option<Answer> {
    let mut rest = numbers;
    Answer::take(&mut rest).filter(|_| rest.is_empty())
}

/// Something that is a few numbers.
trait Wire: Sized {
    fn put(&self, out: &mut Vec<f64>);
    fn take(from: &mut &[f64]) -> Option<Self>;
}

impl Wire for f64 {
    fn put(&self, out: &mut Vec<f64>) {
        out.push(*self);
    }

    fn take(from: &mut &[f64]) -> Option<Self> {
        let (first, rest) = from.split_first()?;
        *from = rest;
        Some(*first)
    }
}

impl Wire for usize {
    fn put(&self, out: &mut Vec<f64>) {
        out.push(*self as f64);
    }

    fn take(from: &mut &[f64]) -> Option<Self> {
        // Saturates: what is not a count is zero or beyond every list.
        f64::take(from).map(|value| value as usize)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, out: &mut Vec<f64>) {
        usize::from(self.is_some()).put(out);
        if let Some(value) = self {
            value.put(out);
        }
    }

    fn take(from: &mut &[f64]) -> Option<Self> {
        match usize::take(from)? {
            0 => Some(None),
            _ => T::take(from).map(Some),
        }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, out: &mut Vec<f64>) {
        self.len().put(out);
        self.iter().for_each(|value| value.put(out));
    }

    fn take(from: &mut &[f64]) -> Option<Self> {
        let count = usize::take(from)?;
        // A length that the rest cannot hold is not believed.
        (count <= from.len()).then(|| (0..count).map(|_| T::take(from)).collect())?
    }
}

impl Wire for char {
    fn put(&self, out: &mut Vec<f64>) {
        out.push(f64::from(u32::from(*self)));
    }

    fn take(from: &mut &[f64]) -> Option<Self> {
        f64::take(from).and_then(|code| char::from_u32(code as u32))
    }
}

impl Wire for String {
    fn put(&self, out: &mut Vec<f64>) {
        self.chars().collect::<Vec<_>>().put(out);
    }

    fn take(from: &mut &[f64]) -> Option<Self> {
        Vec::<char>::take(from).map(String::from_iter)
    }
}

/// The date of a start: one that is known, else one that is kept for good, as starts are.
impl Wire for &'static str {
    fn put(&self, out: &mut Vec<f64>) {
        String::from(*self).put(out);
    }

    fn take(from: &mut &[f64]) -> Option<Self> {
        let date = String::take(from)?;
        Some(Start::from_date(&date).map_or_else(|_| &*date.leak(), |start| start.date))
    }
}

impl Wire for bool {
    fn put(&self, out: &mut Vec<f64>) {
        usize::from(*self).put(out);
    }

    fn take(from: &mut &[f64]) -> Option<Self> {
        usize::take(from).map(|value| value != 0)
    }
}

impl<T: Wire> Wire for Box<T> {
    fn put(&self, out: &mut Vec<f64>) {
        (**self).put(out);
    }

    fn take(from: &mut &[f64]) -> Option<Self> {
        T::take(from).map(Box::new)
    }
}

impl<const N: usize> Wire for [f64; N] {
    fn put(&self, out: &mut Vec<f64>) {
        out.extend_from_slice(self);
    }

    fn take(from: &mut &[f64]) -> Option<Self> {
        let (first, rest) = from.split_first_chunk()?;
        *from = rest;
        Some(*first)
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, out: &mut Vec<f64>) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(from: &mut &[f64]) -> Option<Self> {
        Some((A::take(from)?, B::take(from)?))
    }
}

/// Rows of the model's tables, by their place.
macro_rules! by_place {
    ($($name:ident),*) => {$(
        impl Wire for $name {
            fn put(&self, out: &mut Vec<f64>) {
                (*self as usize).put(out);
            }

            fn take(from: &mut &[f64]) -> Option<Self> {
                $name::ALL.get(usize::take(from)?).copied()
            }
        }
    )*};
}

by_place!(ParameterId, Series, Group);

/// Structs, field by field.
macro_rules! by_field {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Wire for $name {
            fn put(&self, out: &mut Vec<f64>) {
                $(self.$field.put(out);)*
            }

            fn take(from: &mut &[f64]) -> Option<Self> {
                Some($name { $($field: Wire::take(from)?),* })
            }
        }
    )*};
}

by_field! {
    Marginal { level_52, level_104, sign_change_dry }
    Share { player, parts }
    Attribution { shares, total }
    Equivalents { index_pct, runoff_bn, hikes, hikes_sp500 }
    Swing { id, low, high }
    Findings { marginal, attribution, equivalents, tornado, bands, tank_band, draws }
    Ledger { positions, nets, imbalance }
    Course { model, actual, error, no_change, simple }
    Paths { spread, level, ducks }
    Past { weeks, reserves, on_rrp, tga, spread, level }
    Start {
        date, nearest, fed_assets, reserves, on_rrp, tga, currency, bank_assets, iorb, ten_year, spread, bills,
        floor, standing_repo, runoff, purchase_coupon_share, bank_assets_growth, stablecoins, gdp, market_assets,
        capex, operating_cash_flow, dry
    }
    Replay { table, days, reserves, on_rrp, spread, as_published, changed }
}

/// Enums: a number for the variant, then its fields.
macro_rules! by_variant {
    ($($path:path: $($number:literal => $variant:ident $({ $($field:ident),* })? $(($inner:ident))?),*;)*) => {$(
        impl Wire for $path {
            fn put(&self, out: &mut Vec<f64>) {
                match self {$(
                    Self::$variant $({ $($field),* })? $(($inner))? => {
                        usize::put(&$number, out);
                        $($($field.put(out);)*)?
                        $($inner.put(out);)?
                    }
                )*}
            }

            fn take(from: &mut &[f64]) -> Option<Self> {
                Some(match usize::take(from)? {
                    $($number => Self::$variant $({ $($field: Wire::take(from)?),* })? $(({ let $inner = Wire::take(from)?; $inner }))?,)*
                    _ => return None,
                })
            }
        }
    )*};
}

by_variant! {
    Player: 0 => Parameter(id), 1 => Group(group), 2 => Assumptions;
    solve::Solution: 0 => At(value), 1 => OutOfReach { nearest, reached };
    Answer: 0 => Analysis(findings), 1 => Solve(answer), 2 => Books(ledger), 3 => Backtest(replay), 4 => Refused(reason),
        5 => Start(start), 6 => Past(past);
}

#[cfg(test)]
mod tests {
    use super::*;
    use bathtub_model::analysis::Analysis;
    use bathtub_model::{Scenario, simulate};

    fn samples() -> Vec<Answer> {
        let mut scenario = Scenario::default();
        for id in ParameterId::ALL.into_iter().take(10).chain([ParameterId::DryScale]) {
            scenario = scenario.with_clamped(id, id.row().max);
        }
        let mut job = Analysis::new(&scenario, 52).unwrap();
        while job.advance() {}
        vec![
            Answer::Analysis(job.findings().clone()),
            Answer::Analysis(Findings::default()),
            Answer::Solve(solve::Solution::At(312.5)),
            Answer::Solve(solve::Solution::OutOfReach { nearest: -900.0, reached: 101.5 }),
            Answer::Backtest(Box::new(Replay {
                days: vec![17_000.0],
                changed: Some(Paths::default()),
                ..Replay::default()
            })),
            Answer::Start(Box::new(*bathtub_model::DEFAULT_START)),
            Answer::Past(Box::new(Past { weeks: vec![-1.0, 0.0], ..Past::default() })),
            Answer::Refused("данные.csv, line 3: ½ is not a number".into()),
            Answer::Books(Ledger::new(&simulate(&scenario).books(104).unwrap())),
        ]
    }

    #[test]
    fn what_is_written_is_read() {
        for answer in samples() {
            assert_eq!(read(&write(&answer)), Some(answer));
        }
    }

    #[test]
    fn anything_else_is_nothing() {
        assert_eq!(read(&[]), None);
        for answer in samples().iter().skip(1) {
            let numbers = write(answer);
            assert_eq!(read(&numbers[..numbers.len() - 1]), None, "cut short");
            assert_eq!(read(&[&numbers[..], &[0.0]].concat()), None, "too long");
            for i in 0..numbers.len() {
                for wrong in [f64::NAN, f64::INFINITY, -1.0, 1e300] {
                    let mut numbers = numbers.clone();
                    numbers[i] = wrong;
                    // Whatever it reads as: it does not panic, nor ask for memory without end.
                    let _ = read(&numbers);
                }
            }
        }
    }
}
