//! Words of what a visitor takes along.

use yew::AttrValue;

use super::Number;

crate::messages! {
    /// Words of the section with links, pictures and files.
    pub enum TakeawayMessage {
        Title => "takeaway.title" "Take it with you";
        Link => "takeaway.link" "Share the link";
        LinkTitle => "takeaway.link.title" "The liquidity bathtub with my levers";
        Csv => "takeaway.csv" "Every series as CSV";
        CsvComma => "takeaway.csv.comma" "CSV with decimal commas";
        Json => "takeaway.json" "Every series as JSON";
        CsvNote => "takeaway.csv.note" "For spreadsheets: the first CSV where they write 1.5, the one with decimal commas where they write 1,5.";
        Print => "takeaway.print" "Print";
        Picture => "takeaway.picture" "Picture of";
        Scene => "takeaway.scene" "the bathtub";
        Width => "takeaway.width" "Width";
        Png => "takeaway.png" "Save as PNG";
        Svg => "takeaway.svg" "Save as SVG";
        Copied => "takeaway.copied" "The link is copied.";
        Saved { file: AttrValue } => "takeaway.saved" "Given to the browser to save: {file}.";
        Unsure { file: AttrValue } => "takeaway.unsure"
            "{file}. This page cannot tell whether it was saved. The frame or the program that shows the page may forbid that without a word. If no file came, open";
        Size { name: AttrValue, wide: Number, high: Number } => "takeaway.size" "{name}, {wide} × {high} pixels";
        Smaller { name: AttrValue, wide: Number, high: Number, asked: Number } => "takeaway.smaller"
            "{name}, {wide} × {high} pixels, since {asked} across are more than every device can draw";
        Unprinted => "takeaway.unprinted" "The browser did not begin to print. If no dialogue came, open";
        Undrawn => "takeaway.undrawn" "The browser could not draw this picture, so no file was written. Try a smaller width or, for the bathtub, SVG.";
        Missing => "takeaway.missing" "What this needs could not be loaded. Try again when the connection works.";
        Failed => "takeaway.failed" "The browser did not allow that. The link, to be copied by hand:";
        OwnTab => "takeaway.own_tab" "this setting in a tab of its own";
        OrAddress => "takeaway.or_address" ", or copy its address:";
        Address => "takeaway.address" "Link to this setting";
    }
}
