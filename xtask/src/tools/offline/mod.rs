//! What stands in where rustup cannot supply the WebAssembly target or no browser is installed: the
//! standard library built from the compiler's own source, and packages of Debian without root.

mod debian;
mod std_source;

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::Tools;

pub use debian::available as has_packages;
pub use std_source::{built_sysroot, sysroot};

/// Unpacks packages and what they need into a folder, and names the folders in it that hold shared
/// libraries.
///
/// # Errors
/// When a package is not known or cannot be fetched.
pub fn unpack_packages(tools: &Tools, packages: &[&str], to: &Path) -> Result<Vec<PathBuf>> {
    debian::unpack_with_dependencies(tools, packages, to)?;
    Ok(debian::library_folders(to))
}
