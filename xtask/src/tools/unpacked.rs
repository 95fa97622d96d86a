//! A browser of Debian's, unpacked into the tools folder without root, with a script that starts it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::{Tools, offline, version_of};

/// A program and the package that brings it.
pub struct Unpacked {
    /// Folder in the tools folder, and the script in it.
    pub name: &'static str,
    pub package: &'static str,
    /// The program in the package.
    pub program: &'static str,
}

impl Unpacked {
    /// The script that starts the program, once that is unpacked.
    pub fn wrapper(&self, tools: &Tools) -> PathBuf {
        tools.dir().join(self.name).join(self.name)
    }

    /// Unpacks the package with all it needs, and names the script.
    ///
    /// # Errors
    /// When the package cannot be fetched, or the program does not start.
    pub fn unpack(&self, tools: &Tools) -> Result<PathBuf> {
        let wrapper = self.wrapper(tools);
        let home = wrapper.parent().context("the wrapper has no folder")?;
        let root = home.join("root");
        if root.exists() {
            std::fs::remove_dir_all(&root)?;
        }
        let packages = [self.package, "fonts-liberation", "fontconfig-config"];
        let libraries = offline::unpack_packages(tools, &packages, &root)?;
        write_fonts(home, &root)?;
        self.write_wrapper(home, &root, &libraries, &wrapper)?;
        let starts = version_of(&wrapper).is_some();
        ensure!(starts, "the unpacked {} does not start: run {}", self.package, wrapper.display());
        Ok(wrapper)
    }

    fn write_wrapper(&self, home: &Path, root: &Path, libraries: &[PathBuf], wrapper: &Path) -> Result<()> {
        let libraries: String = libraries.iter().map(|folder| format!("{}:", folder.display())).collect();
        let text = format!(
            "#!/bin/sh\n\
             export LD_LIBRARY_PATH=\"{libraries}$LD_LIBRARY_PATH\"\n\
             export FONTCONFIG_FILE=\"{home}/fonts.conf\"\n\
             export XDG_DATA_DIRS=\"{root}/usr/share:${{XDG_DATA_DIRS:-/usr/local/share:/usr/share}}\"\n\
             exec \"{root}/{program}\" \"$@\"\n",
            home = home.display(),
            root = root.display(),
            program = self.program,
        );
        std::fs::write(wrapper, text)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(wrapper, std::fs::Permissions::from_mode(0o755))?;
        }
        Ok(())
    }
}

/// The system's fonts and the unpacked ones, with a cache that can be written. The families that
/// style sheets name are given, since a system without fonts may have no rules for them either.
fn write_fonts(home: &Path, root: &Path) -> Result<()> {
    let mut families = String::new();
    for (family, font) in
        [("sans-serif", "Sans"), ("system-ui", "Sans"), ("serif", "Serif"), ("monospace", "Mono")]
    {
        writeln!(
            families,
            "<alias><family>{family}</family>\
             <prefer><family>Liberation {font}</family></prefer></alias>"
        )?;
    }
    let text = format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n\
         <dir>/usr/share/fonts</dir>\n<dir>{root}/usr/share/fonts</dir>\n\
         <include ignore_missing=\"yes\">{root}/etc/fonts/conf.d</include>\n\
         <cachedir>{home}/font-cache</cachedir>\n{families}</fontconfig>\n",
        root = root.display(),
        home = home.display(),
    );
    std::fs::write(home.join("fonts.conf"), text)?;
    Ok(())
}
