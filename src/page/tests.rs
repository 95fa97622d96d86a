//! Components as HTML.

use std::rc::Rc;

use bathtub_model::{DEFAULT_WEEK, Group, PARAMETERS, ParameterId, Run, Scenario, simulate};
use yew::prelude::*;

use super::about::About;
use super::announcer::Announcer;
use super::readouts::{Named, Readouts};
use super::*;
use crate::charts::{CHARTS, ChartRow};
use crate::controls::{Dates, Panel, Player};
use crate::hooks::Shared;
use crate::link;
use crate::locale::Words;
use crate::platform::Platform;
use crate::platform::native::Native;
use crate::render;
use crate::state::Dispatch;
use crate::state::{Preferences, State};
use crate::{App, AppProps};

/// The whole page at an address.
fn page(query: &str) -> String {
    let native = Native::default();
    native.query.replace(query.to_owned());
    render::<App>(AppProps {
        platform: Platform::new(native),
        prerender: false,
        missed: None,
        still: Still::default(),
    })
}

#[derive(Properties)]
struct BenchProps {
    query: &'static str,
    view: fn(&State, Dispatch) -> Html,
}

impl PartialEq for BenchProps {
    /// Each is drawn once.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// One view with the state of an address.
#[component]
fn Bench(props: &BenchProps) -> Html {
    let query = props.query;
    let state = use_reducer(|| {
        let (setting, notices) = link::parse(query);
        State::new(setting, notices, Preferences::default())
    });
    let platform = use_memo((), |()| Platform::native());
    let words = use_memo((), |()| Words::english((*platform).clone()));
    surroundings(&platform, &words, (props.view)(&state, state.dispatcher()))
}

fn view(query: &'static str, view: fn(&State, Dispatch) -> Html) -> String {
    render::<Bench>(BenchProps { query, view })
}

fn panel(query: &'static str) -> String {
    view(query, |state, dispatch| {
        html! {
            <Panel
                setting={state.setting}
                history={Rc::clone(&state.history)}
                dragging={false}
                view={state.preferences.view}
                pinned={false}
                cautions={None::<Html>}
                dates={Some(html! { <Dates start={state.setting.scenario.start().date} dispatch={dispatch.clone()} /> })}
                more={Html::default()}
                {dispatch}
            />
        }
    })
}

/// The tag that has an attribute, as it is written.
fn tag<'a>(html: &'a str, attribute: &str) -> &'a str {
    let at = html.find(attribute).unwrap_or_else(|| panic!("nothing has {attribute} in {html}"));
    let start = html[..at].rfind('<').unwrap();
    &html[start..=start + html[start..].find('>').unwrap()]
}

#[test]
fn what_no_experience_covers_is_said() {
    let said = |query| page(query).matches("data-caution").count();
    assert_eq!(said(""), 0);
    let html = page("v=2&runoff=120");
    assert!(html.contains("data-caution=\"runoff\"") && html.contains("beyond +$95bn a month"));
}

#[test]
fn every_lever_is_a_labelled_slider_with_the_numbers_of_its_row() {
    let html = panel("");
    for row in PARAMETERS.iter().filter(|row| row.group == Group::Primary) {
        let slider = tag(&html, &format!("id=\"{}\"", row.key));
        for (name, value) in [("min", row.min), ("max", row.max), ("step", row.step), ("value", row.default)]
        {
            assert!(slider.contains(&format!("{name}=\"{value}\"")), "{name}: {slider}");
        }
        assert!(slider.contains("type=\"range\"") && slider.contains("aria-valuetext=\""), "{slider}");
        assert!(html.contains(&format!("for=\"{}\"", row.key)), "{} has no label", row.key);
        let exact = tag(&html, &format!("id=\"{}-exact\"", row.key));
        assert!(exact.contains("type=\"text\"") && exact.contains("aria-label=\""), "{exact}");
        assert!(html.contains(&html_escaped(row.id.text().help)), "{} has no explanation", row.key);
        assert!(html.contains(&format!("tag-{}", row.tag.name())), "{} has no tag", row.key);
    }
    let levers = PARAMETERS.iter().filter(|row| row.group == Group::Primary).count();
    assert_eq!(html.matches("type=\"range\"").count(), levers, "the levers and nothing else");
}

