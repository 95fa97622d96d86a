//! What the model has under a name.

use bathtub_model::ParameterId;

/// The parameter of a key.
///
/// # Errors
/// That there is none.
pub fn parameter(key: &str) -> Result<ParameterId, String> {
    ParameterId::from_key(key).map_err(|_| format!("`{key}` is no parameter"))
}
