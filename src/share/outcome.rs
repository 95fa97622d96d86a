//! How it went with what was to leave the page, in words that claim no more than is known.

use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::locale::takeaway::TakeawayMessage;
use crate::locale::{Number, Words, use_words};

/// What became of something that was to leave the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Handed to another program, or the visitor thought better of it, or sees it: nothing is said.
    Silent,
    /// Copied.
    Copied,
    /// Given to the browser to save, where nothing is known to forbid it.
    Saved(File),
    /// Given to the browser, which may have dropped it in silence.
    Unsure(File),
    /// The browser would not copy.
    Failed,
    /// The browser did not begin to print.
    Unprinted,
    /// The picture did not come about.
    Undrawn,
    /// The program that does it could not be had.
    Missing,
}

/// A file as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// Its name with the ending.
    pub name: String,
    /// Width and height of a picture in pixels.
    pub size: Option<[u32; 2]>,
    /// The width that was asked for.
    pub asked: u32,
}

impl File {
    /// Name and size; where the device had no room for the width that was asked for, that too.
    fn described(&self, words: &Words) -> AttrValue {
        let name = AttrValue::from(self.name.clone());
        let Some([width, height]) = self.size else { return name };
        let [wide, high, asked] = [width, height, self.asked].map(|count| Number::plain(f64::from(count), 0));
        words.text(&match width < self.asked {
            true => TakeawayMessage::Smaller { name, wide, high, asked },
            false => TakeawayMessage::Size { name, wide, high },
        })
    }
}

impl Outcome {
    /// Reads what `www/export.js` says of a request, of which kind, name and width are given.
    pub fn read(kind: &str, name: &str, asked: u32, word: &str) -> Self {
        let mut words = word.split(' ');
        let how = words.next().unwrap_or_default();
        let mut pixels = || words.next()?.parse().ok();
        let size = pixels().zip(pixels()).map(|(width, height)| [width, height]);
        let name = if kind == "file" { name.to_owned() } else { format!("{name}.{kind}") };
        let file = File { name, size, asked };
        match how {
            "shared" | "cancelled" | "printing" | "shown" => Outcome::Silent,
            "copied" => Outcome::Copied,
            "saved" => Outcome::Saved(file),
            "unsure" => Outcome::Unsure(file),
            "failed" => Outcome::Failed,
            "unprinted" => Outcome::Unprinted,
            "undrawn" => Outcome::Undrawn,
            _ => Outcome::Missing,
        }
    }

    /// Name in the document.
    const fn name(&self) -> &'static str {
        match self {
            Outcome::Silent => "silent",
            Outcome::Copied => "copied",
            Outcome::Saved(_) => "saved",
            Outcome::Unsure(_) => "unsure",
            Outcome::Failed => "failed",
            Outcome::Unprinted => "unprinted",
            Outcome::Undrawn => "undrawn",
            Outcome::Missing => "missing",
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub outcome: Outcome,
    /// The link to the setting.
    pub url: AttrValue,
}

/// What is said of it and, where the page could not do it, the ways that are left.
#[component]
pub fn Said(Props { outcome, url }: &Props) -> Html {
    let (words, said) = (use_words(), use_node_ref());
    {
        let said = said.clone();
        // It stands at the end of a sheet that scrolls on phones.
        use_effect_with(outcome.clone(), move |_| {
            if let Some(said) = said.cast::<Element>() {
                said.scroll_into_view_with_bool(false);
            }
        });
    }
    let text = match outcome {
        Outcome::Silent => return html! {},
        Outcome::Copied => words.text(&TakeawayMessage::Copied),
        Outcome::Saved(file) => words.text(&TakeawayMessage::Saved { file: file.described(&words) }),
        Outcome::Unsure(file) => words.text(&TakeawayMessage::Unsure { file: file.described(&words) }),
        Outcome::Failed => words.text(&TakeawayMessage::Failed),
        Outcome::Unprinted => words.text(&TakeawayMessage::Unprinted),
        Outcome::Undrawn => words.text(&TakeawayMessage::Undrawn),
        Outcome::Missing => words.text(&TakeawayMessage::Missing),
    };
    let left = match outcome {
        Outcome::Failed => html! { <Address url={url.clone()} marked=true /> },
        Outcome::Unsure(_) | Outcome::Unprinted => html! {
            <>
                // Without a word to the new tab, which a frame may have to be told by.
                <a data-own-tab="" href={url.clone()} target="_blank" rel="noopener">{ words.text(&TakeawayMessage::OwnTab) }</a>
                { words.text(&TakeawayMessage::OrAddress) }{ " " }
                <Address url={url.clone()} />
            </>
        },
        _ => html! {},
    };
    html! { <p ref={said} data-outcome={outcome.name()}>{ text }{ " " }<span>{ left }</span></p> }
}

#[derive(Properties, PartialEq)]
struct AddressProps {
    url: AttrValue,
    /// Whether it is marked when it comes, to be copied with one key.
    #[prop_or_default]
    marked: bool,
}

/// The link in a field, for those who copy it by hand: all of it is marked with one touch.
#[component]
fn Address(AddressProps { url, marked }: &AddressProps) -> Html {
    let (words, field) = (use_words(), use_node_ref());
    {
        let field = field.clone();
        use_effect_with(*marked, move |marked| {
            if *marked && let Some(field) = field.cast::<HtmlInputElement>() {
                let _ = field.focus();
                field.select();
            }
        });
    }
    let onfocus =
        Callback::from(|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select());
    let name = words.text(&TakeawayMessage::Address);
    html! { <input ref={field} type="text" class="address" readonly=true aria-label={name} value={url.clone()} {onfocus} /> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::platform::Platform;

    fn read(kind: &str, word: &str) -> Outcome {
        Outcome::read(kind, "bathtub", 1920, word)
    }

    #[test]
    fn words_of_the_exporter_are_read() {
        let file = |name: &str, size| File { name: name.to_owned(), size, asked: 1920 };
        assert_eq!(read("png", "saved 1920 1366"), Outcome::Saved(file("bathtub.png", Some([1920, 1366]))));
        assert_eq!(read("svg", "unsure"), Outcome::Unsure(file("bathtub.svg", None)));
        assert_eq!(read("file", "saved"), Outcome::Saved(file("bathtub", None)));
        assert_eq!(read("link", "failed"), Outcome::Failed);
        for word in ["shared", "cancelled", "printing"] {
            assert_eq!(read("link", word), Outcome::Silent);
        }
        // Never a success that nobody spoke of.
        for word in ["", "missing", "saves", "Saved"] {
            assert_eq!(read("png", word), Outcome::Missing, "{word}");
        }
    }

    #[test]
    fn a_picture_is_described_with_the_size_that_was_written() {
        let words = Words::english(Platform::native());
        let described =
            |size| File { name: "a.png".to_owned(), size, asked: 3200 }.described(&words).to_string();
        assert_eq!(described(None), "a.png");
        assert_eq!(described(Some([3200, 2276])), "a.png, 3,200 × 2,276 pixels");
        assert_eq!(
            described(Some([2950, 5600])),
            "a.png, 2,950 × 5,600 pixels, since 3,200 across are more than every device can draw"
        );
    }
}
