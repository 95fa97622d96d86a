//! The generated parts of `docs/model.md`: they must be what the code says.
//!
//! `BATHTUB_UPDATE=1 cargo test -p bathtub-model --test document` writes them anew.

use std::fs;

use bathtub_model::backtest::{MONTH_END_BP, floor_on};
use bathtub_model::{
    Date, Duck, Group, PARAMETERS, PRESETS, ParameterId as P, SERIES, STARTS, Scenario, Series, SeriesKind,
    Stage, simulate, stage,
};

mod fit;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/model.md");

fn data(name: &str) -> String {
    let path = format!("{}/../data/{name}", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn parameters() -> String {
    let mut text = String::new();
    for group in Group::ALL {
        text += &format!(
            "\n**{}**\n\n| key | name | central | range | unit | tag | source |\n|---|---|---|---|---|---|---|\n",
            group.name().replace('_', " ")
        );
        for row in PARAMETERS.iter().filter(|row| row.group == group) {
            text += &format!(
                "| `{}` | {} | {} | {} to {} | {} | {} | {} |\n",
                row.key,
                row.label,
                row.default,
                row.min,
                row.max,
                row.unit,
                row.tag.name(),
                row.id.text().source
            );
        }
    }
    text
}

fn ducks() -> String {
    let mut text = String::from(
        "| duck | market value, $bn | duration, years | beta to the level | weight in a shock |\n|---|---|---|---|---|\n",
    );
    for duck in Duck::ALL {
        let traits = duck.traits();
        let row = |id: Option<P>| id.map_or("—".into(), |id| id.row().default.to_string());
        text += &format!(
            "| {} | {} | {} | {} | {} |\n",
            traits.key,
            traits.market_value,
            row(traits.duration),
            row(traits.beta),
            traits.spiral_weight
        );
    }
    text
}

fn series() -> String {
    let mut text = String::from("| series | kind | unit | meaning |\n|---|---|---|---|\n");
    for row in &SERIES {
        let kind = match row.kind {
            SeriesKind::Stock => "stock",
            SeriesKind::Flow => "flow",
            SeriesKind::Auxiliary => "auxiliary",
        };
        text += &format!("| `{}` | {kind} | {} | {} |\n", row.key, row.unit, row.meaning);
    }
    text
}

fn starts() -> String {
    let mut text = String::from(
        "| start | Fed assets | reserves | TGA | ON RRP | bank assets | IORB, % | SOFR − IORB, bp | floor, bp | runoff, $bn a month | bank lending, % a year | AI capex | cash flow | dry powder | GDP | market assets |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for s in &STARTS {
        text += &format!(
            "| {} | {:.0} | {:.0} | {:.0} | {:.0} | {:.0} | {:.2} | {:+.0} | {:+.0} | {:+.0} | {:.1} | {:.0} | {:.0} | {:.0} | {:.0} | {:.0} |\n",
            s.date,
            s.fed_assets,
            s.reserves,
            s.tga,
            s.on_rrp,
            s.bank_assets,
            s.iorb,
            s.spread,
            s.floor,
            s.runoff,
            s.bank_assets_growth,
            s.capex,
            s.operating_cash_flow,
            s.dry,
            s.gdp,
            s.market_assets
        );
    }
    text
}

fn presets() -> String {
    let mut text = String::from("| scenario | start | levers | shows |\n|---|---|---|---|\n");
    for preset in &PRESETS {
        let levers: Vec<String> =
            preset.levers.iter().map(|(id, v)| format!("`{}` {v}", id.row().key)).collect();
        let shows: Vec<String> = preset.shows.iter().map(|n| format!("M{n}")).collect();
        text += &format!(
            "| {} | {} | {} | {} |\n",
            preset.title,
            preset.start,
            levers.join(", "),
            shows.join(", ")
        );
    }
    text
}

fn run(start: &str, end: &str) -> bathtub_model::backtest::Backtest {
    fit::Tables::read().backtest(&Scenario::default(), start, end)
}

fn amount(value: Option<f64>) -> String {
    value.map_or("—".into(), |v| format!("{v:.1}"))
}

fn backtests() -> String {
    let tables = fit::Tables::read();
    let mut text = String::from(
        "| from | to | reserves, $bn: model | no change | ON RRP first | ON RRP, $bn: model | no change | ON RRP first | SOFR − IORB, bp: model | no change | zero |\n|---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for (start, end) in [
        ("2015-01-07", "2017-12-27"),
        ("2017-10-04", "2019-09-25"),
        ("2019-07-31", "2019-12-25"),
        ("2020-12-30", "2021-12-29"),
        ("2021-12-29", "2022-12-28"),
        ("2022-12-28", "2023-12-27"),
        ("2024-01-03", "2025-12-31"),
        ("2025-07-30", "2025-12-31"),
        ("2015-01-07", "2025-12-31"),
    ] {
        let found = tables.backtest(&Scenario::default(), start, end);
        let (model, none, first) = (&found.rmse, &found.rmse_no_change, &found.rmse_rrp_first);
        let cells = [
            model.reserves_bn,
            none.reserves_bn,
            first.reserves_bn,
            model.on_rrp_bn,
            none.on_rrp_bn,
            first.on_rrp_bn,
            model.spread_bp,
            none.spread_bp,
            found.rmse_zero_spread,
        ]
        .map(amount);
        text += &format!("| {start} | {end} | {} |\n", cells.join(" | "));
    }
    text
}

/// Windows of a year, one each quarter: in how many the model beats the better of the simple rules.
fn rolling() -> String {
    let tables = fit::Tables::read();
    let mut text = String::from("| | windows | better than the simple rules |\n|---|---|---|\n");
    let first = Date::parse("2018-05-02").unwrap();
    let found: Vec<_> = (0..)
        .map(|quarter| (first.plus_weeks(13 * quarter), first.plus_weeks(13 * quarter + 52)))
        .take_while(|(_, end)| end.to_string().as_str() <= "2025-12-31")
        .map(|(start, end)| tables.backtest(&Scenario::default(), &start.to_string(), &end.to_string()))
        .collect();
    let count = |name: &str, beats: &dyn Fn(&bathtub_model::backtest::Backtest) -> bool| {
        let wins = found.iter().filter(|window| beats(window)).count();
        format!("| {name} | {} | {wins} |\n", found.len())
    };
    text += &count("reserves", &|b| {
        b.rmse.reserves_bn < b.rmse_no_change.reserves_bn && b.rmse.reserves_bn < b.rmse_rrp_first.reserves_bn
    });
    text += &count("reverse repo", &|b| {
        b.rmse.on_rrp_bn < b.rmse_no_change.on_rrp_bn && b.rmse.on_rrp_bn < b.rmse_rrp_first.on_rrp_bn
    });
    text += &count("spread", &|b| {
        b.rmse.spread_bp < b.rmse_no_change.spread_bp && b.rmse.spread_bp < b.rmse_zero_spread
    });
    text
}

/// Each year from its first week, in sample and out of it.
fn unseen() -> String {
    let (tables, points) = (fit::Tables::read(), fit::points());
    let mut text = String::from(
        "| year | refill, width without it | reserves, $bn: model | without the year | no change | ON RRP first | ON RRP, $bn: model | without the year | no change | ON RRP first | SOFR − IORB, bp: model | without the year | no change | zero |\n|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n",
    );
    for year in ["2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025"] {
        let scenario = fit::without(&tables, &points, year);
        let (found, blind) = (tables.year(&Scenario::default(), year), tables.year(&scenario, year));
        let (model, unseen) = (&found.rmse, &blind.rmse);
        let (none, first) = (&found.rmse_no_change, &found.rmse_rrp_first);
        let cells = [
            model.reserves_bn,
            unseen.reserves_bn,
            none.reserves_bn,
            first.reserves_bn,
            model.on_rrp_bn,
            unseen.on_rrp_bn,
            none.on_rrp_bn,
            first.on_rrp_bn,
            model.spread_bp,
            unseen.spread_bp,
            none.spread_bp,
            found.rmse_zero_spread,
        ]
        .map(amount);
        let fitted = if fit::REFILL_FITTED.contains(&year) { " (in sample)" } else { "" };
        text += &format!(
            "| {year}{fitted} | {}, {} | {} |\n",
            scenario.get(P::RrpRefill),
            scenario.get(P::CurveWidth),
            cells.join(" | ")
        );
    }
    text
}

/// Price changes of the S&P 500 by calendar year as index providers report them, rounded, %.
const SP500_BY_YEAR: [(&str, f64); 11] = [
    ("2015", -1.0),
    ("2016", 10.0),
    ("2017", 19.0),
    ("2018", -6.0),
    ("2019", 29.0),
    ("2020", 16.0),
    ("2021", 27.0),
    ("2022", -19.0),
    ("2023", 24.0),
    ("2024", 23.0),
    ("2025", 16.0),
];

fn prices() -> String {
    let tables = fit::Tables::read();
    let mut text = String::from("| year | S&P 500, %: model | published | sign |\n|---|---|---|---|\n");
    let (mut hits, mut ups) = (0, 0);
    for (year, published) in SP500_BY_YEAR {
        let found = tables.year(&Scenario::default(), year);
        let model = found.weeks.last().unwrap().ducks[Duck::Sp500 as usize];
        let hit = (model > 0.0) == (published > 0.0);
        hits += u32::from(hit);
        ups += u32::from(published > 0.0);
        text +=
            &format!("| {year} | {model:+.1} | {published:+.0} | {} |\n", if hit { "hit" } else { "miss" });
    }
    // What the document and the page say of prices.
    assert!(hits <= ups, "{hits} hits against {ups} of a rule that it always rises");
    text += &format!("| signs | {hits} of 11 | always up: {ups} of 11 | |\n");
    text
}

/// One row of the table of targets.
fn target(name: &str, wanted: &str, model: String, hit: bool) -> String {
    format!("| {name} | {wanted} | {model} | {} |\n", if hit { "hit" } else { "**miss**" })
}

fn targets() -> String {
    let mut text = String::from("| target | wanted | model | |\n|---|---|---|---|\n");
    let autumn = run("2019-07-31", "2019-10-30");
    let spike = autumn.weeks.iter().find(|w| w.date.to_string() == "2019-09-18").unwrap().spread_bp.model;
    text += &target(
        "SOFR − IORB, week of 2019-09-18, from 2019-07-31",
        "45 ± 20 bp",
        format!("{spike:.1}"),
        (spike - 45.0).abs() <= 20.0,
    );
    let late = run("2025-07-30", "2025-12-31");
    let october = late.weeks.iter().find(|w| w.date.to_string() == "2025-10-29").unwrap().spread_bp.model;
    let october = october + MONTH_END_BP;
    text += &target(
        "SOFR − IORB, 2025-10-31, from 2025-07-30, with the month end",
        "32 ± 10 bp",
        format!("{october:.1}"),
        (october - 32.0).abs() <= 10.0,
    );
    text += &target(
        "SOFR − IORB, 2019-09-17, one day",
        "shown as tail, not fitted",
        format!("{spike:.1} against 315"),
        false,
    );
    let year = run("2021-12-29", "2022-12-28");
    let last = year.weeks.last().unwrap();
    let ln = |pct: f64| bathtub_model::math::ln(1.0 + pct / 100.0);
    for (duck, name, actual) in [
        (Duck::Sp500, "S&P 500", -19.0),
        (Duck::Megacap, "Nasdaq (megacap duck)", -33.0),
        (Duck::Bitcoin, "bitcoin", -64.0),
        (Duck::Momentum, "speculative technology funds (momentum duck)", -67.0),
        (Duck::Treasuries, "long Treasuries", -31.0),
        (Duck::Ig, "investment grade", -16.0),
        (Duck::Hy, "high yield", -11.0),
    ] {
        let model = last.ducks[duck as usize];
        let ratio = ln(model) / ln(actual);
        text += &target(
            &format!("2022: {name}"),
            &format!("{actual:.0} %, log change within a factor of two"),
            format!("{model:.1} % ({ratio:.2} of the log change)"),
            (0.5..=2.0).contains(&ratio),
        );
    }
    let gold = last.ducks[Duck::Gold as usize];
    text += &target("2022: gold", "within ±10 %", format!("{gold:.1} %"), gold.abs() <= 10.0);
    let stocks = late.weeks.iter().find(|w| w.date.to_string() == "2025-10-29").unwrap();
    let model = stocks.ducks[Duck::Sp500 as usize];
    text += &target(
        "S&P 500, 2025-07-30 to 2025-10-29, through the Treasury's build",
        "rose by about 8 %",
        format!("{model:.1} %"),
        model > 4.0,
    );
    text
}

/// The curve year by year on Wednesdays: `model/tests/fit` fits it anew.
fn years() -> String {
    let points = fit::points();
    let (slope, width) = (P::CurveSlope.row().default, P::CurveWidth.row().default);
    let mut text = String::from(
        "| year | Wednesdays | reserves / bank assets, % | straight line, bp a point | knee, % | curve, knee of the year | width of other years, knee of the weeks before | no change | zero |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    for name in fit::YEARS {
        let own = fit::of(&points, &[name]);
        let ends = own.iter().fold([f64::MAX, 0.0], |[low, high]: [f64; 2], point| {
            [low.min(point.ratio), high.max(point.ratio)]
        });
        let year = fit::year(&points, name, slope, width);
        // On the floor a year has no knee.
        let floor = own.iter().map(|point| point.spread).sum::<f64>() / own.len() as f64;
        let knee =
            if floor < -8.0 { "—".into() } else { format!("{:.1}", fit::knee(&own, slope, width).knee) };
        text += &format!(
            "| {name} | {} | {:.1} to {:.1} | {:+.1} | {knee} | {:.1} | {:.1} | {:.1} | {:.1} |\n",
            own.len(),
            ends[0],
            ends[1],
            fit::line(&own),
            year.own,
            year.unseen,
            year.no_change,
            year.zero,
        );
    }
    text
}

fn stages() -> String {
    let mut text = String::from(
        "| stage | SOFR − IORB, bp | reserves / bank assets, % | fall through forced selling, ln |\n|---|---|---|---|\n",
    );
    for (i, stage) in Stage::ALL[1..].iter().enumerate() {
        text += &format!(
            "| {} | from {} | under {} | from {} |\n",
            stage.key(),
            stage::SPREAD[i],
            stage::RESERVES[i],
            stage::SPIRAL[i]
        );
    }
    text
}

fn daily() -> String {
    // The curve's own fit: the daily file against reserves and bank assets of the Wednesday before,
    // no shift.
    let (banks, weekly) = (fit::banks(), fit::weeks());
    let mut text = String::from("| regime | days | mean error, bp | rmse, bp |\n|---|---|---|---|\n");
    let daily = data("sofr_iorb_daily_2018_2025.csv");
    let model = bathtub_model::model(&Scenario::default());
    // Not below the floor that reverse repo set on the day.
    let curve = |x: f64, date: Date| bathtub_model::reserve_demand_bp(&model, x).max(floor_on(date));
    for (name, from, to) in [
        ("2018–19", "2018-04-03", "2019-12-31"),
        ("2023–24", "2023-01-03", "2024-12-31"),
        ("2025", "2025-01-02", "2025-12-31"),
    ] {
        let (mut n, mut sum, mut squares) = (0.0, 0.0, 0.0);
        for line in daily.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            let date = Date::parse(fields[0]).unwrap();
            if fields[0] < from || fields[0] > to {
                continue;
            }
            // Reserves of the Wednesday before.
            let row = weekly.rows().iter().rfind(|row| row.date <= date).unwrap();
            let Some(reserves) = row.reserves else { continue };
            let actual = (fields[1].parse::<f64>().unwrap() - fields[2].parse::<f64>().unwrap()) * 100.0;
            let error = curve(100.0 * reserves / banks.at(row.date), date) - actual;
            n += 1.0;
            sum += error;
            squares += error * error;
        }
        let rmse: f64 = f64::sqrt(squares / n);
        text += &format!("| {name} | {n} | {:+.1} | {rmse:.1} |\n", sum / n);
    }
    text
}

fn moves() -> String {
    let mut text = String::from(
        "| move, start 2026-10-07 | week | level | spread, bp | bitcoin, points | scarcity, bp |\n|---|---|---|---|---|---|\n",
    );
    let none = [(P::Capex, 1000.0), (P::Dry, 0.0), (P::AiPremium, 0.0)];
    let all = [(P::Capex, 1000.0), (P::Dry, 0.0), (P::AiPremium, 1.0)];
    for (name, set, without, week) in [
        ("TGA +700 over a quarter", vec![(P::Tga, 700.0)], vec![], 52),
        ("capex 1,000, tank 600", vec![(P::Capex, 1000.0)], vec![], 52),
        ("capex 1,000, tank empty", vec![(P::Capex, 1000.0), (P::Dry, 0.0)], vec![(P::Dry, 0.0)], 52),
        ("capex 1,000, tank 3,000", vec![(P::Capex, 1000.0), (P::Dry, 3000.0)], vec![(P::Dry, 3000.0)], 52),
        ("capex 1,000, tank empty, no premium", none.to_vec(), none[1..].to_vec(), 52),
        ("capex 1,000, tank empty, premium of 1", all.to_vec(), all[1..].to_vec(), 52),
        ("TGA +100 over a quarter", vec![(P::Tga, 100.0)], vec![], 52),
        ("purchases of 40 a month", vec![(P::Runoff, -40.0)], vec![], 52),
        ("runoff of 60 a month for two years", vec![(P::Runoff, 60.0)], vec![], 104),
        ("deficit 1,000 larger", vec![(P::Deficit, 2900.0)], vec![], 52),
        ("a hike of 25 bp", vec![(P::Rate, 25.0)], vec![], 52),
    ] {
        let run_with = |set: &[(P, f64)]| {
            simulate(&set.iter().fold(Scenario::default(), |s, (id, v)| s.with_clamped(*id, *v)))
        };
        let (with, without) = (run_with(&set), run_with(&without));
        let at = |run: &bathtub_model::Run, s: Series| run.at(week).unwrap()[s];
        text += &format!(
            "| {name} | {week} | {:+.2} | {:.1} | {:+.1} | {:.1} |\n",
            at(&with, Series::Level) - at(&without, Series::Level),
            at(&with, Series::Spread),
            at(&with, Series::Bitcoin) - at(&without, Series::Bitcoin),
            at(&with, Series::Scarcity),
        );
    }
    text
}

#[test]
fn the_document_says_what_the_code_says() {
    let written = fs::read_to_string(DOCUMENT).unwrap_or_else(|e| panic!("{DOCUMENT}: {e}"));
    let mut fresh = written.clone();
    for (name, part) in [
        ("parameters", parameters()),
        ("ducks", ducks()),
        ("series", series()),
        ("starts", starts()),
        ("presets", presets()),
        ("moves", moves()),
        ("backtests", backtests()),
        ("rolling", rolling()),
        ("unseen", unseen()),
        ("prices", prices()),
        ("targets", targets()),
        ("curve", daily()),
        ("years", years()),
        ("stages", stages()),
    ] {
        let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->"));
        let from = fresh.find(&open).unwrap_or_else(|| panic!("docs/model.md lacks {open}")) + open.len();
        let until = fresh.find(&close).unwrap_or_else(|| panic!("docs/model.md lacks {close}"));
        assert!(from <= until, "{name} ends before it begins");
        fresh.replace_range(from..until, &part);
    }
    if std::env::var_os("BATHTUB_UPDATE").is_some() {
        fs::write(DOCUMENT, &fresh).unwrap();
    }
    let now = fs::read_to_string(DOCUMENT).unwrap();
    let stale = now.lines().zip(fresh.lines()).find(|(a, b)| a != b);
    assert!(
        now == fresh,
        "docs/model.md is stale; write it anew: BATHTUB_UPDATE=1 cargo test -p bathtub-model --test document. First difference: {stale:?}"
    );
}
