//! Tables of others: FRED's files give what our own table gives, and what is wrong with a file is
//! said with its name, its line, its column and what to do.

use bathtub_model::backtest::{Amounts, Changes, Published, PublishedWeeks, TableFile, backtest, remarks};
use bathtub_model::{Date, Scenario};

const OWN: &str = include_str!("../../data/liquidity_weekly_2015_2025.csv");
const BANKS: &str = include_str!("../../data/commercial_banks_weekly_2015_2025.csv");
const BILLS: &str = include_str!("../../data/treasury_debt_monthly_2014_2025.csv");

/// Weeks at the end of our table that the files below hold.
const WEEKS: usize = 80;

/// Names and rows of the end of our table.
fn tail() -> (Vec<&'static str>, Vec<Vec<&'static str>>) {
    let mut lines = OWN.lines();
    let head = lines.next().unwrap().split(',').collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    (head, rows[rows.len() - WEEKS..].to_vec())
}

fn file(name: &str, text: impl Into<String>) -> TableFile {
    TableFile { name: name.into(), text: text.into() }
}

/// The end of our table as it is.
fn own() -> TableFile {
    let (head, rows) = tail();
    let rows: Vec<String> = rows.iter().map(|row| row.join(",")).collect();
    file("own.csv", format!("{}\n{}\n", head.join(","), rows.join("\n")))
}

/// A column of ours as a weekly file of FRED's, in millions where it has them.
fn weekly(series: &str, column: &str, millions: bool) -> TableFile {
    let (head, rows) = tail();
    let place = head.iter().position(|name| *name == column).unwrap();
    let mut text = format!("observation_date,{series}\n");
    for row in rows {
        let value: f64 = row[place].parse().unwrap();
        let value = if millions { format!("{:.0}", value * 1000.0) } else { value.to_string() };
        text += &format!("{},{value}\n", row[0]);
    }
    file(&format!("{series}.csv"), text)
}

/// A column of ours as a file with a row a day: on other days than Wednesdays another number, at
/// times none, and on every tenth Wednesday a point, with the number on the day before.
fn daily(series: &str, column: &str) -> TableFile {
    let (head, rows) = tail();
    let place = head.iter().position(|name| *name == column).unwrap();
    let mut text = format!("DATE,{series}\n");
    for (week, row) in rows.iter().enumerate() {
        let wednesday = Date::parse(row[0]).unwrap().days();
        let holiday = week % 10 == 9;
        for (days, value) in [
            (-2, "9.9"),
            (-1, if holiday { row[place] } else { "8.8" }),
            (0, if holiday { "." } else { row[place] }),
            (1, ""),
            (2, "7.7"),
        ] {
            text += &format!("{},{value}\n", Date::from_days(wednesday + days));
        }
    }
    file(&format!("{series}.csv"), text)
}

fn fred() -> Vec<TableFile> {
    vec![
        daily("SOFR", "sofr"),
        weekly("WALCL", "walcl_busd", true),
        weekly("WDTGAL", "wdtgal_busd", true),
        weekly("WTREGEN", "wtregen_busd", true),
        daily("RRPONTSYD", "rrp_busd"),
        weekly("WRBWFRBL", "wrbwfrbl_busd", true),
        weekly("WCURCIR", "wcurcir_busd", false),
        weekly("TREAST", "treast_busd", true),
        weekly("WSHOMCB", "wshomcb_busd", true),
        daily("EFFR", "effr"),
        daily("IORB", "iorb"),
        daily("DGS10", "dgs10"),
    ]
}

#[track_caller]
fn refused(files: &[TableFile], sentence: &str) {
    assert_eq!(PublishedWeeks::from_files(files).unwrap_err().to_string(), sentence);
}

/// `own.csv` with something in it put in place of something else.
fn own_with(from: &str, to: &str) -> [TableFile; 1] {
    let TableFile { name, text } = own();
    assert!(text.contains(from), "{from}");
    [TableFile { name, text: text.replacen(from, to, 1) }]
}

/// A file of FRED's among the others with its text changed.
fn fred_with(series: &str, change: impl Fn(String) -> String) -> Vec<TableFile> {
    let mut files = fred();
    let file = files.iter_mut().find(|file| file.name == format!("{series}.csv")).unwrap();
    file.text = change(file.text.clone());
    files
}

