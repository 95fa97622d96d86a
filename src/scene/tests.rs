//! What must hold of the picture at every setting.

use bathtub_model::{Duck, PARAMETERS, PRESETS, Run, STARTS, Scenario, Series, WEEKS, change_pct, simulate};
use proptest::prelude::*;
use yew::prelude::*;

use super::facts::{NO_FUNDING, Part, Phrases, SELLING, SceneView, headline, moved};
use super::place::boxes::{self, boxes};
use super::place::frame::Placed;
use super::place::plan::DUCK;
use super::place::scale::LEVEL;
use super::place::{Frame, Layout, Tap, frame, plan};
use super::{Scene, card, motion, room};
use crate::deferred::{Deferred, Door};
use crate::hooks::Shared;
use crate::language::Language;
use crate::locale::scene::SceneMessage;
use crate::locale::terms::{self, TermMessage};
use crate::locale::{Words, catalogues};
use crate::platform::Platform;
use crate::svg::Rect;

/// Letters smaller than this share of their own size are no longer read.
const SMALLEST: f64 = 0.6;

thread_local! {
    /// Every language of the page.
    static PHRASES: Vec<Phrases> = Language::ALL
        .into_iter()
        .map(|language| {
            let platform = Platform::native();
            Phrases { words: catalogues::words(language, &platform), platform }
        })
        .collect();
}

/// Any setting of every lever and coefficient, with the ends of the ranges as likely as the rest:
/// its run, the untouched one, and a week.
fn any_runs() -> impl Strategy<Value = (Run, Run, usize)> {
    let value = prop_oneof![3 => Just(None), 1 => Just(Some(0.0)), 1 => Just(Some(1.0)), 2 => (0.0..1.0).prop_map(Some)];
    let values = proptest::collection::vec(value, PARAMETERS.len());
    (0..STARTS.len(), values, 0..=WEEKS).prop_map(|(start, values, week)| {
        let untouched = Scenario::new(&STARTS[start]);
        let scenario = PARAMETERS.iter().zip(values).fold(untouched, |scenario, (row, part)| match part {
            Some(part) => scenario.with_clamped(row.id, row.min + (row.max - row.min) * part),
            None => scenario,
        });
        (simulate(&scenario), simulate(&untouched), week)
    })
}

fn any_view() -> impl Strategy<Value = SceneView> {
    any_runs().prop_map(|(run, untouched, week)| SceneView::new(&run, &untouched, week))
}

/// What leaves the picture, and what covers something else.
fn collisions(frame: &Frame, view: &SceneView, phrases: &Phrases) -> Vec<String> {
    let all = boxes(frame, &plan(frame, view, phrases));
    let page = Rect::new(0.0, 0.0, frame.size.0, frame.size.1);
    let mut wrong = Vec::new();
    for (i, (name, rect)) in all.iter().enumerate() {
        if !page.contains(rect) {
            wrong.push(format!("{name} leaves the picture: {rect:?}"));
        }
        for (other_name, other) in &all[i + 1..] {
            // Stretches of one pipe meet in its corners.
            if name != other_name && rect.overlaps(other) {
                wrong.push(format!("{name} {rect:?} covers {other_name} {other:?}"));
            }
        }
    }
    wrong
}

fn check(layout: Layout, view: &SceneView, phrases: &Phrases) -> Result<(), TestCaseError> {
    let frame = frame(layout);
    let wrong = collisions(frame, view, phrases);
    let plan = plan(frame, view, phrases);
    let tag = phrases.words.language().tag();
    prop_assert!(wrong.is_empty(), "{tag}, {layout:?}: {}", wrong.join("\n"));
    for place in &plan.ducks {
        let ground = frame.tub.depth.1 - 4.0;
        prop_assert!(place.tag.y + place.tag.h <= ground, "{layout:?}: {:?} lies on the floor", place.duck);
        prop_assert!(place.tag.y >= place.y + DUCK.bottom() * frame.duck);
    }
    // The lower a price, the deeper its duck.
    let mut by_price: Vec<_> = plan.ducks.iter().zip(&view.ducks).collect();
    by_price.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    for two in by_price.windows(2) {
        let [(higher, _), (lower, _)] = two else { continue };
        prop_assert!(higher.y <= lower.y, "{layout:?}: {:?} above {:?}", lower.duck, higher.duck);
    }
    Ok(())
}

