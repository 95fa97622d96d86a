//! The reducer: what an action makes of a state. An action without effect returns the same `Rc`,
//! so that nothing is drawn again.

use std::rc::Rc;

use bathtub_model::{DEFAULT_WEEK, Group, PARAMETERS, Scenario};
use yew::Reducible;

use super::Notice;
use super::{Action, Preferences, Setting, State, Transient, UndoHistory};
use crate::language::Language;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let setting = self.setting;
        if self.transient.replaying && !matches!(action, Action::Replayed) {
            // Whoever does something wants to see what it does.
            return self.replayed(false).reduce(action);
        }
        match action {
            Action::Drag(id, value) => self.dragged(setting.with(id, value)),
            Action::DragWeek(week) => self.dragged(setting.at_week(week)),
            Action::Commit => self.committed(setting),
            Action::Set(id, value) => self.committed(setting.with(id, value)),
            // Numbers of one sheet belong together: they go back together.
            Action::Reset(id) if id.row().group == Group::BalanceSheet => {
                let sheet = PARAMETERS.iter().filter(|row| row.group == Group::BalanceSheet);
                let scenario = sheet.fold(setting.scenario, |s, row| s.with_default(row.id));
                self.committed(Setting { scenario, ..setting })
            }
            Action::Reset(id) => {
                self.committed(Setting { scenario: setting.scenario.with_default(id), ..setting })
            }
            Action::Balance(scenario) => self.committed(Setting { scenario, ..setting }),
            Action::ResetAll => {
                let scenario = Scenario::new(setting.scenario.start());
                self.committed(Setting { scenario, week: DEFAULT_WEEK })
            }
            Action::ResetKind { levers } => {
                let kind = setting.scenario.changed().filter(|id| id.is_lever() == levers);
                let scenario = kind.fold(setting.scenario, Scenario::with_default);
                self.committed(Setting { scenario, ..setting })
            }
            Action::Begin(start) => {
                self.committed(Setting { scenario: setting.scenario.from_start(start), ..setting })
            }
            Action::Undo => self.travelled(UndoHistory::undone),
            Action::Redo => self.travelled(UndoHistory::redone),
            Action::Open(setting, mut notices) => self
                .with_transient(&mut |transient| transient.notices = std::mem::take(&mut notices))
                .committed(setting),
            Action::Pin => self.with_transient(&mut |transient| transient.pinned = Some(setting.scenario)),
            Action::Unpin => self.with_transient(&mut |transient| transient.pinned = None),
            Action::Replay => {
                let state = self.committed(setting);
                let can = state.history.can_undo();
                state.replayed(can)
            }
            Action::Replayed => self.replayed(false),
            Action::TurnView => {
                let now = self.preferences;
                self.reduce(Action::Prefer(Preferences { view: now.view.other(), ..now }))
            }
            Action::Prefer(preferences) if preferences != self.preferences => {
                Rc::new(State { preferences, ..(*self).clone() })
            }
            Action::Prefer(_) => self,
            Action::Ask(language) => self.with_transient(&mut |transient| transient.asked = Some(language)),
            Action::Speak(language) => {
                let preferences = Preferences { language, ..self.preferences };
                self.answered(None).reduce(Action::Prefer(preferences))
            }
            Action::Miss(language) => self.answered(Some(language)),
            Action::DismissNotices => self.with_transient(&mut |transient| transient.notices.clear()),
        }
    }
}

impl State {
    /// The setting moves ahead of the history.
    fn dragged(self: Rc<Self>, setting: Setting) -> Rc<Self> {
        if setting == self.setting {
            return self;
        }
        let transient = Transient { dragging: true, ..self.transient.clone() };
        Rc::new(State { setting, transient, ..(*self).clone() })
    }

    /// The history catches up with the setting.
    fn committed(self: Rc<Self>, setting: Setting) -> Rc<Self> {
        let history = if setting == self.history.present() {
            Rc::clone(&self.history)
        } else {
            Rc::new(self.history.committed(setting))
        };
        if setting == self.setting && Rc::ptr_eq(&history, &self.history) && !self.transient.dragging {
            return self;
        }
        let transient = Transient { dragging: false, ..self.transient.clone() };
        Rc::new(State { setting, transient, history, ..(*self).clone() })
    }

    /// A drag that was not ended is a step of its own, so that nothing is lost.
    fn travelled(self: Rc<Self>, step: fn(&UndoHistory) -> Option<UndoHistory>) -> Rc<Self> {
        let setting = self.setting;
        let state = self.committed(setting);
        let Some(history) = step(&state.history) else { return state };
        let setting = history.present();
        Rc::new(State { setting, history: Rc::new(history), ..(*state).clone() })
    }

