//! Words of a tub in somebody else's page, and of how it gets there.

use yew::AttrValue;

use super::Day;

crate::messages! {
    /// Words of the frame.
    pub enum FrameMessage {
        Source { model: AttrValue, date: Day } => "embed.source" "The liquidity bathtub, model {model}, data of {date}";
        SourceFrom { model: AttrValue, start: Day, date: Day } => "embed.source.start" "The liquidity bathtub, model {model}, start {start}, data of {date}";
        Open => "embed.open" "Open the full page";
    }
}

crate::messages! {
    /// Words of the code for other pages.
    pub enum EmbedMessage {
        Title => "embed.title" "Embed in a page of your own";
        Show => "embed.show" "Show";
        ShowTub => "embed.show.tub" "The bathtub with sliders";
        ShowTwo => "embed.show.two" "Two bathtubs";
        ShowLevers => "embed.show.levers" "Sliders and numbers";
        Release => "embed.release" "Version";
        Pinned => "embed.release.pinned" "this one for good: its numbers stay";
        Latest => "embed.release.latest" "always the newest: its numbers may change";
        Preview => "embed.preview" "How it will look";
        Kind => "embed.kind" "Code for";
        KindElement => "embed.kind.element" "pages of your own (HTML with a script)";
        KindFrame => "embed.kind.frame" "editors that take frames (WordPress, Ghost)";
        KindMarkdown => "embed.kind.markdown" "Markdown (a picture with a link)";
        KindPicture => "embed.kind.picture" "editors without frames (Substack, mail)";
        Copy => "embed.copy" "Copy the code";
        Code => "embed.code" "The code";
        Copied => "embed.copied" "The code is copied.";
        NotCopied => "embed.not_copied" "The browser did not allow that: mark the code and copy it by hand.";
        NoteElement => "embed.note.element" "It is as high as its content. Without scripts, the sentence and the link are seen.";
        NoteFrame => "embed.note.frame" "It fits a frame of any size from 280 × 320 pixels; a small one shows the tub and leaves out the pipes below it.";
        NotePicture => "embed.note.picture" "Save the picture as PNG above, upload it where you write, and put its address in place of its name.";
        Licence => "embed.licence" "Free under MIT or Apache 2.0, pictures too. No cookies, and nothing from another host.";
    }
}
