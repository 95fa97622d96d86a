//! XMILE and Vensim syntax.

use super::dimension::{Dimension, NONE};
use super::symbol::{Arena, Node, Symbol, TIME};
use super::{Equation, Format, Variable, WEEK, factors};
use crate::run::WEEKS;
use crate::scenario::Scenario;
use crate::{DATA_DATE, MODEL_VERSION};

/// Writes the whole file.
pub fn write(variables: &[Variable], arena: &Arena, scenario: &Scenario, format: Format) -> String {
    let about = format!(
        "The liquidity bathtub, model {MODEL_VERSION}, data of {DATA_DATE}, start {}. Weeks; Euler, one week a step.",
        scenario.start().date
    );
    let syntax = Syntax { arena, format };
    match format {
        Format::Xmile => xmile(variables, &about, &syntax),
        Format::Mdl => mdl(variables, &about, &syntax),
    }
}

fn xmile(variables: &[Variable], about: &str, syntax: &Syntax) -> String {
    let mut file = format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
<header><vendor>liquidity-bathtub</vendor><product version="{MODEL_VERSION}">{}</product><name>liquidity_bathtub</name></header>
<sim_specs method="Euler" time_units="{WEEK}"><start>0</start><stop>{WEEKS}</stop><dt>1</dt></sim_specs>
<model><variables>
"#,
        escape(about)
    );
    for variable in variables {
        let name = &variable.name;
        let doc = escape(&variable.meaning);
        let unit = variable.unit;
        match &variable.equation {
            Equation::Constant(value) => {
                let equation = number(*value);
                file += &format!(
                    "<aux name=\"{name}\"><doc>{doc}</doc><eqn>{equation}</eqn><units>{unit}</units></aux>\n"
                );
            }
            Equation::Auxiliary(symbol) => {
                let equation = escape(&syntax.text(*symbol));
                file += &format!(
                    "<aux name=\"{name}\"><doc>{doc}</doc><eqn>{equation}</eqn><units>{unit}</units></aux>\n"
                );
            }
            Equation::Stock { opening, net_flow } => {
                let (first, flow) = (escape(&syntax.text(*opening)), escape(&syntax.text(*net_flow)));
                file += &format!(
                    "<stock name=\"{name}\"><doc>{doc}</doc><eqn>{first}</eqn><inflow>net_{name}</inflow><units>{unit}</units></stock>\n\
                     <flow name=\"net_{name}\"><doc>change of {name} in a week</doc><eqn>{flow}</eqn><units>{}</units></flow>\n",
                    unit / Dimension::of(WEEK)
                );
            }
        }
    }
    file + "</variables></model>\n</xmile>\n"
}

fn mdl(variables: &[Variable], about: &str, syntax: &Syntax) -> String {
    let mut file = String::from("{UTF-8}\n");
    let mut define = |name: &str, equation: &str, unit: Dimension, doc: &str| {
        let doc = doc.replace(['~', '|'], " ");
        file += &format!("\n{name}=\n\t{equation}\n\t~\t{unit}\n\t~\t{doc}\n\t|\n");
    };
    for variable in variables {
        let (name, unit) = (variable.name.as_str(), variable.unit);
        match &variable.equation {
            Equation::Constant(value) => define(name, &number(*value), unit, &variable.meaning),
            Equation::Auxiliary(symbol) => define(name, &syntax.text(*symbol), unit, &variable.meaning),
            Equation::Stock { opening, net_flow } => {
                let equation = format!("INTEG (net_{name}, {})", syntax.text(*opening));
                define(name, &equation, unit, &variable.meaning);
                let doc = format!("change of {name} in a week");
                define(&format!("net_{name}"), &syntax.text(*net_flow), unit / Dimension::of(WEEK), &doc);
            }
        }
    }
    for (name, equation) in
        [("FINAL TIME", WEEKS.to_string()), ("INITIAL TIME", "0".into()), ("TIME STEP", "1".into())]
    {
        define(name, &equation, Dimension::of(WEEK), about);
    }
    define("SAVEPER", "TIME STEP", Dimension::of(WEEK), about);
    file
}

/// Writes expressions.
struct Syntax<'a> {
    arena: &'a Arena,
    format: Format,
}

impl Syntax<'_> {
    fn text(&self, symbol: Symbol) -> String {
        let mut text = String::new();
        self.write(symbol, 0, &mut text);
        text
    }

    /// Writes an expression that stands where only operators above `outer` may go
    /// without brackets: 0 anywhere, 1 sums, 2 products, 3 a single term.
    fn write(&self, symbol: Symbol, outer: u8, text: &mut String) {
        match self.arena.node(symbol) {
            Node::Number(value) if self.arena.unit(symbol) != NONE => {
                text.push_str(&factors::name(value, self.arena.unit(symbol)));
            }
            Node::Number(value) if value < 0.0 && outer > 0 => {
                text.push('(');
                text.push_str(&number(value));
                text.push(')');
            }
            Node::Number(value) => text.push_str(&number(value)),
            Node::Name(TIME) => text.push_str(match self.format {
                Format::Xmile => "TIME",
                Format::Mdl => "Time",
            }),
            Node::Name(name) => text.push_str(name),
            Node::Binary(sign, left, right) => {
                // The order of operations is kept as it was taken down: rounding depends on it.
                let (own, right_own) = match sign {
                    '+' | '-' => (1, 2),
                    _ => (2, 3),
                };
                bracketed(own < outer, text, |text| {
                    self.write(left, own, text);
                    text.push(' ');
                    text.push(sign);
                    text.push(' ');
                    self.write(right, right_own, text);
                });
            }
            Node::Negative(inner) => bracketed(outer > 0, text, |text| {
                text.push('-');
                self.write(inner, 3, text);
            }),
            Node::Call1(function, inner) => {
                text.push_str(function);
                bracketed(true, text, |text| self.write(inner, 0, text));
            }
            Node::Call2(function, left, right) => {
                text.push_str(function);
                bracketed(true, text, |text| {
                    self.write(left, 0, text);
                    text.push_str(", ");
                    self.write(right, 0, text);
                });
            }
            Node::IfLess(value, limit, yes, no) => self.choice(value, limit, yes, no, text),
        }
    }

    fn choice(&self, value: Symbol, limit: Symbol, yes: Symbol, no: Symbol, text: &mut String) {
        let (open, then, otherwise, close) = match self.format {
            Format::Xmile => ("(IF (", ") THEN (", ") ELSE (", "))"),
            Format::Mdl => ("IF THEN ELSE(", ", ", ", ", ")"),
        };
        text.push_str(open);
        self.write(value, 1, text);
        text.push_str(" < ");
        self.write(limit, 1, text);
        text.push_str(then);
        self.write(yes, 0, text);
        text.push_str(otherwise);
        self.write(no, 0, text);
        text.push_str(close);
    }
}

fn bracketed(brackets: bool, text: &mut String, inner: impl FnOnce(&mut String)) {
    if brackets {
        text.push('(');
    }
    inner(text);
    if brackets {
        text.push(')');
    }
}

/// A number with every digit it needs and no exponent letter that an engine may not know.
fn number(value: f64) -> String {
    format!("{value}")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
