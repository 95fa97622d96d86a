//! A scenario: a dated start and a value for every parameter.

use crate::Error;
use crate::parameters::{Group, PARAMETERS, ParameterId, Values};
use crate::start::{DEFAULT_START, Start};

/// Reads a number as a command line or a link gives it: digits with a decimal point, `-` as minus,
/// perhaps an exponent. Minus zero is zero.
///
/// # Errors
/// [`Error::NotANumber`] for anything else, what is beyond every number included (`1e999`).
///
/// ```
/// use bathtub_model::number;
/// assert_eq!(number("tga", " -1.5e2 ")?, -150.0);
/// assert!(["1,000", "−5", "NaN", "inf", "1e999", "0x10", ""].iter().all(|text| number("tga", text).is_err()));
/// # Ok::<(), bathtub_model::Error>(())
/// ```
pub fn number(key: &str, text: &str) -> Result<f64, Error> {
    let read = text.trim().parse::<f64>().ok().filter(|value| value.is_finite());
    read.map(|value| value + 0.0).ok_or_else(|| Error::NotANumber { key: key.into(), text: text.into() })
}

/// What a run needs to know. Every value is finite and in range by construction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scenario {
    start: &'static Start,
    values: Values<f64>,
}

impl Default for Scenario {
    fn default() -> Self {
        Scenario::new(DEFAULT_START)
    }
}

impl Scenario {
    /// A start that nobody has touched.
    pub fn new(start: &'static Start) -> Self {
        Scenario { start, values: Values::from_fn(|row| start.default_value(row.id)) }
    }

    /// The dated start.
    pub fn start(&self) -> &'static Start {
        self.start
    }

    /// The balance sheet that the run begins from: the start's, with what is one's own.
    pub fn balance_sheet(&self) -> Start {
        Start {
            fed_assets: self.get(ParameterId::FedAssets),
            reserves: self.get(ParameterId::ReservesAtStart),
            on_rrp: self.get(ParameterId::OnRrpAtStart),
            tga: self.get(ParameterId::Account),
            currency: self.get(ParameterId::CurrencyAtStart),
            bank_assets: self.get(ParameterId::BankAssetsAtStart),
            iorb: self.get(ParameterId::Iorb),
            spread: self.get(ParameterId::SpreadAtStart),
            ten_year: self.get(ParameterId::TenYear),
            bills: self.get(ParameterId::BillsOutstanding),
            ..*self.start
        }
    }

    /// Checks that the balance sheet can be one.
    ///
    /// # Errors
    /// [`Error::BalanceSheet`] where reserves or all liabilities together exceed the Fed's assets.
    pub fn check_balance_sheet(&self) -> Result<(), Error> {
        let sheet = self.balance_sheet();
        let other = sheet.other_liabilities();
        if sheet.reserves > sheet.fed_assets || other < 0.0 {
            return Err(Error::BalanceSheet {
                assets: sheet.fed_assets,
                liabilities: sheet.fed_assets - other,
            });
        }
        Ok(())
    }

    /// One value, in the unit of its row.
    pub fn get(&self, id: ParameterId) -> f64 {
        self.values[id]
    }

    /// Every value.
    pub fn values(&self) -> &Values<f64> {
        &self.values
    }

    /// Sets one value.
    ///
    /// # Errors
    /// [`Error::OutOfRange`] when it is not finite or outside its row's range.
    ///
    /// ```
    /// use bathtub_model::{ParameterId, Scenario};
    /// let scenario = Scenario::default().with(ParameterId::Capex, 1000.0)?;
    /// assert_eq!(scenario.get(ParameterId::Capex), 1000.0);
    /// assert!(scenario.with(ParameterId::Capex, -1.0).is_err());
    /// # Ok::<(), bathtub_model::Error>(())
    /// ```
    pub fn with(mut self, id: ParameterId, value: f64) -> Result<Self, Error> {
        // Adding zero turns −0 into 0, so that equal scenarios have equal bits.
        self.values.set(id, id.row().check(value)? + 0.0);
        Ok(self)
    }

    /// Sets one value to the nearest that its row allows; a value that is not a
    /// number becomes the start's.
    #[must_use]
    pub fn with_clamped(mut self, id: ParameterId, value: f64) -> Self {
        let value = if value.is_nan() { self.default_value(id) } else { id.row().clamp(value) };
        self.values.set(id, value + 0.0);
        self
    }

    /// Puts one value back to where the start has it.
    #[must_use]
    pub fn with_default(mut self, id: ParameterId) -> Self {
        self.values.set(id, self.default_value(id));
        self
    }

    /// Sets one value from a key and a text, as a command line or a link gives them.
    ///
    /// # Errors
    /// [`Error::UnknownParameter`], [`Error::NotANumber`] or [`Error::OutOfRange`].
    pub fn with_text(self, key: &str, text: &str) -> Result<Self, Error> {
        let id = ParameterId::from_key(key)?;
        self.with(id, number(key, text)?)
    }

    /// The same levers from another start: what was not touched takes the new
    /// start's value, and so does the whole balance sheet.
    #[must_use]
    pub fn from_start(&self, start: &'static Start) -> Self {
        let mut moved = Scenario::new(start);
        for id in self.changed().filter(|id| id.row().group != Group::BalanceSheet) {
            moved.values.set(id, self.get(id));
        }
        moved
    }

    /// The default start with this scenario's coefficients and no lever moved.
    #[must_use]
    pub fn coefficients_alone(&self) -> Self {
        let changed = self.changed().filter(|id| !id.is_lever());
        changed.fold(Scenario::default(), |kept, id| kept.with_clamped(id, self.get(id)))
    }

    /// Where a parameter stands at this start when nobody has touched it.
    pub fn default_value(&self, id: ParameterId) -> f64 {
        self.start.default_value(id)
    }

    /// The parameters that differ from the start, in table order.
    pub fn changed(&self) -> impl Iterator<Item = ParameterId> + '_ {
        PARAMETERS.iter().map(|row| row.id).filter(|id| self.get(*id) != self.default_value(*id))
    }
}
