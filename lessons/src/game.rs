//! Role-play: rounds of a quarter, each role at its own levers, and who did what to the water.
//!
//! A code of the form `TUBGAME1:ABCD…:END` ([`code`](crate::code)) carries the game, with no name in it: from
//! the page that all look at to the devices of the roles, and decisions back from there.

use std::collections::{BTreeMap, BTreeSet};

use bathtub_model::attribution::shapley;
use bathtub_model::rounds::{ROUND_WEEKS, ROUNDS, Rounds};
use bathtub_model::{Error, ParameterId, Preset, Run, STARTS, Scenario, Series, Start, ensemble};
use serde::{Deserialize, Serialize};

use crate::code::{Form, Why};
use crate::role::Role;

/// How codes of a game begin.
const FORM: Form = Form { mark: "TUBGAME", number: 1 };

/// Where levers were put, by their place in [`Role::levers`]: steps above the lower end.
type Levers = BTreeMap<u8, u16>;

/// What was decided in a round, by the place of the role in [`Role::ALL`]. A role that is there and holds
/// nothing has decided to leave all as it is.
type Decisions = BTreeMap<u8, Levers>;

/// A game.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Game {
    /// A number by chance: it tells games apart.
    number: u32,
    /// Date of a start, or key of a prepared scenario.
    begin: String,
    /// Rounds that have ended.
    ended: Vec<Decisions>,
    /// What stands in the round that goes on.
    now: Decisions,
}

/// What a code brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Brought {
    /// The game as it stands elsewhere.
    Game,
    /// Decisions of these roles for this round.
    Decisions(BTreeSet<Role>),
}

/// Why a code was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It could not be read.
    Unread(Why),
    /// It is of another game.
    OtherGame,
    /// It is of this game, which went another way there.
    OtherWay,
    /// It is of a round that has ended here.
    Ended,
}

fn place_of(role: Role) -> u8 {
    role as u8
}

/// A value in steps above the lower end of its lever, the nearest; ends are kept to.
fn steps(id: ParameterId, value: f64) -> u16 {
    let row = id.row();
    ((row.clamp(value) - row.min) / row.step).round() as u16
}

/// Steps as a value; none beyond the upper end.
fn value(id: ParameterId, steps: u16) -> Option<f64> {
    let row = id.row();
    // A product of tenths is not the tenth that a hand would write.
    let value = ((row.min + f64::from(steps) * row.step) * 1e6).round() / 1e6;
    (value <= row.max).then_some(value)
}

fn is_sound(decisions: &Decisions) -> bool {
    decisions.iter().all(|(role, levers)| {
        let Some(role) = Role::ALL.get(usize::from(*role)) else { return false };
        levers.iter().all(|(lever, steps)| {
            let id = role.levers().get(usize::from(*lever));
            id.is_some_and(|id| value(*id, *steps).is_some())
        })
    })
}

/// Where a role put its levers.
fn moved(decisions: &Decisions, role: Role) -> Vec<(ParameterId, f64)> {
    let levers = decisions.get(&place_of(role)).into_iter().flatten();
    let lever = |(lever, steps): (&u8, &u16)| {
        let id = *role.levers().get(usize::from(*lever))?;
        Some((id, value(id, *steps)?))
    };
    levers.filter_map(lever).collect()
}

impl Game {
    /// A game that has not begun, from a start or a prepared scenario.
    ///
    /// # Errors
    /// [`Error::UnknownStart`] for anything else.
    pub fn new(number: u32, begin: &str) -> Result<Self, Error> {
        let game = Game { number, begin: begin.to_owned(), ended: Vec::new(), now: Decisions::new() };
        if game.first().is_none() {
            return Err(Error::UnknownStart { date: begin.to_owned() });
        }
        Ok(game)
    }

    /// What it begins with, by date or key.
    pub fn begin(&self) -> &str {
        &self.begin
    }

