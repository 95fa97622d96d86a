//! Words around the lessons. What a lesson itself says is a file of its own.

use yew::AttrValue;

use super::Number;

crate::messages! {
    /// Words around the lessons.
    pub enum LessonMessage {
        Title => "lesson.title" "Lessons";
        About => "lesson.about" "Predict, drag, and see why. Nine lessons, with short tasks before and after.";
        Minutes { minutes: Number } => "lesson.minutes" "{minutes|one=# minute|other=# minutes}";
        Reached { points: Number } => "lesson.reached" "done: {points} of 100 points";
        Begun => "lesson.begun" "begun";
        Kept => "lesson.kept" "How far you are is kept on this device alone.";
        Clear => "lesson.clear" "Forget it";
        Close => "lesson.close" "Close";
        All => "lesson.all" "All lessons";
        Coming => "lesson.coming" "The lesson is on its way.";
        Away => "lesson.away" "The lesson could not be fetched.";
        Again => "lesson.again" "Try again";
        English => "lesson.english" "This lesson is not in your language yet. It is shown in English.";
        Step { step: Number, steps: Number } => "lesson.step" "Step {step} of {steps}";
        Next => "lesson.next" "Next";
        Skip => "lesson.skip" "Skip";
        Back => "lesson.back" "Back";
        End => "lesson.end" "To all lessons";
        Check => "lesson.check" "See what happens";
        Reset => "lesson.reset" "Put the levers back";
        Hint => "lesson.hint" "A hint";
        Draw => "lesson.draw" "Draw the line: across with a pointer, or point by point with the arrow keys.";
        DrawPoint { week: Number } => "lesson.draw.point" "Your guess for week {week}";
        DrawTime { time: Number } => "lesson.draw.time" "Your guess for time {time}";
        AcrossWeeks => "lesson.across.weeks" "across: weeks";
        AcrossTime => "lesson.across.time" "across: time";
        Glossary => "lesson.glossary" "What the words mean";
        YourLine => "lesson.your_line" "your guess";
        TrueLine => "lesson.true_line" "the model";
        TrueStock => "lesson.true_stock" "what happens";
        Order => "lesson.order" "Put them in order, the highest on top.";
        RightOrder { names: AttrValue } => "lesson.right_order" "From the top: {names}.";
        Up { name: AttrValue } => "lesson.up" "{name} up";
        Down { name: AttrValue } => "lesson.down" "{name} down";
        Place => "lesson.place" "Your guess";
        GuessAndTruth { guess: AttrValue, truth: AttrValue } => "lesson.guess_truth" "Your guess: {guess}. The model: {truth}.";
        GuessAndRight { guess: AttrValue, right: AttrValue } => "lesson.guess_right" "Your answer: {guess}. Right is {right}.";
        Score { points: Number } => "lesson.score" "{points} of 100 points.";
        ScorePath => "lesson.score.path" "The closer your line, the more points: each hundredth of the true line’s height by which yours is away on average costs one.";
        ScoreOrder => "lesson.score.order" "The points are the share of pairs that stand right.";
        ScoreValue => "lesson.score.value" "The nearer your guess, the more points: all within one step, none from half the scale on.";
        GuessDraw { weeks: Number } => "lesson.guess.draw" "Draw the water level over {weeks|one=# week|other=# weeks}, before you see it.";
        GuessOrder { week: Number } => "lesson.guess.order" "And the ducks: which of them stands highest in week {week}, and which lowest?";
        Scenarios => "lesson.scenarios" "Or predict a scenario:";
        Goal => "lesson.goal" "Not yet.";
        GoalAbove { place: AttrValue, is: AttrValue, bound: AttrValue } => "lesson.goal.above" "Not yet: {place} it is {is}, and must be above {bound}.";
        GoalBelow { place: AttrValue, is: AttrValue, bound: AttrValue } => "lesson.goal.below" "Not yet: {place} it is {is}, and must be below {bound}.";
        GoalHighest => "lesson.goal.highest" "at its highest";
        GoalLowest => "lesson.goal.lowest" "at its lowest";
        GoalWeek { week: Number } => "lesson.goal.week" "in week {week}";
        GoalOther { name: AttrValue } => "lesson.goal.other" "{name} is not yours to move here.";
        GoalMany => "lesson.goal.many" "That is more levers than are allowed.";
        GoalReached => "lesson.goal.reached" "Done.";
        ShapeOfFlow => "lesson.mistake.shape-of-flow" "You answered with what flows in. What is inside goes on rising while more comes in than goes out, and falling while less does.";
        StraightLine => "lesson.mistake.straight-line" "You drew a straight line. What moves it changes on the way, so the line bends.";
        WrongSign => "lesson.mistake.wrong-sign" "It goes the other way. Ask first which pull is the stronger one, and only then how far it goes.";
        WrongWay => "lesson.mistake.wrong-way" "From where your guess began it goes the other way.";
        NotMoved => "lesson.mistake.not-moved" "You left your guess where it began. It does not stay there.";
        TooEarly => "lesson.mistake.too-early" "You let it turn too early. It turns only when what pulls up and what pulls down are equal.";
        NoChange => "lesson.mistake.no-change" "You let it stay as it is. Something stays only when what pulls up and what pulls down are equal.";
        Reversed => "lesson.mistake.reversed" "Most pairs stand the other way round. Ask which of them needs the water most.";
        NoOutflow => "lesson.mistake.no-outflow" "You left out what flows out.";
        NoBeginning => "lesson.mistake.no-beginning" "You left out what was there at the beginning.";
        TasksTotal { points: Number } => "lesson.tasks.total" "{points} of 100 points on average.";
        TasksChange { before: Number, after: Number } => "lesson.tasks.change" "Before the lessons {before}, now {after}.";
        StoryBathtub => "task.story.bathtub" "Water runs into a bathtub and out of it. Litres a minute:";
        StoryShop => "task.story.shop" "People come into a shop and leave it. People an hour:";
        StoryAccount => "task.story.account" "Money comes into an account and goes out. Dollars a day:";
        Inflow => "task.inflow" "comes in";
        Outflow => "task.outflow" "goes out";
        Beginning { amount: Number } => "task.beginning" "At the beginning there is {amount}.";
        Highest => "task.highest" "When is there most inside?";
        Lowest => "task.lowest" "When is there least inside?";
        Slower => "task.slower" "What does the amount inside do?";
        Steady => "task.steady" "How much must go out each time so that the amount inside stays as it is?";
        Sum { time: Number } => "task.sum" "How much is inside at time {time}?";
        DrawStock => "task.draw" "Draw how much is inside over time.";
        AtTime { time: Number } => "task.at_time" "at time {time}";
        Faster => "task.choice.faster" "It rises faster and faster.";
        MoreSlowly => "task.choice.slower" "It rises more and more slowly.";
        Stays => "task.choice.stays" "It stays as it is.";
        Falls => "task.choice.falls" "It falls.";
        AfterHighest => "task.highest.after" "There is most where the two lines cross. Until then more comes in than goes out.";
        AfterLowest => "task.lowest.after" "There is least where the two lines cross. Until then more goes out than comes in.";
        AfterSlower => "task.slower.after" "Less comes in, but still more than goes out. So it rises, more and more slowly.";
        AfterSteady => "task.steady.after" "It stays when as much goes out as comes in.";
        AfterSum => "task.sum.after" "What was there, and what came in, less what went out.";
        AfterDraw => "task.draw.after" "It rises while more comes in than goes out, and falls after that.";
    }
}
