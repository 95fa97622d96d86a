//! Numbers that write their arithmetic down.

use std::cell::RefCell;
use std::ops::{Add, Div, Mul, Neg, Sub};

use crate::num::Num;

/// Name of the running week.
pub const TIME: &str = "TIME";

/// A node of an expression, kept in the thread's open [`Arena`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Symbol(u32);

/// How an expression was made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Node {
    Constant(f64),
    Name(&'static str),
    Binary(char, Symbol, Symbol),
    Negative(Symbol),
    Call1(&'static str, Symbol),
    Call2(&'static str, Symbol, Symbol),
    IfLess(Symbol, Symbol, Symbol, Symbol),
}

thread_local! {
    // `Num` is `Copy` and takes no context, so the nodes live beside it.
    static NODES: RefCell<Vec<Node>> = const { RefCell::new(Vec::new()) };
}

fn put(node: Node) -> Symbol {
    NODES.with_borrow_mut(|nodes| {
        nodes.push(node);
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

    pub fn name(&self, name: &'static str) -> Symbol {
        put(Node::Name(name))
    }

    pub fn node(&self, symbol: Symbol) -> Node {
        node(symbol)
    }
}

impl Drop for Arena {
    fn drop(&mut self) {
        NODES.with_borrow_mut(|nodes| *nodes = Vec::new());
    }
}

/// Takes an operation down, sparing readers the arithmetic of zeros.
fn operate(sign: char, left: Symbol, right: Symbol) -> Symbol {
    let zero = |symbol: Symbol| node(symbol) == Node::Constant(0.0);
    match sign {
        '+' if zero(left) => right,
        '+' | '-' if zero(right) => left,
        '*' if zero(left) || zero(right) => put(Node::Constant(0.0)),
        _ => put(Node::Binary(sign, left, right)),
    }
}

fn node(symbol: Symbol) -> Node {
    NODES.with_borrow(|nodes| nodes[symbol.0 as usize])
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
                operate($sign, self, put(Node::Constant(other)))
            }
        }
    )*};
}

operator! { Add add '+' Sub sub '-' Mul mul '*' Div div '/' }

impl Neg for Symbol {
    type Output = Self;
    fn neg(self) -> Self {
        if node(self) == Node::Constant(0.0) { self } else { put(Node::Negative(self)) }
    }
}

impl Num for Symbol {
    fn constant(value: f64) -> Self {
        put(Node::Constant(value))
    }
    fn max(self, other: Self) -> Self {
        put(Node::Call2("MAX", self, other))
    }
    fn min(self, other: Self) -> Self {
        put(Node::Call2("MIN", self, other))
    }
    fn exp(self) -> Self {
        put(Node::Call1("EXP", self))
    }
    fn ln(self) -> Self {
        put(Node::Call1("LN", self))
    }
    fn sqrt(self) -> Self {
        put(Node::Call1("SQRT", self))
    }
    fn if_less(self, limit: Self, yes: Self, no: Self) -> Self {
        put(Node::IfLess(self, limit, yes, no))
    }
}
