//! Calendar dates, without a clock or a time zone.

use std::fmt;

/// A day of the Gregorian calendar in the years 0000 to 9999.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Days since 1970-01-01.
    days: i32,
}

impl Date {
    /// The first day: 0000-01-01.
    pub const MIN: Date = Date { days: -719_528 };
    /// The last day: 9999-12-31.
    pub const MAX: Date = Date { days: 2_932_896 };

    /// A day by year (0 to 9999), month (1 to 12) and day of the month (from 1); none where the
    /// calendar has no such day.
    pub const fn new(year: i32, month: i32, day: i32) -> Option<Self> {
        if year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
            return None;
        }
        // Years that begin in March put the leap day last.
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let of_era = shifted.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let date =
            Date { days: era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468 };
        // A day beyond its month's end has run into the next month.
        if date.day() == day { Some(date) } else { None }
    }

    /// Reads `2026-08-19`: ten characters, no sign, no space, nothing around it; none for anything
    /// else.
    pub const fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
        match (pair(*y1, *y2), pair(*y3, *y4), pair(*m1, *m2), pair(*d1, *d2)) {
            (Some(century), Some(year), Some(month), Some(day)) => {
                Date::new(100 * century + year, month, day)
            }
            _ => None,
        }
    }

    /// The day that lies `days` after 1970-01-01; beyond [`Date::MIN`] and [`Date::MAX`] the
    /// nearest of the two.
    pub const fn from_days(days: i32) -> Self {
        if days < Date::MIN.days {
            Date::MIN
        } else if days > Date::MAX.days {
            Date::MAX
        } else {
            Date { days }
        }
    }

    /// Days since 1970-01-01.
    pub const fn days(self) -> i32 {
        self.days
    }

    /// The year, 0 to 9999.
    pub const fn year(self) -> i32 {
        self.parts().0
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> i32 {
        self.parts().1
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> i32 {
        self.parts().2
    }

    /// Year, month and day of the month.
    pub const fn parts(self) -> (i32, i32, i32) {
        let days = self.days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        (year + era * 400 + if month <= 2 { 1 } else { 0 }, month, day)
    }

    /// Whether the next day is another month's.
    pub const fn ends_month(self) -> bool {
        Date { days: self.days + 1 }.day() == 1
    }

    /// The Wednesday on this day or the last before it.
    pub const fn wednesday(self) -> Date {
        // The first of January 1970 was a Thursday.
        Date { days: self.days - (self.days + 1).rem_euclid(7) }
    }

    /// Whether the day is a Wednesday, on which balance sheets are drawn up.
    pub const fn is_wednesday(self) -> bool {
        self.wednesday().days == self.days
    }

    /// The same weekday some weeks later.
    #[must_use]
    pub const fn plus_weeks(self, weeks: usize) -> Self {
        let most = (Date::MAX.days - self.days) as usize / 7;
        Date { days: self.days + 7 * (if weeks < most { weeks } else { most }) as i32 }
    }

    /// The day as `2026-08-19`. Works without the machinery of formats, which programs for
    /// browsers leave out.
    pub fn iso(self) -> String {
        let (year, month, day) = self.parts();
        let mut text = String::with_capacity(10);
        let mut put = |number: i32, sign: Option<char>| {
            text.extend(sign);
            text.extend([number / 10, number % 10].map(|digit| char::from(b'0' + digit as u8)));
        };
        put(year / 100, None);
        put(year % 100, None);
        put(month, Some('-'));
        put(day, Some('-'));
        text
    }
}

/// Two digits as a number.
const fn pair(tens: u8, ones: u8) -> Option<i32> {
    if tens.is_ascii_digit() && ones.is_ascii_digit() {
        Some(10 * (tens - b'0') as i32 + (ones - b'0') as i32)
    } else {
        None
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.iso())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every day of three centuries, against a calendar of another hand.
    #[test]
    fn every_day_from_1900_to_2200_is_the_day_of_another_calendar() {
        let first = jiff::civil::date(1900, 1, 1);
        let last = jiff::civil::date(2200, 12, 31);
        let epoch = jiff::civil::date(1970, 1, 1);
        let mut counted = 0;
        for theirs in first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last) {
            let text = theirs.to_string();
            let ours = Date::parse(&text).unwrap_or_else(|| panic!("{text} is read"));
            assert_eq!(ours.to_string(), text);
            let days = epoch.until(theirs).expect("both are near").get_days();
            assert_eq!((ours.days(), Date::from_days(days)), (days, ours), "{text}");
            let parts = (i32::from(theirs.year()), i32::from(theirs.month()), i32::from(theirs.day()));
            assert_eq!((ours.parts(), Date::new(parts.0, parts.1, parts.2)), (parts, Some(ours)));
            assert_eq!(ours.ends_month(), theirs == theirs.last_of_month(), "{text}");
            counted += 1;
        }
        assert_eq!(counted, 109_938);
    }

    #[test]
    fn what_is_no_day_is_refused() {
        let texts = [
            "",
            "2026",
            "2026-02-29",
            "1900-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-06-31",
            "19 August",
            "2026-08-19x",
            " 2026-08-19",
            "2026-8-19",
            "+026-08-19",
            "2026-08-1 ",
            "2026/08/19",
            "20260819",
            "2026-08-19T00:00",
            "２026-08-1",
        ];
        for text in texts {
            assert_eq!(Date::parse(text), None, "{text:?}");
        }
        assert_eq!((Date::new(10_000, 1, 1), Date::new(-1, 1, 1)), (None, None));
    }

    #[test]
    fn weeks_cross_months_and_years_and_stop_at_the_last() {
        let start = Date::parse("2026-08-19").unwrap();
        assert_eq!(start.plus_weeks(52), Date::parse("2027-08-18").unwrap());
        assert_eq!(start.plus_weeks(104).parts(), (2028, 8, 16));
        assert!(Date::MAX.days() - start.plus_weeks(usize::MAX).days() < 7);
    }

    #[test]
    fn the_range_is_that_of_four_digits() {
        assert_eq!(
            (Date::MIN.to_string(), Date::MAX.to_string()),
            ("0000-01-01".into(), "9999-12-31".into())
        );
        assert_eq!((Date::from_days(i32::MIN), Date::from_days(i32::MAX)), (Date::MIN, Date::MAX));
    }
}