fn html_escaped(text: &str) -> String {
    text.replace('&', "&amp;")
}

#[test]
fn a_value_between_the_steps_lifts_the_grid() {
    let html = panel("v=2&capex=812");
    let slider = tag(&html, "id=\"capex\"");
    assert!(slider.contains("step=\"any\"") && slider.contains("value=\"812\""), "{slider}");
    assert!(slider.contains("aria-valuetext=\"$812bn a year\""), "{slider}");
}

#[test]
fn resets_are_idle_where_nothing_is_changed() {
    let name = "aria-label=\"Reset AI capex to $725bn a year\"";
    assert!(tag(&panel(""), name).contains("aria-disabled=\"true\""));
    assert!(!tag(&panel("v=2&capex=900"), name).contains("aria-disabled"));
    assert!(tag(&panel("v=2&capex=900"), "id=\"capex\"").contains("aria-describedby=\"capex-help\""));
}

fn player(query: &'static str) -> String {
    view(query, |state, dispatch| {
        let run = shared(&state.setting.scenario);
        html! {
            <Player
                run={run.clone()}
                baseline={run}
                week={state.setting.week}
                playing={state.transient.playing}
                motion={state.preferences.motion}
                {dispatch}
            />
        }
    })
}

#[test]
fn time_is_a_button_a_labelled_slider_and_key_weeks_with_names() {
    let html = player("v=2&shock=20&shock_week=20&tga=700&week=20");
    let button = tag(&html, "data-play");
    for part in ["<button", "type=\"button\"", "aria-label=\"Play\""] {
        assert!(button.contains(part), "{part}: {button}");
    }
    let slider = tag(&html, "id=\"week\"");
    for part in ["type=\"range\"", "min=\"0\"", "max=\"104\"", "value=\"20\"", "aria-valuetext=\"week 20, "] {
        assert!(slider.contains(part), "{part}: {slider}");
    }
    assert!(
        html.contains(">Looking at</label>")
            && tag(&html, "for=\"week\"").starts_with("<label")
            && html.contains("id=\"week-help\""),
        "{html}"
    );
    let shock = tag(&html, "data-week=\"20\"");
    assert!(
        shock.contains("aria-label=\"Week 20: the shock") && shock.contains("aria-current=\"true\""),
        "{shock}"
    );
    assert!(html.contains("stage Depleted begins"), "{html}");
    assert!(tag(&html, "data-week=\"52\"").contains("aria-label=\"Week 52: a year\""), "{html}");
    assert!((2..=6).contains(&html.matches("data-week=").count()), "{html}");
    assert!(!html.contains(" style="), "{html}");
}

#[test]
fn the_start_and_the_week_are_the_links() {
    let html = page("v=2&start=2025-10-29&week=10");
    assert!(tag(&html, "value=\"2025-10-29\"").contains("selected"), "{html}");
    assert!(html.contains("week 10, January 7, 2026"), "{html}");
}

fn shared(scenario: &Scenario) -> Shared<Run> {
    Shared::new(simulate(scenario))
}

#[test]
fn read_outs_carry_the_models_own_numbers() {
    let html = page("v=2&capex=1000&tga=700");
    let levers = [(ParameterId::Capex, 1000.0), (ParameterId::Tga, 700.0)];
    let scenario = levers.iter().fold(Scenario::default(), |all, (id, value)| all.with_clamped(*id, *value));
    let readouts = simulate(&scenario).readouts(DEFAULT_WEEK).unwrap();
    let expected = [
        ("level", readouts.level),
        ("index", readouts.index),
        ("stage", f64::from(readouts.stage as u8)),
        ("spread", readouts.spread_bp),
    ];
    for (key, value) in expected {
        let output = tag(&html, &format!("data-readout=\"{key}\""));
        assert!(output.contains(&format!("data-value=\"{value}\"")), "{output} is not {value}");
        assert!(output.starts_with("<output"), "{output}");
    }
}

