//! The model as an open system-dynamics file for other engines.
//!
//! The equations are not written a second time: the step runs once over
//! [`symbol::Symbol`]s, which take the arithmetic down instead of doing it. What
//! a run records as a series becomes a variable of that name; parameters and the
//! start's balance sheet become constants that an engine may override. The files
//! hold 105 weekly points, a time step of one week and Euler integration.

mod dimension;
mod factors;
mod format;
mod symbol;

use crate::drivers::from_levers;
use crate::parameters::{Group, Values};
use crate::scenario::Scenario;
use crate::series::{Series, SeriesKind};
use crate::start::Opening;
use crate::state::{State, opening};
use crate::steady::Model;
use crate::unit::Unit;
use crate::week::{Recorder, week};
use dimension::Dimension;
use symbol::{Arena, Node, Symbol};

/// A file format that system-dynamics engines read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// XMILE 1.0, the OASIS standard.
    Xmile,
    /// Vensim's text format.
    Mdl,
}

impl Format {
    /// The format of a name, `xmile` or `mdl`.
    pub fn from_name(name: &str) -> Option<Format> {
        match name {
            "xmile" => Some(Format::Xmile),
            "mdl" => Some(Format::Mdl),
            _ => None,
        }
    }
}

/// The unit of time: a step of the files is one.
const WEEK: &str = "week";

/// What a variable is to a system-dynamics engine.
enum Equation {
    /// A number that may be overridden.
    Constant(f64),
    /// Follows from others.
    Auxiliary(Symbol),
    /// Carried on by its net flow from its opening value.
    Stock { opening: Symbol, net_flow: Symbol },
}

impl Equation {
    /// Its expressions.
    fn roots(&self) -> Vec<Symbol> {
        match *self {
            Equation::Constant(_) => vec![],
            Equation::Auxiliary(value) => vec![value],
            Equation::Stock { opening, net_flow } => vec![opening, net_flow],
        }
    }
}

/// A named equation with its documentation.
struct Variable {
    name: String,
    unit: Dimension,
    meaning: String,
    equation: Equation,
}

/// Takes down each series under its name.
struct Notebook<'a> {
    arena: &'a Arena,
    taken: Vec<Variable>,
}

impl Notebook<'_> {
    /// Takes an equation down and hands its name back.
    fn note(&mut self, name: &'static str, meaning: &str, unit: Dimension, equation: Equation) -> Symbol {
        self.taken.push(Variable { name: name.into(), unit, meaning: meaning.into(), equation });
        self.arena.name(name, unit)
    }

    /// Takes a part of the equations down, in the unit that follows from them.
    fn part(&mut self, name: &'static str, meaning: &str, value: Symbol) -> Symbol {
        self.note(name, meaning, self.arena.unit(value), Equation::Auxiliary(value))
    }
}

impl Recorder<Symbol> for Notebook<'_> {
    fn set(&mut self, series: Series, value: Symbol) -> Symbol {
        let row = series.row();
        if row.kind != SeriesKind::Stock {
            let unit = Dimension::of_unit(row.unit);
            let value = self.arena.in_unit(value, unit);
            self.note(row.key, row.meaning, unit, Equation::Auxiliary(value));
        }
        self.get(series)
    }

    fn get(&self, series: Series) -> Symbol {
        let row = series.row();
        self.arena.name(row.key, Dimension::of_unit(row.unit))
    }

    fn aside(&mut self, key: &'static str, value: Symbol) -> Symbol {
        self.part(key, "part of an equation", value)
    }
}

/// The unit of a number of the start.
fn start_unit(name: &str) -> Dimension {
    Dimension::of_unit(match name {
        "start_gdp_bn" | "start_capex_bn" | "start_cash_flow_gap_bn" | "start_deficit_bn" => {
            Unit::BillionAYear
        }
        "start_bill_purchases_bn" | "start_coupon_runoff_bn" => Unit::BillionAWeek,
        "start_iorb_pct" => Unit::PercentAYear,
        _ if name.ends_with("_bp") => Unit::BasisPoints,
        _ if name.ends_with("_bn") => Unit::Billion,
        _ => Unit::Share,
    })
}

