//! The reducer: what an action makes of a state. An action without effect returns the same `Rc`,
//! so that nothing is drawn again.

use std::rc::Rc;

use bathtub_model::{Group, PARAMETERS, Scenario, WEEKS};
use yew::Reducible;

use super::Notice;
use super::{Action, Moved, Preferences, Setting, State, Transient, UndoHistory};
use crate::language::Language;
use crate::number::Grid;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let setting = self.setting;
        if self.transient.replaying && !matches!(action, Action::Replayed) {
            // Whoever does something wants to see what it does.
            return self.replayed(false).reduce(action);
        }
        if let Some(telling) = self.transient.telling
            && action.touches()
        {
            // Whoever moves something leaves what is told, and goes on from their own setting or,
            // with the lever that is handed over, from what was shown.
            let handed = matches!(action, Action::Drag(id, _) | Action::Set(id, _) | Action::Step(id, _) if telling.hands.over(id));
            return self.told(handed.then_some(telling.setting)).reduce(action);
        }
        if self.transient.playing && stops_time(&action) {
            return self.paused().reduce(action);
        }
        match action {
            Action::Drag(id, value) => self.moved(Moved::Value(id), &|setting| setting.with(id, value)),
            Action::Step(id, steps) => self.moved(Moved::Value(id), &|setting| {
                let value = setting.scenario.get(id);
                setting.with(id, Grid::of(id.row()).stepped(value, steps))
            }),
            Action::DragWeek(week) => self.moved(Moved::Week, &|setting| setting.at_week(week)),
            Action::StepWeek(weeks) => self.moved(Moved::Week, &|setting| {
                setting.at_week(Grid::count(WEEKS).stepped(setting.week as f64, weeks) as usize)
            }),
            Action::Look(week) => self.committed(setting.at_week(week)),
            Action::Play if self.transient.playing => self,
            Action::Play => {
                let state = self.committed(setting);
                let again = match setting.week >= WEEKS {
                    true => state.moved(Moved::Week, &|setting| setting.at_week(0)),
                    false => state,
                };
                again.with_transient(&mut |transient| transient.playing = true)
            }
            // A timer may come late.
            Action::Tick(_) if !self.transient.playing => self,
            Action::Tick(weeks) => {
                let state = self.moved(Moved::Week, &|setting| setting.at_week(setting.week + weeks));
                if state.setting.week >= WEEKS { state.paused() } else { state }
            }
            Action::Pause => self.paused(),
            Action::Commit => self.committed(setting),
            Action::Restore => {
                let before = self.history.present();
                self.committed(before)
            }
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
                let Setting { pinned, two, .. } = setting;
                self.committed(Setting { pinned, two, ..Setting::new(scenario) })
            }
            Action::ResetKind { levers } => {
                let kind = setting.scenario.changed().filter(|id| id.is_lever() == levers);
                let scenario = kind.fold(setting.scenario, Scenario::with_default);
                self.committed(Setting { scenario, ..setting })
            }
            Action::Begin(start) => {
                let scenario = setting.scenario.from_start(start);
                self.committed(Setting { scenario, preset: None, ..setting })
            }
            // What is compared with stays.
            Action::Choose(preset) => match Setting::of(preset) {
                Ok(chosen) => {
                    let Setting { pinned, two, .. } = setting;
                    self.committed(Setting { pinned, two, ..chosen })
                }
                Err(_) => self,
            },
            Action::Undo => self.travelled(UndoHistory::undone),
            Action::Redo => self.travelled(UndoHistory::redone),
            Action::Open(setting, mut notices) => self
                .with_transient(&mut |transient| transient.notices = std::mem::take(&mut notices))
                .committed(setting),
            Action::Pin => self.committed(Setting { pinned: Some(setting.scenario), ..setting }),
            Action::Unpin => self.committed(Setting { pinned: None, ..setting }),
            Action::TurnTwo => self.committed(Setting { two: !setting.two, ..setting }),
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
            Action::Tell(telling) => self.with_transient(&mut |transient| transient.telling = Some(telling)),
            Action::Next(steps) => match self.transient.telling {
                Some(now) => match steps.get(now.step + 1) {
                    Some(next) => self.reduce(Action::Tell(*next)),
                    None => self.reduce(Action::Adopt),
                },
                None => self,
            },
            Action::Adopt => match self.transient.telling {
                Some(telling) => self.told(Some(telling.setting)),
                None => self,
            },
            Action::Leave => self.told(None),
            Action::DismissNotices => self.with_transient(&mut |transient| transient.notices.clear()),
        }
    }
}

impl Action {
    /// Whether it is about the setting.
    const fn touches(&self) -> bool {
        !matches!(
            self,
            Action::Tell(_)
                | Action::Next(_)
                | Action::Adopt
                | Action::Leave
                | Action::Prefer(_)
                | Action::TurnView
                | Action::Ask(_)
                | Action::Speak(_)
                | Action::Miss(_)
                | Action::DismissNotices
                | Action::Replayed
                | Action::Commit
                | Action::Restore
        )
    }
}

