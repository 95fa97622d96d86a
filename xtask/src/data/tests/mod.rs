//! The whole task against publishers on this machine, on the last rows of what is held.

mod publishers;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::civil::date;

use super::*;
use publishers::{Answer, Publishers, Server};

/// Rows of each table that a test begins with.
const ROWS: usize = 40;

const TODAY: Date = date(2026, 1, 9);

/// A folder of tables, gone with the test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("bathtub-data-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = Folder(std::env::temp_dir().join(name));
        std::fs::create_dir_all(folder.path()).unwrap();
        for table in &TABLES {
            let text = std::fs::read_to_string(project::root().join("data").join(table.file)).unwrap();
            let lines: Vec<&str> = text.lines().collect();
            // The fixtures follow the week before 2026, however far the project's own tables go.
            let end = lines.iter().rposition(|line| *line < "2026").unwrap() + 1;
            let rows = [&lines[..1], &lines[end - ROWS..end]].concat();
            std::fs::write(folder.path().join(table.file), rows.join("\n") + "\n").unwrap();
        }
        std::fs::write(folder.path().join(store::RETRIEVED), "before\n").unwrap();
        folder
    }

    fn path(&self) -> PathBuf {
        self.0.join("data")
    }

    /// Every file, also those beside the tables.
    fn files(&self) -> BTreeMap<PathBuf, String> {
        let beside = std::fs::read_dir(&self.0).unwrap();
        let inside = std::fs::read_dir(self.path()).unwrap();
        let paths = beside.chain(inside).map(|entry| entry.unwrap().path());
        paths.map(|path| (path.clone(), std::fs::read_to_string(path).unwrap_or_default())).collect()
    }

    fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.path().join(file)).unwrap()
    }

    fn update(&self, publishers: &Publishers, check: bool) -> Result<String> {
        let server = Server::start(publishers.clone());
        update(&Data { check, base: Some(server.base()) }, &self.path(), TODAY)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

const NEW_WEEK: &str = "2026-01-07,6573.604,850.222,826.117,6.155,2961.805,3011.220,2438.915,4233.560,\
                        2039.001,3.64,3.64,3.65,3.75,3.50,4.15,3.47,1.89,,-0.5410\n";
const NEW_DAYS: &str = "2026-01-02,3.75,3.65\n2026-01-05,3.7,3.65\n2026-01-06,3.66,3.65\n2026-01-07,3.64,3.65\n2026-01-08,3.64,3.65\n";
const NEW_OPERATIONS: &str =
    "2026-01-02,3.5,0\n2026-01-05,3.5,0.002\n2026-01-06,3.5,0\n2026-01-07,3.5,1.25\n2026-01-08,3.5,0.001\n";

#[test]
fn a_new_week_is_added_and_nothing_else() {
    let folder = Folder::new();
    let publishers = Publishers::new(&folder.path());
    let before = |table: usize| folder.text(TABLES[table].file);
    let expected =
        [before(0) + NEW_WEEK, before(1), before(2) + NEW_DAYS, before(3) + NEW_OPERATIONS, before(4)];
    let difference = folder.update(&publishers, false).unwrap();
    for (table, expected) in TABLES.iter().zip(expected) {
        assert_eq!(folder.text(table.file), expected, "{}", table.file);
    }
    assert!(difference.contains("1 new row: 2026-01-07."), "{difference}");
    assert!(difference.contains(&format!("| {} |", NEW_WEEK.trim_end().replace(',', " | "))), "{difference}");
    assert!(difference.contains("5 new rows: 2026-01-02 to 2026-01-08."), "{difference}");
    assert!(difference.contains("Unchanged in the 40 rows held: all columns."), "{difference}");
    assert!(
        difference.contains("- treasury_debt_monthly_2014_2025.csv: 40 rows, to 2025-12-31"),
        "{difference}"
    );
    let retrieved = folder.text(store::RETRIEVED);
    assert!(retrieved.contains("as published on 2026-01-09"), "{retrieved}");
    let range = store::range(TABLES[0].file, date(2025, 4, 2), date(2026, 1, 7));
    assert!(retrieved.contains(&range), "{retrieved}");
    // Once more: nothing is left to do.
    let after = folder.files();
    let difference = folder.update(&publishers, false).unwrap();
    assert!(!difference.contains("new row"), "{difference}");
    assert_eq!(folder.files(), after);
}

#[test]
fn a_check_writes_nothing() {
    let folder = Folder::new();
    let before = folder.files();
    let difference = folder.update(&Publishers::new(&folder.path()), true).unwrap();
    assert!(difference.contains("1 new row: 2026-01-07."));
    assert_eq!(folder.files(), before);
}

#[test]
fn tables_are_replaced_all_or_none() {
    let folder = Folder::new();
    // No file can take the place of a folder, and this one's turn comes last.
    std::fs::remove_file(folder.path().join(store::RETRIEVED)).unwrap();
    std::fs::create_dir(folder.path().join(store::RETRIEVED)).unwrap();
    let before = folder.files();
    let said = folder.update(&Publishers::new(&folder.path()), false).unwrap_err().to_string();
    assert!(said.contains("RETRIEVED.md cannot be replaced"), "{said}");
    assert_eq!(folder.files(), before);
}

#[test]
fn revisions_of_what_is_revised_and_late_values_are_shown_and_written() {
    let folder = Folder::new();
    let mut publishers = Publishers::new(&folder.path());
    folder.update(&publishers, false).unwrap();
    publishers.set("DPSACBW027SBOG", date(2025, 12, 31), "18590.2431");
    publishers.set("THREEFYTP10", date(2026, 1, 7), "0.5612");
    let difference = folder.update(&publishers, false).unwrap();
    assert!(
        difference.contains("`deposits_busd`: 1 changed value of 40 held, by at most 2.5."),
        "{difference}"
    );
    assert!(difference.contains("| 2025-12-31 | 18587.7 | 18590.2 |"), "{difference}");
    assert!(difference.contains("| 2026-01-07 | blank | 0.5612 |"), "{difference}");
    assert!(folder.text(TABLES[1].file).ends_with("\n2025-12-31,24683.2,18590.2\n"));
    assert!(folder.text(TABLES[0].file).ends_with(&NEW_WEEK.replace(",,", ",0.5612,")));
}

/// The sentence that stops the task, after which every file is as before.
fn stopped(broken: impl FnOnce(&mut Publishers)) -> String {
    let folder = Folder::new();
    let mut publishers = Publishers::new(&folder.path());
    broken(&mut publishers);
    let before = folder.files();
    let said = format!("{:#}", folder.update(&publishers, false).unwrap_err());
    assert_eq!(folder.files(), before, "{said}");
    assert!(!said.contains('\n') && said.contains("; "), "not a sentence with a remedy: {said}");
    said
}

fn instead(id: &str, status: &'static str, body: &str) -> impl FnOnce(&mut Publishers) {
    let answer = Answer { status, body: body.to_owned(), claimed: None };
    let id = id.to_owned();
    move |publishers| drop(publishers.instead.insert(id, answer))
}

#[track_caller]
fn assert_begins(said: &str, beginning: &str) {
    assert!(said.starts_with(beginning), "{said}");
}

#[test]
fn another_unit_stops_it() {
    let times = |id: &'static str, factor: f64| {
        move |publishers: &mut Publishers| {
            for published in publishers.series.get_mut(id).unwrap().values_mut() {
                *published = (published.parse::<f64>().unwrap() * factor).to_string();
            }
        }
    };
    let said = stopped(times("WALCL", 0.001));
    assert_begins(&said, "WALCL of FRED, row 20");
    assert!(
        said.contains("so that its unit is not Millions; change its unit in xtask/src/data/sources.rs"),
        "{said}"
    );
    assert_begins(&stopped(times("TLAACBW027SBOG", 1000.0)), "TLAACBW027SBOG of FRED, row 20");
    assert_begins(&stopped(times("RRPONTSYD", 1000.0)), "RRPONTSYD of FRED, row 20");
    assert_begins(&stopped(times("MSPD marketable", 0.001)), "MSPD marketable of the Treasury, row 20");
    assert!(stopped(times("DGS10", 100.0)).contains("its unit is not Percent"));
}