    fn replayed(self: Rc<Self>, replaying: bool) -> Rc<Self> {
        self.with_transient(&mut |transient| transient.replaying = replaying)
    }

    /// Nothing is asked for any more; what was said about words before is out of date.
    fn answered(self: Rc<Self>, missed: Option<Language>) -> Rc<Self> {
        self.with_transient(&mut |transient| {
            transient.asked = None;
            if matches!(transient.notices.last(), Some(Notice::Words { .. })) {
                transient.notices.pop();
            }
            if let Some(language) = missed {
                transient.notices.push(Notice::Words { language });
            }
        })
    }

    fn with_transient(self: Rc<Self>, change: &mut dyn FnMut(&mut Transient)) -> Rc<Self> {
        let mut transient = self.transient.clone();
        change(&mut transient);
        if transient == self.transient {
            return self;
        }
        Rc::new(State { transient, ..(*self).clone() })
    }
}

#[cfg(test)]
mod tests {
    use bathtub_model::{ParameterId, STARTS};

    use super::*;
    use crate::state::Theme;

    fn after(actions: impl IntoIterator<Item = Action>) -> Rc<State> {
        actions.into_iter().fold(Rc::default(), |state: Rc<State>, action| state.reduce(action))
    }

    fn capex(state: &State) -> f64 {
        state.setting.scenario.get(ParameterId::Capex)
    }

    #[test]
    fn a_drag_is_one_step() {
        let drag = |value| Action::Drag(ParameterId::Capex, value);
        let state = after([drag(800.0), drag(900.0), drag(1000.0), Action::Commit]);
        assert_eq!(capex(&state), 1000.0);
        assert!(!state.transient.dragging);
        let back = state.reduce(Action::Undo);
        assert_eq!((capex(&back), back.history.can_undo()), (725.0, false));
        assert_eq!(capex(&back.reduce(Action::Redo)), 1000.0);
    }

    #[test]
    fn a_drag_that_returns_leaves_no_step() {
        let drag = |value| Action::Drag(ParameterId::Capex, value);
        let state = after([drag(800.0), drag(725.0), Action::Commit]);
        assert!(!state.history.can_undo() && !state.transient.dragging);
    }

    #[test]
    fn undo_in_the_middle_of_a_drag_takes_it_back() {
        let state = after([Action::Drag(ParameterId::Capex, 800.0), Action::Undo]);
        assert_eq!(capex(&state), 725.0);
        assert!(state.history.can_redo());
    }

    #[test]
    fn a_new_step_forgets_what_was_undone() {
        let set = |value| Action::Set(ParameterId::Capex, value);
        let state = after([set(800.0), Action::Undo, set(900.0)]);
        assert!(!state.history.can_redo());
        assert_eq!(capex(&state.reduce(Action::Undo)), 725.0);
    }

    #[test]
    fn the_history_is_bounded() {
        let steps = (0..300).map(|i| Action::Set(ParameterId::Capex, f64::from(i)));
        let mut state = after(steps);
        let mut undone = 0;
        while state.history.can_undo() {
            state = state.reduce(Action::Undo);
            undone += 1;
        }
        assert_eq!(undone, 100);
        assert_eq!(capex(&state), 199.0);
    }

    #[test]
    fn actions_without_effect_return_the_same_state() {
        let state = after([Action::Set(ParameterId::Capex, 900.0)]);
        let nothing = [
            Action::Drag(ParameterId::Capex, 900.0),
            Action::DragWeek(DEFAULT_WEEK),
            Action::Commit,
            Action::Set(ParameterId::Capex, 900.0),
            Action::Reset(ParameterId::Tga),
            Action::Begin(state.setting.scenario.start()),
            Action::Redo,
            Action::Open(state.setting, Vec::new()),
            Action::Prefer(Preferences::default()),
            Action::Speak(Language::English),
            Action::DismissNotices,
        ];
        for action in nothing {
            let same = Rc::clone(&state).reduce(action.clone());
            assert!(Rc::ptr_eq(&state, &same), "{action:?}");
        }
        let fresh = Rc::new(State::default());
        assert!(Rc::ptr_eq(&fresh, &Rc::clone(&fresh).reduce(Action::ResetAll)));
        assert!(Rc::ptr_eq(&fresh, &Rc::clone(&fresh).reduce(Action::Undo)));
    }

    #[test]
    fn values_out_of_range_are_clamped() {
        let state = after([Action::Set(ParameterId::Capex, 1e9), Action::DragWeek(1000)]);
        assert_eq!((capex(&state), state.setting.week), (1500.0, 104));
        assert_eq!(capex(&state.reduce(Action::Set(ParameterId::Capex, f64::NAN))), 725.0);
    }

