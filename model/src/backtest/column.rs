//! Columns that are known by name: ours, in billions, and FRED's series, in FRED's units.

use std::borrow::Cow;

use Quantity as Q;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    FedAssets,
    Tga,
    OnRrp,
    Reserves,
    Currency,
    Treasuries,
    MortgageBonds,
    BankAssets,
    Bills,
    TenYear,
    Sofr,
    Effr,
    /// Paid on all reserves, since July 29, 2021.
    Iorb,
    /// Paid on excess reserves, before that.
    Ioer,
}

/// A known column.
#[derive(Debug)]
pub(super) struct Column {
    /// Its name; FRED's in capitals.
    pub name: &'static str,
    pub quantity: Quantity,
    pub unit: ColumnUnit,
    /// Whether it is the average of the week, which belongs in no sum with Wednesday levels.
    pub average: bool,
}

/// In what a column is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnUnit {
    Billions,
    Millions,
    Percent,
}

const fn column(name: &'static str, quantity: Quantity, unit: ColumnUnit) -> Column {
    Column { name, quantity, unit, average: false }
}

const fn average(name: &'static str, quantity: Quantity, unit: ColumnUnit) -> Column {
    Column { average: true, ..column(name, quantity, unit) }
}

use ColumnUnit::{Billions, Millions, Percent};

/// Of each quantity our own name comes first, then that of FRED.
const COLUMNS: [Column; 30] = [
    column("walcl_busd", Q::FedAssets, Billions),
    column("WALCL", Q::FedAssets, Millions),
    column("wdtgal_busd", Q::Tga, Billions),
    column("WDTGAL", Q::Tga, Millions),
    average("wtregen_busd", Q::Tga, Billions),
    average("WTREGEN", Q::Tga, Millions),
    column("rrp_busd", Q::OnRrp, Billions),
    column("RRPONTSYD", Q::OnRrp, Billions),
    column("wrbwfrbl_busd", Q::Reserves, Billions),
    column("WRBWFRBL", Q::Reserves, Millions),
    average("wresbal_busd", Q::Reserves, Billions),
    average("WRESBAL", Q::Reserves, Millions),
    // An average too, but currency moves by a few billions a week, and our own table has it.
    column("wcurcir_busd", Q::Currency, Billions),
    column("WCURCIR", Q::Currency, Billions),
    column("WCICL", Q::Currency, Millions),
    column("treast_busd", Q::Treasuries, Billions),
    column("TREAST", Q::Treasuries, Millions),
    column("wshomcb_busd", Q::MortgageBonds, Billions),
    column("WSHOMCB", Q::MortgageBonds, Millions),
    column("bank_assets_busd", Q::BankAssets, Billions),
    column("total_assets_busd", Q::BankAssets, Billions),
    column("TLAACBW027SBOG", Q::BankAssets, Billions),
    column("bills_busd", Q::Bills, Billions),
    // FRED's in small letters.
    column("dgs10", Q::TenYear, Percent),
    column("sofr", Q::Sofr, Percent),
    column("sofr_pct", Q::Sofr, Percent),
    column("effr", Q::Effr, Percent),
    column("iorb", Q::Iorb, Percent),
    column("iorb_pct", Q::Iorb, Percent),
    column("ioer", Q::Ioer, Percent),
];

impl Quantity {
    /// Least and most that can be, $bn or %. By them billions are told from millions and trillions: the
    /// least is below all that was published since 2003, the most beyond what a decade of growth would
    /// bring.
    const fn range(self) -> (f64, f64) {
        match self {
            Q::FedAssets => (500.0, 50_000.0),
            Q::Tga => (0.0, 10_000.0),
            Q::OnRrp | Q::Reserves | Q::MortgageBonds => (0.0, 20_000.0),
            Q::Currency => (100.0, 20_000.0),
            Q::Treasuries => (100.0, 40_000.0),
            Q::BankAssets => (1_000.0, 200_000.0),
            Q::Bills => (200.0, 100_000.0),
            Q::TenYear | Q::Sofr | Q::Effr | Q::Iorb | Q::Ioer => (-5.0, 30.0),
        }
    }

    /// What the largest of any column exceeds that begins with interest on reserves, in 2008, or
    /// later, $bn; before that the account and reserves were small at times. Reverse repo may be as
    /// good as nothing.
    const fn peak(self) -> f64 {
        match self {
            Q::Tga | Q::MortgageBonds => 5.0,
            Q::Reserves => 100.0,
            _ => self.range().0,
        }
    }

    /// Whether it has never trebled within a year: what does is in another unit.
    const fn is_steady(self) -> bool {
        matches!(self, Q::FedAssets | Q::Currency | Q::Treasuries | Q::BankAssets | Q::Bills)
    }

