//! Counting tests from what the test programs print.

use std::ops::AddAssign;

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
    pub skipped: usize,
}

impl Tally {
    pub const PASS: Self = Self { passed: 1, failed: 0, skipped: 0 };
    pub const FAIL: Self = Self { passed: 0, failed: 1, skipped: 0 };
    pub const SKIP: Self = Self { passed: 0, failed: 0, skipped: 1 };

    /// The line a run ends with.
    pub fn line(&self) -> String {
        let mut line = format!("{} passed, {} failed", self.passed, self.failed);
        if self.skipped > 0 {
            line.push_str(&format!(", {} skipped", self.skipped));
        }
        line
    }

    /// A program that ends badly without counting a failure has failed once: it did not compile,
    /// or it crashed.
    pub fn with_exit(mut self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Counts `test result: ok. 3 passed; 0 failed; 1 ignored; …`, of which there is one a test
/// program.
pub fn cargo_line(line: &str) -> Option<Tally> {
    let results = line.trim().strip_prefix("test result: ")?.split_once(". ")?.1;
    let count =
        |what: &str| results.split("; ").find_map(|count| count.strip_suffix(what)?.trim().parse().ok());
    Some(Tally { passed: count(" passed")?, failed: count(" failed")?, skipped: count(" ignored")? })
}

/// Counts the summary that node's TAP reporter ends with: `# pass 3`.
pub fn node_summary(tap: &str) -> Tally {
    let count = |what: &str| -> usize {
        let start = format!("# {what} ");
        tap.lines().rev().find_map(|line| line.strip_prefix(&start)?.trim().parse().ok()).unwrap_or(0)
    };
    Tally {
        passed: count("pass"),
        failed: count("fail") + count("cancelled"),
        skipped: count("skipped") + count("todo"),
    }
}

/// Names of the tests that failed in the output of node's TAP reporter; suites are none.
pub fn node_failures(tap: &str) -> Vec<String> {
    let lines: Vec<&str> = tap.lines().map(str::trim_start).collect();
    let is_suite = |at: usize| {
        lines[at..].iter().take_while(|line| **line != "...").any(|line| *line == "type: 'suite'")
    };
    let name = |line: &str| {
        let name = line.strip_prefix("not ok ")?.split_once(" - ")?.1;
        let name = name.strip_suffix(" # TODO").unwrap_or(name);
        Some(name.replace("\\#", "#").replace("\\\\", "\\"))
    };
    (0..lines.len()).filter(|&at| !is_suite(at)).filter_map(|at| name(lines[at])).collect()
}

/// Counts plain TAP: `ok …`, `not ok …`, and `ok … # SKIP reason`.
pub fn tap_line(line: &str) -> Option<Tally> {
    let rest = |start: &str| line.strip_prefix(start).filter(|rest| rest.is_empty() || rest.starts_with(' '));
    let skipped = line.to_ascii_uppercase().contains("# SKIP");
    match (rest("ok"), rest("not ok")) {
        (Some(_), _) if skipped => Some(Tally::SKIP),
        (Some(_), _) => Some(Tally::PASS),
        (_, Some(_)) => Some(Tally::FAIL),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(passed: usize, failed: usize, skipped: usize) -> Tally {
        Tally { passed, failed, skipped }
    }

    #[test]
    fn the_line_a_run_ends_with() {
        assert_eq!(tally(3, 0, 0).line(), "3 passed, 0 failed");
        assert_eq!(tally(3, 1, 2).line(), "3 passed, 1 failed, 2 skipped");
    }

    #[test]
    fn cargo_results_are_counted() {
        let line = "test result: FAILED. 12 passed; 1 failed; 2 ignored; 0 measured; 0 filtered \
                    out; finished in 0.01s";
        assert_eq!(cargo_line(line), Some(tally(12, 1, 2)));
        assert_eq!(cargo_line("test a::b ... ok"), None);
        assert_eq!(cargo_line("test result: odd"), None);
    }

    #[test]
    fn node_results_are_counted() {
        let tap = "ok 1 - # pass 9\n# tests 7\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 2\n";
        assert_eq!(node_summary(tap), tally(3, 2, 2));
        assert_eq!(node_summary(""), Tally::default());
    }

    #[test]
    fn names_of_failed_tests_are_read() {
        let tap = "    not ok 1 - starts \\#1\n      ---\n      type: 'test'\n      ...\n\
                   ok 2 - stops\n  ---\n  type: 'test'\n  ...\n\
                   not ok 3 - chromium\n  ---\n  type: 'suite'\n  ...\n";
        assert_eq!(node_failures(tap), ["starts #1"]);
        assert!(node_failures("").is_empty());
    }

    #[test]
    fn tap_results_are_counted() {
        assert_eq!(tap_line("ok 1 - level"), Some(Tally::PASS));
        assert_eq!(tap_line("not ok 2 - level"), Some(Tally::FAIL));
        assert_eq!(tap_line("ok 3 # skip no engine"), Some(Tally::SKIP));
        assert_eq!(tap_line("okay"), None);
    }

    #[test]
    fn a_program_that_crashes_has_failed() {
        assert_eq!(tally(0, 0, 0).with_exit(false), Tally::FAIL);
        assert_eq!(tally(2, 1, 0).with_exit(false), tally(2, 1, 0));
        assert_eq!(tally(2, 0, 0).with_exit(true), tally(2, 0, 0));
    }
}
