//! Which series goes into which column of `data/`.

use jiff::civil::{Date, date};

use super::rhythm::Rhythm::{self, EveryDay, Fridays, MonthEnds, Wednesdays, WorkingDays};

/// A table of `data/` that is brought up to date.
pub struct Table {
    pub file: &'static str,
    pub rhythm: Rhythm,
    /// Days by which the newest value of one series may be ahead of another's.
    pub lag_days: i32,
    pub columns: &'static [Column],
}

pub struct Column {
    pub name: &'static str,
    pub series: Series,
    pub digits: Digits,
    /// What a value can be, in the unit of the column.
    pub range: (f64, f64),
    /// By how much its publisher may change what is held, in the unit of the column; nothing where
    /// the series is not revised.
    pub revised_by: Option<f64>,
    /// Published after the rest of its row: blank until then.
    pub late: bool,
}

/// Digits after the point.
#[derive(Clone, Copy)]
pub enum Digits {
    Fixed(usize),
    /// Zeros at the end are left out.
    AtMost(usize),
}

#[derive(Clone, Copy)]
pub struct Series {
    pub id: &'static str,
    pub source: Source,
    pub unit: Unit,
    pub rhythm: Rhythm,
    /// Rows held before this day are from a series that is published no more.
    pub begins: Option<Date>,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Source {
    /// The table of one series by the Federal Reserve Bank of St. Louis.
    Fred,
    /// Table 1 of the Monthly Statement of the Public Debt, by the Treasury.
    PublicDebt { security: &'static str, amount: &'static str },
}

/// As published.
#[derive(Clone, Copy)]
pub enum Unit {
    Millions,
    Billions,
    Percent,
    Index,
}

impl Series {
    pub fn publisher(&self) -> &'static str {
        match self.source {
            Source::Fred => "FRED",
            Source::PublicDebt { .. } => "the Treasury",
        }
    }

    /// Scheme and host.
    pub fn home(&self) -> &'static str {
        match self.source {
            Source::Fred => "https://fred.stlouisfed.org",
            Source::PublicDebt { .. } => "https://api.fiscaldata.treasury.gov",
        }
    }

    /// The rest of the address, from a day on.
    pub fn path(&self, from: Date) -> String {
        match self.source {
            Source::Fred => format!("/graph/fredgraph.csv?id={}&cosd={from}", self.id),
            // More than one condition makes the service slow: the rows wanted are picked here.
            Source::PublicDebt { .. } => format!(
                "/services/api/fiscal_service/v1/debt/mspd/mspd_table_1?filter=record_date:gte:{from}\
                 &sort=record_date&page%5Bsize%5D=10000"
            ),
        }
    }
}

impl Unit {
    /// What a published value is multiplied with.
    pub fn factor(self) -> f64 {
        match self {
            Unit::Millions => 0.001,
            Unit::Billions | Unit::Percent | Unit::Index => 1.0,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Unit::Millions => "Millions",
            Unit::Billions => "Billions",
            Unit::Percent => "Percent",
            Unit::Index => "Index",
        }
    }
}

const fn fred(id: &'static str, unit: Unit, rhythm: Rhythm) -> Series {
    Series { id, source: Source::Fred, unit, rhythm, begins: None }
}

const fn public_debt(id: &'static str, security: &'static str, amount: &'static str) -> Series {
    let source = Source::PublicDebt { security, amount };
    Series { id, source, unit: Unit::Millions, rhythm: MonthEnds, begins: None }
}

const fn column(name: &'static str, series: Series, digits: Digits, range: (f64, f64)) -> Column {
    Column { name, series, digits, range, revised_by: None, late: false }
}

/// A column of the Fed's weekly balance sheet, release H.4.1.
const fn balance(name: &'static str, id: &'static str, range: (f64, f64)) -> Column {
    column(name, fred(id, Unit::Millions, Wednesdays), Digits::Fixed(3), range)
}

const fn rate(name: &'static str, id: &'static str, rhythm: Rhythm) -> Column {
    column(name, fred(id, Unit::Percent, rhythm), Digits::Fixed(2), (-5.0, 20.0))
}

const fn revised_by(limit: f64, column: Column) -> Column {
    Column { revised_by: Some(limit), ..column }
}

const fn since(begins: Date, column: Column) -> Column {
    Column { series: Series { begins: Some(begins), ..column.series }, ..column }
}

/// Before these days IOER and nothing.
const IORB_BEGINS: Date = date(2021, 7, 29);
const SOFR_BEGINS: Date = date(2018, 4, 3);

