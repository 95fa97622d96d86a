//! Words of the sheets that a class works with on paper.

use yew::AttrValue;

use super::Number;

crate::messages! {
    /// Words of the sheets on paper.
    pub enum SheetMessage {
        Title { lesson: AttrValue } => "sheets.title" "{lesson}: sheets for a class";
        Choose => "sheets.choose" "For paper: choose a part and print it, or print all three. Each begins on a page of its own.";
        All => "sheets.all" "All three";
        Worksheet => "sheets.worksheet" "Worksheet";
        Answers => "sheets.answers" "Answer sheet";
        Guide => "sheets.guide" "Teacher’s guide";
        AtPage => "sheets.at_page" "The lesson at the page";
        Name => "sheets.name" "Name";
        Date => "sheets.date" "Date";
        DrawHere => "sheets.draw" "Draw your line. It begins at the dot.";
        OrderHere => "sheets.order" "Number the rows: 1 for the highest.";
        PlaceHere => "sheets.place" "Mark your guess on the scale. The dot is where it stands before.";
        TickHere => "sheets.tick" "Tick one.";
        WriteHere => "sheets.write" "Your number:";
        GoalHere => "sheets.goal" "Which lever do you move, and how far? Write it down before you try it at the page.";
        Hands { levers: AttrValue } => "sheets.hands" "As the levers stand now: {levers}.";
        Reason => "sheets.reason" "Why?";
        Truth { value: AttrValue } => "sheets.truth" "The model says {value}.";
        RightNumber { value: AttrValue } => "sheets.right_number" "Right is {value}.";
        OneWay { levers: AttrValue } => "sheets.one_way" "One way: {levers}.";
        Plan { class: Number, alone: Number } => "sheets.plan" "In class about {class|one=# minute|other=# minutes}; alone at the page about {alone|one=# minute|other=# minutes}. Predict first, always: who only watches learns little.";
        StepHead => "sheets.step" "Step";
        MinutesHead => "sheets.minutes" "Minutes";
        DoHead => "sheets.do" "What the class does";
        AnswerHead => "sheets.answer" "Answer";
        MistakeHead => "sheets.mistakes" "Usual mistakes";
        DoTell => "sheets.do.tell" "One reads aloud. Show the picture at the page and point at the part.";
        DoPredict => "sheets.do.predict" "Each predicts alone and in silence, on paper or at the page. Then neighbours compare their reasons. Then look.";
        DoGoal => "sheets.do.goal" "Two at a device reach the goal. Ask who found another way.";
        DoTask => "sheets.do.task" "Each alone, without talk. Collect the sheets before you discuss.";
        Ask => "sheets.ask" "Ask at the end: where is the model too simple? Which number would you not believe, and why?";
    }
}
