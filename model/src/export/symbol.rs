//! Numbers that write their arithmetic down.

use std::cell::RefCell;
use std::ops::{Add, Div, Mul, Neg, Sub};

use super::dimension::{Dimension, NONE};
use super::{WEEK, factors};
use crate::num::Num;

/// Name of the running week.
pub const TIME: &str = "TIME";

/// A node of an expression, kept in the thread's open [`Arena`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Symbol(u32);

/// How an expression was made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Node {
    /// With a unit it is written as a named constant, which is positive.
    Number(f64),
    Name(&'static str),
    Binary(char, Symbol, Symbol),
    Negative(Symbol),
    Call1(&'static str, Symbol),
    Call2(&'static str, Symbol, Symbol),
    IfLess(Symbol, Symbol, Symbol, Symbol),
}

thread_local! {
    // `Num` is `Copy` and takes no context, so the nodes live beside it.
    static NODES: RefCell<Vec<(Node, Dimension)>> = const { RefCell::new(Vec::new()) };
}

fn put(node: Node, unit: Dimension) -> Symbol {
    NODES.with_borrow_mut(|nodes| {
        nodes.push((node, unit));
        Symbol(u32::try_from(nodes.len() - 1).expect("an export has fewer than 2^32 nodes"))
    })
}

/// Owns the thread's nodes while an export is written.
pub struct Arena(());

impl Arena {
    pub fn new() -> Self {
        NODES.with_borrow_mut(Vec::clear);
        Arena(())
    }

    pub fn name(&self, name: &'static str, unit: Dimension) -> Symbol {
        put(Node::Name(name), unit)
    }

    pub fn node(&self, symbol: Symbol) -> Node {
        node(symbol)
    }

    pub fn unit(&self, symbol: Symbol) -> Dimension {
        unit(symbol)
    }

    /// Visits every node of an expression.
    pub fn walk(&self, symbol: Symbol, visit: &mut impl FnMut(Node, Dimension)) {
        let node = node(symbol);
        visit(node, unit(symbol));
        let parts = match node {
            Node::Number(_) | Node::Name(_) => vec![],
            Node::Negative(a) | Node::Call1(_, a) => vec![a],
            Node::Binary(_, a, b) | Node::Call2(_, a, b) => vec![a, b],
            Node::IfLess(a, b, c, d) => vec![a, b, c, d],
        };
        parts.into_iter().for_each(|part| self.walk(part, visit));
    }

    /// See [`in_unit`].
    pub fn in_unit(&self, symbol: Symbol, wanted: Dimension) -> Symbol {
        in_unit(symbol, wanted)
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        NODES.with_borrow_mut(|nodes| *nodes = Vec::new());
    }
}

fn node(symbol: Symbol) -> Node {
    NODES.with_borrow(|nodes| nodes[symbol.0 as usize].0)
}

fn unit(symbol: Symbol) -> Dimension {
    NODES.with_borrow(|nodes| nodes[symbol.0 as usize].1)
}

/// The value of a number that has no unit yet.
fn bare(symbol: Symbol) -> Option<f64> {
    match node(symbol) {
        Node::Number(value) if unit(symbol) == NONE => Some(value),
        _ => None,
    }
}

/// A number with a unit. Engines take a zero for any unit.
fn quantity(value: f64, unit: Dimension) -> Symbol {
    if value < 0.0 && unit != NONE {
        return put(Node::Negative(put(Node::Number(-value), unit)), unit);
    }
    put(Node::Number(value), if value == 0.0 { NONE } else { unit })
}

/// The expression in another unit, where a number without one or a factor with several
/// ([`factors`]) allows it.
fn renumbered(symbol: Symbol, wanted: Dimension) -> Option<Symbol> {
    let own = unit(symbol);
    if own == wanted {
        return Some(symbol);
    }
    match bare(symbol) {
        Some(value) => Some(quantity(value, wanted)),
        None => refactored(symbol, wanted / own),
    }
}

/// The expression in another unit. A flow that is added to a stock lasts for the week of a step.
fn in_unit(symbol: Symbol, wanted: Dimension) -> Symbol {
    if let Some(renumbered) = renumbered(symbol, wanted) {
        return renumbered;
    }
    let (own, week) = (unit(symbol), Dimension::of(WEEK));
    let sign = if own * week == wanted {
        '*'
    } else if own == wanted * week {
        '/'
    } else {
        refuse(own, wanted)
    };
    put(Node::Binary(sign, symbol, quantity(1.0, week)), wanted)
}

fn refuse(own: Dimension, wanted: Dimension) -> ! {
    panic!("an equation has {own} for {wanted}: mend it, or give its number the unit in export/factors.rs")
}

/// A product in which a number has another of its units, so that its own is `missing` times as
/// much.
fn refactored(symbol: Symbol, missing: Dimension) -> Option<Symbol> {
    let wanted = unit(symbol) * missing;
    let node = match node(symbol) {
        Node::Number(value) if factors::allowed(value, wanted) => Node::Number(value),
        Node::Negative(inner) => Node::Negative(refactored(inner, missing)?),
        Node::Binary(sign @ ('*' | '/'), left, right) => {
            let behind = if sign == '*' { missing } else { NONE / missing };
            match refactored(left, missing) {
                Some(left) => Node::Binary(sign, left, right),
                None => Node::Binary(sign, left, refactored(right, behind)?),
            }
        }
        _ => return None,
    };
    Some(put(node, wanted))
}

/// Two expressions in one unit: that of the first, unless the first is a number without one.
fn alike(left: Symbol, right: Symbol) -> (Symbol, Symbol, Dimension) {
    if bare(left).is_some() {
        let unit = unit(right);
        (in_unit(left, unit), right, unit)
    } else {
        let unit = unit(left);
        (left, in_unit(right, unit), unit)
    }
}

/// Takes an operation down, sparing readers the arithmetic of zeros.
fn operate(sign: char, left: Symbol, right: Symbol) -> Symbol {
    let zero = |symbol: Symbol| bare(symbol) == Some(0.0);
    match sign {
        '+' if zero(left) => right,
        '+' | '-' if zero(right) => left,
        '*' if zero(left) || zero(right) => quantity(0.0, NONE),
        '+' | '-' => {
            let (left, right, unit) = alike(left, right);
            put(Node::Binary(sign, left, right), unit)
        }
        _ => {
            let right = match bare(right) {
                Some(value) => quantity(value, factors::unit_behind(unit(left), sign, value.abs())),
                None => right,
            };
            let (above, below) = (unit(left), unit(right));
            put(Node::Binary(sign, left, right), if sign == '*' { above * below } else { above / below })
        }
    }
}

macro_rules! operator {
    ($($trait:ident $method:ident $sign:literal)*) => {$(
        impl $trait for Symbol {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                operate($sign, self, other)
            }
        }
        impl $trait<f64> for Symbol {
            type Output = Self;
            fn $method(self, other: f64) -> Self {
                operate($sign, self, Self::constant(other))
            }
        }
    )*};
}

operator! { Add add '+' Sub sub '-' Mul mul '*' Div div '/' }

/// A function of a plain number that gives one.
fn plain(function: &'static str, of: Symbol) -> Symbol {
    let of = renumbered(of, NONE).unwrap_or_else(|| refuse(unit(of), NONE));
    put(Node::Call1(function, of), NONE)
}

fn choose(function: &'static str, left: Symbol, right: Symbol) -> Symbol {
    let (left, right, unit) = alike(left, right);
    put(Node::Call2(function, left, right), unit)
}

impl Neg for Symbol {
    type Output = Self;
    fn neg(self) -> Self {
        if bare(self) == Some(0.0) { self } else { put(Node::Negative(self), unit(self)) }
    }
}

impl Num for Symbol {
    fn constant(value: f64) -> Self {
        put(Node::Number(value), NONE)
    }
    fn max(self, other: Self) -> Self {
        choose("MAX", self, other)
    }
    fn min(self, other: Self) -> Self {
        choose("MIN", self, other)
    }
    fn exp(self) -> Self {
        plain("EXP", self)
    }
    fn ln(self) -> Self {
        plain("LN", self)
    }
    fn sqrt(self) -> Self {
        plain("SQRT", self)
    }
    fn if_less(self, limit: Self, yes: Self, no: Self) -> Self {
        let (value, limit, _) = alike(self, limit);
        let (yes, no, unit) = alike(yes, no);
        put(Node::IfLess(value, limit, yes, no), unit)
    }
    /// A share has no unit: of weeks it is the part of one week.
    fn unit(self) -> Self {
        in_unit(self, NONE).positive().min(Self::constant(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(arena: &Arena, unit: &str) -> Symbol {
        arena.name("x", Dimension::of(unit))
    }

    fn unit_of(symbol: Symbol) -> String {
        unit(symbol).to_string()
    }

    /// The unit of a number, or of the number after a sign.
    fn number_unit(symbol: Symbol) -> String {
        match node(symbol) {
            Node::Binary(_, _, right) | Node::Call2(_, _, right) | Node::IfLess(_, right, ..) => {
                number_unit(right)
            }
            Node::Negative(inner) => number_unit(inner),
            Node::Number(_) => unit_of(symbol),
            other => panic!("{other:?} is no number"),
        }
    }

    #[test]
    fn a_number_has_the_unit_of_what_it_stands_beside() {
        let arena = Arena::new();
        let (weeks, number) = (named(&arena, "week"), Symbol::constant(3.0));
        for beside in [weeks + 3.0, weeks - 3.0, weeks + -3.0, weeks.max(number), weeks.min(number)] {
            assert_eq!((unit_of(beside), number_unit(beside)), ("week".into(), "week".into()));
        }
        let share = weeks.if_less(number, Symbol::constant(1.0), named(&arena, "dmnl"));
        assert_eq!((unit_of(share), number_unit(share)), ("dmnl".into(), "week".into()));
        assert_eq!(unit_of(number + weeks), "week");
    }

    #[test]
    fn a_zero_is_written_bare_and_a_negative_number_as_a_difference() {
        let arena = Arena::new();
        let weeks = named(&arena, "week");
        assert_eq!(
            (unit_of(weeks.positive()), number_unit(weeks.positive())),
            ("week".into(), "dmnl".into())
        );
        let Node::Binary('+', _, negative) = node(weeks + -3.0) else { panic!("no sum") };
        assert!(matches!(node(negative), Node::Negative(_)));
    }

    #[test]
    fn products_multiply_units_and_roots_and_logarithms_take_plain_numbers() {
        let arena = Arena::new();
        let (flow, years) = (named(&arena, "billion_usd/year"), named(&arena, "year"));
        assert_eq!(unit_of(flow * years), "billion_usd");
        assert_eq!(unit_of(flow / years), "billion_usd/year/year");
        assert_eq!(unit_of(-(flow / 52.0)), "billion_usd/week");
        assert_eq!(unit_of((flow / flow).exp() * 100.0 - 100.0), "percent");
    }

    #[test]
    fn a_flow_that_is_added_to_a_stock_lasts_one_week() {
        let arena = Arena::new();
        let (stock, flow) = (named(&arena, "billion_usd"), named(&arena, "billion_usd/week"));
        assert_eq!((unit_of(stock + flow), number_unit(stock + flow)), ("billion_usd".into(), "week".into()));
        assert_eq!(unit_of(flow.max(stock)), "billion_usd/week");
        assert_eq!(unit_of((named(&arena, "week") - 13.0).unit()), "dmnl");
    }

    #[test]
    fn a_factor_has_the_unit_that_the_sum_around_it_asks_for() {
        let arena = Arena::new();
        let (pressure, loss) = (named(&arena, "basis_point/year"), named(&arena, "dmnl"));
        assert_eq!(number_unit(loss * 100.0), "percent");
        assert_eq!(number_unit(pressure + -(loss * 100.0)), "basis_point/year");
    }

    #[test]
    #[should_panic(expected = "has percent for basis_point/year")]
    fn a_sum_of_two_units_is_refused() {
        let arena = Arena::new();
        let _ = named(&arena, "basis_point/year") + named(&arena, "percent");
    }

    #[test]
    #[should_panic(expected = "has week for dmnl")]
    fn a_logarithm_of_a_unit_is_refused() {
        let _ = named(&Arena::new(), "week").ln();
    }
}