const TERM_PREMIUM: Column =
    column("threefytp10", fred("THREEFYTP10", Unit::Percent, WorkingDays), Digits::Fixed(4), (-5.0, 5.0));

pub const TABLES: [Table; 5] = [
    Table {
        file: "liquidity_weekly_2015_2025.csv",
        rhythm: Wednesdays,
        lag_days: 0,
        columns: &[
            balance("walcl_busd", "WALCL", (2_000.0, 20_000.0)),
            balance("wtregen_busd", "WTREGEN", (5.0, 4_000.0)),
            balance("wdtgal_busd", "WDTGAL", (5.0, 4_000.0)),
            column(
                "rrp_busd",
                fred("RRPONTSYD", Unit::Billions, WorkingDays),
                Digits::Fixed(3),
                (0.0, 5_000.0),
            ),
            balance("wresbal_busd", "WRESBAL", (500.0, 10_000.0)),
            balance("wrbwfrbl_busd", "WRBWFRBL", (500.0, 10_000.0)),
            column(
                "wcurcir_busd",
                fred("WCURCIR", Unit::Billions, Wednesdays),
                Digits::Fixed(3),
                (1_000.0, 6_000.0),
            ),
            balance("treast_busd", "TREAST", (1_000.0, 15_000.0)),
            balance("wshomcb_busd", "WSHOMCB", (500.0, 6_000.0)),
            since(SOFR_BEGINS, rate("sofr", "SOFR", WorkingDays)),
            rate("effr", "EFFR", WorkingDays),
            since(IORB_BEGINS, rate("iorb", "IORB", EveryDay)),
            rate("ff_upper", "DFEDTARU", EveryDay),
            rate("ff_lower", "DFEDTARL", EveryDay),
            rate("dgs10", "DGS10", WorkingDays),
            rate("dgs2", "DGS2", WorkingDays),
            rate("dfii10", "DFII10", WorkingDays),
            Column { late: true, ..revised_by(0.5, TERM_PREMIUM) },
            revised_by(
                0.5,
                column("nfci", fred("NFCI", Unit::Index, Fridays), Digits::Fixed(4), (-2.0, 6.0)),
            ),
        ],
    },
    Table {
        file: "commercial_banks_weekly_2015_2025.csv",
        rhythm: Wednesdays,
        lag_days: 0,
        columns: &[
            revised_by(
                500.0,
                column(
                    "total_assets_busd",
                    fred("TLAACBW027SBOG", Unit::Billions, Wednesdays),
                    Digits::Fixed(1),
                    (10_000.0, 60_000.0),
                ),
            ),
            revised_by(
                400.0,
                column(
                    "deposits_busd",
                    fred("DPSACBW027SBOG", Unit::Billions, Wednesdays),
                    Digits::Fixed(1),
                    (8_000.0, 50_000.0),
                ),
            ),
        ],
    },
    Table {
        file: "sofr_iorb_daily_2018_2025.csv",
        rhythm: WorkingDays,
        lag_days: 4,
        columns: &[
            Column { digits: Digits::AtMost(2), ..since(SOFR_BEGINS, rate("sofr_pct", "SOFR", WorkingDays)) },
            Column { digits: Digits::AtMost(2), ..since(IORB_BEGINS, rate("iorb_pct", "IORB", EveryDay)) },
        ],
    },
    Table {
        file: "repo_operations_daily_2015_2025.csv",
        rhythm: WorkingDays,
        lag_days: 4,
        columns: &[
            Column { digits: Digits::AtMost(2), ..rate("on_rrp_award_pct", "RRPONTSYAWARD", WorkingDays) },
            column(
                "repo_treasury_busd",
                fred("RPONTSYD", Unit::Billions, WorkingDays),
                Digits::AtMost(3),
                (0.0, 2_000.0),
            ),
        ],
    },
    Table {
        file: "treasury_debt_monthly_2014_2025.csv",
        rhythm: MonthEnds,
        lag_days: 0,
        columns: &[
            column(
                "bills_busd",
                public_debt("MSPD bills", "Marketable/Bills", "total_mil_amt"),
                Digits::Fixed(3),
                (500.0, 20_000.0),
            ),
            column(
                "bills_public_busd",
                public_debt("MSPD bills held by the public", "Marketable/Bills", "debt_held_public_mil_amt"),
                Digits::Fixed(3),
                (500.0, 20_000.0),
            ),
            column(
                "marketable_busd",
                public_debt("MSPD marketable", "Total Marketable/_", "total_mil_amt"),
                Digits::Fixed(3),
                (8_000.0, 90_000.0),
            ),
        ],
    },
];