    /// By how much it has never grown or shrunk from one value to the next within a year. Reserves and the
    /// account were next to nothing until 2008, and reverse repo is at times.
    const fn leap(self) -> f64 {
        match self {
            _ if self.is_steady() => 3.0,
            Q::Tga | Q::Reserves => 100.0,
            _ => f64::INFINITY,
        }
    }

    /// The least that was ever published above zero, %, by which a fraction is told from per cent. The
    /// rates of single nights have been next to nothing.
    const fn least_rate(self) -> f64 {
        match self {
            Q::Iorb | Q::Ioer => 0.09,
            Q::TenYear => 0.3,
            _ => 0.0,
        }
    }

    /// Whether nothing may be left of it.
    const fn may_be_zero(self) -> bool {
        matches!(self, Q::OnRrp | Q::MortgageBonds)
    }

    /// Its columns, our own first; averages are none.
    fn columns(self) -> impl Iterator<Item = &'static Column> {
        COLUMNS.iter().filter(move |column| column.quantity == self && !column.average)
    }

    /// Our own name of its column.
    pub fn name(self) -> &'static str {
        self.columns().next().map_or("", |column| column.name)
    }

    /// FRED's name of its column; ours where FRED has none.
    pub fn fred(self) -> &'static str {
        let fred = self.columns().find(|column| column.name.starts_with(|c: char| c.is_ascii_uppercase()));
        fred.map_or(self.name(), |column| column.name)
    }
}

impl Column {
    /// The column of a name, in capitals or not.
    pub fn named(name: &str) -> Option<&'static Column> {
        COLUMNS.iter().find(|column| column.name.eq_ignore_ascii_case(name))
    }

    /// The value of a field in $bn or %; none for a blank or FRED's point.
    ///
    /// # Errors
    /// What is wrong with it, and what to do.
    pub fn value(&self, name: &str, text: &str) -> Result<Option<f64>, (String, String)> {
        if text.is_empty() || text == "." {
            return Ok(None);
        }
        // Adding zero turns −0 into 0.
        let Some(value) = text.parse::<f64>().ok().filter(|value| value.is_finite()).map(|v| v + 0.0) else {
            let remedy = "write decimals with a point, thousands without a comma, and nothing where there is no number";
            return Err((format!("{name}: '{}' is not a number", shortened(text)), remedy.into()));
        };
        let text = shortened(text);
        let (least, most) = self.quantity.range();
        if self.unit == Percent {
            if value < least || value > most || (value > 0.0 && value < self.quantity.least_rate()) {
                let remedy = "write rates in per cent, 4.33 for 4.33 %";
                return Err((format!("{name}: {text} is no rate in per cent"), remedy.into()));
            }
            return Ok(Some(value));
        }
        if value < 0.0 || (value == 0.0 && !self.quantity.may_be_zero()) {
            let remedy = "leave the field blank where nothing was published";
            return Err((format!("{name}: {text} is not above zero"), remedy.into()));
        }
        let (unit, billions) = match self.unit {
            Millions => ("millions", value / 1_000.0),
            _ => ("billions", value),
        };
        if billions > most {
            let in_millions = self.quantity.columns().find(|column| column.unit == Millions);
            let remedy = match in_millions {
                Some(other) if self.unit == Billions => {
                    format!("divide by 1,000, or call the column {} if it is in millions", other.name)
                }
                _ => format!("write it in {unit}"),
            };
            return Err((format!("{name}: {text} is too much for {unit} of dollars"), remedy));
        }
        if self.unit == Millions && billions < least {
            return Err(self.too_little(name, &text));
        }
        Ok(Some(billions))
    }

    /// Whether a column whose largest value is this, $bn, holds billions under the name of millions,
    /// or trillions under that of billions.
    pub fn is_in_larger_unit(&self, largest: f64) -> bool {
        self.unit != Percent && largest > 0.0 && largest < self.quantity.peak()
    }

    /// What is wrong with a field in a larger unit than that of the column, and what to do.
    pub fn too_little(&self, name: &str, text: &str) -> (String, String) {
        let text = shortened(text);
        match self.unit {
            Millions => (
                format!("{name}: {text} is too little for millions of dollars"),
                format!("call the column {} if it is in billions", self.quantity.name()),
            ),
            _ => (
                format!("{name}: {text} is too little for billions of dollars"),
                "multiply by 1,000 if the column is in trillions".into(),
            ),
        }
    }

    /// Whether two values within a year are too far apart to be in one unit.
    pub fn is_in_two_units(&self, before: f64, after: f64) -> bool {
        let leap = self.quantity.leap();
        after > leap * before || before > leap * after
    }
}

/// A field as errors show it: one of a broken file may go on for pages.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    const MOST: usize = 40;
    match text.char_indices().nth(MOST) {
        None => text.into(),
        Some((end, _)) => format!("{}…", &text[..end]).into(),
    }
}
