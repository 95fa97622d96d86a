//! Whether the published tables that were fetched are those that this engine was built with. A number
//! that went wrong on its way, or a table of another version, would give answers like any other.

/// Each of the tables is summed up when the engine is built; nothing else of them goes into it.
#[allow(long_running_const_eval, reason = "some hundred thousand signs")]
const SUMS: [u64; 3] = [
    sum(include_bytes!("../../data/liquidity_weekly_2015_2025.csv")),
    sum(include_bytes!("../../data/commercial_banks_weekly_2015_2025.csv")),
    sum(include_bytes!("../../data/treasury_debt_monthly_2014_2025.csv")),
];

/// FNV-1a, but for the ends of lines, which some hosts and copies write in their own way.
const fn sum(text: &[u8]) -> u64 {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    let mut at = 0;
    while at < text.len() {
        if text[at] != b'\r' {
            sum = (sum ^ text[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
        }
        at += 1;
    }
    sum
}

/// Whether these are the tables, the weekly one first.
pub fn are_ours(tables: [&str; 3]) -> bool {
    tables.map(|text| sum(text.trim_start_matches('\u{feff}').as_bytes())) == SUMS
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: [&str; 3] = [
        include_str!("../../data/liquidity_weekly_2015_2025.csv"),
        include_str!("../../data/commercial_banks_weekly_2015_2025.csv"),
        include_str!("../../data/treasury_debt_monthly_2014_2025.csv"),
    ];

    #[test]
    fn ends_of_lines_are_a_hosts_own_and_a_digit_is_not() {
        assert!(are_ours(OURS));
        let [weekly, banks, bills] = OURS;
        assert!(are_ours([&format!("\u{feff}{}", weekly.replace('\n', "\r\n")), banks, bills]));
        assert!(!are_ours([&weekly.replacen("4499.524", "4499.525", 1), banks, bills]));
        assert!(!are_ours([weekly, bills, banks]));
        assert!(!are_ours([weekly, banks, &bills[..bills.len() - 2]]));
    }
}
