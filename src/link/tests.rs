use std::fs;

use bathtub_model::{PRESETS, STARTS};
use proptest::prelude::*;

use super::frozen::differs_by_start;
use super::version_2::VERSION_2;
use super::*;

fn set(key: &str, value: f64) -> Setting {
    Setting::default().with(ParameterId::from_key(key).unwrap(), value)
}

fn get(setting: &Setting, key: &str) -> f64 {
    setting.scenario.get(ParameterId::from_key(key).unwrap())
}

/// A notice in a word or two.
fn short(notice: &Notice) -> String {
    match notice {
        Notice::OlderModel { model } => format!("model {model}"),
        Notice::Version { text } => format!("version {text}"),
        Notice::Retired { key, text } => format!("retired {key} {text}"),
        Notice::Dropped(Error::NotANumber { key, text }) => format!("dropped {key} {text}"),
        Notice::Dropped(Error::UnknownStart { date }) => format!("dropped start {date}"),
        Notice::Dropped(Error::UnknownParameter { key }) => format!("dropped {key}"),
        Notice::Clamped { error: Error::OutOfRange { key, value, .. }, used } => {
            format!("clamped {key} {value} {used}")
        }
        Notice::Doubled { key, used, other } => format!("doubled {key} {used} {other}"),
        other => panic!("{other:?}"),
    }
}

fn shorts(notices: &[Notice]) -> Vec<String> {
    notices.iter().map(short).collect()
}

/// The start of today's page.
const TODAY: &str = DEFAULT_START.date;
/// What version 1 leaves alone.
const STILL: &str = "runoff 0, runoff_weeks 26, tga 0, rate 0, bank_assets_growth 3.5";

/// A link, and what it gives: start, week, some of the values, and what is said.
type Example = (&'static str, &'static str, usize, &'static [&'static str], &'static [&'static str]);

/// Links of every version as they were copied or written by hand. Start, week and values of a row
/// never change: that is the promise.
#[rustfmt::skip]
const EXAMPLES: &[Example] = &[
    // Copied from version 1, which left a default start out.
    ("v=1&capex=900&tga=300&week=26",
        "2026-08-19", 26, &["capex 900, tga 300, dry 600, runoff 0, runoff_weeks 26, bank_assets_growth 3.5"], &["model 1"]),
    ("v=1&lang=ru&capex=1000", "2026-08-19", 52, &["capex 1000, dry 600", STILL], &["model 1"]),
    ("v=1&lang=zh-Hant", "2026-08-19", 52, &["capex 715, dry 600", STILL], &["model 1"]),
    ("v=1&runoff=60&week=104", "2026-08-19", 104, &["runoff 60, runoff_weeks 26, capex 715"], &["model 1"]),
    ("v=1&runoff=-40&runoff_weeks=52", "2026-08-19", 52, &["runoff -40, runoff_weeks 52"], &["model 1"]),
    ("v=1&bank_assets_growth=5", "2026-08-19", 52, &["bank_assets_growth 5, runoff 0"], &["model 1"]),
    ("v=1&tub_share=0.7&beta_gold=0.3", "2026-08-19", 52, &["tub_share 0.7, beta_gold 0.3", STILL], &["model 1"]),
    ("v=1&start=2015-01-07", "2015-01-07", 52, &["capex 25, dry 3000", STILL], &["model 1"]),
    ("v=1&start=2019-09-11", "2019-09-11", 52, &["capex 75, dry 1500", STILL], &["model 1"]),
    ("v=1&start=2020-12-30&week=0", "2020-12-30", 0, &["capex 110, dry 3000", STILL], &["model 1"]),
    ("v=1&start=2021-12-29", "2021-12-29", 52, &["capex 150, dry 3000", STILL], &["model 1"]),
    ("v=1&start=2022-12-28", "2022-12-28", 52, &["capex 160, dry 2000", STILL], &["model 1"]),
    ("v=1&start=2025-07-30&capex=715", "2025-07-30", 52, &["capex 715, dry 1200", STILL], &["model 1"]),
    ("v=1&start=2025-10-29&capex=900&tga=300&runoff=-40&rate=-25&dry=200&week=80",
        "2025-10-29", 80, &["capex 900, tga 300, runoff -40, rate -25, dry 200, runoff_weeks 26"], &["model 1"]),
    ("v=1&start=2025-12-31", "2025-12-31", 52, &["capex 715, dry 600", STILL], &["model 1"]),
    ("v=1&start=2026-02-04", "2026-02-04", 52, &["capex 715, dry 600", STILL], &["model 1"]),
    ("v=1&start=2026-08-19&capex=0", "2026-08-19", 52, &["capex 0, dry 600", STILL], &["model 1"]),
    // A coefficient that model 1.0.0 had.
    ("v=1&curve_height=20&tga=100", "2026-08-19", 52, &["tga 100, runoff 0"], &["model 1", "retired curve_height 20"]),
    // Wrong in part.
    ("v=1&start=2001-01-01&week=500&tga=lots", "2026-08-19", 104, &["capex 715", STILL],
        &["model 1", "dropped start 2001-01-01", "dropped tga lots", "clamped week 500 104"]),
    // Written by hand while there was version 1 alone.
    ("capex=900", "2026-08-19", 52, &["capex 900, dry 600", STILL], &["model 1"]),
    ("start=2015-01-07", "2015-01-07", 52, &["capex 25, dry 3000", STILL], &["model 1"]),
    // Nobody embedded version 1.
    ("embed=1&week=10", TODAY, 10, &[], &[]),
    // Nothing is set: the page as it is today.
    ("", TODAY, 52, &[], &[]),
    ("lang=ru", TODAY, 52, &[], &[]),
    ("utm_source=x&embed=1", TODAY, 52, &[], &[]),
    // Version 2.
    ("v=2", TODAY, 52, &[], &[]),
    ("v=2&start=2026-08-19", "2026-08-19", 52, &[], &[]),
    ("v=2&start=2026-08-19&capex=900&tga=300&week=26", "2026-08-19", 26, &["capex 900, tga 300"], &[]),
    ("v=2&lang=vi&start=2015-01-07&runoff=0", "2015-01-07", 52, &["runoff 0"], &[]),
    ("v=2&start=2025-10-29&tga=-900&spiral_strength=2.5", "2025-10-29", 52, &["tga -900, spiral_strength 2.5"], &[]),
    ("v=2&capex=99999&week=5.5", TODAY, 52, &["capex 1500"], &["clamped capex 99999 1500", "dropped week 5.5"]),
    // Of the future, and of nowhere.
    ("v=3&start=2026-08-19&capex=900", "2026-08-19", 52, &["capex 900"], &["version 3"]),
    ("v=&tga=50", TODAY, 52, &["tga 50"], &["version "]),
];

