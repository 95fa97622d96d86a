//! Undo and redo.

use super::Setting;

/// Steps that can be taken back: enough for an evening, small enough to copy.
const STEPS: usize = 100;

/// Settings before and after the committed one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UndoHistory {
    past: Vec<Setting>,
    present: Setting,
    future: Vec<Setting>,
}

impl From<Setting> for UndoHistory {
    fn from(present: Setting) -> Self {
        UndoHistory { past: Vec::new(), present, future: Vec::new() }
    }
}

impl UndoHistory {
    /// The setting that was committed last.
    pub fn present(&self) -> Setting {
        self.present
    }

    /// The setting before that.
    pub fn before(&self) -> Option<Setting> {
        self.past.last().copied()
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to take again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The history with one more step.
    #[must_use]
    pub fn committed(&self, setting: Setting) -> Self {
        let skipped = (self.past.len() + 1).saturating_sub(STEPS);
        let past = self.past.iter().skip(skipped).copied().chain([self.present]).collect();
        UndoHistory { past, present: setting, future: Vec::new() }
    }

    /// The history one step back.
    pub fn undone(&self) -> Option<Self> {
        let mut next = self.clone();
        let present = next.past.pop()?;
        next.future.push(std::mem::replace(&mut next.present, present));
        Some(next)
    }

    /// The history one step forth.
    pub fn redone(&self) -> Option<Self> {
        let mut next = self.clone();
        let present = next.future.pop()?;
        next.past.push(std::mem::replace(&mut next.present, present));
        Some(next)
    }
}
