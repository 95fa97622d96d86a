//! At presets, at the ends of levers and at 2,000 settings by chance, [`SEED`].

use std::cmp::Ordering;

use bathtub_model::{PARAMETERS, PRESETS, ParameterId, Preset, STARTS, Scenario, WEEKS, simulate};

use super::*;
use crate::language::Language;
use crate::locale::{Message, Words, catalogues};
use crate::platform::Platform;
use crate::scene::facts::{SceneView, headline};

/// What the settings by chance are drawn from.
const SEED: u64 = 20_261_125;
const BY_CHANCE: usize = 2_000;

/// A run, what it is compared with, and the week looked at.
struct Case {
    name: String,
    run: Run,
    against: Run,
    week: usize,
}

impl Case {
    fn new(name: impl Into<String>, scenario: &Scenario, against: &Scenario, week: usize) -> Self {
        Case { name: name.into(), run: simulate(scenario), against: simulate(against), week }
    }

    fn of(settings: &[(ParameterId, f64)], week: usize) -> Self {
        let untouched = Scenario::default();
        let scenario = settings.iter().fold(untouched, |s, (id, value)| s.with(*id, *value).unwrap());
        Case::new(format!("{settings:?}"), &scenario, &untouched, week)
    }

    fn moved(&self) -> Option<Moved> {
        largest(&self.run, &self.against, self.week)
    }

    fn key(&self) -> &'static str {
        self.moved().map_or("nothing", |moved| moved.about.key())
    }

    /// Both sentences.
    fn said(&self, words: &Words, pinned: bool) -> [String; 2] {
        let (moved, view) = (self.moved(), SceneView::new(&self.run, &self.against, self.week));
        let said = [headline::named(moved.as_ref(), pinned), headline::regime(&view, moved.as_ref())];
        said.map(|message| words.text(&message).to_string())
    }

    /// Key, move and score of everything that can be named, from the numbers that a run hands out:
    /// the order is that of ties.
    fn scores(&self) -> Vec<(&'static str, f64, f64)> {
        let [now, before] = [&self.run, &self.against].map(|run| run.readouts(self.week).unwrap());
        let mut all = vec![
            ("stage", f64::from(now.stage as u8) - f64::from(before.stage as u8), 1.0 / 3.0),
            ("index", 100.0 * (now.index - before.index) / before.index, 1.5),
        ];
        for duck in Duck::ALL {
            let price = |run: &Run| 1.0 + run.duck(duck, self.week).unwrap().change_pct / 100.0;
            let (now, before) = (price(&self.run), price(&self.against));
            all.push((duck.key(), 100.0 * (now - before) / before, 5.0));
        }
        all.push(("spread", now.spread_bp - before.spread_bp, 10.0));
        all.push(("level", 100.0 * (now.level - before.level) / before.level, 0.5));
        all.into_iter().map(|(key, by, size)| (key, by, by.abs() / size)).collect()
    }

    fn check(&self) {
        let (name, moved) = (&self.name, self.moved());
        let scores = self.scores();
        assert!(scores.iter().all(|(_, _, score)| score.is_finite()), "{name}: {scores:?}");
        let largest = scores.iter().map(|(_, _, score)| *score).fold(0.0, f64::max);
        let Some(moved) = moved else {
            assert!(largest < 0.1 + 1e-9, "{name}: nothing, for {scores:?}");
            let ducks = scores[2..2 + Duck::COUNT].iter();
            assert!(ducks.clone().all(|(_, by, _)| by.abs() < 0.5), "{name}: {scores:?}");
            return;
        };
        let (_, by, score) = scores.iter().find(|(key, ..)| *key == moved.about.key()).unwrap();
        assert!(*score > largest - 1e-9, "{name}: {moved:?} for {scores:?}");
        assert!((by - moved.by).abs() < 1e-9, "{name}: {moved:?} for {scores:?}");
    }
}

fn presets() -> impl Iterator<Item = Case> {
    PRESETS.iter().flat_map(|preset| {
        let scenario = preset.scenario().unwrap();
        let untouched = Scenario::new(scenario.start());
        let weeks = [4, 26, 52, WEEKS].into_iter();
        weeks.map(move |week| Case::new(format!("{}, week {week}", preset.key), &scenario, &untouched, week))
    })
}

fn ends_of_levers() -> impl Iterator<Item = Case> {
    PARAMETERS.iter().filter(|row| row.id.is_lever()).flat_map(|row| {
        [row.min, row.max].into_iter().flat_map(move |value| {
            let scenario = Scenario::default().with_clamped(row.id, value);
            [26, 52].map(|week| {
                let name = format!("{} {value}, week {week}", row.key);
                Case::new(name, &scenario, &Scenario::default(), week)
            })
        })
    })
}

