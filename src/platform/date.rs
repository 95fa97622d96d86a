//! Calendar dates without a clock or a time zone.

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Days since 1970-01-01.
    days: i32,
}

/// How a date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateStyle {
    /// August 19, 2026.
    Long,
    /// Aug 2026.
    Month,
}

impl Date {
    /// Reads `2026-08-19`; none for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-').map(|part| part.parse::<i32>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let date = Date::new(year, month, day);
        (date.parts() == (year, month, day)).then_some(date)
    }

    /// A date from its parts; days beyond a month's end run into the next.
    pub fn new(year: i32, month: i32, day: i32) -> Self {
        // Years that begin in March put the leap day last.
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Date { days: era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468 }
    }

    /// A day by its distance from 1970-01-01.
    pub const fn from_days(days: i32) -> Self {
        Date { days }
    }

    /// Year, month and day.
    pub fn parts(self) -> (i32, i32, i32) {
        let days = self.days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        (year + era * 400 + i32::from(month <= 2), month, day)
    }

    /// The same weekday some weeks later.
    #[must_use]
    pub fn plus_weeks(self, weeks: usize) -> Self {
        Date { days: self.days + 7 * weeks as i32 }
    }

    /// Milliseconds from 1970-01-01 to this day at noon, where no time zone changes the day.
    pub fn noon(self) -> f64 {
        f64::from(self.days) * 86_400_000.0 + 43_200_000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_taken_apart() {
        for text in ["1970-01-01", "2000-02-29", "2015-01-07", "2026-08-19", "2100-03-01"] {
            let (year, month, day) = Date::parse(text).unwrap().parts();
            assert_eq!(format!("{year}-{month:02}-{day:02}"), text);
        }
        assert_eq!(Date::parse("1970-01-01").unwrap().days, 0);
        for wrong in ["", "2026", "2026-02-29", "2026-13-01", "19 August", "2026-08-19x"] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn weeks_cross_months_and_years() {
        let start = Date::parse("2026-08-19").unwrap();
        assert_eq!(start.plus_weeks(52), Date::parse("2027-08-18").unwrap());
        assert_eq!(start.plus_weeks(104).parts(), (2028, 8, 16));
    }
}
