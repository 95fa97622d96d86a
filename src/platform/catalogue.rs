//! The words of a language, wherever they are kept.

/// Templates of a language by key: the browser keeps them, so that nothing is read or copied that
/// nobody looks at.
pub struct Catalogue(Box<LookUp>);

type LookUp = dyn Fn(&str) -> Option<String>;

impl Catalogue {
    /// Templates from wherever they are kept.
    pub fn new(get: impl Fn(&str) -> Option<String> + 'static) -> Self {
        Catalogue(Box::new(get))
    }

    /// The template of a key.
    pub fn get(&self, key: &str) -> Option<String> {
        (self.0)(key)
    }
}