    /// Everything as it goes on where nobody decides anything.
    fn first(&self) -> Option<Scenario> {
        if let Some(preset) = Preset::from_key(&self.begin) {
            return preset.scenario().ok();
        }
        STARTS.iter().find(|start| start.date == self.begin).map(|start: &'static Start| Scenario::new(start))
    }

    /// Whether two are one game, however far each has come.
    pub fn is_same(&self, other: &Game) -> bool {
        (self.number, &self.begin) == (other.number, &other.begin)
    }

    /// How many rounds have ended.
    pub fn ended(&self) -> usize {
        self.ended.len()
    }

    /// Whether the last round has ended.
    pub fn is_over(&self) -> bool {
        self.ended.len() >= ROUNDS
    }

    /// Whether nobody has decided anything.
    pub fn is_fresh(&self) -> bool {
        self.ended.is_empty() && self.now.values().all(BTreeMap::is_empty)
    }

    /// The scenario of the last round that has ended, or what it begins with.
    fn before(&self) -> Scenario {
        *self.rounds(|_| true).scenario(ROUNDS)
    }

    /// Where a lever stands in this round when its holder leaves it.
    pub fn left(&self, id: ParameterId) -> f64 {
        match self.ended.is_empty() {
            true => self.before().get(id),
            false => Rounds::carried(&self.before(), id),
        }
    }

    /// Where a lever stands in this round.
    pub fn stands(&self, role: Role, id: ParameterId) -> f64 {
        let lever = role.levers().iter().position(|held| *held == id);
        let set = lever.and_then(|lever| self.now.get(&place_of(role))?.get(&(lever as u8)));
        set.and_then(|steps| value(id, *steps)).unwrap_or_else(|| self.left(id))
    }

    /// A role puts a lever somewhere, to its nearest step; where it would stand anyway, it leaves it. What it
    /// does not hold stays.
    pub fn decide(&mut self, role: Role, id: ParameterId, to: f64) {
        let Some(lever) = role.levers().iter().position(|held| *held == id) else { return };
        let (left, steps) = (self.left(id), steps(id, to));
        let levers = self.now.entry(place_of(role)).or_default();
        // A start may stand between two steps.
        if to == left || value(id, steps) == Some(left) {
            levers.remove(&(lever as u8));
        } else {
            levers.insert(lever as u8, steps);
        }
    }

    /// Whether a role has moved something in this round.
    pub fn has_moved(&self, role: Role) -> bool {
        self.now.get(&place_of(role)).is_some_and(|levers| !levers.is_empty())
    }

    /// Ends the round; nothing where the last one has ended.
    pub fn end(&mut self) {
        if !self.is_over() {
            self.ended.push(std::mem::take(&mut self.now));
        }
    }

    /// Takes the last round back: its decisions can be changed.
    pub fn take_back(&mut self) {
        if let Some(last) = self.ended.pop() {
            self.now = last;
        }
    }

    /// The rounds that have ended, with the decisions of some roles alone.
    pub fn rounds(&self, of: impl Fn(Role) -> bool) -> Rounds {
        let decided = |decisions: &Decisions| {
            let roles = Role::ALL.into_iter().filter(|role| of(*role));
            roles.flat_map(|role| moved(decisions, role)).collect::<Vec<_>>()
        };
        // What is in a game was checked when it came.
        let mut first = self.first().unwrap_or_default();
        let mut rounds = self.ended.iter();
        for (id, value) in rounds.next().map(&decided).unwrap_or_default() {
            first = first.with_clamped(id, value);
        }
        let mut played = Rounds::new(first);
        for decisions in rounds {
            match played.clone().then(decided(decisions)) {
                Ok(more) => played = more,
                Err(_) => break,
            }
        }
        played
    }

    /// The code: of the game with what roles moved in this round, or with what one of them decided, be it to
    /// leave all as it is. A role of which a code says nothing stays as it is where the code is taken.
    pub fn code(&self, of: Option<Role>) -> String {
        let mut game = self.clone();
        game.now.retain(|role, levers| of.map_or(!levers.is_empty(), |one| place_of(one) == *role));
        if let Some(role) = of {
            game.now.entry(place_of(role)).or_default();
        }
        FORM.write(&game)
    }

    /// What was moved in a round that has ended, the first being 1, by role.
    pub fn decided(&self, round: usize) -> Vec<(Role, Vec<(ParameterId, f64)>)> {
        let Some(decisions) = round.checked_sub(1).and_then(|round| self.ended.get(round)) else {
            return Vec::new();
        };
        let all = Role::ALL.into_iter().map(|role| (role, moved(decisions, role)));
        all.filter(|(_, levers)| !levers.is_empty()).collect()
    }

    /// What a text kept by this page says; none where it is no game.
    pub fn read(text: &str) -> Option<Self> {
        games(text).into_iter().find_map(Result::ok)
    }

    /// The game of the first code of a text that has one, with what the codes after it bring.
    pub fn join(text: &str) -> (Option<Self>, Vec<Result<Brought, Refused>>) {
        let mut joined: Option<Game> = None;
        let told = games(text).into_iter().map(|code| {
            let other = code.map_err(Refused::Unread)?;
            match &mut joined {
                Some(game) => game.take_one(other, None),
                None => {
                    joined = Some(other);
                    Ok(Brought::Game)
                }
            }
        });
        let told = told.collect();
        (joined, told)
    }

    /// The rounds that have ended, without what stands in this one.
    pub fn settled(&self) -> Self {
        Game { now: Decisions::new(), ..self.clone() }
    }

    /// Takes the codes of a text in, in their order. What stands for the role `own` stays: its holder sits
    /// here.
    pub fn take(&mut self, text: &str, own: Option<Role>) -> Vec<Result<Brought, Refused>> {
        let take = |code: Result<Game, Why>| self.take_one(code.map_err(Refused::Unread)?, own);
        games(text).into_iter().map(take).collect()
    }

    fn take_one(&mut self, other: Game, own: Option<Role>) -> Result<Brought, Refused> {
        let is_same = self.is_same(&other);
        if !is_same {
            return Err(Refused::OtherGame);
        }
        let shared = self.ended.len().min(other.ended.len());
        if self.ended[..shared] != other.ended[..shared] {
            return Err(Refused::OtherWay);
        }
        if other.ended.len() < self.ended.len() {
            return Err(Refused::Ended);
        }
        if other.ended.len() > self.ended.len() {
            *self = other;
            return Ok(Brought::Game);
        }
        let mut taken = BTreeSet::new();
        for role in Role::ALL.into_iter().filter(|role| own != Some(*role)) {
            if let Some(levers) = other.now.get(&place_of(role)) {
                self.now.insert(place_of(role), levers.clone());
                taken.insert(role);
            }
        }
        Ok(Brought::Decisions(taken))
    }

    /// Runs the rounds that have ended, all at once.
    pub fn played(&self) -> Played {
        let mut playing = Playing::new(self);
        while playing.advance() {}
        playing.result()
    }
}

/// Runs the rounds of a game that have ended, for every set of the roles that decided anything, run by run.
#[derive(Clone, Debug)]
pub struct Playing {
    game: Game,
    /// Who decided anything.
    roles: Vec<Role>,
    /// By set of these, by round's end, by what is minded; as far as it has come.
    values: Vec<Vec<Vec<f64>>>,
}

impl Playing {
    /// One that has not begun.
    pub fn new(game: &Game) -> Self {
        let game = game.settled();
        let acted = |role: &Role| {
            let of =
                |decisions: &Decisions| decisions.get(&place_of(*role)).is_some_and(|one| !one.is_empty());
            game.ended.iter().any(of)
        };
        let roles = Role::ALL.into_iter().filter(acted).collect();
        Playing { game, roles, values: Vec::new() }
    }