#[test]
fn links_of_every_version_keep_what_they_meant() {
    for (query, start, week, values, says) in EXAMPLES {
        let (setting, notices) = parse(query);
        assert_eq!((setting.scenario.start().date, setting.week), (*start, *week), "{query}");
        let values = values.iter().flat_map(|list| list.split(", "));
        for (key, value) in values.map(|pair| pair.split_once(' ').unwrap()) {
            assert_eq!(get(&setting, key).to_string(), value, "{key} of {query}");
        }
        assert_eq!(shorts(&notices), *says, "{query}");
    }
}

#[test]
fn what_a_link_of_the_present_version_omits_is_the_starts() {
    let present = format!("v={VERSION}");
    for (query, start, week, values, _) in EXAMPLES.iter().filter(|row| row.0.starts_with(&present)) {
        let scenario = Scenario::new(Start::from_date(start).unwrap());
        let mut expected = Setting { week: *week, ..Setting::new(scenario) };
        for pair in values.iter().flat_map(|list| list.split(", ")) {
            let (key, value) = pair.split_once(' ').unwrap();
            expected = expected.with(ParameterId::from_key(key).unwrap(), value.parse().unwrap());
        }
        assert_eq!(parse(query).0, expected, "{query}");
    }
}

#[test]
fn every_key_of_version_1_is_set_or_said_to_be_gone() {
    for key in VERSION_1.keys() {
        let (setting, notices) = parse(&format!("v=1&{key}=0.5"));
        let Ok(id) = ParameterId::from_key(key) else {
            assert_eq!(shorts(&notices), ["model 1".to_owned(), format!("retired {key} 0.5")]);
            continue;
        };
        assert_eq!(setting.scenario.get(id), id.row().clamp(0.5), "{key}");
        assert_eq!(notices.len(), 1 + usize::from(id.row().check(0.5).is_err()), "{key}: {notices:?}");
    }
}