/// Whether an action ends a play: whatever changes what is shown does, so that a hand on a lever has
/// a week that stands still.
const fn stops_time(action: &Action) -> bool {
    !matches!(
        action,
        Action::Play
            | Action::Tick(_)
            | Action::Pause
            | Action::Pin
            | Action::Unpin
            | Action::TurnTwo
            | Action::Replayed
            | Action::TurnView
            | Action::Prefer(_)
            | Action::Ask(_)
            | Action::Speak(_)
            | Action::Miss(_)
            | Action::DismissNotices
    )
}

impl State {
    /// The setting moves ahead of the history. What was moved before and not ended, as some screen
    /// readers and broken gestures leave it, is a step of its own.
    fn moved(self: Rc<Self>, what: Moved, change: &dyn Fn(Setting) -> Setting) -> Rc<Self> {
        let before = self.setting;
        let state = match self.transient.moving {
            Some(other) if other != what => self.committed(before),
            _ => self,
        };
        let setting = change(before);
        if setting == before {
            return state;
        }
        let transient = Transient { moving: Some(what), ..state.transient.clone() };
        Rc::new(State { setting, transient, ..(*state).clone() })
    }

    /// The history catches up with the setting.
    fn committed(self: Rc<Self>, setting: Setting) -> Rc<Self> {
        let history = if setting == self.history.present() {
            Rc::clone(&self.history)
        } else {
            Rc::new(self.history.committed(setting))
        };
        if setting == self.setting && Rc::ptr_eq(&history, &self.history) && self.transient.moving.is_none() {
            return self;
        }
        let transient = Transient { moving: None, ..self.transient.clone() };
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

    /// The end of what was told, with what is taken over of it.
    fn told(self: Rc<Self>, adopted: Option<Setting>) -> Rc<Self> {
        let seen = Preferences { seen: true, ..self.preferences };
        let state =
            self.with_transient(&mut |transient| transient.telling = None).reduce(Action::Prefer(seen));
        match adopted {
            Some(setting) => state.committed(setting),
            None => state,
        }
    }

    /// Time stops, and what has passed is one step.
    fn paused(self: Rc<Self>) -> Rc<Self> {
        if !self.transient.playing {
            return self;
        }
        let setting = self.setting;
        self.with_transient(&mut |transient| transient.playing = false).committed(setting)
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
    use bathtub_model::{DEFAULT_WEEK, ParameterId, STARTS};

    use super::*;
    use crate::state::{Hands, Telling, Theme};

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
        assert!(state.transient.moving.is_none());
        let back = state.reduce(Action::Undo);
        assert_eq!((capex(&back), back.history.can_undo()), (725.0, false));
        assert_eq!(capex(&back.reduce(Action::Redo)), 1000.0);
    }

    #[test]
    fn a_drag_that_returns_leaves_no_step() {
        let drag = |value| Action::Drag(ParameterId::Capex, value);
        let state = after([drag(800.0), drag(725.0), Action::Commit]);
        assert!(!state.history.can_undo() && state.transient.moving.is_none());
    }

    #[test]
    fn a_drag_that_is_given_up_leaves_nothing() {
        let drag = |value| Action::Drag(ParameterId::Capex, value);
        let before = after([Action::Set(ParameterId::Capex, 812.0)]);
        let state = [drag(800.0), drag(900.0), Action::Restore]
            .into_iter()
            .fold(before, |state, action| state.reduce(action));
        assert_eq!((capex(&state), state.moves()), (812.0, false));
        let back = state.reduce(Action::Undo);
        assert_eq!((capex(&back), back.history.can_undo()), (725.0, false));
    }

    #[test]
    fn a_drag_without_an_end_is_a_step_when_something_else_moves() {
        let state = after([
            Action::Drag(ParameterId::Capex, 900.0),
            Action::Drag(ParameterId::Tga, 300.0),
            Action::Commit,
            Action::Undo,
        ]);
        assert_eq!((capex(&state), state.setting.scenario.get(ParameterId::Tga)), (900.0, 0.0));
        assert_eq!(capex(&state.reduce(Action::Undo)), 725.0);
        let week = after([Action::Drag(ParameterId::Capex, 900.0), Action::DragWeek(3), Action::Undo]);
        assert_eq!((capex(&week), week.setting.week), (900.0, DEFAULT_WEEK));
    }

    #[test]
    fn steps_add_up_however_fast_they_come() {
        let step = |steps| Action::Step(ParameterId::Capex, steps);
        let state =
            after([Action::Set(ParameterId::Capex, 901.0), step(1.0), step(1.0), step(10.0), Action::Commit]);
        assert_eq!(capex(&state), 960.0);
        assert_eq!(capex(&state.reduce(Action::Undo)), 901.0);
        let week = after([Action::StepWeek(1.0), Action::StepWeek(1.0), Action::Commit]);
        assert_eq!(week.setting.week, DEFAULT_WEEK + 2);
        let turned = after([Action::TurnTwo, Action::TurnTwo, Action::TurnTwo]);
        assert!(turned.setting.two);
    }

    #[test]
    fn what_is_told_goes_on_by_each_press() {
        let step = |step, capex| Telling {
            step,
            setting: Setting::default().with(ParameterId::Capex, capex),
            hands: Hands::None,
        };
        let steps = vec![step(0, 800.0), step(1, 900.0), step(2, 1000.0)];
        let next = || Action::Next(steps.clone());
        let told = after([Action::Tell(steps[0]), next(), next()]);
        assert_eq!(told.transient.telling, Some(steps[2]));
        let ended = told.reduce(next());
        assert_eq!((capex(&ended), ended.transient.telling), (1000.0, None));
        assert_eq!(capex(&ended.reduce(next())), 1000.0, "there is nothing to go on with");
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
            Action::Look(DEFAULT_WEEK),
            Action::Tick(1),
            Action::Pause,
            Action::Commit,
            Action::Restore,
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
        assert_eq!(later.setting.baseline().get(ParameterId::Tga), 300.0);
        assert_eq!(later.reduce(Action::Unpin).setting.baseline(), Scenario::default());
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
    fn a_play_is_one_step() {
        let state = after([Action::Look(10), Action::Play, Action::Tick(1), Action::Tick(3)]);
        assert_eq!((state.setting.week, state.moves(), state.history.present().week), (14, true, 10));
        let stopped = state.reduce(Action::Pause);
        assert_eq!((stopped.setting.week, stopped.moves(), stopped.history.present().week), (14, false, 14));
        let late = Rc::clone(&stopped).reduce(Action::Tick(1));
        assert!(Rc::ptr_eq(&stopped, &late), "a late timer moves nothing");
        let back = stopped.reduce(Action::Undo);
        assert_eq!((back.setting.week, back.reduce(Action::Redo).setting.week), (10, 14));
    }

    #[test]
    fn time_stops_at_the_end_and_begins_again_at_the_start() {
        let state = after([Action::Look(102), Action::Play, Action::Tick(1), Action::Tick(4)]);
        assert_eq!(
            (state.setting.week, state.transient.playing, state.history.present().week),
            (104, false, 104)
        );
        let again = state.reduce(Action::Play);
        assert_eq!((again.setting.week, again.moves(), again.history.present().week), (0, true, 104));
        let there = again.reduce(Action::Tick(2)).reduce(Action::Pause);
        assert_eq!((there.setting.week, there.reduce(Action::Undo).setting.week), (2, 104));
    }

    #[test]
    fn whatever_is_moved_stops_the_time_and_is_a_step_of_its_own() {
        let playing = || after([Action::Look(10), Action::Play, Action::Tick(2)]);
        for action in [Action::Drag(ParameterId::Capex, 900.0), Action::Set(ParameterId::Capex, 900.0)] {
            let state = playing().reduce(action).reduce(Action::Commit);
            assert_eq!((state.setting.week, capex(&state), state.moves()), (12, 900.0, false));
            let back = state.reduce(Action::Undo);
            assert_eq!((back.setting.week, capex(&back)), (12, 725.0));
            assert_eq!(back.reduce(Action::Undo).setting.week, 10);
        }
        let scrubbed = playing().reduce(Action::DragWeek(40));
        assert_eq!((scrubbed.setting.week, scrubbed.transient.playing), (40, false));
        let undone = playing().reduce(Action::Undo);
        assert_eq!((undone.setting.week, undone.moves()), (10, false));
        let dark = Preferences { theme: Theme::Dark, ..Preferences::default() };
        assert!(playing().reduce(Action::Prefer(dark)).transient.playing, "another colour stops nothing");
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
    fn what_is_told_is_nobodys_before_it_is_adopted() {
        let shown = Setting::default().with(ParameterId::Capex, 1000.0);
        let telling = Telling { step: 3, setting: shown, hands: Hands::One(ParameterId::Dry) };
        let told = after([Action::Tell(telling)]);
        assert_eq!((told.shown(), capex(&told), told.history.can_undo()), (shown, 725.0, false));
        let adopted = Rc::clone(&told).reduce(Action::Adopt);
        assert_eq!((adopted.setting, adopted.preferences.seen), (shown, true));
        assert_eq!(capex(&adopted.reduce(Action::Undo)), 725.0);
        let left = Rc::clone(&told).reduce(Action::Leave);
        assert_eq!((left.setting, left.shown()), (Setting::default(), Setting::default()));
        // The lever that is handed over goes on from what was shown, any other from one's own.
        let handed = Rc::clone(&told).reduce(Action::Drag(ParameterId::Dry, 900.0));
        assert_eq!((capex(&handed), handed.transient.telling), (1000.0, None));
        let other = told.reduce(Action::Drag(ParameterId::Tga, 100.0));
        assert_eq!((capex(&other), other.setting.scenario.get(ParameterId::Tga)), (725.0, 100.0));
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
