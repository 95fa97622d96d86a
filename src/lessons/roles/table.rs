//! What lies on the table: the game, who sits there, and what was said of the last codes.

use std::rc::Rc;

use bathtub_lessons::game::{Brought, Game, Refused};
use bathtub_lessons::role::Role;
use bathtub_model::ParameterId;
use yew::Reducible;

use crate::entry::Entered;
use crate::hooks::Shared;
use crate::lessons::progress::Progress;
use crate::number::Grid;

/// What codes brought, in their order; none before any was pasted.
pub type Told = Option<Shared<Vec<Result<Brought, Refused>>>>;

/// The table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    pub game: Option<Rc<Game>>,
    /// Who sits at this device; none where all do.
    pub sits: Option<Role>,
    pub told: Told,
    /// A game that was put away, until another begins.
    pub away: Option<Rc<Game>>,
}

/// What is done at it.
#[derive(Clone, Debug)]
pub enum Act {
    /// A game begins: its number, and the date or key of what it begins with.
    Begin(u32, String),
    /// A role moves a lever.
    Decide(Role, ParameterId, Entered),
    /// The quarter ends.
    End,
    /// The last quarter is taken back.
    TakeBack,
    /// Codes were pasted.
    Take(String),
    /// Who sits at this device.
    Sit(Option<Role>),
    /// The game is put away.
    Leave,
    /// It goes on after all.
    GoOn,
}

impl Table {
    /// As it was left on an earlier visit.
    pub fn kept() -> Self {
        let progress = Progress::kept();
        let game = progress.game.as_deref().and_then(Game::read).map(Rc::new);
        let sits = progress.sits.and_then(|sits| Role::ALL.get(usize::from(sits)).copied());
        Table { sits: sits.filter(|_| game.is_some()), game, ..Table::default() }
    }

    /// Keeps it for the next visit.
    pub fn keep(&self) {
        let mut progress = Progress::kept();
        // One that is put away is kept until another takes its place.
        let game = self.game.as_ref().or(self.away.as_ref()).map(|game| game.code(None));
        let sits = self.sits.map(|role| role as u8);
        if (&progress.game, progress.sits) != (&game, sits) {
            progress.seat(game, sits);
        }
    }

    fn changed(&self, change: impl FnOnce(&mut Game)) -> Rc<Self> {
        let mut table = self.clone();
        if let Some(game) = &mut table.game {
            change(Rc::make_mut(game));
        }
        Rc::new(table)
    }
}

impl Reducible for Table {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        match act {
            Act::Begin(number, begin) => {
                let game = Game::new(number, &begin).ok().map(Rc::new);
                Rc::new(Table { game, ..Table::default() })
            }
            Act::Decide(role, id, entered) => self.changed(|game| {
                let to = match entered {
                    Entered::Drag(value) | Entered::Set(value) => value,
                    Entered::Step(steps) => Grid::of(id.row()).stepped(game.stands(role, id), steps),
                    Entered::Rest => return,
                };
                game.decide(role, id, to);
            }),
            Act::End => Rc::new(Table { told: None, ..(*self.changed(Game::end)).clone() }),
            Act::TakeBack => Rc::new(Table { told: None, ..(*self.changed(Game::take_back)).clone() }),
            Act::Take(text) => {
                let mut table = (*self).clone();
                let told = match &mut table.game {
                    Some(game) => Rc::make_mut(game).take(&text, self.sits),
                    None => {
                        let (game, told) = Game::join(&text);
                        table.game = game.map(Rc::new);
                        table.away = table.away.filter(|_| table.game.is_none());
                        told
                    }
                };
                table.told = Some(Shared::new(told));
                Rc::new(table)
            }
            Act::Sit(sits) => Rc::new(Table { sits, ..(*self).clone() }),
            Act::Leave => Rc::new(Table { away: self.game.clone(), ..Table::default() }),
            Act::GoOn => Rc::new(Table { game: self.away.clone(), ..Table::default() }),
        }
    }
}