#[test]
fn another_unit_of_the_new_row_alone_stops_it() {
    let said = stopped(|publishers| publishers.set("WDTGAL", date(2026, 1, 7), "826.117"));
    assert_begins(
        &said,
        "WDTGAL of FRED, row 2026-01-07: 0.826117 is published, and wdtgal_busd lies between 5 and",
    );
}

#[test]
fn a_missing_day_stops_it() {
    let said = stopped(|publishers| publishers.remove("SOFR", date(2026, 1, 6)));
    assert_begins(
        &said,
        "SOFR of FRED, row 2026-01-06: it has no value for sofr_pct; try again later, or name the day",
    );
    let said = stopped(|publishers| publishers.set("EFFR", date(2026, 1, 7), "."));
    assert_begins(&said, "EFFR of FRED, row 2026-01-07: it has no value for effr;");
    let said = stopped(|publishers| publishers.remove("WRBWFRBL", date(2026, 1, 7)));
    assert_begins(&said, "WRBWFRBL of FRED, row 2026-01-07: it has no value for wrbwfrbl_busd, and ");
    let said = stopped(|publishers| publishers.set("WALCL", date(2026, 1, 14), "6573604"));
    assert_begins(&said, "WALCL of FRED, row 2026-01-14: it is later than today, 2026-01-09;");
    let said = stopped(|publishers| publishers.remove("WALCL", date(2025, 12, 24)));
    assert_begins(
        &said,
        "WALCL of FRED, row 2025-12-24: 6581.231 is held in walcl_busd and nothing published",
    );
    let said = stopped(|publishers| {
        publishers.remove("WALCL", date(2026, 1, 7));
        publishers.set("WALCL", date(2026, 1, 14), "6573604");
    });
    assert_begins(&said, "WALCL of FRED, row 2026-01-07: it has no value for walcl_busd;");
}

