//! Words of the opening.

use super::Number;

crate::messages! {
    /// Words of the opening and of what is told in steps.
    pub enum StoryMessage {
        Title => "story.title" "The argument in four steps";
        Full => "story.full" "AI spends more, and idle money in the tank pays: the water and most ducks rise.";
        Drains => "story.drains" "The tank runs low. The same spending no longer lifts the water.";
        Empty => "story.empty" "The tank is empty, and the tub pays for the same spending. Bitcoin sinks most; memory makers, who sell to AI, still rise.";
        Yours => "story.yours" "Nobody knows how full the tank is. Set it yourself: drag dry powder, and watch.";
        Next => "story.next" "Next";
        Start => "story.start" "Over to me";
        Skip => "story.skip" "Skip";
        Step { step: Number, steps: Number } => "story.step" "Step {step} of {steps}";
        ShowMe => "story.show" "Show me";
    }
}