    /// The rounds in which a set of the roles decided what it did, and the others nothing.
    fn rounds(&self, set: usize) -> Rounds {
        let is_in = |role| self.roles.iter().position(|one| *one == role).is_some_and(|i| set >> i & 1 == 1);
        self.game.rounds(is_in)
    }

    /// Makes one run more; `false` when all are made.
    pub fn advance(&mut self) -> bool {
        let set = self.values.len();
        if set >= 1 << self.roles.len() {
            return false;
        }
        let run = self.rounds(set).run();
        let ends = (0..=self.game.ended()).map(|round| round * ROUND_WEEKS);
        let row = |week: usize| minded().map(|series| run.rows()[week][series]).collect();
        let mut values: Vec<Vec<f64>> = ends.map(row).collect();
        // Some levers of an ordinary run are felt at once. What they do belongs to the first round.
        if let Some(nobody) = self.values.first() {
            values[0].clone_from(&nobody[0]);
        }
        self.values.push(values);
        true
    }

    /// How the rounds went; runs that are not made yet are made.
    pub fn result(mut self) -> Played {
        while self.advance() {}
        let rounds = self.rounds((1 << self.roles.len()) - 1);
        let (run, nobody) = (rounds.run(), self.rounds(0).run());
        Played { rounds, roles: self.roles, values: self.values, run, nobody }
    }
}

/// The games that a text has codes of.
fn games(text: &str) -> Vec<Result<Game, Why>> {
    FORM.read(text, |game: &Game| {
        let rounds = game.ended.iter().chain([&game.now]);
        game.first().is_some() && game.ended.len() <= ROUNDS && rounds.into_iter().all(is_sound)
    })
}

/// What accounts are given of: the water, then what each role minds.
pub fn minded() -> impl Iterator<Item = Series> {
    [Series::Level].into_iter().chain(Role::ALL.into_iter().flat_map(|role| role.minds().iter().copied()))
}

/// How rounds went.
#[derive(Clone, Debug)]
pub struct Played {
    rounds: Rounds,
    /// Who decided anything.
    roles: Vec<Role>,
    /// By set of these, by round's end, by what is minded.
    values: Vec<Vec<Vec<f64>>>,
    run: Run,
    nobody: Run,
}

/// Who did what to one quantity, in its unit; prices in percentage points of the price at the start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Account {
    /// Which.
    pub of: Series,
    /// Where it stood.
    pub from: f64,
    /// Where it stands.
    pub to: f64,
    /// What would have happened if nobody had decided anything.
    pub nobody: f64,
    /// What each role did, in the order of [`Role::ALL`]: Shapley's value of all that it decided. With
    /// `nobody` it adds up to the whole change.
    pub roles: [f64; Role::COUNT],
}