/// Numbers from zero to one: SplitMix64.
fn chance() -> impl FnMut() -> f64 {
    let mut state = SEED;
    move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Settings by chance: every parameter is moved in one of seven cases, each third setting against
/// another one, as if that was pinned.
fn by_chance() -> impl Iterator<Item = Case> {
    let mut next = chance();
    (0..BY_CHANCE).map(move |i| {
        let start = &STARTS[(next() * STARTS.len() as f64) as usize];
        let mut any = |of: Scenario| {
            PARAMETERS.iter().fold(of, |scenario, row| {
                let (moves, part) = (next() < 1.0 / 7.0, next());
                let value = row.min + (row.max - row.min) * part;
                if moves { scenario.with_clamped(row.id, value) } else { scenario }
            })
        };
        let untouched = Scenario::new(start);
        let (scenario, other) = (any(untouched), any(untouched));
        let against = if i % 3 == 0 { other } else { untouched };
        let week = (next() * (WEEKS + 1) as f64) as usize;
        Case::new(format!("setting {i}, week {week}"), &scenario, &against, week)
    })
}

#[test]
fn what_is_named_moved_most() {
    presets().chain(ends_of_levers()).chain(by_chance()).for_each(|case| case.check());
}

/// Nothing is left to be filled, in any language.
#[test]
fn every_sentence_is_whole_in_every_language() {
    let platform = Platform::native();
    let cases: Vec<_> = presets().chain(ends_of_levers()).chain(by_chance().take(300)).collect();
    for language in Language::ALL {
        let words = catalogues::words(language, &platform);
        for case in &cases {
            for text in [false, true].iter().flat_map(|pinned| case.said(&words, *pinned)) {
                assert!(text.chars().count() > 5 && !text.contains(['{', '}', '–']), "{}: {text}", case.name);
            }
        }
    }
}

#[test]
fn a_headline_is_short() {
    let words = Words::english(Platform::native());
    for case in presets().chain(ends_of_levers()).chain(by_chance()) {
        for pinned in [false, true] {
            let text = words.text(&headline::named(case.moved().as_ref(), pinned));
            assert!(text.chars().count() <= 75, "{}: {text}", case.name);
        }
    }
}

/// What the visitor sees first of well-known settings.
#[test]
fn well_known_settings_are_told_by_what_one_notices() {
    use ParameterId as P;
    let words = Words::english(Platform::native());
    for (case, about, start) in [
        (Case::of(&[], 52), "nothing", "The water stands where it would stand untouched."),
        (
            Case::of(&[(P::Capex, 1000.0), (P::Dry, 0.0)], 52),
            "level",
            "The water is 1.2% lower: mostly AI funding.",
        ),
        (
            Case::of(&[(P::Tga, 700.0)], 52),
            "stage",
            "The stage is worse: Depleted, because of the repo spread.",
        ),
        (Case::of(&[(P::Rate, 100.0)], 52), "index", "The price index is "),
        (Case::of(&[(P::Shock, 30.0)], 26), "index", "The price index is "),
    ] {
        let [said, _] = case.said(&words, false);
        assert_eq!((case.key(), said.starts_with(start)), (about, true), "{}: {said}", case.name);
    }
}

#[test]
fn under_forced_selling_the_second_sentence_speaks_of_it() {
    let words = Words::english(Platform::native());
    let late = Preset::from_key("late-help").unwrap().scenario().unwrap();
    let case = Case::new("late help", &late, &Scenario::new(late.start()), 26);
    let [said, regime] = case.said(&words, false);
    assert!(said.ends_with("mostly forced selling."), "{said}");
    assert!(regime.starts_with("Forced selling has taken "), "{regime}");
    for case in presets().chain(ends_of_levers()).chain(by_chance()) {
        let view = SceneView::new(&case.run, &case.against, case.week);
        let moved = case.moved();
        let regime = headline::regime(&view, moved.as_ref());
        let sold = view.forced_fall_pct >= SELLING;
        let told = ["scene.margin-calls", "scene.selling-alone"].contains(&regime.key());
        assert_eq!(told, sold, "{}: {regime:?}", case.name);
        if regime.key() == "scene.called" {
            let sales = case.run.sales(case.week).unwrap();
            assert!(sales.bitcoin + sales.momentum > 0.0, "{}: {sales:?}", case.name);
        }
    }
}

/// A cause is a part with the sign of the move, and no other part is larger.
#[test]
fn a_cause_has_the_largest_part_in_its_direction() {
    use ParameterId as P;
    for (settings, week, cause) in [
        (&[(P::Capex, 1000.0), (P::Dry, 0.0)][..], 52, TermMessage::CauseAiFunding),
        (&[(P::Rate, 100.0)], 52, TermMessage::CauseDiscount),
        (&[(P::Tga, 700.0)], 52, TermMessage::ReasonSpread),
        (&[(P::MarketValue, 20.0)], 8, TermMessage::CauseLargerMarket),
        (&[(P::Shock, 15.0), (P::SpiralStrength, 0.0)], 12, TermMessage::CauseShock),
        (&[(P::EarningsSlowdown, 10.0)], 52, TermMessage::CauseEarnings),
    ] {
        let case = Case::of(settings, week);
        assert_eq!(case.moved().map(|moved| moved.cause), Some(cause), "{}", case.name);
    }
    let parts = largest_part(["a", "b", "c"], [-3.0, 2.0, -4.0], [0.0, 0.0, 0.0], -5.0);
    assert_eq!(parts, "c");
    assert_eq!(largest_part(["a", "b"], [-3.0, 2.0], [0.0, 0.0], 1.0), "b");
}

#[test]
fn of_two_equal_moves_the_earlier_is_named() {
    let keys: Vec<_> = {
        let run = simulate(&Scenario::default());
        moves(&run, &run, 52).map(|(about, _)| about.key()).collect()
    };
    let ducks = Duck::ALL.map(Duck::key);
    assert_eq!(keys, [&["stage", "index"][..], &ducks, &["spread", "level"]].concat());
    let least = Case::of(&[], 52).scores().into_iter().map(|(_, _, score)| score).max_by(f64::total_cmp);
    assert_eq!(least.map(|score| score.total_cmp(&0.0)), Some(Ordering::Equal));
}

/// A stage is news, and a price index of 54 goes before a crisis.
#[test]
fn a_stage_is_three_of_the_others() {
    let score = |about, by: f64| by / noticed(about);
    assert!(score(About::Stage(Stage::Tight), 1.0) > score(About::Level, 1.4));
    assert!(score(About::Stage(Stage::Crisis), 3.0) < score(About::Index, 46.0));
}