/// Writes the model with a scenario's values as a file of another engine.
///
/// ```
/// use bathtub_model::{Scenario, export::{self, Format}};
/// let file = export::export(&Scenario::default(), Format::Xmile);
/// assert!(file.contains(r#"<stock name="reserves_bn">"#));
/// ```
pub fn export(scenario: &Scenario, format: Format) -> String {
    let arena = Arena::new();
    let mut notebook = Notebook { arena: &arena, taken: Vec::new() };
    let values = Values::from_fn(|row| {
        let text = row.id.text();
        let meaning = format!("{}. {} [{}: {}]", row.label, text.help, row.tag.name(), text.source);
        let value = Equation::Constant(scenario.get(row.id));
        let unit = Dimension::of_unit(row.unit);
        // The balance sheet is in the file as the numbers of the start.
        match row.group {
            Group::BalanceSheet => arena.name(row.key, unit),
            _ => notebook.note(row.key, &meaning, unit, value),
        }
    });
    let as_of = format!("as of {}", scenario.start().name());
    let start = Opening::new(&scenario.balance_sheet(), |name, value| {
        notebook.note(name, &as_of, start_unit(name), Equation::Constant(value))
    });
    let model =
        Model::new(values, start, |name, value| notebook.part(name, "steady state of the start", value));

    let first = opening(&model);
    let now = State(std::array::from_fn(|i| notebook.get(Series::ALL[i])));
    let time = arena.name(symbol::TIME, Dimension::of(WEEK));
    let drivers = from_levers(&model, time, &now);
    let next = week(&model, &drivers, time, &now, &mut notebook);
    for stock in &Series::ALL[..Series::STOCKS] {
        let row = stock.row();
        let unit = Dimension::of_unit(row.unit);
        let equation = Equation::Stock {
            opening: arena.in_unit(first[*stock], unit),
            net_flow: arena.in_unit(next[*stock] - now[*stock], unit / Dimension::of(WEEK)),
        };
        notebook.note(row.key, row.meaning, unit, equation);
    }
    let mut variables = numbers(&notebook);
    variables.append(&mut notebook.taken);
    format::write(&variables, &arena, scenario, format)
}

/// The numbers with a unit that the equations use, each once.
fn numbers(notebook: &Notebook) -> Vec<Variable> {
    let mut found: Vec<Variable> = Vec::new();
    for variable in &notebook.taken {
        for root in variable.equation.roots() {
            notebook.arena.walk(root, &mut |node, unit| {
                if let Node::Number(value) = node
                    && unit != dimension::NONE
                {
                    let name = factors::name(value, unit);
                    if found.iter().all(|other| other.name != name) {
                        let meaning = "number of the equations".into();
                        found.push(Variable { name, unit, meaning, equation: Equation::Constant(value) });
                    }
                }
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_a_unit_is_a_constant_of_its_own() {
        let file = export(&Scenario::default(), Format::Mdl);
        for (name, value, unit) in [
            ("weeks_in_year", "52", "week/year"),
            ("weeks_52", "52", "week"),
            ("basis_points_in_one", "10000", "basis_point"),
            ("percent_12_9", "12.9", "percent"),
        ] {
            let definition = format!("\n{name}=\n\t{value}\n\t~\t{unit}\n");
            assert_eq!(file.matches(&definition).count(), 1, "{name}");
        }
        let names: Vec<_> = file.lines().filter_map(|line| line.strip_suffix('=')).collect();
        let mut once = names.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), names.len(), "a name is defined twice");
    }

    #[test]
    fn every_series_and_parameter_is_in_both_formats() {
        for format in [Format::Xmile, Format::Mdl] {
            let file = export(&Scenario::default(), format);
            let rows =
                crate::PARAMETERS.iter().filter(|row| row.group != Group::BalanceSheet).map(|row| row.key);
            let keys = Series::ALL.map(|s| s.row().key).into_iter();
            for key in keys.chain(rows) {
                let defined = match format {
                    Format::Xmile => file.contains(&format!("name=\"{key}\"")),
                    Format::Mdl => file.contains(&format!("\n{key}=\n")),
                };
                assert!(defined, "{key} is missing in {format:?}");
            }
            assert!(file.len() < 400_000, "{} bytes: an unnamed part is repeated", file.len());
        }
    }
}
