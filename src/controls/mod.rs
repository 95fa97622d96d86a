//! What a visitor moves: levers, coefficients, dates, and what is done with a setting as a whole.

mod balance;
mod cautions;
mod changed;
mod dates;
mod fold;
mod gesture;
mod lever;
mod moments;
mod more;
mod panel;
mod player;
mod toolbar;

pub use cautions::{Cautions, Props as CautionsProps};
pub use changed::change_list;
pub use dates::{Dates, Props as DatesProps};
pub use gesture::watch as watch_touches;
pub use lever::enter;
pub use more::{More, Props as MoreProps};
pub use panel::Panel;
pub use player::{Player, Props as PlayerProps, week_range};
