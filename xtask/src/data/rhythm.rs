//! On which days something is published.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// Days of mourning on which markets and the desk of the New York Fed were closed.
const CLOSED: [Date; 1] = [date(2018, 12, 5)];

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rhythm {
    Wednesdays,
    Fridays,
    /// Monday to Friday, holidays of the bond market left out.
    WorkingDays,
    EveryDay,
    MonthEnds,
}

impl Rhythm {
    /// Whether something may be published for this day. Of a holiday some series have a value.
    pub fn allows(self, day: Date) -> bool {
        match self {
            Rhythm::Wednesdays => day.weekday() == Weekday::Wednesday,
            Rhythm::Fridays => day.weekday() == Weekday::Friday,
            Rhythm::WorkingDays => is_weekday(day),
            Rhythm::EveryDay => true,
            Rhythm::MonthEnds => day == day.last_of_month(),
        }
    }

    /// The first day after this one for which there must be a value.
    pub fn next(self, day: Date) -> Date {
        match self {
            Rhythm::Wednesdays | Rhythm::Fridays => day + 7.days(),
            Rhythm::EveryDay => day + 1.day(),
            Rhythm::MonthEnds => (day + 1.day()).last_of_month(),
            Rhythm::WorkingDays => {
                let mut next = day + 1.day();
                while !is_working_day(next) {
                    next += 1.day();
                }
                next
            }
        }
    }

    /// In words, for a row that this rhythm does not allow.
    pub fn expected(self) -> &'static str {
        match self {
            Rhythm::Wednesdays => "a Wednesday",
            Rhythm::Fridays => "a Friday",
            Rhythm::WorkingDays => "a working day",
            Rhythm::EveryDay => "a day",
            Rhythm::MonthEnds => "the last day of a month",
        }
    }
}

fn is_weekday(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Whether the bond market is open. The Friday before a holiday on a Saturday counts as closed:
/// it is in some years.
pub fn is_working_day(day: Date) -> bool {
    is_weekday(day) && !CLOSED.contains(&day) && !holidays(day.year()).contains(&day)
}

/// Days of a year on which the bond market is, or may be, closed.
fn holidays(year: i16) -> [Date; 12] {
    let observed = |day: Date| match day.weekday() {
        Weekday::Saturday => day - 1.day(),
        Weekday::Sunday => day + 1.day(),
        _ => day,
    };
    let nth = |month: i8, nth: i8, weekday: Weekday| {
        date(year, month, 1).nth_weekday_of_month(nth, weekday).expect("every month has it")
    };
    // A New Year's Day on a Saturday leaves the last working day of the year before open.
    let new_year = date(year, 1, 1);
    [
        if new_year.weekday() == Weekday::Sunday { date(year, 1, 2) } else { new_year },
        nth(1, 3, Weekday::Monday),
        nth(2, 3, Weekday::Monday),
        easter(year) - 2.days(),
        nth(5, -1, Weekday::Monday),
        observed(date(year, 6, 19)),
        observed(date(year, 7, 4)),
        nth(9, 1, Weekday::Monday),
        nth(10, 2, Weekday::Monday),
        observed(date(year, 11, 11)),
        nth(11, 4, Weekday::Thursday),
        observed(date(year, 12, 25)),
    ]
}

/// Easter Sunday, by the rule for the Gregorian calendar as Meeus, Jones and Butcher give it.
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (golden, century, in_century) = (y % 19, y / 100, y % 100);
    let corrected = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - corrected + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    date(year, i8::try_from(days / 31).expect("3 or 4"), i8::try_from(days % 31 + 1).expect("1 to 31"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(file: &str) -> Vec<Date> {
        let path = crate::project::root().join("data").join(file);
        let text = std::fs::read_to_string(path).unwrap();
        text.lines().skip(1).map(|line| line[..10].parse().unwrap()).collect()
    }

    #[test]
    fn sofr_has_been_published_on_every_working_day() {
        let published = dates("sofr_iorb_daily_2018_2025.csv");
        let mut day = published[0];
        while day < *published.last().unwrap() {
            if is_working_day(day) {
                assert!(published.contains(&day), "{day}");
            } else if published.contains(&day) {
                // Juneteenth was no holiday before 2021; the others are Fridays that may be closed.
                assert!(
                    is_weekday(day) && (day.month(), day.day()) <= (6, 19)
                        || day.weekday() == Weekday::Friday
                );
            }
            day += 1.day();
        }
    }

    #[test]
    fn good_fridays_are_those_of_the_calendar() {
        for friday in [date(2024, 3, 29), date(2025, 4, 18), date(2026, 4, 3), date(2027, 3, 26)] {
            assert!(!is_working_day(friday) && is_working_day(friday - 1.day()), "{friday}");
        }
    }

    #[test]
    fn the_next_day_is_the_next_that_must_have_a_value() {
        assert_eq!(Rhythm::WorkingDays.next(date(2025, 12, 31)), date(2026, 1, 2));
        assert_eq!(Rhythm::WorkingDays.next(date(2026, 1, 2)), date(2026, 1, 5));
        assert_eq!(Rhythm::MonthEnds.next(date(2026, 1, 31)), date(2026, 2, 28));
        assert_eq!(Rhythm::Wednesdays.next(date(2025, 12, 31)), date(2026, 1, 7));
        assert!(!Rhythm::Wednesdays.allows(date(2026, 1, 8)) && !Rhythm::MonthEnds.allows(date(2026, 1, 30)));
    }
}
