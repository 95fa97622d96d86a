use bathtub_model::{ParameterId, STARTS, Scenario};
use proptest::prelude::*;

use super::*;

fn set(key: &str, value: f64) -> Setting {
    Setting::default().with(ParameterId::from_key(key).unwrap(), value)
}

#[test]
fn nothing_changed_is_nothing_written() {
    assert_eq!(write(&Setting::default(), Language::English), "");
    assert_eq!(parse(""), (Setting::default(), vec![]));
    assert_eq!(parse("v=1"), (Setting::default(), vec![]));
}

#[test]
fn links_read_as_they_are_documented() {
    let setting = set("capex", 900.0).with(ParameterId::Tga, 300.0).at_week(26);
    assert_eq!(write(&setting, Language::English), "v=1&capex=900&tga=300&week=26");
    assert_eq!(parse("v=1&start=2026-08-19&capex=900&tga=300&week=26"), (setting, vec![]));
    let early = Setting { scenario: Scenario::new(&STARTS[0]), week: DEFAULT_WEEK };
    assert_eq!(write(&early, Language::English), "v=1&start=2015-01-07");
    assert_eq!(parse("start=2015-01-07"), (early, vec![]));
}

#[test]
fn a_value_at_the_default_of_another_start_is_written() {
    let scenario = Scenario::new(&STARTS[5]);
    let setting = Setting { scenario, week: DEFAULT_WEEK }.with(ParameterId::Capex, 715.0);
    assert_eq!(write(&setting, Language::English), "v=1&start=2025-07-30&capex=715");
    assert_eq!(parse(&write(&setting, Language::English)).0, setting);
}

#[test]
fn foreign_and_reserved_keys_are_ignored_in_silence() {
    let query = "utm_source=x&embed=1&m=1.0.0&fbclid=%F0%9F&&=&capexx=3";
    assert_eq!(parse(query), (Setting::default(), vec![]));
}

#[test]
fn a_language_stands_before_the_setting() {
    let setting = set("capex", 900.0);
    assert_eq!(write(&setting, Language::Russian), "v=1&lang=ru&capex=900");
    assert_eq!(write(&Setting::default(), Language::TraditionalChinese), "v=1&lang=zh-Hant");
    assert_eq!(parse("v=1&lang=ru&capex=900"), (setting, vec![]));
    assert_eq!(language("capex=900&lang=zh-TW&lang=ru"), Some(Language::TraditionalChinese));
    assert_eq!(language("capex=900"), None);
}

#[test]
fn a_language_that_there_is_not_is_reported() {
    let (setting, notices) = parse("lang=tlh&capex=900");
    assert_eq!((setting, language("lang=tlh")), (set("capex", 900.0), None));
    assert_eq!(notices, [Notice::Dropped(Error::UnknownParameter { key: "lang=tlh".into() })]);
}

#[test]
fn values_out_of_range_are_clamped_and_reported() {
    let (setting, notices) = parse("capex=99999&week=500&rate=1e999");
    assert_eq!(setting.scenario.get(ParameterId::Capex), 1500.0);
    assert_eq!((setting.scenario.get(ParameterId::Rate), setting.week), (300.0, 104));
    let row = ParameterId::Capex.row();
    let error = row.check(99999.0).unwrap_err();
    assert!(notices.contains(&Notice::Clamped { error, used: 1500.0 }), "{notices:?}");
    assert_eq!(notices.len(), 3);
    assert!(notices.iter().any(|notice| {
        matches!(notice, Notice::Clamped { error: Error::OutOfRange { key: "rate", .. }, .. })
    }));
}

#[test]
fn values_that_mean_nothing_are_dropped_and_reported() {
    let (setting, notices) = parse("capex=abc&tga=&start=2001-01-01&week=5.5&runoff=NaN&v=7");
    assert_eq!(setting, Setting::default());
    assert_eq!(notices.len(), 6, "{notices:?}");
    assert_eq!(notices[0], Notice::Version { text: "7".into() });
    assert!(matches!(&notices[1], Notice::Dropped(Error::UnknownStart { date }) if date == "2001-01-01"));
}

#[test]
fn percent_signs_are_undone_and_the_first_value_counts() {
    assert_eq!(parse("capex=9%30%30&capex=1").0, set("capex", 900.0));
    assert_eq!(parse("tga=%2D300").0, set("tga", -300.0));
}

/// Any setting that the page can reach.
fn settings() -> impl Strategy<Value = Setting> {
    let value = prop_oneof![
        4 => Just(None),
        1 => (0.0..=1.0_f64).prop_map(Some),
        1 => prop_oneof![Just(0.0), Just(1.0)].prop_map(Some),
    ];
    (0..STARTS.len(), 0..=WEEKS, proptest::collection::vec(value, ParameterId::COUNT)).prop_map(
        |(start, week, shares)| {
            let scenario = Scenario::new(&STARTS[start]);
            let mut setting = Setting { scenario, week };
            for (row, share) in PARAMETERS.iter().zip(shares) {
                if let Some(share) = share {
                    setting = setting.with(row.id, row.min + share * (row.max - row.min));
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
    fn any_query_gives_a_setting_in_range(query in "(\\PC{0,8}(=|&|%|capex|tga|week|start|[0-9e.-]{0,6})){0,12}") {
        let (setting, _) = parse(&query);
        prop_assert!(setting.week <= WEEKS);
        for row in &PARAMETERS {
            prop_assert!(row.check(setting.scenario.get(row.id)).is_ok());
        }
        prop_assert_eq!(parse(&write(&setting, Language::English)).0, setting);
    }
}

#[test]
fn what_is_reserved_for_others_stays_in_an_address() {
    assert_eq!(replaced("embed=1&tga=300&m=abc&utm=x", "v=1&tga=500".into()), "v=1&tga=500&embed=1&m=abc");
    assert_eq!(replaced("?tga=300".trim_start_matches('?'), String::new()), "");
    assert_eq!(replaced("embed=1", String::new()), "embed=1");
}