/// What most of a change came from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cause {
    /// A role, and how much it did.
    Role(Role, f64),
    /// The course of the start or of the scenario, and how much.
    Itself(f64),
}

impl Account {
    /// What worked most in the direction of the change; nothing where the change is less than `shown`, half of
    /// the last place that is written.
    pub fn most(&self, shown: f64) -> Option<Cause> {
        let change = self.to - self.from;
        let roles = Role::ALL.into_iter().zip(self.roles).map(|(role, part)| (Cause::Role(role, part), part));
        let all = roles.chain([(Cause::Itself(self.nobody), self.nobody)]);
        let helped = all.filter(|(_, part)| part * change > 0.0);
        let most = helped.reduce(|most, next| if next.1.abs() > most.1.abs() { next } else { most })?;
        (change.abs() >= shown).then_some(most.0)
    }
}

impl Played {
    /// The run with all that was decided.
    pub fn run(&self) -> &Run {
        &self.run
    }

    /// The same without any decision.
    pub fn nobody(&self) -> &Run {
        &self.nobody
    }

    /// How many rounds have ended.
    pub fn ended(&self) -> usize {
        self.values[0].len() - 1
    }

    /// Who did what from the end of one round to the end of another; 0 is the start. Ends that are still to
    /// come are the last.
    pub fn accounts(&self, from: usize, to: usize) -> Vec<Account> {
        let [from, to] = [from, to].map(|end| end.min(self.ended()));
        let accounts = minded().enumerate().map(|(k, of)| {
            let at = |end: usize| self.values.iter().map(|value| value[end][k]).collect::<Vec<_>>();
            let (before, after) = (at(from), at(to));
            let all = before.len() - 1;
            let mut roles = [0.0; Role::COUNT];
            let parts = shapley(&after).into_iter().zip(shapley(&before));
            for (role, (after, before)) in self.roles.iter().zip(parts) {
                roles[*role as usize] = after - before;
            }
            Account { of, from: before[all], to: after[all], nobody: after[0] - before[0], roles }
        });
        accounts.collect()
    }