    #[test]
    fn another_start_keeps_what_was_touched() {
        let state = after([Action::Set(ParameterId::Tga, 300.0), Action::Begin(&STARTS[0])]);
        assert_eq!(state.setting.scenario.get(ParameterId::Tga), 300.0);
        assert_eq!(capex(&state), STARTS[0].capex);
        let reset = state.reduce(Action::ResetAll);
        assert_eq!(reset.setting.scenario, Scenario::new(&STARTS[0]));
    }

    #[test]
    fn levers_and_coefficients_are_reset_apart() {
        let touched = [(ParameterId::Tga, 300.0), (ParameterId::DryScale, 900.0)];
        let state = after(touched.map(|(id, value)| Action::Set(id, value)));
        let left = |state: &State| state.setting.scenario.changed().collect::<Vec<_>>();
        let levers = Rc::clone(&state).reduce(Action::ResetKind { levers: true });
        assert_eq!(left(&levers), [ParameterId::DryScale]);
        let coefficients = state.reduce(Action::ResetKind { levers: false });
        assert_eq!(left(&coefficients), [ParameterId::Tga]);
        assert!(coefficients.history.can_undo());
    }

    #[test]
    fn a_pin_is_what_is_compared_with() {
        let state = after([Action::Set(ParameterId::Tga, 300.0), Action::Pin]);
        let later = state.reduce(Action::Set(ParameterId::Tga, 700.0));
        assert_eq!(later.baseline().get(ParameterId::Tga), 300.0);
        assert_eq!(later.reduce(Action::Unpin).baseline(), Scenario::default());
    }

    #[test]
    fn a_replay_shows_what_was_and_changes_nothing() {
        let set = |value| Action::Set(ParameterId::Capex, value);
        let fresh = after([Action::Replay]);
        assert!(!fresh.transient.replaying, "nothing to show");
        let state = after([set(800.0), set(1000.0), Action::Replay]);
        assert_eq!(state.shown().scenario.get(ParameterId::Capex), 800.0);
        assert_eq!(capex(&state), 1000.0);
        let end = Rc::clone(&state).reduce(Action::Replayed);
        assert_eq!(end.shown(), end.setting);
        let other = state.reduce(set(900.0));
        assert_eq!((capex(&other), other.transient.replaying), (900.0, false), "an action ends it");
    }

    #[test]
    fn preferences_are_no_step() {
        let dark = Preferences { theme: Theme::Dark, ..Preferences::default() };
        let state = after([Action::Prefer(dark)]);
        assert_eq!(state.preferences, dark);
        assert!(!state.history.can_undo());
    }

    #[test]
    fn a_language_is_preferred_when_its_words_are_there() {
        let asked = after([Action::Set(ParameterId::Capex, 900.0), Action::Ask(Language::Russian)]);
        assert_eq!(asked.transient.asked, Some(Language::Russian));
        assert_eq!(asked.preferences.language, Language::English);
        let missed = Rc::clone(&asked).reduce(Action::Miss(Language::Russian));
        assert_eq!(missed.transient.notices, [Notice::Words { language: Language::Russian }]);
        assert_eq!((missed.transient.asked, missed.preferences.language), (None, Language::English));
        let again = missed.reduce(Action::Ask(Language::Russian)).reduce(Action::Miss(Language::Russian));
        assert_eq!(again.transient.notices.len(), 1, "said once");
        let spoken = again.reduce(Action::Speak(Language::Russian));
        assert_eq!(spoken.preferences.language, Language::Russian);
        assert_eq!(spoken.transient, Transient::default());
        assert!(capex(&spoken) == 900.0 && spoken.history.can_undo(), "nothing is lost");
    }

    #[test]
    fn another_start_brings_its_own_balance_sheet_in_one_step() {
        let own = Scenario::default()
            .with(ParameterId::ReservesAtStart, 2900.0)
            .and_then(|s| s.with(ParameterId::SpreadAtStart, 2.0))
            .unwrap();
        let state = after([Action::Balance(own), Action::Begin(&STARTS[0])]);
        assert_eq!(state.setting.scenario, Scenario::new(&STARTS[0]));
        let back = state.reduce(Action::Undo);
        assert_eq!(back.setting.scenario, own);
        let reset = Rc::clone(&back).reduce(Action::Reset(ParameterId::SpreadAtStart));
        assert_eq!(reset.setting.scenario, Scenario::default(), "numbers of one sheet go back together");
    }

    #[test]
    fn english_is_never_asked_for_at_the_start() {
        let start = |language| {
            let preferences = Preferences { language, ..Preferences::default() };
            State::new(Setting::default(), Vec::new(), preferences).transient.asked
        };
        assert_eq!(start(Language::English), None);
        assert_eq!(start(Language::Vietnamese), Some(Language::Vietnamese));
    }
}
