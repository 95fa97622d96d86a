//! Code for other people's pages. Straight quotes and escaped ampersands, so that editors leave it as it
//! is.

use crate::locale::embed::EmbedMessage;

/// What a code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page that runs scripts: the frame is as high as its content, and paragraphs can move its sliders.
    Element,
    /// A page that takes frames and no scripts.
    Frame,
    /// Markdown: a picture with a link.
    Markdown,
    /// An editor that takes neither: a picture with a link.
    Picture,
}

impl Kind {
    pub const ALL: [Kind; 4] = [Kind::Element, Kind::Frame, Kind::Markdown, Kind::Picture];

    pub const fn name(self) -> EmbedMessage {
        match self {
            Kind::Element => EmbedMessage::KindElement,
            Kind::Frame => EmbedMessage::KindFrame,
            Kind::Markdown => EmbedMessage::KindMarkdown,
            Kind::Picture => EmbedMessage::KindPicture,
        }
    }

    /// What has to be known of it; nothing where the picture is at hand.
    pub const fn note(self, has_card: bool) -> Option<EmbedMessage> {
        match self {
            Kind::Element => Some(EmbedMessage::NoteElement),
            Kind::Frame => Some(EmbedMessage::NoteFrame),
            Kind::Markdown if has_card => None,
            Kind::Markdown | Kind::Picture => Some(EmbedMessage::NotePicture),
        }
    }
}

/// Everything that a code says.
pub struct Code {
    /// Folder of the page, with the slash at its end.
    pub home: String,
    /// Whether other releases stand beside that folder: the code then says which of them it means.
    pub named: bool,
    /// The setting, as a link writes it.
    pub setting: String,
    pub show: String,
    pub levers: String,
    /// Empty for that of the page around.
    pub theme: &'static str,
    /// Alternative text.
    pub alt: String,
    /// File of the saved picture.
    pub picture: String,
    /// Where it is from.
    pub source: String,
    /// A prepared scenario that it is exactly: the address of its own page, and of its card.
    pub scenario: Option<[String; 2]>,
}

impl Code {
    /// The address of the frame.
    pub fn address(&self) -> String {
        let Code { home, setting, show, levers, theme, .. } = self;
        let theme = if theme.is_empty() { String::new() } else { format!("&theme={theme}") };
        format!("{home}?embed=1&show={show}&levers={levers}{theme}&{setting}")
    }

    /// The code of a kind.
    pub fn text(&self, kind: Kind) -> String {
        let page = format!("{}?{}", self.home, self.setting);
        let (link, alt, source) = (escaped(&page), escaped(&self.alt), escaped(&self.source));
        match kind {
            Kind::Element => {
                let Code { home, show, levers, .. } = self;
                let theme =
                    if self.theme.is_empty() { String::new() } else { format!(" theme=\"{}\"", self.theme) };
                let setting = escaped(&self.setting);
                // The first copy of the script defines the element: another release may be on the same page.
                let source_of =
                    if self.named { format!(" src=\"{}\"", escaped(home)) } else { String::new() };
                format!(
                    "<script src=\"{home}embed.js\" async></script>\n\
                     <liquidity-bathtub setting=\"{setting}\" show=\"{show}\" levers=\"{levers}\"{theme}{source_of}>\n\
                     <p>{alt} <a href=\"{link}\">{source}</a></p>\n\
                     </liquidity-bathtub>"
                )
            }
            Kind::Frame => format!(
                "<iframe src=\"{}\" title=\"{alt}\" width=\"100%\" height=\"560\" style=\"border:0\" \
                 loading=\"lazy\" allow=\"clipboard-write; fullscreen; web-share\"></iframe>",
                escaped(&self.address())
            ),
            Kind::Markdown => {
                let alt: String = self.alt.chars().filter(|letter| !matches!(letter, '[' | ']')).collect();
                let own = self.scenario.as_ref().map(|[page, card]| (card.as_str(), page.as_str()));
                let (picture, page) = own.unwrap_or((&self.picture, &page));
                format!("[![{alt}]({picture})]({page})\n\n{}", self.source)
            }
            Kind::Picture => format!(
                "<p><a href=\"{link}\"><img src=\"{}\" alt=\"{alt}\"></a></p>\n<p><a href=\"{link}\">{source}</a></p>",
                escaped(&self.picture)
            ),
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> Code {
        Code {
            home: "https://example.org/tub/".into(),
            named: false,
            setting: "v=2&start=2026-10-07&capex=900".into(),
            show: "tub".into(),
            levers: "capex,dry".into(),
            theme: "dark",
            alt: "Water \"falls\" [1]".into(),
            picture: "bathtub-week-52-scene.png".into(),
            source: "Model 2 & data".into(),
            scenario: None,
        }
    }

    #[test]
    fn every_code_names_the_setting_and_has_straight_quotes() {
        for kind in Kind::ALL {
            let text = code().text(kind);
            assert!(text.contains("capex=900"), "{text}");
            assert!(!text.contains(['“', '”', '’']), "{text}");
            assert!(kind == Kind::Markdown || !text.contains("&start"), "escaped: {text}");
        }
    }

    #[test]
    fn a_code_among_releases_names_its_own() {
        let named = Code { named: true, home: "https://example.org/tub/v/1.2.3/".into(), ..code() };
        assert!(named.text(Kind::Element).contains(" src=\"https://example.org/tub/v/1.2.3/\">"));
        assert!(!code().text(Kind::Element).contains(" src=\"https://example.org/tub/\""));
    }

    #[test]
    fn a_frame_may_copy_share_and_fill_the_screen() {
        let text = code().text(Kind::Frame);
        assert!(text.contains("allow=\"clipboard-write; fullscreen; web-share\""));
        assert!(text.contains("?embed=1&amp;show=tub&amp;levers=capex,dry&amp;theme=dark&amp;v=2"));
    }

    #[test]
    fn a_picture_is_one_that_was_saved() {
        assert!(
            code().text(Kind::Markdown).starts_with("[![Water \"falls\" 1](bathtub-week-52-scene.png)](")
        );
        let [page, card] =
            ["https://example.org/tub/scenarios/hawk/", "https://example.org/tub/scenarios/hawk/card.jpg"];
        let scenario = Code { scenario: Some([page, card].map(str::to_owned)), ..code() };
        assert!(
            scenario.text(Kind::Markdown).starts_with(&format!("[![Water \"falls\" 1]({card})]({page})\n"))
        );
        assert!(Kind::Markdown.note(true).is_none() && Kind::Markdown.note(false).is_some());
        assert!(code().text(Kind::Picture).contains("alt=\"Water &quot;falls&quot; [1]\""));
    }
}