/// Made up, so that it differs from any model.
const OTHER: FrozenDefaults = FrozenDefaults {
    version: "0",
    start: "2015-01-07",
    week: 10,
    by_start: &["dry", "gone_with_the_start"],
    starts: &[("2015-01-07", &[100.0, 1.0])],
    parameters: &[("rate", 40.0), ("payouts", 180.0), ("gone", 3.0), ("tga", 99999.0)],
};

fn read_by(defaults: &FrozenDefaults, query: &str) -> (Setting, Vec<String>) {
    let mut notices = Vec::new();
    let setting = setting(&read_pairs(query), Some(defaults), &mut notices);
    (setting, shorts(&notices))
}

#[test]
fn omitted_levers_and_starts_are_the_versions_and_coefficients_the_models() {
    let (setting, notices) = read_by(&OTHER, "");
    assert_eq!((setting.scenario.start().date, setting.week), ("2015-01-07", 10));
    assert_eq!((get(&setting, "dry"), get(&setting, "rate")), (100.0, 40.0));
    assert_eq!(get(&setting, "payouts"), ParameterId::Payouts.row().default, "a coefficient");
    // A default that is out of range by now is no secret; one that is gone is nobody's loss.
    assert_eq!(notices, ["clamped tga 99999 900"]);
}

#[test]
fn what_a_link_says_itself_goes_before_what_its_version_says() {
    let query = "start=2025-10-29&payouts=160&rate=lots&tga=20&gone=7&gone_with_the_start=1&week=x";
    let (setting, notices) = read_by(&OTHER, query);
    assert_eq!((get(&setting, "payouts"), get(&setting, "tga")), (160.0, 20.0));
    assert_eq!((get(&setting, "rate"), setting.week), (40.0, 10), "as it was left");
    let own = setting.scenario.default_value(ParameterId::Dry);
    assert_eq!(get(&setting, "dry"), own, "the version did not have the start");
    let gone = ["retired gone_with_the_start 1", "retired gone 7"];
    assert_eq!(notices, ["dropped rate lots", "dropped week x", gone[0], gone[1]]);
}

#[test]
fn version_and_start_are_always_written() {
    let untouched = Setting::default();
    assert_eq!(write(&untouched, Language::English), format!("v=2&start={TODAY}"));
    assert_eq!(write(&untouched, Language::TraditionalChinese), format!("v=2&lang=zh-Hant&start={TODAY}"));
    let moved = set("capex", 900.0).with(ParameterId::Tga, 300.0).at_week(26);
    let query = format!("v=2&lang=ru&start={TODAY}&capex=900&tga=300&week=26");
    assert_eq!(write(&moved, Language::Russian), query);
    assert_eq!(parse(&query), (moved, vec![]));
}

#[test]
fn a_value_at_the_default_of_another_start_is_written() {
    let scenario = Scenario::new(Start::from_date("2015-01-07").unwrap());
    let capex = DEFAULT_START.capex;
    let setting = Setting::new(scenario).with(ParameterId::Capex, capex);
    assert_eq!(write(&setting, Language::English), format!("v=2&start=2015-01-07&capex={capex}"));
    assert_eq!(parse(&write(&setting, Language::English)).0, setting);
}

#[test]
fn an_old_link_is_written_anew_with_all_that_it_meant() {
    for (query, ..) in EXAMPLES {
        let (setting, _) = parse(query);
        assert_eq!(parse(&write(&setting, Language::English)), (setting, vec![]), "{query}");
    }
}

#[test]
fn foreign_and_reserved_keys_are_ignored_in_silence() {
    let query = "utm_source=x&embed=1&m=1.0.0&fbclid=%F0%9F&&=";
    assert_eq!(parse(query), (Setting::default(), vec![]));
    let theirs = "ref source src tag date gate page share from id s t si cid gclid dclid msclkid yclid mc_cid _ga \
                  _gl igshid spm campaign utm_medium q hash lang2 state code token session theme2 day dr ate x";
    for key in theirs.split_whitespace() {
        assert_eq!(parse(&format!("v=2&{key}=900")), (Setting::default(), vec![]), "{key}");
    }
}

