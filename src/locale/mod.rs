//! Every word a visitor sees: typed messages, English compiled in, other languages as data.
//!
//! A message is a variant of an enum with named parameters; its template is looked up by key in
//! the language's catalogue and, where that has none, is the English one beside the variant.
//!
//! Templates: `{name}` is a parameter, `{name|one=# week|other=# weeks}` chooses by the plural
//! category of a count and writes it for `#`.

mod argument;
mod template;
mod words;

pub mod about;
pub mod charts;
pub mod class;
pub mod controls;
pub mod embed;
pub mod entry;
pub mod glossary;
pub mod handles;
pub mod insight;
pub mod lessons;
pub mod mechanisms;
pub mod more;
pub mod newer;
pub mod notices;
pub mod page;
pub mod parts;
pub mod readouts;
pub mod roles;
pub mod scene;
pub mod sheets;
pub mod starts;
pub mod story;
pub mod takeaway;
pub mod terms;
pub mod time;
pub mod units;

#[cfg(test)]
pub(crate) mod catalogues;
#[cfg(test)]
mod claims;
#[cfg(test)]
mod tests;

pub use argument::{Argument, Day, Number};
pub use words::{Words, use_platform, use_words};

/// One row of an enum of messages, for tests and translators.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// Name of the enum and of the variant.
    pub variant: (&'static str, &'static str),
    /// Key in catalogues.
    pub key: &'static str,
    /// Template in English.
    pub english: &'static str,
    /// Names of the parameters.
    pub parameters: &'static [&'static str],
}

/// Every message of the page.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    [
        about::AboutMessage::ENTRIES,
        charts::ChartMessage::ENTRIES,
        controls::ControlMessage::ENTRIES,
        controls::BriefMessage::ENTRIES,
        embed::FrameMessage::ENTRIES,
        embed::EmbedMessage::ENTRIES,
        entry::EntryMessage::ENTRIES,
        handles::HandleMessage::ENTRIES,
        insight::InsightMessage::ENTRIES,
        lessons::LessonMessage::ENTRIES,
        class::ClassMessage::ENTRIES,
        roles::RoleMessage::ENTRIES,
        sheets::SheetMessage::ENTRIES,
        mechanisms::MechanismMessage::ENTRIES,
        more::MoreMessage::ENTRIES,
        newer::NewerMessage::ENTRIES,
        notices::NoticeMessage::ENTRIES,
        notices::NoticeTitle::ENTRIES,
        page::PageMessage::ENTRIES,
        page::MissingMessage::ENTRIES,
        readouts::ReadoutMessage::ENTRIES,
        scene::SceneMessage::ENTRIES,
        parts::PartMessage::ENTRIES,
        story::StoryMessage::ENTRIES,
        starts::StartMessage::ENTRIES,
        takeaway::TakeawayMessage::ENTRIES,
        terms::TermMessage::ENTRIES,
        time::TimeMessage::ENTRIES,
        units::UnitMessage::ENTRIES,
    ]
    .into_iter()
    .flatten()
}

/// A text with its parameters.
pub trait Message {
    /// Key in catalogues.
    fn key(&self) -> &'static str;
    /// Template in English.
    fn english(&self) -> &'static str;
    /// A parameter by name; none for a name the message does not have.
    fn argument(&self, name: &str) -> Option<&dyn Argument>;
}

/// Declares an enum of messages.
///
/// ```
/// use liquidity_bathtub::locale::{Number, Words};
/// use liquidity_bathtub::platform::Platform;
///
/// liquidity_bathtub::messages! {
///     /// Words of the tank.
///     pub enum TankMessage {
///         Title => "tank.title" "Dry powder";
///         Lower { percent: Number } => "tank.lower" "The water is {percent} lower.";
///         Lasts { weeks: Number } => "tank.lasts" "It lasts {weeks|one=# week|other=# weeks}.";
///     }
/// }
///
/// let words = Words::english(Platform::native());
/// assert_eq!(words.text(&TankMessage::Title), "Dry powder");
/// assert_eq!(words.text(&TankMessage::Lower { percent: Number::percent(3.14, 1) }), "The water is 3.1% lower.");
/// assert_eq!(words.text(&TankMessage::Lasts { weeks: Number::count(1) }), "It lasts 1 week.");
/// ```
#[macro_export]
macro_rules! messages {
    ($(#[$doc:meta])* $visibility:vis enum $name:ident {
        $($(#[$variant_doc:meta])* $variant:ident $({ $($parameter:ident: $kind:ty),* $(,)? })? => $key:literal $english:literal;)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "the English template documents each variant")]
        $visibility enum $name { $($(#[$variant_doc])* $variant $({ $($parameter: $kind),* })?),* }

        impl $name {
            /// Every message of this enum.
            pub const ENTRIES: &'static [$crate::locale::Entry] = &[$($crate::locale::Entry {
                variant: (stringify!($name), stringify!($variant)),
                key: $key,
                english: $english,
                parameters: &[$($(stringify!($parameter)),*)?],
            }),*];
        }

        impl $crate::locale::Message for $name {
            fn key(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $key),* }
            }

            fn english(&self) -> &'static str {
                match self { $(Self::$variant { .. } => $english),* }
            }

            #[allow(unused_variables, reason = "most messages have no parameter")]
            fn argument(&self, name: &str) -> Option<&dyn $crate::locale::Argument> {
                match self {
                    $(Self::$variant $({ $($parameter),* })? => {
                        $($(if name == stringify!($parameter) { return Some($parameter); })*)?
                        None
                    })*
                }
            }
        }
    };
}