#[track_caller]
fn assert_same(files: &[TableFile], from: &str) {
    let (banks, bills) = (Amounts::bank_assets(BANKS).unwrap(), Amounts::bills(BILLS).unwrap());
    let run = |files: &[TableFile]| {
        let weeks = PublishedWeeks::from_files(files).unwrap();
        let published = Published { weeks: &weeks, banks: &banks, bills: &bills };
        let (start, end) = (Date::parse(from).unwrap(), Date::parse("2025-12-31").unwrap());
        backtest(&published, &Scenario::default(), &Changes::default(), start, end).unwrap()
    };
    let (ours, theirs) = (run(&[own()]), run(files));
    assert_eq!(ours.weeks.len(), theirs.weeks.len());
    for (a, b) in ours.weeks.iter().zip(&theirs.weeks) {
        assert_eq!(a.date, b.date);
        for (a, b) in [(a.reserves_bn, b.reserves_bn), (a.on_rrp_bn, b.on_rrp_bn), (a.spread_bp, b.spread_bp)]
        {
            assert!((a.model - b.model).abs() < 1e-9, "{a:?} {b:?}");
            let (a, b) = (a.actual.unwrap(), b.actual.unwrap());
            assert!((a - b).abs() < 1e-9, "{a} {b}");
        }
        assert!((a.level - b.level).abs() < 1e-9);
        assert!(a.ducks.iter().zip(&b.ducks).all(|(a, b)| (a - b).abs() < 1e-9));
    }
}

#[test]
fn files_of_fred_give_what_our_table_gives() {
    assert_same(&fred(), "2024-07-10");
    let mut other_way = fred();
    other_way.reverse();
    assert_same(&other_way, "2024-07-10");
}

#[test]
fn one_file_with_a_row_a_day_gives_the_same() {
    let (head, rows) = tail();
    let of =
        |row: &[&str], column: &str| row[head.iter().position(|name| *name == column).unwrap()].to_owned();
    let millions =
        |row: &[&str], column: &str| format!("{:.0}", of(row, column).parse::<f64>().unwrap() * 1e3);
    let mut text = "\u{feff}\"observation_date\",WALCL,WDTGAL,RRPONTSYD,WRBWFRBL,WCURCIR,TREAST,WSHOMCB,\
                    SOFR,EFFR,IORB,DGS10\r\n"
        .to_owned();
    for row in &rows {
        let day = Date::parse(row[0]).unwrap().days();
        text += &format!("{},.,.,3.3,.,.,.,.,5,5,5,5\r\n", Date::from_days(day - 1));
        text += &format!("\"{}\",\"{}\"", row[0], millions(row, "walcl_busd"));
        for (column, in_millions) in [
            ("wdtgal_busd", true),
            ("rrp_busd", false),
            ("wrbwfrbl_busd", true),
            ("wcurcir_busd", false),
            ("treast_busd", true),
            ("wshomcb_busd", true),
            ("sofr", false),
            ("effr", false),
            ("iorb", false),
            ("dgs10", false),
        ] {
            text += &format!(",{}", if in_millions { millions(row, column) } else { of(row, column) });
        }
        text += "\r\n";
    }
    assert_same(&[file("fredgraph.csv", text)], "2024-07-10");
}

#[test]
fn bank_assets_and_bills_may_come_from_tables_of_their_own() {
    let files = [own(), file("banks.csv", BANKS), file("bills.csv", BILLS)];
    assert_same(&files, "2024-07-10");
    let weeks = PublishedWeeks::from_files(&files).unwrap();
    let row = &weeks.rows()[0];
    let (banks, bills) = (Amounts::bank_assets(BANKS).unwrap(), Amounts::bills(BILLS).unwrap());
    assert_eq!((row.bank_assets, row.bills), (Some(banks.at(row.date)), Some(bills.at(row.date))));
    let fred = file("TLAACBW027SBOG.csv", BANKS.replace("total_assets_busd", "TLAACBW027SBOG"));
    assert_eq!(PublishedWeeks::from_files(&[own(), fred]).unwrap().rows()[0].bank_assets, row.bank_assets);
}