#[test]
fn a_key_that_was_meant_to_be_ours_is_told() {
    for key in [
        "capex[]", "capex[0]", "tga[]", "capeex", "capexx", "cpex", "cpaex", "capox", "tgaa", "rates",
        "_tga", "runof",
    ] {
        let (setting, notices) = parse(&format!("v=2&{key}=900"));
        assert_eq!(
            (setting, shorts(&notices)),
            (Setting::default(), vec![format!("dropped {key}")]),
            "{key}"
        );
    }
}

#[test]
fn a_pin_has_a_start_and_values_and_the_rest_is_told() {
    let pinned = |pin: &str| {
        let (setting, notices) = parse(&format!("v=2&capex=900&pin={pin}"));
        assert_eq!(get(&setting, "capex"), 900.0, "{pin}");
        (setting.pinned.unwrap().get(ParameterId::Capex), shorts(&notices))
    };
    let usual = DEFAULT_START.capex;
    assert_eq!(pinned("start:2026-08-19,capex:1200"), (1200.0, vec![]));
    assert_eq!(pinned("start:2026-08-19,capex:1,200"), (usual, vec!["dropped capex 1,200".into()]));
    assert_eq!(pinned("capex:1,200,tga:x").1, ["dropped capex 1,200", "dropped tga x"]);
    assert_eq!(pinned("capex:1200,capeex:3,week:4").1, ["dropped capeex", "dropped week"]);
    assert_eq!(pinned("capex:9999"), (1500.0, vec!["clamped capex 9999 1500".into()]));
    assert_eq!(pinned("1200"), (usual, vec!["dropped 1200".into()]));
    // A pin of a pin of a pin is one thing that cannot be used, however often.
    let deep = format!("{}x", "pin:".repeat(100_000));
    assert_eq!(pinned(&deep), (usual, vec!["dropped pin".into()]));
}

#[test]
fn a_language_is_no_part_of_the_setting() {
    assert_eq!(parse("v=2&lang=ru&capex=900"), (set("capex", 900.0), vec![]));
    assert_eq!(language("capex=900&lang=zh-TW&lang=ru"), Some(Language::TraditionalChinese));
    assert_eq!(language("capex=900"), None);
}

#[test]
fn a_language_that_there_is_not_is_reported() {
    let (setting, notices) = parse("v=2&lang=tlh&capex=900");
    assert_eq!((setting, language("lang=tlh")), (set("capex", 900.0), None));
    assert_eq!(notices, [Notice::Dropped(Error::UnknownParameter { key: "lang=tlh".into() })]);
}

#[test]
fn values_out_of_range_are_clamped_and_reported() {
    let (setting, notices) = parse("v=2&capex=99999&week=500&rate=1e999");
    assert_eq!(setting.scenario.get(ParameterId::Capex), 1500.0);
    assert_eq!((setting.scenario.get(ParameterId::Rate), setting.week), (300.0, 104));
    assert_eq!(
        shorts(&notices),
        ["clamped capex 99999 1500", "clamped rate inf 300", "clamped week 500 104"]
    );
}

#[test]
fn values_that_mean_nothing_are_dropped_and_reported() {
    let (setting, notices) = parse("capex=abc&tga=&start=2001-01-01&week=5.5&runoff=NaN&v=7");
    assert_eq!(setting, Setting::default());
    let dropped = ["start 2001-01-01", "capex abc", "tga ", "runoff NaN", "week 5.5"];
    let dropped = dropped.map(|what| format!("dropped {what}"));
    assert_eq!(shorts(&notices)[0], "version 7");
    assert_eq!(shorts(&notices)[1..], dropped);
}

#[test]
fn percent_signs_are_undone_and_the_first_value_counts() {
    assert_eq!(parse("v=2&capex=9%30%30&capex=1").0, set("capex", 900.0));
    assert_eq!(parse("v=2&tga=%2D300").0, set("tga", -300.0));
}

/// Any setting that the page can reach.
fn settings() -> impl Strategy<Value = Setting> {
    let value = prop_oneof![
        4 => Just(None),
        1 => (0.0..=1.0_f64).prop_map(Some),
        1 => prop_oneof![Just(0.0), Just(1.0)].prop_map(Some),
    ];
    let label = proptest::option::of(proptest::sample::select(&PRESETS[..]));
    (0..STARTS.len(), 0..=WEEKS, label, proptest::collection::vec(value, ParameterId::COUNT)).prop_map(
        |(start, week, label, shares)| {
            let scenario = Scenario::new(&STARTS[start]);
            let preset = label.map(|preset| preset.key);
            let mut setting = Setting { week, preset, ..Setting::new(scenario) };
            for (row, share) in PARAMETERS.iter().zip(shares) {
                if let Some(share) = share {
                    let moved = setting.with(row.id, row.min + share * (row.max - row.min));
                    // The page takes over no balance sheet that is none.
                    if moved.scenario.check_balance_sheet().is_ok() {
                        setting = moved;
                    }
                }
            }
            setting
        },
    )
}

