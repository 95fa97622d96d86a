//! Words of a class: the code of one's answers, and what a teacher reads of many.

use yew::AttrValue;

use super::Number;

crate::messages! {
    /// Words of a class.
    pub enum ClassMessage {
        Code => "class.code" "Your answers as a code";
        CodeSays => "class.code.says" "For a teacher: copy the code and hand it in. It holds your first answer to each question and a number by chance, and no name. It is made on this device; nothing is sent.";
        Yours { short: AttrValue } => "class.code.yours" "In the teacher’s list your answers stand under {short}.";
        Copy => "class.copy" "Copy";
        Copied => "class.copied" "The code is copied.";
        Save => "class.save" "Save as a file";
        Open => "class.open" "For teachers: read the codes of a class";
        Title => "class.title" "What a class answered";
        About => "class.about" "Paste the codes of your class, all at once if you like, or choose their files. They are read on this device, in this page. Nothing is sent and nothing is kept: close the page, and all of it is gone. Save the table if you need it later.";
        Codes => "class.codes" "Codes";
        Read => "class.read" "Read the codes";
        Files => "class.files" "Files with codes";
        Forget => "class.forget" "Forget all";
        Counted { codes: Number, learners: Number } => "class.counted" "{codes|one=# code|other=# codes} read. The class has {learners|one=# learner|other=# learners}.";
        Again { again: Number } => "class.again" "{again|one=# code|other=# codes} of a learner who was there already took the earlier one’s place.";
        NoCode => "class.no_code" "There is no code in it. A code begins with TUB1: and ends with :END.";
        Refused { number: Number, why: AttrValue } => "class.refused" "Code {number} was not read: {why}";
        WhyCut => "class.why.cut" "its end is missing.";
        WhyGarbled => "class.why.garbled" "letters in it are missing or wrong.";
        WhyLong => "class.why.long" "it is too long.";
        WhyNewer => "class.why.newer" "it is from another version of the page.";
        WhyMany => "class.why.many" "a class has 1,000 learners at most.";
        FileLong { name: AttrValue } => "class.file_long" "{name} is larger than 2 MB and was not read.";
        Unknown { name: AttrValue } => "class.unknown" "Answers to {name} are left out: this page has no such lesson.";
        Gain => "class.gain" "Before and after";
        GainSays { learners: Number, before: Number, after: Number } => "class.gain.says" "{learners|one=# learner|other=# learners} did all tasks before and after the lessons: {before} points on average before, {after} after.";
        NoGain => "class.gain.none" "Nobody has done all tasks both before and after the lessons.";
        GainChart => "class.gain.chart" "One line for each learner: points before and after. The thick line is the average.";
        Before => "class.before" "before";
        After => "class.after" "after";
        Right { right: Number, of: Number } => "class.right" "{right} of {of} right";
        Points { learners: Number, points: Number } => "class.points" "{learners|one=# answer|other=# answers}, {points} points on average.";
        Middle { week: Number, class: AttrValue, model: AttrValue } => "class.middle" "In week {week} the middle of the class is {class}, the model {model}.";
        MiddleValue { class: AttrValue, model: AttrValue } => "class.middle.value" "The middle of the class is {class}, the model {model}.";
        LineOne => "class.line.one" "one learner";
        LineMiddle => "class.line.middle" "middle of the class";
        Guesses => "class.guesses" "across: the guess; upwards: how many learners";
        AsTable => "class.as_table" "As a table";
        Week => "class.week" "Week";
        Lowest => "class.lowest" "Lowest";
        Highest => "class.highest" "Highest";
        Guess => "class.guess" "Guess";
        Count => "class.count" "How many";
        Duck => "class.duck" "Duck";
        TruePlace => "class.true_place" "Place";
        MeanPlace => "class.mean_place" "Average of the class";
        RightPlace => "class.right_place" "Placed right";
        Reached { learners: Number, alone: Number } => "class.reached" "{learners|one=# learner|other=# learners} reached the goal, {alone} of them without a hint.";
        Mistake { mistake: AttrValue, count: Number } => "class.mistake" "{mistake}: {count}";
        ShapeOfFlow => "class.mistake.shape_of_flow" "took the flow for the level";
        StraightLine => "class.mistake.straight_line" "drew a straight line";
        WrongSign => "class.mistake.wrong_sign" "went the wrong way";
        TooEarly => "class.mistake.too_early" "turned too early";
        NoChange => "class.mistake.no_change" "thought that nothing moves";
        Reversed => "class.mistake.reversed" "had the order upside down";
        NoOutflow => "class.mistake.no_outflow" "left out what flows out";
        NoBeginning => "class.mistake.no_beginning" "left out what was there at first";
        KindHighest => "class.kind.highest" "When is there most?";
        KindLowest => "class.kind.lowest" "When is there least?";
        KindSlower => "class.kind.slower" "Less flows in: what does the amount do?";
        KindSteady => "class.kind.steady" "Which outflow keeps the amount?";
        KindSum => "class.kind.sum" "How much is there at the end?";
        KindDraw => "class.kind.draw" "Draw the amount";
        Table => "class.table" "Save as a table";
        TableComma => "class.table.comma" "Save as a table with decimal commas";
    }
}