#[test]
fn the_weeks_are_those_that_all_files_have() {
    // A series that begins later and one that ends earlier than the Fed's assets.
    let mut files = fred_with("WDTGAL", |text| {
        let (head, rows) = text.split_once('\n').unwrap();
        format!("{head}\n{}", rows.lines().skip(10).map(|row| format!("{row}\n")).collect::<String>())
    });
    let iorb = files.iter_mut().find(|file| file.name == "IORB.csv").unwrap();
    iorb.text = iorb.text.lines().take(1 + 5 * (WEEKS - 4)).map(|row| format!("{row}\n")).collect();
    let weeks = PublishedWeeks::from_files(&files).unwrap();
    let all = PublishedWeeks::from_files(&fred()).unwrap();
    assert_eq!(weeks.rows().first(), Some(&all.rows()[10]));
    assert_eq!(weeks.rows().last().unwrap().date, all.rows()[WEEKS - 5].date);
}

#[test]
fn interest_on_excess_reserves_stands_before_interest_on_reserves() {
    let rates = |name: &str, rows: &str| file(name, format!("observation_date,{name}\n{rows}"));
    let levels = "date,walcl_busd,wdtgal_busd,rrp_busd,wrbwfrbl_busd,wcurcir_busd\n";
    let week = |day: &str| format!("{day},8200,500,900,3900,2200\n");
    let levels = file("levels.csv", format!("{levels}{}{}", week("2021-07-28"), week("2021-08-04")));
    let files =
        [levels, rates("IOER", "2021-07-28,0.15\n"), rates("IORB", "2021-07-29,0.16\n2021-08-04,0.16\n")];
    let weeks = PublishedWeeks::from_files(&files).unwrap();
    assert_eq!(weeks.rows().iter().map(|row| row.iorb).collect::<Vec<_>>(), [Some(0.15), Some(0.16)]);
}

#[test]
fn millions_under_the_name_of_billions_are_refused_and_the_other_way_round() {
    refused(
        &own_with(",7221.520,", ",7221520,"),
        "own.csv, line 3: walcl_busd: 7221520 is too much for billions of dollars; divide by 1,000, or call the \
         column WALCL if it is in millions",
    );
    refused(
        &fred_with("WALCL", |text| text.replacen("7231163", "7231.163", 1)),
        "WALCL.csv, line 2: WALCL: 7231.163 is too little for millions of dollars; call the column walcl_busd if \
         it is in billions",
    );
    // The account and reserves have been small at times: the largest of the column tells.
    let mut in_billions = fred();
    in_billions[2] = weekly("WDTGAL", "wdtgal_busd", false);
    refused(
        &in_billions,
        "WDTGAL.csv, line 72: WDTGAL: 983.859 is too little for millions of dollars; call the column wdtgal_busd if \
         it is in billions",
    );
    refused(
        &fred_with("WCURCIR", |text| text.replace("WCURCIR\n", "WCURCIR\n2024-06-19,2350000\n")),
        "WCURCIR.csv, line 2: WCURCIR: 2350000 is too much for billions of dollars; divide by 1,000, or call the \
         column WCICL if it is in millions",
    );
    refused(
        &fred_with("IORB", |text| text.replace("IORB\n", "IORB\n2024-06-19,540\n")),
        "IORB.csv, line 2: IORB: 540 is no rate in per cent; write rates in per cent, 4.33 for 4.33 %",
    );
}

/// A column of `own.csv` multiplied, in all rows or in one.
fn own_times(column: &str, factor: f64, only: Option<usize>) -> [TableFile; 1] {
    let TableFile { name, text } = own();
    let place = text.lines().next().unwrap().split(',').position(|name| name == column).unwrap();
    let lines = text.lines().enumerate().map(|(line, row)| {
        let mut fields: Vec<String> = row.split(',').map(str::to_owned).collect();
        if line > 0 && only.is_none_or(|only| line == only) {
            fields[place] = format!("{:.6}", fields[place].parse::<f64>().unwrap() * factor);
        }
        fields.join(",") + "\n"
    });
    [TableFile { name, text: lines.collect() }]
}

