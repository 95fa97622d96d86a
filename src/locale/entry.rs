//! Why what was typed could not be used as it stood. Said at once, whatever has been fetched by then.

use yew::AttrValue;

crate::messages! {
    /// What is said of a number that was typed, and of one in a link.
    pub enum EntryMessage {
        NotANumber { label: AttrValue, text: AttrValue } => "notice.not_a_number"
            "{label}: “{text}” is not a number. It was left as it is.";
        OutOfRange { label: AttrValue, value: AttrValue, low: AttrValue, high: AttrValue, used: AttrValue } =>
            "notice.out_of_range"
            "{label}: {value} is outside the range {low} to {high}. {used} was taken instead.";
        TwoNumbers { label: AttrValue, text: AttrValue, decimal: AttrValue, whole: AttrValue } => "notice.two_numbers"
            "{label}: “{text}” can mean {decimal} or {whole}. It was left as it is: type one of these.";
    }
}
