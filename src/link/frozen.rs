//! Defaults of link versions that are not written any more: what an omitted key of such a link
//! means, whatever the model's tables say today.

use bathtub_model::{ParameterId, STARTS, Start};

/// The defaults of one version, by the keys of its time.
pub struct FrozenDefaults {
    /// The version, which is also the first figure of the model that its links were made for.
    pub version: &'static str,
    /// The start where none is named.
    pub start: &'static str,
    /// The week where none is named.
    pub week: usize,
    /// Keys whose default is the start's.
    pub by_start: &'static [&'static str],
    /// Each start with the defaults of those keys, in their order.
    pub starts: &'static [(&'static str, &'static [f64])],
    /// Every other key with its default.
    pub parameters: &'static [(&'static str, f64)],
}

impl FrozenDefaults {
    /// Every key of a parameter.
    pub fn keys(&self) -> impl Iterator<Item = &'static str> {
        self.by_start.iter().copied().chain(self.parameters.iter().map(|(key, _)| *key))
    }

    /// What a parameter is set to where a link from `start` omits it. None leaves it as the model
    /// has it: a parameter or a start that the version did not have, and a coefficient. A link says
    /// what the world does, not how the model works: levers and what a start decides are the
    /// link's, the default of any other coefficient is the model's own, and better in a later one.
    pub fn restored(&self, id: ParameterId, start: &Start) -> Option<f64> {
        if !id.is_lever() && !differs_by_start(id) {
            return None;
        }
        let key = id.row().key;
        if let Some(column) = self.by_start.iter().position(|name| *name == key) {
            let (_, defaults) = self.starts.iter().find(|(date, _)| *date == start.date)?;
            return Some(defaults[column]);
        }
        self.parameters.iter().find(|(name, _)| *name == key).map(|(_, default)| *default)
    }
}

/// Whether starts of the present model disagree on a parameter's default.
pub fn differs_by_start(id: ParameterId) -> bool {
    STARTS.iter().any(|start| start.default_value(id) != id.row().default)
}
