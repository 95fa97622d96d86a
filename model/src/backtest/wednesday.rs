//! A start on any Wednesday of the published weeks.

use super::{
    BILL_PURCHASES, EARLIER_BILL_PURCHASES, Observation, Published, PublishedWeeks, STANDING_REPO, floor_on,
};
use crate::parameters::ParameterId as P;
use crate::start::{STARTS, Start};
use crate::{Date, Error, shapes};

/// Weeks over which the policy in force is measured, and the growth of bank assets.
const QUARTER: usize = 13;
const YEAR: usize = 52;

/// How far apart the falls of the Fed's assets and of its securities are when loans to banks, given
/// or paid back, hide its policy, $bn a month: 97 in the spring of 2023, 23 at the end of 2025.
const HIDDEN: f64 = 40.0;

/// How much faster than the lever the Fed may have bought for a start to be had at the lever's end:
/// in 2021 it was up to a quarter.
const BEYOND: f64 = 1.3;

/// The start of a row of the weeks as a backtest needs it: what the row has is published, the rest
/// is that of `like`.
pub(super) fn sheet_of(
    published: &PublishedWeeks,
    at: usize,
    bank_assets: f64,
    like: &Start,
) -> Result<Start, Error> {
    let row = &published.rows()[at];
    let need = |value: Option<f64>, column: &str| {
        value.ok_or_else(|| {
            let reason = format!("{column} is blank on the first day, {}", row.date);
            published.fault(Some(row), reason, "begin with another week")
        })
    };
    Ok(Start {
        date: "",
        fed_assets: need(row.fed_assets, "walcl_busd")?,
        reserves: need(row.reserves, "wrbwfrbl_busd")?,
        on_rrp: need(row.on_rrp, "rrp_busd")?,
        tga: need(row.tga, "wdtgal_busd")?,
        currency: need(row.currency, "wcurcir_busd")?,
        bank_assets,
        iorb: need(row.iorb, "iorb")?,
        ten_year: row.ten_year.unwrap_or(like.ten_year),
        spread: published.recent_spread(at),
        floor: floor_on(row.date),
        standing_repo: row.date >= STANDING_REPO,
        ..*like
    })
}

/// As finely as the tables have it.
fn thousandths(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0 + 0.0
}

/// Whether the Fed's purchases on a day were bills.
fn buys_bills(date: Date) -> bool {
    let [from, to] = EARLIER_BILL_PURCHASES;
    date >= BILL_PURCHASES || (from..to).contains(&date)
}

/// The value at its row's nearest end where it is little beyond; far beyond it stays, and is refused.
fn held(id: P, value: f64) -> f64 {
    let row = id.row();
    let near = (BEYOND * row.min..=BEYOND * row.max).contains(&value);
    if near { row.clamp(value) + 0.0 } else { value }
}

impl Published<'_> {
    /// Total assets of commercial banks in a week, $bn.
    pub(super) fn bank_assets(&self, row: &Observation) -> f64 {
        row.bank_assets.unwrap_or_else(|| self.banks.at(row.date))
    }

    /// The start of a Wednesday. A curated one is as it stands in [`STARTS`]. Of another the balance
    /// sheet, rates, bills, the policy in force and the growth of bank assets come from the weeks;
    /// both are held within their lever's range, which growth left by less than a point in 2022 and
    /// 2023 and purchases by up to a quarter in 2021; growth in the table's first year is that of this
    /// year. Capital spending, cash flow,
    /// the tank, market values and what else no table has are those of the nearest curated start,
    /// which [`Start::nearest`] names.
    ///
    /// # Errors
    /// [`Error::UnknownStart`] for a day without a row, [`Error::StartOutOfRange`] where the Fed bought or
    /// sold far more in a month than the lever holds (March 18 to July 15, 2020), [`Error::BadData`] for a blank.
    pub fn start(&self, date: Date) -> Result<Start, Error> {
        if let Ok(start) = Start::from_date(&date.to_string()) {
            return Ok(*start);
        }
        let rows = self.weeks.rows();
        let unknown = || Error::UnknownStart { date: date.to_string() };
        let at = rows.binary_search_by_key(&date, |row| row.date).map_err(|_| unknown())?;
        let away = |start: &&Start| (start.day().days() - date.days()).abs();
        let nearest = STARTS.iter().min_by_key(away).ok_or_else(unknown)?;
        let sheet = sheet_of(self.weeks, at, self.bank_assets(&rows[at]), nearest)?;
        let start = Start {
            date: date.to_string().leak(),
            nearest: Some(nearest.date),
            bills: thousandths(rows[at].bills.unwrap_or_else(|| self.bills.at(date))),
            bank_assets: thousandths(sheet.bank_assets),
            spread: thousandths(sheet.spread),
            runoff: held(P::Runoff, self.policy(at).round()),
            purchase_coupon_share: f64::from(u8::from(!buys_bills(date))),
            bank_assets_growth: P::BankAssetsGrowth.row().clamp((self.growth(at) * 10.0).round() / 10.0),
            ..sheet
        };
        start.check().map(|()| start).map_err(|error| match error {
            Error::OutOfRange { key, value, min, max, unit } => {
                Error::StartOutOfRange { date: date.to_string(), key, value, min, max, unit }
            }
            other => other,
        })
    }

    /// The policy in force in a week: fall of the Fed's assets over the thirteen weeks before, or
    /// of its securities where loans to banks hid it, $bn a month.
    fn policy(&self, at: usize) -> f64 {
        let before = at.saturating_sub(QUARTER);
        let (old, new) = (&self.weeks.rows()[before], &self.weeks.rows()[at]);
        let fall = |value: fn(&Observation) -> Option<f64>| {
            let months = (at - before) as f64 * shapes::MONTHS / shapes::YEAR;
            (at > before).then(|| Some((value(old)? - value(new)?) / months))?
        };
        let assets = fall(|row| row.fed_assets).unwrap_or(0.0);
        // Before May 2021 the table has Treasuries alone: part of the securities, with their sign.
        let securities = fall(Observation::securities).or_else(|| fall(|row| row.treasuries));
        let securities = securities.unwrap_or(assets);
        if (securities - assets).abs() > HIDDEN { securities } else { assets }
    }

    /// Growth of bank assets other than reserves over the 52 weeks before a week, or over the first
    /// 52 weeks where there are not as many, %.
    fn growth(&self, at: usize) -> f64 {
        let rows = self.weeks.rows();
        let new = at.max(YEAR).min(rows.len() - 1);
        let other = |row: &Observation| self.bank_assets(row) - row.reserves.unwrap_or(0.0);
        let (old, new) = (&rows[new.saturating_sub(YEAR)], &rows[new]);
        (other(new) / other(old) - 1.0) * 100.0
    }
}
