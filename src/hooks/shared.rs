//! Values that are handed down by reference and compared by identity.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

use yew::{hook, use_mut_ref};

/// An `Rc` that is equal to itself alone, so that props holding a whole run are compared at once.
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares a value.
    pub fn new(value: T) -> Self {
        Shared(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(Rc::clone(&self.0))
    }
}

impl<T> From<Rc<T>> for Shared<T> {
    fn from(value: Rc<T>) -> Self {
        Shared(value)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shared")
    }
}

/// A value that is made anew whenever `fresh` is true, and is the last one otherwise: what nobody
/// looks at before a drag ends is not made while it lasts.
#[hook]
pub fn use_settled<T: 'static>(fresh: bool, make: impl FnOnce() -> T) -> Rc<T> {
    let last = use_mut_ref(|| None::<Rc<T>>);
    let mut last = last.borrow_mut();
    if fresh {
        *last = None;
    }
    Rc::clone(last.get_or_insert_with(|| Rc::new(make())))
}