#[test]
fn an_untouched_page_says_that_nothing_differs() {
    let html = view("", |_, _| {
        let run = shared(&Scenario::default());
        html! { <Readouts run={run.clone()} baseline={run} week={DEFAULT_WEEK} pinned={false} named={Named(|_, name, _| html! { name })} /> }
    });
    assert_eq!(html.matches("as with nothing changed").count(), 3, "{html}");
    assert!(!html.contains("NaN"));
}

#[test]
fn notices_are_raised_by_bad_values_alone() {
    assert_eq!(page("").matches("data-notice").count(), 0);
    assert_eq!(page("utm_source=x&lang=ru").matches("data-notice").count(), 0);
    let html = page("v=2&capex=9999&tga=lots&rate=25");
    assert_eq!(html.matches("data-notice").count(), 2, "{html}");
    assert!(html.contains("role=\"alert\""));
}

#[test]
fn a_link_of_an_older_model_is_announced_under_a_title_of_its_own() {
    let html = page("v=1&capex=900");
    assert_eq!(html.matches("data-notice=\"link\"").count(), 1, "{html}");
    assert!(html.contains("role=\"alert\"") && html.contains("made with model 1"));
    let titles = ["This link was made for an earlier model", "Parts of this link could not be used"];
    assert_eq!(titles.map(|title| html.contains(title)), [true, false]);
    let html = page("v=1&capex=lots");
    assert_eq!(titles.map(|title| html.contains(title)), [false, true]);
}

#[test]
fn text_of_a_link_is_never_markup() {
    let html = page("v=2&start=%3Cimg+src%3Dx%3E");
    assert!(html.contains("&lt;img src=x") && !html.contains("<img src=x"));
}

#[test]
fn the_page_has_one_of_each_landmark_and_no_identity_twice() {
    let html = page("");
    assert_eq!(html.matches("<h1").count(), 1);
    assert_eq!(html.matches("<main").count(), 1);
    let mut seen = std::collections::BTreeSet::new();
    for part in html.split(" id=\"").skip(1) {
        let id = part.split('"').next().unwrap();
        assert!(seen.insert(id), "id=\"{id}\" stands twice");
    }
    for part in html.split(" for=\"").skip(1) {
        let id = part.split('"').next().unwrap();
        assert!(seen.contains(id), "for=\"{id}\" points at nothing");
    }
}

#[test]
fn nothing_needs_what_the_policy_forbids() {
    for html in [
        page(""),
        page("v=2&capex=9999"),
        render::<App>(AppProps {
            platform: Platform::native(),
            prerender: true,
            missed: None,
            still: Still::default(),
        }),
    ] {
        assert!(!html.contains(" style=\""), "a style attribute");
        assert!(!html.contains("<style") && !html.contains("<script"), "an inline style or script");
    }
}

#[test]
fn charts_have_a_text_and_the_prerender_their_tables() {
    let html = render::<App>(AppProps {
        platform: Platform::native(),
        prerender: true,
        missed: None,
        still: Still::default(),
    });
    assert_eq!(html.matches("<table>").count(), CHARTS.len());
    for ChartRow { id, .. } in CHARTS {
        let canvas = tag(&html, &format!("id=\"{id}\""));
        assert!(canvas.contains("role=\"img\"") && canvas.contains("aria-label=\""), "{canvas}");
    }
    assert_eq!(page("").matches("<table>").count(), 0, "closed tables are not drawn");
}

#[test]
fn every_duck_floats_on_the_page() {
    let html = page("");
    for duck in bathtub_model::Duck::ALL {
        assert!(html.contains(&format!("data-duck=\"{}\"", duck.key())), "{}", duck.key());
    }
}

#[test]
fn the_announcement_waits_for_the_end_of_a_drag() {
    let html = view("", |_, _| {
        let run = shared(&Scenario::default());
        html! { <Announcer run={run.clone()} baseline={run} week={DEFAULT_WEEK} pinned={false} dragging={false} /> }
    });
    assert!(html.ends_with("></p>"), "nothing is said on arrival: {html}");
}

#[test]
fn thresholds_in_the_text_are_the_models() {
    let html = view("", |_, _| html! { <About prerender=false /> });
    assert!(html.contains("tight from a spread of 0 bp or reserves below 10% of bank assets"), "{html}");
}
