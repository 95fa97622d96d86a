//! The parameter table: one row a lever or coefficient.
//!
//! Slider, clamp, URL key, documentation, uncertainty range and property tests
//! all read this table; nothing else states a range, a default or a source.

mod group;
mod table;
mod values;

pub use group::{Group, Tag};
use table::TEXTS;
pub use table::{PARAMETERS, ParameterId};
pub use values::Values;

use crate::{Error, Unit, math};

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameter {
    /// The row's identity in code.
    pub id: ParameterId,
    /// Key in URLs, JSON and exports.
    pub key: &'static str,
    /// Name in English.
    pub label: &'static str,
    /// Unit of every number in this row.
    pub unit: Unit,
    /// Smallest value the model accepts.
    pub min: f64,
    /// Largest value the model accepts.
    pub max: f64,
    /// Step of a slider; the model takes any value in range.
    pub step: f64,
    /// Value at the default start; see [`crate::Start::default_value`].
    pub default: f64,
    /// How well the default is known.
    pub tag: Tag,
    /// Place in controls and documentation.
    pub group: Group,
}

/// Texts of a row. Apart from the numbers, so that a program that shows a few rows need not
/// hold the texts of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParameterText {
    /// One plain sentence on what moving it means.
    pub help: &'static str,
    /// Where the default and the range come from.
    pub source: &'static str,
}

impl Parameter {
    /// Checks a value against this row.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] when `value` is not finite or outside `min..=max`.
    pub fn check(&self, value: f64) -> Result<f64, Error> {
        if value >= self.min && value <= self.max {
            Ok(value)
        } else {
            Err(Error::OutOfRange { key: self.key, value, min: self.min, max: self.max, unit: self.unit })
        }
    }

    /// The nearest value in range; a value that is not a number becomes the default.
    pub fn clamp(&self, value: f64) -> f64 {
        if value.is_nan() { self.default } else { math::between(value, self.min, self.max) }
    }
}

impl ParameterId {
    /// The row of this parameter.
    pub const fn row(self) -> &'static Parameter {
        &PARAMETERS[self as usize]
    }

    /// Texts of this parameter. Asked for in a constant, they come alone.
    pub const fn text(self) -> ParameterText {
        TEXTS[self as usize]
    }

    /// Looks a key up.
    ///
    /// # Errors
    /// [`Error::UnknownParameter`] when no row has this key.
    pub fn from_key(key: &str) -> Result<Self, Error> {
        PARAMETERS
            .iter()
            .find(|row| row.key == key)
            .map(|row| row.id)
            .ok_or_else(|| Error::UnknownParameter { key: key.into() })
    }

    /// Whether this is a lever rather than a coefficient.
    pub const fn is_lever(self) -> bool {
        self.row().group.is_lever()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_well_formed() {
        for (i, row) in PARAMETERS.iter().enumerate() {
            let key = row.key;
            assert_eq!(row.id as usize, i, "{key}");
            assert!(row.min < row.max, "{key}: empty range");
            assert!(row.min <= row.default && row.default <= row.max, "{key}: default");
            assert!(row.step > 0.0 && row.step <= row.max - row.min, "{key}: step");
            let ParameterText { help, source } = row.id.text();
            for text in [row.label, help, source] {
                assert!(!text.trim().is_empty(), "{key}: an empty text");
            }
            assert!(key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'));
            assert_eq!(PARAMETERS.iter().filter(|other| other.key == key).count(), 1, "{key}");
        }
    }

    #[test]
    fn reserved_url_keys_are_free() {
        for key in ["v", "start", "lang", "week", "embed", "m"] {
            assert!(ParameterId::from_key(key).is_err(), "{key} is reserved for the page");
        }
    }

    #[test]
    fn check_names_parameter_value_and_range() {
        let error = ParameterId::Capex.row().check(2000.0).unwrap_err();
        assert_eq!(error.to_string(), "capex: 2000 is outside the range 0 to 1500 ($bn a year)");
        assert!(ParameterId::Capex.row().check(f64::NAN).is_err());
        assert!(ParameterId::Capex.row().check(f64::INFINITY).is_err());
    }

    #[test]
    fn clamp_reaches_the_nearest_bound() {
        let row = ParameterId::Rate.row();
        assert_eq!(row.clamp(1e9), 300.0);
        assert_eq!(row.clamp(f64::NEG_INFINITY), -300.0);
        assert_eq!(row.clamp(f64::NAN), 0.0);
    }
}
