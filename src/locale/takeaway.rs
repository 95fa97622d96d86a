//! Words of what a visitor takes along.

crate::messages! {
    /// Words of the section with links, pictures and files.
    pub enum TakeawayMessage {
        Title => "takeaway.title" "Take it with you";
        Link => "takeaway.link" "Share the link";
        LinkTitle => "takeaway.link.title" "The liquidity bathtub with my levers";
        Csv => "takeaway.csv" "Every series as CSV";
        Json => "takeaway.json" "Every series as JSON";
        Print => "takeaway.print" "Print";
        Picture => "takeaway.picture" "Picture of";
        Scene => "takeaway.scene" "the bathtub";
        Width => "takeaway.width" "Width";
        Png => "takeaway.png" "Save as PNG";
        Svg => "takeaway.svg" "Save as SVG";
        Copied => "takeaway.copied" "The link is copied.";
        Saved => "takeaway.saved" "The picture is saved.";
        Failed => "takeaway.failed" "The browser did not allow that. The link, to be copied by hand:";
        Address => "takeaway.address" "Link to this setting";
    }
}
