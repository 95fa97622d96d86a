//! Values as they come from JavaScript, before anybody knows whether they are right.

use crate::{Fault, Kind};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Given {
    /// A number, perhaps not a finite one.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Given>),
    /// An object.
    Object(Object),
    /// Anything else, by the name of its type.
    Other(String),
}

/// Keys and values, in the order of the object. What is undefined is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Object(pub Vec<(String, Given)>);

impl Given {
    fn is(&self) -> String {
        match self {
            Given::Number(number) => number.to_string(),
            Given::Text(text) if text.chars().count() > 60 => {
                format!("'{}…'", text.chars().take(60).collect::<String>())
            }
            Given::Text(text) => format!("'{text}'"),
            Given::List(_) => "a list".into(),
            Given::Object(_) => "an object".into(),
            Given::Other(name) => name.clone(),
        }
    }

    fn but(&self, key: &str, wanted: &str) -> Fault {
        Fault::of(Kind::Type, key, &format!("{} is not {wanted}", self.is()))
    }

    /// The number.
    ///
    /// # Errors
    /// A [`Kind::Type`] for anything else.
    pub fn number(&self, key: &str) -> Result<f64, Fault> {
        if let Given::Number(number) = self { Ok(*number) } else { Err(self.but(key, "a number")) }
    }

    /// The whole number of a range.
    ///
    /// # Errors
    /// A [`Kind::Type`] for what is no number, a [`Kind::Range`] for any other number.
    pub fn count(&self, key: &str, [min, max]: [usize; 2]) -> Result<usize, Fault> {
        let number = self.number(key)?;
        let whole = number.fract() == 0.0 && number >= min as f64 && number <= max as f64;
        if !whole {
            return Err(Fault::outside(key, number, [min as f64, max as f64], "of whole numbers"));
        }
        Ok(number as usize)
    }

    /// The text.
    ///
    /// # Errors
    /// A [`Kind::Type`] for anything else.
    pub fn text(&self, key: &str) -> Result<&str, Fault> {
        if let Given::Text(text) = self { Ok(text) } else { Err(self.but(key, "a text")) }
    }

    /// The object.
    ///
    /// # Errors
    /// A [`Kind::Type`] for anything else.
    pub fn object(&self, key: &str) -> Result<&Object, Fault> {
        if let Given::Object(object) = self { Ok(object) } else { Err(self.but(key, "an object")) }
    }

    /// The list.
    ///
    /// # Errors
    /// A [`Kind::Type`] for anything else.
    pub fn list(&self, key: &str) -> Result<&[Given], Fault> {
        if let Given::List(list) = self { Ok(list) } else { Err(self.but(key, "a list")) }
    }
}

impl Object {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Given> {
        self.0.iter().find(|row| row.0 == key).map(|row| &row.1)
    }

    /// The value of a key that must be there.
    ///
    /// # Errors
    /// A [`Kind::Type`] where it is not.
    pub fn needed(&self, key: &str) -> Result<&Given, Fault> {
        self.get(key).ok_or_else(|| Fault::of(Kind::Type, key, "needed, and not given"))
    }

    /// Refuses keys that mean nothing.
    ///
    /// # Errors
    /// A [`Kind::Other`] that names the first such key.
    pub fn only(&self, known: &[&str]) -> Result<(), Fault> {
        match self.0.iter().find(|row| !known.contains(&&*row.0)) {
            None => Ok(()),
            Some((key, _)) => {
                Err(Fault::of(Kind::Other, key, &format!("no such option; there are {}", known.join(", "))))
            }
        }
    }
}