proptest! {
    #[test]
    fn a_link_restores_its_setting(setting in settings()) {
        let query = write(&setting, Language::English);
        let (read, notices) = parse(&query);
        prop_assert_eq!(notices, vec![]);
        prop_assert_eq!(read, setting);
        prop_assert_eq!(write(&read, Language::English), query);
    }

    #[test]
    fn any_query_gives_a_setting_in_range(query in "(\\PC{0,8}(=|&|%|v=1|v=2|capex|tga|week|start|[0-9e.-]{0,6})){0,12}") {
        let (setting, _) = parse(&query);
        prop_assert!(setting.week <= WEEKS);
        for row in &PARAMETERS {
            prop_assert!(row.check(setting.scenario.get(row.id)).is_ok());
        }
        prop_assert_eq!(parse(&write(&setting, Language::English)).0, setting);
    }
}

#[test]
fn a_balance_sheet_that_is_none_is_told_and_left_out() {
    let (setting, notices) = parse("v=2&start=2026-10-07&reserves=6000&tga=300");
    assert_eq!(setting, set("tga", 300.0));
    assert!(matches!(notices[..], [Notice::Dropped(Error::BalanceSheet { .. })]), "{notices:?}");
    let (own, notices) = parse("v=2&start=2026-10-07&reserves=2900.5&tga=300");
    assert_eq!((own.scenario.balance_sheet().reserves, notices), (2900.5, vec![]));
}

#[test]
fn what_is_reserved_for_others_stays_in_an_address() {
    assert_eq!(replaced("embed=1&tga=300&m=abc&utm=x", "v=2&tga=500".into()), "v=2&tga=500&embed=1&m=abc");
    assert_eq!(replaced("tga=300", "v=2".into()), "v=2");
}

const STORED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/link/version_2.rs");