/// Reads the numbers of a headline back and holds them against the runs.
fn is_true(run: &Run, untouched: &Run, week: usize) -> Result<(), TestCaseError> {
    let view = &SceneView::new(run, untouched, week);
    let moved = moved::largest(run, untouched, week);
    let (now, before) = (run.readouts(week).unwrap(), untouched.readouts(week).unwrap());
    let price = |run: &Run, name: &TermMessage| {
        let duck = Duck::ALL.into_iter().find(|duck| terms::duck(*duck) == *name).unwrap();
        100.0 + run.duck(duck, week).unwrap().change_pct
    };
    let ratio = change_pct;
    let same = |shown: f64, is: f64| {
        prop_assert!((shown - is).abs() <= 1e-9, "{shown} for {is}");
        Ok(())
    };
    match headline::named(moved.as_ref(), false) {
        SceneMessage::Lower { percent, .. } => same(-percent.value, view.level_change_pct())?,
        SceneMessage::Higher { percent, .. } => same(percent.value, view.level_change_pct())?,
        SceneMessage::IndexLower { percent, .. } => same(-percent.value, ratio(now.index, before.index))?,
        SceneMessage::IndexHigher { percent, .. } => same(percent.value, ratio(now.index, before.index))?,
        SceneMessage::DuckLower { name, percent, .. } => {
            same(-percent.value, ratio(price(run, &name), price(untouched, &name)))?;
        }
        SceneMessage::DuckHigher { name, percent, .. } => {
            same(percent.value, ratio(price(run, &name), price(untouched, &name)))?;
        }
        SceneMessage::StageWorse { stage, reason } => {
            prop_assert!(now.stage > before.stage);
            prop_assert_eq!((stage, reason), (terms::stage(now.stage), terms::reason(now.reason)));
        }
        SceneMessage::StageBetter { stage, reason } => {
            prop_assert!(now.stage < before.stage);
            prop_assert_eq!((stage, reason), (terms::stage(now.stage), terms::reason(now.reason)));
        }
        SceneMessage::SpreadHigher { spread, .. } => same(spread.value, now.spread_bp - before.spread_bp)?,
        SceneMessage::SpreadLower { spread, .. } => same(-spread.value, now.spread_bp - before.spread_bp)?,
        SceneMessage::Same => {
            prop_assert!(view.level_change_pct().abs() < 0.05 + 1e-9);
            for duck in Duck::ALL {
                let (now, before) = (price(run, &terms::duck(duck)), price(untouched, &terms::duck(duck)));
                prop_assert!(ratio(now, before).abs() < 0.5, "{duck:?}: {now} after {before}");
            }
        }
        other => prop_assert!(false, "{other:?} is no sentence about a move"),
    }
    let near = |cents: f64| (cents - view.next_from_tub_pct).abs() <= 0.5 + 1e-9;
    let falls = |fall: f64| (fall - view.forced_fall_pct).abs() < 1e-9 && fall >= SELLING;
    match headline::regime(view, moved.as_ref()) {
        SceneMessage::MarginCalls { fall } | SceneMessage::SellingAlone { fall } => {
            prop_assert!(falls(fall.value));
        }
        SceneMessage::Called => prop_assert!(run.sales(week).unwrap().bitcoin > 0.0),
        SceneMessage::NoFunding => prop_assert!(view.funding_bn < NO_FUNDING),
        SceneMessage::TankPays => prop_assert!(view.next_from_tub_pct < 0.5),
        SceneMessage::TankDeep { cents } => {
            prop_assert!(near(cents.value) && cents.value < 10.0 && view.dry_bn >= headline::DEEP);
        }
        SceneMessage::TankMost { cents } => prop_assert!(near(cents.value) && cents.value < 50.0),
        SceneMessage::Alike => prop_assert!(near(50.0)),
        SceneMessage::TubMost { cents } => prop_assert!(near(cents.value) && cents.value > 50.0),
        SceneMessage::TankDry { cents } => {
            prop_assert!(near(cents.value) && cents.value > 50.0 && view.dry_bn <= headline::NEARLY_DRY);
        }
        SceneMessage::TubPays => prop_assert!(view.next_from_tub_pct >= 99.5 && view.dry_bn <= headline::DRY),
        other => prop_assert!(false, "{other:?} is no sentence about the regime"),
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_covers_anything_at_any_setting(view in any_view()) {
        PHRASES.with(|all| {
            all.iter().try_for_each(|phrases| {
                check(Layout::Wide, &view, phrases)?;
                check(Layout::Narrow, &view, phrases)
            })
        })?;
    }

    #[test]
    fn the_headline_is_true_at_any_setting((run, untouched, week) in any_runs()) {
        is_true(&run, &untouched, week)?;
    }
}

#[test]
fn nothing_covers_anything_in_any_scenario_and_at_both_ends_of_every_lever() {
    let untouched = Scenario::default();
    let ends = PARAMETERS
        .iter()
        .filter(|row| row.group.is_lever())
        .flat_map(|row| [row.min, row.max].map(|value| (untouched.with_clamped(row.id, value), 52)));
    let presets = PRESETS.iter().flat_map(|preset| {
        let scenario = preset.scenario().unwrap();
        [0, preset.week, WEEKS].map(|week| (scenario, week))
    });
    for (scenario, week) in ends.chain(presets) {
        let view = SceneView::new(&simulate(&scenario), &simulate(&Scenario::new(scenario.start())), week);
        PHRASES.with(|all| {
            for phrases in all {
                for layout in [Layout::Wide, Layout::Narrow] {
                    check(layout, &view, phrases).unwrap();
                }
            }
        });
    }
}

/// A level below its scale stands at the end of it, with its number.
#[test]
fn a_level_off_the_ruler_is_marked_and_written() {
    let (html, run) = rendered(&[("shock", "15"), ("spiral_strength", "3.6")]);
    let level = run.readouts(52).unwrap().level;
    assert!(level < LEVEL.0, "{level}");
    let written = html.split("data-off=").skip(1).filter_map(|rest| rest.split(['>', '<']).nth(1));
    let number = format!("{level:.1}");
    assert_eq!(written.collect::<Vec<_>>(), [number.as_str(); 2], "in both pictures");
    assert!(!rendered(&[]).0.contains("data-off"));
}

/// Moving a building in the data moves it for the test too: it is seen to cover something.
#[test]
fn a_building_that_is_moved_collides() {
    let untouched = simulate(&Scenario::default());
    let view = SceneView::new(&untouched, &untouched, 52);
    PHRASES.with(|all| {
        for layout in [Layout::Wide, Layout::Narrow] {
            let here = frame(layout);
            assert_eq!(collisions(here, &view, &all[0]), Vec::<String>::new());
            let (x, y) = here.data_centre.at;
            let moved = Placed { at: (x - 40.0, y), ..here.data_centre };
            let wrong = collisions(&Frame { data_centre: moved, ..here.clone() }, &view, &all[0]);
            assert!(wrong.iter().any(|text| text.contains("data centre")), "{layout:?}: {wrong:?}");
            let mut tank = here.tank;
            tank.inside.y += 60.0;
            let wrong = collisions(&Frame { tank, ..here.clone() }, &view, &all[0]);
            assert!(wrong.iter().any(|text| text.contains("tank")), "{layout:?}: {wrong:?}");
            let mut basin = here.basin;
            basin.inside.y -= 16.0;
            let wrong = collisions(&Frame { basin, ..here.clone() }, &view, &all[0]);
            let covered = if layout == Layout::Wide { "overflow" } else { "basin" };
            assert!(wrong.iter().any(|text| text.contains(covered)), "{layout:?}: {wrong:?}");
        }
    });
}

/// However far a tap is open, its handle clears the label above it.
#[test]
fn a_wide_open_tap_leaves_its_label_free() {
    /// Half the length of a handle in the units of its drawing, `handle` in `art/defs.svg`.
    const HALF: f64 = 31.5;
    let untouched = simulate(&Scenario::default());
    let view = SceneView::new(&untouched, &untouched, 52);
    PHRASES.with(|all| {
        for layout in [Layout::Wide, Layout::Narrow] {
            let here = frame(layout);
            let plan = plan(here, &view, &all[0]);
            for tap in Tap::ALL {
                let label = plan.labels.iter().find(|label| label.part == tap.part()).unwrap();
                let top = here.handle(tap).1 - HALF * here.taps.handle.1;
                assert!(top >= label.rect().bottom(), "{layout:?} {tap:?}: {top} over {:?}", label.rect());
            }
        }
    });
}

/// What style sheets have to say a second time.
#[test]
fn style_sheets_say_what_the_code_says() {
    let css = |name: &str| {
        let path = format!("{}/www/css/{name}.css", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let (scene, dock) = (css("scene"), css("dock"));
    let crest = |layout| frame(layout).crest.0;
    let drift = motion::DRIFT;
    for expected in [
        format!("@container (max-width: {}px)", f64::from(room::WIDE_FROM) - 0.02),
        format!("[data-wave] {{ animation: sc-drift {drift}s steps({}) infinite", crest(Layout::Wide)),
        format!("[data-layout=\"wide\"] [data-wave] {{ --sc-crest: -{}px; }}", crest(Layout::Wide)),
        format!("[data-layout=\"narrow\"] [data-wave] {{ --sc-crest: -{}px; }}", crest(Layout::Narrow)),
    ] {
        assert!(scene.contains(&expected), "scene.css lacks {expected}");
    }
    for duck in Duck::ALL {
        let colour = format!("[data-kind=\"{}\"] {{ color: ", duck.key());
        assert!(scene.contains(&colour), "scene.css lacks {colour}");
    }
    let overflow =
        format!(".basin .feed {{ stroke: var(--sc-brass-2); stroke-width: {}; }}", boxes::OVERFLOW);
    assert!(scene.contains(&overflow), "scene.css lacks {overflow}");
    // The room is art, as large as its picture.
    for (layout, art) in [(Layout::Wide, "room-wide"), (Layout::Narrow, "room-narrow")] {
        let path = format!("{}/src/scene/art/{art}.svg", env!("CARGO_MANIFEST_DIR"));
        let (width, height) = frame(layout).size;
        let wall = format!("<rect width=\"{width}\" height=\"{height}\"");
        assert!(std::fs::read_to_string(&path).unwrap().contains(&wall), "{path} lacks {wall}");
    }
    let docked = format!("@media screen and (min-width: {}px)", card::DOCKED);
    assert!(css("bench").contains(&docked), "bench.css lacks {docked}");
    // Every rule for less width ends where that one begins.
    let narrow = format!("(max-width: {}px)", card::DOCKED - 0.02);
    for (name, sheet) in [("dock", dock), ("scenarios", css("scenarios")), ("controls", css("controls"))] {
        let limits: Vec<_> =
            sheet.match_indices("(max-width: 69").map(|(at, _)| &sheet[at..at + narrow.len()]).collect();
        assert!(!limits.is_empty() && limits.iter().all(|limit| *limit == narrow), "{name}.css: {limits:?}");
    }
}

#[derive(Properties, PartialEq)]
struct StandProps {
    run: Shared<Run>,
    baseline: Shared<Run>,
}

/// No part is fetched here.
const NOTHING: Door<Deferred> = Door { fetch: || Box::pin(async { None }), here: || None };

#[component]
fn Stand(props: &StandProps) -> Html {
    let platform = use_memo((), |()| Platform::native());
    let words = use_memo((), |()| Words::english(Platform::native()));
    html! {
        <ContextProvider<Platform> context={(*platform).clone()}>
            <ContextProvider<Words> context={(*words).clone()}>
                <ContextProvider<Door<Deferred>> context={NOTHING}>
                    <Scene run={props.run.clone()} baseline={props.baseline.clone()} week={52} prerender=true />
                </ContextProvider<Door<Deferred>>>
            </ContextProvider<Words>>
        </ContextProvider<Platform>>
    }
}

fn rendered(levers: &[(&str, &str)]) -> (String, Run) {
    let scenario =
        levers.iter().fold(Scenario::default(), |s, (key, value)| s.with_text(key, value).unwrap());
    let run = simulate(&scenario);
    let baseline = Shared::new(simulate(&Scenario::default()));
    (crate::render::<Stand>(StandProps { run: Shared::new(run.clone()), baseline }), run)
}

#[test]
fn every_duck_carries_its_exact_change_once() {
    let (html, run) = rendered(&[("capex", "1000"), ("dry", "0")]);
    assert_eq!(html.matches("data-duck=").count(), Duck::COUNT);
    for duck in Duck::ALL {
        let change = run.duck(duck, 52).unwrap().change_pct;
        let hook = format!("data-duck=\"{}\" data-change=\"{change}\"", duck.key());
        assert_eq!(html.matches(&hook).count(), 1, "{hook}");
    }
}

/// Every part of the picture is named for those who hear it, and known to what points at it.
#[test]
fn every_part_has_a_name_and_is_found_by_its_key() {
    let (html, _) = rendered(&[]);
    let tags: Vec<&str> = html.split('<').filter_map(|rest| rest.split('>').next()).collect();
    let parts: Vec<_> = tags.into_iter().filter(|tag| tag.contains(" class=\"part")).collect();
    assert_eq!(parts.len(), 2 * (Part::BUT_DUCKS.len() + Duck::COUNT), "in both pictures");
    for tag in parts {
        let attribute = |name: &str| {
            let (_, rest) =
                tag.split_once(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name}: {tag}"));
            rest.split('"').next().unwrap_or_default()
        };
        let known = Part::from_key(attribute("data-part")).is_some() && !attribute("aria-label").is_empty();
        assert!(known, "Part::BUT_DUCKS lacks it: {tag}");
    }
}

#[test]
fn the_headline_says_what_the_picture_shows() {
    let (html, _) = rendered(&[("capex", "1000"), ("dry", "0")]);
    assert!(html.contains(
        "data-headline=\"\" data-about=\"level\" class=\"scene-headline\">The water is 1.2% lower: mostly AI funding.</h2>"
    ));
    assert!(
        html.contains(
            "The tank is nearly dry, so the tub pays 80 cents of each further dollar that AI raises."
        )
    );
    let (html, _) = rendered(&[]);
    assert!(html.contains("The water stands where it would stand untouched."));
}

#[test]
fn forced_selling_is_seen_as_waves_of_its_own() {
    let (html, run) = rendered(&[("shock", "30"), ("spiral_strength", "2")]);
    assert!(run.rows()[52][Series::SpiralLoss] > 0.05);
    assert_eq!(html.matches("class=\"selling\"").count(), 2, "in both pictures");
    assert!(!rendered(&[]).0.contains("class=\"selling\""));
}

#[test]
fn both_pictures_are_drawn_beforehand_with_ids_of_their_own() {
    let (html, _) = rendered(&[]);
    for part in ["only-wide", "only-narrow", "viewBox=\"0 0 1200 806\"", "viewBox=\"0 0 400 676\""] {
        assert_eq!(html.matches(part).count(), 1, "{part}");
    }
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id is there twice");
    for reference in html.split("href=\"#").skip(1).chain(html.split("url(#").skip(1)) {
        let id = reference.split(['"', ')']).next().unwrap();
        assert!(ids.contains(&id), "{id} is referred to and not there");
    }
}

#[test]
fn the_policy_finds_nothing_to_block() {
    let (html, _) = rendered(&[("tga", "700")]);
    for forbidden in
        [" style=", "<style", "<script", " onclick", "http://www.w3.org/1999/xhtml", "NaN", "inf"]
    {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn the_regime_switch_is_seen_in_the_pipes() {
    let view = |dry: &str| {
        let scenario = Scenario::default().with_text("capex", "1000").unwrap().with_text("dry", dry).unwrap();
        SceneView::new(&simulate(&scenario), &simulate(&Scenario::default()), 52)
    };
    let frame = frame(Layout::Wide);
    let (full, empty) = (view("3000").flows, view("0").flows);
    assert!(frame.pipe_width(full.from_tank) > 4.0 * frame.pipe_width(full.from_tub));
    // New saving fills an empty tank a little.
    assert!(frame.pipe_width(empty.from_tub) > 2.0 * frame.pipe_width(empty.from_tank));
}

/// What is drawn of builders who raise nothing: two pipes without a flow and dark racks.
#[test]
fn without_capex_pipes_are_empty_and_racks_are_dark() {
    let (html, _) = rendered(&[("capex", "0")]);
    assert!(html.contains("AI builders live on their own cash: they draw on neither tank nor tub."));
    let scenario = Scenario::default().with_text("capex", "0").unwrap();
    let view = SceneView::new(&simulate(&scenario), &simulate(&Scenario::default()), 52);
    PHRASES.with(|all| {
        let phrases = &all[0];
        for part in [Part::FromTank, Part::FromTub] {
            assert_eq!(phrases.short(part, &view), "$0bn a month");
        }
        assert_eq!((phrases.tub_share(&view), phrases.idle(&view)), (None, None));
        assert_eq!(phrases.long(Part::DataCentre, &view), "$0bn a year");
    });
    // The dark covers every rack, in both pictures.
    let dark: Vec<&str> = html.split('<').filter(|tag| tag.contains("class=\"idle\"")).collect();
    assert_eq!(dark.len(), 2);
    assert!(dark.iter().all(|tag| tag.contains(" height=\"144\"")), "{dark:?}");
}

#[test]
fn a_tap_without_a_flow_has_no_sign() {
    let untouched = simulate(&Scenario::default());
    let mut view = SceneView::new(&untouched, &untouched, 52);
    let net = |view: &SceneView| PHRASES.with(|all| all[0].net(Part::Credit, view));
    for (credit, less_credit, text) in [
        (0.0, 0.0, "$0bn a month"),
        (-0.0, 0.0, "$0bn a month"),
        (0.01, 0.04, "$0bn a month"),
        (0.0, 0.3, "\u{2212}$0.3bn a month"),
        (12.0, 0.0, "+$12bn a month"),
    ] {
        (view.shown.flows.credit, view.shown.flows.less_credit) = (credit, less_credit);
        assert_eq!(net(&view), text);
    }
}

#[test]
fn no_label_is_set_too_small_to_be_read() {
    let view = |levers: &[(&str, &str)]| {
        let run = |s: Scenario, (key, value): &(&str, &str)| s.with_text(key, value).unwrap();
        let scenario = levers.iter().fold(Scenario::default(), run);
        SceneView::new(&simulate(&scenario), &simulate(&Scenario::default()), 52)
    };
    let views =
        [view(&[]), view(&[("capex", "1500"), ("dry", "0")]), view(&[("runoff", "120"), ("rate", "300")])];
    let mut wrong = std::collections::BTreeSet::new();
    PHRASES.with(|all| {
        for (phrases, view) in all.iter().flat_map(|phrases| views.iter().map(move |view| (phrases, view))) {
            for (layout, size) in [(Layout::Wide, 12.0), (Layout::Narrow, 12.0)] {
                let plan = plan(frame(layout), view, phrases);
                let labels = plan.labels.iter().chain(plan.stages.iter().map(|lamp| &lamp.label));
                let lines = labels
                    .flat_map(|label| &label.lines)
                    .chain(plan.ducks.iter().flat_map(|duck| &duck.lines));
                for line in lines.filter(|line| line.size < size * SMALLEST) {
                    wrong.insert(format!(
                        "{} {layout:?} {:?} {:.1}",
                        phrases.words.language().tag(),
                        line.text,
                        line.size
                    ));
                }
            }
        }
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}