#[test]
fn every_level_in_trillions_or_in_two_units_is_refused() {
    for column in
        ["walcl_busd", "wdtgal_busd", "wrbwfrbl_busd", "wcurcir_busd", "treast_busd", "wshomcb_busd"]
    {
        for (factor, words) in [(1e-3, "too little for billions"), (1e3, "too much for billions")] {
            let said = PublishedWeeks::from_files(&own_times(column, factor, None)).unwrap_err().to_string();
            assert!(said.contains(&format!(": {column}: ")) && said.contains(words), "{said}");
        }
    }
    refused(
        &own_with("2025-12-31,6640.618", "2025-12-31,66.40618"),
        "own.csv, line 81: walcl_busd: 66.40618 is too far from 6581.231 on 2025-12-24; give the whole column in \
         one unit",
    );
    for factor in [0.25, 4.0] {
        let said = PublishedWeeks::from_files(&own_times("wcurcir_busd", factor, Some(30)));
        let said = said.unwrap_err().to_string();
        assert!(said.starts_with("own.csv, line 31: wcurcir_busd: ") && said.contains("too far"), "{said}");
    }
}

/// The account and reserves once in trillions, and from a week on.
#[test]
fn what_may_be_small_is_in_one_unit_all_the_same() {
    for column in ["wdtgal_busd", "wrbwfrbl_busd"] {
        let said = PublishedWeeks::from_files(&own_times(column, 1e-3, Some(30))).unwrap_err().to_string();
        assert!(
            said.starts_with(&format!("own.csv, line 31: {column}: ")) && said.contains("too far"),
            "{said}"
        );
    }
}

#[test]
fn reverse_repo_in_trillions_is_too_little_for_the_whole() {
    let place = OWN.lines().next().unwrap().split(',').position(|name| name == "rrp_busd").unwrap();
    let lines = OWN.lines().enumerate().map(|(line, row)| {
        let mut fields: Vec<String> = row.split(',').map(str::to_owned).collect();
        if let (true, Ok(value)) = (line > 0, fields[place].parse::<f64>()) {
            fields[place] = format!("{:.6}", value / 1000.0);
        }
        fields.join(",") + "\n"
    });
    let said =
        PublishedWeeks::from_files(&[file("own.csv", lines.collect::<String>())]).unwrap_err().to_string();
    assert!(said.contains("($bn), far less than walcl_busd"), "{said}");
    assert!(PublishedWeeks::from_files(&[file("own.csv", OWN)]).is_ok());
}

/// Rates as shares of one: all of them, or some beside others in per cent.
#[test]
fn rates_that_are_fractions_are_refused() {
    for column in ["iorb", "dgs10"] {
        let said = PublishedWeeks::from_files(&own_times(column, 0.01, None)).unwrap_err().to_string();
        assert!(said.starts_with(&format!("own.csv, line 2: {column}: ")), "{said}");
        assert!(said.ends_with("is no rate in per cent; write rates in per cent, 4.33 for 4.33 %"), "{said}");
    }
    refused(
        &own_times("sofr", 0.01, Some(79)),
        "own.csv, line 80: sofr, 0.0366, and iorb, 3.65, on 2025-12-24 are too far apart; write all rates in per \
         cent, 4.33 for 4.33 %",
    );
}

#[test]
fn columns_that_nobody_knows_are_named_with_what_stands_in() {
    assert!(remarks(&[]).unwrap().is_empty());
    let ours = "own.csv: no column bank_assets_busd; the published table of all commercial banks stands in";
    let bills = "own.csv: no column bills_busd; the published table of Treasury debt stands in";
    assert!(remarks(&[own()]).unwrap().is_empty() && remarks(&fred()).unwrap().is_empty());
    let misspelt = own_with(",sofr", ",sofr\u{200b}");
    let said = remarks(&misspelt).unwrap();
    assert_eq!(said[0], "own.csv, line 1: the column 'sofr\u{200b}' is not known and was left out");
    assert_eq!(said[1..3], [ours, bills]);
    assert!(
        said[3].starts_with("own.csv: no column sofr; no spread is compared") && said.len() == 4,
        "{said:?}"
    );
}

