//! One value for each parameter.

use std::ops::Index;

use super::{PARAMETERS, Parameter, ParameterId};

/// One value for every row of the table, indexed by [`ParameterId`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Values<T>(pub(crate) [T; ParameterId::COUNT]);

impl<T> Index<ParameterId> for Values<T> {
    type Output = T;

    fn index(&self, id: ParameterId) -> &T {
        &self.0[id as usize]
    }
}

impl<T: Copy> Values<T> {
    /// Builds the values row by row.
    pub fn from_fn(mut value: impl FnMut(&'static Parameter) -> T) -> Self {
        Values(std::array::from_fn(|i| value(&PARAMETERS[i])))
    }

    /// Replaces one value.
    pub fn set(&mut self, id: ParameterId, value: T) {
        self.0[id as usize] = value;
    }
}