    /// Within how many points of the level `draws` draws of the assumptions lie in a week.
    pub fn uncertainty(&self, week: usize, draws: usize) -> f64 {
        ensemble::largest_distance_in_rounds(&self.rounds, Series::Level, week, draws).unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bathtub_model::{DEFAULT_START, PRESETS, ParameterId as P, simulate};
    use proptest::prelude::*;

    fn game() -> Game {
        Game::new(7, DEFAULT_START.date).unwrap()
    }

    /// Everyone moves something in some round.
    fn some_rounds() -> Game {
        let mut game = game();
        game.decide(Role::Treasury, P::Tga, 400.0);
        game.decide(Role::Builder, P::Capex, 1000.0);
        game.end();
        game.decide(Role::Fed, P::Runoff, -40.0);
        game.decide(Role::Household, P::Confidence, 85.0);
        game.end();
        assert_eq!(game.decided(2)[0], (Role::Fed, vec![(P::Runoff, -40.0)]));
        assert_eq!((game.decided(2).len(), game.decided(0).len(), game.decided(3).len()), (2, 0, 0));
        game.decide(Role::Fund, P::Dry, 1200.0);
        game.decide(Role::Fed, P::Rate, -50.0);
        game.end();
        game
    }

    #[test]
    fn shares_add_up_to_what_happened_in_every_round() {
        let played = some_rounds().played();
        assert_eq!(played.ended(), 3);
        for (from, to) in [(0, 1), (1, 2), (2, 3), (0, 3)] {
            for account in played.accounts(from, to) {
                let sum = account.nobody + account.roles.iter().sum::<f64>();
                assert!((sum - (account.to - account.from)).abs() < 1e-9, "{account:?}");
            }
        }
        let level = |from, to| played.accounts(from, to)[0];
        // Who has not moved yet has done nothing, exactly.
        let first = level(0, 1);
        assert_eq!((first.roles[Role::Fed as usize], first.roles[Role::Fund as usize]), (0.0, 0.0));
        assert!(first.roles[Role::Treasury as usize] < -0.05, "{first:?}");
        assert!(matches!(first.most(0.05), Some(Cause::Role(Role::Treasury, _))));
        assert!(level(2, 3).roles[Role::Fund as usize] > 0.0, "{:?}", level(2, 3));
        assert_eq!(played.accounts(3, 9), played.accounts(3, 3), "rounds to come are the last");
    }

    #[test]
    fn alone_a_role_has_done_all_of_it() {
        let mut game = game();
        game.decide(Role::Treasury, P::Tga, 600.0);
        game.end();
        game.end();
        let played = game.played();
        let scenario = Scenario::default().with_clamped(P::Tga, 600.0);
        let (with, without) = (simulate(&scenario), simulate(&Scenario::default()));
        assert_eq!(played.run().rows()[26][Series::Level], with.rows()[26][Series::Level]);
        let account = played.accounts(0, 2)[0];
        let moved = with.rows()[26][Series::Level] - without.rows()[26][Series::Level];
        assert!((account.roles[0] - moved).abs() < 1e-12, "{account:?}");
        assert_eq!(account.roles[1..], [0.0; 4]);
        assert!(played.uncertainty(26, 8) > 0.0);
    }

    #[test]
    fn nobody_deciding_is_the_scenario_itself() {
        for begin in PRESETS.iter().map(|preset| preset.key).chain(STARTS.iter().map(|start| start.date)) {
            let mut game = Game::new(1, begin).unwrap();
            (0..ROUNDS + 2).for_each(|_| game.end());
            assert!(game.is_over() && game.ended() == ROUNDS);
            let played = game.played();
            assert!(played.accounts(0, ROUNDS).iter().all(|one| one.roles == [0.0; 5]), "{begin}");
            let causes = played.accounts(0, ROUNDS).into_iter().filter_map(|one| one.most(0.05));
            assert!(causes.into_iter().all(|cause| matches!(cause, Cause::Itself(_))), "{begin}");
        }
        assert!(Game::new(1, "2024-02-30").is_err());
    }

    #[test]
    fn a_quarter_begins_where_the_picture_of_the_start_is() {
        let mut game = game();
        // Felt at once in any run.
        game.decide(Role::Builder, P::Circular, 0.6);
        game.end();
        let played = game.played();
        assert_ne!(played.run().rows()[0][Series::Treasuries], 0.0);
        for account in played.accounts(0, 1) {
            assert_eq!(account.from, played.nobody().rows()[0][account.of], "{:?}", account.of);
            assert_eq!(account.to, played.run().rows()[ROUND_WEEKS][account.of], "{:?}", account.of);
        }
    }

    #[test]
    fn the_cause_of_a_change_worked_in_its_direction() {
        let account = |nobody: f64, roles: [f64; Role::COUNT]| {
            let to = nobody + roles.iter().sum::<f64>();
            Account { of: Series::Level, from: 0.0, to, nobody, roles }
        };
        let cause = |nobody, roles| account(nobody, roles).most(0.05);
        assert_eq!(cause(0.0, [-2.0, 3.0, 0.0, 0.0, 0.0]), Some(Cause::Role(Role::Fed, 3.0)));
        assert_eq!(cause(1.4, [-0.1, 0.0, 0.0, 0.0, 0.0]), Some(Cause::Itself(1.4)));
        assert_eq!(cause(0.0, [-2.0, 2.01, 0.0, 0.0, 0.0]), None);
    }

    #[test]
    fn a_lever_that_is_put_back_is_left() {
        let mut game = game();
        game.decide(Role::Treasury, P::Tga, 400.0);
        assert!(game.has_moved(Role::Treasury) && !game.is_fresh());
        assert_eq!(game.stands(Role::Treasury, P::Tga), 400.0);
        game.decide(Role::Treasury, P::Tga, 0.0);
        assert!(!game.has_moved(Role::Treasury) && game.is_fresh());
        game.decide(Role::Treasury, P::Capex, 0.0);
        assert!(game.is_fresh(), "the Treasury does not hold it");
        game.decide(Role::Treasury, P::Tga, 1e9);
        game.end();
        assert_eq!(game.stands(Role::Treasury, P::Tga), 0.0, "each quarter anew");
        game.take_back();
        assert_eq!(game.stands(Role::Treasury, P::Tga), 900.0);
    }

    #[test]
    fn every_step_of_every_lever_is_the_value_that_is_shown() {
        for id in Role::ALL.into_iter().flat_map(|role| role.levers()) {
            let row = id.row();
            let last = steps(*id, row.max);
            for step in 0..=last {
                let there = value(*id, step).unwrap();
                assert_eq!(steps(*id, there), step, "{}", row.key);
                assert!(format!("{there}").len() <= 7, "{}: {there}", row.key);
            }
            assert_eq!(value(*id, last), Some(row.max), "{}", row.key);
            assert_eq!(value(*id, last + 1), None, "{}", row.key);
        }
    }

    #[test]
    fn devices_of_roles_and_the_page_of_all_play_one_game() {
        let mut host = game();
        let mut fed = Game::join(&host.code(None)).0.unwrap();
        let mut treasury = fed.clone();
        fed.decide(Role::Fed, P::Rate, -100.0);
        treasury.decide(Role::Treasury, P::Tga, 300.0);
        let both = format!("{}\n{}", fed.code(Some(Role::Fed)), treasury.code(Some(Role::Treasury)));
        let of = |roles: &[Role]| [Ok(Brought::Decisions(roles.iter().copied().collect()))];
        assert_eq!(host.take(&both, None), [of(&[Role::Fed]), of(&[Role::Treasury])].concat());
        assert_eq!(host.take(&host.clone().settled().code(None), None), of(&[]), "who is not named stays");
        assert_eq!(host.stands(Role::Fed, P::Rate), -100.0);
        // Second thoughts count, and none at all too.
        fed.decide(Role::Fed, P::Rate, 0.0);
        assert_eq!(host.take(&fed.code(Some(Role::Fed)), None), of(&[Role::Fed]));
        assert!(!host.has_moved(Role::Fed) && host.has_moved(Role::Treasury));
        fed.decide(Role::Fed, P::Rate, -25.0);
        assert_eq!(fed.take(&host.code(None), Some(Role::Fed)), of(&[Role::Treasury]));
        assert_eq!(fed.stands(Role::Fed, P::Rate), -25.0, "its holder sits there");
        let late = fed.code(Some(Role::Fed));
        host.end();
        assert_eq!(host.take(&late, None), [Err(Refused::Ended)]);
        assert_eq!(fed.take(&host.code(None), Some(Role::Fed)), [Ok(Brought::Game)]);
        assert_eq!((fed.ended(), fed.stands(Role::Treasury, P::Tga)), (1, 0.0));
        let other = Game::new(8, DEFAULT_START.date).unwrap();
        assert_eq!(host.take(&other.code(None), None), [Err(Refused::OtherGame)]);
        let mut another_way = Game::new(7, DEFAULT_START.date).unwrap();
        another_way.end();
        assert_eq!(host.take(&another_way.code(None), None), [Err(Refused::OtherWay)]);
        let mut fresh = Game::new(9, DEFAULT_START.date).unwrap();
        assert_eq!(fresh.take(&other.code(None), None), [Err(Refused::OtherGame)], "a game is never swapped");
        assert_eq!(host.take("TUBGAME1:AAAA:END", None), [Err(Refused::Unread(Why::Garbled))]);
        assert_eq!(host.take("TUB1:AAAA:END", None), []);
        let (joined, told) = Game::join(&format!("TUBGAME2:AA:END {} {late}", host.code(None)));
        assert_eq!(joined.unwrap().settled(), host.settled());
        assert_eq!(told, [Err(Refused::Unread(Why::Newer)), Ok(Brought::Game), Err(Refused::Ended)]);
        assert_eq!(Game::join("nothing"), (None, vec![]));
    }

    #[test]
    fn what_no_game_can_be_is_not_read() {
        let broken = |change: fn(&mut Game)| {
            let mut game = some_rounds();
            change(&mut game);
            Game::read(&FORM.write(&game))
        };
        assert!(broken(|_| ()).is_some());
        assert_eq!(broken(|game| game.begin = "2020-01-01".to_owned()), None);
        assert_eq!(broken(|game| game.begin = "<b>".to_owned()), None);
        assert_eq!(broken(|game| drop(game.now.insert(5, Levers::new()))), None);
        assert_eq!(broken(|game| drop(game.now.insert(0, Levers::from([(3, 0)])))), None);
        assert_eq!(broken(|game| drop(game.now.insert(1, Levers::from([(1, 25)])))), None);
        assert_eq!(broken(|game| game.ended = vec![Decisions::new(); ROUNDS + 1]), None);
    }

    fn decisions() -> impl Strategy<Value = Vec<(usize, usize, f64, bool)>> {
        prop::collection::vec((0..Role::COUNT, 0..3_usize, 0.0..=1.0, any::<bool>()), 0..30)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn a_code_says_what_was_played(decisions in decisions(), number in any::<u32>()) {
            let mut game = Game::new(number, DEFAULT_START.date).unwrap();
            for (role, lever, share, ends) in decisions {
                let role = Role::ALL[role];
                let id = role.levers()[lever % role.levers().len()];
                let row = id.row();
                game.decide(role, id, row.min + share * (row.max - row.min));
                if ends {
                    game.end();
                }
            }
            let read = Game::read(&game.code(None)).unwrap();
            prop_assert_eq!(read.code(None), game.code(None));
            prop_assert_eq!(&read.ended, &game.ended);
            let (one, other) = (game.played(), read.played());
            for series in Series::ALL {
                prop_assert_eq!(one.run().series(series), other.run().series(series));
            }
            for account in one.accounts(0, ROUNDS) {
                let sum = account.nobody + account.roles.iter().sum::<f64>();
                prop_assert!((sum - (account.to - account.from)).abs() < 1e-6, "{:?}", account);
            }
        }
    }
}
