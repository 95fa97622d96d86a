//! What the page knows, and the one function that changes it.
//!
//! Three parts that live differently: [`Setting`] goes into links and can be undone,
//! [`Preferences`] go into storage, [`Transient`] goes nowhere.

mod history;
mod notice;
mod preferences;
mod reduce;
mod setting;

use std::rc::Rc;

use bathtub_model::{ParameterId, Preset, Scenario, Start};

pub use history::UndoHistory;
pub use notice::Notice;
pub use preferences::{Motion, Preferences, Theme, View};
pub use setting::Setting;

/// The one way up: components say what happened, the reducer decides.
pub type Dispatch = yew::UseReducerDispatcher<State>;

use crate::language::Language;

/// A step of something that is told with the page itself: what is shown for the while. Nothing of it
/// is the visitor's before it is adopted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Telling {
    /// Its place, from zero.
    pub step: usize,
    /// What is shown.
    pub setting: Setting,
    /// What it hands over: whoever moves it goes on from what is shown.
    pub hands: Hands,
}

/// Where somebody is in the lessons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonPlace {
    /// Its name; none for the list of all.
    pub id: Option<yew::AttrValue>,
    /// Its step, from one.
    pub step: usize,
}

impl LessonPlace {
    /// How the name of a lesson begins that predicts a prepared scenario.
    const GUESS: &str = "guess-";
    /// The name of the place where a teacher reads what a class answered.
    const CLASS: &str = "class";
    /// The name of the place where roles sit at one table.
    const ROLES: &str = "roles";

    /// Where a teacher reads what a class answered.
    pub fn of_class() -> Self {
        LessonPlace { id: Some(Self::CLASS.into()), step: 1 }
    }

    /// Where roles sit at one table.
    pub fn of_roles() -> Self {
        LessonPlace { id: Some(Self::ROLES.into()), step: 1 }
    }

    /// Whether roles sit there.
    pub fn is_roles(&self) -> bool {
        self.id.as_deref() == Some(Self::ROLES)
    }

    /// Whether a teacher reads there what a class answered.
    pub fn is_class(&self) -> bool {
        self.id.as_deref() == Some(Self::CLASS)
    }

    /// The lesson that predicts a scenario, by its key.
    pub fn of_scenario(key: &str) -> Self {
        LessonPlace { id: Some(format!("{}{key}", Self::GUESS).into()), step: 1 }
    }

    /// The key of the scenario that a lesson of this name predicts.
    pub fn scenario(id: &str) -> Option<&str> {
        id.strip_prefix(Self::GUESS)
    }
}

/// Levers that a step hands over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hands {
    /// None: whoever moves one goes on from their own setting.
    None,
    /// This one.
    One(ParameterId),
    /// Whichever is moved.
    All,
}

impl Hands {
    /// Whether a lever is handed over.
    pub fn over(self, id: ParameterId) -> bool {
        match self {
            Hands::None => false,
            Hands::One(one) => one == id,
            Hands::All => true,
        }
    }
}

/// What a hand can move by and by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// A lever or a coefficient.
    Value(ParameterId),
    /// The week.
    Week,
}

/// What is forgotten when the page closes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Transient {
    /// What is being moved: the setting is ahead of the history.
    pub moving: Option<Moved>,
    /// What was wrong with the link the page was opened with.
    pub notices: Vec<Notice>,
    /// The language whose words are on their way.
    pub asked: Option<Language>,
    /// Whether the setting before the last change is shown again, for a moment.
    pub replaying: bool,
    /// What is told.
    pub telling: Option<Telling>,
    /// Whether time plays: the week is ahead of the history.
    pub playing: bool,
}

/// Everything the page knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// Link and undo.
    pub setting: Setting,
    /// Storage.
    pub preferences: Preferences,
    /// Neither.
    pub transient: Transient,
    /// Settings before and after this one.
    pub history: Rc<UndoHistory>,
}

/// Everything that can happen to the page.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant, reason = "there is one action at a time")]
pub enum Action {
    /// A balance sheet to begin from, with everything else as it was.
    Balance(Scenario),
    /// A value while it is being dragged or typed.
    Drag(ParameterId, f64),
    /// The week while it is being dragged.
    DragWeek(usize),
    /// Another week at once.
    Look(usize),
    /// Time plays, from the week shown or, at the end, from the start.
    Play,
    /// So many weeks of it have passed.
    Tick(usize),
    /// It stops: the weeks that passed are one step of the history.
    Pause,
    /// The end of a drag: one step of the history.
    Commit,
    /// A drag is given up: the setting is what it was before.
    Restore,
    /// A value at once.
    Set(ParameterId, f64),
    /// A value goes on by so many steps of its grid, while a key is held.
    Step(ParameterId, f64),
    /// The week goes on by so many.
    StepWeek(f64),
    /// One value back to where the start has it.
    Reset(ParameterId),
    /// Every value and the week back; the start stays.
    ResetAll,
    /// The levers back, or the coefficients; the others and the week stay.
    ResetKind {
        /// Which of them.
        levers: bool,
    },
    /// A prepared scenario, at the week in which it happens.
    Choose(&'static Preset),
    /// Another balance sheet, with the levers that were touched.
    Begin(&'static Start),
    /// One step back.
    Undo,
    /// One step forth.
    Redo,
    /// Another address was entered or gone back to.
    Open(Setting, Vec<Notice>),
    /// The setting becomes what later ones are compared with.
    Pin,
    /// Settings are compared with nothing changed again.
    Unpin,
    /// Two tubs side by side, or one again.
    TurnTwo,
    /// What was before the last change is shown once more.
    Replay,
    /// And what came of it.
    Replayed,
    /// The whole panel, or less of it.
    TurnView,
    /// Other preferences.
    Prefer(Preferences),
    /// The words of a language are wanted.
    Ask(Language),
    /// The page is in the language that was asked for.
    Speak(Language),
    /// The words of a language could not be had: the page stays as it is.
    Miss(Language),
    /// A step is told.
    Tell(Telling),
    /// What is told goes on: to the one of these steps after the present one or, after the last, into
    /// the visitor's hands. Not by number: presses may come faster than the page is drawn.
    Next(Vec<Telling>),
    /// What was told to the end becomes the visitor's setting.
    Adopt,
    /// It is not told any further.
    Leave,
    /// The notices were read.
    DismissNotices,
}

impl State {
    /// With a step that is told from the beginning.
    #[must_use]
    pub fn telling(mut self, telling: Telling) -> Self {
        self.transient.telling = Some(telling);
        self
    }

    /// Whether the setting goes on changing: what is out of sight, and what is read out, waits.
    pub fn moves(&self) -> bool {
        let Transient { moving, replaying, playing, .. } = self.transient;
        moving.is_some() || replaying || playing
    }

    /// What is shown: the setting, that of a step that is told or, in a replay, the one before it.
    pub fn shown(&self) -> Setting {
        if let Some(telling) = self.transient.telling {
            return telling.setting;
        }
        let before = self.transient.replaying.then(|| self.history.before()).flatten();
        before.unwrap_or(self.setting)
    }

    /// The state a page begins with.
    pub fn new(setting: Setting, notices: Vec<Notice>, preferences: Preferences) -> Self {
        // English is here already.
        let asked = Some(preferences.language).filter(|language| *language != Language::English);
        State {
            setting,
            preferences,
            transient: Transient { notices, asked, ..Transient::default() },
            history: Rc::new(UndoHistory::from(setting)),
        }
    }
}