#[test]
fn a_shifted_date_stops_it() {
    let said = stopped(|publishers| {
        publishers.remove("WALCL", date(2026, 1, 7));
        publishers.set("WALCL", date(2026, 1, 8), "6573604");
    });
    assert_begins(&said, "WALCL of FRED, row 2026-01-08: it is a Thursday, not a Wednesday; wait until");
    let said = stopped(|publishers| {
        publishers.set("MSPD bills", date(2026, 1, 30), "6547260");
        publishers.set("MSPD bills held by the public", date(2026, 1, 30), "6546564");
    });
    assert_begins(
        &said,
        "MSPD bills of the Treasury, row 2026-01-30: it is a Friday, not the last day of a month;",
    );
}

#[test]
fn a_revision_of_what_is_not_revised_stops_it() {
    let said = stopped(|publishers| publishers.set("RRPONTSYD", date(2025, 12, 24), "4.903"));
    assert_begins(
        &said,
        "RRPONTSYD of FRED, row 2025-12-24: 4.903 is published and 4.803 held in rrp_busd; look whether",
    );
    let said = stopped(|publishers| publishers.set("TLAACBW027SBOG", date(2025, 12, 24), "26000"));
    assert_begins(
        &said,
        "TLAACBW027SBOG of FRED, row 2025-12-24: 26000 is published and 24674.6 held in total_assets_busd;",
    );
}

#[test]
fn a_balance_sheet_that_does_not_add_up_stops_it() {
    let said = stopped(|publishers| publishers.set("WRBWFRBL", date(2026, 1, 7), "2311220"));
    assert_begins(
        &said,
        "WALCL of FRED, row 2026-01-07: less WCURCIR, WRBWFRBL, WDTGAL and RRPONTSYD it leaves 991.2bn",
    );
}

#[test]
fn an_answer_that_is_no_whole_table_stops_it() {
    let said = stopped(instead("DGS10", "500 Internal Server Error", "oops"));
    assert_begins(&said, "DGS10 of FRED: no table from http://127.0.0.1:");
    assert!(said.contains("500") && said.contains("; try again later"), "{said}");
    let page = "<!DOCTYPE html>\n<html><title>Access Denied</title></html>\n";
    let said = stopped(instead("WALCL", "200 OK", page));
    assert_begins(
        &said,
        "WALCL of FRED: the answer is a web page, not a table (it begins \"<!DOCTYPE html>\"); open",
    );
    let said = stopped(instead("WALCL", "200 OK", "observation_date,WTREGEN\n2026-01-07,850222\n"));
    assert_begins(&said, "WALCL of FRED: the table begins \"observation_date,WTREGEN\", not");
    let said = stopped(instead("WALCL", "200 OK", "observation_date,WALCL\n"));
    assert_begins(&said, "WALCL of FRED: the table has no values;");
    let said = stopped(instead("MSPD", "200 OK", "{\"data\": [{\"record_date\": \"2025"));
    assert_begins(&said, "MSPD bills of the Treasury: the answer is not whole JSON");
}

#[test]
fn a_body_that_is_cut_short_stops_it() {
    let cut = |claimed: bool| {
        move |publishers: &mut Publishers| {
            let whole = publishers.table("IORB");
            let body = whole[..whole.len() - 3].to_owned();
            let claimed = claimed.then_some(whole.len());
            publishers.instead.insert("IORB".into(), Answer { status: "200 OK", body, claimed });
        }
    };
    assert_begins(&stopped(cut(true)), "IORB of FRED: no table from http://127.0.0.1:");
    assert_begins(
        &stopped(cut(false)),
        "IORB of FRED, row 2026-01-09: the table ends in the middle of a line;",
    );
}

#[test]
fn an_older_header_and_points_for_blanks_are_read() {
    let folder = Folder::new();
    let mut publishers = Publishers::new(&folder.path());
    publishers.set("SOFR", date(2026, 1, 1), ".");
    let table = publishers.table("SOFR").replace("observation_date", "DATE");
    instead("SOFR", "200 OK", &table)(&mut publishers);
    folder.update(&publishers, false).unwrap();
    assert!(folder.text(TABLES[2].file).ends_with(NEW_DAYS));
}

#[test]
fn the_tables_held_are_as_the_sources_say() {
    let folder = project::root().join("data");
    let retrieved = std::fs::read_to_string(folder.join(store::RETRIEVED)).unwrap();
    for table in &TABLES {
        let held = Held::read(&folder, table).unwrap();
        let range = store::range(table.file, held.first(), held.last());
        assert!(retrieved.contains(&range), "{} lacks {range}", store::RETRIEVED);
        for (place, column) in table.columns.iter().enumerate() {
            for row in held.rows.iter().filter(|row| !row.cells[place].is_empty()) {
                let value: f64 = row.cells[place].parse().unwrap();
                assert!((column.range.0..=column.range.1).contains(&value), "{} {}", column.name, row.day);
            }
        }
    }
}
