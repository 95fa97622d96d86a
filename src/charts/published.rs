//! What was published of reserves and the repo spread, thinned to one Wednesday a month.

/// The last Wednesday of each month that `data/reserves_to_bank_assets_sample.csv` holds: the date,
/// reserves over bank assets in % to a hundredth, and SOFR − IORB in whole bp (before July 29, 2021,
/// against the rate on excess reserves). The test reads the file again.
pub const PUBLISHED: [(&str, f64, f64); 35] = [
    ("2018-10-17", 15.07, -2.0),
    ("2018-11-14", 14.67, 0.0),
    ("2018-12-12", 14.07, 0.0),
    ("2019-01-16", 13.37, 3.0),
    ("2019-02-13", 13.21, -2.0),
    ("2019-03-13", 13.59, 0.0),
    ("2019-04-10", 12.96, 5.0),
    ("2019-05-15", 11.87, 13.0),
    ("2019-06-12", 12.46, 2.0),
    ("2019-07-10", 11.76, 11.0),
    ("2019-08-14", 12.10, 3.0),
    ("2019-09-18", 10.80, 45.0),
    ("2019-10-16", 11.33, 25.0),
    ("2019-11-13", 11.66, 2.0),
    ("2019-12-11", 12.41, -1.0),
    ("2023-06-14", 19.25, -10.0),
    ("2023-12-13", 20.39, -9.0),
    ("2024-03-13", 20.66, -9.0),
    ("2024-06-12", 19.66, -9.0),
    ("2024-09-11", 18.77, -8.0),
    ("2024-10-16", 18.02, -4.0),
    ("2024-11-13", 18.18, -6.0),
    ("2024-12-11", 18.27, -3.0),
    ("2025-01-15", 18.65, -12.0),
    ("2025-02-12", 17.96, -8.0),
    ("2025-03-12", 18.89, -9.0),
    ("2025-04-16", 19.09, -9.0),
    ("2025-05-14", 17.85, -11.0),
    ("2025-06-11", 18.71, -12.0),
    ("2025-07-23", 18.38, -12.0),
    ("2025-08-20", 18.10, -9.0),
    ("2025-09-24", 16.30, -2.0),
    ("2025-10-29", 15.43, 12.0),
    ("2025-11-26", 15.61, 15.0),
    ("2025-12-24", 15.85, 1.0),
];

/// The reserve-demand curve is fitted on what was published from this day on.
pub const FITTED_FROM: &str = "2023-01-01";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_points_are_those_of_the_file() {
        let file = include_str!("../../data/reserves_to_bank_assets_sample.csv");
        let mut months: Vec<(&str, f64, f64)> = Vec::new();
        for line in file.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            let number = |i: usize| fields[i].parse::<f64>().unwrap();
            let ratio = number(1) / number(2) * 100.0;
            let spread = (number(3) - number(4)) * 100.0;
            // Dates are in order: a later one of the same month takes the place of the one before.
            if months.last().is_some_and(|last| last.0[..7] == fields[0][..7]) {
                months.pop();
            }
            months.push((fields[0], (ratio * 100.0).round() / 100.0, spread.round()));
        }
        assert_eq!(months, PUBLISHED);
    }
}
