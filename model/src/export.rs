//! The model as an open system-dynamics file for other engines.
//!
//! The equations are not written a second time: the step runs once over
//! [`symbol::Symbol`]s, which take the arithmetic down instead of doing it. What
//! a run records as a series becomes a variable of that name; parameters and the
//! start's balance sheet become constants that an engine may override. The files
//! hold 105 weekly points, a time step of one week and Euler integration.

mod format;
mod symbol;

use crate::drivers::from_levers;
use crate::parameters::Values;
use crate::scenario::Scenario;
use crate::series::{Series, SeriesKind};
use crate::start::Opening;
use crate::state::{State, opening};
use crate::steady::Model;
use crate::unit::Unit;
use crate::week::{Recorder, week};
use symbol::{Arena, Symbol};

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

/// What a variable is to a system-dynamics engine.
enum Equation {
    /// A number that may be overridden.
    Constant(f64),
    /// Follows from others.
    Auxiliary(Symbol),
    /// Carried on by its net flow from its opening value.
    Stock { opening: Symbol, net_flow: Symbol },
}

/// A named equation with its documentation.
struct Variable {
    name: String,
    /// None for parts of equations and numbers of the start.
    unit: Option<Unit>,
    meaning: String,
    equation: Equation,
}

/// Takes down each series under its name.
struct Notebook<'a> {
    arena: &'a Arena,
    taken: Vec<Variable>,
}

impl Recorder<Symbol> for Notebook<'_> {
    fn set(&mut self, series: Series, value: Symbol) -> Symbol {
        let row = series.row();
        if row.kind != SeriesKind::Stock {
            self.taken.push(Variable {
                name: row.key.into(),
                unit: Some(row.unit),
                meaning: row.meaning.into(),
                equation: Equation::Auxiliary(value),
            });
        }
        self.get(series)
    }

    fn get(&self, series: Series) -> Symbol {
        self.arena.name(series.row().key)
    }

    fn aside(&mut self, key: &'static str, value: Symbol) -> Symbol {
        self.taken.push(Variable {
            name: key.into(),
            unit: None,
            meaning: "part of an equation".into(),
            equation: Equation::Auxiliary(value),
        });
        self.arena.name(key)
    }
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
    let mut variables = Vec::new();
    let values = Values::from_fn(|row| {
        variables.push(Variable {
            name: row.key.into(),
            unit: Some(row.unit),
            meaning: format!(
                "{}. {} [{}: {}]",
                row.label,
                row.id.text().help,
                row.tag.name(),
                row.id.text().source
            ),
            equation: Equation::Constant(scenario.get(row.id)),
        });
        arena.name(row.key)
    });
    let start = Opening::new(scenario.start(), |name, value| {
        variables.push(Variable {
            name: name.into(),
            unit: None,
            meaning: format!("as of {}", scenario.start().date),
            equation: Equation::Constant(value),
        });
        arena.name(name)
    });
    let model = Model::new(values, start, |name, value| {
        variables.push(Variable {
            name: name.into(),
            unit: None,
            meaning: "steady state of the start".into(),
            equation: Equation::Auxiliary(value),
        });
        arena.name(name)
    });

    let first = opening(&model);
    let now = State(std::array::from_fn(|i| arena.name(Series::ALL[i].row().key)));
    let time = arena.name(symbol::TIME);
    let mut notebook = Notebook { arena: &arena, taken: Vec::new() };
    let drivers = from_levers(&model, time, &now);
    let next = week(&model, &drivers, time, &now, &mut notebook);
    variables.append(&mut notebook.taken);
    for stock in &Series::ALL[..Series::STOCKS] {
        let row = stock.row();
        variables.push(Variable {
            name: row.key.into(),
            unit: Some(row.unit),
            meaning: row.meaning.into(),
            equation: Equation::Stock { opening: first[*stock], net_flow: next[*stock] - now[*stock] },
        });
    }
    format::write(&variables, &arena, scenario, format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_series_and_parameter_is_in_both_formats() {
        for format in [Format::Xmile, Format::Mdl] {
            let file = export(&Scenario::default(), format);
            let keys = Series::ALL.map(|s| s.row().key).into_iter();
            for key in keys.chain(crate::PARAMETERS.iter().map(|row| row.key)) {
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