#[test]
fn parts_beyond_the_whole_are_refused() {
    let said = PublishedWeeks::from_files(&own_times("rrp_busd", 12.0, None)).unwrap_err().to_string();
    assert!(said.starts_with("own.csv, line 2: wrbwfrbl_busd, rrp_busd, wdtgal_busd, wcurcir_busd on 2024-"));
    assert!(said.ends_with("; compare the units and the days of these columns"), "{said}");
}

#[test]
fn what_a_broken_file_holds_is_shown_in_part() {
    // A quotation mark that is not closed takes the rest of the file with it.
    let TableFile { name, text } = own();
    refused(
        &[file(&name, text.replacen("2024-07-03", "\"2024-07-03", 1))],
        "own.csv, line 3: a quotation mark is not closed in this line; close it, or leave it out",
    );
    // In the last column, which nobody reads, the weeks after it would be left out in silence.
    let line = text.lines().nth(50).unwrap();
    let (front, last) = line.rsplit_once(',').unwrap();
    refused(
        &[file(&name, text.replace(line, &format!("{front},\"{last}")))],
        "own.csv, line 51: a quotation mark is not closed in this line; close it, or leave it out",
    );
    // Lines are those of an editor, whatever ends them.
    for end in ["\r\n", "\r"] {
        refused(
            &[file(&name, text.replace("2025-12-31", "soon").replacen('\n', "\n\n", 1).replace('\n', end))],
            "own.csv, line 82: date: 'soon' is not a date like 2025-07-30; write date as year-month-day",
        );
    }
    let said = PublishedWeeks::from_files(&own_with(",7221.520,", &format!(",{},", "x".repeat(9_999))));
    let said = said.unwrap_err().to_string();
    assert!(said.contains("xxx…' is not a number") && said.len() < 250, "{said}");
}

#[test]
fn a_file_beyond_all_that_is_published_is_refused() {
    let text = own().text;
    let most = TableFile::MOST_BYTES;
    let padded = |bytes: usize| file("own.csv", format!("{}{text}", "\n".repeat(bytes - text.len())));
    assert_eq!(PublishedWeeks::from_files(&[padded(most)]).unwrap().rows().len(), WEEKS);
    refused(
        &[padded(most + 1)],
        "own.csv: the file is larger than 8 MB; save it with fewer columns or years",
    );
}

#[test]
fn two_columns_of_days_are_refused() {
    refused(
        &own_with("dfii10", "observation_date"),
        "own.csv, line 1: date and observation_date are both columns of days; leave one of the two",
    );
}

#[test]
fn columns_that_stand_twice_are_refused_in_one_file_and_in_two() {
    refused(
        &own_with("wtregen_busd", "walcl_busd"),
        "own.csv, line 1: the column walcl_busd stands twice; leave one of the two",
    );
    refused(
        &own_with("effr", "sofr_pct"),
        "own.csv, line 1: the column sofr_pct stands twice; leave out this one or sofr of own.csv",
    );
    refused(
        &[own(), weekly("WALCL", "walcl_busd", true)],
        "WALCL.csv, line 1: the column WALCL stands twice; leave out this one or walcl_busd of own.csv",
    );
}

#[test]
fn weeks_left_out_and_days_out_of_order_are_refused() {
    let without = |text: String, day: &str| {
        text.lines().filter(|row| !row.starts_with(day)).map(|row| format!("{row}\n")).collect::<String>()
    };
    refused(
        &[file("own.csv", without(own().text, "2025-07-30"))],
        "own.csv, line 59: 2025-08-06 does not follow 2025-07-23 by seven days; give walcl_busd a row for every week",
    );
    refused(
        &fred_with("WDTGAL", |text| without(text, "2025-07-30")),
        "WDTGAL.csv, line 59: 2025-08-06 does not follow 2025-07-23 within seven days; give WDTGAL the rows between",
    );
    let turned = |text: String| {
        let (head, rows) = text.split_once('\n').unwrap();
        format!("{head}\n{}", rows.lines().rev().map(|row| format!("{row}\n")).collect::<String>())
    };
    refused(
        &fred_with("WDTGAL", turned),
        "WDTGAL.csv, line 3: 2025-12-24 stands below 2025-12-31; sort the rows by observation_date, oldest first",
    );
    refused(
        &own_with("2025-12-31", "2025-12-24"),
        "own.csv, line 81: 2025-12-24 stands twice; leave one row for each date",
    );
}