/// The model's present defaults, written as `version_1.rs` is.
fn present_defaults() -> String {
    let (by_start, others): (Vec<ParameterId>, Vec<ParameterId>) =
        ParameterId::ALL.into_iter().partition(|id| differs_by_start(*id));
    let keys: Vec<_> = by_start.iter().map(|id| id.row().key).collect();
    let mut text = format!(
        "//! Version {VERSION}, the present one. Written by
//! `BATHTUB_UPDATE=1 cargo test -p liquidity-bathtub --lib link`; the next one freezes it.

use super::frozen::FrozenDefaults;

/// What a key means that a link of version {VERSION} omits.
#[rustfmt::skip]
pub const VERSION_{VERSION}: FrozenDefaults = FrozenDefaults {{
    version: \"{VERSION}\",
    start: \"{TODAY}\",
    week: {DEFAULT_WEEK},
    by_start: &{keys:?},
    starts: &[
"
    );
    for start in &STARTS {
        let defaults: Vec<_> = by_start.iter().map(|id| start.default_value(*id)).collect();
        text += &format!("        ({:?}, &{defaults:?}),\n", start.date);
    }
    text += "    ],\n    parameters: &[\n";
    for row in others.iter().map(|id| id.row()) {
        text += &format!("        ({:?}, {:?}),\n", row.key, row.default);
    }
    text + "    ],\n};\n"
}

#[test]
fn defaults_of_the_present_version_are_on_file() {
    let fresh = present_defaults();
    if std::env::var_os("BATHTUB_UPDATE").is_some() {
        fs::write(STORED, &fresh).unwrap();
    }
    let stored = fs::read_to_string(STORED).unwrap_or_default();
    let stale = stored.lines().zip(fresh.lines()).find(|(a, b)| a != b);
    assert!(
        stored == fresh,
        "The model has left src/link/version_2.rs. First difference: {stale:?}. The default of a lever, of a \
         start, or a key that is gone changes what published links of version {VERSION} say: freeze the file \
         first (docs/how-to.md). After any other change write it anew: BATHTUB_UPDATE=1 cargo test \
         -p liquidity-bathtub --lib link"
    );
}

#[test]
fn the_file_says_what_links_of_the_present_version_mean() {
    // What a rewritten file says is compiled by the next run.
    if std::env::var_os("BATHTUB_UPDATE").is_some() {
        return;
    }
    let starts = STARTS.iter().map(|start| format!("v={VERSION}&start={}", start.date));
    for query in starts.chain([format!("v={VERSION}"), format!("v={VERSION}&start=2026-08-19&tga=300")]) {
        assert_eq!(read_by(&VERSION_2, &query), (parse(&query).0, vec![]), "{query}");
    }
}

/// What others do to a link on its way: where, what comes of it, and what is said.
const HANDLED: &[(&str, &str, &[&str])] = &[
    ("v=2&amp;start=2026-10-07&amp;capex=900&amp;amp;tga=-300", "escaped once and twice by editors", &[]),
    ("v%3D2%26start%3D2026-10-07%26capex%3D900%26tga%3D-300", "encoded as a whole", &[]),
    ("v%253D2%2526start%253D2026-10-07%2526capex%253D900%2526tga%253D-300", "encoded twice", &[]),
    ("v=2&start=2026-10-07&capex=900%26tga%3D-300", "encoded in part", &[]),
    ("v=3D2&start=3D2026-10-07&capex=3D900&tga=3D-300", "quoted as mail quotes", &[]),
    ("v=2&start=2026-10-07&capex=900&tga=\u{2212}300", "a typesetter's minus", &[]),
    (
        "v=2&start=2026\u{2011}10\u{2011}07&capex=900&tga=%E2%80%93300",
        "hyphens that do not break, and a dash",
        &[],
    ),
    ("v=2&start=2026-10-07&capex=900&tga=-300.", "the end of a sentence", &[]),
    ("v=2&start=2026-10-07&capex=900&tga=-300%E2%80%9D).", "quoted in brackets", &[]),
    ("v=2&start=2026-10-07&capex=900&tga=-300\u{3002}", "the end of a Chinese sentence", &[]),
    ("V=2&START=2026-10-07&Capex=900&TGA=-300", "capitals", &[]),
    ("v=2&start=2026-10-07&cap\u{200B}ex=9\u{200B}00&tga=-300%20", "what nobody sees", &[]),
    ("v=2&start=2026-10-07&capex=900&tga=-300%23below", "a part of the page, encoded", &[]),
    ("v=2&start=2026-10-07&capex=900&tga=-300?v=2&start=2026-10-07&capex=900&tga=-300", "pasted twice", &[]),
    (
        "v=2&start=2026-10-07&capex=900&tga=-300&utm_source=a%26capex%3D5&fbclid=x",
        "what others count with",
        &[],
    ),
    ("v=2&start=2026-10-07&capex=900&tga=-300&tga=100", "one key twice", &["doubled tga -300 100"]),
];

#[test]
fn what_others_do_to_a_link_is_undone_or_said() {
    let meant = parse("v=2&start=2026-10-07&capex=900&tga=-300").0;
    assert_eq!((get(&meant, "capex"), get(&meant, "tga")), (900.0, -300.0));
    for (query, how, said) in HANDLED {
        let (setting, notices) = parse(query);
        assert_eq!(setting, meant, "{how}");
        assert_eq!(shorts(&notices), *said, "{how}");
    }
}

proptest! {
    /// A link says what it means however it is encoded, and whatever is added to it.
    #[test]
    fn a_link_that_was_encoded_means_the_same(times in 0..3_usize, capex in 0..300_u32, end in "[.,;:!?)\\]}>»”…]{0,3}") {
        let query = format!("v=2&start=2026-10-07&capex={}", capex * 5);
        let encode = |text: String| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let sent = (0..times).fold(format!("{query}{end}"), |text, _| encode(text));
        prop_assert_eq!(parse(&sent), parse(&query));
    }
}

#[test]
fn an_embedded_tub_means_today_unless_it_says_otherwise() {
    assert_eq!(parse("embed=1&capex=1000").1, []);
    assert_eq!(parse("embed=1&v=1&capex=1000").1, [Notice::OlderModel { model: "1" }]);
    assert_eq!(parse("capex=1000").1, [Notice::OlderModel { model: "1" }]);
}
