//! Words of the charts, their summaries and their tables.

use yew::AttrValue;

use super::units::Amount;
use super::{Day, Number};

crate::messages! {
    /// Words of the charts.
    pub enum ChartMessage {
        Missing => "charts.missing"
            "The chart could not be drawn: what draws it could not be loaded. Its numbers are in the table below.";
        Table => "charts.table" "The numbers as a table";

        Level => "charts.level" "Water level over two years";
        LevelAxis => "charts.level.axis" "level, 100 at the reference";
        LevelNow => "charts.level.now" "with these levers";
        Pinned => "charts.pinned" "the pin";
        LevelBaseline => "charts.level.baseline" "nothing changed";
        LevelWeek => "charts.level.week" "the week shown";
        LevelSummary { start: Number, end: Number, low: Number, low_date: Day, against: AttrValue, baseline: Number } =>
            "charts.level.summary"
            "Line chart. The level begins at {start} and ends at {end}; its lowest is {low}, on {low_date}. In comparison ({against}) it ends at {baseline}.";

        Past => "charts.past" "Show the year before the start too";
        PastModel => "charts.past.model" "before the start: the model along the published balance sheets";
        PastPublished => "charts.past.published" "before the start: as published";
        PastSpread => "charts.past.spread" "before the start: as published, ends of periods included";
        PastMissing => "charts.past.missing" "The tables could not be loaded. Choose it again when the connection works.";
        PastNone => "charts.past.none" "The published tables hold no week of that year.";
        PastShort => "charts.past.short" "The published tables end before this start: the level of the weeks before it is not known, nor are the weeks between.";

        Spread => "charts.spread" "Repo spread over two years";
        SpreadAxis => "charts.spread.axis" "SOFR − IORB without period ends, bp";
        SpreadSummary { start: Number, end: Number, low: Number, low_date: Day, against: AttrValue, baseline: Number } =>
            "charts.spread.summary"
            "Line chart. The spread begins at {start} bp and ends at {end}; its highest is {low}, on {low_date}. In comparison ({against}) it ends at {baseline}.";

        Duration => "charts.duration" "Price change against duration";
        DurationAxisX => "charts.duration.x" "duration in years: how long one waits for the cash";
        DurationAxisY => "charts.duration.y" "price change, %";
        DurationDuck => "charts.duration.duck" "with these levers";
        DurationNone => "charts.duration.none" "no cash flow";
        DurationSummary { worst: AttrValue, worst_change: Number, best: AttrValue, best_change: Number } =>
            "charts.duration.summary"
            "Scatter chart of the assets. {worst} changes most to the downside, {worst_change}; {best} does best, {best_change}.";

        Index => "charts.index" "Price index over two years";
        IndexAxis => "charts.index.axis" "duration-weighted price index, 100 at the start";
        IndexSummary { start: Number, end: Number, low: Number, low_date: Day, against: AttrValue, baseline: Number } =>
            "charts.index.summary"
            "Line chart. The price index begins at {start} and ends at {end}; its lowest is {low}, on {low_date}. In comparison ({against}) it ends at {baseline}.";

        Causes => "charts.causes" "What moved the water, week by week";
        CausesAxis => "charts.causes.axis" "points of the level, against the comparison";
        CauseOfficial => "charts.causes.official" "Fed and Treasury, rates and deficit";
        CauseAi => "charts.causes.ai" "AI capex with its income";
        CauseStress => "charts.causes.stress" "stress and forced selling";
        CauseRest => "charts.causes.rest" "market value, drift back";
        CausesSum => "charts.causes.sum" "all together";
        CausesSummary { date: Day, official: Number, ai: Number, stress: Number, rest: Number, sum: Number } =>
            "charts.causes.summary"
            "Line chart, in points of the level. On {date}: Fed and Treasury, rates and deficit {official}, AI capex with its income {ai}, stress and forced selling {stress}, market value and drift back {rest}; all together {sum}.";

        Buffers => "charts.buffers" "Buffers over two years";
        BuffersAxis => "charts.buffers.axis" "$bn; all but dry powder begin at a published balance";
        BuffersSummary {
            date: Day, against: AttrValue,
            reserves: Amount,
            reserves_before: Amount,
            on_rrp: Amount,
            on_rrp_before: Amount,
            dry: Amount,
            dry_before: Amount,
            tga: Amount,
            tga_before: Amount,
        } => "charts.buffers.summary"
            "Line chart. In the model, on {date}, and, in brackets, {against}: reserves {reserves} ({reserves_before}), ON RRP {on_rrp} ({on_rrp_before}), dry powder {dry} ({dry_before}), Treasury account {tga} ({tga_before}).";

        NetLiquidity { date: Day, net: Amount, before: Amount, against: AttrValue } => "charts.buffers.net"
            "What dashboards call net liquidity, Fed assets less the Treasury account and ON RRP, is {net} on {date} ({before}, {against}). It leaves out dry powder, the bonds that the market must take, and all that banks do with reserves: the water here can fall while it rises.";

        Demand => "charts.demand" "Reserve-demand curve";
        DemandAxisX => "charts.demand.x" "reserves over bank assets, %";
        DemandAxisY => "charts.demand.y" "SOFR − IORB, bp";
        DemandCurve => "charts.demand.curve" "the model from this start, held by its floor";
        DemandFitted => "charts.demand.fitted" "the curve before it is moved to meet the start";
        DemandRecent => "charts.demand.recent" "published 2023–25, what the curve is fitted on";
        DemandEarlier => "charts.demand.earlier" "published 2018–22";
        DemandHere => "charts.demand.here" "the week shown, with pressure on bills and forced selling";
        DemandSummary { ratio: Number, spread: Number, start_ratio: Number, start_spread: Number } =>
            "charts.demand.summary"
            "Falling, convex curve with published points. In the week shown the model has reserves at {ratio} of bank assets and SOFR − IORB at {spread} bp; at the start they are {start_ratio} and {start_spread} bp.";

        Capital => "charts.capital" "Cost-of-capital curve";
        CapitalAxisX => "charts.capital.x" "money that AI crowds out of the tub, $bn a month";
        CapitalAxisY => "charts.capital.y" "scarcity premium, bp";
        CapitalCurve => "charts.capital.curve" "the model’s premium: an assumption, nothing published";
        CapitalSummary { flow: Amount, premium: Number, start_flow: Amount, start_premium: Number } =>
            "charts.capital.summary"
            "Rising, convex curve. In the week shown AI crowds {flow} a month out of the tub, at a premium of {premium} bp; at the start, with nothing changed, it is {start_flow} at {start_premium} bp.";

        Marginal => "charts.marginal" "The next $100bn of AI capex, by the tank";
        MarginalAxisX => "charts.marginal.x" "dry powder, $bn: nobody knows today’s";
        MarginalAxisY => "charts.marginal.y" "change of the level after a year, points";
        MarginalCurve => "charts.marginal.curve" "the model with these levers";
        MarginalHere => "charts.marginal.here" "the tank as it is set";
        MarginalTurn => "charts.marginal.turn" "where the sign changes";
        MarginalSet { tank: AttrValue } => "charts.marginal.set" "set to {tank}";
        MarginalSign { tank: AttrValue } => "charts.marginal.sign" "sign changes at {tank}";
        MarginalSummary { here: AttrValue, effect: Number, tank: AttrValue } =>
            "charts.marginal.summary"
            "Rising curve. With a tank of {here}, as it is set, the model’s next $100bn of AI capex move the level by {effect} points after a year; the sign changes at a tank of {tank}.";
        MarginalSummaryNever { here: AttrValue, effect: Number } =>
            "charts.marginal.summary_never"
            "Curve. With a tank of {here}, as it is set, the model’s next $100bn of AI capex move the level by {effect} points after a year; no tank in range changes the sign.";

        PointStart => "charts.point.start" "the start";
        PointCurve => "charts.point.curve" "on the curve";
        PointPublished { date: Day } => "charts.point.published" "published, {date}";
        ColumnPoint => "charts.column.point" "Point";
        ColumnIndex => "charts.column.index" "Price index";
        ColumnNow { name: AttrValue } => "charts.column.now" "{name}";
        ColumnBefore { name: AttrValue, against: AttrValue } => "charts.column.before" "{name}, {against}";

        HistorySummary { from: Day, to: Day, error: Number, no_change: Number } =>
            "charts.history.summary"
            "Line chart from {from} to {to}: the model and what was published. The model’s root-mean-square error is {error}, that of a forecast of no change {no_change}.";
        Band => "charts.band" "Water level with its band";
        BandNine => "charts.band.nine" "nine tenths of the draws; darker: the middle half";
        BandTank => "charts.band.tank" "nine tenths with the tank drawn too";
        BandSummary { low: Number, high: Number, tank_low: Number, tank_high: Number } =>
            "charts.band.summary"
            "Line chart with two bands. After two years nine tenths of the draws lie between {low} and {high}, and with the tank drawn too between {tank_low} and {tank_high}.";
        ColumnTankLow => "charts.column.tank_low" "Low end, tank drawn";
        ColumnTankHigh => "charts.column.tank_high" "High end, tank drawn";
        ColumnLow => "charts.column.low" "Low end";
        ColumnHigh => "charts.column.high" "High end";
        ColumnModel => "charts.column.model" "Model";
        ColumnPublished => "charts.column.published" "Published";
        ColumnMiss => "charts.column.miss" "Miss";

        ColumnWeek => "charts.column.week" "Week";
        ColumnDate => "charts.column.date" "Date";
        ColumnLevel => "charts.column.level" "Level";
        ColumnSpread => "charts.column.spread" "SOFR − IORB, bp";
        ColumnAsset => "charts.column.asset" "Asset";
        ColumnDuration => "charts.column.duration" "Duration, years";
        ColumnChange => "charts.column.change" "Price change";
        Cell { value: Number } => "charts.cell" "{value}";
        CellDate { date: Day } => "charts.cell.date" "{date}";
        CellNone => "charts.cell.none" "none";
    }
}