#[test]
fn other_separators_decimal_commas_and_dates_are_refused() {
    refused(
        &[file("own.csv", own().text.replace(',', ";"))],
        "own.csv, line 1: semicolons or tabs separate the columns; save it with commas between columns and decimal \
         points",
    );
    refused(
        &own_with(",7221.520,", ",\"7221,520\","),
        "own.csv, line 3: walcl_busd: '7221,520' is not a number; write decimals with a point, thousands without a \
         comma, and nothing where there is no number",
    );
    refused(
        &own_with(",7221.520,", ",7221,520,"),
        "own.csv, line 3: 21 fields where the header has 20; write decimals with a point, and a comma after every \
         column",
    );
    refused(
        &own_with("2025-12-31", "12/31/2025"),
        "own.csv, line 81: date: '12/31/2025' is not a date like 2025-07-30; write date as year-month-day",
    );
}

#[test]
fn what_is_missing_is_named() {
    refused(
        &own_with("date,", "week,"),
        "own.csv, line 1: the column date is missing; call the days date or, as FRED does, observation_date",
    );
    refused(
        &[own(), file("gdp.csv", "observation_date,GDP\n2025-01-01,30000\n")],
        "gdp.csv, line 1: no column is known by its name; name them as FRED does: WALCL, WDTGAL, RRPONTSYD, \
         WRBWFRBL, WCURCIR, IORB, SOFR",
    );
    let without: Vec<TableFile> = fred().into_iter().filter(|file| file.name != "WCURCIR.csv").collect();
    let sentence = PublishedWeeks::from_files(&without).unwrap_err().to_string();
    assert!(
        sentence.ends_with("DGS10.csv: the column wcurcir_busd is missing; add it, or FRED's WCURCIR"),
        "{sentence}"
    );
    refused(
        &[file("book.xlsx", "PK\u{3}\u{4}\0\0")],
        "book.xlsx: this is no text in UTF-8; save it as CSV in UTF-8",
    );
    refused(&[file("empty.csv", "")], "empty.csv: the file is empty; save it again with a line of names");
    let short = file("own.csv", own().text.lines().take(2).collect::<Vec<_>>().join("\n"));
    refused(
        &[short],
        "own.csv: the file has fewer than two weeks; give every needed column two weeks or more",
    );
}

#[test]
fn averages_of_the_week_do_not_stand_in_for_wednesdays() {
    let averages: Vec<TableFile> = fred().into_iter().filter(|file| file.name != "WDTGAL.csv").collect();
    refused(
        &averages,
        "WTREGEN.csv, line 1: WTREGEN is a week average, which does not add up with Wednesday levels; add the \
         level, WDTGAL",
    );
    refused(
        &own_with("wrbwfrbl_busd", "something"),
        "own.csv, line 1: wresbal_busd is a week average, which does not add up with Wednesday levels; add the \
         level, WRBWFRBL",
    );
}

/// One blank of what drives the model is bridged; two in a row are a gap, and are named.
#[test]
fn two_blanks_in_a_row_are_refused() {
    let whole = own().text;
    let blanked = |weeks: &[usize]| {
        let lines = whole.lines().enumerate().map(|(i, line)| {
            let mut fields: Vec<&str> = line.split(',').collect();
            if weeks.contains(&i) {
                fields[1] = ".";
            }
            fields.join(",")
        });
        PublishedWeeks::from_files(&[file("own.csv", lines.collect::<Vec<_>>().join("\n"))])
    };
    assert_eq!(blanked(&[5]).unwrap().rows().len(), WEEKS);
    let said = blanked(&[5, 6]).unwrap_err().to_string();
    assert!(said.starts_with("own.csv, line 7: walcl_busd is blank on "), "{said}");
    assert!(said.ends_with("give walcl_busd its values: one blank is bridged, not two"), "{said}");
}
