//! `bathtub` as a shell sees it: what it prints, and how it refuses.

#[path = "../../tests/support/run_schema.rs"]
mod run_schema;

use std::process::{Command, Output};

use bathtub_model::Duck;
use serde_json::Value;

fn bathtub(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_bathtub")).args(arguments).output().expect("bathtub starts")
}

fn json(arguments: &[&str]) -> Value {
    let output = bathtub(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("the output is JSON")
}

#[track_caller]
fn refused(arguments: &[&str], sentence: &str) {
    let output = bathtub(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "nothing on stdout");
    assert_eq!(String::from_utf8_lossy(&output.stderr).trim(), sentence);
}

#[test]
fn bands_hold_every_series_and_their_median_follows_the_run() {
    let run = json(&["run", "--set", "tga=300", "--json", "--bands", "256"]);
    assert_eq!(run["bands"]["draws"], 256);
    let bands = run["bands"]["series"].as_object().unwrap();
    assert_eq!(bands.len(), run["series"].as_object().unwrap().len());
    for (key, band) in bands {
        let at = |quantile: &str, week: usize| band[quantile][week].as_f64().unwrap();
        for week in 0..105 {
            assert!(at("p5", week) <= at("p50", week) && at("p50", week) <= at("p95", week), "{key}");
        }
    }
    // The ranges are not even around the settings: the run lies within its band, off its middle.
    let level = run["readouts"]["level"].as_f64().unwrap();
    let within = |quantile: &str| bands["level"][quantile][52].as_f64().unwrap();
    assert!(within("p5") < level && level < within("p95"));
}

#[test]
fn bands_need_json_and_a_number_of_draws() {
    refused(&["run", "--bands", "64"], "--bands are written with --json");
    refused(&["run", "--json", "--bands", "0"], "bands: 0 is outside the range 1 to 16384 draws");
    refused(&["run", "--json", "--bands", "many"], "bands: many is outside the range 1 to 16384 draws");
}

#[test]
fn a_run_has_its_settings_series_readouts_and_ducks() {
    let run = json(&["run", "--start", "2026-08-19", "--set", "capex=900", "--set", "tga=300", "--json"]);
    assert_eq!(run["start"], "2026-08-19");
    assert_eq!(run["data_date"], "2026-10-07");
    assert_eq!(run["model_version"], bathtub_model::MODEL_VERSION);
    assert_eq!((&run["settings"]["capex"], &run["settings"]["tga"]), (&900.0.into(), &300.0.into()));
    for key in ["level", "reserves_bn", "on_rrp_bn", "spread_bp", "index"] {
        assert_eq!(run["series"][key].as_array().unwrap().len(), 105, "{key}");
    }
    assert_eq!(run["readouts"]["level"], run["series"]["level"][52]);
    assert_eq!(run["readouts"]["spread_bp"], run["series"]["spread_bp"][52]);
    let parts = run["level_channels"].as_object().unwrap();
    let sum: f64 = parts.values().map(|part| part.as_f64().unwrap()).sum();
    assert!((sum - (run["readouts"]["level"].as_f64().unwrap() - 100.0)).abs() < 1e-9, "{sum}");
    assert!(parts["ai_funding"].as_f64().unwrap() < 0.0 && parts["treasury"].as_f64().unwrap() < 0.0);
    assert_eq!(run["readouts"]["stage"].as_f64(), run["series"]["stage"][52].as_f64());
    let ducks = run["ducks"].as_object().unwrap();
    let keys: Vec<&String> = ducks.keys().collect();
    assert_eq!(keys, Duck::ALL.map(Duck::key));
    for (key, duck) in ducks {
        assert_eq!(duck["change_pct"], run["series"][format!("{key}_pct")][52]);
        let sum: f64 = duck["channels"].as_object().unwrap().values().map(|v| v.as_f64().unwrap()).sum();
        let whole = 100.0 * (1.0 + duck["change_pct"].as_f64().unwrap() / 100.0).ln();
        assert!((sum - whole).abs() < 1e-9, "{key}: {sum} against {whole}");
    }
}

#[test]
fn a_run_is_as_the_schema_says() {
    let plain = json(&["run", "--json"]);
    assert_eq!(run_schema::faults(&plain), [""; 0]);
    let moved =
        ["run", "--start", "2019-09-11", "--set", "capex=900", "--week", "0", "--json", "--bands", "4"];
    assert_eq!(run_schema::faults(&json(&moved)), [""; 0]);
    for spoil in [
        |run: &mut Value| run["settings"]["capex"] = 1501.into(),
        |run: &mut Value| run["units"]["level"] = "bp".into(),
        |run: &mut Value| run["series"]["level"] = Vec::<f64>::new().into(),
        |run: &mut Value| run["more"] = 1.into(),
        |run: &mut Value| drop(run["ducks"].as_object_mut().unwrap().remove("gold")),
    ] {
        let mut run = plain.clone();
        spoil(&mut run);
        assert_eq!(run_schema::faults(&run).len(), 1, "{:?}", run_schema::faults(&run));
    }
}

#[test]
fn any_value_in_range_is_taken_and_week_moves_the_readouts() {
    let run = json(&["run", "--set", "capex=123.456", "--week", "10", "--json"]);
    assert_eq!(run["settings"]["capex"], 123.456);
    assert_eq!(run["readouts"]["level"], run["series"]["level"][10]);
}

#[test]
fn the_command_that_is_printed_for_a_scenario_runs_it() {
    let printed = bathtub(&["scenarios"]);
    let printed = String::from_utf8_lossy(&printed.stdout).into_owned();
    let commands: Vec<Vec<&str>> = printed
        .lines()
        .filter_map(|line| Some(line.trim().strip_prefix("bathtub ")?.split(' ').collect()))
        .collect();
    let scenarios = json(&["scenarios", "--json"]);
    let scenarios = scenarios.as_array().unwrap();
    assert_eq!(scenarios.len(), commands.len());
    for (scenario, command) in scenarios.iter().zip(commands) {
        let run = json(&[&command[..], &["--json"]].concat());
        assert_eq!((&run["start"], &run["week"]), (&scenario["start"], &scenario["week"]));
        for (key, value) in scenario["settings"].as_object().unwrap() {
            assert_eq!(&run["settings"][key], value, "{key}");
        }
    }
}

#[test]
fn parameters_and_starts_are_tables() {
    let rows = json(&["parameters", "--json"]);
    for row in rows.as_array().unwrap() {
        for key in ["key", "label", "unit", "min", "max", "step", "default", "tag", "source"] {
            assert!(!row[key].is_null(), "{key} of {row}");
        }
        assert!(["data", "literature", "assumption"].contains(&row["tag"].as_str().unwrap()));
    }
    let keys: Vec<&str> = rows.as_array().unwrap()[..5].iter().map(|r| r["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["capex", "tga", "runoff", "rate", "dry"]);
    let starts = json(&["starts", "--json"]);
    let dates: Vec<&str> = starts.as_array().unwrap().iter().map(|s| s["date"].as_str().unwrap()).collect();
    for date in ["2025-07-30", "2025-10-29", "2025-12-31", "2026-02-04", "2026-08-19", "2026-10-07"] {
        assert!(dates.contains(&date), "{date}");
    }
}

#[test]
fn a_run_begins_on_any_wednesday_and_names_whose_numbers_it_borrows() {
    let text = String::from_utf8(bathtub(&["run", "--start", "2024-05-15"]).stdout).unwrap();
    assert!(
        text.starts_with("start 2024-05-15 (capex, tank and market values of 2025-04-16), week 52"),
        "{text}"
    );
    let json = json(&["run", "--json", "--start", "2024-05-15"]);
    assert_eq!((&json["start"], &json["nearest_start"]), (&"2024-05-15".into(), &"2025-04-16".into()));
    // The Wednesday level of H.4.1.
    assert_eq!(json["settings"]["fed_assets"], 7304.272);
}

#[test]
fn bad_requests_end_with_code_2_and_one_sentence() {
    refused(&["run", "--set", "nonsense=1"], "nonsense: no such parameter; `bathtub parameters` lists them");
    refused(&["run", "--set", "capex=1501"], "capex: 1501 is outside the range 0 to 1500 ($bn a year)");
    refused(
        &["run", "--set", "capex=much"],
        "capex: 'much' is not a number; the range is 0 to 1500 ($bn a year)",
    );
    refused(&["run", "--set", "capex"], "--set capex: write KEY=VALUE");
    refused(
        &["run", "--set", "reserves=6000"],
        "balance sheet: fed_assets, 6747.6, is less than reserves, on_rrp, account and currency together, 9371.9 ($bn)",
    );
    refused(&["run", "--week", "105"], "week: 105 is no week from 0 to 104");
    refused(
        &["run", "--start", "2026-01-01"],
        "start: no balance sheet for '2026-01-01', which is no Wednesday (the one before is 2025-12-31); known are \
         the Wednesdays of the weekly table and 2015-01-07, 2018-12-19, 2019-09-11, 2020-12-30, \
         2021-12-29, 2022-12-28, 2023-03-15, 2023-06-07, 2025-04-16, 2025-07-30, 2025-10-29, 2025-12-31, \
         2026-02-04, 2026-08-19, 2026-10-07",
    );
    refused(
        &["run", "--start", "2020-04-15"],
        "start: no run can begin on 2020-04-15: runoff stood at -475 then, outside the range -120 to 120 ($bn a month)",
    );
    refused(
        &["backtest", "--set", "reserves=2000"],
        "--set reserves: a backtest takes coefficients; published data stand for the levers",
    );
    refused(&["backtest", "--change", "dry=3"], "--change dry: write tga=… or runoff=…");
    refused(&["flood"], "flood: no such command; `bathtub --help` lists them");
    refused(&["attribute", "--week", "105"], "week: 105 is no week from 0 to 104");
    refused(&["books", "--set", "tga"], "--set tga: write KEY=VALUE");
    refused(&["solve", "--lever", "tga"], "--series <KEY>, --target <N>: needed, and not given");
    let solve = |lever, series, target| ["solve", "--lever", lever, "--series", series, "--target", target];
    refused(&solve("fed", "level", "99"), "fed: no such parameter; `bathtub parameters` lists them");
    refused(&solve("tga", "levle", "99"), "levle: no such series; `bathtub series` lists them");
    refused(&solve("tga", "level", "NaN"), "target: 'NaN' is not a number");
    refused(&["export", "--format", "excel"], "--format <FORMAT>: 'excel' is none of xmile, mdl");
    refused(
        &["backtest", "--start", "2030-01-01"],
        "start: 2030-01-01 is outside the data, 2015-01-07 to 2025-12-31",
    );
    refused(&["backtest", "--start", "soon"], "start: 'soon' is not a date like 2025-07-30");
}

#[test]
fn a_backtest_sets_its_errors_beside_the_simplest_forecasts() {
    let found = json(&["backtest", "--start", "2024-01-03", "--end", "2025-12-31", "--json"]);
    assert_eq!(found["weeks"].as_array().unwrap().len(), 105);
    let first = &found["weeks"][0];
    assert_eq!(first["date"], "2024-01-03");
    assert_eq!(first["reserves_bn"]["model"], first["reserves_bn"]["actual"]);
    for key in ["reserves_bn", "on_rrp_bn", "spread_bp"] {
        assert!(found["rmse"][key].as_f64().unwrap() < found["rmse_no_change"][key].as_f64().unwrap());
    }
    assert!(first["ducks"]["bitcoin"].is_number());
}

#[test]
fn a_file_of_ones_own_takes_the_place_of_the_data() {
    let path = std::env::temp_dir().join(format!("bathtub-{}.csv", std::process::id()));
    let rows: String = (0..5)
        .map(|week| {
            let blank = if week == 2 { "" } else { "6600" };
            format!("2025-01-{:02},{blank},800,100,3200,2400,4.4,20000\n", 1 + 7 * week)
        })
        .collect();
    let header = "date,walcl_busd,wdtgal_busd,rrp_busd,wrbwfrbl_busd,wcurcir_busd,iorb,bank_assets_busd\n";
    std::fs::write(&path, format!("{header}{rows}")).unwrap();
    let found = json(&["backtest", "--data", path.to_str().unwrap(), "--json"]);
    assert_eq!(found["weeks"].as_array().unwrap().len(), 5);
    assert!(found["rmse"]["spread_bp"].is_null(), "no spread was published");
    std::fs::write(&path, "date\n2025-01-01\n").unwrap();
    refused(
        &["backtest", "--data", path.to_str().unwrap()],
        &format!(
            "{}, line 1: no column is known by its name; name them as FRED does: WALCL, WDTGAL, RRPONTSYD, \
             WRBWFRBL, WCURCIR, IORB, SOFR",
            path.display()
        ),
    );
    std::fs::write(&path, b"date,walcl_busd\n2025-01-01,\xff\xfe\n").unwrap();
    refused(
        &["backtest", "--data", path.to_str().unwrap()],
        &format!("{}: this is no text in UTF-8; save it as CSV in UTF-8", path.display()),
    );
    std::fs::remove_file(&path).unwrap();
    let missing = bathtub(&["backtest", "--data", path.to_str().unwrap()]);
    assert_eq!(missing.status.code(), Some(1), "a file that is not there is the system's failure");
}

#[test]
fn an_attribution_adds_up_to_what_two_runs_are_apart() {
    let set = ["--start", "2026-08-19", "--week", "26", "--json"];
    let moved = ["--set", "tga=700", "--set", "capex=1000"];
    let found = json(&[&["attribute"], &set[..], &moved].concat());
    assert_eq!((&found["start"], &found["week"]), (&"2026-08-19".into(), &26.into()));
    let untouched = json(&[&["run"], &set[..]].concat());
    let run = json(&[&["run"], &set[..], &moved].concat());
    assert_eq!(found["level_channels"], run["level_channels"]);
    let shares = found["shares"].as_array().unwrap();
    let keys: Vec<&str> = shares.iter().map(|share| share["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["tga", "capex"]);
    for target in ["level", "index"] {
        let sum: f64 = shares.iter().map(|share| share[target].as_f64().unwrap()).sum();
        let at = |run: &Value| run["series"][target][26].as_f64().unwrap();
        assert!((sum - (at(&run) - at(&untouched))).abs() < 1e-9, "{target}");
        assert!((sum - found["total"][target].as_f64().unwrap()).abs() < 1e-9, "{target}");
    }
}

#[test]
fn what_would_have_moved_as_much_moves_as_much() {
    let found = json(&["attribute", "--set", "tga=300", "--json"]);
    let hikes = found["equivalents"]["hikes"].as_f64().unwrap();
    let index = |setting: &str| json(&["run", "--set", setting, "--json"])["series"]["index"][52].clone();
    let (account, rate) = (index("tga=300"), index(&format!("rate={}", 25.0 * hikes)));
    assert!((account.as_f64().unwrap() - rate.as_f64().unwrap()).abs() < 1e-6);
    let level = |capex: f64| {
        let run = json(&["run", "--set", "tga=300", "--set", &format!("capex={capex}"), "--json"]);
        run["series"]["level"][104].as_f64().unwrap()
    };
    let capex = json(&["run", "--json"])["settings"]["capex"].as_f64().unwrap();
    let next = found["next_100bn"]["level_104"].as_f64().unwrap();
    assert!((next - (level(capex + 100.0) - level(capex))).abs() < 1e-9);
    let swings = found["swings"].as_array().unwrap();
    let width = |i: usize| (swings[i]["high"].as_f64().unwrap() - swings[i]["low"].as_f64().unwrap()).abs();
    assert!(width(0) >= width(1) && width(1) > 0.0);
    let band = &found["level_with_tank_drawn"]["quantiles"];
    assert!(band["p5"][52].as_f64().unwrap() < band["p95"][52].as_f64().unwrap());
}

#[test]
fn an_attribution_names_what_moved() {
    let text = String::from_utf8(bathtub(&["attribute", "--set", "tga=700"]).stdout).unwrap();
    let of = |name: &str| text.lines().find(|line| line.trim_start().starts_with(name)).unwrap();
    assert_eq!(of("tga").replace("tga   ", "in all"), of("in all"), "one lever takes all");
    for part in ["treasury", "hikes of 25 bp", "after 52 weeks", "changes sign at a tank of"] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn what_is_solved_for_meets_its_target() {
    let question = ["--lever", "tga", "--series", "level", "--week", "26", "--json", "--target"];
    let found = json(&[&["solve"], &question[..], &["99.5"]].concat());
    assert_eq!(found["in_reach"], true);
    let setting = format!("tga={}", found["value"]);
    let run = json(&["run", "--set", &setting, "--week", "26", "--json"]);
    assert!((run["readouts"]["level"].as_f64().unwrap() - 99.5).abs() < 1e-6);
    let beyond = json(&[&["solve"], &question[..], &["120"]].concat());
    assert_eq!((&beyond["in_reach"], &beyond["value"]), (&false.into(), &(-900.0).into()));
    let nearest = json(&["run", "--set", "tga=-900", "--week", "26", "--json"]);
    assert!(
        (beyond["reached"].as_f64().unwrap() - nearest["readouts"]["level"].as_f64().unwrap()).abs() < 1e-9
    );
    // Far away every setting misses by the same number, rounded: the nearest is the same.
    let far = json(&[&["solve"], &question[..], &["1e300"]].concat());
    assert_eq!((&far["value"], &far["reached"]), (&beyond["value"], &beyond["reached"]));
    let text = |target| {
        let output = bathtub(&["solve", "--lever", "tga", "--series", "level", "--target", target]);
        assert!(output.status.success(), "{target}: an answer, if not the one that was hoped for");
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(text("99.5").starts_with("level of 99.5 index in week 52: tga "));
    assert!(text("120").contains(": out of reach; nearest is tga -900 "));
}

#[test]
fn books_balance() {
    let books = json(&["books", "--set", "capex=1000", "--json"]);
    let positions = books["positions_bn"].as_object().unwrap();
    assert_eq!(positions.len(), 14);
    for (instrument, sectors) in positions {
        let held: Vec<f64> = sectors.as_object().unwrap().values().map(|at| at.as_f64().unwrap()).collect();
        let gross: f64 = held.iter().map(|at| at.abs()).sum();
        assert!(held.iter().sum::<f64>().abs() <= 1e-9 * gross, "{instrument}");
    }
    let run = json(&["run", "--set", "capex=1000", "--json"]);
    let reserves = run["series"]["reserves_bn"][52].as_f64().unwrap();
    assert!((positions["reserves"]["banks"].as_f64().unwrap() - reserves).abs() < 1e-6);
    let text = String::from_utf8(bathtub(&["books"]).stdout).unwrap();
    assert!(
        text.lines().nth(1).unwrap().split_whitespace().eq(positions["reserves"].as_object().unwrap().keys())
    );
}

/// Commands with the options of each, and what says their ranges and units.
const COMMANDS: [(&str, &[&str]); 9] = [
    (
        "run",
        &["--start <DATE>", "--set <KEY=VALUE>", "--week <N>", "0 to 104", "--json", "--bands", "1 to 16384"],
    ),
    ("attribute", &["--start", "--set", "--week", "--json"]),
    ("solve", &["--lever <KEY>", "--series <KEY>", "--target <N>", "--start", "--set", "--week", "--json"]),
    ("books", &["--start", "--set", "--week", "--json"]),
    ("backtest", &["--start", "--end", "--data", "WALCL", "--set", "--change", "-900 to 900", "--json"]),
    ("export", &["--format", "xmile, mdl", "--out <FILE>", "--start", "--set"]),
    ("parameters", &["--json"]),
    ("starts", &["--json"]),
    ("series", &["--json"]),
];

#[test]
fn every_command_has_help_with_its_own_options_units_and_ranges() {
    let said = |arguments: &[&str]| {
        let output = bathtub(arguments);
        assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let general = said(&["--help"]);
    assert_eq!((&said(&[]), &said(&["help"]), &said(&["-h"])), (&general, &general, &general));
    for (command, options) in COMMANDS {
        assert!(general.contains(&format!("  {command} ")), "{command}");
        let help = said(&[command, "--help"]);
        assert_eq!(help, said(&["help", command]));
        assert_eq!(help, said(&[command, "-h"]));
        assert!(help.contains(&format!("Usage: bathtub {command}")), "{help}");
        for option in options {
            assert!(help.contains(option), "{option} of {command}: {help}");
        }
        // Each row of the table that the command takes.
        let takes = |lever: bool| match command {
            "backtest" => !lever,
            _ => lever && help.contains("--set"),
        };
        for row in bathtub_model::PARAMETERS.iter() {
            let line = help.lines().find(|line| line.starts_with(&format!("  {} ", row.key)));
            assert_eq!(line.is_some(), takes(row.id.is_lever()), "{} of {command}", row.key);
            if let Some(line) = line {
                assert!(line.contains(&format!("{} to {} ", row.min, row.max)), "{line}");
                assert!(line.contains(row.unit.name()), "{line}");
            }
        }
    }
}

#[test]
fn help_and_version_are_given_whatever_is_wrong_with_the_rest() {
    let said = |arguments: &[&str]| {
        let output = bathtub(arguments);
        assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let (general, run, version) = (said(&["--help"]), said(&["run", "--help"]), said(&["--version"]));
    for arguments in [&["help", "--help"][..], &["help", "-h"], &["flood", "--help"]] {
        assert_eq!(said(arguments), general, "{arguments:?}");
    }
    for arguments in [
        &["run", "--bogus", "--help"][..],
        &["run", "--set", "--help"],
        &["run", "extra", "-h"],
        &["help", "run", "-h"],
    ] {
        assert_eq!(said(arguments), run, "{arguments:?}");
    }
    for arguments in [&["run", "--version"][..], &["backtest", "--bogus", "-V"]] {
        assert_eq!(said(arguments), version, "{arguments:?}");
    }
    // A column for each of key, range, unit and name.
    for help in [run, said(&["backtest", "--help"])] {
        for row in bathtub_model::PARAMETERS.iter() {
            let Some(line) = help.lines().find(|line| line.starts_with(&format!("  {} ", row.key))) else {
                continue;
            };
            assert!(line.contains(&format!("  {}  ", row.unit.name())), "{line}");
        }
    }
}

#[test]
fn options_that_are_wrong_are_named_with_what_would_do() {
    refused(&["run", "--wek", "3"], "--wek: no such option; did you mean --week?");
    refused(&["run", "-x"], "-x: no such option; `--help` after the command lists its own");
    refused(&["books", "extra"], "extra: not expected here; options begin with --");
    refused(&["run", "--json=yes"], "--json: it takes no value, and 'yes' is one");
    refused(&["run", "--set", "tga=1", "dry=2"], "dry=2: not expected here; options begin with --");
    refused(&[""], "'': no such command; `bathtub --help` lists them");
    refused(&["run", "--set", "=5"], "'': no such parameter; `bathtub parameters` lists them");
    refused(&["run", "--start"], "--start <DATE>: its value is missing");
    refused(&["help", "flood"], "flood: no such command; `bathtub --help` lists them");
}

/// Of two values the last would stand in silence.
#[test]
fn what_stands_twice_is_refused() {
    refused(&["run", "--week", "3", "--week", "4"], "--week <N>: stands twice; leave one of the two");
    refused(
        &["run", "--set", "tga=1", "--set", "dry=2", "--set", "tga=3"],
        "--set tga: stands twice; leave one of the two",
    );
    refused(
        &["backtest", "--change", "tga=1", "--change", "tga=1"],
        "--change tga: stands twice; leave one of the two",
    );
    refused(
        &["backtest", "--data", "-", "--data", "-"],
        "--data -: stands twice, and standard input is read once",
    );
}

/// Either the number that was written, or a refusal; never another number.
#[test]
fn numbers_are_taken_as_written_or_refused() {
    let range = "; the range is -900 to 900 ($bn over a quarter)";
    for (text, advice) in [
        ("NaN", ""),
        ("-NaN", ""),
        ("inf", ""),
        ("-infinity", ""),
        ("1e999", ""),
        ("1,000", "; write decimals with a point, thousands without a comma"),
        ("0,5", "; write decimals with a point, thousands without a comma"),
        ("\u{2212}5", "; write minus as -"),
        ("\u{2013}5", "; write minus as -"),
        ("1_000", ""),
        ("0x10", ""),
        ("5 bn", ""),
        ("٥", ""),
        ("--5", ""),
        ("", ""),
    ] {
        refused(
            &["run", "--set", &format!("tga={text}")],
            &format!("tga: '{text}' is not a number{advice}{range}"),
        );
        refused(
            &["backtest", "--change", &format!("tga={text}")],
            &format!("tga: '{text}' is not a number{advice}{range}"),
        );
        refused(
            &["solve", "--lever", "tga", "--series", "level", "--target", text],
            &format!("target: '{text}' is not a number{advice}"),
        );
        let named = if text.is_empty() { "''" } else { text };
        refused(&["run", "--week", text], &format!("week: {named} is no week from 0 to 104"));
        refused(
            &["run", "--json", "--bands", text],
            &format!("bands: {named} is outside the range 1 to 16384 draws"),
        );
    }
    for (text, value) in [("-0", 0.0), ("+5", 5.0), ("-2.5e2", -250.0), (" 7 ", 7.0), ("1e-400", 0.0)] {
        let run = bathtub(&["run", "--json", "--set", &format!("tga={text}")]);
        let run = String::from_utf8(run.stdout).unwrap();
        assert!(!run.contains("-0.0,"), "{text}: a zero has no sign");
        assert_eq!(serde_json::from_str::<Value>(&run).unwrap()["settings"]["tga"], value, "{text}");
    }
    refused(
        &["run", "--set", "tga=1e300"],
        "tga: 1e300 is outside the range -900 to 900 ($bn over a quarter)",
    );
    for text in ["-1", "1.5", "105", "18446744073709551616", "1e1"] {
        refused(&["run", "--week", text], &format!("week: {text} is no week from 0 to 104"));
    }
    refused(&["run", "--json", "--bands", "16385"], "bands: 16385 is outside the range 1 to 16384 draws");
}

/// `/dev/full` takes nothing, as a full disk does.
#[cfg(target_os = "linux")]
#[test]
fn a_result_that_is_lost_is_a_failure_with_words() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let commands = COMMANDS.iter().map(|(command, _)| vec![*command]);
    let solve = ["solve", "--lever", "tga", "--series", "level", "--target", "99"];
    let others = [vec!["run", "--json"], vec!["--help"], vec!["--version"], solve.to_vec()];
    for arguments in commands.filter(|arguments| arguments != &["solve"]).chain(others) {
        let output = Command::new(env!("CARGO_BIN_EXE_bathtub"))
            .args(&arguments)
            .stdout(full())
            .output()
            .expect("bathtub starts");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.starts_with("the result could not be written: No space left"), "{said}");
    }
    let output = bathtub(&["export", "--out", "/dev/full"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("/dev/full: No space left"));
    // Where words are lost too, the exit code stays.
    let status = Command::new(env!("CARGO_BIN_EXE_bathtub")).arg("flood").stderr(full()).status();
    assert_eq!(status.unwrap().code(), Some(2));
}

/// As with `bathtub … | head -1`.
#[test]
fn a_pipe_that_its_reader_closed_is_no_failure() {
    use std::io::{BufRead, BufReader, Read};
    use std::process::Stdio;
    for arguments in [&["run", "--json"][..], &["backtest", "--json"], &["parameters"]] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_bathtub"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("bathtub starts");
        let mut line = String::new();
        BufReader::with_capacity(16, child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert!(child.wait().unwrap().success() && said.is_empty(), "{arguments:?}: {said}");
        assert!(!line.is_empty());
    }
}

#[test]
fn no_control_character_reaches_the_terminal() {
    let folder = std::env::temp_dir().join(format!("bathtub-control-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("own\u{1b}[2J\u{202e}.csv");
    let path = path.to_str().unwrap();
    let said = |arguments: &[&str]| {
        let output = bathtub(arguments);
        assert_ne!(output.status.code(), Some(0), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        let line = said.strip_suffix('\n').unwrap();
        assert!(!line.contains(|c: char| c.is_control() || c == '\u{202e}'), "{line:?}");
        said
    };
    assert!(said(&["backtest", "--data", path]).contains(r"own\u{1b}[2J\u{202e}.csv: No such file"));
    for text in [
        "date,walcl_busd\n2025-01-01,\u{1b}]0;owned\u{7}\n",
        "date,walcl_busd\n\u{1b}[31m,1\n",
        "date,\u{1b}c,\u{1b}c\n",
        "date,walcl_busd\n2025-01-01,\"1\n2\"\n",
    ] {
        std::fs::write(path, text).unwrap();
        said(&["backtest", "--data", path]);
    }
    std::fs::write(path, "date,walcl_busd\n2025-01-01,\u{9b}31m\n").unwrap();
    assert!(said(&["backtest", "--data", path]).contains(r"line 2: walcl_busd: '\u{9b}31m' is not a number"));
    std::fs::remove_dir_all(&folder).unwrap();
    for arguments in [
        &["\u{1b}[2J"][..],
        &["help", "\u{1b}[2J"],
        &["run", "--\u{1b}[2J"],
        &["run", "\u{1b}[2J\n\n"],
        &["run", "--json=\u{1b}[2J"],
        &["run", "--start", "\u{1b}[2J"],
        &["run", "--set", "\u{1b}[2J"],
        &["run", "--set", "\u{1b}[2J=1"],
        &["run", "--set", "tga=\u{1b}[2J"],
        &["run", "--week", "\u{1b}[2J"],
        &["run", "--json", "--bands", "\u{1b}[2J"],
        &["solve", "--lever", "\u{1b}[2J", "--series", "level", "--target", "1"],
        &["backtest", "--end", "\r\n"],
        &["export", "--format", "\u{1b}[2J"],
        &["export", "--out", "/\u{1b}[2J/x"],
    ] {
        let said = said(arguments);
        assert!(said.contains(r"\u{1b}[2J") || said.contains(r"\r\n"), "{said}");
    }
}

/// More draws take time, not memory: what all of them would take is 350 MB.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_draws() {
    let output = Command::new("sh")
        .args(["-c", "ulimit -v 200000 && exec \"$0\" run --json --bands 8192"])
        .arg(env!("CARGO_BIN_EXE_bathtub"))
        .output()
        .expect("sh starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let run: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(run["bands"]["draws"], 8192);
}

#[cfg(unix)]
#[test]
fn a_file_without_an_end_is_refused_and_a_dash_is_standard_input() {
    refused(
        &["backtest", "--data", "/dev/zero"],
        "/dev/zero: the file is larger than 8 MB; save it with fewer columns or years",
    );
    let table = concat!(env!("CARGO_MANIFEST_DIR"), "/../data/liquidity_weekly_2015_2025.csv");
    let piped = Command::new(env!("CARGO_BIN_EXE_bathtub"))
        .args(["backtest", "--data", "-"])
        .stdin(std::fs::File::open(table).unwrap())
        .output()
        .unwrap();
    assert_eq!(piped.stdout, bathtub(&["backtest"]).stdout);
    assert_eq!(bathtub(&["export", "--out", "-"]).stdout, bathtub(&["export"]).stdout);
}

#[test]
fn several_files_of_fred_are_merged() {
    let folder = std::env::temp_dir().join(format!("bathtub-fred-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let mut arguments = vec!["backtest".to_owned(), "--json".to_owned()];
    let mut paths = Vec::new();
    for (series, value) in [
        ("WALCL", "6600000"),
        ("WDTGAL", "800000"),
        ("RRPONTSYD", "100"),
        ("WRBWFRBL", "3200000"),
        ("WCURCIR", "2400"),
        ("IORB", "4.4"),
        ("SOFR", "4.3"),
    ] {
        let rows: String = (0..5).map(|week| format!("2025-01-{:02},{value}\n", 1 + 7 * week)).collect();
        let path = folder.join(format!("{series}.csv"));
        std::fs::write(&path, format!("observation_date,{series}\n{rows}")).unwrap();
        arguments.extend(["--data".to_owned(), path.to_str().unwrap().to_owned()]);
        paths.push(path);
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let found = json(&arguments);
    assert_eq!(found["weeks"].as_array().unwrap().len(), 5);
    assert_eq!(found["weeks"][0]["reserves_bn"]["actual"], 3200.0);
    let spread = found["weeks"][4]["spread_bp"]["actual"].as_f64().unwrap();
    assert!((spread + 10.0).abs() < 1e-9, "{spread}");
    // Of two files the one that is wrong is named.
    std::fs::write(&paths[1], "observation_date,WDTGAL\n2025-01-01,800000\n2025-01-22,800000\n").unwrap();
    refused(
        &arguments,
        &format!(
            "{}, line 3: 2025-01-22 does not follow 2025-01-01 within seven days; give WDTGAL the rows between",
            paths[1].display()
        ),
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_export_goes_to_a_file_or_to_the_shell() {
    let shown = bathtub(&["export", "--set", "capex=900"]);
    let text = String::from_utf8(shown.stdout).unwrap();
    assert!(text.contains("<xmile") && text.contains("<eqn>900</eqn>"));
    let vensim = String::from_utf8(bathtub(&["export", "--format", "mdl"]).stdout).unwrap();
    assert!(vensim.starts_with("{UTF-8}") && vensim.contains("\ncapex=\n\t725\n"));
}
