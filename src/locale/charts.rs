//! Words of the charts, their summaries and their tables.

use yew::AttrValue;

use super::{Day, Number};

crate::messages! {
    /// Words of the charts.
    pub enum ChartMessage {
        Title => "charts.title" "Charts";
        Table => "charts.table" "The numbers as a table";

        Level => "charts.level" "Water level over two years";
        LevelAxis => "charts.level.axis" "level, 100 at the reference";
        LevelNow => "charts.level.now" "with these levers";
        LevelBaseline => "charts.level.baseline" "nothing changed";
        LevelWeek => "charts.level.week" "the week shown";
        LevelSummary { start: Number, end: Number, low: Number, low_date: Day, baseline: Number } =>
            "charts.level.summary"
            "Line chart. The level begins at {start} and ends at {end}; its lowest is {low}, on {low_date}. With nothing changed it ends at {baseline}.";

        Duration => "charts.duration" "Price change against duration";
        DurationAxisX => "charts.duration.x" "duration in years: how long one waits for the cash";
        DurationAxisY => "charts.duration.y" "price change, %";
        DurationDuck => "charts.duration.duck" "with these levers";
        DurationBefore => "charts.duration.before" "nothing changed";
        DurationNone => "charts.duration.none" "no cash flow";
        DurationSummary { worst: AttrValue, worst_change: Number, best: AttrValue, best_change: Number } =>
            "charts.duration.summary"
            "Scatter chart of eleven assets. {worst} changes most to the downside, {worst_change}; {best} does best, {best_change}.";

        HistorySummary { from: Day, to: Day, error: Number, no_change: Number } =>
            "charts.history.summary"
            "Line chart from {from} to {to}: the model and what was published. The model’s root-mean-square error is {error}, that of a forecast of no change {no_change}.";
        Band => "charts.band" "Water level with its band";
        BandNine => "charts.band.nine" "nine tenths of the draws";
        BandSummary { low: Number, high: Number } =>
            "charts.band.summary"
            "Line chart with a band. After two years nine tenths of the draws lie between {low} and {high}.";
        ColumnLow => "charts.column.low" "Low end";
        ColumnHigh => "charts.column.high" "High end";
        ColumnModel => "charts.column.model" "Model";
        ColumnPublished => "charts.column.published" "Published";
        ColumnMiss => "charts.column.miss" "Miss";

        ColumnWeek => "charts.column.week" "Week";
        ColumnDate => "charts.column.date" "Date";
        ColumnLevel => "charts.column.level" "Level";
        ColumnBaseline => "charts.column.baseline" "Nothing changed";
        ColumnAsset => "charts.column.asset" "Asset";
        ColumnDuration => "charts.column.duration" "Duration, years";
        ColumnChange => "charts.column.change" "Price change";
        Cell { value: Number } => "charts.cell" "{value}";
        CellDate { date: Day } => "charts.cell.date" "{date}";
        CellNone => "charts.cell.none" "none";
    }
}
